from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from taphuan.importing.ethnic import EthnicNames
from taphuan.importing.fields import Field
from taphuan.importing.findings import FindingKind, Severity
from taphuan.importing.team_cells import (
    Decision,
    TeamFindingKind,
    read_count,
    read_day,
    read_decision,
)
from taphuan.importing.team_fields import AnyField, TeamField, team_heading
from taphuan.importing.team_lists import read_team_list
from taphuan.importing.team_names import hamlet_key, team_key
from taphuan.importing.team_plan import TeamPlan, TeamRow
from taphuan.models import reference_data
from taphuan.models.enums import Gender, TeamKind
from taphuan.models.errors import AppError, ErrorCode

SAMPLE = Path(__file__).parent.parent / "samples" / "register_of_teams.xlsx"
TODAY = date(2026, 3, 2)
Make = Callable[..., Path]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Writes a workbook: `make({"Tổ": rows}, merges={"Tổ": ["A1:A2"]})`."""

    def write(
        sheets: dict[str, Sequence[Sequence[Any]]],
        merges: dict[str, Sequence[str]] | None = None,
        name: str = "so-to.xlsx",
    ) -> Path:
        book = Workbook()
        book.remove(book.worksheets[0])
        for title, rows in sheets.items():
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(list(row))
            for cells in (merges or {}).get(title, ()):
                sheet.merge_cells(cells)
        book.save(tmp_path / name)
        book.close()
        return tmp_path / name

    return write


def read(path: Path) -> TeamPlan:
    return read_team_list(path, EthnicNames(reference_data.ethnic_groups()), today=TODAY)


def kinds(plan: TeamPlan) -> list[TeamFindingKind]:
    return [finding.kind for finding in plan.findings]


def only(plan: TeamPlan) -> TeamRow:
    (team,) = plan.teams
    return team


def test_a_departments_register_is_read_with_teams_figures_and_members() -> None:
    plan = read(SAMPLE)
    assert [table.sheet for table in plan.tables] == ["Tổ", "Thành viên"]
    told = [row for row in plan.teams if row.sheet == "Tổ"]
    assert [(row.place.hamlet, row.team, row.decision_number) for row in told] == [
        ("Bản Púa", "Tổ CNSCĐ bản Púa", "12/QĐ-UBND"),
        ("Bản Bó", "Tổ CNSCĐ bản Bó", "13/QĐ-UBND"),
        ("Tiểu khu 4", "", None),
    ]
    assert [(row.households, row.adults) for row in told] == [(124, 312), (1080, None), (90, 210)]
    assert {row.as_of for row in told} == {date(2025, 12, 31)}
    assert told[1].decision_date == date(2025, 7, 21)
    assert [(m.person.name, m.role, m.valid_from) for m in plan.members] == [
        ("Cầm Thị Dung", "Tổ trưởng", None),
        ("Lò Thị Ên", "Tổ trưởng", date(2025, 7, 20)),
        ("Lò Văn Giang", "Thành viên", date(2025, 7, 1)),
        ("Quàng Thị Hoa", "Thư ký", date(2025, 7, 20)),
        ("Vì Văn Bình", "Tổ trưởng", None),
        ("Lò Văn Giang", "Thành viên", None),
    ]


def test_merged_cells_put_every_member_into_the_team() -> None:
    plan = read(SAMPLE)
    teams = [(m.person.name, m.team.place.hamlet) for m in plan.members if m.team.row > 1]
    assert ("Quàng Thị Hoa", "Bản Púa") in teams
    assert ("Lò Văn Giang", "bản Bó") in teams
    hoa = next(m for m in plan.members if m.person.name == "Quàng Thị Hoa")
    assert (hoa.valid_to, hoa.nominated_by) == (date(2025, 12, 31), "Hội Phụ nữ")
    assert (hoa.person.gender, hoa.person.birth_year) == (Gender.FEMALE, 1985)


def test_cells_left_blank_below_the_first_member_mean_the_same_team(make: Make) -> None:
    rows = [
        ("Xã", "Thôn", "Tổ", "Họ và tên", "SĐT"),
        ("Thuận Châu", "Bản Púa", "Tổ CNSCĐ bản Púa", "Lò Thị Ên", "0912345678"),
        (None, None, None, "Lò Văn Giang", None),
        (None, "Bản Bó", "Tổ CNSCĐ bản Bó", "Vì Văn Bình", None),
    ]
    plan = read(make({"DS": rows}))
    assert [(m.person.name, m.team.team, m.team.place.commune) for m in plan.members] == [
        ("Lò Thị Ên", "Tổ CNSCĐ bản Púa", "Thuận Châu"),
        ("Lò Văn Giang", "Tổ CNSCĐ bản Púa", "Thuận Châu"),
        ("Vì Văn Bình", "Tổ CNSCĐ bản Bó", "Thuận Châu"),
    ]
    assert [m.person.hamlet for m in plan.members] == ["Bản Púa", "Bản Púa", "Bản Bó"]


def test_section_rows_name_the_team_of_the_rows_below(make: Make) -> None:
    rows = [
        ("STT", "Họ và tên", "Năm sinh", "Vai trò"),
        ("I", "Tổ CNSCĐ bản Púa", None, None),
        (1, "Lò Thị Ên", 1987, "Tổ trưởng"),
        ("II", "Tổ CNSCĐ bản Bó", None, None),
        (1, "Vì Văn Bình", 1979, "Tổ trưởng"),
    ]
    plan = read(make({"DS": rows}))
    assert [(m.person.name, m.team.place.hamlet) for m in plan.members] == [
        ("Lò Thị Ên", "bản Púa"), ("Vì Văn Bình", "bản Bó"),
    ]  # fmt: skip


def test_hamlets_with_figures_alone_are_no_teams(make: Make) -> None:
    rows = [
        ("STT", "Tên thôn, bản", "Số hộ", "Số người trong độ tuổi lao động", "Tính đến ngày"),
        (1, "Bản Púa", "1.240 hộ", 312, "30/06/2025"),
        (2, "Bản Bó", -3, "khoảng 200", None),
        (None, "Tổng cộng", 1240, 312, None),
    ]
    plan = read(make({"Hộ": rows}))
    assert [(row.is_team, row.households, row.adults, row.as_of) for row in plan.teams] == [
        (False, 1240, 312, date(2025, 6, 30)), (False, None, None, None),
    ]  # fmt: skip
    assert kinds(plan) == [TeamFindingKind.BAD_FIGURE] * 2
    assert plan.members == ()


def test_a_leader_whom_the_members_sheet_tells_too_is_one_member(make: Make) -> None:
    teams = [
        ("Thôn", "Tên tổ", "Tổ trưởng", "SĐT tổ trưởng"),
        ("Bản Púa", "Tổ công nghệ số cộng đồng bản Púa", "LÒ THỊ ÊN", 912345678),
        ("Bản Bó", "Tổ công nghệ số cộng đồng bản Bó", "Lò Thị Ên", None),
    ]
    members = [("Tổ", "Họ và tên", "Vai trò"), ("Tổ CNSCĐ bản Púa", "Lò Thị Ên", "Tổ trưởng")]
    plan = read(make({"Tổ": teams, "Thành viên": members}))
    assert [(m.person.sheet, m.person.row) for m in plan.members] == [("Tổ", 3), ("Thành viên", 2)]


def test_a_leaders_phone_is_repaired_as_in_any_list(make: Make) -> None:
    rows = [("Thôn", "Số QĐ", "Họ tên tổ trưởng", "Điện thoại tổ trưởng"),
            ("Bản Púa", "12/QĐ-UBND", "Lò Thị Ên", 912345678)]  # fmt: skip
    (member,) = read(make({"Tổ": rows})).members
    assert (member.person.name, member.person.phone) == ("Lò Thị Ên", "0912345678")
    assert FindingKind.PHONE_ZERO in {f.kind for f in member.person.findings}
    assert (member.person.row, member.role) == (2, "Tổ trưởng")


def test_a_sheet_without_a_letterhead_lies_in_the_commune_of_the_others(make: Make) -> None:
    teams = [("UBND XÃ MƯỜNG É",), (), ("Thôn", "Tên tổ", "Số hộ"), ("Bản Lào", "Tổ 1", 80)]
    members = [("Tổ", "Thôn", "Họ và tên"), ("Tổ 1", "Bản Lào", "Lò Thị Ên")]
    plan = read(make({"Tổ": teams, "Thành viên": members}))
    assert plan.members[0].person.commune == "XÃ MƯỜNG É"
    assert TeamFindingKind.COMMUNE_FROM_TITLE in kinds(plan)


def test_declared_members_are_compared_with_those_listed(make: Make) -> None:
    teams = [("Thôn", "Tên tổ", "Số thành viên"), ("Bản Lào", "Tổ 1", 5)]
    members = [("Tổ", "Thôn", "Họ và tên"), ("Tổ 1", "Bản Lào", "Lò Thị Ên")]
    plan = read(make({"Tổ": teams, "Thành viên": members}))
    finding = next(f for f in plan.findings if f.kind is TeamFindingKind.MEMBERS_DIFFER)
    assert (finding.column, finding.before, finding.after) == ("Số thành viên", "5", "1")


def test_a_row_that_names_neither_team_nor_hamlet_is_told(make: Make) -> None:
    rows = [("Thôn", "Tên tổ", "Số hộ"), ("Bản Lào", "Tổ 1", 80), (None, None, 70)]
    plan = read(make({"Tổ": rows}))
    only(plan)
    (finding,) = plan.findings
    assert (finding.kind, finding.row, finding.severity) == (
        TeamFindingKind.NO_TEAM, 3, Severity.QUESTION,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Nhóm điều hành", TeamKind.STEERING), ("Tổ CNSCĐ xã Thuận Châu", TeamKind.COMMUNE),
     ("Tổ CNSCĐ bản Lào", TeamKind.HAMLET)],
)  # fmt: skip
def test_whose_team_it_is_is_told_by_its_name(make: Make, name: str, kind: TeamKind) -> None:
    plan = read(make({"Tổ": [("Tên tổ", "Số quyết định"), (name, "01/QĐ-UBND")]}))
    assert only(plan).kind is kind


def test_a_list_without_teams_says_so(make: Make) -> None:
    with pytest.raises(AppError) as refused:
        read(make({"DS": [("Mã", "Giá"), (1, 2)]}))
    assert refused.value.code is ErrorCode.NO_TEAMS_FOUND
    assert refused.value.data["file"] == "so-to.xlsx"


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        (["Số hộ"], TeamField.HOUSEHOLDS),
        (["Số hộ dân (hộ)"], TeamField.HOUSEHOLDS),
        (["Họ và tên"], Field.NAME),
        (["Họ và tên chủ hộ"], None),
        (["Số người từ đủ 15 tuổi"], TeamField.ADULTS),
        (["Dân số trong độ tuổi lao động"], TeamField.ADULTS),
        (["Số lượng thành viên"], TeamField.MEMBERS),
        (["QĐ thành lập (số, ngày)"], TeamField.DECISION_NUMBER),
        (["Ngày quyết định"], TeamField.DECISION_DATE),
        (["Quyết định thành lập", "Ngày"], TeamField.DECISION_DATE),
        (["Tổ trưởng", "Họ tên"], TeamField.LEADER),
        (["Tổ trưởng", "SĐT"], TeamField.LEADER_PHONE),
        (["Điện thoại tổ trưởng"], TeamField.LEADER_PHONE),
        (["Thôn/bản/tổ dân phố"], Field.HAMLET),
        (["Tổ dân phố"], Field.HAMLET),
        (["Tên Tổ CNSCĐ"], TeamField.TEAM),
        (["Tổ công nghệ số cộng đồng"], TeamField.TEAM),
        (["Nguồn số liệu"], TeamField.SOURCE),
        (["Số liệu tính đến ngày"], TeamField.AS_OF),
        (["Từ ngày"], TeamField.VALID_FROM),
        (["Ngày tham gia"], TeamField.VALID_FROM),
        (["Đến ngày"], TeamField.VALID_TO),
        (["Đơn vị đề cử"], TeamField.NOMINATED_BY),
        (["Vai trò trong tổ"], Field.ROLE),
        (["Loại tổ"], TeamField.KIND),
        (["Năm sinh"], Field.BIRTH_YEAR),
    ],
)
def test_headings_are_known_in_customary_wordings(
    heading: list[str], field: AnyField | None
) -> None:
    assert team_heading(heading) is field


@pytest.mark.parametrize(
    ("text", "number", "day"),
    [
        ("12/QĐ-UBND", "12/QĐ-UBND", None),
        ("QĐ số 12/QĐ-UBND ngày 05/3/2026", "12/QĐ-UBND", date(2026, 3, 5)),
        ("Quyết định số: 12 /QĐ-UBND ngày 5 tháng 3 năm 2026", "12/QĐ-UBND", date(2026, 3, 5)),
        ("145a/2025/QĐ-UBND, 05-3-25", "145a/2025/QĐ-UBND", date(2025, 3, 5)),
        ("Số 12", "12", None),
        ("chưa có", None, None),
        ("05/03/2026", None, date(2026, 3, 5)),
    ],
)
def test_a_decision_is_read_with_its_day(text: str, number: str | None, day: date | None) -> None:
    assert read_decision(text) == Decision(number, day)


@pytest.mark.parametrize(
    ("cell", "last", "day"),
    [
        (date(2026, 3, 5), False, date(2026, 3, 5)),
        (46086, False, date(2026, 3, 5)),
        ("5.3.26", False, date(2026, 3, 5)),
        ("ngày 5 tháng 3 năm 2026", False, date(2026, 3, 5)),
        ("7/2025", False, date(2025, 7, 1)),
        ("7/2025", True, date(2025, 7, 31)),
        ("năm 2025", True, date(2025, 12, 31)),
        ("nay", True, None),
        ("31/02/2025", False, None),
        ("hôm qua", False, None),
    ],
)
def test_days_are_read_as_people_write_them(cell: Any, last: bool, day: date | None) -> None:
    assert read_day(cell, last=last).value == day


def test_a_day_that_is_none_is_asked_and_a_month_is_told() -> None:
    asked, told = read_day("hôm qua").mark, read_day("7/2025").mark
    assert asked and asked.kind is TeamFindingKind.BAD_DATE
    assert told and (told.kind, told.after) == (TeamFindingKind.DATE_COMPLETED, "01/07/2025")
    assert read_day("nay").mark is None


@pytest.mark.parametrize(
    ("cell", "count"),
    [(124, 124), (124.0, 124), ("1.234", 1234), ("1 234 hộ", 1234), ("-", None), (1.5, None),
     (True, None), ("vài chục", None)],
)  # fmt: skip
def test_counts_are_whole_numbers(cell: Any, count: int | None) -> None:
    assert read_count(cell).value == count


@pytest.mark.parametrize(
    "name",
    [
        "Tổ CNSCĐ bản Púa", "Tổ công nghệ số cộng đồng bản Púa", "Tổ bản Púa",
        "TỔ CHUYỂN ĐỔI SỐ CỘNG ĐỒNG BẢN PÚA", "Tổ CĐSCĐ - bản Púa",
    ],
)  # fmt: skip
def test_a_team_is_known_again_whatever_its_kind_is_called(name: str) -> None:
    assert team_key(name) == "to ban pua"


def test_a_hamlet_is_known_again_without_its_kind() -> None:
    assert {hamlet_key(t) for t in ("Bản Púa", "bản  púa", "Púa")} == {"pua"}
    assert hamlet_key("Tổ dân phố 3") == "3"
