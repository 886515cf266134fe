"""The register of teams from the shell: bring it in, list it, show one team."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session

from ..db.database import Database
from ..importing.findings import Answers, Finding
from ..importing.team_plan import TeamFinding, TeamPlan
from ..models.clock import local
from ..models.context import Context
from ..models.enums import ImportRowState, Measure
from ..models.errors import AppError, ErrorCode
from ..services.places import commune_by_code
from ..services.register.bringing import bring_in, preview, read_register
from ..services.register.details import MemberLine, TeamDetails, team_details
from ..services.register.listing import TeamLine, TeamQuery, all_teams, team_lines
from ..services.register.report import RegisterChoices, RegisterCount, RegisterReport
from ..services.register.teams import get_team
from .output import Document, say, say_error, say_json, say_json_list, say_table
from .shell import Shell

_AT_ONCE = 1000
_CANDIDATES = 10


@dataclass(frozen=True)
class _Brought:
    """What became of a file: a report, or why it was refused."""

    path: Path
    report: RegisterReport | None = None
    refusal: AppError | None = None


def bring(shell: Shell, options: Namespace) -> int:
    """Bring registers in, each file a transaction of its own, or show what they would bring."""
    by = shell.context()
    answers = Answers(accept_repairs=not options.refuse_repairs)
    choices = RegisterChoices(options.commune or "", options.as_of, options.source or "", answers)
    with shell.database() as database:
        if options.commune:
            database.read(lambda s: commune_by_code(s, options.commune, _today(by)))
        brought = [_taken(database, by, p, choices, options.dry_run) for p in options.files]
    _tell(shell, brought, options.dry_run)
    return 1 if any(file.refusal for file in brought) else 0


def _taken(
    database: Database, by: Context, path: Path, choices: RegisterChoices, dry_run: bool
) -> _Brought:
    """One file: a refusal leaves nothing of it, and all others."""

    def run(plan: TeamPlan) -> RegisterReport:
        if dry_run:
            return database.read(lambda session: preview(session, by, plan, choices))
        return database.write(lambda session: bring_in(session, by, plan, choices))

    try:
        return _Brought(path, run(read_register(path, choices, _today(by))))
    except AppError as refusal:
        say_error(refusal, str(path))
        return _Brought(path, refusal=refusal)


def _today(by: Context) -> date:
    return local(by.clock()).date()


def _tell(shell: Shell, brought: Sequence[_Brought], dry_run: bool) -> None:
    if shell.as_json:
        say_json(_document(brought, dry_run))
        return
    for file in brought:
        if file.report is not None:
            _tell_report(file.path, file.report, dry_run)


def _tell_report(path: Path, report: RegisterReport, dry_run: bool) -> None:
    counts = ", ".join(f"{count} {report.count(count)}" for count in RegisterCount)
    people = ", ".join(f"{state} {report.people_count(state)}" for state in ImportRowState)
    say(f"{path}: {counts}; people: {people}" + " (dry run)" * dry_run)
    if report.seen_before:
        say(f"This very file was brought in before, at {local(report.seen_before):%H:%M %F}.")
    if report.sheets_without_table:
        say(f"Sheets without a table of teams: {', '.join(report.sheets_without_table)}")
    titles = ("sheet", "row", "column", "finding", "severity", "before", "after")
    say_table(
        titles,
        ((f.sheet, f.row, f.column, f.kind, f.severity, f.before, f.after) for f in _all(report)),
    )


def _all(report: RegisterReport) -> list[TeamFinding | Finding]:
    """What was seen of teams, then of persons."""
    return [*report.findings, *(finding for row in report.people for finding in row.findings)]


def _document(brought: Sequence[_Brought], dry_run: bool) -> Document:
    """Totals over all files; the names of the fields are a contract."""
    reports = [file.report for file in brought if file.report]
    return {
        **_counts(reports),
        "dry_run": dry_run,
        "findings": [_finding(r.file_name, finding) for r in reports for finding in _all(r)],
        "files": [_file(file) for file in brought],
    }


def _counts(reports: Sequence[RegisterReport]) -> Document:
    counts = {str(count): sum(r.count(count) for r in reports) for count in RegisterCount}
    states = {s.value: sum(r.people_count(s) for r in reports) for s in ImportRowState}
    return {**counts, "people": states}


def _finding(file: str, finding: TeamFinding | Finding) -> Document:
    return {
        "sheet": finding.sheet,
        "row": finding.row,
        "column": finding.column,
        "kind": finding.kind,
        "before": finding.before,
        "after": finding.after,
        "severity": finding.severity,
        "file": file,
    }


def _file(file: _Brought) -> Document:
    report = file.report
    seen = report.seen_before if report else None
    return {
        "file": file.path,
        **_counts([report] if report else []),
        "batch": report.batch_id if report else None,
        "seen_before": local(seen) if seen else None,
        "sheets_without_table": report.sheets_without_table if report else (),
        "error": file.refusal.code if file.refusal else None,
    }


def list_all(shell: Shell, options: Namespace) -> int:
    """Every team, or those of a commune."""
    with shell.database() as database:
        database.read(lambda s: _show_list(shell, _found(s, _query(s, options, _now(shell)))))
    return 0


def _now(shell: Shell) -> date:
    return _today(shell.context())


def _query(session: Session, options: Namespace, day: date, text: str = "") -> TeamQuery:
    code = options.commune
    unit = commune_by_code(session, code, day).id if code else None
    return TeamQuery(day, text, unit)


def _found(session: Session, query: TeamQuery) -> Iterator[TeamLine]:
    seqs = all_teams(session, query)
    for start in range(0, len(seqs), _AT_ONCE):
        yield from team_lines(session, seqs[start : start + _AT_ONCE], query.day)


def _show_list(shell: Shell, lines: Iterator[TeamLine]) -> None:
    if shell.as_json:
        say_json_list(_line_document(line) for line in lines)
        return
    titles = ("commune", "hamlet", "team", "decision", "of", "members", "households", "adults",
              "as of")  # fmt: skip
    say_table(titles, (_cells(line) for line in lines))


def _cells(line: TeamLine) -> Sequence[object]:
    return (
        line.commune, line.hamlet, line.name, line.decision_number, line.decision_date,
        line.members, line.households, line.adults, line.as_of,
    )  # fmt: skip


def _line_document(line: TeamLine) -> Document:
    """A team as JSON; the names of the fields are a contract."""
    return {
        "id": line.id,
        "name": line.name,
        "kind": line.kind,
        "commune_code": line.commune_code,
        "commune": line.commune,
        "hamlet": line.hamlet or None,
        "decision_number": line.decision_number,
        "decision_date": line.decision_date,
        "from": line.valid_from,
        "to": line.valid_to,
        "members": line.members,
        "size": line.size,
        "households": line.households,
        "adults": line.adults,
        "as_of": line.as_of,
        "source": line.source or None,
    }


def show(shell: Shell, options: Namespace) -> int:
    """One team with everybody who is or was in it."""
    text, day = " ".join(options.team), _now(shell)
    with shell.database() as database:
        team = database.read(lambda s: _one(s, options, text, day))
        details = _details(database, team, day)
    if shell.as_json:
        say_json(_team_document(details))
        return 0
    line = details.line
    say(f"{line.name} · {', '.join(filter(None, (line.hamlet, line.commune)))}")
    titles = ("name", "born", "role", "from", "to", "nominated by")
    say_table(titles, (_member_cells(member) for member in details.members))
    return 0


def _details(database: Database, team: UUID, day: date) -> TeamDetails:
    return database.read(lambda s: team_details(s, team, day))


def _one(session: Session, options: Namespace, text: str, day: date) -> UUID:
    """The team that is meant. Raises UNKNOWN_TEAM for none or several (`candidates`)."""
    try:
        return get_team(session, UUID(text)).id
    except ValueError:
        pass
    found = all_teams(session, _query(session, options, day, text))
    lines = team_lines(session, found[:_CANDIDATES], day)
    if len(found) == 1:
        return lines[0].id
    candidates = tuple(f"{line.id} {line.name}, {line.commune}" for line in lines)
    raise AppError(ErrorCode.UNKNOWN_TEAM, value=text, candidates=candidates)


def _member_cells(member: MemberLine) -> Sequence[object]:
    return (
        member.name, member.birth, member.role, member.valid_from, member.valid_to,
        member.nominated_by,
    )  # fmt: skip


def _team_document(details: TeamDetails) -> Document:
    return {
        **_line_document(details.line),
        "people": [_member_document(member) for member in details.members],
        "predecessors": details.predecessors,
        "successors": details.successors,
        "figures": [
            {"measure": f.measure, "value": f.value, "as_of": f.as_of, "source": f.source}
            for f in details.figures
            if f.measure in (Measure.HOUSEHOLDS, Measure.ADULTS, Measure.MEMBERS)
        ],
    }


def _member_document(member: MemberLine) -> Document:
    return {
        "person": member.person_id,
        "name": member.name,
        "born": member.birth,
        "role": member.role or None,
        "from": member.valid_from,
        "to": member.valid_to,
        "nominated_by": member.nominated_by or None,
        "current": member.is_current,
    }
