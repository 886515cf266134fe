"""The effective attendance: derived from scans and corrections, never entered by itself.

One row per enrolment and session, replayed in the order (written, machine, counter): the first
valid scan sets present or late, a correction overrides what came before it, an undo voids one fact.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session, aliased

from ..db.dialect import upsert
from ..models.attendance import Attendance, Correction, Scan
from ..models.base import Base
from ..models.context import Context
from ..models.courses import Course, CourseSession, Enrolment
from ..models.enums import (
    AttendanceMode,
    AttendanceStatus,
    CorrectionKind,
    CourseStatus,
    SessionStatus,
    Verdict,
)
from ..models.errors import AppError, ErrorCode
from ..models.people import Person
from .facts import stamp

ATTENDED = (AttendanceStatus.PRESENT, AttendanceStatus.LATE)
COUNTING = {Verdict.PRESENT: AttendanceStatus.PRESENT, Verdict.LATE: AttendanceStatus.LATE}
RANK = {s: i for i, s in enumerate(("present", "late", "excused", "absent"))}


# Made once: making a statement costs ten times as much as running it, and the door waits.
_SCANS = select(Scan).where(
    Scan.enrolment_id == bindparam("enrolment"), Scan.session_id == bindparam("session")
)
_CORRECTIONS = select(Correction).where(
    Correction.enrolment_id == bindparam("enrolment"),
    Correction.session_id == bindparam("session"),
)


@dataclass(frozen=True)
class Mark:
    """What one enrolment has in one session."""

    status: AttendanceStatus
    first_at: datetime | None
    minutes_late: int | None


def replay(scans: Iterable[Scan], corrections: Iterable[Correction]) -> Scan | Correction | None:
    """The fact that decides, read in order: a correction overrides what came before it, a scan
    that counts sets who is not there yet. So somebody excused who comes after all is present.
    """
    corrections = list(corrections)
    voided = voided_facts(corrections)
    setting = [c for c in corrections if c.kind == CorrectionKind.SET]
    counting = [s for s in scans if s.verdict in COUNTING]
    deciding: Scan | Correction | None = None
    facts: list[Scan | Correction] = [*setting, *counting]
    for fact in sorted(facts, key=_order):
        is_in = deciding is not None and _status(deciding) in ATTENDED
        if fact.id not in voided and not (is_in and isinstance(fact, Scan)):
            deciding = fact
    return deciding


def _status(fact: Scan | Correction) -> AttendanceStatus | None:
    return fact.status if isinstance(fact, Correction) else COUNTING[fact.verdict]


def voided_facts(corrections: Iterable[Correction]) -> set[UUID]:
    """The facts that no longer count. Who voids a void makes the fact count again."""
    voided: set[UUID] = set()
    for correction in sorted(corrections, key=_order, reverse=True):
        if correction.kind == CorrectionKind.VOID and correction.id not in voided:
            assert correction.voids_id is not None
            voided.add(correction.voids_id)
    return voided


def _order(fact: Scan | Correction) -> tuple[datetime, str, int]:
    return fact.written, fact.machine, fact.counter


def derive(session: Session, enrolment_id: UUID, session_id: UUID) -> None:
    """Write the attendance row that the facts of this enrolment and session give."""
    session.flush()
    pair = {"enrolment": enrolment_id, "session": session_id}
    scans = session.scalars(_SCANS, pair).all()
    corrections = session.scalars(_CORRECTIONS, pair).all()
    row = attendance_row(enrolment_id, session_id, scans, corrections)
    if row is not None:
        upsert(session, Base.metadata.tables["attendance"], [row])
        return
    old = session.get(Attendance, (enrolment_id, session_id))
    if old is not None:
        session.delete(old)
        session.flush()


def attendance_row(
    enrolment_id: UUID,
    session_id: UUID,
    scans: Sequence[Scan],
    corrections: Sequence[Correction],
) -> dict[str, object] | None:
    """The columns of the derived row, None where no fact stands."""
    fact = replay(scans, corrections)
    if fact is None:
        return None
    row: dict[str, object] = {
        "enrolment_id": enrolment_id,
        "session_id": session_id,
        "fact_id": fact.id,
        "status": _status(fact),
        "first_at": None,
        "minutes_late": None,
        "mode": AttendanceMode.VENUE,
        "venue": None,
    }
    if isinstance(fact, Scan):
        row |= {"first_at": fact.happened, "minutes_late": fact.minutes_late}
        row |= {"mode": fact.mode, "venue": fact.venue}
    return row


def undo(session: Session, by: Context, fact_id: UUID) -> None:
    """Void one scan or correction; it stays in the history. Raises BAD_VALUE for another id."""
    scan = session.get(Scan, fact_id)
    fact = scan if scan is not None else session.get(Correction, fact_id)
    if fact is None or fact.enrolment_id is None:
        raise AppError(ErrorCode.BAD_VALUE, field="fact", value=str(fact_id))
    _assert_open(session, fact.session_id)
    session.add(
        Correction(
            session_id=fact.session_id,
            enrolment_id=fact.enrolment_id,
            kind=CorrectionKind.VOID,
            voids_id=fact.id,
            **stamp(session, by).fields(),
        )
    )
    derive(session, fact.enrolment_id, fact.session_id)


def set_status(
    session: Session,
    by: Context,
    enrolment_id: UUID,
    session_id: UUID,
    status: AttendanceStatus,
    reason: str = "",
) -> UUID:
    """Set somebody's attendance by hand; returns the correction's id. Raises COURSE_CLOSED."""
    _assert_open(session, session_id)
    mark = stamp(session, by)
    session.add(
        Correction(
            session_id=session_id,
            enrolment_id=enrolment_id,
            kind=CorrectionKind.SET,
            status=status,
            reason=reason or None,
            **mark.fields(),
        )
    )
    derive(session, enrolment_id, session_id)
    return mark.id


def _assert_open(session: Session, session_id: UUID) -> None:
    course = session.scalars(
        select(Course)
        .join(CourseSession, CourseSession.course_id == Course.id)
        .where(CourseSession.id == session_id)
    ).one()
    if course.status == CourseStatus.CLOSED:
        raise AppError(ErrorCode.COURSE_CLOSED, course=course.code)


def course_marks(session: Session, course_id: UUID) -> dict[tuple[UUID, UUID], Mark]:
    """Of a course: (canonical person, session) to mark; the better of two merged records' marks."""
    record = aliased(Person)
    rows = session.execute(
        select(record.canonical_id, Attendance)
        .join(Enrolment, Enrolment.id == Attendance.enrolment_id)
        .join(record, record.id == Enrolment.person_id)
        .where(Enrolment.course_id == course_id, Enrolment.deleted_at.is_(None))
    )
    marks: dict[tuple[UUID, UUID], Mark] = {}
    for person, row in rows:
        key = (person, row.session_id)
        if key not in marks or RANK[row.status] < RANK[marks[key].status]:
            marks[key] = Mark(row.status, row.first_at, row.minutes_late)
    return marks


def counted_sessions(session: Session, course_id: UUID) -> list[UUID]:
    """Sessions that count for attendance, in order: not cancelled, not headcount only."""
    return list(
        session.scalars(
            select(CourseSession.id)
            .where(
                CourseSession.course_id == course_id,
                CourseSession.status != SessionStatus.CANCELLED,
                CourseSession.headcount_only.is_(False),
                CourseSession.deleted_at.is_(None),
            )
            .order_by(CourseSession.number)
        )
    )
