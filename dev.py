#!/usr/bin/env python3
"""The one door to the project: python3 dev.py demo | run | test | check | bench | screenshots.

Needs Python 3.11 or newer and pip, nothing else: what a command needs is brought first - uv, the
locked environment in .venv, on Debian and Ubuntu the system libraries of Qt. Further arguments
go on to the program, to pytest, and so on. Standard library only.
"""

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
TOOLS = ROOT / ".uv"
STAMP = VENV / ".made-by-dev"
WINDOWS = os.name == "nt"

PYTHON_NEEDED = (3, 11)
UV_PINNED = "0.13.9"
UV_NEEDED = (0, 9)
"""The oldest uv that reads this lock file."""

QT_PACKAGES = (
    "fontconfig fonts-dejavu-core libdbus-1-3 libegl1 libfontconfig1 libgl1 libglib2.0-0 "
    "libgssapi-krb5-2 libpipewire-0.3-0 libpulse0 libva-drm2 libva-x11-2 libva2 "
    "libwayland-client0 libwayland-cursor0 libwayland-egl1 libx11-xcb1 libxcb-cursor0 "
    "libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 "
    "libxcb-sync1 libxcb-xfixes0 libxcb-xkb1 libxext6 libxkbcommon-x11-0 libxkbcommon0 libxrandr2"
)
QT_OFF_SCREEN = (
    "lib/libQt6Gui.so.6",
    "lib/libQt6Network.so.6",
    "lib/libQt6Widgets.so.6",
    "plugins/platforms/libqoffscreen.so",
)
"""Below PySide6/Qt: what tests and pictures load."""
QT_ON_SCREEN = (*QT_OFF_SCREEN, "lib/libQt6Multimedia.so.6", "plugins/platforms/libqxcb.so")
"""What a window on a display loads, with its sounds."""


class SetupError(Exception):
    """A step that did not work; the text says what to do."""


def say(text: str) -> None:
    print(f"dev.py: {text}", file=sys.stderr, flush=True)


# What is where


def program(name: str, venv: Path = VENV, windows: bool = WINDOWS) -> Path:
    """A program of an environment: .venv/bin/NAME, on Windows .venv/Scripts/NAME.exe."""
    return venv / "Scripts" / f"{name}.exe" if windows else venv / "bin" / name


def has_display(variables: Mapping[str, str]) -> bool:
    """On Linux: whether there is a screen to open a window on."""
    return bool(variables.get("DISPLAY") or variables.get("WAYLAND_DISPLAY"))


def environment(base: Mapping[str, str], platform: str = sys.platform) -> dict[str, str]:
    """The variables for everything that is started; without a display Qt draws off screen."""
    # Bytecode is kept: without it each start of the program would compile its libraries anew.
    unwanted = ("VIRTUAL_ENV", "PYTHONHOME", "PYTHONDONTWRITEBYTECODE")
    result = {key: value for key, value in base.items() if key not in unwanted}
    result["PYTHONUTF8"] = "1"
    result["UV_COMPILE_BYTECODE"] = "1"
    result.setdefault("PIP_ROOT_USER_ACTION", "ignore")  # what pip brings stays in this folder
    if platform.startswith("linux") and not has_display(base):
        result.setdefault("QT_QPA_PLATFORM", "offscreen")
    return result


def fingerprint(root: Path, python: str) -> str:
    """What the environment was made of: it is made again when this changes."""
    digest = hashlib.sha256(python.encode())
    for name in ("uv.lock", "pyproject.toml", "setup.py"):
        digest.update((root / name).read_bytes())
    return digest.hexdigest()


def call(*command: object, quiet: bool = False) -> int:
    """Run a command in the root and return its exit code."""
    words = [str(word) for word in command]
    output = subprocess.DEVNULL if quiet else None
    return subprocess.call(
        words, cwd=ROOT, env=environment(os.environ), stdout=output, stderr=output
    )


# uv and the locked environment


def uv_version(text: str) -> tuple[int, ...]:
    """The numbers in "uv 0.13.9 (...)"; empty when there are none."""
    found = re.search(r"\d+(\.\d+)+", text)
    return tuple(map(int, found[0].split("."))) if found else ()


def usable_uv(path: Path | str | None) -> bool:
    if path is None:
        return False
    try:
        answer = subprocess.run([path, "--version"], capture_output=True, text=True, check=False)
    except OSError:
        return False
    return answer.returncode == 0 and uv_version(answer.stdout) >= UV_NEEDED


