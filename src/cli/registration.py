"""Registration forms from the shell: make them, and tell who has sent."""

from argparse import Namespace
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session

from ..exports.registration_form import (
    RegistrationForm,
    write_registration_form,
    write_registration_forms,
)
from ..models.clock import local
from ..models.context import Context
from ..models.errors import AppError, ErrorCode
from ..services.courses import CourseRecord, find_course
from ..services.registration.asked import SAME, Wish, ask, change, commune_meant
from ..services.registration.papers import MOST_ROWS, PaperOptions, registration_forms
from ..services.registration.standing import FormLine, course_forms
from .output import Document, say, say_json, say_table
from .paths import kind_of
from .shell import Shell


def make(shell: Shell, options: Namespace) -> int:
    """Ask communes for a list, and write the form of each."""
    single = len(options.communes) == 1
    _refuse(options, single)
    by = shell.context()
    today = local(by.clock()).date()
    paper = PaperOptions(options.blank_rows, options.ethnic, options.known)
    with shell.database() as database:
        course = database.read(lambda s: find_course(s, options.course)) if options.course else None
        forms = database.write(lambda s: _asked(s, by, course, options))
        papers = database.read(lambda s: registration_forms(s, course, forms, today, paper))
    _tell(shell, papers, _written(options.out, papers, single))
    return 0


def _refuse(options: Namespace, single: bool) -> None:
    """What would be wrong is told before anybody is asked."""
    if single:
        kind_of(options.out, ".xlsx")
    elif options.out.exists() and not options.out.is_dir():
        raise AppError(ErrorCode.FILE_NOT_WRITABLE, file=str(options.out))
    rows = options.blank_rows
    if rows is not None and not 0 <= rows <= MOST_ROWS:
        raise AppError(ErrorCode.BAD_VALUE, field="blank_rows", value=str(rows))


def _asked(
    session: Session, by: Context, course: CourseRecord | None, options: Namespace
) -> tuple[UUID, ...]:
    today = local(by.clock()).date()
    if options.all and course is not None:
        forms = tuple(line.form_id for line in course_forms(session, course.id, today))
        if not forms:
            raise AppError(ErrorCode.NO_LISTS_ASKED, course=course.code)
        quota = SAME if options.quota is None else options.quota
        change(session, by, forms, quota, options.deadline or SAME)
        return forms
    day = (course.first_day if course else None) or today
    communes = [commune_meant(session, text, day) for text in options.communes]
    wishes = [Wish(commune.id, options.quota, options.deadline) for commune in communes]
    return ask(session, by, course.id if course else None, wishes).forms


def _written(out: Path, papers: list[RegistrationForm], single: bool) -> list[Path]:
    if not single:
        return write_registration_forms(out, papers)
    write_registration_form(out, papers[0])
    return [out]


def _tell(shell: Shell, papers: list[RegistrationForm], paths: list[Path]) -> None:
    pairs = list(zip(papers, paths, strict=True))
    if shell.as_json:
        say_json({"forms": [_form_document(paper, path) for paper, path in pairs]})
        return
    for paper, path in pairs:
        quota = f"{paper.quota} people" if paper.quota else "no quota"
        until = f"until {paper.deadline}" if paper.deadline else "no deadline"
        say(f"{path}: {paper.commune}, {quota}, {until}, {len(paper.people)} known")


def _form_document(paper: RegistrationForm, path: Path) -> Document:
    return {
        "form": paper.stamp.form_id,
        "file": path,
        "course": paper.stamp.course_code or None,
        "commune_code": paper.stamp.commune_code,
        "commune": paper.commune,
        "quota": paper.quota,
        "deadline": paper.deadline,
        "known": len(paper.people),
        "blank_rows": paper.blank_rows,
    }


def list_all(shell: Shell, options: Namespace) -> int:
    """Who has sent the list asked for a course; those that need somebody come first."""
    today = local(shell.context().clock()).date()
    with shell.database() as database:
        course = database.read(lambda s: find_course(s, options.course))
        lines = database.read(lambda s: course_forms(s, course.id, today))
    if shell.as_json:
        say_json({"course": course.code, "forms": [_line_document(line) for line in lines]})
        return 0
    say_table(
        ("code", "commune", "quota", "received", "held", "sent", "deadline", "state"),
        (
            (x.commune_code, x.commune, x.quota, x.received, x.held, x.first_sent, x.deadline,
             _state(x))
            for x in lines
        ),
    )  # fmt: skip
    return 0


def _state(line: FormLine) -> str:
    """The state with its number: "late 3 days", "short 2"."""
    numbers = {"late": f" {line.days_over} days", "short": f" {line.missing}",
               "over": f" {-line.missing}"}  # fmt: skip
    return f"{line.state.replace('_', ' ')}{numbers.get(line.state, '')}"


def _line_document(line: FormLine) -> Document:
    return {
        "form": line.form_id,
        "commune_code": line.commune_code,
        "commune": line.commune,
        "state": line.state,
        "quota": line.quota,
        "received": line.received,
        "missing": line.missing if line.quota else None,
        "held": line.held,
        "first_sent": line.first_sent,
        "deadline": line.deadline,
        "days_late": max(line.days_over, 0),
    }
