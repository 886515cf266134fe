"""Gender from a word, a code that the heading explains, or a mark in a column of its own."""

import re

from ..models.enums import Gender
from ..models.names import fold
from .cells import Cell
from .findings import Cleaned, FindingKind, Mark, Severity, certain
from .text import clean_text

_WORDS = {
    "nam": Gender.MALE, "nam gioi": Gender.MALE, "trai": Gender.MALE, "ong": Gender.MALE,
    "male": Gender.MALE, "m": Gender.MALE,
    "nu": Gender.FEMALE, "nu gioi": Gender.FEMALE, "gai": Gender.FEMALE, "ba": Gender.FEMALE,
    "female": Gender.FEMALE, "f": Gender.FEMALE,
}  # fmt: skip
_CODE_AFTER = re.compile(r"\b(nam|nu)\b\s*[=:(\-]?\s*([012])\b")
_CODE_BEFORE = re.compile(r"\b([012])\b\s*[=:(\-.]?\s*\b(nam|nu)\b")
_CHECKED = {"x", "v", "1", "✓", "✔", "true", "có", "co", "*", "+"}


def gender_codes(heading: str) -> dict[str, Gender]:
    """What the digits mean, where the heading says so: "Giới tính (1: Nam, 0: Nữ)"."""
    text = fold(heading)
    pairs = [(code, word) for code, word in _CODE_BEFORE.findall(text)]
    if len(pairs) < 2:
        pairs = [(code, word) for word, code in _CODE_AFTER.findall(text)]
    return {code: _WORDS[word] for code, word in pairs} if len(dict(pairs)) == 2 else {}


def clean_gender(cell: Cell, codes: dict[str, Gender]) -> Cleaned[Gender]:
    """Nam or Nữ from any usual word, or from `codes`; anything else is a question."""
    text = clean_text(cell)
    if text.value is None:
        return Cleaned(None, None, text.marks)
    if text.value in codes:
        return _repaired(FindingKind.GENDER_CODE, text.value, codes[text.value])
    gender = _WORDS.get(fold(text.value).strip(" ."))
    if gender is None:
        return certain(None, (_mark(FindingKind.BAD_GENDER, Severity.QUESTION, text.value),))
    if text.value.capitalize() == gender:
        noted = (_mark(FindingKind.GENDER_WORD, Severity.NOTE, text.value, gender),)
        return certain(gender, text.marks + (noted if text.value != gender else ()))
    return _repaired(FindingKind.GENDER_WORD, text.value, gender)


def is_checked(cell: Cell) -> bool:
    """Whether a cell of a column "Nam" or "Nữ" is ticked: x, 1, ✓ …"""
    return (clean_text(cell).value or "").lower() in _CHECKED


def _repaired(kind: FindingKind, text: str, gender: Gender) -> Cleaned[Gender]:
    return Cleaned(gender, None, (_mark(kind, Severity.REPAIR, text, gender),))


def _mark(kind: FindingKind, severity: Severity, before: str, after: Gender | None = None) -> Mark:
    return Mark(kind, severity, before, after and after.value)
