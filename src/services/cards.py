"""Cards: a code for each person, valid in every course."""

from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from ..models.context import Context
from ..models.people import Card
from ..scanning.codes import new_code
from .facts import changed

_TAKEN = select(Card.id).where(Card.code == bindparam("code"))


def issue_card(session: Session, by: Context, person: UUID | None) -> str:
    """A new card for a person, or a blank one; returns its code."""
    code = new_code(by.random)
    while session.scalar(_TAKEN, {"code": code}) is not None:
        code = new_code(by.random)
    now = by.clock()
    session.add(
        Card(
            id=by.new_id(),
            code=code,
            person_id=person,
            issued_at=now,
            bound_at=now if person else None,
            **changed(by),
        )
    )
    return code


def card_codes(session: Session, people: list[UUID]) -> dict[UUID, str]:
    """The newest valid code of each of these people."""
    codes: dict[UUID, str] = {}
    for start in range(0, len(people), 5000):
        rows = session.execute(
            select(Card.person_id, Card.code)
            .where(Card.person_id.in_(people[start : start + 5000]), Card.revoked_at.is_(None))
            .order_by(Card.issued_at)
        )
        codes.update({person: code for person, code in rows if person is not None})
    return codes
