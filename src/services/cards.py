"""Cards: a code for each person, valid in every course."""

from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from ..models.context import Context
from ..models.people import Card, Person
from ..scanning.codes import new_code, new_codes
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


def free_codes(session: Session, by: Context, count: int) -> list[str]:
    """So many codes that no card has yet, made in one go."""
    codes: dict[str, None] = {}
    while len(codes) < count:
        made = dict.fromkeys(new_codes(by.random, count - len(codes)))
        taken: set[str] = set()
        waiting = list(made)
        for start in range(0, count, 5000):
            block = waiting[start : start + 5000]
            taken.update(session.scalars(select(Card.code).where(Card.code.in_(block))))
        codes.update((code, None) for code in made if code not in taken)
    return list(codes)


def card_codes(session: Session, people: list[UUID]) -> dict[UUID, str]:
    """The newest valid code of each of these (canonical) people, their own before merged ones."""
    codes: dict[UUID, str] = {}
    for start in range(0, len(people), 5000):
        rows = session.execute(
            select(Person.canonical_id, Card.code)
            .join(Person, Person.id == Card.person_id)
            .where(Person.canonical_id.in_(people[start : start + 5000]))
            .where(Card.revoked_at.is_(None))
            .order_by(Person.id == Person.canonical_id, Card.issued_at)
        )
        codes.update((row[0], row[1]) for row in rows)
    return codes
