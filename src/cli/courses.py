"""Courses from the shell: add, list, show, close, reopen."""

import re
from argparse import Namespace
from datetime import datetime

from ..models.enums import Skill
from ..models.errors import AppError, ErrorCode
from ..services.closing import Outcome, close_course, reopen_course
from ..services.courses import (
    CourseRecord,
    NewCourse,
    SessionTime,
    add_course,
    find_course,
    list_courses,
)
from .output import Document, say, say_json, say_json_list, say_table
from .shell import Shell

_SESSION = re.compile(
    r"(\d{4}-\d{2}-\d{2})[ T]+(\d{1,2}:\d{2})\s*[-\u2013]\s*(\d{1,2}:\d{2})", re.ASCII
)


def add(shell: Shell, options: Namespace) -> int:
    """Plan a course with its sessions."""
    new = NewCourse(
        code=options.code,
        title=options.title,
        sessions=tuple(session_time(text) for text in options.sessions),
        skills=skills_named(options.skills),
        venue=options.venue,
        kind=options.kind,
        campaign=options.campaign,
        required_share=options.share,
        required_skills=_required(options),
        periods=options.periods,
    )
    by = shell.context()
    with shell.database() as database:
        database.write(lambda s: add_course(s, by, new))
        _tell(shell, database.read(lambda s: find_course(s, new.code)))
    return 0


def session_time(text: str) -> SessionTime:
    """ "2026-03-05 08:00-11:00" as times. Raises BAD_SESSION_TIME."""
    match = _SESSION.fullmatch(text.strip())
    try:
        if match is None:
            raise ValueError(text)
        day, starts, ends = match.groups()
        return SessionTime(_moment(day, starts), _moment(day, ends))
    except ValueError:
        raise AppError(ErrorCode.BAD_SESSION_TIME, value=text) from None


def _moment(day: str, time: str) -> datetime:
    return datetime.strptime(f"{day} {time}", "%Y-%m-%d %H:%M")


def skills_named(text: str) -> tuple[Skill, ...]:
    """ "dvc,payment" as skills. Raises UNKNOWN_SKILL."""
    return tuple(skill_named(key) for key in text.split(",") if key.strip())


def skill_named(key: str) -> Skill:
    """The skill with this key. Raises UNKNOWN_SKILL."""
    try:
        return Skill(key.strip().lower())
    except ValueError:
        raise AppError(ErrorCode.UNKNOWN_SKILL, skill=key.strip()) from None


def _required(options: Namespace) -> tuple[Skill, ...] | None:
    """The skills to pass, None where nothing was said. They must be among those taught."""
    if options.required_skills is None:
        return None
    required = skills_named(options.required_skills)
    for skill in required:
        if skill not in skills_named(options.skills):
            raise AppError(ErrorCode.BAD_VALUE, field="--required-skills", value=skill)
    return required


def list_all(shell: Shell, options: Namespace) -> int:
    """All courses, the latest first."""
    with shell.database() as database:
        courses = database.read(list_courses)
    if shell.as_json:
        say_json_list(course_document(course) for course in courses)
        return 0
    titles = ("code", "title", "first day", "last day", "sessions", "enrolled", "status")
    say_table(titles, map(_line, courses))
    return 0


def _line(course: CourseRecord) -> tuple[object, ...]:
    days = (course.first_day, course.last_day)
    return (course.code, course.title, *days, len(course.sessions), course.enrolled, course.status)


def show(shell: Shell, options: Namespace) -> int:
    """One course with its sessions."""
    with shell.database() as database:
        _tell(shell, database.read(lambda s: find_course(s, options.course)))
    return 0


def _tell(shell: Shell, course: CourseRecord) -> None:
    if shell.as_json:
        say_json(course_document(course))
        return
    say(f"{course.code}  {course.title}")
    say(f"{course.venue or 'no venue'}; {course.enrolled} enrolled; {course.status}")
    rule = f"to complete: {course.required_share} % of the sessions"
    say(", ".join((rule, *course.required_skills)))
    say_table(
        ("session", "starts", "ends", "status"),
        ((s.number, f"{s.starts:%Y-%m-%d %H:%M}", f"{s.ends:%H:%M}", s.status) for s in
         course.sessions),
    )  # fmt: skip


def course_document(course: CourseRecord) -> Document:
    """A course as JSON."""
    return {
        "code": course.code,
        "title": course.title,
        "status": course.status,
        "venue": course.venue,
        "kind": course.kind,
        "campaign": course.campaign,
        "periods": course.periods,
        "skills": course.skills,
        "required_skills": course.required_skills,
        "required_share": course.required_share,
        "enrolled": course.enrolled,
        "first_day": course.first_day,
        "last_day": course.last_day,
        "sessions": [
            {
                "number": session.number,
                "starts": session.starts,
                "ends": session.ends,
                "venue": session.venue,
                "status": session.status,
            }
            for session in course.sessions
        ],
    }


def close(shell: Shell, options: Namespace) -> int:
    """Close a course: for everyone completed, or why not."""
    by = shell.context()
    with shell.database() as database:
        found = database.write(lambda s: close_course(s, by, find_course(s, options.course)))
    completed = sum(outcome.completed for outcome in found)
    if shell.as_json:
        say_json(
            {
                "course": options.course,
                "completed": completed,
                "not_completed": len(found) - completed,
                "people": [_outcome_document(outcome) for outcome in found],
            }
        )
        return 0
    say(f"{options.course} closed: {completed} completed, {len(found) - completed} did not.")
    say_table(("name", "attended", "why not"), (_why_not(o) for o in found if not o.completed))
    return 0


def _outcome_document(outcome: Outcome) -> Document:
    return {
        "person": outcome.person.person_id,
        "name": outcome.person.name,
        "completed": outcome.completed,
        "reason": outcome.reason,
        "attended": outcome.attended,
        "sessions": outcome.sessions,
        "missing_skills": outcome.missing_skills,
    }


def _why_not(outcome: Outcome) -> tuple[object, ...]:
    why = ": ".join(filter(None, (outcome.reason, ", ".join(outcome.missing_skills))))
    return outcome.person.name, f"{outcome.attended}/{outcome.sessions}", why


def reopen(shell: Shell, options: Namespace) -> int:
    """Take a closing back; what it recorded stays, but no longer counts."""
    by = shell.context()
    with shell.database() as database:
        database.write(lambda s: reopen_course(s, by, find_course(s, options.course)))
        _tell(shell, database.read(lambda s: find_course(s, options.course)))
    return 0
