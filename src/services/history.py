"""A person's whole history: courses with what they attended and learned, cards, papers, lists."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..models.attendance import Attendance
from ..models.certificates import Certificate
from ..models.clock import local
from ..models.courses import Course, CourseSession, Enrolment
from ..models.enums import (
    AttendanceStatus,
    ImportRowState,
    IncompleteReason,
    Origin,
    SessionStatus,
    Skill,
    SkillResult,
)
from ..models.imports import ImportBatch, ImportRow
from ..models.outcomes import Completion, SkillStatus
from ..models.people import Card, Person
from ..models.places import Hamlet, Unit
from ..models.teams import Team
from .attendance import ATTENDED, RANK
from .people import PersonRecord, get_person, person_records
from .places import hamlet_title


@dataclass(frozen=True)
class SessionMark:
    """A session that counts, and what the person has in it; None while nothing is known."""

    number: int
    starts: datetime
    status: AttendanceStatus | None
    minutes_late: int | None


@dataclass(frozen=True)
class CourseHistory:
    """One enrolment with what came of it; place, team and role are those of the course."""

    code: str
    title: str
    place: str
    team: str
    role: str
    origin: Origin
    withdrawn_on: date | None
    withdrawn_reason: str
    sessions: tuple[SessionMark, ...]
    skills: Mapping[Skill, SkillResult]
    completed: bool | None
    """None until the course is closed."""
    reason: IncompleteReason | None

    @property
    def first_day(self) -> date | None:
        """The day of the first session that counts."""
        return min((s.starts.date() for s in self.sessions), default=None)

    @property
    def attended(self) -> int:
        """Sessions attended, late ones too."""
        return sum(mark.status in ATTENDED for mark in self.sessions)


@dataclass(frozen=True)
class CardHistory:
    """A card of the person, in Vietnamese civil time."""

    code: str
    issued_on: date
    revoked_on: date | None
    reason: str


@dataclass(frozen=True)
class CertificateHistory:
    """A certificate as it was printed."""

    number: str
    course_code: str
    course_title: str
    issued_on: date
    voided_reason: str | None


@dataclass(frozen=True)
class SourceHistory:
    """A row of a list that brought or confirmed the person, in Vietnamese civil time."""

    file_name: str
    sheet: str
    row: int
    state: ImportRowState
    brought_at: datetime
    operator: str


@dataclass(frozen=True)
class PersonHistory:
    """Everything the file knows of a person; records merged into theirs count as theirs."""

    person: PersonRecord
    courses: tuple[CourseHistory, ...]
    certificates: tuple[CertificateHistory, ...]
    cards: tuple[CardHistory, ...]
    sources: tuple[SourceHistory, ...]
    changed_at: datetime
    changed_by: str


def person_history(session: Session, person_id: UUID) -> PersonHistory:
    """The history of somebody, the latest first. Raises UNKNOWN_PERSON."""
    person = get_person(session, get_person(session, person_id).canonical_id)
    ids = list(session.scalars(select(Person.id).where(Person.canonical_id == person.id)))
    return PersonHistory(
        person_records(session, [person.seq])[0],
        _courses(session, ids),
        _certificates(session, ids),
        _cards(session, ids),
        _sources(session, ids),
        local(person.changed_at),
        person.changed_by,
    )


def _courses(session: Session, ids: list[UUID]) -> tuple[CourseHistory, ...]:
    rows = session.execute(
        select(Enrolment, Course, Hamlet.kind, Hamlet.name, Unit.name, Team.name)
        .join(Course, Course.id == Enrolment.course_id)
        .outerjoin(Hamlet, Hamlet.id == Enrolment.hamlet_id)
        .outerjoin(Unit, Unit.id == Enrolment.unit_id)
        .outerjoin(Team, Team.id == Enrolment.team_id)
        .where(Enrolment.person_id.in_(ids), Enrolment.deleted_at.is_(None))
        .order_by(Enrolment.withdrawn_at.is_not(None), Enrolment.seq)
    ).all()
    told: dict[UUID, CourseHistory] = {}
    for enrolment, course, kind, hamlet, commune, team in rows:
        entry = _course(session, enrolment, course, _place(kind, hamlet, commune), team or "")
        known = told.get(course.id)
        told[course.id] = as_one(known, entry) if known else entry
    found = told.values()
    return tuple(sorted(found, key=lambda c: (c.first_day or date.min, c.code), reverse=True))


def as_one(first: CourseHistory, other: CourseHistory) -> CourseHistory:
    """Two enrolments in one course: place and role of the first, the better of everything else."""
    marks = (_better(*pair) for pair in zip(first.sessions, other.sessions, strict=True))
    skills = {
        skill: SkillResult.PASS if SkillResult.PASS in results else results[0]
        for skill in Skill
        if (results := [c.skills[skill] for c in (first, other) if skill in c.skills])
    }
    outcome = other if other.completed and not first.completed else first
    return replace(
        first,
        sessions=tuple(marks),
        skills=skills,
        completed=outcome.completed,
        reason=outcome.reason,
    )


def _better(one: SessionMark, other: SessionMark) -> SessionMark:
    return min(one, other, key=lambda mark: RANK[mark.status] if mark.status else len(RANK))


def _place(kind: str | None, hamlet: str | None, commune: str | None) -> str:
    named = hamlet_title(kind or "", hamlet) if hamlet else ""
    return ", ".join(filter(None, (named, commune)))


def _course(
    session: Session, enrolment: Enrolment, course: Course, place: str, team: str
) -> CourseHistory:
    outcome = session.scalars(
        select(Completion).where(
            Completion.enrolment_id == enrolment.id, Completion.superseded_at.is_(None)
        )
    ).first()
    withdrawn = enrolment.withdrawn_at
    return CourseHistory(
        code=course.code,
        title=course.title,
        place=place,
        team=team,
        role=enrolment.role or "",
        origin=enrolment.origin,
        withdrawn_on=local(withdrawn).date() if withdrawn else None,
        withdrawn_reason=enrolment.withdrawn_reason or "",
        sessions=_marks(session, enrolment.id, course.id),
        skills=_skills(session, enrolment.id),
        completed=outcome.completed if outcome else None,
        reason=outcome.reason if outcome else None,
    )


def _marks(session: Session, enrolment_id: UUID, course_id: UUID) -> tuple[SessionMark, ...]:
    rows = session.execute(
        select(
            CourseSession.number,
            CourseSession.starts,
            Attendance.status,
            Attendance.minutes_late,
        )
        .outerjoin(
            Attendance,
            (Attendance.session_id == CourseSession.id) & (Attendance.enrolment_id == enrolment_id),
        )
        .where(
            CourseSession.course_id == course_id,
            CourseSession.status != SessionStatus.CANCELLED,
            CourseSession.headcount_only.is_(False),
            CourseSession.deleted_at.is_(None),
        )
        .order_by(CourseSession.number)
    )
    return tuple(SessionMark(*row) for row in rows)


def _skills(session: Session, enrolment_id: UUID) -> dict[Skill, SkillResult]:
    rows = session.execute(
        select(SkillStatus.skill_key, SkillStatus.result).where(
            SkillStatus.enrolment_id == enrolment_id
        )
    )
    known = {Skill(key): result for key, result in rows}
    return {skill: known[skill] for skill in Skill if skill in known}


def _certificates(session: Session, ids: list[UUID]) -> tuple[CertificateHistory, ...]:
    rows = session.execute(
        select(Certificate, Course.code, Course.title)
        .join(Course, Course.id == Certificate.course_id)
        .where(Certificate.person_id.in_(ids))
        .order_by(Certificate.issued_on.desc(), Certificate.counter.desc())
    )
    return tuple(
        CertificateHistory(
            paper.printed_number,
            code,
            title,
            paper.issued_on,
            (paper.voided_reason or "") if paper.voided_at else None,
        )
        for paper, code, title in rows
    )


def _cards(session: Session, ids: list[UUID]) -> tuple[CardHistory, ...]:
    cards = session.scalars(
        select(Card)
        .where(Card.person_id.in_(ids), Card.deleted_at.is_(None))
        .order_by(Card.issued_at.desc())
    )
    return tuple(
        CardHistory(
            card.code,
            local(card.issued_at).date(),
            local(card.revoked_at).date() if card.revoked_at else None,
            card.revoked_reason or "",
        )
        for card in cards
    )


def _sources(session: Session, ids: list[UUID]) -> tuple[SourceHistory, ...]:
    rows = session.execute(
        select(ImportRow, ImportBatch)
        .join(ImportBatch, ImportBatch.id == ImportRow.batch_id)
        .where(ImportRow.person_id.in_(ids), ImportBatch.undone_at.is_(None))
        .order_by(ImportBatch.happened.desc())
    )
    return tuple(
        SourceHistory(
            batch.file_name,
            row.sheet,
            row.row,
            row.state,
            local(batch.happened),
            batch.operator,
        )
        for row, batch in rows
    )