def own_uv() -> Path | None:
    """The uv that was brought into .uv, or None."""
    name = "uv.exe" if WINDOWS else "uv"
    return next((TOOLS / folder / name for folder in ("bin", "Scripts") if
                 (TOOLS / folder / name).exists()), None)  # fmt: skip


def make_tools_folder() -> None:
    """The folder for what dev.py itself needs; git does not see it."""
    TOOLS.mkdir(exist_ok=True)
    (TOOLS / ".gitignore").write_text("*\n", encoding="utf-8")


def bring_uv() -> Path | str:
    """A usable uv: the one on PATH, the one in .uv, or one that pip puts there."""
    for found in (shutil.which("uv"), own_uv()):
        if found and usable_uv(found):
            return found
    say(f"fetching uv {UV_PINNED} into {TOOLS.name}/ (once)")
    shutil.rmtree(TOOLS, ignore_errors=True)
    make_tools_folder()
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    code = call(*pip, "--target", TOOLS, "--no-deps", f"uv=={UV_PINNED}")
    brought = own_uv()
    if code or not usable_uv(brought) or brought is None:
        raise SetupError("pip could not bring uv. Is pip installed, and the network reachable?")
    return brought


def make_venv() -> None:
    """Make .venv as the lock file says; nothing when it is so already."""
    wanted = fingerprint(ROOT, sys.version)
    if STAMP.exists() and STAMP.read_text("utf-8") == wanted and program("python").exists():
        return
    uv = bring_uv()
    say("bringing the locked environment into .venv (the first time takes some minutes)")
    os.environ.setdefault("UV_PYTHON_DOWNLOADS", "never")
    os.environ["UV_PROJECT_ENVIRONMENT"] = str(VENV)
    sync(uv)
    STAMP.write_text(wanted, encoding="utf-8")


def sync(uv: Path | str) -> None:
    command = [str(uv), "sync", "--locked", "--quiet", "--python", sys.executable]
    variables = environment(os.environ)
    answer = subprocess.run(
        command, cwd=ROOT, env=variables, stderr=subprocess.PIPE, encoding="utf-8", check=False
    )
    sys.stderr.write(answer.stderr)
    if answer.returncode and is_stale(answer.stderr, variables):
        raise SetupError("uv.lock does not fit pyproject.toml; run `uv lock`")
    if answer.returncode:
        fill_with_pip(uv)


def is_stale(answer: str, variables: Mapping[str, str]) -> bool:
    """Whether the lock file itself is out of date; with another index uv says so of any."""
    elsewhere = any(key.startswith("UV_") and "INDEX" in key for key in variables)
    return "needs to be updated" in answer and not elsewhere


def fill_with_pip(uv: Path | str) -> None:
    """The same locked files through pip, for machines whose pip alone knows the way to them."""
    say("uv could not finish; trying the same files with pip")
    make_tools_folder()
    listed = TOOLS / "locked.txt"
    lock = (uv, "export", "--frozen", "--quiet", "--no-emit-project", "--output-file", listed)
    into = (sys.executable, "-m", "pip", "--python", VENV, "install", "--quiet")
    steps = (
        lock,
        (uv, "venv", "--quiet", "--clear", "--python", sys.executable, VENV),
        (*into, "--require-hashes", "--requirement", listed),
        (*into, "--no-deps", "--editable", ROOT),
    )
    for command in steps:
        if call(*command):
            raise SetupError("the environment could not be made; the lines above say why")


# The system libraries of Qt, on Debian and Ubuntu


def missing_libraries(ldd_output: str) -> list[str]:
    """The libraries that ldd did not find, each once, in order."""
    return sorted(set(re.findall(r"^\s*(\S+) => not found", ldd_output, re.MULTILINE)))


def qt_is_missing(wanted: Sequence[str]) -> list[str]:
    """Libraries that these parts of Qt ask for and this machine lacks."""
    folder = next(VENV.glob("lib/python*/site-packages/PySide6/Qt"), None)
    if folder is None or not shutil.which("ldd"):
        return []
    files = [str(folder / name) for name in wanted if (folder / name).exists()]
    answer = subprocess.run(["ldd", *files], capture_output=True, text=True, check=False)
    return missing_libraries(answer.stdout)


def has_fonts() -> bool:
    """Whether the system has any font: Qt draws boxes without one."""
    folders = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".fonts")
    return any(next(folder.rglob("*.[to]tf"), None) for folder in folders)


