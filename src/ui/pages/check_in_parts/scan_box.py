"""The scan line with the people it suggests: what comes out is a payload or a person."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ....services.door import found_people
from ....services.enrolments import EnrolmentRecord
from ...i18n import tr
from ...widgets.button import plain
from .scan_line import ScanLine
from .suggestions import Suggestions

PAUSE_MS = 80
"""The suggestions wait so long after a key: a scanner's digits never show any."""
_A_CODE_BY_HAND = 9
"""So many digits that nobody's phone begins with them are a mistyped code, not a search."""


class ScanBox(QWidget):
    """`scanned` brings a payload, `picked` a person that was chosen by name, `nobody` what was
    typed for somebody who is not in the course, `left` the escape key, `undo_asked` Ctrl+Z.
    """

    scanned = Signal(str)
    picked = Signal(object)
    nobody = Signal(str)
    left = Signal()
    undo_asked = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.line = ScanLine()
        self.undo = plain(tr("Hoàn tác (Ctrl+Z)"), "arrow-back-up")
        self.suggestions = Suggestions(page)
        self._people: Sequence[EnrolmentRecord] = ()
        self._is_in: Callable[[EnrolmentRecord], bool] = lambda _: False
        self._typed = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(self.undo)
        self._connect(page)

    def suggest_from(
        self, people: Sequence[EnrolmentRecord], is_in: Callable[[EnrolmentRecord], bool]
    ) -> None:
        """Suggest these people from now on."""
        self._people, self._is_in = people, is_in

    def focus(self) -> None:
        """Put the cursor into the line, what stands there chosen."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def _connect(self, page: QWidget) -> None:
        self._pause.timeout.connect(self._offer)
        self.line.catch_keys(page)
        self.line.scanned.connect(self._scanned)
        self.line.asked.connect(self._asked)
        self.line.ended.connect(self._ended)
        self.line.moved.connect(self.suggestions.move_bar)
        self.line.left.connect(self._leave)
        self.line.undo_asked.connect(self.undo_asked)
        self.undo.clicked.connect(lambda: self.undo_asked.emit())
        self.suggestions.chosen.connect(self._pick)
        QShortcut(QKeySequence("F3"), page).activated.connect(self.focus)
        QShortcut(QKeySequence.StandardKey.Undo, page).activated.connect(self.undo_asked)

    def _scanned(self, payload: str) -> None:
        self._hide()
        self.scanned.emit(payload)

    def _asked(self, text: str) -> None:
        self._typed = text
        if text.strip():
            self._pause.start()
        else:
            self._hide()

    def _offer(self) -> None:
        self.suggestions.offer(found_people(self._people, self._typed), self._is_in, self.line)

    def _ended(self, text: str, fast: bool) -> None:
        """Enter on a line that is no card's: a person, a choice of people, or a strange scan."""
        current = self.suggestions.current
        self._hide()
        found = [current] if current else found_people(self._people, text)
        if len(found) == 1:
            self.picked.emit(found[0])
        elif found:
            self.line.setText(text)
            self._pause.stop()
            self.suggestions.offer(found, self._is_in, self.line)
        elif fast or _is_long_number(text):
            self.scanned.emit(text)
        else:
            self.nobody.emit(text)

    def _pick(self, person: EnrolmentRecord) -> None:
        self.line.clear()
        self._hide()
        self.picked.emit(person)

    def _leave(self) -> None:
        self._hide()
        self.left.emit()

    def _hide(self) -> None:
        self._pause.stop()
        self.suggestions.hide()


def _is_long_number(text: str) -> bool:
    digits = "".join(text.split())
    return digits.isdigit() and len(digits) >= _A_CODE_BY_HAND
