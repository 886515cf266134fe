"""Asks who works at this machine: the name is stamped on every fact that is written."""

from PySide6.QtWidgets import QLineEdit, QWidget

from ..i18n import tr
from .form import FormDialog


class AskNameDialog(FormDialog[str]):
    """The operator's name, asked at the start; the last one is offered."""

    def __init__(self, last_name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Tên người dùng máy"),
            tr("Bắt đầu"),
            tr("Tên này được ghi kèm mỗi lượt điểm danh và mỗi lần sửa."),
            parent,
        )
        self._name = QLineEdit(last_name)
        self._name.setAccessibleName(tr("Họ và tên"))
        self._name.setMaxLength(80)
        self._name.selectAll()
        self._name.textChanged.connect(self.check)
        self.form.addRow(tr("Họ và tên"), self._name)
        self.check()

    @classmethod
    def get_data(cls, last_name: str = "", parent: QWidget | None = None) -> tuple[str, bool]:
        """Ask, and wait for the answer."""
        dialog = cls(last_name, parent)
        answer = dialog.ask()
        dialog.deleteLater()
        return answer

    def data(self) -> str:
        return " ".join(self._name.text().split())

    def problem(self) -> str:
        return "" if self.data() else tr("Hãy nhập họ và tên")
