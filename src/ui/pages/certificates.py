"""The register of certificates: a year's numbers without gaps, exported, searched, voided."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QHBoxLayout
from sqlalchemy.orm import Session

from ...exports.columns import Column, ColumnKind
from ...exports.formats import day, number
from ...exports.records import Issuer, RegisterLine
from ...models.context import Context
from ...models.enums import NumberState
from ...models.errors import AppError
from ...models.names import words
from ...services.certificates import (
    RegisterRecord,
    register,
    register_years,
    void_certificate,
)
from ...services.documents import document_issuer
from ..context import AppContext
from ..dialogs.void_certificate import VoidDialog
from ..errors import sentence
from ..i18n import tr
from ..jobs import Progress
from ..page import Page
from ..palette import Tone
from ..saving import save_from_page
from ..tables.record_model import Look
from ..tables.table_model import TableModel
from ..tables.table_view import TableView
from ..widgets.button import plain, primary
from ..widgets.card import Card
from ..widgets.empty_state import EmptyState
from ..widgets.filter_chips import Chip, FilterChips
from ..widgets.search_box import SearchBox
from ..widgets.status_pill import Pill
from ..widgets.symbols import Symbol

CHANGES = frozenset({"certificates"})
ALL = "all"


@dataclass(frozen=True)
class Book:
    """The numbers of a year, and the years there are to choose from."""

    years: tuple[int, ...]
    year: int
    lines: tuple[RegisterRecord, ...]


class CertificatesPage(Page):
    """Every number of the year has its line: issued, voided with a reason, or reserved."""

    watches = frozenset({"certificates"})

    def __init__(self, context: AppContext) -> None:
        super().__init__(tr("Chứng nhận"))
        self._context = context
        self._book = Book((), 0, ())
        self._year = 0
        self.years = QComboBox()
        self.to_pdf = plain(tr("Xuất PDF"), "file-type-pdf")
        self.to_excel = primary(tr("Xuất sổ Excel"), "file-spreadsheet")
        self.search = SearchBox(tr("Tìm tên, số vào sổ, khóa"))
        self.chips = FilterChips()
        self.show_course = plain(tr("Xem khóa"), "school")
        self.void = plain(tr("Hủy giấy…"), "ban")
        self.model: TableModel[RegisterRecord] = TableModel(_COLUMNS, _LOOK)
        self.table = TableView(self.model, tr("Sổ cấp giấy chứng nhận"))
        self.empty = EmptyState("certificate", "")
        self._build()
        self._connect()

    def load(self) -> None:
        year = self._year
        self._context.read(partial(_read, year), self._show, self, replaces="book")

    def filter(self) -> None:
        """Show the numbers that match search and filter."""
        asked, state = words(self.search.text()), self.chips.current()
        self._say_empty()
        self.model.set_records(
            [
                record
                for record in self._book.lines
                if state in (ALL, "", record.line.state) and _matches(record.line, asked)
            ]
        )
        self._selection_changed()

    def void_chosen(self) -> None:
        """Ask why, then void the certificate that is chosen."""
        record = self._one_issued()
        if record is None or record.id is None:
            return
        certificate, line = record.id, record.line
        name = line.person.name if line.person else ""
        reason, accepted = VoidDialog.get_data(line.number, name, self)
        if not accepted:
            return

        def work(session: Session, by: Context) -> None:
            void_certificate(session, by, certificate, reason)

        self._context.write(
            work, lambda _: self._say_voided(line.number), self, CHANGES, self._say_error
        )

    def export_excel(self) -> None:
        """Write the register of the year as a workbook."""
        self._export(tr("Sổ cấp giấy chứng nhận {year}.xlsx"), "Excel (*.xlsx)", _write_excel)

    def export_pdf(self) -> None:
        """Write the register of the year for printing."""
        self._export(tr("Sổ cấp giấy chứng nhận {year}.pdf"), "PDF (*.pdf)", _write_pdf)

    def open_course(self) -> None:
        """Go to the course of the chosen certificate."""
        record = self._chosen()
        if record is not None and record.line.course_code:
            self.navigated.emit("courses", (record.line.course_code, "certificates"))

    def _show(self, book: Book) -> None:
        self._book, self._year = book, book.year
        self.years.clear()
        for year in book.years:
            self.years.addItem(tr("Năm {year}").format(year=year), year)
        self.years.setCurrentIndex(self.years.findData(book.year))
        self.years.setVisible(bool(book.years))
        self._say_counts()
        for button in (self.to_excel, self.to_pdf):
            button.setEnabled(bool(book.lines))
        self.filter()

    def _say_counts(self) -> None:
        states = [record.line.state for record in self._book.lines]
        chips = [Chip(ALL, tr("Tất cả"), len(states))]
        for state in NumberState:
            if count := states.count(state):
                chips.append(Chip(state.value, state_pill(state).text, count))
        self.chips.show_chips(chips)
        subtitle = ""
        if states:
            subtitle = tr("Sổ cấp năm {year} · {count} số", len(states)).format(
                year=self._book.year, count=number(len(states))
            )
        self.set_title(tr("Chứng nhận"), subtitle)
        figures = tr("{issued} đã cấp · {voided} đã hủy").format(
            issued=number(states.count(NumberState.ISSUED)),
            voided=number(states.count(NumberState.VOIDED)),
        )
        self.set_status(figures if states else "")

    def _say_empty(self) -> None:
        if self._book.lines:
            self.empty.say(tr("Không có số nào khớp với nội dung tìm."))
        else:
            text = tr("Chưa cấp giấy chứng nhận nào. Giấy được cấp ở tab Chứng nhận của khóa.")
            self.empty.say(text, tr("Mở Khóa tập huấn"))

    def _selection_changed(self) -> None:
        chosen = self._chosen()
        self.show_course.setEnabled(chosen is not None and bool(chosen.line.course_code))
        self.void.setEnabled(self._one_issued() is not None)

    def _chosen(self) -> RegisterRecord | None:
        rows = self.table.selected_rows()
        return self.model.records[rows[0]] if len(rows) == 1 else None

    def _one_issued(self) -> RegisterRecord | None:
        chosen = self._chosen()
        return chosen if chosen and chosen.line.state is NumberState.ISSUED else None

    def _choose_year(self) -> None:
        self._year = self.years.currentData() or 0
        self.load()

    def _export(self, name: str, filters: str, write: "_Writer") -> None:
        year = self._book.year

        def read(session: Session) -> tuple[Issuer, list[RegisterLine]]:
            return document_issuer(session), [record.line for record in register(session, year)]

        save_from_page(
            self, self._context, name.format(year=year), filters, read, partial(write, year)
        )

    def _say_voided(self, printed_number: str) -> None:
        text = tr("Đã hủy giấy {number}; số này không dùng lại.").format(number=printed_number)
        self.banner.say(text, Tone.PRESENT)

    def _say_error(self, error: AppError) -> None:
        self.banner.say(sentence(error), Tone.REFUSED)

    def _connect(self) -> None:
        self.years.activated.connect(self._choose_year)
        self.search.searched.connect(self.filter)
        self.chips.chosen.connect(self.filter)
        self.to_excel.clicked.connect(self.export_excel)
        self.to_pdf.clicked.connect(self.export_pdf)
        self.show_course.clicked.connect(self.open_course)
        self.void.clicked.connect(self.void_chosen)
        self.table.opened.connect(lambda _: self.open_course())
        self.table.said.connect(self.set_status)
        self.table.selectionModel().selectionChanged.connect(self._selection_changed)
        self.empty.acted.connect(lambda: self.navigated.emit("courses", None))

    def _build(self) -> None:
        em = self.fontMetrics().height()
        self.years.setAccessibleName(tr("Năm của sổ"))
        self.years.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.header.add_field(self.years)
        self.header.add_action(self.to_pdf)
        self.header.add_action(self.to_excel)
        self.search.setFixedWidth(em * 15)
        row = QHBoxLayout()
        for part in (self.search, self.chips):
            row.addWidget(part)
        row.addStretch(1)
        for button in (self.show_course, self.void):
            row.addWidget(button)
        self.body.addLayout(row)
        self.table.add_menu_action(tr("Xem khóa"), self.open_course)
        self.table.add_menu_action(tr("Hủy giấy…"), self.void_chosen)
        self.table.squeezes = True
        self.table.set_empty(self.empty)
        card = Card(flush=True)
        card.body.addWidget(self.table)
        self.body.addWidget(card, 1)


def _read(year: int, session: Session) -> Book:
    """The year that was asked for, else the latest that has a book."""
    years = tuple(register_years(session))
    chosen = year if year in years else (years[0] if years else 0)
    return Book(years, chosen, tuple(register(session, chosen)) if chosen else ())


def state_pill(state: NumberState) -> Pill:
    """What became of a number."""
    return {
        NumberState.ISSUED: Pill(tr("Đã cấp"), Tone.PRESENT, Symbol.CHECK),
        NumberState.VOIDED: Pill(tr("Đã hủy"), Tone.REFUSED, Symbol.CROSS),
        NumberState.RESERVED: Pill(tr("Để dành"), Tone.NEUTRAL, Symbol.CIRCLE),
    }[state]


def _name(record: RegisterRecord) -> str:
    return record.line.person.name if record.line.person else ""


def _birth(record: RegisterRecord) -> str:
    person = record.line.person
    return (day(person.birth_date) or str(person.year or "")) if person else ""


def _course(record: RegisterRecord) -> str:
    return " – ".join(part for part in (record.line.course_code, record.line.course_title) if part)


_COLUMNS: Sequence[Column[RegisterRecord]] = (
    Column("number", "Số vào sổ", lambda r: r.line.number, ColumnKind.MARK, 16),
    Column("name", "Họ và tên", _name, ColumnKind.TEXT, 26),
    Column("birth", "Ngày sinh", _birth, ColumnKind.DATE, 11),
    Column("course", "Khóa", _course, ColumnKind.TEXT, 32),
    Column("issued_on", "Ngày cấp", lambda r: r.line.issued_on, ColumnKind.DATE, 11),
    Column("state", "Trạng thái", lambda r: r.line.state, ColumnKind.MARK, 12),
    Column("note", "Ghi chú", lambda r: r.line.note, ColumnKind.WRAPPED, 20),
)
_LOOK: Look[RegisterRecord] = Look(
    bold=frozenset({"name"}), pills={"state": lambda record: state_pill(record.line.state)}
)


def _matches(line: RegisterLine, asked: Sequence[str]) -> bool:
    """Each word begins a word of the name, the number or the course."""
    name = line.person.name if line.person else ""
    own = words(f"{name} {line.number} {line.course_code} {line.course_title}")
    return all(any(word.startswith(part) for word in own) for part in asked)


_Records = tuple[Issuer, list[RegisterLine]]
_Writer = Callable[[int, Path, _Records, Progress], None]


def _write_excel(year: int, path: Path, records: _Records, progress: Progress) -> None:
    from ...exports.register import write_register_xlsx  # heavy: only when used

    write_register_xlsx(path, records[0], year, records[1], progress)


def _write_pdf(year: int, path: Path, records: _Records, progress: Progress) -> None:
    from ...exports.register import write_register_pdf  # heavy: only when used

    write_register_pdf(path, records[0], year, records[1], progress)
