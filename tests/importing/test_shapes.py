"""Lists whose tables have an odd shape, against the people they hold."""

from collections.abc import Callable

import pytest
from taphuan.importing.plan import ImportPlan

from .test_samples import SAMPLES, expected, told

Read = Callable[..., ImportPlan]
SHAPES = (
    "sections_and_merges.xlsx", "survey_export.csv", "no_header.xlsx", "silent_headings.xlsx",
    "tables_below.xlsx", "side_by_side.xlsx", "several_sheets.xlsx", "three_row_header.xlsx",
    "Danh sach lop CNSCD xa Muong E.xlsx",
)  # fmt: skip

NAMED_ABOVE = (
    "silent_headings.xlsx", "side_by_side.xlsx", "tables_below.xlsx", "three_row_header.xlsx",
    "Danh sach lop CNSCD xa Muong E.xlsx",
)  # fmt: skip


@pytest.mark.parametrize("name", SHAPES)
def test_a_list_of_odd_shape_holds_exactly_its_people(name: str, read: Read) -> None:
    people = expected(name)
    plan = read(SAMPLES / name)
    assert [told(row, p) for row, p in zip(plan.rows, people, strict=True)] == people
    assert not any(row.held for row in plan.rows)


@pytest.mark.parametrize("name", NAMED_ABOVE)
def test_a_list_names_its_commune_outside_its_rows(name: str, read: Read) -> None:
    hints = read(SAMPLES / name).tables[0].hints
    assert hints[0].text.casefold() in ("xã mường é", "xa muong e")


def test_communes_teams_and_hamlets_come_from_sections_and_merged_cells(read: Read) -> None:
    rows = read(SAMPLES / "sections_and_merges.xlsx").rows
    assert {row.commune for row in rows[:12]} == {"Xã Mường É"}
    assert {row.commune for row in rows[12:]} == {"Xã Bình Thuận"}
    assert {row.team for row in rows[:3]} == {"Tổ CNSCĐ bản Lào"}


def test_each_sheet_speaks_for_itself(read: Read) -> None:
    plan = read(SAMPLES / "several_sheets.xlsx")
    assert [table.hints[0].text for table in plan.tables] == ["Xã Mường É", "Binh Thuan"]
    assert plan.sheets_without_table == ("Hướng dẫn",)
