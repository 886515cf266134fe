"""What an empty page says: one sentence on what to do next, and the button that does it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ..icons import pixmap
from ..palette import palette_of
from .button import plain
from .labels import Rank, label


class EmptyState(QWidget):
    """An icon, a sentence and perhaps an action; `acted` fires when the button is pressed."""

    acted = Signal()

    def __init__(
        self, icon_name: str, sentence: str, action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._sentence = label(sentence, Rank.MUTED)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._button = plain(action)
        self._button.clicked.connect(lambda: self.acted.emit())
        self._lay_out()
        self._button.setVisible(bool(action))
        self._tint()

    def say(self, sentence: str, action: str = "") -> None:
        """Say something else: "nothing found" is not "nothing there yet"."""
        self._sentence.setText(sentence)
        self._button.setText(action)
        self._button.setVisible(bool(action))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(self._picture)
        column.addSpacing(self.fontMetrics().height() // 2)
        column.addWidget(self._sentence)
        column.addSpacing(self.fontMetrics().height() // 2)
        column.addWidget(self._button, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_picture"):
            self._tint()

    def _tint(self) -> None:
        side = round(self.fontMetrics().height() * 2.6)
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(pixmap(self._icon_name, palette_of(self).faint, side, ratio))
