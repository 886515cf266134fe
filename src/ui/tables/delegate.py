"""How a cell is painted: text cut with "…", figures in even digits, pills, tints and thin lines."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from ..palette import LIGHT, Palette, Tone, palette_of
from ..widgets.labels import plain_tooltip
from ..widgets.status_pill import Pill, draw_pill, pill_font, pill_width
from .record_model import BOLD_ROLE, FADED_ROLE, FIGURE_ROLE, PILL_ROLE, TINT_ROLE

Index = QModelIndex | QPersistentModelIndex
_DIGITS = "0123456789"


def cell_edge(metrics: QFontMetrics, dense: bool = False) -> int:
    """The room left and right of a cell's text, in pixels; less in a table of many figures."""
    return round(metrics.height() * (0.38 if dense else 0.62))


def bold(font: QFont) -> QFont:
    """The font of names and totals."""
    result = QFont(font)
    result.setWeight(QFont.Weight.DemiBold)
    return result


def figure_width(metrics: QFontMetrics, text: str) -> int:
    """How wide a figure is when all its digits are as wide as the widest."""
    digit = _digit_width(metrics)
    return sum(digit if c in _DIGITS else metrics.horizontalAdvance(c) for c in text)


def draw_figure(painter: QPainter, room: QRect, text: str) -> None:
    """Draw a figure at the right, digit under digit: the font's own digits differ in width."""
    metrics = painter.fontMetrics()
    digit = _digit_width(metrics)
    right = room.right() + 1
    for character in reversed(text):
        width = digit if character in _DIGITS else metrics.horizontalAdvance(character)
        right -= width
        box = QRect(right, room.top(), width, room.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, character)


def _digit_width(metrics: QFontMetrics) -> int:
    return max(metrics.horizontalAdvance(digit) for digit in _DIGITS)


class CellDelegate(QStyledItemDelegate):
    """Paints the cells of a `RecordModel`."""

    dense = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        widget = getattr(option, "widget", None)
        palette = palette_of(widget) if isinstance(widget, QWidget) else LIGHT
        rect: QRect = getattr(option, "rect")  # noqa: B009 - the stubs lack it
        painter.save()
        self._draw_ground(painter, option, rect, palette, _tone(index))
        room = rect.adjusted(self._edge(option), 0, -self._edge(option), -1)
        pill: Pill | None = index.data(PILL_ROLE)
        if pill is not None:
            self._draw_pill(painter, pill, QRectF(room), palette, pill_font(_font(option)))
        else:
            self._draw_text(painter, option, index, room, palette)
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Show the whole text of a cell that is cut, or what a short pill stands for."""
        if event.type() == QEvent.Type.ToolTip and index.isValid():
            text = index.data(Qt.ItemDataRole.ToolTipRole) or self._hidden_text(option, index)
            QToolTip.showText(event.globalPos(), plain_tooltip(text or ""), view)
            return True
        return super().helpEvent(event, view, option, index)

    def _hidden_text(self, option: QStyleOptionViewItem, index: Index) -> str:
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        rect: QRect = getattr(option, "rect")  # noqa: B009
        room = rect.width() - 2 * self._edge(option)
        return text if self.text_width(_font(option), index) > room else ""

    def text_width(self, font: QFont, index: Index) -> int:
        """How wide the content of a cell is, without its edges."""
        pill: Pill | None = index.data(PILL_ROLE)
        if pill is not None:
            return round(pill_width(pill, pill_font(font)))
        metrics = QFontMetrics(bold(font) if index.data(BOLD_ROLE) else font)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        if index.data(FIGURE_ROLE):
            return figure_width(metrics, text)
        return metrics.horizontalAdvance(text)

    def _edge(self, option: QStyleOptionViewItem) -> int:
        return cell_edge(QFontMetrics(_font(option)), self.dense)

    def _draw_ground(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        rect: QRect,
        palette: Palette,
        tint: Tone | None,
    ) -> None:
        state: QStyle.StateFlag = getattr(option, "state")  # noqa: B009
        if tint is not None:
            painter.fillRect(rect, QColor(palette.inks(tint).panel))
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(palette.chosen))
        elif state & QStyle.StateFlag.State_MouseOver and tint is None:
            painter.fillRect(rect, QColor(palette.header))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(palette.hairline))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(palette.link))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _draw_pill(
        self, painter: QPainter, pill: Pill, room: QRectF, palette: Palette, font: QFont
    ) -> None:
        draw_pill(painter, pill, room, palette, font)

    def _draw_text(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
        room: QRect,
        palette: Palette,
    ) -> None:
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        painter.setFont(bold(_font(option)) if index.data(BOLD_ROLE) else _font(option))
        painter.setPen(QColor(palette.muted if index.data(FADED_ROLE) else palette.text))
        metrics = painter.fontMetrics()
        if index.data(FIGURE_ROLE) and figure_width(metrics, text) <= room.width():
            draw_figure(painter, room, text)
            return
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        side = index.data(Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, side, shown)


def _tone(index: Index) -> Tone | None:
    tint = index.data(TINT_ROLE)  # Qt hands a StrEnum back as a plain str
    return Tone(tint) if tint else None


def _font(option: QStyleOptionViewItem) -> QFont:
    font: QFont = getattr(option, "font")  # noqa: B009
    return font
