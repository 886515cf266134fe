"""What tests of the data file share."""

import hashlib
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from taphuan.db.engine import connect
from taphuan.models.errors import AppError, ErrorCode


@pytest.fixture
def refusal() -> Callable[..., ErrorCode]:
    """The code with which a call is refused: `refusal(open_database, path, START)`."""

    def code_of(call: Callable[..., Any], *arguments: Any) -> ErrorCode:
        with pytest.raises(AppError) as caught:
            call(*arguments)
        return caught.value.code

    return code_of


@pytest.fixture
def execute() -> Callable[..., list[tuple[Any, ...]]]:
    """Runs SQL on a file behind the program's back, and returns its rows."""

    def run(path: Path, *statements: str) -> list[tuple[Any, ...]]:
        connection = connect(path)
        try:
            rows: list[tuple[Any, ...]] = []
            for statement in statements:
                rows = connection.execute(statement).fetchall()
            return rows
        finally:
            connection.close()

    return run


@pytest.fixture
def content() -> Callable[[Path], dict[str, str]]:
    """All files of a folder with a digest of their bytes: equal when nothing was touched."""

    def digests(folder: Path) -> dict[str, str]:
        return {
            str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }

    return digests


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Callable[[int, str], Path]]:
    """Mounts file systems of so many MB: `small_disk(2, "rw")`; only root can."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    mounted: list[Path] = []

    def mount(megabytes: int, name: str = "disk") -> Path:
        path = tmp_path / name
        path.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "taphuan-test", str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            pytest.skip(f"this machine does not let us mount: {done.stderr.strip()}")
        mounted.append(path)
        return path

    yield mount
    for path in mounted:
        subprocess.run(["umount", str(path)], check=True)
