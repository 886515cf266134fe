"""Telephone numbers: ten digits from a mobile, ten or eleven from a landline, leading 0."""

import re
from dataclasses import replace

from .cells import Cell
from .findings import Cleaned, FindingKind, Mark, Severity, certain
from .text import clean_text, masked

# The change of 2018 from 11 to 10 digits, by the operators' public lists.
_OLD_PREFIXES = {
    "0162": "032", "0163": "033", "0164": "034", "0165": "035", "0166": "036", "0167": "037",
    "0168": "038", "0169": "039", "0120": "070", "0121": "079", "0122": "077", "0126": "076",
    "0128": "078", "0123": "083", "0124": "084", "0125": "085", "0127": "081", "0129": "082",
    "0186": "056", "0188": "058", "0199": "059",
}  # fmt: skip
_VALID = re.compile(r"0[35789]\d{8}|02\d{8,9}")
_OLD = re.compile(r"01\d{9}")
_ZERO_LOST = re.compile(r"[35789]\d{8}|2\d{8,9}|1[2689]\d{8}")
_COUNTRY_CODE = re.compile(r"(?:0084|84)0?([2-9]\d{8}|[12]\d{9})")
_NUMBER_ONLY = re.compile(r"[+\d\s.,()\-'/]+")
_SEVERAL = re.compile(r"\s*(?:[;,/&]|\bhoặc\b|\bvà\b|\s-\s)\s*")
_NO_PHONE = {"0", "-", "--", "x", "không", "không có", "khong", "khong co", "ko", "chưa có"}
_IDENTITY_LENGTH = 12


def clean_phone(cell: Cell) -> Cleaned[str]:
    """A phone number as digits with its leading 0; what is none is kept as written and told.

    A cell with twelve digits is a question: an identity number stands in the wrong column.
    """
    text = clean_text(cell)
    if text.value is None:
        return text
    if text.value.lower().strip(" .") in _NO_PHONE:
        return certain(None, (Mark(FindingKind.BAD_PHONE, Severity.NOTE, text.value),))
    phone = _one_phone(text.value) or _first_of_several(text.value) or _no_phone(text.value)
    return replace(phone, marks=text.marks + phone.marks) if text.marks else phone


def _one_phone(text: str) -> Cleaned[str] | None:
    if not _NUMBER_ONLY.fullmatch(text):
        return None
    digits = re.sub(r"\D", "", text)
    number, repairs = _completed(digits)
    if not _VALID.fullmatch(number):
        return None
    marks = tuple(Mark(kind, Severity.REPAIR, text, number) for kind in repairs)
    if repairs:
        return Cleaned(number, None, marks)
    return certain(number, () if number == text else (_formatted(text, number),))


def _formatted(text: str, number: str) -> Mark:
    return Mark(FindingKind.PHONE_FORMAT, Severity.NOTE, text, number)


def _completed(digits: str) -> tuple[str, tuple[FindingKind, ...]]:
    """The number with country code, lost 0 and old prefix put right, and what was put right."""
    if _VALID.fullmatch(digits):
        return digits, ()
    kinds = []
    if abroad := _COUNTRY_CODE.fullmatch(digits):
        digits = "0" + abroad[1]
        kinds.append(FindingKind.PHONE_COUNTRY_CODE)
    elif _ZERO_LOST.fullmatch(digits):
        digits = "0" + digits
        kinds.append(FindingKind.PHONE_ZERO)
    if _OLD.fullmatch(digits) and digits[:4] in _OLD_PREFIXES:
        digits = _OLD_PREFIXES[digits[:4]] + digits[4:]
        kinds.append(FindingKind.PHONE_OLD_PREFIX)
    return digits, tuple(kinds)


def _first_of_several(text: str) -> Cleaned[str] | None:
    parts = [p for p in _SEVERAL.split(text) if p]
    numbers = [cleaned.value for p in parts if (cleaned := _one_phone(p))]
    if len(parts) < 2 or len(numbers) != len(parts):
        return None
    mark = Mark(FindingKind.PHONE_SEVERAL, Severity.REPAIR, text, numbers[0])
    return Cleaned(numbers[0], text, (mark,))


def _no_phone(text: str) -> Cleaned[str]:
    if sum(c.isdigit() for c in text) >= _IDENTITY_LENGTH:
        return certain(None, (Mark(FindingKind.BAD_PHONE, Severity.QUESTION, masked(text)),))
    return certain(text, (Mark(FindingKind.BAD_PHONE, Severity.NOTE, text),))
