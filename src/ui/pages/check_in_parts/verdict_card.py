"""The card everybody at the door can read: the verdict, and the name as large as it fits."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ...palette import Inks, palette_of
from ...widgets.symbols import draw_symbol
from .faces import Face, ready

# Sizes in text sizes: at 13 px the name is 46 px.
_HEADLINE, _PLACE, _NOTE = 1.23, 1.46, 1.15
_NAMES = (3.54, 3.2, 2.85, 2.5, 2.2, 1.9, 1.6, 1.4)
_ONE_LINE = 2.5
"""Down to this size a name stays on one line; a longer one wraps."""
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True)
class _Text:
    """A text of the card: how high it is at the card's width, and the gap above it."""

    words: str
    font: QFont
    colour: str
    height: int
    gap: int


class VerdictCard(QWidget):
    """Shows one `Face`; it is painted whole, so that it changes at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face = ready()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self._face.spoken)

    @property
    def face(self) -> Face:
        """What the card says."""
        return self._face

    def show_face(self, face: Face) -> None:
        """Say something else."""
        self._face = face
        self.setAccessibleName(face.spoken)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._em() * 40, self._em() * 24)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._em() * 18, self._em() * 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        inks = palette_of(self).inks(self._face.tone)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(inks.line))
        painter.setBrush(QColor(inks.panel))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
        edge = min(round(self._em() * 2.6), self.width() // 14)
        room = self.rect().adjusted(edge, edge // 2, -edge, -edge // 2)
        self._draw_texts(painter, room, inks)
        painter.end()

    def name_size(self) -> float:
        """The size of the name as it is painted now, in text sizes."""
        return self._fitting(self.rect().adjusted(self._em(), 0, -self._em(), 0))[0]

    def _em(self) -> int:
        return self.font().pixelSize() if self.font().pixelSize() > 0 else 13

    def _draw_texts(self, painter: QPainter, room: QRect, inks: Inks) -> None:
        texts = self._fitting(room)[1]
        top = room.top() + max(0, room.height() - _height(texts)) // 2
        for number, text in enumerate(texts):
            top += text.gap
            box = QRect(room.left(), top, room.width(), text.height)
            if number == 0:
                box = self._draw_sign(painter, box, text, inks)
            painter.setFont(text.font)
            painter.setPen(QColor(text.colour))
            painter.drawText(box, _WRAP, text.words)
            top += text.height

    def _draw_sign(self, painter: QPainter, box: QRect, text: _Text, inks: Inks) -> QRect:
        """The symbol stands before the headline; what is left of the line is the words'."""
        side = QFontMetrics(text.font).height() * 0.72
        line = QFontMetrics(text.font).height()
        place = QRectF(box.left(), box.top() + (line - side) / 2, side, side)
        draw_symbol(painter, self._face.symbol, place, QColor(inks.text))
        return box.adjusted(round(side * 1.35), 0, 0, 0)

    def _fitting(self, room: QRect) -> tuple[float, Sequence[_Text]]:
        """The largest name with which everything fits into the room."""
        for size in _NAMES:
            texts = list(self._texts(room.width(), size))
            if _height(texts) <= room.height() and self._name_fits(room.width(), size):
                return size, texts
        return _NAMES[-1], list(self._texts(room.width(), _NAMES[-1]))

    def _name_fits(self, width: int, size: float) -> bool:
        metrics = QFontMetrics(self._font(size, QFont.Weight.Bold))
        if size > _ONE_LINE:
            return metrics.horizontalAdvance(self._face.title) <= width
        return all(metrics.horizontalAdvance(word) <= width for word in self._face.title.split())

    def _texts(self, width: int, name: float) -> Iterator[_Text]:
        palette, em = palette_of(self), self._em()
        inks = palette.inks(self._face.tone)
        bold, plain = QFont.Weight.Bold, QFont.Weight.Normal
        parts = (
            (self._face.headline, _HEADLINE, bold, inks.text, 0),
            (self._face.title, name, bold, palette.text, em // 3),
            (self._face.place, _PLACE, plain, palette.soft, em // 4),
            (self._face.note, _NOTE, plain, palette.text, round(em * 0.8)),
            (self._face.advice, _NOTE, plain, palette.soft, round(em * 0.8)),
        )
        for words, size, weight, colour, gap in parts:
            if words:
                font = self._font(size, weight)
                box = QRect(0, 0, width - em * 2 if size == _HEADLINE else width, 10_000)
                height = QFontMetrics(font).boundingRect(box, _WRAP, words).height()
                yield _Text(words, font, colour, height, gap)

    def _font(self, size: float, weight: QFont.Weight) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(round(self._em() * size))
        font.setWeight(weight)
        return font


def _height(texts: Sequence[_Text]) -> int:
    return sum(text.height + text.gap for text in texts)
