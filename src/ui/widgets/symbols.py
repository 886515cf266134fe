"""Symbols that go with a colour. They are painted, because few fonts have them all."""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF


class Symbol(StrEnum):
    """The value stands for the symbol where there is only text: copies, screen readers."""

    NONE = ""
    CHECK = "✓"
    CROSS = "✕"
    DOT = "●"
    CIRCLE = "○"
    CLOCK = "◷"
    DASH = "–"


def draw_symbol(painter: QPainter, symbol: Symbol, box: QRectF, colour: QColor) -> None:
    """Draw the symbol inside a square box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour, max(1.4, box.width() * 0.15))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(colour if symbol is Symbol.DOT else Qt.BrushStyle.NoBrush)
    for line in _LINES.get(symbol, ()):
        painter.drawPolyline(QPolygonF([_at(box, x, y) for x, y in line]))
    if symbol in _RINGS:
        inset = box.width() * _RINGS[symbol]
        painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))
    painter.restore()


_LINES: dict[Symbol, tuple[tuple[tuple[float, float], ...], ...]] = {
    Symbol.CHECK: (((0.16, 0.54), (0.4, 0.78), (0.84, 0.26)),),
    Symbol.CROSS: (((0.22, 0.22), (0.78, 0.78)), ((0.78, 0.22), (0.22, 0.78))),
    Symbol.CLOCK: (((0.5, 0.26), (0.5, 0.52), (0.68, 0.6)),),
    Symbol.DASH: (((0.22, 0.5), (0.78, 0.5)),),
}
_RINGS = {Symbol.DOT: 0.26, Symbol.CIRCLE: 0.2, Symbol.CLOCK: 0.08}


def _at(box: QRectF, x: float, y: float) -> QPointF:
    return QPointF(box.left() + x * box.width(), box.top() + y * box.height())
