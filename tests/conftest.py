"""Fixtures for every room: a data file that is set up, who acts, and builders of invented people.

`database` is a file of its own with reference data and settings of Sơn La (14); `session` is one
transaction on it that is taken back. Builders take the session they work in.
"""

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Connection, event
from sqlalchemy.orm import Session
from sqlalchemy.pool import Pool
from taphuan.db.database import Database
from taphuan.db.engine import connect, writer_engine
from taphuan.db.open import create_database
from taphuan.models.context import Context
from taphuan.models.enums import Origin
from taphuan.services.courses import (
    CourseRecord,
    NewCourse,
    SessionTime,
    add_course,
    find_course,
)
from taphuan.services.enrolments import EnrolmentPlace, EnrolmentRecord, course_people, enrol
from taphuan.services.people import NewPerson, add_person
from taphuan.services.places import commune_by_code, hamlet_called
from taphuan.services.setup import set_up

START = datetime(2026, 3, 2, 0, 30, tzinfo=UTC)
"""Where the clock of a test starts: Monday 2 March 2026, 07:30 in Vietnam."""

FIRST_DAY = date(2026, 3, 2)


class Clock:
    """A clock that is a second later each time it is read, and can be set, also back."""

    def __init__(self, now: datetime = START) -> None:
        self.now = now

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def move(self, **time_passed: float) -> None:
        """Let time pass (`minutes=5`), or run back (`hours=-1`)."""
        self.now += timedelta(**time_passed)


@pytest.fixture(autouse=True)
def no_file_stays_open() -> Iterator[None]:
    """Fails a test that leaves a connection of SQLAlchemy open: a database was not closed."""
    connected: set[int] = set()

    def on_connect(_connection: object, record: object) -> None:
        connected.add(id(record))

    def on_close(_connection: object, record: object) -> None:
        connected.discard(id(record))

    event.listen(Pool, "connect", on_connect)
    event.listen(Pool, "close", on_close)
    yield
    event.remove(Pool, "connect", on_connect)
    event.remove(Pool, "close", on_close)
    assert not connected, f"{len(connected)} connections to a data file were left open"


@pytest.fixture
def clock() -> Clock:
    """The clock that `by` reads."""
    return Clock()


@pytest.fixture
def by(clock: Clock) -> Context:
    """Who acts in a test: the same ids, codes and moments in every run."""
    return Context("Lường Thị Kiểm", "may-01", clock, Random(2026).randbytes)


@pytest.fixture(scope="session")
def template_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data file set up for Sơn La, made once per process; copied, never opened again."""
    path = tmp_path_factory.mktemp("template") / "taphuan.db"
    clock = Clock()
    by = Context("Lường Thị Kiểm", "may-01", clock, Random(14).randbytes)
    database = create_database(path, START)
    try:
        database.write(lambda session: set_up(session, by, "14", **ORGANISER))
    finally:
        database.close()
    return path


ORGANISER: dict[str, object] = {
    "agency": "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
    "parent_agency": "UBND TỈNH SƠN LA",
    "abbreviation": "SKHCN",
    "head_title": "GIÁM ĐỐC",
    "signer_name": "Cầm Văn Chỉnh",
}


@pytest.fixture
def data_file(template_file: Path, tmp_path: Path) -> Path:
    """A set-up data file of the test's own, closed."""
    return Path(shutil.copy(template_file, tmp_path / "taphuan.db"))


@pytest.fixture
def database(data_file: Path) -> Iterator[Database]:
    """The test's data file, open."""
    opened = Database(data_file)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def shared_connection(
    template_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Connection]:
    """One connection for all `session` fixtures: SQLAlchemy compiles each query only once."""
    path = shutil.copy(template_file, tmp_path_factory.mktemp("shared") / "taphuan.db")
    engine = writer_engine(Path(path))
    with engine.connect() as connection:
        yield connection
    engine.dispose()


@pytest.fixture
def session(shared_connection: Connection) -> Iterator[Session]:
    """One writing transaction on a set-up data file, taken back at the end with every commit."""
    transaction = shared_connection.begin()
    with Session(shared_connection, join_transaction_mode="create_savepoint") as opened:
        yield opened
    transaction.rollback()


