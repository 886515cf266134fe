"""Quota and deadline of several communes at once."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QDateEdit, QHBoxLayout, QWidget

from ...services.registration.asked import MOST, SAME, Same
from ..i18n import tr
from ..widgets.number_box import NumberBox
from .form import FormDialog


@dataclass(frozen=True)
class QuotaAnswer:
    """What to set: SAME leaves it, None takes it away."""

    quota: int | Same | None
    deadline: date | Same | None


class TickedField(QWidget):
    """A field behind a box that says whether it counts."""

    def __init__(self, field: QWidget, name: str, on: bool) -> None:
        super().__init__()
        self.box = QCheckBox()
        self.box.setAccessibleName(name)
        self.field = field
        field.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.box)
        row.addWidget(field, 1)
        self.box.toggled.connect(field.setEnabled)
        self.box.setChecked(on)
        field.setEnabled(on)

    @property
    def on(self) -> bool:
        """Whether the field counts."""
        return self.box.isChecked()


def quota_box(value: int | None) -> NumberBox:
    """How many people; 0 reads as no quota."""
    box = NumberBox(0, MOST, tr("người"))
    box.setSpecialValueText(tr("không đặt chỉ tiêu"))
    box.setValue(value or 0)
    return box


def day_edit(on: date) -> QDateEdit:
    """A day with a calendar."""
    edit = QDateEdit(QDate(on.year, on.month, on.day))
    edit.setDisplayFormat("dd/MM/yyyy")
    edit.setCalendarPopup(True)
    return edit


def chosen_day(edit: QDateEdit) -> date:
    """The day that is entered."""
    on = edit.date()
    return date(on.year(), on.month(), on.day())


class QuotaDialog(FormDialog[QuotaAnswer]):
    """Asks what to set for the communes that are chosen; what is not ticked stays."""

    def __init__(
        self, who: str, quota: int | None, deadline: date, parent: QWidget | None = None
    ) -> None:
        hint = tr("{who}. Mục không đánh dấu được giữ nguyên.").format(who=who)
        super().__init__(tr("Chỉ tiêu và hạn gửi"), tr("Đặt"), hint, parent)
        self.quota = quota_box(quota)
        self.deadline = day_edit(deadline)
        self.set_quota = TickedField(self.quota, tr("Đặt chỉ tiêu"), True)
        self.set_deadline = TickedField(self.deadline, tr("Đặt hạn gửi"), True)
        self.form.addRow(tr("Chỉ tiêu mỗi xã"), self.set_quota)
        self.form.addRow(tr("Hạn gửi danh sách"), self.set_deadline)
        for part in (self.set_quota, self.set_deadline):
            part.box.toggled.connect(self.check)
        self.check()

    @classmethod
    def get_data(
        cls, parent: QWidget | None, who: str, quota: int | None, deadline: date
    ) -> tuple[QuotaAnswer, bool]:
        """Ask, and wait for the answer."""
        dialog = cls(who, quota, deadline, parent)
        answer = dialog.ask()
        dialog.deleteLater()
        return answer

    def data(self) -> QuotaAnswer:
        return QuotaAnswer(
            (self.quota.value() or None) if self.set_quota.on else SAME,
            chosen_day(self.deadline) if self.set_deadline.on else SAME,
        )

    def problem(self) -> str:
        ticked = self.set_quota.on or self.set_deadline.on
        return "" if ticked else tr("Hãy đánh dấu mục cần đặt")
