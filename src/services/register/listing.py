"""The register as a long table: which teams, in the order of their communes, and what they show."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, not_, or_, select
from sqlalchemy.orm import Session

from ...db.dialect import ordered_numbers
from ...models.enums import Measure, TeamKind
from ...models.names import words
from ...models.people import Person
from ...models.places import Hamlet, Unit
from ...models.teams import Team, TeamMember
from ..places import hamlet_title
from .denominators import Area, Figures, figures_of
from .teams import LARGEST_TEAM, SMALLEST_TEAM
from .validity import valid_on

PAGE = 50
_BLOCK = 400
_FIRST_COMMUNES = 12


class TeamFilter(StrEnum):
    """The ways to look at the register."""

    ALL = "all"
    SMALL = "small"
    """Fewer members than a team has."""
    NO_DECISION = "no_decision"
    ENDED = "ended"


class TeamSize(StrEnum):
    """Whether a team has as many members as it should (4 to 9)."""

    SMALL = "small"
    FITTING = "fitting"
    LARGE = "large"


@dataclass(frozen=True)
class TeamQuery:
    """What is looked for, as of `day`: words of names and places, one commune, a filter."""

    day: date
    text: str = ""
    unit_id: UUID | None = None
    only: TeamFilter = TeamFilter.ALL


@dataclass(frozen=True)
class TeamLine:
    """A team as the register shows it; households and adults are those of its hamlet.

    A team without a hamlet shows the commune's figures. `as_of` is the older of the two dates.
    """

    seq: int
    id: UUID
    name: str
    kind: TeamKind
    unit_id: UUID | None
    commune_code: str
    commune: str
    hamlet_id: UUID | None
    hamlet: str
    decision_number: str | None
    decision_date: date | None
    valid_from: date | None
    valid_to: date | None
    leader: str
    members: int
    figures: Figures

    @property
    def size(self) -> TeamSize:
        """Whether the number of members is as it should be."""
        if self.members < SMALLEST_TEAM:
            return TeamSize.SMALL
        return TeamSize.LARGE if self.members > LARGEST_TEAM else TeamSize.FITTING

    @property
    def households(self) -> int | None:
        """Households of its area; None where nobody reported them."""
        return self._value(Measure.HOUSEHOLDS)

    @property
    def adults(self) -> int | None:
        """Adults of its area; None where nobody reported them."""
        return self._value(Measure.ADULTS)

    @property
    def as_of(self) -> date | None:
        """The day of the figures."""
        shown = (self.figures.get(Measure.HOUSEHOLDS), self.figures.get(Measure.ADULTS))
        return min((figure.as_of for figure in shown if figure), default=None)

    @property
    def source(self) -> str:
        """Where the figures are from."""
        shown = (self.figures.get(Measure.HOUSEHOLDS), self.figures.get(Measure.ADULTS))
        return "; ".join(dict.fromkeys(figure.source for figure in shown if figure))

    def _value(self, measure: Measure) -> int | None:
        figure = self.figures.get(measure)
        return figure.value if figure else None


def first_teams(session: Session, query: TeamQuery, limit: int = PAGE) -> "array[int]":
    """Sequence numbers of the first teams of a query; answers each keystroke.

    The first communes usually fill a page; where they do not, every team is looked at.
    """
    if query.unit_id is None:
        communes = _first_communes(session)
        near = session.scalars(_ordered(query).where(Team.unit_id.in_(communes)).limit(limit))
        found = array("q", near)
        if len(found) == limit:
            return found
    return array("q", session.scalars(_ordered(query).limit(limit)))


def all_teams(session: Session, query: TeamQuery) -> "array[int]":
    """Sequence numbers of every team of a query, by commune, hamlet, name; a background job's."""
    return ordered_numbers(session, _ordered(query), {})


def _first_communes(session: Session) -> list[UUID]:
    has_team = select(Team.seq).where(Team.unit_id == Unit.id).exists()
    by_name = select(Unit.id).where(has_team).order_by(Unit.sort_key, Unit.seq)
    return list(session.scalars(by_name.limit(_FIRST_COMMUNES)))


