"""Tallies per commune of the enrolment, counted in SQL (definitions: Measures).

A course counts whole in the period of its last session. People count once in each commune and
once in the total; turns are person × session. Who withdrew is not counted. Female and ethnic
minority are of the enrolled.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, select, text
from sqlalchemy.orm import Session

from ..exports.records import Tally, TallyRow
from ..models.base import Key
from ..models.clock import local
from ..models.context import Context
from ..models.courses import Course, CourseSession
from ..models.enums import CourseStatus, SessionStatus, Skill
from ..models.places import Unit

UNKNOWN_PLACE = "Chưa rõ"
"""The row of those without a commune: reported, never dropped."""

PERSON_PLACE = """
WITH member AS (
    SELECT e.id AS enrolment, e.seq, e.course_id, p.canonical_id AS person, e.unit_id, e.hamlet_id
    FROM enrolment e JOIN person p ON p.id = e.person_id
    WHERE e.withdrawn_at IS NULL AND e.deleted_at IS NULL AND e.course_id IN :courses
),
first AS (
    SELECT course_id, person, min(seq) AS seq FROM member GROUP BY course_id, person
),
place AS (
    SELECT m.course_id, m.person, m.unit_id, m.hamlet_id
    FROM first f JOIN member m ON m.seq = f.seq
),
turn AS (
    SELECT m.course_id, m.person, count(DISTINCT a.session_id) AS turns
    FROM member m
    JOIN attendance a ON a.enrolment_id = m.enrolment AND a.status IN ('present', 'late')
    JOIN course_session s ON s.id = a.session_id
        AND s.status <> 'cancelled' AND NOT s.headcount_only
    GROUP BY m.course_id, m.person
),
done AS (
    SELECT DISTINCT m.course_id, m.person FROM member m
    JOIN completion c ON c.enrolment_id = m.enrolment
        AND c.completed AND c.superseded_at IS NULL
),
certified AS (
    SELECT DISTINCT c.course_id, p.canonical_id AS person
    FROM certificate c JOIN person p ON p.id = c.person_id WHERE c.voided_at IS NULL
),
passed AS (
    SELECT m.course_id, m.person,
        max(k.skill_key = 'dvc') AS dvc, max(k.skill_key = 'shopping') AS shopping,
        max(k.skill_key = 'payment') AS payment, max(k.skill_key = 'safety') AS safety,
        max(k.skill_key = 'platforms') AS platforms
    FROM member m JOIN skill_status k ON k.enrolment_id = m.enrolment AND k.result = 'pass'
    GROUP BY m.course_id, m.person
),
person_course AS (
    SELECT l.person, l.unit_id, l.hamlet_id, coalesce(t.turns, 0) AS turns,
        d.person IS NOT NULL AS completed, c.person IS NOT NULL AS certified,
        coalesce(s.dvc, 0) AS dvc, coalesce(s.shopping, 0) AS shopping,
        coalesce(s.payment, 0) AS payment, coalesce(s.safety, 0) AS safety,
        coalesce(s.platforms, 0) AS platforms
    FROM place l
    LEFT JOIN turn t ON t.course_id = l.course_id AND t.person = l.person
    LEFT JOIN done d ON d.course_id = l.course_id AND d.person = l.person
    LEFT JOIN certified c ON c.course_id = l.course_id AND c.person = l.person
    LEFT JOIN passed s ON s.course_id = l.course_id AND s.person = l.person
),
person_place AS (
    SELECT {place} AS unit_id, person, sum(turns) AS turns, max(completed) AS completed,
        max(certified) AS certified, max(dvc) AS dvc, max(shopping) AS shopping,
        max(payment) AS payment, max(safety) AS safety, max(platforms) AS platforms
    FROM person_course GROUP BY {group}
)
"""
"""One row for each person and place; `{place}` and `{group}` say whether places count apart."""

APART, TOGETHER = ("unit_id", "unit_id, person"), ("NULL", "person")
"""For PERSON_PLACE: people once in each commune, or once in all."""

_SUMS = """
SELECT x.unit_id, count(*) AS enrolled, sum(x.turns > 0) AS attended, sum(x.turns) AS turns,
    sum(x.completed) AS completed, sum(x.certified) AS certified,
    sum(coalesce(p.gender = 'Nữ', 0)) AS female, sum(coalesce(g.is_minority, 0)) AS dtts,
    sum(x.dvc) AS dvc, sum(x.shopping) AS shopping, sum(x.payment) AS payment,
    sum(x.safety) AS safety, sum(x.platforms) AS platforms,
    sum(x.dvc AND x.shopping AND x.payment AND x.safety AND x.platforms) AS all_five
