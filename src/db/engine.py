"""Engines on a data file: one that writes, one that only reads.

The driver's own transactions are switched off: with them, a row added in `begin_nested()` survived
the outer rollback. `BEGIN` is said by us, and a writer says `BEGIN IMMEDIATE`, so that two
processes never both think they may write.
"""

from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event
from sqlcipher3 import dbapi2 as sqlite

BUSY_MILLISECONDS = 10_000

_COMMON = (
    f"PRAGMA busy_timeout={BUSY_MILLISECONDS}",
    "PRAGMA foreign_keys=ON",
    "PRAGMA cache_size=-65536",
)
_WRITER = ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL")
_READER = ("PRAGMA query_only=ON",)


def connect(path: Path) -> Any:
    """A bare driver connection in autocommit, for pragmas, copies and checks."""
    connection = sqlite.connect(str(path), isolation_level=None, timeout=BUSY_MILLISECONDS / 1000)
    connection.execute(_COMMON[0])
    return connection


def writer_engine(path: Path) -> Engine:
    """The engine for write(): WAL, synchronous=FULL, `BEGIN IMMEDIATE`."""
    return _engine(path, _WRITER, "BEGIN IMMEDIATE")


def reader_engine(path: Path) -> Engine:
    """The engine for read(): cannot change anything."""
    return _engine(path, _READER, "BEGIN")


def _engine(path: Path, pragmas: tuple[str, ...], begin: str) -> Engine:
    # Not as text: a "?" or "%" in a folder's name would end or change the path.
    # And what a failed statement was given, identity numbers too, stays out of errors and logs.
    url = URL.create("sqlite+pysqlite", database=str(path))
    engine = create_engine(url, module=sqlite, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def on_connect(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        for pragma in (*_COMMON, *pragmas):
            connection.execute(pragma)

    @event.listens_for(engine, "begin")
    def on_begin(connection: Any) -> None:
        connection.exec_driver_sql(begin)

    return engine
