"""Checking a data file: are the derived rows what the facts say, are the numbers without gaps?"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from ..models.attendance import Attendance, Correction, Scan
from ..models.certificates import CertificateNumber
from ..models.outcomes import Assessment, SkillStatus
from ..models.people import Person
from .attendance import COUNTING, attendance_row


@dataclass(frozen=True)
class IntegrityReport:
    """What is wrong, in plain words for the log; empty lists mean a sound file."""

    problems: tuple[str, ...]
    people: int
    scans: int
    attendances: int


def check_derived(session: Session) -> IntegrityReport:
    """Compare everything derived with the facts it comes from."""
    problems = [
        *_attendance(session),
        *_skills(session),
        *_people(session),
        *_search(session),
        *_numbers(session),
    ]
    return IntegrityReport(
        tuple(problems),
        _count(session, Person),
        _count(session, Scan),
        _count(session, Attendance),
    )


def _count(session: Session, table: type[Person] | type[Scan] | type[Attendance]) -> int:
    return session.scalar(select(func.count()).select_from(table)) or 0


def _attendance(session: Session) -> Iterator[str]:
    """Pairs with corrections are replayed; of the others the first counting scan decides."""
    corrected = set()
    for row in session.execute(select(Correction.enrolment_id, Correction.session_id).distinct()):
        corrected.add((row[0], row[1]))
        yield from _replayed(session, row[0], row[1])
    expected: dict[tuple[UUID, UUID], tuple[UUID, str]] = {}
    scans = session.execute(
        select(Scan.enrolment_id, Scan.session_id, Scan.id, Scan.verdict)
        .where(Scan.verdict.in_(COUNTING), Scan.enrolment_id.is_not(None))
        .order_by(Scan.enrolment_id, Scan.session_id, Scan.written, Scan.machine, Scan.counter)
        .execution_options(yield_per=10_000)
    )
    for pair, group in groupby(scans, key=lambda s: (s[0], s[1])):
        if pair not in corrected:
            first = next(group)
            expected[pair] = (first[2], COUNTING[first[3]])
    stored = session.execute(
        select(
            Attendance.enrolment_id,
            Attendance.session_id,
            Attendance.fact_id,
            Attendance.status,
        ).execution_options(yield_per=10_000)
    )
    for enrolment, course_session, fact, status in stored:
        pair = (enrolment, course_session)
        if pair not in corrected and expected.pop(pair, None) != (fact, status):
            yield f"attendance {enrolment} {course_session}: not what the scans say"
    for enrolment, course_session in expected:
        yield f"attendance {enrolment} {course_session}: missing"


def _replayed(session: Session, enrolment: UUID, course_session: UUID) -> Iterator[str]:
    pair = {"enrolment_id": enrolment, "session_id": course_session}
    row = attendance_row(
        enrolment,
        course_session,
        session.scalars(select(Scan).filter_by(**pair)).all(),
        session.scalars(select(Correction).filter_by(**pair)).all(),
    )
    stored = session.scalars(select(Attendance).filter_by(**pair)).first()
    says = (row["fact_id"], row["status"]) if row else None
    if (stored and (stored.fact_id, stored.status)) != says:
        yield f"attendance {enrolment} {course_session}: not what the corrections say"


def _skills(session: Session) -> Iterator[str]:
    latest: dict[tuple[UUID, str], Assessment] = {}
    for word in session.scalars(
        select(Assessment)
        .where(Assessment.topic_key.is_(None), Assessment.skill_key.is_not(None))
        .order_by(Assessment.written, Assessment.machine, Assessment.counter)
    ):
        latest[word.enrolment_id, word.skill_key or ""] = word
    expected = {key: word.result for key, word in latest.items() if word.result is not None}
    stored = {(s.enrolment_id, s.skill_key): s.result for s in session.scalars(select(SkillStatus))}
    for key in expected.keys() | stored.keys():
        if expected.get(key) != stored.get(key):
            yield f"skill status {key[0]} {key[1]}: not the latest word"


def _people(session: Session) -> Iterator[str]:
    dangling = text(
        "SELECT count(*) FROM person p LEFT JOIN person c ON c.id = p.canonical_id "
        "WHERE c.id IS NULL OR c.canonical_id <> c.id "
        "OR p.listed <> (p.canonical_id = p.id AND p.deleted_at IS NULL)"
    )
    count = session.scalar(dangling)
    if count:
        yield f"{count} people whose redirect or listing is wrong"
    count = session.scalar(text(_ASTRAY))
    if count:
        yield f"{count} redirects that do not lead to whom their record is read as"


_ASTRAY = """
SELECT (
    SELECT count(*) FROM person_redirect d
    JOIN person f ON f.id = d.from_id JOIN person t ON t.id = d.to_id
    WHERE d.deleted_at IS NULL AND f.canonical_id <> t.canonical_id
) + (
    SELECT count(*) FROM person p WHERE p.canonical_id <> p.id AND NOT EXISTS (
        SELECT 1 FROM person_redirect d WHERE d.from_id = p.id AND d.deleted_at IS NULL)
)
"""


def _search(session: Session) -> Iterator[str]:
    lost = session.scalar(
        text(
            "SELECT count(*) FROM person WHERE listed "
            "AND search_rank NOT IN (SELECT rowid FROM person_search)"
        )
    )
    if lost:
        yield f"{lost} people that search does not find"


def _numbers(session: Session) -> Iterator[str]:
    rows = session.execute(
        select(
            CertificateNumber.book_id,
            func.count(),
            func.min(CertificateNumber.number),
            func.max(CertificateNumber.number),
        ).group_by(CertificateNumber.book_id)
    )
    for book, count, first, last in rows:
        if first != 1 or last != count:
            yield f"certificate book {book}: {count} numbers between {first} and {last}"
