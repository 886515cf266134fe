"""Invented people of Vietnam: names as each ethnic group builds them, phones and identity numbers
that look right. The same seed gives the same people; nobody is real.
"""

import json
import random
from bisect import bisect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

from taphuan.models.enums import Gender

SON_LA = "014"
"""Where people of Sơn La have their birth registered: the first digits of their number."""

_FACTS = Path(__file__).with_name("names.json")
_MORE_OFTEN = 3
"""A group's own given names are that much more frequent in it than the common ones."""


@dataclass(frozen=True)
class InventedPerson:
    """Somebody who does not exist; `ethnic_key` as in the reference data."""

    name: str
    sort_name: str | None
    gender: Gender
    birth_date: date
    ethnic_key: str
    identity_number: str
    phone: str


class Weighted:
    """A list to draw from, each entry as often as its weight says."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._entries = list(weights)
        self._sums = list(accumulate(weights.values()))

    def draw(self, chance: random.Random) -> str:
        """One entry."""
        drawn = chance.random() * self._sums[-1]
        return self._entries[bisect(self._sums, drawn, 0, len(self._sums) - 1)]


@dataclass(frozen=True)
class NameStock:
    """What the names of one group and gender are made of."""

    pattern: str
    families: Weighted
    middles: Weighted
    given: Sequence[str]
    clan_last: bool

    def draw(self, chance: random.Random) -> tuple[str, str | None]:
        """A name, and what to sort it by where its clan comes last."""
        family, middle = self.families.draw(chance), self.middles.draw(chance)
        given = chance.choice(self.given)
        while middle.endswith(given) or family == given:
            given = chance.choice(self.given)
        written = self.pattern.format(family=family, middle=middle, given=given)
        name = " ".join(written.split())
        return name, f"{family} {name.removesuffix(' ' + family)}" if self.clan_last else None


def invent(
    chance: random.Random,
    groups: Weighted,
    birth_place: str = SON_LA,
    born: Callable[[random.Random], date] | None = None,
) -> InventedPerson:
    """Somebody of one of the groups (keys of the reference data)."""
    group = groups.draw(chance)
    gender = Gender.FEMALE if chance.random() < 0.48 else Gender.MALE
    name, sort_name = name_stock(group, gender).draw(chance)
    birth = (born or birth_of_adult)(chance)
    number = identity_number(chance, gender, birth, birth_place)
    return InventedPerson(name, sort_name, gender, birth, group, number, phone(chance))


def birth_of_adult(chance: random.Random) -> date:
    """A day between 1955 and 2006, most often around 1985."""
    first, last, most = date(1955, 1, 1), date(2006, 12, 31), date(1985, 6, 1)
    return first + timedelta(
        days=int(chance.triangular(0, (last - first).days, (most - first).days))
    )


def identity_number(
    chance: random.Random, gender: Gender, birth: date, birth_place: str = SON_LA
) -> str:
    """Twelve digits: place, century and sex, year, six at random (Decree 137/2015, article 13)."""
    century_and_sex = 2 * (birth.year // 100 - 19) + (gender == Gender.FEMALE)
    return f"{birth_place}{century_and_sex}{birth.year % 100:02d}{chance.randrange(10**6):06d}"


def phone(chance: random.Random) -> str:
    """Ten digits of a mobile, with the prefix of a carrier."""
    return f"{chance.choice(facts()['phone_prefixes'])}{chance.randrange(10**7):07d}"


@cache
def facts() -> dict[str, Any]:
    """The file of facts: names per group, prefixes, places of birth."""
    loaded: dict[str, Any] = json.loads(_FACTS.read_text(encoding="utf-8"))
    return loaded


@cache
def name_stock(group: str, gender: Gender) -> NameStock:
    """What names of this group and gender are made of. Raises KeyError for an unknown group."""
    sex = "female" if gender == Gender.FEMALE else "male"
    group_facts = facts()["groups"][group]
    own = group_facts.get(sex, {})
    common = facts()["given"][sex]
    pattern = own.get("pattern", "{family} {middle} {given}")
    return NameStock(
        pattern=pattern,
        families=Weighted(group_facts["families"]),
        middles=Weighted(own.get("middle", facts()["middle"][sex])),
        given=own.get("given") or [*common, *own.get("more", ()) * _MORE_OFTEN],
        clan_last=pattern.endswith("{family}"),
    )
