"""The people a figure counts: opened from the tally, copied or saved from there."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from ...exports.columns import Column, ColumnKind
from ...services.people import PersonRecord
from ..i18n import tr
from ..tables.record_model import Look
from ..tables.table_model import TableModel
from ..tables.table_view import TableView
from ..widgets.labels import Rank, label

COLUMNS: Sequence[Column[PersonRecord]] = (
    Column("name", "Họ và tên", lambda p: p.name, ColumnKind.TEXT, 26),
    Column("birth", "Ngày sinh", lambda p: p.birth_date or p.birth_year, ColumnKind.DATE, 11),
    Column("gender", "Giới tính", lambda p: p.gender, ColumnKind.TEXT, 8),
    Column("hamlet", "Bản / TDP", lambda p: p.hamlet, ColumnKind.TEXT, 18),
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
        column.addWidget(label(title, Rank.TITLE))
        column.addWidget(label(tr("%n người", len(people)), Rank.MUTED))
        column.addWidget(TableView(self.model, title), 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self.resize(54 * em, 32 * em)
