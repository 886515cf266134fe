"""The demo: a data file of invented people, a course's whole life, all its papers; then the window.

`python -m benchmarks.demo` makes the folder demo/ anew through the services a user uses, says what
it did, checks the figures, and opens the window on the data file where there is a display.
"""

import argparse
import os
import random
import sys
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path

from taphuan.db.open import create_database
from taphuan.machine import load_machine, rename_operator
from taphuan.models.clock import local, utc_now
from taphuan.models.context import Context
from taphuan.services.certificates import issue_certificates
from taphuan.services.courses import find_course
from taphuan.services.integrity import check_derived
from taphuan.services.tallies import TallyScope, tally
from taphuan.ui.single import lock_of

from .door import StageClock
from .sessions import Expected
from .stage import DATA_FILE, DemoError, Stage, claim, clear
from .story import FIRST, ISSUED_ON, play_first_course, play_second_course, play_set_up

PEOPLE = 168
FOLDER = Path(__file__).resolve().parent.parent / "demo"
_OPERATOR = "Lường Thị Thu Hà"
_SEED = 20260305


def make_demo(folder: Path, now: datetime, say: Callable[[str], None] = print) -> Path:
    """Make the demo in a folder, as of a moment (Vietnamese civil time); returns the data file.

    Takes away what an earlier demo made there and nothing else. Raises DemoError when a file is
    in the way, or when anything counted at the end is not what was played.
    """
    _assert_no_window(folder / DATA_FILE)
    clear(folder)
    path = claim(folder, DATA_FILE)
    clock, chance = StageClock(datetime(2026, 2, 24, 9, 0)), random.Random(_SEED)
    home = folder / "home"
    rename_operator(home, _OPERATOR)
    by = Context(_OPERATOR, load_machine(home).id, clock, chance.randbytes)
    db = create_database(path, utc_now())
    try:
        stage = Stage(folder, db, by, clock, chance, say)
        play_set_up(stage)
        expected = play_first_course(stage)
        play_second_course(stage, now)
        _check(stage, expected)
    finally:
        db.close()
    return path


def _assert_no_window(data_file: Path) -> None:
    """A window that is open on the demo would go on with a file that is deleted."""
    lock = lock_of(data_file)
    if data_file.exists() and not lock.tryLock(0):
        raise DemoError(f"a window is open on {data_file}: close it, then run the demo again")
    lock.unlock()


def _check(stage: Stage, expected: Expected) -> None:
    """Hold the program's figures against what was played."""
    course = stage.db.read(lambda s: find_course(s, FIRST))
    total = stage.db.read(lambda s: tally(s, stage.by, TallyScope((course.id,)))).total
    report = stage.db.read(check_derived)
    again = stage.db.rehearse(lambda s: issue_certificates(s, stage.by, course, ISSUED_ON))
    for what, found, wanted in (
        ("people in the file", report.people, PEOPLE),
        ("people enrolled", total.enrolled, PEOPLE),
        ("people attended", total.attended, expected.attended),
        ("turns", total.turns, len(expected.present)),
        ("completed", total.completed, expected.completed),
        ("certified", total.certified, expected.completed),
        ("certificates issued a second time", again.issued, 0),
        ("problems in the file", report.problems, ()),
    ):
        if found != wanted:
            raise DemoError(f"{what}: {found}, but {wanted} were expected")
    stage.say(
        f"checked: {total.enrolled} people, {total.attended} attended, {total.turns} turns, "
        f"{total.completed} completed and certified; {report.scans:,} scans, all derived rows right"
    )


def _has_display() -> bool:
    if sys.platform.startswith("linux"):
        return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return True


def _open_window(path: Path) -> int:
    """The program itself on the demo's file, with a home of its own beside it."""
    os.environ["TAPHUAN_HOME"] = str(path.parent / "home")
    from taphuan.__main__ import main as run_program

    return run_program(["--data", str(path)])


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.demo", description=__doc__)
    parser.add_argument("--no-window", action="store_true", help="do not open the window")
    parser.add_argument(
        "--now",
        type=datetime.fromisoformat,
        default=local(utc_now()),
        help="when the second course is under way, in Vietnamese time (2026-04-02T09:10)",
    )
    parser.add_argument("--folder", type=Path, default=FOLDER, help="made anew (default: demo)")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the demo and open the window; 1 when something is not as it must be."""
    asked = _parse(arguments)
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace", line_buffering=True)
    started = time.monotonic()
    try:
        path = make_demo(asked.folder.resolve(), asked.now)
    except DemoError as error:
        print(f"demo: {error}", file=sys.stderr)
        return 1
    print(f"done in {time.monotonic() - started:.0f} s: {_told(path.parent)}")
    if asked.no_window or not _has_display():
        print(f"the window on it: python3 dev.py run --data {_told(path)}")
        return 0
    return _open_window(path)


def _told(path: Path) -> str:
    """A path as seen from where the demo was called, if it lies below."""
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else str(path)


if __name__ == "__main__":
    sys.exit(main())
