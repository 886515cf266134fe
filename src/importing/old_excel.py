"""Workbooks of Excel 97 to 2003 (.xls, BIFF) and older, read by xlrd.

python-calamine reads them faster, but ends the process on some damaged ones (calamine issue 684).
"""

import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time
from typing import TYPE_CHECKING, Any, Literal

from .biff import without_blank_cells
from .cells import Cell, Fonts, Merge, Row, Sheet, trimmed
from .compound import SIGNATURE, CompoundFile, ContainerError
from .grid import within
from .legacy import Encoding, encoding_of_font
from .read import Unreadable, unreadable

if TYPE_CHECKING:
    from xlrd.book import Book
    from xlrd.sheet import Sheet as OldSheet

# What xlrd raises on bytes that are not what they say.
_DAMAGE = (
    AssertionError, AttributeError, LookupError, MemoryError, NotImplementedError,
    OverflowError, TypeError, ValueError, ZeroDivisionError, RecursionError, struct.error,
)  # fmt: skip
_SCRAMBLED = "EncryptedPackage".encode("utf-16-le")
_SUMMARY = "\x05SummaryInformation"
_TEXT_STREAMS = ("WordDocument", "PowerPoint Document")
_LARGEST = 40 * 1024 * 1024
_TEXT, _NUMBER, _DATE, _BOOLEAN, _ERROR = 1, 2, 3, 4, 5  # xlrd.biffh.XL_CELL_…


def read_old_excel(content: bytes, name: str) -> tuple[Sheet, ...]:
    """The sheets of an .xls. Raises AppError FILE_UNREADABLE: damaged, format, password, size."""
    from xlrd.biffh import XLRDError

    if _SCRAMBLED in content:
        raise unreadable(name, Unreadable.PASSWORD)
    if len(content) > _LARGEST:
        raise unreadable(name, Unreadable.TOO_LARGE)
    try:
        return tuple(_sheets(_opened(_stream(content, name))))
    except XLRDError as error:
        raise unreadable(name, _reason(str(error))) from error
    except (ContainerError, *_DAMAGE) as error:
        raise unreadable(name, Unreadable.DAMAGED) from error


def _stream(content: bytes, name: str) -> bytes:
    """The records of the workbook; the oldest files are nothing else."""
    container = CompoundFile(content) if content.startswith(SIGNATURE) else None
    stream = _workbook(container, name) if container else content
    records = without_blank_cells(stream)
    # Programs that do not calculate give no summary either; in Excel all may be empty texts.
    calculated = container is None or _SUMMARY in container.names
    if records.formulas and records.formulas == records.unvalued and not calculated:
        raise unreadable(name, Unreadable.FORMULAS)
    return records.stream


def _workbook(container: CompoundFile, name: str) -> bytes:
    stream = container.stream("Workbook") or container.stream("Book")
    if stream is None:
        is_text = not container.names.isdisjoint(_TEXT_STREAMS)
        raise unreadable(name, Unreadable.DOCUMENT if is_text else Unreadable.FORMAT)
    return stream


def _opened(stream: bytes) -> "Book":
    import xlrd

    # Formats tell merged cells and fonts.
    return xlrd.open_workbook(
        file_contents=stream, logfile=io.StringIO(), formatting_info=True, ragged_rows=True
    )


def _reason(said: str) -> Unreadable:
    if "encrypted" in said:
        return Unreadable.PASSWORD
    return Unreadable.DAMAGED


def _sheets(book: "Book") -> Iterator[Sheet]:
    old_fonts = {n: f.name for n, f in enumerate(book.font_list) if _is_old(f.name)}
    for sheet in book.sheets():
        rows = [_row(sheet, number, book.datemode) for number in range(sheet.nrows)]
        while rows and not rows[-1]:
            rows.pop()
        merges = (
            Merge(low + 1, high, left, right - 1) for low, high, left, right in _merged(sheet)
        )
        fonts = _fonts(book, sheet, old_fonts) if old_fonts else {}
        hidden = sheet.visibility != 0
        yield Sheet(sheet.name, tuple(rows), hidden, within(merges, rows), _Known(fonts))


@dataclass(frozen=True)
class _Known:
    """Fonts that were read with the cells."""

    fonts: Fonts

    def __call__(self) -> Fonts:
        return self.fonts


def _merged(sheet: "OldSheet") -> list[tuple[int, int, int, int]]:
    """First row, row behind the last, first column, column behind the last, from 0."""
    return list(sheet.merged_cells)


def _row(sheet: "OldSheet", number: int, datemode: Literal[0, 1]) -> Row:
    types, values = sheet.row_types(number), sheet.row_values(number)
    return trimmed([
        value if kind == _TEXT and value else _cell(kind, value, datemode)
        for kind, value in zip(types, values, strict=True)
    ])  # fmt: skip


def _cell(kind: int, value: Any, datemode: Literal[0, 1]) -> Cell:
    if kind == _NUMBER:
        return float(value)
    if kind == _DATE:
        return _date(float(value), datemode)
    if kind == _BOOLEAN:
        return bool(value)
    if kind == _ERROR:
        from xlrd.biffh import error_text_from_code

        return str(error_text_from_code.get(value, "#N/A"))
    return None


def _date(days: float, datemode: Literal[0, 1]) -> Cell:
    """A day, or a moment; a number that is no date stays a number."""
    import xlrd

    try:
        moment = xlrd.xldate_as_datetime(days, datemode)
    except (OverflowError, ValueError):
        return days
    if days < 1:
        return moment.strftime("%H:%M")
    return moment.date() if moment.time() == time() else moment


def _is_old(font: str) -> bool:
    return encoding_of_font(font) is not Encoding.UNICODE


def _fonts(book: "Book", sheet: "OldSheet", old: dict[int, str]) -> Fonts:
    """The fonts of text cells, by their format or by their first letters in an old font."""
    found = {}
    for number in range(sheet.nrows):
        for column, kind in enumerate(sheet.row_types(number)):
            if kind != _TEXT:
                continue
            own = book.xf_list[sheet.cell_xf_index(number, column)].font_index
            runs = [font for _, font in sheet.rich_text_runlist_map.get((number, column), ())]
            if font := next((old[f] for f in (own, *runs) if f in old), None):
                found[number + 1, column] = font
    return found
