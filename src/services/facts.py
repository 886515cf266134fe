"""The stamp of a fact: when it happened, when and where it was written, in which order."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from ..models.context import Context
from ..models.program import AuditEntry, MachineCounter


@dataclass(frozen=True)
class Stamp:
    """Fields every fact carries; `fields()` fills a table's columns."""

    id: UUID
    happened: datetime
    written: datetime
    machine: str
    counter: int
    operator: str

    def fields(self) -> dict[str, object]:
        """As keyword arguments of a fact's table."""
        return self.__dict__.copy()


def stamp(session: Session, by: Context, happened: datetime | None = None) -> Stamp:
    """The next stamp of this machine. `written` never runs backwards, even if the clock does."""
    now = by.clock()
    counter = session.get(MachineCounter, by.machine)
    if counter is None:
        counter = MachineCounter(machine=by.machine, counter=0, last_written=now)
        session.add(counter)
    counter.counter += 1
    counter.last_written = max(now, counter.last_written)
    return Stamp(
        by.new_id(),
        happened or now,
        counter.last_written,
        by.machine,
        counter.counter,
        by.operator,
    )


def changed(by: Context) -> dict[str, object]:
    """The columns that tell who last changed a row."""
    return {"changed_at": by.clock(), "changed_by": by.operator, "changed_on": by.machine}


def audit(session: Session, by: Context, action: str, subject: str = "", detail: str = "") -> None:
    """Record that somebody looked at, exported or changed something."""
    session.add(
        AuditEntry(
            id=by.new_id(),
            written=by.clock(),
            machine=by.machine,
            operator=by.operator,
            action=action,
            subject=subject or None,
            detail=detail or None,
        )
    )
