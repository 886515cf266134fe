from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from openpyxl import Workbook
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from taphuan.db.database import Database
from taphuan.exports.teams import write_teams
from taphuan.importing.findings import Answer, AnswerKind, Answers, Severity
from taphuan.importing.team_cells import TeamFindingKind
from taphuan.importing.team_plan import TeamPlan
from taphuan.models.context import Context
from taphuan.models.enums import ImportKind, ImportRowState, Measure
from taphuan.models.errors import AppError, ErrorCode
from taphuan.models.imports import ImportBatch, ImportFinding, ImportRow
from taphuan.models.people import Person
from taphuan.models.places import Hamlet
from taphuan.models.teams import Team, TeamMember
from taphuan.services.lists.held import settle
from taphuan.services.lists.undoing import undo as take_back
from taphuan.services.places import commune_by_code
from taphuan.services.register.bringing import bring_in, preview, read_register
from taphuan.services.register.changes import undo
from taphuan.services.register.denominators import Area, denominators, enter_figures
from taphuan.services.register.details import team_details
from taphuan.services.register.lines import teams_found
from taphuan.services.register.listing import TeamQuery, all_teams, team_lines
from taphuan.services.register.members import MemberData, add_member
from taphuan.services.register.report import RegisterChoices, RegisterCount, RegisterReport
from taphuan.services.register.teams import TeamData, add_team, change_team

TODAY = date(2026, 3, 2)
SAMPLE = Path(__file__).parent.parent / "samples" / "register_of_teams.xlsx"
MakePerson = Callable[..., UUID]
Rows = Sequence[Sequence[Any]]
Bring = Callable[..., RegisterReport]

TEAMS: Rows = (
    ("Xã", "Thôn", "Tên tổ", "Số quyết định", "Ngày quyết định", "Số hộ", "Số người từ đủ 18 tuổi",
     "Nguồn", "Số liệu đến ngày"),
    ("Thuận Châu", "Bản Púa", "Tổ CNSCĐ bản Púa", "12/QĐ-UBND", date(2025, 7, 20), 124, 312,
     "Công an xã", date(2025, 12, 31)),
)  # fmt: skip
MEMBERS: Rows = (
    ("Xã", "Thôn", "Tổ", "Họ và tên", "Năm sinh", "CCCD", "Vai trò", "Từ ngày"),
    ("Thuận Châu", "Bản Púa", "Tổ CNSCĐ bản Púa", "Lò Thị Ên", 1987, "014187001234", "Tổ trưởng",
     "20/07/2025"),
    ("Thuận Châu", "Bản Púa", "Tổ CNSCĐ bản Púa", "Lò Văn Giang", 1990, "014090001111", None, None),
)  # fmt: skip


@pytest.fixture
def planned(tmp_path: Path) -> Callable[..., TeamPlan]:
    """Writes sheets of rows and reads them: `planned(TEAMS, MEMBERS)`."""

    def read(*sheets: Rows, name: str = "so-to.xlsx") -> TeamPlan:
        book = Workbook()
        book.remove(book.worksheets[0])
        for number, rows in enumerate(sheets, 1):
            sheet = book.create_sheet(f"Trang {number}")
            for row in rows:
                sheet.append(list(row))
        book.save(tmp_path / name)
        book.close()
        return read_register(tmp_path / name, RegisterChoices(), TODAY)

    return read


@pytest.fixture
def bring(session: Session, by: Context, planned: Callable[..., TeamPlan]) -> Bring:
    """Brings sheets in, once the preview has promised the same."""

    def take(*sheets: Rows, choices: RegisterChoices | None = None) -> RegisterReport:
        plan, chosen = planned(*sheets), choices or RegisterChoices()
        promised = preview(session, by, plan, chosen)
        report = bring_in(session, by, plan, chosen)
        new = {count: report.count(count) for count in RegisterCount}
        assert {count: promised.count(count) for count in RegisterCount} == new
        return report

    return take


def kinds(report: RegisterReport) -> list[TeamFindingKind]:
    return [finding.kind for finding in report.findings]


def lines(session: Session) -> list[Any]:
    return team_lines(session, all_teams(session, TeamQuery(TODAY)), TODAY)


def unit_of(session: Session) -> UUID:
    return commune_by_code(session, "03721", TODAY).id


def count(session: Session, table: type[Any]) -> int:
    return session.scalar(select(func.count()).select_from(table)) or 0


