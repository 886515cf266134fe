"""Columns typed in old fonts: how they stand in the file, and how they would read."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ....importing.cells import Sheet
from ....importing.legacy import Encoding, decode
from ....importing.matches import TableMatch
from ...i18n import tr
from ...widgets.card import Card
from ...widgets.labels import Rank, label
from .columns_sample import texts_of
from .field_choice import QuietChoice


class EncodingCard(Card):
    """`chosen` brings a column and the encoding somebody says of it; UNICODE keeps it as it is."""

    chosen = Signal(int, object)

    def __init__(
        self,
        table: TableMatch,
        sheet: Sheet,
        said: Mapping[int, Encoding],
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        words = tr("{list} gõ bằng phông cũ; hãy xem lại cách chuyển")
        super().__init__(words.format(list=name), parent=parent)
        self.boxes: dict[int, QuietChoice] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.fontMetrics().height())
        titles = (tr("Cột"), tr("Trong tệp"), tr("Sau khi chuyển"), tr("Cách chuyển"))
        for at, title in enumerate(titles):
            grid.addWidget(label(title, Rank.NOTE), 0, at)
            grid.setColumnStretch(at, (3, 4, 4, 4)[at])
        for row, index in enumerate(sorted({*table.encodings, *said}), 1):
            self._add(grid, row, index, table, sheet)
        self.body.addLayout(grid)

    def _add(
        self, grid: QGridLayout, row: int, index: int, table: TableMatch, sheet: Sheet
    ) -> None:
        encoding = table.encodings.get(index, Encoding.UNICODE)
        before = texts_of(sheet, table, index)
        after = [decode(text, encoding) for text in before]
        heading = table.headings[index] if index < len(table.headings) else ""
        grid.addWidget(label(heading, Rank.HEADING), row, 0)
        grid.addWidget(label(" · ".join(before), Rank.MUTED), row, 1)
        grid.addWidget(label(" · ".join(after)), row, 2)
        grid.addWidget(self._box(index, heading, encoding), row, 3)

    def _box(self, index: int, heading: str, encoding: Encoding) -> QuietChoice:
        box = QuietChoice(tr("Cách chuyển cột {heading}").format(heading=heading))
        for one in (Encoding.TCVN3, Encoding.VNI, Encoding.UNICODE):
            box.addItem(encoding_words(one), one.value)
        box.setCurrentIndex(box.findData(encoding.value))
        box.currentIndexChanged.connect(
            lambda: self.chosen.emit(index, Encoding(box.currentData()))
        )
        self.boxes[index] = box
        return box


def encoding_words(encoding: Encoding) -> str:
    """What is done with a column of an old font."""
    return {
        Encoding.UNICODE: tr("Giữ nguyên"),
        Encoding.TCVN3: tr("Chuyển từ TCVN3 (.VnTime)"),
        Encoding.VNI: tr("Chuyển từ VNI"),
    }[encoding]
