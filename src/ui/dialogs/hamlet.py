"""A hamlet: entered anew or corrected."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from ...services.places import HAMLET_KINDS, hamlet_title, split_hamlet
from ...services.register.hamlets import HamletData
from ..i18n import tr
from ..widgets.day_line import DayLine
from .form import FormDialog


class HamletDialog(FormDialog[HamletData]):
    """Kind, name, from-to. A hamlet that was renamed from a day on is another: merge dialog."""

    def __init__(
        self, commune: str, known: HamletData | None = None, parent: QWidget | None = None
    ) -> None:
        title = tr("Sửa thôn, bản") if known else tr("Thêm thôn, bản")
        hint = tr(
            "Sửa ở đây khi đã ghi nhầm. Đổi tên, gộp, tách từ một ngày: dùng “Gộp, tách, đổi tên…”."
        )
        super().__init__(title, tr("Ghi"), hint if known else commune, parent)
        self._add_fields(known or HamletData(""))
        self.check()

    @classmethod
    def get_data(
        cls, commune: str, known: HamletData | None = None, parent: QWidget | None = None
    ) -> tuple[HamletData, bool]:
        """Ask, and wait for the answer."""
        dialog = cls(commune, known, parent)
        answer = dialog.ask()
        dialog.deleteLater()
        return answer

    def data(self) -> HamletData:
        name = " ".join(self.name.text().split())
        kind, bare = split_hamlet(name)
        title = hamlet_title(kind or self.kind.currentText().strip().lower(), bare or name)
        return HamletData(title if name else "", self.first.day(), self.last.day())

    def problem(self) -> str:
        if not self.name.text().strip():
            return tr("Hãy ghi tên thôn, bản")
        if self.first.is_wrong() or self.last.is_wrong():
            return tr("Hãy gõ ngày như 05/03/2026")
        first, last = self.first.day(), self.last.day()
        return tr("Ngày kết thúc phải sau ngày bắt đầu") if first and last and last < first else ""

    def _add_fields(self, known: HamletData) -> None:
        kind, name = split_hamlet(known.title)
        self.kind = QComboBox(editable=True)
        self.kind.addItems(_kinds())
        self.kind.setCurrentText(kind or "bản")
        self.name = QLineEdit(name, maxLength=80)
        self.first, self.last = DayLine(known.valid_from), DayLine(known.valid_to)
        self.form.addRow(tr("Loại"), self.kind)
        self.form.addRow(tr("Tên thôn, bản"), self.name)
        self.form.addRow(tr("Có từ ngày"), self.first)
        self.form.addRow(tr("Đến hết ngày"), self.last)
        for line in (self.name, self.first, self.last):
            line.textChanged.connect(self.check)


def _kinds() -> Sequence[str]:
    """The customary ones first."""
    first = ("thôn", "bản", "tổ dân phố", "tiểu khu", "ấp", "khu phố", "buôn", "làng")
    return [*first, *(kind for kind in HAMLET_KINDS if kind not in first and kind != "tổ")]
