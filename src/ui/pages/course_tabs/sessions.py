"""The sessions of a course: when, where, who was there; added, moved, cancelled."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from ....exports.columns import Column, ColumnKind
from ....exports.formats import clock, day, number
from ....models.clock import local
from ....models.enums import CourseStatus, SessionStatus
from ....services.course_plan import add_session, move_session, set_session_status
from ....services.courses import SessionRecord, SessionTime
from ....services.students import SessionCount, Students, students
from ...context import AppContext
from ...dialogs.session import SessionDialog
from ...i18n import tr
from ...palette import Tone
from ...tables.record_model import Look
from ...tables.table_model import TableModel
from ...tables.table_view import TableView
from ...widgets.button import plain
from ...widgets.card import Card
from ...widgets.empty_state import EmptyState
from ...widgets.status_pill import Pill
from .tab import CourseTab

if TYPE_CHECKING:
    from ..course_view import CourseView

CHANGES = frozenset({"courses", "attendance"})


@dataclass(frozen=True)
class Line:
    """A session and, unless it is cancelled, who was there."""

    session: SessionRecord
    count: SessionCount | None
    state: Pill


class SessionsTab(CourseTab):
    """A row for each session, the cancelled ones too."""

    def __init__(self, context: AppContext, page: "CourseView") -> None:
        super().__init__(context, page)
        self.model: TableModel[Line] = TableModel(_columns(), _look())
        self.table = TableView(self.model)
        self.empty = EmptyState("calendar-event", tr("Khóa chưa có buổi học nào"), tr("Thêm buổi…"))
        self.add = plain(tr("Thêm buổi…"), "plus")
        self.edit = plain(tr("Sửa buổi…"), "pencil")
        self.cancel = plain(tr("Hủy buổi"), "ban")
        self.check_in = plain(tr("Điểm danh buổi này"), "scan")
        self._build()

    def load(self) -> None:
        course, now = self.course, self._now()
        self._context.read(lambda s: students(s, course, now), self._show, self, replaces="list")

    def _now(self) -> datetime:
        return local(self._context.by.clock())

    def _show(self, found: Students) -> None:
        counts = {count.session.id: count for count in found.sessions}
        now = self._now()
        rows = [
            Line(s, counts.get(s.id), session_pill(s, now))
            for s in sorted(self.course.sessions, key=lambda s: s.starts)
        ]
        self.table.caption = tr("Các buổi học của khóa {code}").format(code=self.course.code)
        chosen = self.chosen()
        self.model.set_records(rows)
        if chosen is not None:
            self._choose(chosen.session)
        self._selection_changed()
        self.status_changed.emit(_status(found, len(rows)))

    def _choose(self, session: SessionRecord) -> None:
        for at, line in enumerate(self.model.records):
            if line.session.id == session.id:
                self.table.selectRow(at)

    def chosen(self) -> Line | None:
        """The session that is chosen in the table."""
        rows = self.table.selected_rows()
        return self.model.records[rows[0]] if len(rows) == 1 else None

    def add_one(self) -> None:
        """Ask for a new session."""
        course = self.course
        time, accepted = SessionDialog.get_data(self, course, None, self._now().date())
        if accepted:
            self._context.write(
                lambda session, by: add_session(session, by, course.id, time), None, self, CHANGES
            )

    def change(self) -> None:
        """Ask when and where the chosen session is."""
        line = self.chosen()
        if line is None or not self._is_open():
            return
        session = line.session
        time, accepted = SessionDialog.get_data(self, self.course, session, self._now().date())
        if accepted:
            before = SessionTime(session.starts, session.ends, session.venue, session.title)
            text = tr("Đã sửa buổi {number}.").format(number=session.number)
            self._context.write(
                lambda s, by: move_session(s, by, session.id, time),
                lambda _: self._page.offer_undo(text, lambda: self._move(session, before)),
                self,
                CHANGES,
            )

    def _move(self, record: SessionRecord, time: SessionTime) -> None:
        self._context.write(lambda s, by: move_session(s, by, record.id, time), None, self, CHANGES)

    def toggle_cancelled(self) -> None:
        """Cancel the chosen session, or hold it after all; can be undone."""
        line = self.chosen()
        if line is None or not self._is_open():
            return
        session, before = line.session, line.session.status
        cancelled = before is SessionStatus.CANCELLED
        after = SessionStatus.PLANNED if cancelled else SessionStatus.CANCELLED
        words = tr("Buổi {number} lại diễn ra.") if cancelled else tr("Đã hủy buổi {number}.")
        text = words.format(number=session.number)
        self._context.write(
            lambda s, by: set_session_status(s, by, session.id, after),
            lambda _: self._page.offer_undo(text, lambda: self._set(session, before)),
            self,
            CHANGES,
        )

    def _set(self, record: SessionRecord, status: SessionStatus) -> None:
        self._context.write(
            lambda s, by: set_session_status(s, by, record.id, status), None, self, CHANGES
        )

    def _go(self) -> None:
        line = self.chosen()
        if line is not None:
            self.navigated.emit("checkin", (self.course.code, line.session.number))

    def _is_open(self) -> bool:
        return self.course.status is not CourseStatus.CLOSED

    def _selection_changed(self) -> None:
        line, is_open = self.chosen(), self._is_open()
        cancelled = line is not None and line.session.status is SessionStatus.CANCELLED
        self.add.setEnabled(is_open)
        for button in (self.edit, self.cancel):
            button.setEnabled(line is not None and is_open)
        self.check_in.setEnabled(line is not None and is_open and not cancelled)
        self.cancel.setText(tr("Mở lại buổi") if cancelled else tr("Hủy buổi"))

    def _build(self) -> None:
        self.add.clicked.connect(self.add_one)
        self.edit.clicked.connect(self.change)
        self.cancel.clicked.connect(self.toggle_cancelled)
        self.check_in.clicked.connect(self._go)
        self.empty.acted.connect(self.add_one)
        self.table.squeezes = True
        self.table.set_empty(self.empty)
        self.table.opened.connect(lambda _: self.change())
        self.table.said.connect(self.status_changed)
        self.table.selectionModel().selectionChanged.connect(self._selection_changed)
        row = QHBoxLayout()
        for button in (self.add, self.edit, self.cancel, self.check_in):
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
        card = Card(flush=True)
        card.body.addWidget(self.table)
        self.body.addWidget(card, 1)


def session_pill(session: SessionRecord, now: datetime) -> Pill:
    """Where a session stands."""
    if session.status is SessionStatus.CANCELLED:
        return Pill(tr("Đã hủy"), Tone.REFUSED)
    if session.status is SessionStatus.POSTPONED:
        return Pill(tr("Hoãn"), Tone.LATE)
    if now > session.ends:
        return Pill(tr("Đã học"), Tone.NEUTRAL)
    return (
        Pill(tr("Đang học"), Tone.PRESENT)
        if now >= session.starts
        else Pill(tr("Sắp học"), Tone.INFO)
    )


def _hours(session: SessionRecord) -> str:
    return f"{clock(session.starts)} – {clock(session.ends)}"


def _attended(line: Line) -> str:
    count = line.count
    return f"{number(count.attended)}/{number(count.enrolled)}" if count else ""


def _columns() -> tuple[Column[Line], ...]:
    mark, integer = ColumnKind.MARK, ColumnKind.INTEGER
    return (
        Column("number", tr("Buổi"), lambda r: r.session.number, integer),
        Column("day", tr("Ngày"), lambda r: day(r.session.starts.date()), mark),
        Column("hours", tr("Giờ"), lambda r: _hours(r.session), mark),
        Column("title", tr("Nội dung"), lambda r: r.session.title),
        Column("venue", tr("Địa điểm"), lambda r: r.session.venue),
        Column("state", tr("Trạng thái"), lambda r: r.state.text, mark),
        Column("attended", tr("Có mặt"), _attended, mark),
        Column("late", tr("Muộn"), lambda r: r.count and r.count.late, integer),
        Column("excused", tr("Có lý do"), lambda r: r.count and r.count.excused, integer),
        Column("absent", tr("Vắng"), lambda r: r.count and r.count.absent, integer),
    )


def _look() -> Look[Line]:
    return Look(
        bold=frozenset({"number"}),
        pills={"state": lambda r: r.state},
        sort_keys={"day": lambda r: r.session.starts, "hours": lambda r: r.session.starts.time()},
    )


def _status(found: Students, sessions: int) -> str:
    turns = sum(count.attended for count in found.sessions)
    planned = tr("{count} buổi", sessions).format(count=number(sessions))
    return f"{planned} · {tr('{count} lượt tham dự', turns).format(count=number(turns))}"