@pytest.fixture
def stored() -> Callable[[Path], dict[str, str]]:
    """Everything a data file holds, by table, search's inner tables too."""

    def read(path: Path) -> dict[str, str]:
        connection = connect(path)
        try:
            tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            return {name: _text(connection, name) for (name,) in tables.fetchall()}
        finally:
            connection.close()

    return read


def _text(connection: Any, table: str) -> str:
    return repr(connection.execute(f'SELECT * FROM "{table}"').fetchall())


@pytest.fixture
def make_course(by: Context) -> Callable[..., CourseRecord]:
    """Plans a course: `make_course(session, "TH-01", sessions=5, skills=…)`, mornings from 8 to 11.

    `first` is the first day, one session a day; other words go to NewCourse.
    """

    def make(
        session: Session,
        code: str = "TH-01",
        sessions: int = 5,
        first: date = FIRST_DAY,
        **more: Any,
    ) -> CourseRecord:
        days = [first + timedelta(days=n) for n in range(sessions)]
        times = tuple(
            SessionTime(datetime.combine(d, time(8)), datetime.combine(d, time(11))) for d in days
        )
        values = {"title": "Kỹ năng số cơ bản", "venue": "Nhà văn hóa bản Púa", **more}
        add_course(session, by, NewCourse(code=code, sessions=times, **values))
        return find_course(session, code)

    return make


@pytest.fixture
def make_person(by: Context) -> Callable[..., UUID]:
    """Enters somebody: `make_person(session, "Lò Thị Ên", commune="03721", hamlet="Bản Púa")`.

    `commune=None` leaves the place unknown; other words go to NewPerson. Returns the id.
    """

    def make(
        session: Session,
        name: str = "Lò Thị Ên",
        commune: str | None = "03721",
        hamlet: str | None = None,
        **more: Any,
    ) -> UUID:
        unit = commune_by_code(session, commune, FIRST_DAY).id if commune else None
        place = hamlet_called(session, by, unit, hamlet).id if hamlet else None
        new = NewPerson(name=name, unit_id=unit, hamlet_id=place, **more)
        return add_person(session, by, new).id

    return make


@pytest.fixture
def enrolled(by: Context, make_person: Callable[..., UUID]) -> Callable[..., EnrolmentRecord]:
    """Puts somebody into a course: a new person by name, or one by id (`person=…`)."""

    def make(
        session: Session,
        course: CourseRecord,
        name: str = "Lò Thị Ên",
        commune: str | None = "03721",
        hamlet: str | None = None,
        person: UUID | None = None,
        **more: Any,
    ) -> EnrolmentRecord:
        someone = person or make_person(session, name, commune, hamlet, **more)
        unit = commune_by_code(session, commune, FIRST_DAY).id if commune else None
        place = hamlet_called(session, by, unit, hamlet).id if hamlet else None
        entry = enrol(session, by, course.id, someone, EnrolmentPlace(unit, place), Origin.TYPED)
        return next(p for p in course_people(session, course.id) if p.id == entry)

    return make


CLAUSES = pytest.StashKey[Counter[str]]()


def pytest_configure(config: pytest.Config) -> None:
    """Counts how often each clause of reading lists is asked (tests/importing/layouts)."""
    config.stash[CLAUSES] = Counter()


@pytest.fixture(scope="session")
def ran(request: pytest.FixtureRequest) -> Counter[str]:
    """How often each clause ran in this session."""
    return request.config.stash[CLAUSES]


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A worker of a parallel run sends its counts home."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["clauses"] = dict(session.config.stash[CLAUSES])


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """The counts of a worker are added up."""
    node.config.stash[CLAUSES].update(getattr(node, "workeroutput", {}).get("clauses", {}))


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """A line for each clause, where any ran."""
    if not config.stash[CLAUSES]:
        return
    terminalreporter.section("clauses of reading and repairing lists, and how often each ran")
    for clause, count in config.stash[CLAUSES].items():
        terminalreporter.write_line(f"{count:6}  {clause}")
