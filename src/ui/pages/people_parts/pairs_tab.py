"""Pairs of stored people who may be one: side by side, merged or called two people."""

from array import array
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from ....exports.columns import Column, ColumnKind
from ....exports.formats import number
from ....services.comparison import FieldPair, compare
from ....services.distinct import forget_distinct, mark_distinct
from ....services.likely_pairs import LikelyPair, PairKey, PairReason, pair_keys, pair_records
from ....services.people import PersonRecord
from ...context import AppContext
from ...i18n import tr
from ...page import Page
from ...palette import Tone
from ...tables.block_model import BLOCK, BlockTableModel
from ...tables.record_model import Look
from ...tables.table_view import TableView
from ...widgets.button import plain, primary
from ...widgets.card import Card
from ...widgets.empty_state import EmptyState
from ...widgets.status_pill import Pill
from ...widgets.symbols import Symbol
from .field_pairs import FieldPairs
from .merging import merge_from_page

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_Found = tuple[list[PairKey], list[LikelyPair]]


class PairsTab(Page):
    """`opened` brings the id of a person whose history is asked for."""

    opened = Signal(object)
    watches = frozenset({"people", "imports"})

    def __init__(self, context: AppContext) -> None:
        super().__init__(tr("Có thể trùng"))
        self._context = context
        self._keys: list[PairKey] = []
        self._shown: LikelyPair | None = None
        self.model: BlockTableModel[LikelyPair] = BlockTableModel(
            _columns(), self._fetch, context.jobs, _LOOK, self
        )
        self.table = TableView(self.model, tr("Có thể trùng"))
        self.table.squeezes = True
        self.fields = FieldPairs()
        self._lay_out_body()
        self._connect()

    def load(self) -> None:
        self._context.read(_read, self._show, self, replaces="pairs")

    def open(self, target: Any) -> None:
        """The tab has one view."""

    def selected(self) -> LikelyPair | None:
        """The one pair chosen in the table."""
        rows = self.table.selected_rows()
        return self.model.record(rows[0]) if len(rows) == 1 else None

    def merge(self) -> None:
        """Ask how the two become one."""
        pair = self.selected()
        if pair is not None:
            merge_from_page(self, self._context, pair.first.id, pair.second.id)

    def part(self) -> None:
        """Remember that these are two people, and offer to take it back."""
        pair = self.selected()
        if pair is None:
            return
        first, second = pair.first, pair.second
        self._context.write(
            lambda session, by: mark_distinct(session, by, first.id, second.id),
            lambda _: self._say_parted(first, second),
            self,
            {"people"},
        )

    def _say_parted(self, first: PersonRecord, second: PersonRecord) -> None:
        text = tr("Đã ghi nhận {one} và {other} là hai người.")
        self.banner.say(
            text.format(one=first.name, other=second.name),
            Tone.PRESENT,
            tr("Hoàn tác"),
            lambda: self._unpart(first, second),
        )

    def _unpart(self, first: PersonRecord, second: PersonRecord) -> None:
        self.banner.hide()
        self._context.write(
            lambda session, by: forget_distinct(session, by, first.id, second.id),
            None,
            self,
            {"people"},
        )

    def _fetch(self, places: "array[int]") -> list[LikelyPair]:
        keys = self._keys
        wanted = [keys[at] for at in places if at < len(keys)]
        return self._context.database.read(lambda session: pair_records(session, wanted))

    def _show(self, found: _Found) -> None:
        """The place in the list stays: the next pair comes up where the settled one was."""
        keys, first = found
        rows = self.table.selected_rows()
        self._keys = keys
        self.model.set_ids(array("q", range(len(keys))), first)
        count = tr("{count} cặp", len(keys)).format(count=number(len(keys)))
        self.set_title(tr("Có thể trùng"), count if keys else "")
        self.set_status(count if keys else tr("Không có cặp nào"))
        if keys:
            self._choose_row(min(rows[0] if rows else 0, len(keys) - 1))
        self._choose()

    def _choose_row(self, row: int) -> None:
        """Choose one row, also while Ctrl is still held down from a shortcut."""
        flags = QItemSelectionModel.SelectionFlag
        index = self.model.index(row, 0)
        self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def _choose(self) -> None:
        pair = self.selected()
        for button in (self.merge_button, self.part_button):
            button.setEnabled(pair is not None)
        if pair is None or pair != self._shown:
            self._shown = pair
            self._panel.setVisible(pair is not None)
        if pair is not None:
            self._compare(pair)

    def _compare(self, pair: LikelyPair) -> None:
        self._context.read(
            lambda session: compare(session, pair.first.id, pair.second.id),
            self._show_fields,
            self,
            lambda _: None,
            "compare",
        )

    def _show_fields(self, pairs: tuple[FieldPair, ...]) -> None:
        self.fields.show_pairs(pairs)

    def _open(self, is_first: bool) -> None:
        pair = self.selected()
        if pair is not None:
            self.opened.emit((pair.first if is_first else pair.second).id)

    def _connect(self) -> None:
        self.table.selectionModel().selectionChanged.connect(self._choose)
        self.model.dataChanged.connect(self._choose)
        self.model.out_of_date.connect(self.load)
        self.table.opened.connect(self.merge)
        self.table.said.connect(self.set_status)
        self.merge_button.clicked.connect(self.merge)
        self.part_button.clicked.connect(self.part)
        self.fields.opened.connect(self._open)
        self.table.add_menu_action(tr("Gộp…"), self.merge)
        self.table.add_menu_action(tr("Hai người"), self.part)
        self.table.add_menu_action(tr("Mở hồ sơ thứ nhất"), lambda: self._open(True))
        self.table.add_menu_action(tr("Mở hồ sơ thứ hai"), lambda: self._open(False))
        for keys, act in (("Ctrl+G", self.merge), ("Ctrl+H", self.part)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _lay_out_body(self) -> None:
        self.merge_button = primary(tr("Gộp…"), "arrow-merge")
        self.merge_button.setToolTip(tr("Enter hoặc Ctrl+G"))
        self.part_button = plain(tr("Hai người"), "users")
        self.part_button.setToolTip(tr("Đây là hai người khác nhau: đừng hỏi lại (Ctrl+H)"))
        card = Card(flush=True)
        card.body.addWidget(self.table)
        row = QHBoxLayout()
        row.addWidget(card, 11)
        row.addWidget(self._beside(), 9)
        self.body.addLayout(row, 1)
        empty = EmptyState("circle-check", tr("Không thấy hai hồ sơ nào có thể là một người."))
        self.table.set_empty(empty)

    def _beside(self) -> QWidget:
        self._panel = Card()
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.fields)
        self.fields.setAutoFillBackground(False)
        self._panel.body.addWidget(area, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.part_button)
        buttons.addWidget(self.merge_button)
        self._panel.body.addLayout(buttons)
        self._panel.hide()
        return self._panel


