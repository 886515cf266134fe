"""The very same file again: for another course, and after somebody decided on its rows."""

from collections.abc import Callable
from uuid import UUID

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from taphuan.importing.findings import Answer, AnswerKind, Answers, Finding, FindingKind, RowKey
from taphuan.importing.plan import ImportPlan
from taphuan.models.context import Context
from taphuan.models.enums import ImportRowState
from taphuan.models.people import Person
from taphuan.services.courses import CourseRecord
from taphuan.services.enrolments import course_people
from taphuan.services.lists.draft import ImportReport
from taphuan.services.lists.held import count_held, discard, held_rows, restore, settle
from taphuan.services.lists.undoing import undo

Bring = Callable[..., ImportReport]
ReadList = Callable[..., ImportPlan]
MakeCourse = Callable[..., CourseRecord]
ADDED, MATCHED, HELD = ImportRowState.ADDED, ImportRowState.MATCHED, ImportRowState.HELD
DISCARDED = ImportRowState.DISCARDED
HEAD = "Họ và tên;Ngày sinh;Số CCCD;Điện thoại;Bản;Xã"
NOWHERE = "Cà Văn Đô;01/01/1971;014071008888;;Bản Cụ;Xã Không Có"
BAD = "Cà Văn Chung;32/13/1970;014070009999;;Bản Cụ;Xã Không Có"
_K = FindingKind


def asked(findings: tuple[Finding, ...], kind: FindingKind) -> Finding:
    return next(f for f in findings if f.kind is kind and f.open)


def say(finding: Finding, kind: AnswerKind, value: str = "") -> Answers:
    return Answers({finding.key: Answer(kind, value)})


def only_row(session: Session) -> tuple[UUID, tuple[Finding, ...]]:
    (row,) = held_rows(session)
    return row.id, row.line.findings


def states(report: ImportReport) -> list[ImportRowState]:
    return [row.state for row in report.rows]


@pytest.mark.parametrize("second", ["TH-02", ""])
def test_a_row_that_waits_for_one_course_waits_on_when_the_file_comes_for_another(
    session: Session,
    by: Context,
    bring: Bring,
    read_list: ReadList,
    make_course: MakeCourse,
    second: str,
) -> None:
    first = make_course(session, "TH-01")
    other = make_course(session, second) if second else None
    plan = read_list(HEAD, NOWHERE)
    bring(session, plan, first)
    bring(session, plan, other)
    rows = {row.course_code: row for row in held_rows(session)}
    assert sorted(rows) == sorted(["TH-01", second])
    unknown = asked(rows["TH-01"].line.findings, _K.UNKNOWN_COMMUNE)
    said = say(unknown, AnswerKind.VALUE, "03727")
    assert settle(session, by, rows["TH-01"].id, said) is ADDED
    (left,) = held_rows(session)
    assert (left.course_code, left.line.state) == (second, MATCHED)
    assert settle(session, by, left.id, Answers()) is MATCHED
    for course in filter(None, (first, other)):
        assert [p.name for p in course_people(session, course.id)] == ["Cà Văn Đô"]
    assert session.scalar(select(func.count()).select_from(Person)) == 1


@pytest.mark.parametrize("has_course", [True, False])
def test_a_row_that_waits_gives_way_to_itself_for_the_same_course(
    session: Session, bring: Bring, read_list: ReadList, make_course: MakeCourse, has_course: bool
) -> None:
    course = make_course(session) if has_course else None
    plan = read_list(HEAD, NOWHERE)
    bring(session, plan, course)
    again = bring(session, plan, course)
    (row,) = held_rows(session)
    assert row.batch_id == again.batch_id


def test_a_row_that_was_settled_is_that_person_without_asking_again(
    session: Session, by: Context, bring: Bring, read_list: ReadList, make_course: MakeCourse
) -> None:
    plan = read_list(HEAD, BAD)
    bring(session, plan)
    row, found = only_row(session)
    settle(session, by, row, say(asked(found, _K.UNKNOWN_COMMUNE), AnswerKind.VALUE, "03727"))
    birth = say(asked(found, _K.BAD_DATE), AnswerKind.VALUE, "05/03/1970")
    assert settle(session, by, row, birth) is ADDED
    course = make_course(session)
    assert states(bring(session, plan, course)) == [MATCHED]
    assert count_held(session) == 0
    (person,) = course_people(session, course.id)
    assert (f"{person.birth_date}", person.commune_code) == ("1970-03-05", "03727")


