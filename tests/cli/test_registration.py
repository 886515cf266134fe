"""`form`: an Excel for a commune, for several, and who has sent."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from taphuan.importing.form_stamp import read_stamp
from taphuan.importing.read import read_file
from taphuan.models.form_stamp import LIST_SHEET

Run = Callable[..., Any]


def test_a_form_is_written_and_it_is_remembered_who_was_asked(
    run: Run, course: str, tmp_path: Path
) -> None:
    out = tmp_path / "phieu.xlsx"
    words = ("--course", course, "--quota", "5", "--deadline", "2026-02-27")
    made = run("form", "--commune", "03721", "--out", out, *words, "--json")
    assert made.status == 0, made.err
    (form,) = made.document["forms"]
    assert (form["commune"], form["quota"], form["blank_rows"]) == (
        "xã Thuận Châu, tỉnh Sơn La",
        5,
        5,
    )
    stamp = read_stamp(read_file(out))
    assert stamp is not None
    assert (str(stamp.form_id), stamp.course_code) == (form["form"], course)
    (line,) = run("form", "list", "--course", course, "--json").document["forms"]
    assert (line["commune_code"], line["state"], line["received"]) == ("03721", "late", 0)
    assert (line["missing"], line["days_late"] > 0) == (5, True)


def test_a_commune_may_be_named_and_asked_for_no_course(
    run: Run, course: str, tmp_path: Path
) -> None:
    out = tmp_path / "phieu.xlsx"
    done = run("form", "--commune", "xã Mường É", "--out", out)
    assert (done.status, "xã Mường É" in done.out) == (0, True)
    stamp = read_stamp(read_file(out))
    assert stamp is not None
    assert (stamp.commune_code, stamp.course_code) == ("03727", "")


def test_several_communes_and_then_all_go_into_a_folder(
    run: Run, course: str, tmp_path: Path
) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    both = ("--commune", "03721", "--commune", "03727")
    assert run("form", *both, "--course", course, "--out", first).status == 0
    done = run("form", "--all", "--course", course, "--quota", "4", "--out", second, "--json")
    assert [form["quota"] for form in done.document["forms"]] == [4, 4]
    names = ["TH-01 Phiếu đăng ký xã Mường É.xlsx", "TH-01 Phiếu đăng ký xã Thuận Châu.xlsx"]
    for folder in (first, second):
        assert sorted(path.name for path in folder.iterdir()) == names


def test_the_list_says_who_is_short_and_who_has_sent(
    run: Run, enrolled: Any, tmp_path: Path
) -> None:
    out = ("--course", "TH-01", "--out", tmp_path / "f.xlsx")
    run("form", "--commune", "03721", *out, "--quota", "2")
    run("form", "--commune", "03727", *out, "--quota", "3")
    listed = run("form", "list", "--course", "TH-01").out.splitlines()
    assert listed[0].split() == [
        "code", "commune", "quota", "received", "held", "sent", "deadline", "state",
    ]  # fmt: skip
    assert listed[1].startswith("03727") and listed[1].endswith("short 1")
    assert listed[2].startswith("03721") and listed[2].endswith("sent")


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (["--commune", "03721"], "form needs --out"),
        (["--out", "f.xlsx"], "form needs --commune"),
        (["--all", "--out", "f"], "form --all needs --course"),
        (
            ["--all", "--commune", "03721", "--course", "TH-01", "--out", "f"],
            "form needs --commune",
        ),
    ],
)
def test_wrong_usage_is_told(run: Run, words: list[str], problem: str) -> None:
    told = run("form", *words)
    assert told.status == 2
    assert problem in told.err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--commune", "99999"], "unknown_commune"),
        (["--commune", "Không Đâu"], "unknown_commune"),
        (["--commune", "Bình Minh"], "ambiguous_commune"),
        (["--commune", "03721", "--quota", "0"], "bad_value"),
        (["--commune", "03721", "--blank-rows", "501"], "bad_value"),
        (["--commune", "03721", "--course", "TH-99"], "unknown_course"),
        (["--all", "--course", "TH-01"], "no_lists_asked"),
    ],
)
def test_a_refusal_is_told_in_both_languages_and_writes_nothing(
    run: Run, course: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str],
    code: str,
) -> None:  # fmt: skip
    told = set()
    for language in ("en", "vi"):
        monkeypatch.setenv("TAPHUAN_LANG", language)
        out = tmp_path / ("f" if "--all" in words else "f.xlsx")
        refused = run("form", *words, "--out", out)
        assert refused.status == 1
        assert refused.err.startswith(f"{code}: ")
        assert "…" not in refused.err
        assert not out.exists()
        told.add(refused.err)
    assert len(told) == 2
    assert run("form", "list", "--course", course, "--json").document["forms"] == []


def test_another_kind_of_file_is_refused(run: Run, course: str, tmp_path: Path) -> None:
    refused = run("form", "--commune", "03721", "--out", tmp_path / "f.pdf")
    assert refused.err.startswith("bad_value: ")
    assert "--out" in refused.err


def test_a_form_that_comes_back_goes_to_its_course_without_being_told(
    run: Run, course: str, tmp_path: Path
) -> None:
    out = tmp_path / "phieu.xlsx"
    run("form", "--commune", "03721", "--course", course, "--quota", "2", "--out", out)
    book = load_workbook(out)
    sheet = book[LIST_SHEET]
    row = next(r for r in range(1, 40) if sheet.cell(r, 1).value == "STT") + 1
    sheet.cell(row, 2).value, sheet.cell(row, 3).value = "Lò Thị Ên", "05/03/1990"
    book.save(out)
    done = run("people", "import", out, "--json")
    assert (done.document["added"], done.document["held"]) == (1, 0), done.document
    (line,) = run("form", "list", "--course", course, "--json").document["forms"]
    assert line["received"] == 1
