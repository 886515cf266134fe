"""The files that were brought in: when, by whom, what became of them; each can be taken back."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ....exports.formats import number
from ....models.errors import AppError
from ....models.names import fold
from ....services.lists.batches import Batch, BatchLine, batch, list_batches
from ...context import AppContext
from ...errors import sentence
from ...i18n import tr
from ...page import Page
from ...palette import Tone
from ...tables.table_model import TableModel
from ...tables.table_view import TableView
from ...widgets.button import plain
from ...widgets.card import Card
from ...widgets.empty_state import EmptyState
from ...widgets.filter_chips import Chip, FilterChips
from ...widgets.search_box import SearchBox
from .batch_details import BatchDetails
from .batch_words import batch_columns, batch_look
from .undo_batch import undo_batches

_ALL, _HELD, _UNDONE = "all", "held", "undone"


class BatchesTab(Page):
    """`opened` brings the id of a person, `import_asked` fires when nothing was brought in yet."""

    opened = Signal(object)
    import_asked = Signal()
    watches = frozenset({"imports", "people", "enrolments"})

    def __init__(self, context: AppContext) -> None:
        super().__init__(tr("Học viên"))
        self._context = context
        self._batches: tuple[BatchLine, ...] = ()
        self._wanted: UUID | None = None
        self.model: TableModel[BatchLine] = TableModel(batch_columns(), batch_look())
        self.table = TableView(self.model, tr("Lần nhập"))
        self.table.squeezes = True
        self.search = SearchBox(tr("Tìm theo tên tệp, người nhập, khóa"))
        self.chips = FilterChips()
        self.details = BatchDetails()
        self.held = plain(tr("Dòng để lại"), "list-check")
        self.undo = plain(tr("Hoàn tác lần nhập"), "arrow-back-up")
        for button in (self.held, self.undo):
            self.header.add_action(button)
        self._lay_out_body()
        self._connect()
        self._allow()

    def open(self, target: Any) -> None:
        """Show one file (its id), or the list for an empty target."""
        self._wanted = target if isinstance(target, UUID) else None
        if self._wanted is None:
            self._stack.setCurrentIndex(0)
        self.stale = True

    def load(self) -> None:
        self._context.read(list_batches, self._show, self, replaces="batches")
        wanted = self._wanted or (self.details.batch_id if self._is_open else None)
        if wanted is not None:
            self._open(wanted)

    def current(self) -> BatchLine | None:
        """The file that is open, or chosen in the list."""
        if self._is_open and self.details.batch is not None:
            return self.details.batch.line
        rows = self.table.selected_rows()
        return self.model.record(rows[0]) if len(rows) == 1 else None

    @property
    def _is_open(self) -> bool:
        return self._stack.currentIndex() == 1

    def _show(self, batches: tuple[BatchLine, ...]) -> None:
        self._batches = batches
        count = len(batches)
        words = tr("{count} tệp đã nhập", count).format(count=number(count))
        self.set_title(tr("Học viên"), words if count else "")
        self.set_status(words if count else tr("Chưa nhập tệp nào."))
        undone = sum(one.undone_at is not None for one in batches)
        held = sum(bool(one.held) and one.undone_at is None for one in batches)
        self.chips.show_chips(
            (
                Chip(_ALL, tr("Tất cả"), count),
                Chip(_HELD, tr("Còn dòng để lại"), held),
                Chip(_UNDONE, tr("Đã hoàn tác"), undone),
            )
        )
        self._filter()

    def _filter(self) -> None:
        chosen = self.table.selected_rows()
        before = self.model.record(chosen[0]) if chosen else None
        shown = [one for one in self._batches if self._belongs(one)]
        self._say_empty()
        self.model.set_records(shown)
        again = next((n for n, x in enumerate(shown) if before and x.id == before.id), None)
        if again is not None:
            self.table.selectRow(again)
        self._allow()

    def _belongs(self, one: BatchLine) -> bool:
        key = self.chips.current()
        if key == _HELD and (not one.held or one.undone_at is not None):
            return False
        if key == _UNDONE and one.undone_at is None:
            return False
        words = fold(f"{one.file_name} {one.operator} {one.course_code} {one.course_title}")
        return all(word in words for word in fold(self.search.text()).split())

    def _say_empty(self) -> None:
        if self._batches:
            self._empty.say(tr("Không có lần nhập nào ở mục này."))
        else:
            words = tr("Chưa nhập tệp nào. Hãy nhập danh sách các xã gửi về.")
            self._empty.say(words, tr("Nhập từ Excel…"))

    def _open(self, batch_id: UUID) -> None:
        self._wanted = None
        self._context.read(
            lambda session: batch(session, batch_id),
            self._show_batch,
            self,
            self._refuse,
            replaces="batch",
        )

    def _show_batch(self, found: Batch) -> None:
        self.details.show_batch(found)
        self._stack.setCurrentIndex(1)
        self._allow()
        self.details.rows_table.setFocus()

    def _close(self) -> None:
        self._stack.setCurrentIndex(0)
        self._allow()
        self.table.setFocus()

    def _open_row(self, row: int) -> None:
        record = self.model.record(row)
        if record is not None:
            self._open(record.id)

    def take_back(self) -> None:
        """Take the file back as a whole."""
        one = self.current()
        if one is not None:
            words = tr("Đã hoàn tác lần nhập {file}. Dữ liệu như trước khi nhập.")
            said = words.format(file=one.file_name)
            undo_batches(self, self._context, [one.id], lambda: self.banner.say(said, Tone.PRESENT))

    def _show_held(self) -> None:
        one = self.current()
        if one is not None:
            self.navigated.emit("people", ("held", one.id))

    def _refuse(self, error: AppError) -> None:
        self.banner.say(sentence(error), Tone.REFUSED)
        self._close()

    def _allow(self) -> None:
        one = self.current()
        self.undo.setEnabled(one is not None and one.undone_at is None)
        self.held.setEnabled(bool(one and one.held and one.undone_at is None))

    def _connect(self) -> None:
        self.chips.chosen.connect(lambda _: self._filter())
        self.search.searched.connect(lambda _: self._filter())
        self.table.opened.connect(self._open_row)
        self.table.said.connect(self.set_status)
        self.table.selectionModel().selectionChanged.connect(self._allow)
        self.table.add_menu_action(tr("Mở"), self._open_chosen)
        self.table.add_menu_action(tr("Hoàn tác lần nhập"), self.take_back)
        self.details.left.connect(self._close)
        self.details.opened.connect(self.opened)
        self.details.said.connect(self.set_status)
        self.held.clicked.connect(self._show_held)
        self.undo.clicked.connect(self.take_back)
        self._empty.acted.connect(self.import_asked)

    def _open_chosen(self) -> None:
        self._open_row(self.table.currentIndex().row())

    def _lay_out_body(self) -> None:
        lists = QWidget()
        column = QVBoxLayout(lists)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(self.chips)
        row.addWidget(self.search, 1)
        column.addLayout(row)
        card = Card(flush=True)
        card.body.addWidget(self.table)
        column.addWidget(card, 1)
        self._empty = EmptyState("history", "")
        self.table.set_empty(self._empty)
        self._stack = QStackedWidget()
        self._stack.addWidget(lists)
        self._stack.addWidget(self.details)
        self.body.addWidget(self._stack, 1)
