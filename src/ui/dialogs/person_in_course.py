"""Enters somebody into a course by hand, and asks whether they are known already."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QButtonGroup, QComboBox, QLineEdit, QRadioButton, QWidget

from ...exports.formats import day
from ...models.clock import local
from ...models.enums import Gender
from ...services.commune_choices import CommuneChoice, commune_choices
from ...services.courses import CourseRecord
from ...services.people import PersonRecord
from ...services.person_entry import (
    Entry,
    EntryProblem,
    Likeness,
    Typed,
    likeness,
    understood,
)
from ..context import AppContext
from ..i18n import tr
from ..widgets.commune_box import CommuneBox
from ..widgets.labels import Rank, label
from .form import FormDialog
from .two_columns import TwoColumns

_WAIT = 250
"""Milliseconds after the last key until the people already stored are asked."""


@dataclass(frozen=True)
class PersonAnswer:
    """Who shall be enrolled: somebody new, or the person they are known as."""

    entry: Entry
    same_as: UUID | None = None


class PersonInCourseDialog(FormDialog[PersonAnswer]):
    """Name, birth, phone, number, place and role; somebody alike is shown and asked about."""

    def __init__(
        self, context: AppContext, course: CourseRecord, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            tr("Thêm học viên"),
            tr("Thêm vào lớp"),
            tr("Khóa {code} · {title}").format(code=course.code, title=course.title),
            parent,
        )
        self._context, self._course = context, course
        self._today = local(context.by.clock()).date()
        self._asked: Typed | None = None
        self._found: Likeness | None = None
        self._timer = QTimer(self, singleShot=True, interval=_WAIT)
        self._timer.timeout.connect(self._look_up)
        self._add_fields()
        self._add_question()
        on = course.first_day or self._today
        context.read(lambda s: commune_choices(s, on), self._fill_communes, self)
        self.check()

    @classmethod
    def get_data(
        cls, context: AppContext, course: CourseRecord, parent: QWidget | None = None
    ) -> tuple[PersonAnswer, bool]:
        """Ask, and wait for the answer."""
        dialog = cls(context, course, parent)
        answer = dialog.ask()
        dialog.deleteLater()
        return answer

    def data(self) -> PersonAnswer:
        known = self._found is not None and (self._found.certain or self.same.isChecked())
        entry = understood(self._typed(), self._today)
        return PersonAnswer(entry, self._found.person_id if known and self._found else None)

    def problem(self) -> str:
        problems = understood(self._typed(), self._today).problems
        if problems:
            return problem_words(problems[0])
        if self.commune.is_unclear():
            return tr("Không thấy xã, phường này trong tỉnh; hãy chọn trong danh sách gợi ý")
        if self._asked != self._typed():
            return tr("Đang tìm người trùng…")
        return self._open_question()

    def _open_question(self) -> str:
        if self._found is None:
            return ""
        if self.data().same_as is not None and self._found.in_course:
            return tr("Người này đã có trong lớp")
        if not (self._found.certain or self._answers.checkedButton()):
            return tr("Hãy cho biết có phải cùng một người không")
        return ""

    def _add_fields(self) -> None:
        self.name = self._line(80)
        self.gender = QComboBox()
        self.gender.addItem(tr("Chưa rõ"), None)
        for gender, text in ((Gender.MALE, tr("Nam")), (Gender.FEMALE, tr("Nữ"))):
            self.gender.addItem(text, gender)
        self.gender.currentIndexChanged.connect(self._edited)
        self.birth = self._line(20, tr("15/08/1990 hoặc 1990"))
        self.phone = self._line(30)
        self.identity = self._line(20, tr("Có thể để trống"))
        self.commune = CommuneBox(tr("Gõ vài chữ, không cần dấu"))
        self.commune.textChanged.connect(self._edited)
        self.hamlet = self._line(80, tr("Ví dụ: Bản Púa"))
        self.role = self._line(60, tr("Ví dụ: Thành viên"))
        lines = TwoColumns()
        lines.add_line((tr("Họ và tên"), self.name))
        lines.add_line((tr("Giới tính"), self.gender), (tr("Ngày, năm sinh"), self.birth))
        lines.add_line((tr("Điện thoại"), self.phone), (tr("Số căn cước"), self.identity))
        lines.add_line((tr("Xã, phường"), self.commune), (tr("Thôn, bản, tổ dân phố"), self.hamlet))
        lines.add_line((tr("Chức vụ"), self.role), ("", label(tr("trong Tổ"), Rank.MUTED)))
        self.form.addRow(lines)
        self.setMinimumWidth(self.fontMetrics().height() * 40)

    def _line(self, length: int, hint: str = "") -> QLineEdit:
        line = QLineEdit(maxLength=length)
        line.setPlaceholderText(hint)
        line.textChanged.connect(self._edited)
        return line

    def _add_question(self) -> None:
        self.alike = label("", Rank.HEADING)
        self.alike.hide()
        self.same, self.other = QRadioButton(), QRadioButton(tr("Là người khác, thêm mới"))
        self._answers = QButtonGroup(self)
        self.form.addRow(self.alike)
        for button in (self.same, self.other):
            self._answers.addButton(button)
            self.form.addRow(button)
            button.hide()
            button.toggled.connect(self.check)

    def _edited(self) -> None:
        self._found = None
        self._hide_question()
        self._timer.start()
        self.check()

    def _hide_question(self) -> None:
        self.alike.hide()
        self._answers.setExclusive(False)
        for button in (self.same, self.other):
            button.setChecked(False)
            button.hide()
        self._answers.setExclusive(True)

    def _look_up(self) -> None:
        typed = self._typed()
        entry, course_id = understood(typed, self._today), self._course.id
        if entry.problems:
            return
        self._context.read(
            lambda session: likeness(session, entry, course_id),
            lambda found: self._show_likeness(typed, found),
            self,
            replaces="likeness",
        )

    def _show_likeness(self, typed: Typed, found: Likeness | None) -> None:
        self._asked, self._found = typed, found
        if found is not None:
            self._ask(found)
        self.check()

    def _ask(self, found: Likeness) -> None:
        who = described(found.person)
        if found.certain:
            self._say(tr("Đã có trong dữ liệu: {who}").format(who=who))
            return
        self._say(tr("Có thể trùng với {who}").format(who=who))
        self.same.setText(tr("Là cùng một người"))
        for button in (self.same, self.other):
            button.show()

    def _say(self, text: str) -> None:
        self.alike.setText(text)
        self.alike.show()

    def _typed(self) -> Typed:
        commune = self.commune.commune()
        return Typed(
            name=self.name.text(),
            gender=self.gender.currentData(),
            birth=self.birth.text(),
            phone=self.phone.text(),
            identity_number=self.identity.text(),
            unit_id=commune.id if commune else None,
            hamlet=self.hamlet.text(),
            role=self.role.text(),
        )

    def _fill_communes(self, choices: Sequence[CommuneChoice]) -> None:
        self.commune.set_choices(choices)
        self.check()


def described(person: PersonRecord) -> str:
    """A person as one tells them from namesakes: name, birth, place, phone's end."""
    birth = day(person.birth_date) if person.birth_date else str(person.birth_year or "")
    parts = (person.name, birth, person.hamlet, person.commune, person.phone, person.note)
    return " · ".join(part for part in parts if part)


def problem_words(problem: EntryProblem) -> str:
    """What hinders, in words."""
    return {
        EntryProblem.NO_NAME: tr("Hãy nhập họ và tên"),
        EntryProblem.BAD_NAME: tr("Họ và tên chỉ gồm chữ"),
        EntryProblem.BAD_BIRTH: tr("Ngày sinh không hợp lệ; hãy ghi như 15/08/1990 hoặc 1990"),
        EntryProblem.BAD_PHONE: tr("Số điện thoại không hợp lệ"),
        EntryProblem.BAD_IDENTITY: tr(
            "Số căn cước không hợp lệ: cần 12 chữ số (hoặc 9 số CMND cũ)"
        ),
        EntryProblem.IDENTITY_GENDER: tr("Giới tính khác với số căn cước"),
        EntryProblem.IDENTITY_BIRTH: tr("Năm sinh khác với số căn cước"),
    }[problem]
