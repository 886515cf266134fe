"""A table as a picture, for Zalo: light colours, whole words, twice the size of the screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter

from ...exports.columns import Column, ColumnKind
from ..i18n import tr
from ..palette import LIGHT
from ..widgets.status_pill import draw_pill, pill_font, pill_width
from .delegate import bold, cell_edge, draw_figure, figure_width
from .record_model import RecordModel, alignment, one_line

SCALE = 2
MOST_ROWS = 150
_WIDEST_EMS = 22


@dataclass(frozen=True)
class _Sheet:
    """What is drawn, and with which measures, in logical pixels."""

    model: RecordModel[Any]
    records: Sequence[Any]
    font: QFont
    widths: Sequence[int]
    row: int
    head: int
    edge: int


def table_picture(
    model: RecordModel[Any], records: Sequence[Any], caption: str, font: QFont
) -> QImage:
    """The records as a picture with a caption above; at most `MOST_ROWS`, the rest is counted."""
    shown, rest = records[:MOST_ROWS], len(records) - MOST_ROWS
    metrics = QFontMetrics(font)
    widths = [_width(model, shown, column, font) for column in model.columns]
    row = round(metrics.height() * 2)
    head = round(metrics.height() * 2.6) if caption else 0
    sheet = _Sheet(model, shown, font, widths, row, head, cell_edge(metrics))
    height = head + row * (len(shown) + 1 + (rest > 0))
    image = _blank(sum(widths) + 2 * sheet.edge, height + sheet.edge)
    painter = QPainter(image)
    painter.translate(sheet.edge, 0)
    _draw(painter, sheet, caption, rest)
    painter.end()
    return image


def _blank(width: int, height: int) -> QImage:
    image = QImage(width * SCALE, height * SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SCALE)
    image.fill(QColor(LIGHT.surface))
    return image


def _width(
    model: RecordModel[Any], records: Sequence[Any], column: Column[Any], font: QFont
) -> int:
    metrics = QFontMetrics(bold(font))
    widest = metrics.horizontalAdvance(one_line(tr(column.title)))
    for record in records:
        pill = model.cell_pill(record, column)
        text = model.cell_text(record, column)
        words = round(pill_width(pill, pill_font(font))) if pill else figure_width(metrics, text)
        widest = max(widest, words)
    return min(widest, _WIDEST_EMS * metrics.height()) + 2 * cell_edge(metrics)


def _draw(painter: QPainter, sheet: _Sheet, caption: str, rest: int) -> None:
    total = sum(sheet.widths)
    painter.setFont(bold(sheet.font))
    painter.setPen(QColor(LIGHT.text))
    painter.drawText(QRect(sheet.edge, 0, total, sheet.head), _LEFT, caption)
    _draw_titles(painter, sheet)
    for number, record in enumerate(sheet.records, 1):
        _draw_record(painter, sheet, record, sheet.head + number * sheet.row)
    if rest > 0:
        top = sheet.head + (len(sheet.records) + 1) * sheet.row
        painter.setPen(QColor(LIGHT.muted))
        text = tr("… và {count} dòng nữa", rest).format(count=rest)
        painter.drawText(QRect(sheet.edge, top, total, sheet.row), _LEFT, text)


_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def _draw_titles(painter: QPainter, sheet: _Sheet) -> None:
    painter.fillRect(0, sheet.head, sum(sheet.widths), sheet.row, QColor(LIGHT.header))
    painter.setFont(bold(sheet.font))
    painter.setPen(QColor(LIGHT.muted))
    for column, cell in _cells(sheet, sheet.head):
        painter.drawText(cell, alignment(column.kind), one_line(tr(column.title)))
    _draw_line(painter, sheet, sheet.head, LIGHT.line)


def _draw_record(painter: QPainter, sheet: _Sheet, record: Any, top: int) -> None:
    for column, cell in _cells(sheet, top):
        pill = sheet.model.cell_pill(record, column)
        if pill:
            draw_pill(painter, pill, QRectF(cell), LIGHT, pill_font(sheet.font))
        else:
            _draw_text(painter, sheet, record, column, cell)
    _draw_line(painter, sheet, top, LIGHT.hairline)


def _draw_text(
    painter: QPainter, sheet: _Sheet, record: Any, column: Column[Any], cell: QRect
) -> None:
    stands_out = sheet.model.cell_is_bold(record, column)
    painter.setFont(bold(sheet.font) if stands_out else sheet.font)
    painter.setPen(QColor(LIGHT.text))
    text = sheet.model.cell_text(record, column)
    if column.kind is ColumnKind.INTEGER:
        draw_figure(painter, cell, text)
        return
    metrics = painter.fontMetrics()
    painter.drawText(
        cell, _LEFT, metrics.elidedText(text, Qt.TextElideMode.ElideRight, cell.width())
    )


def _cells(sheet: _Sheet, top: int) -> list[tuple[Column[Any], QRect]]:
    cells, left = [], 0
    for column, width in zip(sheet.model.columns, sheet.widths, strict=True):
        cells.append((column, QRect(left + sheet.edge, top, width - 2 * sheet.edge, sheet.row)))
        left += width
    return cells


def _draw_line(painter: QPainter, sheet: _Sheet, top: int, colour: str) -> None:
    painter.fillRect(0, top + sheet.row - 1, sum(sheet.widths), 1, QColor(colour))
