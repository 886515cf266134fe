"""The table of the review: cells of two lines, columns that come closer, a chooser in a cell."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from ....services.lists.review import ReviewLine
from ...finding_words import Treatment, line_treatment
from ...palette import Palette, palette_of
from ...tables.delegate import CellDelegate, bold, cell_edge
from ...tables.record_model import BOLD_ROLE, FADED_ROLE, PILL_ROLE, Index, RecordModel
from ...tables.table_view import TableView
from ...widgets.status_pill import Pill, draw_pill, pill_font, pill_width
from .review_table import FINDING, TREATMENT

_SAMPLE = 120
_SMALL_PAGE_EMS = 32
_LEAST_EMS = {FINDING: 7.5, TREATMENT: 5.0}


def two_line_width(metrics: QFontMetrics, text: str) -> int:
    """The least width in which a text fits on two lines, in pixels."""
    words = text.split()
    if len(words) < 2:
        return metrics.horizontalAdvance(text)
    splits = range(1, len(words))
    return min(
        max(metrics.horizontalAdvance(" ".join(words[:at])),
            metrics.horizontalAdvance(" ".join(words[at:])))
        for at in splits
    )  # fmt: skip


class WrappedDelegate(CellDelegate):
    """Text on two lines where one is too narrow; pills too; the treatment as a chooser."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = _line(index)
        if line is None:
            super().paint(painter, option, index)
            return
        widget = getattr(option, "widget", None)
        assert isinstance(widget, QWidget)
        palette = palette_of(widget)
        rect: QRect = getattr(option, "rect")  # noqa: B009 - the stubs lack it
        painter.save()
        self._draw_ground(painter, option, rect, palette, None)
        edge = self._edge(option)
        _draw_treatment(painter, line_treatment(line), rect, edge, palette, _font(option))
        painter.restore()

    def text_width(self, font: QFont, index: Index) -> int:
        line = _line(index)
        if line is None:
            return super().text_width(font, index)
        treated, metrics = line_treatment(line), QFontMetrics(font)
        return metrics.horizontalAdvance(treated.text) + (_box_edge(metrics) if treated.asks else 0)

    def least_width(self, font: QFont, index: Index) -> int:
        """How narrow a cell may become so that its text still stands on two lines."""
        line, metrics = _line(index), QFontMetrics(font)
        if line is not None:
            treated = line_treatment(line)
            more = _box_edge(metrics) if treated.asks else 0
            texts = (treated.done + " ▾" if treated.asks else treated.done, treated.more)
            return max(map(metrics.horizontalAdvance, texts)) + more
        pill: Pill | None = index.data(PILL_ROLE)
        if pill is not None:
            small = QFontMetrics(pill_font(font))
            return two_line_width(small, pill.text) + round(small.height() * 1.2)
        metrics = QFontMetrics(bold(font) if index.data(BOLD_ROLE) else font)
        return two_line_width(metrics, str(index.data() or ""))

    def _draw_text(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
        room: QRect,
        palette: Palette,
    ) -> None:
        text = str(index.data() or "")
        font = bold(_font(option)) if index.data(BOLD_ROLE) else _font(option)
        if QFontMetrics(font).horizontalAdvance(text) < room.width():
            super()._draw_text(painter, option, index, room, palette)
            return
        painter.setFont(font)
        painter.setPen(QColor(palette.muted if index.data(FADED_ROLE) else palette.text))
        _draw_wrapped(painter, room, text)

    def _draw_pill(
        self, painter: QPainter, pill: Pill, room: QRectF, palette: Palette, font: QFont
    ) -> None:
        if pill_width(pill, font) <= room.width() or " " not in pill.text:
            draw_pill(painter, pill, room, palette, font)
            return
        _draw_tall_pill(painter, pill, room, palette, font)


class ReviewView(TableView):
    """Rows of two lines; where the page is low the lines stand closer."""

    squeezes = True
    paints_with = WrappedDelegate

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._size_rows()
        super().resizeEvent(event)
        if event.size().height() < event.oldSize().height() and self.selected_rows():
            self.scrollTo(self.currentIndex())  # the panel below grew: its row stays in sight

    def _size_rows(self) -> None:
        em = self.fontMetrics().height()
        low = self.window().height() < _SMALL_PAGE_EMS * em
        height, rows = round(em * (2.4 if low else 2.9)), self.verticalHeader()
        if rows.defaultSectionSize() != height:
            rows.setDefaultSectionSize(height)

    def _squeezed(self, widths: list[int], wide: list[int], excess: int) -> list[int]:
        """First to two lines each, the widest first; below that only where it must be."""
        em = self.fontMetrics().height()
        keys = [column.key for column in self._records.columns]
        narrowest = {at: round(_LEAST_EMS.get(keys[at], 4) * em) for at in wide}
        for least in ({at: self._two_lines(at) for at in wide}, narrowest):
            excess = _take(widths, least, excess)
        return widths

    def _two_lines(self, at: int) -> int:
        delegate = self.itemDelegate()
        assert isinstance(delegate, WrappedDelegate)
        rows = range(min(_SAMPLE, self._records.rowCount()))
        cells = (delegate.least_width(self.font(), self._records.index(row, at)) for row in rows)
        edges = 2 * cell_edge(self.fontMetrics(), delegate.dense) + 2
        return max(self._title_width(at), max(cells, default=0) + edges)


