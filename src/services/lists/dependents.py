"""What depends on a batch: whatever refers to what it made, and was not made by it.

Found from the foreign keys of all tables, so that a new table cannot be forgotten.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Column, ColumnElement, FromClause, Select, Table, func, literal, select
from sqlalchemy.orm import Session

from .changes import RowChange
from .made import Ids, changes_of_batch, in_order, made_ids, moments, table_of

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
    """A later file met somebody of this one."""
    EDITED = "edited"
    """Corrected by hand since."""
    OTHER = "other"


@dataclass(frozen=True)
class Dependent:
    """One thing that depends on a batch: whom it is about, in which course or file, what it is."""

    kind: DependentKind
    who: str
    where: str = ""
    """A course's code, or the name of a later file."""
    count: int = 1


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
    "import_row": _K.BATCH,
    "identity_number": _K.EDITED,
}

_LET_GO = ("import_row", "superseded_by_id")
"""A row that waits since an earlier go refers to the one that took its place: it waits again."""


def find_dependents(session: Session, batch_id: UUID) -> tuple[Dependent, ...]:
    """What depends on a batch, the same of the same person counted together."""
    made = made_ids(batch_id)
    changes = changes_of_batch(session, batch_id)
    found = [*_referring(session, made, changes)]
    named = {dependent.who for dependent in found}
    edited = (*_edited(session, batch_id, made), *_edited_since(session, changes))
    found += [dependent for dependent in edited if dependent.who not in named]
    return _together(found)


def _together(found: Iterable[Dependent]) -> tuple[Dependent, ...]:
    counted: dict[tuple[DependentKind, str, str], int] = {}
    for one in found:
        key = (one.kind, one.who, one.where)
        counted[key] = counted.get(key, 0) + one.count
    return tuple(Dependent(*key, count) for key, count in counted.items())


# References


def _referring(
    session: Session, made: Mapping[str, Ids], changes: Iterable[RowChange]
) -> Iterator[Dependent]:
    changed = _changed_ids(changes)
    for table in in_order():
        for column in table.columns:
            for key in column.foreign_keys if (table.name, column.name) != _LET_GO else ():
                target = key.column.table.name
                if target in made:
                    refers = column.in_(made[target])
                    yield from _not_own(session, table, column, refers, made, changed)


def _changed_ids(changes: Iterable[RowChange]) -> dict[tuple[str, str], set[UUID]]:
    """Rows by table and column that the batch itself made or changed: `*` for a whole row."""
    found: dict[tuple[str, str], set[UUID]] = {}
    for change in changes:
        for column in change.before if change.before is not None else ("*",):
            found.setdefault((change.table, column), set()).add(change.key)
    return found


def _not_own(
    session: Session,
    table: Table,
    column: Column[Any],
    refers: ColumnElement[bool],
    made: Mapping[str, Ids],
    changed: Mapping[tuple[str, str], set[UUID]],
) -> Iterator[Dependent]:
    query = _named(table, column).where(refers)
    if table.name in made:
        query = query.where(table.c.id.not_in(made[table.name]))
    own = changed.get((table.name, column.name), set()) | changed.get((table.name, "*"), set())
    if own:
        query = query.where(table.c.id.not_in(own))
    kind = KINDS.get(table.name, DependentKind.OTHER)
    for who, where, count in session.execute(query.limit(SHOWN)):
        yield Dependent(kind, who or table.name, where or "", count)


def _named(table: Table, column: Column[Any] | None = None) -> Select[str, str, int]:
    """Who the rows of a table are about, where, and how many they are."""
    source: FromClause = table
    person, course = table_of("person").alias(), table_of("course").alias()
    person_id, course_id = table.c.get("person_id"), table.c.get("course_id")
    if person_id is None and "enrolment_id" in table.c:
        enrolment = table_of("enrolment").alias()
        source = source.outerjoin(enrolment, enrolment.c.id == table.c.enrolment_id)
        person_id, course_id = enrolment.c.person_id, enrolment.c.course_id
    who: ColumnElement[str] = literal("")
    where: ColumnElement[str] = literal("")
    if person_id is not None:
        source, who = source.outerjoin(person, person.c.id == person_id), person.c.name
    elif table.name == "person" or (column is None and "name" in table.c):
        who = table.c.name
    elif column is not None:
        (key,) = column.foreign_keys
        target = key.column.table.alias()
        if "name" in target.c:
            source, who = source.outerjoin(target, target.c.id == column), target.c.name
    if course_id is not None:
        source, where = source.outerjoin(course, course.c.id == course_id), course.c.code
    elif table.name == "import_row":
        batch = table_of("import_batch").alias()
        source = source.outerjoin(batch, batch.c.id == table.c.batch_id)
        where = batch.c.file_name
    return select(who, where, func.count()).select_from(source).group_by(who, where)


# Later changes


def _edited(session: Session, batch_id: UUID, made: Mapping[str, Ids]) -> Iterator[Dependent]:
    """What the batch made and somebody changed since."""
    for name, ids in made.items():
        table = table_of(name)
        if "changed_at" not in table.c:
            continue
        since = table.c.changed_at.not_in(moments(batch_id))
        query = _named(table).where(table.c.id.in_(ids), since)
        for who, where, count in session.execute(query.limit(SHOWN)):
            yield Dependent(DependentKind.EDITED, who or name, where or "", count)


def _edited_since(session: Session, changes: Iterable[RowChange]) -> Iterator[Dependent]:
    """What the batch changed and somebody changed again; a later file is named."""
    last: dict[tuple[str, UUID], datetime | None] = {}
    for change in changes:
        last[change.table, change.key] = change.at
    for (name, key), at in last.items():
        table = table_of(name)
        found = session.execute(select(table.c.changed_at).where(table.c.id == key)).first()
        if found is not None and found[0] == at:
            continue
        for who, where, _ in session.execute(_named(table).where(table.c.id == key)):
            later = _later_file(session, name, key, at)
            kind = DependentKind.BATCH if later else DependentKind.EDITED
            yield Dependent(kind, who or name, later or where or "")


def _later_file(session: Session, table: str, key: UUID, at: datetime | None) -> str:
    """The file that changed somebody after a moment; empty where it was done by hand."""
    if table != "person" or at is None:
        return ""
    rows, batches = table_of("import_row"), table_of("import_batch")
    query = (
        select(batches.c.file_name)
        .join(rows, rows.c.batch_id == batches.c.id)
        .where(
            rows.c.person_id == key,
            rows.c.changes.is_not(None),
            func.coalesce(rows.c.settled_at, batches.c.happened) > at,
        )
        .order_by(batches.c.happened)
    )
    return session.scalar(query.limit(1)) or ""
