import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from taphuan.db.backup import (
    backup,
    backup_folder,
    daily_backup,
    dated_backups,
    restore,
    to_forget,
)
from taphuan.db.database import Database
from taphuan.db.open import open_database
from taphuan.models.context import Context
from taphuan.models.errors import AppError, ErrorCode
from taphuan.services.facts import audit

NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
TODAY = date(2026, 3, 2)
Stored = Callable[[Path], dict[str, str]]
Refusal = Callable[..., ErrorCode]


def test_a_backup_of_a_file_in_use_holds_all_that_was_committed(
    database: Database, by: Context, tmp_path: Path, stored: Stored
) -> None:
    database.write(lambda session: audit(session, by, "looked", "Lò Thị Ên"))
    made = backup(database.path, tmp_path / "other" / "saoluu.db")
    assert made.counts["audit_entry"] == 1
    assert made.counts["unit"] == 14149
    assert stored(made.path) == stored(database.path)
    assert [path.name for path in made.path.parent.iterdir()] == ["saoluu.db"]


def test_a_backup_that_is_restored_opens_with_everything(
    database: Database, by: Context, tmp_path: Path, stored: Stored
) -> None:
    database.write(lambda session: audit(session, by, "looked"))
    backup(database.path, tmp_path / "saoluu.db")
    restored = restore(tmp_path / "saoluu.db", tmp_path / "new" / "taphuan.db")
    open_database(restored.path, NOW).close()
    assert stored(restored.path) == stored(database.path)


def test_restoring_never_overwrites_a_file(
    data_file: Path, tmp_path: Path, refusal: Refusal
) -> None:
    backup(data_file, tmp_path / "saoluu.db")
    before = data_file.read_bytes()
    assert refusal(restore, tmp_path / "saoluu.db", data_file) == ErrorCode.DATA_FILE_EXISTS
    assert data_file.read_bytes() == before


def leave_log(database: Database, beside: Path, by: Context) -> None:
    """Puts a write-ahead log, as a power cut leaves it, beside where a file is to come."""
    database.write(lambda session: audit(session, by, "after the backup"))
    shutil.copy(f"{database.path}-wal", f"{beside}-wal")


def test_restoring_refuses_a_place_where_the_log_of_another_file_lies(
    database: Database, by: Context, tmp_path: Path, refusal: Refusal
) -> None:
    backup(database.path, tmp_path / "saoluu.db")
    target = tmp_path / "again.db"
    leave_log(database, target, by)
    assert refusal(restore, tmp_path / "saoluu.db", target) == ErrorCode.DATA_FILE_EXISTS
    assert not target.exists()


def test_a_backup_is_not_mixed_with_the_log_of_the_one_it_replaces(
    database: Database, by: Context, tmp_path: Path
) -> None:
    target = tmp_path / "saoluu.db"
    backup(database.path, target)
    leave_log(database, target, by)
    shutil.copy(target, tmp_path / "older.db")
    backup(tmp_path / "older.db", target)
    opened = Database(target)
    assert opened.read(lambda s: s.scalar(text("SELECT count(*) FROM audit_entry"))) == 0
    opened.close()


def test_a_file_is_not_backed_up_onto_itself(data_file: Path, refusal: Refusal) -> None:
    before = data_file.read_bytes()
    assert refusal(backup, data_file, data_file) == ErrorCode.DATA_FILE_EXISTS
    assert data_file.read_bytes() == before


def test_a_damaged_file_does_not_replace_its_last_good_backup(
    data_file: Path, tmp_path: Path
) -> None:
    target = tmp_path / "saoluu.db"
    backup(data_file, target)
    good = target.read_bytes()
    whole = data_file.read_bytes()
    data_file.write_bytes(whole[:-40_960] + b"\xa5" * 40_960)
    with pytest.raises(AppError) as refused:
        backup(data_file, target)
    assert refused.value.code == ErrorCode.DATA_FILE_DAMAGED
    assert refused.value.data["file"] == str(data_file)
    assert target.read_bytes() == good
    assert sorted(path.name for path in tmp_path.iterdir()) == ["saoluu.db", "taphuan.db"]


