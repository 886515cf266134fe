"""What depends on a batch: whatever refers to what it made, and was not made by it.

Found from the foreign keys of all tables, so that a new table cannot be forgotten.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import Any
from uuid import UUID

from sqlalchemy import Column, ColumnElement, Table, and_, select
from sqlalchemy.orm import Session

from ...models.clock import local
from .changes import RowChange
from .made import changes_of_batch, in_order, made_ids, moments, table_of
from .row_names import NamedRows, named_rows
from .tombstones import find_tombstones

SHOWN = 200
"""How many are named of each kind: more help nobody."""
_BLOCK = 2_000


class DependentKind(StrEnum):
    """What hinders taking a batch back."""

    ENROLMENT = "enrolment"
    ATTENDANCE = "attendance"
    ASSESSMENT = "assessment"
    COMPLETION = "completion"
    CERTIFICATE = "certificate"
    CARD = "card"
    CONSENT = "consent"
    MERGE = "merge"
    DISTINCT = "distinct"
    """Somebody said that this person and another are two."""
    TEAM = "team"
    PLACE = "place"
    BATCH = "batch"
    """A later file met somebody of this one, or is of its hamlets: it is to be taken back first."""
    EDITED = "edited"
    """Corrected by hand since."""
    OTHER = "other"


@dataclass(frozen=True)
class Dependent:
    """One thing that depends on a batch: whom it is about, in which course or file, what it is."""

    kind: DependentKind
    who: str
    """A person, team or hamlet by name; of BATCH the name of the later file."""
    where: str = ""
    """A course's code; a team's, hamlet's or other person's name."""
    count: int = 1
    at: datetime | None = None
    """Of BATCH when it was brought in, in Vietnamese civil time."""


_K = DependentKind
KINDS: Mapping[str, DependentKind] = {
    "enrolment": _K.ENROLMENT,
    "enrolment_correction": _K.ENROLMENT,
    "scan": _K.ATTENDANCE,
    "correction": _K.ATTENDANCE,
    "attendance": _K.ATTENDANCE,
    "assessment": _K.ASSESSMENT,
    "skill_status": _K.ASSESSMENT,
    "completion": _K.COMPLETION,
    "certificate": _K.CERTIFICATE,
    "card": _K.CARD,
    "consent": _K.CONSENT,
    "person_redirect": _K.MERGE,
    "distinct_pair": _K.DISTINCT,
    "team": _K.TEAM,
    "team_member": _K.TEAM,
    "team_successor": _K.TEAM,
    "person": _K.PLACE,
    "hamlet_successor": _K.PLACE,
    "household": _K.PLACE,
    "denominator": _K.PLACE,
    "import_row": _K.OTHER,
    "identity_number": _K.EDITED,
}

_LET_GO = ("import_row", "superseded_by_id")
"""A row that waits since an earlier go refers to the one that took its place: it waits again."""


def find_dependents(session: Session, batch_id: UUID) -> tuple[Dependent, ...]:
    """What depends on a batch: later files first, the latest before all; alike counted together.

    What was deleted since depends no more (`tombstones`).
    """
    search = _Search(session, batch_id)
    found = [*search.referring()]
    named = {dependent.who for dependent in found}
    edited = (*search.edited(), *search.edited_since())
    found += [dependent for dependent in edited if dependent.who not in named]
    return _together(found)


def _together(found: Iterable[Dependent]) -> tuple[Dependent, ...]:
    counted: dict[Dependent, int] = {}
    for one in found:
        key = replace(one, count=1)
        # A file is one thing, in however many ways it depends.
        counted[key] = counted.get(key, 0) + one.count if one.at is None else 1
    told = [replace(key, count=count) for key, count in counted.items()]
    files = [one for one in told if one.at is not None]
    files.sort(key=lambda one: str(one.at), reverse=True)
    return (*files, *(one for one in told if one.at is None))


class _Search:
    """Looks for what depends on one batch."""

    def __init__(self, session: Session, batch_id: UUID) -> None:
        self._session, self._batch_id = session, batch_id
        self._made = made_ids(batch_id)
        self._gone = find_tombstones(session, self._made).deleted
        self._changes = changes_of_batch(session, batch_id)
        self._own = _changed_ids(self._changes)

    # References

    def referring(self) -> Iterator[Dependent]:
        """Whatever refers to what the batch made, or to what goes with it."""
        for table in in_order():
            for column in table.columns:
                for key in column.foreign_keys if (table.name, column.name) != _LET_GO else ():
                    for refers in self._refers(column, key.column.table.name):
                        yield from self._not_own(table, column, refers)

    def _refers(self, column: Column[Any], target: str) -> Iterator[ColumnElement[bool]]:
        if target in self._made:
            yield column.in_(self._made[target])
        gone = self._gone.get(target, [])
        for start in range(0, len(gone), _BLOCK):
            yield column.in_(gone[start : start + _BLOCK])

    def _not_own(
        self, table: Table, column: Column[Any], refers: ColumnElement[bool]
    ) -> Iterator[Dependent]:
        conditions = [refers]
        if table.name in self._made:
            conditions.append(table.c.id.not_in(self._made[table.name]))
        if "deleted_at" in table.c:
            conditions.append(table.c.deleted_at.is_(None))
        both = (table.name, column.name), (table.name, "*")
        own = [key for place in both for key in self._own.get(place, ())]
        if own:
            conditions.append(table.c.id.not_in(own))
        kind = KINDS.get(table.name, DependentKind.OTHER)
        yield from self._told(kind, named_rows(table, column), and_(*conditions))

    def _told(
        self, kind: DependentKind, named: NamedRows, condition: ColumnElement[bool]
    ) -> Iterator[Dependent]:
        """The later files that such rows came with, and the rows of no file."""
        query = named.query(condition).limit(SHOWN)
        for who, where, file, happened, at, count in self._session.execute(query):
            later = (file, happened) if file is not None else self._files.get(at)
            if later is not None:
                yield _file(*later)
            else:
                yield Dependent(kind, who or named.table.name, where or "", count)

    # Later changes

    def edited(self) -> Iterator[Dependent]:
        """What the batch made and somebody changed since."""
        for name, ids in self._made.items():
            table = table_of(name)
            if "changed_at" not in table.c:
                continue
            since = table.c.changed_at.not_in(moments(self._batch_id))
            condition = and_(table.c.id.in_(ids), since, table.c.deleted_at.is_(None))
            yield from self._told(DependentKind.EDITED, named_rows(table, own=True), condition)

    def edited_since(self) -> Iterator[Dependent]:
        """What the batch changed and somebody changed again."""
        last: dict[tuple[str, UUID], RowChange] = {}
        for change in self._changes:
            last[change.table, change.key] = change
        for (name, key), change in last.items():
            table = table_of(name)
            query = select(table.c.changed_at, table.c.deleted_at).where(table.c.id == key)
            found = self._session.execute(query).first()
            if found is not None and (found[0] == change.at or _is_taken_back(change, found[1])):
                continue
            named = named_rows(table, own=True)
            yield from self._told(DependentKind.EDITED, named, table.c.id == key)

    @cached_property
    def _files(self) -> Mapping[datetime, tuple[str, datetime]]:
        """Other files by the moments at which they wrote; all that they made bears one."""
        batches, rows = table_of("import_batch"), table_of("import_row")
        others = (batches.c.id != self._batch_id, batches.c.undone_at.is_(None))
        told = (batches.c.file_name, batches.c.happened)
        settled = (
            select(rows.c.settled_at, *told)
            .join(rows, rows.c.batch_id == batches.c.id)
            .where(rows.c.settled_at.is_not(None), *others)
        )
        brought = select(batches.c.happened, *told).where(*others)
        found = [*self._session.execute(settled), *self._session.execute(brought)]
        return {row[0]: (row[1], row[2]) for row in found}


def _is_taken_back(change: RowChange, deleted_at: datetime | None) -> bool:
    """Whether what a batch made beside its rows is deleted by now. Of numbers the one that was
    kept before might come back beside a newer one."""
    return deleted_at is not None and change.before is None and change.table != "identity_number"


def _file(name: str, happened: datetime) -> Dependent:
    return Dependent(DependentKind.BATCH, name, at=local(happened))


def _changed_ids(changes: Iterable[RowChange]) -> dict[tuple[str, str], set[UUID]]:
    """Rows by table and column that the batch itself made or changed: `*` for a whole row."""
    found: dict[tuple[str, str], set[UUID]] = {}
    for change in changes:
        for column in change.before if change.before is not None else ("*",):
            found.setdefault((change.table, column), set()).add(change.key)
    return found
