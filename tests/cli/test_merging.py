"""Merging, parting and exporting people from a shell."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlalchemy import select
from taphuan.cli.parser import MERGED_FIELDS
from taphuan.db.database import Database
from taphuan.models.context import Context
from taphuan.models.program import AuditEntry
from taphuan.services.merge_memory import COLUMNS
from taphuan.services.people import NewPerson, add_person

Run = Callable[..., Any]
HUONG, PAO = "Lò Thị Hương", "Giàng A Páo"


@pytest.fixture
def twice(enrolled: list[dict[str, Any]], data_file: Path, by: Context) -> None:
    """Lò Thị Hương once more, under a shorter name with the same phone."""
    database = Database(data_file)
    new = NewPerson(name="Lò Hương", birth_year=1990, phone="0912000001")
    database.write(lambda session: add_person(session, by, new).id)
    database.close()


def names(run: Run, *words: str) -> list[str]:
    return [person["name"] for person in run("people", "list", *words, "--json").document]


def test_the_fields_of_the_shell_are_those_that_are_merged() -> None:
    assert set(MERGED_FIELDS) == {field.value for field in COLUMNS}


def test_two_records_become_one_and_two_again(run: Run, enrolled: list[dict[str, Any]]) -> None:
    before = run("people", "list", "--json").document
    card = enrolled[3]["badge"]
    done = run("people", "merge", HUONG, card, "--take", "phone=b", "--two-numbers", "--json")
    assert done.status == 0, done.err
    assert (done.document["kept"]["name"], done.document["merged"]["name"]) == (HUONG, PAO)
    assert PAO not in names(run) and names(run, "--course", "TH-01") == names(run)
    assert run("people", "find", "0912000004", "--json").document[0]["name"] == HUONG
    undone = run("people", "unmerge", HUONG, "--json").document
    assert (undone["restored"]["name"], undone["left"]) == (PAO, [])
    assert run("people", "list", "--json").document == before


def test_what_is_merged_is_said_with_the_way_back(run: Run, enrolled: list[dict[str, Any]]) -> None:
    told = run("people", "merge", HUONG, PAO, "--two-numbers").out
    assert f"{PAO} is read as {HUONG} from now on." in told
    redirect = told.split("people unmerge ")[1].strip()
    assert f"{HUONG} and {PAO} are two records again." in run("people", "unmerge", redirect).out


@pytest.mark.parametrize("either", [HUONG, PAO, "giang a pao", "0912000004"])
def test_either_name_parts_the_two_again(
    run: Run, enrolled: list[dict[str, Any]], either: str
) -> None:
    card = enrolled[3]["badge"]
    for word in (either, card):
        assert run("people", "merge", HUONG, PAO, "--two-numbers").status == 0
        undone = run("people", "unmerge", word)
        assert f"{PAO} is apart from {HUONG}" in undone.out, undone.err
        assert PAO in names(run)


def test_a_name_of_several_merges_is_told_with_each(
    run: Run, enrolled: list[dict[str, Any]]
) -> None:
    namesakes = [p["badge"] for p in enrolled if p["name"] == "Quàng Văn Ín"]
    assert len(namesakes) == 2
    for kept, other in zip((HUONG, PAO), namesakes, strict=True):
        assert run("people", "merge", kept, other, "--two-numbers").status == 0
    refused = run("people", "unmerge", "Quàng Văn Ín")
    assert refused.err.startswith("ambiguous_person: ")
    assert f"Quàng Văn Ín -> {PAO}" in refused.err
    line = next(line for line in refused.err.splitlines() if line.endswith(f"-> {PAO}"))
    assert PAO in run("people", "unmerge", line.split()[0]).out


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((HUONG, HUONG), "same_person"),
        ((HUONG, PAO), "two_identity_numbers"),
        ((HUONG, "Quàng Văn Ín"), "ambiguous_person"),
        ((HUONG, "Nobody"), "unknown_person"),
    ],
)
def test_what_cannot_be_merged_is_refused(
    run: Run, enrolled: list[dict[str, Any]], words: tuple[str, str], code: str
) -> None:
    refused = run("people", "merge", *words)
    assert (refused.status, refused.out) == (1, "")
    assert refused.err.startswith(f"{code}: ")
    assert len(names(run)) == 4


def test_namesakes_are_told_with_what_tells_them_apart(
    run: Run, enrolled: list[dict[str, Any]]
) -> None:
    told = run("people", "distinct", HUONG, "quang van in").err
    assert "1985, Bản Púa, Thuận Châu" in told and "1971, Bản Bó, Mường É" in told


@pytest.mark.parametrize("wrong", ["phone", "phone=c", "phone=both", "cccd=b"])
def test_a_field_taken_from_nowhere_is_wrong_usage(run: Run, wrong: str) -> None:
    assert run("people", "merge", "a", "b", "--take", wrong).status == 2


def test_nothing_to_unmerge_is_refused(run: Run, enrolled: list[dict[str, Any]]) -> None:
    refused = run("people", "unmerge", HUONG)
    assert (refused.status, refused.err.partition(":")[0]) == (1, "not_merged")


def test_likely_pairs_are_told_until_they_are_called_two_people(run: Run, twice: None) -> None:
    (pair,) = run("people", "pairs", "--json").document
    assert pair["reasons"] == ["phone"]
    assert {pair["first"]["name"], pair["second"]["name"]} == {HUONG, "Lò Hương"}
    assert "cccd" not in str(pair)
    assert "1 of 1 pairs" in run("people", "pairs").out
    ids = [pair[side]["id"] for side in ("first", "second")]
    assert "are two people" in run("people", "distinct", *ids).out
    assert run("people", "pairs", "--json").document == []
    refused = run("people", "merge", *ids)
    assert refused.err.startswith("two_people: ") and "--overrule" in refused.err
    assert run("people", "merge", *ids, "--overrule").status == 0


def test_an_exported_list_comes_back_to_the_same_people(
    run: Run, enrolled: list[dict[str, Any]], tmp_path: Path
) -> None:
    path = tmp_path / "ds.xlsx"
    assert run("people", "export", "--out", path, "--json").document["people"] == 4
    sheet = load_workbook(path).active
    assert sheet is not None
    texts = [str(cell.value) for row in sheet.iter_rows() for cell in row]
    assert "••••••••0011" in texts and "014190000011" not in texts
    again = run("people", "import", path, "--json").document
    assert (again["added"], again["matched"], again["held"]) == (0, 4, 0)
    assert run("people", "list", "--json").document == enrolled


def test_full_numbers_in_an_export_are_recorded(
    run: Run, enrolled: list[dict[str, Any]], data_file: Path, tmp_path: Path
) -> None:
    path = tmp_path / "ds.csv"
    words = ("people", "export", "--course", "TH-01", "--out", path, "--identity", "--ethnic")
    assert run(*words).out.startswith("4 people: ")
    text = path.read_text(encoding="utf-8-sig")
    assert "014190000011" in text and "Thái" in text and "Tổ trưởng" in text
    database = Database(data_file)
    subjects = database.read(lambda s: s.scalars(select(AuditEntry.subject)).all())
    database.close()
    assert subjects[-1] == "people export"
