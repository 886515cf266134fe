"""Hamlets that merge, are split or renamed from a day on."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from ...services.register.details import HamletLine
from ...services.register.succession import Succession
from ..i18n import tr
from ..widgets.day_line import DayLine
from .form import FormDialog
from .two_columns import TwoColumns

_LINES = 4


class SuccessionDialog(FormDialog[Succession]):
    """The new names, a line each: one name for several hamlets merges them, several names for one
    split it, one for one renames it.
    """

    def __init__(
        self, hamlets: Sequence[HamletLine], today: date, parent: QWidget | None = None
    ) -> None:
        several = len(hamlets) > 1
        title = tr("Gộp thôn, bản") if several else tr("Đổi tên hoặc tách thôn, bản")
        super().__init__(title, tr("Gộp") if several else tr("Ghi"), _named(hamlets), parent)
        self._hamlets = tuple(hamlets)
        self._add_fields(today, several)
        self.check()

    @classmethod
    def get_data(
        cls, hamlets: Sequence[HamletLine], today: date, parent: QWidget | None = None
    ) -> tuple[Succession, bool]:
        """Ask, and wait for the answer."""
        dialog = cls(hamlets, today, parent)
        answer = dialog.ask()
        dialog.deleteLater()
        return answer

    def data(self) -> Succession:
        return Succession(
            hamlet_ids=tuple(hamlet.id for hamlet in self._hamlets),
            names=self._names(),
            day=self.day.day() or date.max,
            teams=self.teams.isChecked(),
            members=self.members.isChecked(),
            people=self.people.isChecked(),
            decision_number=" ".join(self.number.text().split()) or None,
            decision_date=self.decided.day(),
        )

    def problem(self) -> str:
        names = self._names()
        if not names:
            return tr("Hãy ghi tên mới, ví dụ: Bản Púa")
        if len(self._hamlets) > 1 and len(names) > 1:
            return tr("Gộp nhiều thôn, bản thì chỉ ghi một tên mới")
        if len({name.casefold() for name in names}) < len(names):
            return tr("Các tên mới phải khác nhau")
        if self._only_corrects(names):
            return tr("Tên mới phải khác tên cũ")
        if self.day.day() is None or self.decided.is_wrong():
            return tr("Hãy gõ ngày như 01/07/2026")
        return ""

    def _only_corrects(self, names: Sequence[str]) -> bool:
        one = self._hamlets[0].title if len(self._hamlets) == 1 else ""
        return len(names) == 1 and bool(one) and names[0].casefold() == one.casefold()

    def _names(self) -> tuple[str, ...]:
        lines = (" ".join(line.split()) for line in self.names.toPlainText().splitlines())
        return tuple(line for line in lines if line)

    def _add_fields(self, today: date, several: bool) -> None:
        self.names = QPlainTextEdit(self._hamlets[0].title)
        self.names.setAccessibleName(tr("Tên mới"))
        self.names.setTabChangesFocus(True)
        self.names.setFixedHeight(self.fontMetrics().height() * _LINES)
        self.day, self.decided = DayLine(today), DayLine()
        self.number = QLineEdit(maxLength=60)
        self.number.setPlaceholderText(tr("Ví dụ: 12/QĐ-UBND"))
        lines = TwoColumns()
        names = tr("Tên mới") if several else tr("Tên mới (mỗi dòng một tên để tách)")
        lines.add_line((names, self.names))
        lines.add_line((tr("Từ ngày"), self.day))
        lines.add_line((tr("Số quyết định"), self.number), (tr("Ngày quyết định"), self.decided))
        self.form.addRow(lines)
        self.teams = QCheckBox(tr("Các tổ ở đây cũng đổi theo"))
        self.members = QCheckBox(tr("Chuyển thành viên sang tổ mới"))
        self.people = QCheckBox(tr("Chuyển người dân sang thôn, bản mới"))
        for box in (self.teams, self.members, self.people):
            box.setChecked(True)
            self.form.addRow(box)
        self.teams.toggled.connect(self.check)
        self.names.textChanged.connect(self.check)
        for line in (self.day, self.decided):
            line.textChanged.connect(self.check)
        self.setMinimumWidth(self.fontMetrics().height() * 44)

    def check(self) -> None:
        """A split tells nobody where to go: those boxes wait for one name."""
        into_one = len(self._names()) <= 1
        self.members.setEnabled(into_one and self.teams.isChecked() and len(self._hamlets) > 1)
        self.people.setEnabled(into_one)
        super().check()


def _named(hamlets: Sequence[HamletLine]) -> str:
    return ", ".join(hamlet.title for hamlet in hamlets)
