"""Whether a row of a list is somebody already known.

An identity number joins for certain. Without one, a row that says nothing new about somebody
known (same name, birth, place, phone, gender) is that person's row come again; one that merely
looks alike is asked. Name and phone alone never identify.
"""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..importing.plan import PersonRow
from ..models.names import fold, nfc
from ..models.people import IdentityNumber, Person
from ..models.places import Hamlet
from .identity import person_of_number
from .places import split_hamlet


@dataclass(frozen=True)
class Match:
    """The person a row is, if it is certain; or somebody it may be."""

    certain: UUID | None = None
    possible: UUID | None = None
    possible_name: str = ""


def match_row(session: Session, row: PersonRow, unit_id: UUID | None) -> Match:
    """Who among the people already stored this row is, or may be."""
    if row.identity_number:
        known = person_of_number(session, row.identity_number)
        if known is not None:
            return Match(certain=known)
    alike = _alike(session, row, unit_id)
    for person in alike:
        if not row.identity_number and _says_nothing_new(session, row, person):
            return Match(certain=person.canonical_id)
    for person in alike:
        if not (row.identity_number and _has_number(session, person.id)):
            return Match(possible=person.canonical_id, possible_name=person.name)
    return Match()


def _alike(session: Session, row: PersonRow, unit_id: UUID | None) -> list[Person]:
    """Same folded name and birth year in the same commune."""
    same_unit = Person.unit_id == unit_id if unit_id else Person.unit_id.is_(None)
    year = row.birth_date.year if row.birth_date else row.birth_year
    same_year = Person.birth_year == year if year else Person.birth_year.is_(None)
    return list(
        session.scalars(
            select(Person)
            .where(same_unit, Person.folded == fold(row.name), same_year, Person.listed)
            .order_by(Person.seq)
        )
    )


def _says_nothing_new(session: Session, row: PersonRow, person: Person) -> bool:
    told = (
        (row.birth_date, person.birth_date),
        (row.gender, person.gender),
        (row.phone, person.phone),
    )
    if any(mine is not None and mine != theirs for mine, theirs in told):
        return False
    return nfc(row.name) == person.name and _same_hamlet(session, row, person)


def _same_hamlet(session: Session, row: PersonRow, person: Person) -> bool:
    if not row.hamlet:
        return True
    name = session.scalar(select(Hamlet.folded).where(Hamlet.id == person.hamlet_id))
    return name == fold(split_hamlet(row.hamlet)[1])


def _has_number(session: Session, person_id: UUID) -> bool:
    return (
        session.scalar(
            select(IdentityNumber.id).where(
                IdentityNumber.person_id == person_id, IdentityNumber.deleted_at.is_(None)
            )
        )
        is not None
    )
