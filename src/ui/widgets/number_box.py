"""Fields with steps: a number box that does not steal the wheel, and room before their text."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QSpinBox, QWidget


def indent(box: QAbstractSpinBox) -> None:
    """Let the text stand as far from the line as in other fields: a stylesheet cannot say it."""
    box.lineEdit().setTextMargins(round(box.fontMetrics().height() * 0.5), 0, 0, 0)


class NumberBox(QSpinBox):
    """A number that the wheel changes only when the cursor is in it: the page scrolls instead."""

    def __init__(self, low: int, high: int, unit: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(low, high)
        self.setSuffix(f" {unit}" if unit else "")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        indent(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
