"""Long work at the foot of a page: how far it is, in words, and a button that stops it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from ..i18n import tr
from ..jobs import JobHandle
from .button import plain
from .labels import ElidedLabel, Rank


class ProgressStrip(QWidget):
    """Hidden until it follows a job; `stopped` fires when the user stops that job."""

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ElidedLabel("", Rank.NOTE)
        self._bar = QProgressBar(textVisible=False)
        self._stop = plain(tr("Dừng"))
        self._handle: JobHandle | None = None
        self._stop.clicked.connect(self._cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._text)
        row.addWidget(self._bar, 1)
        row.addWidget(self._stop)
        self.hide()

    def follow(self, handle: JobHandle, text: str) -> None:
        """Show this job until it ends."""
        self._handle = handle
        self._show(0, 0, text)
        self._stop.setEnabled(True)
        handle.progressed.connect(self._show)
        handle.ended.connect(self._finish)
        self.show()

    def _show(self, done: int, total: int, text: str) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if text:
            self._text.setText(text)
        self._bar.setAccessibleName(self._text.text())

    def _cancel(self) -> None:
        if self._handle is not None:
            self._handle.cancel()
            self._stop.setEnabled(False)
            self._text.setText(tr("Đang dừng…"))
            self.stopped.emit()

    def _finish(self) -> None:
        if self.sender() is self._handle:
            self._handle = None
            self.hide()
