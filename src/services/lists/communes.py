"""The commune a row of a list means: of today, a former one's successor, or a question."""

from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ...importing.findings import Candidate, FindingKind, Mark, Severity
from ...importing.matches import CommuneHint
from ...models.enums import UnitLevel
from ...models.errors import AppError
from ...models.names import fold
from ...models.places import Unit, UnitSuccessor
from ...models.reference_data import LEGACY_END
from ..places import CommuneName, commune_by_code, communes_named, valid_on
from ..settings import load_settings


@dataclass(frozen=True)
class PlaceFound:
    """A commune, if one is sure, and what was seen on the way."""

    unit_id: UUID | None = None
    title: str = ""
    mark: Mark | None = None


@dataclass
class _Memory:
    """What was looked up already: rows repeat."""

    named: dict[tuple[str, str | None, str | None], PlaceFound] = field(default_factory=dict)
    hinted: dict[tuple[CommuneHint, ...], PlaceFound] = field(default_factory=dict)
    units: dict[UUID, Unit] = field(default_factory=dict)


class CommuneFinder:
    """Finds communes for the rows of one go, as they were on a day."""

    def __init__(self, session: Session, day: date, fixed_code: str = "") -> None:
        self._session, self._day = session, day
        self._province = load_settings(session).province_code
        self._memory = _Memory()
        self.fixed = self.by_code(fixed_code) if fixed_code else None

    def by_code(self, code: str) -> PlaceFound:
        """The commune with this code. Raises UNKNOWN_COMMUNE."""
        unit = commune_by_code(self._session, code, self._day)
        return PlaceFound(unit.id, unit.full)

    def named(
        self, name: str, district: str | None = None, province: str | None = None
    ) -> PlaceFound:
        """The commune of this name."""
        key = (name, district, province)
        found = self._memory.named.get(key)
        if found is None:
            found = self._memory.named[key] = self._look_up(name, district, province)
        return found

    def hinted(self, hints: tuple[CommuneHint, ...]) -> PlaceFound:
        """The commune that letterhead, sheet and file name, as a repair; two are a question.

        A hint that names no commune says nothing.
        """
        found = self._memory.hinted.get(hints)
        if found is None:
            found = self._memory.hinted[hints] = self._from_titles(hints)
        return found

    def contradicting(
        self, named: tuple[str, PlaceFound], above: tuple[str, PlaceFound]
    ) -> PlaceFound:
        """Two places of a list, each with its text, that name two communes: a question."""
        units = [self._unit(place.unit_id) for _, place in (named, above) if place.unit_id]
        texts = f"{named[0]} | {above[0]}"
        return _question(FindingKind.AMBIGUOUS_COMMUNE, texts, self._candidates(units))

    def stamped(self, code: str) -> PlaceFound:
        """The commune whose registration form a file is: the program wrote it, so it is certain.

        Nothing for a code that is gone.
        """
        try:
            return self.by_code(code)
        except AppError:
            return PlaceFound()

    def _from_titles(self, hints: tuple[CommuneHint, ...]) -> PlaceFound:
        told = [(hint.text, self._of_hint(hint)) for hint in hints]
        sure = {place.unit_id: (text, place) for text, place in reversed(told) if place.unit_id}
        if len(sure) == 1:
            ((text, place),) = sure.values()
            return _from_title(place, text)
        if sure:
            texts = " | ".join(text for text, place in told if place.unit_id)
            units = [self._unit(unit) for unit in dict.fromkeys(p.unit_id for _, p in told) if unit]
            return _question(FindingKind.AMBIGUOUS_COMMUNE, texts, self._candidates(units))
        asked = (place for _, place in told if place.mark and place.mark.candidates)
        several = next((p for p in asked if p.mark and p.mark.kind in _SEVERAL), None)
        return several or PlaceFound()

    def _of_hint(self, hint: CommuneHint) -> PlaceFound:
        """A title in capitals may have other words behind the name: the longest reading counts."""
        words = hint.text.split()
        for end in range(len(words), 0, -1):
            if not hint.sure and end < len(words):
                break
            place = self.named(" ".join(words[:end]), None, hint.province)
            if place.unit_id or (place.mark and place.mark.kind in _SEVERAL):
                return place if self._counts(hint, place) else PlaceFound()
        return PlaceFound()

    def _counts(self, hint: CommuneHint, place: PlaceFound) -> bool:
        """A bare name of a sheet or file that is a commune of another province is none of ours."""
        foreign = place.mark is not None and place.mark.kind is FindingKind.OTHER_PROVINCE
        return hint.sure or (place.unit_id is not None and not foreign)

    def _look_up(self, name: str, district: str | None, province: str | None) -> PlaceFound:
        code = self._province_code(province) if province else self._province
        found = communes_named(self._session, name, self._day, code)
        if len(found) > 1:
            found = self._in_district(found, district) or found
        if len(found) == 1:
            return PlaceFound(found[0].id, found[0].full, self._foreign(name, found[0]))
        if found:
            units = [self._unit(commune.id) for commune in found]
            candidates = self._candidates(units)
            return _question(FindingKind.AMBIGUOUS_COMMUNE, name, candidates)
        return self._former(name, district, code)

    def _in_district(self, found: list[CommuneName], district: str | None) -> list[CommuneName]:
        """Of namesakes those of the district that is named."""
        if not district:
            return []
        wanted = fold(district)
        return [c for c in found if self._lies_in(self._unit(c.id), wanted)]

    def _lies_in(self, unit: Unit, district: str) -> bool:
        parent = self._unit(unit.parent_id) if unit.parent_id else None
        if parent is None or parent.level != UnitLevel.DISTRICT:
            return False
        return district in (parent.folded, fold(f"{parent.kind} {parent.name}"))

    def _foreign(self, name: str, commune: CommuneName) -> Mark | None:
        unit = self._unit(commune.id)
        if self._is_ours(unit):
            return None
        return Mark(FindingKind.OTHER_PROVINCE, Severity.REPAIR, name, self._told(unit))

    def _told(self, unit: Unit) -> str:
        """A commune in words, with its province where that is not ours."""
        commune = f"{unit.kind.lower()} {unit.name}"
        return commune if self._is_ours(unit) else f"{commune}, {self._province_words(unit)}"

    def _province_words(self, unit: Unit) -> str:
        parent = self._province_of(unit)
        return f"{parent.kind.lower()} {parent.name}"

    def _is_ours(self, unit: Unit) -> bool:
        return not self._province or self._province_of(unit).code == self._province

    def _province_of(self, unit: Unit) -> Unit:
        """The province a commune lies in, until June 2025 by way of its district."""
        while unit.level != UnitLevel.PROVINCE:
            assert unit.parent_id is not None, "a commune has a province"
            unit = self._unit(unit.parent_id)
        return unit

    def _former(self, name: str, district: str | None, province_code: str) -> PlaceFound:
        """Of namesakes those count whose land is in the province today: provinces merged too."""
        former = communes_named(self._session, name, LEGACY_END)
        former = self._in_district(former, district) or former
        successors = self._successors([unit.id for unit in former])
        units = [self._unit(successor) for successor in successors]
        units = [u for u in units if self._province_of(u).code == province_code] or units
        if len(units) == 1:
            after = self._told(units[0])
            mark = Mark(
                FindingKind.FORMER_COMMUNE, Severity.REPAIR, name, after, self._candidates(units)
            )
            return PlaceFound(units[0].id, self._full(units[0]), mark)
        if units:
            return _question(FindingKind.SPLIT_COMMUNE, name, self._candidates(units))
        return _question(FindingKind.UNKNOWN_COMMUNE, name, self._spelt_alike(name))

    def _successors(self, unit_ids: list[UUID]) -> list[UUID]:
        """Those who took over, the one with most of the land first."""
        query = (
            select(UnitSuccessor.successor_id)
            .where(UnitSuccessor.predecessor_id.in_(unit_ids))
            .order_by(UnitSuccessor.is_default.desc(), UnitSuccessor.successor_id)
        )
        return list(dict.fromkeys(self._session.scalars(query)))

    def _spelt_alike(self, name: str) -> tuple[Candidate, ...]:
        """Communes of our province that the name may be a misspelling of."""
        ours = [unit for unit in self._todays() if self._is_ours(unit)] if self._province else []
        by_name = {unit.folded: unit for unit in ours}
        folded = fold(name)
        for kind in _KINDS:
            folded = folded.removeprefix(kind)
        return self._candidates([by_name[n] for n in get_close_matches(folded, by_name, 3, 0.75)])

    def _todays(self) -> list[Unit]:
        return list(self._session.scalars(valid_on(self._day)))

    def _candidates(self, units: list[Unit]) -> tuple[Candidate, ...]:
        return tuple(Candidate(u.code, self._full(u), self._province_words(u)) for u in units)

    def _full(self, unit: Unit) -> str:
        return f"{unit.kind.lower()} {unit.name}"

    def _unit(self, unit_id: UUID) -> Unit:
        unit = self._memory.units.get(unit_id)
        if unit is None:
            unit = self._session.scalars(select(Unit).where(Unit.id == unit_id)).one()
            self._memory.units[unit_id] = unit
        return unit

    def _province_code(self, name: str) -> str:
        folded = fold(name).removeprefix("tinh ").removeprefix("thanh pho ")
        code = self._session.scalar(
            select(Unit.code).where(
                Unit.level == UnitLevel.PROVINCE,
                Unit.folded == folded,
                Unit.valid_to.is_(None),
            )
        )
        return code or self._province


_KINDS = ("xa ", "phuong ", "dac khu ", "thi tran ")
_SEVERAL = (FindingKind.AMBIGUOUS_COMMUNE, FindingKind.SPLIT_COMMUNE)


def _question(kind: FindingKind, name: str, candidates: tuple[Candidate, ...] = ()) -> PlaceFound:
    return PlaceFound(mark=Mark(kind, Severity.QUESTION, name, None, candidates))


def _from_title(place: PlaceFound, text: str) -> PlaceFound:
    mark = Mark(FindingKind.COMMUNE_FROM_TITLE, Severity.REPAIR, text, place.title)
    return PlaceFound(place.unit_id, place.title, mark)
