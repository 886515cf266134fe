"""How fast it is, each figure beside a floor of the same run: `python -m benchmarks.bench`.

Makes its database of 350,000 people once, in build/bench/, and uses it again. Says MISSED where a
goal is missed; it is no test and ends with 0.
"""

import argparse
import sys
from collections.abc import Sequence
from hashlib import sha256
from io import TextIOWrapper
from pathlib import Path

import taphuan.db

from .bench_data import measure_people, measure_scans
from .bench_lists import measure_lists
from .bench_start import compile_everything, measure_start
from .generate import Size, generate
from .measured import HEADING, Measured

FOLDER = Path(__file__).resolve().parent.parent / "build" / "bench"
_LARGE = Size()
_MAKERS = ("generate.py", "population.py", "learning.py", "bulk.py", "invent.py", "names.json")
_PARTS = ("start", "scan", "search", "lists")
_FEW = Size(people=200, teams=60, attendances=1_000)


def prepared(folder: Path, size: Size) -> Path:
    """The data file of this size, made when it is not there yet as today's tables are."""
    name = f"people-{size.people}"
    path = folder / f"{name}-{_fingerprint()}.db"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        for left in folder.glob(f"{name}-*"):
            left.unlink()
        print(f"making {path.name}: {size.people:,} people (once)")
        half = folder / f"{name}-half.db"
        generate(half, size)
        half.rename(path)
    return path


def _fingerprint() -> str:
    """What the data files are made of: they are made again when it changes."""
    migrations = Path(taphuan.db.__file__).with_name("migrations") / "versions"
    makers = [Path(__file__).with_name(name) for name in _MAKERS]
    digest = sha256()
    for path in (*sorted(migrations.glob("*.py")), *makers):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:8]


def measure(folder: Path, large_size: Size, parts: Sequence[str]) -> list[Measured]:
    """Every figure of the parts asked for, said as soon as it is known."""
    large, few = prepared(folder, large_size), prepared(folder, _FEW)
    found: list[Measured] = []
    if "start" in parts:
        compile_everything()
        files = {"200 people": few, f"{large_size.people:,} people": large}
        found += measure_start(folder, files)
    if "scan" in parts:
        found += measure_scans(large)
    if "search" in parts:
        found += measure_people(large, few)
    if "lists" in parts:
        found += measure_lists(large)
    return found


def _part(word: str) -> str:
    if word not in _PARTS:
        raise argparse.ArgumentTypeError(f"{word} is none of {', '.join(_PARTS)}")
    return word


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="benchmarks.bench", description=__doc__)
    parser.add_argument(
        "parts", nargs="*", type=_part, metavar="PART", help=f"only: {', '.join(_PARTS)}"
    )
    asked = parser.parse_args(arguments)
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace", line_buffering=True)
    found = measure(FOLDER, _LARGE, asked.parts or _PARTS)
    print(f"\n{_LARGE.people:,} people where nothing else is said\n\n{HEADING}")
    for figure in found:
        print(figure.line())
    missed = ", ".join(figure.name for figure in found if figure.verdict == "MISSED")
    print(f"\nMISSED: {missed}" if missed else "\nevery goal is met")
    return 0


if __name__ == "__main__":
    sys.exit(main())
