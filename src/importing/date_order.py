"""In which order a column writes day and month: the column proves it, never one cell."""

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from .cells import Cell

_TWO_AND_YEAR = re.compile(r"\s*(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*\d{2,4}")
_MONTHS = 12
_TYPED_NEEDED, _REAL_NEEDED = 3, 5
_MIXED_NEEDED, _MIXED_SHARE = 2, 0.2


class DateOrder(StrEnum):
    """How the dates of a column are to be read.

    MIXED: some cells prove the one order, some the other. SWAPPED_BY_EXCEL: texts are day first,
    and the real dates between them are those whose day Excel could take for a month.
    """

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"
    MIXED = "mixed"
    SWAPPED_BY_EXCEL = "swapped_by_excel"


def date_order(cells: Iterable[Cell]) -> DateOrder:
    """The order of a whole column; day first unless it proves another."""
    day_first = month_first = either = 0
    real: list[date] = []
    for cell in cells:
        if isinstance(cell, date):
            real.append(cell)
        elif isinstance(cell, str) and (found := _TWO_AND_YEAR.match(cell)):
            if int(found[1]) > _MONTHS:
                day_first += 1
            elif int(found[2]) > _MONTHS:
                month_first += 1
            else:
                either += 1
    if month_first:
        return _with_months_first(day_first, month_first)
    swapped = day_first >= _TYPED_NEEDED and not either and _all_could_be_months(real)
    return DateOrder.SWAPPED_BY_EXCEL if swapped else DateOrder.DAY_FIRST


def _with_months_first(day_first: int, month_first: int) -> DateOrder:
    """One slip among many cells is a slip; the rest of the column stays as it is read."""
    if not day_first:
        return DateOrder.MONTH_FIRST
    fewer = min(day_first, month_first)
    mixed = fewer >= _MIXED_NEEDED and fewer >= _MIXED_SHARE * (day_first + month_first)
    return DateOrder.MIXED if mixed else DateOrder.DAY_FIRST


def _all_could_be_months(days: list[date]) -> bool:
    """Days of birth are above 12 three times in five: five that are not came from Excel."""
    return len(set(days)) >= _REAL_NEEDED and all(day.day <= _MONTHS for day in days)
