"""The people a figure counts: opened from the tally, copied or saved from there."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ...exports.columns import Column, ColumnKind
from ...exports.formats import number
from ...services.people import PersonRecord
from ..i18n import tr
from ..tables.record_model import Look
from ..tables.table_model import TableModel
from ..tables.table_view import TableView
from ..widgets.button import plain
from ..widgets.card import Card
from ..widgets.labels import ElidedLabel, Rank, label

COLUMNS: Sequence[Column[PersonRecord]] = (
    Column("name", "Họ và tên", lambda p: p.name, ColumnKind.TEXT, 26),
    Column("birth", "Ngày sinh", lambda p: p.birth_date or p.birth_year, ColumnKind.DATE, 11),
    Column("gender", "Giới tính", lambda p: p.gender, ColumnKind.TEXT, 8),
    Column("hamlet", "Thôn, bản", lambda p: p.hamlet, ColumnKind.TEXT, 18),
    Column("commune", "Xã", lambda p: p.commune, ColumnKind.TEXT, 18),
    Column("phone", "Điện thoại", lambda p: p.phone, ColumnKind.PHONE, 12),
)


class PeopleBehindDialog(QDialog):
    """A list of people under the sentence that says what they are."""

    def __init__(
        self, title: str, people: Sequence[PersonRecord], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.model: TableModel[PersonRecord] = TableModel(COLUMNS, Look(bold=frozenset({"name"})))
        self.model.set_records(people)
        em = self.fontMetrics().height()
        column = QVBoxLayout(self)
        column.setContentsMargins(em, em, em, em)
        column.setSpacing(round(em * 0.6))
        column.addWidget(label(title, Rank.TITLE))
        counted = tr("{count} người", len(people)).format(count=number(len(people)))
        column.addWidget(label(counted, Rank.MUTED))
        self.table = TableView(self.model, title)
        self.table.squeezes = True
        self._said = ElidedLabel("", Rank.NOTE)
        self.table.said.connect(self._said.setText)
        card = Card(flush=True)
        card.body.addWidget(self.table)
        column.addWidget(card, 1)
        column.addLayout(self._buttons())
        self.resize(54 * em, 30 * em)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._said)
        row.addStretch(1)
        for button, act in (
            (plain(tr("Chép danh sách"), "copy"), self.table.copy_rows),
            (plain(tr("Chép ảnh"), "photo"), self.table.copy_picture),
            (plain(tr("Đóng")), self.reject),
        ):
            button.clicked.connect(act)
            row.addWidget(button)
        return row
