"""Hamlets and teams of the rows of one go: known ones, new ones, and near misses."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from uuid import UUID

from sqlalchemy import null, or_, select
from sqlalchemy.orm import Session

from ...importing.findings import Candidate
from ...models.names import fold, nfc
from ...models.places import Hamlet, HamletSuccessor
from ...models.teams import Team
from ..places import hamlet_title, split_hamlet

_BLOCK = 500
_NEAR = 0.8


@dataclass(eq=False)
class HamletPlace:
    """A hamlet that is stored (`id`), or that this go makes (None). One written without its kind
    gets it from who writes it: `kind_before` is what a stored one had until then."""

    unit_id: UUID | None
    kind: str
    name: str
    folded: str
    id: UUID | None = None
    kind_before: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None

    def stands(self, day: date) -> bool:
        """Whether it has begun and not ended on a day."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and not self.has_ended(day)

    def has_ended(self, day: date) -> bool:
        """Whether it was merged, split or renamed before a day."""
        return self.valid_to is not None and self.valid_to < day

    @property
    def title(self) -> str:
        """How it is written: "Bản Púa"."""
        return hamlet_title(self.kind, self.name)


@dataclass(eq=False)
class TeamPlace:
    """A team that is stored (`id`), or that this go makes (None)."""

    unit_id: UUID | None
    hamlet: HamletPlace | None
    name: str
    folded: str
    id: UUID | None = None


class HamletBook:
    """The hamlets of some communes, those of this go too, as they are on a day."""

    def __init__(self, session: Session, units: Iterable[UUID | None], day: date) -> None:
        self._day = day
        self._known: defaultdict[tuple[UUID | None, str], list[HamletPlace]] = defaultdict(list)
        self._of_unit: defaultdict[UUID | None, list[HamletPlace]] = defaultdict(list)
        self._split: dict[str, tuple[str, str, str]] = {}
        stored = list(_stored_hamlets(session, set(units)))
        # One that has ended, or has not begun, comes last: one of its name that stands is meant.
        for place in sorted(stored, key=lambda place: not place.stands(day)):
            self._put(place)
        ended = {place.id for place in stored if place.id and place.has_ended(day)}
        self._successors = _successors(session) if ended else {}
        self._by_id = {place.id: place for place in stored} if ended else {}

    def find(self, unit: UUID | None, text: str) -> HamletPlace | None:
        """The hamlet of this name in a commune, None when there is none yet."""
        kind, _, folded = self._read(text)
        for place in self._known.get((unit, folded), ()):
            if kind in (place.kind, "") or not place.kind:
                return place
        return None

    def successor(self, unit: UUID | None, text: str) -> HamletPlace | None:
        """The hamlet that the one of this name became, where it has ended and became just one."""
        place = self.find(unit, text) if self._successors else None
        if place is None or not place.has_ended(self._day):
            return None
        seen: set[UUID | None] = set()
        while place is not None and place.has_ended(self._day) and place.id not in seen:
            seen.add(place.id)
            after = self._successors.get(place.id, ()) if place.id else ()
            place = self._by_id.get(after[0]) if len(after) == 1 else None
        return place if place is not None and place.id not in seen else None

    def called(self, unit: UUID | None, text: str) -> HamletPlace:
        """The hamlet of this name; made where it is not there yet."""
        kind, name, folded = self._read(text)
        known = self.find(unit, text)
        if known is None:
            known = HamletPlace(unit, kind, name, folded)
            self._put(known)
        elif kind and not known.kind:
            known.kind_before = known.kind if known.id else None
            known.kind = kind
        return known

    def near(self, unit: UUID | None, text: str) -> tuple[Candidate, ...]:
        """Stored hamlets of the commune that the name may be another spelling of."""
        _, _, folded = self._read(text)
        stored = (place for place in self._of_unit[unit] if place.id is not None)
        near = [place for place in stored if _are_near(place.folded, folded)]
        return tuple(Candidate(place.title, place.title) for place in near[:3])

    def folded_name(self, text: str) -> str:
        """A hamlet's name as names are compared, without its kind."""
        return self._read(text)[2]

    def _read(self, text: str) -> tuple[str, str, str]:
        known = self._split.get(text)
        if known is None:
            kind, name = split_hamlet(text)
            known = self._split[text] = (kind, name, fold(name))
        return known

    def _put(self, place: HamletPlace) -> None:
        self._known[place.unit_id, place.folded].append(place)
        self._of_unit[place.unit_id].append(place)


