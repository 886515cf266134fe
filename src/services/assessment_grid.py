"""The assessment grid: everybody in a course by the skills it teaches, marked many at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from ..models.context import Context
from ..models.courses import Enrolment
from ..models.enums import Skill, SkillResult
from ..models.outcomes import Assessment, SkillStatus
from ..models.people import Person
from .assessments import Word, assess
from .courses import CourseRecord
from .enrolments import EnrolmentRecord, course_people


@dataclass(frozen=True)
class AssessmentRow:
    """Somebody in a course with the latest word on each skill; no word, no key."""

    person: EnrolmentRecord
    words: Mapping[Skill, Word] = field(default_factory=dict)

    @property
    def passed(self) -> int:
        """How many skills are passed."""
        return sum(word.result is SkillResult.PASS for word in self.words.values())


@dataclass(frozen=True)
class Marked:
    """A word on one person, by their id."""

    person_id: UUID
    word: Word


def assessment_rows(session: Session, course: CourseRecord) -> list[AssessmentRow]:
    """The grid of a course in the order of names; a pass in either of two merged records counts."""
    words = _words(session, course.id)
    return [
        AssessmentRow(person, words.get(person.person_id, {}))
        for person in course_people(session, course.id)
    ]


def _words(session: Session, course_id: UUID) -> dict[UUID, dict[Skill, Word]]:
    record = aliased(Person)
    rows = session.execute(
        select(record.canonical_id, SkillStatus.skill_key, SkillStatus.result, Assessment)
        .join(Enrolment, Enrolment.id == SkillStatus.enrolment_id)
        .join(record, record.id == Enrolment.person_id)
        .join(Assessment, Assessment.id == SkillStatus.fact_id)
        .where(Enrolment.course_id == course_id, Enrolment.deleted_at.is_(None))
    )
    words: dict[UUID, dict[Skill, Word]] = {}
    for person, key, result, fact in rows:
        skill, theirs = Skill(key), words.setdefault(person, {})
        if skill not in theirs or theirs[skill].result is not SkillResult.PASS:
            theirs[skill] = Word(skill, result, fact.stuck_at, fact.helper)
    return words


def assess_all(
    session: Session, by: Context, course_id: UUID, marks: Sequence[Marked]
) -> Sequence[Marked]:
    """Record many words in one transaction; returns them. Raises NOT_ENROLLED, COURSE_CLOSED."""
    for mark in marks:
        assess(session, by, course_id, mark.person_id, mark.word)
    return marks
