"""Assessment: a trainer's word on a person and a skill; the latest one counts."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from ..db.dialect import upsert
from ..models.base import Base
from ..models.context import Context
from ..models.courses import Course, Enrolment
from ..models.enums import CourseStatus, Skill, SkillResult
from ..models.errors import AppError, ErrorCode
from ..models.outcomes import Assessment, SkillStatus
from ..models.people import Person
from .doubles import beside
from .enrolments import enrolment_of
from .facts import stamp


@dataclass(frozen=True)
class Word:
    """What is said of one person and one skill; no result takes an earlier word back."""

    skill: Skill
    result: SkillResult | None
    stuck_at: str | None = None
    helper: str | None = None


def assess(session: Session, by: Context, course_id: UUID, person_id: UUID, word: Word) -> UUID:
    """Record a trainer's word; returns the fact's id. Raises NOT_ENROLLED, COURSE_CLOSED."""
    course = session.scalars(select(Course).where(Course.id == course_id)).one()
    if course.status == CourseStatus.CLOSED:
        raise AppError(ErrorCode.COURSE_CLOSED, course=course.code)
    enrolment = enrolment_of(session, course_id, person_id)
    if enrolment is None:
        raise AppError(ErrorCode.NOT_ENROLLED, course=course.code, person=str(person_id))
    for other in _told_before(session, enrolment, word.skill):
        _write(session, by, other, word)
    return _write(session, by, enrolment, word)


def _told_before(session: Session, enrolment: UUID, skill: Skill) -> list[UUID]:
    """Enrolments of records merged with theirs that have a word on the skill: it is overruled."""
    others = [other.id for other in beside(session, [enrolment])]
    query = select(SkillStatus.enrolment_id).where(
        SkillStatus.enrolment_id.in_(others), SkillStatus.skill_key == skill
    )
    return list(session.scalars(query)) if others else []


def _write(session: Session, by: Context, enrolment: UUID, word: Word) -> UUID:
    mark = stamp(session, by)
    session.add(
        Assessment(
            enrolment_id=enrolment,
            skill_key=word.skill,
            result=word.result,
            stuck_at=word.stuck_at,
            helper=word.helper,
            **mark.fields(),
        )
    )
    session.flush()
    _derive(session, enrolment, word.skill, word.result, mark.id)
    return mark.id


def _derive(
    session: Session, enrolment: UUID, skill: Skill, result: SkillResult | None, fact: UUID
) -> None:
    if result is None:
        old = session.get(SkillStatus, (enrolment, skill))
        if old is not None:
            session.delete(old)
        return
    row = {"enrolment_id": enrolment, "skill_key": skill, "result": result, "fact_id": fact}
    upsert(session, Base.metadata.tables["skill_status"], [row])


def course_results(session: Session, course_id: UUID) -> dict[tuple[UUID, Skill], SkillResult]:
    """Of a course: (canonical person, skill) to the latest word; a pass in either record counts."""
    record = aliased(Person)
    rows = session.execute(
        select(record.canonical_id, SkillStatus.skill_key, SkillStatus.result)
        .join(Enrolment, Enrolment.id == SkillStatus.enrolment_id)
        .join(record, record.id == Enrolment.person_id)
        .where(Enrolment.course_id == course_id, Enrolment.deleted_at.is_(None))
    )
    results: dict[tuple[UUID, Skill], SkillResult] = {}
    for person, skill, result in rows:
        key = (person, Skill(skill))
        if results.get(key) != SkillResult.PASS:
            results[key] = result
    return results
