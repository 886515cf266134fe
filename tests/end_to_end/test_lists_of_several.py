"""Lists brought in and taken back when something comes between: another process, no room."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SYLLABLES = "Ên Bình Chung Dung Giang Hặc Ín Khun Lả Mai Nọi Ón Pâng Quý Sáo Tiên Ủn Vui Xôm Yên"


def given(number: int) -> str:
    """A given name that no other number has."""
    words, named = SYLLABLES.split(), []
    for _ in range(3):
        number, place = divmod(number, len(words))
        named.append(words[place])
    return " ".join(named)


def write_many(path: Path, first: int, count: int) -> Path:
    """A list of so many people, all of one hamlet that is new."""
    head = "Họ và tên,Năm sinh,Bản,Xã"
    people = (f"Lò {given(n)},{1950 + n % 50},Bản Púa,Mường É" for n in range(first, first + count))
    path.write_text("\n".join((head, *people)), encoding="utf-8")
    return path


def test_two_processes_that_import_at_once_both_bring_everybody(
    on_file: Any, tmp_path: Path
) -> None:
    lists = [write_many(tmp_path / f"{n}.csv", 1_000 * n, 400) for n in range(2)]
    at_work = [on_file.start("people", "import", path, "--accept-repairs") for path in lists]
    for process in at_work:
        _, err = process.communicate(timeout=120)
        assert (process.returncode, err) == (0, b"")
    batches = on_file("people", "batches", "--json").document
    assert sorted((b["file"], b["added"]) for b in batches) == [("0.csv", 400), ("1.csv", 400)]
    assert len(on_file("people", "list", "--json").document) == 800
    assert on_file("check").status == 0


def test_one_list_that_two_processes_import_at_once_doubles_nobody(
    on_file: Any, tmp_path: Path
) -> None:
    path = write_many(tmp_path / "ds.csv", 0, 300)
    at_work = [on_file.start("people", "import", path, "--accept-repairs") for _ in range(2)]
    for process in at_work:
        process.communicate(timeout=120)
    batches = on_file("people", "batches", "--json").document
    assert sorted((b["added"], b["matched"]) for b in batches) == [(0, 300), (300, 0)]
    assert len(on_file("people", "list", "--json").document) == 300


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a file")
def test_a_list_for_whose_undoing_there_is_no_room_stays_as_it_is(
    on_file: Any, stored: Callable[[Path], dict[str, str]], tmp_path: Path
) -> None:
    import resource

    def small_files() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    many = write_many(tmp_path / "many.csv", 0, 600)
    told = on_file("people", "import", many, "--accept-repairs", "--json").document
    before = stored(on_file.data)
    done = on_file("people", "undo-import", told["batches"][0], prepare=small_files)
    assert done.status == 1
    assert done.err.startswith("disk_full: ")
    assert stored(on_file.data) == before
    assert on_file("check").status == 0
    assert on_file("people", "undo-import", told["batches"][0]).status == 0
    assert on_file("people", "list", "--json").document == []
