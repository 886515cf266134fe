from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy.orm import Session
from taphuan.db.database import Database
from taphuan.importing.fields import Field
from taphuan.importing.findings import Finding, FindingKind
from taphuan.models.context import Context
from taphuan.models.enums import ImportRowState
from taphuan.services.courses import CourseRecord
from taphuan.services.enrolments import course_people
from taphuan.services.list_review import (
    ListChoices,
    ReviewColumn,
    ReviewFilter,
    ReviewLine,
    brought_in,
    finding_key,
    read_list,
    review_lines,
)
from taphuan.services.search import all_matches

TODAY = date(2026, 3, 2)
ROWS = (
    "STT;Họ và tên;Ngày sinh;Số CCCD;Điện thoại;Xã",
    "1;Lò Thị Ên;05/03/1987;014187001234;912345678;Mường É",
    "2;Vì Văn Bình;32/13/1990;;0388123456;Mường É",
    "3;Cầm Thị Dung;1991;;0388123457;Phổng Lái",
    "4;Tòng Văn Giang;1992;;0388123458;Mường É",
)


@pytest.fixture
def list_file(tmp_path: Path) -> Path:
    path = tmp_path / "danh sach.csv"
    path.write_text("\n".join(ROWS) + "\n", encoding="utf-8")
    return path


def silent(done: int, total: int) -> None:
    pass


def reviewed(
    session: Session, by: Context, path: Path, choices: ListChoices | None = None
) -> dict[int, ReviewLine]:
    """What the review shows of a file, by the number of the row."""
    chosen = choices or ListChoices()
    plan = read_list(path, chosen, TODAY)
    report = brought_in(session, by, plan, chosen, silent)
    return {line.row: line for line in review_lines(report, plan)}


def finding(line: ReviewLine, kind: FindingKind) -> Finding:
    return next(found for found in line.findings if found.kind is kind)


def test_a_repaired_cell_shows_what_it_became_and_is_marked(
    session: Session, by: Context, list_file: Path
) -> None:
    line = reviewed(session, by, list_file)[2]
    assert line.texts[ReviewColumn.PHONE] == "0912345678"
    assert line.marked[ReviewColumn.PHONE].kind is FindingKind.PHONE_ZERO
    assert line.texts[ReviewColumn.IDENTITY] == "••••••••1234"
    assert line.belongs(ReviewFilter.REPAIRED) and not line.belongs(ReviewFilter.OPEN)


def test_a_cell_that_cannot_be_read_shows_what_stands_in_the_file_and_holds_its_row(
    session: Session, by: Context, list_file: Path
) -> None:
    line = reviewed(session, by, list_file)[3]
    assert line.texts[ReviewColumn.BIRTH] == "32/13/1990"
    assert line.marked[ReviewColumn.BIRTH].open
    assert line.state is ImportRowState.HELD and line.belongs(ReviewFilter.OPEN)


def test_a_former_commune_is_shown_with_the_one_of_today(
    session: Session, by: Context, list_file: Path
) -> None:
    line = reviewed(session, by, list_file)[4]
    assert line.texts[ReviewColumn.COMMUNE] == "Phổng Lái → Bình Thuận"
    assert finding(line, FindingKind.FORMER_COMMUNE).column == "Xã"


def test_a_refused_repair_is_not_made_and_holds_its_row_alone(
    session: Session, by: Context, list_file: Path
) -> None:
    first = reviewed(session, by, list_file)
    keys = {
        finding_key(finding(first[2], FindingKind.PHONE_ZERO)),
        finding_key(finding(first[4], FindingKind.FORMER_COMMUNE)),
    }
    again = reviewed(session, by, list_file, ListChoices(refused=frozenset(keys)))
    assert again[2].state is ImportRowState.HELD
    assert again[2].texts[ReviewColumn.PHONE] == "912345678"
    assert again[4].texts[ReviewColumn.COMMUNE] == "Phổng Lái"
    assert again[4].state is ImportRowState.HELD
    assert again[5].state is ImportRowState.MATCHED


def test_a_column_given_another_field_is_read_as_that(
    session: Session, by: Context, list_file: Path
) -> None:
    sheet = read_list(list_file, ListChoices(), TODAY).tables[0].sheet
    choices = ListChoices(fields={sheet: {4: Field.IGNORE}})
    line = reviewed(session, by, list_file, choices)[2]
    assert line.texts[ReviewColumn.PHONE] == "" and ReviewColumn.PHONE not in line.marked


def test_a_repeated_row_is_among_the_repeated(
    session: Session, by: Context, tmp_path: Path
) -> None:
    path = tmp_path / "hai dong.csv"
    path.write_text("\n".join((*ROWS, "5;" + ROWS[4][2:])) + "\n", encoding="utf-8")
    lines = reviewed(session, by, path)
    assert [row for row, line in lines.items() if line.belongs(ReviewFilter.REPEATED)] == [6]
    assert all(line.belongs(ReviewFilter.ALL) for line in lines.values())


def test_a_rehearsal_shows_what_the_import_then_does(
    database: Database,
    by: Context,
    list_file: Path,
    make_course: Callable[..., CourseRecord],
) -> None:
    course = database.write(lambda session: make_course(session))
    choices = ListChoices(course_code="TH-01", commune_code="03727")
    plan = read_list(list_file, choices, TODAY)

    def bring(session: Session) -> list[ImportRowState]:
        report = brought_in(session, by, plan, choices, silent)
        return [line.state for line in review_lines(report, plan, "Mường É")]

    rehearsed = database.rehearse(bring)
    assert len(database.read(lambda session: all_matches(session, ""))) == 0
    assert database.write(bring) == rehearsed
    people = database.read(lambda session: course_people(session, course.id))
    assert [person.name for person in people] == ["Cầm Thị Dung", "Lò Thị Ên", "Tòng Văn Giang"]
    assert {person.commune for person in people} == {"Mường É"}


def test_a_key_finds_the_finding_again_whatever_was_decided(
    session: Session, by: Context, list_file: Path
) -> None:
    repair = finding(reviewed(session, by, list_file)[2], FindingKind.PHONE_ZERO)
    assert finding_key(repair) == finding_key(replace(repair, applied=False, open=True))
