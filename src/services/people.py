"""People: adding them, and reading them for lists."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session, aliased

from ..db.dialect import forget_person, index_person
from ..models.context import Context
from ..models.curriculum import EthnicGroup
from ..models.enums import Gender
from ..models.errors import AppError, ErrorCode
from ..models.names import fold, nfc, person_key, search_rank, searched_words
from ..models.people import Card, IdentityNumber, Person
from ..models.places import Hamlet, Unit
from .cards import issue_card
from .facts import changed
from .identity import keep_number, masked
from .places import hamlet_title

_BLOCK = 5_000
"""How many people are read by one statement: databases limit its parameters."""


@dataclass(frozen=True)
class NewPerson:
    """What is known of somebody when they are first entered."""

    name: str
    gender: Gender | None = None
    birth_date: date | None = None
    birth_year: int | None = None
    ethnic_key: str | None = None
    identity_number: str | None = None
    phone: str | None = None
    unit_id: UUID | None = None
    hamlet_id: UUID | None = None
    employer: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class PersonRecord:
    """A person as lists show them. `identity` is masked unless it was asked for."""

    seq: int
    id: UUID
    name: str
    gender: str | None
    birth_date: date | None
    birth_year: int | None
    ethnic: str | None
    identity: str | None
    phone: str | None
    hamlet: str | None
    commune_code: str | None
    commune: str | None
    employer: str | None
    note: str | None
    code: str | None


def add_person(session: Session, by: Context, new: NewPerson) -> Person:
    """Enter somebody: with sort and search keys, identity number, and a card."""
    name = nfc(new.name)
    if not name:
        raise AppError(ErrorCode.BAD_VALUE, field="name", value=new.name)
    identifier = by.new_id()
    key = person_key(name)
    person = Person(
        id=identifier,
        name=name,
        sort_key=key,
        search_rank=_free_rank(session, key, identifier.int),
        folded=fold(name),
        gender=new.gender,
        birth_date=new.birth_date,
        birth_year=new.birth_date.year if new.birth_date else new.birth_year,
        ethnic_key=new.ethnic_key,
        phone=new.phone,
        unit_id=new.unit_id,
        hamlet_id=new.hamlet_id,
        employer=new.employer,
        note=new.note,
        canonical_id=identifier,
        listed=True,
        **changed(by),
    )
    session.add(person)
    session.flush()
    index_person(
        session, person.search_rank, searched_words(person.name, person.note, person.phone)
    )
    if new.identity_number:
        keep_number(session, by, new.identity_number, person=identifier)
    issue_card(session, by, identifier)
    return person


def change_person(session: Session, by: Context, person_id: UUID, **values: object) -> Person:
    """Correct what is known of a person; keys and search follow. Raises UNKNOWN_PERSON."""
    person = get_person(session, person_id)
    for key, value in {**values, **changed(by)}.items():
        setattr(person, key, value)
    if person.birth_date is not None:
        person.birth_year = person.birth_date.year
    if "name" in values or "sort_name" in values:
        person.name = nfc(person.name)
        if not person.name:
            raise AppError(ErrorCode.BAD_VALUE, field="name", value="")
        person.folded = fold(person.name)
        person.sort_key = person_key(person.sort_name or person.name)
        forget_person(session, person.search_rank)
        person.search_rank = _free_rank(session, person.sort_key, person.id.int)
    session.flush()
    index_person(
        session, person.search_rank, searched_words(person.name, person.note, person.phone)
    )
    return person


def get_person(session: Session, person_id: UUID) -> Person:
    """The stored person. Raises UNKNOWN_PERSON."""
    person = session.scalars(select(Person).where(Person.id == person_id)).first()
    if person is None:
        raise AppError(ErrorCode.UNKNOWN_PERSON, person=str(person_id))
    return person


def _free_rank(session: Session, key: bytes, seed: int) -> int:
    for tie in range(seed % 100_003, seed % 100_003 + 1000):
        rank = search_rank(key, tie)
        if session.scalar(select(Person.seq).where(Person.search_rank == rank)) is None:
            return rank
    raise LookupError("no free search rank")  # a thousand neighbours in a row: not reached


def person_records(session: Session, seqs: list[int], reveal: bool = False) -> list[PersonRecord]:
    """The people of these sequence numbers, in that order; identity numbers in full on `reveal`."""
    blocks = (seqs[start : start + _BLOCK] for start in range(0, len(seqs), _BLOCK))
    return [record for block in blocks for record in _records(session, block, reveal)]


def _records(session: Session, seqs: list[int], reveal: bool) -> list[PersonRecord]:
    rows = session.execute(_people_statement(reveal), {"seqs": seqs})
    found = {row[0]: _record(row, reveal) for row in rows}
    return [found[seq] for seq in seqs if seq in found]


@cache
def _people_statement(reveal: bool) -> Select[Any]:
    """All that a record shows, in one statement that is made once: each keystroke waits for it."""
    number = IdentityNumber.number if reveal else IdentityNumber.last_four
    record = aliased(Person)
    records = select(record.id).where(record.canonical_id == Person.id).correlate(Person)
    identity = (
        select(number)
        .where(IdentityNumber.person_id.in_(records), IdentityNumber.deleted_at.is_(None))
        .order_by((IdentityNumber.person_id == Person.id).desc(), IdentityNumber.id.desc())
        .limit(1)
    )
    code = (
        select(Card.code)
        .where(Card.person_id.in_(records), Card.revoked_at.is_(None))
        .order_by((Card.person_id == Person.id).desc(), Card.issued_at.desc(), Card.id.desc())
        .limit(1)
    )
    return (
        select(
            Person.seq,
            Person.id,
            Person.name,
            Person.gender,
            Person.birth_date,
            Person.birth_year,
            EthnicGroup.name,
            identity.scalar_subquery(),
            Person.phone,
            Hamlet.kind,
            Hamlet.name,
            Unit.code,
            Unit.name,
            Person.employer,
            Person.note,
            code.scalar_subquery(),
        )
        .outerjoin(Hamlet, Hamlet.id == Person.hamlet_id)
        .outerjoin(Unit, Unit.id == Person.unit_id)
        .outerjoin(EthnicGroup, EthnicGroup.key == Person.ethnic_key)
        .where(Person.seq.in_(bindparam("seqs", expanding=True)))
    )


def _record(row: Sequence[Any], reveal: bool) -> PersonRecord:
    """The statement's columns stand as the record's fields, but a hamlet is two: kind and name."""
    identity, phone, kind, hamlet = row[7:11]
    shown = identity if reveal or identity is None else masked(identity)
    title = hamlet_title(kind, hamlet) if hamlet else None
    fields = [*row[:7], shown, phone, title, *row[11:]]
    return PersonRecord(*fields)


def identity_shown(session: Session, people: list[UUID], reveal: bool) -> dict[UUID, str]:
    """The identity numbers of these (canonical) people: masked, or in full (the caller records who
    asked); of several the newest of their own, or of merged records.
    """
    column = IdentityNumber.number if reveal else IdentityNumber.last_four
    shown: dict[UUID, str] = {}
    for start in range(0, len(people), 5000):
        rows = session.execute(
            select(Person.canonical_id, column)
            .join(Person, Person.id == IdentityNumber.person_id)
            .where(Person.canonical_id.in_(people[start : start + 5000]))
            .where(IdentityNumber.deleted_at.is_(None))
            .order_by(Person.id == Person.canonical_id, IdentityNumber.id)
        )
        for person, text in rows:
            if text is not None:
                shown[person] = text if reveal else masked(text)
    return shown
