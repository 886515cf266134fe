"""Ethnic groups by any usual name: 54 of them, with other spellings and local groups."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from ..models.names import fold
from ..models.reference_data import EthnicRow
from .cells import Cell
from .findings import Candidate, Cleaned, FindingKind, Mark, Severity, certain
from .text import is_formula_error, masked, says_none, tidied

_PREFIX = re.compile(r"^(?:dân tộc|dan toc|dt|người|d[./]? ?tộc)[\s.:]+(?=\S)", re.I)
_UNCLEAR = ("x", "?", "k")
_BRACKET = re.compile(r"\s*\(.*\)\s*$")


def _letters(text: str) -> str:
    """The letters only, accents kept: "H'Mông", "hmông" and "H’ MÔNG" are one."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFC", text).casefold())


class EthnicNames:
    """Finds the group that a word means; a group's own name wins over another's alias."""

    def __init__(self, groups: Iterable[EthnicRow]) -> None:
        self._own: dict[str, str] = {}
        self._own_folded: defaultdict[str, set[str]] = defaultdict(set)
        self._alias: defaultdict[str, set[str]] = defaultdict(set)
        self._alias_folded: defaultdict[str, set[str]] = defaultdict(set)
        for group in groups:
            self._learn(group)
        self.find = lru_cache(maxsize=4096)(self._find)

    def _learn(self, group: EthnicRow) -> None:
        for name in (group.display, group.official):
            self._own[_letters(name)] = group.display
            self._own_folded[fold(_letters(name))].add(group.display)
        for name in group.aliases:
            self._alias[_letters(name)].add(group.display)
            self._alias_folded[fold(_letters(name))].add(group.display)

    def _find(self, text: str) -> tuple[str, ...]:
        """The display names that a text may mean: none, the one, or several equal ones."""
        whole = _PREFIX.sub("", text)
        for name in dict.fromkeys((whole, _BRACKET.sub("", whole))):
            if found := self._candidates(name):
                return tuple(sorted(found))
        return self._with_local_name(whole)

    def _with_local_name(self, text: str) -> tuple[str, ...]:
        """A group's own name before the name of a local group: Mông Hoa, Dao Quần Trắng."""
        first, *others = text.split()
        named = {
            self._own[key] for word in (first, *others) if (key := _letters(word)) in self._own
        }
        own = self._own.get(_letters(first))
        return (own,) if own and named == {own} and text.replace(" ", "").isalpha() else ()

    def _candidates(self, name: str) -> set[str]:
        key = _letters(name)
        if key in self._own:
            return {self._own[key]}
        plain = fold(key)
        if key in self._alias:
            # Typed without accents, "Lao" is as likely the group Lào as the alias of La Hủ.
            return self._alias[key] | (self._own_folded[plain] if plain == key else set())
        return self._own_folded.get(plain) or self._alias_folded.get(plain, set())


def clean_ethnic(cell: Cell, names: EthnicNames) -> Cleaned[str]:
    """The display name of the group; another name is a repair, an unclear one a question."""
    text = tidied(cell)
    if not text or (says_none(text) and text not in _UNCLEAR):
        return Cleaned(None, None)
    if is_formula_error(text):
        return certain(None, (Mark(FindingKind.FORMULA_ERROR, Severity.QUESTION, text),))
    found = names.find(text)
    if len(found) == 1:
        return _named(text, found[0])
    kind = FindingKind.AMBIGUOUS_ETHNIC if found else FindingKind.UNKNOWN_ETHNIC
    candidates = tuple(Candidate(name, name) for name in found)
    mark = Mark(kind, Severity.QUESTION, masked(text), " / ".join(found) or None, candidates)
    return certain(None, (mark,))


def _named(written: str, name: str) -> Cleaned[str]:
    if written == name:
        return Cleaned(name, name)
    if written.casefold() == name.casefold():
        return certain(name, (Mark(FindingKind.ETHNIC_ALIAS, Severity.NOTE, written, name),))
    return Cleaned(name, None, (Mark(FindingKind.ETHNIC_ALIAS, Severity.REPAIR, written, name),))
