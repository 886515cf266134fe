"""Lists in, people out."""

import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from taphuan.db.database import Database
from taphuan.models.program import AuditEntry

Run = Callable[..., Any]


def test_people_are_told_in_full_by_json(enrolled: list[dict[str, Any]]) -> None:
    assert [person["name"] for person in enrolled] == [
        "Lò Thị Hương", "Quàng Văn Ín", "Quàng Văn Ín", "Giàng A Páo",
    ]  # fmt: skip
    badge = enrolled[0].pop("badge")
    assert len(badge) == 16 and badge.isdigit()
    assert enrolled[0] == {
        "name": "Lò Thị Hương",
        "gender": "Nữ",
        "dob": "1990-08-15",
        "year": 1990,
        "ethnic": "Thái",
        "cccd": "014190000011",
        "phone": "0912000001",
        "hamlet": "Bản Púa",
        "commune_code": "03721",
        "commune": "Thuận Châu",
        "role": "Tổ trưởng",
    }
    assert {(p["dob"], p["year"]) for p in enrolled if p["name"] == "Quàng Văn Ín"} == {
        ("1985-09-02", 1985),
        (None, 1971),
    }


def test_the_list_of_everybody_has_the_role_of_the_latest_enrolment(
    run: Run, enrolled: list[dict[str, Any]]
) -> None:
    everybody = run("people", "list", "--json").document
    assert next((p["name"], p["role"]) for p in everybody) == ("Lò Thị Hương", "Tổ trưởng")
    assert everybody == enrolled


def test_plain_text_masks_identity_numbers(run: Run, enrolled: list[dict[str, Any]]) -> None:
    for words in (["list"], ["list", "--course", "TH-01"], ["find", "huong"]):
        text = run("people", *words).out
        assert "••••••••0011" in text
        assert "014190000011" not in text


def test_showing_identity_numbers_is_recorded(
    run: Run, enrolled: list[dict[str, Any]], data_file: Path
) -> None:
    run("people", "find", "huong", "--json", "--operator", "Lò Thị Én")
    run("people", "find", "huong")
    database = Database(data_file)
    entries = database.read(
        lambda s: s.execute(
            select(AuditEntry.action, AuditEntry.subject, AuditEntry.operator)
        ).all()
    )
    database.close()
    assert [tuple(e)[:2] for e in entries[:1]] == [("identity_shown", "people list --course TH-01")]
    assert [tuple(e) for e in entries[1:]] == [("identity_shown", "people find", "Lò Thị Én")]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("huong lo", ["Lò Thị Hương"]),
        ("quàng", ["Quàng Văn Ín", "Quàng Văn Ín"]),
        ("0912000004", ["Giàng A Páo"]),
        ("0014", ["Giàng A Páo"]),
        ("nobody", []),
    ],
)
def test_people_are_found_by_what_is_known_of_them(
    run: Run, enrolled: list[dict[str, Any]], typed: str, found: list[str]
) -> None:
    answer = run("people", "find", *typed.split(), "--json")
    assert answer.status == 0
    assert [person["name"] for person in answer.document] == found


def test_a_dry_run_tells_the_same_and_writes_nothing(
    run: Run, course: str, people_list: Path
) -> None:
    words = ("people", "import", people_list, people_list, "--course", course, "--json")
    rehearsed = run(*words, "--dry-run").document
    assert rehearsed["dry_run"] is True
    assert run("people", "list", "--json").document == []
    real = run(*words).document
    for key in ("read", "added", "matched", "held", "findings"):
        assert rehearsed[key] == real[key]
    assert (real["read"], real["added"], real["matched"]) == (8, 4, 4)


def test_the_same_list_again_adds_nobody(
    run: Run, course: str, enrolled: list[dict[str, Any]], people_list: Path
) -> None:
    again = run("people", "import", people_list, "--course", course, "--json").document
    assert (again["read"], again["added"], again["matched"], again["held"]) == (4, 0, 4, 0)
    assert again["files"][0]["seen_before"] is not None
    assert run("people", "list", "--course", course, "--json").document == enrolled


