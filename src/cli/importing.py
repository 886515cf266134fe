"""Bringing lists in from the shell: what can be read comes in together, in one transaction."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from ..db.database import Database
from ..importing.findings import Answer, AnswerKind, Answers, Finding, Severity
from ..importing.form_stamp import read_stamp
from ..importing.plan import ImportPlan
from ..models.clock import local
from ..models.context import Context
from ..models.enums import ImportRowState
from ..models.errors import AppError, ErrorCode
from ..services.lists.bringing import bring_in, read_list, understand
from ..services.lists.choices import ListChoices
from ..services.lists.draft import DraftRow
from .output import Document, say, say_error, say_json, say_table
from .shell import Shell


@dataclass(frozen=True)
class _Brought:
    """What became of a file: its rows, or why it was refused. No batch on a dry run."""

    path: Path
    plan: ImportPlan | None = None
    rows: tuple[DraftRow, ...] = ()
    seen_before: datetime | None = None
    batch: UUID | None = None
    refusal: AppError | None = None

    def count(self, state: ImportRowState) -> int:
        return sum(row.state == state for row in self.rows)

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(finding for row in self.rows for finding in row.findings)

    @property
    def held(self) -> tuple[DraftRow, ...]:
        return tuple(row for row in self.rows if row.state is ImportRowState.HELD)


def bring(shell: Shell, options: Namespace) -> int:
    """Bring the lists in, or show what they would bring."""
    by = shell.context()
    today = local(by.clock()).date()
    choices = ListChoices(
        options.course or "",
        options.commune or "",
        answers=Answers(accept_repairs=options.accept_repairs),
        hidden_sheets=options.hidden_sheets,
    )
    with shell.database() as database:
        # Before any file is read: what would be wrong for every one of them alike.
        database.read(lambda session: understand(session, [], choices, today))
        files = [_planned(path, choices, today) for path in options.files]
        if options.same_person:
            choices = _with_same_people(database, files, choices, today)
        choices = _for_course_of_forms(choices, files)
        brought = _brought(database, by, files, choices, today, options.dry_run)
    for file in brought:
        if file.refusal is not None:
            say_error(file.refusal, str(file.path))
    _tell(shell, brought, options.dry_run)
    refused = any(file.refusal for file in brought)
    return 1 if refused or not any(file.rows for file in brought) else 0


def _for_course_of_forms(choices: ListChoices, files: Sequence[_Brought]) -> ListChoices:
    """Registration forms that come back know their course; another may be named all the same."""
    stamps = [read_stamp(file.plan.source) for file in files if file.plan]
    courses = {stamp.course_code if stamp else "" for stamp in stamps}
    if choices.course_code or len(courses) != 1:
        return choices
    return replace(choices, course_code=courses.pop())


def _with_same_people(
    database: Database, files: Sequence[_Brought], choices: ListChoices, today: date
) -> ListChoices:
    """Rows that may be one person, and say nothing else than is known of them, are that person."""
    plans = list({file.plan.source.sha256: file.plan for file in files if file.plan}.values())
    draft = database.read(lambda session: understand(session, plans, choices, today))
    same = (f for file in draft.files for f in file.findings if f.is_of_the_very_same)
    given = {f.key: Answer(AnswerKind.SAME_PERSON, f.candidates[0].key) for f in same}
    answers = replace(choices.answers, given={**choices.answers.given, **given})
    return replace(choices, answers=answers)


def _planned(path: Path, choices: ListChoices, today: date) -> _Brought:
    try:
        plan = read_list(path, choices, today)
        if not plan.rows:
            raise AppError(ErrorCode.FILE_EMPTY, file=path.name)
        return _Brought(path, plan)
    except AppError as refusal:
        return _Brought(path, refusal=refusal)


def _brought(
    database: Database,
    by: Context,
    files: Sequence[_Brought],
    choices: ListChoices,
    today: date,
    dry_run: bool,
) -> list[_Brought]:
    """The files with what became of their rows; a file given twice is brought in once."""
    plans = {file.plan.source.sha256: file.plan for file in files if file.plan}
    if not plans:
        return list(files)
    told = list(plans.values())
    found: dict[str, _Brought] = {}
    if dry_run:
        draft = database.read(lambda session: understand(session, told, choices, today))
        for read in draft.files:
            plan = read.plan
            found[plan.source.sha256] = _Brought(Path(), plan, read.rows, read.seen_before)
    else:
        reports = database.write(lambda session: bring_in(session, by, told, choices))
        for plan, report in zip(told, reports, strict=True):
            found[plan.source.sha256] = _Brought(
                Path(), plan, report.rows, report.seen_before, report.batch_id
            )
    named: set[str] = set()
    return [_named(file, found, named) for file in files]


def _named(file: _Brought, found: dict[str, _Brought], named: set[str]) -> _Brought:
    """What became of a file. One that was given before brings nobody a second time."""
    if file.plan is None:
        return file
    sha256 = file.plan.source.sha256
    of = found[sha256]
    again = sha256 in named
    named.add(sha256)
    rows = tuple(_matched(row) for row in of.rows) if again else of.rows
    return replace(of, path=file.path, rows=rows, batch=None if again else of.batch)


def _matched(row: DraftRow) -> DraftRow:
    came = row.state is ImportRowState.ADDED
    return replace(row, state=ImportRowState.MATCHED) if came else row


def _tell(shell: Shell, brought: Sequence[_Brought], dry_run: bool) -> None:
    if shell.as_json:
        say_json(_document(brought, dry_run))
        return
    for file in brought:
        if file.plan is not None:
            counts = ", ".join(f"{state} {file.count(state)}" for state in ImportRowState)
            say(f"{file.path}: read {len(file.rows)}, {counts}" + " (dry run)" * dry_run)
            _tell_more(file)
    refused = sum(_done(f) in (_REFUSED, _OPEN) for file in brought for f in file.findings)
    if refused:
        undone = "" if dry_run else "take the file back (people undo-import) and "
        say(f"Repairs not taken: {refused}. To take them, {undone}import with --accept-repairs.")


def _tell_more(file: _Brought) -> None:
    if file.batch is not None:
        say(f"batch {file.batch}")
    if file.seen_before:
        say(f"This very file was brought in before, at {local(file.seen_before):%H:%M %F}.")
    if file.plan and file.plan.sheets_without_table:
        say(f"Sheets without a table of people: {', '.join(file.plan.sheets_without_table)}")
    for row in file.held:
        say(f"held: {_place(row)}: {reasons(row.findings)}")
    for row in file.rows:
        if row.state is ImportRowState.DISCARDED:
            say(f"left out, as when it came before: {_place(row)}")
    titles = ("sheet", "row", "column", "finding", "severity", "before", "after", "done")
    told = (
        (f.sheet, f.row, f.column, f.kind, f.severity, f.before, f.after, _done(f))
        for f in file.findings
    )
    say_table(titles, told)


_DONE, _REFUSED, _OPEN = "yes", "refused", "open"


def _done(finding: Finding) -> str:
    """Whether a repair was taken; empty for what is no repair."""
    if finding.severity is not Severity.REPAIR:
        return ""
    if finding.open:
        return _OPEN
    return _DONE if finding.applied else _REFUSED


def _place(row: DraftRow) -> str:
    return f"{row.row.sheet} row {row.row.row}, {row.row.name}"


def reasons(findings: Sequence[Finding]) -> str:
    """Why a row waits: what is open in it, with who or what may be meant."""
    return "; ".join(_reason(finding) for finding in findings if finding.open)


def _reason(finding: Finding) -> str:
    meant = " | ".join(f"{c.title} ({c.note})" if c.note else c.title for c in finding.candidates)
    return " ".join(part for part in (finding.kind, f"“{finding.before}”", meant) if part)


def _counts(files: Sequence[_Brought]) -> dict[str, object]:
    states = {state.value: sum(file.count(state) for file in files) for state in ImportRowState}
    return {"read": sum(len(file.rows) for file in files), **states}


def _document(brought: Sequence[_Brought], dry_run: bool) -> Document:
    """Totals over all files; the names of the fields are a contract."""
    return {
        **_counts(brought),
        "dry_run": dry_run,
        "batches": [file.batch for file in brought if file.batch],
        "findings": [_finding(file, finding) for file in brought for finding in file.findings],
        "files": [_file_document(file) for file in brought],
    }


def _finding(file: _Brought, finding: Finding) -> Document:
    return {
        "sheet": finding.sheet,
        "row": finding.row,
        "column": finding.column,
        "kind": finding.kind,
        "before": finding.before,
        "after": finding.after,
        "severity": finding.severity,
        "applied": finding.applied,
        "open": finding.open,
        "file": file.path.name,
    }


def _file_document(file: _Brought) -> Document:
    return {
        "file": file.path,
        **_counts([file]),
        "batch": file.batch,
        "seen_before": local(file.seen_before) if file.seen_before else None,
        "sheets_without_table": file.plan.sheets_without_table if file.plan else (),
        "error": file.refusal.code if file.refusal else None,
    }
