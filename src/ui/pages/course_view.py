"""One course: its title and where it stands, what one does with it, and its tabs."""

from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from typing import Any, Protocol, cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from ...models.clock import local
from ...models.enums import CourseStatus
from ...services.course_plan import phase, session_at_hand
from ...services.courses import CourseRecord, find_course
from ..context import AppContext
from ..course_words import phase_pill
from ..i18n import tr
from ..page import Page
from ..palette import Tone
from ..widgets.button import Button, Kind, plain, primary
from ..widgets.labels import plain_tooltip
from ..widgets.tab_bar import TabBar
from .course_papers import CoursePapers

STUDENTS = "students"
_NARROW_EMS = 60
"""Below this width, in heights of a line, two buttons show their icons alone."""
_TABS = {
    "info": "info:InfoTab",
    "sessions": "sessions:SessionsTab",
    STUDENTS: "students:StudentsTab",
    "assessment": "assessment:AssessmentTab",
    "certificates": "certificates:CertificatesTab",
    "results": "results:ResultsTab",
    "registration": "registration:RegistrationTab",
}
_PARTS = {"registration": STUDENTS}
"""What a tab leads to: shown in its place, without a tab of its own."""
_OF_OTHERS = ("assessment", "certificates")
"""Tabs that are called with the context alone."""


class Tab(Protocol):
    """What the view asks of a tab."""

    def show_course(self, record: CourseRecord) -> None:
        """Show this course."""


