"""Courses, their sessions, and enrolments."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import DateTime, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from .base import Base, Stamped, choice
from .enums import CourseStatus, Origin, PlaceState, SessionStatus


class Course(Base, Stamped):
    """A training course with its completion rule."""

    __tablename__ = "course"

    seq: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(unique=True)
    code: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    folded: Mapped[str]
    kind: Mapped[str | None]
    delivery: Mapped[str | None]
    campaign: Mapped[str | None]
    venue: Mapped[str | None]
    unit_id: Mapped[UUID | None] = mapped_column(ForeignKey("unit.id"))
    decision: Mapped[str | None]
    periods: Mapped[int | None]
    status: Mapped[CourseStatus] = mapped_column(choice(CourseStatus))
    required_share: Mapped[int]
    """Percent of the sessions one must attend to complete."""
    closed_at: Mapped[datetime | None]


class CourseSkill(Base):
    """A skill taught in a course; a required one must be passed to complete."""

    __tablename__ = "course_skill"

    course_id: Mapped[UUID] = mapped_column(ForeignKey("course.id"), primary_key=True)
    skill_key: Mapped[str] = mapped_column(ForeignKey("skill.key"), primary_key=True)
    is_required: Mapped[bool]


class CourseSession(Base, Stamped):
    """A dated part of a course, in Vietnamese civil time."""

    __tablename__ = "course_session"
    __table_args__ = (UniqueConstraint("course_id", "number"), Index(None, "starts"))

    id: Mapped[UUID] = mapped_column(primary_key=True)
    course_id: Mapped[UUID] = mapped_column(ForeignKey("course.id"))
    number: Mapped[int]
    title: Mapped[str | None]
    starts: Mapped[datetime] = mapped_column(DateTime)
    ends: Mapped[datetime] = mapped_column(DateTime)
    venue: Mapped[str | None]
    status: Mapped[SessionStatus] = mapped_column(choice(SessionStatus))
    opens_before: Mapped[int]
    """Minutes before the start from which scans count."""
    late_after: Mapped[int]
    """Minutes after the start from which a scan is late."""
    headcount_only: Mapped[bool]


class SessionTopic(Base):
    """A topic taught in a session."""

    __tablename__ = "session_topic"

    session_id: Mapped[UUID] = mapped_column(ForeignKey("course_session.id"), primary_key=True)
    topic_key: Mapped[str] = mapped_column(ForeignKey("topic.key"), primary_key=True)


class SessionTrainer(Base, Stamped):
    """Who taught or helped in a session."""

    __tablename__ = "session_trainer"
    __table_args__ = (Index(None, "session_id"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    session_id: Mapped[UUID] = mapped_column(ForeignKey("course_session.id"))
    name: Mapped[str]
    role: Mapped[str | None]
    employer: Mapped[str | None]


class Enrolment(Base, Stamped):
    """A person in a course, with place, team and role as they were then.

    No unique (person, course): two enrolments of one merged person both stay and read as one.
    """

    __tablename__ = "enrolment"
    __table_args__ = (
        Index(None, "course_id", "person_id"),
        Index(None, "person_id"),
        Index(None, "unit_id"),
        Index(None, "import_row_id"),
    )

    seq: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(unique=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    course_id: Mapped[UUID] = mapped_column(ForeignKey("course.id"))
    unit_id: Mapped[UUID | None] = mapped_column(ForeignKey("unit.id"))
    place_state: Mapped[PlaceState] = mapped_column(choice(PlaceState))
    hamlet_id: Mapped[UUID | None] = mapped_column(ForeignKey("hamlet.id"))
    team_id: Mapped[UUID | None] = mapped_column(ForeignKey("team.id"))
    household_id: Mapped[UUID | None] = mapped_column(ForeignKey("household.id"))
    role: Mapped[str | None]
    employer: Mapped[str | None]
    target_group: Mapped[str | None]
    note: Mapped[str | None]
    origin: Mapped[Origin] = mapped_column(choice(Origin))
    import_row_id: Mapped[UUID | None] = mapped_column(ForeignKey("import_row.id"))
    replaces_id: Mapped[UUID | None] = mapped_column(ForeignKey("enrolment.id"))
    """The enrolment this one stands in for ("đi thay")."""
    withdrawn_at: Mapped[datetime | None]
    withdrawn_reason: Mapped[str | None]


class EnrolmentCorrection(Base):
    """ "Was recorded wrongly": what a field of an enrolment was before, and why it changed."""

    __tablename__ = "enrolment_correction"
    __table_args__ = (Index(None, "enrolment_id"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    enrolment_id: Mapped[UUID] = mapped_column(ForeignKey("enrolment.id"))
    field: Mapped[str]
    before: Mapped[str | None]
    after: Mapped[str | None]
    reason: Mapped[str]
    written: Mapped[datetime]
    machine: Mapped[str]
    operator: Mapped[str]
