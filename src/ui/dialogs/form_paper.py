"""How registration forms are made: blank rows, and what they ask for beside the usual."""

from PySide6.QtWidgets import QCheckBox, QWidget

from ...services.registration.papers import MOST_ROWS, PaperOptions
from ..i18n import tr
from ..widgets.number_box import NumberBox
from .form import FormDialog


class FormPaperDialog(FormDialog[PaperOptions]):
    """Asks before the forms are written; where they go is asked afterwards."""

    def __init__(self, who: str, parent: QWidget | None = None) -> None:
        hint = tr("{who}. Người đã có trong khóa được ghi sẵn vào phiếu.").format(who=who)
        super().__init__(tr("Làm phiếu đăng ký"), tr("Chọn nơi lưu…"), hint, parent)
        self.rows = NumberBox(-1, MOST_ROWS, tr("dòng"))
        self.rows.setSpecialValueText(tr("theo chỉ tiêu"))
        self.rows.setValue(-1)
        self.known = QCheckBox(tr("Kèm trang “Người đã có” để xã chép sang"))
        self.known.setToolTip(
            tr("Thành viên các tổ của xã và người đã học khóa trước; số căn cước được che")
        )
        self.ethnic = QCheckBox(tr("Hỏi dân tộc"))
        self.ethnic.setToolTip(tr("Thông tin nhạy cảm: chỉ hỏi khi báo cáo cần"))
        self.form.addRow(tr("Dòng trống"), self.rows)
        self.form.addRow("", self.known)
        self.form.addRow("", self.ethnic)
        self.check()

    @classmethod
    def get_data(cls, parent: QWidget | None, who: str) -> tuple[PaperOptions, bool]:
        """Ask, and wait for the answer."""
        dialog = cls(who, parent)
        answer = dialog.ask()
        dialog.deleteLater()
        return answer

    def data(self) -> PaperOptions:
        rows = self.rows.value()
        return PaperOptions(
            None if rows < 0 else rows, self.ethnic.isChecked(), self.known.isChecked()
        )
