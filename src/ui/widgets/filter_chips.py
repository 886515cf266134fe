"""Filter chips: one of a few ways to look at a list, each with how many it holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from .button import Button, Kind


@dataclass(frozen=True)
class Chip:
    """One way to look: its key, its words and, when known, how many there are."""

    key: str
    text: str
    count: int | None = None

    @property
    def words(self) -> str:
        """What stands on the chip."""
        return self.text if self.count is None else f"{self.text} {self.count}"


class FilterChips(QWidget):
    """A row of chips of which one is on. `chosen` brings its key."""

    chosen = Signal(str)

    def __init__(self, chips: Sequence[Chip] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, Button] = {}
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(self.fontMetrics().height() // 2)
        self._row.addStretch(1)
        self.show_chips(chips)

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Show these chips; the chosen key stays chosen where it still exists."""
        before = self.current()
        if list(self._buttons) != [chip.key for chip in chips]:
            self._rebuild(chips)
        for chip in chips:
            self._buttons[chip.key].setText(chip.words)
        if chips and not self.current():
            self._check(before if before in self._buttons else chips[0].key)

    def current(self) -> str:
        """The key of the chip that is on; empty without chips."""
        return next((key for key, chip in self._buttons.items() if chip.isChecked()), "")

    def _tell(self, key: str, on: bool) -> None:
        if on:
            self.chosen.emit(key)

    def choose(self, key: str) -> None:
        """Turn a chip on by its key."""
        self._buttons[key].setChecked(True)

    def _rebuild(self, chips: Sequence[Chip]) -> None:
        for button in self._buttons.values():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons = {chip.key: self._make(chip.key) for chip in chips}

    def _make(self, key: str) -> Button:
        button = Button("", Kind.CHIP)
        button.setCheckable(True)
        button.toggled.connect(partial(self._tell, key))
        self._group.addButton(button)
        self._row.insertWidget(self._row.count() - 1, button)
        return button

    def _check(self, key: str) -> None:
        button = self._buttons[key]
        button.blockSignals(True)
        button.setChecked(True)
        button.blockSignals(False)
