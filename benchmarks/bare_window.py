"""The floor of start-up: a window with nothing in it. Run by the bench as a program of its own."""

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class BareWindow(QMainWindow):
    """Says when it is painted, and goes."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QTimer.singleShot(0, self._leave)

    def _leave(self) -> None:
        with Path(os.environ["TAPHUAN_TIMELOG"]).open("a", encoding="utf-8") as log:
            log.write(f"painted {time.monotonic_ns()}\n")
        self.close()


def main() -> int:
    """Show the window until it is painted."""
    app = QApplication(sys.argv[:1])
    window = BareWindow()
    window.resize(1366, 768)
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
