"""The lists asked of communes for a course: who has sent, who is late, short or over."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from ....exports.formats import number
from ....models.clock import local
from ....models.enums import CourseStatus
from ....services.commune_choices import CommuneChoice, commune_choices
from ....services.registration import asked
from ....services.registration.reminder import reminder_for_all
from ....services.registration.standing import FormLine, course_forms
from ....services.settings import Settings, load_settings
from ...context import AppContext
from ...dialogs.ask_communes import AskCommunesDialog
from ...dialogs.quota import QuotaAnswer, QuotaDialog
from ...i18n import tr
from ...palette import Tone
from ...tables.table_model import TableModel
from ...tables.table_view import TableView
from ...widgets.button import link, plain
from ...widgets.card import Card
from ...widgets.empty_state import EmptyState
from ...widgets.filter_chips import FilterChips
from ...widgets.labels import Rank, label
from ...widgets.search_box import SearchBox
from .registration_papers import make_forms
from .registration_table import columns, filters, look, matches, standing_words
from .tab import CourseTab

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from ....models.context import Context
    from ..course_view import CourseView

CHANGES = frozenset({"forms"})
_DAYS_BEFORE = 7
"""So long before the course lists are proposed to be due."""
_SOON = 3


class RegistrationTab(CourseTab):
    """The communes asked, those that need somebody first; reached from the people of the course."""

    def __init__(self, context: AppContext, page: "CourseView") -> None:
        super().__init__(context, page)
        self._lines: tuple[FormLine, ...] = ()
        self._settings = Settings()
        self._filters = {one.key: one for one in filters()}
        self.back = link(tr("Danh sách học viên"), "arrow-left")
        self.search = SearchBox(tr("Tìm xã, phường"))
        self.chips = FilterChips()
        self.add = plain(tr("Thêm xã…"), "plus")
        self.remind = plain(tr("Chép lời nhắc"), "copy")
        self.make = plain(tr("Làm phiếu…"), "file-spreadsheet")
        self.edit = plain(tr("Chỉ tiêu, hạn gửi…"), "pencil")
        self.take_out = plain(tr("Bỏ"), "trash")
        self.chosen = label("", Rank.NOTE)
        self.model: TableModel[FormLine] = TableModel(columns(), look())
        self.table = TableView(self.model)
        self.empty = EmptyState("file-spreadsheet", "")
        self._build()

    def load(self) -> None:
        course, today = self.course, self._today()

        def read(session: "Session") -> tuple[tuple[FormLine, ...], Settings]:
            return course_forms(session, course.id, today), load_settings(session)

        self._context.read(read, self._show, self, replaces="forms")

    @property
    def selected(self) -> list[FormLine]:
        """The communes that are chosen in the table."""
        return [self.model.records[row] for row in self.table.selected_rows()]

    @property
    def meant(self) -> list[FormLine]:
        """The communes that are chosen, else all that are asked."""
        return self.selected or list(self._lines)

    def unit_ids(self) -> set[UUID]:
        """The communes that are asked already."""
        return {line.unit_id for line in self._lines}

    # what is shown

    def _show(self, read: tuple[tuple[FormLine, ...], Settings]) -> None:
        self._lines, self._settings = read
        caption = tr("Các xã gửi danh sách cho khóa {code}").format(code=self.course.code)
        self.table.caption = caption
        self.chips.show_chips([one.chip(self._lines) for one in self._filters.values()])
        self.filter()
        self.status_changed.emit(standing_words(self._lines) if self._lines else "")

    def filter(self) -> None:
        """Show the communes that match search and filter; who was chosen stays chosen."""
        chosen = {line.form_id for line in self.selected}
        holds = self._filters[self.chips.current() or "all"].holds
        typed = self.search.text()
        found = [line for line in self._lines if holds(line) and matches(line, typed)]
        self._say_empty()
        self.model.set_records(found)
        self._choose(chosen)
        self._selection_changed()

    def _choose(self, forms: set[UUID]) -> None:
        model, selection = self.model, QItemSelection()
        for at, line in enumerate(model.records):
            if line.form_id in forms:
                selection.select(model.index(at, 0), model.index(at, model.columnCount() - 1))
        flags = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().select(selection, flags.ClearAndSelect)

    def _say_empty(self) -> None:
        if self._lines:
            self.empty.say(tr("Không có xã nào khớp với ô tìm và bộ lọc"))
            return
        text = tr(
            "Chưa đề nghị xã nào gửi danh sách. Hãy thêm các xã, đặt chỉ tiêu và hạn gửi,"
            " rồi làm phiếu đăng ký để gửi cho từng xã."
        )
        self.empty.say(text, tr("Thêm xã…") if self._is_open() else "")

    def _selection_changed(self) -> None:
        count = len(self.table.selected_rows())
        self.side.setCurrentIndex(1 if count else 0)
        self.chosen.setText(tr("Đã chọn {count}").format(count=number(count)))
        self.add.setEnabled(self._is_open())
        self.make.setEnabled(bool(self._lines))
        self.remind.setEnabled(bool(self._reminded()))
        for button in (self.edit, self.take_out):
            button.setEnabled(self._is_open())

    def _is_open(self) -> bool:
        return self.course.status is not CourseStatus.CLOSED

    # what one does

    def add_communes(self) -> None:
        """Ask which communes shall send a list."""
        on = self.course.first_day or self._today()
        self._context.read(
            lambda s: commune_choices(s, on), self._ask_communes, self, replaces="communes"
        )

    def _ask_communes(self, choices: Sequence[CommuneChoice]) -> None:
        known, until = self.unit_ids(), self._deadline()
        wishes, accepted = AskCommunesDialog.get_data(self, choices, known, until)
        if accepted:
            course_id = self.course.id
            self._context.write(
                lambda s, by: asked.ask(s, by, course_id, wishes), self._asked, self, CHANGES
            )

    def _asked(self, asking: asked.Asking) -> None:
        count = len(asking.forms)
        text = tr("Đã thêm {count} xã.", count).format(count=number(count))
        self._page.offer_undo(
            text, lambda: self._write(lambda s, by: asked.take_back(s, by, asking))
        )

    def change(self) -> None:
        """Set quota and deadline of those chosen, or of all; can be undone."""
        meant = self.meant
        if not meant or not self._is_open():
            return
        deadline = meant[0].deadline or self._deadline()
        answer, accepted = QuotaDialog.get_data(self, who(meant), meant[0].quota, deadline)
        if accepted:
            self._set(answer, meant)

    def _set(self, answer: QuotaAnswer, meant: Sequence[FormLine]) -> None:
        forms = [line.form_id for line in meant]
        text = tr("Đã đặt chỉ tiêu, hạn gửi cho {who}.").format(who=who(meant))
        self._context.write(
            lambda s, by: asked.change(s, by, forms, answer.quota, answer.deadline),
            lambda before: self._page.offer_undo(
                text, lambda: self._write(lambda s, by: asked.put_back(s, by, before))
            ),
            self,
            CHANGES,
        )

    def remove(self) -> None:
        """No longer ask those chosen; people who are enrolled stay. Can be undone."""
        gone = self.selected
        if not gone or not self._is_open():
            return
        forms = [line.form_id for line in gone]
        text = tr("Đã bỏ {who} khỏi danh sách cần gửi.").format(who=who(gone))
        self._context.write(
            lambda s, by: asked.remove(s, by, forms),
            lambda _: self._page.offer_undo(
                text, lambda: self._write(lambda s, by: asked.restore(s, by, forms))
            ),
            self,
            CHANGES,
        )

    def _write(self, work: Callable[["Session", "Context"], object]) -> None:
        self._context.write(work, None, self, CHANGES)

    def copy_reminder(self) -> None:
        """Copy what those chosen are told, else all that need a word: to paste into Zalo."""
        lines = self._reminded()
        if not lines:
            return
        text = reminder_for_all(self.course, lines, self._settings, self._today())
        QGuiApplication.clipboard().setText(text)
        said = tr("Đã chép lời nhắc gửi {who}: hãy dán vào Zalo.").format(who=who(lines))
        if self._settings.contact:
            self._page.banner.say(said, Tone.PRESENT)
        else:
            said = f"{said} {tr('Lời nhắc chưa có đầu mối liên hệ.')}"
            self._page.banner.say(said, Tone.LATE, tr("Mở Thiết lập"), self._open_settings)

    def _reminded(self) -> list[FormLine]:
        return self.selected or [line for line in self._lines if line.needs_somebody]

    def _open_settings(self) -> None:
        self.navigated.emit("settings", None)

    def make_papers(self) -> None:
        """Write the forms of those chosen, or of all: one file, or a folder of them."""
        make_forms(self._page, self._context, self.course, self.meant, who(self.meant))

    def _deadline(self) -> date:
        """A week before the course; where that is past, in three days."""
        today = self._today()
        first = self.course.first_day
        return max(first - timedelta(days=_DAYS_BEFORE) if first else today, _soon(today))

    def _today(self) -> date:
        return self._now().date()

    def _now(self) -> datetime:
        return local(self._context.by.clock())

    # how it is built

    def _build(self) -> None:
        self.setFocusProxy(self.table)
        self.table.squeezes = True
        self.table.set_empty(self.empty)
        self.table.enable_sorting()
        em = self.fontMetrics().height()
        self.search.setMinimumWidth(em * 8)
        self.search.setMaximumWidth(em * 15)
        self.chosen.setWordWrap(False)
        self.side = self._sides()
        above, below = QHBoxLayout(), QHBoxLayout()
        for row in (above, below):
            row.setSpacing(em // 2)
            self.body.addLayout(row)
        above.addWidget(self.back)
        above.addWidget(self.side, 1)
        for button in (self.remind, self.make):
            above.addWidget(button)
        below.addWidget(self.search, 1)
        below.addWidget(self.chips, 2)
        card = Card(flush=True)
        card.body.addWidget(self.table)
        self.body.addWidget(card, 1)
        self._connect()

    def _sides(self) -> QStackedWidget:
        """What one does with none chosen, and with some."""
        stack = QStackedWidget()
        for parts in ((self.add,), (self.chosen, self.edit, self.take_out)):
            page = QWidget()
            row = QHBoxLayout(page)
            row.setContentsMargins(0, 0, 0, 0)
            row.addStretch(1)
            for part in parts:
                row.addWidget(part)
            stack.addWidget(page)
        return stack

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self._page.show_part(""))
        self.search.searched.connect(lambda _: self.filter())
        self.chips.chosen.connect(lambda _: self.filter())
        self.add.clicked.connect(self.add_communes)
        self.empty.acted.connect(self.add_communes)
        self.edit.clicked.connect(self.change)
        self.take_out.clicked.connect(self.remove)
        self.remind.clicked.connect(self.copy_reminder)
        self.make.clicked.connect(self.make_papers)
        self.table.opened.connect(lambda _: self.change())
        self.table.said.connect(self.status_changed)
        self.table.selectionModel().selectionChanged.connect(self._selection_changed)
        for text, act in (
            (tr("Chỉ tiêu, hạn gửi…"), self.change),
            (tr("Chép lời nhắc"), self.copy_reminder),
            (tr("Làm phiếu…"), self.make_papers),
            (tr("Bỏ khỏi danh sách"), self.remove),
        ):
            self.table.add_menu_action(text, act)


def _soon(today: date) -> date:
    return today + timedelta(days=_SOON)


def who(lines: Sequence[FormLine]) -> str:
    """One by name, several by number."""
    if len(lines) == 1:
        return lines[0].full
    return tr("{count} xã, phường", len(lines)).format(count=number(len(lines)))
