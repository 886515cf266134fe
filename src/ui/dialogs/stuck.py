"""Asks where somebody is stuck and who helps next; both may stay empty."""

from PySide6.QtWidgets import QLineEdit, QWidget

from ..i18n import tr
from .form import FormDialog


class StuckDialog(FormDialog[tuple[str, str]]):
    """The step at which people are stuck, and who helps them next."""

    def __init__(self, hint: str, step: str, helper: str, parent: QWidget | None = None) -> None:
        super().__init__(tr("Vướng ở đâu?"), tr("Ghi"), hint, parent)
        self._step = QLineEdit(step)
        self._step.setPlaceholderText(tr("Ví dụ: quét mã QR để chuyển tiền"))
        self._helper = QLineEdit(helper)
        self._helper.setPlaceholderText(tr("Ví dụ: Tổ trưởng Tổ CNSCĐ"))
        for field, name in ((self._step, tr("Vướng ở bước")), (self._helper, tr("Ai giúp tiếp"))):
            field.setMaxLength(200)
            field.setAccessibleName(name)
            self.form.addRow(name, field)

    @classmethod
    def get_data(
        cls, hint: str, step: str = "", helper: str = "", parent: QWidget | None = None
    ) -> tuple[tuple[str, str], bool]:
        """Ask, and wait for the answer."""
        dialog = cls(hint, step, helper, parent)
        answer = dialog.ask()
        dialog.deleteLater()
        return answer

    def data(self) -> tuple[str, str]:
        return " ".join(self._step.text().split()), " ".join(self._helper.text().split())
