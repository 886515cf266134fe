"""Dates of birth: a day, or only a year, in any way people write them."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from .cells import Cell
from .date_order import DateOrder
from .findings import Candidate, Cleaned, FindingKind, Mark, Severity, certain
from .text import is_formula_error, masked, says_none, tidied

_MIDNIGHT = r"(?:[ T]0{1,2}:00(?::00(?:\.0+)?)?Z?)?"
_DAY = re.compile(
    rf"(?:sinh )?(?:ngày )?(\d{{1,2}})\s*([/.\-\s,])\s*(\d{{1,2}})\s*[/.\-\s,]\s*(\d{{4}}|\d{{2}})"
    rf"{_MIDNIGHT}",
    re.I,
)
_ISO = re.compile(rf"(\d{{4}})[/.\-](\d{{1,2}})[/.\-](\d{{1,2}}){_MIDNIGHT}")
_WORDS = re.compile(
    r"(?:sinh )?(?:ngày )?(\d{1,2}) (?:tháng|thg) (\d{1,2}),?(?: năm)? (\d{4})", re.I
)
_MONTH = re.compile(r"(?:sinh )?(?:tháng |t)?(\d{1,2})\s*(?:[/.\-]|,? năm |\s)\s*(\d{4})", re.I)
_UNKNOWN_DAY = re.compile(r"(?:0{1,2}|[_.…?x]*|-)[/.\-](?:0{1,2}|[_.…?x]*|-)[/.\-](\d{4})", re.I)
_YEAR = re.compile(r"(?:sn\s?:? ?|năm |năm sinh:? |sinh năm |s\.n )?(\d{4})(?:\.0+)?", re.I)
_SERIAL = re.compile(r"[1-5]\d{4}(?:\.0+)?")
_UNDIVIDED = re.compile(r"(\d{1,2})(\d{2})(\d{4})(?:\.0+)?")
_TEXT_MARKS = "'’‘`"
# Excel counts from 1899-12-30 for every day after February 1900.
_SERIAL_START = date(1899, 12, 30)
_YOUNGEST, _OLDEST = 5, 110
_SHORT_YEAR_YOUNGEST, _SHORT_YEAR_OLDEST = 10, 100


@dataclass(frozen=True, slots=True)
class Birth:
    """A day of birth with its year, or the year only."""

    year: int
    day: date | None = None


def shown_birth(birth: Birth) -> str:
    """A birth as lists write it: 05/03/1990, or the year alone."""
    return birth.day.strftime("%d/%m/%Y") if birth.day else str(birth.year)


def clean_birth(
    cell: Cell,
    today: date,
    *,
    year_expected: bool = False,
    order: DateOrder = DateOrder.DAY_FIRST,
) -> Cleaned[Birth]:
    """The day or year of birth in a cell, the day first unless its column proves another order.

    A year of two digits, a month without a day and an Excel serial number are repairs. A day that
    does not exist, or makes somebody younger than 5 or older than 110, is a question.
    """
    if isinstance(cell, date):
        return _from_excel(cell.date() if isinstance(cell, datetime) else cell, today, order)
    text = tidied(cell).lstrip(_TEXT_MARKS)
    if says_none(text):
        return Cleaned(None, None)
    if is_formula_error(text):
        return certain(None, (Mark(FindingKind.FORMULA_ERROR, Severity.QUESTION, text),))
    if (day := _usual_day(text)) and order is DateOrder.DAY_FIRST:
        return _day(day, text, today, ())
    return _read(text, today, year_expected, order)


def kept_birth(text: str, today: date) -> Birth | None:
    """What a cell says that was asked for and is right after all: any age, the day first."""
    cleaned = clean_birth(text, today)
    return cleaned.value or cleaned.as_written


def usual_birth(text: str, today: date) -> Birth | None:
    """A day as most lists write it, of somebody who may be alive: answered for at once."""
    day = _usual_day(text)
    return Birth(day.year, day) if day and _is_likely(day.year, today) else None


def _usual_day(text: str) -> date | None:
    """A day in the form of most lists, dd/MM/yyyy."""
    if len(text) != 10 or text[2] != "/" or text[5] != "/" or not text.isascii():
        return None
    try:
        return date(int(text[6:]), int(text[3:5]), int(text[:2]))
    except ValueError:
        return None


def _read(text: str, today: date, year_expected: bool, order: DateOrder) -> Cleaned[Birth]:
    if found := _YEAR.fullmatch(text):
        return _year(int(found[1]), text, today, noted=not year_expected)
    if found := _UNKNOWN_DAY.fullmatch(text):
        return _year(int(found[1]), text, today, noted=True)
    if found := _DAY.fullmatch(text):
        return _from_day(found, text, today, order)
    for pattern, reader in _READERS:
        if found := pattern.fullmatch(text):
            return reader(found, text, today)
    return _bad(text)


def _is_likely(year: int, today: date) -> bool:
    return _YOUNGEST <= today.year - year <= _OLDEST


def _year(year: int, text: str, today: date, *, noted: bool) -> Cleaned[Birth]:
    if not _is_likely(year, today):
        return _bad(text, Birth(year) if year <= today.year else None)
    mark = Mark(FindingKind.YEAR_ONLY, Severity.NOTE, text, str(year))
    return certain(Birth(year), (mark,) if noted else ())


def _day(day: date, text: str, today: date, marks: tuple[Mark, ...]) -> Cleaned[Birth]:
    birth = Birth(day.year, day)
    if not _is_likely(day.year, today):
        return _bad(text, birth if day <= today else None)
    return Cleaned(birth, None if marks else birth, marks)


def _from_excel(day: date, today: date, order: DateOrder) -> Cleaned[Birth]:
    """A real date; a year typed into a cell that Excel shows as a date became a day of 1905."""
    serial = (day - _SERIAL_START).days
    text = day.strftime("%d/%m/%Y")
    if _is_likely(serial, today) and not _is_likely(day.year, today):
        mark = Mark(FindingKind.DATE_SERIAL, Severity.REPAIR, text, str(serial))
        return Cleaned(Birth(serial), None, (mark,))
    if order is DateOrder.SWAPPED_BY_EXCEL and day.day != day.month and day.day <= 12:
        turned = date(day.year, day.day, day.month)
        mark = _repair(FindingKind.DATE_ORDER, text, turned)
        return Cleaned(Birth(day.year, turned), Birth(day.year, day), (mark,))
    return _day(day, text, today, ())


def _calendar(day: str, month: str, year: int) -> date | None:
    try:
        return date(year, int(month), int(day))
    except ValueError:
        return None


def _from_day(found: re.Match[str], text: str, today: date, order: DateOrder) -> Cleaned[Birth]:
    """Two numbers and a year; what stands first, the column says."""
    year = int(found[4]) if len(found[4]) == 4 else _full_year(int(found[4]), today)
    day = _calendar(found[1], found[3], year) if year else None
    turned = _calendar(found[3], found[1], year) if year else None
    month_first = order is DateOrder.MONTH_FIRST or (order is DateOrder.MIXED and day is None)
    if month_first and turned:
        read = _day(turned, text, today, (_repair(FindingKind.DATE_ORDER, text, turned),))
        return replace(read, as_written=Birth(day.year, day)) if day and read.value else read
    if order is DateOrder.MIXED and day and turned and day != turned:
        return _either(text, day, turned)
    if day is None:
        return _bad(text, None, turned)
    if len(found[4]) == 2:
        return _day(day, text, today, (_repair(FindingKind.DATE_CENTURY, text, day),))
    usual = found[2] == "/" and text[0].isdigit() and " " not in text
    return _day(day, text, today, ()) if usual else _written_otherwise(day, text, today)


def _full_year(short: int, today: date) -> int | None:
    """The one year that makes a person 10 to 99 years old; None where there is none."""
    years = (1900 + short, 2000 + short)
    fitting = [y for y in years if _SHORT_YEAR_YOUNGEST <= today.year - y < _SHORT_YEAR_OLDEST]
    return fitting[0] if len(fitting) == 1 else None


def _from_iso(found: re.Match[str], text: str, today: date) -> Cleaned[Birth]:
    return _written_otherwise(_calendar(found[3], found[2], int(found[1])), text, today)


def _from_words(found: re.Match[str], text: str, today: date) -> Cleaned[Birth]:
    return _written_otherwise(_calendar(found[1], found[2], int(found[3])), text, today)


def _written_otherwise(day: date | None, text: str, today: date) -> Cleaned[Birth]:
    """A day that only one reading has: refusing the usual form keeps the day."""
    if day is None:
        return _bad(text)
    read = _day(day, text, today, (_repair(FindingKind.DATE_FORMAT, text, day),))
    return replace(read, as_written=read.value)


def _from_serial(found: re.Match[str], text: str, today: date) -> Cleaned[Birth]:
    day = _SERIAL_START + timedelta(days=int(float(found[0])))
    return _day(day, text, today, (_repair(FindingKind.DATE_SERIAL, text, day),))


def _from_month(found: re.Match[str], text: str, today: date) -> Cleaned[Birth]:
    year = int(found[2])
    if not 1 <= int(found[1]) <= 12 or not _is_likely(year, today):
        return _bad(text)
    mark = Mark(FindingKind.MONTH_DROPPED, Severity.REPAIR, text, str(year))
    return Cleaned(Birth(year), None, (mark,))


def _from_undivided(found: re.Match[str], text: str, today: date) -> Cleaned[Birth]:
    """05031990, or 5031990 where Excel dropped the zero; year first where nothing else fits."""
    digits = "".join(found.groups()).rjust(8, "0")
    days = (
        _calendar(digits[:2], digits[2:4], int(digits[4:])),
        _calendar(digits[6:], digits[4:6], int(digits[:4])),
    )
    fitting = [day for day in days if day and _is_likely(day.year, today)]
    return _written_otherwise(fitting[0] if len(fitting) == 1 else None, text, today)


def _repair(kind: FindingKind, before: str, after: date) -> Mark:
    return Mark(kind, Severity.REPAIR, before, after.strftime("%d/%m/%Y"))


def _either(text: str, day: date, turned: date) -> Cleaned[Birth]:
    """A column writes both orders: which of two days is meant, nobody can tell from it."""
    shown = tuple(d.strftime("%d/%m/%Y") for d in (day, turned))
    candidates = tuple(Candidate(s, s) for s in shown)
    mark = Mark(FindingKind.DATE_ORDER, Severity.QUESTION, text, " / ".join(shown), candidates)
    return Cleaned(None, Birth(day.year, day), (mark,))


def _bad(text: str, kept: Birth | None = None, proposed: date | None = None) -> Cleaned[Birth]:
    """A question; `kept` is what stands if somebody says that it is right."""
    shown = proposed.strftime("%d/%m/%Y") if proposed else None
    candidates = (Candidate(shown, shown),) if shown else ()
    mark = Mark(FindingKind.BAD_DATE, Severity.QUESTION, masked(text), shown, candidates)
    return Cleaned(None, kept, (mark,))


_Reader = Callable[[re.Match[str], str, date], Cleaned[Birth]]
_READERS: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (_ISO, _from_iso),
    (_WORDS, _from_words),
    (_MONTH, _from_month),
    (_SERIAL, _from_serial),
    (_UNDIVIDED, _from_undivided),
)
