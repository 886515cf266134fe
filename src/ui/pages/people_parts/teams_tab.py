"""The register of teams as a tab of the people's page: the list, a team, a commune, an import."""

from collections.abc import Collection
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout

from ...context import AppContext
from ...i18n import tr
from ...page import Page
from ...widgets.tab_bar import TabBar
from .commune_page import CommunePage
from .team_import import TeamImport
from .team_list import TeamList
from .team_page import TeamPage


class TeamsTab(Page):
    """Four whole pages, of which one is in sight. `opened` brings the id of a person."""

    opened = Signal(object)

    def __init__(self, context: AppContext) -> None:
        self.list = TeamList(context)
        self.team = TeamPage(context)
        self.commune = CommunePage(context)
        self.importing = TeamImport(context)
        self._parts: tuple[Page, ...] = (self.list, self.team, self.commune, self.importing)
        super().__init__(tr("Học viên"))
        self.list.team_asked.connect(lambda team: self._show(("team", team)))
        self.list.commune_asked.connect(lambda unit: self._show(("commune", unit)))
        self.list.import_asked.connect(self.import_register)
        self.team.left.connect(self._show_list)
        self.team.opened.connect(self.opened)
        self.commune.left.connect(self._show_list)
        self.commune.teams_asked.connect(self._show_teams_of)
        self.importing.left.connect(self._show_list)
        self.importing.held_asked.connect(
            lambda batch: self.navigated.emit("people", ("held", batch))
        )
        for part in self._parts:
            part.status_changed.connect(self._pass_status)
            part.navigated.connect(self.navigated)

    @property
    def shown(self) -> Page:
        """The page in sight."""
        return next(part for part in self._parts if part is self._stack.currentWidget())

    def open(self, target: Any) -> None:
        """Show ("team", id), ("commune", id), the register of a commune (its id), or all of it."""
        if isinstance(target, tuple):
            part = self.team if target[0] == "team" else self.commune
            part.open(target[1])
            self._stack.setCurrentWidget(part)
        else:
            self._stack.setCurrentWidget(self.list)
            if isinstance(target, UUID):
                self.list.show_commune(target)
        self._pass_status()

    def import_register(self) -> None:
        """Ask for a register and show what it would bring."""
        if self.importing.choose():
            self._stack.setCurrentWidget(self.importing)
            self._pass_status()

    def show_import(self, path: Path) -> None:
        """Show what a register would bring."""
        self.importing.take_file(path)
        self._stack.setCurrentWidget(self.importing)
        self._pass_status()

    def set_tabs(self, tabs: TabBar) -> None:
        """The tabs of the people's page stand over the list only."""
        self.list.set_tabs(tabs)

    def show_page(self) -> None:
        self.shown.show_page()

    def refresh(self) -> None:
        self.shown.refresh()

    def take_focus(self) -> None:
        self.shown.take_focus()

    def go_home(self) -> None:
        self._show_list()

    def unsaved(self) -> str:
        return self.importing.unsaved()

    def on_changed(self, changes: Collection[str]) -> None:
        for part in self._parts:
            part.on_changed(changes)

    def _show(self, target: Any) -> None:
        self.open(target)
        self.shown.show_page()

    def _show_list(self) -> None:
        self._show(None)
        self.list.table.setFocus()

    def _show_teams_of(self, unit: UUID) -> None:
        self._show(unit)

    def _pass_status(self) -> None:
        self.set_status(self.shown.status)

    def _lay_out(self, scrolls: bool) -> None:
        """No header of its own: each of the parts has one."""
        self._stack = QStackedLayout(self)
        for part in self._parts:
            self._stack.addWidget(part)
