"""The one module that holds what differs between databases: search, upserts, derived counts.

On SQLite search is an FTS5 table without contents whose rowid is `person.search_rank`: rows come
back in the order of names without being sorted, so the first page costs the same for a name that
thousands bear. Its prefix lists answer each keystroke.
"""

import json
from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any, cast

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Dialect,
    PrimaryKeyConstraint,
    Select,
    String,
    Table,
    UniqueConstraint,
    bindparam,
    column,
    func,
    select,
    table,
    text,
)
from sqlalchemy.dialects.sqlite import Insert, insert
from sqlalchemy.orm import DeclarativeBase, Session

from ..models.base import Base
from ..models.names import searched_words

LISTED = text("person.listed")
"""Who is listed, in the words of the index `ix_person_order`: SQLite uses an index of some rows
only for a condition that is written the same, and `listed = 1` is not."""

# The column that has the table's name stands for all its text.
_SEARCH = table("person_search", column("rowid", BigInteger), column("person_search", String))


def index_person(session: Session, rank: int, words: str) -> None:
    """Put a person's folded words into search, in place of what stood at this rank."""
    forget_person(session, rank)
    session.execute(
        text("INSERT INTO person_search(rowid, words) VALUES (:rank, :words)"),
        {"rank": rank, "words": words},
    )


def index_people(session: Session, people: Sequence[tuple[int, str]]) -> None:
    """Put many people into search at ranks that are free: rank and folded words of each."""
    if people:
        session.execute(
            text("INSERT INTO person_search(rowid, words) VALUES (:rank, :words)"),
            [{"rank": rank, "words": words} for rank, words in people],
        )


def forget_person(session: Session, rank: int) -> None:
    """Take a person out of search."""
    session.execute(text("DELETE FROM person_search WHERE rowid = :rank"), {"rank": rank})


def forget_people(session: Session, ranks: Sequence[int]) -> None:
    """Take many people out of search."""
    if ranks:
        session.execute(
            text("DELETE FROM person_search WHERE rowid = :rank"),
            [{"rank": rank} for rank in ranks],
        )


def rebuild_search(connection: Connection) -> None:
    """Make search anew from the people; migrations end with it."""
    connection.execute(text("INSERT INTO person_search(person_search) VALUES ('delete-all')"))
    people = connection.execute(
        text("SELECT search_rank, name, note, phone FROM person WHERE listed")
    )
    rows = [{"rank": r, "words": searched_words(n, o, p)} for r, n, o, p in people]
    if rows:
        connection.execute(
            text("INSERT INTO person_search(rowid, words) VALUES (:rank, :words)"), rows
        )


def match_query(words: Sequence[str]) -> str:
    """The search expression for words typed in any order, each perhaps unfinished."""
    return " AND ".join(f'"{word}"*' for word in words)


def matching_ranks(first: int | None = None) -> Select[int]:
    """The ranks of people that have every word of a `match_query` (the parameter `query`).

    With `first` only so many, in the order of names (nearly): search then reads no further.
    """
    ranks = select(_SEARCH.c.rowid).where(_SEARCH.c.person_search.op("MATCH")(bindparam("query")))
    return ranks if first is None else ranks.order_by(_SEARCH.c.rowid).limit(first)


def ordered_numbers(
    session: Session, numbers: Select[int], values: dict[str, object]
) -> "array[int]":
    """What a query for whole numbers finds, in its order; 350,000 arrive in one piece of JSON."""
    found = numbers.subquery()
    text_found = session.scalar(select(func.json_group_array(found.c[0])), values)
    return array("q", json.loads(text_found or "[]"))


def bulk_insert(
    session: Session, model: type[DeclarativeBase], rows: Sequence[Mapping[str, Any]]
) -> None:
    """Insert many rows of a table; all name the same columns.

    The driver gets them as tuples, a column turned into what it stores at a time: half of the time
    of many rows is spent on turning each row's values by themselves.
    """
    if not rows:
        return
    connection = session.connection()
    statement, turns = _insert(model, frozenset(rows[0]), connection.dialect)
    columns = [_turned([row[name] for row in rows], turn) for name, turn in turns]
    if connection.dialect.positional:
        connection.exec_driver_sql(statement, list(zip(*columns, strict=True)))
    else:
        names = [name for name, _ in turns]
        told = [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]
        connection.exec_driver_sql(statement, told)


_Turn = Callable[[Any], Any]


@cache
def _insert(
    model: type[DeclarativeBase], names: frozenset[str], dialect: Dialect
) -> tuple[str, tuple[tuple[str, _Turn | None], ...]]:
    """The statement, and in the order of its columns what turns a value into what is stored."""
    table = cast(Table, model.__table__)
    columns = [column for column in table.columns if column.name in names]
    values: dict[str, Any] = {column.name: bindparam(column.name) for column in columns}
    compiled = insert(table).values(values).compile(dialect=dialect)
    turns = tuple(
        (column.name, column.type.dialect_impl(dialect).bind_processor(dialect))
        for column in columns
    )
    return str(compiled), turns


def _turned(values: list[Any], turn: _Turn | None) -> list[Any]:
    """The values as they are stored; one that many rows share is turned once."""
    if turn is None:
        return values
    known: dict[int, Any] = {}
    found = []
    for value in values:
        key = id(value)
        if key not in known:
            known[key] = turn(value)
        found.append(known[key])
    return found


@contextmanager
def references_indexed(session: Session, tables: Collection[str]) -> Iterator[None]:
    """Rows of these tables go quickly in this block, however large the tables are that refer to
    them.

    For each row that goes, the database looks for rows that refer to it; a column that refers and
    has no index is read as a whole each time. It gets one for as long as the block lasts.
    """
    wanted = [f"{c.table.name} {c.name}" for c in _references(tables) if not _is_indexed(c)]
    names = [f"ix_passing_{where.replace(' ', '_')}" for where in wanted]
    for name, where in zip(names, wanted, strict=True):
        owner, referring = where.split()
        session.execute(text(f"CREATE INDEX {name} ON {owner} ({referring})"))
    yield
    for name in names:
        session.execute(text(f"DROP INDEX {name}"))


def _references(tables: Collection[str]) -> Iterator[Column[Any]]:
    for owner in Base.metadata.tables.values():
        for referring in owner.columns:
            if any(key.column.table.name in tables for key in referring.foreign_keys):
                yield referring


def _is_indexed(referring: Column[Any]) -> bool:
    """Whether an index, a key or a unique constraint begins with a column."""
    parts = [index.columns for index in referring.table.indexes]
    parts += [p.columns for p in referring.table.constraints if isinstance(p, _ORDERED)]
    return any(next(iter(columns), None) is referring for columns in parts)


_ORDERED = (PrimaryKeyConstraint, UniqueConstraint)


def upsert(session: Session, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    """Insert rows, or replace the other columns of those whose primary key is there."""
    values = list(rows)
    if not values:
        return
    session.execute(_upsert(table), values)


@cache
def _upsert(table: Table) -> Insert:
    statement = insert(table)
    keys = [column.name for column in table.primary_key]
    others = {c.name: statement.excluded[c.name] for c in table.columns if c.name not in keys}
    return statement.on_conflict_do_update(index_elements=keys, set_=others)
