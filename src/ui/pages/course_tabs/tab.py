"""What the tabs of a course share: the course they show, and how they speak to their page."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ....services.courses import CourseRecord
from ...context import AppContext

if TYPE_CHECKING:
    from ..course_view import CourseView


class CourseTab(QWidget):
    """A tab of one course. `status_changed` brings a line for the foot of the window,
    `navigated` the key of another page and what it shall open.
    """

    status_changed = Signal(str)
    navigated = Signal(str, object)

    def __init__(self, context: AppContext, page: "CourseView") -> None:
        super().__init__()
        self._context = context
        self._page = page
        self._course: CourseRecord | None = None
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(round(self.fontMetrics().height() * 0.8))

    @property
    def course(self) -> CourseRecord:
        """The course that is shown. Raises LookupError before `show_course`."""
        if self._course is None:
            raise LookupError("no course is shown")
        return self._course

    def show_course(self, record: CourseRecord) -> None:
        """Show this course, read anew."""
        self._course = record
        self.load()

    def load(self) -> None:
        """Start the jobs that fill the tab."""
