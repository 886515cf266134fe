"""Somebody's details: entered anew or corrected."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from ...models.enums import Gender
from ...services.commune_choices import CommuneChoice
from ...services.person_details import PersonDetails
from ...services.person_entry import EntryProblem, Typed, understood
from ..i18n import tr
from ..widgets.commune_box import CommuneBox
from .form import FormDialog
from .two_columns import TwoColumns


class PersonDialog(FormDialog[PersonDetails]):
    """Name, birth, phone, identity number, place, employer, note. An old number is not shown."""

    def __init__(
        self,
        communes: Sequence[CommuneChoice],
        today: date,
        known: PersonDetails | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            tr("Sửa thông tin học viên") if known else tr("Thêm học viên"),
            tr("Ghi"),
            tr("Sửa ở đây không đổi xã, tổ, chức vụ đã ghi trong các khóa trước.") if known else "",
            parent,
        )
        self._today = today
        self._known = known
        self._before = known or PersonDetails()
        self._add_fields()
        self._commune.set_choices(communes)
        self._fill(self._before)
        self.check()

    @classmethod
    def get_data(
        cls,
        communes: Sequence[CommuneChoice],
        today: date,
        known: PersonDetails | None = None,
        parent: QWidget | None = None,
    ) -> tuple[PersonDetails, bool]:
        """Ask, and wait for the answer."""
        dialog = cls(communes, today, known, parent)
        answer = dialog.ask()
        dialog.deleteLater()
        return answer

    def data(self) -> PersonDetails:
        row = understood(self._typed(), self._today).row
        commune = self._commune.commune()
        return replace(
            self._before,
            name=row.name,
            gender=row.gender,
            birth_date=row.birth_date,
            birth_year=row.birth_year,
            phone=row.phone,
            identity_number=row.identity_number,
            unit_id=commune.id if commune else self._kept_unit(),
            hamlet=row.hamlet or "",
            employer=_plain(self._employer),
            note=_plain(self._note),
        )

    def problem(self) -> str:
        problems = understood(self._typed(), self._today).problems
        if problems:
            return _problem_words(problems[0])
        return tr("Hãy chọn xã trong danh sách gợi ý") if self._is_place_unclear() else ""

    def _typed(self) -> Typed:
        return Typed(
            name=self._name.text(),
            gender=self._gender.currentData(),
            birth=self._birth.text(),
            phone=self._phone.text(),
            identity_number=self._number.text(),
            hamlet=self._hamlet.text(),
        )

    def _kept_unit(self) -> UUID | None:
        """A commune that is no more cannot be chosen, but stays while it is not touched."""
        return self._before.unit_id if self._is_place_kept() else None

    def _is_place_kept(self) -> bool:
        kept = self._before.commune
        return bool(kept) and self._commune.text() == kept

    def _is_place_unclear(self) -> bool:
        return self._commune.is_unclear() and not self._is_place_kept()

    def _add_fields(self) -> None:
        self._name, self._phone, self._hamlet = self._line(), self._line(), self._line()
        self._birth = self._line(tr("dd/mm/yyyy, hoặc chỉ năm"))
        self._number = self._line(tr("Để trống nếu không đổi") if self._known else "")
        self._employer = self._line()
        self._note = self._line(tr("Phân biệt người trùng tên: “con ông Ín”"))
        self._commune = CommuneBox(tr("Gõ tên xã, không cần dấu"))
        self._commune.textChanged.connect(self.check)
        lines = TwoColumns()
        lines.add_line((tr("Họ và tên"), self._name))
        lines.add_line((tr("Giới tính"), self._genders()), (tr("Ngày, năm sinh"), self._birth))
        lines.add_line((tr("Điện thoại"), self._phone), (tr("Số căn cước"), self._number))
        lines.add_line(
            (tr("Xã, phường"), self._commune), (tr("Thôn, bản, tổ dân phố"), self._hamlet)
        )
        lines.add_line((tr("Đơn vị công tác"), self._employer))
        lines.add_line((tr("Ghi chú"), self._note))
        self.form.addRow(lines)
        self.setMinimumWidth(self.fontMetrics().height() * 42)

    def _genders(self) -> QComboBox:
        self._gender = QComboBox()
        self._gender.addItem(tr("Chưa rõ"), None)
        for gender, word in ((Gender.MALE, tr("Nam")), (Gender.FEMALE, tr("Nữ"))):
            self._gender.addItem(word, gender)
        self._gender.currentIndexChanged.connect(self.check)
        return self._gender

    def _line(self, hint: str = "") -> QLineEdit:
        line = QLineEdit(maxLength=160)
        line.setPlaceholderText(hint)
        line.textChanged.connect(self.check)
        return line

    def _fill(self, known: PersonDetails) -> None:
        self._name.setText(known.name)
        born = f"{known.birth_date:%d/%m/%Y}" if known.birth_date else known.birth_year or ""
        self._birth.setText(str(born))
        self._gender.setCurrentIndex(max(0, self._gender.findData(known.gender)))
        self._phone.setText(known.phone or "")
        self._commune.choose(known.unit_id)
        if not self._commune.text():
            self._commune.setText(known.commune)
        self._hamlet.setText(known.hamlet)
        self._employer.setText(known.employer or "")
        self._note.setText(known.note or "")


def _plain(line: QLineEdit) -> str | None:
    return " ".join(line.text().split()) or None


def _problem_words(problem: EntryProblem) -> str:
    return {
        EntryProblem.NO_NAME: tr("Hãy nhập họ và tên"),
        EntryProblem.BAD_NAME: tr("Họ và tên có ký tự lạ"),
        EntryProblem.BAD_BIRTH: tr("Ngày sinh không hợp lệ; hãy gõ như 05/03/1990 hoặc 1990"),
        EntryProblem.BAD_PHONE: tr("Số điện thoại không hợp lệ"),
        EntryProblem.BAD_IDENTITY: tr("Số căn cước phải có 12 chữ số"),
        EntryProblem.IDENTITY_GENDER: tr("Giới tính khác với số căn cước"),
        EntryProblem.IDENTITY_BIRTH: tr("Năm sinh khác với số căn cước"),
    }[problem]
