"""Two records side by side, a line for each field; a sign says whether they agree."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from ....services.comparison import Agreement, FieldPair
from ...i18n import tr
from ...palette import Tone, palette_of
from ...widgets.button import link
from ...widgets.labels import Rank, label, plain_tooltip
from ..import_steps.comparison_grid import person_field_words

_SIGNS = {
    Agreement.SAME: "=",
    Agreement.DIFFERS: "≠",
    Agreement.ONLY_LEFT: "–",
    Agreement.ONLY_RIGHT: "–",
}


class FieldPairs(QWidget):
    """Shows `FieldPair`s: the field's name, the left text, a sign, the right text.

    `opened` asks for the history of a person: True for the left one.
    """

    opened = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._content = QWidget()
        self._column.addWidget(self._content)
        self._column.addStretch(1)

    @property
    def texts(self) -> list[str]:
        """What is shown, line by line."""
        return [part.text() for part in self._content.findChildren(QLabel)]

    def show_pairs(self, pairs: Sequence[FieldPair]) -> None:
        """Show these fields in place of the ones before."""
        old, self._content = self._content, QWidget()
        grid = QGridLayout(self._content)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(round(self.fontMetrics().height() * 0.35))
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        for column, is_left, title in (
            (1, True, tr("Người thứ nhất")),
            (3, False, tr("Người thứ hai")),
        ):
            grid.addWidget(label(title, Rank.HEADING), 0, column)
            history = link(tr("Mở hồ sơ"))
            history.setAccessibleName(f"{history.text()}: {title}")
            history.clicked.connect(lambda _=False, is_left=is_left: self.opened.emit(is_left))
            grid.addWidget(history, len(pairs) + 1, column, Qt.AlignmentFlag.AlignLeft)
        for row, pair in enumerate(pairs, 1):
            self._add(grid, row, pair)
        self._column.replaceWidget(old, self._content)
        old.hide()
        old.deleteLater()

    def _add(self, grid: QGridLayout, row: int, pair: FieldPair) -> None:
        name = label(person_field_words(pair.field), Rank.NOTE)
        name.setWordWrap(False)
        sign = label(_SIGNS[pair.agreement], Rank.NOTE)
        sign.setAccessibleName(agreement_words(pair.agreement))
        sign.setToolTip(plain_tooltip(agreement_words(pair.agreement)))
        left, right = label(pair.left or "–"), label(pair.right or "–")
        for text in (left, right):
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if pair.agreement is Agreement.DIFFERS:
            for part in (left, sign, right):
                _tint(part)
        for column, part in enumerate((name, left, sign, right)):
            grid.addWidget(part, row, column, Qt.AlignmentFlag.AlignTop)


def agreement_words(agreement: Agreement) -> str:
    """How two records stand to each other in a field."""
    return {
        Agreement.SAME: tr("giống nhau"),
        Agreement.DIFFERS: tr("khác nhau"),
        Agreement.ONLY_LEFT: tr("chỉ có ở hồ sơ thứ nhất"),
        Agreement.ONLY_RIGHT: tr("chỉ có ở hồ sơ thứ hai"),
    }[agreement]


def _tint(part: QLabel) -> None:
    ink = QColor(palette_of(part).inks(Tone.LATE).text).name()
    part.setStyleSheet(f"color: {ink}; font-weight: 600;")
