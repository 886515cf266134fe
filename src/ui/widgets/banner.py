"""Banners: what a page has to say without a dialog; with a symbol, and perhaps an action."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ..i18n import tr
from ..icons import icon, pixmap
from ..palette import Tone, palette_of
from .button import Button, Kind, link
from .labels import label

_ICONS = {
    Tone.INFO: "info-circle",
    Tone.PRESENT: "circle-check",
    Tone.LATE: "alert-triangle",
    Tone.REFUSED: "alert-circle",
    Tone.NEUTRAL: "info-circle",
}


class Banner(QWidget):
    """A sentence above the page's body, hidden until it has one. `acted` fires for its action."""

    acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = Tone.INFO
        self._text = label()
        self._action = link("")
        self._close = Button("", Kind.LINK)
        self._close.setAccessibleName(tr("Đóng thông báo"))
        self._close.setToolTip(tr("Đóng thông báo"))
        self._act: Callable[[], object] | None = None
        self._action.clicked.connect(self._do)
        self._close.clicked.connect(self.hide)
        self._lay_out()
        self.hide()

    @property
    def text(self) -> str:
        """What the banner says."""
        return self._text.text()

    @property
    def tone(self) -> Tone:
        """How it says it."""
        return self._tone

    def say(
        self,
        text: str,
        tone: Tone = Tone.INFO,
        action: str = "",
        act: Callable[[], object] | None = None,
    ) -> None:
        """Show a sentence; the action is the text of a link at its end, `act` what it does."""
        self._tone = tone
        self._act = act
        self._text.setText(text)
        self.setAccessibleName(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._tint()
        self.show()
        self.update()

    def _do(self) -> None:
        self.acted.emit()
        if self._act is not None:
            self._act()

    def _lay_out(self) -> None:
        em = self.fontMetrics().height()
        row = QHBoxLayout(self)
        row.setContentsMargins(round(em * 2.6), em // 2, em // 2, em // 2)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _tint(self) -> None:
        self._close.setIcon(icon("x", palette_of(self).muted))
        self._close.setIconSize(QSize(16, 16))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_close"):
            self._tint()

    def paintEvent(self, event: QPaintEvent) -> None:
        inks = palette_of(self).inks(self._tone)
        em = self.fontMetrics().height()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(inks.line))
        painter.setBrush(QColor(inks.panel))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        side = round(em * 1.2)
        picture = pixmap(_ICONS[self._tone], inks.text, side, self.devicePixelRatioF())
        painter.drawPixmap(round(em * 0.8), (self.height() - side) // 2, picture)
        painter.end()
