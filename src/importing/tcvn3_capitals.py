"""Capitals that TCVN3 cannot say: "Lò Thị ánh", "Mường é", for it has no accented ones."""

import re
from functools import lru_cache

from .fields import Field
from .legacy import tcvn3_letters
from .named_places import COMMUNE, HAMLET

_NAMES = frozenset((Field.NAME, Field.FAMILY_NAME, Field.GIVEN_NAME))
_PLACES = frozenset((Field.HAMLET, Field.COMMUNE, Field.TEAM))
# The fonts have no capital of any other accented letter, though the standard names some.
_WITH_CAPITAL = frozenset("ăâêôơưđ")
_WORD = re.compile(r"[^\W\d_]+")
_KINDS = frozenset(f"{COMMUNE}|{HAMLET}|tổ|huyện|tỉnh".replace(" ", "|").split("|"))


def with_capitals(text: str, field: Field) -> str:
    """The text with a capital where its encoding has none and the words around begin with one.

    Names of people and places only; all words of a name count, of a place those beside it.
    """
    if field not in _NAMES and field not in _PLACES:
        return text
    words = list(_WORD.finditer(text))
    for at, word in enumerate(words):
        if word[0][0] not in _unable() or (field in _PLACES and word[0] in _KINDS):
            continue
        around = words if field in _NAMES else words[max(at - 1, 0) : at + 2]
        if not any(_is_small(other[0], field) for other in around):
            start = word.start()
            text = text[:start] + text[start].upper() + text[start + 1 :]
    return text


def _is_small(word: str, field: Field) -> bool:
    """Whether a word that could begin with a capital does not; "bản" and "xã" are no names."""
    kind = field in _PLACES and word in _KINDS
    return word[0].islower() and word[0] not in _unable() and not kind


@lru_cache(maxsize=1)
def _unable() -> frozenset[str]:
    return frozenset(x for x in tcvn3_letters() if x.islower() and x not in _WITH_CAPITAL)
