"""The scope of a tally: a period or a course."""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QHBoxLayout, QLabel, QWidget

from ....exports.formats import day
from ....services.courses import CourseRecord
from ....services.tallies import TallyScope
from ...i18n import tr


class Period(StrEnum):
    """Periods that reports are asked for."""

    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"
    ALL = "all"
    DAYS = "days"


def days_of(period: Period, today: date) -> tuple[date | None, date | None]:
    """First and last day of a period that holds today; None where it is open."""
    if period is Period.YEAR:
        return date(today.year, 1, 1), date(today.year, 12, 31)
    if period is Period.QUARTER:
        first = date(today.year, 3 * ((today.month - 1) // 3) + 1, 1)
        return first, _month_end(first + timedelta(days=70))
    if period is Period.MONTH:
        return today.replace(day=1), _month_end(today)
    return None, None


def _month_end(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


class ScopeBar(QWidget):
    """Chooses period or course; `changed` fires when the tally must be counted anew."""

    changed = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._period = QComboBox()
        for period, text in _period_words():
            self._period.addItem(text, period.value)
        self._first, self._last = _day_edit(today.replace(month=1, day=1)), _day_edit(today)
        self._course = QComboBox()
        self._course.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._course.setMinimumContentsLength(24)
        self.show_courses(())
        self._lay_out()
        self._period.currentIndexChanged.connect(self._period_changed)
        self._course.currentIndexChanged.connect(lambda _: self.changed.emit())
        for edit in (self._first, self._last):
            edit.editingFinished.connect(self.changed.emit)
        self._show_days()

    def show_courses(self, courses: Sequence[CourseRecord]) -> None:
        """Offer these courses; the chosen one stays chosen."""
        chosen = self._course.currentData()
        self._course.blockSignals(True)
        self._course.clear()
        self._course.addItem(tr("Tất cả các khóa"), None)
        for course in courses:
            self._course.addItem(f"{course.code} · {course.title}", course.id)
        self._course.setCurrentIndex(max(self._course.findData(chosen), 0))
        self._course.blockSignals(False)

    def scope(self) -> TallyScope:
        """What is chosen: a course by itself, or the courses that ended in the period."""
        course = self._course.currentData()
        if course is not None:
            return TallyScope(course_ids=(course,))
        first, last = days_of(self._chosen(), self._today)
        if self._chosen() is Period.DAYS:
            first, last = _day(self._first), _day(self._last)
        return TallyScope(first_day=first, last_day=last)

    def words(self) -> str:
        """What is chosen, in words: the course, or the days of the period; empty for all time."""
        chosen = self.scope()
        if chosen.course_ids:
            return self._course.currentText()
        if not (chosen.first_day or chosen.last_day):
            return ""
        return " – ".join(day(each) or "…" for each in (chosen.first_day, chosen.last_day))

    def _chosen(self) -> Period:
        return Period(self._period.currentData())

    def _period_changed(self, _: int) -> None:
        self._show_days()
        self.changed.emit()

    def _show_days(self) -> None:
        for part in (self._from, self._first, self._to, self._last):
            part.setVisible(self._chosen() is Period.DAYS)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._from, self._to = QLabel(tr("Từ ngày")), QLabel(tr("đến ngày"))
        self._period.setAccessibleName(tr("Kỳ"))
        self._course.setAccessibleName(tr("Khóa tập huấn"))
        parts = (self._period, self._from, self._first, self._to, self._last, self._course)
        for part in parts:
            row.addWidget(part)
        row.addStretch(1)


def _period_words() -> Sequence[tuple[Period, str]]:
    return (
        (Period.YEAR, tr("Năm nay")),
        (Period.QUARTER, tr("Quý này")),
        (Period.MONTH, tr("Tháng này")),
        (Period.ALL, tr("Tất cả thời gian")),
        (Period.DAYS, tr("Chọn ngày…")),
    )


def _day_edit(day: date) -> QDateEdit:
    edit = QDateEdit(QDate(day.year, day.month, day.day))
    edit.setDisplayFormat("dd/MM/yyyy")
    edit.setCalendarPopup(True)
    return edit


def _day(edit: QDateEdit) -> date:
    chosen = edit.date()
    return date(chosen.year(), chosen.month(), chosen.day())
