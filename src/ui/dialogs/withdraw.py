"""Takes people out of a course: why they stopped, in a few words."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from ...models.names import nfc
from ..i18n import tr
from .attendance import named
from .form import FormDialog


class WithdrawDialog(FormDialog[str]):
    """The reason; it is printed with the course's results."""

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(tr("Cho thôi học"), tr("Cho thôi học"), named(names), parent)
        self.reason = QLineEdit(maxLength=200)
        self.reason.setPlaceholderText(tr("Ví dụ: chuyển công tác"))
        self.reason.textChanged.connect(self.check)
        self.form.addRow(tr("Lý do"), self.reason)
        self.check()

    @classmethod
    def get_data(cls, parent: QWidget | None, names: Sequence[str]) -> tuple[str, bool]:
        """Ask, and wait for the answer."""
        dialog = cls(names, parent)
        answer = dialog.ask()
        dialog.deleteLater()
        return answer

    def data(self) -> str:
        return nfc(self.reason.text())

    def problem(self) -> str:
        return "" if self.data() else tr("Hãy ghi lý do thôi học")
