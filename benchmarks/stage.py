"""What the demo plays on: a folder it may clear, a data file, a clock, a seeded chance."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from taphuan.db.database import Database
from taphuan.models.context import Context

from .door import StageClock

MANIFEST = ".made-by-demo"
DATA_FILE = "taphuan.db"
_COMPANIONS = ("taphuan.db-wal", "taphuan.db-shm", "taphuan-saoluu/taphuan-*.db", "home/*")
"""What the program itself puts beside the data file when the window was open on it."""


class DemoError(Exception):
    """The demo cannot go on, or found something that is not as it must be."""


@dataclass(frozen=True)
class Stage:
    """One run of the demo; `say` is told a line for everything that happens."""

    folder: Path
    db: Database
    by: Context
    clock: StageClock
    chance: random.Random
    say: Callable[[str], None]

    def new_file(self, name: str) -> Path:
        """Where a file of this name goes; remembered, so that the next demo may take it away."""
        return claim(self.folder, name)

    def told(self, path: Path) -> str:
        """A file as it is named in lines: with the demo's folder before it."""
        return path.relative_to(self.folder.parent).as_posix()


def claim(folder: Path, name: str) -> Path:
    """Write a file's name into the list of what the demo made. Raises DemoError if it is there."""
    path = folder / name
    if path.exists():
        raise DemoError(f"{path} was not made by the demo; please move it away")
    path.parent.mkdir(parents=True, exist_ok=True)
    with (folder / MANIFEST).open("a", encoding="utf-8") as manifest:
        manifest.write(f"{name}\n")
    return path


def clear(folder: Path) -> None:
    """Take away what an earlier demo made in this folder, and nothing else."""
    manifest = folder / MANIFEST
    if not manifest.exists():
        return
    made = [folder / name for name in manifest.read_text(encoding="utf-8").splitlines() if name]
    for pattern in _COMPANIONS:
        made += folder.glob(pattern)
    try:
        for path in (*made, manifest):
            path.unlink(missing_ok=True)
    except PermissionError as error:
        raise DemoError(f"{error.filename} is in use; please close its window first") from error
    _forget_empty(folder)


def _forget_empty(folder: Path) -> None:
    for inner in sorted((p for p in folder.rglob("*") if p.is_dir()), reverse=True):
        if not any(inner.iterdir()):
            inner.rmdir()
