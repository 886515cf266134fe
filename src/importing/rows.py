"""A file becomes people with findings: read, find the tables, clean each cell, compare rows."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from ..models.errors import AppError, ErrorCode
from .cells import Sheet
from .ethnic import EthnicNames
from .fields import Field
from .plan import ImportPlan, PersonRow
from .read import read_file
from .repeats import mark_repeats
from .row_reader import Accept, PersonReader
from .table import TableMatch, data_rows, find_table, with_fields

Progress = Callable[[int, int], None]
FieldChanges = Mapping[str, Mapping[int, Field]]

_PROGRESS_STEP = 500


def read_people(
    path: Path,
    ethnic: EthnicNames,
    *,
    accept_repairs: bool | Accept = True,
    fields: FieldChanges | None = None,
    progress: Progress | None = None,
    today: date | None = None,
) -> ImportPlan:
    """The people of a list, with what was seen and repaired in each cell.

    `accept_repairs` is asked for every repair (a bool answers all alike); `fields` changes columns
    by sheet name and column index; `progress(done, total)` counts rows of the file.
    Raises AppError FILE_NOT_FOUND, FILE_UNREADABLE, FILE_EMPTY, NO_TABLE_FOUND; file = its name.
    """
    source = read_file(path)
    sheets = [sheet for sheet in source.sheets if sheet.rows and not sheet.hidden]
    tables = _tables(sheets, fields or {})
    found = [(sheet, match) for sheet in sheets if (match := tables.get(sheet.name))]
    if not found:
        raise AppError(ErrorCode.NO_TABLE_FOUND, file=source.name)
    accept = accept_repairs if callable(accept_repairs) else lambda _: bool(accept_repairs)
    rows = _people(found, ethnic, accept, today or date.today(), progress or _silent)
    without = tuple(sheet.name for sheet in sheets if sheet.name not in tables)
    return ImportPlan(source, tuple(tables.values()), mark_repeats(rows, tables), without)


def _silent(done: int, total: int) -> None:
    pass


def _tables(sheets: list[Sheet], changes: FieldChanges) -> dict[str, TableMatch]:
    found = [match for sheet in sheets if (match := find_table(sheet))]
    return {match.sheet: with_fields(match, changes.get(match.sheet, {})) for match in found}


def _people(
    found: list[tuple[Sheet, TableMatch]],
    ethnic: EthnicNames,
    accept: Accept,
    today: date,
    progress: Progress,
) -> list[PersonRow]:
    total = sum(len(sheet.rows) for sheet, _ in found)
    done, people = 0, []
    for sheet, match in found:
        reader = PersonReader(match, ethnic, accept, today)
        for row in data_rows(sheet, match):
            people.append(reader.read(row))
            if len(people) % _PROGRESS_STEP == 0:
                progress(done + row.number, total)
        done += len(sheet.rows)
    progress(total, total)
    return people
