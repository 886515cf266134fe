"""Rows that wait for a decision: shown as they are understood today, settled, or left out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, delete, func, select
from sqlalchemy.orm import Session

from ...importing.answering import answered
from ...importing.cells import SourceFile
from ...importing.findings import Answer, AnswerKind, Answers, FindingKey, RowKey, Severity
from ...importing.plan import ImportPlan, PersonRow
from ...models.clock import local
from ...models.context import Context
from ...models.courses import Course
from ...models.enums import CourseStatus, ImportRowState
from ...models.errors import AppError, ErrorCode
from ...models.imports import ImportBatch, ImportFinding, ImportRow
from ...models.people import IdentityNumber
from ..courses import CourseRecord, find_course
from ..register.settled import join_settled
from .bringing import ethnic_names
from .choices import ListChoices, silent
from .draft import DraftRow, ListDraft
from .kept_rows import finding_rows, kept_answers, kept_cells, kept_row
from .mapping import accepts_repairs, commune_of, form_of, tables_of
from .review import ReviewLine, row_line
from .understanding import Purpose, understand_plans
from .writing import GoWriter

_COUNTS = ImportRow.superseded_by_id.is_(None) & ImportBatch.undone_at.is_(None)
_WAITS = (ImportRow.state == ImportRowState.HELD) & _COUNTS
_LEFT_OUT = (ImportRow.state == ImportRowState.DISCARDED) & ImportRow.cells.is_not(None) & _COUNTS
"""Rows that waited and were left out since: they can be taken back. Others never had to wait."""


@dataclass(frozen=True)
class HeldRow:
    """A row that waits: where it came from, and as the review shows it, understood again today.

    `line.key` and the keys of its findings are those to answer with. Its state is not HELD where
    nothing is open any more: settling it brings it in. Moments in Vietnamese time.
    `course_open` is False where nobody can be enrolled: the course is closed, or gone.
    """

    id: UUID
    batch_id: UUID
    file_name: str
    brought_at: datetime
    operator: str
    course_code: str
    line: ReviewLine
    course_open: bool = True


@dataclass(frozen=True)
class _Kept:
    """A row that waits as it is stored, with what was decided on it before."""

    record: ImportRow
    key: RowKey
    row: PersonRow
    said: Mapping[FindingKey, Answer]


@dataclass(frozen=True)
class _Course:
    """The course of a batch; `record` is None where nobody can be enrolled in it."""

    code: str = ""
    record: CourseRecord | None = None

    @property
    def is_open(self) -> bool:
        """Whether rows come into it; also where they are for no course."""
        return not self.code or self.record is not None


def count_held(session: Session) -> int:
    """How many rows wait."""
    query = select(func.count()).select_from(ImportRow).join(
        ImportBatch, ImportBatch.id == ImportRow.batch_id
    )  # fmt: skip
    return session.scalar(query.where(_WAITS)) or 0


def held_rows(session: Session, batch_id: UUID | None = None) -> tuple[HeldRow, ...]:
    """The rows that wait, of one batch or of all; the latest file first, rows as in the file.

    Never refuses: rows of a course that was closed since are there like all others.
    """
    wanted = ImportRow.batch_id == batch_id if batch_id else ImportRow.batch_id.is_not(None)
    found: list[HeldRow] = []
    for batch, kept in _waiting(session, wanted):
        course = _course(session, batch)
        draft, _ = _understood(session, batch, course, kept, Answers(), local(batch.happened))
        shown = {RowKey(batch.sha256, r.row.sheet, r.row.row): r for r in draft.files[0].rows}
        found += [_held(batch, course, one, shown[one.key]) for one in kept]
    return tuple(found)


def find_row(session: Session, text: str) -> UUID:
    """The row that waits, or was left out, whose id begins so. Raises UNKNOWN_ROW."""
    wanted = text.strip().lower().replace("-", "")
    query = select(ImportRow.id).join(ImportBatch, ImportBatch.id == ImportRow.batch_id)
    ids = session.scalars(query.where(_WAITS | _LEFT_OUT))
    found = [identifier for identifier in ids if wanted and identifier.hex.startswith(wanted)]
    if len(found) != 1:
        raise AppError(ErrorCode.UNKNOWN_ROW)
    return found[0]


def repairs_accepted(row: HeldRow) -> Answers:
    """The answers that accept every repair of a row which was not accepted with its file."""
    refused = (f for f in row.line.findings if f.severity is Severity.REPAIR and not f.applied)
    return Answers({finding.key: Answer(AnswerKind.KEEP) for finding in refused})


def settle(
    session: Session,
    by: Context,
    row_id: UUID,
    answers: Answers,
    *,
    without_closed_course: bool = False,
) -> ImportRowState:
    """Decide on a row that waits and bring it in, into its batch's course; returns what it became.

    It stays HELD, with what was decided so far, while a question is open. Repairs that were not
    accepted with the file are accepted only by an answer (KEEP). Raises UNKNOWN_ROW for a row that
    does not wait (any more), COURSE_CLOSED where its course is closed or gone: unless the person
    shall come in all the same, enrolled in no course, `without_closed_course`.
    """
    batch, kept = _one(session, row_id)
    course = _course(session, batch)
    draft, purpose = _understood(session, batch, course, [kept], answers, local(by.clock()))
    row = draft.files[0].rows[0]
    waits = row.state is ImportRowState.HELD
    if not (waits or course.is_open or without_closed_course):
        raise AppError(ErrorCode.COURSE_CLOSED, course=course.code)
    said = replace(answers, given={**kept.said, **answers.given})
    writer = GoWriter(session, by, draft, purpose)
    _keep_decisions(session, writer, kept, row)
    if waits:
        _wait_on(session, kept, row, said, writer)
    else:
        writer.write_row(batch.id, row, kept.key, row_id)
        _forget_number(session, row_id)
        join_settled(session, by, row_id)
    session.expire_all()
    return row.state


def discard(session: Session, by: Context, row_id: UUID) -> None:
    """Leave a row that waits out; `restore` takes it back. Raises UNKNOWN_ROW."""
    record = _one(session, row_id)[1].record
    record.state = ImportRowState.DISCARDED
    record.settled_at, record.settled_by = by.clock(), by.operator
    session.flush()


def restore(session: Session, row_id: UUID) -> None:
    """A row that was left out waits again, with all that it said.

    Raises UNKNOWN_ROW for one that was not left out, and where the same row of the same file has
    been brought in again since for the same course.
    """
    query = select(ImportRow, ImportBatch).join(ImportBatch, ImportBatch.id == ImportRow.batch_id)
    found = session.execute(query.where(_LEFT_OUT, ImportRow.id == row_id)).first()
    if found is None or _came_again(session, *found):
        raise AppError(ErrorCode.UNKNOWN_ROW)
    record = found[0]
    record.state, record.settled_at, record.settled_by = ImportRowState.HELD, None, None
    session.flush()


def _came_again(session: Session, record: ImportRow, batch: ImportBatch) -> bool:
    """Whether a later batch for the same course has the same row of the same file."""
    query = (
        select(ImportRow.id)
        .join(ImportBatch, ImportBatch.id == ImportRow.batch_id)
        .where(
            ImportBatch.sha256 == batch.sha256,
            ImportBatch.undone_at.is_(None),
            ImportBatch.happened > batch.happened,
            ImportBatch.course_id.is_not_distinct_from(batch.course_id),
            ImportBatch.course_id.is_not_distinct_from(batch.course_id),
            ImportRow.state != ImportRowState.DISCARDED,  # it was only left out again
            ImportRow.state != ImportRowState.DISCARDED,
            ImportRow.sheet == record.sheet,
            ImportRow.row == record.row,
        )
    )
    return session.scalar(query.limit(1)) is not None


# Reading


def _waiting(
    session: Session, condition: ColumnElement[bool]
) -> list[tuple[ImportBatch, list[_Kept]]]:
    """The rows that wait by batch."""
    rows = session.execute(
        select(ImportRow, ImportBatch)
        .join(ImportBatch, ImportBatch.id == ImportRow.batch_id)
        .where(_WAITS, condition)
        .order_by(ImportBatch.happened.desc(), ImportBatch.id, ImportRow.id)
    ).all()
    numbers = _numbers(session, [row[0].id for row in rows])
    found: dict[UUID, tuple[ImportBatch, list[_Kept]]] = {}
    for record, batch in rows:
        _, kept = found.setdefault(batch.id, (batch, []))
        kept.append(_kept(batch, record, numbers.get(record.id)))
    return list(found.values())


def _one(session: Session, row_id: UUID) -> tuple[ImportBatch, _Kept]:
    found = _waiting(session, ImportRow.id == row_id)
    if not found:
        raise AppError(ErrorCode.UNKNOWN_ROW)
    batch, (kept,) = found[0]
    return batch, kept


def _kept(batch: ImportBatch, record: ImportRow, number: str | None) -> _Kept:
    key, cells = RowKey(batch.sha256, record.sheet, record.row), record.cells or "{}"
    return _Kept(record, key, kept_row(cells, key, number), kept_answers(cells, key))


def _numbers(session: Session, rows: Sequence[UUID]) -> dict[UUID, str]:
    found: dict[UUID, str] = {}
    for start in range(0, len(rows), 5_000):
        query = select(IdentityNumber.import_row_id, IdentityNumber.number).where(
            IdentityNumber.import_row_id.in_(rows[start : start + 5_000])
        )
        found.update((row, number) for row, number in session.execute(query) if row and number)
    return found


def _course(session: Session, batch: ImportBatch) -> _Course:
    kept = session.scalars(select(Course).where(Course.id == batch.course_id)).first()
    if kept is None:
        return _Course()
    if kept.deleted_at is not None or kept.status == CourseStatus.CLOSED:
        return _Course(kept.code)
    return _Course(kept.code, find_course(session, kept.code))


def _accepts_repairs(session: Session, batch: ImportBatch) -> bool:
    """Whether the repairs of a file were accepted: as kept, or as its findings were decided."""
    kept = accepts_repairs(batch.mapping)
    if kept is not None:
        return kept
    undecided = select(ImportFinding.id).where(
        ImportFinding.batch_id == batch.id,
        ImportFinding.severity == Severity.REPAIR.value,
        ImportFinding.decision.is_(None),
    )
    return session.scalar(undecided.limit(1)) is None


def _understood(
    session: Session,
    batch: ImportBatch,
    course: _Course,
    kept: Iterable[_Kept],
    answers: Answers,
    now: datetime,
) -> tuple[ListDraft, Purpose]:
    """Rows that wait through the same code as a file that was just read."""
    kept = list(kept)
    before = {key: answer for one in kept for key, answer in one.said.items()}
    accepts = _accepts_repairs(session, batch)
    answers = replace(answers, given={**before, **answers.given}, accept_repairs=accepts)
    names, today = ethnic_names(), now.date()
    rows = tuple(answered(one.row, answers, names, today) for one in kept)
    tables = tuple(tables_of(batch.mapping).values())
    plan = ImportPlan(SourceFile(batch.file_name, batch.sha256, ()), tables, rows)
    choices = ListChoices(course.code, commune_of(batch.mapping), answers=answers)
    first_day = course.record.first_day if course.record else None
    purpose = Purpose(course.record, first_day or today)
    forms = {batch.sha256: form_of(batch.mapping)}
    return understand_plans(session, [plan], choices, purpose, silent, forms), purpose


def _held(batch: ImportBatch, course: _Course, kept: _Kept, row: DraftRow) -> HeldRow:
    return HeldRow(
        kept.record.id,
        batch.id,
        batch.file_name,
        local(batch.happened),
        batch.operator,
        course.code,
        row_line(row, batch.sha256, batch.file_name),
        course.is_open,
    )


# Writing


def _keep_decisions(session: Session, writer: GoWriter, kept: _Kept, row: DraftRow) -> None:
    """The findings of a row as they are now; who decided before stays."""
    batch, record = kept.record.batch_id, kept.record.id
    old = session.execute(
        select(
            ImportFinding.field, ImportFinding.kind, ImportFinding.decision,
            ImportFinding.decided_by, ImportFinding.decided_at,
        ).where(ImportFinding.import_row_id == record, ImportFinding.decision.is_not(None))
    )  # fmt: skip
    decided = {(r.field, r.kind, r.decision): (r.decided_by, r.decided_at) for r in old}
    session.execute(delete(ImportFinding).where(ImportFinding.import_row_id == record))
    for values in finding_rows(row, batch, record, writer.mark, writer.make_id):
        before = decided.get((values["field"], values["kind"], values["decision"]))
        if before is not None:
            values |= {"decided_by": before[0], "decided_at": before[1]}
        session.add(ImportFinding(**values))


def _wait_on(session: Session, kept: _Kept, row: DraftRow, said: Answers, writer: GoWriter) -> None:
    """It waits on, with what was typed so far; the number stays apart."""
    kept.record.cells = kept_cells(row, said)
    _forget_number(session, kept.record.id)
    session.flush()
    writer.keep_number(row, kept.record.id)


def _forget_number(session: Session, row_id: UUID) -> None:
    session.execute(delete(IdentityNumber).where(IdentityNumber.import_row_id == row_id))
