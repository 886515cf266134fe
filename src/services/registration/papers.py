"""What a registration form is made of: read from the file, for the writer of the Excel."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from ...exports.registration_columns import FormChoices, FormPerson
from ...exports.registration_form import RegistrationForm
from ...models import registration
from ...models.courses import Enrolment
from ...models.curriculum import EthnicGroup
from ...models.form_stamp import FormStamp
from ...models.names import text_key
from ...models.people import Person
from ...models.places import Hamlet, Unit
from ...models.teams import Team, TeamMember
from ..courses import CourseRecord
from ..documents import course_head, issuer_of, person_line
from ..enrolments import EnrolmentRecord, course_people
from ..people import PersonRecord, person_records
from ..people_lines import person_line_of
from ..places import commune_title, hamlet_title, province_of
from ..settings import load_settings

BLANK_ROWS = 10
"""Rows of a form without a quota."""
MOST_ROWS = 500
ROLES = ("Tổ trưởng", "Tổ phó", "Thành viên")
_MOST_KNOWN = 5_000


@dataclass(frozen=True)
class PaperOptions:
    """How forms are made: blank rows (None: up to the quota), ethnic group, people to copy."""

    blank_rows: int | None = None
    with_ethnic: bool = False
    with_known: bool = False


def registration_forms(
    session: Session,
    course: CourseRecord | None,
    forms: Sequence[UUID],
    today: date,
    options: PaperOptions | None = None,
) -> list[RegistrationForm]:
    """The forms of these ids, as they are written, in the order of communes' names."""
    asked = select(registration.RegistrationForm, Unit).join(
        Unit, Unit.id == registration.RegistrationForm.unit_id
    )
    rows = session.execute(
        asked.where(registration.RegistrationForm.id.in_(forms)).order_by(Unit.sort_key, Unit.code)
    ).all()
    reader = _Reader(session, course, today, options or PaperOptions())
    return [reader.form(row, unit) for row, unit in rows]


class _Reader:
    """Reads what all forms of one go share once."""

    def __init__(
        self, session: Session, course: CourseRecord | None, today: date, options: PaperOptions
    ) -> None:
        self._session, self._course, self._options = session, course, options
        self._day = (course.first_day if course else None) or today
        self._settings = load_settings(session)
        self._enrolled = course_people(session, course.id) if course else []
        self._ethnic = tuple(_ethnic_groups(session)) if options.with_ethnic else ()

    def form(self, asked: registration.RegistrationForm, unit: Unit) -> RegistrationForm:
        """The form of one commune."""
        course, settings = self._course, self._settings
        people = [_of_course(person) for person in self._enrolled if person.unit_id == unit.id]
        commune = commune_title(self._session, unit.id)
        return RegistrationForm(
            stamp=FormStamp(asked.id, course.code if course else "", unit.code),
            issuer=issuer_of(settings),
            commune=", ".join(filter(None, (commune, province_of(self._session, unit.id)))),
            course=course_head(course) if course else None,
            quota=asked.quota,
            deadline=asked.deadline,
            contact=settings.contact,
            note=asked.note or "",
            team=settings.team_short,
            people=people,
            blank_rows=self._blank_rows(asked.quota, len(people)),
            choices=self._choices(unit.id),
            with_ethnic=self._options.with_ethnic,
            known=self._known(unit.id, people) if self._options.with_known else None,
        )

    def _blank_rows(self, quota: int | None, people: int) -> int:
        if self._options.blank_rows is not None:
            return min(self._options.blank_rows, MOST_ROWS)
        return BLANK_ROWS if quota is None else min(max(quota - people, 0), MOST_ROWS)

    def _choices(self, unit: UUID) -> FormChoices:
        session, day = self._session, self._day
        return FormChoices(
            hamlets=_hamlets(session, unit, day),
            teams=_teams(session, unit, day),
            roles=_roles(session, unit),
            ethnic=self._ethnic,
        )

    def _known(self, unit: UUID, people: Sequence[FormPerson]) -> list[FormPerson]:
        """Who is in the commune's teams or was in a course for it, and is not in this one."""
        inside = {person.person_id for person in people}
        seqs = _known_seqs(self._session, unit)[:_MOST_KNOWN]
        records = person_records(self._session, seqs)
        duties = _duties(self._session, unit)
        return [
            _known_person(record, *duties.get(record.id, (None, None)))
            for record in records
            if record.id not in inside
        ]


def _of_course(person: EnrolmentRecord) -> FormPerson:
    return FormPerson(person.person_id, person_line(person), person.note, person.identity)


def _known_person(record: PersonRecord, team: str | None, role: str | None) -> FormPerson:
    line = replace(person_line_of(record), team=team, role=role)
    return FormPerson(record.id, line, record.note, record.identity)


def _known_seqs(session: Session, unit: UUID) -> list[int]:
    members = (
        select(TeamMember.person_id)
        .join(Team, Team.id == TeamMember.team_id)
        .where(Team.unit_id == unit, Team.deleted_at.is_(None), TeamMember.deleted_at.is_(None))
    )
    enrolled = select(Enrolment.person_id).where(
        Enrolment.unit_id == unit, Enrolment.deleted_at.is_(None)
    )
    met = select(Person.canonical_id).where(Person.id.in_(members.union(enrolled)))
    return list(
        session.scalars(
            select(Person.seq)
            .where(Person.id.in_(met), Person.listed)
            .order_by(Person.sort_key, Person.seq)
        )
    )


def _duties(session: Session, unit: UUID) -> dict[UUID, tuple[str | None, str | None]]:
    """Team and role of the commune's members of today, by the person they are read as."""
    rows = session.execute(
        select(Person.canonical_id, Team.name, TeamMember.role)
        .join(Team, Team.id == TeamMember.team_id)
        .join(Person, Person.id == TeamMember.person_id)
        .where(
            Team.unit_id == unit,
            Team.deleted_at.is_(None),
            TeamMember.deleted_at.is_(None),
            TeamMember.valid_to.is_(None),
        )
        .order_by(TeamMember.id.desc())
    )
    return {person: (team, role) for person, team, role in rows}


def _hamlets(session: Session, unit: UUID, day: date) -> tuple[str, ...]:
    rows = session.execute(
        select(Hamlet.kind, Hamlet.name)
        .where(
            Hamlet.unit_id == unit,
            Hamlet.deleted_at.is_(None),
            or_(Hamlet.valid_to.is_(None), Hamlet.valid_to >= day),
        )
        .order_by(Hamlet.kind, Hamlet.sort_key)
    )
    return _each_once(hamlet_title(kind, name) for kind, name in rows)


def _teams(session: Session, unit: UUID, day: date) -> tuple[str, ...]:
    rows = session.scalars(
        select(Team.name).where(
            Team.unit_id == unit,
            Team.deleted_at.is_(None),
            or_(Team.valid_to.is_(None), Team.valid_to >= day),
        )
    )
    return _each_once(sorted(rows, key=text_key))


def _roles(session: Session, unit: UUID) -> tuple[str, ...]:
    rows = session.scalars(
        select(TeamMember.role)
        .join(Team, Team.id == TeamMember.team_id)
        .where(Team.unit_id == unit, TeamMember.deleted_at.is_(None))
        .distinct()
    )
    return _each_once((*ROLES, *sorted(filter(None, rows), key=text_key)))


def _ethnic_groups(session: Session) -> Sequence[str]:
    return session.scalars(select(EthnicGroup.name).order_by(EthnicGroup.code_1979)).all()


def _each_once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