def _read(session: "Session") -> _Found:
    keys = pair_keys(session)
    return keys, pair_records(session, keys[:BLOCK])


def reason_words(reason: PairReason) -> str:
    """Why two people may be one."""
    return {
        PairReason.IDENTITY: tr("Số căn cước"),
        PairReason.NAME_AND_BIRTH: tr("Tên, năm sinh"),
        PairReason.PHONE: tr("Điện thoại"),
        PairReason.NAME: tr("Tên"),
    }[reason]


def _reason_pill(pair: LikelyPair) -> Pill:
    words = "; ".join(map(reason_words, pair.reasons))
    if PairReason.IDENTITY in pair.reasons:
        return Pill(words, Tone.REFUSED, Symbol.DOT, words)
    return Pill(words, Tone.LATE, Symbol.CIRCLE, words)


def _both(one: object, other: object) -> str:
    texts = dict.fromkeys(str(text) for text in (one, other) if text)
    return " / ".join(texts)


def _columns() -> tuple[Column[LikelyPair], ...]:
    return (
        Column("reason", tr("Trùng"), lambda p: p.reasons, ColumnKind.MARK, 17),
        Column("first", tr("Người thứ nhất"), lambda p: p.first.name, ColumnKind.TEXT, 18),
        Column("second", tr("Người thứ hai"), lambda p: p.second.name, ColumnKind.TEXT, 18),
        Column(
            "born",
            tr("Năm sinh"),
            lambda p: _both(p.first.birth_year, p.second.birth_year),
            ColumnKind.MARK,
            10,
        ),
        Column(
            "commune",
            tr("Xã"),
            lambda p: _both(p.first.commune, p.second.commune),
            ColumnKind.TEXT,
            12,
        ),
    )


_LOOK: Look[LikelyPair] = Look(bold=frozenset({"first", "second"}), pills={"reason": _reason_pill})
