"""Tabs below a page's title: words, the chosen one underlined; arrow keys move between them."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QWidget

from .button import Button, Kind


class TabBar(QFrame):
    """`chosen` brings the key of the tab; nothing is chosen twice in a row.

    `pressed` fires for each click, also on the tab that is chosen already.
    """

    chosen = Signal(str)
    pressed = Signal(str)

    def __init__(self, tabs: Sequence[tuple[str, str]] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tabBar")
        self._tabs: dict[str, Button] = {}
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(self.fontMetrics().height(), 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addStretch(1)
        for key, title in tabs:
            self.add_tab(key, title)

    def add_tab(self, key: str, title: str) -> None:
        """Add a tab at the end; the first one is chosen, without a signal."""
        tab = Button(title, Kind.TAB)
        tab.setCheckable(True)
        tab.setMinimumWidth(1)
        tab.toggled.connect(partial(self._tell, key))
        tab.clicked.connect(partial(self._press, key))
        self._row.insertWidget(len(self._tabs), tab)
        if not self._tabs:
            tab.blockSignals(True)
            tab.setChecked(True)
            tab.blockSignals(False)
        self._tabs[key] = tab
        self._group.addButton(tab)

    def all_keys(self) -> tuple[str, ...]:
        """The keys of all tabs, from the left."""
        return tuple(self._tabs)

    def current(self) -> str:
        """The key of the chosen tab; empty without tabs."""
        return next((key for key, tab in self._tabs.items() if tab.isChecked()), "")

    def _tell(self, key: str, on: bool) -> None:
        if on:
            self.chosen.emit(key)

    def _press(self, key: str, *_: object) -> None:
        self.pressed.emit(key)

    def choose(self, key: str) -> None:
        """Choose a tab by its key."""
        self._tabs[key].setChecked(True)

    def focus_chosen(self) -> None:
        """Put the cursor on the chosen tab, so that the arrow keys lead on from it."""
        if self._tabs:
            self._tabs[self.current()].setFocus(Qt.FocusReason.OtherFocusReason)

    def allow(self, key: str, on: bool) -> None:
        """Let a tab be chosen, or not yet."""
        self._tabs[key].setEnabled(on)

    def rename(self, key: str, title: str) -> None:
        """Give a tab another title: "Học viên (130)"."""
        self._tabs[key].setText(title)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        if event.key() not in steps or not self._tabs:
            super().keyPressEvent(event)
            return
        keys = [key for key, tab in self._tabs.items() if tab.isEnabled()]
        at = (keys.index(self.current()) + steps[Qt.Key(event.key())]) % len(keys)
        self.choose(keys[at])
        self._tabs[keys[at]].setFocus()
