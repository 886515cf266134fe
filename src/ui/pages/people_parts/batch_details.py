"""One brought-in file: what it made, its rows and who they became, and who decided what."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ....services.lists.batches import Batch, BatchRow, Decision
from ...i18n import tr
from ...tables.table_model import TableModel
from ...tables.table_view import TableView
from ...widgets.button import link
from ...widgets.card import Card
from ...widgets.empty_state import EmptyState
from ...widgets.filter_chips import Chip, FilterChips
from ...widgets.labels import ElidedLabel, Rank, label
from .batch_words import (
    batch_sentence,
    decision_columns,
    made_words,
    row_columns,
    row_look,
)

_ROWS, _DECISIONS = "rows", "decisions"


class BatchDetails(QWidget):
    """`left` leads back to the list, `opened` brings the id of a person, `said` a status line."""

    left = Signal()
    opened = Signal(object)
    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.batch: Batch | None = None
        self.rows: TableModel[BatchRow] = TableModel(row_columns(), row_look())
        self.decisions: TableModel[Decision] = TableModel(decision_columns())
        self.back = link(tr("Mọi lần nhập"), "arrow-left")
        self.chips = FilterChips(
            (Chip(_ROWS, tr("Các dòng")), Chip(_DECISIONS, tr("Các quyết định")))
        )
        self._name = ElidedLabel("", Rank.HEADING)
        self._sentence, self._made = label("", Rank.MUTED), label("", Rank.MUTED)
        self._stack = QStackedWidget()
        self.rows_table = self._table(self.rows, tr("Các dòng của lần nhập"))
        self.decisions_table = self._table(self.decisions, tr("Quyết định của lần nhập"))
        self.decisions_table.set_empty(
            EmptyState("list-check", tr("Tệp này không cần sửa hay quyết định gì."))
        )
        self._lay_out()
        self.back.clicked.connect(self.left)
        self.chips.chosen.connect(self._choose)
        self.rows_table.opened.connect(self._open_row)

    def show_batch(self, batch: Batch) -> None:
        """Show this file."""
        self.batch = batch
        self._name.setText(batch.line.file_name)
        self._sentence.setText(batch_sentence(batch.line))
        self._made.setText(made_words(batch.made))
        self._made.setVisible(bool(self._made.text()))
        self.rows.set_columns(row_columns(batch.rows))
        self.rows.set_records(batch.rows)
        self.decisions.set_records(batch.decisions)
        self.chips.show_chips(
            (
                Chip(_ROWS, tr("Các dòng"), len(batch.rows)),
                Chip(_DECISIONS, tr("Các quyết định"), len(batch.decisions)),
            )
        )

    @property
    def batch_id(self) -> UUID | None:
        """The file that is shown."""
        return self.batch.line.id if self.batch else None

    def _choose(self, key: str) -> None:
        self._stack.setCurrentIndex(0 if key == _ROWS else 1)

    def _open_row(self, row: int) -> None:
        record = self.rows.record(row)
        if record is not None and record.person_id is not None:
            self.opened.emit(record.person_id)

    def _table(
        self, model: "TableModel[BatchRow] | TableModel[Decision]", caption: str
    ) -> TableView:
        table = TableView(model, caption)
        table.squeezes = True
        table.enable_sorting()
        table.said.connect(self.said)
        card = Card(flush=True)
        card.body.addWidget(table)
        self._stack.addWidget(card)
        return table

    def _lay_out(self) -> None:
        em = self.fontMetrics().height()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em // 2)
        head = QHBoxLayout()
        head.addWidget(self.back)
        head.addWidget(self._name)
        head.addStretch(1)
        head.addWidget(self.chips)
        column.addLayout(head)
        column.addWidget(self._sentence)
        column.addWidget(self._made)
        column.addWidget(self._stack, 1)
