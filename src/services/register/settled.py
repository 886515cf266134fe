"""A member of a register whose row waited: once settled, they join the team they were listed in."""

import json
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ...models.context import Context
from ...models.enums import ImportKind
from ...models.imports import ImportBatch, ImportRow
from ...models.people import Person
from ...models.teams import Team, TeamMember

WAITING = "waiting"
"""In a batch's mapping: the memberships of rows that wait, by sheet and row."""

_Row = dict[str, Any]


def join_settled(session: Session, by: Context, row_id: UUID) -> None:
    """A row of a register that waited was settled: its person joins the team it was listed in.

    Does nothing for rows of other lists, rows that still wait, and who is in the team already.
    """
    row = session.get(ImportRow, row_id)
    batch = session.get(ImportBatch, row.batch_id) if row else None
    if row is None or row.person_id is None or batch is None or batch.kind is not ImportKind.TEAMS:
        return
    for waiting in json.loads(batch.mapping).get(WAITING, ()):
        if (waiting["sheet"], waiting["row"]) == (row.sheet, row.row):
            _join(session, by, batch, row.person_id, waiting)


def _join(
    session: Session, by: Context, batch: ImportBatch, person_id: UUID, waiting: _Row
) -> None:
    team_id = UUID(waiting["team"])
    team = session.scalars(select(Team).where(Team.id == team_id)).first()
    canonical = select(Person.canonical_id).where(Person.id == person_id).scalar_subquery()
    there = session.scalars(
        select(TeamMember.id)
        .join(Person, Person.id == TeamMember.person_id)
        .where(TeamMember.team_id == team_id, Person.canonical_id == canonical,
               TeamMember.deleted_at.is_(None))
    ).first()  # fmt: skip
    if team is None or team.deleted_at is not None or there is not None:
        return
    session.add(
        TeamMember(
            id=by.new_id(),
            team_id=team_id,
            person_id=person_id,
            role=waiting["role"],
            nominated_by=waiting["nominated_by"],
            valid_from=_day(waiting["from"]),
            valid_to=_day(waiting["to"]),
            batch_id=batch.id,
            changed_at=batch.happened,
            changed_by=by.operator,
            changed_on=by.machine,
        )
    )
    session.flush()


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
