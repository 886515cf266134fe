from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy.orm import Session
from taphuan.db.database import Database
from taphuan.importing.fields import Field
from taphuan.importing.findings import Answer, AnswerKind, Answers, Finding, FindingKind
from taphuan.models.context import Context
from taphuan.models.enums import ImportRowState
from taphuan.services.courses import CourseRecord
from taphuan.services.enrolments import course_people
from taphuan.services.lists.bringing import bring_in, read_list, understand
from taphuan.services.lists.choices import ListChoices
from taphuan.services.lists.draft import ListDraft
from taphuan.services.lists.review import (
    ReviewColumn,
    ReviewFilter,
    ReviewLine,
    counts,
    review_lines,
)
from taphuan.services.search import all_matches

from tests.conftest import FIRST_DAY as TODAY

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


def drafted(session: Session, path: Path, choices: ListChoices | None = None) -> ListDraft:
    chosen = choices or ListChoices()
    return understand(session, [read_list(path, chosen, TODAY)], chosen, TODAY)


def reviewed(
    session: Session, path: Path, choices: ListChoices | None = None
) -> dict[int, ReviewLine]:
    """What the review shows of a file, by the number of the row."""
    return {line.row: line for line in review_lines(drafted(session, path, choices))}


def finding(line: ReviewLine, kind: FindingKind) -> Finding:
    return next(found for found in line.findings if found.kind is kind)


def refusing(*findings: Finding) -> ListChoices:
    refusal = Answer(AnswerKind.REFUSE)
    return ListChoices(answers=Answers({found.key: refusal for found in findings}))


def test_a_repaired_cell_shows_what_it_became_and_is_marked(
    session: Session, list_file: Path
) -> None:
    line = reviewed(session, list_file)[2]
    assert line.texts[ReviewColumn.PHONE] == "0912345678"
    assert line.marked[ReviewColumn.PHONE].kind is FindingKind.PHONE_ZERO
    assert line.texts[ReviewColumn.IDENTITY] == "••••••••1234"
    assert line.belongs(ReviewFilter.REPAIRED) and not line.belongs(ReviewFilter.OPEN)


def test_a_cell_that_cannot_be_read_shows_what_stands_in_the_file_and_holds_its_row(
    session: Session, list_file: Path
) -> None:
    line = reviewed(session, list_file)[3]
    assert line.texts[ReviewColumn.BIRTH] == "32/13/1990"
    assert line.marked[ReviewColumn.BIRTH].open
    assert line.state is ImportRowState.HELD and line.belongs(ReviewFilter.OPEN)


def test_a_former_commune_is_shown_with_the_one_of_today(session: Session, list_file: Path) -> None:
    line = reviewed(session, list_file)[4]
    assert line.texts[ReviewColumn.COMMUNE] == "Phổng Lái → Bình Thuận"
    assert finding(line, FindingKind.FORMER_COMMUNE).column == "Xã"


def test_a_refused_repair_is_not_made_and_a_former_commune_without_it_waits(
    session: Session, list_file: Path
) -> None:
    first = reviewed(session, list_file)
    choices = refusing(
        finding(first[2], FindingKind.PHONE_ZERO), finding(first[4], FindingKind.FORMER_COMMUNE)
    )
    again = reviewed(session, list_file, choices)
    assert again[2].texts[ReviewColumn.PHONE] == "912345678"
    assert again[4].texts[ReviewColumn.COMMUNE] == "Phổng Lái"
    assert again[4].state is ImportRowState.HELD
    assert again[5].state is ImportRowState.ADDED


def test_a_column_given_another_field_is_read_as_that(session: Session, list_file: Path) -> None:
    plan = read_list(list_file, ListChoices(), TODAY)
    key = (plan.source.sha256, plan.tables[0].sheet)
    line = reviewed(session, list_file, ListChoices(fields={key: {4: Field.IGNORE}}))[2]
    assert line.texts[ReviewColumn.PHONE] == "" and ReviewColumn.PHONE not in line.marked


def test_rows_are_counted_and_filtered_by_what_was_found(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "hai dong.csv"
    again = "5;" + ROWS[4][2:].replace("Tòng Văn Giang", "TÒNG VĂN GIANG")
    path.write_text("\n".join((*ROWS, again)) + "\n", encoding="utf-8")
    draft = drafted(session, path)
    told = counts(draft)
    assert (told.rows, told.repaired, told.open, told.repeated) == (5, 3, 2, 1)
    assert told.states == {ImportRowState.ADDED: 3, ImportRowState.HELD: 2}
    assert told.kinds[FindingKind.DUPLICATE_IN_FILE] == told.kinds[FindingKind.BAD_DATE] == 1
    assert FindingKind.YEAR_ONLY not in told.kinds  # only told, nothing to look at
    lines = review_lines(draft)
    repeated = [line.row for line in lines if line.belongs(ReviewFilter.REPEATED)]
    former = FindingKind.FORMER_COMMUNE
    assert repeated == [6]
    assert [line.row for line in lines if line.belongs(ReviewFilter.ALL, former)] == [4]
    assert all(line.belongs(ReviewFilter.ALL) for line in lines)


def test_a_row_left_out_by_the_user_is_shown_and_comes_to_nothing(
    session: Session, list_file: Path
) -> None:
    left_out = reviewed(session, list_file)[5].key
    choices = ListChoices(answers=Answers(skipped=frozenset({left_out})))
    lines = reviewed(session, list_file, choices)
    assert lines[5].state is ImportRowState.DISCARDED
    assert lines[2].state is ImportRowState.ADDED


def test_what_is_shown_is_what_the_import_then_does(
    database: Database,
    by: Context,
    list_file: Path,
    make_course: Callable[..., CourseRecord],
    stored: Callable[[Path], dict[str, str]],
) -> None:
    course = database.write(lambda session: make_course(session))
    choices = ListChoices(course_code="TH-01", commune_code="03727")
    plan = read_list(list_file, choices, TODAY)
    before = stored(database.path)
    draft = database.read(lambda session: understand(session, [plan], choices, TODAY))
    assert stored(database.path) == before
    assert len(database.read(lambda session: all_matches(session, ""))) == 0
    (report,) = database.write(lambda session: bring_in(session, by, [plan], choices))
    assert [row.state for row in report.rows] == [row.state for row in draft.files[0].rows]
    assert report.findings == draft.files[0].findings
    people = database.read(lambda session: course_people(session, course.id))
    assert [person.name for person in people] == ["Cầm Thị Dung", "Lò Thị Ên", "Tòng Văn Giang"]
    assert {person.commune for person in people} == {"Mường É"}
