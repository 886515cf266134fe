"""The first page's figures: today's sessions, courses under way, what is missing.

Every query is bounded by an index: by the day, the year, or the courses that are open. Nothing
here may grow with the whole file, because this page opens with the program.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from sqlalchemy import DateTime, TextClause, bindparam, text
from sqlalchemy.orm import Session

from .doubles import DOUBLES, IS_FIRST

SHOWN = 6
"""So many courses under way stand on the page; the rest is counted."""

_OPEN_DAYS, _CERTIFICATE_DAYS = 7, 60
"""Of courses that ended longer ago nobody is asked for a phone any more, or for a certificate."""

_MANY_SESSIONS = 1_000
_RECENT = timedelta(days=30)


class MissingKind(StrEnum):
    """What somebody still has to do."""

    NO_COMMUNE = "no_commune"
    NO_PHONE = "no_phone"
    HELD_ROWS = "held_rows"
    NO_LIST = "no_list"
    NOT_CLOSED = "not_closed"
    NO_CERTIFICATE = "no_certificate"


@dataclass(frozen=True)
class SessionLine:
    """A session, of today or the next one, with how many are there."""

    course_code: str
    course_title: str
    number: int
    starts: datetime
    ends: datetime
    venue: str | None
    enrolled: int
    attended: int


@dataclass(frozen=True)
class RunningCourse:
    """A course that has begun and not ended; `done` of its sessions are over."""

    code: str
    title: str
    first_day: date
    last_day: date
    done: int
    sessions: int
    enrolled: int


@dataclass(frozen=True)
class Missing:
    """How much of a kind is missing, and a course to begin with (None: not of one course)."""

    kind: MissingKind
    count: int
    course_code: str | None


@dataclass(frozen=True)
class Figures:
    """People in the file; of this year: courses, turns attended, certificates issued.

    In a file with very many sessions the turns are those of the last 30 days.
    """

    year: int
    people: int
    courses: int
    turns: int
    turns_of_year: bool
    certified: int


@dataclass(frozen=True)
class Overview:
    """What the first page shows."""

    has_courses: bool
    today: tuple[SessionLine, ...]
    coming: SessionLine | None
    """The first session after today."""
    running: tuple[RunningCourse, ...]
    running_count: int
    missing: tuple[Missing, ...]
    figures: Figures


def overview(session: Session, now: datetime) -> Overview:
    """The first page at this moment (Vietnamese civil time)."""
    has_courses = session.scalar(text("SELECT 1 FROM course WHERE deleted_at IS NULL LIMIT 1"))
    running = _running(session, now)
    return Overview(
        has_courses=bool(has_courses),
        today=_today(session, now.date()),
        coming=_next(session, now.date()),
        running=running[:SHOWN],
        running_count=len(running),
        missing=_missing(session, now),
        figures=_figures(session, now),
    )


_ENROLLED = f"""(SELECT count(*) FROM enrolment e WHERE e.course_id = c.id
    AND e.withdrawn_at IS NULL AND e.deleted_at IS NULL AND {IS_FIRST})"""
_HELD = "s.status <> 'cancelled' AND s.deleted_at IS NULL"

_SESSION = f"""
SELECT c.code, c.title, s.number, s.starts, s.ends, coalesce(s.venue, c.venue) AS venue,
    {_ENROLLED} AS enrolled,
    (SELECT count(DISTINCT p.canonical_id) FROM attendance a
        JOIN enrolment e ON e.id = a.enrolment_id JOIN person p ON p.id = e.person_id
        WHERE a.session_id = s.id AND a.status IN ('present', 'late')) AS attended
FROM course_session s JOIN course c ON c.id = s.course_id
WHERE c.deleted_at IS NULL AND c.status = 'planned' AND {_HELD} AND s.starts >= :start
"""
_TODAY = f"{_SESSION} AND s.starts < :end ORDER BY s.starts, c.code"
_NEXT = f"{_SESSION} ORDER BY s.starts, c.code LIMIT 1"

_RUNNING = f"""
SELECT c.code, c.title, min(s.starts) AS first, max(s.ends) AS last,
    sum(s.ends < :now) AS done, count(*) AS sessions, {_ENROLLED} AS enrolled
