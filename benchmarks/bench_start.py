"""How long the window takes: to its words and icons, and to the first page with its data."""

import compileall
import os
import subprocess
import sys
import sysconfig
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from .measured import Measured

_ROOT = Path(__file__).resolve().parent.parent
_ROUNDS, _SECONDS = 9, 60


def compile_everything() -> None:
    """Bytecode for the program and its libraries, as an installation has it; quick when done."""
    for folder in (_ROOT / "src", _ROOT / "benchmarks", Path(sysconfig.get_paths()["purelib"])):
        compileall.compile_dir(str(folder), quiet=2, workers=0)


def measure_start(folder: Path, files: dict[str, Path]) -> list[Measured]:
    """Time to the window painted, and to the first page of each file, beside a bare window.

    The programs run by turns, so that whatever else the machine does hits both alike.
    """
    floors: list[float] = []
    moments: dict[str, list[dict[str, float]]] = {name: [] for name in files}
    for _ in range(_ROUNDS):
        floors.append(_run(folder, ["-m", "benchmarks.bare_window"])["painted"])
        for name, path in files.items():
            moments[name].append(_run(folder, ["-m", "taphuan", "--data", str(path)]))
    floor = median(floors[1:])
    painted = median(m["painted"] for runs in moments.values() for m in runs[1:])
    found = [Measured("window painted with rail, words and icons", painted, floor, 1.5)]
    for name, runs in moments.items():
        data = median(m["data"] for m in runs[1:])
        found.append(Measured(f"first page with its data, {name}", data, floor, 4))
    return found


def _run(folder: Path, arguments: Sequence[str]) -> dict[str, float]:
    """Milliseconds from the start of a program to each moment it writes down."""
    log = folder / "moments.txt"
    log.unlink(missing_ok=True)
    variables = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    variables |= {"TAPHUAN_TIMELOG": str(log), "TAPHUAN_HOME": str(folder / "home")}
    if sys.platform.startswith("linux") and not os.environ.get("DISPLAY"):
        variables.setdefault("QT_QPA_PLATFORM", "offscreen")
    started = time.monotonic_ns()
    subprocess.run(
        [sys.executable, *arguments], cwd=_ROOT, env=variables, check=True, timeout=_SECONDS
    )
    lines = (line.split() for line in log.read_text(encoding="utf-8").splitlines())
    return {what: (int(moment) - started) / 1e6 for what, moment in lines}
