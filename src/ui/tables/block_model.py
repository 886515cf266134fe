"""A model for very long tables: it holds ids, and fetches records in blocks when they are seen."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from ...exports.columns import Column
from ..jobs import Jobs, Progress
from .record_model import Index, Look, RecordModel

R = TypeVar("R")
BLOCK = 200
BLOCKS_KEPT = 24
_BLOCKS_WANTED = 3
_NO_PARENT = QModelIndex()


class BlockTableModel(RecordModel[R]):
    """Shows the records of `ids` in their order; `fetch(ids)` gives them, as many as it was asked.

    With `jobs` blocks come from a reader's thread and "…" stands in their place meanwhile;
    without, they are fetched on the spot. `out_of_date` fires when fetch gives another number of
    records than asked: rows are gone, and the page must ask for the ids anew.
    `sort_asked` brings a column's key and whether it goes down: sorting is the database's.
    """

    out_of_date = Signal()
    sort_asked = Signal(str, bool)

    def __init__(
        self,
        columns: Sequence[Column[R]],
        fetch: Callable[["array[int]"], Sequence[R]],
        jobs: Jobs | None = None,
        look: Look[R] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns, look, parent)
        self._fetch = fetch
        self._jobs = jobs
        self._ids: array[int] = array("q")
        self._blocks: OrderedDict[int, Sequence[R | None]] = OrderedDict()
        self._wanted: list[int] = []
        self._loading = False
        self._generation = 0

    @property
    def ids(self) -> "array[int]":
        """The ids of all rows, from the top."""
        return self._ids

    def set_ids(self, ids: "array[int]", known: Sequence[R] = ()) -> None:
        """Show these rows; what was fetched before is forgotten, what is under way is dropped.

        `known` are the records of the first rows, where they came with the ids.
        """
        self.beginResetModel()
        self._blocks.clear()
        self._start(ids, known)
        self.endResetModel()

    def extend_ids(self, ids: "array[int]", known: Sequence[R] = ()) -> None:
        """Show more rows below those shown, which stay as they are: chosen, scrolled, fetched.

        Where `ids` do not begin with the rows shown, this is `set_ids`.
        """
        shown = len(self._ids)
        if not 0 < shown < len(ids) or ids[:shown] != self._ids:
            self.set_ids(ids, known)
            return
        self.beginInsertRows(QModelIndex(), shown, len(ids) - 1)
        if shown % BLOCK:
            self._blocks.pop(shown // BLOCK, None)
        self._start(ids, known)
        self.endInsertRows()

    def _start(self, ids: "array[int]", known: Sequence[R]) -> None:
        self._ids = ids
        self._wanted.clear()
        self._loading = False
        self._generation += 1
        if known and len(known) >= min(BLOCK, len(ids)):
            self._blocks[0] = known[: min(BLOCK, len(ids))]

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def record(self, row: int) -> R | None:
        number, place = divmod(row, BLOCK)
        block = self._blocks.get(number)
        if block is None:
            self._want(number)
            block = self._blocks.get(number)
        else:
            self._blocks.move_to_end(number)
        return block[place] if block else None

    def with_records(self, rows: Sequence[int], use: Callable[[Sequence[R]], object]) -> None:
        ids = array("q", (self._ids[row] for row in rows))
        if self._jobs is None:
            use(self._fetch(ids))
        else:
            self._jobs.read(
                lambda progress: _in_blocks(self._fetch, ids, progress), use, owner=self
            )

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if 0 <= column < len(self._columns):
            down = order is Qt.SortOrder.DescendingOrder
            self.sort_asked.emit(self._columns[column].key, down)

    def _want(self, number: int) -> None:
        """The last blocks asked for are the ones in sight; older wishes are scrolled past."""
        if self._jobs is None:
            self._keep(number, self._fetch(self._ids_of(number)))
            return
        if number not in self._wanted:
            self._wanted = [*self._wanted, number][-_BLOCKS_WANTED:]
        self._load_next()

    def _load_next(self) -> None:
        if self._loading or not self._wanted or self._jobs is None:
            return
        self._loading = True
        number, generation = self._wanted[-1], self._generation
        ids = self._ids_of(number)
        self._jobs.read(
            lambda _: self._fetch(ids),
            lambda records: self._arrived(generation, number, records),
            owner=self,
        )

    def _arrived(self, generation: int, number: int, records: Sequence[R]) -> None:
        if generation != self._generation:
            return
        self._loading = False
        self._wanted = [wanted for wanted in self._wanted if wanted != number]
        self._keep(number, records)
        first = number * BLOCK
        last = min(first + BLOCK, len(self._ids)) - 1
        self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))
        self._load_next()

    def _keep(self, number: int, records: Sequence[R]) -> None:
        asked = len(self._ids_of(number))
        if len(records) != asked:
            self._blocks[number] = [None] * asked
            self.out_of_date.emit()
        else:
            self._blocks[number] = records
        while len(self._blocks) > BLOCKS_KEPT:
            self._blocks.popitem(last=False)

    def _ids_of(self, number: int) -> "array[int]":
        return self._ids[number * BLOCK : (number + 1) * BLOCK]


def _in_blocks(
    fetch: Callable[["array[int]"], Sequence[R]], ids: "array[int]", progress: Progress
) -> list[R]:
    records: list[R] = []
    for start in range(0, len(ids), BLOCK):
        progress.report(start, len(ids))
        records.extend(fetch(ids[start : start + BLOCK]))
    return records
