"""Comma-, semicolon- and tab-separated text, in UTF-8 or in UTF-16 with its mark."""

import codecs
import csv
import io
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from statistics import median_high

from .cells import Cell, Row, Sheet, trimmed
from .read import Unreadable, unreadable

_DELIMITERS = ",;\t"
_SAMPLE_LINES = 60


def read_delimited(content: bytes, name: str) -> tuple[Sheet, ...]:
    """The one sheet of a delimited file. Raises AppError FILE_UNREADABLE: encoding, format."""
    text = _decoded(content, name)
    if "\x00" in text or text.lstrip()[:1] in ("<", "{"):
        raise unreadable(name, Unreadable.FORMAT)
    lines = text.splitlines(keepends=True)
    try:
        return (
            Sheet(Path(name).stem, tuple(_rows(io.StringIO(text, newline=""), _delimiter(lines)))),
        )
    except csv.Error as error:
        raise unreadable(name, Unreadable.DAMAGED) from error


def _decoded(content: bytes, name: str) -> str:
    wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return content.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise unreadable(name, Unreadable.ENCODING) from error


def _delimiter(lines: list[str]) -> str:
    """The one that cuts most lines into most cells; a line "sep=;" says it itself."""
    if lines and lines[0].lower().startswith("sep=") and lines[0][4:5] in _DELIMITERS:
        return lines[0][4]
    sample = [line for line in islice(lines, _SAMPLE_LINES) if line.strip()]
    return max(_DELIMITERS, key=lambda delimiter: _usual_width(sample, delimiter))


def _usual_width(sample: list[str], delimiter: str) -> int:
    return median_high([len(row) for row in csv.reader(sample, delimiter=delimiter)] or [0])


def _rows(lines: Iterable[str], delimiter: str) -> Iterator[Row]:
    """Rows of text cells; blank rows at the end are left out."""
    blank = 0
    for cells in csv.reader(lines, delimiter=delimiter):
        row = trimmed([_cell(text) for text in cells])
        if not row:
            blank += 1
            continue
        yield from [()] * blank
        yield row
        blank = 0


def _cell(text: str) -> Cell:
    return text or None
