"""A table of a web page: cells laid out by the spans of their rows and columns."""

import re

from .cells import Cell, Row, is_blank, trimmed
from .grid import Grid
from .read import Unreadable, unreadable

_SPAN = re.compile(r"\b(col|row)span\s*=\s*[\"']?\s*(\d{1,6})", re.I)
_MOST_COLUMNS, _MOST_ROWS = 16_384, 1_048_576
_MOST_SPANNED = 2_000_000
_LIST_CELLS = 2


class HtmlTable:
    """Takes cells in the order of the page. Raises AppError FILE_UNREADABLE (too large)."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._rows: list[Row] = []
        self._merges: list[tuple[int, int, int, int]] = []
        self._row: list[Cell] = []
        self._in_row = False
        self._span: tuple[int, int] | None = None  # height and width of the open cell
        self._hanging: dict[int, int] = {}  # rows that a cell above still takes, by column
        self._spanned = 0

    @property
    def is_list(self) -> bool:
        """Whether a table inside this one is text of a cell, not a part of the layout."""
        filled = sum(not is_blank(cell) for cell in self._row)
        return filled >= _LIST_CELLS or any(len(row) > _LIST_CELLS for row in self._rows)

    def open_cell(self, attributes: str) -> None:
        """A cell begins, behind those that hang into this row."""
        spans = {kind.lower(): int(number) for kind, number in _SPAN.findall(attributes)}
        width, height = max(1, spans.get("col", 1)), spans.get("row", 1) or _MOST_ROWS
        while len(self._row) in self._hanging:
            self._row.append(None)
        self._spanned += width
        if len(self._row) + width > _MOST_COLUMNS or self._spanned > _MOST_SPANNED:
            raise unreadable(self._file, Unreadable.TOO_LARGE)
        self._span = height, width

    def close_cell(self, value: Cell) -> None:
        """The open cell has this value; text outside of cells belongs to none."""
        if self._span is None:
            return
        height, width = self._span
        column, self._span = len(self._row), None
        if height > 1 or width > 1:
            self._merges.append((len(self._rows) + 1, column, height, width))
        if height > 1:
            self._hanging.update(dict.fromkeys(range(column, column + width), height))
        self._row += [value] + [None] * (width - 1)

    def open_row(self) -> None:
        """A row begins, even if no cell follows; one left open ends."""
        self.close_row()
        self._in_row = True

    def close_row(self) -> None:
        """The row ends, if there is one."""
        if not self._row and not self._in_row:
            return
        self._rows.append(trimmed(self._row))
        self._row, self._in_row = [], False
        if self._hanging:
            self._hanging = {c: left - 1 for c, left in self._hanging.items() if left > 1}

    def finished(self) -> list[Row]:
        """All rows."""
        self.close_row()
        return self._rows

    def lay_into(self, grid: Grid) -> None:
        """Lays rows and merges under those of a sheet."""
        above = grid.height
        for index, row in enumerate(self.finished(), start=1):
            grid.put(above + index, list(row))
        for row_number, column, height, width in self._merges:
            left = len(self._rows) - row_number + 1
            grid.merge(above + row_number, column, min(height, left), width)
