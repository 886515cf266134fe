"""Planning courses: where one stands today, the next code, changing what was planned."""

import re
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..models.context import Context
from ..models.courses import Course, CourseSession
from ..models.enums import CourseStatus, SessionStatus
from ..models.errors import AppError, ErrorCode
from .courses import (
    CourseRecord,
    NewCourse,
    SessionRecord,
    SessionTime,
    add_sessions,
    change_course,
    change_session,
    set_skills,
)

_NUMBER = re.compile(r"\d+$")
_DIGITS = 3


class Phase(StrEnum):
    """Where a course stands on a day, for lists and pills."""

    UPCOMING = "upcoming"
    RUNNING = "running"
    ENDED = "ended"
    CLOSED = "closed"
    CANCELLED = "cancelled"


def held_sessions(course: CourseRecord) -> tuple[SessionRecord, ...]:
    """The sessions that take place: all but the cancelled ones."""
    return tuple(s for s in course.sessions if s.status != SessionStatus.CANCELLED)


def phase(course: CourseRecord, now: datetime) -> Phase:
    """Where a course stands at this moment (Vietnamese civil time)."""
    sessions = held_sessions(course)
    first = min((s.starts for s in sessions), default=None)
    last = max((s.ends for s in sessions), default=None)
    return phase_of(course.status, first, last, now)


def phase_of(
    status: CourseStatus, first: datetime | None, last: datetime | None, now: datetime
) -> Phase:
    """The same of a course's status, its first session's start and its last one's end."""
    if status is CourseStatus.CLOSED:
        return Phase.CLOSED
    if status is CourseStatus.CANCELLED:
        return Phase.CANCELLED
    if first is None or last is None or now.date() < first.date():
        return Phase.UPCOMING
    return Phase.ENDED if now > last else Phase.RUNNING


def session_at_hand(course: CourseRecord, now: datetime) -> SessionRecord | None:
    """The session one would check in for: the first that has not ended, else the last one."""
    sessions = sorted(held_sessions(course), key=lambda s: s.starts)
    coming = [s for s in sessions if s.ends >= now] or sessions[-1:]
    return coming[0] if coming else None


def next_code(session: Session, year: int) -> str:
    """A code for a new course: "TH-2026-001", or the one after the highest of this year."""
    start = f"TH-{year}-"
    codes = session.scalars(select(Course.code).where(Course.code.startswith(start)))
    numbers = [int(found[0]) for code in codes if (found := _NUMBER.search(code[len(start) :]))]
    return f"{start}{max(numbers, default=0) + 1:0{_DIGITS}d}"


def update_course(session: Session, by: Context, course_id: UUID, plan: NewCourse) -> None:
    """Change what was planned; code and sessions stay. Raises COURSE_CLOSED, BAD_VALUE."""
    if not plan.title.strip():
        raise AppError(ErrorCode.BAD_VALUE, field="title", value="")
    values: dict[str, object] = {"title": plan.title, "venue": plan.venue, "kind": plan.kind}
    values |= {"campaign": plan.campaign, "periods": plan.periods}
    if plan.required_share is not None:
        values["required_share"] = plan.required_share
    change_course(session, by, course_id, **values)
    set_skills(session, course_id, plan.skills, plan.required_skills)


def add_session(session: Session, by: Context, course_id: UUID, time: SessionTime) -> None:
    """Add one session at the end. Raises COURSE_CLOSED, BAD_SESSION_TIME."""
    _assert_open(session, course_id)
    add_sessions(session, by, course_id, [time])


def move_session(session: Session, by: Context, session_id: UUID, time: SessionTime) -> None:
    """Change when and where a session is. Raises COURSE_CLOSED, BAD_SESSION_TIME."""
    _assert_open(session, _course_of(session, session_id))
    change_session(
        session,
        by,
        session_id,
        starts=time.starts,
        ends=time.ends,
        venue=time.venue,
        title=time.title,
    )


def set_session_status(
    session: Session, by: Context, session_id: UUID, status: SessionStatus
) -> None:
    """Cancel a session, which leaves every denominator, or take that back. Raises COURSE_CLOSED."""
    _assert_open(session, _course_of(session, session_id))
    change_session(session, by, session_id, status=status)


def _course_of(session: Session, session_id: UUID) -> UUID:
    found = session.scalar(select(CourseSession.course_id).where(CourseSession.id == session_id))
    if found is None:
        raise AppError(ErrorCode.UNKNOWN_SESSION, session=str(session_id))
    return found


def _assert_open(session: Session, course_id: UUID) -> None:
    course = session.scalars(select(Course).where(Course.id == course_id)).one()
    if course.status is CourseStatus.CLOSED:
        raise AppError(ErrorCode.COURSE_CLOSED, course=course.code)
