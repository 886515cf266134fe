"""Courses and their sessions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ..models.context import Context
from ..models.courses import Course, CourseSession, CourseSkill, Enrolment
from ..models.enums import CourseStatus, SessionStatus, Skill
from ..models.errors import AppError, ErrorCode
from ..models.names import fold, nfc
from .doubles import is_first
from .facts import changed
from .settings import load_settings

_NEAR = timedelta(days=62)
_LATEST = 50


@dataclass(frozen=True)
class SessionTime:
    """When a session is, in Vietnamese civil time."""

    starts: datetime
    ends: datetime
    venue: str | None = None
    title: str | None = None


@dataclass(frozen=True)
class NewCourse:
    """What a course is planned with. Skills given are taught and must be passed."""

    code: str
    title: str
    sessions: tuple[SessionTime, ...]
    skills: tuple[Skill, ...] = ()
    venue: str | None = None
    kind: str | None = None
    campaign: str | None = None
    required_share: int | None = None
    required_skills: tuple[Skill, ...] | None = None
    periods: int | None = None


@dataclass(frozen=True)
class SessionRecord:
    """A session of a course."""

    id: UUID
    number: int
    title: str | None
    starts: datetime
    ends: datetime
    venue: str | None
    status: SessionStatus
    opens_before: int
    late_after: int


@dataclass(frozen=True)
class CourseRecord:
    """A course as lists and documents show it."""

    seq: int
    id: UUID
    code: str
    title: str
    venue: str | None
    kind: str | None
    campaign: str | None
    status: CourseStatus
    required_share: int
    periods: int | None
    skills: tuple[Skill, ...]
    required_skills: tuple[Skill, ...]
    sessions: tuple[SessionRecord, ...]
    enrolled: int
    closed_at: datetime | None

    @property
    def first_day(self) -> date | None:
        """The day of the first session."""
        return min((s.starts.date() for s in self.sessions), default=None)

    @property
    def last_day(self) -> date | None:
        """The day of the last session."""
        return max((s.ends.date() for s in self.sessions), default=None)


def add_course(session: Session, by: Context, new: NewCourse) -> UUID:
    """Plan a course. Raises COURSE_CODE_TAKEN, COURSE_WITHOUT_SESSIONS, BAD_SESSION_TIME."""
    code = nfc(new.code)
    if not code or not nfc(new.title):
        raise AppError(ErrorCode.BAD_VALUE, field="code" if not code else "title", value="")
    if session.scalar(select(Course.id).where(Course.code == code)) is not None:
        raise AppError(ErrorCode.COURSE_CODE_TAKEN, course=code)
    if not new.sessions:
        raise AppError(ErrorCode.COURSE_WITHOUT_SESSIONS, course=code)
    settings = load_settings(session)
    course = Course(
        id=by.new_id(),
        code=code,
        title=nfc(new.title),
        folded=fold(f"{code} {new.title}"),
        kind=new.kind,
        campaign=new.campaign,
        venue=new.venue,
        periods=new.periods,
        status=CourseStatus.PLANNED,
        required_share=_share(new.required_share, settings.required_share),
        **changed(by),
    )
    session.add(course)
    session.flush()
    set_skills(session, course.id, new.skills, new.required_skills)
    add_sessions(session, by, course.id, new.sessions)
    return course.id


def _share(asked: int | None, default: int) -> int:
    share = default if asked is None else asked
    if not 0 <= share <= 100:
        raise AppError(ErrorCode.BAD_VALUE, field="required_share", value=str(share))
    return share


def set_skills(
    session: Session,
    course_id: UUID,
    skills: Sequence[Skill],
    required: Sequence[Skill] | None = None,
) -> None:
    """Say which skills a course teaches, and which of them must be passed (all unless told).

    Raises COURSE_CLOSED.
    """
    _open_course(session, course_id)
    needed = set(skills if required is None else required)
    for old in session.scalars(select(CourseSkill).where(CourseSkill.course_id == course_id)):
        session.delete(old)
    session.flush()
    for skill in dict.fromkeys(skills):
        session.add(CourseSkill(course_id=course_id, skill_key=skill, is_required=skill in needed))
    session.flush()


def add_sessions(
    session: Session, by: Context, course_id: UUID, times: Sequence[SessionTime]
) -> None:
    """Add sessions to a course, numbered by their start after those it has.

    Raises BAD_SESSION_TIME, COURSE_CLOSED.
    """
    _open_course(session, course_id)
    settings = load_settings(session)
    for time in times:
        if time.ends <= time.starts:
            raise AppError(ErrorCode.BAD_SESSION_TIME, value=f"{time.starts} – {time.ends}")
    last = session.scalar(
        select(func.max(CourseSession.number)).where(CourseSession.course_id == course_id)
    )
    for number, time in enumerate(sorted(times, key=lambda t: t.starts), (last or 0) + 1):
        session.add(
            CourseSession(
                id=by.new_id(),
                course_id=course_id,
                number=number,
                title=time.title,
                starts=time.starts,
                ends=time.ends,
                venue=time.venue,
                status=SessionStatus.PLANNED,
                opens_before=settings.opens_before,
                late_after=settings.late_after,
                headcount_only=False,
                **changed(by),
            )
        )
    session.flush()


def _open_course(session: Session, course_id: UUID) -> Course:
    """The stored course; what a closed one's figures rest on no longer changes."""
    course = session.scalars(select(Course).where(Course.id == course_id)).one()
    if course.status == CourseStatus.CLOSED:
        raise AppError(ErrorCode.COURSE_CLOSED, course=course.code)
    return course


