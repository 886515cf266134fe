"""Whole lists as communes send them, against the people they hold."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from taphuan.importing.findings import FindingKind, Severity
from taphuan.importing.plan import ImportPlan, PersonRow

SAMPLES = Path(__file__).parent.parent / "samples"
Read = Callable[..., ImportPlan]


def expected(name: str) -> list[dict[str, object]]:
    text = (SAMPLES / name).with_suffix(".expected.json").read_text(encoding="utf-8")
    people: list[dict[str, object]] = json.loads(text)["people"]
    return [{k: v for k, v in person.items() if k != "commune_code"} for person in people]


def told(row: PersonRow, fields: dict[str, object]) -> dict[str, object]:
    """The row with the fields that an expected person tells."""
    born = row.birth_date.isoformat() if row.birth_date else None
    values = {
        "name": row.name, "gender": row.gender, "dob": born, "year": row.birth_year,
        "ethnic": row.ethnic, "cccd": row.identity_number, "phone": row.phone,
        "hamlet": row.hamlet,
    }  # fmt: skip
    return {key: values[key] for key in fields}


@pytest.mark.parametrize(
    "name",
    [
        "plain_list.xlsx", "official_form.xlsx", "numbers_and_dates.xlsx",
        "semicolons_with_repeats.csv", "tcvn3_font.xlsx",
    ],
)  # fmt: skip
def test_a_sample_holds_exactly_its_people(name: str, read: Read) -> None:
    people = expected(name)
    plan = read(SAMPLES / name)
    assert len(plan.rows) == len(people)
    assert [told(row, p) for row, p in zip(plan.rows, people, strict=True)] == people
    assert not any(row.held for row in plan.rows)


@pytest.mark.parametrize("name", ["plain_list.xlsx", "semicolons_with_repeats.csv"])
def test_a_clean_list_needs_no_repair(name: str, read: Read) -> None:
    plan = read(SAMPLES / name, accept_repairs=False)
    assert plan.findings == ()
    assert {row.commune for row in plan.rows} == {"Mường É"}


def test_rows_are_numbered_as_in_the_sheet(read: Read) -> None:
    plan = read(SAMPLES / "official_form.xlsx")
    assert (plan.tables[0].header_row, plan.tables[0].header_height) == (7, 2)
    assert [row.row for row in plan.rows][:7] == [10, 11, 12, 13, 14, 15, 17]
    assert plan.rows[6].team == "Tổ CNSCĐ bản Lào"


def test_refused_repairs_hold_the_rows_that_need_them(read: Read) -> None:
    plan = read(SAMPLES / "numbers_and_dates.xlsx", accept_repairs=False)
    assert all(row.held for row in plan.rows)
    assert plan.rows[4].name == "BẠC CÔNG VŨ"


def test_rows_held_for_refused_repairs_keep_what_accepting_would_give(read: Read) -> None:
    refused = read(SAMPLES / "numbers_and_dates.xlsx", accept_repairs=False)
    accepted = read(SAMPLES / "numbers_and_dates.xlsx")
    numbers = [row.identity_number for row in refused.rows]
    assert numbers == [row.identity_number for row in accepted.rows]
    zero = next(f for f in refused.findings if f.kind is FindingKind.IDENTITY_ZERO)
    assert (zero.applied, zero.open) == (False, True)


def test_a_refused_encoding_lets_nothing_garbled_in(read: Read) -> None:
    plan = read(SAMPLES / "tcvn3_font.xlsx", accept_repairs=False)
    assert all(row.held for row in plan.rows)
    assert {f.column for f in plan.findings if f.kind is FindingKind.TCVN3} == {
        "Họ và đệm", "Tên", "Giới tính", "Dân tộc", "Bản",
    }  # fmt: skip


def test_findings_show_no_identity_number(read: Read) -> None:
    plan = read(SAMPLES / "numbers_and_dates.xlsx")
    zero = next(f for f in plan.findings if f.kind is FindingKind.IDENTITY_ZERO)
    assert (zero.column, zero.severity) == ("Số định danh cá nhân", Severity.REPAIR)
    assert (zero.before, zero.after) == ("•••••••5152", "••••••••5152")
    numbers = {row.identity_number for row in plan.rows}
    shown = repr(plan)
    assert not any(number[1:] in shown for number in numbers if number)
