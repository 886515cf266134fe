"""The program as a user starts it: a process of its own for each command."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from taphuan.cli.main import main

SAMPLES = Path(__file__).parents[1] / "samples"


@dataclass(frozen=True)
class Outcome:
    """What a command left: exit status, and what it printed."""

    status: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out)

    @property
    def documents(self) -> list[Any]:
        """The JSON documents, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]


@dataclass(frozen=True)
class Shell:
    """`taphuan` on one data file; `shell("course", "list")` waits, `start` does not."""

    data: Path
    variables: dict[str, str]

    def on(self, data: Path) -> "Shell":
        """The same on another file."""
        return Shell(data, self.variables)

    def words(self, *words: object) -> list[str]:
        """The command line."""
        return [sys.executable, "-m", "taphuan", "--data", str(self.data), *map(str, words)]

    def __call__(self, *words: object, stdin: str = "", prepare: Any = None) -> Outcome:
        done = subprocess.run(
            self.words(*words), input=stdin.encode(), capture_output=True, env=self.variables,
            preexec_fn=prepare, check=False, timeout=120,
        )  # fmt: skip
        return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())

    def start(self, *words: object) -> "subprocess.Popen[bytes]":
        """The command, running, with pipes to talk to it."""
        pipe = subprocess.PIPE
        return subprocess.Popen(
            self.words(*words), stdin=pipe, stdout=pipe, stderr=pipe, env=self.variables
        )


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """The program on a data file that is not there yet, in a home of its own."""
    kept = {k: v for k, v in os.environ.items() if k not in ("PYTHONDONTWRITEBYTECODE", "COLUMNS")}
    return Shell(tmp_path / "taphuan.db", {**kept, "TAPHUAN_HOME": str(tmp_path / "home")})


@pytest.fixture
def on_file(shell: Shell, data_file: Path) -> Shell:
    """The program on a file that is set up."""
    return shell.on(data_file)


@pytest.fixture(scope="session")
def people_file(template_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the forty people of the plain list in TH-01, five mornings. Made once."""
    folder = tmp_path_factory.mktemp("people")
    path = Path(shutil.copy(template_file, folder / "taphuan.db"))
    days = [("--session", f"2026-03-{day:02d} 08:00-11:00") for day in range(2, 7)]
    title = ("--code", "TH-01", "--title", "Kỹ năng số cơ bản")
    lists = ("people", "import", str(SAMPLES / "plain_list.xlsx"), "--course", "TH-01")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TAPHUAN_HOME", str(folder))
        plan = ("course", "add", *title, *(part for day in days for part in day))
        assert main(["--data", str(path), *plan]) == 0
        assert main(["--data", str(path), *lists]) == 0
    return path


@pytest.fixture
def with_people(on_file: Shell, people_file: Path) -> tuple[Shell, list[str]]:
    """The program on a file with forty people in TH-01; their codes."""
    shutil.copy(people_file, on_file.data)
    people = on_file("people", "list", "--course", "TH-01", "--json").document
    return on_file, [person["badge"] for person in people]


@pytest.fixture
def sample() -> Callable[[str], Path]:
    """The path of a sample list."""
    return lambda name: SAMPLES / name


@pytest.fixture
def expected() -> Callable[[str], list[dict[str, Any]]]:
    """The people that a sample list holds."""

    def read(name: str) -> list[dict[str, Any]]:
        text = (SAMPLES / f"{name}.expected.json").read_text(encoding="utf-8")
        people: list[dict[str, Any]] = json.loads(text)["people"]
        return people

    return read
