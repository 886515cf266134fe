"""Asks why a certificate is voided: the register keeps the number with this reason."""

from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QWidget

from ..i18n import tr
from .form import FormDialog


class VoidDialog(FormDialog[str]):
    """The reason, which stands in the register beside the number."""

    def __init__(self, number: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Hủy giấy chứng nhận"),
            tr("Hủy giấy"),
            tr(
                "{number} · {name}. Số này ở lại trong sổ với lý do và không dùng lại; "
                "người này có thể được cấp giấy khác với số mới."
            ).format(number=number, name=name),
            parent,
        )
        self._reason = QLineEdit()
        self._reason.setAccessibleName(tr("Lý do"))
        self._reason.setPlaceholderText(tr("Ví dụ: in sai ngày sinh"))
        self._reason.setMaxLength(200)
        self._reason.textChanged.connect(self.check)
        self.form.addRow(tr("Lý do"), self._reason)
        cancel = self._buttons.button(QDialogButtonBox.StandardButton.Cancel)
        cancel.setText(tr("Không hủy"))  # "Hủy" would be the word for both
        self.check()

    @classmethod
    def get_data(cls, number: str, name: str, parent: QWidget | None = None) -> tuple[str, bool]:
        """Ask, and wait for the answer."""
        dialog = cls(number, name, parent)
        answer = dialog.ask()
        dialog.deleteLater()
        return answer

    def data(self) -> str:
        return " ".join(self._reason.text().split())

    def problem(self) -> str:
        return "" if self.data() else tr("Hãy ghi lý do hủy")
