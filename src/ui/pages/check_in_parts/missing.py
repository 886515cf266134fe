"""Who is not there yet: a list to call by, to copy to Excel or as a picture to Zalo."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ....exports.columns import Column, ColumnKind
from ....services.enrolments import EnrolmentRecord
from ...i18n import tr
from ...tables.record_model import Look
from ...tables.table_model import TableModel
from ...tables.table_view import TableView
from ...widgets.button import plain
from ...widgets.card import Card
from ...widgets.labels import ElidedLabel, Rank, label

COLUMNS: Sequence[Column[EnrolmentRecord]] = (
    Column("name", "Họ và tên", lambda p: p.name, ColumnKind.TEXT, 26),
    Column("hamlet", "Thôn, bản", lambda p: p.hamlet, ColumnKind.TEXT, 18),
    Column("commune", "Xã", lambda p: p.commune, ColumnKind.TEXT, 16),
    Column("role", "Chức vụ", lambda p: p.role, ColumnKind.TEXT, 14),
    Column("phone", "Điện thoại", lambda p: p.phone, ColumnKind.PHONE, 14),
)


class MissingDialog(QDialog):
    """Shows the people; `heading` names the session, for the copies too."""

    def __init__(
        self, heading: str, people: Sequence[EnrolmentRecord], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Chưa đến"))
        look: Look[EnrolmentRecord] = Look(
            bold=frozenset({"name"}), sort_keys={"name": lambda p: p.sort_key}
        )
        self.model: TableModel[EnrolmentRecord] = TableModel(COLUMNS, look, self)
        self.model.set_records(people)
        self.table = TableView(self.model, heading)
        self._said = ElidedLabel("", Rank.NOTE)
        self.table.said.connect(self._said.setText)
        self._lay_out(heading)

    def _lay_out(self, heading: str) -> None:
        em = self.fontMetrics().height()
        column = QVBoxLayout(self)
        column.setContentsMargins(em, em, em, em)
        column.setSpacing(round(em * 0.75))
        title = label(heading, Rank.HEADING)
        column.addWidget(title)
        card = Card(flush=True)
        card.body.addWidget(self.table)
        column.addWidget(card, 1)
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
        column.addLayout(row)
        self.resize(em * 44, em * 28)
