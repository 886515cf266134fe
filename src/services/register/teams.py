"""Teams: entered, corrected, ended."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ...models.context import Context
from ...models.enums import TeamKind
from ...models.errors import AppError, ErrorCode
from ...models.names import fold, nfc
from ...models.teams import Team
from ..settings import load_settings
from .changes import Changes, Done
from .hamlets import hamlet_for

SMALLEST_TEAM, LARGEST_TEAM = 4, 9
"""Members a team has (definitions, "Team"; the ministry's guidance on community teams)."""


@dataclass(frozen=True)
class TeamData:
    """What a form knows of a team; an empty name is made of the label and the hamlet."""

    unit_id: UUID | None
    name: str = ""
    kind: TeamKind = TeamKind.HAMLET
    hamlet: str = ""
    decision_number: str | None = None
    decision_date: date | None = None
    valid_from: date | None = None
    valid_to: date | None = None


def get_team(session: Session, team_id: UUID) -> Team:
    """The stored team, ended or not. Raises UNKNOWN_TEAM."""
    team = session.scalars(
        select(Team).where(Team.id == team_id, Team.deleted_at.is_(None))
    ).first()
    if team is None:
        raise AppError(ErrorCode.UNKNOWN_TEAM, value="")
    return team


def add_team(session: Session, by: Context, data: TeamData, day: date) -> Done:
    """Enter a team, with its hamlet when that is new. `day` is today.

    Raises BAD_VALUE, TEAM_EXISTS for one that stands under this name in the same place.
    """
    changes = Changes(session, by)
    hamlet_id = hamlet_for(changes, data.unit_id, data.hamlet, day)
    team_id = new_team(changes, data, hamlet_id)
    return changes.done(team_id)


def new_team(
    changes: Changes, data: TeamData, hamlet_id: UUID | None, batch: UUID | None = None
) -> UUID:
    """Write a new team within a change; returns its id. Raises BAD_VALUE, TEAM_EXISTS."""
    name = _name(changes.session, data)
    _assert_free(changes.session, data, hamlet_id, name)
    team = Team(
        id=changes.by.new_id(),
        unit_id=data.unit_id,
        hamlet_id=hamlet_id,
        kind=data.kind,
        name=name,
        folded=fold(name),
        decision_number=data.decision_number,
        decision_date=data.decision_date,
        valid_from=data.valid_from,
        valid_to=data.valid_to,
        batch_id=batch,
    )
    changes.add(team)
    return team.id


def change_team(session: Session, by: Context, team_id: UUID, data: TeamData, day: date) -> Done:
    """Correct what is known of a team. Raises UNKNOWN_TEAM, BAD_VALUE, TEAM_EXISTS."""
    team = get_team(session, team_id)
    changes = Changes(session, by)
    hamlet_id = hamlet_for(changes, data.unit_id, data.hamlet, day)
    name = _name(session, data)
    _assert_free(session, data, hamlet_id, name, team_id)
    changes.set(
        team,
        unit_id=data.unit_id,
        hamlet_id=hamlet_id,
        kind=data.kind,
        name=name,
        folded=fold(name),
        decision_number=data.decision_number,
        decision_date=data.decision_date,
        valid_from=data.valid_from,
        valid_to=data.valid_to,
    )
    return changes.done(team_id)


def remove_team(session: Session, by: Context, team_id: UUID) -> Done:
    """Take out a team that was entered by mistake; enrolments keep its name. Raises UNKNOWN_TEAM.

    A team that was dissolved is not removed but ended: `valid_to`.
    """
    changes = Changes(session, by)
    changes.remove(get_team(session, team_id))
    return changes.done(team_id)


def proposed_name(session: Session, kind: TeamKind, hamlet: str) -> str:
    """How a team without a name of its own is called here."""
    return team_name(load_settings(session).team_short, kind, hamlet)


def team_name(label: str, kind: TeamKind, hamlet: str) -> str:
    """How teams are named: "Tổ CNSCĐ bản Púa"; `label` is what they are called here."""
    if kind is TeamKind.STEERING:
        return "Nhóm điều hành"
    place = hamlet.strip() if kind is TeamKind.HAMLET else ""
    return f"{label} {place[:1].lower()}{place[1:]}" if place else f"{label} cấp xã"


def _name(session: Session, data: TeamData) -> str:
    if data.unit_id is None:
        raise AppError(ErrorCode.BAD_VALUE, field="commune", value="")
    first, last = data.valid_from, data.valid_to
    if first and last and last < first:
        raise AppError(ErrorCode.BAD_VALUE, field="valid_to", value=last)
    name = nfc(data.name) or proposed_name(session, data.kind, data.hamlet)
    if not fold(name):
        raise AppError(ErrorCode.BAD_VALUE, field="team_name", value=data.name)
    return name


def _assert_free(
    session: Session,
    data: TeamData,
    hamlet_id: UUID | None,
    name: str,
    but: UUID | None = None,
) -> None:
    same_hamlet = Team.hamlet_id == hamlet_id if hamlet_id else Team.hamlet_id.is_(None)
    namesakes = session.scalars(
        select(Team).where(
            Team.unit_id == data.unit_id,
            same_hamlet,
            Team.folded == fold(name),
            Team.deleted_at.is_(None),
            Team.valid_to.is_(None),
        )
    )
    if data.valid_to is None and any(team.id != but for team in namesakes):
        raise AppError(ErrorCode.TEAM_EXISTS, value=name)
