"""Two records, or a row of a list and a record, side by side: what agrees and what does not."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..exports.formats import day
from ..importing.plan import PersonRow
from ..models.curriculum import EthnicGroup
from ..models.enums import Gender
from ..models.names import fold, nfc
from ..models.people import IdentityNumber, Person
from ..models.places import Hamlet, Household, Unit
from .identity import masked, number_hash
from .people import get_person
from .places import commune_title, hamlet_title, split_hamlet


class PersonField(StrEnum):
    """What is compared of two records; all but the identity number is merged field by field."""

    NAME = "name"
    SORT_NAME = "sort_name"
    GENDER = "gender"
    BIRTH = "birth"
    ETHNIC = "ethnic"
    IDENTITY = "identity"
    PHONE = "phone"
    PLACE = "place"
    HOUSEHOLD = "household"
    EMPLOYER = "employer"
    NOMINATED_BY = "nominated_by"
    NOTE = "note"


class Agreement(StrEnum):
    """How two records stand to each other in one field."""

    SAME = "same"
    DIFFERS = "differs"
    ONLY_LEFT = "only_left"
    ONLY_RIGHT = "only_right"


@dataclass(frozen=True)
class FieldPair:
    """One field of two records as text; identity numbers are masked to their last four digits."""

    field: PersonField
    left: str
    right: str
    agreement: Agreement


@dataclass(frozen=True)
class Told:
    """What a record says in one field: as text, and as what it is compared by."""

    text: str = ""
    key: object = None


_Record = Mapping[PersonField, Told]


def compare(session: Session, person_id: UUID, other_id: UUID) -> tuple[FieldPair, ...]:
    """Two stored people field by field, without fields neither has. Raises UNKNOWN_PERSON.

    The ethnic group stands there only where the two differ: then somebody has to decide.
    """
    left, right = (_canonical(session, one) for one in (person_id, other_id))
    return _pairs(_of_person(session, left), _of_person(session, right))


def compare_row(session: Session, row: PersonRow, person_id: UUID) -> tuple[FieldPair, ...]:
    """A row of a list (left) and somebody stored (right). Raises UNKNOWN_PERSON.

    The places of a row are texts: they agree where everything they tell is the person's.
    """
    person = _canonical(session, person_id)
    return _pairs(_of_row(session, row, person), _of_person(session, person))


def _canonical(session: Session, person_id: UUID) -> Person:
    return get_person(session, get_person(session, person_id).canonical_id)


def _pairs(left: _Record, right: _Record) -> tuple[FieldPair, ...]:
    found = []
    for field in PersonField:
        one, other = left.get(field, Told()), right.get(field, Told())
        pair = FieldPair(field, one.text, other.text, _agreement(one, other))
        hidden = field is PersonField.ETHNIC and pair.agreement is not Agreement.DIFFERS
        if (pair.left or pair.right) and not hidden:
            found.append(pair)
    return tuple(found)


def _agreement(left: Told, right: Told) -> Agreement:
    if not left.text:
        return Agreement.ONLY_RIGHT
    if not right.text:
        return Agreement.ONLY_LEFT
    if isinstance(left.key, frozenset) and isinstance(right.key, frozenset):
        return Agreement.DIFFERS if left.key.isdisjoint(right.key) else Agreement.SAME
    return Agreement.SAME if left.key == right.key else Agreement.DIFFERS


def _of_person(session: Session, person: Person) -> _Record:
    ethnic = session.scalar(select(EthnicGroup.name).where(EthnicGroup.key == person.ethnic_key))
    return {
        **_plain(person.name, person.gender, person.phone, person.employer, person.note),
        PersonField.SORT_NAME: _text(person.sort_name),
        PersonField.BIRTH: _born(person.birth_date, person.birth_year),
        PersonField.ETHNIC: _text(ethnic),
        PersonField.IDENTITY: _numbers(session, person.id),
        PersonField.PLACE: _place(session, person),
        PersonField.HOUSEHOLD: _household(session, person.household_id),
        PersonField.NOMINATED_BY: _text(person.nominated_by),
    }


def _of_row(session: Session, row: PersonRow, person: Person) -> _Record:
    return {
        **_plain(row.name, row.gender, row.phone, row.employer, row.note),
        PersonField.BIRTH: _born(row.birth_date, row.birth_year),
        PersonField.ETHNIC: _text(row.ethnic),
        PersonField.IDENTITY: _number(session, row.identity_number),
        PersonField.PLACE: _row_place(session, row, person),
    }


def _plain(
    name: str, gender: Gender | None, phone: str | None, employer: str | None, note: str | None
) -> dict[PersonField, Told]:
    return {
        PersonField.NAME: _text(name),
        PersonField.GENDER: _text(gender),
        PersonField.PHONE: _text(phone),
        PersonField.EMPLOYER: _text(employer),
        PersonField.NOTE: _text(note),
    }


def _text(text: str | None) -> Told:
    written = nfc(text or "")
    return Told(written, written)


def _born(birthday: date | None, year: int | None) -> Told:
    return Told(day(birthday) or str(year or ""), birthday or year)


def _numbers(session: Session, person_id: UUID) -> Told:
    """The numbers of a person and of the records merged into theirs, the newest first."""
    rows = session.execute(
        select(IdentityNumber.last_four, IdentityNumber.hash)
        .join(Person, Person.id == IdentityNumber.person_id)
        .where(Person.canonical_id == person_id, IdentityNumber.deleted_at.is_(None))
        .order_by(IdentityNumber.id.desc())
    ).all()
    shown = dict.fromkeys(masked(row[0]) for row in rows)
    return Told(", ".join(shown), frozenset(row[1] for row in rows))


def _number(session: Session, number: str | None) -> Told:
    if not number:
        return Told()
    return Told(masked(number[-4:]), frozenset({number_hash(session, number)}))


def _place(session: Session, person: Person) -> Told:
    hamlet = _hamlet(session, person.hamlet_id)
    named = hamlet_title(hamlet.kind, hamlet.name) if hamlet else ""
    text = ", ".join(filter(None, (named, commune_title(session, person.unit_id))))
    return Told(text, (person.unit_id, person.hamlet_id))


def _row_place(session: Session, row: PersonRow, person: Person) -> Told:
    text = ", ".join(filter(None, (row.hamlet, row.commune)))
    agrees = _tells_hamlet(session, row, person) and _tells_commune(session, row, person)
    return Told(text, (person.unit_id, person.hamlet_id) if agrees else text)


def _tells_hamlet(session: Session, row: PersonRow, person: Person) -> bool:
    if not row.hamlet:
        return True
    hamlet = _hamlet(session, person.hamlet_id)
    return hamlet is not None and hamlet.folded == fold(split_hamlet(row.hamlet)[1])


def _tells_commune(session: Session, row: PersonRow, person: Person) -> bool:
    if not row.commune:
        return True
    unit = session.scalars(select(Unit).where(Unit.id == person.unit_id)).first()
    return unit is not None and fold(row.commune) in {
        unit.folded,
        fold(f"{unit.kind} {unit.name}"),
        fold(unit.code),
    }


def _hamlet(session: Session, hamlet_id: UUID | None) -> Hamlet | None:
    return session.scalars(select(Hamlet).where(Hamlet.id == hamlet_id)).first()


def _household(session: Session, household_id: UUID | None) -> Told:
    home = session.scalars(select(Household).where(Household.id == household_id)).first()
    text = ", ".join(filter(None, (home.head, home.number))) if home else ""
    return Told(text, household_id)
