"""Keeping data safe from the shell: backup, restore, check."""

from argparse import Namespace

from ..db import backup as backups
from ..db.copying import file_problems
from ..machine import renew_machine
from ..paths import data_folder
from ..services.integrity import IntegrityReport, check_derived
from .output import say, say_json
from .shell import Shell


def backup(shell: Shell, options: Namespace) -> int:
    """A verified copy. It replaces an older backup, never a file of another kind."""
    _tell(shell, backups.backup(shell.data, options.file))
    return 0


def restore(shell: Shell, options: Namespace) -> int:
    """The data file made of a backup; this machine counts anew, its facts never meet old ones."""
    done = backups.restore(options.file, shell.data)
    renew_machine(data_folder())
    _tell(shell, done)
    return 0


def _tell(shell: Shell, done: backups.Backup) -> None:
    rows = sum(done.counts.values())
    if shell.as_json:
        say_json({"file": done.path, "rows": rows, "tables": done.counts})
    else:
        say(f"{done.path}: {rows} rows in {len(done.counts)} tables, verified.")


def check(shell: Shell, options: Namespace) -> int:
    """Whether the file is whole and everything derived is what the facts say."""
    with shell.database() as database:
        found = file_problems(shell.data)
        report = IntegrityReport(tuple(found), 0, 0, 0) if found else database.read(check_derived)
    if shell.as_json:
        say_json(
            {
                "sound": not report.problems,
                "problems": report.problems,
                "people": report.people,
                "scans": report.scans,
                "attendances": report.attendances,
            }
        )
    else:
        _say_report(shell, report)
    return 1 if report.problems else 0


def _say_report(shell: Shell, report: IntegrityReport) -> None:
    for problem in report.problems:
        say(problem)
    if not report.problems:
        counts = f"{report.people} people, {report.scans} scans, {report.attendances} attendances"
        say(f"{shell.data}: sound; {counts}.")
