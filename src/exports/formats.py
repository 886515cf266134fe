"""How documents write dates and numbers, whatever the language of the interface."""

import re
import unicodedata
from datetime import date, datetime

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def day(value: date | None) -> str:
    """05/03/2026, or nothing."""
    return f"{value:%d/%m/%Y}" if value else ""


def clock(value: datetime) -> str:
    """08:00."""
    return f"{value:%H:%M}"


def moment(value: datetime) -> str:
    """08:00 ngày 05/03/2026."""
    return f"{clock(value)} ngày {day(value)}"


def long_day(value: date) -> str:
    """ "ngày 05 tháng 3 năm 2026": zeros before days to 9 and months 1 and 2 (NĐ 30/2020, PL I)."""
    month = f"{value.month:02d}" if value.month <= 2 else str(value.month)
    return f"ngày {value.day:02d} tháng {month} năm {value.year}"


def place_date(place: str, value: date) -> str:
    """ "Sơn La, ngày 05 tháng 3 năm 2026"; without a place it begins with "Ngày"."""
    return f"{place}, {long_day(value)}" if place else f"N{long_day(value)[1:]}"


def number(value: float) -> str:
    """1.234 and 1.234,5: a point between thousands, a comma before decimals."""
    text = f"{value:,}"
    return text.translate(str.maketrans(",.", ".,"))


def span(first: date | None, last: date | None) -> str:
    """ "Từ ngày 05/03/2026 đến ngày 19/03/2026", one day, an open end, or nothing."""
    if first and last and first != last:
        return f"Từ ngày {day(first)} đến ngày {day(last)}"
    only = first or last
    return f"Ngày {day(only)}" if only else ""


def clean(text: str) -> str:
    """Text for a page: composed (NFC), a space for each control character."""
    return _CONTROLS.sub(" ", unicodedata.normalize("NFC", text))
