"""A read file: sheets of cells, as they stood, with nothing understood yet."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeAlias

Cell: TypeAlias = str | int | float | bool | date | datetime | None
Row: TypeAlias = tuple[Cell, ...]


@dataclass(frozen=True)
class Sheet:
    """A sheet; `rows[n]` is row n + 1 of the file, without the blank cells at its end."""

    name: str
    rows: tuple[Row, ...] = field(repr=False)
    hidden: bool = False


@dataclass(frozen=True)
class SourceFile:
    """A file that was read: its name without folder, the SHA-256 of its bytes, its sheets."""

    name: str
    sha256: str
    sheets: tuple[Sheet, ...]


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


def trimmed(cells: list[Cell]) -> Row:
    """The cells without the blank ones at the end; a blank row is the one empty tuple."""
    last = len(cells)
    while last and is_blank(cells[last - 1]):
        last -= 1
    return tuple(cells[:last])
