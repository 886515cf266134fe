"""Tables as XLSX and CSV, from the columns they are declared by."""

import csv
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .columns import CENTRED, Column, ColumnKind, Record
from .files import replaced
from .formats import clean
from .records import Progress, no_progress

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")
_STEP = 200  # rows between two reports of progress
_LEADING = 15.0  # points a line of 11 pt takes


@dataclass(frozen=True)
class SheetLayout:
    """What stands around a table in a sheet, and how it prints (A4).

    `totals` are rows below the records, a value a column, in bold; `signatures` the titles of
    those who sign; `minimum_height` is of a row, in points.
    """

    title: str
    lines: Sequence[str] = ()
    totals: Sequence[Sequence[object]] = ()
    notes: Sequence[str] = ()
    signatures: Sequence[str] = ()
    landscape: bool = True
    minimum_height: float = 18
    sheet: str = "Danh sách"
    filters: bool = False


def numbered(columns: Sequence[Column[Record]]) -> Sequence[Column[tuple[int, Record]]]:
    """The columns with a running number (STT) before them, for records from `enumerate`."""

    def of_pair(column: Column[Record]) -> Column[tuple[int, Record]]:
        return Column(
            column.key, column.title, lambda pair: column.value(pair[1]), column.kind, column.width
        )

    number: Column[tuple[int, Record]] = Column(
        "stt", "STT", lambda pair: pair[0], ColumnKind.YEAR, 5
    )
    return (number, *(of_pair(column) for column in columns))


def write_table_csv(
    path: Path,
    columns: Sequence[Column[Record]],
    records: Sequence[Record],
    totals: Sequence[Sequence[object]] = (),
    progress: Progress = no_progress,
) -> None:
    """UTF-8 with BOM, commas, CRLF, ISO dates, plain integers; formulas are disarmed with '."""
    with replaced(path) as temporary, temporary.open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(column.title for column in columns)
        for index, record in enumerate(records):
            rows.writerow(_csv_cell(column.value(record)) for column in columns)
            _report(progress, index + 1, len(records))
        rows.writerows([_csv_cell(value) for value in total] for total in totals)


def write_table_xlsx(
    path: Path,
    columns: Sequence[Column[Record]],
    records: Sequence[Record],
    layout: SheetLayout,
    progress: Progress = no_progress,
) -> None:
    """One sheet: titles, header (frozen, repeated in print), rows, totals, notes, signatures.

    Texts are always text cells (phones keep their zero, "=1+1" stays as written); dates and
    numbers are real ones.
    """
    with replaced(path) as temporary:
        # Zipped in memory: a disk that fills up in between leaves no open file behind.
        zipped = BytesIO()
        book = _workbook(zipped)
        try:
            _Writer(book, columns, layout).write(records, progress)
        finally:
            book.close()
        temporary.write_bytes(zipped.getvalue())


def _csv_cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    text = clean(str(value))
    return f"'{text}" if isinstance(value, str) and value.startswith(_FORMULA_SIGNS) else text


def _report(progress: Progress, done: int, total: int) -> None:
    if done % _STEP == 0 or done == total:
        progress(done, total)


def _workbook(target: BytesIO) -> "Workbook":
    from xlsxwriter import Workbook

    return Workbook(target, {"constant_memory": True})


