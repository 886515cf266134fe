"""The door: one evaluator for window and shell, one transaction a scan, every scan kept."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session, aliased

from ..models.attendance import Attendance, Scan
from ..models.clock import from_local, local
from ..models.context import Context
from ..models.courses import Course, CourseSession, Enrolment
from ..models.enums import (
    AttendanceMode,
    CourseStatus,
    ScanSource,
    Verdict,
)
from ..models.errors import AppError, ErrorCode
from ..models.people import Card, Person
from ..scanning.codes import normalise
from .attendance import ATTENDED, COUNTING, derive
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
class _Door:
    """What a scan needs to know of its session, and the scan that came with this nonce before."""

    course_id: UUID
    starts: datetime
    late_after: int
    venue: str | None
    repeated_id: UUID | None


@dataclass(frozen=True)
class _Holder:
    """Whose card it is (the canonical person), and their enrolment in the course."""

    card_id: UUID
    person_id: UUID
    name: str
    enrolment_id: UUID | None


@dataclass(frozen=True)
class _Seen:
    """That somebody is in already; no time where that was said by hand."""

    first_at: datetime | None


# Statements of the door are made once: making one costs ten times as much as running it.
_BEARER, _CANONICAL, _RECORD = aliased(Person), aliased(Person), aliased(Person)

_DOOR = (
    select(
        CourseSession.course_id,
        CourseSession.starts,
        CourseSession.late_after,
        CourseSession.venue,
        Scan.id,
        Course.status,
        Course.code,
    )
    .join(Course, Course.id == CourseSession.course_id)
    .outerjoin(Scan, Scan.nonce == bindparam("nonce"))
    .where(CourseSession.id == bindparam("session"))
)

_RECORDS = select(_RECORD.id).where(_RECORD.canonical_id == _CANONICAL.id).correlate(_CANONICAL)
_ENROLMENT = (
    select(Enrolment.id)
    .where(Enrolment.course_id == bindparam("course"), Enrolment.person_id.in_(_RECORDS))
    .where(Enrolment.withdrawn_at.is_(None), Enrolment.deleted_at.is_(None))
    .order_by(Enrolment.seq)
    .limit(1)
    .correlate(_CANONICAL)
    .scalar_subquery()
)

_HOLDER = (
    select(Card.id, _CANONICAL.id, _CANONICAL.name, _ENROLMENT)
    .join(_BEARER, _BEARER.id == Card.person_id)
    .join(_CANONICAL, _CANONICAL.id == _BEARER.canonical_id)
    .where(Card.code == bindparam("code"), Card.revoked_at.is_(None))
    .where(_CANONICAL.deleted_at.is_(None))
)

_THEIR_ENROLMENTS = (
    select(Enrolment.id)
    .join(Person, Person.id == Enrolment.person_id)
    .where(Person.canonical_id == bindparam("person"))
)
_SEEN = (
    select(Attendance.first_at)
    .where(Attendance.session_id == bindparam("session"), Attendance.status.in_(ATTENDED))
    .where(Attendance.enrolment_id.in_(_THEIR_ENROLMENTS))
    .order_by(Attendance.first_at)
    .limit(1)
)


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
    door = _open_door(session, session_id, nonce)
    if door.repeated_id is not None:
        return _answer_again(session, door.repeated_id)
    at = at or local(by.clock())
    code = normalise(payload)
    holder = _holder(session, code, door.course_id) if code else None
    enrolment = holder.enrolment_id if holder else None
    seen = _seen(session, session_id, holder.person_id) if holder else None
    verdict = _verdict(door, at, code, holder, seen)
    late = _minutes_late(door, at) if verdict == Verdict.LATE else None
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
            venue=door.venue,
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
    door: _Door, at: datetime, code: str | None, holder: _Holder | None, seen: _Seen | None
) -> Verdict:
    if code is None:
        return Verdict.MALFORMED
    if holder is None:
        return Verdict.UNKNOWN_CODE
    if holder.enrolment_id is None:
        return Verdict.NOT_ENROLLED
    if seen is not None:
        return Verdict.ALREADY_IN
    on_time = _minutes_late(door, at) is None
    return Verdict.PRESENT if on_time else Verdict.LATE


def _minutes_late(door: _Door, at: datetime) -> int | None:
    if at <= door.starts + timedelta(minutes=door.late_after):
        return None
    return int((at - door.starts).total_seconds() // 60)


def _open_door(session: Session, session_id: UUID, nonce: UUID) -> _Door:
    found = session.execute(_DOOR, {"session": session_id, "nonce": nonce}).first()
    if found is None:
        raise AppError(ErrorCode.UNKNOWN_SESSION, session=str(session_id))
    course, starts, late_after, venue, repeated, status, code = found
    if status == CourseStatus.CLOSED:
        raise AppError(ErrorCode.COURSE_CLOSED, course=code)
    return _Door(course, starts, late_after, venue, repeated)


def _holder(session: Session, code: str, course_id: UUID) -> _Holder | None:
    row = session.execute(_HOLDER, {"code": code, "course": course_id}).first()
    return _Holder(*row) if row else None


def _seen(session: Session, session_id: UUID, person_id: UUID) -> _Seen | None:
    row = session.execute(_SEEN, {"session": session_id, "person": person_id}).first()
    return _Seen(*row) if row else None


def _first_at(seen: _Seen | None) -> datetime | None:
    return local(seen.first_at) if seen is not None and seen.first_at else None


def _harmless(payload: str) -> str | None:
    """A malformed scan as it may be kept: nothing that could hold an identity number.

    Sixteen digits alone are a card's code read or typed wrongly.
    """
    text = payload.strip()
    joined = re.sub(r"[\s.-]", "", text)
    if _DIGITS.search(joined) and not re.fullmatch(r"\d{16}", joined):
        return None
    return text[:80] or None


def _answer_again(session: Session, scan_id: UUID) -> Answer:
    scan = session.scalars(select(Scan).where(Scan.id == scan_id)).one()
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
