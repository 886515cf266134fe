"""What the program keeps about itself: settings, machines' counters, the audit trail."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from .base import Base


class Setting(Base):
    """A setting of this data file; the value is JSON."""

    __tablename__ = "setting"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
    changed_at: Mapped[datetime]
    changed_by: Mapped[str]


class MachineCounter(Base):
    """How many facts a machine has written here, and when the last: a clock that is set back
    neither reorders nor doubles facts."""

    __tablename__ = "machine_counter"

    machine: Mapped[str] = mapped_column(primary_key=True)
    counter: Mapped[int]
    last_written: Mapped[datetime]


class AuditEntry(Base):
    """Who looked at, exported or changed what, beyond the facts themselves."""

    __tablename__ = "audit_entry"
    __table_args__ = (Index(None, "written"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    written: Mapped[datetime]
    machine: Mapped[str]
    operator: Mapped[str]
    action: Mapped[str]
    subject: Mapped[str | None]
    detail: Mapped[str | None]
