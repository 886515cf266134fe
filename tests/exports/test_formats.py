"""Dates and numbers as documents write them."""

from datetime import date

import pytest
from taphuan.exports import formats


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (date(2026, 3, 5), "ngày 05 tháng 3 năm 2026"),
        (date(2026, 1, 10), "ngày 10 tháng 01 năm 2026"),
        (date(2026, 2, 9), "ngày 09 tháng 02 năm 2026"),
        (date(2026, 12, 31), "ngày 31 tháng 12 năm 2026"),
    ],
)
def test_zeros_stand_before_days_to_nine_and_the_first_two_months(
    value: date, written: str
) -> None:
    assert formats.place_date("Sơn La", value) == f"Sơn La, {written}"


def test_without_a_place_the_date_begins_the_line() -> None:
    assert formats.place_date("", date(2026, 3, 5)) == "Ngày 05 tháng 3 năm 2026"


@pytest.mark.parametrize(
    ("value", "written"), [(7, "7"), (1234, "1.234"), (1234.5, "1.234,5"), (2000000, "2.000.000")]
)
def test_numbers_have_points_for_thousands_and_a_decimal_comma(value: float, written: str) -> None:
    assert formats.number(value) == written


def test_a_course_of_one_day_has_no_from_and_to() -> None:
    first, last = date(2026, 3, 5), date(2026, 3, 19)
    assert formats.span(first, last) == "Từ ngày 05/03/2026 đến ngày 19/03/2026"
    assert formats.span(first, first) == "Ngày 05/03/2026"
    assert formats.span(None, None) == ""


def test_text_is_composed_and_on_one_line() -> None:
    assert formats.clean("Lo\u0300 Thi\u0323\nHu\u031bo\u031bng") == "Lò Thị Hương"
