"""A register of teams from a file: read, understood, brought in as one batch.

Persons first, by the way of all lists (`services.lists`), so nobody is doubled and who is unclear
waits; then hamlets, teams, figures and memberships, all with the batch's id.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ...importing.plan import ImportPlan
from ...importing.team_lists import read_team_list
from ...importing.team_plan import TeamPlan
from ...models.clock import local
from ...models.context import Context
from ...models.imports import ImportBatch, ImportRow
from ...models.people import Person
from ...models.places import Hamlet
from ..lists import bringing as lists
from ..lists.choices import ListChoices
from ..lists.draft import DraftRow, FileDraft
from .draft import RegisterDraft
from .joining import People, Who, with_known_members
from .report import RegisterChoices, RegisterCount, RegisterReport
from .understanding import known_teams, understood
from .writing import RegisterWriter

Progress = Callable[[int, int], None]


def _silent(done: int, total: int) -> None:
    pass


def read_register(
    path: Path, choices: RegisterChoices, today: date, progress: Progress = _silent
) -> TeamPlan:
    """Read a register as it was chosen.

    Raises FILE_NOT_FOUND, FILE_UNREADABLE, FILE_EMPTY, NO_TEAMS_FOUND; file = its name.
    """
    return read_team_list(
        path, lists.ethnic_names(), answers=choices.answers, progress=progress, today=today
    )


def preview(
    session: Session,
    by: Context,
    plan: TeamPlan,
    choices: RegisterChoices,
    progress: Progress = _silent,
) -> RegisterReport:
    """What bringing a register in would do; only reads. Raises UNKNOWN_COMMUNE."""
    today = local(by.clock()).date()
    people = _people(session, by, plan, choices, today)
    draft = lists.understand(session, [people], _choices(choices), today, progress)
    file = draft.files[0]
    dated = _dated(choices, file.seen_before)
    found = understood(session, by, plan, dated, _would_be(by, file), today)
    return _report(plan, found, file.rows, file.seen_before)


def bring_in(
    session: Session,
    by: Context,
    plan: TeamPlan,
    choices: RegisterChoices,
    progress: Progress = _silent,
) -> RegisterReport:
    """Understand a register in this transaction and write all of it, as one batch.

    The same file again adds nothing. What differs from what is stored is told, not overwritten.
    Raises UNKNOWN_COMMUNE.
    """
    today = local(by.clock()).date()
    people = _people(session, by, plan, choices, today)
    report = lists.bring_in(session, by, [people], _choices(choices), progress)[0]
    batch = session.get_one(ImportBatch, report.batch_id)
    dated = _dated(choices, report.seen_before)
    found = understood(session, by, plan, dated, _became(session, batch), today)
    RegisterWriter(session, by, batch).write(found)
    found.counts[RegisterCount.HAMLETS_NEW] = _hamlets_of(session, batch)
    done = _report(plan, found, report.rows, report.seen_before)
    return replace(done, batch_id=batch.id)


def _hamlets_of(session: Session, batch: ImportBatch) -> int:
    """The hamlets a batch made: some came with its persons."""
    query = select(func.count()).select_from(Hamlet).where(Hamlet.batch_id == batch.id)
    return session.scalar(query) or 0


def _people(
    session: Session, by: Context, plan: TeamPlan, choices: RegisterChoices, today: date
) -> ImportPlan:
    teams = known_teams(session, by, plan, choices, today)
    return with_known_members(session, plan, teams, today)


def _choices(choices: RegisterChoices) -> ListChoices:
    return ListChoices(commune_code=choices.commune_code, answers=choices.answers)


def _dated(choices: RegisterChoices, seen_before: datetime | None) -> RegisterChoices:
    """The same file again tells the figures of the same day, not of today."""
    if choices.as_of is not None or seen_before is None:
        return choices
    return replace(choices, as_of=local(seen_before).date())


def _would_be(by: Context, file: FileDraft) -> People:
    """Whom the rows would become; new persons get ids that nobody keeps."""
    sha256 = file.plan.source.sha256
    made = {(row.row.sheet, row.row.row): row.person_id or by.new_id() for row in file.rows}
    found = {}
    for row in file.rows:
        key = (row.row.sheet, row.row.row)
        same = row.same_as if row.same_as and row.same_as.file == sha256 else None
        found[key] = Who(row.state, made.get((same.sheet, same.row)) if same else made[key])
    return found


def _became(session: Session, batch: ImportBatch) -> People:
    """Whom the rows of a batch became."""
    rows = session.execute(
        select(ImportRow.sheet, ImportRow.row, ImportRow.state, Person.canonical_id)
        .outerjoin(Person, Person.id == ImportRow.person_id)
        .where(ImportRow.batch_id == batch.id)
    )
    return {(sheet, row): Who(state, person) for sheet, row, state, person in rows}


def _report(
    plan: TeamPlan,
    draft: RegisterDraft,
    people: Iterable[DraftRow],
    seen_before: datetime | None,
) -> RegisterReport:
    order = {sheet.name: number for number, sheet in enumerate(plan.source.sheets)}
    return RegisterReport(
        file_name=plan.source.name,
        counts=dict(draft.counts),
        findings=tuple(sorted(draft.findings, key=lambda f: (order[f.sheet], f.row))),
        people=tuple(people),
        seen_before=seen_before,
        sheets_without_table=plan.sheets_without_table,
    )
