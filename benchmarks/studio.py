"""The program as a model sits for a picture: on a copy of the demo, at a moment that stands still.

Nothing is waited for by time: a picture is taken when no job is under way and no event waits.
"""

import os
import random
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QEventLoop,
    QMessageLogContext,
    QSettings,
    QSize,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication, QWidget
from sqlalchemy.orm import Session
from taphuan.app import Program
from taphuan.db.backup import daily_backup
from taphuan.machine import rename_operator
from taphuan.models.clock import from_local
from taphuan.ui.i18n import Language
from taphuan.ui.theme import ThemeChoice

T = TypeVar("T")
NOW = datetime(2026, 4, 2, 9, 10)
"""The moment of the pictures, in Vietnamese civil time: the demo's second course is under way."""

OPERATOR = "Lường Thị Thu Hà"
_QUIET_ROUNDS = 3


class Sitting(Program):
    """The program without its questions at the start and without backups of its own."""

    def _ask_operator(self) -> bool:
        return True

    def _daily_backup(self) -> None:
        """One was made before the window opened."""


class Studio:
    """One window, in one theme and size, and what is needed to take pictures of it."""

    def __init__(
        self, demo: Path, folder: Path, out: Path, theme: ThemeChoice, language: Language
    ) -> None:
        data_file = Path(shutil.copy(demo / "taphuan.db", folder / "taphuan.db"))
        made = daily_backup(data_file, from_local(NOW)).path
        os.utime(made, (from_local(NOW).timestamp(),) * 2)
        rename_operator(folder / "home", OPERATOR)
        self.demo = demo
        self.taken: list[str] = []
        self.too_large: list[str] = []
        self._out, self._theme = out, theme
        qInstallMessageHandler(_pass_on)
        self._app = QApplication([])
        self._remember(folder / "home", theme, language)
        self.program = Sitting(self._app, data_file, folder / "home")
        self.context = self.program.context
        self.window = self.program.window
        self.window.painted.connect(self._stop_the_clock)

    def start(self, size: QSize) -> None:
        """Show the window and wait for its first page."""
        self._size = size
        self.window.resize(size)
        self.program.start()
        self.settle(lambda: bool(self.window.current))

    def _stop_the_clock(self) -> None:
        """The program knows now who works here; pictures are always of the same moment."""
        self.context.by = replace(
            self.context.by, clock=lambda: from_local(NOW), random=random.Random(4).randbytes
        )

    def settle(self, until: Callable[[], bool] = lambda: True) -> None:
        """Wait until nothing is under way, and what came of it is laid out and painted."""
        flags = QEventLoop.ProcessEventsFlag
        quiet = 0
        while quiet < _QUIET_ROUNDS:
            still = self.context.jobs.is_idle and until()
            self._app.processEvents(
                flags.AllEvents if still else flags.AllEvents | flags.WaitForMoreEvents
            )
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            quiet = quiet + 1 if still and self.context.jobs.is_idle else 0

    def open(self, key: str, target: object = None) -> QWidget:
        """Show a page, loaded."""
        self.window.open_page(key, target)
        self.settle()
        return self.window.page(key)

    def picture(self, name: str, widget: QWidget | None = None) -> Path:
        """Save what is to be seen, as "name-light-1366.png" by theme and width of the screen."""
        shown = widget or self.window
        width = round(self._size.width() * self.window.devicePixelRatioF())
        path = self._out / f"{name}-{self._theme.value}-{min(width, 1366)}.png"
        if self.window.devicePixelRatioF() > 1:
            path = path.with_name(f"{name}-{self._theme.value}-150.png")
        if not shown.grab().save(str(path)):
            raise OSError(f"{path} cannot be written")
        self.taken.append(path.name)
        if shown.width() > self._size.width() or shown.height() > self._size.height():
            self.too_large.append(f"{path.name}: {shown.width()}×{shown.height()}")
        return path

    def dialog(self, name: str, dialog: QWidget) -> None:
        """Save a picture of a dialog, then close it."""
        dialog.show()
        self.settle()
        self.picture(f"dialog-{name}", dialog)
        dialog.close()
        dialog.deleteLater()
        self.settle()

    def read(self, work: Callable[[Session], T]) -> T:
        """Read from the data file at once."""
        return self.context.database.read(work)

    def close(self) -> None:
        """Let go of the file; the window asks nothing."""
        self.window.hide()
        self.settle()
        self.context.close()

    def _remember(self, home: Path, theme: ThemeChoice, language: Language) -> None:
        settings = QSettings(str(home / "taphuan.ini"), QSettings.Format.IniFormat)
        settings.setValue("theme", theme.value)
        settings.setValue("language", language.value)
        settings.setValue("course", "TH-02")
        settings.sync()


def _pass_on(_kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
    """Qt's messages, but not what the offscreen platform says of every dialog."""
    if "propagateSizeHints" not in text:
        print(f"Qt: {text}", file=sys.stderr)
