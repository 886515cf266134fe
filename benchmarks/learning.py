"""The courses of the large database: sessions, enrolments, scans, attendance, assessments,
completions. What is derived is what the facts say, so that `check` finds the file sound.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from taphuan.models.enums import Skill
from taphuan.models.names import fold

from .bulk import Bulk, Keys
from .population import Member

Row = tuple[object, ...]

SESSIONS, PEOPLE, TURNS = 5, 106, 500
"""Of a course: of 530 chances to be there, 500 are taken."""

_NEW_PEOPLE = 100
"""After so many people the next course begins: six of each come to the next one too."""

_FIRST_DAY, _DAYS = date(2025, 7, 7), 470
"""Courses begin after today's communes did."""

_CLOSED_EVERY, _ASSESSED_EVERY = 2, 10
_LATE_SHARE = 0.06
_TITLE = "Kỹ năng số cơ bản cho thành viên Tổ công nghệ số cộng đồng"

_STAMPED = "changed_at changed_by changed_on"
_FACT = "id happened written machine counter operator"
_COLUMNS = {
    "course": "id code title folded venue unit_id periods status required_share closed_at "
    f"{_STAMPED}",
    "course_skill": "course_id skill_key is_required",
    "course_session": "id course_id number starts ends status opens_before late_after "
    f"headcount_only {_STAMPED}",
    "enrolment": "id person_id course_id unit_id place_state hamlet_id team_id role origin "
    f"{_STAMPED}",
    "scan": f"{_FACT} nonce session_id source payload payload_length card_id person_id "
    "enrolment_id verdict minutes_late mode",
    "attendance": "enrolment_id session_id status first_at minutes_late mode fact_id",
    "assessment": f"{_FACT} enrolment_id skill_key result",
    "skill_status": "enrolment_id skill_key result fact_id",
    "completion": f"{_FACT} course_id enrolment_id completed reason attended sessions "
    "required_share missing_skills",
}
_AT_ONCE = 40
"""Courses that are put in together: some 20,000 attendances."""


@dataclass(frozen=True)
class _Course:
    """A course that is being made; `days` are those of its sessions."""

    key: bytearray
    number: int
    sessions: tuple[bytearray, ...]
    days: tuple[str, ...]

    @property
    def is_closed(self) -> bool:
        return self.number % _CLOSED_EVERY == 0

    @property
    def is_assessed(self) -> bool:
        return self.number % _ASSESSED_EVERY == 0


