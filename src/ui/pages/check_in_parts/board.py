"""What the check-in page knows of its session, kept up scan by scan without reading again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from ....models.enums import AttendanceStatus, Verdict
from ....services.attendance import ATTENDED, COUNTING
from ....services.check_in import Answer
from ....services.door import DoorLine, DoorState, place_key
from ....services.enrolments import EnrolmentRecord


@dataclass(frozen=True)
class Counts:
    """The session in figures: people expected and there (of them late), then scans."""

    expected: int
    present: int
    late: int
    repeated: int
    refused: int


@dataclass(frozen=True)
class PlaceCount:
    """How many of a commune's people are there; without a name where none is known."""

    name: str
    present: int
    expected: int


class Board:
    """The people of a session and what each has; fed with every answer."""

    def __init__(self, state: DoorState) -> None:
        self.people: Sequence[EnrolmentRecord] = state.people
        self._by_id = {person.person_id: person for person in state.people}
        self._marks = dict(state.marks)
        self._before = state.before
        self._repeated = state.repeated
        self._refused = state.refused

    def person(self, person_id: UUID | None) -> EnrolmentRecord | None:
        """Somebody of the course."""
        return self._by_id.get(person_id) if person_id else None

    def before(self, person_id: UUID) -> AttendanceStatus | None:
        """What somebody had in the session before."""
        return self._before.get(person_id)

    def is_in(self, person: EnrolmentRecord) -> bool:
        """Whether somebody is there."""
        return self._marks.get(person.person_id) in ATTENDED

    def take(self, answer: Answer, at: datetime) -> DoorLine:
        """Count an answer; returns its line for the list."""
        if answer.verdict in COUNTING and answer.person_id:
            self._marks[answer.person_id] = COUNTING[answer.verdict]
        elif answer.verdict is Verdict.ALREADY_IN:
            self._repeated += 1
        else:
            self._refused += 1
        return DoorLine(
            scan_id=answer.scan_id,
            at=at,
            verdict=answer.verdict,
            person_id=answer.person_id,
            name=answer.name,
            code=answer.code,
            minutes_late=answer.minutes_late,
        )

    def counts(self) -> Counts:
        """The figures of now."""
        here = [self._marks[p] for p in self._by_id if self._marks.get(p) in ATTENDED]
        late = here.count(AttendanceStatus.LATE)
        return Counts(len(self._by_id), len(here), late, self._repeated, self._refused)

    def places(self) -> list[PlaceCount]:
        """The same per commune, the largest first."""
        groups: dict[str, list[EnrolmentRecord]] = {}
        for person in self.people:
            groups.setdefault(person.commune or "", []).append(person)
        found = [
            PlaceCount(name, sum(map(self.is_in, people)), len(people))
            for name, people in groups.items()
        ]
        return sorted(found, key=lambda place: (not place.name, -place.expected))

    def missing(self) -> list[EnrolmentRecord]:
        """Who is not there yet, by commune and hamlet: a list to call by."""
        return sorted((p for p in self.people if not self.is_in(p)), key=place_key)
