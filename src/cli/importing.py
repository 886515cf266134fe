"""Bringing lists in from the shell: each file a transaction of its own."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from ..db.database import Database
from ..importing.findings import Finding
from ..importing.plan import ImportPlan
from ..importing.rows import read_people
from ..models.clock import local
from ..models.context import Context
from ..models.enums import CourseStatus, ImportRowState
from ..models.errors import AppError, ErrorCode
from ..services.courses import CourseRecord, find_course
from ..services.list_import import ImportReport, bring_in, ethnic_names
from ..services.places import commune_by_code
from .output import Document, say, say_error, say_json, say_table
from .shell import Shell


@dataclass(frozen=True)
class _Brought:
    """What became of a file: a report, or why it was refused."""

    path: Path
    plan: ImportPlan | None = None
    report: ImportReport | None = None
    refusal: AppError | None = None

    def count(self, state: ImportRowState) -> int:
        return self.report.count(state) if self.report else 0

    @property
    def read(self) -> int:
        return len(self.report.rows) if self.report else 0

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self.report.findings if self.report else ()


def bring(shell: Shell, options: Namespace) -> int:
    """Bring the lists in, or show what they would bring."""
    by = shell.context()
    with shell.database() as database:
        course = database.read(lambda s: _asked(s, options, by))
        files = [_planned(path, options.accept_repairs) for path in options.files]
        take = _Taking(database, by, course, options)
        brought = take.rehearsed(files) if options.dry_run else [take.taken(f) for f in files]
    for file in brought:
        if file.refusal is not None:
            say_error(file.refusal, str(file.path))
    _tell(shell, brought, options.dry_run)
    refused = any(file.refusal for file in brought)
    return 1 if refused or not any(file.read for file in brought) else 0


def _asked(session: Session, options: Namespace, by: Context) -> CourseRecord | None:
    """The course, when one is named. Raises what would be wrong for every file alike."""
    course = find_course(session, options.course) if options.course else None
    if course is not None and course.status == CourseStatus.CLOSED:
        raise AppError(ErrorCode.COURSE_CLOSED, course=course.code)
    if options.commune:
        day = (course.first_day if course else None) or local(by.clock()).date()
        commune_by_code(session, options.commune, day)
    return course


def _planned(path: Path, accept_repairs: bool) -> _Brought:
    try:
        plan = read_people(path, ethnic_names(), accept_repairs=accept_repairs)
        if not plan.rows:
            raise AppError(ErrorCode.FILE_EMPTY, file=path.name)
        return _Brought(path, plan)
    except AppError as refusal:
        return _Brought(path, refusal=refusal)


@dataclass(frozen=True)
class _Taking:
    """How files are brought in: into which course, by whom."""

    database: Database
    by: Context
    course: CourseRecord | None
    options: Namespace

    def taken(self, file: _Brought) -> _Brought:
        """In a transaction of its own: a refusal leaves nothing of this file, and all others."""
        if file.refusal is not None:
            return file
        try:
            return self.database.write(lambda session: self._into(session, file))
        except AppError as refusal:
            return _Brought(file.path, refusal=refusal)

    def rehearsed(self, files: Sequence[_Brought]) -> list[_Brought]:
        """All in one that is taken back, so that a later file sees what an earlier would bring."""
        return self.database.rehearse(lambda session: [self._into(session, f) for f in files])

    def _into(self, session: Session, file: _Brought) -> _Brought:
        if file.plan is None:
            return file
        report = bring_in(
            session,
            self.by,
            file.plan,
            self.course,
            self.options.commune,
            self.options.accept_repairs,
        )
        return _Brought(file.path, file.plan, report)


def _tell(shell: Shell, brought: Sequence[_Brought], dry_run: bool) -> None:
    if shell.as_json:
        say_json(_document(brought, dry_run))
        return
    for file in brought:
        if file.report is not None:
            counts = ", ".join(f"{state} {file.count(state)}" for state in ImportRowState)
            say(f"{file.path}: read {file.read}, {counts}" + " (dry run)" * dry_run)
            _tell_more(file)


def _tell_more(file: _Brought) -> None:
    if file.report and file.report.seen_before:
        say(f"This very file was brought in before, at {local(file.report.seen_before):%H:%M %F}.")
    if file.plan and file.plan.sheets_without_table:
        say(f"Sheets without a table of people: {', '.join(file.plan.sheets_without_table)}")
    titles = ("sheet", "row", "column", "finding", "severity", "before", "after")
    say_table(
        titles,
        ((f.sheet, f.row, f.column, f.kind, f.severity, f.before, f.after) for f in file.findings),
    )


def _counts(files: Sequence[_Brought]) -> dict[str, object]:
    states = {state.value: sum(file.count(state) for file in files) for state in ImportRowState}
    return {"read": sum(file.read for file in files), **states}


def _document(brought: Sequence[_Brought], dry_run: bool) -> Document:
    """Totals over all files; the names of the fields are a contract."""
    return {
        **_counts(brought),
        "dry_run": dry_run,
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
        "file": file.path.name,
    }


def _file_document(file: _Brought) -> Document:
    seen = file.report.seen_before if file.report else None
    return {
        "file": file.path,
        **_counts([file]),
        "seen_before": local(seen) if seen else None,
        "sheets_without_table": file.plan.sheets_without_table if file.plan else (),
        "error": file.refusal.code if file.refusal else None,
    }
