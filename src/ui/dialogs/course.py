"""Plans a course, or changes what was planned."""

from datetime import date

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ...models.enums import Skill
from ...models.names import nfc
from ...models.reference_data import curriculum
from ...services.courses import CourseRecord, NewCourse
from ..course_words import skill_word
from ..i18n import Language, language, tr
from ..widgets.labels import Rank, label
from ..widgets.number_box import indent
from .form import FormDialog
from .session_rows import SessionRows
from .two_columns import TwoColumns

_SHARE = 80


class CourseDialog(FormDialog[NewCourse]):
    """What a course is planned with. A course that exists keeps its code and its sessions."""

    def __init__(
        self,
        code: str,
        course: CourseRecord | None = None,
        today: date | None = None,
        share: int = _SHARE,
        parent: QWidget | None = None,
    ) -> None:
        title = tr("Sửa khóa tập huấn") if course else tr("Thêm khóa tập huấn")
        super().__init__(title, tr("Ghi") if course else tr("Thêm khóa"), "", parent)
        self._course = course
        self.code = QLineEdit(course.code if course else code, maxLength=40)
        self.code.setEnabled(course is None)
        self.title = QLineEdit(course.title if course else "", maxLength=200)
        self.title.setPlaceholderText(tr("Ví dụ: Kỹ năng số cơ bản cho Tổ CNSCĐ"))
        self.kind = _kinds(course.kind if course else None)
        self.campaign = QLineEdit((course.campaign if course else None) or "", maxLength=120)
        self.campaign.setPlaceholderText(tr("Có thể để trống"))
        self.venue = QLineEdit((course.venue if course else None) or "", maxLength=120)
        self.venue.setPlaceholderText(tr("Ví dụ: Hội trường UBND xã Thuận Châu"))
        self.share = QSpinBox(minimum=0, maximum=100, suffix=" %", singleStep=5)
        indent(self.share)
        self.share.setValue(course.required_share if course else share)
        self.skills = SkillRows(course)
        self.sessions = SessionRows(today or date.today()) if course is None else None
        self._arrange()
        self._connect()
        self.check()

    @classmethod
    def get_data(
        cls,
        parent: QWidget | None,
        code: str,
        course: CourseRecord | None = None,
        today: date | None = None,
        share: int = _SHARE,
    ) -> tuple[NewCourse, bool]:
        """Ask, and wait for the answer."""
        dialog = cls(code, course, today, share, parent)
        answer = dialog.ask()
        dialog.deleteLater()
        return answer

    def data(self) -> NewCourse:
        return NewCourse(
            code=nfc(self.code.text()),
            title=nfc(self.title.text()),
            sessions=self.sessions.times() if self.sessions else (),
            skills=self.skills.taught,
            venue=nfc(self.venue.text()) or None,
            kind=self.kind.currentData(),
            campaign=nfc(self.campaign.text()) or None,
            required_share=self.share.value(),
            required_skills=self.skills.required,
            periods=self._course.periods if self._course else None,
        )

    def problem(self) -> str:
        if not nfc(self.code.text()):
            return tr("Hãy nhập mã khóa")
        if not nfc(self.title.text()):
            return tr("Hãy nhập tên khóa tập huấn")
        return self.sessions.problem() if self.sessions else ""

    def _arrange(self) -> None:
        lines = TwoColumns()
        lines.add_line((tr("Mã khóa"), self.code), (tr("Loại khóa"), self.kind))
        lines.add_line((tr("Tên khóa tập huấn"), self.title))
        lines.add_line((tr("Địa điểm"), self.venue), (tr("Chiến dịch"), self.campaign))
        lines.add_line((tr("Kỹ năng"), self.skills))
        lines.add_line((tr("Dự ít nhất"), self.share), ("", label(tr("số buổi"), Rank.MUTED)))
        if self.sessions is not None:
            lines.add_line((tr("Buổi học"), self.sessions))
        self.scrolled = Scrolled(lines)
        self.form.addRow(self.scrolled)
        self.setMinimumWidth(self.fontMetrics().height() * 44)

    def _connect(self) -> None:
        self.code.textChanged.connect(self.check)
        self.title.textChanged.connect(self.check)
        if self.sessions is not None:
            self.sessions.changed.connect(self.check)
            self.sessions.added.connect(self._show_last)

    def _show_last(self) -> None:
        """Grow with the new row; where the screen has no room for it, scroll to it."""
        self.scrolled.updateGeometry()
        QTimer.singleShot(0, self, self._grow)

    def _grow(self) -> None:
        self.resize(self.width(), max(self.height(), self.sizeHint().height()))
        self.scrolled.to_end()


