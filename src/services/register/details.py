"""One team with its members and history; one commune with its hamlets."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session, aliased

from ...models.names import text_key
from ...models.people import Person
from ...models.places import Hamlet, Unit
from ...models.teams import Team, TeamMember, TeamSuccessor
from ..places import hamlet_title
from .denominators import Area, FigureRecord, Figures, figure_history, figures_of
from .hamlets import HamletData, get_hamlet, title_of
from .listing import TeamLine, team_lines
from .members import ROLES
from .succession import predecessors, successors
from .teams import TeamData, get_team
from .validity import is_valid, valid_on


@dataclass(frozen=True)
class MemberLine:
    """Somebody in a team, now or once. `person_id` is who the record is read as."""

    id: UUID
    person_id: UUID
    seq: int
    name: str
    sort_key: bytes
    birth: date | int | None
    gender: str | None
    phone: str | None
    role: str
    nominated_by: str
    valid_from: date | None
    valid_to: date | None
    is_current: bool
    """Whether they are in the team on the day that was asked for."""


@dataclass(frozen=True)
class TeamDetails:
    """A team, everybody who is or was in it, and what it came from."""

    line: TeamLine
    data: TeamData
    area: Area
    members: tuple[MemberLine, ...]
    predecessors: tuple[str, ...]
    successors: tuple[str, ...]
    figures: tuple[FigureRecord, ...]
    changed_by: str

    @property
    def current(self) -> tuple[MemberLine, ...]:
        """Who is in the team now."""
        return tuple(member for member in self.members if member.is_current)


@dataclass(frozen=True)
class HamletLine:
    """A hamlet of a commune as its list shows it."""

    id: UUID
    title: str
    sort_key: bytes
    data: HamletData
    teams: int
    figures: Figures
    predecessors: tuple[str, ...]
    successors: tuple[str, ...]
    is_current: bool


@dataclass(frozen=True)
class CommuneDetails:
    """A commune: its own figures as reported, and every hamlet it has or had."""

    unit_id: UUID
    code: str
    title: str
    figures: Figures
    hamlets: tuple[HamletLine, ...]
    teams: int


def team_details(session: Session, team_id: UUID, day: date) -> TeamDetails:
    """A team as of a day. Raises UNKNOWN_TEAM."""
    team = get_team(session, team_id)
    line = team_lines(session, [team.seq], day)[0]
    area = Area(team.unit_id, team.hamlet_id) if team.unit_id else None
    return TeamDetails(
        line=line,
        data=_data(line),
        area=area or Area(team.id, None),
        members=_members(session, team, day),
        predecessors=_teams(session, team.id, after=False),
        successors=_teams(session, team.id, after=True),
        figures=figure_history(session, area) if area else (),
        changed_by=team.changed_by,
    )


def _data(line: TeamLine) -> TeamData:
    return TeamData(
        unit_id=line.unit_id,
        name=line.name,
        kind=line.kind,
        hamlet=line.hamlet,
        decision_number=line.decision_number,
        decision_date=line.decision_date,
        valid_from=line.valid_from,
        valid_to=line.valid_to,
    )


def _members(session: Session, team: Team, day: date) -> tuple[MemberLine, ...]:
    """Current ones by rank of role and name, then those who left, the latest first."""
    who = aliased(Person)
    rows = session.execute(
        select(TeamMember, who)
        .join(Person, Person.id == TeamMember.person_id)
        .join(who, who.id == Person.canonical_id)
        .where(TeamMember.team_id == team.id, TeamMember.deleted_at.is_(None))
    )
    lines = [_member(member, person, day) for member, person in rows]
    now = sorted((m for m in lines if m.is_current), key=lambda m: (_rank(m.role), m.sort_key))
    past = [m for m in lines if not m.is_current]
    past.sort(key=lambda m: (m.valid_to or date.max, m.sort_key), reverse=True)
    return (*now, *past)


def _member(member: TeamMember, person: Person, day: date) -> MemberLine:
    return MemberLine(
        id=member.id,
        person_id=person.id,
        seq=person.seq,
        name=person.name,
        sort_key=person.sort_key,
        birth=person.birth_date or person.birth_year,
        gender=person.gender,
        phone=person.phone,
        role=member.role or "",
        nominated_by=member.nominated_by or "",
        valid_from=member.valid_from,
        valid_to=member.valid_to,
        is_current=is_valid(member.valid_from, member.valid_to, day),
    )


def _rank(role: str) -> int:
    order = {known.casefold(): place for place, known in enumerate(ROLES)}
    return order.get(role.casefold(), len(order) - 1)


def _teams(session: Session, team_id: UUID, *, after: bool) -> tuple[str, ...]:
    here, there = TeamSuccessor.successor_id, TeamSuccessor.predecessor_id
    if after:
        here, there = there, here
    names = session.scalars(
        select(Team.name)
        .join(TeamSuccessor, Team.id == there)
        .where(here == team_id, TeamSuccessor.deleted_at.is_(None))
        .order_by(Team.folded)
    )
    return tuple(names)


def commune_details(session: Session, unit_id: UUID, day: date) -> CommuneDetails:
    """A commune with its hamlets, those that ended at the end of the list."""
    unit = session.scalars(select(Unit).where(Unit.id == unit_id)).one()
    hamlets = list(
        session.scalars(
            select(Hamlet).where(Hamlet.unit_id == unit_id, Hamlet.deleted_at.is_(None))
        )
    )
    areas = [Area(unit_id, None), *(Area(unit_id, hamlet.id) for hamlet in hamlets)]
    figures = figures_of(session, day, areas)
    teams = _teams_by_hamlet(session, Team.unit_id == unit_id, day)
    lines = [_hamlet(session, hamlet, figures, teams, day) for hamlet in hamlets]
    lines.sort(key=lambda line: (not line.is_current, line.sort_key))
    title = f"{unit.kind.lower()} {unit.name}"
    own = figures[Area(unit_id, None)]
    return CommuneDetails(unit_id, unit.code, title, own, tuple(lines), sum(teams.values()))


def _teams_by_hamlet(
    session: Session, where: ColumnElement[bool], day: date
) -> dict[UUID | None, int]:
    rows = session.execute(
        select(Team.hamlet_id, func.count())
        .where(where, valid_on(Team, day))
        .group_by(Team.hamlet_id)
    )
    return {row[0]: row[1] for row in rows}


def _hamlet(
    session: Session,
    hamlet: Hamlet,
    figures: dict[Area, Figures],
    teams: dict[UUID | None, int],
    day: date,
) -> HamletLine:
    assert hamlet.unit_id is not None, "it was found by its commune"
    title = title_of(hamlet)
    return HamletLine(
        id=hamlet.id,
        title=title,
        sort_key=hamlet.sort_key or text_key(title),
        data=HamletData(title, hamlet.valid_from, hamlet.valid_to),
        teams=teams.get(hamlet.id, 0),
        figures=figures[Area(hamlet.unit_id, hamlet.id)],
        predecessors=predecessors(session, hamlet.id),
        successors=successors(session, hamlet.id),
        is_current=is_valid(hamlet.valid_from, hamlet.valid_to, day),
    )


def hamlet_titles(session: Session, unit_id: UUID, day: date) -> tuple[str, ...]:
    """The hamlets a form offers in a commune, in Vietnamese order."""
    rows = session.execute(
        select(Hamlet.kind, Hamlet.name)
        .where(Hamlet.unit_id == unit_id, valid_on(Hamlet, day))
        .order_by(Hamlet.sort_key)
    )
    return tuple(hamlet_title(kind, name) for kind, name in rows)


def area_title(session: Session, area: Area) -> str:
    """What an area is called: its hamlet, or the commune."""
    if area.hamlet_id is not None:
        return title_of(get_hamlet(session, area.hamlet_id))
    unit = session.scalars(select(Unit).where(Unit.id == area.unit_id)).one()
    return f"{unit.kind.lower()} {unit.name}"
