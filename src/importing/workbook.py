"""Excel workbooks (.xlsx, .xlsm), read by python-calamine after a look at what they would cost."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from .cell_fonts import WorkbookFonts
from .cells import Cell, Merge, Row, Sheet, trimmed
from .error_cells import error_cells, with_errors
from .grid import within
from .read import Unreadable, unreadable
from .workbook_look import look_first

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook


def read_workbook(content: bytes, name: str) -> tuple[Sheet, ...]:
    """The sheets of a workbook. Raises AppError FILE_UNREADABLE: damaged, format, too large."""
    look = look_first(content, name)
    with _opened(content, name) as workbook:
        sheets = tuple(_sheets(workbook, name))
    if look.errors:
        failed = error_cells(content)
        sheets = tuple(
            replace(s, rows=with_errors(s.rows, failed[s.name])) if s.name in failed else s
            for s in sheets
        )
    if look.old_fonts:
        sheets = tuple(
            replace(s, fonts=WorkbookFonts(content, s.name, len(s.rows))) for s in sheets
        )
    return sheets


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
            sheet = workbook.get_sheet_by_name(about.name)
            rows, merges = _rows(sheet), _merges(sheet)
        except CalamineError as error:
            raise unreadable(name, Unreadable.DAMAGED) from error
        hidden = about.visible != SheetVisibleEnum.Visible
        yield Sheet(about.name, rows, hidden, within(merges, rows))


def _merges(sheet: "CalamineSheet") -> list[Merge]:
    return [
        Merge(top + 1, bottom + 1, left, right)
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
    ]


def _rows(sheet: "CalamineSheet") -> tuple[Row, ...]:
    if sheet.start is None:
        return ()
    rows = [
        trimmed([v if v.__class__ is str and v else _cell(v) for v in row])
        for row in sheet.iter_rows()
    ]
    # Rows come from the sheet's first, cells only from the first column that holds something.
    if left := (None,) * sheet.start[1]:
        rows = [left + row if row else row for row in rows]
    while rows and not rows[-1]:
        rows.pop()
    return tuple(rows)


def _cell(value: Any) -> Cell:
    if value.__class__ is float:
        return float(value)
    if isinstance(value, str | int | date | datetime):
        return value or None if isinstance(value, str) else value
    return str(value)
