"""Which rows of the register count on a day: not deleted, begun, not ended. Both ends belong."""

from datetime import date

from sqlalchemy import ColumnElement, and_, or_

from ...models.places import Hamlet
from ...models.teams import Team, TeamMember

Lasting = type[Hamlet] | type[Team] | type[TeamMember]


def valid_on(table: Lasting, day: date) -> ColumnElement[bool]:
    """The condition that a row counts on a day."""
    return and_(
        table.deleted_at.is_(None),
        or_(table.valid_from.is_(None), table.valid_from <= day),
        or_(table.valid_to.is_(None), table.valid_to >= day),
    )


def is_valid(first: date | None, last: date | None, day: date) -> bool:
    """Whether a day lies between two ends that may be open."""
    return (first is None or first <= day) and (last is None or day <= last)
