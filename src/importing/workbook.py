"""Excel workbooks (.xlsx, .xlsm), read by python-calamine after a look at what they would cost."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from .cells import Cell, Row, Sheet, trimmed
from .read import Unreadable, unreadable

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

# calamine lays a sheet out as a full rectangle of cells, 32 bytes each: one stray cell in the last
# corner of a sheet would ask for 500 GB, and a failed allocation ends the process.
_LARGEST_AREA = 6_000_000
_LARGEST_UNPACKED = 150 * 1024 * 1024
_CHUNK = 4 * 1024 * 1024
_OVERLAP = 1024
_CELL = re.compile(rb'<(?:\w+:)?c\s(?:[^<>]*?\s)?r="([A-Z]{1,3})([0-9]{1,7})"[^<>]*(?<!/)>(?!</)')


def read_workbook(content: bytes, name: str) -> tuple[Sheet, ...]:
    """The sheets of a workbook. Raises AppError FILE_UNREADABLE: damaged, format, too large."""
    _look_first(content, name)
    with _opened(content, name) as workbook:
        return tuple(_sheets(workbook, name))


def _look_first(content: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _look_at_sizes(archive, name)
            for member in archive.namelist():
                if member.startswith("xl/worksheets/") and member.endswith(".xml"):
                    _look_at_area(archive, member, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise unreadable(name, Unreadable.DAMAGED) from error


def _look_at_sizes(archive: zipfile.ZipFile, name: str) -> None:
    if "xl/workbook.xml" not in archive.namelist():
        raise unreadable(name, Unreadable.FORMAT)
    if sum(member.file_size for member in archive.infolist()) > _LARGEST_UNPACKED:
        raise unreadable(name, Unreadable.TOO_LARGE)


def _look_at_area(archive: zipfile.ZipFile, member: str, name: str) -> None:
    """Refuses a sheet whose filled cells lie too far apart; formatted blank cells do not count."""
    rows, columns = 0, b""
    for piece in _pieces(archive, member):
        for column, row in _CELL.findall(piece):
            rows = max(rows, int(row))
            columns = max(columns, column.rjust(3))
    if rows * _column_number(columns) > _LARGEST_AREA:
        raise unreadable(name, Unreadable.TOO_LARGE)


def _pieces(archive: zipfile.ZipFile, member: str) -> Iterator[bytes]:
    """A member in pieces that overlap, so that no cell's start is cut in two."""
    with archive.open(member) as stream:
        rest = b""
        while piece := stream.read(_CHUNK):
            yield rest + piece
            rest = piece[-_OVERLAP:]


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.strip():
        number = number * 26 + letter - ord("A") + 1
    return number


def _opened(content: bytes, name: str) -> "CalamineWorkbook":
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(content))
    except PasswordError as error:
        raise unreadable(name, Unreadable.PASSWORD) from error
    except CalamineError as error:
        raise unreadable(name, Unreadable.DAMAGED) from error


def _sheets(workbook: "CalamineWorkbook", name: str) -> Iterator[Sheet]:
    from python_calamine import CalamineError, SheetTypeEnum, SheetVisibleEnum

    for about in workbook.sheets_metadata:
        if about.typ != SheetTypeEnum.WorkSheet:
            continue
        try:
            rows = _rows(workbook.get_sheet_by_name(about.name))
        except CalamineError as error:
            raise unreadable(name, Unreadable.DAMAGED) from error
        yield Sheet(about.name, rows, hidden=about.visible != SheetVisibleEnum.Visible)


def _rows(sheet: "CalamineSheet") -> tuple[Row, ...]:
    if sheet.start is None:
        return ()
    # Rows come from the sheet's first, cells only from the first column that holds something.
    left: list[Cell] = [None] * sheet.start[1]
    rows = [trimmed(left + [_cell(value) for value in row]) for row in sheet.iter_rows()]
    while rows and not rows[-1]:
        rows.pop()
    return tuple(rows)


def _cell(value: Any) -> Cell:
    if value == "":
        return None
    if isinstance(value, str | int | float | date | datetime):
        return value
    return str(value)
