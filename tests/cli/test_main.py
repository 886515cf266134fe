"""The command line itself: options, help, exit statuses, what is loaded."""

import argparse
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from taphuan.cli.main import handler_named
from taphuan.cli.parser import build_parser

Run = Callable[..., Any]


def _handlers(parser: argparse.ArgumentParser) -> Iterator[str]:
    handler = parser.get_default("handler")
    if handler:
        yield handler
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from _handlers(command)


def test_every_command_has_its_function() -> None:
    handlers = list(_handlers(build_parser()))
    assert len(handlers) == len(set(handlers)) > 15
    assert all(callable(handler_named(handler)) for handler in handlers)


def _loaded_after(code: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print(' '.join(sys.modules))"],
        capture_output=True, text=True, check=True, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    return {name.partition(".")[0] for name in done.stdout.splitlines()[-1].split()}


def test_help_comes_without_loading_the_database() -> None:
    loaded = _loaded_after("from taphuan.cli.main import main; main(['--help'])")
    assert "argparse" in loaded
    assert not loaded & {"sqlalchemy", "sqlcipher3", "yaml", "pandas", "PySide6"}


def test_the_door_loads_nothing_that_only_papers_need(data_file: Path, course: str) -> None:
    words = ["--data", str(data_file), "checkin", course, "--session", "1"]
    loaded = _loaded_after(f"from taphuan.cli.main import main; assert main({words!r}) == 0")
    assert "sqlalchemy" in loaded
    assert not loaded & {"pandas", "reportlab", "openpyxl", "PIL", "xlsxwriter", "PySide6"}


def test_global_options_stand_before_or_after_the_command(
    run: Run, data_file: Path, course: str
) -> None:
    before = run("--json", "course", "show", course).document
    assert run("course", "show", course, "--json").document == before
    assert (
        run("course", "show", "--data", data_file, course, "--json", data=None).document == before
    )


def test_a_refusal_is_told_by_code_and_sentence(run: Run) -> None:
    refused = run("course", "show", "TH-99")
    assert refused.status == 1
    assert refused.out == ""
    assert refused.err.startswith("unknown_course: There is no course with the code TH-99.")


def test_sentences_come_in_vietnamese_when_asked_for(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TAPHUAN_LANG", "vi")
    assert "Không có khóa tập huấn nào mang mã TH-99." in run("course", "show", "TH-99").err


@pytest.mark.parametrize(
    "words",
    [
        ["nothing"],
        ["course"],
        ["course", "show"],
        ["checkin", "TH-01"],
        ["checkin", "TH-01", "--session", "one"],
        ["checkin", "TH-01", "--session", "1", "--at", "this morning"],
        ["assess", "TH-01", "--person", "Lò Thị Hương", "--skill", "dvc"],
        ["assess", "TH-01", "--person", "Lò Thị Hương", "--skill", "dvc", "--result", "great"],
        ["tally", "--from", "March"],
    ],
)
def test_wrong_usage_exits_with_2(run: Run, words: list[str]) -> None:
    wrong = run(*words)
    assert (wrong.status, wrong.out) == (2, "")
    assert "usage: taphuan" in wrong.err


def test_a_reader_that_stops_early_sees_no_traceback(data_file: Path, course: str) -> None:
    words = [sys.executable, "-m", "taphuan", "--data", str(data_file), "course", "list", "--json"]
    shell = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert shell.stdout is not None
    shell.stdout.close()
    _, said = shell.communicate()
    assert (shell.returncode, said) == (1, b"")