FROM course c JOIN course_session s ON s.course_id = c.id
WHERE c.id IN (SELECT course_id FROM course_session WHERE starts >= :today)
    AND c.status = 'planned' AND c.deleted_at IS NULL AND {_HELD}
GROUP BY c.id HAVING min(s.starts) < :tomorrow AND max(s.ends) >= :now
ORDER BY max(s.ends), c.code
"""


def _today(session: Session, day: date) -> tuple[SessionLine, ...]:
    start = datetime.combine(day, time())
    return _sessions(session, _TODAY, start=start, end=start + timedelta(days=1))


def _next(session: Session, day: date) -> SessionLine | None:
    found = _sessions(session, _NEXT, start=datetime.combine(day, time()) + timedelta(days=1))
    return found[0] if found else None


def _sessions(session: Session, sql: str, **times: datetime) -> tuple[SessionLine, ...]:
    query = _timed(sql, *times).columns(starts=DateTime(), ends=DateTime())
    return tuple(SessionLine(*row) for row in session.execute(query, times))


def _running(session: Session, now: datetime) -> tuple[RunningCourse, ...]:
    today = datetime.combine(now.date(), time())
    query = _timed(_RUNNING, "now", "today", "tomorrow").columns(first=DateTime(), last=DateTime())
    times = {"now": now, "today": today, "tomorrow": today + timedelta(days=1)}
    return tuple(
        RunningCourse(
            r.code, r.title, r.first.date(), r.last.date(), r.done, r.sessions, r.enrolled
        )
        for r in session.execute(query, times)
    )


_OPEN = f"""
WITH open AS (
    SELECT c.id, c.code FROM course c
    WHERE c.status = 'planned' AND c.deleted_at IS NULL AND c.id IN (
        SELECT s.course_id FROM course_session s WHERE s.starts >= :since AND {_HELD})
)
"""
_OF_OPEN = f"""
FROM open JOIN enrolment e ON e.course_id = open.id
WHERE e.withdrawn_at IS NULL AND e.deleted_at IS NULL AND {IS_FIRST}
"""
_CARED_FOR = f"""
SELECT x.later FROM ({DOUBLES}) x
JOIN completion k ON k.enrolment_id = x.earlier AND k.completed AND k.superseded_at IS NULL
UNION SELECT x.later FROM ({DOUBLES}) x
JOIN certificate t ON t.enrolment_id = x.earlier AND t.voided_at IS NULL
UNION SELECT x.earlier FROM ({DOUBLES}) x
JOIN certificate t ON t.enrolment_id = x.later AND t.voided_at IS NULL
"""
"""Enrolments of merged records: one certificate is enough for both."""

_MISSING: dict[MissingKind, str] = {
    MissingKind.NO_COMMUNE: f"{_OPEN} SELECT count(*), min(open.code) {_OF_OPEN}"
    " AND e.unit_id IS NULL AND e.place_state = 'unknown'",
    MissingKind.NO_PHONE: f"{_OPEN} SELECT count(*), min(open.code) {_OF_OPEN}"
    " AND (SELECT p.phone FROM person p WHERE p.id = e.person_id) IS NULL"
    " AND (SELECT p.phone FROM person r JOIN person p ON p.id = r.canonical_id"
    " WHERE r.id = e.person_id) IS NULL",
    MissingKind.HELD_ROWS: """
        SELECT count(*), min(c.code) FROM import_row r
        JOIN import_batch b ON b.id = r.batch_id LEFT JOIN course c ON c.id = b.course_id
        WHERE r.state = 'held' AND b.undone_at IS NULL""",
    MissingKind.NO_LIST: f"""
        SELECT count(*), min(c.code) FROM course c
        JOIN registration_form f ON f.course_id = c.id AND f.deleted_at IS NULL
        WHERE c.status = 'planned' AND c.deleted_at IS NULL AND c.id IN (
                SELECT s.course_id FROM course_session s WHERE s.starts >= :now AND {_HELD})
            AND NOT EXISTS (SELECT 1 FROM enrolment e
                WHERE e.course_id = c.id AND e.unit_id = f.unit_id AND e.deleted_at IS NULL
                    AND e.withdrawn_at IS NULL AND e.origin NOT IN ('walk_in', 'substitute'))
            AND NOT EXISTS (SELECT 1 FROM import_batch b WHERE b.course_id = c.id
                AND b.unit_id = f.unit_id AND b.undone_at IS NULL)""",
    MissingKind.NOT_CLOSED: f"""
        SELECT count(*), min(c.code) FROM course c
        WHERE c.status = 'planned' AND c.deleted_at IS NULL
            AND EXISTS (SELECT 1 FROM course_session s WHERE s.course_id = c.id AND {_HELD})
            AND NOT EXISTS (SELECT 1 FROM course_session s
                WHERE s.course_id = c.id AND s.ends >= :now AND {_HELD})""",
    MissingKind.NO_CERTIFICATE: f"""
        SELECT count(*), min(c.code) FROM course c JOIN completion k ON k.course_id = c.id
        WHERE c.status = 'closed' AND c.deleted_at IS NULL AND c.closed_at >= :closed
            AND k.completed AND k.superseded_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM certificate t
                WHERE t.enrolment_id = k.enrolment_id AND t.voided_at IS NULL)
            AND k.enrolment_id NOT IN ({_CARED_FOR})""",
}


def _missing(session: Session, now: datetime) -> tuple[Missing, ...]:
    times = {
        "now": now,
        "since": now - timedelta(days=_OPEN_DAYS),
        "closed": now - timedelta(days=_CERTIFICATE_DAYS),
    }
    found = []
    for kind, sql in _MISSING.items():
        asked = {name: value for name, value in times.items() if f":{name}" in sql}
        count, course = session.execute(_timed(sql, *asked), asked).one()
        if count:
            found.append(Missing(kind, count, course))
    return tuple(found)


_PEOPLE = "SELECT count(*) FROM person WHERE listed"
_COURSES = f"""
SELECT count(*) FROM course c
WHERE c.deleted_at IS NULL AND c.status <> 'cancelled' AND EXISTS (
    SELECT 1 FROM course_session s
    WHERE s.course_id = c.id AND s.starts >= :start AND s.starts < :end AND {_HELD})
