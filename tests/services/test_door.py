"""What stands beside the door."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from taphuan.models.context import Context
from taphuan.models.courses import Enrolment
from taphuan.models.enums import AttendanceStatus, Origin, SessionStatus, Verdict
from taphuan.models.errors import AppError, ErrorCode
from taphuan.services.attendance import undo
from taphuan.services.check_in import check_in
from taphuan.services.closing import close_course
from taphuan.services.courses import CourseRecord, change_session, find_course
from taphuan.services.door import (
    Wanted,
    admit,
    courses_of,
    door_choice,
    door_state,
    found_people,
)
from taphuan.services.enrolments import EnrolmentRecord, course_people

MORNING = datetime(2026, 3, 2, 7, 50)

MakeCourse = Callable[..., CourseRecord]
Enrolled = Callable[..., EnrolmentRecord]


def chosen(
    session: Session, now: datetime, preferred: str = "", wanted: Wanted | None = None
) -> tuple[str, int]:
    choice = door_choice(session, now, preferred, wanted)
    assert choice.course and choice.session
    return choice.course.code, choice.session.number


def test_the_session_that_is_open_now_comes_before_the_course_worked_with_yesterday(
    session: Session, make_course: MakeCourse
) -> None:
    make_course(session, "TH-01", sessions=3)
    make_course(session, "TH-02", sessions=2, first=date(2026, 3, 20))
    assert chosen(session, MORNING, "TH-02") == ("TH-01", 1)
    assert chosen(session, MORNING + timedelta(days=1), "TH-02") == ("TH-01", 2)


def test_of_two_open_sessions_the_course_worked_with_wins(
    session: Session, make_course: MakeCourse
) -> None:
    make_course(session, "TH-01")
    make_course(session, "TH-02")
    assert chosen(session, MORNING, "TH-01") == ("TH-01", 1)
    assert chosen(session, MORNING, "TH-02") == ("TH-02", 1)


def test_on_a_day_without_sessions_the_nearest_one_of_the_wanted_course_is_offered(
    session: Session, make_course: MakeCourse
) -> None:
    make_course(session, "TH-01", sessions=2)
    make_course(session, "TH-02", sessions=2, first=date(2026, 4, 1))
    assert chosen(session, datetime(2026, 3, 10, 9), "TH-02") == ("TH-02", 1)
    assert chosen(session, datetime(2026, 3, 10, 9)) == ("TH-01", 2)


def test_cancelled_sessions_and_closed_courses_are_not_offered_by_themselves(
    session: Session, by: Context, make_course: MakeCourse
) -> None:
    closed = make_course(session, "TH-01", sessions=1)
    close_course(session, by, closed)
    other = make_course(session, "TH-02", sessions=2)
    change_session(session, by, other.sessions[0].id, status=SessionStatus.CANCELLED)
    assert chosen(session, MORNING) == ("TH-02", 2)
    assert chosen(session, MORNING + timedelta(days=30), "TH-01") == ("TH-01", 1)


def test_what_somebody_chose_comes_before_what_is_likely(
    session: Session, make_course: MakeCourse
) -> None:
    make_course(session, "TH-01", sessions=3)
    make_course(session, "TH-02", sessions=2, first=date(2026, 3, 20))
    assert chosen(session, MORNING, wanted=Wanted("TH-02")) == ("TH-02", 1)
    assert chosen(session, MORNING, wanted=Wanted("TH-02", 2)) == ("TH-02", 2)
    assert chosen(session, MORNING, wanted=Wanted("TH-02", 9)) == ("TH-02", 1)
    assert chosen(session, MORNING, wanted=Wanted("TH-09")) == ("TH-01", 1)


def test_a_file_without_courses_offers_nothing(session: Session) -> None:
    choice = door_choice(session, MORNING)
    assert (choice.courses, choice.course, choice.session) == ((), None, None)


def test_the_state_of_a_session_counts_people_scans_and_the_session_before(
    session: Session, by: Context, make_course: MakeCourse, enrolled: Enrolled
) -> None:
    course = make_course(session, "TH-01", sessions=2)
    first, second = enrolled(session, course, "Lò Thị Ên"), enrolled(session, course, "Cà Văn Ín")
    before, today = course.sessions
    assert first.code and second.code
    check_in(session, by, before.id, first.code, by.new_id(), before.starts)
    at = today.starts
    answers = [
        check_in(session, by, today.id, code, by.new_id(), at + timedelta(minutes=minutes))
        for code, minutes in (
            (first.code, 0),
            (first.code, 1),
            (second.code, 20),
            ("1234567890123456", 21),
        )
    ]
    state = door_state(session, find_course(session, "TH-01"), today)
    assert state.marks == {
        first.person_id: AttendanceStatus.PRESENT,
        second.person_id: AttendanceStatus.LATE,
    }
    assert state.before == {first.person_id: AttendanceStatus.PRESENT}
    assert (state.repeated, state.refused) == (1, 1)
    assert [line.verdict for line in state.lines] == [a.verdict for a in reversed(answers)]
    assert [line.name for line in state.lines] == [None, "Cà Văn Ín", "Lò Thị Ên", "Lò Thị Ên"]


def test_an_undone_scan_stays_in_the_list_as_undone(
    session: Session, by: Context, make_course: MakeCourse, enrolled: Enrolled
) -> None:
    course = make_course(session, "TH-01")
    person = enrolled(session, course)
    record = course.sessions[0]
    assert person.code
    answer = check_in(session, by, record.id, person.code, by.new_id(), record.starts)
    undo(session, by, answer.scan_id)
    state = door_state(session, course, record)
    assert [(line.verdict, line.undone) for line in state.lines] == [(Verdict.PRESENT, True)]
    assert state.marks == {}


def test_somebody_of_another_course_is_admitted_with_their_place_and_can_check_in(
    session: Session, by: Context, make_course: MakeCourse, enrolled: Enrolled
) -> None:
    here, there = make_course(session, "TH-01"), make_course(session, "TH-02")
    guest = enrolled(session, there, "Cứ Thị Nở", hamlet="Bản Lào")
    assert courses_of(session, guest.person_id) == ["TH-02"]
    admit(session, by, here.id, guest.person_id)
    (person,) = course_people(session, here.id)
    assert (person.name, person.hamlet, person.commune) == ("Cứ Thị Nở", "Bản Lào", "Thuận Châu")
    assert courses_of(session, guest.person_id) == ["TH-01", "TH-02"]
    record = here.sessions[0]
    answer = check_in(session, by, record.id, person.code or "", by.new_id(), record.starts)
    assert answer.verdict is Verdict.PRESENT


def test_nobody_is_admitted_to_a_closed_course(
    session: Session, by: Context, make_course: MakeCourse, enrolled: Enrolled
) -> None:
    here, there = make_course(session, "TH-01"), make_course(session, "TH-02")
    guest = enrolled(session, there)
    close_course(session, by, here)
    with pytest.raises(AppError) as refused:
        admit(session, by, here.id, guest.person_id)
    assert refused.value.code is ErrorCode.COURSE_CLOSED


def test_people_are_found_by_words_without_accents_phone_and_last_four(
    session: Session, by: Context, make_course: MakeCourse, enrolled: Enrolled
) -> None:
    course = make_course(session, "TH-01")
    en = enrolled(session, course, "Lò Thị Ên", phone="0912345678")
    enrolled(session, course, "Lường Văn Ín", identity_number="014090004417", note="con ông Én")
    people = course_people(session, course.id)

    def found(typed: str) -> list[str]:
        return [person.name for person in found_people(people, typed)]

    assert found("en lo") == ["Lò Thị Ên"]
    assert found("lu in") == ["Lường Văn Ín"]
    assert found("ong en") == ["Lường Văn Ín"]
    assert found("l") == ["Lò Thị Ên", "Lường Văn Ín"]
    assert found("0912") == ["Lò Thị Ên"]
    assert found("5678") == ["Lò Thị Ên"]
    assert found("4417") == ["Lường Văn Ín"]
    assert found((en.code or "")[-4:]) == ["Lò Thị Ên"]
    assert found(" ") == [] and found("xyz") == [] and found("9") == []


def test_a_walk_in_is_recorded_as_one(
    session: Session, by: Context, make_course: MakeCourse, enrolled: Enrolled
) -> None:
    here, there = make_course(session, "TH-01"), make_course(session, "TH-02")
    guest = enrolled(session, there)
    entry = admit(session, by, here.id, guest.person_id)
    origin = session.scalar(select(Enrolment.origin).where(Enrolment.id == entry))
    assert origin is Origin.WALK_IN
