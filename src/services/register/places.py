"""Hamlets and teams of the communes of one register: stored ones, and those the file makes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ...importing.team_names import hamlet_key, team_key
from ...models.enums import TeamKind
from ...models.names import fold, nfc
from ...models.places import Hamlet
from ...models.teams import Team
from ..places import hamlet_title, split_hamlet
from .validity import is_valid

_BLOCK = 500


@dataclass(eq=False)
class HamletRef:
    """A hamlet that is stored, or (`is_new`) that the file makes."""

    id: UUID
    unit_id: UUID
    kind: str
    name: str
    is_new: bool = False
    ended: bool = False
    seq: int = 0

    @property
    def title(self) -> str:
        """How it is written: "Bản Púa"."""
        return hamlet_title(self.kind, self.name)


@dataclass(eq=False)
class TeamRef:
    """A team that is stored, or (`is_new`) that the file makes."""

    id: UUID
    unit_id: UUID
    hamlet: HamletRef | None
    name: str
    kind: TeamKind
    decision_number: str | None = None
    decision_date: date | None = None
    is_new: bool = False
    ended: bool = False
    filled: set[str] = field(default_factory=set)
    """Columns of a stored team that were empty until this file."""


class RegisterBook:
    """The hamlets and teams of some communes on a day, those the file makes too."""

    def __init__(self, session: Session, units: Iterable[UUID], day: date, label: str) -> None:
        self._day, self._label = day, label
        self._hamlets: defaultdict[tuple[UUID, str], list[HamletRef]] = defaultdict(list)
        self._teams: defaultdict[UUID, list[TeamRef]] = defaultdict(list)
        wanted = sorted(set(units))
        by_id = {hamlet.id: hamlet for hamlet in self._stored_hamlets(session, wanted)}
        for hamlet in by_id.values():
            self.put_hamlet(hamlet)
        for team in self._stored_teams(session, wanted, by_id):
            self.put_team(team)

    def hamlet(self, unit: UUID, title: str) -> HamletRef | None:
        """The hamlet of this name: one that stands before one that ended."""
        kind, name = split_hamlet(title)
        found = self._hamlets.get((unit, fold(name)), ())
        fitting = [hamlet for hamlet in found if not kind or hamlet.kind in (kind, "")]
        written = nfc(name).casefold()
        return min(
            fitting,
            key=lambda h: (h.ended, h.kind != kind, h.name.casefold() != written, h.seq),
            default=None,
        )

    def teams(self, unit: UUID, hamlet: HamletRef | None, name: str) -> list[TeamRef]:
        """The teams that a row may mean: those in its hamlet, of its name.

        Without a hamlet the commune's own come first, then any of the name.
        """
        here = [t for t in self._teams.get(unit, ()) if hamlet is None or t.hamlet is hamlet]
        here = [t for t in here if not t.ended] or here
        if not name:
            return here if hamlet is not None else [t for t in here if t.hamlet is None]
        named = [
            team for team in here if self._key(team.name, team.hamlet) == self._key(name, hamlet)
        ]
        own = [team for team in named if team.hamlet is hamlet]
        if own or hamlet is not None:
            return own
        return [t for t in here if team_key(t.name, self._label) == team_key(name, self._label)]

    def put_hamlet(self, hamlet: HamletRef) -> None:
        """Know a hamlet from now on."""
        self._hamlets[hamlet.unit_id, fold(hamlet.name)].append(hamlet)

    def put_team(self, team: TeamRef) -> None:
        """Know a team from now on."""
        self._teams[team.unit_id].append(team)

    def _key(self, name: str, hamlet: HamletRef | None) -> str:
        """A team's name without its label, and without the hamlet it is of."""
        key = team_key(name, self._label)
        if hamlet is None:
            return key
        for words in (fold(hamlet.title), hamlet_key(hamlet.title)):
            if key.endswith(f" {words}"):
                return key.removesuffix(f" {words}")
        return key

    def _stored_hamlets(self, session: Session, units: list[UUID]) -> Iterator[HamletRef]:
        for start in range(0, len(units), _BLOCK):
            rows = session.execute(
                select(Hamlet.id, Hamlet.unit_id, Hamlet.kind, Hamlet.name, Hamlet.valid_from,
                       Hamlet.valid_to, Hamlet.seq)
                .where(Hamlet.unit_id.in_(units[start : start + _BLOCK]),
                       Hamlet.deleted_at.is_(None))
            )  # fmt: skip
            for key, unit, kind, name, first, last, seq in rows:
                if unit is not None:
                    ended = not is_valid(first, last, self._day)
                    yield HamletRef(key, unit, kind, name, ended=ended, seq=seq)

    def _stored_teams(
        self, session: Session, units: list[UUID], hamlets: dict[UUID, HamletRef]
    ) -> Iterator[TeamRef]:
        for start in range(0, len(units), _BLOCK):
            rows = session.execute(
                select(Team.id, Team.unit_id, Team.hamlet_id, Team.name, Team.kind,
                       Team.decision_number, Team.decision_date, Team.valid_from, Team.valid_to)
                .where(Team.unit_id.in_(units[start : start + _BLOCK]), Team.deleted_at.is_(None))
                .order_by(Team.seq)
            )  # fmt: skip
            for key, unit, hamlet, name, kind, number, day, first, last in rows:
                if unit is not None:
                    ended = not is_valid(first, last, self._day)
                    place = hamlets.get(hamlet) if hamlet else None
                    yield TeamRef(key, unit, place, name, kind, number, day, ended=ended)
