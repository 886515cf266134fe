"""Rows of any table as a user knows them: whom they are about, in which course, of which file."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement, FromClause, Select, Table, and_, func, null, select

from ...models.enums import ImportRowState
from .made import table_of


@dataclass(frozen=True)
class NamedRows:
    """How rows of a table are told: about whom, where, with which file, stamped when."""

    table: Table
    source: FromClause
    who: ColumnElement[Any]
    where: ColumnElement[Any]
    file: tuple[ColumnElement[Any], ColumnElement[Any]]

    def query(self, condition: ColumnElement[bool]) -> Select[Any]:
        """Who, where, file, its moment, the stamp, and how many rows are alike."""
        stamped: ColumnElement[Any] = self.table.c.get("changed_at", null())
        told = [self.who, self.where, *self.file, stamped]
        query = select(*(part.label(f"told_{n}") for n, part in enumerate(told)), func.count())
        alike = [f"told_{n}" for n in range(len(told))]
        return query.select_from(self.source).where(condition).group_by(*alike)


def named_rows(table: Table, column: Column[Any] | None = None, own: bool = False) -> NamedRows:
    """How the rows of a table are told that refer to something by this column.

    `own`: the rows of the batch itself; no other file is looked for.
    """
    naming = _Naming(table)
    who, where = naming.person_and_course()
    if table.name in _OF_TWO and column is not None:
        who, where = (naming.name_by(c) for c in _both(table, column))
    elif who is None and ("name" in table.c or column is None):
        who = table.c.get("name")
        where = naming.name_by(column) if column is not None else where
    elif who is None and column is not None:
        who = naming.name_by(column)
    if where is None and "team_id" in table.c:
        where = naming.name_by(table.c.team_id)
    file = (null(), null()) if own else naming.file()
    return NamedRows(table, naming.source, _or_none(who), _or_none(where), file)


_OF_TWO = ("person_redirect", "distinct_pair")


def _both(table: Table, column: Column[Any]) -> tuple[Column[Any], Column[Any]]:
    """A column of a person, and that of the other."""
    other = next(c for c in table.columns if c.foreign_keys and c is not column)
    return column, other


def _or_none(part: ColumnElement[Any] | None) -> ColumnElement[Any]:
    return null() if part is None else part


class _Naming:
    """A table joined with what names its rows."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self.source: FromClause = table

    def person_and_course(self) -> tuple[ColumnElement[Any] | None, ColumnElement[Any] | None]:
        """The name of the person a row is about, and the code of the course; None for none."""
        person: ColumnElement[Any] | None = self._table.c.get("person_id")
        course: ColumnElement[Any] | None = self._table.c.get("course_id")
        if person is None and "enrolment_id" in self._table.c:
            enrolment = self._joined("enrolment", "id", self._table.c.enrolment_id)
            person, course = enrolment.c.person_id, enrolment.c.course_id
        who = None if person is None else self._joined("person", "id", person).c.name
        where = None if course is None else self._joined("course", "id", course).c.code
        return who, where

    def name_by(self, column: Column[Any]) -> ColumnElement[Any] | None:
        """The name of what a column refers to, where it has one."""
        (key,) = column.foreign_keys
        target = key.column.table
        if "name" not in target.c:
            return None
        return self._joined(target.name, key.column.name, column).c.name

    def file(self) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
        """The file that a row came with, and when; NULL for rows of none."""
        batch: ColumnElement[Any] | None = self._table.c.get("batch_id")
        if self._table.name == "person":
            row = self._joined("import_row", "person_id", self._table.c.id, _ADDED)
            batch = row.c.batch_id
        elif batch is None and "import_row_id" in self._table.c:
            row = self._joined("import_row", "id", self._table.c.import_row_id)
            batch = row.c.batch_id
        if batch is None:
            return null(), null()
        found = self._joined("import_batch", "id", batch)
        return found.c.file_name, found.c.happened

    def _joined(
        self, name: str, key: str, column: ColumnElement[Any], state: ImportRowState | None = None
    ) -> FromClause:
        other = table_of(name).alias()
        on = other.c[key] == column
        if state is not None:
            on = and_(on, other.c.state == state)
        self.source = self.source.outerjoin(other, on)
        return other


_ADDED = ImportRowState.ADDED
