"""Rows that a reader lays down one after another, never more than a list can have."""

from collections.abc import Iterable

from .cells import Cell, Merge, Row, trimmed
from .read import Unreadable, unreadable

_MOST_ROWS = 1_048_576
_MOST_PLACES = 2_500_000
_MOST_REPEATS = 1000
_MOST_MERGES = 100_000


class Grid:
    """A sheet that grows from above. Raises AppError FILE_UNREADABLE (too large) of `file`."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._rows: list[Row] = []
        self._merges: list[Merge] = []
        self._places = 0

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows so far, without blank ones at the end."""
        return tuple(self._rows)

    @property
    def height(self) -> int:
        """The number of the last row so far."""
        return len(self._rows)

    @property
    def merges(self) -> tuple[Merge, ...]:
        """The merged cells, cut off where the rows end."""
        return within(self._merges, self._rows)

    def put(self, number: int, cells: list[Cell], repeated: int = 1) -> None:
        """Lays a row down at its number (1-based), below the rows that are there."""
        row = trimmed(cells)
        if not row:
            return
        self._places += len(row) * repeated
        if repeated > _MOST_REPEATS or self._places > _MOST_PLACES or number > _MOST_ROWS:
            raise unreadable(self._file, Unreadable.TOO_LARGE)
        self._rows.extend([()] * (number - 1 - len(self._rows)))
        self._rows.extend([row] * repeated)

    def merge(self, row: int, column: int, height: int, width: int) -> None:
        """Notes that cells from `row` (1-based) and `column` (0-based) are shown as one."""
        if (height > 1 or width > 1) and len(self._merges) < _MOST_MERGES:
            self._merges.append(Merge(row, row + height - 1, column, column + width - 1))


def within(merges: Iterable[Merge], rows: "list[Row] | tuple[Row, ...]") -> tuple[Merge, ...]:
    """The merged cells as far as the rows reach: a merge of whole columns ends with the list."""
    height, width = len(rows), max(map(len, rows), default=0)
    cut = (
        Merge(m.first_row, min(m.last_row, height), m.first_column, min(m.last_column, width - 1))
        for m in merges
        if m.first_row <= height and m.first_column < width
    )
    return tuple(m for m in cut if (m.first_row, m.first_column) != (m.last_row, m.last_column))
