"""What a batch made and changed, table by table."""

from typing import Any
from uuid import UUID

from sqlalchemy import Select, Table, select, union
from sqlalchemy.orm import Session

from ...models.base import Base
from ...models.courses import Enrolment
from ...models.enums import ImportRowState
from ...models.imports import ImportBatch, ImportFinding, ImportRow
from ...models.people import Card, IdentityNumber
from ...models.places import Denominator, Hamlet
from ...models.teams import Team, TeamMember
from .changes import RowChange, decoded
from .mapping import changes_of

Ids = Select[UUID]
_WITH_BATCH = (Hamlet, Team, TeamMember, Denominator, ImportFinding)


def moments(batch_id: UUID) -> Any:
    """The stamps of what a batch made: when it was brought in, and when rows were settled."""
    brought = select(ImportBatch.happened).where(ImportBatch.id == batch_id)
    settled = select(ImportRow.settled_at).where(
        ImportRow.batch_id == batch_id, ImportRow.settled_at.is_not(None)
    )
    return union(brought, settled)


def made_ids(batch_id: UUID) -> dict[str, Ids]:
    """The ids of the rows that a batch made, as queries by table.

    People are those its rows added, with the card and number of that moment; what came later was
    made by somebody else.
    """
    rows = select(ImportRow.id).where(ImportRow.batch_id == batch_id)
    people = select(ImportRow.person_id).where(
        ImportRow.batch_id == batch_id,
        ImportRow.state == ImportRowState.ADDED,
        ImportRow.person_id.is_not(None),
    )
    then = moments(batch_id)
    made: dict[str, Any] = {
        model.__tablename__: select(model.id).where(model.batch_id == batch_id)
        for model in _WITH_BATCH
    }
    made["import_row"] = rows
    made["person"] = people
    made["enrolment"] = select(Enrolment.id).where(Enrolment.import_row_id.in_(rows))
    made["card"] = select(Card.id).where(Card.person_id.in_(people), Card.issued_at.in_(then))
    made["identity_number"] = select(IdentityNumber.id).where(
        IdentityNumber.import_row_id.in_(rows)
        | (IdentityNumber.person_id.in_(people) & IdentityNumber.changed_at.in_(then))
    )
    return made


def changes_of_batch(session: Session, batch_id: UUID) -> tuple[RowChange, ...]:
    """What a batch changed in rows that are not its own, in the order in which it did."""
    mapping = session.scalar(select(ImportBatch.mapping).where(ImportBatch.id == batch_id))
    rows = session.scalars(
        select(ImportRow.changes)
        .where(ImportRow.batch_id == batch_id, ImportRow.changes.is_not(None))
        .order_by(ImportRow.settled_at.is_not(None), ImportRow.settled_at, ImportRow.id)
    )
    found = [change for text in rows for change in decoded(text)]
    return (*changes_of(mapping or "{}"), *found)


def table_of(name: str) -> Table:
    """A table by its name."""
    return Base.metadata.tables[name]


def in_order() -> tuple[Table, ...]:
    """All tables, those that are referred to first."""
    return tuple(Base.metadata.sorted_tables)
