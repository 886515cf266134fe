"""The members a register tells: who joins which team, who is in it already."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ...importing.fields import Field
from ...importing.findings import Severity
from ...importing.plan import ImportPlan
from ...importing.team_cells import TeamFindingKind
from ...importing.team_fields import TeamField
from ...importing.team_plan import MemberRow, TeamPlan, TeamRow
from ...models.enums import ImportRowState
from ...models.names import fold
from ...models.people import Person
from ...models.teams import TeamMember
from .draft import NewMember, RegisterDraft, Teller, is_same, shown
from .members import MemberData
from .places import TeamRef
from .report import RegisterCount
from .teams import LARGEST_TEAM, SMALLEST_TEAM
from .validity import is_valid, valid_on

_BLOCK = 500


@dataclass(frozen=True)
class Who:
    """Whom a row of a member became, or would: `person_id` None for somebody new or held."""

    state: ImportRowState
    person_id: UUID | None = None


People = Mapping[tuple[str, int], Who]
"""By sheet and row."""


class Joiner:
    """Fills a draft's members."""

    def __init__(self, session: Session, draft: RegisterDraft, teller: Teller, day: date) -> None:
        self._draft, self._teller, self._day = draft, teller, day
        self._session = session
        self._stored: dict[tuple[UUID, UUID], list[MemberData]] = {}
        self._taken: set[tuple[UUID, UUID]] = set()
        self._sizes: Counter[UUID] = Counter()

    def join(self, rows: Sequence[tuple[MemberRow, TeamRef, Who]], plan: TeamPlan) -> None:
        """Everybody who joins, or is in their team already; then teams of an unusual size."""
        self._stored = _stored_members(self._session, {team.id for _, team, _ in rows})
        for (team_id, _), kept in self._stored.items():
            self._sizes[team_id] += any(self._is_current(member) for member in kept)
        for row, team, who in rows:
            self._take(row, team, who)
        self._tell_sizes(rows, {table.sheet for table in plan.tables if table.of_people})

    def _take(self, row: MemberRow, team: TeamRef, who: Who) -> None:
        data = MemberData(row.role, row.valid_from, row.valid_to, row.nominated_by)
        if who.state is ImportRowState.HELD:
            self._draft.waiting.append((team, row))
        elif who.state is not ImportRowState.DISCARDED and not self._is_known(row, team, who, data):
            self._draft.members.append(NewMember(team, who.person_id, data))
            self._sizes[team.id] += self._is_current(data)

    def _is_known(self, row: MemberRow, team: TeamRef, who: Who, data: MemberData) -> bool:
        if who.person_id is None:
            return False
        key = (team.id, who.person_id)
        kept = meeting(self._stored.get(key, ()), data)
        if kept is None and key not in self._taken:
            self._taken.add(key)
            return False
        self._draft.counts[RegisterCount.MEMBERS_KNOWN] += 1
        if kept is not None:
            self._compare(row, data, kept)
        return True

    def _compare(self, row: MemberRow, data: MemberData, kept: MemberData) -> None:
        """What differs of somebody who is in the team already is told and stays."""
        for column, listed, stored in (
            (Field.ROLE, data.role, kept.role),
            (TeamField.VALID_FROM, data.valid_from, kept.valid_from),
            (TeamField.VALID_TO, data.valid_to, kept.valid_to),
        ):
            if listed is not None and not is_same(stored, listed):
                self._teller.add(
                    row.person.sheet, row.person.row, (column,), TeamFindingKind.MEMBER_DIFFERS,
                    Severity.NOTE, shown(listed), shown(stored),
                )  # fmt: skip

    def _tell_sizes(
        self, rows: Sequence[tuple[MemberRow, TeamRef, Who]], listing: set[str]
    ) -> None:
        """Teams whose members the file lists, and that have fewer than 4 or more than 9."""
        first: dict[UUID, MemberRow] = {}
        for row, team, _ in rows:
            if row.person.sheet in listing:
                first.setdefault(team.id, row)
        waiting = Counter(team.id for team, _ in self._draft.waiting)
        for team_id, row in first.items():
            size = self._sizes[team_id] + waiting[team_id]
            if not SMALLEST_TEAM <= size <= LARGEST_TEAM:
                columns = (TeamField.TEAM, Field.HAMLET)
                self._teller.note(row.team, columns, TeamFindingKind.TEAM_SIZE, str(size))

    def _is_current(self, member: MemberData) -> bool:
        return is_valid(member.valid_from, member.valid_to, self._day)


def with_known_members(
    session: Session, plan: TeamPlan, teams: Mapping[TeamRow, UUID], day: date
) -> ImportPlan:
    """The plan's persons, with the program's id of those who are in that very team by that name.

    A register tells leaders by name alone: the one of that name in the team is meant, unless the
    year of birth says otherwise.
    """
    known = _names(session, set(teams.values()), day)
    ids = {}
    for row in plan.members:
        team, person = teams.get(row.team), row.person
        named = known.get((team, fold(person.name)), {}) if team else {}
        if len(named) == 1:
            ((who, year),) = named.items()
            born = person.birth_date.year if person.birth_date else person.birth_year
            if year is None or born in (year, None):
                ids[person.sheet, person.row] = str(who)
    rows = [
        replace(r, program_id=r.program_id or ids.get((r.sheet, r.row))) for r in plan.people.rows
    ]
    return replace(plan.people, rows=tuple(rows))


def _names(
    session: Session, teams: set[UUID], day: date
) -> dict[tuple[UUID, str], dict[UUID, int | None]]:
    """Who is in these teams (canonical ids, years of birth), by team and folded name."""
    found: dict[tuple[UUID, str], dict[UUID, int | None]] = {}
    ids = sorted(teams)
    for start in range(0, len(ids), _BLOCK):
        rows = session.execute(
            select(TeamMember.team_id, Person.folded, Person.canonical_id, Person.birth_year)
            .join(Person, Person.id == TeamMember.person_id)
            .where(TeamMember.team_id.in_(ids[start : start + _BLOCK]), valid_on(TeamMember, day))
        )
        for team, name, person, year in rows:
            found.setdefault((team, name), {})[person] = year
    return found


def _stored_members(
    session: Session, teams: set[UUID]
) -> dict[tuple[UUID, UUID], list[MemberData]]:
    """What people are and were in these teams, by team and (canonical) person."""
    found: dict[tuple[UUID, UUID], list[MemberData]] = {}
    ids = sorted(teams)
    for start in range(0, len(ids), _BLOCK):
        rows = session.execute(
            select(TeamMember.team_id, Person.canonical_id, TeamMember.role,
                   TeamMember.valid_from, TeamMember.valid_to, TeamMember.nominated_by)
            .join(Person, Person.id == TeamMember.person_id)
            .where(TeamMember.team_id.in_(ids[start : start + _BLOCK]),
                   TeamMember.deleted_at.is_(None))
        )  # fmt: skip
        for team, person, role, first, last, nominated_by in rows:
            data = MemberData(role, first, last, nominated_by)
            found.setdefault((team, person), []).append(data)
    return found


def meeting(kept: Sequence[MemberData], data: MemberData) -> MemberData | None:
    """A membership that lasts on some day of these."""
    for member in kept:
        first = max(member.valid_from or date.min, data.valid_from or date.min)
        if first <= min(member.valid_to or date.max, data.valid_to or date.max):
            return member
    return None
