"""The curriculum: five skills with their topics, context topics, and the topics added here.

Topics of the reference data change only with it (`services.reference`); those added here can be
renamed and retired, and removed as long as no session and no assessment names them.
"""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ..models.context import Context
from ..models.courses import Course, CourseSession, CourseSkill, SessionTopic
from ..models.curriculum import SkillName, Topic
from ..models.errors import AppError, ErrorCode
from ..models.names import fold, nfc, words
from ..models.outcomes import Assessment
from .facts import audit


@dataclass(frozen=True)
class TopicRecord:
    """A topic; `skill` is None for the context, `uses` counts sessions and assessments."""

    key: str
    name: str
    skill: str | None
    position: int
    is_outcome: bool
    formerly: str | None
    retired_on: date | None
    is_own: bool
    uses: int = 0

    def matches(self, wanted: str) -> bool:
        """Whether name, old or new, has a word that begins with each wanted word; no accents."""
        known = words(f"{self.name} {self.formerly or ''}")
        return all(any(word.startswith(part) for word in known) for part in words(wanted))


@dataclass(frozen=True)
class SkillGroup:
    """A skill with its topics in order, and how many courses teach it; key None is the context."""

    key: str | None
    name: str
    name_en: str
    short: str
    courses: int
    topics: tuple[TopicRecord, ...]


def load_curriculum(session: Session) -> tuple[SkillGroup, ...]:
    """The five skills in their order, then the topics of no skill."""
    topics, courses = _topics(session), _courses(session)
    skills = session.scalars(select(SkillName).order_by(SkillName.position))
    groups = [
        SkillGroup(s.key, s.name, s.name_en, s.short, courses.get(s.key, 0), topics.get(s.key, ()))
        for s in skills
    ]
    return (*groups, SkillGroup(None, "", "", "", 0, topics.get(None, ())))


def _topics(session: Session) -> dict[str | None, tuple[TopicRecord, ...]]:
    uses = _uses(session)
    groups: dict[str | None, tuple[TopicRecord, ...]] = {}
    for row in session.scalars(select(Topic).order_by(Topic.is_own, Topic.position, Topic.key)):
        record = _record(row, uses.get(row.key, 0))
        groups[row.skill_key] = (*groups.get(row.skill_key, ()), record)
    return groups


def _record(row: Topic, uses: int) -> TopicRecord:
    return TopicRecord(
        key=row.key,
        name=row.name,
        skill=row.skill_key,
        position=row.position,
        is_outcome=row.is_outcome,
        formerly=row.formerly,
        retired_on=row.retired_on,
        is_own=row.is_own,
        uses=uses,
    )


def _uses(session: Session) -> dict[str, int]:
    taught = select(SessionTopic.topic_key, func.count()).group_by(SessionTopic.topic_key)
    assessed = (
        select(Assessment.topic_key, func.count())
        .where(Assessment.topic_key.is_not(None))
        .group_by(Assessment.topic_key)
    )
    counts: dict[str, int] = {}
    for query in (taught, assessed):
        for key, count in session.execute(query):
            counts[str(key)] = counts.get(str(key), 0) + count
    return counts


def _courses(session: Session) -> dict[str, int]:
    """Courses that plan a skill, or have one of its topics in a session."""
    planned = select(CourseSkill.skill_key, CourseSkill.course_id)
    taught = (
        select(Topic.skill_key, CourseSession.course_id)
        .join(SessionTopic, SessionTopic.topic_key == Topic.key)
        .join(CourseSession, CourseSession.id == SessionTopic.session_id)
        .where(Topic.skill_key.is_not(None), CourseSession.deleted_at.is_(None))
    )
    pairs = planned.union(taught).subquery()
    query = (
        select(pairs.c.skill_key, func.count())
        .join(Course, Course.id == pairs.c.course_id)
        .where(Course.deleted_at.is_(None))
        .group_by(pairs.c.skill_key)
    )
    return {row[0]: row[1] for row in session.execute(query)}


def add_topic(
    session: Session, by: Context, skill: str | None, name: str, is_outcome: bool = False
) -> TopicRecord:
    """Add a topic to a skill, or to the context.

    Raises UNKNOWN_SKILL, and BAD_VALUE for a name that is empty or already there.
    """
    if skill is not None and session.get(SkillName, skill) is None:
        raise AppError(ErrorCode.UNKNOWN_SKILL, skill=skill)
    last = session.scalar(select(func.max(Topic.position)).where(Topic.skill_key == skill))
    row = Topic(
        key=f"own_{by.new_id().hex}",
        skill_key=skill,
        position=(last or 0) + 1,
        name=_new_name(session, skill, name),
        is_outcome=is_outcome,
        is_own=True,
    )
    session.add(row)
    session.flush()
    audit(session, by, "topic_added", row.key, row.name)
    return _record(row, 0)


def change_topic(
    session: Session, by: Context, key: str, name: str, is_outcome: bool
) -> TopicRecord:
    """Rename a topic added here; one that was taught keeps its old name as "formerly".

    Returns the topic as it was, for `put_back`. Raises BAD_VALUE.
    """
    before = _own(session, key)
    fresh = _new_name(session, before.skill, name, key)
    renamed = before.uses > 0 and fold(fresh) != fold(before.name)
    formerly = before.name if renamed and not before.formerly else before.formerly
    after = replace(before, name=fresh, is_outcome=is_outcome, formerly=formerly)
    put_back(session, by, after)
    return before


def retire_topic(session: Session, by: Context, key: str, on: date | None) -> TopicRecord:
    """A topic added here is not taught since a day, or is taught again (None).

    Returns the topic as it was, for `put_back`. Raises BAD_VALUE.
    """
    before = _own(session, key)
    put_back(session, by, replace(before, retired_on=on))
    return before


def remove_topic(session: Session, by: Context, key: str) -> TopicRecord:
    """Take a topic away that was added here and never used; returned for `put_back`.

    Raises BAD_VALUE.
    """
    before = _own(session, key)
    if before.uses:
        raise AppError(ErrorCode.BAD_VALUE, field="topic", value=before.name)
    session.delete(session.get_one(Topic, key))
    session.flush()
    audit(session, by, "topic_removed", key, before.name)
    return before


def put_back(session: Session, by: Context, record: TopicRecord) -> None:
    """Make a topic added here what the record says, also one that was removed."""
    session.merge(
        Topic(
            key=record.key,
            skill_key=record.skill,
            position=record.position,
            name=record.name,
            formerly=record.formerly,
            is_outcome=record.is_outcome,
            retired_on=record.retired_on,
            is_own=True,
        )
    )
    session.flush()
    audit(session, by, "topic_changed", record.key, record.name)


def _own(session: Session, key: str) -> TopicRecord:
    row = session.get(Topic, key)
    if row is None or not row.is_own:
        raise AppError(ErrorCode.BAD_VALUE, field="topic", value=row.name if row else key)
    return _record(row, _uses(session).get(key, 0))


def _new_name(session: Session, skill: str | None, name: str, but: str = "") -> str:
    """The name composed; one that the skill already has under another key is refused."""
    fresh = nfc(name)
    others = session.scalars(
        select(Topic.name).where(Topic.skill_key.is_not_distinct_from(skill), Topic.key != but)
    )
    if not fresh or fresh.casefold() in {nfc(other).casefold() for other in others}:
        raise AppError(ErrorCode.BAD_VALUE, field="topic", value=fresh)
    return fresh