def test_a_backup_into_a_place_that_cannot_be_written_is_refused(
    data_file: Path, tmp_path: Path, refusal: Refusal
) -> None:
    (tmp_path / "file").write_text("not a folder")
    code = refusal(backup, data_file, tmp_path / "file" / "saoluu.db")
    assert code == ErrorCode.FILE_NOT_WRITABLE


def test_a_full_disk_refuses_the_backup_and_leaves_nothing_of_it(
    data_file: Path, small_disk: Callable[[int], Path], refusal: Refusal
) -> None:
    disk = small_disk(2)
    assert refusal(backup, data_file, disk / "saoluu.db") == ErrorCode.DISK_FULL
    assert list(disk.iterdir()) == []


def test_a_full_disk_refuses_the_write_and_the_file_stays_sound(
    data_file: Path, small_disk: Callable[[int], Path], by: Context, refusal: Refusal
) -> None:
    megabytes = data_file.stat().st_size // 2**20 + 2
    path = Path(shutil.copy(data_file, small_disk(megabytes) / "taphuan.db"))
    database = Database(path)
    database.write(lambda session: audit(session, by, "before"))
    long = "dài " * 1_000_000
    too_much = lambda session: audit(session, by, "too much", long)  # noqa: E731
    assert refusal(database.write, too_much) == ErrorCode.DISK_FULL
    database.write(lambda session: audit(session, by, "after"))
    actions = text("SELECT group_concat(action) FROM audit_entry")
    assert database.read(lambda session: session.scalar(actions)) == "before,after"
    assert database.read(lambda s: s.scalar(text("PRAGMA integrity_check"))) == "ok"
    database.close()


def test_the_daily_backup_lies_beside_the_file_and_is_made_anew_the_same_day(
    database: Database, by: Context
) -> None:
    first = daily_backup(database.path, NOW)
    assert first.path == database.path.parent / "taphuan-saoluu" / "taphuan-20260302.db"
    database.write(lambda session: audit(session, by, "looked"))
    second = daily_backup(database.path, NOW + timedelta(hours=5))
    assert second.path == first.path
    assert second.counts["audit_entry"] == 1


def test_the_day_of_a_backup_is_the_vietnamese_day(data_file: Path) -> None:
    evening_in_utc = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
    assert daily_backup(data_file, evening_in_utc).path.name == "taphuan-20260303.db"


def days(*ago: int) -> dict[date, Path]:
    return {day: Path(f"{day}") for day in (TODAY - timedelta(days=n) for n in ago)}


def kept(backups: dict[date, Path]) -> list[date]:
    gone = to_forget(backups, TODAY)
    return sorted(day for day, path in backups.items() if path not in gone)


def test_of_daily_backups_seven_days_and_four_weeks_stay() -> None:
    """2 March 2026 is a Monday: the newest of the weeks before are Sundays."""
    seven = [date(2026, 2, 24) + timedelta(days=n) for n in range(7)]
    assert kept(days(*range(60))) == [date(2026, 2, 15), date(2026, 2, 22), *seven]


def test_a_single_old_backup_is_never_forgotten() -> None:
    assert kept(days(400)) == [TODAY - timedelta(days=400)]


def test_weeks_without_a_backup_do_not_count_against_older_ones() -> None:
    assert len(kept(days(30, 90, 91, 150, 210, 270))) == 4


def test_thinning_out_takes_away_only_backups_of_this_file(data_file: Path) -> None:
    folder = backup_folder(data_file)
    folder.mkdir()
    others = ["note.txt", "taphuan-20269999.db", "other-20200101.db", "taphuan-.db"]
    old = [f"taphuan-202501{day:02d}.db" for day in range(1, 29)]
    for name in others + old:
        (folder / name).write_bytes(b"")
    daily_backup(data_file, NOW)
    left = {path.name for path in folder.iterdir()}
    assert left >= set(others)
    # Of the old ones the newest of three weeks stay beside today's week.
    assert left - set(others) == {
        "taphuan-20260302.db", "taphuan-20250128.db", "taphuan-20250126.db", "taphuan-20250119.db",
    }  # fmt: skip
    assert dated_backups(data_file).keys() >= {TODAY, date(2025, 1, 28)}
