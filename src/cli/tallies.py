"""Tallies per commune from the shell."""

from argparse import Namespace
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy.orm import Session

from ..exports.columns import TALLY_COLUMNS
from ..exports.records import Issuer, Tally, TallyRow
from ..exports.tally import write_tally
from ..services.courses import find_course
from ..services.documents import document_issuer
from ..services.tallies import TallyScope, tally
from .output import Document, say, say_json, say_table
from .paths import kind_of
from .shell import Shell

STDOUT = Path("-")


def run(shell: Shell, options: Namespace) -> int:
    """Figures per commune: on standard output, in a file, or both."""
    out: Path | None = options.out
    if out is not None and out != STDOUT:
        kind_of(out, ".xlsx", ".csv", ".pdf")
    by = shell.context()
    with shell.database() as database:
        counted = database.read(lambda s: tally(s, by, _scope(s, options)))
        issuer = database.read(document_issuer)
    if out is not None and out != STDOUT:
        write_tally(out, issuer, counted)
    if shell.as_json:
        rows = [figures_document(row) for row in counted.rows]
        say_json({"rows": rows, "total": figures_document(counted.total)})
    elif out is None:
        _say_figures(counted)
    else:
        say(_csv(issuer, counted) if out == STDOUT else f"{out}: {len(counted.rows)} rows")
    return 0


def _scope(session: Session, options: Namespace) -> TallyScope:
    courses = options.courses
    ids = None if courses is None else tuple(find_course(session, code).id for code in courses)
    return TallyScope(ids, options.first_day, options.last_day)


def figures_document(row: TallyRow) -> Document:
    """The figures of a commune as JSON; the names of the fields are a contract."""
    return {
        "commune_code": row.commune_code,
        "commune": row.commune,
        "enrolled": row.enrolled,
        "attended": row.attended,
        "turns": row.turns,
        "completed": row.completed,
        "certified": row.certified,
        "female": row.female,
        "dtts": row.dtts,
        "skills": dict(row.skills),
        "all_five": row.all_five,
        "hamlets": row.hamlets,
    }


def _csv(issuer: Issuer, counted: Tally) -> str:
    """What a .csv would hold, without the mark that Excel wants at the start of a file."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "tally.csv"
        write_tally(path, issuer, counted)
        return path.read_text(encoding="utf-8-sig").removesuffix("\n")


def _say_figures(counted: Tally) -> None:
    titles = [column.key for column in TALLY_COLUMNS]
    rows = [[column.value(row) for column in TALLY_COLUMNS] for row in counted.rows]
    rows.append([column.value(counted.total) for column in TALLY_COLUMNS])
    say(counted.scope)
    say_table(titles, rows)
