"""Courses as their list shows them: a line each, counted by SQL, quick for thousands."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import DateTime, text
from sqlalchemy.orm import Session

from ..models.enums import CourseStatus
from ..models.names import fold
from .course_plan import Phase, phase_of
from .doubles import IS_FIRST


@dataclass(frozen=True)
class CourseLine:
    """A course of the list; days and sessions are of those that are not cancelled."""

    code: str
    title: str
    venue: str | None
    first_day: date | None
    last_day: date | None
    sessions: int
    enrolled: int
    phase: Phase
    searched: str
    """Code, title and venue, folded."""


_LINES = f"""
SELECT c.code, c.title, c.venue, c.status, c.folded, s.first, s.last, s.sessions, e.enrolled
FROM course c
LEFT JOIN (
    SELECT course_id, min(starts) AS first, max(ends) AS last, count(*) AS sessions
    FROM course_session WHERE status <> 'cancelled' AND deleted_at IS NULL GROUP BY course_id
) s ON s.course_id = c.id
LEFT JOIN (
    SELECT e.course_id, count(*) AS enrolled FROM enrolment e
    WHERE e.withdrawn_at IS NULL AND e.deleted_at IS NULL AND {IS_FIRST} GROUP BY e.course_id
) e ON e.course_id = c.id
WHERE c.deleted_at IS NULL
ORDER BY s.first DESC, c.code DESC
"""


def course_lines(session: Session, now: datetime) -> tuple[CourseLine, ...]:
    """All courses, the latest first; `now` (Vietnamese civil time) tells where each stands."""
    rows = session.execute(text(_LINES).columns(first=DateTime(), last=DateTime()))
    return tuple(
        CourseLine(
            code=row.code,
            title=row.title,
            venue=row.venue,
            first_day=row.first.date() if row.first else None,
            last_day=row.last.date() if row.last else None,
            sessions=row.sessions or 0,
            enrolled=row.enrolled or 0,
            phase=phase_of(CourseStatus(row.status), row.first, row.last, now),
            searched=f"{row.folded} {fold(row.venue or '')}",
        )
        for row in rows
    )
