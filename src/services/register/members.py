"""Who is in a team: with role, from-to, and by whom they were nominated."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ...models.context import Context
from ...models.errors import AppError, ErrorCode
from ...models.people import Person
from ...models.teams import TeamMember
from ..people import get_person
from .changes import Changes, Done
from .teams import get_team
from .validity import is_valid

LEADER = "Tổ trưởng"
ROLES = (LEADER, "Tổ phó", "Thư ký", "Thành viên")
"""Roles that are offered; any other may be typed."""


@dataclass(frozen=True)
class MemberData:
    """What a form knows of a membership."""

    role: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    nominated_by: str | None = None


def add_member(
    session: Session, by: Context, team_id: UUID, person_id: UUID, data: MemberData
) -> Done:
    """Put somebody into a team. Raises UNKNOWN_TEAM, UNKNOWN_PERSON, BAD_VALUE, MEMBER_EXISTS."""
    team, person = get_team(session, team_id), get_person(session, person_id)
    _assert_lasting(data)
    if _meeting(session, team_id, person, data):
        raise AppError(ErrorCode.MEMBER_EXISTS, person=person.name, value=team.name)
    changes = Changes(session, by)
    return changes.done(new_member(changes, team_id, person_id, data))


def new_member(
    changes: Changes,
    team_id: UUID,
    person_id: UUID,
    data: MemberData,
    batch: UUID | None = None,
) -> UUID:
    """Write a membership within a change; returns its id."""
    member = TeamMember(
        id=changes.by.new_id(),
        team_id=team_id,
        person_id=person_id,
        role=data.role,
        nominated_by=data.nominated_by,
        valid_from=data.valid_from,
        valid_to=data.valid_to,
        batch_id=batch,
    )
    changes.add(member)
    return member.id


def change_member(session: Session, by: Context, member_id: UUID, data: MemberData) -> Done:
    """Correct a membership, or end it with a last day: it stays. Raises UNKNOWN_PERSON, BAD_VALUE.

    A role that changed on a day is a new membership: end the old one.
    """
    _assert_lasting(data)
    changes = Changes(session, by)
    changes.set(
        get_member(session, member_id),
        role=data.role,
        nominated_by=data.nominated_by,
        valid_from=data.valid_from,
        valid_to=data.valid_to,
    )
    return changes.done(member_id)


def end_members(session: Session, by: Context, member_ids: list[UUID], last: date) -> Done:
    """These people leave on a day, their last in the team. Raises UNKNOWN_PERSON, BAD_VALUE."""
    changes = Changes(session, by)
    for member_id in member_ids:
        _end(changes, get_member(session, member_id), last)
    return changes.done(member_ids[0])


def remove_members(session: Session, by: Context, member_ids: list[UUID]) -> Done:
    """Take out memberships that were entered by mistake. Raises UNKNOWN_PERSON."""
    changes = Changes(session, by)
    for member_id in member_ids:
        changes.remove(get_member(session, member_id))
    return changes.done(member_ids[0])


def move_members(
    session: Session, by: Context, member_ids: list[UUID], team_id: UUID, first: date
) -> Done:
    """These people are in another team from a day on; what they were before stays.

    Who is in that team already is only taken out of the old one.
    Raises UNKNOWN_TEAM, UNKNOWN_PERSON, BAD_VALUE.
    """
    get_team(session, team_id)
    changes = Changes(session, by)
    for member_id in member_ids:
        move(changes, get_member(session, member_id), team_id, first)
    return changes.done(team_id)


def move(changes: Changes, member: TeamMember, team_id: UUID, first: date) -> None:
    """Move one membership to another team within a change."""
    data = MemberData(member.role, first, member.valid_to, member.nominated_by)
    leave(changes, member, first - timedelta(days=1))
    person = get_person(changes.session, member.person_id)
    if not _meeting(changes.session, team_id, person, data):
        new_member(changes, team_id, member.person_id, data)


def leave(changes: Changes, member: TeamMember, last: date) -> None:
    """End a membership within a change; one that begins only later never was."""
    if member.valid_from is not None and member.valid_from > last:
        changes.remove(member)
    else:
        _end(changes, member, last)


def get_member(session: Session, member_id: UUID) -> TeamMember:
    """The stored membership. Raises UNKNOWN_PERSON."""
    member = session.get(TeamMember, member_id)
    if member is None or member.deleted_at is not None:
        raise AppError(ErrorCode.UNKNOWN_PERSON, person="")
    return member


def memberships(session: Session, team_id: UUID, person: Person) -> list[TeamMember]:
    """All that somebody was in a team, records merged into theirs too; the earliest first."""
    return list(
        session.scalars(
            select(TeamMember)
            .join(Person, Person.id == TeamMember.person_id)
            .where(
                TeamMember.team_id == team_id,
                Person.canonical_id == person.canonical_id,
                TeamMember.deleted_at.is_(None),
            )
            .order_by(TeamMember.valid_from, TeamMember.id)
        )
    )


def _end(changes: Changes, member: TeamMember, last: date) -> None:
    _assert_lasting(replace(MemberData(), valid_from=member.valid_from, valid_to=last))
    if is_valid(None, member.valid_to, last):
        changes.set(member, valid_to=last)


def _meeting(session: Session, team_id: UUID, person: Person, data: MemberData) -> bool:
    """Whether the person is in the team already on some day of these."""
    return any(
        max(m.valid_from or date.min, data.valid_from or date.min)
        <= min(m.valid_to or date.max, data.valid_to or date.max)
        for m in memberships(session, team_id, person)
    )


def _assert_lasting(data: MemberData) -> None:
    if data.valid_from and data.valid_to and data.valid_to < data.valid_from:
        raise AppError(ErrorCode.BAD_VALUE, field="valid_to", value=data.valid_to)
