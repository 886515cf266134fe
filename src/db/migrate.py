"""Bringing a data file to this version's tables, a verified copy kept beside it first."""

from datetime import datetime
from pathlib import Path
from typing import Any

from ..models.errors import AppError, ErrorCode
from .copying import Counts, row_counts, verified_copy
from .dialect import rebuild_search
from .engine import connect, writer_engine

HEAD = "0002"
"""The newest migration; a test compares it with the scripts."""

APPLICATION_ID = 0x54485541
"""Marks a SQLite file as ours ("THUA")."""

_SCRIPTS = Path(__file__).with_name("migrations")


def file_version(connection: Any) -> str | None:
    """The migration a file stands at; None for a file without tables. Raises if it is foreign."""
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    if not tables:
        return None
    ours = connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    if not ours or "alembic_version" not in tables:
        raise AppError(ErrorCode.DATA_FILE_FOREIGN)
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(row[0]) if row else None


def known_versions() -> list[str]:
    """The numbers of the migration scripts, oldest first."""
    return sorted(path.name[:4] for path in (_SCRIPTS / "versions").glob("[0-9]*.py"))


def migrate(path: Path, now: datetime) -> Path | None:
    """Run the migrations a file lacks; returns the copy made first, None where none was needed."""
    connection = connect(path)
    try:
        version = file_version(connection)
    finally:
        connection.close()
    if version == HEAD:
        return None
    if version is not None and version not in known_versions():
        raise AppError(ErrorCode.DATA_FILE_NEWER, file=str(path), version=version)
    copy = None
    if version is not None:
        copy = path.with_name(f"{path.stem}-truoc-{HEAD}-{now:%Y%m%d-%H%M%S}{path.suffix}")
        verified_copy(path, copy)
    _upgrade(path)
    return copy


def _upgrade(path: Path) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    engine = writer_engine(path)
    before = _rows(path)
    try:
        with engine.connect() as connection:
            # Takes effect only outside a transaction: a rebuilt parent table keeps its children.
            driver = connection.connection.driver_connection
            assert driver is not None
            driver.execute("PRAGMA foreign_keys=OFF")
            with connection.begin():
                config.attributes["connection"] = connection
                command.upgrade(config, "head")
                if before:
                    rebuild_search(connection)
                _assert_sound(connection, before)
    finally:
        engine.dispose()


def _rows(path: Path) -> Counts:
    connection = connect(path)
    try:
        return row_counts(connection)
    finally:
        connection.close()


def _assert_sound(connection: Any, before: Counts) -> None:
    """No reference is broken, and no table that stayed has lost a row."""
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    after = row_counts(connection.connection.driver_connection)
    lost = [name for name, rows in before.items() if after.get(name, rows) < rows]
    if broken or lost:
        reason = f"{len(broken)} broken references, rows lost in {lost}"
        raise AppError(ErrorCode.DATA_FILE_DAMAGED, reason=reason)
