"""The tally per commune: figures, table, bars; each figure opens to the people behind it."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea

from ...exports import formats
from ...exports.records import Issuer, Tally, TallyRow
from ...exports.tally import TOTAL, write_tally
from ...models.clock import local
from ...services.courses import CourseRecord, list_courses
from ...services.documents import document_issuer
from ...services.people import PersonRecord
from ...services.tallies import tally
from ...services.tally_people import Cell, people_behind
from ..context import AppContext
from ..dialogs.people_behind import PeopleBehindDialog
from ..i18n import moment, tr
from ..jobs import Progress
from ..page import Page
from ..palette import Tone
from ..saving import save_from_page
from ..tables.table_model import TableModel
from ..tables.table_view import TableView
from ..widgets.bar_list import Bar, BarList
from ..widgets.button import plain, primary
from ..widgets.card import Card
from ..widgets.empty_state import EmptyState
from ..widgets.figure_card import FigureCard
from .tally_parts.columns import figure_of, heading, place_words, tally_columns, tally_look
from .tally_parts.scope import ScopeBar

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_FILTERS = "Excel (*.xlsx);;PDF (*.pdf);;CSV (*.csv)"


class TallyPage(Page):
    """What the courses of a period came to, commune by commune."""

    watches = frozenset(
        {"courses", "people", "enrolments", "attendance", "assessments", "certificates"}
    )

    def __init__(self, context: AppContext) -> None:
        super().__init__(tr("Tổng hợp theo xã"))
        self._context = context
        self._tally: Tally | None = None
        self.scope_bar = ScopeBar(local(context.by.clock()).date())
        self.model: TableModel[TallyRow] = TableModel(tally_columns(), tally_look(TOTAL))
        self.table = TableView(self.model, tr("Tổng hợp theo xã"))
        self.table.set_dense()
        self.bars = BarList()
        self._cards = [FigureCard(text) for text in _card_captions()]
        self._arrange()
        self.scope_bar.changed.connect(self.refresh)
        self.table.opened.connect(self._open_current)
        self.table.said.connect(self.set_status)
        self.bars.opened.connect(self._choose_row)

    def load(self) -> None:
        self.set_status(tr("Đang tính…"))
        scope, by = self.scope_bar.scope(), self._context.by
        self._context.read(list_courses, self._show_courses, self, replaces="courses")
        self._context.read(
            lambda session: tally(session, by, scope), self._show, self, replaces="tally"
        )

    def _show_courses(self, courses: list[CourseRecord]) -> None:
        self.scope_bar.show_courses(courses)

    def _show(self, found: Tally) -> None:
        self._tally = found
        total = TallyRow(**{**vars(found.total), "commune": TOTAL})
        self.model.set_records([*found.rows, total] if found.rows else [])
        self._show_cards(found.total)
        self.bars.show_bars([_bar(row) for row in found.rows])
        self.set_title(tr("Tổng hợp theo xã"), self._scope_words(found))
        self.set_status(
            tr("Tính lúc {time} · bấm đúp vào một số để xem danh sách").format(
                time=moment(found.counted_at)
            )
        )

    def _scope_words(self, found: Tally) -> str:
        communes = sum(row.commune_code is not None for row in found.rows)
        parts = (
            tr("{count} xã", communes).format(count=formats.number(communes)),
            self.scope_bar.words(),
            tr("{count} khóa", found.courses).format(count=formats.number(found.courses)),
        )
        return " · ".join(part for part in parts if part)

    def _show_cards(self, total: TallyRow) -> None:
        enrolled, attended, hamlets, all_five = self._cards
        number = formats.number
        communes = sum(row.hamlets > 0 for row in self._rows())
        enrolled.show_figure(
            number(total.enrolled),
            tr("{female} nữ · {dtts} dân tộc thiểu số").format(
                female=number(total.female), dtts=number(total.dtts)
            ),
        )
        attended.show_figure(
            number(total.attended),
            tr("{share} đăng ký · {turns} lượt", total.turns).format(
                share=_percent(total.attended, total.enrolled), turns=number(total.turns)
            ),
        )
        hamlets.show_figure(
            number(total.hamlets),
            tr("ở {count} xã", communes).format(count=number(communes)),
        )
        all_five.show_figure(
            number(total.all_five),
            tr("{share} người tham dự").format(share=_percent(total.all_five, total.attended)),
        )

    def _rows(self) -> tuple[TallyRow, ...]:
        return self._tally.rows if self._tally else ()

    def _open_cell(self, row: int, column: int) -> None:
        record, figure = self.model.record(row), figure_of(self.model.columns[column].key)
        if record is None or figure is None:
            return
        is_total = row == self.model.rowCount() - 1
        title = f"{place_words(record)} · {heading(self.model.columns[column])}"
        self._open_people(Cell(figure, record.unit_id, is_total), title)

    def _open_current(self, row: int) -> None:
        self._open_cell(row, self.table.currentIndex().column())

    def _open_card(self, key: str, caption: str) -> None:
        figure = figure_of(key)
        if figure is not None and self._rows():
            self._open_people(Cell(figure, is_total=True), caption)

    def _open_people(self, cell: Cell, title: str) -> None:
        scope = self.scope_bar.scope()
        self._context.read(
            lambda session: people_behind(session, scope, cell),
            lambda people: self._show_people(title, people),
            self,
            replaces="people",
        )

    def _show_people(self, title: str, people: list[PersonRecord]) -> None:
        dialog = PeopleBehindDialog(title, people, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _choose_row(self, row: int) -> None:
        self.table.selectRow(row)
        self.table.setFocus()

    def _copy_sentence(self) -> None:
        if self._tally is None:
            return
        QGuiApplication.clipboard().setText(report_sentence(self._tally))
        self.banner.say(tr("Đã chép câu báo cáo."), Tone.PRESENT)

    def _save(self) -> None:
        scope, by = self.scope_bar.scope(), self._context.by

        def read(session: "Session") -> tuple[Issuer, Tally]:
            return document_issuer(session), tally(session, by, scope)

        def export(path: Path, found: tuple[Issuer, Tally], progress: Progress) -> None:
            write_tally(path, *found, progress)

        name = f"Tong hop theo xa {local(by.clock()):%Y-%m-%d}.xlsx"
        save_from_page(self, self._context, name, _FILTERS, read, export)

    def _arrange(self) -> None:
        copy = plain(tr("Chép câu báo cáo"), "copy")
        copy.clicked.connect(self._copy_sentence)
        picture = plain(tr("Chép ảnh"), "photo")
        picture.clicked.connect(self.table.copy_picture)
        save = primary(tr("Xuất Excel, PDF…"), "table-export")
        save.clicked.connect(self._save)
        for button in (copy, picture, save):
            self.header.add_action(button)
        self.body.addWidget(self.scope_bar)
        self.body.addLayout(self._card_row())
        self.body.addLayout(self._table_row(), 1)
        self.table.set_empty(
            EmptyState("chart-bar", tr("Chưa có khóa nào trong kỳ này. Hãy chọn kỳ khác."))
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The bars leave the table what room there is."""
        super().resizeEvent(event)
        em = self.fontMetrics().height()
        self._chart.setFixedWidth(max(round(12.6 * em), min(round(self.width() * 0.23), 14 * em)))

    def _card_row(self) -> QGridLayout:
        row = QGridLayout()
        keys = ("enrolled", "attended", "hamlets", "all_five")
        for column, (key, card) in enumerate(zip(keys, self._cards, strict=True)):
            card.set_openable(tr("Mở danh sách"))
            card.opened.connect(partial(self._open_card, key, _card_captions()[column]))
            row.addWidget(card, 0, column)
            row.setColumnStretch(column, 1)
        return row

    def _table_row(self) -> QHBoxLayout:
        table = Card(flush=True)
        table.body.addWidget(self.table)
        chart = Card(tr("Hoàn thành / đăng ký"))
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.bars)
        for ground in (area.viewport(), self.bars):
            ground.setAutoFillBackground(False)
        chart.body.addWidget(area, 1)
        self._chart = chart
        row = QHBoxLayout()
        row.addWidget(table, 1)
        row.addWidget(chart)
        return row


def _card_captions() -> tuple[str, str, str, str]:
    return (
        tr("Người đăng ký"),
        tr("Người tham dự"),
        tr("Thôn, bản có người học"),
        tr("Đạt đủ 5 kỹ năng"),
    )


def _bar(row: TallyRow) -> Bar:
    share = row.completed / row.enrolled if row.enrolled else 0
    return Bar(place_words(row), share, _percent(row.completed, row.enrolled))


def _percent(part: int, whole: int) -> str:
    return f"{round(100 * part / whole)}%" if whole else "0%"


def report_sentence(found: Tally) -> str:
    """The tally as a sentence for a report, with its time; always Vietnamese, as reports are."""
    number, total = formats.number, found.total
    return (
        f"Tính đến {formats.moment(found.counted_at)} ({found.scope}): "
        f"{number(total.enrolled)} người đăng ký (nữ {number(total.female)}, dân tộc thiểu số "
        f"{number(total.dtts)}), {number(total.attended)} người tham dự với "
        f"{number(total.turns)} lượt; {number(total.completed)} người "
        f"hoàn thành, {number(total.certified)} người được cấp giấy chứng nhận, "
        f"{number(total.all_five)} người đạt đủ 5 kỹ năng."
    )