"""
_SESSIONS = "SELECT count(*) FROM course_session s WHERE s.starts >= :start AND s.starts < :end"
_TURNS = f"""
SELECT count(*)
FROM course_session s JOIN attendance a ON a.session_id = s.id AND a.status IN ('present', 'late')
WHERE s.starts >= :start AND s.starts < :end AND {_HELD}
"""
_DOUBLE_TURNS = f"""
SELECT count(*) FROM (
    SELECT DISTINCT a.enrolment_id, a.session_id FROM ({DOUBLES}) x
    JOIN attendance a ON a.enrolment_id = x.later AND a.status IN ('present', 'late')
    JOIN attendance b ON b.enrolment_id = x.earlier AND b.session_id = a.session_id
        AND b.status IN ('present', 'late')
    JOIN course_session s ON s.id = a.session_id
    WHERE s.starts >= :start AND s.starts < :end AND {_HELD})
"""
_CERTIFIED = """
SELECT count(*) FROM certificate_number n JOIN certificate_book b ON b.id = n.book_id
WHERE b.year = :year AND n.state = 'issued'
"""


def _figures(session: Session, now: datetime) -> Figures:
    start, end = datetime(now.year, 1, 1), datetime(now.year + 1, 1, 1)
    of_year = _count(session, _SESSIONS, start, end) <= _MANY_SESSIONS
    since = start if of_year else now - _RECENT
    return Figures(
        year=now.year,
        people=session.scalar(text(_PEOPLE)) or 0,
        courses=_count(session, _COURSES, start, end),
        turns=_count(session, _TURNS, since, end) - _count(session, _DOUBLE_TURNS, since, end),
        turns_of_year=of_year,
        certified=session.scalar(text(_CERTIFIED), {"year": now.year}) or 0,
    )


def _count(session: Session, sql: str, start: datetime, end: datetime) -> int:
    span = {"start": start, "end": end}
    return session.scalar(_timed(sql, *span), span) or 0


def _timed(sql: str, *names: str) -> TextClause:
    return text(sql).bindparams(*(bindparam(name, type_=DateTime()) for name in names))
