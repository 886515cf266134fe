"""One column of a table: its cells decoded, dittos filled in, cleaned; each text only once."""

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeAlias, TypeVar

from . import ditto
from .cells import Cell
from .fields import Field
from .findings import Cleaned, FindingKind, Mark, Severity
from .legacy import Encoding, decode
from .row_in_hand import Clean, RowInHand
from .tcvn3_capitals import with_capitals
from .text import masked, tidied

T = TypeVar("T")
_LEGACY_KINDS = {Encoding.TCVN3: FindingKind.TCVN3, Encoding.VNI: FindingKind.VNI}


class _Unsettled:
    """Stands for a cell in which something was seen."""


UNSETTLED: Final = _Unsettled()
Quick: TypeAlias = T | _Unsettled | None


@dataclass(frozen=True, slots=True)
class Column:
    """Where a field stands and what its cells are; how their letters were stored.

    `capitals` are the rows of the sheet (1-based) whose font shows small letters as capitals.
    """

    field: Field
    heading: str
    cells: Sequence[Cell]
    rows: Sequence[int]
    index: int
    encoding: Encoding = Encoding.UNICODE
    capitals: Container[int] = ()


class ColumnReader(Generic[T]):
    """Reads the cells of one column: all at once where they are clean, one by one where not."""

    __slots__ = ("_clean", "_column", "_dittos", "_known", "_usual", "values")

    def __init__(
        self, column: Column, clean: Clean[T], usual: Callable[[str], T | None] | None = None
    ) -> None:
        """`usual` may answer for a text at once; None sends it to `clean`."""
        self._column = column
        self._clean = clean
        self._usual = usual if column.encoding is Encoding.UNICODE else None
        self._dittos: set[Cell] = set()
        self._known: dict[Cell, Cleaned[T]] = {}
        self.values: Sequence[Quick[T]] = self._quickly()
        """What each cell says, UNSETTLED where `settled` has to look at it."""

    @property
    def field(self) -> Field:
        """What the column holds."""
        return self._column.field

    def cell(self, place: int) -> Cell:
        """What stands in a row's cell; `place` counts the rows of the table."""
        return self._column.cells[place]

    def own_cell(self, hand: RowInHand) -> Cell:
        """The same for a row; nothing where the cell is another row's too."""
        shared = hand.merged and self._column.index in hand.merged
        return None if shared else self._column.cells[hand.place]

    def unsettled(self) -> set[int]:
        """The places of the cells in which something was seen."""
        return {place for place, value in enumerate(self.values) if value is UNSETTLED}

    def read(self, hand: RowInHand) -> T | None:
        """What the row's cell says, cleaned and settled."""
        value = self.values[hand.place]
        if isinstance(value, _Unsettled) or self._column.index in hand.merged:
            return self._settled(hand)
        return value

    def _quickly(self) -> Sequence[Quick[T]]:
        """Lists repeat most of their cells: each different one is cleaned once."""
        cells = self._column.cells
        different = set(cells)
        # True equals 1 and would be taken for it.
        if (True in different or False in different) and bool in set(map(type, cells)):
            return [UNSETTLED if cell is not None else None for cell in cells]
        told: dict[Cell, Quick[T]] = {None: None}
        different.discard(None)
        if self._usual is not None:
            usual = self._usual
            told |= {cell: usual(cell) for cell in different if cell.__class__ is str}
        for cell in different:
            if told.get(cell) is None:
                told[cell] = self._quick(cell)
        return [told[cell] for cell in cells]

    def _quick(self, cell: Cell) -> Quick[T]:
        if isinstance(cell, str):
            if self._column.encoding is not Encoding.UNICODE and not cell.isascii():
                return UNSETTLED
            if self._is_ditto(cell):
                self._dittos.add(cell)
                return UNSETTLED
        cleaned = self._clean(cell)
        if not cleaned.marks:
            return cleaned.value
        self._known[cell] = cleaned
        return UNSETTLED

    def _settled(self, hand: RowInHand) -> T | None:
        cell = self._column.cells[hand.place]
        if cell.__class__ is str and self._column.encoding is not Encoding.UNICODE:
            cleaned = self._decoded_cell(hand.place)
        elif cell in self._dittos:
            cleaned = self._as_above(hand.place, cell)
        else:
            cleaned = self._cleaned(cell)
        if hand.merged and self._column.index in hand.merged and cleaned.value is not None:
            note = Mark(FindingKind.MERGED_CELL, Severity.NOTE, "", masked(tidied(cell)))
            cleaned = Cleaned(cleaned.value, cleaned.as_written, (note, *cleaned.marks))
        return hand.settle(self._column.field, cleaned, self._column.heading)

    def _cleaned(self, cell: Cell) -> Cleaned[T]:
        if cell.__class__ is bool:  # equals 1 or 0
            return self._clean(cell)
        known = self._known.get(cell)
        if known is None:
            known = self._known[cell] = self._clean(cell)
        return known

    def _decoded_cell(self, place: int) -> Cleaned[T]:
        """A cell in an old encoding."""
        cell, text = self._column.cells[place], self._decoded(place)
        if self._is_ditto(text):
            return self._as_above(place, text)
        cleaned = self._cleaned(text)
        if text == cell:
            return cleaned
        kind = _LEGACY_KINDS[self._column.encoding]
        mark = Mark(kind, Severity.REPAIR, masked(str(cell)), masked(str(text)))
        return Cleaned(cleaned.value, None, (mark, *cleaned.marks))

    def _decoded(self, place: int) -> Cell:
        column = self._column
        cell = column.cells[place]
        if not isinstance(cell, str) or column.encoding is Encoding.UNICODE:
            return cell
        decoded = decode(cell, column.encoding)
        if decoded == cell:
            return cell
        if column.rows[place] in column.capitals:
            return decoded.upper()
        old = column.encoding is Encoding.TCVN3
        return with_capitals(decoded, column.field) if old else decoded

    def _is_ditto(self, cell: Cell) -> bool:
        repeats = self._column.field in ditto.FIELDS
        return repeats and isinstance(cell, str) and ditto.is_ditto(cell.strip())

    def _as_above(self, place: int, cell: Cell) -> Cleaned[T]:
        """The nearest cell above that says something; what is asked of it is asked here as well."""
        shown = str(cell).strip()
        for above in range(place - 1, -1, -1):
            cell = self._decoded(above)
            if cell is not None and not self._is_ditto(cell):
                break
        else:
            return Cleaned(None, None, (Mark(FindingKind.DITTO, Severity.QUESTION, shown),))
        cleaned = self._cleaned(cell)
        mark = Mark(FindingKind.DITTO, Severity.REPAIR, shown, masked(tidied(cell)))
        asked = tuple(mark for mark in cleaned.marks if mark.severity is Severity.QUESTION)
        return Cleaned(cleaned.value, None, (mark, *asked))
