"""init, backup, restore, check."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from taphuan.db.database import Database
from taphuan.machine import load_machine
from taphuan.services.settings import load_settings

Run = Callable[..., Any]


def test_init_makes_a_file_that_knows_who_organises(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mới" / "a?b#c%20.db"
    made = run(
        "init", "--province", "14", "--organiser", "UBND XÃ THUẬN CHÂU", "--parent", "TỈNH SƠN LA",
        "--abbreviation", "UBND", "--place", "Thuận Châu", "--head-title", "CHỦ TỊCH",
        "--signer", "Cầm Văn Chỉnh", "--share", "75", "--json", data=path,
    )  # fmt: skip
    assert made.status == 0, made.err
    assert made.document["communes"] == 75
    database = Database(path)
    settings = database.read(load_settings)
    database.close()
    assert (settings.agency, settings.place) == ("UBND XÃ THUẬN CHÂU", "Thuận Châu")
    assert (settings.signer_name, settings.required_share) == ("Cầm Văn Chỉnh", 75)
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_init_leaves_a_file_that_is_set_up_alone(run: Run, data_file: Path) -> None:
    before = data_file.read_bytes()
    again = run("init", "--province", "01")
    assert again.status == 1
    assert again.err.startswith("data_file_exists: ")
    assert data_file.read_bytes() == before


def test_a_refused_init_leaves_no_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    refused = run("init", "--province", "99", data=path)
    assert refused.err.startswith("unknown_province: ")
    assert not list(tmp_path.glob("new.db*"))


def test_init_remembers_who_works_here(run: Run, tmp_path: Path, home: Path) -> None:
    run("init", "--province", "14", "--operator", "Lò Thị Én", data=tmp_path / "new.db")
    assert load_machine(home).operator == "Lò Thị Én"


def test_every_other_command_says_to_run_init_first(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "none.db"
    for words in (["course", "list"], ["people", "find", "Lò"], ["tally"], ["check"]):
        refused = run(*words, data=path)
        assert refused.status == 1
        assert refused.err.startswith("data_file_missing: ")
        assert "init" in refused.err
    assert not path.exists()


def test_a_restored_backup_is_equal_and_counts_as_another_machine(
    run: Run, tmp_path: Path, home: Path, enrolled: list[dict[str, Any]], stored: Callable[..., Any]
) -> None:
    machine = load_machine(home).id
    copy, restored = tmp_path / "copy.db", tmp_path / "restored.db"
    kept = run("backup", copy, "--json").document
    back = run("restore", copy, "--json", data=restored).document
    assert back["tables"] == kept["tables"]
    assert kept["tables"]["person"] == len(enrolled)
    assert stored(restored) == stored(copy)
    assert run("check", "--json", data=restored).document["sound"] is True
    assert load_machine(home).id != machine


def test_restore_overwrites_nothing(run: Run, tmp_path: Path, data_file: Path) -> None:
    run("backup", tmp_path / "copy.db")
    before = data_file.read_bytes()
    assert run("restore", tmp_path / "copy.db").err.startswith("data_file_exists: ")
    assert data_file.read_bytes() == before


def test_a_backup_replaces_an_older_one_but_no_other_file(run: Run, tmp_path: Path) -> None:
    report = tmp_path / "report.xlsx"
    report.write_bytes(b"PK, not ours")
    assert run("backup", report).err.startswith("data_file_exists: ")
    assert report.read_bytes() == b"PK, not ours"
    assert [run("backup", tmp_path / "copy.db").status for _ in range(2)] == [0, 0]


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("DELETE FROM attendance", "missing"),
        ("DELETE FROM person_search WHERE rowid IN (SELECT search_rank FROM person)", "search"),
    ],
)
def test_check_finds_derived_rows_that_do_not_agree(
    run: Run,
    course: str,
    enrolled: list[dict[str, Any]],
    data_file: Path,
    statement: str,
    said: str,
) -> None:
    at = ("--at", "2026-03-05T07:55:00")
    run("checkin", course, "--session", 1, *at, stdin=enrolled[0]["badge"])
    assert run("check").status == 0
    database = Database(data_file)
    database.write(lambda session: session.connection().exec_driver_sql(statement))
    database.close()
    found = run("check", "--json")
    assert found.status == 1
    assert said in found.document["problems"][0]
