"""Chooses somebody among everybody stored, by searching as on the people's page."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ...exports.columns import Column, ColumnKind
from ...services.people import PersonRecord, person_records
from ...services.search import first_page
from ..context import AppContext
from ..i18n import tr
from ..tables.record_model import Look
from ..tables.table_model import TableModel
from ..tables.table_view import TableView
from ..widgets.card import Card
from ..widgets.empty_state import EmptyState
from ..widgets.search_box import SearchBox
from .form import FormDialog


class ChoosePersonDialog(FormDialog[PersonRecord | None]):
    """Who is the same as a person known; begins with who has the same given name."""

    def __init__(
        self, context: AppContext, but: PersonRecord, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            tr("Gộp {name} với…").format(name=but.name),
            tr("Tiếp tục"),
            tr("Chọn hồ sơ khác của cùng một người. Bước sau sẽ so từng mục trước khi gộp."),
            parent,
        )
        self._context, self._but = context, but
        self.search = SearchBox(tr("Tìm theo tên, điện thoại, mã thẻ, 4 số cuối căn cước"))
        self.model: TableModel[PersonRecord] = TableModel(
            _columns(), Look(bold=frozenset({"name"}))
        )
        self.table = TableView(self.model, tr("Học viên"))
        self._build()
        self.search.setText(but.name.split()[-1])
        self.search.returnPressed.emit()  # at once, not after a pause
        self.check()

    @classmethod
    def get_data(
        cls, context: AppContext, but: PersonRecord, parent: QWidget | None = None
    ) -> tuple[PersonRecord | None, bool]:
        """Ask, and wait for the answer."""
        dialog = cls(context, but, parent)
        answer = dialog.ask()
        dialog.deleteLater()
        return answer

    def data(self) -> PersonRecord | None:
        rows = self.table.selected_rows()
        return self.model.record(rows[0]) if len(rows) == 1 else None

    def problem(self) -> str:
        return "" if self.data() else tr("Hãy chọn một người trong danh sách")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down leads from the search box into the table."""
        if watched is self.search and isinstance(event, QKeyEvent):
            down = event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down
            if down and self.model.rowCount():
                self.table.selectRow(0)
                self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _find(self, typed: str) -> None:
        self._context.read(
            lambda session: person_records(session, first_page(session, typed)),
            self._show,
            self,
            replaces="find",
        )

    def _show(self, people: list[PersonRecord]) -> None:
        self.model.set_records([person for person in people if person.id != self._but.id])
        self.check()

    def _opened(self, row: int) -> None:
        if self.data() is not None:
            self.accept()

    def _build(self) -> None:
        em = self.fontMetrics().height()
        self.search.searched.connect(self._find)
        self.search.installEventFilter(self)
        self.table.squeezes = True
        self.table.setSelectionMode(TableView.SelectionMode.SingleSelection)
        self.table.selectionModel().selectionChanged.connect(self.check)
        self.table.opened.connect(self._opened)
        self.table.set_empty(EmptyState("users", tr("Không tìm thấy ai khác. Hãy thử ít chữ hơn.")))
        card = Card(flush=True)
        card.body.addWidget(self.table)
        card.setMinimumHeight(em * 15)
        self.form.addRow(self.search)
        self.form.addRow(card)
        self.setMinimumWidth(em * 46)


def _columns() -> tuple[Column[PersonRecord], ...]:
    return (
        Column("name", tr("Họ và tên"), lambda p: p.name, ColumnKind.TEXT, 22),
        Column(
            "birth", tr("Ngày sinh"), lambda p: p.birth_date or p.birth_year, ColumnKind.DATE, 11
        ),
        Column("hamlet", tr("Thôn, bản"), lambda p: p.hamlet, ColumnKind.TEXT, 16),
        Column("commune", tr("Xã"), lambda p: p.commune, ColumnKind.TEXT, 14),
        Column("phone", tr("Điện thoại"), lambda p: p.phone, ColumnKind.PHONE, 12),
    )
