"""Rows that a batch changed or made beside its own: kept as they were, for taking it back.

The text stands in `import_row.changes` and in `import_batch.mapping`; no identity number is in it.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Date, LargeBinary, Table, delete, select, update
from sqlalchemy.orm import Session

from ...db.dialect import forget_person, index_person
from ...models.base import Base, Key, Moment
from ...models.names import searched_words
from ...models.people import Person


@dataclass(frozen=True)
class RowChange:
    """A row of `table` (one with a column `id`): what the changed columns were before.

    `before` None: the row was made. `at` is the `changed_at` that was written: another one later
    means that somebody changed the row since.
    """

    table: str
    key: UUID
    before: Mapping[str, object] | None = field(repr=False)
    at: datetime | None = None


def encoded(changes: Iterable[RowChange]) -> str | None:
    """The changes as text; None for none."""
    written = documents(changes)
    return json.dumps(written, ensure_ascii=False) if written else None


def documents(changes: Iterable[RowChange]) -> list[dict[str, object]]:
    """The changes as JSON holds them."""
    return [
        {
            "table": change.table,
            "id": change.key.hex,
            "before": None
            if change.before is None
            else {name: _plain(value) for name, value in change.before.items()},
            "at": change.at.isoformat() if change.at else None,
        }
        for change in changes
    ]


def decoded(text: str | None) -> tuple[RowChange, ...]:
    """The changes that `encoded` wrote."""
    return from_documents(json.loads(text)) if text else ()


def from_documents(written: Iterable[Mapping[str, Any]]) -> tuple[RowChange, ...]:
    """The changes that `documents` wrote."""
    return tuple(_change(document) for document in written)


def restore(session: Session, changes: Iterable[RowChange]) -> None:
    """Take changes back, the last first; search follows a person."""
    for change in reversed(tuple(changes)):
        table = _table(change.table)
        if change.before is None:
            session.execute(delete(table).where(table.c.id == change.key))
            continue
        found = change.table == Person.__tablename__
        if found:
            _forget(session, change.key)
        session.execute(update(table).where(table.c.id == change.key).values(**change.before))
        if found:
            _index(session, change.key)


def _forget(session: Session, person: UUID) -> None:
    rank = session.scalar(select(Person.search_rank).where(Person.id == person))
    if rank is not None:
        forget_person(session, rank)


def _index(session: Session, person: UUID) -> None:
    columns = select(Person.search_rank, Person.name, Person.note, Person.phone, Person.listed)
    row = session.execute(columns.where(Person.id == person)).first()
    if row is not None and row[4]:
        index_person(session, row[0], searched_words(row[1], row[2], row[3]))


def _table(name: str) -> Table:
    return Base.metadata.tables[name]


def _change(document: Mapping[str, Any]) -> RowChange:
    columns = _table(document["table"]).c
    before = document["before"]
    values = (
        None
        if before is None
        else {name: _value(columns[name], value) for name, value in before.items()}
    )
    at = datetime.fromisoformat(document["at"]) if document["at"] else None
    return RowChange(document["table"], UUID(document["id"]), values, at)


def _plain(value: object) -> object:
    if isinstance(value, UUID):
        return value.hex
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, date):  # and moments
        return value.isoformat()
    return value.value if isinstance(value, StrEnum) else value


def _value(column: Column[Any], value: Any) -> object:
    if value is None:
        return None
    if isinstance(column.type, Key):
        return UUID(value)
    if isinstance(column.type, Moment):
        return datetime.fromisoformat(value)
    if isinstance(column.type, Date):
        return date.fromisoformat(value)
    return bytes.fromhex(value) if isinstance(column.type, LargeBinary) else value
