"""Identity numbers: twelve digits that tell place, sex and year of birth (Decree 137/2015, 13)."""

import re
from dataclasses import dataclass, replace

from ..models.enums import Gender
from .cells import Cell
from .findings import Cleaned, FindingKind, Mark, Severity, certain
from .text import clean_text, masked

# Places of birth registration before July 2025, never renumbered (Circular 07/2016/TT-BCA).
_PROVINCES = (
    "001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035"
    " 036 037 038 040 042 044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072"
    " 074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095 096"
)
_LENGTH, _OLD_LENGTH = 12, 9
_DECORATION = re.compile(r"[\s.\-'’`\"=]")
_EXPONENT = re.compile(r"(\d)[.,](\d+)E\+?(\d+)", re.I)
_NO_NUMBER = {"0", "-", "--", "x", "không", "không có", "khong", "khong co", "ko", "chưa có"}


@dataclass(frozen=True)
class IdentityFacts:
    """What an identity number tells of its holder."""

    gender: Gender
    birth_year: int


def identity_facts(number: str) -> IdentityFacts | None:
    """Sex and year of birth in a number of twelve digits; None for an old number of nine."""
    if len(number) != _LENGTH:
        return None
    century_and_sex = int(number[3])
    year = 1900 + 100 * (century_and_sex // 2) + int(number[4:6])
    return IdentityFacts(Gender.FEMALE if century_and_sex % 2 else Gender.MALE, year)


def clean_identity(cell: Cell) -> Cleaned[str]:
    """An identity number of twelve digits, or an old one of nine; zeros lost are a repair.

    Anything else is a question. Before and after are masked to the last four digits.
    """
    text = clean_text(cell)
    if text.value is None:
        return text
    if text.value.lower().strip(" .") in _NO_NUMBER:
        return certain(None, (Mark(FindingKind.BAD_IDENTITY, Severity.NOTE, text.value),))
    digits = _plain_digits(text.value)
    numeric = isinstance(cell, int | float)
    number = (
        _whole(digits, text.value) or _zeros_lost(digits, text.value, numeric) or _bad(text.value)
    )
    if not text.marks:
        return number
    tidied = tuple(_mark(m.kind, m.severity, m.before, m.after) for m in text.marks)
    return replace(number, marks=tidied + number.marks)


def hidden(text: str) -> str:
    """An identity number, whole or damaged, with dots for all digits but the last four."""
    later = len(re.findall(r"\d", text)) - 4
    shown = iter(range(len(text)))
    return re.sub(r"\d", lambda digit: "•" if next(shown) < later else digit[0], text)


def _plain_digits(text: str) -> str:
    """The digits, decoration removed; 1.4072305152E+10 written out where no digit is missing."""
    exponent = _EXPONENT.fullmatch(text.strip("'’"))
    if exponent and len(exponent[2]) == int(exponent[3]):
        return exponent[1] + exponent[2]
    return _DECORATION.sub("", text)


def _whole(digits: str, text: str) -> Cleaned[str] | None:
    if not re.fullmatch(r"[0-9]+", digits) or len(digits) not in (_LENGTH, _OLD_LENGTH):
        return None
    marks = []
    if digits != text:
        marks.append(_mark(FindingKind.IDENTITY_FORMAT, Severity.NOTE, text, digits))
    if len(digits) == _OLD_LENGTH:
        marks.append(_mark(FindingKind.IDENTITY_OLD, Severity.NOTE, text))
    return certain(digits, tuple(marks))


def _zeros_lost(digits: str, text: str, numeric: bool) -> Cleaned[str] | None:
    """Excel drops zeros of a number; of text that is only believed where the place exists."""
    full = digits.rjust(_LENGTH, "0")
    if not re.fullmatch(r"[1-9][0-9]{9,10}", digits) or full[:3] not in _PROVINCES:
        return None
    if not numeric and len(digits) != _LENGTH - 1:
        return None
    return Cleaned(full, None, (_mark(FindingKind.IDENTITY_ZERO, Severity.REPAIR, text, full),))


def _bad(text: str) -> Cleaned[str]:
    return certain(None, (_mark(FindingKind.BAD_IDENTITY, Severity.QUESTION, text),))


def _mark(kind: FindingKind, severity: Severity, before: str, after: str | None = None) -> Mark:
    return Mark(kind, severity, hidden(masked(before)), after and hidden(after))
