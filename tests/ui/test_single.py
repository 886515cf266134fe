"""A second window on a data file raises the first."""

import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot
from taphuan.ui.single import OneWindow

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from taphuan.ui.single import OneWindow
app = QCoreApplication([])
sys.exit(0 if OneWindow(Path(sys.argv[1])).claim() else 3)
"""


def start_second(data_file: Path) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, "-c", SECOND, str(data_file)])


def test_a_second_start_calls_the_first_and_goes(qtbot: QtBot, tmp_path: Path) -> None:
    first = OneWindow(tmp_path / "a.db")
    assert first.claim()
    first.listen()
    with qtbot.waitSignal(first.asked, timeout=20_000):
        second = start_second(tmp_path / "a.db")
    assert second.wait(20) == 3
    first.release()


def test_another_file_and_a_released_one_may_open(qtbot: QtBot, tmp_path: Path) -> None:
    first = OneWindow(tmp_path / "a.db")
    assert first.claim()
    assert start_second(tmp_path / "b.db").wait(20) == 0
    first.release()
    assert start_second(tmp_path / "a.db").wait(20) == 0