def bring_qt_libraries() -> None:
    """Install what Qt needs when root; otherwise print the command, and stop if it is needed."""
    seen = VENV / ".qt-libraries-found"
    if not sys.platform.startswith("linux") or seen.exists():
        return
    missing = qt_is_missing(QT_ON_SCREEN)
    if missing or not has_fonts():
        install_packages(missing)
    missing = qt_is_missing(QT_ON_SCREEN if has_display(os.environ) else QT_OFF_SCREEN)
    if missing:
        raise SetupError(f"Qt does not find {', '.join(missing)}")
    seen.touch()


def install_packages(missing: Sequence[str]) -> None:
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *QT_PACKAGES.split()]
    if not shutil.which("apt-get"):
        say(f"not Debian: please install what has {', '.join(missing) or 'a font'}")
    elif os.geteuid() != 0:
        say(f"Qt needs system libraries. Please run:\n\n  sudo {' '.join(command)}\n")
    else:
        say("installing the system libraries of Qt (once)")
        os.environ["DEBIAN_FRONTEND"] = "noninteractive"
        call("apt-get", "update", "--quiet=2")
        if call(*command, "--quiet=2", quiet=True):
            call(*command)  # once more, to be seen


# The commands


def module(name: str, *arguments: str) -> int:
    return call(program("python"), "-m", name, *arguments)


def demo(rest: Sequence[str]) -> int:
    return module("benchmarks.demo", *rest)


def run(rest: Sequence[str]) -> int:
    return call(program("taphuan"), *rest)


def pytest_arguments(rest: Sequence[str]) -> list[str]:
    """Two processes, unless the arguments choose, or want to see one test closely."""
    alone = ("-n", "--numprocesses", "--pdb", "--trace", "-p", "--collect-only", "--co")
    chosen = any(word.startswith(alone) for word in rest)
    return list(rest) if chosen else ["-n", "2", *rest]


def test(rest: Sequence[str]) -> int:
    return module("pytest", *pytest_arguments(rest))


def check(rest: Sequence[str]) -> int:
    """Form, lint, types, import directions: all of them run, also after one has failed."""
    steps = (
        ("ruff", "format", "--check", "."),
        ("ruff", "check", "."),
        ("mypy", "--strict", "src"),
        ("lint-imports",),
    )
    failed = [" ".join(words) for words in steps if step(*words, *rest)]
    print(f"check: {'failed: ' + ', '.join(failed) if failed else 'all good'}", flush=True)
    return 1 if failed else 0


def step(*words: str) -> int:
    print(f"\n$ {' '.join(words)}", flush=True)
    return call(program(words[0]), *words[1:])


def bench(rest: Sequence[str]) -> int:
    return module("benchmarks.bench", *rest)


def screenshots(rest: Sequence[str]) -> int:
    return module("benchmarks.screenshots", *rest)


def odd_workbooks(rest: Sequence[str]) -> int:
    return module("benchmarks.odd_workbooks", *rest)


COMMANDS: dict[str, tuple[Callable[[Sequence[str]], int], str]] = {
    "demo": (demo, "a whole course with invented people, into demo/; then the window on it"),
    "run": (run, "the program: the window, or a command of the shell"),
    "test": (test, "the tests; further arguments go to pytest"),
    "check": (check, "form, lint, types, import directions"),
    "bench": (bench, "how fast it is, beside a floor measured in the same run"),
    "screenshots": (screenshots, "every page and dialog, light and dark"),
    "odd-workbooks": (odd_workbooks, "odd files of public readers' tests, read as lists"),
}


def parse(arguments: Sequence[str]) -> tuple[str, list[str]]:
    """The command, and everything after it as it was written."""
    lines = [f"  {name:<14} {text}" for name, (_, text) in COMMANDS.items()]
    parser = argparse.ArgumentParser(
        prog="dev.py",
        description=(__doc__ or "").split("\n\n")[0],
        epilog="\n".join(["commands:", *lines]),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=COMMANDS, metavar="COMMAND")
    chosen = parser.parse_args(arguments[:1])
    return chosen.command, list(arguments[1:])


def prepare(command: str) -> None:
    make_venv()
    if command != "check":
        bring_qt_libraries()


def main(arguments: Sequence[str]) -> int:
    command, rest = parse(arguments)
    if sys.version_info < PYTHON_NEEDED:
        say(f"needs Python {'.'.join(map(str, PYTHON_NEEDED))} or newer; this is {sys.version}")
        return 1
    start = time.monotonic()
    try:
        prepare(command)
        if time.monotonic() - start > 5:
            say(f"ready after {time.monotonic() - start:.0f} s")
        return COMMANDS[command][0](rest)
    except SetupError as failure:
        say(str(failure))
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
