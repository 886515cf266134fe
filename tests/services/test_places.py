from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from taphuan.models.context import Context
from taphuan.models.errors import ErrorCode
from taphuan.models.places import Hamlet
from taphuan.services.places import (
    commune_by_code,
    commune_title,
    communes_named,
    hamlet_called,
    hamlet_title,
    province_names,
    province_of,
    split_hamlet,
)

TODAY, BEFORE = date(2026, 3, 2), date(2025, 1, 1)


def test_a_code_means_another_commune_before_july_2025(session: Session) -> None:
    assert commune_by_code(session, "03724", BEFORE).full == "xã Phổng Lái"
    assert commune_by_code(session, "03724", TODAY).full == "xã Bình Thuận"
    assert commune_by_code(session, "03724", date(2025, 6, 30)).name == "Phổng Lái"
    assert commune_by_code(session, "03724", date(2025, 7, 1)).name == "Bình Thuận"


def test_the_two_communes_of_one_code_are_two_units(session: Session) -> None:
    then, now = (commune_by_code(session, "03721", day) for day in (BEFORE, TODAY))
    assert then.id != now.id
    assert (then.full, now.full) == ("thị trấn Thuận Châu", "xã Thuận Châu")


def test_a_code_that_nobody_has_is_refused(
    session: Session, refused: Callable[..., ErrorCode]
) -> None:
    assert refused(commune_by_code, session, "99999", TODAY) == ErrorCode.UNKNOWN_COMMUNE
    assert refused(commune_by_code, session, "14", TODAY) == ErrorCode.UNKNOWN_COMMUNE


def codes(session: Session, name: str, day: date = TODAY, province: str = "14") -> list[str]:
    return sorted(commune.code for commune in communes_named(session, name, day, province))


@pytest.mark.parametrize(
    "name",
    ["Mường É", "muong e", "xã Mường É", "Xã  MƯỜNG É", "x. Mường é", "X.Muong E", "Xã Mường É "],
)
def test_a_commune_is_found_however_its_name_is_written(session: Session, name: str) -> None:
    assert codes(session, name) == ["03727"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Xa Dung", "03208"),
        ("xã Xa Dung", "03208"),
        ("Phương Liệt", "00352"),
        ("Phượng Tiến", "05563"),
        ("Xà Phiên", "31495"),
        ("xã Phương Thịnh", "30043"),
    ],
)
def test_a_name_that_only_begins_like_a_kind_is_found_whole(
    session: Session, name: str, code: str
) -> None:
    assert codes(session, name) == [code]


def test_namesakes_of_other_provinces_are_told_apart_by_the_province(session: Session) -> None:
    assert codes(session, "Bình Thuận") == ["03724"]
    assert codes(session, "Bình Thuận", province="68") == ["22960"]
    assert codes(session, "Bình Thuận", province="") == ["02524", "03724", "22960"]


def test_a_commune_of_another_province_only_is_still_found(session: Session) -> None:
    assert codes(session, "Hoàn Kiếm") == ["00070"]


def test_a_name_nobody_has_finds_nothing(session: Session) -> None:
    assert codes(session, "Xã Không Có") == []
    assert codes(session, "") == []


def test_todays_34_provinces_are_listed_in_vietnamese_order(session: Session) -> None:
    names = [name for _, name in province_names(session)]
    assert len(names) == 34
    assert names[0] == "An Giang"
    assert names.index("Đồng Tháp") < names.index("Gia Lai") < names.index("Hà Nội")


def test_a_commune_knows_its_province_then_and_now(session: Session) -> None:
    for day in (BEFORE, TODAY):
        unit = commune_by_code(session, "03724", day).id
        assert province_of(session, unit) == "tỉnh Sơn La"
    assert commune_title(session, commune_by_code(session, "00004", TODAY).id) == "phường Ba Đình"
    assert (province_of(session, None), commune_title(session, None)) == ("", "")


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("Bản Púa", "bản", "Púa"),
        ("  BẢN  Púa", "bản", "Púa"),
        ("Tổ dân phố 5", "tổ dân phố", "5"),
        ("Tiểu khu 3", "tiểu khu", "3"),
        ("Khu phố Bản Mé", "khu phố", "Bản Mé"),
        ("Púa", "", "Púa"),
        ("Bản", "", "Bản"),
    ],
)
def test_a_hamlet_has_a_kind_and_a_name(text: str, kind: str, name: str) -> None:
    assert split_hamlet(text) == (kind, name)


def test_a_hamlet_is_written_with_its_kind_in_front() -> None:
    assert hamlet_title("tổ dân phố", "5") == "Tổ dân phố 5"
    assert hamlet_title("", "Púa") == "Púa"


def unit(session: Session, code: str = "03721") -> UUID:
    return commune_by_code(session, code, TODAY).id


def test_a_hamlet_is_made_once_however_it_is_written(session: Session, by: Context) -> None:
    first = hamlet_called(session, by, unit(session), "Bản Púa")
    for again in ("bản púa", "BẢN PÚA", "Bản  Pua", "Púa"):
        assert hamlet_called(session, by, unit(session), again).id == first.id
    assert (first.kind, first.name) == ("bản", "Púa")


def test_hamlets_of_the_same_name_are_apart_by_commune_and_kind(
    session: Session, by: Context
) -> None:
    places = [
        hamlet_called(session, by, unit(session), "Bản Púa"),
        hamlet_called(session, by, unit(session, "03724"), "Bản Púa"),
        hamlet_called(session, by, unit(session), "Tiểu khu Púa"),
        hamlet_called(session, by, None, "Bản Púa"),
    ]
    assert len({place.id for place in places}) == 4


def test_a_hamlet_whose_kind_was_not_known_gets_it_and_stays_one(
    session: Session, by: Context
) -> None:
    first = hamlet_called(session, by, unit(session), "Púa")
    again = hamlet_called(session, by, unit(session), "Bản Púa")
    assert again.id == first.id
    assert again.kind == "bản"
    assert session.scalar(select(func.count()).select_from(Hamlet)) == 1
