"""Which course and which session is at the door: two fields in the page's header."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem

from ....models.enums import CourseStatus, SessionStatus
from ....services.courses import CourseRecord, SessionRecord
from ....services.door import DoorChoice
from ...i18n import tr
from ...page import PageHeader
from ...widgets.labels import plain_tooltip

_WHOLE = int(Qt.ItemDataRole.UserRole) + 1
"""The whole words of an item of which the closed field shows a code."""


class SessionChooser(QObject):
    """`chosen` brings the course's code and the session's number, 0 for the likeliest one."""

    chosen = Signal(str, int)

    def __init__(self, header: PageHeader) -> None:
        super().__init__(header)
        self.courses = _field(tr("Khóa tập huấn"), 14)
        self.sessions = _field(tr("Buổi học"), 15)
        for field in (self.courses, self.sessions):
            header.add_field(field)
        self.courses.activated.connect(self._course_chosen)
        self.sessions.activated.connect(self._session_chosen)

    def show_choice(self, choice: DoorChoice) -> None:
        """Offer these courses, and the sessions of the one that is chosen."""
        self.courses.clear()
        for course in choice.courses:
            _add(self.courses, course.code, _course_words(course), course.code)
        self.sessions.clear()
        for record in choice.course.sessions if choice.course else ():
            if record.status is not SessionStatus.CANCELLED:
                _add(self.sessions, *_session_words(record), record.number)
        self.courses.setCurrentIndex(self.courses.findData(choice.course and choice.course.code))
        number = choice.session.number if choice.session else None
        self.sessions.setCurrentIndex(self.sessions.findData(number))
        for field in (self.courses, self.sessions):
            field.setVisible(field.count() > 0)
            field.setToolTip(plain_tooltip(field.currentData(_WHOLE) or ""))

    def _course_chosen(self) -> None:
        self.chosen.emit(self.courses.currentData(), 0)

    def _session_chosen(self) -> None:
        self.chosen.emit(self.courses.currentData(), self.sessions.currentData())


class _WholeWords(QStyledItemDelegate):
    """The open list shows the whole words of an item; the closed field only its short text."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.text = index.data(_WHOLE)


def _field(name: str, length: int) -> QComboBox:
    """A field as wide as a code; its list is as wide as a title."""
    field = QComboBox()
    field.setAccessibleName(name)
    policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
    field.setSizeAdjustPolicy(policy)
    field.setMinimumContentsLength(length)
    field.view().setMinimumWidth(field.fontMetrics().height() * 24)
    field.view().setItemDelegate(_WholeWords(field))
    return field


def _add(field: QComboBox, short: str, whole: str, key: object) -> None:
    field.addItem(short, key)
    field.setItemData(field.count() - 1, whole, _WHOLE)


def _course_words(course: CourseRecord) -> str:
    closed = tr(" (đã đóng)") if course.status is CourseStatus.CLOSED else ""
    return f"{course.code} · {course.title}{closed}"


def _session_words(record: SessionRecord) -> tuple[str, str]:
    """Short, and with time and title."""
    short = tr("Buổi {number} · {day}").format(
        number=record.number, day=f"{record.starts:%d/%m/%Y}"
    )
    parts = (short, f"{record.starts:%H:%M}–{record.ends:%H:%M}", record.title)
    return short, " · ".join(part for part in parts if part)
