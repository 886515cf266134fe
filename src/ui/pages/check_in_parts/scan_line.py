"""The scan line: a keyboard scanner and a person type into it, and it tells the two apart."""

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from ....scanning.codes import CODE_LENGTH
from ...i18n import tr
from ...icons import icon
from ...palette import palette_of

SILENCE_MS = 150
"""So long after 16 fast digits a scanner that sends no Enter has ended."""
FAST = 0.05
"""Seconds between keys, on average, that nobody types in."""
FEWEST = 6
"""Fewer keys than this say nothing about who typed."""
_DIGITS = frozenset("0123456789")


def is_fast(times: Sequence[float]) -> bool:
    """Whether keys pressed at these moments (seconds) came from a scanner."""
    return len(times) >= FEWEST and (times[-1] - times[0]) / (len(times) - 1) <= FAST


def codes_in(text: str, times: Sequence[float]) -> list[str]:
    """The card codes a line holds: one, several a scanner sent without Enter, or one that a
    scanner typed behind something half typed. Empty when it is for a person to say what it is.
    """
    digits = "".join(text.split())
    plain = bool(digits) and set(digits) <= _DIGITS
    if plain and len(digits) == CODE_LENGTH:
        return [digits]
    if plain and len(digits) % CODE_LENGTH == 0 and is_fast(times):
        return [digits[at : at + CODE_LENGTH] for at in range(0, len(digits), CODE_LENGTH)]
    tail = text[-CODE_LENGTH:]
    if len(tail) == CODE_LENGTH and set(tail) <= _DIGITS and is_fast(times[-CODE_LENGTH:]):
        return [tail] if len(times) >= CODE_LENGTH else []
    return []


class ScanLine(QLineEdit):
    """`scanned` brings a code; `asked` what a person typed so far, `ended` a line that is no
    card's and whether it was typed as fast as a scanner does; `moved` the arrow keys (±1), `left`
    the escape key.
    """

    scanned = Signal(str)
    asked = Signal(str)
    ended = Signal(str, bool)
    moved = Signal(int)
    left = Signal()
    undo_asked = Signal()

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("scanLine")
        hint = tr("Quét thẻ, hoặc gõ tên, số điện thoại, 4 số cuối (F3)")
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self._clock = clock
        self._times: list[float] = []
        self._glass = self.addAction(icon("scan", "#000000"), self.ActionPosition.LeadingPosition)
        self._silence = QTimer(self, singleShot=True, interval=SILENCE_MS)
        self._silence.timeout.connect(self._fell_silent)
        self.textChanged.connect(self._changed)
        self._tint()

    def catch_keys(self, page: QWidget) -> None:
        """Take the digits typed anywhere in the page's window while the page is shown."""
        for digit in sorted(_DIGITS):
            shortcut = QShortcut(QKeySequence(digit), page)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(lambda digit=digit: self.take_key(digit))

    def take_key(self, character: str) -> None:
        """A key that was pressed while another widget had the focus."""
        if not self.isEnabled():
            return
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.deselect()
        self.insert(character)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._end()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        elif event.matches(QKeySequence.StandardKey.Undo) and not self.text():
            self.undo_asked.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_glass"):
            self._tint()

    def _tint(self) -> None:
        self._glass.setIcon(icon("scan", palette_of(self).faint))

    def _changed(self, text: str) -> None:
        """Each change is a key's: where the text grew by more, it was pasted."""
        if len(text) != len(self._times) + 1:
            self._times = [-float(at) for at in range(len(text), 0, -1)]
        else:
            self._times.append(self._clock())
        self._silence.stop()
        if is_fast(self._times) and codes_in(text, self._times):
            self._silence.start()
        self.asked.emit("" if is_fast(self._times) else text)

    def _fell_silent(self) -> None:
        if codes_in(self.text(), self._times):
            self._end()

    def _end(self) -> None:
        """The line is empty before anybody hears of it: the next scan may be on its way."""
        text, codes = self.text(), codes_in(self.text(), self._times)
        fast, self._times = is_fast(self._times), []
        self._silence.stop()
        self.blockSignals(True)
        self.clear()
        self.blockSignals(False)
        for code in codes:
            self.scanned.emit(code)
        if text.strip() and not codes:
            self.ended.emit(text.strip(), fast)
