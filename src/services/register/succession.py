"""Hamlets that merge, are split or renamed from a day on, and the teams and people in them.

Nothing is rewritten: the old hamlet ends the day before, the new one begins, a link leads from one
to the other. Enrolments keep the hamlet and team of their day; figures follow the link
(`denominators`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from ...models.context import Context
from ...models.enums import TeamKind
from ...models.errors import AppError, ErrorCode
from ...models.names import fold
from ...models.people import Person
from ...models.places import Hamlet, HamletSuccessor
from ...models.teams import Team, TeamMember, TeamSuccessor
from .changes import Changes, Done
from .hamlets import HamletData, get_hamlet, hamlet_named, new_hamlet, title_of
from .members import leave, move
from .teams import TeamData, new_team
from .validity import is_valid, valid_on


@dataclass(frozen=True)
class Succession:
    """What becomes of hamlets on `day`: several into one, one into several, one under a new name.

    `names` are the new titles ("Bản Púa"). With `teams` their teams merge or each new hamlet gets
    one; with `members` the members go along where it is clear into which team; with `people`
    everybody who lives there now. Decision number and date are of the new teams.
    """

    hamlet_ids: tuple[UUID, ...]
    names: tuple[str, ...]
    day: date
    teams: bool = True
    members: bool = True
    people: bool = True
    decision_number: str | None = None
    decision_date: date | None = None

    @property
    def into_one(self) -> bool:
        """Whether it is clear where everybody goes: not so in a split."""
        return len(self.names) == 1


@dataclass(frozen=True)
class _Place:
    """A new hamlet."""

    id: UUID
    title: str


def succeed(session: Session, by: Context, succession: Succession) -> Done:
    """Merge, split or rename hamlets of one commune; `key` is the first new hamlet.

    Raises UNKNOWN_HAMLET, BAD_VALUE (hamlets of several communes, ended ones, several into
    several), HAMLET_EXISTS for the name of another hamlet that stands.
    """
    olds = [get_hamlet(session, hamlet_id) for hamlet_id in succession.hamlet_ids]
    unit_id = _assert_sound(olds, succession)
    _assert_free(session, unit_id, succession)
    changes = Changes(session, by)
    for old in olds:
        changes.set(old, valid_to=_day_before(succession.day))
    news = [_new_place(changes, unit_id, name, succession.day) for name in succession.names]
    for old in olds:
        for new in news:
            _link_hamlets(changes, old.id, new.id)
    if succession.teams:
        _teams_along(changes, olds, news, unit_id, succession)
    if succession.people and succession.into_one:
        _people_along(changes, olds, news[0].id)
    return changes.done(news[0].id)


def merge_teams(
    session: Session,
    by: Context,
    team_ids: Sequence[UUID],
    data: TeamData,
    day: date,
    members: bool = True,
) -> Done:
    """Make one team of several from a day on, in the hamlet they share or in the commune.

    Raises BAD_VALUE for fewer than two, for teams of several communes or that do not stand on the
    day before, TEAM_EXISTS.
    """
    last = valid_on(Team, _day_before(day))
    teams = list(session.scalars(select(Team).where(Team.id.in_(team_ids), last)))
    ended = len(teams) < len(set(team_ids)) or any(team.valid_to for team in teams)
    if ended or len(teams) < 2 or len({team.unit_id for team in teams}) > 1:
        raise AppError(ErrorCode.BAD_VALUE, field="team_name", value="")
    hamlets = {team.hamlet_id for team in teams}
    changes = Changes(session, by)
    one = hamlets.pop() if len(hamlets) == 1 else None
    return changes.done(_merged(changes, teams, data, one, day, members))


def predecessors(session: Session, hamlet_id: UUID) -> tuple[str, ...]:
    """The titles of the hamlets that went into this one."""
    return _titles(session, HamletSuccessor.successor_id, HamletSuccessor.predecessor_id, hamlet_id)


def successors(session: Session, hamlet_id: UUID) -> tuple[str, ...]:
    """The titles of the hamlets this one became."""
    return _titles(session, HamletSuccessor.predecessor_id, HamletSuccessor.successor_id, hamlet_id)


_Link = InstrumentedAttribute[UUID]


def _titles(session: Session, here: _Link, there: _Link, hamlet_id: UUID) -> tuple[str, ...]:
    rows = session.scalars(
        select(Hamlet)
        .join(HamletSuccessor, Hamlet.id == there)
        .where(here == hamlet_id, HamletSuccessor.deleted_at.is_(None))
        .order_by(Hamlet.sort_key)
    )
    return tuple(title_of(hamlet) for hamlet in rows)


def _assert_sound(olds: Sequence[Hamlet], succession: Succession) -> UUID:
    units = {old.unit_id for old in olds}
    unit_id = units.pop() if len(units) == 1 else None
    several = len(olds) > 1 and not succession.into_one
    if unit_id is None or several or not succession.names or len(set(olds)) < len(olds):
        raise AppError(ErrorCode.BAD_VALUE, field="hamlet", value="")
    for old in olds:
        if not is_valid(old.valid_from, old.valid_to, _day_before(succession.day)):
            raise AppError(ErrorCode.BAD_VALUE, field="first_day", value=succession.day)
        if old.valid_to is not None:
            raise AppError(ErrorCode.BAD_VALUE, field="hamlet", value=title_of(old))
    return unit_id


def _day_before(day: date) -> date:
    return day - timedelta(days=1)


def _assert_free(session: Session, unit_id: UUID, succession: Succession) -> None:
    """A new name may be that of a hamlet which ends now, not of another that stands."""
    for name in succession.names:
        known = hamlet_named(session, unit_id, name, succession.day)
        if known is None or known.id in succession.hamlet_ids:
            continue
        if is_valid(known.valid_from, known.valid_to, succession.day):
            raise AppError(ErrorCode.HAMLET_EXISTS, value=title_of(known))


def _new_place(changes: Changes, unit_id: UUID, name: str, day: date) -> _Place:
    hamlet_id = new_hamlet(changes, unit_id, HamletData(name, valid_from=day))
    return _Place(hamlet_id, title_of(get_hamlet(changes.session, hamlet_id)))


def _link_hamlets(changes: Changes, old: UUID, new: UUID) -> None:
    changes.add(HamletSuccessor(predecessor_id=old, successor_id=new))


def _link_teams(changes: Changes, old: UUID, new: UUID) -> None:
    changes.add(TeamSuccessor(predecessor_id=old, successor_id=new))


def _teams_along(
    changes: Changes,
    olds: Sequence[Hamlet],
    news: Sequence[_Place],
    unit_id: UUID,
    succession: Succession,
) -> None:
    teams = list(
        changes.session.scalars(
            select(Team).where(
                Team.hamlet_id.in_([old.id for old in olds]), valid_on(Team, succession.day)
            )
        )
    )
    if len(olds) == 1 and succession.into_one:
        for team in teams:
            _rename_along(changes, team, olds[0], news[0])
    elif teams and succession.into_one:
        data = _team_data(unit_id, news[0], succession)
        _merged(changes, teams, data, news[0].id, succession.day, succession.members)
    elif teams:
        _split_teams(changes, teams, news, unit_id, succession)


def _team_data(unit_id: UUID, place: _Place, succession: Succession) -> TeamData:
    return TeamData(
        unit_id=unit_id,
        kind=TeamKind.HAMLET,
        hamlet=place.title,
        decision_number=succession.decision_number,
        decision_date=succession.decision_date,
        valid_from=succession.day,
    )


def _rename_along(changes: Changes, team: Team, old: Hamlet, new: _Place) -> None:
    """The team stays the same team: its hamlet is called otherwise now."""
    name = team.name
    at = name.casefold().find(title_of(old).casefold())
    if at >= 0:
        lowered = new.title if at == 0 else new.title[:1].lower() + new.title[1:]
        name = name[:at] + lowered + name[at + len(title_of(old)) :]
    changes.set(team, hamlet_id=new.id, name=name, folded=fold(name))


def _merged(
    changes: Changes,
    teams: Sequence[Team],
    data: TeamData,
    hamlet_id: UUID | None,
    day: date,
    members: bool,
) -> UUID:
    for team in teams:
        changes.set(team, valid_to=_day_before(day))
    made = new_team(changes, data, hamlet_id)
    for team in teams:
        _link_teams(changes, team.id, made)
        for member in _members(changes.session, team, day):
            if members:
                move(changes, member, made, day)
            else:
                leave(changes, member, _day_before(day))
    return made


def _split_teams(
    changes: Changes,
    teams: Sequence[Team],
    news: Sequence[_Place],
    unit_id: UUID,
    succession: Succession,
) -> None:
    """Each new hamlet gets a team; who goes where is not known: the members wait in the old one."""
    for place in news:
        made = new_team(changes, _team_data(unit_id, place, succession), place.id)
        for team in teams:
            _link_teams(changes, team.id, made)
    for team in teams:
        changes.set(team, valid_to=_day_before(succession.day))


def _members(session: Session, team: Team, day: date) -> list[TeamMember]:
    return list(
        session.scalars(
            select(TeamMember).where(TeamMember.team_id == team.id, valid_on(TeamMember, day))
        )
    )


def _people_along(changes: Changes, olds: Sequence[Hamlet], new: UUID) -> None:
    people = changes.session.scalars(
        select(Person).where(
            Person.hamlet_id.in_([old.id for old in olds]), Person.deleted_at.is_(None)
        )
    )
    for person in list(people):
        changes.set(person, hamlet_id=new)
