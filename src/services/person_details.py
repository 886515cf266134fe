"""What the window knows and changes of one person, outside any course."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..models.context import Context
from ..models.enums import Gender
from ..models.people import IdentityNumber, Person
from ..models.places import Hamlet, Unit
from .facts import audit
from .identity import keep_number, person_of_number
from .people import NewPerson, add_person, change_person, get_person
from .places import hamlet_called, hamlet_title


@dataclass(frozen=True)
class PersonDetails:
    """What a form shows and changes. `identity_number` is only what was typed anew."""

    name: str = ""
    gender: Gender | None = None
    birth_date: date | None = None
    birth_year: int | None = None
    phone: str | None = None
    identity_number: str | None = field(default=None, repr=False)
    unit_id: UUID | None = None
    commune: str = ""
    hamlet: str = ""
    employer: str | None = None
    nominated_by: str | None = None
    sort_name: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class SavedPerson:
    """Who was saved. With `held_by`, nothing was: that person bears the number already."""

    person_id: UUID
    name: str
    held_by: str = ""


def person_details(session: Session, person_id: UUID) -> PersonDetails:
    """What is known of a person, for a form; no identity number. Raises UNKNOWN_PERSON."""
    person = get_person(session, person_id)
    hamlet = session.scalars(select(Hamlet).where(Hamlet.id == person.hamlet_id)).first()
    commune = session.scalar(select(Unit.name).where(Unit.id == person.unit_id))
    return PersonDetails(
        name=person.name,
        gender=person.gender,
        birth_date=person.birth_date,
        birth_year=person.birth_year,
        phone=person.phone,
        unit_id=person.unit_id,
        commune=commune or "",
        hamlet=hamlet_title(hamlet.kind, hamlet.name) if hamlet else "",
        employer=person.employer,
        nominated_by=person.nominated_by,
        sort_name=person.sort_name,
        note=person.note,
    )


def add_details(session: Session, by: Context, details: PersonDetails) -> SavedPerson:
    """Enter somebody. Who bears the number already is told instead; then nothing is written."""
    holder = _holder(session, details.identity_number, None)
    if holder is not None:
        return holder
    new = NewPerson(
        name=details.name,
        gender=details.gender,
        birth_date=details.birth_date,
        birth_year=details.birth_year,
        identity_number=details.identity_number,
        phone=details.phone,
        unit_id=details.unit_id,
        hamlet_id=_hamlet_id(session, by, details),
        employer=details.employer,
        note=details.note,
    )
    person = add_person(session, by, new)
    if details.nominated_by or details.sort_name:
        change_person(
            session,
            by,
            person.id,
            nominated_by=details.nominated_by,
            sort_name=details.sort_name,
        )
    return SavedPerson(person.id, person.name)


def change_details(
    session: Session, by: Context, person_id: UUID, details: PersonDetails
) -> SavedPerson:
    """Correct a person; an identity number typed anew takes the old one's place.

    Who bears that number already is told instead; then nothing is written. Raises UNKNOWN_PERSON.
    """
    holder = _holder(session, details.identity_number, person_id)
    if holder is not None:
        return holder
    person = change_person(
        session,
        by,
        person_id,
        name=details.name,
        gender=details.gender,
        birth_date=details.birth_date,
        birth_year=details.birth_date.year if details.birth_date else details.birth_year,
        phone=details.phone,
        unit_id=details.unit_id,
        hamlet_id=_hamlet_id(session, by, details),
        employer=details.employer,
        nominated_by=details.nominated_by,
        sort_name=details.sort_name,
        note=details.note,
    )
    if details.identity_number:
        _replace_number(session, by, person_id, details.identity_number)
    return SavedPerson(person.id, person.name)


def show_number(session: Session, by: Context, person_id: UUID) -> str:
    """The identity number in full, and a record of who asked; empty where none is known.

    Records merged into this person's count as theirs: of several numbers their own stands first.
    Raises UNKNOWN_PERSON.
    """
    canonical = get_person(session, person_id).canonical_id
    numbers = session.scalars(
        select(IdentityNumber.number)
        .join(Person, Person.id == IdentityNumber.person_id)
        .where(Person.canonical_id == canonical, IdentityNumber.deleted_at.is_(None))
        .where(IdentityNumber.number.is_not(None))
        .order_by(Person.id != person_id, IdentityNumber.id)
    ).all()
    if numbers:
        audit(session, by, "identity_shown", str(person_id))
    return ", ".join(dict.fromkeys(filter(None, numbers)))


def _holder(session: Session, number: str | None, but: UUID | None) -> SavedPerson | None:
    known = person_of_number(session, number) if number else None
    if known is None or (but is not None and known == get_person(session, but).canonical_id):
        return None
    name = get_person(session, known).name
    return SavedPerson(known, name, held_by=name)


def _hamlet_id(session: Session, by: Context, details: PersonDetails) -> UUID | None:
    if not details.hamlet.strip():
        return None
    return hamlet_called(session, by, details.unit_id, details.hamlet).id


def _replace_number(session: Session, by: Context, person_id: UUID, number: str) -> None:
    kept = session.scalars(
        select(IdentityNumber).where(
            IdentityNumber.person_id == person_id, IdentityNumber.deleted_at.is_(None)
        )
    ).all()
    if any(old.number == number for old in kept):
        return
    for old in kept:
        old.deleted_at = by.clock()
    keep_number(session, by, number, person=person_id)
