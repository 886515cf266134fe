"""Lists of people as files."""

from collections.abc import Sequence
from pathlib import Path

from ..models.errors import AppError, ErrorCode
from .columns import ETHNIC_COLUMN, PEOPLE_COLUMNS
from .formats import number
from .records import PersonLine, Progress, no_progress
from .sheets import SheetLayout, numbered, write_table_csv, write_table_xlsx


def write_people(
    path: Path,
    title: str,
    people: Sequence[PersonLine],
    progress: Progress = no_progress,
    ethnic: bool = False,
) -> None:
    """Write .xlsx or .csv; the ethnic group only when asked for.

    Raises AppError BAD_VALUE for another suffix.
    """
    columns = (*PEOPLE_COLUMNS, ETHNIC_COLUMN) if ethnic else PEOPLE_COLUMNS
    if path.suffix.lower() == ".csv":
        write_table_csv(path, columns, people, progress=progress)
    elif path.suffix.lower() == ".xlsx":
        lines = [f"Danh sách có {number(len(people))} người"]
        layout = SheetLayout(title=title, lines=lines, filters=True, sheet="Học viên")
        write_table_xlsx(path, numbered(columns), list(enumerate(people, 1)), layout, progress)
    else:
        raise AppError(ErrorCode.BAD_VALUE, value=path.name)
