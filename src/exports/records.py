"""What the writers take: plain records. Nothing here knows a database or a file format."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from ..models.enums import AttendanceStatus, NumberState

Progress = Callable[[int, int], None]
"""Told (done, total) while a file is written; may raise to cancel, then no file is left."""


def no_progress(done: int, total: int) -> None:
    """Nobody is watching."""


@dataclass(frozen=True)
class Issuer:
    """Who issues papers and who signs them; any text may be empty and is then left out."""

    parent_agency: str = ""
    agency: str = ""
    abbreviation: str = ""
    place: str = ""
    head_title: str = ""
    signer_authority: str = ""
    signer_title: str = ""
    signer_name: str = ""

    @property
    def signing_lines(self) -> str:
        """Authority and title of the signer in capitals, a line each."""
        return "\n".join(
            text.upper() for text in (self.signer_authority, self.signer_title) if text
        )


@dataclass(frozen=True)
class CourseHead:
    """What papers say of a course; `periods` are lessons (tiết), `sessions` the number held."""

    code: str
    title: str
    venue: str = ""
    first_day: date | None = None
    last_day: date | None = None
    sessions: int = 0
    periods: int | None = None


@dataclass(frozen=True)
class SessionHead:
    """One session of a course, in Vietnamese civil time."""

    number: int
    starts: datetime
    ends: datetime
    venue: str = ""


@dataclass(frozen=True)
class PersonLine:
    """A person as papers show them; place, team and role are those of the enrolment."""

    name: str
    gender: str | None = None
    birth_date: date | None = None
    birth_year: int | None = None
    ethnic: str | None = None
    phone: str | None = None
    hamlet: str | None = None
    commune: str | None = None
    team: str | None = None
    role: str | None = None
    employer: str | None = None

    @property
    def year(self) -> int | None:
        """The year of birth, of the full date where there is one."""
        return self.birth_date.year if self.birth_date else self.birth_year

    @property
    def place(self) -> str:
        """Hamlet and commune in one line, as far as known."""
        return ", ".join(part for part in (self.hamlet, self.commune) if part)

    @property
    def duty(self) -> str:
        """Role and team in one line, as far as known."""
        return ", ".join(part for part in (self.role, self.team) if part)


@dataclass(frozen=True)
class ListedPerson:
    """Somebody in a list of people that may come back corrected.

    `identity` is masked unless it was asked for; by `program_id` they are known again.
    """

    line: PersonLine
    program_id: str
    identity: str | None = None


@dataclass(frozen=True)
class Badge:
    """A card: its code is 16 digits and belongs to the person, for all courses."""

    person: PersonLine
    code: str


@dataclass(frozen=True)
class Certificate:
    """One certificate of completion; `check_code` (digits) prints a QR when given."""

    person: PersonLine
    unit_line: str
    number: str
    issued_on: date
    check_code: str | None = None


@dataclass(frozen=True)
class RegisterLine:
    """One number of the certificate book; a voided or reserved one says why in `note`."""

    number: str
    person: PersonLine | None
    course_code: str
    course_title: str
    issued_on: date | None
    state: NumberState = NumberState.ISSUED
    note: str = ""


@dataclass(frozen=True)
class TallyRow:
    """The figures of a commune; all count people once except `turns`."""

    commune_code: str | None
    commune: str
    enrolled: int
    attended: int
    turns: int
    completed: int
    certified: int
    female: int
    dtts: int
    skills: Mapping[str, int]
    all_five: int
    hamlets: int
    unit_id: UUID | None = None
    """The commune, for whoever opens a figure to the people behind it."""


@dataclass(frozen=True)
class Tally:
    """Figures per commune with their total; `scope` says which courses or period, in words."""

    rows: tuple[TallyRow, ...]
    total: TallyRow
    scope: str
    counted_at: datetime
    courses: int = 0


@dataclass(frozen=True)
class AttendanceLine:
    """A person and their status in each session, in the order of the sessions."""

    person: PersonLine
    marks: tuple[AttendanceStatus | None, ...]
