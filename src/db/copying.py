"""Copies of a data file, each verified before it counts."""

import errno
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from ..models.errors import AppError, ErrorCode
from .engine import connect
from .errors import driver_errors

Counts = dict[str, int]

SIDE_FILES = ("-wal", "-shm", "-journal")
"""How SQLite names what belongs to a data file and lies beside it."""


def verified_copy(source: Path, target: Path) -> Counts:
    """Copy a data file, also one in use, and prove the copy: integrity and rows per table.

    The target appears only when it is proved; raises AppError and leaves nothing otherwise.
    """
    half = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        half.write_bytes(b"")
        counts = _copy(source, half)
        _put_in_place(half, target)
    except OSError as error:
        full = error.errno == errno.ENOSPC
        code = ErrorCode.DISK_FULL if full else ErrorCode.FILE_NOT_WRITABLE
        raise AppError(code, file=str(target)) from error
    finally:
        with suppress(OSError):
            half.unlink()
    return counts


def _put_in_place(half: Path, target: Path) -> None:
    """A log left beside the target by another file would be played into the new one: it goes."""
    for end in SIDE_FILES:
        target.with_name(target.name + end).unlink(missing_ok=True)
    half.replace(target)


def _copy(source: Path, half: Path) -> Counts:
    origin = connect(source)
    try:
        with driver_errors(source):
            origin.execute("BEGIN")
            counts = row_counts(origin)
            copy = connect(half)
            try:
                origin.backup(copy)
                copy.execute("PRAGMA journal_mode=DELETE")
                if problems(copy) or row_counts(copy) != counts:
                    raise AppError(ErrorCode.DATA_FILE_DAMAGED, file=str(source))
            finally:
                copy.close()
    finally:
        origin.close()
    _to_disk(half)
    return counts


def _to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def problems(connection: Any) -> list[str]:
    """What SQLite finds wrong with a file; empty when it is whole."""
    rows = [str(row[0]) for row in connection.execute("PRAGMA integrity_check")]
    rows += [f"foreign key: {row[0]}" for row in connection.execute("PRAGMA foreign_key_check")]
    return [row for row in rows if row != "ok"]


def file_problems(path: Path) -> list[str]:
    """What SQLite finds wrong with the file at `path`; raises AppError if it cannot be read."""
    with driver_errors(path):
        connection = connect(path)
        try:
            return problems(connection)
        finally:
            connection.close()


def row_counts(connection: Any) -> Counts:
    """Rows per table, search's inner tables left out."""
    names = [
        row[0]
        for row in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' "
            "AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'person_search%' ORDER BY name"
        )
    ]
    return {n: connection.execute(f'SELECT count(*) FROM "{n}"').fetchone()[0] for n in names}
