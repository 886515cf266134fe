"""What people can do after a course, and who completed it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from .base import Base, Fact, choice
from .enums import IncompleteReason, SkillResult


class Assessment(Fact, Base):
    """A trainer's word on a person and a skill or topic. An empty `result` takes it back.

    A topic of the context belongs to no skill.
    """

    __tablename__ = "assessment"
    __table_args__ = (Index(None, "enrolment_id", "skill_key"),)

    enrolment_id: Mapped[UUID] = mapped_column(ForeignKey("enrolment.id"))
    skill_key: Mapped[str | None] = mapped_column(ForeignKey("skill.key"))
    topic_key: Mapped[str | None] = mapped_column(ForeignKey("topic.key"))
    result: Mapped[SkillResult | None] = mapped_column(choice(SkillResult))
    stuck_at: Mapped[str | None]
    helper: Mapped[str | None]
    note: Mapped[str | None]


class SkillStatus(Base):
    """Derived: the latest word on an enrolment and a skill."""

    __tablename__ = "skill_status"
    __table_args__ = ({"sqlite_with_rowid": False},)

    enrolment_id: Mapped[UUID] = mapped_column(ForeignKey("enrolment.id"), primary_key=True)
    skill_key: Mapped[str] = mapped_column(ForeignKey("skill.key"), primary_key=True)
    result: Mapped[SkillResult] = mapped_column(choice(SkillResult))
    fact_id: Mapped[UUID]


class Completion(Fact, Base):
    """Recorded at closing, one per enrolment and closing: completed, or why not."""

    __tablename__ = "completion"
    __table_args__ = (Index(None, "enrolment_id"), Index(None, "course_id"))

    course_id: Mapped[UUID] = mapped_column(ForeignKey("course.id"))
    enrolment_id: Mapped[UUID] = mapped_column(ForeignKey("enrolment.id"))
    completed: Mapped[bool]
    reason: Mapped[IncompleteReason | None] = mapped_column(choice(IncompleteReason))
    attended: Mapped[int]
    sessions: Mapped[int]
    required_share: Mapped[int]
    missing_skills: Mapped[str]
    """Keys of required skills not passed, separated by commas."""
    superseded_at: Mapped[datetime | None]
