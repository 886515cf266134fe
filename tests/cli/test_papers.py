"""Papers and tallies: which files are written, and what is refused before anything is done."""

import csv
import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from taphuan.cli.main import main

Run = Callable[..., Any]
People = list[dict[str, Any]]


@pytest.fixture(scope="module")
def closed_file(prepared: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The course, closed: one of four completed it. Made once."""
    folder = tmp_path_factory.mktemp("closed")
    path = Path(shutil.copy(prepared.with_people, folder / "closed.db"))
    badge = json.loads(prepared.listed)[0]["badge"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TAPHUAN_HOME", str(folder))
        for number, day in ((1, "05"), (2, "06")):
            patch.setattr("sys.stdin", io.StringIO(badge))
            at = ("--at", f"2026-03-{day}T07:50:00")
            assert (
                main(["--data", str(path), "checkin", "TH-01", "--session", str(number), *at]) == 0
            )
        for skill in ("dvc", "payment", "safety"):
            word = ("--person", badge, "--skill", skill, "--result", "pass")
            assert main(["--data", str(path), "assess", "TH-01", *word]) == 0
        assert main(["--data", str(path), "course", "close", "TH-01"]) == 0
    return path


@pytest.fixture
def closed(closed_file: Path, data_file: Path) -> str:
    """The code of the closed course."""
    shutil.copy(closed_file, data_file)
    return "TH-01"


@pytest.mark.parametrize(
    ("words", "name", "starts"),
    [
        (["badges", "TH-01"], "cards.pdf", b"%PDF"),
        (["roster", "TH-01"], "sheet.PDF", b"%PDF"),
        (["roster", "TH-01", "--session", "2"], "sheet.xlsx", b"PK"),
        (["attendance", "export", "TH-01"], "who.xlsx", b"PK"),
        (["attendance", "export", "TH-01"], "who.csv", b"\xef\xbb\xbf"),
        (["tally"], "tally.xlsx", b"PK"),
        (["tally", "--course", "TH-01"], "tally.pdf", b"%PDF"),
    ],
)
def test_a_paper_is_what_its_name_says(
    run: Run, enrolled: People, tmp_path: Path, words: list[str], name: str, starts: bytes
) -> None:
    path = tmp_path / name
    done = run(*words, "--out", path)
    assert done.status == 0, done.err
    assert path.read_bytes().startswith(starts)


def test_each_person_gets_a_picture_to_send(run: Run, enrolled: People, tmp_path: Path) -> None:
    folder = tmp_path / "thẻ"
    done = run("badges", "TH-01", "--png", "--out", folder, "--json")
    assert done.document["cards"] == 4
    names = sorted(path.name for path in folder.iterdir())
    assert names[0] == "001 Lo Thi Huong.png"
    assert len(names) == 4


@pytest.mark.parametrize(
    "words",
    [
        ["badges", "TH-01", "--out", "cards.docx"],
        ["roster", "TH-01", "--out", "sheet"],
        ["attendance", "export", "TH-01", "--out", "who.pdf"],
        ["certificates", "issue", "TH-01", "--out", "c.xlsx"],
        ["certificates", "register", "--year", "2026", "--out", "r.csv"],
        ["tally", "--out", "t.txt"],
    ],
)
def test_another_kind_of_file_is_refused(run: Run, closed: str, words: list[str]) -> None:
    refused = run(*words)
    assert refused.status == 1
    assert refused.err.startswith(f"bad_value: The value “{words[-1]}” is not valid")
    assert "--out" in refused.err


def test_certificates_into_a_folder_that_is_not_there_are_not_numbered(
    run: Run, closed: str, tmp_path: Path
) -> None:
    lost = run("certificates", "issue", closed, "--out", tmp_path / "no" / "c.pdf")
    assert lost.err.startswith("file_not_writable: ")
    register = run("certificates", "register", "--year", "2026", "--out", tmp_path / "r.xlsx")
    assert register.err.startswith("nothing_to_export: ")


def test_certificates_are_numbered_once_and_printed_again(
    run: Run, closed: str, tmp_path: Path
) -> None:
    words = ("certificates", "issue", closed, "--date", "2026-03-09", "--json")
    first = run(*words, "--out", tmp_path / "c.pdf").document
    again = run(*words, "--out", tmp_path / "again.pdf").document
    assert (first["issued"], first["already"]) == (1, 0)
    assert (again["issued"], again["already"]) == (0, 1)
    assert first["first"] == again["last"] == "001/GCN-SKHCN"
    register = run(
        "certificates", "register", "--year", "2026", "--out", tmp_path / "r.xlsx", "--json"
    )
    assert register.document["numbers"] == 1


def test_certificates_need_a_closed_course(run: Run, enrolled: People, tmp_path: Path) -> None:
    refused = run("certificates", "issue", "TH-01", "--out", tmp_path / "c.pdf")
    assert refused.err.startswith("course_not_closed: ")
    assert not (tmp_path / "c.pdf").exists()


def test_a_tally_counts_per_commune_with_a_total(run: Run, closed: str, tmp_path: Path) -> None:
    run("certificates", "issue", closed, "--date", "2026-03-09", "--out", tmp_path / "c.pdf")
    found = run("tally", "--course", closed, "--json", "--out", tmp_path / "t.xlsx").document
    assert found.keys() == {"rows", "total"}
    rows = {row["commune_code"]: row for row in found["rows"]}
    assert rows["03721"] == {
        "commune_code": "03721", "commune": "Thuận Châu", "enrolled": 2, "attended": 1, "turns": 2,
        "completed": 1, "certified": 1, "female": 1, "dtts": 2,
        "skills": {"dvc": 1, "shopping": 0, "payment": 1, "safety": 1, "platforms": 0},
        "all_five": 0, "hamlets": 1,
    }  # fmt: skip
    assert rows["03727"]["enrolled"] == 2
    assert (found["total"]["enrolled"], found["total"]["turns"]) == (4, 2)
    assert (tmp_path / "t.xlsx").exists()


def test_a_dash_gives_csv_on_standard_output(run: Run, closed: str) -> None:
    text = run("tally", "--out", "-").out
    head, *rows = csv.reader(io.StringIO(text))
    assert head[:3] == ["Mã xã", "Xã, phường", "Đăng ký"]
    assert [row[:3] for row in rows] == [
        ["03727", "Mường É", "2"], ["03721", "Thuận Châu", "2"], ["", "Cộng", "4"],
    ]  # fmt: skip


def test_a_period_counts_the_courses_that_end_in_it(run: Run, closed: str) -> None:
    def enrolled_in(*period: str) -> int:
        count: int = run("tally", *period, "--json").document["total"]["enrolled"]
        return count

    assert enrolled_in("--from", "2026-03-06", "--to", "2026-03-06") == 4
    assert enrolled_in("--to", "2026-03-05") == 0
    assert enrolled_in("--from", "2026-03-07") == 0


def test_papers_of_an_empty_course_are_refused(run: Run, course: str, tmp_path: Path) -> None:
    for words in (["badges", course], ["roster", course]):
        refused = run(*words, "--out", tmp_path / "x.pdf")
        assert refused.err.startswith("nothing_to_export: ")
    assert not (tmp_path / "x.pdf").exists()
