"""Vietnamese names: folding for search, keys for sorting.

Sorting follows ICU's vi_VN: a person's key is (given = last word, family = first word, middle);
each part compares by base letters, then by tones left to right, then by case. Tones count only
when all base letters of the part tie, so Hạ < Hạnh < Hằng.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from .syllables import is_syllable, plain_i

LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
"""The alphabet in order; ă, â, đ, ê, ô, ơ, ư are letters of their own, digraphs are not."""

_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_LETTER_MARKS = "\u0306\u0302\u031b"
_PUNCTUATION = "_-,;:!?.'\"()[]/&"
_END, _SEPARATOR = b"\x00", b"\x01"
_OTHER_MARK = 6

_RANK_LETTERS, _RANK_TIE_BITS = 6, 18
RANK_TIES = 1 << _RANK_TIE_BITS
"""How many people with the same leading bits a search rank can tell apart."""


def _fold_character(character: str) -> str:
    if character in "đĐðÐ":
        return "d"
    plain = "".join(
        c for c in unicodedata.normalize("NFD", character) if not unicodedata.combining(c)
    )
    return plain.lower()


class _FoldTable(dict[int, str]):
    """Fills itself: each character is folded once in the life of the process."""

    def __missing__(self, key: int) -> str:
        folded = self[key] = _fold_character(chr(key))
        return folded


_FOLD = _FoldTable()
_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """The text without accents and case, đ as d, single spaces: "Lò  Thị Ên" is "lo thi en"."""
    return " ".join(text.translate(_FOLD).split())


def words(text: str) -> list[str]:
    """The folded words of a text, punctuation left out: what search compares."""
    return _WORD.findall(fold(text))


def searched_words(name: str, note: str | None = None, phone: str | None = None) -> str:
    """What search compares of a person. A long number in a note may be an identity number: out."""
    noted = [word for word in words(note or "") if not (word.isdigit() and len(word) >= 9)]
    return " ".join([*words(name), *noted, *words(phone or "")])


def nfc(text: str) -> str:
    """The text composed, with single plain spaces and none at the ends."""
    return " ".join(unicodedata.normalize("NFC", text).split())


@lru_cache(maxsize=2048)
def _weight(character: str) -> tuple[bytes, int, int]:
    """Of one character: base weight, tone, case (0 lower, 1 upper)."""
    lower = character.lower()
    tone, kept = 0, ""
    for part in unicodedata.normalize("NFD", lower):
        if part in _TONES:
            tone = _TONES[part]
        elif not unicodedata.combining(part) or part in _LETTER_MARKS:
            kept += part
        else:
            tone = _OTHER_MARK
    base = unicodedata.normalize("NFC", kept)
    return _base_weight(base), tone, int(lower != character)


def _base_weight(base: str) -> bytes:
    if base in LETTERS:
        return bytes([30 + LETTERS.index(base)])
    if base.isdigit() and base.isascii():
        return bytes([20 + int(base)])
    if base.isspace():
        return b"\x02"
    if base in _PUNCTUATION:
        return bytes([3 + _PUNCTUATION.index(base)])
    return b"\xfe" + base.encode("utf-8")


@lru_cache(maxsize=16384)
def text_key(text: str) -> bytes:
    """The three-level sort key of a text; compares as bytes in Vietnamese order."""
    weights = [_weight(c) for c in unicodedata.normalize("NFC", text.replace("’", "'"))]
    base = b"".join(w[0] for w in weights)
    tones = bytes(2 + w[1] for w in weights)
    case = bytes(2 + w[2] for w in weights)
    return base + _SEPARATOR + tones + _SEPARATOR + case


def person_key(name: str) -> bytes:
    """The sort key of a person's name: given name, family name, middle names."""
    parts = name.split()
    if not parts:
        return _END
    given = parts[-1]
    family = parts[0] if len(parts) > 1 else ""
    middle = " ".join(parts[1:-1])
    return _END.join(map(text_key, (given, family, middle)))


def search_rank(key: bytes, tie: int) -> int:
    """A 63-bit whole number that orders people nearly as their `person_key` does.

    Search returns its rows in this order without sorting them: six letters and the tone of the
    given name, the first letter of the family name, then `tie` (below RANK_TIES), which makes the
    number unique. Exact order comes from the key itself.
    """
    given, _, rest = key.partition(_END)
    base, _, levels = given.partition(_SEPARATOR)
    tones = levels.partition(_SEPARATOR)[0]
    rank = 0
    for position in range(_RANK_LETTERS):
        rank = rank << 6 | (min(base[position], 63) if position < len(base) else 0)
    tone = next((t - 2 for t in tones if t > 2), 0)
    rank = rank << 3 | tone
    rank = rank << 6 | (min(rest[0], 63) if rest else 0)
    return rank << _RANK_TIE_BITS | tie % RANK_TIES


def similar(one: str, other: str) -> bool:
    """Whether two names may be one person's, written differently; never proof of it.

    Equal without accents, spaces and y for i; a middle word missing; the order turned round; one
    letter mistyped. Two names that both can be (An and Anh, Minh and Ninh) are two people.
    """
    first, second = words(one), words(other)
    if not first or not second:
        return False
    spelt, other_spelt = [*map(plain_i, first)], [*map(plain_i, second)]
    if "".join(spelt) == "".join(other_spelt):
        return True
    if set(spelt).isdisjoint(other_spelt):  # nearly all who share a phone: the rest is slower
        return False
    return (
        _middle_missing(spelt, other_spelt)
        or _turned(spelt, other_spelt)
        or _mistyped(first, second)
    )


def _middle_missing(one: Sequence[str], other: Sequence[str]) -> bool:
    """Family and given name agree, and the middle words of one are among the other's, in order."""
    short, long = sorted((one, other), key=len)
    if len(short) < 2 or (short[0], short[-1]) != (long[0], long[-1]):
        return False
    rest = iter(long[1:-1])
    return all(word in rest for word in short[1:-1])


def _turned(one: Sequence[str], other: Sequence[str]) -> bool:
    """The given name first, the family name last, or both: not any order, words are names too."""
    if len(one) != len(other):
        return False
    orders = ([*one[1:], one[0]], [one[-1], *one[:-1]], [*reversed(one)])
    return [*other] in orders


def _mistyped(one: Sequence[str], other: Sequence[str]) -> bool:
    """One word differs by one letter, and of its two forms just one is a syllable."""
    if len(one) != len(other) or len(one) < 2:
        return False
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(pairs) != 1:
        return False
    ((word, typed),) = pairs
    return is_syllable(word) != is_syllable(typed) and _one_letter_apart(word, typed)


def _one_letter_apart(one: str, other: str) -> bool:
    """A letter replaced, left out, put in, or two neighbours exchanged."""
    short, long = sorted((one, other), key=len)
    start = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), None)
    if start is None:
        return len(long) - len(short) == 1
    if len(short) != len(long):
        return short[start:] == long[start + 1 :]
    exchanged = short[:start] + short[start : start + 2][::-1] + short[start + 2 :]
    return short[start + 1 :] == long[start + 1 :] or exchanged == long
