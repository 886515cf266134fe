"""Scans, corrections, and the attendance derived from them."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from .base import Base, Fact, choice
from .enums import AttendanceMode, AttendanceStatus, CorrectionKind, ScanSource, Verdict


class Scan(Fact, Base):
    """A scan as it came, also a refused one. A card's scan keeps its code; an identity card's
    scan keeps hash and last four; a malformed one with a run of digits keeps its length only."""

    __tablename__ = "scan"
    __table_args__ = (
        Index(None, "session_id", "written"),
        Index(None, "enrolment_id", "session_id"),
    )

    nonce: Mapped[UUID] = mapped_column(unique=True)
    """The delivery's own id: the same scan delivered twice is one."""
    session_id: Mapped[UUID] = mapped_column(ForeignKey("course_session.id"))
    source: Mapped[ScanSource] = mapped_column(choice(ScanSource))
    payload: Mapped[str | None]
    payload_length: Mapped[int]
    identity_hash: Mapped[bytes | None]
    identity_last_four: Mapped[str | None]
    card_id: Mapped[UUID | None] = mapped_column(ForeignKey("card.id"))
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    enrolment_id: Mapped[UUID | None] = mapped_column(ForeignKey("enrolment.id"))
    verdict: Mapped[Verdict] = mapped_column(choice(Verdict))
    minutes_late: Mapped[int | None]
    mode: Mapped[AttendanceMode] = mapped_column(choice(AttendanceMode))
    venue: Mapped[str | None]


class Correction(Fact, Base):
    """A status set by hand with a reason, or a fact voided (undo)."""

    __tablename__ = "correction"
    __table_args__ = (Index(None, "enrolment_id", "session_id"), Index(None, "voids_id"))

    session_id: Mapped[UUID] = mapped_column(ForeignKey("course_session.id"))
    enrolment_id: Mapped[UUID] = mapped_column(ForeignKey("enrolment.id"))
    kind: Mapped[CorrectionKind] = mapped_column(choice(CorrectionKind))
    status: Mapped[AttendanceStatus | None] = mapped_column(choice(AttendanceStatus))
    voids_id: Mapped[UUID | None]
    """The scan or correction that no longer counts."""
    reason: Mapped[str | None]


class Attendance(Base):
    """Derived: one effective row per enrolment and session, rewritten with its fact."""

    __tablename__ = "attendance"
    __table_args__ = (Index(None, "session_id", "status"), {"sqlite_with_rowid": False})

    enrolment_id: Mapped[UUID] = mapped_column(ForeignKey("enrolment.id"), primary_key=True)
    session_id: Mapped[UUID] = mapped_column(ForeignKey("course_session.id"), primary_key=True)
    status: Mapped[AttendanceStatus] = mapped_column(choice(AttendanceStatus))
    first_at: Mapped[datetime | None]
    minutes_late: Mapped[int | None]
    mode: Mapped[AttendanceMode] = mapped_column(choice(AttendanceMode))
    venue: Mapped[str | None]
    fact_id: Mapped[UUID]


class Headcount(Fact, Base):
    """Of a session without names: reported apart, never added to people."""

    __tablename__ = "headcount"
    __table_args__ = (Index(None, "session_id"),)

    session_id: Mapped[UUID] = mapped_column(ForeignKey("course_session.id"))
    total: Mapped[int]
    female: Mapped[int | None]
    minority: Mapped[int | None]
