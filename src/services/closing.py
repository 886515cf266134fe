"""Closing a course: who completed, and for the others the reason why not."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..models.context import Context
from ..models.courses import Course, Enrolment
from ..models.enums import CourseStatus, IncompleteReason, Skill, SkillResult
from ..models.errors import AppError, ErrorCode
from ..models.outcomes import Completion
from ..models.people import Person
from .assessments import course_results
from .attendance import ATTENDED, counted_sessions, course_marks
from .courses import CourseRecord
from .enrolments import EnrolmentRecord, course_people
from .facts import changed, stamp


@dataclass(frozen=True)
class Outcome:
    """Whether somebody completes a course, or why not, with the figures behind it."""

    person: EnrolmentRecord
    completed: bool
    reason: IncompleteReason | None
    attended: int
    sessions: int
    required_share: int
    missing_skills: tuple[Skill, ...]


def outcomes(session: Session, course: CourseRecord) -> list[Outcome]:
    """What closing the course now would record for everyone, the withdrawn too."""
    sessions = counted_sessions(session, course.id)
    marks = course_marks(session, course.id)
    results = course_results(session, course.id)
    found = []
    for person in course_people(session, course.id, withdrawn=True):
        attended = sum(
            (mark := marks.get((person.person_id, s))) is not None and mark.status in ATTENDED
            for s in sessions
        )
        missing = tuple(
            skill
            for skill in course.required_skills
            if results.get((person.person_id, skill)) != SkillResult.PASS
        )
        reason = _reason(person, attended, len(sessions), course.required_share, missing)
        found.append(
            Outcome(
                person,
                reason is None,
                reason,
                attended,
                len(sessions),
                course.required_share,
                missing,
            )
        )
    return found


def _reason(
    person: EnrolmentRecord, attended: int, sessions: int, share: int, missing: tuple[Skill, ...]
) -> IncompleteReason | None:
    if person.withdrawn:
        return IncompleteReason.WITHDRAWN
    if attended * 100 < share * sessions or not sessions or not attended:
        return IncompleteReason.ATTENDANCE
    return IncompleteReason.SKILLS if missing else None


def close_course(session: Session, by: Context, course: CourseRecord) -> list[Outcome]:
    """Record everyone's outcome and close the course. Raises COURSE_CLOSED."""
    row = session.scalars(select(Course).where(Course.id == course.id)).one()
    if row.status == CourseStatus.CLOSED:
        raise AppError(ErrorCode.COURSE_CLOSED, course=course.code)
    found = outcomes(session, course)
    for outcome in found:
        session.add(
            Completion(
                course_id=course.id,
                enrolment_id=outcome.person.id,
                completed=outcome.completed,
                reason=outcome.reason,
                attended=outcome.attended,
                sessions=outcome.sessions,
                required_share=outcome.required_share,
                missing_skills=",".join(outcome.missing_skills),
                **stamp(session, by).fields(),
            )
        )
    row.status, row.closed_at = CourseStatus.CLOSED, by.clock()
    for key, value in changed(by).items():
        setattr(row, key, value)
    return found


def reopen_course(session: Session, by: Context, course: CourseRecord) -> None:
    """Undo a closing: its outcomes no longer count, but stay. Raises COURSE_NOT_CLOSED."""
    row = session.scalars(select(Course).where(Course.id == course.id)).one()
    if row.status != CourseStatus.CLOSED:
        raise AppError(ErrorCode.COURSE_NOT_CLOSED, course=course.code)
    for completion in session.scalars(
        select(Completion).where(
            Completion.course_id == course.id, Completion.superseded_at.is_(None)
        )
    ):
        completion.superseded_at = by.clock()
    row.status, row.closed_at = CourseStatus.PLANNED, None
    for key, value in changed(by).items():
        setattr(row, key, value)


def recorded_outcomes(session: Session, course_id: UUID) -> dict[UUID, Completion]:
    """The outcomes recorded at closing by (canonical) person; of two merged records the better."""
    rows = session.execute(
        select(Person.canonical_id, Completion)
        .join(Enrolment, Enrolment.id == Completion.enrolment_id)
        .join(Person, Person.id == Enrolment.person_id)
        .where(Completion.course_id == course_id, Completion.superseded_at.is_(None))
        .order_by(Completion.completed, Completion.attended)
    )
    return {row[0]: row[1] for row in rows}
