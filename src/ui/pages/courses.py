"""Courses: the list, and behind it the course one opened; one page of the rail."""

from collections.abc import Collection
from typing import Any

from PySide6.QtWidgets import QStackedLayout

from ..context import AppContext
from ..i18n import tr
from ..page import Page
from .course_list import CourseList
from .course_view import CourseView

ADD = "add"


class CoursesPage(Page):
    """Two whole pages, of which one is in sight: the list, or a course with its tabs."""

    def __init__(self, context: AppContext) -> None:
        self.list = CourseList(context)
        self.course = CourseView(context)
        super().__init__(tr("Khóa tập huấn"))
        self.list.opened.connect(self._open_course)
        self.course.left.connect(self._show_list)
        for part in (self.list, self.course):
            part.status_changed.connect(self._pass_status)
            part.navigated.connect(self.navigated)

    @property
    def shown(self) -> Page:
        """The page in sight."""
        return self.course if self._stack.currentWidget() is self.course else self.list

    def open(self, target: Any) -> None:
        """Show a course: its code, or (code, key of a tab). ("", "") is the list, ("", "add") asks
        for a new course.
        """
        code, tab = target if isinstance(target, tuple) else (target, "")
        if not code:
            self._stack.setCurrentWidget(self.list)
            self._pass_status()
            if tab == ADD:
                self.list.add_one()
            return
        self.course.open((code, tab))
        self._stack.setCurrentWidget(self.course)
        self._pass_status()

    def go_home(self) -> None:
        self._show_list()

    def show_page(self) -> None:
        self.shown.show_page()

    def refresh(self) -> None:
        self.shown.refresh()

    def on_changed(self, changes: Collection[str]) -> None:
        for part in (self.list, self.course):
            part.on_changed(changes)

    def _open_course(self, code: str) -> None:
        self.open(code)
        self.course.show_page()

    def _show_list(self) -> None:
        self._stack.setCurrentWidget(self.list)
        self._pass_status()
        self.list.show_page()
        self.list.table.setFocus()

    def _pass_status(self) -> None:
        self.set_status(self.shown.status)

    def _lay_out(self, scrolls: bool) -> None:
        """No header of its own: each of the two has one."""
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.course)
