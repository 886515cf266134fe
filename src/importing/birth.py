"""Dates of birth: a day, or only a year, in any way people write them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from .cells import Cell
from .findings import Cleaned, FindingKind, Mark, Severity, certain
from .text import clean_text

_DAY = re.compile(r"(\d{1,2})\s*([/.\-\s])\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})[/.\-](\d{1,2})[/.\-](\d{1,2})(?:[ T]0{1,2}:00(?::00(?:\.0+)?)?Z?)?")
_WORDS = re.compile(r"(?:ngày )?(\d{1,2}) tháng (\d{1,2}),? năm (\d{4})", re.I)
_MONTH = re.compile(r"(?:tháng )?(\d{1,2})\s*(?:[/.\-]|,? năm )\s*(\d{4})", re.I)
_UNKNOWN_DAY = re.compile(r"(?:0{1,2}|[_.…?x]*|-)[/.\-](?:0{1,2}|[_.…?x]*|-)[/.\-](\d{4})", re.I)
_YEAR = re.compile(r"(?:sn |năm |sinh năm )?(\d{4})", re.I)
_SERIAL = re.compile(r"[1-5]\d{4}(?:\.0+)?")
_NO_DATE = {"-", "--", "không", "không rõ", "không nhớ", "chưa rõ", "ko", "?"}
# Excel counts from 1899-12-30 for every day after February 1900.
_SERIAL_START = date(1899, 12, 30)
_YOUNGEST, _OLDEST = 5, 110
_SHORT_YEAR_YOUNGEST, _SHORT_YEAR_OLDEST = 10, 100


@dataclass(frozen=True)
class Birth:
    """A day of birth with its year, or the year only."""

    year: int
    day: date | None = None


def clean_birth(cell: Cell, today: date, *, year_expected: bool = False) -> Cleaned[Birth]:
    """The day or year of birth in a cell; nothing is guessed about day and month (day first).

    A year of two digits, a month without a day and an Excel serial number are repairs. A day that
    does not exist, or makes somebody younger than 5 or older than 110, is a question.
    """
    if isinstance(cell, datetime):
        return _day(cell.date(), str(cell), today, ())
    if isinstance(cell, date):
        return _day(cell, cell.isoformat(), today, ())
    text = clean_text(cell)
    if text.value is None:
        return Cleaned(None, None, text.marks)
    if text.value.lower() in _NO_DATE:
        return certain(None, (Mark(FindingKind.BAD_DATE, Severity.NOTE, text.value),))
    cleaned = _read(text.value, today, year_expected)
    return Cleaned(cleaned.value, cleaned.as_written, text.marks + cleaned.marks)


def _read(text: str, today: date, year_expected: bool) -> Cleaned[Birth]:
    if found := _YEAR.fullmatch(text):
        return _year(int(found[1]), text, today, noted=not year_expected)
    for pattern, reader in _READERS:
        if found := pattern.fullmatch(text):
            return reader(found, text, today)
    return _bad(text)


def _year(year: int, text: str, today: date, *, noted: bool) -> Cleaned[Birth]:
    if not _YOUNGEST <= today.year - year <= _OLDEST:
        return _bad(text)
    mark = Mark(FindingKind.YEAR_ONLY, Severity.NOTE, text, str(year))
    return certain(Birth(year), (mark,) if noted else ())


def _day(day: date, text: str, today: date, marks: tuple[Mark, ...]) -> Cleaned[Birth]:
    if not _YOUNGEST <= today.year - day.year <= _OLDEST:
        return _bad(text)
    birth = Birth(day.year, day)
    refusable = any(mark.severity is Severity.REPAIR for mark in marks)
    return Cleaned(birth, None if refusable else birth, marks)


def _calendar(day: str, month: str, year: int) -> date | None:
    try:
        return date(year, int(month), int(day))
    except ValueError:
        return None


def _from_day(found: re.Match[str], text: str, today: date) -> Cleaned[Birth]:
    year = int(found[4]) if len(found[4]) == 4 else _full_year(int(found[4]), today)
    day = _calendar(found[1], found[3], year) if year else None
    if day is None:
        return _bad(text)
    if len(found[4]) == 2:
        return _day(
            day, text, today, (_mark(FindingKind.DATE_CENTURY, Severity.REPAIR, text, day),)
        )
    if found[2] == "/":
        return _day(day, text, today, ())
    return _day(day, text, today, (_mark(FindingKind.DATE_FORMAT, Severity.NOTE, text, day),))


def _full_year(short: int, today: date) -> int | None:
    """The one year that makes a person 10 to 99 years old; None where there is none."""
    years = (1900 + short, 2000 + short)
    fitting = [y for y in years if _SHORT_YEAR_YOUNGEST <= today.year - y < _SHORT_YEAR_OLDEST]
    return fitting[0] if len(fitting) == 1 else None


def _from_iso(found: re.Match[str], text: str, today: date) -> Cleaned[Birth]:
    return _noted_day(_calendar(found[3], found[2], int(found[1])), text, today)


def _from_words(found: re.Match[str], text: str, today: date) -> Cleaned[Birth]:
    return _noted_day(_calendar(found[1], found[2], int(found[3])), text, today)


def _noted_day(day: date | None, text: str, today: date) -> Cleaned[Birth]:
    if day is None:
        return _bad(text)
    return _day(day, text, today, (_mark(FindingKind.DATE_FORMAT, Severity.NOTE, text, day),))


def _from_serial(found: re.Match[str], text: str, today: date) -> Cleaned[Birth]:
    day = _SERIAL_START + timedelta(days=int(float(found[0])))
    return _day(day, text, today, (_mark(FindingKind.DATE_SERIAL, Severity.REPAIR, text, day),))


def _from_month(found: re.Match[str], text: str, today: date) -> Cleaned[Birth]:
    year = _year(int(found[2]), text, today, noted=False)
    if not 1 <= int(found[1]) <= 12 or year.value is None:
        return _bad(text)
    mark = Mark(FindingKind.MONTH_DROPPED, Severity.REPAIR, text, str(year.value.year))
    return Cleaned(year.value, None, (mark,))


def _from_unknown_day(found: re.Match[str], text: str, today: date) -> Cleaned[Birth]:
    return _year(int(found[1]), text, today, noted=True)


def _mark(kind: FindingKind, severity: Severity, before: str, after: date) -> Mark:
    return Mark(kind, severity, before, after.strftime("%d/%m/%Y"))


def _bad(text: str) -> Cleaned[Birth]:
    return certain(None, (Mark(FindingKind.BAD_DATE, Severity.QUESTION, text),))


_Reader = Callable[[re.Match[str], str, date], Cleaned[Birth]]
_READERS: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (_UNKNOWN_DAY, _from_unknown_day),
    (_DAY, _from_day),
    (_ISO, _from_iso),
    (_WORDS, _from_words),
    (_MONTH, _from_month),
    (_SERIAL, _from_serial),
)
