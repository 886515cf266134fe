"""What a page may use: the data file through jobs, who works here, and the program's settings."""

from collections.abc import Callable, Collection
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QSettings, Signal

from ..models.errors import AppError
from .jobs import JobHandle, Jobs, Progress
from .theme import Theme

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from ..db.database import Database
    from ..models.context import Context

T = TypeVar("T")


class AppContext(QObject):
    """Passed to every page. Reads and writes run beside the window and are delivered by signal.

    `course_chosen` fires when the course one works with changes (its code).
    """

    course_chosen = Signal(str)

    def __init__(
        self,
        data_file: Path,
        open_file: Callable[[Path], "Database"],
        by: "Context | None",
        jobs: Jobs,
        theme: Theme,
        settings_path: Path,
    ) -> None:
        super().__init__()
        self.data_file = data_file
        self._by = by
        self.jobs = jobs
        self.theme = theme
        self.settings_path = settings_path
        self.program = QSettings(str(settings_path), QSettings.Format.IniFormat)
        self._open_file = open_file
        self._database: Database | None = None
        self._opening = Lock()
        self._course = str(self.program.value("course", ""))

    @property
    def database(self) -> "Database":
        """The open data file. Raises AppError when it cannot be opened; call it within a job."""
        with self._opening:  # readers start together: one of them opens the file
            if self._database is None:
                self._database = self._open_file(self.data_file)
            return self._database

    @property
    def by(self) -> "Context":
        """Who works here; told before the first page is shown."""
        if self._by is None:
            raise RuntimeError("nobody works here yet")
        return self._by

    @by.setter
    def by(self, by: "Context") -> None:
        self._by = by

    @property
    def is_open(self) -> bool:
        """Whether the data file was opened."""
        return self._database is not None

    def read(
        self,
        work: Callable[["Session"], T],
        on_done: Callable[[T], object],
        owner: QObject | None = None,
        on_error: Callable[[AppError], object] | None = None,
        replaces: str = "",
    ) -> JobHandle:
        """Read from the file. With `replaces`, the owner's older reading of that name is void."""
        return self.jobs.read(
            lambda _: self.database.read(work), on_done, on_error, owner, replaces
        )

    def write(
        self,
        work: Callable[["Session", "Context"], T],
        on_done: Callable[[T], object] | None = None,
        owner: QObject | None = None,
        changes: Collection[str] = (),
        on_error: Callable[[AppError], object] | None = None,
    ) -> JobHandle:
        """Write in one transaction; `changes` names what pages must read again.

        Names in use: courses, people, enrolments, attendance, assessments, certificates,
        imports, curriculum, settings, backups, forms, scans (a scan writes "attendance" too).
        """
        return self.jobs.write(
            lambda _: self.database.write(lambda session: work(session, self.by)),
            on_done,
            on_error,
            owner,
            changes,
        )

    def make_file(
        self,
        read: Callable[["Session"], T],
        export: Callable[[T, Progress], object],
        on_done: Callable[[object], object],
        owner: QObject | None = None,
        on_error: Callable[[AppError], object] | None = None,
    ) -> JobHandle:
        """Read records, then write a file of them, with progress and cancel."""
        return self.jobs.read(
            lambda progress: export(self.database.read(read), progress), on_done, on_error, owner
        )

    @property
    def course(self) -> str:
        """The code of the course one works with; empty when none was chosen."""
        return self._course

    def choose_course(self, code: str) -> None:
        """Remember the course one works with, also for the next start."""
        if code != self._course:
            self._course = code
            self.program.setValue("course", code)
            self.course_chosen.emit(code)

    def close(self) -> None:
        """Let the jobs end and let go of the file."""
        self.jobs.close()
        self.program.sync()
        if self._database is not None:
            self._database.close()
            self._database = None
