"""Reading lists, understanding them, and bringing them in: what window and shell call."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from sqlalchemy.orm import Session

from ...importing.ethnic import EthnicNames
from ...importing.plan import ImportPlan
from ...importing.read import read_file
from ...importing.rows import read_people
from ...models import reference_data
from ...models.clock import local
from ...models.context import Context
from .choices import ListChoices, Progress, SheetKey, silent
from .collecting import collected_later
from .draft import FileDraft, ImportReport, ListDraft
from .earlier import recalled
from .layouts import remember_layouts
from .understanding import Purpose, purpose_of, understand_plans
from .writing import GoWriter, keyed, steps

T = TypeVar("T")


def ethnic_names() -> EthnicNames:
    """The names by which lists call ethnic groups."""
    return EthnicNames(reference_data.ethnic_groups())


def read_list(
    path: Path, choices: ListChoices, today: date, progress: Progress = silent
) -> ImportPlan:
    """Read one file as it was chosen.

    Raises FILE_NOT_FOUND, FILE_UNREADABLE, FILE_EMPTY, NO_TABLE_FOUND; file = its name.
    """
    sha256 = _hash_of(path)
    return read_people(
        path,
        ethnic_names(),
        answers=choices.answers,
        fields=_of_file(choices.fields, sha256),
        sheets=_sheets(path, sha256, choices),
        encodings=_of_file(choices.encodings, sha256),
        header_rows=_of_file(choices.header_rows, sha256),
        progress=progress,
        today=today,
    )


def _hash_of(path: Path) -> str:
    """By which choices know a file; empty for one that cannot be read: reading it says why."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, hashlib.sha256).hexdigest()
    except OSError:
        return ""


def _of_file(chosen: Mapping[SheetKey, T], sha256: str) -> dict[str, T]:
    """What was chosen for the sheets of one file."""
    return {sheet: value for (file, sheet), value in chosen.items() if file == sha256}


def _sheets(path: Path, sha256: str, choices: ListChoices) -> dict[str, bool]:
    named = _of_file(choices.sheets, sha256)
    if not choices.hidden_sheets:
        return named
    return {**{sheet.name: True for sheet in read_file(path).sheets}, **named}


def understand(
    session: Session,
    plans: Sequence[ImportPlan],
    choices: ListChoices,
    day: date,
    progress: Progress = silent,
) -> ListDraft:
    """What bringing these files in would do; only reads. `day` is today, used where no course is
    chosen: places are those of the course's first day.

    Raises UNKNOWN_COURSE, UNKNOWN_COMMUNE, COURSE_CLOSED.
    """
    purpose = purpose_of(session, choices, day)
    plans, choices = _recalled(session, plans, choices, purpose, day)
    with collected_later():
        return understand_plans(session, plans, choices, purpose, progress)


def bring_in(
    session: Session,
    by: Context,
    plans: Sequence[ImportPlan],
    choices: ListChoices,
    progress: Progress = silent,
) -> tuple[ImportReport, ...]:
    """Understand the files again in this transaction and write them, one batch a file.

    Rows with an open question are held: they wait, with their cells and findings, and are not lost.
    Raises UNKNOWN_COURSE, UNKNOWN_COMMUNE, COURSE_CLOSED.
    """
    today = local(by.clock()).date()
    purpose = purpose_of(session, choices, today)
    plans, choices = _recalled(session, plans, choices, purpose, today)
    total = 2 * sum(len(plan.rows) for plan in plans)
    with collected_later():
        draft = understand_plans(
            session, plans, choices, purpose, lambda done, _: progress(done, total)
        )
        return _written(session, by, draft, choices, purpose, progress)


def _recalled(
    session: Session,
    plans: Sequence[ImportPlan],
    choices: ListChoices,
    purpose: Purpose,
    today: date,
) -> tuple[Sequence[ImportPlan], ListChoices]:
    """The files with what was decided when they came before."""
    course = purpose.course.id if purpose.course else None
    reading = (ethnic_names(), today)
    told, answers = recalled(session, plans, choices.answers, course, reading)
    return told, replace(choices, answers=answers)


def _written(
    session: Session,
    by: Context,
    draft: ListDraft,
    choices: ListChoices,
    purpose: Purpose,
    progress: Progress,
) -> tuple[ImportReport, ...]:
    writer = GoWriter(session, by, draft, purpose)
    rows = sum(len(file.rows) for file in draft.files)
    told = steps(progress, rows, 2 * rows)
    reports = []
    for file in draft.files:
        batch = writer.open_batch(file, choices)
        writer.write(batch, file, choices, told)
        remember_layouts(session, writer.mark, writer.make_id, batch, file, choices)
        reports.append(_report(writer, batch, file))
    return tuple(reports)


def _report(writer: GoWriter, batch: UUID, file: FileDraft) -> ImportReport:
    rows = tuple(row.as_person(writer.who(row, key)) for row, key in keyed(file))
    return ImportReport(batch, file.plan.source.name, rows, file.seen_before)
