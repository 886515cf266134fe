"""A bar chart of few rows: name, bar, percentage; each bar opens what stands behind it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ..palette import Palette, palette_of

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True)
class Bar:
    """One row; `share` is between 0 and 1, `text` is what stands at its end ("89%")."""

    name: str
    share: float
    text: str


class BarList(QWidget):
    """The bars, one below the other. `opened` brings the row on a click or Enter."""

    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[Bar, ...] = ()
        self._current = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show these rows, in this order."""
        self._bars = tuple(bars)
        self._current = -1
        self.setAccessibleDescription("; ".join(f"{bar.name} {bar.text}" for bar in bars))
        self.updateGeometry()
        self.update()

    def row_height(self) -> int:
        """The height of a row, in pixels; it follows the font."""
        return round(self.fontMetrics().height() * 1.56)

    def row_rect(self, row: int) -> QRect:
        """Where a row lies."""
        return QRect(0, row * self.row_height(), self.width(), self.row_height())

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance("m") * 20
        return QSize(width, max(1, len(self._bars)) * self.row_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width() // 2, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, names = palette_of(self), self._name_width()
        for row, bar in enumerate(self._bars):
            if self.row_rect(row).intersects(event.rect()):
                self._draw_row(painter, palette, row, bar, names)
        painter.end()

    def _name_width(self) -> int:
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(bar.name) for bar in self._bars), default=0)
        return min(widest + metrics.height(), self.width() * 45 // 100)

    def _draw_row(
        self, painter: QPainter, palette: Palette, row: int, bar: Bar, names: int
    ) -> None:
        metrics, room = self.fontMetrics(), self.row_rect(row)
        self._draw_focus(painter, palette, row, room)
        figures = metrics.horizontalAdvance("100%") + metrics.height() // 2
        name = QRect(room.left(), room.top(), names - 6, room.height())
        text = metrics.elidedText(bar.name, Qt.TextElideMode.ElideRight, name.width())
        painter.setPen(QColor(palette.text))
        painter.drawText(name, _LEFT, text)
        painter.setPen(QColor(palette.muted))
        painter.drawText(room, _RIGHT, bar.text)
        _draw_bar(painter, palette, QRectF(room).adjusted(names, 0, -figures, 0), bar.share)

    def _draw_focus(self, painter: QPainter, palette: Palette, row: int, room: QRect) -> None:
        if row == self._current and self.hasFocus():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.chosen))
            painter.drawRoundedRect(room, 5, 5)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        row = int(event.position().y()) // self.row_height()
        if event.button() == Qt.MouseButton.LeftButton and 0 <= row < len(self._bars):
            self._go(row)
            self.opened.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps and self._bars:
            self._go(self._current + steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current >= 0:
            self.opened.emit(self._current)
        else:
            super().keyPressEvent(event)

    def _go(self, row: int) -> None:
        self._current = max(0, min(row, len(self._bars) - 1))
        self.update()


def _draw_bar(painter: QPainter, palette: Palette, room: QRectF, share: float) -> None:
    height = min(12.0, room.height() * 0.5)
    track = QRectF(room.left(), 0, max(0.0, room.width()), height)
    track.moveCenter(QPointF(track.center().x(), room.center().y()))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.track))
    painter.drawRoundedRect(track, 4, 4)
    track.setWidth(track.width() * max(0.0, min(share, 1.0)))
    painter.setBrush(QColor(palette.primary))
    if track.width() > 0:
        painter.drawRoundedRect(track, min(4.0, track.width() / 2), 4)
