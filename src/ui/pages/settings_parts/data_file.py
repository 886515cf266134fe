"""What can be said of the data file and done with it, beside the window's thread; no widgets."""

import sys
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ....db.backup import Backup, dated_backups, restore
from ....db.copying import file_problems
from ....machine import renew_machine
from ....services.integrity import IntegrityReport, check_derived

if TYPE_CHECKING:
    from ....db.database import Database


@dataclass(frozen=True)
class DataFileFacts:
    """Where the data file is, how large in bytes with its log, and the days it was backed up."""

    path: Path
    size: int
    backups: tuple[date, ...]


def facts_of(path: Path) -> DataFileFacts:
    """Look at the file and the folder of its backups, the newest backup first."""
    log = path.with_name(path.name + "-wal")
    size = sum(part.stat().st_size for part in (path, log) if part.exists())
    return DataFileFacts(path, size, tuple(sorted(dated_backups(path), reverse=True)))


def size_words(size: int) -> str:
    """6.926.336 bytes as "6,6 MB"."""
    number, unit = (size / 1024, "KB") if size < 1024 * 1024 else (size / 1024 / 1024, "MB")
    return f"{number:.1f}".replace(".", ",") + f" {unit}"


def copy_name(path: Path, what: str, now: datetime) -> str:
    """A name for a copy of the data file: "taphuan-saoluu-20260305-0815.db"."""
    return f"{path.stem}-{what}-{now:%Y%m%d-%H%M}.db"


def restore_to(source: Path, target: Path, home: Path) -> Backup:
    """A new data file from a backup; from its next start this machine counts under a new id."""
    done = restore(source, target)
    renew_machine(home)
    return done


def check_data(database: "Database") -> IntegrityReport:
    """Whether the file is whole and everything derived is what the facts say."""
    found = file_problems(database.path)
    return IntegrityReport(tuple(found), 0, 0, 0) if found else database.read(check_derived)


def program_command(data_file: Path) -> tuple[str, list[str]]:
    """The command that opens another window of this program on a data file."""
    start = [] if getattr(sys, "frozen", False) else ["-m", "taphuan"]
    return sys.executable, [*start, "--data", str(data_file)]
