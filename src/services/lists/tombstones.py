"""Deleted rows that still refer to what a batch made: they let go of it, or go with it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import Column, ColumnElement, Table, delete, select, update
from sqlalchemy.orm import Session

from .made import Ids, in_order, table_of

_BLOCK = 2_000
_STAY = frozenset({"person", "hamlet", "team", "household", "enrolment"})
"""Tables whose rows say much else: a deleted one forgets what goes, wherever it can."""


@dataclass
class Tombstones:
    """Deleted rows by table: those that go, and those of which a column (by name) is emptied."""

    deleted: dict[str, list[UUID]] = field(default_factory=dict)
    cleared: dict[tuple[str, str], set[UUID]] = field(default_factory=dict)


def find_tombstones(session: Session, made: Mapping[str, Ids]) -> Tombstones:
    """The deleted rows that refer to these rows, and those that refer to such rows in turn."""
    search = _Search(session, made)
    fresh: Mapping[str, Sequence[UUID]] | None = None
    while fresh is None or fresh:
        fresh = search.referring_to(made if fresh is None else None, fresh or {})
    return search.found


def let_go(session: Session, found: Tombstones) -> None:
    """Empty the columns of deleted rows that stay."""
    for (table, column), rows in found.cleared.items():
        for block in _blocks([*rows]):
            statement = update(table_of(table)).where(table_of(table).c.id.in_(block))
            session.execute(statement.values({column: None}))


def delete_rows(session: Session, table: Table, ids: Sequence[UUID]) -> Iterator[int]:
    """Delete rows block by block; yields how many each time."""
    for block in _blocks(ids):
        session.execute(delete(table).where(table.c.id.in_(block)))
        yield len(block)


def _blocks(ids: Sequence[UUID]) -> Iterator[Sequence[UUID]]:
    return (ids[start : start + _BLOCK] for start in range(0, len(ids), _BLOCK))


class _Search:
    """Goes from what a batch made to the deleted rows that refer to it, step by step."""

    def __init__(self, session: Session, made: Mapping[str, Ids]) -> None:
        self._session, self._made = session, made
        self._seen: dict[str, set[UUID]] = {}
        self.found = Tombstones()

    def referring_to(
        self, made: Mapping[str, Ids] | None, gone: Mapping[str, Sequence[UUID]]
    ) -> dict[str, list[UUID]]:
        """One step: the deleted rows found anew that go too."""
        fresh: dict[str, list[UUID]] = {}
        for table in in_order():
            if "deleted_at" not in table.c or "id" not in table.c:
                continue
            for column in table.columns:
                for key in column.foreign_keys:
                    for refers in _refers(column, key.column.table.name, made, gone):
                        ids = self._take(table, column, refers)
                        if ids:
                            fresh.setdefault(table.name, []).extend(ids)
        for name, ids in fresh.items():
            self.found.deleted.setdefault(name, []).extend(ids)
        return fresh

    def _take(
        self, table: Table, column: Column[object], refers: ColumnElement[bool]
    ) -> list[UUID]:
        query = select(table.c.id).where(refers, table.c.deleted_at.is_not(None))
        if table.name in self._made:
            query = query.where(table.c.id.not_in(self._made[table.name]))
        ids = set(self._session.scalars(query))
        if table.name in _STAY and column.nullable:
            if ids:
                self.found.cleared.setdefault((table.name, column.name), set()).update(ids)
            return []
        seen = self._seen.setdefault(table.name, set())
        fresh = ids - seen
        seen |= fresh
        return sorted(fresh)


def _refers(
    column: Column[object],
    target: str,
    made: Mapping[str, Ids] | None,
    gone: Mapping[str, Sequence[UUID]],
) -> Iterator[ColumnElement[bool]]:
    if made is not None and target in made:
        yield column.in_(made[target])
    yield from (column.in_(block) for block in _blocks(gone.get(target, ())))
