"""The people of a course: search, filters, a mark for each session, and what one does with them."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from ....exports.formats import number
from ....models.clock import local
from ....models.enums import CourseStatus
from ....services.course_plan import session_at_hand
from ....services.person_entry import Added, add_to_course, take_back
from ....services.students import (
    Student,
    Students,
    readmit,
    set_statuses,
    students,
    undo_all,
    withdraw_all,
)
from ...context import AppContext
from ...course_words import status_words
from ...dialogs.attendance import AttendanceAnswer, AttendanceDialog
from ...dialogs.person_in_course import PersonInCourseDialog
from ...dialogs.withdraw import WithdrawDialog
from ...i18n import tr
from ...tables.table_model import TableModel
from ...tables.table_view import TableView
from ...widgets.button import Button, plain
from ...widgets.card import Card
from ...widgets.empty_state import EmptyState
from ...widgets.labels import ElidedLabel, Rank, label, plain_tooltip
from ...widgets.search_box import SearchBox
from .students_table import (
    Row,
    columns,
    communes,
    look,
    matches,
    of_commune,
    rows,
    status_filters,
)
from .tab import CourseTab

if TYPE_CHECKING:
    from ..course_view import CourseView

CHANGES = frozenset({"attendance"})
ENROLS = frozenset({"people", "enrolments", "courses"})
_NARROW_EMS = 62
"""Below this width, in heights of a line, two buttons show their icons alone."""


class StudentsTab(CourseTab):
    """Everybody in the course, sorted by given name."""

    def __init__(self, context: AppContext, page: "CourseView") -> None:
        super().__init__(context, page)
        self._students: Students | None = None
        self._shape: tuple[object, ...] = ()
        self._filters = status_filters()
        self.search = SearchBox(tr("Tìm tên, không cần dấu"))
        self.commune = QComboBox()
        self.status = QComboBox()
        self.add = plain(tr("Thêm học viên"), "user-plus")
        self.forms = plain(tr("Phiếu đăng ký…"), "file-spreadsheet")
        self._words = {button: button.text() for button in (self.add, self.forms)}
        self.legend = ElidedLabel("", Rank.NOTE)
        self.chosen = label("", Rank.NOTE)
        self.chosen.setWordWrap(False)
        self.mark = plain(tr("Sửa điểm danh…"), "pencil")
        self.take_out = plain(tr("Cho thôi học…"))
        self.take_in = plain(tr("Nhận lại vào lớp"))
        self.side = QStackedWidget()
        self.model: TableModel[Row] = TableModel(columns(()))
        self.table = TableView(self.model)
        self.empty = EmptyState("users", "")
        self._build()

    def load(self) -> None:
        course, now = self.course, self._now()
        self._context.read(lambda s: students(s, course, now), self._show, self, replaces="list")

    def _now(self) -> datetime:
        return local(self._context.by.clock())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a small screen the fields need the room that words of buttons take."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW_EMS * self.fontMetrics().height()
        for button, text in self._words.items():
            button.setText("" if narrow else text)
            button.setToolTip(plain_tooltip(text) if narrow else "")
            button.setAccessibleName(text)

    @property
    def selected(self) -> list[Student]:
        """The people that are chosen in the table."""
        return [self.model.records[row].student for row in self.table.selected_rows()]

    # what is shown

    def _show(self, found: Students) -> None:
        self._students = found
        self._fill_communes(found)
        self.table.caption = tr("Danh sách học viên khóa {code}").format(code=self.course.code)
        shape = (self.course.id, *(count.session for count in found.sessions))
        if shape != self._shape:
            self._shape = shape
            self.model.set_records([])
            self.model.set_columns(columns(found.sessions), look(found.sessions, self._now()))
        self.filter()
        self.status_changed.emit(_status(found))
        self.add.setEnabled(self._is_open())

    def filter(self) -> None:
        """Show who matches search and filters; who was chosen stays chosen."""
        if self._students is None:
            return
        chosen = {student.person.id for student in self.selected}
        place = self.table.verticalScrollBar().value()
        self._say_empty()
        self.model.set_records(rows(self._wanted(self._students)))
        self._choose(chosen)
        self.table.verticalScrollBar().setValue(place)
        self._selection_changed()

    def _wanted(self, found: Students) -> list[Student]:
        by_status = self._filters[self.status.currentIndex()]
        commune, asked = str(self.commune.currentData() or ""), self.search.text()
        return [
            student
            for student in (found.withdrawn if by_status.withdrawn else found.present)
            if by_status.holds(student) and of_commune(student, commune) and matches(student, asked)
        ]

    def _choose(self, enrolments: set[UUID]) -> None:
        model, selection = self.model, QItemSelection()
        for at, row in enumerate(model.records):
            if row.student.person.id in enrolments:
                selection.select(model.index(at, 0), model.index(at, model.columnCount() - 1))
        flags = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().select(selection, flags.ClearAndSelect)

    def _fill_communes(self, found: Students) -> None:
        before = self.commune.currentData()
        self.commune.blockSignals(True)
        self.commune.clear()
        self.commune.addItem(tr("Xã: tất cả"), "")
        for key, name in communes((*found.present, *found.withdrawn)):
            self.commune.addItem(name, key)
        self.commune.setCurrentIndex(max(0, self.commune.findData(before)))
        self.commune.blockSignals(False)

    def _say_empty(self) -> None:
        nobody = self._students is not None and not self._students.present
        if nobody and not self._filters[self.status.currentIndex()].withdrawn:
            text = tr("Khóa chưa có học viên. Hãy nhập danh sách của các xã, hoặc thêm từng người.")
            self.empty.say(text, tr("Nhập từ Excel…") if self._is_open() else "")
        else:
            self.empty.say(tr("Không có học viên nào khớp với ô tìm và bộ lọc"))

    def _selection_changed(self) -> None:
        count = len(self.table.selected_rows())
        withdrawn = self._filters[self.status.currentIndex()].withdrawn
        self.side.setCurrentIndex(1 if count and self._is_open() else 0)
        self.add.setVisible(not count)
        self.forms.setVisible(not count)
        self.chosen.setText(tr("Đã chọn {count}").format(count=number(count)))
        self.mark.setVisible(not withdrawn)
        self.take_out.setVisible(not withdrawn)
        self.take_in.setVisible(withdrawn)

    def _is_open(self) -> bool:
        return self.course.status is not CourseStatus.CLOSED

    # what one does

    def edit_attendance(self) -> None:
        """Set the attendance of those chosen in one session, with a reason; can be undone."""
        people, found = self.selected, self._students
        if not people or found is None or not found.sessions or not self._is_open():
            return
        sessions = [count.session for count in found.sessions]
        answer, accepted = AttendanceDialog.get_data(
            self, sessions, [s.person.name for s in people], self._at_hand()
        )
        if accepted:
            self._set(answer, people)

    def _at_hand(self) -> int:
        """The number of the session one most likely means: the latest that has begun."""
        now, sessions = self._now(), [c.session for c in self._students.sessions]  # type: ignore[union-attr]
        begun = [s.number for s in sessions if s.starts <= now]
        hand = session_at_hand(self.course, now)
        return begun[-1] if begun else (hand.number if hand else sessions[0].number)

    def _set(self, answer: AttendanceAnswer, people: Sequence[Student]) -> None:
        enrolments = [student.person.id for student in people]
        text = tr("Đã ghi “{status}” cho {who} ở buổi {number}.").format(
            status=status_words(answer.status), who=who(people), number=answer.session.number
        )
        self._context.write(
            lambda session, by: set_statuses(
                session, by, enrolments, answer.session.id, answer.status, answer.reason
            ),
            lambda facts: self._page.offer_undo(text, lambda: self._void(facts)),
            self,
            CHANGES,
        )

    def _void(self, facts: Sequence[UUID]) -> None:
        self._context.write(lambda s, by: undo_all(s, by, facts), None, self, CHANGES)

    def withdraw(self) -> None:
        """Take those chosen out of the course, with a reason; can be undone."""
        people = self.selected
        if not people or not self._is_open():
            return
        reason, accepted = WithdrawDialog.get_data(self, [s.person.name for s in people])
        if accepted:
            enrolments = [student.person.id for student in people]
            text = tr("{who} đã thôi học: {reason}.").format(who=who(people), reason=reason)
            self._context.write(
                lambda session, by: withdraw_all(session, by, enrolments, reason),
                lambda _: self._page.offer_undo(text, lambda: self._readmit(enrolments)),
                self,
                ENROLS,
            )

    def readmit(self) -> None:
        """Take those chosen back into the course."""
        self._readmit([student.person.id for student in self.selected])

    def _readmit(self, enrolments: Sequence[UUID]) -> None:
        self._context.write(lambda s, by: readmit(s, by, enrolments), None, self, ENROLS)

    def add_one(self) -> None:
        """Enter somebody by hand, after asking whether they are known already."""
        answer, accepted = PersonInCourseDialog.get_data(self._context, self.course, self)
        if accepted:
            course_id = self.course.id
            self._context.write(
                lambda s, by: add_to_course(s, by, course_id, answer.entry, answer.same_as),
                self._added,
                self,
                ENROLS,
            )

    def _added(self, added: Added) -> None:
        if added.was_in_course:
            self._page.banner.say(tr("{name} đã có trong lớp.").format(name=added.name))
            return
        text = tr("Đã thêm {name} vào lớp.").format(name=added.name)
        self._page.offer_undo(text, lambda: self._take_back(added))

    def _take_back(self, added: Added) -> None:
        self._context.write(lambda s, by: take_back(s, by, added), None, self, ENROLS)

    # how it is built

    def _build(self) -> None:
        for choice in self._filters:
            self.status.addItem(choice.text)
        for box in (self.commune, self.status):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.commune.setAccessibleName(tr("Lọc theo xã"))
        self.status.setAccessibleName(tr("Lọc theo trạng thái"))
        self.legend.setText(tr("✓ có mặt   M muộn   P vắng có lý do   V vắng   – chưa học"))
        self.table.set_dense()
        self.setFocusProxy(self.table)
        self.table.set_empty(self.empty)
        self.table.enable_sorting()
        self._connect()
        self._fill_actions()
        row = QHBoxLayout()
        row.setSpacing(self.fontMetrics().height() // 2)
        self.search.setMinimumWidth(self.fontMetrics().height() * 8)
        self.search.setMaximumWidth(self.fontMetrics().height() * 19)
        row.addWidget(self.search, 2)
        for part in (self.commune, self.status, self.add, self.forms):
            row.addWidget(part)
        row.addWidget(self.side, 3)
        self.body.addLayout(row)
        card = Card(flush=True)
        card.body.addWidget(self.table)
        self.body.addWidget(card, 1)

    def _connect(self) -> None:
        self.search.searched.connect(lambda _: self.filter())
        self.commune.currentIndexChanged.connect(lambda _: self.filter())
        self.status.currentIndexChanged.connect(lambda _: self.filter())
        self.add.clicked.connect(self.add_one)
        self.forms.clicked.connect(lambda: self._page.show_part("registration"))
        self.mark.clicked.connect(self.edit_attendance)
        self.take_out.clicked.connect(self.withdraw)
        self.take_in.clicked.connect(self.readmit)
        self.empty.acted.connect(self._import)
        self.table.opened.connect(lambda _: self.edit_attendance())
        self.table.said.connect(self.status_changed)
        self.table.selectionModel().selectionChanged.connect(self._selection_changed)
        self.table.add_menu_action(tr("Sửa điểm danh…"), self.edit_attendance)
        self.table.add_menu_action(tr("Cho thôi học…"), self.withdraw)

    def _import(self) -> None:
        self.navigated.emit("people", ("import", self.course.code))

    def _fill_actions(self) -> None:
        buttons: tuple[Button, ...] = (self.mark, self.take_out, self.take_in)
        for parts in ((self.legend,), (self.chosen, *buttons)):
            page = QWidget()
            row = QHBoxLayout(page)
            row.setContentsMargins(0, 0, 0, 0)
            row.addStretch(1)
            for part in parts:
                row.addWidget(part)
            self.side.addWidget(page)


def who(people: Sequence[Student]) -> str:
    """One by name, several by number."""
    if len(people) == 1:
        return people[0].person.name
    return tr("{count} học viên", len(people)).format(count=number(len(people)))


def _status(found: Students) -> str:
    words = tr("{people} học viên · {female} nữ · {hamlets} {kinds}", len(found.present)).format(
        people=number(len(found.present)),
        female=number(found.female),
        hamlets=number(found.hamlets),
        kinds=", ".join(found.hamlet_kinds) or tr("thôn, bản"),
    )
    if found.held_rows:
        left = found.held_rows
        held = tr("{rows} dòng để lại sau khi nhập", left).format(rows=number(left))
        return f"{words}      {held}"
    return words
