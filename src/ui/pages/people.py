"""People: everybody, one person's history, and bringing in a list; one page of the rail."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QStackedLayout

from ..context import AppContext
from ..i18n import tr
from ..page import Page
from .import_steps.import_page import ImportPage
from .people_parts.people_list import PeopleList
from .people_parts.person_page import PersonPage


class PeoplePage(Page):
    """Three whole pages, of which one is in sight."""

    def __init__(self, context: AppContext) -> None:
        self.list = PeopleList(context)
        self.person = PersonPage(context)
        self.importing = ImportPage(context)
        self._parts: tuple[Page, ...] = (self.list, self.person, self.importing)
        super().__init__(tr("Học viên"))
        self.list.opened.connect(lambda person: self._show(person))
        self.list.import_asked.connect(lambda: self._show(("import", "")))
        self.person.left.connect(self._show_list)
        self.importing.left.connect(self._show_list)
        for part in self._parts:
            part.status_changed.connect(self._pass_status)
            part.navigated.connect(self.navigated)

    @property
    def shown(self) -> Page:
        """The page in sight."""
        return next(part for part in self._parts if part is self._stack.currentWidget())

    def open(self, target: Any) -> None:
        """Show a person (their id), ("import", course code or ""), ("search", text) or ""."""
        if isinstance(target, UUID):
            self.person.open(target)
            self._stack.setCurrentWidget(self.person)
        elif isinstance(target, tuple) and target[0] == "import":
            self.importing.open(target[1])
            self._stack.setCurrentWidget(self.importing)
        else:
            self._stack.setCurrentWidget(self.list)
            if isinstance(target, tuple):
                self.list.search_for(target[1])
        self._pass_status()

    def show_page(self) -> None:
        self.shown.show_page()

    def refresh(self) -> None:
        self.shown.refresh()

    def on_changed(self, changes: Collection[str]) -> None:
        for part in self._parts:
            part.on_changed(changes)

    def _show(self, target: Any) -> None:
        self.open(target)
        self.shown.show_page()

    def _show_list(self) -> None:
        self._show("")
        self.list.table.setFocus()

    def _pass_status(self) -> None:
        self.set_status(self.shown.status)

    def _lay_out(self, scrolls: bool) -> None:
        """No header of its own: each of the parts has one."""
        self._stack = QStackedLayout(self)
        for part in self._parts:
            self._stack.addWidget(part)