def test_what_was_decided_in_the_review_holds_for_the_file_when_it_comes_again(
    session: Session, by: Context, bring: Bring, read_list: ReadList
) -> None:
    plan = read_list(HEAD, NOWHERE)
    unknown = asked(bring(session, plan).findings, _K.UNKNOWN_COMMUNE)
    bring(session, plan, answers=say(unknown, AnswerKind.VALUE, "03727"))
    assert states(bring(session, plan)) == [MATCHED]
    assert session.scalar(select(func.count()).select_from(Person)) == 1


def test_what_was_decided_on_a_row_that_still_waits_is_not_asked_again(
    session: Session, by: Context, bring: Bring, read_list: ReadList
) -> None:
    plan = read_list(HEAD, BAD)
    bring(session, plan)
    row, found = only_row(session)
    birth = say(asked(found, _K.BAD_DATE), AnswerKind.VALUE, "05/03/1970")
    assert settle(session, by, row, birth) is HELD
    bring(session, plan)
    row, found = only_row(session)
    assert [f.kind for f in found if f.open] == [_K.UNKNOWN_COMMUNE]
    unknown = asked(found, _K.UNKNOWN_COMMUNE)
    assert settle(session, by, row, say(unknown, AnswerKind.VALUE, "03727")) is ADDED
    assert f"{session.scalars(select(Person.birth_date)).one()}" == "1970-03-05"


def test_another_decision_now_comes_before_the_one_of_then(
    session: Session, by: Context, bring: Bring, read_list: ReadList
) -> None:
    plan = read_list(HEAD, BAD)
    bring(session, plan)
    row, found = only_row(session)
    unknown = asked(found, _K.UNKNOWN_COMMUNE)
    settle(session, by, row, say(unknown, AnswerKind.VALUE, "03727"))
    now = {
        unknown.key: Answer(AnswerKind.VALUE, "03721"),
        asked(found, _K.BAD_DATE).key: Answer(AnswerKind.LEAVE_OUT),
    }
    again = read_list(HEAD, BAD, answers=Answers(now))
    report = bring(session, again, answers=Answers(now))
    assert [(r.state, r.commune) for r in report.rows] == [(ADDED, "xã Thuận Châu")]


def test_a_row_that_was_left_out_is_left_out_again_and_can_be_taken_back(
    session: Session, by: Context, bring: Bring, read_list: ReadList
) -> None:
    plan = read_list(HEAD, NOWHERE)
    bring(session, plan)
    row, _ = only_row(session)
    discard(session, by, row)
    report = bring(session, plan)
    assert states(report) == [DISCARDED] and count_held(session) == 0
    restore(session, row)
    assert states(bring(session, plan)) == [HELD]
    row, found = only_row(session)
    said = say(asked(found, _K.UNKNOWN_COMMUNE), AnswerKind.VALUE, "03727")
    assert settle(session, by, row, said) is ADDED


def test_a_row_that_was_left_out_comes_in_when_it_is_taken_or_for_another_course(
    session: Session, by: Context, bring: Bring, read_list: ReadList, make_course: MakeCourse
) -> None:
    plan = read_list(HEAD, NOWHERE)
    bring(session, plan)
    discard(session, by, only_row(session)[0])
    assert states(bring(session, plan, make_course(session))) == [HELD]
    key = RowKey(plan.source.sha256, plan.rows[0].sheet, plan.rows[0].row)
    taken = Answers(taken=frozenset({key}))
    assert states(bring(session, plan, answers=taken)) == [HELD]


def test_after_the_earlier_go_is_taken_back_everything_is_asked_again(
    session: Session, by: Context, bring: Bring, read_list: ReadList
) -> None:
    plan = read_list(HEAD, NOWHERE)
    first = bring(session, plan)
    discard(session, by, only_row(session)[0])
    undo(session, by, first.batch_id)
    assert states(bring(session, plan)) == [HELD]


def test_the_very_file_again_changes_nobody(
    session: Session, by: Context, bring: Bring, read_list: ReadList
) -> None:
    row = "Lò Thị Ên;05/03/1987;014187001234;0912345678;Bản Púa;Mường É"
    plan = read_list(HEAD, row)
    first = bring(session, plan)
    person = session.get_one(Person, session.scalars(select(Person.seq)).one())
    person.phone, person.birth_date, person.hamlet_id = "0988000111", None, None
    session.flush()
    again = bring(session, plan)
    assert states(again) == [MATCHED] and again.rows[0].person_id == first.rows[0].person_id
    session.expire_all()
    assert (person.phone, person.birth_date, person.hamlet_id) == ("0988000111", None, None)
    told = {f.kind for f in again.findings}
    assert told.isdisjoint({_K.FIELD_FILLED, _K.FIELD_CHANGED, _K.FIELD_DIFFERS})