class SkillRows(QWidget):
    """Two boxes for each skill: taught in the course, must be passed to complete it."""

    def __init__(self, course: CourseRecord | None) -> None:
        super().__init__()
        self._taught: dict[Skill, QCheckBox] = {}
        self._required: dict[Skill, QCheckBox] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(len(Skill) + 1, 1)
        for row, text in enumerate((tr("Có dạy"), tr("Phải đạt")), 1):
            grid.addWidget(label(text, Rank.NOTE), row, 0)
        for column, skill in enumerate(Skill, 1):
            grid.addWidget(label(skill_word(skill), Rank.NOTE), 0, column)
            self._add(grid, column, skill, course)

    @property
    def taught(self) -> tuple[Skill, ...]:
        """The skills of the course."""
        return tuple(skill for skill, box in self._taught.items() if box.isChecked())

    @property
    def required(self) -> tuple[Skill, ...]:
        """Those that must be passed."""
        return tuple(s for s in self.taught if self._required[s].isChecked())

    def teach(self, skill: Skill, on: bool = True) -> None:
        """Say whether a skill is taught; what is taught must be passed unless told otherwise."""
        self._taught[skill].setChecked(on)

    def require(self, skill: Skill, on: bool = True) -> None:
        """Say whether a skill must be passed."""
        self._required[skill].setChecked(on)

    def _add(
        self, grid: QGridLayout, column: int, skill: Skill, course: CourseRecord | None
    ) -> None:
        taught, required = QCheckBox(), QCheckBox()
        taught.setAccessibleName(tr("Có dạy {skill}").format(skill=skill_word(skill)))
        required.setAccessibleName(tr("Phải đạt {skill}").format(skill=skill_word(skill)))
        taught.setChecked(course is None or skill in course.skills)
        required.setChecked(course is None or skill in course.required_skills)
        required.setEnabled(taught.isChecked())
        taught.toggled.connect(required.setEnabled)
        taught.toggled.connect(required.setChecked)
        grid.addWidget(taught, 1, column)
        grid.addWidget(required, 2, column)
        self._taught[skill], self._required[skill] = taught, required


class Scrolled(QScrollArea):
    """As high as its content where the screen allows it, else it scrolls."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._holder = QWidget()
        column = QVBoxLayout(self._holder)
        column.setContentsMargins(0, 0, self.fontMetrics().height() // 2, 0)
        column.addWidget(content)
        column.addStretch(1)
        self.setWidget(self._holder)

    def to_end(self) -> None:
        """Scroll to the end."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum())

    def sizeHint(self) -> QSize:
        hint = self._holder.sizeHint()
        room = self.screen().availableGeometry().height() - 14 * self.fontMetrics().height()
        hint.setHeight(min(hint.height() + 2, max(room, 8 * self.fontMetrics().height())))
        return hint


def _kinds(chosen: str | None) -> QComboBox:
    box = QComboBox(minimumContentsLength=12)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.addItem(tr("Chưa chọn"), None)
    for row in curriculum().course_types:
        box.addItem(row.en if language() is Language.ENGLISH else row.vi, row.key)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box
