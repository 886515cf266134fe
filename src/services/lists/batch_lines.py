"""Files that were brought in, as lists show them: counts of today, rows, decisions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, case, func, select
from sqlalchemy.orm import Session

from ...models.clock import local
from ...models.courses import Course
from ...models.enums import ImportKind, ImportRowState
from ...models.errors import AppError, ErrorCode
from ...models.imports import ImportBatch, ImportFinding, ImportRow
from ...models.people import Person
from .made import made_ids


@dataclass(frozen=True)
class BatchLine:
    """A batch as the list of batches shows it; moments in Vietnamese civil time.

    `read` = added + matched + held + superseded + discarded, as of now: a held row that was settled
    counts as what it became. All but `read` are 0 once the batch was taken back.
    """

    id: UUID
    kind: ImportKind
    file_name: str
    brought_at: datetime
    operator: str
    course_code: str
    course_title: str
    read: int
    added: int
    matched: int
    held: int
    superseded: int
    """Rows that waited until the same file was brought in again."""
    discarded: int
    undone_at: datetime | None
    undone_by: str


@dataclass(frozen=True)
class Decision:
    """What was decided on a finding of a batch, and by whom; in Vietnamese civil time."""

    sheet: str
    row: int
    column: str
    kind: str
    before: str
    after: str | None
    decision: str
    """An `AnswerKind`, or "accepted" for a repair that was taken."""
    decided_by: str
    decided_at: datetime


@dataclass(frozen=True)
class BatchRow:
    """A row of a batch and who it became; `person` is empty while it waits."""

    id: UUID
    sheet: str
    row: int
    state: ImportRowState
    person_id: UUID | None
    person: str
    settled_at: datetime | None
    settled_by: str


@dataclass(frozen=True)
class Batch:
    """A batch with its rows, how many rows of which tables it made, and who decided what."""

    line: BatchLine
    rows: tuple[BatchRow, ...]
    made: Mapping[str, int]
    decisions: tuple[Decision, ...]


def list_batches(session: Session) -> tuple[BatchLine, ...]:
    """Every batch, the latest first; those taken back too."""
    query = _lines().order_by(ImportBatch.happened.desc(), ImportBatch.counter.desc())
    return tuple(_line(row) for row in session.execute(query))


def batch(session: Session, batch_id: UUID) -> Batch:
    """A batch with its rows, what it made, and the decisions. Raises UNKNOWN_BATCH."""
    line = batch_line(session, batch_id)
    made = {name: _count(session, ids) for name, ids in made_ids(batch_id).items()}
    return Batch(
        line,
        tuple(_rows(session, batch_id)),
        {name: count for name, count in made.items() if count},
        tuple(_decisions(session, batch_id)),
    )


def batch_line(session: Session, batch_id: UUID) -> BatchLine:
    """A batch as the list shows it. Raises UNKNOWN_BATCH."""
    row = session.execute(_lines().where(ImportBatch.id == batch_id)).first()
    if row is None:
        raise AppError(ErrorCode.UNKNOWN_BATCH, value=str(batch_id))
    return _line(row)


def find_batch(session: Session, text: str) -> UUID:
    """The batch whose id begins so. Raises UNKNOWN_BATCH for none or several (`candidates`)."""
    wanted = text.strip().lower().replace("-", "")
    lines = list_batches(session)
    found = [line for line in lines if wanted and line.id.hex.startswith(wanted)]
    if len(found) != 1:
        told = tuple(f"{line.id}  {line.file_name}" for line in found)
        raise AppError(ErrorCode.UNKNOWN_BATCH, value=text, candidates=told)
    return found[0].id


def _lines() -> Select[*tuple[Any, ...]]:
    waiting = (ImportRow.state == ImportRowState.HELD) & ImportRow.superseded_by_id.is_(None)
    superseded = (ImportRow.state == ImportRowState.HELD) & ImportRow.superseded_by_id.is_not(None)
    conditions = (
        ImportRow.state == ImportRowState.ADDED,
        ImportRow.state == ImportRowState.MATCHED,
        waiting,
        superseded,
        ImportRow.state == ImportRowState.DISCARDED,
    )
    counts = select(
        ImportRow.batch_id,
        *(
            func.sum(case((condition, 1), else_=0)).label(f"count_{index}")
            for index, condition in enumerate(conditions)
        ),
    )
    by_batch = counts.group_by(ImportRow.batch_id).subquery()
    numbers = [by_batch.c[f"count_{index}"] for index in range(len(conditions))]
    return (
        select(ImportBatch, Course.code, Course.title, *numbers)
        .outerjoin(Course, Course.id == ImportBatch.course_id)
        .outerjoin(by_batch, by_batch.c.batch_id == ImportBatch.id)
    )


def _line(row: Sequence[Any]) -> BatchLine:
    record, code, title, *numbers = row
    added, matched, held, superseded, discarded = (number or 0 for number in numbers)
    return BatchLine(
        record.id,
        record.kind,
        record.file_name,
        local(record.happened),
        record.operator,
        code or "",
        title or "",
        record.read,
        added,
        matched,
        held,
        superseded,
        discarded,
        local(record.undone_at) if record.undone_at else None,
        record.undone_by or "",
    )


def _count(session: Session, ids: Select[UUID]) -> int:
    return session.scalar(select(func.count()).select_from(ids.subquery())) or 0


def _rows(session: Session, batch_id: UUID) -> Iterable[BatchRow]:
    query = (
        select(ImportRow, Person.name)
        .outerjoin(Person, Person.id == ImportRow.person_id)
        .where(ImportRow.batch_id == batch_id)
        .order_by(ImportRow.sheet, ImportRow.row)
    )
    for row, name in session.execute(query):
        settled = local(row.settled_at) if row.settled_at else None
        yield BatchRow(
            row.id, row.sheet, row.row, row.state, row.person_id, name or "", settled,
            row.settled_by or "",
        )  # fmt: skip


def _decisions(session: Session, batch_id: UUID) -> Iterable[Decision]:
    query = (
        select(ImportFinding)
        .where(ImportFinding.batch_id == batch_id, ImportFinding.decision.is_not(None))
        .order_by(ImportFinding.sheet, ImportFinding.row, ImportFinding.id)
    )
    for found in session.scalars(query):
        assert found.decision is not None and found.decided_at is not None
        yield Decision(
            found.sheet, found.row, found.column, found.kind, found.before, found.after,
            found.decision, found.decided_by or "", local(found.decided_at),
        )  # fmt: skip
