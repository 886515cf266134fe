"""How long the data file takes: a scan to its durable verdict, search per keystroke, first page."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session
from taphuan.db.database import Database
from taphuan.db.engine import connect
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
)
from taphuan.services.enrolments import EnrolmentPlace, EnrolmentRecord, course_people, enrol
from taphuan.services.people import PersonRecord, person_records
from taphuan.services.search import first_page

from .measured import Measured, spread

_DOOR = "BENCH"
_DOOR_PEOPLE = 300
_ROUNDS = 40
_TYPED = (
    "nguyễn văn an", "lò thị hương giang", "giàng a páo", "trần thị thu hà", "hương", "thị nở",
    "y bhăm niê", "phạm minh đức", "hùng nguyễn", "đặng thúy", "h'len niê", "quàng văn thắng",
    "thi thi", "n t h", "le a", "hoàng anh 09", "0912345678", "0868", "086", "thạch sô phia",
    "điểu k'rứt", "võ ngọc bích", "bùi xuân trường", "không có ai tên này",
)  # fmt: skip


@contextmanager
def opened(path: Path) -> Iterator[Database]:
    """A data file, open as the window has it."""
    db = Database(path)
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
            floors.append(_timed(lambda: _bare_insert(bare)))
            scans.append(_timed(lambda person=person: _scan(db, by, session, person)))
    found, floor = spread(scans[10:]), spread(floors[10:])
    return [
        Measured("scan to durable verdict, p50", found.p50, floor.p50),
        Measured("scan to durable verdict, p99", found.p99, floor.p99),
    ]


def _door(db: Database, by: Context) -> tuple[SessionRecord, list[EnrolmentRecord]]:
    """A new session of a course with many people, made on the first run."""
    starts = local(utc_now()).replace(microsecond=0)
    time_of_it = SessionTime(starts, starts + timedelta(hours=3))

    def prepare(s: Session) -> CourseRecord:
        if _has_door(s):
            add_sessions(s, by, find_course(s, _DOOR).id, [time_of_it])
        else:
            course = add_course(s, by, NewCourse(_DOOR, "Đo cửa vào", (time_of_it,)))
            for record in person_records(s, first_page(s, "", _DOOR_PEOPLE)):
                enrol(s, by, course, record.id, EnrolmentPlace(), Origin.TYPED)
        return find_course(s, _DOOR)

    course = db.write(prepare)
    return course.sessions[-1], db.read(lambda s: course_people(s, course.id))
