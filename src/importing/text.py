"""Text of a cell: composed Unicode, plain spaces, the right Đ; names in their capitals."""

import re
import unicodedata
from functools import lru_cache

from .cells import Cell, written
from .findings import Cleaned, FindingKind, Mark, Severity, certain
from .spelling import is_word

# ETH and African D look like Đ and are typed for it; both sort and search differently.
_WRONG_LETTERS = {0xD0: "Đ", 0xF0: "đ", 0x189: "Đ", 0x256: "đ"} | {
    wide: chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)
}
_INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
_ZERO_WIDTH = re.compile(f"[{_INVISIBLE}]")
_SUSPECT = re.compile(f"[\u00d0\u00f0\u0189\u0256\u0300-\u036f\uff01-\uff5e{_INVISIBLE}#]")
_MARKED = re.compile("([^\u0300-\u036f])([\u0300-\u036f]+)")
_LETTER_MARKS = "\u0302\u0306\u031b"
_NOTHING: Cleaned[str] = Cleaned(None, None)
_FORMULA_ERROR = re.compile(r"#(REF!|N/A|NAME\?|VALUE!|DIV/0!|NUM!|NULL!|GETTING_DATA)", re.I)
_LONG_NUMBER = re.compile(r"\d(?:[^\w,;/:]{0,2}\d){8,}")
_NO_WORDS = frozenset(
    (
        "", "-", "--", "---", "–", "—", "_", "/", "//", "\\", ".", "..", "...", "…", "0", "x", "?",
        "không", "không có", "khong", "khong co", "ko", "ko có", "ko co", "k có", "k",
        "chưa", "chưa có", "chua", "chua co", "không rõ", "khong ro", "chưa rõ", "chua ro",
        "không nhớ", "n/a", "na", "null", "none", "trống",
    )
)  # fmt: skip
_LETTER_RUN = re.compile(r"[^\W\d_]+")
# What text in an old encoding is full of, and no name holds.
_NO_NAME = re.compile(r"[\d\u00a1-\u00b3\u00b5-\u00bfÄÅÆÇËÎÏÖ×ØÛÜÞßäåæçëîïö÷øûüþÿ@<>{}|~^=\\]")
DITTO_WORDS = frozenset(("nt", "n.t", "n/t", "như trên", "nhu tren", "như tren", "ntr"))
_NOT = DITTO_WORDS | {"không có", "không", "chưa có", "khong co", "null", "n/a"}


def clean_text(cell: Cell) -> Cleaned[str]:
    """The text in NFC with single spaces and Đ for Ð; None for a blank cell.

    Every difference is a repair; refused, the text stays as it was typed.
    """
    before = cell if cell.__class__ is str else written(cell)
    if not before or before.isspace():
        return _NOTHING
    if _is_tidy(before):
        return Cleaned(before, before)
    if is_formula_error(before):
        return certain(None, (Mark(FindingKind.FORMULA_ERROR, Severity.QUESTION, before.strip()),))
    seen = _ZERO_WIDTH.sub("", before)
    letters = composed(seen)
    text = " ".join(letters.split())
    marks = []
    if letters != seen:
        marks.append(_repair(FindingKind.UNICODE, before, text))
    if text != letters or seen != before:
        marks.append(_repair(FindingKind.SPACES, before, text))
    return Cleaned(text or None, before if text else None, tuple(marks) if text else ())


def tidied(cell: Cell) -> str:
    """The text of a cell that is read for what it means, not kept: untold repairs; "" for none."""
    text = cell if cell.__class__ is str else written(cell)
    if _is_tidy(text):
        return text
    return " ".join(composed(_ZERO_WIDTH.sub("", text)).split())


def composed(text: str) -> str:
    """The text in NFC, letters that stand for others put right, marks in any order accepted."""
    text = unicodedata.normalize("NFC", text).translate(_WRONG_LETTERS)
    if not _MARKED.search(text):
        return text
    # Canonical order keeps a tone before a circumflex: á + ̂ would stay two signs.
    apart = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", _MARKED.sub(_in_order, apart))


def _in_order(found: re.Match[str]) -> str:
    marks = dict.fromkeys(sorted(found[2], key=lambda mark: mark not in _LETTER_MARKS))
    return found[1] + "".join(marks)


def is_formula_error(text: str) -> bool:
    """Whether a cell shows an error of Excel instead of a value."""
    return "#" in text and _FORMULA_ERROR.fullmatch(text.strip()) is not None


def says_none(text: str) -> bool:
    """Whether a tidied text only says that there is nothing: "-", "không có", "0"."""
    return len(text) < 12 and text.lower().strip(" .") in _NO_WORDS


def _repair(kind: FindingKind, before: str, after: str) -> Mark:
    return Mark(kind, Severity.REPAIR, masked(before), masked(after))


def _is_tidy(text: str) -> bool:
    """Most cells need nothing: this answers for them in a microsecond."""
    return (
        text.isascii() or (unicodedata.is_normalized("NFC", text) and not _SUSPECT.search(text))
    ) and ("  " not in text and text == text.strip() and text.isprintable() and "#" not in text)


def masked(text: str) -> str:
    """The text with every run of nine or more digits shown by its last four only."""
    return _LONG_NUMBER.sub(lambda run: "•" * (len(run[0]) - 4) + run[0][-4:], text)


def clean_name(cell: Cell) -> Cleaned[str]:
    """A person's name, as written; words in capitals, all small or "NGuyễn" are proposed as "Lò".

    A name without a letter, or with digits or signs in it, is a question.
    """
    text = clean_text(cell)
    name = text.value
    if name is None:
        return text
    if _NO_NAME.search(name) or not _LETTER_RUN.search(name) or name.lower().strip(" -.") in _NOT:
        return certain(name, (*text.marks, _bad_name(name)))
    cased = _cased(name)
    if cased == name:
        return text
    mark = Mark(FindingKind.NAME_CASE, Severity.REPAIR, name, cased)
    return Cleaned(cased, name, (*text.marks, mark))


def usual_name(text: str) -> str | None:
    """A name of words that each are in order; names are made of few words."""
    return text if all(map(_is_usual_word, text.split(" "))) else None


@lru_cache(maxsize=10_000)
def _is_usual_word(word: str) -> bool:
    return word.isalpha() and word[0].isupper() and clean_name(word) == Cleaned(word, word)


def _bad_name(name: str) -> Mark:
    return Mark(FindingKind.BAD_NAME, Severity.QUESTION, masked(name))


def _cased(name: str) -> str:
    """The name with capitals where they belong; H'Hen, Y-Blơ, KDăm and "văn" stay as they are."""
    if name.isupper() or name.islower():
        return _LETTER_RUN.sub(lambda run: _capitalised(run[0]), name)
    if name.istitle() or _only_first_capital(name):
        return name
    return _LETTER_RUN.sub(lambda run: _word_cased(run[0]), name)


def _only_first_capital(name: str) -> bool:
    return all(word[1:].islower() or len(word) == 1 for word in name.split(" ") if word)


def _word_cased(word: str) -> str:
    """A word with a second capital ("THị", "LÒ") as Vietnamese writes it, if it is Vietnamese."""
    cased = _capitalised(word)
    return cased if word[1:] != word[1:].lower() and is_word(cased) else word


def _capitalised(word: str) -> str:
    return word[:1].upper() + word[1:].lower()
