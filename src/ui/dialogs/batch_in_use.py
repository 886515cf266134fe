"""Why a brought-in file cannot be taken back: what depends on it, line by line."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QVBoxLayout, QWidget

from ...exports.formats import number
from ...services.lists.dependents import KINDS, Dependent, DependentKind
from ..i18n import moment, tr
from ..widgets.labels import Rank, label

_MOST = 200


class BatchInUseDialog(QDialog):
    """Says what depends on a batch; closes without having changed anything."""

    def __init__(self, found: Sequence[Dependent], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = tr("Chưa hoàn tác được lần nhập này")
        self.setWindowTitle(title)
        em = self.fontMetrics().height()
        self.list = QListWidget()
        self.list.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.list.setWordWrap(True)
        self.list.addItems([dependent_words(one) for one in found[:_MOST]])
        if len(found) > _MOST:
            more = len(found) - _MOST
            self.list.addItem(tr("và {count} mục nữa", more).format(count=number(more)))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(tr("Đóng"))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(em + em // 2, em + em // 4, em + em // 2, em + em // 4)
        column.setSpacing(round(em * 0.75))
        column.addWidget(label(title, Rank.TITLE))
        hint = tr(
            "Dữ liệu vẫn nguyên như cũ. Những mục sau dùng đến học viên của lần nhập này; "
            "hãy bỏ các mục đó trước, rồi hoàn tác."
        )
        column.addWidget(label(hint, Rank.MUTED))
        column.addWidget(self.list)
        column.addWidget(buttons)
        self.setMinimumWidth(em * 34)


def dependent_words(one: Dependent) -> str:
    """What depends on a batch: "Lò Thị Ên: đã điểm danh, TH-01 (3)"."""
    if one.kind is DependentKind.BATCH and one.at is not None:
        words = tr("Lần nhập {file} lúc {when}: hãy hoàn tác lần nhập này trước")
        return words.format(file=one.who, when=moment(one.at))
    who = "" if one.who in KINDS else one.who  # nameless: the service tells the table
    told = _with_whom(one) or ", ".join(part for part in (_words(one.kind), one.where) if part)
    count = f" ({number(one.count)})" if one.count > 1 else ""
    return f"{who}: {told}{count}" if who else f"{told}{count}"


def _with_whom(one: Dependent) -> str:
    """What another name belongs to; empty where a name only says where."""
    if not one.where:
        return ""
    return {
        DependentKind.MERGE: tr("đã gộp với hồ sơ {name}; hãy bỏ gộp trước"),
        DependentKind.DISTINCT: tr("đã xác nhận là người khác với {name}"),
        DependentKind.PLACE: tr("đang ở {name}, nơi do lần nhập này thêm"),
    }.get(one.kind, "").format(name=one.where)


def _words(kind: DependentKind) -> str:
    return {
        DependentKind.ENROLMENT: tr("đã ghi danh vào khóa"),
        DependentKind.ATTENDANCE: tr("đã điểm danh"),
        DependentKind.ASSESSMENT: tr("đã được đánh giá"),
        DependentKind.COMPLETION: tr("đã xét hoàn thành"),
        DependentKind.CERTIFICATE: tr("đã được cấp giấy chứng nhận"),
        DependentKind.CARD: tr("đã được cấp thẻ"),
        DependentKind.CONSENT: tr("đã ghi sự đồng ý"),
        DependentKind.MERGE: tr("đã gộp với hồ sơ khác"),
        DependentKind.DISTINCT: tr("đã xác nhận là hai người khác nhau"),
        DependentKind.TEAM: tr("đang ở trong sổ tổ"),
        DependentKind.PLACE: tr("đang có học viên hoặc hộ ở đó"),
        DependentKind.BATCH: tr("có trong tệp nhập sau"),
        DependentKind.EDITED: tr("đã được sửa sau lần nhập"),
        DependentKind.OTHER: tr("đang được dùng ở nơi khác"),
    }[kind]
