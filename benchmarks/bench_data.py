"""How long the data file takes: a scan to its durable verdict, search per keystroke, first page."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any, ParamSpec

from sqlalchemy.orm import Session
from taphuan.db.database import Database
from taphuan.db.engine import connect
from taphuan.db.open import open_database
from taphuan.models.clock import local, utc_now
from taphuan.models.context import Context
from taphuan.models.enums import Origin, Verdict
from taphuan.services.check_in import check_in
from taphuan.services.courses import (
    CourseRecord,
    NewCourse,
    SessionRecord,
    SessionTime,
    add_course,
    add_sessions,
    find_course,
    list_courses,
)
from taphuan.services.enrolments import EnrolmentPlace, EnrolmentRecord, course_people, enrol
from taphuan.services.people import PersonRecord, person_records
from taphuan.services.search import first_page

from .measured import Measured, spread

P = ParamSpec("P")

_DOOR = "BENCH"
_DOOR_PEOPLE = 300
_ROUNDS, _SEARCH_ROUNDS = 200, 3
_ROW_SIZE = 300
"""Bytes of a scan's row: eight keys and hashes, three moments, a few words."""
_TYPED = (
    "nguyễn văn an", "lò thị hương giang", "giàng a páo", "trần thị thu hà", "hương", "thị nở",
    "y bhăm niê", "phạm minh đức", "hùng nguyễn", "đặng thúy", "h'len niê", "quàng văn thắng",
    "thi thi", "n t h", "le a", "hoàng anh 09", "0912345678", "0868", "086", "thạch sô phia",
    "điểu k'rứt", "võ ngọc bích", "bùi xuân trường", "không có ai tên này",
)  # fmt: skip


@contextmanager
def opened(path: Path) -> Iterator[Database]:
    """A data file, open as the window has it."""
    db = open_database(path, utc_now())
    try:
        yield db
    finally:
        db.close()


# A scan


def measure_scans(path: Path) -> list[Measured]:
    """From the scanner's Enter to the verdict after the commit, beside a bare insert and commit
    of a row of that size in the same folder, by turns."""
    floor_file = path.with_name("floor.db")
    with opened(path) as db, _bare_table(floor_file) as bare:
        by = Context("Đo", "bench")
        session, people = _door(db, by)
        scans, floors = [], []
        for person in people:
            floors.append(_timed(_bare_insert, bare))
            scans.append(_timed(_scan, db, by, session, person))
    found, floor = spread(scans[10:]), spread(floors[10:])
    return [
        Measured("scan to durable verdict, p50", found.p50, floor.p50),
        Measured("scan to durable verdict, p99", found.p99, floor.p99),
    ]


def _door(db: Database, by: Context) -> tuple[SessionRecord, list[EnrolmentRecord]]:
    """A new session of a course of 300 people; the course is made on the first run."""
    starts = local(utc_now()).replace(microsecond=0)
    meeting = SessionTime(starts, starts + timedelta(hours=3))

    def prepare(s: Session) -> CourseRecord:
        known = next((c for c in list_courses(s) if c.code == _DOOR), None)
        if known is not None:
            add_sessions(s, by, known.id, [meeting])
            return find_course(s, _DOOR)
        course = add_course(s, by, NewCourse(_DOOR, "Đo cửa vào", (meeting,)))
        for person in person_records(s, first_page(s, "", _DOOR_PEOPLE)):
            enrol(s, by, course, person.id, EnrolmentPlace(), Origin.TYPED)
        return find_course(s, _DOOR)

    course = db.write(prepare)
    return course.sessions[-1], db.read(lambda s: course_people(s, course.id))


def _scan(db: Database, by: Context, session: SessionRecord, person: EnrolmentRecord) -> None:
    code, nonce = person.code or "", by.new_id()
    answer = db.write(lambda s: check_in(s, by, session.id, code, nonce, at=session.starts))
    if answer.verdict != Verdict.PRESENT:
        raise RuntimeError(f"a scan was answered {answer.verdict}")


@contextmanager
def _bare_table(path: Path) -> Iterator[Any]:
    """A connection to a table alone in its file, as durable as the data file is."""
    path.unlink(missing_ok=True)
    connection = connect(path)
    try:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("CREATE TABLE scan (id BLOB PRIMARY KEY, rest BLOB)")
        yield connection
    finally:
        connection.close()
        path.unlink(missing_ok=True)


def _bare_insert(connection: Any) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO scan VALUES (?, ?)", (os.urandom(16), os.urandom(_ROW_SIZE)))
    connection.execute("COMMIT")


# People


def measure_people(path: Path, small: Path) -> list[Measured]:
    """Search at each keystroke, and the first page of all people beside a table of 200 rows."""
    with opened(path) as db, opened(small) as small_db:
        _show(db, ""), _show(small_db, "")
        typed = [text[:end] for text in _TYPED for end in range(1, len(text) + 1)]
        many, few = [], []
        for text in typed * _SEARCH_ROUNDS:
            many.append(_timed(_show, db, text))
            few.append(_timed(_show, small_db, text))
        search, floor = spread(many), spread(few)
        first, first_few = [], []
        for _ in range(_ROUNDS):
            first.append(_timed(_show, db, ""))
            first_few.append(_timed(_show, small_db, ""))
    return [
        Measured("search per keystroke, p50", search.p50, floor.p50),
        Measured("search per keystroke, p99", search.p99, floor.p99, at_most=8),
        Measured("search per keystroke, longest", search.longest, floor.longest),
        Measured("first page of people", spread(first).p50, spread(first_few).p50, 1.5),
    ]


def _show(db: Database, typed: str) -> list[PersonRecord]:
    """What the people's page does at each keystroke: find the first, and read their records."""
    return db.read(lambda s: person_records(s, first_page(s, typed)))


def _timed(work: Callable[P, object], *args: P.args, **kwargs: P.kwargs) -> float:
    """Seconds that `work` took."""
    started = time.perf_counter()
    work(*args, **kwargs)
    return time.perf_counter() - started
