"""A page: a header with title, subtitle and actions, then a body; it refreshes when it is stale."""

from collections.abc import Collection
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from .widgets.banner import Banner
from .widgets.button import Button, Kind
from .widgets.labels import ElidedLabel, Rank
from .widgets.progress_strip import ProgressStrip
from .widgets.search_box import SearchBox
from .widgets.status_pill import Pill, StatusPill
from .widgets.tab_bar import TabBar


class PageHeader(QWidget):
    """Title, a pill, a subtitle, and at the right the actions with one primary button."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ElidedLabel(title, Rank.TITLE)
        self.pill = StatusPill()
        self.subtitle = ElidedLabel("", Rank.MUTED)
        em = self.fontMetrics().height()
        self._fields: list[QWidget] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(round(em * 0.75))
        for part in (self.title, self.pill, self.subtitle):
            self._row.addWidget(part)
        self._row.addStretch(1)
        self.setMinimumHeight(round(em * 2.15))

    def add_action(self, button: Button) -> None:
        """Put a button at the right end. Raises ValueError for a second primary one."""
        others = self.findChildren(Button)
        if button.kind is Kind.PRIMARY and any(b.kind is Kind.PRIMARY for b in others):
            raise ValueError("a page has one primary button")
        self._row.addWidget(button)
        self._share()

    def add_field(self, field: QWidget) -> None:
        """Put a field that chooses what the page shows at the right end."""
        self._fields.append(field)
        self._row.addWidget(field)
        self._share()

    def say(self, title: str, subtitle: str = "", pill: Pill | None = None) -> None:
        """Change the words at the left."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self.pill.set_pill(pill)
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Where there is too little room the subtitle gives way before the title does."""
        gaps = self._row.spacing() * self._row.count()
        others = (*self.findChildren(Button), *self._fields, self.title)
        rest = [part.sizeHint().width() for part in others]
        pill = 0 if self.pill.isHidden() else self.pill.sizeHint().width()
        room = self.width() - sum(rest) - pill - gaps
        self.subtitle.setMaximumWidth(max(room, 0))
        self.subtitle.setVisible(room > 5 * self.fontMetrics().height())


class Page(QWidget):
    """What every page derives from. Build widgets in __init__, ask for data in `load()`.

    `watches` names the changes that make the page stale; empty means every change.
    `status_changed` brings the line at the foot of the window, `navigated` the key of another
    page and what it shall open.
    """

    watches: frozenset[str] = frozenset()
    status_changed = Signal(str)
    navigated = Signal(str, object)

    def __init__(self, title: str, parent: QWidget | None = None, scrolls: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.stale = True
        self.status = ""
        self.header = PageHeader(title)
        self.banner = Banner()
        self.progress = ProgressStrip()
        self.body = QVBoxLayout()
        self._lay_out(scrolls)

    def load(self) -> None:
        """Start the jobs that fill the page. Called when the page is shown and stale."""

    def open(self, target: Any) -> None:
        """Show something particular: a course, a person; called before the page is shown."""

    def go_home(self) -> None:
        """The rail's entry of this page was chosen while it is shown: back to its beginning."""

    def unsaved(self) -> str:
        """What would be lost if the window closed now, as a sentence; empty when nothing would."""
        return ""

    def show_page(self) -> None:
        """The window shows the page now: refresh what is stale."""
        if self.stale:
            self.refresh()

    def take_focus(self) -> None:
        """The page is shown for the first time: put the cursor into its search box, or its table.

        Pages with a better place override this; without either the page itself takes the keys.
        Later Qt puts the cursor back where it was.
        """
        places = [*self.findChildren(SearchBox), *self.findChildren(QAbstractItemView)]
        seen = [w for w in places if w.isVisible() and w.isEnabled()]
        (seen[0] if seen else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Load anew at once."""
        self.stale = False
        self.load()

    def on_changed(self, changes: Collection[str]) -> None:
        """Something was written: a page in sight refreshes, a hidden one when it is shown."""
        if self.watches and not self.watches.intersection(changes):
            return
        self.stale = True
        if self.isVisible():
            self.refresh()

    def set_status(self, text: str) -> None:
        """Put a line at the foot of the window while this page is shown."""
        self.status = text
        self.status_changed.emit(text)

    def set_title(self, title: str, subtitle: str = "", pill: Pill | None = None) -> None:
        """Change the header."""
        self.header.say(title, subtitle, pill)

    def set_tabs(self, tabs: TabBar) -> None:
        """Put tabs between header and body, over the whole width."""
        self._outer.insertWidget(1, tabs)
        self._column.setContentsMargins(self._side, self._gap, self._side, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A banner above what scrolls has room below it, as long as it is there."""
        kinds = QEvent.Type
        if watched is self.banner and event.type() in (kinds.ShowToParent, kinds.HideToParent):
            below = self._gap if event.type() is kinds.ShowToParent else 0
            self._frame.setContentsMargins(self._side, 0, self._side, below)
        return super().eventFilter(watched, event)

    def _lay_out(self, scrolls: bool) -> None:
        em = self.fontMetrics().height()
        self._side = side = round(em * 1.4)
        self._gap = round(em * 0.75)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, em, 0, em)
        self._outer.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(side, 0, side, round(em * 0.6))
        head.addWidget(self.header)
        self._outer.addLayout(head)
        self._column = column = QVBoxLayout()
        column.setContentsMargins(side, 0, side, 0)
        column.setSpacing(self._gap)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(round(em * 0.8))
        if scrolls:  # what the page has to say stays in sight
            self._frame = _framed(self.banner, side)
            self._outer.addLayout(self._frame)
            self.banner.installEventFilter(self)
            column.addLayout(self.body, 1)
            self._outer.addWidget(_holder(column, scrolls), 1)
            self._outer.addLayout(_framed(self.progress, side))
            return
        column.addWidget(self.banner)
        column.addLayout(self.body, 1)
        column.addWidget(self.progress)
        self._outer.addWidget(_holder(column, scrolls), 1)


def _framed(widget: QWidget, side: int) -> QVBoxLayout:
    """The widget between the page's edges."""
    column = QVBoxLayout()
    column.setContentsMargins(side, 0, side, 0)
    column.addWidget(widget)
    return column


def _holder(column: QVBoxLayout, scrolls: bool) -> QWidget:
    inner = QWidget()
    inner.setObjectName("pageBody")
    inner.setLayout(column)
    if not scrolls:
        return inner
    area = QScrollArea(widgetResizable=True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inner)
    return area
