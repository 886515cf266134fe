"""Enrolments: people in a course, with place, team and role as they were then."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session, aliased

from ..models.context import Context
from ..models.courses import Course, Enrolment
from ..models.curriculum import EthnicGroup
from ..models.enums import CourseStatus, Origin, PlaceState
from ..models.errors import AppError, ErrorCode
from ..models.people import Person
from ..models.places import Hamlet, Unit
from ..models.teams import Team
from .cards import card_codes
from .facts import changed
from .people import identity_shown
from .places import hamlet_title


@dataclass(frozen=True)
class EnrolmentPlace:
    """Place, team and role of an enrolment, as of the course."""

    unit_id: UUID | None = None
    hamlet_id: UUID | None = None
    team_id: UUID | None = None
    role: str | None = None
    employer: str | None = None


@dataclass(frozen=True)
class EnrolmentRecord:
    """Somebody in a course as lists show them. Birth, gender and name are the person's of today."""

    seq: int
    id: UUID
    person_id: UUID
    """The canonical person: two enrolments of merged records share it."""
    name: str
    sort_key: bytes
    gender: str | None
    birth_date: date | None
    birth_year: int | None
    ethnic: str | None
    identity: str | None
    phone: str | None
    hamlet: str | None
    unit_id: UUID | None
    commune_code: str | None
    commune: str | None
    team: str | None
    role: str | None
    employer: str | None
    note: str | None
    code: str | None
    withdrawn: bool


def enrol(
    session: Session,
    by: Context,
    course_id: UUID,
    person_id: UUID,
    place: EnrolmentPlace,
    origin: Origin,
    import_row_id: UUID | None = None,
) -> UUID:
    """Put a person into a course; somebody who is in it already stays as they are.

    Returns the enrolment's id. Raises COURSE_CLOSED.
    """
    assert_open(session, course_id)
    known = enrolment_of(session, course_id, person_id)
    return known or add_enrolment(session, by, course_id, person_id, place, origin, import_row_id)


def add_enrolment(
    session: Session,
    by: Context,
    course_id: UUID,
    person_id: UUID,
    place: EnrolmentPlace,
    origin: Origin,
    import_row_id: UUID | None = None,
) -> UUID:
    """Put somebody who is new into a course that is open: what `enrol` does after its checks."""
    enrolment = Enrolment(
        id=by.new_id(),
        person_id=person_id,
        course_id=course_id,
        unit_id=place.unit_id,
        place_state=PlaceState.KNOWN if place.unit_id else PlaceState.UNKNOWN,
        hamlet_id=place.hamlet_id,
        team_id=place.team_id,
        role=place.role,
        employer=place.employer,
        origin=origin,
        import_row_id=import_row_id,
        **changed(by),
    )
    session.add(enrolment)
    session.flush()
    return enrolment.id


def assert_open(session: Session, course_id: UUID) -> None:
    """Refuse to change a course that is closed. Raises COURSE_CLOSED."""
    code, status = session.execute(_STATUS, {"course": course_id}).one()
    if status == CourseStatus.CLOSED:
        raise AppError(ErrorCode.COURSE_CLOSED, course=code)


# Statements that run once a row or a scan are made once: building one takes longer than running it.
_STATUS = select(Course.code, Course.status).where(Course.id == bindparam("course"))
_THEIRS, _RECORD = aliased(Person), aliased(Person)
_ENROLMENT_OF = (
    select(Enrolment.id)
    .join(_RECORD, _RECORD.id == Enrolment.person_id)
    .where(
        Enrolment.course_id == bindparam("course"),
        _RECORD.canonical_id
        == select(_THEIRS.canonical_id).where(_THEIRS.id == bindparam("person")).scalar_subquery(),
        Enrolment.withdrawn_at.is_(None),
        Enrolment.deleted_at.is_(None),
    )
    .order_by(Enrolment.seq)
    .limit(1)
)


def enrolment_of(session: Session, course_id: UUID, person_id: UUID) -> UUID | None:
    """The enrolment of a person (or of a record merged with theirs) that is not withdrawn."""
    return session.scalar(_ENROLMENT_OF, {"course": course_id, "person": person_id})


def withdraw(session: Session, by: Context, enrolment_id: UUID, reason: str) -> None:
    """Take somebody out of a course; the enrolment stays, with the reason.

    Raises NOT_ENROLLED, COURSE_CLOSED.
    """
    row = session.scalars(select(Enrolment).where(Enrolment.id == enrolment_id)).first()
    if row is None:
        raise AppError(ErrorCode.NOT_ENROLLED, person=str(enrolment_id))
    assert_open(session, row.course_id)
    for key, value in changed(by).items():
        setattr(row, key, value)
    row.withdrawn_at, row.withdrawn_reason = by.clock(), reason


def course_people(
    session: Session, course_id: UUID, reveal: bool = False, withdrawn: bool = False
) -> list[EnrolmentRecord]:
    """Everybody in a course in the order of names, each once; the withdrawn only when asked for."""
    record, canonical = aliased(Person), aliased(Person)
    query = (
        select(
            Enrolment,
            canonical,
            Hamlet.kind,
            Hamlet.name,
            Unit.code,
            Unit.name,
            Team.name,
            EthnicGroup.name,
        )
        .join(record, record.id == Enrolment.person_id)
        .join(canonical, canonical.id == record.canonical_id)
        .outerjoin(Hamlet, Hamlet.id == Enrolment.hamlet_id)
        .outerjoin(Unit, Unit.id == Enrolment.unit_id)
        .outerjoin(Team, Team.id == Enrolment.team_id)
        .outerjoin(EthnicGroup, EthnicGroup.key == canonical.ethnic_key)
        .where(Enrolment.course_id == course_id, Enrolment.deleted_at.is_(None))
        # Of somebody who withdrew and came back, the enrolment that counts stands first.
        .order_by(
            canonical.sort_key,
            canonical.seq,
            Enrolment.withdrawn_at.is_not(None),
            Enrolment.seq,
        )
    )
    if not withdrawn:
        query = query.where(Enrolment.withdrawn_at.is_(None))
    rows = session.execute(query).all()
    people = [row[1].id for row in rows]
    identities = identity_shown(session, people, reveal)
    codes = card_codes(session, people)
    records: dict[UUID, EnrolmentRecord] = {}
    for enrolment, person, kind, hamlet, code, commune, team, ethnic in rows:
        if person.id in records:
            continue
        records[person.id] = EnrolmentRecord(
            seq=enrolment.seq,
            id=enrolment.id,
            person_id=person.id,
            name=person.name,
            sort_key=person.sort_key,
            gender=person.gender,
            birth_date=person.birth_date,
            birth_year=person.birth_year,
            ethnic=ethnic,
            identity=identities.get(person.id),
            phone=person.phone,
            hamlet=hamlet_title(kind, hamlet) if hamlet else None,
            unit_id=enrolment.unit_id,
            commune_code=code,
            commune=commune,
            team=team,
            role=enrolment.role,
            employer=enrolment.employer or person.employer,
            note=person.note,
            code=codes.get(person.id),
            withdrawn=enrolment.withdrawn_at is not None,
        )
    return list(records.values())
