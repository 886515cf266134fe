"""Entering one person into a course by hand: what was typed, who it may be, and writing it."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..db.dialect import forget_person
from ..importing.birth import clean_birth
from ..importing.findings import Cleaned, Severity
from ..importing.identity import clean_identity, identity_facts
from ..importing.phone import clean_phone
from ..importing.plan import PersonRow
from ..importing.text import clean_name, clean_text
from ..models.context import Context
from ..models.courses import Enrolment
from ..models.enums import Gender, Origin
from ..models.errors import AppError, ErrorCode
from ..models.people import Person
from .enrolments import EnrolmentPlace, enrol, enrolment_of
from .facts import changed
from .lists.one_row import match_row
from .people import NewPerson, PersonRecord, add_person, get_person, person_records
from .places import hamlet_called


class EntryProblem(StrEnum):
    """What hinders an entry from being taken."""

    NO_NAME = "no_name"
    BAD_NAME = "bad_name"
    BAD_BIRTH = "bad_birth"
    BAD_PHONE = "bad_phone"
    BAD_IDENTITY = "bad_identity"
    IDENTITY_GENDER = "identity_gender"
    IDENTITY_BIRTH = "identity_birth"


@dataclass(frozen=True)
class Typed:
    """The fields of a form as they were typed; the number is not in what logging would show."""

    name: str = ""
    gender: Gender | None = None
    birth: str = ""
    phone: str = ""
    identity_number: str = field(default="", repr=False)
    unit_id: UUID | None = None
    hamlet: str = ""
    role: str = ""


@dataclass(frozen=True)
class Entry:
    """What was typed as it will be stored, and what hinders."""

    row: PersonRow
    unit_id: UUID | None
    problems: tuple[EntryProblem, ...]


@dataclass(frozen=True)
class Likeness:
    """Who an entry is for certain, or may be; and whether that person is in the course already."""

    certain: bool
    person: PersonRecord
    person_id: UUID
    in_course: bool


@dataclass(frozen=True)
class Added:
    """What entering somebody wrote; enough to take it back."""

    name: str
    enrolment_id: UUID
    person_id: UUID
    is_new_person: bool
    was_in_course: bool


def understood(typed: Typed, today: date) -> Entry:
    """The fields as they will be stored: day or year of birth, digits of phone and number."""
    name, birth = clean_name(typed.name), clean_birth(typed.birth, today)
    phone, identity = clean_phone(typed.phone), clean_identity(typed.identity_number)
    row = PersonRow(
        sheet="",
        row=0,
        name=name.value or "",
        gender=typed.gender,
        birth_date=birth.value.day if birth.value else None,
        birth_year=birth.value.year if birth.value else None,
        identity_number=identity.value,
        phone=phone.value,
        hamlet=clean_text(typed.hamlet).value,
        role=clean_text(typed.role).value,
    )
    problems = [EntryProblem.NO_NAME] if not row.name else []
    cells: tuple[tuple[Cleaned[object], EntryProblem], ...] = (
        (name, EntryProblem.BAD_NAME),  # type: ignore[assignment]
        (birth, EntryProblem.BAD_BIRTH),
        (phone, EntryProblem.BAD_PHONE),
        (identity, EntryProblem.BAD_IDENTITY),
    )
    problems += [problem for cell, problem in cells if _asks(cell)]
    return Entry(row, typed.unit_id, (*problems, *_contradictions(row)))


def _asks(cell: Cleaned[object]) -> bool:
    return any(mark.severity is Severity.QUESTION for mark in cell.marks)


def _contradictions(row: PersonRow) -> list[EntryProblem]:
    facts = identity_facts(row.identity_number) if row.identity_number else None
    if facts is None:
        return []
    found = []
    if row.gender is not None and row.gender != facts.gender:
        found.append(EntryProblem.IDENTITY_GENDER)
    if row.birth_year is not None and row.birth_year != facts.birth_year:
        found.append(EntryProblem.IDENTITY_BIRTH)
    return found


def likeness(session: Session, entry: Entry, course_id: UUID) -> Likeness | None:
    """Who among the people already stored this entry is, or may be; None for nobody."""
    match = match_row(session, entry.row, entry.unit_id)
    person_id = match.certain or match.possible
    if person_id is None:
        return None
    person = get_person(session, person_id)
    return Likeness(
        certain=match.certain is not None,
        person=person_records(session, [person.seq])[0],
        person_id=person_id,
        in_course=enrolment_of(session, course_id, person_id) is not None,
    )


def add_to_course(
    session: Session, by: Context, course_id: UUID, entry: Entry, same_as: UUID | None = None
) -> Added:
    """Enter somebody and enrol them in one go; `same_as` is who they are known as already.

    Raises BAD_VALUE while a problem stands, COURSE_CLOSED.
    """
    if entry.problems:
        raise AppError(ErrorCode.BAD_VALUE, field=str(entry.problems[0]), value="")
    row, unit = entry.row, entry.unit_id
    known = same_as or match_row(session, row, unit).certain
    hamlet = hamlet_called(session, by, unit, row.hamlet) if row.hamlet else None
    hamlet_id = hamlet.id if hamlet else None
    person = get_person(session, known) if known else _new(session, by, row, unit, hamlet_id)
    before = enrolment_of(session, course_id, person.id)
    place = EnrolmentPlace(unit_id=unit, hamlet_id=hamlet_id, role=row.role)
    enrolment = enrol(session, by, course_id, person.id, place, Origin.TYPED)
    return Added(person.name, enrolment, person.id, known is None, before is not None)


def _new(
    session: Session, by: Context, row: PersonRow, unit: UUID | None, hamlet: UUID | None
) -> Person:
    new = NewPerson(
        name=row.name,
        gender=row.gender,
        birth_date=row.birth_date,
        birth_year=row.birth_year,
        identity_number=row.identity_number,
        phone=row.phone,
        unit_id=unit,
        hamlet_id=hamlet,
    )
    return add_person(session, by, new)


def take_back(session: Session, by: Context, added: Added) -> None:
    """Undo entering somebody: the enrolment is gone, and the person where they were new."""
    if added.was_in_course:
        return
    enrolment = session.scalars(select(Enrolment).where(Enrolment.id == added.enrolment_id)).one()
    for key, value in {**changed(by), "deleted_at": by.clock()}.items():
        setattr(enrolment, key, value)
    if added.is_new_person:
        person = get_person(session, added.person_id)
        for key, value in {**changed(by), "deleted_at": by.clock(), "listed": False}.items():
            setattr(person, key, value)
        forget_person(session, person.search_rank)
