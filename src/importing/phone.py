"""Telephone numbers: ten digits from a mobile, ten or eleven from a landline, leading 0."""

import re

from .cells import Cell, written
from .findings import Cleaned, FindingKind, Mark, Severity, certain
from .numbers_in_text import number_in
from .text import is_formula_error, masked, says_none, tidied

# The change of 2018 from 11 to 10 digits, by the operators' public lists.
_OLD_PREFIXES = {
    "0162": "032", "0163": "033", "0164": "034", "0165": "035", "0166": "036", "0167": "037",
    "0168": "038", "0169": "039", "0120": "070", "0121": "079", "0122": "077", "0126": "076",
    "0128": "078", "0123": "083", "0124": "084", "0125": "085", "0127": "081", "0129": "082",
    "0186": "056", "0188": "058", "0199": "059",
}  # fmt: skip
_MOBILE_LENGTH, _MOBILE_STARTS = 10, frozenset(("03", "05", "07", "08", "09"))
_VALID = re.compile(r"0[35789]\d{8}|02\d{8,9}")
_OLD = re.compile(r"01\d{9}")
_ZERO_LOST = re.compile(r"[35789]\d{8}|2\d{8,9}|1[2689]\d{8}")
_COUNTRY_CODE = re.compile(r"(?:0084|84)0?([2-9]\d{8}|[12]\d{9})")
_NUMBER_ONLY = re.compile(r"[+\d\s.,()\-'’‘`/_]+")
_SEVERAL = re.compile(r"\s*(?:[;,/&|]|\bhoặc\b|\bvà\b|\s-\s)\s*")
_INSIDE = re.compile(r"(?<![\d+])(?:\+?84|0)(?:[\s.\-]?\d){8,10}(?!\d)")
_WITH_LETTERS = re.compile(r"\d.*[^\W\d_]|[^\W\d_].*\d", re.DOTALL)
_IDENTITY_LENGTH = 12
_NOTHING: Cleaned[str] = Cleaned(None, None)


def clean_phone(cell: Cell) -> Cleaned[str]:
    """A phone number as digits with its leading 0; what is none is kept as written and told.

    Refused, it stays as it was typed. A cell with twelve digits, or eleven of which the first was
    lost, is a question: an identity number stands in the wrong column. So is a number with letters,
    as Excel writes it when the column is too narrow ("1.4E+10"): its digits are lost.
    """
    text = tidied(cell)
    if says_none(text):
        return _NOTHING
    if is_formula_error(text):
        return certain(None, (Mark(FindingKind.FORMULA_ERROR, Severity.QUESTION, text),))
    if usual_phone(text):
        return _formatted(written(cell), text)
    return _one_phone(text) or _first_of_several(text) or _among_words(text) or _no_phone(text)


def usual_phone(text: str) -> str | None:
    """Ten digits of a mobile: most cells, answered for without a pattern."""
    if len(text) == _MOBILE_LENGTH and text.isdigit() and text[:2] in _MOBILE_STARTS:
        return text if text.isascii() else None
    return None


def _one_phone(text: str) -> Cleaned[str] | None:
    if not _NUMBER_ONLY.fullmatch(text):
        return None
    number, repairs = _completed(re.sub(r"\D", "", text))
    if not _VALID.fullmatch(number):
        return None
    if not repairs:
        return _formatted(text, number)
    return Cleaned(number, text, tuple(_repair(kind, text, number) for kind in repairs))


def _formatted(text: str, number: str) -> Cleaned[str]:
    marks = (_repair(FindingKind.PHONE_FORMAT, text, number),) if number != text else ()
    return Cleaned(number, text, marks)


def _completed(digits: str) -> tuple[str, list[FindingKind]]:
    """The number with country code, lost 0 and old prefix put right, and what was put right."""
    kinds: list[FindingKind] = []
    if _VALID.fullmatch(digits):
        return digits, kinds
    if abroad := _COUNTRY_CODE.fullmatch(digits):
        digits = "0" + abroad[1]
        kinds.append(FindingKind.PHONE_COUNTRY_CODE)
    elif _ZERO_LOST.fullmatch(digits):
        digits = "0" + digits
        kinds.append(FindingKind.PHONE_ZERO)
    if _OLD.fullmatch(digits) and digits[:4] in _OLD_PREFIXES:
        digits = _OLD_PREFIXES[digits[:4]] + digits[4:]
        kinds.append(FindingKind.PHONE_OLD_PREFIX)
    return digits, kinds


def _first_of_several(text: str) -> Cleaned[str] | None:
    parts = [p for p in _SEVERAL.split(text) if p]
    numbers = [cleaned.value for p in parts if (cleaned := _one_phone(p))]
    if len(parts) < 2 or len(numbers) != len(parts):
        return None
    return Cleaned(numbers[0], text, (_repair(FindingKind.PHONE_SEVERAL, text, numbers[0] or ""),))


def _among_words(text: str) -> Cleaned[str] | None:
    """The one number in "ĐT: 0912 345 678 (con gái)", or the first of several."""
    found = [cleaned.value for part in _INSIDE.findall(text) if (cleaned := _one_phone(part))]
    if not found or not found[0] or sum(map(str.isdigit, text)) >= _IDENTITY_LENGTH * len(found):
        return None
    several = len(set(found)) > 1
    kind = FindingKind.PHONE_SEVERAL if several else FindingKind.PHONE_FORMAT
    return Cleaned(found[0], text, (_repair(kind, text, found[0]),))


def _repair(kind: FindingKind, text: str, number: str) -> Mark:
    return Mark(kind, Severity.REPAIR, text, number)


def _no_phone(text: str) -> Cleaned[str]:
    if sum(map(str.isdigit, text)) >= _IDENTITY_LENGTH or number_in(text):
        return certain(None, (Mark(FindingKind.BAD_PHONE, Severity.QUESTION, masked(text)),))
    if _WITH_LETTERS.search(text):
        return certain(None, (Mark(FindingKind.BAD_PHONE, Severity.QUESTION, text),))
    return certain(text, (Mark(FindingKind.BAD_PHONE, Severity.NOTE, text),))