def test_a_register_brings_teams_hamlets_figures_and_members_as_one_batch(
    session: Session, by: Context, bring: Bring
) -> None:
    report = bring(TEAMS, MEMBERS)
    (line,) = lines(session)
    assert (line.name, line.hamlet, line.leader) == ("Tổ CNSCĐ bản Púa", "Bản Púa", "Lò Thị Ên")
    assert (line.decision_number, line.members, line.households) == ("12/QĐ-UBND", 2, 124)
    assert (line.as_of, line.source) == (date(2025, 12, 31), "Công an xã")
    batch = session.get_one(ImportBatch, report.batch_id)
    assert (batch.kind, batch.read, batch.added) == (ImportKind.TEAMS, 2, 2)
    for table in (Team, Hamlet, TeamMember):
        assert {row.batch_id for row in session.scalars(select(table))} == {batch.id}
    kept = select(ImportFinding.kind).where(ImportFinding.import_row_id.is_(None))
    assert {"new_team", "team_size"} <= set(session.scalars(kept))


def test_the_departments_sample_comes_in_whole(session: Session, by: Context) -> None:
    plan = read_register(SAMPLE, RegisterChoices(), TODAY)
    report = bring_in(session, by, plan, RegisterChoices())
    found = [(line.hamlet, line.members, line.households, line.adults) for line in lines(session)]
    assert found == [
        ("Tiểu khu 4", 1, 90, 210), ("Bản Bó", 2, 1080, None), ("Bản Púa", 2, 124, 312),
    ]  # fmt: skip
    assert count(session, Person) == 5
    assert report.people_count(ImportRowState.ADDED) == 5


@pytest.mark.parametrize("saved_anew", [False, True])
def test_the_same_list_again_adds_nothing(
    session: Session,
    by: Context,
    planned: Callable[..., TeamPlan],
    clock: Any,
    saved_anew: bool,
) -> None:
    sheets = [row[:6] for row in TEAMS], MEMBERS
    plan = planned(*sheets)
    bring_in(session, by, plan, RegisterChoices())
    before = {t: count(session, t) for t in (Team, Hamlet, TeamMember, Person)}
    figures = denominators(session, TODAY)
    clock.move(days=3)
    plan = planned(*sheets, [("Sao lưu",)], name="luu-lai.xlsx") if saved_anew else plan
    again = bring_in(session, by, plan, RegisterChoices(source="Tệp so-to.xlsx"))
    assert not again.brings_anything
    assert (again.seen_before is None) is saved_anew
    known = again.count(RegisterCount.TEAMS_KNOWN), again.count(RegisterCount.MEMBERS_KNOWN)
    assert known == (1, 2)
    assert {t: count(session, t) for t in before} == before
    assert denominators(session, date(2026, 3, 9)) == figures


def test_the_file_of_last_month_does_not_overrule_what_was_entered_since(
    session: Session, by: Context, planned: Callable[..., TeamPlan], clock: Any
) -> None:
    plan = planned([row[:6] for row in TEAMS])
    bring_in(session, by, plan, RegisterChoices())
    area = next(iter(denominators(session, TODAY)))
    clock.move(days=20)
    enter_figures(session, by, area, {Measure.HOUSEHOLDS: 131}, date(2026, 3, 20), "UBND xã")
    clock.move(days=5)
    assert not bring_in(session, by, plan, RegisterChoices()).brings_anything
    newest = denominators(session, date(2026, 3, 31))[area][Measure.HOUSEHOLDS]
    assert newest.value == 131


def test_people_already_known_join_and_are_not_doubled(
    session: Session, by: Context, bring: Bring, make_person: MakePerson
) -> None:
    known = make_person(session, "Lò Thị Ên", hamlet="Bản Púa", identity_number="014187001234")
    report = bring(TEAMS, MEMBERS)
    assert report.people_count(ImportRowState.MATCHED) == 1
    details = team_details(session, lines(session)[0].id, TODAY)
    assert details.current[0].person_id == known


def test_a_known_team_gets_what_it_lacks_and_keeps_what_it_has(
    session: Session, by: Context, bring: Bring
) -> None:
    data = TeamData(unit_of(session), "Tổ công nghệ số cộng đồng bản Púa", hamlet="Bản Púa",
                    decision_number="11/QĐ-UBND")  # fmt: skip
    add_team(session, by, data, TODAY)
    report = bring(TEAMS)
    (line,) = lines(session)
    assert (line.decision_number, line.decision_date) == ("11/QĐ-UBND", date(2025, 7, 20))
    assert TeamFindingKind.DECISION_FILLED in kinds(report)
    differs = next(f for f in report.findings if f.kind is TeamFindingKind.DECISION_DIFFERS)
    assert (differs.before, differs.after) == ("12/QĐ-UBND", "11/QĐ-UBND")


