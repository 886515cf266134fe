"""Opening a data file: what can be wrong with it, said before anything is changed."""

import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from ..models.errors import AppError, ErrorCode
from .database import Database
from .engine import connect
from .errors import driver_errors
from .migrate import APPLICATION_ID, file_version, known_versions, migrate

_MAGIC = b"SQLite format 3\x00"


def create_database(path: Path, now: datetime) -> Database:
    """Make a new data file with all tables. Raises DATA_FILE_EXISTS, or what the disk says."""
    if path.exists():
        raise AppError(ErrorCode.DATA_FILE_EXISTS, file=str(path))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise AppError(ErrorCode.DATA_FILE_READ_ONLY, file=str(path)) from error
    try:
        with driver_errors(path):
            _mark(path)
            migrate(path, now)
    except AppError:
        with suppress(OSError):
            path.unlink()
        raise
    return Database(path)


def _mark(path: Path) -> None:
    connection = connect(path)
    try:
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute("PRAGMA journal_mode=WAL")
    finally:
        connection.close()


def open_database(path: Path, now: datetime) -> Database:
    """Open a data file, migrated to this version.

    Raises AppError, and changes nothing, for a missing, foreign, damaged, newer or read-only file.
    """
    inspect(path)
    with driver_errors(path):
        migrate(path, now)
    return Database(path)


def inspect(path: Path) -> None:
    """Refuse a file that this program cannot work on, without touching it."""
    if not path.exists():
        raise AppError(ErrorCode.DATA_FILE_MISSING, file=str(path))
    try:
        with path.open("rb") as file:
            start = file.read(16)
    except OSError as error:
        raise AppError(ErrorCode.DATA_FILE_READ_ONLY, file=str(path)) from error
    if start != _MAGIC:
        raise AppError(ErrorCode.DATA_FILE_DAMAGED, file=str(path))
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise AppError(ErrorCode.DATA_FILE_READ_ONLY, file=str(path))
    _inspect_tables(path)


def _inspect_tables(path: Path) -> None:
    with driver_errors(path):
        connection = connect(path)
        try:
            version = file_version(connection)
        finally:
            connection.close()
    if version is None:
        raise AppError(ErrorCode.DATA_FILE_FOREIGN, file=str(path))
    if version not in known_versions():
        raise AppError(ErrorCode.DATA_FILE_NEWER, file=str(path), version=version)
