"""People: everybody and what belongs to lists in tabs, one person's history, bringing in a list.

A tab is a `Page` of people_parts, imported and built when it is first shown. It is called with the
AppContext; `open(target)` gets the second half of ("held", target); a signal `opened` with a
person's id leads to that person, one named `import_asked` to the import.
"""

from collections.abc import Collection, Mapping
from importlib import import_module
from importlib.util import find_spec
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout

from ...exports.formats import number
from ...services.lists.held import count_held
from ..context import AppContext
from ..i18n import tr
from ..page import Page
from ..widgets.tab_bar import TabBar
from .import_steps.import_page import ImportPage
from .people_parts.people_list import PeopleList
from .people_parts.person_page import PersonPage

EVERYBODY, HELD = "everybody", "held"
_TABS: Mapping[str, str] = {
    HELD: "held_tab:HeldTab",
    "pairs": "pairs_tab:PairsTab",
    "batches": "batches_tab:BatchesTab",
    "teams": "teams_tab:TeamsTab",
}


class PeoplePage(Page):
    """Whole pages, of which one is in sight: the tabs, a person, and the import."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self.list = PeopleList(context)
        self.person = PersonPage(context)
        self.importing = ImportPage(context)
        self._tab_pages: dict[str, Page] = {EVERYBODY: self.list}
        self.tabs = TabBar(_titles())
        super().__init__(tr("Học viên"))
        self.person.left.connect(self._show_tabs)
        self.importing.left.connect(self._show_tabs)
        for part in (self.list, self.person, self.importing):
            self._listen(part)
        self.tabs.chosen.connect(self._tab_chosen)
        for keys, step in ((QKeySequence.StandardKey.NextChild, 1),
                           (QKeySequence.StandardKey.PreviousChild, -1)):  # fmt: skip
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda step=step: self._walk(step))

    @property
    def shown(self) -> Page:
        """The page in sight."""
        return next(part for part in self._parts if part is self._stack.currentWidget())

    def tab(self, key: str) -> Page:
        """The page of a tab, built now if it was never shown. Raises KeyError."""
        if key not in self._tab_pages:
            module, _, name = _TABS[key].partition(":")
            make = getattr(import_module(f".people_parts.{module}", __package__), name)
            part: Page = make(self._context)
            self._listen(part)
            self._tab_pages[key] = part
            self._stack.addWidget(part)
        return self._tab_pages[key]

    def open(self, target: Any) -> None:
        """Show a person (their id), ("import", course code or ""), ("search", text), a tab
        ("held", …), ("pairs", …), ("batches", …), ("teams", …), or "" for everybody.
        """
        if isinstance(target, UUID):
            self.person.open(target)
            self._stack.setCurrentWidget(self.person)
        elif isinstance(target, tuple) and target[0] == "import":
            self.importing.open(target[1])
            self._stack.setCurrentWidget(self.importing)
        else:
            self._open_tab(target)
        self._pass_status()

    def go_home(self) -> None:
        """From a person or an import back to the tabs."""
        if self.shown is self.person:
            self._show_tabs()

    def show_page(self) -> None:
        self._count_held()
        self.shown.show_page()

    def refresh(self) -> None:
        self._count_held()
        self.shown.refresh()

    def unsaved(self) -> str:
        return " ".join(filter(None, (part.unsaved() for part in self._parts)))

    def on_changed(self, changes: Collection[str]) -> None:
        for part in self._parts:
            part.on_changed(changes)
        if not changes or {"imports", "people"} & set(changes):
            self._count_held()

    @property
    def _parts(self) -> tuple[Page, ...]:
        return (*self._tab_pages.values(), self.person, self.importing)

    def _listen(self, part: Page) -> None:
        part.status_changed.connect(self._pass_status)
        part.navigated.connect(self._lead)
        for name, slot in (
            ("opened", self._show),
            ("import_asked", lambda: self._show(("import", ""))),
        ):
            if hasattr(part, name):
                getattr(part, name).connect(slot)

    def _lead(self, page: str, target: object) -> None:
        """What is on this page is shown at once; the window knows the other pages."""
        if page == "people":
            self._show(target)
        else:
            self.navigated.emit(page, target)

    def _open_tab(self, target: Any) -> None:
        key = target[0] if isinstance(target, tuple) else EVERYBODY
        if key in self.tabs.all_keys() and key != EVERYBODY:
            self.tab(key).open(target[1])
            self._show_tab(key)
            return
        self._show_tab(EVERYBODY)
        if key == "search":
            self.list.search_for(target[1])

    def _show_tab(self, key: str) -> None:
        part = self.tab(key)
        if self._stack.currentWidget() is not part or not part.isAncestorOf(self.tabs):
            had_focus = self.tabs.isAncestorOf(self.focusWidget() or self)
            part.set_tabs(self.tabs)
            self._stack.setCurrentWidget(part)
            if had_focus:
                self.tabs.focus_chosen()
        self.tabs.blockSignals(True)
        self.tabs.choose(key)
        self.tabs.blockSignals(False)

    def _tab_chosen(self, key: str) -> None:
        self._show_tab(key)
        self._count_held()
        self._pass_status()
        self.shown.show_page()

    def _walk(self, step: int) -> None:
        if self.shown not in self._tab_pages.values():
            return
        keys = self.tabs.all_keys()
        self.tabs.choose(keys[(keys.index(self.tabs.current()) + step) % len(keys)])
        self.shown.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show(self, target: Any) -> None:
        self.open(target)
        self.shown.show_page()

    def _show_tabs(self) -> None:
        """Back to the tab one came from."""
        key = self.tabs.current()
        self._show_tab(key)
        self._pass_status()
        self.shown.show_page()
        self.shown.take_focus()

    def _pass_status(self) -> None:
        self.set_status(self.shown.status)

    def _count_held(self) -> None:
        if HELD not in self.tabs.all_keys():
            return
        self._context.read(count_held, self._say_held, self, replaces="held count")

    def _say_held(self, count: int) -> None:
        titled = tr("Dòng để lại ({count})").format(count=number(count))
        self.tabs.rename(HELD, titled if count else tr("Dòng để lại"))

    def _lay_out(self, scrolls: bool) -> None:
        """No header of its own: each of the parts has one."""
        self._stack = QStackedLayout(self)
        for part in self._parts:
            self._stack.addWidget(part)
        self.list.set_tabs(self.tabs)


def _titles() -> list[tuple[str, str]]:
    """The tabs whose module is there."""
    titles = {
        EVERYBODY: tr("Mọi người"),
        HELD: tr("Dòng để lại"),
        "pairs": tr("Có thể trùng"),
        "batches": tr("Lần nhập"),
        "teams": tr("Tổ và thôn/bản"),
    }
    return [(key, words) for key, words in titles.items() if key == EVERYBODY or _is_there(key)]


def _is_there(key: str) -> bool:
    module = _TABS[key].partition(":")[0]
    return find_spec(f".people_parts.{module}", __package__) is not None