def _ordered(query: TeamQuery) -> Select[int]:
    """The teams of a query: communes by name, in each the commune's own first, then hamlets."""
    statement = (
        select(Team.seq)
        .outerjoin(Unit, Unit.id == Team.unit_id)
        .outerjoin(Hamlet, Hamlet.id == Team.hamlet_id)
        .order_by(Unit.sort_key.nulls_last(), Unit.seq, Hamlet.sort_key, Hamlet.seq, Team.folded,
                  Team.seq)
    )  # fmt: skip
    return statement.where(*_conditions(query))


def _conditions(query: TeamQuery) -> list[ColumnElement[bool]]:
    standing = valid_on(Team, query.day)
    ended = query.only is TeamFilter.ENDED
    conditions = [Team.deleted_at.is_(None), not_(standing)] if ended else [standing]
    if query.unit_id is not None:
        conditions.append(Team.unit_id == query.unit_id)
    if query.only is TeamFilter.NO_DECISION:
        conditions.append(or_(Team.decision_number.is_(None), Team.decision_number == ""))
    if query.only is TeamFilter.SMALL:
        conditions.append(_members_of_team(query.day) < SMALLEST_TEAM)
    return [*conditions, *(_has_word(word) for word in words(query.text))]


def _has_word(word: str) -> ColumnElement[bool]:
    """Whether a word begins with this in the names of team, hamlet and commune, or the decision."""
    empty = ""
    searched = (
        " "
        + Team.folded
        + " "
        + func.coalesce(Hamlet.folded, empty)
        + " "
        + func.coalesce(Unit.folded, empty)
        + " "
        + func.lower(func.coalesce(Team.decision_number, empty))
    )
    return searched.contains(f" {word}", autoescape=True)


def _members_of_team(day: date) -> ColumnElement[int]:
    """How many people are in the team on a day; a merged person once."""
    return (
        select(func.count(Person.canonical_id.distinct()))
        .select_from(TeamMember)
        .join(Person, Person.id == TeamMember.person_id)
        .where(TeamMember.team_id == Team.id, valid_on(TeamMember, day))
        .correlate(Team)
        .scalar_subquery()
    )


def team_lines(session: Session, seqs: Sequence[int], day: date) -> list[TeamLine]:
    """The teams of these sequence numbers, in that order, as of a day."""
    lines: dict[int, TeamLine] = {}
    for start in range(0, len(seqs), _BLOCK):
        lines |= _lines(session, seqs[start : start + _BLOCK], day)
    return [lines[seq] for seq in seqs if seq in lines]


def _lines(session: Session, seqs: Sequence[int], day: date) -> dict[int, TeamLine]:
    rows = session.execute(
        select(
            Team.seq, Team.id, Team.name, Team.kind, Team.unit_id, Unit.code, Unit.name,
            Team.hamlet_id, Hamlet.kind, Hamlet.name, Team.decision_number, Team.decision_date,
            Team.valid_from, Team.valid_to, _leader(day), _members_of_team(day),
        )
        .outerjoin(Unit, Unit.id == Team.unit_id)
        .outerjoin(Hamlet, Hamlet.id == Team.hamlet_id)
        .where(Team.seq.in_(seqs), Team.deleted_at.is_(None))
    ).all()  # fmt: skip
    areas = {row[0]: Area(row[4], row[7]) for row in rows if row[4] is not None}
    figures = figures_of(session, day, areas.values())
    return {row[0]: _line(row, figures[areas[row[0]]] if row[0] in areas else {}) for row in rows}


def _line(row: Sequence[Any], figures: Figures) -> TeamLine:
    """The columns stand as the fields do, but a hamlet is two: kind and name."""
    kind, name = row[8:10]
    hamlet = hamlet_title(kind, name) if name else ""
    place = (row[5] or "", row[6] or "", row[7], hamlet)
    return TeamLine(*[*row[:5], *place, *row[10:14], row[14] or "", row[15], figures])


def _leader(day: date) -> ColumnElement[str | None]:
    """The name of the one whose role begins with "Tổ trưởng"."""
    return (
        select(Person.name)
        .select_from(TeamMember)
        .join(Person, Person.id == TeamMember.person_id)
        .where(
            TeamMember.team_id == Team.id,
            valid_on(TeamMember, day),
            TeamMember.role.in_(("Tổ trưởng", "tổ trưởng", "Tổ Trưởng", "TỔ TRƯỞNG")),
        )
        .order_by(TeamMember.valid_from.desc(), TeamMember.id)
        .limit(1)
        .correlate(Team)
        .scalar_subquery()
    )
