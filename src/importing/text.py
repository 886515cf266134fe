"""Text of a cell: composed Unicode, plain spaces, the right Đ; names in capitals."""

import re
import unicodedata

from .cells import Cell, written
from .findings import Cleaned, FindingKind, Mark, Severity, certain

# ETH and African D look like Đ and are typed for it; both sort and search differently.
_WRONG_LETTERS = str.maketrans({"\u00d0": "Đ", "\u00f0": "đ", "\u0189": "Đ", "\u0256": "đ"})
_ZERO_WIDTH = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_SUSPECT = re.compile("[\u00d0\u00f0\u0189\u0256\u200b-\u200f\u202a-\u202e\u2060\ufeff#]")
_NOTHING: Cleaned[str] = Cleaned(None, None)
_FORMULA_ERROR = re.compile(r"#(REF!|N/A|NAME\?|VALUE!|DIV/0!|NUM!|NULL!|GETTING_DATA)", re.I)
_LETTER_RUN = re.compile(r"[^\W\d_]+")
_LONG_NUMBER = re.compile(r"\d(?:[^\w,;/:]{0,2}\d){8,}")


def clean_text(cell: Cell) -> Cleaned[str]:
    """The text in NFC with single spaces and Đ for Ð; None for a blank cell. Always applied."""
    before = written(cell)
    if not before or before.isspace():
        return _NOTHING
    if _is_tidy(before):
        return Cleaned(before, before)
    if _FORMULA_ERROR.fullmatch(before.strip()):
        return certain(None, (Mark(FindingKind.FORMULA_ERROR, Severity.QUESTION, before.strip()),))
    seen = _ZERO_WIDTH.sub("", before)
    letters = unicodedata.normalize("NFC", seen).translate(_WRONG_LETTERS)
    text = " ".join(letters.split())
    marks = []
    if letters != seen:
        marks.append(_note(FindingKind.UNICODE, before, text))
    if text != letters or seen != before:
        marks.append(_note(FindingKind.SPACES, before, text))
    return certain(text or None, tuple(marks))


def _note(kind: FindingKind, before: str, after: str) -> Mark:
    return Mark(kind, Severity.NOTE, masked(before), masked(after))


def _is_tidy(text: str) -> bool:
    """Most cells need nothing: this answers for them in a microsecond."""
    return (
        unicodedata.is_normalized("NFC", text)
        and not _SUSPECT.search(text)
        and text == " ".join(text.split())
    )


def masked(text: str) -> str:
    """The text with every run of nine or more digits shown by its last four only."""
    return _LONG_NUMBER.sub(lambda run: "•" * (len(run[0]) - 4) + run[0][-4:], text)


def clean_name(cell: Cell) -> Cleaned[str]:
    """A person's name, as written; all capitals or all small letters are proposed as "Lò Thị Ên".

    A name without a letter, or with digits in it, is a question.
    """
    text = clean_text(cell)
    name = text.value
    if name is None:
        return text
    if not _LETTER_RUN.search(name) or any(c.isdigit() for c in name):
        return certain(name, (*text.marks, _bad_name(name)))
    cased = _capitalised(name)
    if cased == name or not (name.isupper() or name.islower()):
        return text
    mark = Mark(FindingKind.NAME_CASE, Severity.REPAIR, name, cased)
    return Cleaned(cased, name, (*text.marks, mark))


def _bad_name(name: str) -> Mark:
    return Mark(FindingKind.BAD_NAME, Severity.QUESTION, masked(name))


def _capitalised(name: str) -> str:
    return _LETTER_RUN.sub(lambda run: run[0][:1].upper() + run[0][1:].lower(), name)