def _are_near(one: str, other: str) -> bool:
    """Spaces and hyphens left out, a number more or less, or a letter or two apart."""
    if one == other or not one or not other:
        return one == other
    plain_one, plain_other = one.replace(" ", ""), other.replace(" ", "")
    if plain_one.replace("-", "") == plain_other.replace("-", ""):
        return True
    if _without_number(one) == _without_number(other):
        # "Púa" and "Púa 1" may be one; "Tiểu khu 1" and "Tiểu khu 3" are two.
        return one == _without_number(one) or other == _without_number(other)
    if _number(one) != _number(other):
        return False
    return SequenceMatcher(None, plain_one, plain_other).ratio() >= _NEAR


def _without_number(folded: str) -> str:
    return folded.rstrip("0123456789 ")


def _number(folded: str) -> str:
    return folded[len(_without_number(folded)) :].strip()


def _stored_hamlets(session: Session, units: set[UUID | None]) -> Iterator[HamletPlace]:
    columns = select(
        Hamlet.unit_id, Hamlet.kind, Hamlet.name, Hamlet.folded, Hamlet.id, null(),
        Hamlet.valid_from, Hamlet.valid_to,
    )  # fmt: skip
    kept = columns.where(Hamlet.deleted_at.is_(None)).order_by(Hamlet.kind.desc(), Hamlet.seq)
    known = [unit for unit in units if unit is not None]
    for start in range(0, len(known), _BLOCK):
        block = known[start : start + _BLOCK]
        for row in session.execute(kept.where(Hamlet.unit_id.in_(block))):
            yield HamletPlace(*row)
    if None in units:
        for row in session.execute(kept.where(Hamlet.unit_id.is_(None))):
            yield HamletPlace(*row)


def _successors(session: Session) -> dict[UUID, tuple[UUID, ...]]:
    """What hamlets became: there are few that ever merged."""
    links = select(HamletSuccessor.predecessor_id, HamletSuccessor.successor_id)
    kept = links.where(HamletSuccessor.deleted_at.is_(None))
    found: dict[UUID, tuple[UUID, ...]] = {}
    for before, after in session.execute(kept):
        found[before] = (*found.get(before, ()), after)
    return found


class TeamBook:
    """The teams of some communes, those of this go too."""

    def __init__(self, session: Session, units: Iterable[UUID | None]) -> None:
        wanted = set(units)
        self._stored: dict[tuple[UUID | None, UUID | None, str], TeamPlace] = {}
        self._new: dict[tuple[UUID | None, HamletPlace | None, str], TeamPlace] = {}
        known = [unit for unit in wanted if unit is not None]
        conditions = [Team.unit_id.in_(known[n : n + _BLOCK]) for n in range(0, len(known), _BLOCK)]
        conditions += [Team.unit_id.is_(None)] if None in wanted else []
        columns = select(Team.unit_id, Team.hamlet_id, Team.name, Team.folded, Team.id)
        # A team that ended comes last: one of the same name that goes on is meant.
        kept = columns.where(Team.deleted_at.is_(None)).order_by(
            Team.valid_to.is_not(None), Team.seq
        )
        for condition in conditions:
            for unit, hamlet, name, folded, team in session.execute(kept.where(or_(condition))):
                place = TeamPlace(unit, None, name, folded, team)
                self._stored.setdefault((unit, hamlet, folded), place)

    def called(self, unit: UUID | None, hamlet: HamletPlace | None, text: str) -> TeamPlace:
        """The team of this name in a hamlet or commune; made where it is not there yet."""
        folded = fold(text)
        if hamlet is None or hamlet.id is not None:
            known = self._stored.get((unit, hamlet.id if hamlet else None, folded))
            if known is not None:
                return known
        key = (unit, hamlet, folded)
        made = self._new.get(key)
        if made is None:
            made = self._new[key] = TeamPlace(unit, hamlet, nfc(text), folded)
        return made

    def is_known(self, unit: UUID | None, hamlet: HamletPlace | None, text: str) -> bool:
        """Whether the team is stored, or was met in this go."""
        folded = fold(text)
        if (unit, hamlet, folded) in self._new:
            return True
        stored = hamlet is None or hamlet.id is not None
        return stored and (unit, hamlet.id if hamlet else None, folded) in self._stored
