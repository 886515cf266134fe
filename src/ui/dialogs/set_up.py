"""The first start: which province, who organises, who sits here. Asked once."""

from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from ...models.names import nfc, text_key
from ...models.reference_data import provinces
from ..i18n import tr
from .form import FormDialog


@dataclass(frozen=True)
class SetUpData:
    """What a new data file starts with."""

    operator: str
    province_code: str
    agency: str
    parent_agency: str
    abbreviation: str


class SetUpDialog(FormDialog[SetUpData]):
    """Province, agency and the operator's name; everything else can wait for the settings."""

    def __init__(self, operator: str = "", parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Bắt đầu với Tập Huấn"),
            tr("Tạo tệp dữ liệu"),
            tr("Khai một lần. Dữ liệu chỉ nằm trên máy này; sau này sửa được ở Thiết lập."),
            parent,
        )
        self._operator = self._line(tr("Họ và tên người dùng máy"), operator)
        self._province = QComboBox()
        self._province.addItem(tr("Chọn tỉnh, thành phố"), "")
        for row in sorted(provinces(), key=lambda p: text_key(p.name)):
            self._province.addItem(f"{row.name} ({row.code})", row.code)
        self._province.currentIndexChanged.connect(self.check)
        self.form.addRow(tr("Tỉnh, thành phố"), self._province)
        self._agency = self._line(tr("Cơ quan tổ chức"), "")
        self._agency.setPlaceholderText(tr("Ví dụ: Sở Khoa học và Công nghệ"))
        self._parent = self._line(tr("Cơ quan chủ quản"), "")
        self._parent.setPlaceholderText(tr("Ví dụ: UBND tỉnh Sơn La"))
        self._abbreviation = self._line(tr("Viết tắt trên số giấy"), "")
        self._abbreviation.setPlaceholderText(tr("Ví dụ: SKHCN"))
        self.setMinimumWidth(34 * self.fontMetrics().height())
        self.check()

    @classmethod
    def get_data(cls, operator: str = "", parent: QWidget | None = None) -> tuple[SetUpData, bool]:
        """Ask, and wait for the answer."""
        dialog = cls(operator, parent)
        answer = dialog.ask()
        dialog.deleteLater()
        return answer

    def data(self) -> SetUpData:
        return SetUpData(
            operator=_plain(self._operator),
            province_code=str(self._province.currentData() or ""),
            agency=_plain(self._agency),
            parent_agency=_plain(self._parent),
            abbreviation=_plain(self._abbreviation),
        )

    def problem(self) -> str:
        data = self.data()
        if not data.operator:
            return tr("Hãy nhập họ và tên người dùng máy")
        return "" if data.province_code else tr("Hãy chọn tỉnh, thành phố")

    def _line(self, title: str, text: str) -> QLineEdit:
        line = QLineEdit(text)
        line.setMaxLength(120)
        line.textChanged.connect(self.check)
        self.form.addRow(title, line)
        return line


def _plain(line: QLineEdit) -> str:
    return nfc(line.text())
