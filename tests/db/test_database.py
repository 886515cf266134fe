import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session
from taphuan.db.database import Database
from taphuan.models.context import Context
from taphuan.models.errors import AppError, ErrorCode
from taphuan.models.program import AuditEntry, Setting
from taphuan.services.facts import audit


def entries(database: Database) -> list[str | None]:
    return database.read(
        lambda session: list(session.scalars(select(AuditEntry.subject).order_by(AuditEntry.id)))
    )


def test_what_write_did_is_there_for_the_next_reader(database: Database, by: Context) -> None:
    database.write(lambda session: audit(session, by, "looked", "Lò Thị Ên"))
    assert entries(database) == ["Lò Thị Ên"]


def test_an_exception_takes_back_everything_write_did(database: Database, by: Context) -> None:
    def half(session: Session) -> None:
        audit(session, by, "looked", "one")
        session.flush()
        audit(session, by, "looked", "two")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        database.write(half)
    assert entries(database) == []


def test_a_nested_row_does_not_survive_the_outer_exception(database: Database, by: Context) -> None:
    def nested(session: Session) -> None:
        with session.begin_nested():
            audit(session, by, "looked", "inner")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        database.write(nested)
    assert entries(database) == []


def test_a_nested_rollback_leaves_the_rest_of_the_write(database: Database, by: Context) -> None:
    def nested(session: Session) -> None:
        audit(session, by, "looked", "outer")
        with pytest.raises(ZeroDivisionError), session.begin_nested():
            audit(session, by, "looked", "inner")
            raise ZeroDivisionError

    database.write(nested)
    assert entries(database) == ["outer"]


def test_a_reader_cannot_write(database: Database, by: Context) -> None:
    def sneak(session: Session) -> None:
        audit(session, by, "looked", "secretly")
        session.flush()

    with pytest.raises(AppError) as refused:
        database.read(sneak)
    assert refused.value.code == ErrorCode.DATA_FILE_READ_ONLY
    assert entries(database) == []


def test_a_reader_sees_one_state_while_somebody_writes(database: Database, by: Context) -> None:
    def count(session: Session) -> int:
        return session.scalar(select(func.count()).select_from(AuditEntry)) or 0

    def watch(session: Session) -> tuple[int, int]:
        before = count(session)
        database.write(lambda writing: audit(writing, by, "looked"))
        return before, count(session)

    assert database.read(watch) == (0, 0)
    assert database.read(count) == 1


def test_a_rehearsal_shows_what_would_be_and_leaves_no_trace(
    database: Database, by: Context, stored: Callable[[Path], dict[str, str]]
) -> None:
    def work(session: Session) -> int:
        audit(session, by, "looked")
        session.flush()
        return session.scalar(select(func.count()).select_from(AuditEntry)) or 0

    before = stored(database.path)
    assert database.rehearse(work) == 1
    assert stored(database.path) == before


def test_a_refused_rehearsal_leaves_the_file_free_for_the_next_writer(
    database: Database, by: Context
) -> None:
    def work(session: Session) -> None:
        audit(session, by, "looked")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        database.rehearse(work)
    database.write(lambda session: audit(session, by, "looked", "after"))
    assert entries(database) == ["after"]


WRITER = """
import sys
from pathlib import Path
from sqlalchemy import text
from taphuan.db.database import Database
database = Database(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
for _ in range(40):
    database.write(lambda s: s.execute(text(
        "UPDATE setting SET value = value + 1 WHERE key = 'counted'")))
database.close()
"""


def test_two_processes_that_write_at_the_same_time_wait_and_lose_nothing(
    database: Database, by: Context
) -> None:
    counted = Setting(key="counted", value="0", changed_at=by.clock(), changed_by=by.operator)
    database.write(lambda session: session.add(counted))
    command = [sys.executable, "-c", WRITER, str(database.path)]
    with subprocess.Popen(command, stdin=-1, stdout=-1, text=True) as other:
        assert other.stdin is not None and other.stdout is not None
        assert other.stdout.readline() == "ready\n"
        other.stdin.write("go\n")
        other.stdin.flush()
        for _ in range(40):
            database.write(add_one)
        other.communicate()
    assert other.returncode == 0
    assert database.read(lambda s: s.scalar(select(Setting.value).filter_by(key="counted"))) == "80"


def add_one(session: Session) -> None:
    """Reads first and writes then: two such writers would lose a step without BEGIN IMMEDIATE."""
    value = session.scalar(select(Setting.value).where(Setting.key == "counted"))
    assert value is not None
    session.execute(
        text("UPDATE setting SET value = :value WHERE key = 'counted'"), {"value": int(value) + 1}
    )


def test_a_file_that_stays_locked_is_refused_as_busy(
    data_file: Path, by: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    from taphuan.db import engine

    monkeypatch.setattr(engine, "_COMMON", ("PRAGMA busy_timeout=20", "PRAGMA foreign_keys=ON"))
    holder, waiting = Database(data_file), Database(data_file)

    def hold(session: Session) -> None:
        audit(session, by, "looked")
        session.flush()
        with pytest.raises(AppError) as refused:
            waiting.write(lambda other: audit(other, by, "looked"))
        assert refused.value.code == ErrorCode.DATA_FILE_BUSY

    holder.write(hold)
    waiting.write(lambda session: audit(session, by, "looked", "then"))
    assert len(entries(waiting)) == 2
    holder.close()
    waiting.close()


def test_the_file_is_written_through_to_the_disk_with_its_references_kept(
    database: Database,
) -> None:
    def pragmas(session: Session) -> list[object]:
        names = ("journal_mode", "synchronous", "foreign_keys")
        return [session.scalar(text(f"PRAGMA {name}")) for name in names]

    assert database.write(pragmas) == ["wal", 2, 1]


def test_a_broken_reference_is_not_committed(database: Database) -> None:
    from sqlalchemy.exc import IntegrityError

    def break_it(session: Session) -> None:
        session.execute(
            text("INSERT INTO session_topic VALUES (x'00112233445566778899aabbccddeeff', 'none')")
        )

    with pytest.raises(IntegrityError):
        database.write(break_it)


def test_whoever_writes_knows_all_tables_whatever_else_was_imported(data_file: Path) -> None:
    words = (
        "import sys; from pathlib import Path; from taphuan.db.database import Database;"
        "from taphuan.models.courses import Enrolment; database = Database(Path(sys.argv[1]));"
        "database.write(lambda s: print([key.column.table.name"
        " for key in Enrolment.__table__.foreign_keys])); database.close()"
    )
    command = [sys.executable, "-c", words, str(data_file)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "import_row" in done.stdout
