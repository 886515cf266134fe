"""Gender: words, codes that the heading or the column explains, a mark in a column of its own."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from ..models.enums import Gender
from ..models.names import fold
from .cells import Cell, is_blank
from .findings import Candidate, Cleaned, FindingKind, Mark, Severity, certain
from .identity import clean_identity, identity_facts
from .text import masked, says_none, tidied

_WORDS = {
    "nam": Gender.MALE, "nam gioi": Gender.MALE, "trai": Gender.MALE, "con trai": Gender.MALE,
    "ong": Gender.MALE, "anh": Gender.MALE, "male": Gender.MALE, "m": Gender.MALE,
    "nu": Gender.FEMALE, "nu gioi": Gender.FEMALE, "gai": Gender.FEMALE, "con gai": Gender.FEMALE,
    "ba": Gender.FEMALE, "chi": Gender.FEMALE, "co": Gender.FEMALE,
    "female": Gender.FEMALE, "f": Gender.FEMALE,
}  # fmt: skip
_CODE_AFTER = re.compile(r"\b(nam|nu)\b\s*[=:(\-]?\s*([012])\b")
_CODE_BEFORE = re.compile(r"\b([012])\b\s*[=:(\-.]?\s*\b(nam|nu)\b")
_CHECKED = {"x", "v", "1", "✓", "✔", "☑", "√", "ü", "true", "có", "co", "*", "+"}
_UNCHECKED = {"0", "false", "☐"}
_CLEAR = frozenset((Gender.MALE.value, Gender.FEMALE.value))
_INITIAL = "n"
_BOTH = (Candidate(Gender.MALE, Gender.MALE), Candidate(Gender.FEMALE, Gender.FEMALE))
# So many rows must agree on what a code means before their identity numbers are believed.
_PROVED = 3

Codes = Mapping[str, Gender]
"""What the codes of one column mean, by the code in small letters."""


def gender_codes(heading: str) -> dict[str, Gender]:
    """What the digits mean, where the heading says so: "Giới tính (1: Nam, 0: Nữ)"."""
    text = fold(heading)
    pairs = [(code, word) for code, word in _CODE_BEFORE.findall(text)]
    if len(pairs) < 2:
        pairs = [(code, word) for word, code in _CODE_AFTER.findall(text)]
    return {code: _WORDS[word] for code, word in pairs} if len(dict(pairs)) == 2 else {}


def codes_of(heading: str, cells: Iterable[Cell], numbers: Iterable[Cell]) -> dict[str, Gender]:
    """What the codes of a column mean, as its heading says or the column itself proves.

    "N" is the one of Nam and Nữ that nobody writes out. Other codes mean what the identity
    `numbers` of the same rows say, where all of them agree.
    """
    said = gender_codes(heading)
    cells = list(cells)
    if said or all(cell is None or cell in _CLEAR for cell in set(cells)):
        return said
    told: dict[str, Counter[Gender]] = {}
    words: set[Gender] = set()
    for cell, number in zip(cells, numbers, strict=False):
        text = tidied(cell).lower()
        if word := _WORDS.get(fold(text)):
            words.add(word)
        elif text and not _says_nothing(text):
            told.setdefault(text, Counter()).update(_told(number))
    if _INITIAL in told and len(words) == 1:
        return {_INITIAL: next(gender for gender in Gender if gender not in words)}
    return _proved(told)


def _told(number: Cell) -> list[Gender]:
    """What an identity number tells, if there is one."""
    digits = clean_identity(number).value if not is_blank(number) else None
    facts = identity_facts(digits) if digits else None
    return [facts.gender] if facts else []


def _proved(told: Mapping[str, Counter[Gender]]) -> dict[str, Gender]:
    """Two codes at most, each for one gender only, and enough rows that say so."""
    found = {text: next(iter(genders)) for text, genders in told.items() if len(genders) == 1}
    apart = len(told) == len(found) == len(set(found.values()))
    enough = sum(genders.total() for genders in told.values()) >= _PROVED
    return found if apart and enough else {}


def clean_gender(cell: Cell, codes: Codes) -> Cleaned[Gender]:
    """Nam or Nữ from any usual word, or from `codes`; anything else is a question."""
    text = tidied(cell)
    if _says_nothing(text):
        return Cleaned(None, None)
    if text.lower() in codes:
        return _repaired(FindingKind.GENDER_CODE, text, codes[text.lower()])
    gender = _WORDS.get(fold(text).strip(" ."))
    if gender is None:
        mark = Mark(FindingKind.BAD_GENDER, Severity.QUESTION, masked(text), None, _BOTH)
        return certain(None, (mark,))
    if text.capitalize() != gender:
        return _repaired(FindingKind.GENDER_WORD, text, gender)
    same = text == gender
    return certain(gender, () if same else (_mark(FindingKind.GENDER_WORD, text, gender),))


def _says_nothing(text: str) -> bool:
    """Blank or a stroke; "0", "x" and "?" may say something."""
    return not text or (says_none(text) and text != "?" and not text[0].isalnum())


def is_checked(cell: Cell, gender: Gender | None = None) -> bool:
    """Whether a cell of a column "Nam" or "Nữ" is ticked: x, 1, ✓ … or the word itself."""
    text = tidied(cell).lower()
    return text in _CHECKED or (gender is not None and _WORDS.get(fold(text)) is gender)


def is_unchecked(cell: Cell) -> bool:
    """Whether a cell of such a column says nothing: blank, 0, a stroke."""
    text = tidied(cell).lower()
    return not text or text in _UNCHECKED or (text not in _CHECKED and says_none(text))


def _repaired(kind: FindingKind, text: str, gender: Gender) -> Cleaned[Gender]:
    return Cleaned(gender, None, (Mark(kind, Severity.REPAIR, text, gender.value),))


def _mark(kind: FindingKind, before: str, after: Gender) -> Mark:
    return Mark(kind, Severity.NOTE, before, after.value)
