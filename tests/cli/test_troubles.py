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

Run = Callable[..., Any]
COMMANDS = (("course", "list"), ("people", "find", "Lò"), ("check",))
_AS_ROOT = sys.platform.startswith("linux") and os.geteuid() == 0


@pytest.fixture
def nowhere(tmp_path: Path) -> Path:
    """A data file that is not there, in a folder of its own."""
    folder = tmp_path / "data"
    folder.mkdir()
    return folder / "taphuan.db"


def _content(folder: Path) -> dict[str, str]:
    """Every file below a folder, by its name and what is in it."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def _refused(run: Run, code: str, *words: object, data: Path) -> None:
    done = run(*words, data=data)
    assert (done.status, done.out) == (1, "")
    assert done.err.startswith(f"{code}: ")
    assert "Traceback" not in done.err


def _everything_is_refused(run: Run, code: str, path: Path) -> None:
    before = _content(path.parent)
    for words in COMMANDS:
        _refused(run, code, *words, data=path)
    assert _content(path.parent) == before


def test_a_missing_file_is_told(run: Run, nowhere: Path) -> None:
    _everything_is_refused(run, "data_file_missing", nowhere)


@pytest.mark.parametrize("size", [0, 100, 50_000])
def test_random_bytes_are_a_damaged_file(run: Run, nowhere: Path, size: int) -> None:
    nowhere.write_bytes(random.Random(size).randbytes(size))
    _everything_is_refused(run, "data_file_damaged", nowhere)


def test_somebody_elses_database_is_left_alone(run: Run, nowhere: Path) -> None:
    other = connect(nowhere)
    other.execute("CREATE TABLE song (title TEXT)")
    other.close()
    _everything_is_refused(run, "data_file_foreign", nowhere)


def test_a_file_of_a_newer_version_is_left_alone(run: Run, data_file: Path) -> None:
    newer = connect(data_file)
    newer.execute("UPDATE alembic_version SET version_num = '9999'")
    newer.close()
    _everything_is_refused(run, "data_file_newer", data_file)


def test_pages_of_rubbish_inside_are_found(run: Run, data_file: Path) -> None:
    """No command answers with a traceback, and `check` says what the others may not notice."""
    content = bytearray(data_file.read_bytes())
    chance = random.Random(7)
    for start in range(40_960, len(content) - 8192, 81_920):
        content[start : start + 4096] = chance.randbytes(4096)
    data_file.write_bytes(content)
    for words in (*COMMANDS, ("tally",), ("backup", data_file.with_name("copy.db"))):
        done = run(*words)
        assert "Traceback" not in done.err
        if words[0] in ("check", "backup"):
            assert done.status == 1
    assert not data_file.with_name("copy.db").exists()


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
    run: Run,
    data_file: Path,
    template_file: Path,
    tmp_path: Path,
    read_only: Callable[[Path], None],
) -> None:
    folder = tmp_path / "closed"
    folder.mkdir()
    path = Path(shutil.copy(data_file, folder / "taphuan.db"))
    read_only(folder)
    _everything_is_refused(run, "data_file_read_only", path)
    new = folder / "new.db"
    _refused(run, "data_file_read_only", "init", "--province", "14", data=new)
    _refused(run, "file_not_writable", "backup", new, data=data_file)


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
    run: Run, enrolled: list[dict[str, Any]], data_file: Path, small_disk: Path
) -> None:
    codes = [person["badge"] for person in enrolled] * 200
    path = Path(shutil.copy(data_file, small_disk / "taphuan.db"))
    _fill(small_disk, but=150_000)
    door = ("--session", 1, "--at", "2026-03-05T07:55:00", "--json")
    stopped = run("checkin", "TH-01", *door, stdin="\n".join(codes), data=path)
    answered = len(stopped.documents)
    assert stopped.status == 1
    assert 0 < answered < len(codes)
    assert stopped.err.startswith("disk_full: ")
    assert f"The scan in line {answered + 1} was not saved; {answered} scans" in stopped.err
    (small_disk / "filling").unlink()
    checked = run("check", "--json", data=path).document
    assert (checked["problems"], checked["scans"]) == ([], answered)


def test_files_and_backups_on_a_full_disk_are_told(
    run: Run, enrolled: list[dict[str, Any]], data_file: Path, small_disk: Path
) -> None:
    _fill(small_disk, but=0)
    for words in (
        ("backup", small_disk / "copy.db"),
        ("attendance", "export", "TH-01", "--out", small_disk / "who.csv"),
    ):
        _refused(run, "disk_full", *words, data=data_file)
    assert [path.name for path in small_disk.iterdir()] == ["filling"]


def _fill(disk: Path, but: int) -> None:
    """Fill a disk, all but so many bytes."""
    with (disk / "filling").open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, shutil.disk_usage(disk).free - but)
