"""Status pills: a word and a symbol on a tint; alone on a page or in the cell of a table."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ..palette import Palette, Tone, palette_of
from .labels import plain_tooltip
from .symbols import Symbol, draw_symbol


@dataclass(frozen=True)
class Pill:
    """What a pill says; `meaning` is the full word where `text` is only a letter."""

    text: str
    tone: Tone = Tone.NEUTRAL
    symbol: Symbol = Symbol.NONE
    meaning: str = ""

    @property
    def spoken(self) -> str:
        """The word for screen readers and tooltips."""
        return self.meaning or self.text or self.symbol.value

    @property
    def plain(self) -> str:
        """The pill as text: for copies."""
        return self.text or self.symbol.value


def pill_font(base: QFont) -> QFont:
    """The font of pills: a little smaller than the text, and bolder."""
    font = QFont(base)
    font.setPixelSize(max(9, round(base.pixelSize() * 0.93)))
    font.setWeight(QFont.Weight.DemiBold)
    return font


def pill_width(pill: Pill, font: QFont) -> float:
    """How wide a pill is in a font that `pill_font` made, in pixels."""
    metrics = QFontMetricsF(font)
    em = metrics.height()
    parts = [metrics.horizontalAdvance(pill.text)] if pill.text else []
    if pill.symbol:
        parts.append(em * 0.66)
    return sum(parts) + em * 0.25 * (len(parts) - 1) + em * 1.1


def draw_pill(painter: QPainter, pill: Pill, room: QRectF, palette: Palette, font: QFont) -> None:
    """Draw the pill at the left of the room, in the middle of its height, cut where it must be."""
    metrics = QFontMetricsF(font)
    em = metrics.height()
    height = min(room.height(), em * 1.3)
    box = QRectF(room.left(), 0, min(pill_width(pill, font), room.width()), height)
    box.moveTop(room.top() + (room.height() - height) / 2)
    inks = palette.inks(pill.tone)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(inks.tint))
    painter.drawRoundedRect(box, height / 2, height / 2)
    _draw_words(painter, pill, box.adjusted(em * 0.55, 0, -em * 0.55, 0), QColor(inks.text), font)
    painter.restore()


def _draw_words(painter: QPainter, pill: Pill, box: QRectF, ink: QColor, font: QFont) -> None:
    metrics = QFontMetricsF(font)
    em = metrics.height()
    if pill.symbol:
        side = em * 0.66
        place = QRectF(box.left(), box.center().y() - side / 2, side, side)
        draw_symbol(painter, pill.symbol, place, ink)
        box.setLeft(box.left() + side + em * 0.25)
    painter.setFont(font)
    painter.setPen(ink)
    text = metrics.elidedText(pill.text, Qt.TextElideMode.ElideRight, box.width() + 1)
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


class StatusPill(QWidget):
    """A pill by itself, for a header or a card."""

    def __init__(self, pill: Pill | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._pill = pill or Pill("")
        self.set_pill(pill)

    @property
    def pill(self) -> Pill:
        """What the pill says."""
        return self._pill

    def set_pill(self, pill: Pill | None) -> None:
        """Say something else, or nothing: then the pill hides."""
        self._pill = pill or Pill("")
        self._show_or_hide(pill is not None)
        self.setAccessibleName(self._pill.spoken)
        self.setToolTip(plain_tooltip(self._pill.meaning))
        self.updateGeometry()
        self.update()

    def _show_or_hide(self, shown: bool) -> None:
        """A pill without a parent yet is left to its layout: shown now it would be a window."""
        if not shown:
            self.hide()
        elif self.parentWidget() is not None:
            self.show()

    def sizeHint(self) -> QSize:
        font = pill_font(self.font())
        height = QFontMetricsF(font).height() * 1.3
        return QSize(round(pill_width(self._pill, font)) + 1, round(height))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        room = QRectF(self.rect())
        draw_pill(painter, self._pill, room, palette_of(self), pill_font(self.font()))
        painter.end()
