"""The people of one course with their marks, and what the organiser changes about them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ..models.attendance import Attendance
from ..models.context import Context
from ..models.courses import Enrolment
from ..models.enums import AttendanceStatus, Gender, ImportRowState, Skill, SkillResult
from ..models.errors import AppError, ErrorCode
from ..models.imports import ImportBatch, ImportRow
from .assessments import course_results
from .attendance import ATTENDED, course_marks, set_status, undo
from .course_plan import held_sessions
from .courses import CourseRecord, SessionRecord
from .doubles import beside
from .enrolments import EnrolmentRecord, course_people, withdraw
from .facts import changed
from .places import split_hamlet


@dataclass(frozen=True)
class Student:
    """Somebody in a course: a status for each session held, skills passed of those taught.

    Without a fact the status is None; absent where the session is over and others were there.
    """

    person: EnrolmentRecord
    marks: tuple[AttendanceStatus | None, ...]
    passed: int
    skills: int

    def has(self, *statuses: AttendanceStatus) -> bool:
        """Whether one of these statuses stands in any session."""
        return any(mark in statuses for mark in self.marks)

    @property
    def attended(self) -> int:
        """Sessions attended, late ones too."""
        return sum(mark in ATTENDED for mark in self.marks)


@dataclass(frozen=True)
class SessionCount:
    """How many of those enrolled were at a session (late ones too), and how many not."""

    session: SessionRecord
    attended: int
    late: int
    excused: int
    absent: int
    enrolled: int


@dataclass(frozen=True)
class Students:
    """A course's people in the order of names, and the figures of its status line."""

    sessions: tuple[SessionCount, ...]
    present: tuple[Student, ...]
    withdrawn: tuple[Student, ...]
    held_rows: int

    @property
    def female(self) -> int:
        """How many of those enrolled are women."""
        return sum(s.person.gender == Gender.FEMALE for s in self.present)

    @property
    def hamlets(self) -> int:
        """From how many hamlets people are enrolled."""
        return len({(p.unit_id, p.hamlet) for s in self.present if (p := s.person).hamlet})

    @property
    def hamlet_kinds(self) -> tuple[str, ...]:
        """What these hamlets are called, the two most frequent words."""
        kinds = (split_hamlet(s.person.hamlet)[0] for s in self.present if s.person.hamlet)
        return tuple(kind for kind, _ in Counter(filter(None, kinds)).most_common(2))


def students(session: Session, course: CourseRecord, now: datetime) -> Students:
    """Everybody in a course with their marks, in the sessions that are not cancelled.

    `now` is Vietnamese civil time.
    """
    sessions = held_sessions(course)
    marks, results = course_marks(session, course.id), course_results(session, course.id)
    everybody = course_people(session, course.id, withdrawn=True)
    taken = {key[1] for key, mark in marks.items() if mark.status in ATTENDED}
    missed = {s.id for s in sessions if s.id in taken and now > s.ends}

    def status(person: EnrolmentRecord, session_id: UUID) -> AttendanceStatus | None:
        mark = marks.get((person.person_id, session_id))
        without = AttendanceStatus.ABSENT if session_id in missed else None
        return mark.status if mark else without

    def student(person: EnrolmentRecord) -> Student:
        statuses = tuple(status(person, s.id) for s in sessions)
        return Student(person, statuses, _passed(results, course, person), len(course.skills))

    present = tuple(student(p) for p in everybody if not p.withdrawn)
    withdrawn = tuple(student(p) for p in everybody if p.withdrawn)
    counts = tuple(_count(s, at, present) for at, s in enumerate(sessions))
    return Students(counts, present, withdrawn, held_rows(session, course.id))


def _passed(
    results: dict[tuple[UUID, Skill], SkillResult], course: CourseRecord, person: EnrolmentRecord
) -> int:
    return sum(results.get((person.person_id, s)) == SkillResult.PASS for s in course.skills)


def _count(record: SessionRecord, at: int, people: Sequence[Student]) -> SessionCount:
    marks = [person.marks[at] for person in people]
    return SessionCount(
        session=record,
        attended=sum(mark in ATTENDED for mark in marks),
        late=marks.count(AttendanceStatus.LATE),
        excused=marks.count(AttendanceStatus.EXCUSED),
        absent=marks.count(AttendanceStatus.ABSENT),
        enrolled=len(people),
    )


def held_rows(session: Session, course_id: UUID) -> int:
    """Rows of this course's lists that still wait for an answer."""
    query = (
        select(func.count())
        .select_from(ImportRow)
        .join(ImportBatch, ImportBatch.id == ImportRow.batch_id)
        .where(
            ImportBatch.course_id == course_id,
            ImportBatch.undone_at.is_(None),
            ImportRow.state == ImportRowState.HELD,
        )
    )
    return session.scalar(query) or 0


def set_statuses(
    session: Session,
    by: Context,
    enrolments: Sequence[UUID],
    session_id: UUID,
    status: AttendanceStatus,
    reason: str = "",
) -> tuple[UUID, ...]:
    """Set the attendance of several people by hand; returns the facts. Raises COURSE_CLOSED.

    Said of a merged person it holds for each of their enrolments that tells of this session.
    """
    told = set(session.scalars(select(Attendance.enrolment_id).filter_by(session_id=session_id)))
    also = [e.id for e in beside(session, enrolments) if e.id in told]
    meant = (*enrolments, *also)
    return tuple(set_status(session, by, e, session_id, status, reason) for e in meant)


def undo_all(session: Session, by: Context, facts: Sequence[UUID]) -> None:
    """Void these scans or corrections; the last one first."""
    for fact in reversed(facts):
        undo(session, by, fact)


def withdraw_all(session: Session, by: Context, enrolments: Sequence[UUID], reason: str) -> None:
    """Take several people out of a course, with the reason. Raises NOT_ENROLLED."""
    also = [e.id for e in beside(session, enrolments) if e.withdrawn_at is None]
    for enrolment in (*enrolments, *also):
        withdraw(session, by, enrolment, reason)


def readmit(session: Session, by: Context, enrolments: Sequence[UUID]) -> None:
    """Take a withdrawal back: the enrolments count again, under merged records too.

    Raises NOT_ENROLLED.
    """
    for enrolment in (*enrolments, *_withdrawn_with(session, enrolments)):
        row = session.scalars(select(Enrolment).where(Enrolment.id == enrolment)).first()
        if row is None:
            raise AppError(ErrorCode.NOT_ENROLLED, person=str(enrolment))
        for key, value in changed(by).items():
            setattr(row, key, value)
        row.withdrawn_at = row.withdrawn_reason = None


def _withdrawn_with(session: Session, enrolments: Sequence[UUID]) -> list[UUID]:
    """Enrolments of merged records that were withdrawn in the same go: for the same reason.

    One of the same record is another story: somebody had withdrawn before, and come back.
    """
    rows = session.scalars(select(Enrolment).where(Enrolment.id.in_(enrolments))).all()
    reasons = {row.withdrawn_reason for row in rows}
    records = {row.person_id for row in rows}
    return [
        other.id
        for other in beside(session, enrolments)
        if other.withdrawn_reason in reasons and other.person_id not in records
    ]
