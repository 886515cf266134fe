"""The search box: waits a moment after the last key, F3 or Ctrl+F leads to it."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from ..i18n import tr
from ..icons import icon
from ..palette import palette_of


class SearchBox(QLineEdit):
    """`searched` brings the text, trimmed, `delay` ms after the last key, at once on Enter."""

    searched = Signal(str)

    def __init__(self, hint: str, delay: int = 150, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self._glass = self.addAction(icon("search", "#000000"), self.ActionPosition.LeadingPosition)
        self._clear = self._add_clear()
        self.setTextMargins(-(self.fontMetrics().height() // 2), 0, 0, 0)  # nearer to the glass
        self._tint()
        self._last = ""
        self._timer = QTimer(self, singleShot=True, interval=delay)
        self._timer.timeout.connect(self._search)
        self.textChanged.connect(self._typed)
        self.returnPressed.connect(self._search)
        for keys in ("F3", QKeySequence.StandardKey.Find):
            QShortcut(QKeySequence(keys), self).activated.connect(self.focus)

    def focus(self) -> None:
        """Take the cursor, with the old text chosen so that typing replaces it."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def _add_clear(self) -> QAction:
        action = self.addAction(icon("x", "#000000"), self.ActionPosition.TrailingPosition)
        action.setToolTip(tr("Xóa ô tìm"))
        action.triggered.connect(self.clear)
        action.setVisible(False)
        return action

    def _typed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._timer.start()

    def _search(self) -> None:
        self._timer.stop()
        text = self.text().strip()
        if text != self._last:
            self._last = text
            self.searched.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        if hasattr(self, "_clear"):
            colour = palette_of(self).faint
            self._glass.setIcon(icon("search", colour))
            self._clear.setIcon(icon("x", colour))
