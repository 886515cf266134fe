"""One kind of finding alone, and all its repairs taken or refused at once."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ....exports.formats import number
from ....importing.findings import FindingKind
from ...finding_words import kind_words
from ...i18n import tr
from ...widgets.button import link
from ...widgets.labels import ElidedLabel, Rank
from .field_choice import QuietChoice


class KindChooser(QuietChoice):
    """`chosen` fires when another kind, or every kind, is to be seen."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Lọc theo loại vấn đề"), parent)
        self.setMinimumContentsLength(10)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToContents)
        self.show_kinds({})
        self.currentIndexChanged.connect(lambda: self.chosen.emit())

    def show_kinds(self, kinds: Mapping[FindingKind, int]) -> None:
        """Offer these kinds with how many rows have them; the chosen one stays chosen."""
        kept = self.kind()
        self.blockSignals(True)
        self.clear()
        self.addItem(tr("Mọi loại"), "")
        for kind, count in kinds.items():
            self.addItem(f"{kind_words(kind)} ({number(count)})", kind.value)
        if kept is not None and kept not in kinds:
            self.addItem(f"{kind_words(kept)} (0)", kept.value)
        self.setCurrentIndex(max(self.findData(kept.value if kept else ""), 0))
        self.blockSignals(False)

    def kind(self) -> FindingKind | None:
        """The kind that is to be seen; None for every kind."""
        data = self.currentData()
        return FindingKind(data) if data else None


class KindBar(QWidget):
    """Under the filters while one kind of repair is seen: take all of it, or none.

    `decided` brings whether all are refused.
    """

    decided = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ElidedLabel("", Rank.MUTED)
        self.accept = link(tr("Chấp nhận mọi chỗ sửa loại này"))
        self.refuse = link(tr("Giữ tất cả như tệp"))
        self.accept.clicked.connect(lambda: self.decided.emit(False))
        self.refuse.clicked.connect(lambda: self.decided.emit(True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self._words, self.accept, self.refuse):
            row.addWidget(part)
        row.addStretch(1)
        self.hide()

    def show_kind(self, kind: FindingKind | None, taken: int, refused: int) -> None:
        """Say how many repairs of a kind are taken; hide where it has none."""
        self.setVisible(kind is not None and taken + refused > 0)
        if kind is None:
            return
        words = tr("{kind}: {taken} đã sửa, {refused} giữ như tệp")
        self._words.setText(
            words.format(kind=kind_words(kind), taken=number(taken), refused=number(refused))
        )
        self.accept.setEnabled(refused > 0)
        self.refuse.setEnabled(taken > 0)
