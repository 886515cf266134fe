"""Who has sent the list that was asked for, who is late, short or over."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from ...models.clock import local
from ...models.courses import Enrolment
from ...models.enums import ImportRowState, Origin
from ...models.imports import ImportBatch, ImportRow
from ...models.people import Person
from ...models.places import Unit
from ...models.registration import RegistrationForm

_AT_THE_DOOR = (Origin.WALK_IN, Origin.SUBSTITUTE)


class FormState(StrEnum):
    """Where a commune's list stands; what needs somebody comes first."""

    LATE = "late"
    SHORT = "short"
    OVER = "over"
    NOT_SENT = "not_sent"
    SENT = "sent"


_ORDER = tuple(FormState)


@dataclass(frozen=True)
class FormLine:
    """A commune that was asked, and what came.

    `received` are people in the course for this commune, each once, however they were entered;
    those who only came to the door are not: nobody registered them. `held` are rows of the
    commune's lists that still wait for an answer.
    """

    form_id: UUID
    unit_id: UUID
    commune_code: str
    commune: str
    kind: str
    sort_key: bytes
    quota: int | None
    deadline: date | None
    received: int
    held: int
    first_sent: date | None
    days_over: int
    """Days since the deadline; negative or 0 while there is time, 0 without a deadline."""

    @property
    def full(self) -> str:
        """The commune with its kind: "xã Thuận Châu"."""
        return f"{self.kind.lower()} {self.commune}"

    @property
    def missing(self) -> int:
        """How many people lack to the quota; negative where there are too many."""
        return 0 if self.quota is None else self.quota - self.received

    @property
    def state(self) -> FormState:
        """Where the list stands."""
        if self.first_sent is None:
            return FormState.LATE if self.days_over > 0 else FormState.NOT_SENT
        if self.missing > 0:
            return FormState.SHORT
        return FormState.OVER if self.missing < 0 else FormState.SENT

    @property
    def needs_somebody(self) -> bool:
        """Whether a reminder or a word with the commune is due."""
        return self.state in (FormState.LATE, FormState.SHORT, FormState.OVER)


@dataclass
class _Came:
    """What came from a commune, while it is counted."""

    people: set[UUID] = field(default_factory=set)
    held: int = 0
    first: datetime | None = None

    def note(self, moment: datetime) -> None:
        self.first = min(self.first or moment, moment)


def course_forms(session: Session, course_id: UUID, today: date) -> tuple[FormLine, ...]:
    """The communes asked for a course, those that need somebody first; then in order of names."""
    came = _came(session, course_id)
    rows = session.execute(
        select(RegistrationForm, Unit)
        .join(Unit, Unit.id == RegistrationForm.unit_id)
        .where(RegistrationForm.course_id == course_id, RegistrationForm.deleted_at.is_(None))
    )
    lines = [_line(form, unit, came[unit.id], today) for form, unit in rows]
    return tuple(sorted(lines, key=_urgency))


def _urgency(line: FormLine) -> tuple[int, int, bytes]:
    late = line.days_over if line.state is FormState.LATE else 0
    return _ORDER.index(line.state), -late, line.sort_key


def _line(form: RegistrationForm, unit: Unit, came: _Came, today: date) -> FormLine:
    return FormLine(
        form_id=form.id,
        unit_id=unit.id,
        commune_code=unit.code,
        commune=unit.name,
        kind=unit.kind,
        sort_key=unit.sort_key,
        quota=form.quota,
        deadline=form.deadline,
        received=len(came.people),
        held=came.held,
        first_sent=local(came.first).date() if came.first else None,
        days_over=(today - form.deadline).days if form.deadline else 0,
    )


def _came(session: Session, course_id: UUID) -> "defaultdict[UUID | None, _Came]":
    found: defaultdict[UUID | None, _Came] = defaultdict(_Came)
    for unit_id, person, enrolment in session.execute(_enrolled(course_id)):
        found[unit_id].people.add(person)
        found[unit_id].note(_made(enrolment))
    for unit_id, happened, held in session.execute(_lists(course_id)):
        found[unit_id].held += held
        found[unit_id].note(happened)
    return found


def _enrolled(course_id: UUID) -> Select[UUID | None, UUID, UUID]:
    return (
        select(Enrolment.unit_id, Person.canonical_id, Enrolment.id)
        .join(Person, Person.id == Enrolment.person_id)
        .where(
            Enrolment.course_id == course_id,
            Enrolment.unit_id.is_not(None),
            Enrolment.deleted_at.is_(None),
            Enrolment.withdrawn_at.is_(None),
            Enrolment.origin.not_in(_AT_THE_DOOR),
        )
    )


def _lists(course_id: UUID) -> Select[UUID | None, datetime, int]:
    """The lists that name one commune for all their rows: also one whose rows all wait."""
    held = func.count(ImportRow.id).filter(ImportRow.state == ImportRowState.HELD)
    return (
        select(ImportBatch.unit_id, ImportBatch.happened, held)
        .outerjoin(ImportRow, ImportRow.batch_id == ImportBatch.id)
        .where(
            ImportBatch.course_id == course_id,
            ImportBatch.unit_id.is_not(None),
            ImportBatch.undone_at.is_(None),
        )
        .group_by(ImportBatch.id)
    )


def _made(identifier: UUID) -> datetime:
    """When a key was made: a UUIDv7 begins with its milliseconds (RFC 9562, 5.7).

    An enrolment's stamp tells when it last changed; its key, when it came.
    """
    return datetime.fromtimestamp((identifier.int >> 80) / 1000, UTC)
