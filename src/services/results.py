"""What closing a course says of everyone: before it as a preview, after it as recorded."""

from dataclasses import dataclass
from datetime import datetime
from math import ceil
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..models.context import Context
from ..models.courses import Enrolment
from ..models.enums import CourseStatus, IncompleteReason, Skill
from .closing import Outcome, close_course, outcomes, recorded_outcomes, reopen_course
from .courses import CourseRecord, find_course
from .enrolments import EnrolmentRecord, course_people


@dataclass(frozen=True)
class ResultLine:
    """Somebody's outcome with the figures behind it."""

    person: EnrolmentRecord
    completed: bool
    reason: IncompleteReason | None
    attended: int
    sessions: int
    required_share: int
    missing_skills: tuple[Skill, ...]
    withdrawn_reason: str | None = None

    @property
    def required_sessions(self) -> int:
        """How many sessions the share comes to; at least one."""
        return max(1, ceil(self.required_share * self.sessions / 100))


@dataclass(frozen=True)
class Results:
    """Everybody's outcome in the order of names; `closed_at` is None for a preview."""

    lines: tuple[ResultLine, ...]
    closed_at: datetime | None

    @property
    def completed(self) -> int:
        """How many complete the course."""
        return sum(line.completed for line in self.lines)

    @property
    def enrolled(self) -> int:
        """How many did not withdraw."""
        return len(self.lines) - self.failing(IncompleteReason.WITHDRAWN)

    def failing(self, reason: IncompleteReason) -> int:
        """How many do not complete for this reason."""
        return sum(line.reason is reason for line in self.lines)


def results(session: Session, course: CourseRecord) -> Results:
    """The outcomes recorded at closing, or what closing now would record."""
    words = _withdrawn_reasons(session, course.id)
    if course.status is CourseStatus.CLOSED:
        lines = _recorded(session, course, words)
    else:
        lines = tuple(_line(outcome, words) for outcome in outcomes(session, course))
    return Results(lines, course.closed_at)


def close(session: Session, by: Context, code: str) -> int:
    """Close a course; returns how many completed it. Raises COURSE_CLOSED, UNKNOWN_COURSE."""
    return sum(o.completed for o in close_course(session, by, find_course(session, code)))


def reopen(session: Session, by: Context, code: str) -> None:
    """Undo a closing. Raises COURSE_NOT_CLOSED, UNKNOWN_COURSE."""
    reopen_course(session, by, find_course(session, code))


def _line(outcome: Outcome, words: dict[UUID, str]) -> ResultLine:
    return ResultLine(
        person=outcome.person,
        completed=outcome.completed,
        reason=outcome.reason,
        attended=outcome.attended,
        sessions=outcome.sessions,
        required_share=outcome.required_share,
        missing_skills=outcome.missing_skills,
        withdrawn_reason=words.get(outcome.person.id),
    )


def _recorded(
    session: Session, course: CourseRecord, words: dict[UUID, str]
) -> tuple[ResultLine, ...]:
    recorded = recorded_outcomes(session, course.id)
    lines = []
    for person in course_people(session, course.id, withdrawn=True):
        row = recorded.get(person.person_id)
        if row is None:
            continue
        missing = tuple(Skill(key) for key in row.missing_skills.split(",") if key)
        figures = (row.completed, row.reason, row.attended, row.sessions, row.required_share)
        lines.append(ResultLine(person, *figures, missing, words.get(person.id)))
    return tuple(lines)


def _withdrawn_reasons(session: Session, course_id: UUID) -> dict[UUID, str]:
    rows = session.execute(
        select(Enrolment.id, Enrolment.withdrawn_reason).where(
            Enrolment.course_id == course_id, Enrolment.withdrawn_reason.is_not(None)
        )
    )
    return {row[0]: row[1] or "" for row in rows}