FROM person_place x
JOIN person p ON p.id = x.person
LEFT JOIN ethnic_group g ON g.key = p.ethnic_key
GROUP BY x.unit_id
"""

_HAMLETS = """
SELECT e.unit_id, count(DISTINCT e.hamlet_id) AS hamlets
FROM enrolment e
WHERE e.withdrawn_at IS NULL AND e.deleted_at IS NULL AND e.course_id IN :courses
    AND e.hamlet_id IS NOT NULL AND EXISTS (
        SELECT 1 FROM attendance a
        JOIN course_session s ON s.id = a.session_id
            AND s.status <> 'cancelled' AND NOT s.headcount_only
        WHERE a.enrolment_id = e.id AND a.status IN ('present', 'late'))
GROUP BY e.unit_id
"""


@dataclass(frozen=True)
class TallyScope:
    """Which courses are counted: the named ones, or those whose last session is in the period."""

    course_ids: tuple[UUID, ...] | None = None
    first_day: date | None = None
    last_day: date | None = None


def tally(session: Session, by: Context, scope: TallyScope) -> Tally:
    """Count the courses of a scope per commune, with a total row in which people count once."""
    courses = courses_in(session, scope)
    per_unit = _counted(session, courses, *APART)
    total = _counted(session, courses, *TOGETHER).get(None, {})
    hamlets = _hamlets(session, courses)
    names = _names(session, (unit for unit in per_unit if unit))
    ordered = sorted(per_unit, key=lambda unit: names[unit].sort_key if unit in names else b"\xff")
    rows = [_row(names.get(unit), per_unit[unit], hamlets.get(unit, 0)) for unit in ordered]
    return Tally(
        rows=tuple(rows),
        total=_row(None, total, sum(hamlets.values()), "Cộng"),
        scope=_scope_line(session, scope, len(courses), len([u for u in per_unit if u])),
        counted_at=local(by.clock()),
        courses=len(courses),
    )


def courses_in(session: Session, scope: TallyScope) -> list[UUID]:
    """The ids of the courses of a scope."""
    if scope.course_ids is not None:
        return list(scope.course_ids)
    last = func.max(CourseSession.ends)
    query = (
        select(Course.id, last)
        .join(CourseSession, CourseSession.course_id == Course.id)
        .where(Course.deleted_at.is_(None), CourseSession.deleted_at.is_(None))
        .where(Course.status != CourseStatus.CANCELLED)
        .where(CourseSession.status != SessionStatus.CANCELLED)
        .group_by(Course.id)
    )
    first_day, last_day = scope.first_day or date.min, scope.last_day or date.max
    return [c for c, ends in session.execute(query) if first_day <= ends.date() <= last_day]


def _counted(
    session: Session, courses: list[UUID], place: str, group: str
) -> dict[UUID | None, dict[str, int]]:
    query = text(PERSON_PLACE.format(place=place, group=group) + _SUMS).bindparams(
        bindparam("courses", expanding=True, type_=Key())
    )
    rows = session.execute(query.columns(unit_id=Key()), {"courses": courses}).mappings()
    return {row["unit_id"]: dict(row) for row in rows}


def _hamlets(session: Session, courses: list[UUID]) -> dict[UUID | None, int]:
    query = text(_HAMLETS).bindparams(bindparam("courses", expanding=True, type_=Key()))
    rows = session.execute(query.columns(unit_id=Key()), {"courses": courses}).all()
    return {row[0]: row[1] for row in rows}


def _names(session: Session, units: Iterable[UUID]) -> dict[UUID | None, Unit]:
    rows = session.scalars(select(Unit).where(Unit.id.in_(list(units))))
    return {unit.id: unit for unit in rows}


def _row(
    unit: Unit | None, counts: dict[str, Any], hamlets: int, title: str = UNKNOWN_PLACE
) -> TallyRow:
    def figure(key: str) -> int:
        return int(counts.get(key) or 0)

    return TallyRow(
        commune_code=unit.code if unit else None,
        commune=unit.name if unit else title,
        enrolled=figure("enrolled"),
        attended=figure("attended"),
        turns=figure("turns"),
        completed=figure("completed"),
        certified=figure("certified"),
        female=figure("female"),
        dtts=figure("dtts"),
        skills={skill.value: figure(skill) for skill in Skill},
        all_five=figure("all_five"),
        hamlets=hamlets,
        unit_id=unit.id if unit else None,
    )


def _scope_line(session: Session, scope: TallyScope, courses: int, communes: int) -> str:
    if scope.course_ids is not None and len(scope.course_ids) == 1:
        course = session.scalars(select(Course).where(Course.id == scope.course_ids[0])).one()
        return f"Lớp {course.code}: {course.title}"
    period = ""
    if scope.first_day or scope.last_day:
        days = [f"{day:%d/%m/%Y}" if day else "…" for day in (scope.first_day, scope.last_day)]
        period = f" · {days[0]} – {days[1]}"
    return f"{communes} xã{period} · {courses} lớp"
