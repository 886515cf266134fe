"""No room left, while a process writes."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a file")
def test_an_import_for_which_there_is_no_room_changes_nothing(
    with_people: tuple[Any, list[str]], stored: Callable[[Path], dict[str, str]], tmp_path: Path
) -> None:
    import resource

    def small_files() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    shell, _ = with_people
    many = tmp_path / "many.csv"
    people = (f"Lò Thị Én {number},{1950 + number % 50}" for number in range(300))
    many.write_text("\n".join(("Họ và tên,Năm sinh", *people)), encoding="utf-8")
    before = stored(shell.data)
    done = shell("people", "import", many, "--course", "TH-01", prepare=small_files)
    assert done.status == 1
    assert done.err.startswith(f"disk_full: The disk is full, so {shell.data} ")
    assert stored(shell.data) == before
    assert shell("check").status == 0
