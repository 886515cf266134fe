"""Excel workbooks (.xlsx, .xlsm), read by python-calamine after a look at what they would cost."""

import io
from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from .cells import Cell, Row, Sheet, trimmed
from .package import look_first
from .read import Unreadable, unreadable

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook


def read_workbook(content: bytes, name: str) -> tuple[Sheet, ...]:
    """The sheets of a workbook. Raises AppError FILE_UNREADABLE: damaged, format, too large."""
    look_first(content, name)
    with _opened(content, name) as workbook:
        return tuple(_sheets(workbook, name))


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
    rows = [
        trimmed(left + [v if v.__class__ is str and v else _cell(v) for v in row])
        for row in sheet.iter_rows()
    ]
    while rows and not rows[-1]:
        rows.pop()
    return tuple(rows)


def _cell(value: Any) -> Cell:
    if value == "":
        return None
    if isinstance(value, str | int | float | date | datetime):
        return value
    return str(value)
