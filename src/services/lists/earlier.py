"""What became of the rows of these very files when they were brought in before."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from ...importing.answering import answered
from ...importing.ethnic import EthnicNames
from ...importing.findings import (
    Answer,
    AnswerKind,
    Answers,
    FindingKey,
    FindingKind,
    RowKey,
)
from ...importing.plan import ImportPlan, PersonRow
from ...models.enums import ImportRowState
from ...models.imports import ImportBatch, ImportRow
from ...models.people import IdentityNumber, Person
from ...models.places import Unit
from .kept_rows import kept_answers, kept_row

_HIDDEN = "•"  # stands for a figure of an identity number


class SettledRow(NamedTuple):
    """Where the person lives whom a row was found to be; empty where that is not known."""

    unit_id: UUID | None
    commune: str


@dataclass(frozen=True)
class _Earlier:
    """A row that waits, as it is kept."""

    id: UUID
    cells: str | None


def settled_before(session: Session, files: Collection[str]) -> dict[RowKey, SettledRow]:
    """The rows of these files (by hash) of which it is known already who they are."""
    canonical = aliased(Person)
    query = (
        select(ImportBatch.sha256, ImportRow.sheet, ImportRow.row, Unit.id, Unit.kind, Unit.name)
        .join(ImportBatch, ImportBatch.id == ImportRow.batch_id)
        .join(Person, Person.id == ImportRow.person_id)
        .join(canonical, canonical.id == Person.canonical_id)
        .outerjoin(Unit, Unit.id == canonical.unit_id)
        .where(ImportBatch.sha256.in_(files), ImportBatch.undone_at.is_(None), canonical.listed)
        .order_by(ImportBatch.happened)
    )
    return {
        RowKey(sha256, sheet, row): SettledRow(unit, f"{kind.lower()} {name}" if unit else "")
        for sha256, sheet, row, unit, kind, name in session.execute(query)
    }


def recalled(
    session: Session,
    plans: Sequence[ImportPlan],
    answers: Answers,
    course_id: UUID | None,
    reading: tuple[EthnicNames, date],
) -> tuple[Sequence[ImportPlan], Answers]:
    """Files that came before, with what was decided on them then; decisions of now come first.

    Rows that wait have their answers again, rows that were left out of the same course's list are
    left out again. `reading` is what typed values are read with: ethnic groups and today.
    """
    files = {plan.source.sha256 for plan in plans}
    left_out, waiting = _rows_before(session, files, course_id)
    if not (left_out or waiting):
        return plans, answers
    now = {RowKey(key.file, key.sheet, key.row) for key in answers.given}
    skipped = answers.skipped | (left_out - now - answers.taken)
    said = _decisions(session, waiting)
    new = {key: answer for key, answer in said.items() if key not in answers.given}
    whole = replace(answers, given={**new, **answers.given}, skipped=skipped)
    told = replace(answers, given=new)
    return [_answered(plan, told, reading) for plan in plans] if new else plans, whole


def _rows_before(
    session: Session, files: Collection[str], course_id: UUID | None
) -> tuple[frozenset[RowKey], dict[RowKey, _Earlier]]:
    """The rows that were left out of a list for this course, and those that wait for any."""
    query = (
        select(
            ImportBatch.sha256, ImportRow.sheet, ImportRow.row, ImportBatch.course_id,
            ImportRow.id, ImportRow.state, ImportRow.cells,
        )
        .join(ImportBatch, ImportBatch.id == ImportRow.batch_id)
        .where(ImportBatch.sha256.in_(files), ImportBatch.undone_at.is_(None),
               ImportRow.superseded_by_id.is_(None))
        .order_by(ImportBatch.happened)
    )  # fmt: skip
    waiting: dict[RowKey, _Earlier] = {}
    left_out: set[RowKey] = set()
    came: set[RowKey] = set()
    for sha256, sheet, row, course, identifier, state, cells in session.execute(query):
        key = RowKey(sha256, sheet, row)
        if state is ImportRowState.HELD:
            waiting[key] = _Earlier(identifier, cells)
        if course == course_id:
            (left_out if state is ImportRowState.DISCARDED else came).add(key)
    return frozenset(left_out - came), waiting  # one that was taken back since is not left out


def _decisions(session: Session, waiting: Mapping[RowKey, _Earlier]) -> dict[FindingKey, Answer]:
    """What was decided so far on rows that wait."""
    said: dict[FindingKey, Answer] = {}
    for key, one in waiting.items():
        cells = one.cells or "{}"
        row = kept_row(cells, key, None)
        if any(finding.answer for finding in row.findings):
            said.update(_said(row, _number(session, one.id)))
        said.update(kept_answers(cells, key))
    return said


def _said(row: PersonRow, number: str | None) -> Iterator[tuple[FindingKey, Answer]]:
    """The answers to what stood in the cells; what was typed stands in the note of it."""
    typed = {f.field: f.after for f in row.findings if f.kind is FindingKind.EDITED}
    for finding in row.findings:
        answer = finding.answer
        if answer is not None and answer.kind is AnswerKind.VALUE:
            value = typed.get(finding.field) or ""
            value = (number or "") if _HIDDEN in value else value
            answer = Answer(AnswerKind.VALUE, value) if value else None
        if answer is not None:
            yield finding.key, answer


def _number(session: Session, row_id: UUID) -> str | None:
    query = select(IdentityNumber.number).where(IdentityNumber.import_row_id == row_id)
    return session.scalars(query).first()


def _answered(plan: ImportPlan, said: Answers, reading: tuple[EthnicNames, date]) -> ImportPlan:
    answered_rows = {(key.file, key.sheet, key.row) for key in said.given}
    sha256 = plan.source.sha256
    rows = tuple(
        answered(row, said, *reading) if (sha256, row.sheet, row.row) in answered_rows else row
        for row in plan.rows
    )
    return replace(plan, rows=rows)
