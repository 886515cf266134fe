"""Identity numbers: twelve digits that tell place, sex and year of birth (Decree 137/2015, 13)."""

import re
from dataclasses import dataclass
from itertools import count

from ..models.enums import Gender
from .cells import Cell, written
from .findings import Cleaned, FindingKind, Mark, Severity, certain
from .text import is_formula_error, says_none, tidied

# Places of birth registration before July 2025, never renumbered (Circular 07/2016/TT-BCA).
_PROVINCES = (
    "001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035"
    " 036 037 038 040 042 044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072"
    " 074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095 096"
)
IDENTITY_LENGTH, OLD_LENGTH = 12, 9
_DECORATION = re.compile(r"[\s.\-'’‘`\"“”=_]")
_EXPONENT = re.compile(r"(\d)[.,](\d+)E\+?(\d+)", re.I)
_DIGIT = re.compile(r"\d")
_SHOWN = 4
_POINT_ZERO = re.compile(r"(?<=\d{8})\.0+$")
_INSIDE = re.compile(r"(?<!\d)\d{12}(?!\d)")
_LABEL = re.compile(
    r"\s*(?:số)?\s*(?:cccd|cmnd|cmt|cmtnd|cc|cmqđ|đdcn|căn cước|định danh)[^\d]{0,12}", re.I
)
_MASKED = re.compile(r"[•●∙*xX#_\s.\-]{4,}\d{2,4}|\d{3}[•●∙*xX#]{4,}\d{2,4}")
_MASK_SIGN = re.compile(r"[•●∙*xX#]{2}")
# Born in the 20th and 21st century, both sexes.
_LIVING = "0123"
_NOTHING: Cleaned[str] = Cleaned(None, None)


@dataclass(frozen=True)
class IdentityFacts:
    """What an identity number tells of its holder."""

    gender: Gender
    birth_year: int


CENTURIES = {
    str(digit): (Gender.FEMALE if digit % 2 else Gender.MALE, 1900 + 100 * (digit // 2))
    for digit in range(10)
}


def identity_facts(number: str) -> IdentityFacts | None:
    """Sex and year of birth in a number of twelve digits; None for an old number of nine."""
    if len(number) != IDENTITY_LENGTH:
        return None
    gender, century = CENTURIES[number[3]]
    return IdentityFacts(gender, century + int(number[4:6]))


def clean_identity(cell: Cell) -> Cleaned[str]:
    """An identity number of twelve digits, or an old one of nine; zeros lost are a repair.

    A number shown masked tells nothing but a note. Anything else is a question. Before and after
    are masked to the last four digits.
    """
    text = tidied(cell)
    if says_none(text):
        return _NOTHING
    if is_formula_error(text):
        return certain(None, (Mark(FindingKind.FORMULA_ERROR, Severity.QUESTION, text),))
    if _MASKED.fullmatch(text) and _MASK_SIGN.search(text):
        return certain(None, (_mark(FindingKind.IDENTITY_MASKED, Severity.NOTE, text),))
    before, digits = written(cell), _plain_digits(text)
    return _whole(digits, before) or _zeros_lost(digits, before) or _bad(text)


def is_plausible(number: str) -> bool:
    """Whether twelve digits begin with a place of registration and a century people live in."""
    whole = len(number) == IDENTITY_LENGTH
    return whole and number[:3] in _PROVINCES and number[3] in _LIVING


def usual_identity(text: str) -> str | None:
    """Twelve digits: most cells, answered for without a pattern."""
    return text if len(text) == IDENTITY_LENGTH and text.isdigit() and text.isascii() else None


def hidden(text: str) -> str:
    """An identity number, whole or damaged, with dots for all digits but the last four."""
    if text.isdigit():
        return "•" * (len(text) - _SHOWN) + text[-_SHOWN:]
    later = sum(map(str.isdigit, text)) - _SHOWN
    shown = count()
    return _DIGIT.sub(lambda digit: "•" if next(shown) < later else digit[0], text)


def _plain_digits(text: str) -> str:
    """The digits without decoration and words; 1.4072305152E+10 where no digit is missing."""
    exponent = _EXPONENT.fullmatch(text.strip("'’"))
    if exponent:
        return exponent[1] + exponent[2] if len(exponent[2]) == int(exponent[3]) else text
    bare = _DECORATION.sub("", _POINT_ZERO.sub("", text))
    if bare.isdigit():
        return bare
    inside = _INSIDE.findall(bare)
    return inside[0] if len(inside) == 1 else _DECORATION.sub("", _LABEL.sub("", text))


def _whole(digits: str, text: str) -> Cleaned[str] | None:
    if not re.fullmatch(r"[0-9]+", digits) or len(digits) not in (IDENTITY_LENGTH, OLD_LENGTH):
        return None
    old = (_mark(FindingKind.IDENTITY_OLD, Severity.NOTE, text),)
    marks = old if len(digits) == OLD_LENGTH else ()
    if digits == text:
        return certain(digits, marks)
    return Cleaned(
        digits, None, (_mark(FindingKind.IDENTITY_FORMAT, Severity.REPAIR, text, digits), *marks)
    )


def _zeros_lost(digits: str, text: str) -> Cleaned[str] | None:
    """Excel drops zeros of a number; believed where the place and the century exist."""
    if not re.fullmatch(r"[1-9][0-9]{7,10}", digits):
        return None
    if len(digits) == OLD_LENGTH - 1:
        old = _mark(FindingKind.IDENTITY_OLD, Severity.NOTE, text)
        return Cleaned("0" + digits, None, (_zero(text, "0" + digits), old))
    full = digits.rjust(IDENTITY_LENGTH, "0")
    if not is_plausible(full):
        return None
    return Cleaned(full, None, (_zero(text, full),))


def _zero(text: str, full: str) -> Mark:
    return _mark(FindingKind.IDENTITY_ZERO, Severity.REPAIR, text, full)


def _bad(text: str) -> Cleaned[str]:
    return certain(None, (_mark(FindingKind.BAD_IDENTITY, Severity.QUESTION, text),))


def _mark(kind: FindingKind, severity: Severity, before: str, after: str | None = None) -> Mark:
    return Mark(kind, severity, hidden(before), after and hidden(after))
