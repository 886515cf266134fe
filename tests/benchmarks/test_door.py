"""A morning played again: each scan gets the verdict the play expects."""

import random
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session
from taphuan.db.database import Database
from taphuan.models.clock import local
from taphuan.models.context import Context
from taphuan.models.enums import Verdict
from taphuan.services.courses import CourseRecord
from taphuan.services.enrolments import EnrolmentRecord, course_people

from benchmarks.door import StageClock, arrivals, replay, verdict_line, with_trouble
from benchmarks.sessions import Expected, at_the_door
from benchmarks.stage import DemoError, Stage

NAMES = ("Lò Thị Ên", "Cà Văn An", "Vì Thị Nở", "Giàng A Páo", "Quàng Văn Ước", "Bạc Thị Mai")


@pytest.fixture
def course(
    database: Database,
    make_course: Callable[..., CourseRecord],
    enrolled: Callable[..., EnrolmentRecord],
) -> CourseRecord:
    def make(session: Session) -> CourseRecord:
        made = make_course(session)
        for name in NAMES:
            enrolled(session, made, name)
        return made

    return database.write(make)


@pytest.fixture
def people(database: Database, course: CourseRecord) -> list[EnrolmentRecord]:
    return database.read(lambda session: course_people(session, course.id))


def test_each_scan_is_answered_as_expected(
    database: Database, by: Context, course: CourseRecord, people: list[EnrolmentRecord]
) -> None:
    chance, first = random.Random(4), course.sessions[0]
    scans = with_trouble(chance, arrivals(chance, first, people, 0.3))
    played = list(replay(database, by, StageClock(first.starts), first, scans))
    assert [answer.verdict for _, answer in played] == [scan.verdict for scan, _ in played]
    present = [a for _, a in played if a.verdict in (Verdict.PRESENT, Verdict.LATE)]
    assert len(present) == len(NAMES)
    assert {a.verdict for _, a in played} >= {
        Verdict.LATE, Verdict.ALREADY_IN, Verdict.UNKNOWN_CODE, Verdict.MALFORMED,
    }  # fmt: skip
    assert "6 already_in" in verdict_line(answer for _, answer in played)


def test_scans_come_in_the_order_of_their_times(
    course: CourseRecord, people: list[EnrolmentRecord]
) -> None:
    chance, first = random.Random(4), course.sessions[0]
    scans = with_trouble(chance, arrivals(chance, first, people, 0.3))
    assert [scan.at for scan in scans] == sorted(scan.at for scan in scans)
    assert first.starts - timedelta(hours=1) < scans[0].at
    assert scans[-1].at < first.ends


def test_a_wrong_answer_ends_the_demo(
    database: Database, by: Context, course: CourseRecord, people: list[EnrolmentRecord]
) -> None:
    first = course.sessions[0]
    stage = Stage(
        database.path.parent, database, by, StageClock(first.starts), random.Random(4), print
    )
    scans = arrivals(stage.chance, first, people, 0)
    with pytest.raises(DemoError, match="already_in instead of present"):
        at_the_door(stage, course, first, [scans[0], scans[0]], Expected())


def test_the_stage_clock_shows_what_it_was_set_to(course: CourseRecord) -> None:
    clock = StageClock(course.sessions[0].starts)
    clock.set(course.sessions[1].starts)
    assert local(clock()) == course.sessions[1].starts
