"""A data file of the first version, with people and lists in it, opens as today's."""

import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from taphuan.db import migrate
from taphuan.db.engine import connect
from taphuan.db.open import create_database, open_database
from taphuan.importing.findings import Answer, AnswerKind, Answers
from taphuan.models.clock import utc_now
from taphuan.models.context import Context
from taphuan.models.enums import ImportRowState
from taphuan.services.lists.batches import list_batches, undo
from taphuan.services.lists.held import held_rows, settle
from taphuan.services.search import all_matches
from taphuan.services.setup import set_up

NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
ADDED_ROW, HELD_ROW, BATCH, PERSON, FINDING = (UUID(int=n).bytes for n in range(1, 6))
MOMENT = "2026-03-01 01:00:00.000000"
STAMP = {"changed_at": MOMENT, "changed_by": "Lò", "changed_on": "m"}
ROWS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("person", {
        "seq": 1, "id": PERSON, "name": "Lò Thị Ên", "sort_key": b"x", "search_rank": 7,
        "folded": "lo thi en", "phone": "0912345678", "canonical_id": PERSON, "listed": 1, **STAMP,
    }),
    ("hamlet", {
        "seq": 1, "id": UUID(int=9).bytes, "kind": "bản", "name": "Púa", "folded": "pua",
        "sort_key": b"x", **STAMP,
    }),
    ("import_batch", {
        "id": BATCH, "file_name": "cu.xlsx", "sha256": "0" * 64, "read": 2, "added": 1,
        "mapping": json.dumps([{"sheet": "DS", "columns": {"0": "name", "1": "birth"}}]),
        "matched": 0, "held": 1, "happened": MOMENT, "written": MOMENT, "machine": "m",
        "counter": 1, "operator": "Lò",
    }),
    ("import_row", {
        "id": ADDED_ROW, "batch_id": BATCH, "sheet": "DS", "row": 2, "state": "added",
        "person_id": PERSON,
    }),
    ("import_row", {
        "id": HELD_ROW, "batch_id": BATCH, "sheet": "DS", "row": 3, "state": "held",
        "cells": json.dumps({"name": "Vì Văn Bình", "gender": "Nam", "commune": "Xã Không Có"}),
    }),
    ("import_finding", {
        "id": FINDING, "batch_id": BATCH, "import_row_id": HELD_ROW, "sheet": "DS", "row": 3,
        "column": "Xã", "kind": "unknown_commune", "severity": "question", "before": "Xã Không Có",
    }),
)  # fmt: skip


@pytest.fixture
def old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by: Context) -> Path:
    """A file as the first version left it."""
    scripts = tmp_path / "migrations"
    shutil.copytree(migrate._SCRIPTS, scripts)
    for script in (scripts / "versions").glob("[0-9]*.py"):
        if script.name[:4] > "0001":
            script.unlink()
    monkeypatch.setattr(migrate, "_SCRIPTS", scripts)
    monkeypatch.setattr(migrate, "HEAD", "0001")
    path = tmp_path / "cu" / "taphuan.db"
    database = create_database(path, NOW)
    database.write(lambda session: set_up(session, by, "14", agency="Sở KH&CN"))
    database.close()
    connection = connect(path)
    for table, row in ROWS:
        places = ", ".join("?" * len(row))
        names = ", ".join(f'"{name}"' for name in row)
        connection.execute(f"INSERT INTO {table} ({names}) VALUES ({places})", list(row.values()))
    connection.close()
    monkeypatch.undo()
    return path


def test_its_rows_are_kept_and_its_lists_are_lists_of_people(
    old_file: Path, stored: Callable[[Path], dict[str, str]]
) -> None:
    before = stored(old_file)
    assert before["alembic_version"] == "[('0001',)]"
    database = open_database(old_file, utc_now())
    try:
        (line,) = database.read(list_batches)
        assert (line.kind, line.file_name, line.added, line.held) == ("people", "cu.xlsx", 1, 1)
        assert len(database.read(lambda session: all_matches(session, "lò ên"))) == 1
    finally:
        database.close()
    after = stored(old_file)
    assert after["alembic_version"] == f"[('{migrate.HEAD}',)]"
    assert after["person"] == before["person"] and after["card"] == before["card"]
    assert before["hamlet"].replace(")]", ", None)]") == after["hamlet"]


def test_a_row_it_held_is_settled_and_its_list_is_taken_back(old_file: Path, by: Context) -> None:
    database = open_database(old_file, utc_now())
    try:
        (row,) = database.read(held_rows)
        (asked,) = [finding for finding in row.line.findings if finding.open]
        said = Answers({asked.key: Answer(AnswerKind.VALUE, "03727")})
        state = database.write(lambda session: settle(session, by, row.id, said))
        assert state is ImportRowState.ADDED
        assert len(database.read(lambda session: all_matches(session, ""))) == 2
        database.write(lambda session: undo(session, by, UUID(bytes=BATCH)))
        assert len(database.read(lambda session: all_matches(session, ""))) == 0
    finally:
        database.close()
