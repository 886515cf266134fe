"""The large database: `python -m benchmarks.generate --out FILE`.

350,000 invented people in 75,000 teams of the real communes, with cards, courses and 1,750,000
attendances, each with its scan. The same numbers always give the same file.
"""

import argparse
import gc
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from taphuan.db.open import create_database
from taphuan.models.context import Context
from taphuan.services.settings import file_secret
from taphuan.services.setup import set_up

from .bulk import MADE_AT, Bulk, Keys, bulk_writer
from .learning import Learning
from .population import Population

_SEED = 350_000


@dataclass(frozen=True)
class Size:
    """How much to make."""

    people: int = 350_000
    teams: int = 75_000
    attendances: int = 1_750_000


SMALL = Size(350, 75, 1_750)


def generate(path: Path, size: Size, say: Callable[[str], None] = print) -> None:
    """Make a data file of this size. Raises AppError when the file exists."""
    started = time.monotonic()

    def told(what: str) -> None:
        say(f"{time.monotonic() - started:6.1f} s  {what}")

    chance = random.Random(_SEED)
    secret = _set_up(path, Context("Máy phát", "bench", lambda: MADE_AT, chance.randbytes))
    told("tables and reference data")
    with bulk_writer(path) as bulk, _without_collecting():
        with bulk.without_indexes():
            _fill(bulk, chance, size, secret, told)
        told("indexes")
    told(f"{path}: {path.stat().st_size / 2**20:,.0f} MiB")


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Saves a fifth of the time: there are millions of rows, and no cycle among them."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _set_up(path: Path, by: Context) -> bytes:
    """A new data file with reference data; returns its secret."""
    db = create_database(path, MADE_AT)
    try:
        db.write(lambda s: set_up(s, by, "14", agency="Sở Khoa học và Công nghệ"))
        return db.read(file_secret)
    finally:
        db.close()


def _fill(
    bulk: Bulk, chance: random.Random, size: Size, secret: bytes, told: Callable[[str], None]
) -> None:
    keys = Keys(datetime(2025, 7, 2, tzinfo=UTC))
    population = Population(bulk, keys, chance)
    population.fill(size.people, size.teams, secret)
    told(f"{size.people:,} people in {size.teams:,} teams")
    learning = Learning(bulk, keys, chance)
    learning.fill(size.attendances, population.members)
    told(f"{size.attendances:,} attendances and their scans")


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the database that is asked for."""
    default = Size()
    parser = argparse.ArgumentParser(prog="benchmarks.generate", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="a new file")
    parser.add_argument("--people", type=int, default=default.people)
    parser.add_argument("--teams", type=int, default=default.teams)
    parser.add_argument("--attendances", type=int, default=default.attendances)
    parser.add_argument("--small", action="store_true", help="a thousandth of everything")
    asked = parser.parse_args(arguments)
    size = Size(asked.people, asked.teams, asked.attendances)
    generate(asked.out, SMALL if asked.small else size)
    return 0


if __name__ == "__main__":
    sys.exit(main())
