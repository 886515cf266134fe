"""What papers and tables are made of: records for the exports, read from the file."""

from datetime import datetime

from sqlalchemy.orm import Session

from ..exports.records import (
    AttendanceLine,
    Badge,
    CourseHead,
    Issuer,
    PersonLine,
    SessionHead,
)
from ..models.errors import AppError, ErrorCode
from .course_plan import held_sessions
from .courses import CourseRecord, SessionRecord
from .enrolments import EnrolmentRecord, course_people
from .settings import Settings, load_settings
from .students import students


def issuer_of(settings: Settings) -> Issuer:
    """Who stands at the head and the foot of a paper."""
    return Issuer(
        parent_agency=settings.parent_agency,
        agency=settings.agency,
        abbreviation=settings.abbreviation,
        place=settings.place,
        head_title=settings.head_title,
        signer_authority=settings.signer_authority,
        signer_title=settings.signer_title,
        signer_name=settings.signer_name,
    )


def course_head(course: CourseRecord) -> CourseHead:
    """A course as papers name it."""
    return CourseHead(
        code=course.code,
        title=course.title,
        venue=course.venue or "",
        first_day=course.first_day,
        last_day=course.last_day,
        sessions=len(course.sessions),
        periods=course.periods,
    )


def session_head(record: SessionRecord) -> SessionHead:
    """A session as papers name it."""
    return SessionHead(record.number, record.starts, record.ends, record.venue or "")


def person_line(person: EnrolmentRecord) -> PersonLine:
    """Somebody in a course as papers name them; no identity number."""
    return PersonLine(
        name=person.name,
        gender=person.gender,
        birth_date=person.birth_date,
        birth_year=person.birth_year,
        ethnic=person.ethnic,
        phone=person.phone,
        hamlet=person.hamlet,
        commune=person.commune,
        team=person.team,
        role=person.role,
        employer=person.employer,
    )


def document_issuer(session: Session) -> Issuer:
    """The issuer that the settings of this file name."""
    return issuer_of(load_settings(session))


def badges(session: Session, course: CourseRecord) -> list[Badge]:
    """The cards of everybody in a course, in the order of names. Raises NOTHING_TO_EXPORT."""
    found = [
        Badge(person_line(person), person.code)
        for person in course_people(session, course.id)
        if person.code
    ]
    if not found:
        raise AppError(ErrorCode.NOTHING_TO_EXPORT, course=course.code)
    return found


def roster(session: Session, course: CourseRecord) -> list[PersonLine]:
    """The people of the sign-in sheet, in the order of names. Raises NOTHING_TO_EXPORT."""
    found = [person_line(person) for person in course_people(session, course.id)]
    if not found:
        raise AppError(ErrorCode.NOTHING_TO_EXPORT, course=course.code)
    return found


def attendance_lines(
    session: Session, course: CourseRecord, now: datetime
) -> tuple[list[SessionHead], list[AttendanceLine]]:
    """People by sessions, in the order of names, with the marks the window shows at `now`.

    `now` is Vietnamese civil time. Raises NOTHING_TO_EXPORT.
    """
    people = students(session, course, now).present
    if not people:
        raise AppError(ErrorCode.NOTHING_TO_EXPORT, course=course.code)
    lines = [AttendanceLine(person_line(found.person), found.marks) for found in people]
    return [session_head(record) for record in held_sessions(course)], lines
