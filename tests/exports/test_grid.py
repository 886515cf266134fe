"""Where printed tables break."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from taphuan.exports.grid import column_widths, split_rows

_HEIGHTS = st.lists(st.floats(10, 60), max_size=80)


@given(_HEIGHTS)
def test_every_row_is_printed_once_in_order_and_fits(heights: list[float]) -> None:
    pages = split_rows(heights, first=300, rest=400, ending=120)
    rows = [row for start, stop in pages for row in range(start, stop)]
    assert rows == list(range(len(heights)))
    for number, (start, stop) in enumerate(pages):
        last = number == len(pages) - 1
        room = (300 if number == 0 else 400) - (120 if last else 0)
        assert sum(heights[start:stop]) <= room + 1e-6


@given(_HEIGHTS)
def test_signatures_never_stand_alone(heights: list[float]) -> None:
    pages = split_rows(heights, first=300, rest=400, ending=120)
    start, stop = pages[-1]
    assert stop - start >= min(3, len(heights))


def test_a_row_higher_than_a_page_ends_all_the_same() -> None:
    assert split_rows([900.0] * 5, first=300, rest=400, ending=0)[-1][1] == 5


def test_columns_get_what_their_longest_word_needs() -> None:
    widths = column_widths([1, 1, 8], [30, 5, 5], 100)
    assert widths[0] == 25  # a quarter of the room at most
    assert sum(widths) == pytest.approx(100)


@given(
    st.lists(st.tuples(st.floats(1, 40), st.floats(1, 200)), min_size=1, max_size=25),
)
def test_columns_fill_the_room_and_none_vanishes(columns: list[tuple[float, float]]) -> None:
    shares, needs = zip(*columns, strict=True)
    widths = column_widths(shares, needs, 700)
    assert sum(widths) <= 700.001
    assert min(widths) > 0
