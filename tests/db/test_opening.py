import os
import shutil
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text
from taphuan.db.database import Database
from taphuan.db.open import create_database, inspect, open_database
from taphuan.models.context import Context
from taphuan.models.errors import ErrorCode
from taphuan.models.places import Unit
from taphuan.services.facts import audit

NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
Refusal = Callable[..., ErrorCode]
Content = Callable[[Path], dict[str, str]]
Execute = Callable[..., list[tuple[Any, ...]]]


def test_a_file_that_was_closed_opens_with_what_it_held(data_file: Path, by: Context) -> None:
    database = open_database(data_file, NOW)
    database.write(lambda session: audit(session, by, "looked", "Lò Thị Ên"))
    database.close()
    again = open_database(data_file, NOW)
    names = again.read(lambda s: s.scalars(select(Unit.name).where(Unit.code == "03724")).all())
    again.close()
    assert sorted(names) == ["Bình Thuận", "Phổng Lái"]


def test_opening_a_file_of_this_version_makes_no_copy(data_file: Path) -> None:
    open_database(data_file, NOW).close()
    assert list(data_file.parent.iterdir()) == [data_file]


def test_a_new_file_is_not_made_over_an_old_one(
    data_file: Path, refusal: Refusal, content: Content
) -> None:
    before = content(data_file.parent)
    assert refusal(create_database, data_file, NOW) == ErrorCode.DATA_FILE_EXISTS
    assert content(data_file.parent) == before


def test_a_new_file_ignores_the_log_of_one_that_stood_there(
    data_file: Path, tmp_path: Path, by: Context
) -> None:
    path = tmp_path / "new" / "taphuan.db"
    leave_log(data_file, path, by)
    database = create_database(path, NOW)
    assert database.read(lambda s: s.scalar(text("SELECT count(*) FROM audit_entry"))) == 0
    assert database.read(lambda s: s.scalar(text("PRAGMA integrity_check"))) == "ok"
    database.close()


def leave_log(data_file: Path, beside: Path, by: Context) -> None:
    """Puts a write-ahead log as a power cut leaves it beside a file that is not there."""
    database = Database(data_file)
    database.write(lambda session: audit(session, by, "looked"))
    beside.parent.mkdir(exist_ok=True)
    shutil.copy(f"{data_file}-wal", f"{beside}-wal")
    database.close()


def missing(path: Path) -> None:
    path.unlink()


def empty(path: Path) -> None:
    path.write_bytes(b"")


def of_another_kind(path: Path) -> None:
    path.write_text("Họ và tên;Năm sinh\nLò Thị Ên;1987\n", encoding="utf-8")


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:3000])


def overwritten_in_its_first_page(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + b"\xa5" * 3996 + whole[4096:])


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        (missing, ErrorCode.DATA_FILE_MISSING),
        (empty, ErrorCode.DATA_FILE_DAMAGED),
        (of_another_kind, ErrorCode.DATA_FILE_DAMAGED),
        (cut_short, ErrorCode.DATA_FILE_DAMAGED),
        (overwritten_in_its_first_page, ErrorCode.DATA_FILE_DAMAGED),
    ],
)
def test_a_file_that_is_not_sound_is_refused_and_stays_as_it_is(
    data_file: Path,
    refusal: Refusal,
    content: Content,
    harm: Callable[[Path], None],
    code: ErrorCode,
) -> None:
    harm(data_file)
    before = content(data_file.parent)
    assert refusal(open_database, data_file, NOW) == code
    assert content(data_file.parent) == before


@pytest.mark.parametrize(
    ("statements", "code"),
    [
        (("PRAGMA application_id=1",), ErrorCode.DATA_FILE_FOREIGN),
        (("DROP TABLE alembic_version",), ErrorCode.DATA_FILE_FOREIGN),
        (("UPDATE alembic_version SET version_num='0999'",), ErrorCode.DATA_FILE_NEWER),
    ],
)
def test_a_file_of_another_program_or_a_newer_version_is_refused_and_stays_as_it_is(
    data_file: Path,
    refusal: Refusal,
    content: Content,
    execute: Execute,
    statements: tuple[str, ...],
    code: ErrorCode,
) -> None:
    execute(data_file, *statements)
    before = content(data_file.parent)
    assert refusal(open_database, data_file, NOW) == code
    assert content(data_file.parent) == before


def test_a_database_without_tables_is_not_ours(
    tmp_path: Path, refusal: Refusal, execute: Execute
) -> None:
    path = tmp_path / "other.db"
    execute(path, "CREATE TABLE t(x)", "DROP TABLE t")
    assert refusal(inspect, path) == ErrorCode.DATA_FILE_FOREIGN


def test_damage_inside_the_file_is_told_when_it_is_met(data_file: Path, refusal: Refusal) -> None:
    whole = data_file.read_bytes()
    half = len(whole) // 2
    data_file.write_bytes(whole[:half] + b"\xa5" * (len(whole) - half))
    database = open_database(data_file, NOW)
    everything = text("SELECT count(*) FROM unit WHERE name || kind || source <> ''")
    code = refusal(database.read, lambda session: session.scalar(everything))
    database.close()
    assert code == ErrorCode.DATA_FILE_DAMAGED


@pytest.mark.skipif(os.name == "nt", reason="mounts are Linux's")
def test_a_file_on_a_read_only_disk_is_refused(
    small_disk: Callable[..., Path], data_file: Path, refusal: Refusal, content: Content
) -> None:
    disk = small_disk(32)
    path = Path(shutil.copy(data_file, disk / "taphuan.db"))
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    before = content(disk)
    assert refusal(open_database, path, NOW) == ErrorCode.DATA_FILE_READ_ONLY
    assert refusal(create_database, disk / "new.db", NOW) == ErrorCode.DATA_FILE_READ_ONLY
    assert refusal(create_database, disk / "new" / "a.db", NOW) == ErrorCode.DATA_FILE_READ_ONLY
    assert content(disk) == before


def test_a_path_with_percent_signs_and_vietnamese_letters_works(tmp_path: Path) -> None:
    path = tmp_path / "Tập huấn 100% #1?" / "dữ liệu.db"
    create_database(path, NOW).close()
    assert path.exists()
    open_database(path, NOW).close()
    assert [p.name for p in path.parent.iterdir()] == ["dữ liệu.db"]
