"""The commune a row of a list means: of today, a former one's successor, or a question."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..importing.findings import FindingKind, Mark, Severity
from ..importing.plan import PersonRow
from ..models.enums import UnitLevel
from ..models.names import fold
from ..models.places import Unit, UnitSuccessor
from ..models.reference_data import LEGACY_END
from .places import CommuneName, commune_by_code, communes_named
from .settings import load_settings


@dataclass(frozen=True)
class PlaceFound:
    """A commune, if one is sure, and what was seen on the way."""

    unit_id: UUID | None
    mark: Mark | None = None


class CommuneFinder:
    """Finds communes for the rows of one list; remembers, because rows repeat."""

    def __init__(self, session: Session, day: date, fixed_code: str | None = None) -> None:
        self._session, self._day = session, day
        self._province = load_settings(session).province_code
        self._fixed = commune_by_code(session, fixed_code, day).id if fixed_code else None
        self._known: dict[tuple[str | None, str | None], PlaceFound] = {}

    def find(self, row: PersonRow) -> PlaceFound:
        """The commune of a row: the one given for the whole list, or the one it names."""
        if self._fixed is not None or not row.commune:
            return PlaceFound(self._fixed)
        key = (row.commune, row.province)
        if key not in self._known:
            self._known[key] = self._look_up(row.commune, row.province)
        return self._known[key]

    def _look_up(self, name: str, province: str | None) -> PlaceFound:
        code = self._province_code(province) if province else self._province
        found = communes_named(self._session, name, self._day, code)
        if len(found) == 1:
            return PlaceFound(found[0].id, self._foreign(name, found[0]))
        if found:
            return _question(FindingKind.AMBIGUOUS_COMMUNE, name)
        return self._former(name, code)

    def _foreign(self, name: str, commune: CommuneName) -> Mark | None:
        unit = self._unit(commune.id)
        if self._is_ours(unit):
            return None
        return Mark(FindingKind.OTHER_PROVINCE, Severity.REPAIR, name, self._told(unit))

    def _told(self, unit: Unit) -> str:
        """A commune in words, with its province where that is not ours."""
        commune = f"{unit.kind.lower()} {unit.name}"
        parent = self._province_of(unit)
        return commune if self._is_ours(unit) else f"{commune}, {parent.kind.lower()} {parent.name}"

    def _is_ours(self, unit: Unit) -> bool:
        return not self._province or self._province_of(unit).code == self._province

    def _province_of(self, unit: Unit) -> Unit:
        """The province a commune lies in, until June 2025 by way of its district."""
        while unit.level != UnitLevel.PROVINCE:
            assert unit.parent_id is not None, "a commune has a province"
            unit = self._unit(unit.parent_id)
        return unit

    def _former(self, name: str, province_code: str) -> PlaceFound:
        """Of namesakes those count whose land is in the province today: provinces merged too."""
        former = communes_named(self._session, name, LEGACY_END)
        successors = {s for unit in former for s in self._successors(unit.id)}
        units = [self._unit(successor) for successor in successors]
        units = [u for u in units if self._province_of(u).code == province_code] or units
        if len(units) == 1:
            after = self._told(units[0])
            return PlaceFound(
                units[0].id, Mark(FindingKind.FORMER_COMMUNE, Severity.REPAIR, name, after)
            )
        kind = FindingKind.SPLIT_COMMUNE if units else FindingKind.UNKNOWN_COMMUNE
        return _question(kind, name)

    def _successors(self, unit_id: UUID) -> list[UUID]:
        return list(
            self._session.scalars(
                select(UnitSuccessor.successor_id).where(UnitSuccessor.predecessor_id == unit_id)
            )
        )

    def _unit(self, unit_id: UUID) -> Unit:
        return self._session.scalars(select(Unit).where(Unit.id == unit_id)).one()

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


def _question(kind: FindingKind, name: str) -> PlaceFound:
    return PlaceFound(None, Mark(kind, Severity.QUESTION, name))
