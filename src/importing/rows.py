"""A file becomes people with findings: read, find the tables, clean each cell, compare rows."""

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

from ..models.errors import AppError, ErrorCode
from .beside import with_parted_sheets
from .cells import Sheet, SourceFile
from .ethnic import EthnicNames
from .fields import Field
from .findings import Answers
from .form_stamp import without_known
from .legacy import Encoding
from .matches import TableMatch
from .plan import ImportPlan, PersonRow
from .read import read_file
from .repeats import mark_repeats
from .row_in_hand import TableInHand
from .row_reader import PersonReader
from .table import data_rows, find_table, with_fields

Progress = Callable[[int, int], None]
"""Told (done, total) in rows of the file; what it raises stops the reading."""
FieldChanges = Mapping[str, Mapping[int, Field]]
"""Columns that were given another field: by sheet and index."""
EncodingChanges = Mapping[str, Mapping[int, Encoding]]
"""Columns of which somebody said how their letters are stored: by sheet and index."""

_PROGRESS_STEP = 500
_NOTHING_DECIDED = Answers()


def read_people(
    path: Path,
    ethnic: EthnicNames,
    *,
    answers: Answers = _NOTHING_DECIDED,
    fields: FieldChanges | None = None,
    sheets: Mapping[str, bool] | None = None,
    encodings: EncodingChanges | None = None,
    header_rows: Mapping[str, int] | None = None,
    progress: Progress | None = None,
    today: date | None = None,
) -> ImportPlan:
    """The people of a list, with what was seen, repaired and decided in each cell.

    `sheets` are taken (True) or left out (False), of the others the visible ones are taken; see
    `plan_of` for the rest. Raises AppError FILE_NOT_FOUND, FILE_UNREADABLE, FILE_EMPTY,
    NO_TABLE_FOUND; file = its name.
    """
    source = with_parted_sheets(without_known(read_file(path)))
    plan = plan_of(
        source, ethnic, answers=answers, fields=fields, sheets=sheets, encodings=encodings,
        header_rows=header_rows, progress=progress, today=today,
    )  # fmt: skip
    return mark_repeats([plan])[0]


def plan_of(
    source: SourceFile,
    ethnic: EthnicNames,
    *,
    answers: Answers = _NOTHING_DECIDED,
    fields: FieldChanges | None = None,
    sheets: Mapping[str, bool] | None = None,
    encodings: EncodingChanges | None = None,
    header_rows: Mapping[str, int] | None = None,
    progress: Progress | None = None,
    today: date | None = None,
) -> ImportPlan:
    """The people of a file that is read already; repeated rows are not marked yet.

    `fields`, `encodings` and `header_rows` (1-based, 0 for none) are what somebody said of a
    sheet's columns and header. Raises NO_TABLE_FOUND; file = its name.
    """
    taken = [sheet for sheet in source.sheets if sheet.rows and _is_taken(sheet, sheets or {})]
    found = []
    for sheet in taken:
        match = find_table(sheet, (header_rows or {}).get(sheet.name), file_name=source.name)
        if match is not None:
            match = with_fields(match, (fields or {}).get(sheet.name, {}))
            found.append((sheet, _with_encodings(match, (encodings or {}).get(sheet.name, {}))))
    if not found:
        raise AppError(ErrorCode.NO_TABLE_FOUND, file=source.name)
    reading = _Reading(source, ethnic, answers, today or date.today(), progress or _silent)
    with _no_collection():
        rows = reading.people(found)
    names = {match.sheet for _, match in found}
    without = tuple(sheet.name for sheet in taken if sheet.name not in names)
    return ImportPlan(source, tuple(match for _, match in found), tuple(rows), without)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Half a million small objects, none in a circle: looking for circles costs a quarter."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _is_taken(sheet: Sheet, sheets: Mapping[str, bool]) -> bool:
    return sheets.get(sheet.name, not sheet.hidden)


def _silent(done: int, total: int) -> None:
    pass


def _with_encodings(match: TableMatch, changes: Mapping[int, Encoding]) -> TableMatch:
    """The match with what somebody said of its columns; Unicode is what is not named."""
    if not changes:
        return match
    told = {**match.encodings, **changes}
    old = {index: e for index, e in told.items() if e is not Encoding.UNICODE}
    return replace(match, encodings=MappingProxyType(old))


class _Reading:
    """One pass through the tables of a file."""

    def __init__(
        self,
        source: SourceFile,
        ethnic: EthnicNames,
        answers: Answers,
        today: date,
        progress: Progress,
    ) -> None:
        self._source, self._ethnic, self._answers = source, ethnic, answers
        self._today, self._progress = today, progress

    def people(self, found: list[tuple[Sheet, TableMatch]]) -> list[PersonRow]:
        """The people of all tables, in the order of the file."""
        total = sum(len(sheet.rows) for sheet, _ in found)
        done, people = 0, []
        for sheet, match in found:
            table = TableInHand(match, self._source.sha256, self._answers)
            rows = list(data_rows(sheet, match))
            reader = PersonReader(sheet, rows, table, self._ethnic, self._today)
            for person in reader.people():
                people.append(person)
                if len(people) % _PROGRESS_STEP == 0:
                    self._progress(done + person.row, total)
            done += len(sheet.rows)
        self._progress(total, total)
        return people
