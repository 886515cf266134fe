"""Taking a batch back: what it made goes, what it changed is as it was, the batch itself stays."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from ...db.dialect import forget_people, references_indexed
from ...models.context import Context
from ...models.errors import AppError, ErrorCode
from ...models.imports import ImportBatch, ImportRow
from ...models.people import Person
from ..facts import audit
from .batch_lines import BatchLine, batch_line
from .changes import restore
from .choices import Progress, silent
from .dependents import Dependent, find_dependents
from .made import changes_of_batch, in_order, made_ids
from .tombstones import delete_rows, find_tombstones, let_go

_BLOCK = 2_000
_NAMED = 20


def undo(session: Session, by: Context, batch_id: UUID, progress: Progress = silent) -> BatchLine:
    """Take a batch back as a whole: every table is as it was before, row by row.

    The batch itself stays, with who took it back and when.
    Raises UNKNOWN_BATCH, BATCH_UNDONE, BATCH_IN_USE (`candidates`: a line for each dependent).
    """
    line = batch_line(session, batch_id)
    if line.undone_at is not None:
        raise AppError(ErrorCode.BATCH_UNDONE, file=line.file_name)
    found = find_dependents(session, batch_id)
    if found:
        raise _in_use(line, found)
    _take_back(session, batch_id, progress)
    statement = update(ImportBatch).where(ImportBatch.id == batch_id)
    session.execute(statement.values(undone_at=by.clock(), undone_by=by.operator))
    audit(session, by, "undo_import", str(batch_id), line.file_name)
    session.expire_all()
    return batch_line(session, batch_id)


def dependents(session: Session, batch_id: UUID) -> tuple[Dependent, ...]:
    """What hinders taking a batch back; empty when it can be. Raises UNKNOWN_BATCH."""
    batch_line(session, batch_id)
    return find_dependents(session, batch_id)


def _in_use(line: BatchLine, found: tuple[Dependent, ...]) -> AppError:
    more = (f"… +{len(found) - _NAMED}",) if len(found) > _NAMED else ()
    who = tuple(dict.fromkeys(d.who for d in found))
    names = (*who[:3], "…") if len(who) > 3 else who
    return AppError(
        ErrorCode.BATCH_IN_USE, file=line.file_name, person=names,
        candidates=tuple(map(_told, found[:_NAMED])) + more, dependents=found,
    )  # fmt: skip


def _told(one: Dependent) -> str:
    when = f"{one.at:%F %H:%M}" if one.at else ""
    return "  ".join(part for part in (one.kind, one.who, one.where, when) if part)


def _take_back(session: Session, batch_id: UUID, progress: Progress) -> None:
    changes = changes_of_batch(session, batch_id)
    made = made_ids(batch_id)
    gone = find_tombstones(session, made)
    ids = {name: list(session.scalars(query)) for name, query in made.items()}
    for name, rows in gone.deleted.items():
        ids[name] = [*rows, *ids.get(name, ())]
    total = sum(map(len, ids.values()))
    restore(session, changes)
    let_go(session, gone)
    _let_wait_again(session, ids["import_row"])
    _forget_in_search(session, ids["person"])
    done = 0
    with references_indexed(session, [name for name, rows in ids.items() if rows]):
        for table in reversed(in_order()):
            for count in delete_rows(session, table, ids.get(table.name, ())):
                done += count
                progress(done, total)


def _let_wait_again(session: Session, rows: Iterable[UUID]) -> None:
    """Rows of earlier goes that this one took the place of."""
    for block in _blocks(rows):
        statement = update(ImportRow).where(ImportRow.superseded_by_id.in_(block))
        session.execute(statement.values(superseded_by_id=None))


def _forget_in_search(session: Session, people: Iterable[UUID]) -> None:
    for block in _blocks(people):
        ranks = session.scalars(select(Person.search_rank).where(Person.id.in_(block)))
        forget_people(session, list(ranks))


def _blocks(ids: Iterable[UUID]) -> Iterable[list[UUID]]:
    whole = list(ids)
    return (whole[start : start + _BLOCK] for start in range(0, len(whole), _BLOCK))
