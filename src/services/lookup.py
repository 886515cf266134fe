"""Who is meant: people as a shell or a table of results names them."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session, aliased

from ..models.courses import Enrolment
from ..models.errors import AppError, ErrorCode
from ..models.names import fold, nfc
from ..models.people import Card, Person, PersonRedirect
from ..scanning.codes import grouped, normalise
from .courses import CourseRecord
from .enrolments import EnrolmentRecord, course_people
from .people import PersonRecord, get_person, person_records

_MOST = 20
"""More candidates than this are not told."""


class Roll:
    """The people of a course, found by id, card code, phone or full name."""

    def __init__(self, session: Session, course: CourseRecord) -> None:
        self._session, self._course = session, course
        self._people = course_people(session, course.id)

    def find(self, text: str) -> EnrolmentRecord:
        """The one who is meant.

        Raises UNKNOWN_PERSON, NOT_ENROLLED for somebody who is not in the course, and
        AMBIGUOUS_PERSON with `candidates`, a line each.
        """
        written = nfc(text)
        person_id = _certain(self._session, written)
        if person_id is not None:
            return self._enrolled(person_id)
        found = self._phoned(written) or self._called(written)
        if not found:
            raise AppError(ErrorCode.UNKNOWN_PERSON, person=written)
        if len(found) > 1:
            candidates = tuple(_candidate(person) for person in found)
            raise AppError(ErrorCode.AMBIGUOUS_PERSON, person=written, candidates=candidates)
        return found[0]

    def _enrolled(self, person_id: UUID) -> EnrolmentRecord:
        for person in self._people:
            if person.person_id == person_id:
                return person
        name = self._session.scalar(select(Person.name).where(Person.id == person_id))
        raise AppError(ErrorCode.NOT_ENROLLED, person=name, course=self._course.code)

    def _phoned(self, text: str) -> list[EnrolmentRecord]:
        digits = "".join(text.split())
        return [person for person in self._people if digits and person.phone == digits]

    def _called(self, text: str) -> list[EnrolmentRecord]:
        """Those of this full name: as written if somebody is, else without regard to accents."""
        alike = [person for person in self._people if fold(person.name) == fold(text)]
        return [p for p in alike if p.name.casefold() == text.casefold()] or alike


def person_called(session: Session, text: str) -> UUID:
    """The (canonical) person of everybody stored who is meant: id, card code, phone or full name.

    Raises UNKNOWN_PERSON; AMBIGUOUS_PERSON with `candidates`, a line each.
    """
    written = nfc(text)
    certain = _certain(session, written)
    if certain is not None:
        return certain
    digits = "".join(written.split())
    found = _listed(session, Person.phone == digits) if digits.isdigit() else []
    found = found or _exactly(_listed(session, Person.folded == fold(written)), written)
    if not found:
        raise AppError(ErrorCode.UNKNOWN_PERSON, person=written)
    if len(found) > 1:
        candidates = tuple(f"{person.id}  {_candidate(person)}" for person in found)
        raise AppError(ErrorCode.AMBIGUOUS_PERSON, person=written, candidates=candidates)
    return found[0].id


def merged_called(session: Session, text: str) -> UUID:
    """What `unmerge` is told: a redirect, the record that was merged away, or who it is read as.

    Either is known by id, card code, phone or full name. Raises UNKNOWN_PERSON; AMBIGUOUS_PERSON
    with `candidates`, a line each, beginning with an id that says which merge is meant.
    """
    written = nfc(text)
    identifier, code = _uuid(written), normalise(written)
    if identifier is not None:
        return identifier
    if code is not None:
        found = _merges(session, Person.id.in_(select(Card.person_id).where(Card.code == code)))
    else:
        digits = "".join(written.split())
        phoned = _merges(session, Person.phone == digits) if digits.isdigit() else []
        found = phoned or _merges(session, Person.folded == fold(written))
        found = [m for m in found if m.called.casefold() == written.casefold()] or found
    if len(found) > 1:
        candidates = tuple(merge.words for merge in found)
        raise AppError(ErrorCode.AMBIGUOUS_PERSON, person=written, candidates=candidates)
    return found[0].redirect if found else person_called(session, written)


@dataclass(frozen=True)
class _Merge:
    """A merge that stands; `called` is the one of its two records that was asked for."""

    redirect: UUID
    called: str
    kept: str
    other: str

    @property
    def words(self) -> str:
        return f"{self.redirect}  {self.other} -> {self.kept}"


def _merges(session: Session, condition: ColumnElement[bool]) -> list[_Merge]:
    """The merges by which such records were merged away, and the last into each that stands."""
    people = session.execute(
        select(Person.id, Person.name).where(condition).order_by(Person.seq).limit(_MOST)
    )
    found: dict[UUID, _Merge] = {}
    for person_id, name in people.all():
        redirect = _merge_of(session, person_id)
        if redirect is not None:
            kept = get_person(session, redirect.to_id).name
            other = get_person(session, redirect.from_id).name
            found[redirect.id] = _Merge(redirect.id, name, kept, other)
    return list(found.values())


def _merge_of(session: Session, person_id: UUID) -> PersonRedirect | None:
    live = select(PersonRedirect).where(PersonRedirect.deleted_at.is_(None))
    away = session.scalars(live.where(PersonRedirect.from_id == person_id)).first()
    last = live.where(PersonRedirect.to_id == person_id).order_by(PersonRedirect.id.desc())
    return away or session.scalars(last.limit(1)).first()


def _listed(session: Session, condition: ColumnElement[bool]) -> list[PersonRecord]:
    seqs = session.scalars(
        select(Person.seq).where(condition, Person.listed).order_by(Person.seq).limit(_MOST)
    )
    return person_records(session, list(seqs))


def _exactly(alike: list[PersonRecord], text: str) -> list[PersonRecord]:
    """Those whose name is as written if somebody's is, else all."""
    return [p for p in alike if p.name.casefold() == text.casefold()] or alike


def _certain(session: Session, text: str) -> UUID | None:
    """The canonical person of an id or a card. Raises UNKNOWN_PERSON for one nobody has."""
    identifier, code = _uuid(text), normalise(text)
    query = select(Person.canonical_id).where(Person.deleted_at.is_(None))
    if identifier is not None:
        query = query.where(Person.id == identifier)
    elif code is not None:
        query = query.join(Card, Card.person_id == Person.id)
        query = query.where(Card.code == code, Card.revoked_at.is_(None))
    else:
        return None
    person_id = session.scalar(query)
    if person_id is None:
        raise AppError(ErrorCode.UNKNOWN_PERSON, person=text)
    return person_id


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text) if len(text) == 36 else None
    except ValueError:
        return None


def _candidate(person: EnrolmentRecord | PersonRecord) -> str:
    born = str(person.birth_year) if person.birth_year else None
    known = (person.name, born, person.hamlet, person.commune, person.note)
    card = grouped(person.code) if person.code else "-"
    return f"{card}  {', '.join(part for part in known if part)}"


def latest_roles(session: Session, people: Sequence[UUID]) -> dict[UUID, str | None]:
    """The role of each of these (canonical) people in the enrolment that was made last."""
    record = aliased(Person)
    last = (
        select(record.canonical_id, func.max(Enrolment.seq).label("seq"))
        .join(record, record.id == Enrolment.person_id)
        .where(record.canonical_id.in_(people), Enrolment.deleted_at.is_(None))
        .group_by(record.canonical_id)
        .subquery()
    )
    rows = session.execute(
        select(last.c.canonical_id, Enrolment.role).join(Enrolment, Enrolment.seq == last.c.seq)
    )
    return {row[0]: row[1] for row in rows}
