"""A data file that is open: read() and write(), each one transaction."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from sqlalchemy.orm import Session

from .engine import reader_engine, writer_engine
from .errors import driver_errors

T = TypeVar("T")


class Database:
    """The data file at `path`. Transactions begin and end here and nowhere else."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._writer = writer_engine(path)
        self._reader = reader_engine(path)

    def write(self, work: Callable[[Session], T]) -> T:
        """Run `work` in one transaction and commit it; on any exception nothing is written.

        Raises AppError for a full disk, a locked, damaged or read-only file.
        """
        _know_all_tables()
        with driver_errors(self.path), Session(self._writer) as session, session.begin():
            return work(session)

    def read(self, work: Callable[[Session], T]) -> T:
        """Run `work` on one consistent state of the file; it cannot write."""
        with driver_errors(self.path), Session(self._reader) as session, session.begin():
            return work(session)

    def rehearse(self, work: Callable[[Session], T]) -> T:
        """Run `work` as write() would and take everything back: what a dry run shows."""
        _know_all_tables()
        with driver_errors(self.path), Session(self._writer) as session:
            session.begin()
            try:
                return work(session)
            finally:
                session.rollback()

    def close(self) -> None:
        """Let go of the file."""
        self._reader.dispose()
        self._writer.dispose()


def _know_all_tables() -> None:
    """SQLAlchemy sorts what it writes by references, so it must know the tables referred to.

    Reading does not need it, and the first page is there sooner without.
    """
    from ..models import tables  # noqa: F401
