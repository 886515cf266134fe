"""What every command gets: the data file, who works, and how to answer."""

import getpass
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ..db.database import Database
from ..db.open import open_database
from ..machine import load_machine
from ..models.clock import utc_now
from ..models.context import Context
from ..models.errors import AppError, ErrorCode
from ..paths import data_folder, default_data_file


@dataclass(frozen=True)
class Shell:
    """The global options of a command; `operator` is None where it was not named."""

    data: Path
    as_json: bool
    operator: str | None

    @contextmanager
    def database(self) -> Iterator[Database]:
        """The data file, open and migrated. Raises AppError for what is wrong with it."""
        database = open_database(self.data, utc_now())
        try:
            yield database
        finally:
            database.close()

    def context(self) -> Context:
        """Who writes, on which machine: as named, else as the window asked, else the login name."""
        folder = data_folder()
        try:
            machine = load_machine(folder)
        except OSError as error:
            raise AppError(ErrorCode.DATA_FILE_READ_ONLY, file=str(folder)) from error
        return Context(self.operator or machine.operator or _login_name(), machine.id)


def shell_for(options: Namespace) -> Shell:
    """The shell that global options describe."""
    named = str(getattr(options, "operator", "")).strip()
    data = getattr(options, "data", None) or default_data_file()
    return Shell(data, getattr(options, "json", False), named or None)


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no account is known, as in a bare container
        return ""
