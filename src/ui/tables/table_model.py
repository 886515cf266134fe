"""A model for lists that fit in memory: courses, sessions, the people of one course."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import QModelIndex, QObject, Qt

from ...exports.columns import Column
from ...models.names import fold
from .record_model import Index, Look, RecordModel

R = TypeVar("R")
_NO_PARENT = QModelIndex()


class TableModel(RecordModel[R]):
    """Holds its records; sorting is by the column's value, or by `Look.sort_keys`."""

    def __init__(
        self,
        columns: Sequence[Column[R]],
        look: Look[R] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns, look, parent)
        self._records: list[R] = []

    @property
    def records(self) -> tuple[R, ...]:
        """The records as they are shown, from the top."""
        return tuple(self._records)

    def set_records(self, records: Sequence[R]) -> None:
        """Show these records, in this order."""
        self.beginResetModel()
        self._records = list(records)
        self.endResetModel()

    def renew(self, records: Sequence[R]) -> None:
        """Show the same rows as they are now; what is chosen and scrolled stays."""
        self._records = list(records)
        if self._records:
            last = self.index(len(self._records) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def replace(self, row: int, record: R) -> None:
        """Show another record in a row."""
        self._records[row] = record
        self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))

    def prepend(self, record: R, keep: int = 0) -> None:
        """Put a record on top, as check-in does; with `keep`, no more rows than that stay."""
        self.beginInsertRows(QModelIndex(), 0, 0)
        self._records.insert(0, record)
        self.endInsertRows()
        if keep and len(self._records) > keep:
            self.beginRemoveRows(QModelIndex(), keep, len(self._records) - 1)
            del self._records[keep:]
            self.endRemoveRows()

    def record(self, row: int) -> R | None:
        return self._records[row]

    def with_records(self, rows: Sequence[int], use: Callable[[Sequence[R]], object]) -> None:
        use([self._records[row] for row in rows])

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._records)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; empty cells and rows that sum up stay at the end."""
        if not 0 <= column < len(self._columns):
            return
        self.layoutAboutToBeChanged.emit()
        backwards = order is Qt.SortOrder.DescendingOrder
        filled = [r for r in self._records if not self._stays_last(r, column)]
        last = [r for r in self._records if self._stays_last(r, column)]
        filled.sort(key=lambda record: self._sort_key(record, column), reverse=backwards)
        self._records = filled + last
        self.layoutChanged.emit()

    def _stays_last(self, record: R, column: int) -> bool:
        total = self._look.is_total
        return bool(total and total(record)) or self._sort_key(record, column) is None

    def _sort_key(self, record: R, column: int) -> Any:
        key = self._columns[column].key
        if key in self._look.sort_keys:
            return self._look.sort_keys[key](record)
        value = self._columns[column].value(record)
        return fold(value) if isinstance(value, str) else value