def test_newer_figures_are_new_and_those_of_the_same_day_stay(
    session: Session, by: Context, bring: Bring
) -> None:
    bring(TEAMS)
    area = next(iter(denominators(session, TODAY)))
    newer = [TEAMS[0], (*TEAMS[1][:5], 130, 320, "Công an xã", date(2026, 2, 28))]
    assert bring(newer).count(RegisterCount.FIGURES_NEW) == 2
    assert denominators(session, TODAY)[area][Measure.HOUSEHOLDS].value == 130
    assert denominators(session, date(2026, 1, 1))[area][Measure.HOUSEHOLDS].value == 124
    other = [TEAMS[0], (*TEAMS[1][:5], 131, 320, "Công an xã", date(2026, 2, 28))]
    report = bring(other)
    assert kinds(report).count(TeamFindingKind.FIGURE_DIFFERS) == 1
    assert denominators(session, TODAY)[area][Measure.HOUSEHOLDS].value == 130


def test_a_figure_that_was_taken_out_comes_back_with_a_file(
    session: Session, by: Context, bring: Bring
) -> None:
    bring(TEAMS)
    area = next(iter(denominators(session, TODAY)))
    entered = enter_figures(session, by, area, {Measure.HOUSEHOLDS: 99}, TODAY, "UBND xã")
    undo(session, by, entered)
    again = [TEAMS[0], (*TEAMS[1][:5], 130, None, "Công an xã", TODAY)]
    bring(again)
    assert denominators(session, TODAY)[area][Measure.HOUSEHOLDS].value == 130


def test_figures_without_date_and_source_get_the_chosen_ones(
    session: Session, by: Context, bring: Bring
) -> None:
    choices = RegisterChoices(as_of=date(2025, 6, 30), source="Niên giám huyện")
    bring([row[:7] for row in TEAMS], choices=choices)
    (line,) = lines(session)
    assert (line.as_of, line.source) == (date(2025, 6, 30), "Niên giám huyện")
    assert line.adults == 312


def test_a_commune_nobody_knows_is_asked_and_nothing_of_the_row_comes_in(
    session: Session, by: Context, bring: Bring
) -> None:
    rows = [TEAMS[0], ("Xã Không Có Thật", *TEAMS[1][1:])]
    report = bring(rows)
    assert report.count(RegisterCount.NOT_TAKEN) == 1
    assert TeamFindingKind.UNKNOWN_COMMUNE in kinds(report)
    assert lines(session) == []
    bring(rows, choices=RegisterChoices(commune_code="03721"))
    assert [line.commune for line in lines(session)] == ["Thuận Châu"]


def test_a_row_that_may_mean_two_teams_is_asked(
    session: Session, by: Context, bring: Bring
) -> None:
    for name in ("Tổ 1", "Tổ 2"):
        add_team(session, by, TeamData(unit_of(session), name, hamlet="Bản Púa"), TODAY)
    unnamed = [TEAMS[0], ("Thuận Châu", "Bản Púa", None, *TEAMS[1][3:])]
    report = bring(unnamed)
    assert TeamFindingKind.SEVERAL_TEAMS in kinds(report)
    assert len(lines(session)) == 2


def test_who_is_in_a_row_without_a_clear_team_is_told_by_name(
    session: Session, by: Context, bring: Bring
) -> None:
    unclear = [TEAMS[0], ("Xã Không Có Thật", *TEAMS[1][1:])]
    people = [MEMBERS[0], *(("Xã Không Có Thật", *row[1:]) for row in MEMBERS[1:])]
    report = bring(unclear, people)
    told = [f for f in report.findings if f.kind is TeamFindingKind.MEMBER_WITHOUT_TEAM]
    assert told and {f.severity for f in told} == {Severity.QUESTION}
    assert [f.before for f in told] == [row.row.name for row in report.people]
    assert {(f.sheet, f.row) for f in told} == {(r.row.sheet, r.row.row) for r in report.people}


def test_a_role_that_differs_is_told_and_stays(session: Session, by: Context, bring: Bring) -> None:
    bring(TEAMS, MEMBERS)
    changed = [MEMBERS[0], (*MEMBERS[1][:6], "Tổ phó", "20/07/2025")]
    report = bring(TEAMS, changed)
    assert TeamFindingKind.MEMBER_DIFFERS in kinds(report)
    details = team_details(session, lines(session)[0].id, TODAY)
    assert [m.role for m in details.current] == ["Tổ trưởng", ""]


def test_somebody_unclear_waits_and_joins_once_settled(
    session: Session, by: Context, bring: Bring, make_person: MakePerson
) -> None:
    make_person(session, "Vì Văn Bình", hamlet="Bản Púa", birth_year=1979, phone="0912345678")
    rows = [MEMBERS[0], ("Thuận Châu", "Bản Púa", "Tổ CNSCĐ bản Púa", "Vì Văn Bình", 1979,
                         "014079000123", "Thư ký", "2025")]  # fmt: skip
    report = bring(TEAMS, rows)
    assert report.count(RegisterCount.MEMBERS_HELD) == 1
    assert lines(session)[0].members == 0
    row = session.scalars(select(ImportRow).where(ImportRow.state == ImportRowState.HELD)).one()
    question = next(f for held in report.people for f in held.findings if f.open)
    answers = Answers({question.key: Answer(AnswerKind.TWO_PEOPLE)})
    assert settle(session, by, row.id, answers) is ImportRowState.ADDED
    (member,) = team_details(session, lines(session)[0].id, TODAY).current
    assert (member.name, member.role, member.valid_from) == (
        "Vì Văn Bình",
        "Thư ký",
        date(2025, 1, 1),
    )


