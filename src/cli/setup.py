"""Setting up: `init`."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ..db.database import Database
from ..db.open import create_database, open_database
from ..machine import rename_operator
from ..models.clock import utc_now
from ..models.errors import AppError, ErrorCode
from ..paths import data_folder
from ..services.setup import SetupReport, is_set_up, set_up
from .output import say, say_json
from .shell import Shell

_SETTINGS = (
    "agency", "parent_agency", "abbreviation", "place", "head_title", "signer_authority",
    "signer_title", "signer_name", "contact", "team_label", "team_short", "required_share",
    "opens_before", "late_after", "cutoff_day",
)  # fmt: skip


def init(shell: Shell, options: Namespace) -> int:
    """Make the data file, or finish one that was never set up; one in use stays as it is."""
    organiser = {name: getattr(options, name) for name in _SETTINGS}
    _refuse_rules(organiser)
    by = shell.context()
    with _new_or_unfinished(shell.data):
        database = _opened(shell.data)
        try:
            report = database.write(lambda s: set_up(s, by, options.province, **organiser))
        finally:
            database.close()
    if shell.operator:
        rename_operator(data_folder(), shell.operator)
    _tell(shell, report)
    return 0


def _refuse_rules(organiser: dict[str, object]) -> None:
    limits = {"required_share": 100, "opens_before": 1440, "late_after": 1440, "cutoff_day": 31}
    for name, most in limits.items():
        value = organiser[name]
        if isinstance(value, int) and not 0 <= value <= most:
            raise AppError(ErrorCode.BAD_VALUE, field=name, value=value)


@contextmanager
def _new_or_unfinished(path: Path) -> Iterator[None]:
    """A file that this command made goes away when setting up is refused."""
    was_there = path.exists()
    try:
        yield
    except AppError:
        if not was_there:
            for suffix in ("", "-wal", "-shm"):
                with suppress(OSError):
                    path.with_name(path.name + suffix).unlink(missing_ok=True)
        raise


def _opened(path: Path) -> Database:
    if not path.exists():
        return create_database(path, utc_now())
    database = open_database(path, utc_now())
    if database.read(is_set_up):
        database.close()
        raise AppError(ErrorCode.DATA_FILE_EXISTS, file=str(path))
    return database


def _tell(shell: Shell, report: SetupReport) -> None:
    if not shell.as_json:
        say(f"{shell.data}: {report.province}, {report.communes} communes.")
        return
    say_json(
        {
            "file": shell.data,
            "province": report.province,
            "communes": report.communes,
            "communes_of_country": report.communes_of_country,
            "organiser": report.settings.agency,
            "place": report.settings.place,
        }
    )
