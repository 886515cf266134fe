from collections.abc import Callable
from uuid import UUID

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from taphuan.models.context import Context
from taphuan.models.enums import AttendanceStatus, IncompleteReason, Skill, SkillResult
from taphuan.models.errors import ErrorCode
from taphuan.models.outcomes import Completion
from taphuan.services.assessments import Word, assess
from taphuan.services.attendance import set_status
from taphuan.services.closing import (
    Outcome,
    close_course,
    outcomes,
    recorded_outcomes,
    reopen_course,
)
from taphuan.services.courses import CourseRecord, change_session, find_course
from taphuan.services.enrolments import EnrolmentRecord, withdraw

Enrolled = Callable[..., EnrolmentRecord]
MakeCourse = Callable[..., CourseRecord]
Attends = Callable[..., None]


def outcome(session: Session, course: CourseRecord) -> Outcome:
    (found,) = outcomes(session, find_course(session, course.code))
    return found


@pytest.mark.parametrize(("times", "completed"), [(0, False), (3, False), (4, True), (5, True)])
def test_four_of_five_sessions_are_80_percent(
    session: Session,
    make_course: MakeCourse,
    enrolled: Enrolled,
    attends: Attends,
    times: int,
    completed: bool,
) -> None:
    course = make_course(session, sessions=5)
    attends(session, course, enrolled(session, course), times)
    found = outcome(session, course)
    assert (found.completed, found.attended, found.sessions) == (completed, times, 5)
    assert found.reason == (None if completed else IncompleteReason.ATTENDANCE)


def test_late_counts_as_attended_excused_does_not(
    session: Session,
    by: Context,
    make_course: MakeCourse,
    enrolled: Enrolled,
) -> None:
    course = make_course(session, sessions=2)
    ên = enrolled(session, course)
    first, second = (record.id for record in course.sessions)
    set_status(session, by, ên.id, first, AttendanceStatus.LATE)
    set_status(session, by, ên.id, second, AttendanceStatus.EXCUSED)
    assert outcome(session, course).attended == 1


def test_a_cancelled_session_leaves_the_denominator(
    session: Session, by: Context, make_course: MakeCourse, enrolled: Enrolled, attends: Attends
) -> None:
    course = make_course(session, sessions=4)
    attends(session, course, enrolled(session, course), 3)
    assert not outcome(session, course).completed
    change_session(session, by, course.sessions[3].id, status="cancelled")
    found = outcome(session, course)
    assert (found.completed, found.attended, found.sessions) == (True, 3, 3)


def test_a_cancelled_session_counts_for_nobody_who_was_there(
    session: Session, by: Context, make_course: MakeCourse, enrolled: Enrolled, attends: Attends
) -> None:
    course = make_course(session, sessions=3)
    attends(session, course, enrolled(session, course), 1)
    change_session(session, by, course.sessions[0].id, status="cancelled")
    assert (outcome(session, course).attended, outcome(session, course).sessions) == (0, 2)


def test_nobody_completes_a_course_whose_sessions_were_all_cancelled_or_missed(
    session: Session, by: Context, make_course: MakeCourse, enrolled: Enrolled, attends: Attends
) -> None:
    course = make_course(session, sessions=1, required_share=0)
    ên = enrolled(session, course)
    assert not outcome(session, course).completed
    attends(session, course, ên, 1)
    assert outcome(session, course).completed
    change_session(session, by, course.sessions[0].id, status="cancelled")
    assert not outcome(session, course).completed


def test_who_lacks_a_required_skill_is_told_which(
    session: Session, by: Context, make_course: MakeCourse, enrolled: Enrolled, attends: Attends
) -> None:
    skills = (Skill.DVC, Skill.SHOPPING, Skill.PAYMENT)
    course = make_course(session, skills=skills, required_skills=(Skill.DVC, Skill.PAYMENT))
    ên = enrolled(session, course)
    attends(session, course, ên)
    assess(session, by, course.id, ên.person_id, Word(Skill.DVC, SkillResult.PASS))
    assess(session, by, course.id, ên.person_id, Word(Skill.PAYMENT, SkillResult.STUCK))
    found = outcome(session, course)
    assert (found.reason, found.missing_skills) == (IncompleteReason.SKILLS, (Skill.PAYMENT,))
    assess(session, by, course.id, ên.person_id, Word(Skill.PAYMENT, SkillResult.PASS))
    assert outcome(session, course).completed


def test_closing_records_everyone_the_withdrawn_too(
    session: Session, by: Context, make_course: MakeCourse, enrolled: Enrolled, attends: Attends
) -> None:
    course = make_course(session)
    done, absent, gone = (enrolled(session, course, f"Lò Văn {n}") for n in ("An", "Bình", "Chung"))
    attends(session, course, done)
    attends(session, course, gone)
    withdraw(session, by, gone.id, "chuyển đi")
    close_course(session, by, course)
    recorded = recorded_outcomes(session, course.id)
    assert {key: row.reason for key, row in recorded.items()} == {
        done.person_id: None,
        absent.person_id: IncompleteReason.ATTENDANCE,
        gone.person_id: IncompleteReason.WITHDRAWN,
    }
    assert find_course(session, course.code).closed_at is not None


def test_who_withdrew_and_came_back_can_complete(
    session: Session, by: Context, make_course: MakeCourse, enrolled: Enrolled, attends: Attends
) -> None:
    course = make_course(session)
    first = enrolled(session, course)
    withdraw(session, by, first.id, "ốm")
    again = enrolled(session, course, person=first.person_id)
    attends(session, course, again)
    close_course(session, by, course)
    recorded = recorded_outcomes(session, course.id)
    assert {key: row.completed for key, row in recorded.items()} == {again.person_id: True}


def test_sessions_of_both_records_of_a_merged_person_add_up(
    session: Session,
    make_course: MakeCourse,
    enrolled: Enrolled,
    scan: Callable[..., object],
    merge: Callable[[Session, UUID, UUID], None],
) -> None:
    course = make_course(session)
    one, other = enrolled(session, course), enrolled(session, course)
    for number, who in enumerate((one, one, other, other), 1):
        scan(session, course, who.code, number)
    merge(session, other.person_id, one.person_id)
    found = outcome(session, course)
    assert (found.completed, found.attended) == (True, 4)


def test_a_course_is_closed_once_and_reopened_once(
    session: Session,
    by: Context,
    make_course: MakeCourse,
    enrolled: Enrolled,
    attends: Attends,
    refused: Callable[..., ErrorCode],
) -> None:
    course = make_course(session)
    ên = enrolled(session, course)
    assert refused(reopen_course, session, by, course) == ErrorCode.COURSE_NOT_CLOSED
    close_course(session, by, course)
    assert refused(close_course, session, by, course) == ErrorCode.COURSE_CLOSED
    reopen_course(session, by, course)
    assert recorded_outcomes(session, course.id) == {}
    assert find_course(session, course.code).closed_at is None
    attends(session, course, ên)
    close_course(session, by, course)
    assert [row.completed for row in recorded_outcomes(session, course.id).values()] == [True]
    assert session.scalar(select(func.count()).select_from(Completion)) == 2


def test_a_closed_course_takes_nobody_in(
    session: Session,
    by: Context,
    make_course: MakeCourse,
    enrolled: Enrolled,
    refused: Callable[..., ErrorCode],
) -> None:
    course = make_course(session)
    close_course(session, by, course)
    assert refused(enrolled, session, course) == ErrorCode.COURSE_CLOSED
