"""What was found in a sheet: the table's columns, its letterhead, its sections and rows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType

from .cells import Cell, Row
from .fields import Field
from .legacy import Encoding


class HintSource(StrEnum):
    """Where a list names its commune outside its rows, the surest first."""

    LETTERHEAD = "letterhead"
    SHEET = "sheet"
    FILE = "file"


@dataclass(frozen=True)
class CommuneHint:
    """A commune as a list's letterhead, its sheet or its file names it.

    `text` as written, with the kind word where there is one ("XÃ MƯỜNG É"); without one
    (`sure` False, "Muong E") it may be no commune at all. In capitals or without accents the name
    may have other words behind it. `province` where one is named too.
    """

    text: str
    source: HintSource
    province: str | None = None
    sure: bool = True


@dataclass(frozen=True)
class Section:
    """A heading between the rows of a table, and what it says of those below, as written.

    `commune` and `hamlet` with their kind words. What a section says nothing of comes from the
    one above it: the bản of "I. Xã Mường É / 1. Bản Lào" lies in Mường É. `row` is 1-based.
    """

    title: str
    team: str | None = None
    hamlet: str | None = None
    commune: str | None = None
    row: int = 0


@dataclass(frozen=True)
class Header:
    """A header in a sheet: its first row (1-based), how many rows it has, what its columns are."""

    row: int
    height: int
    headings: tuple[str, ...]
    columns: Mapping[int, Field]
    surely: bool = True
    """Whether the name's heading is one of its usual words."""
    day_parts: tuple[int, int, int] | None = None
    """The columns of day, month and year where a birth stands in three; the last is BIRTH."""


def _no_encodings() -> Mapping[int, Encoding]:
    return MappingProxyType({})


@dataclass(frozen=True)
class TableMatch:
    """How a sheet was understood: header row (1-based), its height, the field of each column.

    A table without a header has `header_row` 0 and `header_height` 0 and begins at `body_row`.
    """

    sheet: str
    header_row: int
    columns: Mapping[int, Field]
    headings: tuple[str, ...]
    header_height: int = 1
    body_row: int = 0
    titles: tuple[str, ...] = ()
    """What stands above the header, in reading order."""
    hints: tuple[CommuneHint, ...] = ()
    by_content: frozenset[int] = frozenset()
    """Columns told by what their cells look like, because the heading says nothing."""
    encodings: Mapping[int, Encoding] = field(default_factory=_no_encodings)
    """Columns that are not Unicode. `headings`, `titles` and sections are decoded, cells not."""
    day_parts: tuple[int, int, int] | None = None
    """The columns of day, month and year where a birth stands in three; rows join them."""
    later: tuple[Header, ...] = field(default=(), repr=False)
    """Headers further down: of the next page, or of another table below."""

    @cached_property
    def places(self) -> Mapping[Field, int]:
        """The column of each field that the list has; the first where two were given one field."""
        return {held: index for index, held in sorted(self.columns.items(), reverse=True)}

    @property
    def first_row(self) -> int:
        """The first row (1-based) that may hold a person."""
        return self.header_row + self.header_height if self.header_row else max(self.body_row, 1)

    def heading(self, wanted: Field) -> str:
        """The heading of a field's column as in the file; the field's own name without one."""
        index = self.places.get(wanted)
        return (self.headings[index] if index is not None else "") or wanted.value


@dataclass(frozen=True)
class TableRow:
    """A row that holds a person: its number in the sheet and the section it stands in.

    `merged` are the columns whose cell is one with the row's above, and was filled from there.
    """

    number: int
    cells: Row = field(repr=False)
    section: Section | None = None
    merged: frozenset[int] = frozenset()


def cell_of(row: Row, index: int) -> Cell:
    """A row's cell, None behind its end."""
    return row[index] if index < len(row) else None
