"""A read file: sheets of cells, as they stood, with nothing understood yet."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeAlias

Cell: TypeAlias = str | int | float | bool | date | datetime | None
Row: TypeAlias = tuple[Cell, ...]


TEXT_MARKS = ("'", "’", "‘", "`")
_MARKED_NUMBER = re.compile(r"[+-]?\d")
_LONG_NUMBER = 9

Fonts: TypeAlias = Mapping[tuple[int, int], str]
"""The fonts of old encodings (.Vn…, VNI-…) by row (1-based) and column (0-based)."""


@dataclass(frozen=True)
class Merge:
    """Cells shown as one: rows are 1-based, columns 0-based, both ends belong to it."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int


def _no_fonts() -> Fonts:
    return {}


@dataclass(frozen=True)
class Sheet:
    """A sheet; `rows[n]` is row n + 1 of the file, without the blank cells at its end.

    The value of merged cells stands in their first. `fonts` opens the file a second time, with a
    reader that knows fonts: call it only where text looks like an old encoding.
    """

    name: str
    rows: tuple[Row, ...] = field(repr=False)
    hidden: bool = False
    merges: tuple[Merge, ...] = field(default=(), repr=False)
    fonts: Callable[[], Fonts] = field(default=_no_fonts, repr=False, compare=False)


@dataclass(frozen=True)
class SourceFile:
    """A file that was read: its name without folder, the SHA-256 of its bytes, its sheets."""

    name: str
    sha256: str
    sheets: tuple[Sheet, ...]
    folder: tuple[str, ...] = ()
    """The folders it lies in, the outermost first: they tell files of one name apart."""


def is_blank(cell: Cell) -> bool:
    """Whether a cell shows nothing."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def written(cell: Cell) -> str:
    """A cell as the text a reader of the sheet would copy: whole numbers without ".0"."""
    if isinstance(cell, str):
        return cell
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ", timespec="seconds")
    if isinstance(cell, date):
        return cell.strftime("%d/%m/%Y")
    return str(cell)


def without_text_mark(text: str) -> str:
    """A text without the apostrophe by which systems tell Excel that a number is text.

    On long numbers it stays: the readers of telephone and identity numbers show what they repair.
    """
    if text[:1] not in TEXT_MARKS or not _MARKED_NUMBER.match(text, 1):
        return text
    return text if sum(map(str.isdigit, text)) >= _LONG_NUMBER else text[1:]


def trimmed(cells: list[Cell]) -> Row:
    """The cells without the blank ones at the end; a blank row is the one empty tuple."""
    last = len(cells)
    while last and ((cell := cells[last - 1]) is None or is_blank(cell)):
        last -= 1
    return tuple(cells[:last])