class CourseView(Page):
    """A course with its tabs; a tab is built when it is first chosen. `left` fires on "back"."""

    left = Signal()
    watches = frozenset(
        {
            "courses", "people", "enrolments", "attendance", "assessments", "certificates",
            "imports", "forms",
        }
    )  # fmt: skip

    def __init__(self, context: AppContext) -> None:
        super().__init__("")
        self._context = context
        self._code = ""
        self._part = ""
        self._record: CourseRecord | None = None
        self._shown: dict[str, CourseRecord] = {}
        self._takes_focus = False
        self._undo: Callable[[], object] | None = None
        self.tabs = TabBar(_titles())
        self.tabs.choose(STUDENTS)
        self.stack = QStackedWidget()
        self._built: dict[str, QWidget] = {}
        self.back = Button("", Kind.LINK, "arrow-left")
        self.bring_in = plain(tr("Nhập từ Excel…"), "upload")
        self.print = plain(tr("In thẻ QR"), "qrcode")
        self.start = primary(tr("Bắt đầu điểm danh"), "scan")
        self._build()

    @property
    def record(self) -> CourseRecord:
        """The course that is shown. Raises LookupError while it is read."""
        if self._record is None:
            raise LookupError("the course is not read yet")
        return self._record

    def open(self, target: Any) -> None:
        """Show the course of a code and, if one is named, a tab; read when the page is shown."""
        code, tab = target
        if code != self._code:
            self._code, self._record, self._part = code, None, ""
            self._shown.clear()
            self.banner.hide()
            self._undo = None
            self._arm()
            self.set_title(code)
            self.set_status("")
            for button in (self.bring_in, self.print, self.start):
                button.setEnabled(False)
        if tab:
            self.tabs.choose(_PARTS.get(tab, tab))
            self._part = tab if tab in _PARTS else ""
        self.stale = True
        self._takes_focus = True
        self._context.choose_course(code)

    def load(self) -> None:
        if self._code:
            code = self._code
            self._context.read(lambda s: find_course(s, code), self._show, self, replaces="course")

    def show_part(self, key: str) -> None:
        """Show what a tab leads to, in its place; "" goes back to the tab."""
        self._tab_chosen(self.tabs.current())
        self._part = key
        if key:
            self._show_tab(key)
            self.tab(key).setFocus()

    def tab(self, key: str) -> QWidget:
        """The widget of a tab, built now if it was never chosen."""
        if key not in self._built:
            module, _, name = _TABS[key].partition(":")
            make = getattr(import_module(f"..course_tabs.{module}", __name__), name)
            tab = make(self._context) if key in _OF_OTHERS else make(self._context, self)
            self._listen(tab)
            self._built[key] = tab
            self.stack.addWidget(tab)
        return self._built[key]

    def _listen(self, tab: QWidget) -> None:
        for name, slot in (("status_changed", self.set_status), ("navigated", self.navigated.emit)):
            signal = getattr(tab, name, None)
            if signal is not None:
                signal.connect(slot)

    def _show(self, record: CourseRecord) -> None:
        self._record = record
        self._shown.clear()
        stage = phase(record, self._now())
        self.set_title(f"{record.code} · {record.title}", "", phase_pill(stage))
        self.tabs.rename(STUDENTS, tr("Học viên ({count})").format(count=record.enrolled))
        self.print.setEnabled(True)
        is_open = record.status is not CourseStatus.CLOSED
        self.start.setEnabled(is_open and session_at_hand(record, self._now()) is not None)
        self.bring_in.setEnabled(is_open)
        shown = self._part or self.tabs.current()
        self._show_tab(shown)
        if self._takes_focus:
            self._takes_focus = False
            self.tab(shown).setFocus()

    def _show_tab(self, key: str) -> None:
        tab = self.tab(key)
        self.stack.setCurrentWidget(tab)
        if self._record is not None and self._shown.get(key) is not self._record:
            self._shown[key] = self._record
            cast(Tab, tab).show_course(self._record)

    def offer_undo(self, text: str, undo: Callable[[], object]) -> None:
        """Say what was done; the link beside it and Ctrl+Z take it back."""
        self._undo = undo
        self._arm()
        self.banner.say(text, Tone.PRESENT, tr("Hoàn tác"), self.undo_last)

    def undo_last(self) -> None:
        """Take back what was offered last, once."""
        undo, self._undo = self._undo, None
        self._arm()
        self.banner.hide()
        if undo is not None:
            undo()

    def _arm(self) -> None:
        """Ctrl+Z is free for the tabs that have an undo of their own."""
        own = self.tabs.current() in _OF_OTHERS
        self._undo_keys.setEnabled(self._undo is not None and not own)

    def start_check_in(self) -> None:
        """Go to the door of the session at hand."""
        record = self._record
        session = session_at_hand(record, self._now()) if record else None
        if record and session:
            self.navigated.emit("checkin", (record.code, session.number))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a small screen the title needs the room that words of buttons take."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW_EMS * self.fontMetrics().height()
        for button, text in ((self.bring_in, tr("Nhập từ Excel…")), (self.print, tr("In thẻ QR"))):
            button.setText("" if narrow else text)
            button.setToolTip(plain_tooltip(text) if narrow else "")
            button.setAccessibleName(text)

    def _now(self) -> datetime:
        return local(self._context.by.clock())

    def _build(self) -> None:
        self.back.setToolTip(tr("Về danh sách khóa tập huấn (Alt+Left)"))
        self.back.setAccessibleName(tr("Về danh sách khóa tập huấn"))
        self.header.layout().insertWidget(0, self.back)  # type: ignore[union-attr]
        menu = QMenu(self.print)
        self.papers = CoursePapers(self, self._context)
        self.papers.fill(menu)
        self.print.setMenu(menu)
        self.print.setProperty("menu", True)
        for button in (self.bring_in, self.print, self.start):
            self.header.add_action(button)
        self.back.clicked.connect(lambda: self.left.emit())
        QShortcut(QKeySequence("Alt+Left"), self).activated.connect(self.left)
        self._undo_keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        self._undo_keys.activated.connect(self.undo_last)
        self.bring_in.clicked.connect(lambda: self.navigated.emit("people", ("import", self._code)))
        self.start.clicked.connect(self.start_check_in)
        self.set_tabs(self.tabs)
        self.body.addWidget(self.stack, 1)
        self.tabs.chosen.connect(self._tab_chosen)
        self.tabs.pressed.connect(self._leave_part)

    def _leave_part(self, _key: str) -> None:
        if self._part:
            self.show_part("")

    def _tab_chosen(self, key: str) -> None:
        self._part = ""
        self.set_status("")
        self.banner.hide()
        self._arm()
        self._shown.pop(key, None)
        self._show_tab(key)


def _titles() -> list[tuple[str, str]]:
    return [
        ("info", tr("Thông tin")),
        ("sessions", tr("Buổi học")),
        (STUDENTS, tr("Học viên")),
        ("assessment", tr("Đánh giá")),
        ("certificates", tr("Chứng nhận")),
        ("results", tr("Kết quả sau tập huấn")),
    ]
