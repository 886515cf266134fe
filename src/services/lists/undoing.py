"""Taking a batch back: what it made goes, what it changed is as it was, the batch itself stays."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import delete, select, update
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
from .made import changes_of_batch, in_order, made_ids, table_of

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
    told = tuple(
        "  ".join(part for part in (d.kind, d.who, d.where) if part) for d in found[:_NAMED]
    )
    more = (f"… +{len(found) - _NAMED}",) if len(found) > _NAMED else ()
    who = tuple(dict.fromkeys(d.who for d in found))
    names = (*who[:3], "…") if len(who) > 3 else who
    return AppError(
        ErrorCode.BATCH_IN_USE, file=line.file_name, person=names, candidates=told + more,
        dependents=found,
    )  # fmt: skip


def _take_back(session: Session, batch_id: UUID, progress: Progress) -> None:
    changes = changes_of_batch(session, batch_id)
    ids = {name: list(session.scalars(query)) for name, query in made_ids(batch_id).items()}
    total = sum(map(len, ids.values()))
    restore(session, changes)
    _let_wait_again(session, ids["import_row"])
    _forget_in_search(session, ids["person"])
    done = 0
    with references_indexed(session, [name for name, rows in ids.items() if rows]):
        for table in reversed(in_order()):
            for block in _blocks(ids.get(table.name, ())):
                session.execute(delete(table_of(table.name)).where(table.c.id.in_(block)))
                done += len(block)
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
