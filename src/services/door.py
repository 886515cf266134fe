"""What stands beside the door: who is expected, who is there, which session it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from ..models.attendance import Correction, Scan
from ..models.clock import local
from ..models.context import Context
from ..models.courses import Course, Enrolment
from ..models.enums import AttendanceStatus, CourseStatus, Origin, SessionStatus, Verdict
from ..models.names import fold, words
from ..models.people import Person
from .attendance import Mark, course_marks, voided_facts
from .courses import CourseRecord, SessionRecord, courses_near
from .enrolments import EnrolmentPlace, EnrolmentRecord, course_people, enrol
from .people import get_person

LINES = 200
"""How many scans the list beside the door begins with."""

COUNTING = (Verdict.PRESENT, Verdict.LATE)
REFUSED = (Verdict.NOT_ENROLLED, Verdict.UNKNOWN_CODE, Verdict.MALFORMED)


@dataclass(frozen=True)
class DoorLine:
    """A scan as the list beside the door shows it; `at` is Vietnamese civil time."""

    scan_id: UUID
    at: datetime
    verdict: Verdict
    person_id: UUID | None = None
    name: str | None = None
    code: str | None = None
    minutes_late: int | None = None
    undone: bool = False


@dataclass(frozen=True)
class DoorState:
    """A session as the door finds it: everybody expected, what each has, the latest scans."""

    people: tuple[EnrolmentRecord, ...]
    marks: dict[UUID, AttendanceStatus]
    """Canonical person to status, only where there is one."""
    before: dict[UUID, AttendanceStatus]
    """The same of the session before this one; empty in the first."""
    lines: tuple[DoorLine, ...]
    repeated: int
    """Scans of people who were in already."""
    refused: int


@dataclass(frozen=True)
class DoorChoice:
    """The courses to choose from, the latest first, and the session to begin with."""

    courses: tuple[CourseRecord, ...]
    course: CourseRecord | None
    session: SessionRecord | None


@dataclass(frozen=True)
class Wanted:
    """A course somebody chose, and perhaps which of its sessions."""

    course: str
    number: int | None = None


def door_choice(
    session: Session, now: datetime, preferred: str = "", wanted: Wanted | None = None
) -> DoorChoice:
    """What the page offers, and where it begins: what is wanted, else the likeliest session.

    A wanted course without such a session, or without a number, begins at its own likeliest.
    """
    courses = tuple(courses_near(session, now, {preferred, wanted.course if wanted else ""}))
    course = next((c for c in courses if wanted and c.code == wanted.course), None)
    if course is None or wanted is None:
        return DoorChoice(courses, *(likely_session(courses, now, preferred) or (None, None)))
    record = next((s for s in course.sessions if s.number == wanted.number), None)
    own = record or (likely_session([course], now, course.code) or (None, None))[1]
    return DoorChoice(courses, course, own)


def likely_session(
    courses: Sequence[CourseRecord], now: datetime, preferred: str = ""
) -> tuple[CourseRecord, SessionRecord] | None:
    """The session that is open now, else one of today, else the preferred course's nearest.

    Among equals the preferred course comes first. Closed courses are left out unless preferred.
    """
    held = [
        (course, record)
        for course in courses
        for record in course.sessions
        if record.status != SessionStatus.CANCELLED
        and (course.status == CourseStatus.PLANNED or course.code == preferred)
    ]

    def order(pair: tuple[CourseRecord, SessionRecord]) -> tuple[bool, bool, bool, timedelta]:
        course, record = pair
        is_open = course.status == CourseStatus.PLANNED and opens(record) <= now <= record.ends
        is_today = course.status == CourseStatus.PLANNED and record.starts.date() == now.date()
        return not is_open, not is_today, course.code != preferred, abs(record.starts - now)

    return min(held, key=order, default=None)


def opens(record: SessionRecord) -> datetime:
    """When scans of a session begin to count."""
    return record.starts - timedelta(minutes=record.opens_before)


def door_state(session: Session, course: CourseRecord, record: SessionRecord) -> DoorState:
    """Everything the page holds of one session; read once, then kept up scan by scan."""
    marks = course_marks(session, course.id)
    earlier = [s.id for s in course.sessions if s.number < record.number]
    verdicts = list(session.scalars(select(Scan.verdict).where(Scan.session_id == record.id)))
    return DoorState(
        people=tuple(course_people(session, course.id)),
        marks=_of_session(marks, record.id),
        before=_of_session(marks, earlier[-1]) if earlier else {},
        lines=tuple(_lines(session, record.id)),
        repeated=verdicts.count(Verdict.ALREADY_IN),
        refused=sum(verdicts.count(verdict) for verdict in REFUSED),
    )


def _of_session(
    marks: dict[tuple[UUID, UUID], Mark], session_id: UUID
) -> dict[UUID, AttendanceStatus]:
    return {person: mark.status for (person, of), mark in marks.items() if of == session_id}


def _lines(session: Session, session_id: UUID) -> list[DoorLine]:
    corrections = select(Correction).where(Correction.session_id == session_id)
    undone = voided_facts(session.scalars(corrections))
    record = aliased(Person)
    rows = session.execute(
        select(Scan, Person.id, Person.name)
        .outerjoin(record, record.id == Scan.person_id)
        .outerjoin(Person, Person.id == record.canonical_id)
        .where(Scan.session_id == session_id)
        .order_by(Scan.written.desc(), Scan.counter.desc())
        .limit(LINES)
    )
    return [
        DoorLine(
            scan_id=scan.id,
            at=local(scan.happened),
            verdict=scan.verdict,
            person_id=person,
            name=name,
            code=scan.payload,
            minutes_late=scan.minutes_late,
            undone=scan.id in undone,
        )
        for scan, person, name in rows
    ]


def courses_of(session: Session, person_id: UUID) -> list[str]:
    """Codes of the courses under way that a person is in: where a foreign card belongs."""
    return list(
        session.scalars(
            select(Course.code)
            .join(Enrolment, Enrolment.course_id == Course.id)
            .join(Person, Person.id == Enrolment.person_id)
            .where(
                Person.canonical_id == person_id,
                Course.status == CourseStatus.PLANNED,
                Course.deleted_at.is_(None),
                Enrolment.withdrawn_at.is_(None),
                Enrolment.deleted_at.is_(None),
            )
            .distinct()
            .order_by(Course.code)
        )
    )


def admit(session: Session, by: Context, course_id: UUID, person_id: UUID) -> UUID:
    """Put somebody who came without being enrolled into the course, with their place of today.

    Returns the enrolment's id. Raises UNKNOWN_PERSON, COURSE_CLOSED.
    """
    person = get_person(session, person_id)
    place = EnrolmentPlace(person.unit_id, person.hamlet_id, employer=person.employer)
    return enrol(session, by, course_id, person_id, place, Origin.WALK_IN)


def found_people(
    people: Sequence[EnrolmentRecord], typed: str, limit: int = 8
) -> list[EnrolmentRecord]:
    """The people of a course that match what was typed: words of the name, a phone, four digits.

    Four digits are the last of the phone, the card or the identity number.
    """
    digits = "".join(typed.split())
    if digits.isdigit():
        return [p for p in people if _has_digits(p, digits)][:limit]
    asked = words(typed)
    if not asked:
        return []
    return [p for p in people if _has_words(p, asked)][:limit]


def _has_words(person: EnrolmentRecord, asked: Sequence[str]) -> bool:
    """Each word begins a word of the name or the note, in any order."""
    own = words(f"{person.name} {person.note or ''}")
    return all(any(word.startswith(part) for word in own) for part in asked)


def _has_digits(person: EnrolmentRecord, digits: str) -> bool:
    phone = "".join(c for c in person.phone or "" if c.isdigit())
    if len(digits) == 4:
        ends = (phone, person.code or "", person.identity or "")
        return any(end.endswith(digits) for end in ends) or phone.startswith(digits)
    return len(digits) > 1 and (phone.startswith(digits) or person.code == digits)


def place_key(person: EnrolmentRecord) -> tuple[bool, str, str, bytes]:
    """The order of a list to call by: commune, hamlet, name; without a place at the end."""
    return (
        person.commune is None,
        fold(person.commune or ""),
        fold(person.hamlet or ""),
        person.sort_key,
    )
