"""Text typed in the encodings before Unicode: TCVN3 (fonts .Vn…) and VNI (fonts VNI-…).

A column is judged as a whole, never a cell: "Tèo" is a name, and "Tốo" if it is taken for VNI.
"""

import csv
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import lru_cache

from ..paths import resource_path
from .cells import Fonts
from .spelling import is_word


class Encoding(StrEnum):
    """How the letters of a text were stored."""

    UNICODE = "unicode"
    TCVN3 = "tcvn3"
    VNI = "vni"


_LEGACY = (Encoding.TCVN3, Encoding.VNI)
_WORD = re.compile(r"[A-Za-z\u00a1-\u024f\u0300-\u036f\u1e00-\u1eff]+")
# What no Vietnamese word holds: Latin-1 without the letters that Unicode text shares with it.
_IMPOSSIBLE = re.compile(r"[\u00a1-\u00bfÄÅÆÇËÎÏÑÖ×ØÛÜÞßäåæçëîïñö÷øûüþÿ]")
_UNICODE_ONLY = re.compile(r"[\u0102\u0103\u0110\u0111\u0128\u0129\u0168-\u01b0\u1ea0-\u1ef9]")
_TEXTS_JUDGED = 400
_ENOUGH, _ENOUGH_WITH_HINT = 3, 1
_PREVAILING = 3


def _decided(votes: Mapping[Encoding, int], hint: Encoding = Encoding.UNICODE) -> Encoding:
    """Without enough words for an old encoding it is Unicode; `hint` makes one word enough."""
    best = hint if hint in _LEGACY and votes[hint] else max(_LEGACY, key=votes.__getitem__)
    enough = _ENOUGH_WITH_HINT if best is hint else _ENOUGH
    prevails = votes[best] >= _PREVAILING * votes[Encoding.UNICODE]
    return best if votes[best] >= enough and prevails else Encoding.UNICODE


def judge_columns(
    columns: Mapping[int, Iterable[str]], fonts: Callable[[], Fonts] = dict
) -> dict[int, Encoding]:
    """The encodings of the columns of a table that are not Unicode, each from heading and cells.

    Words speak for an encoding that are no Vietnamese syllables as they stand and are when decoded.
    A short column leans on its font and on the other columns. `fonts` opens the file again: it is
    called only where some text is in doubt.
    """
    votes = {index: _votes(_sample(texts)) for index, texts in columns.items()}
    if not any(v[encoding] for v in votes.values() for encoding in _LEGACY):
        return {}
    by_font = _by_column(fonts())
    usual = Counter(by_font.values()) + Counter(map(_decided, votes.values()))
    del usual[Encoding.UNICODE]
    table = usual.most_common(1)[0][0] if usual else Encoding.UNICODE
    found = {i: _decided(v, by_font.get(i, table)) for i, v in votes.items()}
    return {index: encoding for index, encoding in found.items() if encoding in _LEGACY}


def decode(text: str, encoding: Encoding) -> str:
    """The text in NFC; a text that already holds letters of Unicode's own stays as it is."""
    if encoding == Encoding.UNICODE or text.isascii() or _UNICODE_ONLY.search(text):
        return text
    if encoding == Encoding.TCVN3:
        return unicodedata.normalize("NFC", text.translate(_tcvn3()))
    pattern, letters = _vni()
    return pattern.sub(lambda found: letters[found[0]], text)


def encoding_of_font(font: str) -> Encoding:
    """The encoding that a font is made for, by its name."""
    name = font.lstrip().casefold()
    if name.startswith(".vn"):
        return Encoding.TCVN3
    return Encoding.VNI if name.startswith("vni-") else Encoding.UNICODE


def is_capital_font(font: str) -> bool:
    """Whether a font shows small letters as capitals: .VnTimeH; TCVN3 has no accented capitals."""
    return encoding_of_font(font) is Encoding.TCVN3 and font.rstrip().endswith("H")


def _by_column(fonts: Fonts) -> dict[int, Encoding]:
    """The encoding that most of a column's old fonts are made for."""
    seen: dict[int, Counter[Encoding]] = {}
    for (_, column), font in fonts.items():
        seen.setdefault(column, Counter())[encoding_of_font(font)] += 1
    return {column: counts.most_common(1)[0][0] for column, counts in seen.items()}


def _sample(texts: Iterable[str]) -> list[str]:
    """Some hundred different texts from all over the column; ASCII says nothing."""
    telling = list(dict.fromkeys(text for text in texts if not text.isascii()))
    return telling[:: len(telling) // _TEXTS_JUDGED + 1]


def _votes(texts: Iterable[str]) -> dict[Encoding, int]:
    votes = dict.fromkeys(Encoding, 0)
    words = {word for text in texts for word in _WORD.findall(unicodedata.normalize("NFC", text))}
    for word in words:
        if not word.isascii():
            _vote(word, votes)
    return votes


def _vote(word: str, votes: dict[Encoding, int]) -> None:
    """A word that is a syllable both ways, or in neither, says nothing."""
    if _UNICODE_ONLY.search(word):
        votes[Encoding.UNICODE] += 2
        return
    plain = is_word(word)
    strength = 2 if _IMPOSSIBLE.search(word) else 1
    fitting = [e for e in _LEGACY if is_word(decoded := decode(word, e)) and decoded != word]
    if plain and not fitting:
        votes[Encoding.UNICODE] += 1
    for encoding in fitting if not plain else ():
        votes[encoding] += strength


@lru_cache(maxsize=1)
def _tables() -> Mapping[Encoding, Mapping[str, str]]:
    """The letters by encoding; the file's README names its sources."""
    tables: dict[Encoding, dict[str, str]] = {encoding: {} for encoding in _LEGACY}
    path = resource_path("reference/legacy_encodings.csv")
    with path.open(encoding="utf-8", newline="") as stream:
        for line in csv.DictReader(stream):
            stored = bytes.fromhex(line["bytes"]).decode("latin-1")
            tables[Encoding(line["encoding"])][stored] = line["text"]
    return tables


@lru_cache(maxsize=1)
def _tcvn3() -> Mapping[int, str]:
    return {ord(stored): text for stored, text in _tables()[Encoding.TCVN3].items()}


def tcvn3_letters() -> frozenset[str]:
    """The accented letters that TCVN3 has."""
    return frozenset(_tcvn3().values())


@lru_cache(maxsize=1)
def _vni() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """Two letters before one; a mark may stand small behind a capital."""
    letters = dict(_tables()[Encoding.VNI])
    for stored, text in tuple(letters.items()):
        if len(stored) == 2 and stored.isupper():
            letters.setdefault(stored[0] + stored[1].lower(), text)
            letters.setdefault(stored[0].lower() + stored[1], text.lower())
    choices = sorted(letters, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, choices))), letters
