import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent


def load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("dev", ROOT / "dev.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


dev = load()


def test_what_follows_the_command_goes_on_as_written() -> None:
    assert dev.parse(["test", "-k", "name or place", "--maxfail=1"]) == (
        "test",
        ["-k", "name or place", "--maxfail=1"],
    )
    assert dev.parse(["run", "--data", "x.db", "--help"])[1] == ["--data", "x.db", "--help"]


def test_an_unknown_command_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        dev.parse(["tset"])
    assert stopped.value.code == 2
    assert "tset" in capsys.readouterr().err


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        dev.parse(["--help"])
    shown = capsys.readouterr().out
    assert all(name in shown for name in dev.COMMANDS)


@pytest.mark.parametrize(
    ("base", "platform", "expected"),
    [
        ({}, "linux", "offscreen"),
        ({"DISPLAY": ":0"}, "linux", None),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", None),
        ({"QT_QPA_PLATFORM": "minimal"}, "linux", "minimal"),
        ({}, "win32", None),
    ],
)
def test_without_a_display_qt_draws_off_screen(
    base: dict[str, str], platform: str, expected: str | None
) -> None:
    assert dev.environment(base, platform).get("QT_QPA_PLATFORM") == expected


def test_programs_see_utf8_and_no_other_environment() -> None:
    seen = dev.environment({"VIRTUAL_ENV": "/elsewhere", "PATH": "/bin"}, "linux")
    assert seen["PYTHONUTF8"] == "1"
    assert seen["PATH"] == "/bin"
    assert "VIRTUAL_ENV" not in seen


def test_programs_lie_where_the_system_puts_them() -> None:
    venv = Path("v")
    assert dev.program("taphuan", venv, windows=False) == Path("v/bin/taphuan")
    assert dev.program("taphuan", venv, windows=True) == Path("v/Scripts/taphuan.exe")


def test_the_environment_is_made_again_when_the_lock_or_python_changes(tmp_path: Path) -> None:
    for name in ("uv.lock", "pyproject.toml", "setup.py"):
        (tmp_path / name).write_text("one")
    before = dev.fingerprint(tmp_path, "3.11")
    assert dev.fingerprint(tmp_path, "3.11") == before
    assert dev.fingerprint(tmp_path, "3.12") != before
    (tmp_path / "uv.lock").write_text("two")
    assert dev.fingerprint(tmp_path, "3.11") != before


@pytest.mark.parametrize(
    ("answer", "usable"),
    [("uv 0.13.9 (abc 2026-11-01)", True), ("uv 0.9.0", True), ("uv 0.8.24", False), ("", False)],
)
def test_an_old_uv_is_not_used(answer: str, usable: bool) -> None:
    assert (dev.uv_version(answer) >= dev.UV_NEEDED) is usable


def test_the_pinned_uv_is_new_enough() -> None:
    assert dev.uv_version(f"uv {dev.UV_PINNED}") >= dev.UV_NEEDED


def test_a_lock_file_that_does_not_fit_is_told_from_another_index() -> None:
    answer = "error: The lockfile at `uv.lock` needs to be updated, but `--locked` was provided."
    assert dev.is_stale(answer, {})
    assert not dev.is_stale(answer, {"UV_DEFAULT_INDEX": "file:///media/packages"})
    assert not dev.is_stale("error: Failed to fetch", {})


def test_libraries_that_are_missing_are_named_once() -> None:
    answer = """/x/libqxcb.so:
\tlibxcb-icccm.so.4 => not found
\tlibc.so.6 => /lib/libc.so.6 (0x1)
/x/libqoffscreen.so:
\tlibxcb-icccm.so.4 => not found
\tlibEGL.so.1 => not found
"""
    assert dev.missing_libraries(answer) == ["libEGL.so.1", "libxcb-icccm.so.4"]


@pytest.mark.parametrize(
    ("given", "started"),
    [
        ([], ["-n", "2"]),
        (["-k", "tally"], ["-n", "2", "-k", "tally"]),
        (["-n0"], ["-n0"]),
        (["--pdb", "tests/cli"], ["--pdb", "tests/cli"]),
    ],
)
def test_tests_run_in_two_processes_unless_asked_otherwise(
    given: list[str], started: list[str]
) -> None:
    assert dev.pytest_arguments(given) == started


def test_dev_needs_the_standard_library_only() -> None:
    names = re.findall(r"^(?:import|from) (\w+)", (ROOT / "dev.py").read_text("utf-8"), re.M)
    assert names
    assert set(names) <= sys.stdlib_module_names


def test_dev_and_the_project_need_the_same_python() -> None:
    wanted = re.search(r'requires-python = ">=([\d.]+)"', (ROOT / "pyproject.toml").read_text())
    assert wanted and wanted[1] == ".".join(map(str, dev.PYTHON_NEEDED))
