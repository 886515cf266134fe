"""What a course is: title, kind, venue, skills, and the rule of completion in words."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ....exports.formats import day, number
from ....models.clock import local
from ....models.enums import CourseStatus
from ....models.reference_data import curriculum
from ....services.course_plan import held_sessions, update_course
from ....services.courses import CourseRecord
from ...context import AppContext
from ...course_words import completion_rule, skill_words
from ...dialogs.course import CourseDialog
from ...i18n import Language, language, moment, tr
from ...widgets.button import plain
from ...widgets.card import Card
from ...widgets.labels import Rank, label
from .tab import CourseTab

if TYPE_CHECKING:
    from ..course_view import CourseView


class InfoTab(CourseTab):
    """The fields of a course, changed in a dialog."""

    def __init__(self, context: AppContext, page: "CourseView") -> None:
        super().__init__(context, page)
        self.edit = plain(tr("Sửa thông tin…"), "pencil")
        self.edit.clicked.connect(self.change)
        self._values = {name: label() for name in _names()}
        for value in self._values.values():
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._build()

    def load(self) -> None:
        course = self.course
        for name, text in fields(course).items():
            self._values[name].setText(text or "–")
        self.edit.setEnabled(course.status is not CourseStatus.CLOSED)

    def value(self, name: str) -> str:
        """What stands beside a name."""
        return self._values[name].text()

    def change(self) -> None:
        """Ask for the fields anew."""
        course = self.course
        plan, accepted = CourseDialog.get_data(self, course.code, course)
        if accepted:
            self._context.write(
                lambda session, by: update_course(session, by, course.id, plan),
                None,
                self,
                {"courses"},
            )

    def _build(self) -> None:
        card = Card()
        grid = QGridLayout()
        em = self.fontMetrics().height()
        grid.setHorizontalSpacing(em * 2)
        grid.setVerticalSpacing(round(em * 0.75))
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for line, (name, value) in enumerate(self._values.items()):
            grid.addWidget(label(name, Rank.MUTED), line, 0, top)
            grid.addWidget(value, line, 1, top)
        card.body.addLayout(grid)
        row = QHBoxLayout()
        row.addWidget(self.edit)
        row.addStretch(1)
        card.body.addSpacing(em // 2)
        card.body.addLayout(row)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        inner = QWidget()
        inner.setObjectName("pageBody")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch(1)
        area.setWidget(inner)
        self.body.addWidget(area, 1)


def fields(course: CourseRecord) -> dict[str, str]:
    """Names and words of a course's fields, from the top."""
    held = held_sessions(course)
    first = min((s.starts.date() for s in held), default=None)
    last = max((s.ends.date() for s in held), default=None)
    closed = moment(local(course.closed_at)) if course.closed_at else ""
    texts = (
        course.code,
        course.title,
        _kind(course.kind),
        course.campaign or "",
        course.venue or "",
        _days(first, last),
        tr("{count} buổi", len(held)).format(count=number(len(held))),
        tr("{count} học viên", course.enrolled).format(count=number(course.enrolled)),
        skill_words(course.skills),
        completion_rule(course),
        closed or tr("Chưa đóng khóa"),
    )
    return dict(zip(_names(), texts, strict=True))


def _days(first: date | None, last: date | None) -> str:
    """The first day and the last one, or the only one."""
    return " – ".join(dict.fromkeys(day(each) for each in (first, last) if each))


def _names() -> tuple[str, ...]:
    return (
        tr("Mã khóa"),
        tr("Tên khóa tập huấn"),
        tr("Loại khóa"),
        tr("Chiến dịch"),
        tr("Địa điểm"),
        tr("Thời gian"),
        tr("Số buổi"),
        tr("Học viên"),
        tr("Kỹ năng"),
        tr("Điều kiện hoàn thành"),
        tr("Đóng khóa"),
    )


def _kind(key: str | None) -> str:
    for row in curriculum().course_types:
        if row.key == key:
            return row.en if language() is Language.ENGLISH else row.vi
    return key or ""