class _Writer:
    """Writes one sheet from top to bottom, as xlsxwriter's constant memory asks."""

    def __init__(
        self, book: "Workbook", columns: Sequence[Column[Any]], layout: SheetLayout
    ) -> None:
        self.columns, self.layout = columns, layout
        self.sheet: Worksheet = book.add_worksheet(layout.sheet)
        self.styles = _Styles(book)
        self.row = 0

    def write(self, records: Sequence[object], progress: Progress) -> None:
        self._prepare_page()
        self._titles()
        self._header()
        for index, record in enumerate(records):
            self._cells([column.value(record) for column in self.columns], bold=False)
            _report(progress, index + 1, len(records))
        for total in self.layout.totals:
            self._cells(total, bold=True)
        self._ending()

    def _prepare_page(self) -> None:
        sheet = self.sheet
        sheet.set_paper(9)  # A4
        if self.layout.landscape:
            sheet.set_landscape()
        sheet.set_margins(left=0.6, right=0.4, top=0.6, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&R&P/&N")
        for index, column in enumerate(self.columns):
            sheet.set_column(index, index, column.width)

    def _titles(self) -> None:
        self._across(self.layout.title, self.styles.title, 24)
        for line in self.layout.lines:
            self._across(line, self.styles.line)
        self.row += 1

    def _header(self) -> None:
        lines = max(lines_needed(column.title, column.width) for column in self.columns)
        self.sheet.set_row(self.row, 6 + _LEADING * lines)
        for index, column in enumerate(self.columns):
            self.sheet.write_string(self.row, index, column.title, self.styles.header)
        if self.layout.filters:
            self.sheet.autofilter(self.row, 0, self.row, len(self.columns) - 1)
        self.row += 1
        self.sheet.repeat_rows(self.row - 1)
        self.sheet.freeze_panes(self.row, 0)

    def _cells(self, values: Sequence[object], bold: bool) -> None:
        pairs = zip(self.columns, values, strict=True)
        wrapped = (pair for pair in pairs if pair[0].kind is not ColumnKind.FAINT)
        texts = ((clean(text), column.width) for column, text in wrapped if isinstance(text, str))
        tallest = max((lines_needed(text, width) for text, width in texts), default=1)
        self.sheet.set_row(self.row, max(self.layout.minimum_height, 3 + _LEADING * tallest))
        for index, (column, value) in enumerate(zip(self.columns, values, strict=True)):
            self._cell(index, value, self.styles.of(_kind(column, value), bold))
        self.row += 1

    def _cell(self, index: int, value: object, style: "Format") -> None:
        if value is None or value == "":
            self.sheet.write_blank(self.row, index, None, style)
        elif isinstance(value, date):
            self.sheet.write_datetime(self.row, index, value, style)
        elif isinstance(value, int | float):
            self.sheet.write_number(self.row, index, value, style)
        else:
            self.sheet.write_string(self.row, index, clean(str(value)), style)

    def _ending(self) -> None:
        self.row += 1
        for note in self.layout.notes:
            self._across(note, self.styles.note)
        self.row += 1
        half = max(1, len(self.columns) // 2)
        for index, title in enumerate(self.layout.signatures):
            column = 1 if index == 0 else half
            self.sheet.write_string(self.row, column, title, self.styles.signature)

    def _across(self, text: str, style: "Format", height: float | None = None) -> None:
        """A line over the width of the table; taller when it does not fit in one."""
        room = sum(column.width for column in self.columns)
        self.sheet.set_row(self.row, max(height or 0, 3 + _LEADING * lines_needed(text, room)))
        if len(self.columns) > 1:
            self.sheet.merge_range(self.row, 0, self.row, len(self.columns) - 1, "", style)
        self.sheet.write_string(self.row, 0, clean(text), style)
        self.row += 1


class _Styles:
    """The few looks of a sheet."""

    def __init__(self, book: "Workbook") -> None:
        self._book = book
        self._cells: dict[tuple[ColumnKind, bool], Format] = {}
        wrap = {"text_wrap": True, "valign": "vcenter"}
        self.title = self._new(bold=True, font_size=14, align="center", **wrap)
        self.line = self._new(align="center", **wrap)
        self.note = self._new(italic=True, **wrap)
        self.signature = self._new(bold=True, align="center")
        self.header = self._new(bold=True, border=1, align="center", bg_color="#E8EEF6", **wrap)

    def of(self, kind: ColumnKind, bold: bool) -> "Format":
        """The look of a cell of this kind."""
        key = (kind, bold)
        if key not in self._cells:
            self._cells[key] = self._new(bold=bold, border=1, valign="vcenter", **_look(kind))
        return self._cells[key]

    def _new(self, **look: object) -> "Format":
        return self._book.add_format({"font_name": "Times New Roman", "font_size": 11, **look})


def _kind(column: Column[Any], value: object) -> ColumnKind:
    """A year alone in a column of dates is no date: Excel would show 1988 as 10/06/1905."""
    alone = column.kind is ColumnKind.DATE and isinstance(value, int)
    return ColumnKind.YEAR if alone else column.kind


def _look(kind: ColumnKind) -> dict[str, object]:
    if kind is ColumnKind.INTEGER:
        return {"num_format": "#,##0", "align": "right"}
    if kind is ColumnKind.DATE:
        return {"num_format": "dd/mm/yyyy", "align": "center"}
    if kind is ColumnKind.PHONE:
        return {"num_format": "@", "align": "center"}
    if kind is ColumnKind.FAINT:
        return {"num_format": "@", "font_color": "#8A94A6", "font_size": 8}
    if kind in CENTRED:
        return {"align": "center"}
    return {"text_wrap": True}


def lines_needed(text: str, room: float) -> int:
    """How many lines a wrapped text takes in a column `room` digits wide (letters are narrower)."""
    return sum(_paragraph_lines(part.split(), room * 1.25) for part in text.splitlines()) or 1


def _paragraph_lines(words: Iterable[str], room: float) -> int:
    lines, used = 1, 0.0
    for word in words:
        if used and used + 1 + len(word) > room:
            lines, used = lines + 1, 0.0
        used += len(word) + (1 if used else 0)
        lines += math.ceil(used / room) - 1 if used > room else 0
    return lines
