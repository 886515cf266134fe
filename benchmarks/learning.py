"""The courses of the large database: sessions, enrolments, scans, attendance, assessments,
completions. What is derived is what the facts say, so that `check` finds the file sound.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from taphuan.models.enums import Skill
from taphuan.models.names import fold

from .bulk import FACT, MACHINE, MADE_AT, STAMPED, Bulk, Columns, Keys, stored
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

_COLUMNS = {
    "course": Columns(
        "id code folded unit_id status closed_at",
        {"title": f"'{_TITLE}'", "venue": "'Nhà văn hóa'", "periods": "20",
         "required_share": "80", **STAMPED},
    ),
    "course_skill": Columns("course_id skill_key", {"is_required": "0"}),
    "course_session": Columns(
        "id course_id number starts ends",
        {"status": "'planned'", "opens_before": "60", "late_after": "15", "headcount_only": "0",
         **STAMPED},
    ),
    "enrolment": Columns(
        "id person_id course_id unit_id hamlet_id team_id role",
        {"place_state": "'known'", "origin": "'import'", **STAMPED},
    ),
    "scan": Columns(
        "id happened counter session_id payload card_id person_id enrolment_id verdict "
        "minutes_late",
        {"nonce": "?1", "source": "'wedge'", "payload_length": "16", "mode": "'venue'", **FACT},
    ),
    "assessment": Columns("id happened counter enrolment_id skill_key result", FACT),
    "completion": Columns(
        "id happened counter course_id enrolment_id completed reason attended",
        {"sessions": f"{SESSIONS}", "required_share": "80", "missing_skills": "''", **FACT},
    ),
}  # fmt: skip
_ATTENDANCE = """
INSERT INTO attendance (enrolment_id, session_id, status, first_at, minutes_late, mode, fact_id)
SELECT enrolment_id, session_id, verdict, happened, minutes_late, mode, id FROM scan
"""
_SKILL_STATUS = """
INSERT INTO skill_status (enrolment_id, skill_key, result, fact_id)
SELECT enrolment_id, skill_key, result, id FROM assessment
"""
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

    def __init__(self, bulk: Bulk, keys: Keys, chance: random.Random) -> None:
        self._bulk, self._keys, self._chance = bulk, keys, chance
        self._arrivals = _arrivals(chance)
        self._counter = 0
        self._rows: dict[str, list[Row]] = {}

    def fill(self, attendances: int, members: Sequence[Member]) -> None:
        """Make courses until there are so many attendances, each with its scan."""
        left = attendances
        for number in range(-(-attendances // TURNS)):
            if number % _AT_ONCE == 0:
                self._put()
            self._course(number, members, min(TURNS, left))
            left -= TURNS
        self._put()
        self._bulk.run(_ATTENDANCE)
        self._bulk.run(_SKILL_STATUS)
        counter = (MACHINE, self._counter, stored(MADE_AT))
        self._bulk.insert("machine_counter", Columns("machine counter last_written"), [counter])

    def _put(self) -> None:
        for table, rows in self._rows.items():
            self._bulk.insert(table, _COLUMNS[table], rows)
        self._rows = {table: [] for table in _COLUMNS}

    def _fact(self, happened: str) -> Row:
        self._counter += 1
        return (self._keys.next(), happened, self._counter)

    # A course

    def _course(self, number: int, members: Sequence[Member], turns: int) -> None:
        first = number * _NEW_PEOPLE
        people = [members[(first + i) % len(members)] for i in range(min(PEOPLE, len(members)))]
        course = self._plan(number, people[0])
        chances = len(people) * SESSIONS
        missed = set(self._chance.sample(range(chances), max(0, chances - turns)))
        for index, member in enumerate(people):
            enrolment = self._enrol(course, member)
            there = [s for s in range(SESSIONS) if index * SESSIONS + s not in missed]
            for session in there:
                self._attend(course, session, enrolment, member)
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
        status, closed_at = ("closed", closed) if course.is_closed else ("planned", None)
        self._rows["course"].append(
            (course.key, code, fold(f"{code} {_TITLE}"), first.team.unit, status, closed_at)
        )
        self._rows["course_skill"] += [(course.key, skill.value) for skill in Skill]
        self._rows["course_session"] += [
            (key, course.key, number, f"{day} 08:00:00.000000", f"{day} 11:00:00.000000")
            for number, (key, day) in enumerate(zip(sessions, days, strict=True), 1)
        ]
        return course

    # What happened to somebody in it

    def _enrol(self, course: _Course, member: Member) -> bytearray:
        key, team = self._keys.next(), member.team
        self._rows["enrolment"].append(
            (key, member.person, course.key, team.unit, team.hamlet, team.key, member.role)
        )
        return key

    def _attend(self, course: _Course, session: int, enrolment: bytearray, member: Member) -> None:
        at, late = self._arrivals[int(self._chance.random() * len(self._arrivals))]
        self._rows["scan"].append((
            *self._fact(course.days[session] + at), course.sessions[session], member.code,
            member.card, member.person, enrolment, "late" if late else "present", late,
        ))  # fmt: skip

    def _assess(self, course: _Course, enrolment: bytearray) -> None:
        for skill, day in zip(Skill, course.days, strict=True):
            result = "pass" if self._chance.random() < 0.9 else "stuck"
            fact = self._fact(f"{day} 04:30:00.000000")
            self._rows["assessment"].append((*fact, enrolment, skill.value, result))

    def _complete(self, course: _Course, enrolment: bytearray, attended: int) -> None:
        done = attended * 100 >= 80 * SESSIONS
        reason = None if done else "attendance"
        fact = self._fact(f"{course.days[-1]} 09:00:00.000000")
        self._rows["completion"].append((*fact, course.key, enrolment, int(done), reason, attended))


def _arrivals(chance: random.Random) -> list[tuple[str, int | None]]:
    """Times at which people come to a session at eight (one o'clock in UTC), and minutes late."""
    times = []
    for _ in range(2_000):
        late = chance.randint(16, 55) if chance.random() < _LATE_SHARE else None
        minute, second = 60 + late if late else chance.randint(25, 70), chance.randrange(60)
        at = f" {minute // 60:02d}:{minute % 60:02d}:{second:02d}.000000"
        times.append((at, late))
    return times
