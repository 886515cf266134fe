"""What can be wrong with a file or its disk: a sentence of its own each, and nothing changed."""

import hashlib
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from taphuan.db.engine import connect

COMMANDS = (("course", "list"), ("people", "find", "Lò"), ("check",))
_AS_ROOT = sys.platform.startswith("linux") and os.geteuid() == 0


def _content(folder: Path) -> dict[str, str]:
    """Every file below a folder, by its name and what is in it."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def _refused(shell: Any, code: str, *words: object) -> str:
    done = shell(*words)
    assert (done.status, done.out) == (1, "")
    assert done.err.startswith(f"{code}: ")
    assert "Traceback" not in done.err
    said: str = done.err
    return said


def _everything_is_refused(shell: Any, code: str) -> None:
    before = _content(shell.data.parent)
    for words in COMMANDS:
        _refused(shell, code, *words)
    assert _content(shell.data.parent) == before


def test_a_missing_file_is_told(shell: Any) -> None:
    _everything_is_refused(shell, "data_file_missing")


@pytest.mark.parametrize("size", [0, 100, 50_000])
def test_random_bytes_are_a_damaged_file(shell: Any, size: int) -> None:
    shell.data.write_bytes(random.Random(size).randbytes(size))
    _everything_is_refused(shell, "data_file_damaged")


def test_somebody_elses_database_is_left_alone(shell: Any) -> None:
    other = connect(shell.data)
    other.execute("CREATE TABLE song (title TEXT)")
    other.close()
    _everything_is_refused(shell, "data_file_foreign")


def test_a_file_of_a_newer_version_is_left_alone(on_file: Any) -> None:
    newer = connect(on_file.data)
    newer.execute("UPDATE alembic_version SET version_num = '9999'")
    newer.close()
    _everything_is_refused(on_file, "data_file_newer")


def test_a_page_of_rubbish_inside_is_found(on_file: Any) -> None:
    """No command answers with a traceback, and `check` says what the others may not notice."""
    content = bytearray(on_file.data.read_bytes())
    chance = random.Random(7)
    for start in range(40_960, len(content) - 8192, 81_920):
        content[start : start + 4096] = chance.randbytes(4096)
    on_file.data.write_bytes(content)
    for words in (*COMMANDS, ("tally",), ("backup", on_file.data.with_name("copy.db"))):
        done = on_file(*words)
        assert "Traceback" not in done.err
        if words[0] in ("check", "backup"):
            assert done.status == 1
    assert not on_file.data.with_name("copy.db").exists()


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[Callable[[Path], None]]:
    """Makes a folder one that nobody may write to, not even root."""
    closed: list[Path] = []

    def close(folder: Path) -> None:
        if not _AS_ROOT:
            folder.chmod(0o555)
        elif subprocess.run(["chattr", "+i", folder], capture_output=True, check=False).returncode:
            pytest.skip("root may write everywhere, and this file system knows no chattr +i")
        closed.append(folder)

    yield close
    for folder in closed:
        if _AS_ROOT:
            subprocess.run(["chattr", "-i", folder], check=True)
        else:
            folder.chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="folders on Windows have no such mode")
def test_a_read_only_folder_is_told(
    shell: Any, template_file: Path, tmp_path: Path, read_only: Callable[[Path], None]
) -> None:
    folder = tmp_path / "closed"
    folder.mkdir()
    here = shell.on(Path(shutil.copy(template_file, folder / "taphuan.db")))
    read_only(folder)
    _everything_is_refused(here, "data_file_read_only")
    _refused(shell.on(folder / "new.db"), "data_file_read_only", "init", "--province", "14")
    _refused(shell.on(template_file), "data_file_read_only", "backup", folder / "copy.db")


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
    assert done.err.startswith(f"disk_full: {many}: ")
    assert stored(shell.data) == before
    assert shell("check").status == 0


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 16 MB."""
    if not _AS_ROOT:
        pytest.skip("only root may mount a small disk")
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this machine mounts nothing, not even for root")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_full_disk_at_the_door_is_told_and_answered_scans_stay(
    with_people: tuple[Any, list[str]], small_disk: Path
) -> None:
    shell, codes = with_people
    here = shell.on(Path(shutil.copy(shell.data, small_disk / "taphuan.db")))
    _fill(small_disk, but=150_000)
    door = ("--session", 1, "--at", "2026-03-02T07:55:00", "--json")
    stopped = here("checkin", "TH-01", *door, stdin="\n".join(codes * 20))
    answered = len(stopped.documents)
    assert stopped.status == 1
    assert 0 < answered < len(codes) * 20
    assert stopped.err.startswith("disk_full: ")
    assert f"The scan in line {answered + 1} was not saved; {answered} scans" in stopped.err
    (small_disk / "filling").unlink()
    checked = here("check", "--json").document
    assert (checked["problems"], checked["scans"]) == ([], answered)


def test_papers_and_backups_on_a_full_disk_are_told(
    with_people: tuple[Any, list[str]], small_disk: Path
) -> None:
    shell, _ = with_people
    _fill(small_disk, but=8192)
    for words in (
        ("backup", small_disk / "copy.db"),
        ("badges", "TH-01", "--out", small_disk / "cards.pdf"),
        ("attendance", "export", "TH-01", "--out", small_disk / "who.xlsx"),
    ):
        _refused(shell, "disk_full", *words)
    assert [path.name for path in small_disk.iterdir()] == ["filling"]


def _fill(disk: Path, but: int) -> None:
    """Fill a disk, all but so many bytes."""
    with (disk / "filling").open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, shutil.disk_usage(disk).free - but)