def test_findings_name_their_cell_and_no_identity_number(
    run: Run, course: str, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(
        "Họ và tên,Năm sinh,Giới tính,CCCD,Số điện thoại,Xã\n"
        "LÒ THỊ  ÊN,1990,Nữ,14190000011,912000001,Thuận Châu\n",
        encoding="utf-8",
    )
    report = run("people", "import", path, "--accept-repairs", "--json")
    assert report.status == 0, report.err
    findings = {finding["kind"]: finding for finding in report.document["findings"]}
    zero = findings["phone_zero"]
    assert (zero["row"], zero["column"], zero["file"]) == (2, "Số điện thoại", "list.csv")
    assert (zero["before"], zero["after"]) == ("912000001", "0912000001")
    assert "4190000011" not in report.out
    person = run("people", "list", "--json").document[0]
    assert (person["name"], person["phone"]) == ("Lò Thị Ên", "0912000001")


def test_names_are_kept_composed(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    text = "Họ và tên,Năm sinh\nNguyễn Thị Thưởng,1990\n"
    path.write_text(unicodedata.normalize("NFD", text), encoding="utf-8")
    assert run("people", "import", path).status == 0
    person = run("people", "list", "--json").document[0]
    assert person["name"] == "Nguyễn Thị Thưởng"
    assert (person["commune_code"], person["commune"]) == (None, None)


def test_a_refused_file_is_named_and_the_others_come_in(
    run: Run, course: str, people_list: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 nothing more")
    report = run("people", "import", broken, people_list, "--course", course, "--json")
    assert report.status == 1
    assert report.err.startswith(f"file_unreadable: {broken}: ")
    assert report.document["added"] == 4
    assert [f["error"] for f in report.document["files"]] == ["file_unreadable", None]


@pytest.mark.parametrize(
    ("content", "code"),
    [("", "file_empty"), ("Họ và tên,Năm sinh\n", "file_empty"), ("a,b\n1,2\n", "no_table_found")],
)
def test_an_import_that_reads_nothing_exits_with_1(
    run: Run, tmp_path: Path, content: str, code: str
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(content, encoding="utf-8")
    report = run("people", "import", path, "--json")
    assert report.status == 1
    assert report.err.startswith(f"{code}: ")
    assert report.document["read"] == 0


@pytest.mark.parametrize(
    ("more", "code"),
    [
        (("--course", "TH-99"), "unknown_course"),
        (("--commune", "99999"), "unknown_commune"),
    ],
)
def test_what_is_wrong_for_every_file_is_told_once(
    run: Run, people_list: Path, more: tuple[str, ...], code: str
) -> None:
    refused = run("people", "import", people_list, people_list, *more)
    assert (refused.status, refused.out) == (1, "")
    assert refused.err.count(code) == 1


def test_a_repair_is_told_as_taken_or_refused(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(
        "Họ và tên,Năm sinh,Giới tính,CCCD\nLÒ VĂN PHÚ,1990,Nam,14090000011\n", encoding="utf-8"
    )
    words = ("people", "import", path, "--dry-run")

    def told(*more: str) -> dict[str, tuple[bool, bool]]:
        findings = run(*words, *more, "--json").document["findings"]
        return {f["kind"]: (f["applied"], f["open"]) for f in findings if f["severity"] == "repair"}

    assert told() == {"name_case": (False, False), "identity_zero": (False, True)}
    assert told("--accept-repairs") == {"name_case": (True, False), "identity_zero": (True, False)}

    def done(text: str) -> dict[str, str]:
        lines = [line.split() for line in text.splitlines() if "repair " in line]
        return {kind: line[-1] for line in lines for kind in ("name_case", "identity_zero")
                if kind in line}  # fmt: skip

    plain, accepted = run(*words).out, run(*words, "--accept-repairs").out
    assert done(plain) == {"name_case": "refused", "identity_zero": "open"}
    assert done(accepted) == {"name_case": "yes", "identity_zero": "yes"}
    assert "Repairs not taken: 2. To take them, import with --accept-repairs." in plain
    assert "Repairs not taken" not in accepted
    brought = run("people", "import", path).out
    assert "Repairs not taken: 2. To take them, take the file back (people undo-import)" in brought


def test_two_files_of_one_name_are_told_apart(run: Run, tmp_path: Path) -> None:
    paths = [tmp_path / folder / "ds.csv" for folder in ("Mường É", "Thuận Châu")]
    for number, path in enumerate(paths):
        path.parent.mkdir()
        rows = f"Lò Văn Phú,1990,014090000011\nCà Thị {'ABC'[number]}n,198{number},\n"
        path.write_text(f"Họ và tên,Năm sinh,CCCD\n{rows}", encoding="utf-8")
    found = run("people", "import", *paths, "--json").document["findings"]
    (twice,) = (f["after"] for f in found if f["kind"] == "duplicate_in_file")
    assert twice.startswith("Mường É/ds.csv!")


def test_a_row_left_out_is_told_when_its_file_comes_again(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Họ và tên,Năm sinh,Xã\nLò Văn Phú,1990,Xã Không Có\n", encoding="utf-8")
    run("people", "import", path)
    (row,) = run("people", "held", "--json").document
    assert run("people", "held", "--discard", row["id"]).status == 0
    again = run("people", "import", path).out
    assert "held 0, discarded 1" in again
    assert "left out, as when it came before" in again and "row 2, Lò Văn Phú" in again
