import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from taphuan.db import migrate
from taphuan.db.database import Database
from taphuan.db.engine import reader_engine
from taphuan.db.open import create_database, inspect, open_database
from taphuan.models.errors import AppError, ErrorCode
from taphuan.models.tables import Base

NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
Execute = Callable[..., list[tuple[Any, ...]]]

ADDS_A_COLUMN = """
    with op.batch_alter_table("course") as batch:
        batch.add_column(sa.Column("colour", sa.String(), nullable=True))
"""
FAILS_LATE = """
    op.execute("DELETE FROM ethnic_group")
    op.execute("INSERT INTO no_such_table VALUES (1)")
"""
BREAKS_REFERENCES = """
    op.execute("DELETE FROM skill")
"""
SCRIPT = """
import sqlalchemy as sa
from alembic import op
revision, down_revision, branch_labels, depends_on = "0999", "{before}", None, None
def upgrade():
{body}
"""


@pytest.fixture
def newer_program(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[str], None]]:
    """Makes this program one with a further migration: a copy of the scripts and one more."""
    folder = tmp_path_factory.mktemp("program") / "migrations"
    shutil.copytree(migrate._SCRIPTS, folder)

    def with_script(body: str) -> None:
        script = SCRIPT.format(before=migrate.HEAD, body=body)
        (folder / "versions" / "0999_test.py").write_text(script, encoding="utf-8")
        monkeypatch.setattr(migrate, "_SCRIPTS", folder)
        monkeypatch.setattr(migrate, "HEAD", "0999")

    yield with_script


def test_a_new_file_has_exactly_the_tables_of_the_program(data_file: Path) -> None:
    engine = reader_engine(data_file)
    with engine.connect() as connection:
        options = {"include_name": lambda name, kind, _: kind != "table" or not is_search(name)}
        found = compare_metadata(
            MigrationContext.configure(connection, opts=options), Base.metadata
        )
    engine.dispose()
    assert found == []


def is_search(table: str) -> bool:
    """Search is no table of the models: it differs between databases."""
    return table.startswith("person_search")


def test_the_program_knows_its_newest_migration() -> None:
    assert migrate.known_versions()[-1] == migrate.HEAD


def test_migrations_follow_each_other_without_a_gap() -> None:
    versions = migrate.known_versions()
    assert versions == [f"{number:04d}" for number in range(1, len(versions) + 1)]


def test_an_older_file_is_brought_up_and_a_verified_copy_stays_beside_it(
    data_file: Path, newer_program: Callable[[str], None], stored: Callable[[Path], dict[str, str]]
) -> None:
    before, version = stored(data_file), migrate.HEAD
    newer_program(ADDS_A_COLUMN)
    open_database(data_file, NOW).close()
    copy = data_file.with_name("taphuan-truoc-0999-20260302-010000.db")
    assert sorted(data_file.parent.iterdir()) == [copy, data_file]
    assert stored(copy) == before
    after = stored(data_file)
    assert after.pop("alembic_version") == "[('0999',)]"
    assert before.pop("alembic_version") == f"[('{version}',)]"
    assert after == before


def test_opened_again_the_file_is_not_migrated_twice(
    data_file: Path, newer_program: Callable[[str], None]
) -> None:
    newer_program(ADDS_A_COLUMN)
    open_database(data_file, NOW).close()
    open_database(data_file, NOW.replace(hour=9)).close()
    assert len(list(data_file.parent.iterdir())) == 2


@pytest.mark.parametrize(
    "body", [FAILS_LATE, BREAKS_REFERENCES], ids=["fails late", "breaks references"]
)
def test_a_migration_that_fails_changes_nothing(
    data_file: Path,
    newer_program: Callable[[str], None],
    stored: Callable[[Path], dict[str, str]],
    body: str,
) -> None:
    before = stored(data_file)
    newer_program(body)
    with pytest.raises(Exception):  # noqa: B017 - a bug in a migration, of whatever kind
        open_database(data_file, NOW)
    assert stored(data_file) == before


def test_rebuilding_a_parent_table_keeps_its_children(
    data_file: Path,
    newer_program: Callable[[str], None],
    by: Any,
    make_course: Callable[..., Any],
    execute: Execute,
) -> None:
    database = Database(data_file)
    database.write(lambda session: make_course(session, sessions=3))
    database.close()
    newer_program("""
    with op.batch_alter_table("course", recreate="always") as batch:
        batch.add_column(sa.Column("colour", sa.String(), nullable=True))
""")
    open_database(data_file, NOW).close()
    assert execute(data_file, "SELECT count(*) FROM course_session") == [(3,)]


def test_a_file_of_the_newer_program_is_refused_by_the_older(
    data_file: Path, newer_program: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    newer_program(ADDS_A_COLUMN)
    open_database(data_file, NOW).close()
    monkeypatch.undo()
    with pytest.raises(AppError) as refused:
        inspect(data_file)
    assert refused.value.code == ErrorCode.DATA_FILE_NEWER
    assert refused.value.data["version"] == "0999"


def test_a_file_that_could_not_be_made_leaves_nothing_behind(
    tmp_path: Path, small_disk: Callable[[int], Path]
) -> None:
    disk = small_disk(1)
    (disk / "other").write_bytes(b"x" * 900_000)
    with pytest.raises(AppError) as refused:
        create_database(disk / "taphuan.db", NOW)
    assert refused.value.code == ErrorCode.DISK_FULL
    assert [path.name for path in disk.iterdir()] == ["other"]
