"""People from the shell: list and find. JSON shows identity numbers in full, and that is kept."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from ..db.database import Database
from ..services.courses import find_course
from ..services.enrolments import EnrolmentRecord, course_people
from ..services.facts import audit
from ..services.lookup import latest_roles
from ..services.people import PersonRecord, person_records
from ..services.search import all_matches
from .output import Document, say_json_list, say_table
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