def change_course(session: Session, by: Context, course_id: UUID, **values: object) -> None:
    """Change a course's title, venue, kind, campaign, periods or completion rule.

    Raises COURSE_CLOSED, BAD_VALUE.
    """
    course = _open_course(session, course_id)
    for key, value in {**values, **changed(by)}.items():
        setattr(course, key, value)
    course.required_share = _share(course.required_share, course.required_share)
    course.folded = fold(f"{course.code} {course.title}")


def change_session(session: Session, by: Context, session_id: UUID, **values: object) -> None:
    """Change a session's times, venue, title, status or rules.

    Raises UNKNOWN_SESSION, BAD_SESSION_TIME, COURSE_CLOSED.
    """
    row = session.get(CourseSession, session_id)
    if row is None:
        raise AppError(ErrorCode.UNKNOWN_SESSION, session=str(session_id))
    _open_course(session, row.course_id)
    for key, value in {**values, **changed(by)}.items():
        setattr(row, key, value)
    if row.ends <= row.starts:
        raise AppError(ErrorCode.BAD_SESSION_TIME, value=f"{row.starts} – {row.ends}")


def find_course(session: Session, code: str) -> CourseRecord:
    """The course with this code. Raises UNKNOWN_COURSE."""
    course = session.scalars(
        select(Course).where(Course.code == nfc(code), Course.deleted_at.is_(None))
    ).first()
    if course is None:
        raise AppError(ErrorCode.UNKNOWN_COURSE, course=code)
    return _records(session, [course])[0]


def list_courses(session: Session) -> list[CourseRecord]:
    """All courses, the latest first."""
    courses = session.scalars(select(Course).where(Course.deleted_at.is_(None))).all()
    return _latest_first(_records(session, courses))


def _latest_first(records: list[CourseRecord]) -> list[CourseRecord]:
    return sorted(records, key=lambda c: (c.first_day or date.min, c.code), reverse=True)


def courses_near(session: Session, now: datetime, also: set[str]) -> list[CourseRecord]:
    """Courses with a session within two months of now, or of these codes; the latest first.

    When there are none, the latest courses of all: a country has thousands, and a door wants few.
    """
    held = select(CourseSession.course_id).where(
        CourseSession.starts.between(now - _NEAR, now + _NEAR), CourseSession.deleted_at.is_(None)
    )
    known = select(Course).where(Course.deleted_at.is_(None))
    courses = session.scalars(known.where(Course.id.in_(held) | Course.code.in_(also))).all()
    if not courses:
        courses = session.scalars(known.order_by(Course.seq.desc()).limit(_LATEST)).all()
    return _latest_first(_records(session, courses))


def find_session(course: CourseRecord, number: int) -> SessionRecord:
    """The session of this number. Raises UNKNOWN_SESSION."""
    for record in course.sessions:
        if record.number == number:
            return record
    raise AppError(ErrorCode.UNKNOWN_SESSION, course=course.code, session=str(number))


def _records(session: Session, courses: Sequence[Course]) -> list[CourseRecord]:
    ids = [course.id for course in courses]
    skills: dict[UUID, list[CourseSkill]] = {i: [] for i in ids}
    for skill in session.scalars(select(CourseSkill).where(CourseSkill.course_id.in_(ids))):
        skills.setdefault(skill.course_id, []).append(skill)
    sessions: dict[UUID, list[SessionRecord]] = {i: [] for i in ids}
    for row in session.scalars(
        select(CourseSession)
        .where(CourseSession.course_id.in_(ids), CourseSession.deleted_at.is_(None))
        .order_by(CourseSession.number)
    ):
        sessions.setdefault(row.course_id, []).append(_session_record(row))
    enrolled = _enrolled(session, ids)
    return [
        CourseRecord(
            seq=c.seq,
            id=c.id,
            code=c.code,
            title=c.title,
            venue=c.venue,
            kind=c.kind,
            campaign=c.campaign,
            status=c.status,
            required_share=c.required_share,
            periods=c.periods,
            skills=_ordered(skills[c.id]),
            required_skills=_ordered([s for s in skills[c.id] if s.is_required]),
            sessions=tuple(sessions[c.id]),
            enrolled=enrolled.get(c.id, 0),
            closed_at=c.closed_at,
        )
        for c in courses
    ]


def _enrolled(session: Session, ids: Sequence[UUID]) -> dict[UUID, int]:
    rows = session.execute(
        select(Enrolment.course_id, func.count())
        .where(is_first())
        .where(Enrolment.withdrawn_at.is_(None), Enrolment.deleted_at.is_(None))
        .where(Enrolment.course_id.in_(ids))
        .group_by(Enrolment.course_id)
    )
    return {row[0]: row[1] for row in rows}


def _ordered(skills: Sequence[CourseSkill]) -> tuple[Skill, ...]:
    keys = {skill.skill_key for skill in skills}
    return tuple(skill for skill in Skill if skill in keys)


def _session_record(row: CourseSession) -> SessionRecord:
    return SessionRecord(
        id=row.id,
        number=row.number,
        title=row.title,
        starts=row.starts,
        ends=row.ends,
        venue=row.venue,
        status=row.status,
        opens_before=row.opens_before,
        late_after=row.late_after,
    )
