"""Comma-, semicolon-, tab- and bar-separated text."""

import csv
import io
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path
from statistics import median_high

from .cells import TEXT_MARKS, Row, Sheet, without_text_mark
from .grid import Grid
from .read import Unreadable, unreadable

_DELIMITERS = ",;\t|"
_SAMPLE_LINES = 60
_LONGEST_LINE = 500_000


def read_delimited(text: str, name: str) -> tuple[Sheet, ...]:
    """The one sheet of a delimited file. Raises AppError FILE_UNREADABLE: damaged, too large."""
    # Ends of lines are kept as they are: quoted cells may hold some.
    lines = io.StringIO(text, newline="")
    if max(map(len, lines), default=0) > _LONGEST_LINE:
        raise unreadable(name, Unreadable.TOO_LARGE)
    lines.seek(0)
    delimiter = _delimiter(list(islice(lines, _SAMPLE_LINES)))
    lines.seek(0)
    cell = without_text_mark if any(mark in text for mark in TEXT_MARKS) else str
    try:
        rows = _rows(csv.reader(lines, delimiter=delimiter), cell, name)
    except csv.Error as error:
        raise unreadable(name, Unreadable.DAMAGED) from error
    return (Sheet(Path(name).stem, rows),)


def _delimiter(lines: list[str]) -> str:
    """The one that cuts most lines into most cells; a line "sep=;" says it itself."""
    if lines and lines[0].lower().startswith("sep=") and lines[0][4:5] in _DELIMITERS:
        return lines[0][4]
    sample = [line for line in lines if line.strip()]
    return max(_DELIMITERS, key=lambda delimiter: _usual_width(sample, delimiter))


def _usual_width(sample: list[str], delimiter: str) -> int:
    try:
        return median_high([len(row) for row in csv.reader(sample, delimiter=delimiter)] or [0])
    except csv.Error:
        return 0


def _rows(lines: Iterable[list[str]], cell: Callable[[str], str], name: str) -> tuple[Row, ...]:
    grid = Grid(name)
    for number, cells in enumerate(lines, start=1):
        if any(cells):
            grid.put(number, [cell(text) or None for text in cells])
    return grid.rows
