"""A membership: who, in which role, from when to when, nominated by whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget, QListWidgetItem, QWidget

from ...services.people import PersonRecord, person_records
from ...services.register.members import ROLES, MemberData
from ...services.search import first_page
from ..context import AppContext
from ..i18n import tr
from ..widgets.button import link
from ..widgets.card import Card
from ..widgets.day_line import DayLine
from .form import FormDialog
from .person_in_course import described
from .two_columns import TwoColumns

_FOUND = 20
_SHOWN_LINES = 5


@dataclass(frozen=True)
class MemberAnswer:
    """What was entered; `person_id` None when somebody new shall be entered first."""

    person_id: UUID | None
    data: MemberData
    is_new_person: bool = False


class MemberDialog(FormDialog[MemberAnswer]):
    """Searches a person by name, phone or card; with `known` it corrects a membership."""

    def __init__(
        self,
        context: AppContext,
        today: date,
        known: MemberData | None = None,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        title = tr("Sửa thành viên") if known else tr("Thêm thành viên")
        super().__init__(title, tr("Ghi"), name, parent)
        self._context, self._corrects = context, known is not None
        self._chosen: UUID | None = None
        self._people: list[PersonRecord] = []
        self._asks_for_new = False
        self._pause = QTimer(self, singleShot=True, interval=150)
        self._pause.timeout.connect(self.find_people)
        if not self._corrects:
            self._add_search()
        self._add_fields(known or MemberData(ROLES[-1], today))
        self.check()

    @classmethod
    def get_data(
        cls,
        context: AppContext,
        today: date,
        known: MemberData | None = None,
        name: str = "",
        parent: QWidget | None = None,
    ) -> tuple[MemberAnswer, bool]:
        """Ask, and wait for the answer."""
        dialog = cls(context, today, known, name, parent)
        answer, accepted = dialog.ask()
        dialog.deleteLater()
        return answer, accepted or answer.is_new_person

    def data(self) -> MemberAnswer:
        data = MemberData(
            " ".join(self.role.currentText().split()) or None,
            self.first.day(),
            self.last.day(),
            " ".join(self.nominated.text().split()) or None,
        )
        return MemberAnswer(self._chosen, data, self._asks_for_new)

    def problem(self) -> str:
        if not self._corrects and self._chosen is None:
            return tr("Hãy tìm và chọn một người")
        if self.first.is_wrong() or self.last.is_wrong():
            return tr("Hãy gõ ngày như 05/03/2026")
        first, last = self.first.day(), self.last.day()
        return tr("Ngày kết thúc phải sau ngày bắt đầu") if first and last and last < first else ""

    def _add_search(self) -> None:
        self.search = QLineEdit(maxLength=80)
        self.search.setPlaceholderText(tr("Tìm theo tên, điện thoại, mã thẻ"))
        self.search.setAccessibleName(tr("Tìm người"))
        self.search.textChanged.connect(self._typed)
        self.found = QListWidget()
        self.found.setAccessibleName(tr("Những người tìm thấy"))
        self.found.setFixedHeight(self.fontMetrics().height() * 2 * _SHOWN_LINES)
        self.found.setFrameShape(QListWidget.Shape.NoFrame)
        self.found.currentRowChanged.connect(self._choose)
        card = Card(flush=True)
        card.body.addWidget(self.found)
        self.new_person = link(tr("Chưa có trong danh sách? Thêm người mới…"), "user-plus")
        self.new_person.clicked.connect(self._ask_for_new)
        self.form.addRow(self.search)
        self.form.addRow(card)
        self.form.addRow(self.new_person)

    def _add_fields(self, known: MemberData) -> None:
        self.role = QComboBox(editable=True)
        self.role.addItems(list(ROLES))
        self.role.setCurrentText(known.role or "")
        self.first, self.last = DayLine(known.valid_from), DayLine(known.valid_to)
        self.nominated = QLineEdit(known.nominated_by or "", maxLength=120)
        self.nominated.setPlaceholderText(tr("Ví dụ: Chi bộ bản Púa"))
        lines = TwoColumns()
        lines.add_line((tr("Vai trò trong tổ"), self.role), (tr("Nơi giới thiệu"), self.nominated))
        lines.add_line((tr("Từ ngày"), self.first), (tr("Đến hết ngày"), self.last))
        self.form.addRow(lines)
        self.setMinimumWidth(self.fontMetrics().height() * 42)
        for line in (self.first, self.last):
            line.textChanged.connect(self.check)

    def _typed(self) -> None:
        self._chosen = None
        self._pause.start()
        self.check()

    def find_people(self) -> None:
        """Show who matches what was typed."""
        typed = self.search.text()
        self._context.read(
            lambda session: person_records(session, first_page(session, typed, _FOUND)),
            self._show,
            self,
            replaces="people",
        )

    def _show(self, people: Sequence[PersonRecord]) -> None:
        self.found.clear()
        self._people = list(people)
        for person in people:
            self.found.addItem(QListWidgetItem(described(person)))
        if len(people) == 1:
            self.found.setCurrentRow(0)

    def _choose(self, row: int) -> None:
        self._chosen = self._people[row].id if row >= 0 else None
        self.check()

    def _ask_for_new(self) -> None:
        self._asks_for_new = True
        self.reject()
