"""Planning: where a course stands on a day, the next code, changing what was planned."""

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy.orm import Session
from taphuan.models.context import Context
from taphuan.models.enums import SessionStatus, Skill
from taphuan.models.errors import ErrorCode
from taphuan.services.closing import close_course
from taphuan.services.course_plan import (
    Phase,
    add_session,
    held_sessions,
    move_session,
    next_code,
    phase,
    session_at_hand,
    set_session_status,
    update_course,
)
from taphuan.services.courses import CourseRecord, NewCourse, SessionTime, find_course

MakeCourse = Callable[..., CourseRecord]


def test_a_course_is_upcoming_then_running_then_ended(
    session: Session, make_course: MakeCourse
) -> None:
    course = make_course(session, sessions=2)
    assert phase(course, datetime(2026, 3, 1, 23, 59)) is Phase.UPCOMING
    assert phase(course, datetime(2026, 3, 2, 7, 0)) is Phase.RUNNING
    assert phase(course, datetime(2026, 3, 3, 11, 0)) is Phase.RUNNING
    assert phase(course, datetime(2026, 3, 3, 11, 1)) is Phase.ENDED


def test_a_closed_course_is_closed_whatever_the_day(
    session: Session, by: Context, make_course: MakeCourse
) -> None:
    course = make_course(session)
    close_course(session, by, course)
    assert phase(find_course(session, "TH-01"), datetime(2026, 1, 1)) is Phase.CLOSED


def test_a_cancelled_last_session_no_longer_keeps_a_course_running(
    session: Session, by: Context, make_course: MakeCourse
) -> None:
    course = make_course(session, sessions=2)
    set_session_status(session, by, course.sessions[1].id, SessionStatus.CANCELLED)
    course = find_course(session, "TH-01")
    assert [s.number for s in held_sessions(course)] == [1]
    assert phase(course, datetime(2026, 3, 2, 12, 0)) is Phase.ENDED


def test_check_in_goes_to_the_session_that_has_not_ended(
    session: Session, make_course: MakeCourse
) -> None:
    course = make_course(session, sessions=3)
    numbers = []
    for now in (datetime(2026, 3, 1), datetime(2026, 3, 2, 11, 1), datetime(2026, 3, 9)):
        found = session_at_hand(course, now)
        numbers.append(found.number if found else None)
    assert numbers == [1, 2, 3]


def test_the_first_code_of_a_year_is_001_and_the_next_follows_the_highest(
    session: Session, make_course: MakeCourse
) -> None:
    assert next_code(session, 2026) == "TH-2026-001"
    make_course(session, "TH-2026-007")
    make_course(session, "TH-2026-003")
    make_course(session, "TH-2025-041")
    assert next_code(session, 2026) == "TH-2026-008"


def test_changing_a_course_keeps_its_code_and_sessions(
    session: Session, by: Context, make_course: MakeCourse
) -> None:
    course = make_course(session, sessions=2, skills=(Skill.DVC, Skill.SAFETY))
    plan = NewCourse(
        code="khác",
        title="Tên mới",
        sessions=(),
        skills=(Skill.DVC, Skill.PAYMENT),
        required_skills=(Skill.DVC,),
        required_share=60,
        campaign="92 ngày đêm",
    )
    update_course(session, by, course.id, plan)
    found = find_course(session, "TH-01")
    assert (found.title, found.campaign, found.required_share) == ("Tên mới", "92 ngày đêm", 60)
    assert found.skills == (Skill.DVC, Skill.PAYMENT)
    assert found.required_skills == (Skill.DVC,)
    assert len(found.sessions) == 2


def test_a_session_is_added_after_the_last_and_moved(
    session: Session, by: Context, make_course: MakeCourse
) -> None:
    course = make_course(session, sessions=1)
    afternoon = SessionTime(datetime(2026, 3, 9, 14), datetime(2026, 3, 9, 17), "Bản Púa", "Ôn tập")
    add_session(session, by, course.id, afternoon)
    added = find_course(session, "TH-01").sessions[1]
    assert (added.number, added.starts, added.title) == (2, afternoon.starts, "Ôn tập")
    later = SessionTime(afternoon.starts + timedelta(days=1), afternoon.ends + timedelta(days=1))
    move_session(session, by, added.id, later)
    moved = find_course(session, "TH-01").sessions[1]
    assert (moved.starts, moved.venue) == (later.starts, None)


def test_the_sessions_of_a_closed_course_stay_as_they_are(
    session: Session, by: Context, make_course: MakeCourse, refused: Callable[..., ErrorCode]
) -> None:
    course = make_course(session, sessions=1)
    close_course(session, by, course)
    time = SessionTime(datetime(2026, 3, 9, 14), datetime(2026, 3, 9, 17))
    one = course.sessions[0].id
    cancelled = SessionStatus.CANCELLED
    assert refused(add_session, session, by, course.id, time) is ErrorCode.COURSE_CLOSED
    assert refused(move_session, session, by, one, time) is ErrorCode.COURSE_CLOSED
    assert refused(set_session_status, session, by, one, cancelled) is ErrorCode.COURSE_CLOSED
