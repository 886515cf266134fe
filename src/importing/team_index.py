"""Rows of a register by the team they tell of, where each row says only part of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain
from typing import Generic, NamedTuple, TypeVar

from ..models.names import fold
from .team_names import hamlet_key, team_key
from .team_plan import TeamRow

T = TypeVar("T")


class _Key(NamedTuple):
    commune: str
    hamlet: str
    team: str


_Index = defaultdict[str, defaultdict[str, list[tuple[_Key, T]]]]
"""By name, then by commune."""


class TeamIndex(Generic[T]):
    """Things by their team. Two rows may mean one team where what both say is the same."""

    def __init__(self) -> None:
        self._by_hamlet: _Index[T] = defaultdict(lambda: defaultdict(list))
        self._by_team: _Index[T] = defaultdict(lambda: defaultdict(list))

    def add(self, row: TeamRow, thing: T) -> None:
        """Put a thing to the team that a row tells of."""
        key = _key_of(row)
        self._by_hamlet[key.hamlet][key.commune].append((key, thing))
        self._by_team[key.team][key.commune].append((key, thing))

    def find(self, row: TeamRow) -> Iterator[T]:
        """The things of a team; a hamlet or a team's name must be said on both sides."""
        key = _key_of(row)
        if key.hamlet:
            for other, thing in _of_commune(self._by_hamlet.get(key.hamlet), key.commune):
                if _agree(key, other):
                    yield thing
        for other, thing in _of_commune(self._by_team.get(key.team), key.commune):
            # Those of the same hamlet were found above.
            if key.team and not (key.hamlet and other.hamlet) and _agree(key, other):
                yield thing


def _of_commune(
    found: Mapping[str, list[tuple[_Key, T]]] | None, commune: str
) -> Iterable[tuple[_Key, T]]:
    """Those of a commune and those that say none; of every commune where none is named."""
    if not found:
        return ()
    if not commune:
        return chain.from_iterable(found.values())
    return chain(found.get(commune, ()), found.get("", ()))


def _agree(one: _Key, other: _Key) -> bool:
    return all(
        not (mine and theirs) or mine == theirs for mine, theirs in zip(one, other, strict=True)
    )


def _key_of(row: TeamRow) -> _Key:
    return _known_key(row.place.commune, row.place.hamlet, row.team)


@lru_cache(maxsize=65_536)
def _known_key(commune: str, hamlet: str, team: str) -> _Key:
    return _Key(fold(commune), hamlet_key(hamlet), team_key(team))
