"""A data file with two courses, and the context pages are called with."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from uuid import uuid4

import pytest
from pytestqt.qtbot import QtBot
from taphuan.db.database import Database
from taphuan.models.context import Context
from taphuan.models.enums import Gender, Skill
from taphuan.services.check_in import check_in
from taphuan.services.courses import CourseRecord
from taphuan.services.enrolments import EnrolmentRecord
from taphuan.ui.context import AppContext
from taphuan.ui.jobs import Jobs
from taphuan.ui.theme import Theme

WAIT = 8000


@pytest.fixture
def context(
    data_file: Path, clock: Callable[[], datetime], jobs: Jobs, theme: Theme, tmp_path: Path
) -> Iterator[AppContext]:
    """What pages are called with, on the test's data file; its clock stands on 2 March 2026."""
    by = Context("Lường Thị Kiểm", "may-02", clock, Random(7).randbytes)
    opened = AppContext(data_file, Database, by, jobs, theme, tmp_path / "taphuan.ini")
    yield opened
    opened.close()


@pytest.fixture
def courses(
    database: Database,
    by: Context,
    make_course: Callable[..., CourseRecord],
    enrolled: Callable[..., EnrolmentRecord],
) -> None:
    """TH-01 began today with three people, of whom two came; TH-02 is a week later, and empty."""

    def fill(session):  # type: ignore[no-untyped-def]
        skills = (Skill.DVC, Skill.PAYMENT)
        course = make_course(session, "TH-01", sessions=3, skills=skills)
        people = [
            enrolled(
                session,
                course,
                "Lò Thị Ên",
                hamlet="Bản Púa",
                gender=Gender.FEMALE,
                birth_year=1990,
            ),
            enrolled(session, course, "Cà Văn Nga", hamlet="Tiểu khu 3", phone="0912345118"),
            enrolled(session, course, "Vì Văn Ước", "03727", birth_date=date(1979, 7, 27)),
        ]
        for who, minutes in ((people[0], 5), (people[1], 30)):
            at = course.sessions[0].starts + timedelta(minutes=minutes)
            check_in(session, by, course.sessions[0].id, who.code or "", uuid4(), at)
        make_course(session, "TH-02", first=date(2026, 3, 9), title="Bán hàng trực tuyến")

    database.write(fill)


@pytest.fixture
def settled(qtbot: QtBot, context: AppContext) -> Callable[[], None]:
    """Waits until no job is under way."""

    def wait() -> None:
        qtbot.waitUntil(lambda: context.jobs.is_idle, timeout=WAIT)

    return wait
