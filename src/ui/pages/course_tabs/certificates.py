"""The certificates of a course: issue them in one go, print them again, void one with a reason."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QDate, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QDateEdit,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from sqlalchemy.orm import Session

from ....exports.columns import Column, ColumnKind
from ....exports.formats import day, number
from ....models.clock import local
from ....models.context import Context
from ....models.enums import CourseStatus
from ....models.errors import AppError
from ....models.names import words
from ....services.certificates import void_certificate
from ....services.course_certificates import (
    CertificateRow,
    PrintedCertificates,
    certificate_rows,
    issue_for,
    printed_certificates,
)
from ....services.courses import CourseRecord
from ...context import AppContext
from ...course_words import reason_words, result_pill
from ...dialogs.save_file import ask_save
from ...dialogs.void_certificate import VoidDialog
from ...errors import sentence
from ...i18n import tr
from ...jobs import Progress
from ...page import Page
from ...palette import Tone
from ...saving import say_saved
from ...tables.record_model import Look
from ...tables.table_model import TableModel
from ...tables.table_view import TableView
from ...widgets.button import plain
from ...widgets.card import Card
from ...widgets.empty_state import EmptyState
from ...widgets.filter_chips import Chip, FilterChips
from ...widgets.labels import Rank, label
from ...widgets.search_box import SearchBox

CHANGES = frozenset({"certificates"})
_NARROW_EMS = 56
_OF_WIDE = frozenset({"birth", "hamlet", "issued_on"})
ALL, HELD, DUE, FAILED = "all", "held", "due", "failed"


class CertificatesTab(QWidget):
    """Nothing is issued before the course is closed: only then it is known who completed it."""

    status_changed = Signal(str)
    navigated = Signal(str, object)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._course: CourseRecord | None = None
        self._rows: Sequence[CertificateRow] = ()
        self.search = SearchBox(tr("Tìm tên, không cần dấu"))
        self.chips = FilterChips()
        self.issued_on = QDateEdit()
        self.issue = plain(tr("Cấp giấy chứng nhận"), "certificate")
        self.print = plain(tr("In lại"), "printer")
        self.void = plain(tr("Hủy giấy…"), "ban")
        self.model: TableModel[CertificateRow] = TableModel(_COLUMNS, _look())
        self.table = TableView(self.model)
        self.not_closed = EmptyState("lock", "", tr("Mở tab kết quả"))
        self.stack = QStackedWidget()
        self._build()
        self._connect()

    def show_course(self, record: CourseRecord) -> None:
        """Show this course, read anew."""
        if self._course is None or record.id != self._course.id:
            self.model.set_records([])
            self._rows = ()
            self.issued_on.setDate(_qdate(local(self._context.by.clock()).date()))
        self._course = record
        self.table.caption = tr("Giấy chứng nhận khóa {code}").format(code=record.code)
        is_closed = record.status is CourseStatus.CLOSED
        self.stack.setCurrentIndex(1 if is_closed else 0)
        if is_closed:
            self._context.read(
                lambda s: certificate_rows(s, record), self._show, self, replaces="rows"
            )
        else:
            text = tr("Đóng khóa trước: khi khóa đóng mới biết ai hoàn thành và được cấp giấy.")
            self.not_closed.say(text, tr("Mở tab kết quả"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room names and reasons keep it."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW_EMS * self.fontMetrics().height()
        shown = [c for c in _COLUMNS if not (narrow and c.key in _OF_WIDE)]
        if len(shown) != len(self.model.columns):
            self.model.set_columns(shown)

    def issue_all(self) -> None:
        """Give everyone who is due one a certificate, and write all of them into one PDF."""
        path = self._ask_path(tr("Giấy chứng nhận {code}.pdf"))
        if path is None or self._course is None:
            return
        code, day_of_issue = self._course.code, _date(self.issued_on.date())

        def work(session: Session, by: Context) -> int:
            return issue_for(session, by, code, day_of_issue)

        self.issue.setEnabled(False)
        self._context.write(work, partial(self._issued, path), self, CHANGES, self._say_error)

    def print_again(self) -> None:
        """Write the chosen certificates, or all of them, into a PDF once more."""
        numbers = {printed for row in self._chosen() for printed in row.numbers}
        path = self._ask_path(tr("Giấy chứng nhận {code}.pdf"))
        if path is not None:
            self._write_pdf(path, numbers)

    def void_chosen(self) -> None:
        """Ask why, then void the one certificate that is chosen."""
        row = self._one_held()
        if row is None or row.holding is None:
            return
        holding = row.holding
        reason, accepted = VoidDialog.get_data(holding.number, row.outcome.person.name, self)
        if not accepted:
            return

        def work(session: Session, by: Context) -> None:
            void_certificate(session, by, holding.id, reason)

        self._context.write(work, partial(self._voided, holding.number), self, CHANGES)

    def filter(self) -> None:
        """Show who matches search and filter."""
        asked, holds = words(self.search.text()), _FILTERS[self.chips.current() or ALL]
        rows = [row for row in self._rows if holds(row) and _matches(row, asked)]
        self.model.set_records(rows)
        self._selection_changed()

    def _show(self, rows: list[CertificateRow]) -> None:
        self._rows = rows
        held, due = sum(map(_is_held, rows)), sum(map(_is_due, rows))
        failed = len(rows) - held - due
        self.chips.show_chips(
            [
                Chip(ALL, tr("Tất cả"), len(rows)),
                Chip(HELD, tr("Đã cấp"), held),
                Chip(DUE, tr("Chờ cấp"), due),
                Chip(FAILED, tr("Không được cấp"), failed),
            ]
        )
        words_of_button = tr("Cấp giấy chứng nhận ({count})").format(count=number(due))
        self.issue.setText(words_of_button)
        self.issue.setEnabled(due > 0)
        self.issued_on.setEnabled(due > 0)
        self.filter()
        figures = tr("{held} đã cấp · {due} chờ cấp · {failed} không được cấp")
        self.status_changed.emit(
            figures.format(held=number(held), due=number(due), failed=number(failed))
        )

    def _selection_changed(self) -> None:
        chosen = sum(row.holding is not None for row in self._chosen())
        again = tr("In lại ({count})").format(count=number(chosen)) if chosen else tr("In lại")
        self.print.setText(again)
        self.print.setEnabled(any(map(_is_held, self._rows)))
        self.void.setEnabled(self._one_held() is not None)

    def _chosen(self) -> list[CertificateRow]:
        return [self.model.records[row] for row in self.table.selected_rows()]

    def _one_held(self) -> CertificateRow | None:
        chosen = self._chosen()
        return chosen[0] if len(chosen) == 1 and chosen[0].holding else None

    def _ask_path(self, name: str) -> Path | None:
        code = self._course.code if self._course else ""
        return ask_save(self, tr("Lưu giấy chứng nhận"), name.format(code=code), "PDF (*.pdf)")

    def _issued(self, path: Path, count: int) -> None:
        text = tr("Đã cấp {count} giấy chứng nhận.", count).format(count=number(count))
        self.status_changed.emit(text)
        self._write_pdf(path, ())

    def _write_pdf(self, path: Path, numbers: Sequence[str] | set[str]) -> None:
        course, page = self._course, self._page()
        if course is None:
            return
        chosen = frozenset(numbers)
        page.banner.hide()
        handle = self._context.make_file(
            lambda session: printed_certificates(session, course, chosen),
            partial(_write, path),
            lambda _: say_saved(page, path),
            self,
            self._say_error,
        )
        page.progress.follow(handle, tr("Đang ghi {name}").format(name=path.name))

    def _voided(self, printed_number: str, _: None) -> None:
        text = tr("Đã hủy giấy {number}; số này không dùng lại.").format(number=printed_number)
        self._page().banner.say(text, Tone.PRESENT)

    def _say_error(self, error: AppError) -> None:
        self.issue.setEnabled(any(map(_is_due, self._rows)))
        self._page().banner.say(sentence(error), Tone.REFUSED)

    def _page(self) -> Page:
        """The page this tab stands on, whose banner and progress it uses."""
        widget: QWidget | None = self
        while widget is not None and not isinstance(widget, Page):
            widget = widget.parentWidget()
        return cast(Page, widget)

    def _go_to_results(self) -> None:
        if self._course is not None:
            self.navigated.emit("courses", (self._course.code, "results"))

    def _connect(self) -> None:
        self.search.searched.connect(self.filter)
        self.chips.chosen.connect(self.filter)
        self.issue.clicked.connect(self.issue_all)
        self.print.clicked.connect(self.print_again)
        self.void.clicked.connect(self.void_chosen)
        self.table.said.connect(self.status_changed)
        self.not_closed.acted.connect(self._go_to_results)
        model = self.table.selectionModel()
        model.selectionChanged.connect(self._selection_changed)

    def _build(self) -> None:
        em = self.fontMetrics().height()
        self.search.setFixedWidth(em * 15)
        self.issued_on.setCalendarPopup(True)
        self.issued_on.setDisplayFormat("dd/MM/yyyy")
        self.issued_on.setAccessibleName(tr("Ngày cấp"))
        self.table.squeezes = True
        self.table.set_empty(EmptyState("users", tr("Không có học viên nào khớp với bộ lọc.")))
        card = Card(flush=True)
        card.body.addWidget(self.table)
        list_of_all = QWidget()
        column = QVBoxLayout(list_of_all)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(em * 0.6))
        column.addLayout(_row(self.search, self.chips, None))
        caption: QLabel = label(tr("Ngày cấp"), Rank.MUTED)
        caption.setWordWrap(False)
        column.addLayout(_row(caption, self.issued_on, self.issue, None, self.print, self.void))
        column.addWidget(card, 1)
        self.stack.addWidget(self.not_closed)
        self.stack.addWidget(list_of_all)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.stack)


def _is_held(row: CertificateRow) -> bool:
    return row.holding is not None


def _is_due(row: CertificateRow) -> bool:
    return row.is_due


_FILTERS: dict[str, Callable[[CertificateRow], bool]] = {
    ALL: lambda _: True,
    HELD: _is_held,
    DUE: _is_due,
    FAILED: lambda row: not _is_held(row) and not _is_due(row),
}


def _birth(row: CertificateRow) -> str:
    person = row.outcome.person
    return day(person.birth_date) or str(person.birth_year or "")


def _why_not(row: CertificateRow) -> str:
    if row.others:  # two records of one person had one each before they were merged
        count = len(row.numbers)
        return tr("Một người có {count} giấy, do gộp hồ sơ", count).format(count=number(count))
    return reason_words(row.outcome)


def _numbers(row: CertificateRow) -> str | None:
    return ", ".join(row.numbers) or None


_COLUMNS: Sequence[Column[CertificateRow]] = (
    Column("name", "Họ và tên", lambda row: row.outcome.person.name, ColumnKind.TEXT, 26),
    Column("birth", "Ngày sinh", _birth, ColumnKind.DATE, 11),
    Column("hamlet", "Thôn, bản", lambda row: row.outcome.person.hamlet, ColumnKind.TEXT, 16),
    Column("commune", "Xã", lambda row: row.outcome.person.commune, ColumnKind.TEXT, 14),
    Column("result", "Kết quả", lambda row: row.outcome.completed, ColumnKind.MARK, 16),
    Column("number", "Số vào sổ", _numbers, ColumnKind.MARK, 16),
    Column(
        "issued_on", "Ngày cấp", lambda r: r.holding and r.holding.issued_on, ColumnKind.DATE, 11
    ),
    Column("reason", "Lý do chưa hoàn thành", _why_not, ColumnKind.WRAPPED, 32),
)


def _look() -> Look[CertificateRow]:
    return Look(
        bold=frozenset({"name"}),
        pills={"result": lambda row: result_pill(row.outcome)},
        sort_keys={"name": lambda row: row.outcome.person.sort_key},
    )


def _write(path: Path, printed: PrintedCertificates, progress: Progress) -> None:
    from ....exports.certificates import write_certificates  # reportlab: only when used

    write_certificates(path, printed.issuer, printed.course, printed.pages, progress)


def _matches(row: CertificateRow, asked: Sequence[str]) -> bool:
    own = words(row.outcome.person.name)
    return all(any(word.startswith(part) for word in own) for part in asked)


def _row(*parts: QWidget | None) -> QHBoxLayout:
    row = QHBoxLayout()
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part)
    return row


def _qdate(value: date) -> QDate:
    return QDate(value.year, value.month, value.day)


def _date(value: QDate) -> date:
    return date(value.year(), value.month(), value.day())