def test_a_team_that_ended_is_not_found_again_by_the_name_of_one_that_stands(
    session: Session, by: Context, bring: Bring
) -> None:
    data = TeamData(unit_of(session), "Tổ CNSCĐ bản Púa", hamlet="Bản Púa")
    old = add_team(session, by, data, TODAY).key
    change_team(session, by, old, replace(data, valid_to=date(2025, 6, 30)), TODAY)
    new = add_team(session, by, data, TODAY).key
    bring(TEAMS)
    assert {line.id: line.decision_number for line in lines(session)} == {new: "12/QĐ-UBND"}


def test_who_left_and_comes_back_is_a_new_membership(
    session: Session, by: Context, bring: Bring, make_person: MakePerson
) -> None:
    person = make_person(session, "Lò Thị Ên", hamlet="Bản Púa", identity_number="014187001234")
    team = add_team(session, by, TeamData(unit_of(session), hamlet="Bản Púa"), TODAY).key
    past = MemberData("Thư ký", date(2022, 1, 1), date(2024, 12, 31))
    add_member(session, by, team, person, past)
    bring(TEAMS, MEMBERS)
    assert [m.role for m in team_details(session, team, TODAY).members] == [
        "Tổ trưởng", "", "Thư ký",
    ]  # fmt: skip


def test_a_preview_writes_nothing(
    database: Database, by: Context, planned: Callable[..., TeamPlan], stored: Any
) -> None:
    before = stored(database.path)
    plan = planned(TEAMS, MEMBERS)
    report = database.read(lambda s: preview(s, by, plan, RegisterChoices()))
    assert report.count(RegisterCount.TEAMS_NEW) == 1 and report.batch_id is None
    assert stored(database.path) == before


def test_a_commune_code_that_is_none_is_refused(
    session: Session, by: Context, planned: Callable[..., TeamPlan]
) -> None:
    with pytest.raises(AppError) as refused:
        bring_in(session, by, planned(TEAMS), RegisterChoices(commune_code="99999"))
    assert refused.value.code is ErrorCode.UNKNOWN_COMMUNE


def test_no_identity_number_stands_in_findings_or_what_the_batch_keeps(
    session: Session, by: Context, bring: Bring
) -> None:
    report = bring(TEAMS, MEMBERS)
    batch = session.get_one(ImportBatch, report.batch_id)
    told = [*map(repr, report.findings), batch.mapping]
    assert not any("014187001234" in text for text in told)


def test_figures_of_a_row_without_a_hamlet_are_the_communes(
    session: Session, by: Context, bring: Bring
) -> None:
    rows = [TEAMS[0], ("Thuận Châu", None, "Tổ CNSCĐ xã Thuận Châu", *TEAMS[1][3:])]
    bring(rows)
    found = denominators(session, TODAY)
    assert found[Area(unit_of(session), None)][Measure.ADULTS].value == 312


def test_the_register_as_a_file_is_read_back_and_says_nothing_new(
    session: Session, by: Context, bring: Bring, tmp_path: Path
) -> None:
    bring(TEAMS, MEMBERS)
    path = tmp_path / "xuat.xlsx"
    write_teams(path, "SỔ TỔ", teams_found(session, TeamQuery(TODAY)))
    report = bring_in(session, by, read_register(path, RegisterChoices(), TODAY), RegisterChoices())
    assert not report.brings_anything
    assert (report.count(RegisterCount.TEAMS_KNOWN), report.count(RegisterCount.MEMBERS_KNOWN)) == (
        1, 1,
    )  # fmt: skip


def test_taking_the_batch_back_leaves_the_file_as_it_was(
    database: Database, by: Context, planned: Callable[..., TeamPlan], stored: Any
) -> None:
    def prepare(session: Session) -> None:
        add_team(session, by, TeamData(unit_of(session), hamlet="Bản Púa"), TODAY)

    database.write(prepare)
    before = stored(database.path)
    plan = planned(TEAMS, MEMBERS)
    report = database.write(lambda s: bring_in(s, by, plan, RegisterChoices()))
    assert report.batch_id and TeamFindingKind.DECISION_FILLED in kinds(report)
    database.write(lambda s: take_back(s, by, report.batch_id))
    after = stored(database.path)
    facts = {"import_batch", "audit_entry", "machine_counter", "sqlite_sequence"}
    kept = [t for t in before if not t.startswith("person_search")]
    assert {t for t in kept if before[t] != after[t]} - facts == set()