class Learning:
    """Fills courses and what happened in them."""

    def __init__(self, bulk: Bulk, keys: Keys, chance: random.Random, stamp: str) -> None:
        self._bulk, self._keys, self._chance = bulk, keys, chance
        self._stamp = (stamp, "Máy phát", "bench")
        self._arrivals = _arrivals(chance)
        self._counter = 0
        self._rows: dict[str, list[Row]] = {}

    def fill(self, attendances: int, members: Sequence[Member], scans: bool) -> None:
        """Make courses until there are so many attendances; each with its scan, if asked for."""
        left = attendances
        for number in range(-(-attendances // TURNS)):
            if number % _AT_ONCE == 0:
                self._put()
            self._course(number, members, min(TURNS, left), scans)
            left -= TURNS
        self._put()
        columns = "machine counter last_written"
        self._bulk.insert("machine_counter", columns, [("bench", self._counter, self._stamp[0])])

    def _put(self) -> None:
        for table, rows in self._rows.items():
            self._bulk.insert(table, _COLUMNS[table], rows)
        self._rows = {table: [] for table in _COLUMNS}

    def _fact(self, happened: str) -> Row:
        self._counter += 1
        return (self._keys.next(), happened, happened, "bench", self._counter, self._stamp[1])

    # A course

    def _course(self, number: int, members: Sequence[Member], turns: int, scans: bool) -> None:
        first = number * _NEW_PEOPLE
        people = [members[(first + i) % len(members)] for i in range(min(PEOPLE, len(members)))]
        course = self._plan(number, people[0])
        chances = len(people) * SESSIONS
        missed = set(self._chance.sample(range(chances), max(0, chances - turns)))
        for index, member in enumerate(people):
            enrolment = self._enrol(course, member)
            there = [s for s in range(SESSIONS) if index * SESSIONS + s not in missed]
            for session in there:
                self._attend(course, session, enrolment, member, scans)
            if course.is_assessed:
                self._assess(course, enrolment)
            if course.is_closed:
                self._complete(course, enrolment, len(there))

    def _plan(self, number: int, first: Member) -> _Course:
        day = _FIRST_DAY + timedelta(days=number * 31 % _DAYS)
        days = tuple(f"{day + timedelta(days=3 * i):%Y-%m-%d}" for i in range(SESSIONS))
        sessions = tuple(self._keys.next() for _ in days)
        course = _Course(self._keys.next(), number, sessions, days)
        code, closed = f"TH-{number + 1:04d}", f"{days[-1]} 09:00:00.000000"
        self._rows["course"].append((
            course.key, code, _TITLE, fold(f"{code} {_TITLE}"), "Nhà văn hóa", first.team.unit, 20,
            "closed" if course.is_closed else "planned", 80, closed if course.is_closed else None,
            *self._stamp,
        ))  # fmt: skip
        self._rows["course_skill"] += [(course.key, skill.value, 0) for skill in Skill]
        self._rows["course_session"] += self._session_rows(course)
        return course

    def _session_rows(self, course: _Course) -> Iterator[Row]:
        for number, (key, day) in enumerate(zip(course.sessions, course.days, strict=True), 1):
            starts, ends = f"{day} 08:00:00.000000", f"{day} 11:00:00.000000"
            yield (key, course.key, number, starts, ends, "planned", 60, 15, 0, *self._stamp)

    # What happened to somebody in it

    def _enrol(self, course: _Course, member: Member) -> bytearray:
        key, team = self._keys.next(), member.team
        self._rows["enrolment"].append((
            key, member.person, course.key, team.unit, "known", team.hamlet, team.key,
            member.role, "import", *self._stamp,
        ))  # fmt: skip
        return key

    def _attend(
        self, course: _Course, session: int, enrolment: bytearray, member: Member, scans: bool
    ) -> None:
        at, late = self._arrivals[int(self._chance.random() * len(self._arrivals))]
        happened = course.days[session] + at
        fact, key = self._fact(happened), course.sessions[session]
        verdict = "late" if late else "present"
        self._rows["attendance"].append((enrolment, key, verdict, happened, late, "venue", fact[0]))
        if scans:
            self._rows["scan"].append((
                *fact, self._keys.next(), key, "wedge", member.code, 16, member.card,
                member.person, enrolment, verdict, late, "venue",
            ))  # fmt: skip

    def _assess(self, course: _Course, enrolment: bytearray) -> None:
        for skill, day in zip(Skill, course.days, strict=True):
            result = "pass" if self._chance.random() < 0.9 else "stuck"
            fact = self._fact(f"{day} 04:30:00.000000")
            self._rows["assessment"].append((*fact, enrolment, skill.value, result))
            self._rows["skill_status"].append((enrolment, skill.value, result, fact[0]))

    def _complete(self, course: _Course, enrolment: bytearray, attended: int) -> None:
        done = attended * 100 >= 80 * SESSIONS
        reason = None if done else "attendance"
        fact = self._fact(f"{course.days[-1]} 09:00:00.000000")
        self._rows["completion"].append(
            (*fact, course.key, enrolment, int(done), reason, attended, SESSIONS, 80, "")
        )


def _arrivals(chance: random.Random) -> list[tuple[str, int | None]]:
    """Times at which people come to a session at eight (one o'clock in UTC), and minutes late."""
    times = []
    for _ in range(2_000):
        late = chance.randint(16, 55) if chance.random() < _LATE_SHARE else None
        minute, second = 60 + late if late else chance.randint(25, 70), chance.randrange(60)
        at = f" {minute // 60:02d}:{minute % 60:02d}:{second:02d}.000000"
        times.append((at, late))
    return times
