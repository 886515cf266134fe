"""What this program is, under which licence, and what of others it is made with."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from ... import __version__
from ...paths import resource_path
from ..i18n import tr
from ..widgets.labels import Rank, label
from ..widgets.tab_bar import TabBar


@dataclass(frozen=True)
class Notice:
    """A text that ships with the program: a tab's title and the resources it is read from."""

    key: str
    title: str
    resources: tuple[str, ...]
    is_markdown: bool = False


def notices() -> tuple[Notice, ...]:
    """The licences, in the order of the tabs."""
    return (
        Notice("own", tr("Giấy phép MIT"), ("licences/mit.txt",)),
        Notice("others", tr("Thành phần của bên khác"), ("licences/third_party.txt",), True),
        Notice("fonts", tr("Phông chữ"), ("fonts/OFL-BeVietnamPro.txt", "fonts/OFL-Tinos.txt")),
        Notice("icons", tr("Biểu tượng"), ("icons/LICENSE-phosphor.txt",)),
    )


def notice_text(notice: Notice) -> str:
    """The whole text of a notice. Raises FileNotFoundError."""
    parts = (resource_path(name).read_text(encoding="utf-8") for name in notice.resources)
    return "\n\n".join(parts)


class AboutDialog(QDialog):
    """Version, what the program is for, and the licences to read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Giới thiệu"))
        self._notices = {notice.key: notice for notice in notices()}
        self._title = label(tr("Tập Huấn {version}").format(version=__version__), Rank.TITLE)
        self.tabs = TabBar([(notice.key, notice.title) for notice in notices()])
        self.text = QTextBrowser()
        self.text.setOpenExternalLinks(False)
        self.text.setOpenLinks(False)
        self.text.setAccessibleName(tr("Giấy phép"))
        self._arrange()
        self.tabs.chosen.connect(self._show)
        self._show(self.tabs.current())

    @classmethod
    def show_over(cls, parent: QWidget) -> "AboutDialog":
        """Show it above a page; it goes by itself."""
        dialog = cls(parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def _show(self, key: str) -> None:
        notice = self._notices[key]
        if notice.is_markdown:
            self.text.setMarkdown(notice_text(notice))
        else:
            self.text.setPlainText(notice_text(notice))

    def _arrange(self) -> None:
        em = self.fontMetrics().height()
        column = QVBoxLayout(self)
        column.setContentsMargins(em + em // 2, em + em // 4, em + em // 2, em + em // 4)
        column.setSpacing(round(em * 0.6))
        column.addWidget(self._title)
        column.addWidget(label(_purpose(), Rank.MUTED))
        column.addWidget(self.tabs)
        column.addWidget(self.text, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(tr("Đóng"))
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self.resize(46 * em, 27 * em)


def _purpose() -> str:
    return tr(
        "Phần mềm tự do cho người tổ chức tập huấn Tổ công nghệ số cộng đồng: "
        "danh sách, điểm danh bằng mã QR, chứng nhận, tổng hợp theo xã. "
        "Dữ liệu chỉ nằm trên máy của bạn."
    )
