"""Everybody: a search that answers each key, 350,000 rows, and what one does with one of them."""

from collections.abc import Collection
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from ....exports.formats import number
from ....exports.people import write_people
from ....models.errors import AppError
from ....services.people import PersonRecord, person_records
from ....services.people_lines import people_found
from ....services.person_details import SavedPerson, show_number
from ....services.search import PAGE
from ...context import AppContext
from ...dialogs.save_file import ask_save
from ...errors import sentence
from ...i18n import tr
from ...jobs import Progress
from ...page import Page
from ...palette import Tone
from ...saving import say_saved
from ...tables.block_model import BlockTableModel
from ...tables.table_view import TableView
from ...widgets.button import plain, primary
from ...widgets.card import Card
from ...widgets.empty_state import EmptyState
from ...widgets.search_box import SearchBox
from .columns import PEOPLE_LOOK, people_columns
from .editing import add_person_dialog, edit_person_dialog
from .finding import Found, find_all, find_first
from .merging import merge_from_page

if TYPE_CHECKING:
    from array import array

    from sqlalchemy.orm import Session

_PAUSE = 120
"""Milliseconds without a key after which everybody is counted, not only the first page."""


class PeopleList(Page):
    """`opened` brings the id of a person whose history is asked for, `import_asked` a list."""

    opened = Signal(object)
    import_asked = Signal()
    watches = frozenset({"people"})

    def __init__(self, context: AppContext) -> None:
        super().__init__(tr("Học viên"))
        self._context = context
        self._typed = ""
        self._listed: str | None = None
        self._shown: tuple[UUID, str] | None = None
        self.model: BlockTableModel[PersonRecord] = BlockTableModel(
            people_columns(self._shown_number), self._fetch, context.jobs, PEOPLE_LOOK, self
        )
        self.table = TableView(self.model, tr("Học viên"))
        self.table.squeezes = True
        self.search = SearchBox(tr("Tìm theo tên, điện thoại, mã thẻ, 4 số cuối căn cước"), delay=0)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._add_actions()
        self._lay_out_body()
        self._connect()

    def load(self) -> None:
        if self._listed == self._typed:
            self._find_all()
        else:
            self._find()

    def search_for(self, text: str) -> None:
        """Show who matches a text."""
        self.search.setText(text)

    def selected(self) -> PersonRecord | None:
        """The one person chosen in the table; None for none or several."""
        rows = self.table.selected_rows()
        return self.model.record(rows[0]) if len(rows) == 1 else None

    def on_changed(self, changes: Collection[str]) -> None:
        self._hide_number()
        super().on_changed(changes)

    def _add_actions(self) -> None:
        self._export_button = plain(tr("Xuất Excel"), "table-export")
        self._add_button = plain(tr("Thêm người"), "user-plus")
        self._import_button = primary(tr("Nhập từ Excel…"), "file-spreadsheet")
        for button in (self._export_button, self._add_button, self._import_button):
            self.header.add_action(button)
        self._number_button = plain(tr("Hiện số căn cước"), "eye")
        self._number_button.setEnabled(False)

    def _lay_out_body(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.search, 1)
        row.addWidget(self._number_button)
        self.body.addLayout(row)
        card = Card(flush=True)
        card.body.addWidget(self.table)
        self.body.addWidget(card, 1)
        self._empty = EmptyState("users", tr("Đang tìm…"))
        self._empty.acted.connect(self._act_on_empty)

    def _connect(self) -> None:
        self.search.searched.connect(self._search)
        self.search.installEventFilter(self)
        self._pause.timeout.connect(self._find_all)
        self.model.out_of_date.connect(self._find_all)
        self.table.opened.connect(self._open_row)
        self.table.said.connect(self.set_status)
        self.table.selectionModel().selectionChanged.connect(self._selection_changed)
        self.model.modelReset.connect(self._selection_changed)
        self.model.dataChanged.connect(self._allow_number)
        self._number_button.clicked.connect(self.toggle_number)
        self._import_button.clicked.connect(self.import_asked)
        self._add_button.clicked.connect(self.add_person)
        self._export_button.clicked.connect(self.export)
        self.table.add_menu_action(tr("Mở hồ sơ"), self._open_current)
        self.table.add_menu_action(tr("Sửa thông tin…"), self.edit_person)
        self._merge_action = self.table.add_menu_action(tr("Gộp hai người…"), self.merge_people)
        self._merge_action.setEnabled(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down leads from the search box into the table."""
        if watched is self.search and isinstance(event, QKeyEvent):
            down = event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down
            if down and self.model.rowCount():
                self._enter_table()
                return True
        return super().eventFilter(watched, event)

    def _enter_table(self) -> None:
        if not self.table.selected_rows():
            self.table.selectRow(0)
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _search(self, text: str) -> None:
        self._typed = text
        self._find()

    def _find(self) -> None:
        self._context.read(find_first(self._typed), self._show_first, self, replaces="first")

    def _find_all(self) -> None:
        self._context.read(find_all(self._typed), self._show_all, self, replaces="all")

    def _show_first(self, found: Found) -> None:
        self._listed = None
        self.model.set_ids(found.seqs, found.first)
        if len(found.seqs) < PAGE:
            self._show_all(found)
        else:
            self._pause.start()

    def _show_all(self, found: Found) -> None:
        """Everybody: below the first page, or anew where rows may have changed."""
        if self._listed is None:
            self.model.extend_ids(found.seqs, found.first)
        else:
            self._show_again(found)
        self._listed = found.typed
        self._say_found(len(found.seqs))

    def _show_again(self, found: Found) -> None:
        bar = self.table.verticalScrollBar()
        chosen, at = self._chosen_seqs(), bar.value()
        self.model.set_ids(found.seqs, found.first)
        self._choose_again(chosen, found.seqs)
        bar.setValue(at)

    def _chosen_seqs(self) -> list[int]:
        return [self.model.ids[row] for row in self.table.selected_rows()[:1]]

    def _choose_again(self, chosen: list[int], seqs: "array[int]") -> None:
        if chosen and chosen[0] in seqs:
            self.table.selectRow(seqs.index(chosen[0]))

    def _say_found(self, count: int) -> None:
        figure = number(count)
        found, known = tr("Tìm thấy {count} học viên", count), tr("{count} học viên", count)
        words = found if self._typed else known
        none = tr("Không tìm thấy ai") if self._typed else tr("Chưa có học viên nào")
        self.set_status(words.format(count=figure) if count else none)
        if not self._typed:
            self.set_title(tr("Học viên"), tr("{count} người", count).format(count=figure))
        self._export_button.setEnabled(count > 0)
        self._say_empty()

    def _say_empty(self) -> None:
        if self._typed:
            self._empty.say(tr("Không tìm thấy ai. Hãy thử ít chữ hơn."), tr("Xóa ô tìm"))
        else:
            self._empty.say(
                tr("Chưa có học viên nào. Hãy nhập danh sách các xã gửi về."), tr("Nhập từ Excel…")
            )
        self.table.set_empty(self._empty)

    def _act_on_empty(self) -> None:
        if self._typed:
            self.search.clear()
        else:
            self.import_asked.emit()

    def _fetch(self, seqs: "array[int]") -> list[PersonRecord]:
        wanted = seqs.tolist()
        return self._context.database.read(lambda session: person_records(session, wanted))

    def _open_row(self, row: int) -> None:
        person = self.model.record(row)
        if person is not None:
            self.opened.emit(person.id)

    def _open_current(self) -> None:
        self._open_row(self.table.currentIndex().row())

    def add_person(self) -> None:
        """Ask for somebody new."""
        add_person_dialog(self, self._context, self._saved)

    def edit_person(self) -> None:
        """Change what is known of the chosen person."""
        person = self.selected()
        if person is not None:
            edit_person_dialog(self, self._context, person.id, self._saved)

    def merge_people(self) -> None:
        """Merge the two chosen people."""
        people = [self.model.record(row) for row in self.table.selected_rows()]
        if len(people) == 2 and people[0] and people[1]:
            merge_from_page(self, self._context, people[0].id, people[1].id)

    def _saved(self, saved: SavedPerson) -> None:
        words = tr("Số căn cước này đã có ở {name}; chưa ghi gì.") if saved.held_by else ""
        tone = Tone.LATE if saved.held_by else Tone.PRESENT
        text = (words or tr("Đã ghi {name}.")).format(name=saved.name)
        self.banner.say(text, tone, tr("Mở hồ sơ"), lambda: self.opened.emit(saved.person_id))

    def export(self) -> None:
        """Write everybody of the search as a file, in blocks, with progress and cancel."""
        path = ask_save(
            self, tr("Xuất danh sách"), tr("Học viên"), tr("Excel (*.xlsx);;CSV (*.csv)")
        )
        if path is None:
            return
        typed, title = self._typed, "DANH SÁCH HỌC VIÊN"

        def export(progress: Progress) -> None:
            def write(session: "Session") -> None:
                write_people(path, title, people_found(session, typed), progress)

            self._context.database.read(write)

        self.banner.hide()
        handle = self._context.jobs.read(
            export, lambda _: say_saved(self, path), self._say_error, self
        )
        self.progress.follow(handle, tr("Đang ghi {name}").format(name=path.name))

    def _say_error(self, error: AppError) -> None:
        self.banner.say(sentence(error), Tone.REFUSED)

    def toggle_number(self) -> None:
        """Show the chosen person's identity number, which is recorded; or hide it again."""
        person = self.selected()
        if self._shown is not None:
            self._hide_number()
        elif person is not None:
            chosen = person.id
            self._context.write(
                lambda session, by: show_number(session, by, chosen),
                lambda text: self._show_number(chosen, text),
                self,
            )

    def _show_number(self, person_id: UUID, text: str) -> None:
        person = self.selected()
        if person is not None and person.id == person_id:
            self._shown = (person_id, text)
            self._number_button.setText(tr("Ẩn số căn cước"))
            self.table.viewport().update()

    def _hide_number(self) -> None:
        if self._shown is not None:
            self._shown = None
            self._number_button.setText(tr("Hiện số căn cước"))
            self.table.viewport().update()

    def _shown_number(self, person_id: UUID) -> str:
        return self._shown[1] if self._shown and self._shown[0] == person_id else ""

    def _selection_changed(self) -> None:
        self._hide_number()
        self._allow_number()

    def _allow_number(self) -> None:
        person = self.selected()
        self._number_button.setEnabled(bool(person and person.identity))
        self._merge_action.setEnabled(len(self.table.selected_rows()) == 2)
