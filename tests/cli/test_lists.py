"""Lists from a shell: rows that wait, files that were brought in, and taking one back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
HEAD = "Họ và tên,Ngày sinh,CCCD,Số điện thoại,Bản,Xã\n"
BAD = "Cà Văn Chung,32/13/1970,014070009999,,Bản Cụ,Mường É\n"
SPLIT = "Cà Văn Đô,01/01/1971,,,Bản Cụ,Bình Thuận\n"


@pytest.fixture
def write_list(tmp_path: Path) -> Callable[..., Path]:
    """A list of these rows: `write_list(BAD, name="ds.csv")`."""

    def write(*rows: str, name: str = "ds.csv") -> Path:
        path = tmp_path / name
        path.write_text(HEAD + "".join(rows), encoding="utf-8")
        return path

    return write


def test_accepting_repairs_takes_each_and_leaves_questions_held(
    run: Run, write_list: Callable[..., Path]
) -> None:
    path = write_list("LÒ THỊ ÊN,05/03/1987,,912345678,Bản Púa,Phổng Lái\n", BAD)
    report = run("people", "import", path, "--accept-repairs", "--json")
    assert report.status == 0
    told = report.document
    states = ("read", "added", "matched", "held", "discarded")
    assert [told[key] for key in states] == [2, 1, 0, 1, 0]
    assert [f["kind"] for f in told["findings"] if f["open"]] == ["bad_date"]
    (person,) = run("people", "list", "--json").document
    assert (person["name"], person["phone"], person["commune"]) == (
        "Lò Thị Ên", "0912345678", "Bình Thuận",
    )  # fmt: skip


def test_plain_text_says_which_rows_are_held_and_why(
    run: Run, write_list: Callable[..., Path]
) -> None:
    told = run("people", "import", write_list(BAD), "--accept-repairs").out
    assert "read 1, added 0, matched 0, held 1, discarded 0" in told
    assert "row 2, Cà Văn Chung: bad_date “32/13/1970”" in told
    waiting = run("people", "held").out
    assert "ds.csv" in waiting and "bad_date “32/13/1970”" in waiting
    assert "014070009999" not in told + waiting


def test_rows_that_wait_are_told_with_who_or_what_may_be_meant(
    run: Run, write_list: Callable[..., Path]
) -> None:
    run("people", "import", write_list("Lò Thị Ên,1987,,,Bản Púa,Mường É\n", name="1.csv"))
    run("people", "import", write_list("Lò Thị Ên,1987,,,Bản Cụ,Mường É\n", name="2.csv"))
    (row,) = run("people", "held", "--json").document
    assert (row["file"], row["row"], row["state"]) == ("2.csv", 2, "held")
    (asked,) = [finding for finding in row["findings"] if finding["open"]]
    assert asked["kind"] == "possible_duplicate"
    (known,) = asked["candidates"]
    assert (known["title"], known["note"]) == ("Lò Thị Ên", "1987, Bản Púa, xã Mường É")


def test_who_agrees_in_all_is_joined_unasked_where_that_is_wanted(
    run: Run, write_list: Callable[..., Path]
) -> None:
    known = "Lò Thị Ên,05/03/1987,,,Bản Púa,Mường É\n", "Vì Văn Bình,1990,,,Bản Cụ,Mường É\n"
    run("people", "import", write_list(*known, name="1.csv"))
    again = known[0].replace(",,,", ",,0912345678,"), known[1].replace("Cụ", "Bó")
    path = write_list(*again, name="2.csv")
    asked = run("people", "import", path, "--json", "--accept-repairs", "--dry-run").document
    assert (asked["matched"], asked["held"]) == (0, 2)
    told = run("people", "import", path, "--json", "--accept-repairs", "--same-person", "exact")
    assert (told.document["matched"], told.document["held"]) == (1, 1)
    people = run("people", "list", "--json").document
    assert sorted((p["name"], p["phone"]) for p in people) == [
        ("Lò Thị Ên", "0912345678"), ("Vì Văn Bình", None),
    ]  # fmt: skip


def test_a_file_is_taken_back_by_how_its_id_begins(
    run: Run, write_list: Callable[..., Path], people_list: Path
) -> None:
    first = run("people", "import", people_list, "--json").document["batches"]
    second = run("people", "import", write_list(BAD), "--json").document["batches"]
    listed = run("people", "batches", "--json").document
    assert [line["id"] for line in listed] == [*second, *first]
    assert [line["held"] for line in listed] == [1, 0]
    undone = run("people", "undo-import", second[0][:20])
    assert (undone.status, undone.out) == (0, "taken back: ds.csv (1 rows)\n")
    assert run("people", "held").out == ""
    assert run("people", "undo-import", second[0]).err.startswith("batch_undone: ")
    assert len(run("people", "list", "--json").document) == 4
    assert "taken back" in run("people", "batches").out


def test_what_depends_on_a_file_is_named_and_nothing_is_taken_back(
    run: Run, course: str, enrolled: list[dict[str, Any]]
) -> None:
    scanned = run(
        "checkin", course, "--session", "1", "--at", "2026-03-05T07:55:00",
        stdin=enrolled[0]["badge"] + "\n",
    )  # fmt: skip
    assert scanned.status == 0, scanned.err
    (batch,) = run("people", "batches", "--json").document
    refused = run("people", "undo-import", batch["id"])
    assert refused.status == 1
    assert refused.err.startswith("batch_in_use: ")
    assert "attendance  Lò Thị Hương  TH-01" in refused.err
    assert run("people", "list", "--json").document == enrolled


def test_a_row_is_left_out_and_waits_again(run: Run, write_list: Callable[..., Path]) -> None:
    run("people", "import", write_list(BAD), "--accept-repairs")
    (row,) = run("people", "held", "--json").document
    left_out = run("people", "held", "--discard", row["id"])
    assert (left_out.status, left_out.err) == (0, "")
    assert left_out.out == f"{row['id']}: discarded (people held --restore {row['id']})\n"
    assert run("people", "held", "--json").document == []
    assert run("people", "held", "--restore", row["id"][:25]).status == 0
    assert run("people", "held", "--json").document == [row]
    refused = run("people", "held", "--restore", row["id"], "--bring-in", row["id"])
    assert refused.status == 2
    assert run("people", "held", "--discard", "0000").err.startswith("unknown_row: ")


def test_repairs_nobody_accepted_hold_a_row_until_they_are_accepted(
    run: Run, write_list: Callable[..., Path]
) -> None:
    run("people", "import", write_list("Lò Thị Ên,1987,014 187 001 234,,Bản Púa,Mường É\n"))
    (row,) = run("people", "held", "--json").document
    assert row["state"] == "held"
    still = run("people", "held", "--bring-in", row["id"])
    assert (still.status, still.out) == (1, f"{row['id']}: held\n")
    came = run("people", "held", "--bring-in", row["id"], "--accept-repairs", "--json")
    assert (came.status, came.document) == (0, {"id": row["id"], "state": "added"})
    assert [p["name"] for p in run("people", "list", "--json").document] == ["Lò Thị Ên"]


def test_closing_a_course_hides_no_row_and_its_people_may_come_in_without_it(
    run: Run, course: str, write_list: Callable[..., Path]
) -> None:
    spaced = "Lò Thị Ên,1987,014 187 001 234,,Bản Púa,Mường É\n"
    run("people", "import", write_list(spaced), "--course", course)
    assert run("course", "close", course).status == 0
    (row,) = run("people", "held", "--json").document
    assert (row["course"], row["course_open"]) == (course, False)
    assert f"the course {course} is closed" in run("people", "held").out
    bring = ("people", "held", "--bring-in", row["id"], "--accept-repairs")
    refused = run(*bring)
    assert refused.status == 1 and refused.err.startswith("course_closed: ")
    assert run(*bring, "--without-course").out == f"{row['id']}: added\n"
    assert [p["name"] for p in run("people", "list", "--json").document] == ["Lò Thị Ên"]


def test_an_unknown_batch_is_refused(run: Run) -> None:
    refused = run("people", "undo-import", "0000")
    assert (refused.status, refused.err.split(":")[0]) == (1, "unknown_batch")


def test_hidden_sheets_are_read_when_asked_for(run: Run, tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    for title, name in (("DS", "Lò Thị Ên"), ("Cũ", "Vì Văn Bình")):
        sheet = book.create_sheet(title)
        sheet.append(["Họ và tên", "Năm sinh"])
        sheet.append([name, 1987])
        sheet.sheet_state = "visible" if title == "DS" else "hidden"
    book.remove(book["Sheet"])
    path = tmp_path / "ds.xlsx"
    book.save(path)
    assert run("people", "import", path, "--dry-run", "--json").document["read"] == 1
    told = run("people", "import", path, "--hidden-sheets", "--json").document
    assert told["read"] == told["added"] == 2


def test_the_code_of_a_commune_is_found_by_its_name(run: Run) -> None:
    assert run("places", "find", "muong", "e").out.split("\n")[1] == "03727  xã Mường É"
    found = run("places", "find", "bình thuận", "--json").document
    assert {"code": "03724", "commune": "xã Bình Thuận"} in found
    assert run("places", "find", "không có xã này").status == 1