def _take(widths: list[int], least: dict[int, int], excess: int) -> int:
    """Take the excess from the columns that have more than their least; what is left over."""
    while excess > 0:
        spare = {at: widths[at] - low for at, low in least.items() if widths[at] > low}
        if not spare:
            break
        at = max(spare, key=spare.__getitem__)
        step = min(excess, spare[at], 8)
        widths[at] -= step
        excess -= step
    return excess


def _line(index: Index) -> ReviewLine | None:
    """The row of a cell that shows its treatment; None for any other cell."""
    model = index.model()
    if not isinstance(model, RecordModel) or model.columns[index.column()].key != TREATMENT:
        return None
    record = model.record(index.row())
    return record if isinstance(record, ReviewLine) else None


def _font(option: QStyleOptionViewItem) -> QFont:
    font: QFont = getattr(option, "font")  # noqa: B009
    return font


def _box_edge(metrics: QFontMetrics) -> int:
    return round(metrics.height() * 1.2)


def _draw_wrapped(painter: QPainter, room: QRect, text: str) -> None:
    """Two lines in the middle of the room, the second cut where it is too long."""
    metrics = painter.fontMetrics()
    first, rest = _split(metrics, text, room.width())
    lines = [first, _cut(metrics, rest, room.width())]
    height = metrics.height()
    top = room.center().y() - height * len([x for x in lines if x]) // 2
    for at, line in enumerate(filter(None, lines)):
        box = QRect(room.left(), top + at * height, room.width(), height)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line)


def _split(metrics: QFontMetrics, text: str, width: int) -> tuple[str, str]:
    """As many words as the first line holds, and the others; a single long word is cut."""
    words = text.split()
    count = 1
    while count < len(words) and metrics.horizontalAdvance(" ".join(words[: count + 1])) <= width:
        count += 1
    return _cut(metrics, " ".join(words[:count]), width), " ".join(words[count:])


def _cut(metrics: QFontMetrics, text: str, width: int) -> str:
    """The text with "…" where it is too long; Qt alone cuts what fits to the pixel, too."""
    if metrics.horizontalAdvance(text) <= width:
        return text
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def _draw_tall_pill(
    painter: QPainter, pill: Pill, room: QRectF, palette: Palette, font: QFont
) -> None:
    metrics = QFontMetrics(font)
    em = metrics.height()
    inner = round(room.width() - em * 1.1)
    first, rest = _split(metrics, pill.text, inner)
    wide = max(metrics.horizontalAdvance(first), min(metrics.horizontalAdvance(rest), inner))
    box = QRectF(room.left(), 0, min(wide + em * 1.1 + 1, room.width()), 2 * em + 2)
    box.moveTop(room.top() + (room.height() - box.height()) / 2)
    inks = palette.inks(pill.tone)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(inks.tint))
    painter.drawRoundedRect(box, em * 0.6, em * 0.6)
    painter.setPen(QColor(inks.text))
    painter.setFont(font)
    _draw_wrapped(painter, box.adjusted(em * 0.55, 0, -em * 0.55, 0).toRect(), pill.text)


def _draw_treatment(
    painter: QPainter, treated: Treatment, rect: QRect, edge: int, palette: Palette, font: QFont
) -> None:
    """What was done, and fainter what could be done instead; what is asked in a box."""
    painter.setFont(font)
    metrics = painter.fontMetrics()
    room = rect.adjusted(edge, 0, -edge, -1)
    if treated.asks:
        room = rect.adjusted(edge // 2, 3, -edge // 2, -4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(palette.border), 1))
        painter.setBrush(QColor(palette.surface))
        painter.drawRoundedRect(QRectF(room).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        half = _box_edge(metrics) // 2 - edge // 4
        room = room.adjusted(half, 0, -half, 0)
    done = f"{treated.done} ▾" if treated.asks else treated.done
    gap = "  " if treated.asks else " · " if done and treated.more else ""
    whole = metrics.horizontalAdvance(done + gap + treated.more)
    height = metrics.height()
    if whole <= room.width():
        top = room.center().y() - height // 2
        _draw_parts(painter, QRect(room.left(), top, room.width(), height), done + gap,
                    treated.more, palette)  # fmt: skip
        return
    top = room.center().y() - height
    for at, text in enumerate((done, treated.more)):
        box = QRect(room.left(), top + at * height, room.width(), height)
        _draw_parts(painter, box, *((text, "") if at == 0 else ("", text)), palette)


def _draw_parts(painter: QPainter, box: QRect, text: str, faint: str, palette: Palette) -> None:
    metrics = painter.fontMetrics()
    side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.setPen(QColor(palette.text))
    painter.drawText(box, side, _cut(metrics, text, box.width()))
    rest = box.adjusted(metrics.horizontalAdvance(text), 0, 0, 0)
    painter.setPen(QColor(palette.muted))
    painter.drawText(rest, side, _cut(metrics, faint, rest.width()))
