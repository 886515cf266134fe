"""The door: one evaluator for window and shell, one transaction a scan, every scan kept."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from ..models.attendance import Attendance, Correction, Scan
from ..models.clock import from_local, local
from ..models.context import Context
from ..models.courses import Course, CourseSession, Enrolment
from ..models.enums import (
    AttendanceMode,
    AttendanceStatus,
    CorrectionKind,
    CourseStatus,
    ScanSource,
    Verdict,
)
from ..models.errors import AppError, ErrorCode
from ..models.people import Card, Person
from ..scanning.codes import normalise
from .attendance import ATTENDED, COUNTING, derive, voided_facts
from .enrolments import enrolment_of
from .facts import stamp

_DIGITS = re.compile(r"\d{9,}")


@dataclass(frozen=True)
class Answer:
    """What a scan is answered: verdict, whom it is about, and when they were first seen."""

    verdict: Verdict
    code: str | None
    scan_id: UUID
    person_id: UUID | None = None
    enrolment_id: UUID | None = None
    name: str | None = None
    first_at: datetime | None = None
    """Vietnamese civil time."""
    minutes_late: int | None = None


@dataclass(frozen=True)
class _Holder:
    card_id: UUID
    person_id: UUID
    name: str


def check_in(
    session: Session,
    by: Context,
    session_id: UUID,
    payload: str,
    nonce: UUID,
    at: datetime | None = None,
    source: ScanSource = ScanSource.WEDGE,
) -> Answer:
    """Answer one scan and keep it. `at` is Vietnamese civil time, now unless told.

    The same `nonce` again returns the first answer and writes nothing. Raises UNKNOWN_SESSION
    and COURSE_CLOSED; anything the scan itself says is a verdict.
    """
    course_session = _open_session(session, session_id)
    repeated = session.scalars(select(Scan).where(Scan.nonce == nonce)).first()
    if repeated is not None:
        return _answer_again(session, repeated)
    at = at or local(by.clock())
    code = normalise(payload)
    holder = _holder(session, code) if code else None
    enrolment = (
        enrolment_of(session, course_session.course_id, holder.person_id) if holder else None
    )
    seen = _seen(session, session_id, holder.person_id) if holder else None
    verdict = _verdict(course_session, at, code, holder, enrolment, seen)
    late = _minutes_late(course_session, at) if verdict == Verdict.LATE else None
    mark = stamp(session, by, from_local(at))
    session.add(
        Scan(
            nonce=nonce,
            session_id=session_id,
            source=source,
            payload=code or _harmless(payload),
            payload_length=len(payload),
            card_id=holder.card_id if holder else None,
            person_id=holder.person_id if holder else None,
            enrolment_id=enrolment,
            verdict=verdict,
            minutes_late=late,
            mode=AttendanceMode.VENUE,
            venue=course_session.venue,
            **mark.fields(),
        )
    )
    if verdict in COUNTING:
        assert enrolment is not None
        derive(session, enrolment, session_id)
    first_at = at if verdict in COUNTING else _first_at(seen)
    return Answer(
        verdict=verdict,
        code=code or _harmless(payload),
        scan_id=mark.id,
        person_id=holder.person_id if holder else None,
        enrolment_id=enrolment,
        name=holder.name if holder else None,
        first_at=first_at,
        minutes_late=late,
    )


def _verdict(
    course_session: CourseSession,
    at: datetime,
    code: str | None,
    holder: _Holder | None,
    enrolment: UUID | None,
    seen: Attendance | None,
) -> Verdict:
    if code is None:
        return Verdict.MALFORMED
    if holder is None:
        return Verdict.UNKNOWN_CODE
    if enrolment is None:
        return Verdict.NOT_ENROLLED
    if seen is not None:
        return Verdict.ALREADY_IN
    on_time = _minutes_late(course_session, at) is None
    return Verdict.PRESENT if on_time else Verdict.LATE


def _minutes_late(course_session: CourseSession, at: datetime) -> int | None:
    if at <= course_session.starts + timedelta(minutes=course_session.late_after):
        return None
    return int((at - course_session.starts).total_seconds() // 60)


def _open_session(session: Session, session_id: UUID) -> CourseSession:
    found = session.execute(
        select(CourseSession, Course)
        .join(Course, Course.id == CourseSession.course_id)
        .where(CourseSession.id == session_id)
    ).first()
    if found is None:
        raise AppError(ErrorCode.UNKNOWN_SESSION, session=str(session_id))
    course_session, course = found
    if course.status == CourseStatus.CLOSED:
        raise AppError(ErrorCode.COURSE_CLOSED, course=course.code)
    return course_session


def _holder(session: Session, code: str) -> _Holder | None:
    bearer, canonical = aliased(Person), aliased(Person)
    row = session.execute(
        select(Card.id, canonical.id, canonical.name)
        .join(bearer, bearer.id == Card.person_id)
        .join(canonical, canonical.id == bearer.canonical_id)
        .where(Card.code == code, Card.revoked_at.is_(None), canonical.deleted_at.is_(None))
    ).first()
    return _Holder(*row) if row else None


def _seen(session: Session, session_id: UUID, person_id: UUID) -> Attendance | None:
    return session.scalars(
        select(Attendance)
        .join(Enrolment, Enrolment.id == Attendance.enrolment_id)
        .join(Person, Person.id == Enrolment.person_id)
        .where(
            Attendance.session_id == session_id,
            Attendance.status.in_(ATTENDED),
            Person.canonical_id == person_id,
        )
        .order_by(Attendance.first_at)
    ).first()


def _first_at(seen: Attendance | None) -> datetime | None:
    return local(seen.first_at) if seen is not None and seen.first_at else None


def _harmless(payload: str) -> str | None:
    """A malformed scan as it may be kept: nothing that could hold an identity number."""
    text = payload.strip()
    digits = "".join(c for c in text if c.isdigit())
    return None if len(digits) >= 9 or _DIGITS.search(text) else text[:80] or None


def _answer_again(session: Session, scan: Scan) -> Answer:
    person = (
        session.scalars(select(Person).where(Person.id == scan.person_id)).first()
        if scan.person_id
        else None
    )
    counted = scan.verdict in COUNTING
    seen = _seen(session, scan.session_id, scan.person_id) if scan.person_id else None
    return Answer(
        verdict=scan.verdict,
        code=scan.payload,
        scan_id=scan.id,
        person_id=scan.person_id,
        enrolment_id=scan.enrolment_id,
        name=person.name if person else None,
        first_at=local(scan.happened) if counted else _first_at(seen),
        minutes_late=scan.minutes_late,
    )


@dataclass(frozen=True)
class DoorCount:
    """How a session stands: people enrolled, present (also late), late."""

    enrolled: int
    present: int
    late: int


@dataclass(frozen=True)
class ScanLine:
    """A scan as the list beside the door shows it."""

    id: UUID
    at: datetime
    name: str | None
    verdict: Verdict
    code: str | None
    undone: bool


def recent_scans(session: Session, session_id: UUID, limit: int = 50) -> list[ScanLine]:
    """The latest scans of a session, the newest first."""
    voids = select(Correction).where(
        Correction.session_id == session_id, Correction.kind == CorrectionKind.VOID
    )
    undone = voided_facts(session.scalars(voids))
    rows = session.execute(
        select(Scan, Person.name)
        .outerjoin(Person, Person.id == Scan.person_id)
        .where(Scan.session_id == session_id)
        .order_by(Scan.written.desc(), Scan.counter.desc())
        .limit(limit)
    )
    return [
        ScanLine(scan.id, local(scan.happened), name, scan.verdict, scan.payload, scan.id in undone)
        for scan, name in rows
    ]


def door_count(session: Session, course_id: UUID, session_id: UUID) -> DoorCount:
    """How many are there, of how many: each person once."""
    canonical = (
        select(Person.canonical_id, Enrolment.id)
        .join(Enrolment, Enrolment.person_id == Person.id)
        .where(
            Enrolment.course_id == course_id,
            Enrolment.withdrawn_at.is_(None),
            Enrolment.deleted_at.is_(None),
        )
    )
    enrolment_person = {enrolment: person for person, enrolment in session.execute(canonical)}
    status: dict[UUID, AttendanceStatus] = {}
    for row in session.scalars(
        select(Attendance).where(
            Attendance.session_id == session_id, Attendance.status.in_(ATTENDED)
        )
    ):
        person = enrolment_person.get(row.enrolment_id)
        if person is not None and status.get(person) != AttendanceStatus.PRESENT:
            status[person] = row.status
    late = sum(s == AttendanceStatus.LATE for s in status.values())
    return DoorCount(len(set(enrolment_person.values())), len(status), late)
