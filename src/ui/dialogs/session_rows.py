"""Rows of sessions in a form: date, from, to, venue; added and removed one by one."""

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QDate, QTime, Signal
from PySide6.QtWidgets import (
    QDateEdit,
    QGridLayout,
    QLabel,
    QLineEdit,
    QTimeEdit,
    QWidget,
)

from ...models.names import nfc
from ...services.courses import SessionTime
from ..i18n import tr
from ..widgets.button import Button, Kind, link
from ..widgets.labels import Rank, label
from ..widgets.number_box import indent

MORNING = (time(8), time(11))
_COLUMNS = 6


class SessionFields:
    """The fields of one session."""

    def __init__(self, on: date, begins: time, ends: time, venue: str = "") -> None:
        self.day = QDateEdit(QDate(on.year, on.month, on.day))
        self.day.setDisplayFormat("dd/MM/yyyy")
        self.day.setCalendarPopup(True)
        self.begins, self.ends = _time_edit(begins), _time_edit(ends)
        self.venue = QLineEdit(venue, maxLength=120)
        self.venue.setPlaceholderText(tr("Như địa điểm của khóa"))
        self._size()
        names = (tr("Ngày học"), tr("Từ giờ"), tr("Đến giờ"), tr("Địa điểm của buổi"))
        for field, name in zip(self.all, names, strict=True):
            field.setAccessibleName(name)

    def _size(self) -> None:
        em = self.day.fontMetrics().height()
        self.day.setFixedWidth(em * 8)
        for field in (self.begins, self.ends):
            field.setFixedWidth(em * 5)

    @property
    def all(self) -> tuple[QDateEdit, QTimeEdit, QTimeEdit, QLineEdit]:
        """The fields from the left."""
        return self.day, self.begins, self.ends, self.venue

    @property
    def on(self) -> date:
        """The day that is entered."""
        chosen = self.day.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def time(self, title: str | None = None) -> SessionTime:
        """What is entered."""
        starts = datetime.combine(self.on, _time(self.begins))
        ends = datetime.combine(self.on, _time(self.ends))
        return SessionTime(starts, ends, nfc(self.venue.text()) or None, title)


class SessionRows(QWidget):
    """Several sessions; a new row goes on a day after the last. `changed` fires on every edit,
    `added` after a new row."""

    changed = Signal()
    added = Signal()

    def __init__(self, first: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first = first
        self._rows: list[tuple[SessionFields, QLabel, Button]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(4, 1)
        self._add = link(tr("Thêm buổi"), "plus")
        self._add.clicked.connect(lambda: self.add())
        self.add()

    @property
    def rows(self) -> tuple[SessionFields, ...]:
        """The fields of each session, from the top."""
        return tuple(fields for fields, _, _ in self._rows)

    def times(self) -> tuple[SessionTime, ...]:
        """The sessions that are entered."""
        return tuple(fields.time() for fields in self.rows)

    def add(self) -> SessionFields:
        """Add a session at the hours of the last one, on the day after it."""
        begins, ends = MORNING
        on = self._first
        if self._rows:
            last = self._rows[-1][0]
            on, begins, ends = last.on + timedelta(days=1), _time(last.begins), _time(last.ends)
        fields = SessionFields(on, begins, ends)
        self._put(fields)
        self.added.emit()
        return fields

    def problem(self) -> str:
        """What is wrong, in words; empty when nothing is."""
        for number, time_ in enumerate(self.times(), 1):
            if time_.ends <= time_.starts:
                text = tr("Buổi {number}: giờ kết thúc phải sau giờ bắt đầu")
                return text.format(number=number)
        starts = [time_.starts for time_ in self.times()]
        if len(set(starts)) < len(starts):
            return tr("Hai buổi bắt đầu cùng một lúc")
        return "" if starts else tr("Hãy thêm ít nhất một buổi học")

    def _put(self, fields: SessionFields) -> None:
        remove = Button("", Kind.LINK, "x")
        remove.setToolTip(tr("Bỏ buổi này"))
        remove.setAccessibleName(tr("Bỏ buổi này"))
        remove.clicked.connect(lambda: self._remove(fields))
        fields.day.dateChanged.connect(self.changed)
        fields.begins.timeChanged.connect(self.changed)
        fields.ends.timeChanged.connect(self.changed)
        self._rows.append((fields, label("", Rank.NOTE), remove))
        self._lay_out()

    def _remove(self, fields: SessionFields) -> None:
        for row in [row for row in self._rows if row[0] is fields]:
            self._rows.remove(row)
            for part in (*row[0].all, row[1], row[2]):
                self._grid.removeWidget(part)
                part.deleteLater()
        self._lay_out()

    def _lay_out(self) -> None:
        for at, (fields, title, remove) in enumerate(self._rows):
            title.setText(tr("Buổi {number}").format(number=at + 1))
            for column, part in enumerate((title, *fields.all, remove)):
                self._grid.addWidget(part, at, column)
        self._grid.addWidget(self._add, len(self._rows), 0, 1, _COLUMNS - 1)
        self.updateGeometry()
        self.changed.emit()


def _time_edit(value: time) -> QTimeEdit:
    edit = QTimeEdit(QTime(value.hour, value.minute))
    edit.setDisplayFormat("HH:mm")
    indent(edit)
    return edit


def _time(edit: QTimeEdit) -> time:
    return time(edit.time().hour(), edit.time().minute())
