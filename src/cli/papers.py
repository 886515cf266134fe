"""Papers of a course from the shell: cards, sign-in sheet, attendance."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from ..exports.attendance import write_attendance
from ..exports.badge_pictures import write_badge_pictures
from ..exports.badges import write_badges
from ..exports.roster import write_roster_pdf, write_roster_xlsx
from ..models.clock import local
from ..models.enums import SessionStatus
from ..models.errors import AppError, ErrorCode
from ..services import documents
from ..services.courses import CourseRecord, SessionRecord, find_course, find_session
from .output import Document, say, say_json
from .paths import kind_of
from .shell import Shell


def badges(shell: Shell, options: Namespace) -> int:
    """Cards as one PDF, or a picture for each person in a folder."""
    if not options.png:
        kind_of(options.out, ".pdf")
    elif options.out.exists() and not options.out.is_dir():
        raise AppError(ErrorCode.FILE_NOT_WRITABLE, file=str(options.out))
    with shell.database() as database:
        course = database.read(lambda s: find_course(s, options.course))
        cards = database.read(lambda s: documents.badges(s, course))
        issuer = database.read(documents.document_issuer)
    if options.png:
        write_badge_pictures(options.out, cards)
    else:
        write_badges(options.out, documents.course_head(course), issuer, cards)
    tell_file(shell, options.out, {"cards": len(cards)})
    return 0


def roster(shell: Shell, options: Namespace) -> int:
    """The sign-in sheet, of all sessions or of one."""
    write = {".pdf": write_roster_pdf, ".xlsx": write_roster_xlsx}[
        kind_of(options.out, ".pdf", ".xlsx")
    ]
    with shell.database() as database:
        course = database.read(lambda s: find_course(s, options.course))
        people = database.read(lambda s: documents.roster(s, course))
        issuer = database.read(documents.document_issuer)
    sessions = [documents.session_head(record) for record in _held(course, options.session)]
    write(options.out, documents.course_head(course), sessions, issuer, people)
    tell_file(shell, options.out, {"people": len(people)})
    return 0


def _held(course: CourseRecord, number: int | None) -> Sequence[SessionRecord]:
    if number is not None:
        return [find_session(course, number)]
    return [s for s in course.sessions if s.status != SessionStatus.CANCELLED]


def attendance(shell: Shell, options: Namespace) -> int:
    """People by sessions."""
    kind_of(options.out, ".xlsx", ".csv")
    with shell.database() as database:
        course = database.read(lambda s: find_course(s, options.course))
        now = local(shell.context().clock())
        sessions, lines = database.read(lambda s: documents.attendance_lines(s, course, now))
    write_attendance(options.out, documents.course_head(course), sessions, lines)
    tell_file(shell, options.out, {"people": len(lines), "sessions": len(sessions)})
    return 0


def tell_file(shell: Shell, path: Path, counts: Document) -> None:
    """That a file was written, and what is in it."""
    if shell.as_json:
        say_json({"file": path, **counts})
    else:
        say(f"{path}: " + ", ".join(f"{count} {name}" for name, count in counts.items()))
