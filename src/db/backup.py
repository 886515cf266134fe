"""Backups: verified copies, kept for seven days and four weeks."""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from ..models.clock import local
from ..models.errors import AppError, ErrorCode
from .copying import SIDE_FILES, Counts, verified_copy
from .open import inspect

DAYS_KEPT, WEEKS_KEPT = 7, 4
_NAME = re.compile(r"-(\d{8})\.db$")


@dataclass(frozen=True)
class Backup:
    """A backup that was made: where, and how many rows each table has in it."""

    path: Path
    counts: Counts


def backup(source: Path, target: Path) -> Backup:
    """Copy the data file to `target`, verified.

    It takes the place of an older backup when it is proved, never of a file of another kind nor
    of the data file itself: DATA_FILE_EXISTS.
    """
    inspect(source)
    if target.exists():
        _assert_older_backup(target, source)
    return Backup(target, verified_copy(source, target))


def _assert_older_backup(target: Path, source: Path) -> None:
    if target.resolve() == source.resolve():
        raise AppError(ErrorCode.DATA_FILE_EXISTS, file=str(target))
    try:
        inspect(target)
    except AppError as error:
        raise AppError(ErrorCode.DATA_FILE_EXISTS, file=str(target)) from error


def restore(source: Path, target: Path) -> Backup:
    """Make a data file of a backup. The target must not exist: nothing is overwritten.

    Nor may the log of a data file that stood there: it may hold what that file lacks.
    """
    inspect(source)
    for path in (target, *(target.with_name(target.name + end) for end in SIDE_FILES)):
        if path.exists():
            raise AppError(ErrorCode.DATA_FILE_EXISTS, file=str(path))
    return Backup(target, verified_copy(source, target))


def backup_folder(data_file: Path) -> Path:
    """Where the daily backups of a data file lie: beside it."""
    return data_file.with_name(f"{data_file.stem}-saoluu")


def daily_backup(data_file: Path, now: datetime) -> Backup:
    """The backup of today, made anew, and older ones thinned out."""
    today = local(now).date()
    folder = backup_folder(data_file)
    inspect(data_file)
    # Its name is ours, so what stands there is a backup of this morning, perhaps a spoilt one.
    target = folder / f"{data_file.stem}-{today:%Y%m%d}.db"
    done = Backup(target, verified_copy(data_file, target))
    for path in to_forget(dated_backups(data_file), today):
        path.unlink()
    return done


def is_backed_up(data_file: Path) -> bool:
    """Whether the newest daily backup was made after the data file last changed."""
    backups = dated_backups(data_file)
    if not backups:
        return False
    made = backups[max(backups)].stat().st_mtime
    log = data_file.with_name(data_file.name + "-wal")
    return made >= max(p.stat().st_mtime for p in (data_file, log) if p.exists())


def dated_backups(data_file: Path) -> dict[date, Path]:
    """The daily backups that exist, by day."""
    found = {}
    for path in backup_folder(data_file).glob(f"{data_file.stem}-*.db"):
        if match := _NAME.search(path.name):
            with suppress(ValueError):  # a name that only looks like a day is not ours
                found[date.fromisoformat(match[1])] = path
    return found


def to_forget(backups: dict[date, Path], today: date) -> list[Path]:
    """Backups older than seven days that are not the newest of one of the last four weeks."""
    kept = set(sorted(backups, reverse=True)[:1])
    weeks: dict[tuple[int, int], date] = {}
    for day in sorted(backups):
        if (today - day).days < DAYS_KEPT:
            kept.add(day)
        weeks[day.isocalendar()[:2]] = day
    kept.update(sorted(weeks.values(), reverse=True)[:WEEKS_KEPT])
    return [path for day, path in backups.items() if day not in kept]
