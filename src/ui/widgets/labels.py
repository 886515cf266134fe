"""Texts of a page, by their rank; a long one is cut with "…" and shown whole in a tooltip."""

from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtGui import Qt as TextForms
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class Rank(StrEnum):
    """How a text stands on the page; the stylesheet gives each its size and colour."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    MUTED = "muted"
    NOTE = "note"
    FIGURE = "figure"


def label(text: str = "", rank: Rank = Rank.BODY, parent: QWidget | None = None) -> QLabel:
    """A plain text that wraps; it is never read as HTML, because names are put into it."""
    result = QLabel(text, parent)
    result.setTextFormat(Qt.TextFormat.PlainText)
    result.setProperty("kind", rank.value)
    result.setWordWrap(rank not in (Rank.TITLE, Rank.FIGURE))
    return result


def plain_tooltip(text: str) -> str:
    """A text for a tooltip, where stored names, notes and files show as they are written.

    Qt takes a tooltip for HTML as soon as it looks like it: such a text is escaped.
    """
    if not TextForms.mightBeRichText(text):
        return text
    return TextForms.convertFromPlainText(text, TextForms.WhiteSpaceMode.WhiteSpaceNormal)


class ElidedLabel(QLabel):
    """One line that gives way: cut with "…" where it does not fit, whole in its tooltip."""

    def __init__(
        self, text: str = "", rank: Rank = Rank.BODY, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", rank.value)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        hint.setWidth(min(hint.width(), self.fontMetrics().horizontalAdvance("mmmm…")))
        return hint

    def is_cut(self) -> bool:
        """Whether part of the text is hidden at this width."""
        return self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setToolTip(plain_tooltip(self.text()) if self.is_cut() else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.is_cut():
            super().paintEvent(event)
            return
        room = self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.end()
