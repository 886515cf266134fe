"""Many rows at once: bare tuples into a data file that nobody else uses, without its safety net."""

import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Connection
from taphuan.db.engine import writer_engine

_CHUNK = 20_000
_FAST = (
    "PRAGMA journal_mode=OFF",
    "PRAGMA synchronous=OFF",
    "PRAGMA locking_mode=EXCLUSIVE",
    "PRAGMA foreign_keys=OFF",
    "PRAGMA cache_size=-800000",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA threads=2",
)
_TAIL = 0x3FFF_FFFF_FFFF_FFFF
_PACK = struct.Struct(">QQ").pack
_SPREAD = 0x9E3779B97F4A7C15
"""An odd number with its bits well spread: multiples of it look random and never repeat."""


MADE_AT = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)
MACHINE = "bench"
_OPERATOR = "Máy phát"


def stored(moment: datetime) -> str:
    """An aware moment as the file holds it: UTC without a zone."""
    return moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")


STAMPED = {
    "changed_at": f"'{stored(MADE_AT)}'",
    "changed_by": f"'{_OPERATOR}'",
    "changed_on": f"'{MACHINE}'",
}
"""What stamped rows have alike."""

FACT = {"written": "?2", "machine": f"'{MACHINE}'", "operator": f"'{_OPERATOR}'"}
"""What facts have alike, whose rows begin with `id happened counter`."""


class Keys:
    """Keys of the program's kind (UUIDv7 in 16 bytes), each greater than the one before.

    As bytearray: the driver binds it as it is, and looks for an adapter for each `bytes`, which
    takes longer than the insert.
    """

    def __init__(self, start: datetime) -> None:
        self._moment = int(start.timestamp() * 1000)
        self._made = 0

    def next(self) -> bytearray:
        """One more."""
        made = self._made = self._made + 1
        head = self._moment + (made >> 12) << 16 | 0x7000 | made & 0xFFF
        return bytearray(_PACK(head, 0x8000_0000_0000_0000 | made * _SPREAD & _TAIL))


@dataclass(frozen=True)
class Columns:
    """Columns of a table: names (with spaces between) of those a row brings, and those that all
    rows have alike, as SQL; `?1` there is the first value of the row. What is left out stays empty.
    """

    given: str
    alike: Mapping[str, str] = field(default_factory=dict)


class Bulk:
    """A data file open for filling only."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def insert(self, table: str, columns: Columns, rows: Iterable[tuple[Any, ...]]) -> None:
        """Put rows into a table, their values as SQLite stores them."""
        names = columns.given.split()
        places = [f"?{number}" for number in range(1, len(names) + 1)]
        names, places = [*names, *columns.alike], [*places, *columns.alike.values()]
        statement = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join(places)})"
        waiting = iter(rows)
        while chunk := list(islice(waiting, _CHUNK)):
            self._connection.exec_driver_sql(statement, chunk)

    def run(self, statement: str) -> None:
        """Run a statement: rows that follow from rows are made where they are."""
        self._connection.exec_driver_sql(statement)

    def rows(self, statement: str) -> Sequence[Any]:
        """What a query finds."""
        return self._connection.exec_driver_sql(statement).all()

    @contextmanager
    def without_indexes(self) -> Iterator[None]:
        """Take the indexes away for the block; building them afterwards is one sort each."""
        kept = self.rows(
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        )
        for name, _ in kept:
            self._connection.exec_driver_sql(f"DROP INDEX {name}")
        yield
        for _, sql in kept:
            self._connection.exec_driver_sql(sql)


@contextmanager
def bulk_writer(path: Path) -> Iterator[Bulk]:
    """Fill a data file in one transaction. A crash in between leaves a file to throw away."""
    engine = writer_engine(path)
    try:
        with engine.connect() as connection:
            driver: Any = connection.connection.driver_connection
            for pragma in _FAST:
                driver.execute(pragma)
            with connection.begin():
                yield Bulk(connection)
            driver.execute("PRAGMA locking_mode=NORMAL")
            driver.execute("PRAGMA journal_mode=WAL")
    finally:
        engine.dispose()
