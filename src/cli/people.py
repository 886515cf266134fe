"""People from the shell: list and find. JSON shows identity numbers in full, and that is kept."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session

from ..db.database import Database
from ..exports.people import write_people
from ..exports.records import ListedPerson
from ..services.courses import find_course
from ..services.enrolments import EnrolmentRecord, course_people
from ..services.facts import audit
from ..services.lookup import latest_roles
from ..services.people import PersonRecord, person_records
from ..services.people_lines import people_found, people_of_course
from ..services.search import all_matches
from .output import Document, say, say_json, say_json_list, say_table
from .shell import Shell

_AT_ONCE = 1000

_Listed = tuple[PersonRecord | EnrolmentRecord, str | None]
"""Somebody, and their role."""


def list_all(shell: Shell, options: Namespace) -> int:
    """Everybody, or everybody in a course."""
    code = options.course
    with shell.database() as database:
        if code is None:
            return _show_found(shell, database, "", "people list")
        course = database.read(lambda s: find_course(s, code))
        _record_asking(shell, database, f"people list --course {course.code}")
        database.read(lambda s: _show(shell, _of_course(s, course.id, shell.as_json)))
    return 0


def find(shell: Shell, options: Namespace) -> int:
    """Those whose name, phone, card or last digits match."""
    with shell.database() as database:
        return _show_found(shell, database, " ".join(options.text), "people find")


def export(shell: Shell, options: Namespace) -> int:
    """Everybody, or everybody in a course, as a file; full identity numbers are recorded."""
    out: Path = options.out
    title = "DANH SÁCH HỌC VIÊN"
    with shell.database() as database:
        if options.course is not None:
            title = f"{title} KHÓA {database.read(lambda s: find_course(s, options.course)).code}"
        if options.identity:
            by = shell.context()
            database.write(lambda s: audit(s, by, "identity_shown", "people export"))

        def write(session: Session) -> int:
            people = _exported(session, options)
            write_people(out, title, people, ethnic=options.ethnic)
            return len(people)

        count = database.read(write)
    if shell.as_json:
        say_json({"file": out, "people": count})
    else:
        say(f"{count} people: {out}")
    return 0


def _exported(session: Session, options: Namespace) -> Sequence[ListedPerson]:
    if options.course is None:
        return people_found(session, "", reveal=options.identity)
    course = find_course(session, options.course)
    return people_of_course(session, course, reveal=options.identity)


def _show_found(shell: Shell, database: Database, text: str, action: str) -> int:
    _record_asking(shell, database, action)
    database.read(lambda s: _show(shell, _matching(s, text, shell.as_json)))
    return 0


def _record_asking(shell: Shell, database: Database, subject: str) -> None:
    """Before anything is shown: JSON is unmasked by contract, and asking is recorded."""
    if shell.as_json:
        by = shell.context()
        database.write(lambda s: audit(s, by, "identity_shown", subject))


def _of_course(session: Session, course_id: UUID, reveal: bool) -> Iterator[_Listed]:
    for person in course_people(session, course_id, reveal=reveal):
        yield person, person.role


def _matching(session: Session, text: str, reveal: bool) -> Iterator[_Listed]:
    seqs = all_matches(session, text)
    for start in range(0, len(seqs), _AT_ONCE):
        people = person_records(session, list(seqs[start : start + _AT_ONCE]), reveal=reveal)
        roles = latest_roles(session, [person.id for person in people])
        yield from ((person, roles.get(person.id)) for person in people)


def _show(shell: Shell, people: Iterator[_Listed]) -> None:
    if shell.as_json:
        say_json_list(person_document(person, role) for person, role in people)
        return
    titles = ("name", "born", "gender", "commune", "hamlet", "identity", "phone", "card")
    say_table(titles, (_line(person) for person, _ in people))


def person_document(person: PersonRecord | EnrolmentRecord, role: str | None) -> Document:
    """A person as JSON; the names of the fields are a contract."""
    return {
        "name": person.name,
        "gender": person.gender,
        "dob": person.birth_date,
        "year": person.birth_year,
        "ethnic": person.ethnic,
        "cccd": person.identity,
        "phone": person.phone,
        "hamlet": person.hamlet,
        "commune_code": person.commune_code,
        "commune": person.commune,
        "role": role,
        "badge": person.code,
    }


def _line(person: PersonRecord | EnrolmentRecord) -> Sequence[object]:
    born = person.birth_date or person.birth_year
    place = (person.commune, person.hamlet)
    return (person.name, born, person.gender, *place, person.identity, person.phone, person.code)
