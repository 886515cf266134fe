"""Identity numbers within a text: "CCCD 014086000123", also with spaces or dots; hidden or cut out.

Twelve digits are one, and nine that are called so. Telephone numbers and days are left alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .identity import IDENTITY_LENGTH, OLD_LENGTH, hidden, is_plausible

_MAY_HOLD = re.compile(r"\d(?:[\s.\-]{0,2}\d){8}")
_RUN = re.compile(r"\d(?:[\s.\-]{0,2}\d){8,}")
_GROUP = re.compile(r"\d+")
_DAY = re.compile(r"(?<!\d)\d{1,2}[.\-]\d{1,2}[.\-](?:19|20)\d\d(?!\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
# How twelve digits are written apart, beside those that read like an identity number anyway.
_SHAPES = frozenset(((3, 3, 3, 3), (3, 3, 6), (3, 9), (4, 4, 4), (6, 6)))
_PHONE_ABROAD = re.compile(r"840?[235789]\d{8}")
_CARD = (
    r"(?:cccd|cmnd|cmtnd|cmt|cmqđ|đdcn|căn cước(?: công dân)?|can cuoc(?: cong dan)?"
    r"|chứng minh(?: nhân dân| thư)?|chung minh(?: nhan dan| thu)?"
    r"|định danh(?: cá nhân)?|dinh danh(?: ca nhan)?)"
)
_NUMBER_WORD = r"(?:số|so)"
_JOINT = r"[\s:.,;\-–/(]*"
_NAMED_BEFORE = re.compile(
    rf"(?<![^\W\d_])(?:{_NUMBER_WORD}\s*)?{_CARD}{_JOINT}(?:{_NUMBER_WORD}{_JOINT})?$", re.I
)
# Not where the word announces another number.
_NAMED_BEHIND = re.compile(
    rf"\s*(?:\(\s*{_CARD}\s*\)|[:,\-–]?\s*{_CARD}(?!\w|{_JOINT}(?:{_NUMBER_WORD}{_JOINT})?\d))",
    re.I,
)
_SAYS_NUMBER = re.compile(rf"(?<![^\W\d_]){_NUMBER_WORD}{_JOINT}$", re.I)
_OF_BANK = re.compile(r"(?<![^\W\d_])(?:stk|tk|tài khoản|tai khoan|bhxh|bhyt)[^\d;,]{0,20}$", re.I)
_EMPTY_BRACKETS = re.compile(r"\(\s*\)|\[\s*\]")
_SHORTEST = 9


@dataclass(frozen=True, slots=True)
class _Hit:
    """Where a text holds a number; `number` is in full where it may be the person's own."""

    start: int
    end: int
    digits: str
    number: str | None


def without_numbers(text: str) -> str:
    """The text with identity numbers shown by their last four digits only."""
    hits = _hits(text)
    for hit in reversed(hits):
        text = text[: hit.start] + hidden(hit.digits) + text[hit.end :]
    return text


def cut_out(text: str) -> str:
    """The text without the numbers and the words that announce them."""
    hits = _hits(text)
    if not hits:
        return text
    for hit in reversed(hits):
        before = _NAMED_BEFORE.search(text, 0, hit.start) or _SAYS_NUMBER.search(text, 0, hit.start)
        behind = _NAMED_BEHIND.match(text, hit.end)
        opened = text[before.start() : hit.start].count("(") if before else 0
        start, end = before.start() if before else hit.start, behind.end() if behind else hit.end
        text = f"{text[:start]} {'(' * opened}{text[end:]}"
    return " ".join(_EMPTY_BRACKETS.sub(" ", text).split()).strip(" ,;:-–/|")


def number_in(text: str) -> str | None:
    """The first number of a text that its person may have; none that is called a bank's."""
    return next((hit.number for hit in _hits(text) if hit.number), None)


def may_hold_number(text: str) -> bool:
    """Whether so many figures stand together: answers for most texts at once."""
    return len(text) >= _SHORTEST and _MAY_HOLD.search(text) is not None


def _hits(text: str) -> list[_Hit]:
    if not may_hold_number(text):
        return []
    return [hit for start, end in _runs(text) for hit in _hits_within(text, start, end)]


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Where figures stand close together; a day ends such a run."""
    days = [found.span() for found in _DAY.finditer(text)]
    blank = text
    for start, end in days:
        blank = blank[:start] + "/" * (end - start) + blank[end:]
    return (found.span() for found in _RUN.finditer(blank))


def _hits_within(text: str, start: int, end: int) -> Iterator[_Hit]:
    """The numbers in a run of groups of figures: two may stand one behind the other."""
    groups = [found.span() for found in _GROUP.finditer(text, start, end)]
    first = 0
    while first < len(groups):
        ends = range(len(groups) - 1, first - 1, -1)  # the longest: nine may begin twelve
        last = next((end for end in ends if _is_number(text, groups, first, end)), None)
        if last is None:
            first += 1
            continue
        place = groups[first][0], groups[last][1]
        digits = _digits(text, groups[first : last + 1])
        yield _Hit(*place, digits, _own(text, *place, digits))
        first = last + 1


def _is_number(text: str, groups: list[tuple[int, int]], first: int, last: int) -> bool:
    taken = groups[first : last + 1]
    digits = _digits(text, taken)
    if len(digits) == IDENTITY_LENGTH:
        return _is_of_twelve(digits, [text[start:end] for start, end in taken])
    if len(digits) == IDENTITY_LENGTH - 1 and first == last:
        return _completed(digits) is not None
    if len(digits) != OLD_LENGTH or last + 1 - first not in (1, 3):
        return False
    start, end = taken[0][0], taken[-1][1]
    return _is_named(text, start, end) or _SAYS_NUMBER.search(text, 0, start) is not None


def _is_of_twelve(digits: str, groups: list[str]) -> bool:
    if len(groups) == 1:
        return not _PHONE_ABROAD.fullmatch(digits)
    shape = tuple(map(len, groups))
    years = all(map(_YEAR.fullmatch, groups))
    return (is_plausible(digits) or shape in _SHAPES) and not years


def _own(text: str, start: int, end: int, digits: str) -> str | None:
    """The number that the person may have: it reads like one, and is no bank's."""
    if len(digits) == OLD_LENGTH:
        return digits if _is_named(text, start, end) else None
    full = digits if len(digits) == IDENTITY_LENGTH else _completed(digits)
    return full if full and is_plausible(full) and not _OF_BANK.search(text, 0, start) else None


def _completed(digits: str) -> str | None:
    """A number whose first 0 Excel has dropped; 84 may begin a telephone number."""
    full = digits.rjust(IDENTITY_LENGTH, "0")
    lost = digits[0] != "0" and not _PHONE_ABROAD.fullmatch(digits)
    return full if lost and is_plausible(full) else None


def _is_named(text: str, start: int, end: int) -> bool:
    named = _NAMED_BEFORE.search(text, 0, start) or _NAMED_BEHIND.match(text, end)
    return named is not None


def _digits(text: str, groups: list[tuple[int, int]]) -> str:
    return "".join(text[start:end] for start, end in groups)
