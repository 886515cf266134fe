"""Step 4: what was written, and the rows that wait."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ....exports.formats import number
from ....models.enums import ImportRowState
from ....services.list_review import ReviewLine
from ...i18n import tr
from ...tables.table_model import TableModel
from ...tables.table_view import TableView
from ...widgets.button import link
from ...widgets.card import Card
from ...widgets.figure_card import FigureCard
from ...widgets.labels import Rank, label
from .review_table import review_columns, review_look


class Done(QWidget):
    """`another_asked` fires for the next file."""

    another_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._added = FigureCard(tr("Thêm mới"))
        self._matched = FigureCard(tr("Đã có sẵn"))
        self._held = FigureCard(tr("Để lại"))
        self._title = label("", Rank.HEADING)
        self.model: TableModel[ReviewLine] = TableModel(review_columns(False), review_look())
        self.table = TableView(self.model, tr("Các dòng để lại"))
        self.table.squeezes = True
        self._another = link(tr("Nhập tệp khác"), "file-spreadsheet")
        self._another.clicked.connect(self.another_asked)
        self._lay_out()

    def show_report(self, lines: Sequence[ReviewLine], course: str, several_sheets: bool) -> None:
        """Say what became of the rows; `course` is the one they were enrolled in."""
        counts = {state: sum(line.state is state for line in lines) for state in ImportRowState}
        added, matched = counts[ImportRowState.ADDED], counts[ImportRowState.MATCHED]
        enrolled = tr("ghi danh vào khóa {course}").format(course=course) if course else ""
        self._added.show_figure(number(added), enrolled or tr("học viên mới"))
        self._matched.show_figure(number(matched), tr("không thêm lần nữa"))
        held = counts[ImportRowState.HELD]
        self._held.show_figure(number(held), tr("chờ quyết định, không mất"))
        self._show_held([line for line in lines if line.state is ImportRowState.HELD])
        self.model.set_columns(review_columns(several_sheets))

    def _show_held(self, lines: Sequence[ReviewLine]) -> None:
        self.model.set_records(lines)
        self._card.setVisible(bool(lines))
        self._title.setText(tr("Các dòng để lại") if lines else "")

    def _lay_out(self) -> None:
        em = self.fontMetrics().height()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(em * 0.8))
        row = QHBoxLayout()
        row.setSpacing(em)
        for card in (self._added, self._matched, self._held):
            row.addWidget(card)
        column.addLayout(row)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._another)
        column.addLayout(head)
        self._card = Card(flush=True)
        self._card.body.addWidget(self.table)
        column.addWidget(self._card, 1)
        column.addStretch(0)
