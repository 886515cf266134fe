"""Figure cards: a label, a large number and a note; a figure can open what stands behind it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from ..i18n import tr
from .card import Card
from .labels import Rank, label, plain_tooltip


class FigureCard(Card):
    """One figure. `opened` fires on a click or Enter once `set_openable` was called."""

    opened = Signal()

    def __init__(self, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        em = self.fontMetrics().height()
        self.body.setContentsMargins(em, round(em * 0.8), em, round(em * 0.8))
        self.body.setSpacing(0)
        self._caption = label(caption, Rank.NOTE)
        self._figure = label("–", Rank.FIGURE)
        self._note = label("", Rank.NOTE)
        for part in (self._caption, self._figure, self._note):
            self.body.addWidget(part)
        self._sentence = ""
        self._name()

    def show_figure(self, figure: str, note: str = "", sentence: str = "") -> None:
        """Show a figure already written out (1.234,5), its note, and the sentence to copy."""
        self._figure.setText(figure)
        self._note.setText(note)
        self._sentence = sentence
        self._name()

    def set_openable(self, hint: str) -> None:
        """Let the figure be opened by mouse and keyboard; the hint says what opens."""
        self.setProperty("open", True)
        self.setToolTip(plain_tooltip(hint))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def copy_sentence(self) -> None:
        """Put the figure as a sentence on the clipboard."""
        QGuiApplication.clipboard().setText(self._sentence or self.accessibleName())

    def _name(self) -> None:
        parts = (self._caption.text(), self._figure.text(), self._note.text())
        self.setAccessibleName(": ".join(parts[:2]) + (f" ({parts[2]})" if parts[2] else ""))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and self.property("open") and inside:
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in keys and self.property("open"):
            self.opened.emit()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.addAction(tr("Chép câu báo cáo")).triggered.connect(self.copy_sentence)
        menu.popup(event.globalPos())
