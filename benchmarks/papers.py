"""The papers of a course, written as the window and the shell write them."""

from datetime import date, datetime, time

from taphuan.exports.attendance import write_attendance
from taphuan.exports.badges import write_badges
from taphuan.exports.certificates import write_certificates
from taphuan.exports.register import write_register_xlsx
from taphuan.exports.roster import write_roster_pdf, write_roster_xlsx
from taphuan.exports.tally import write_tally
from taphuan.services.certificates import IssueReport, register
from taphuan.services.courses import CourseRecord
from taphuan.services.documents import (
    attendance_lines,
    badges,
    course_head,
    document_issuer,
    roster,
    session_head,
)
from taphuan.services.tallies import TallyScope, tally

from .stage import Stage


def write_cards(stage: Stage, course: CourseRecord) -> None:
    """A card for everybody, ten on a page."""
    issuer, found = stage.db.read(lambda s: (document_issuer(s), badges(s, course)))
    path = stage.new_file("papers/cards.pdf")
    write_badges(path, course_head(course), issuer, found)
    stage.say(f"{stage.told(path)}: {len(found)} cards with QR codes")


def write_sign_in_sheets(stage: Stage, course: CourseRecord) -> None:
    """The sign-in sheet to print, and the same in Excel."""
    issuer, people = stage.db.read(lambda s: (document_issuer(s), roster(s, course)))
    sessions = [session_head(record) for record in course.sessions]
    for suffix, write in ((".pdf", write_roster_pdf), (".xlsx", write_roster_xlsx)):
        path = stage.new_file(f"papers/sign-in{suffix}")
        write(path, course_head(course), sessions, issuer, people)
        stage.say(f"{stage.told(path)}: sign-in sheet of {len(people)} people")


def write_certificate_papers(stage: Stage, report: IssueReport, issued_on: date) -> None:
    """The certificates, and the register of their year."""
    path = stage.new_file("papers/certificates.pdf")
    write_certificates(path, report.issuer, report.course, report.pages)
    first, last = report.pages[0].number, report.pages[-1].number
    stage.say(f"{stage.told(path)}: {len(report.pages)} certificates, {first} to {last}")
    lines = [record.line for record in stage.db.read(lambda s: register(s, issued_on.year))]
    path = stage.new_file(f"papers/register-{issued_on.year}.xlsx")
    write_register_xlsx(path, report.issuer, issued_on.year, lines)
    stage.say(f"{stage.told(path)}: the register, {len(lines)} numbers without a gap")


def write_attendance_paper(stage: Stage, course: CourseRecord) -> None:
    """People by sessions, for the officer."""
    assert course.last_day is not None
    over = datetime.combine(course.last_day, time.max)
    sessions, lines = stage.db.read(lambda s: attendance_lines(s, course, over))
    path = stage.new_file("papers/attendance.xlsx")
    write_attendance(path, course_head(course), sessions, lines)
    stage.say(f"{stage.told(path)}: {len(lines)} people by {len(sessions)} sessions")


def write_tallies(stage: Stage, course: CourseRecord) -> None:
    """The tally per commune in every form it has."""
    scope = TallyScope(course_ids=(course.id,))
    issuer, found = stage.db.read(lambda s: (document_issuer(s), tally(s, stage.by, scope)))
    names = []
    for suffix in (".pdf", ".xlsx", ".csv"):
        path = stage.new_file(f"papers/tally{suffix}")
        write_tally(path, issuer, found)
        names.append(stage.told(path))
    stage.say(f"{', '.join(names)}: {len(found.rows)} communes, {found.total.enrolled} people")
