"""What every table model does with a record: text, alignment, pill and tint of a cell."""

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ...exports.columns import Column, ColumnKind
from ..i18n import tr
from ..palette import Tone
from ..widgets.status_pill import Pill

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex

PLACEHOLDER = "…"
PILL_ROLE = Qt.ItemDataRole.UserRole + 1
TINT_ROLE = Qt.ItemDataRole.UserRole + 2
BOLD_ROLE = Qt.ItemDataRole.UserRole + 3
FIGURE_ROLE = Qt.ItemDataRole.UserRole + 4
FADED_ROLE = Qt.ItemDataRole.UserRole + 5

_NO_PARENT = QModelIndex()
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_SIDES = {ColumnKind.INTEGER: Qt.AlignmentFlag.AlignRight}


@dataclass(frozen=True)
class Look(Generic[R]):
    """How a table shows its records, beside the columns' texts.

    `bold` are keys of columns; `pills` give a column's cell as a pill; `tint` colours the ground
    of a cell (record, column key); `is_total` marks a row that sums up the others; `is_faded`
    one that counts no more; `sort_keys` give what a column sorts by where that is not its value.
    """

    bold: frozenset[str] = frozenset()
    pills: Mapping[str, Callable[[R], Pill | None]] = field(default_factory=dict)
    tint: Callable[[R, str], Tone | None] | None = None
    is_total: Callable[[R], bool] | None = None
    is_faded: Callable[[R], bool] | None = None
    sort_keys: Mapping[str, Callable[[R], Any]] = field(default_factory=dict)


def alignment(kind: ColumnKind) -> Qt.AlignmentFlag:
    """Figures stand at the right, everything else at the left."""
    return _MIDDLE | _SIDES.get(kind, Qt.AlignmentFlag.AlignLeft)


def one_line(title: str) -> str:
    """A heading of several lines on one; a word parted at the line's end is whole again."""
    return " ".join(title.replace("-\n", "").split())


class RecordModel(QAbstractTableModel, Generic[R]):
    """A table of records by declared columns; subclasses know where a record comes from."""

    def __init__(
        self,
        columns: Sequence[Column[R]],
        look: Look[R] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._look: Look[R] = look or Look()

    @property
    def columns(self) -> tuple[Column[R], ...]:
        """The columns, from the left."""
        return self._columns

    def set_columns(self, columns: Sequence[Column[R]], look: Look[R] | None = None) -> None:
        """Show other columns of the same records."""
        self.beginResetModel()
        self._columns = tuple(columns)
        self._look = look or self._look
        self.endResetModel()

    @abstractmethod
    def record(self, row: int) -> R | None:
        """The record of a row; None while it is on its way."""

    @abstractmethod
    def with_records(self, rows: Sequence[int], use: Callable[[Sequence[R]], object]) -> None:
        """Call `use` with the records of these rows, at once or when they are there."""

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Never looks at the record: Qt asks this for every cell of a selection."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(self._columns[section].title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(self._columns[section].kind)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        read = _READERS.get(role)
        if read is None or not index.isValid():
            return None
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(column.kind)
        record = self.record(index.row())
        if record is None:
            return PLACEHOLDER if role == Qt.ItemDataRole.DisplayRole else None
        return read(self, record, column)

    def cell_text(self, record: R, column: Column[R]) -> str:
        """A cell as text, a pill by its words."""
        pill = self.cell_pill(record, column)
        return pill.plain if pill else column.text(record)

    def cell_pill(self, record: R, column: Column[R]) -> Pill | None:
        """The pill of a cell, if it has one."""
        make = self._look.pills.get(column.key)
        return make(record) if make else None

    def cell_is_bold(self, record: R, column: Column[R]) -> bool:
        """Whether a cell stands out: names, and rows that sum up."""
        total = self._look.is_total
        return column.key in self._look.bold or bool(total and total(record))

    def cell_is_faded(self, record: R, column: Column[R]) -> bool:
        """Whether a row is there for the record only."""
        return bool(self._look.is_faded and self._look.is_faded(record))

    def cell_tint(self, record: R, column: Column[R]) -> Tone | None:
        """The ground of a cell that needs attention."""
        return self._look.tint(record, column.key) if self._look.tint else None

    def _spoken(self, record: R, column: Column[R]) -> str:
        pill = self.cell_pill(record, column)
        return pill.spoken if pill else column.text(record)

    def _tooltip(self, record: R, column: Column[R]) -> str | None:
        pill = self.cell_pill(record, column)
        return (pill.meaning or None) if pill else None

    def _is_figure(self, record: R, column: Column[R]) -> bool:
        return column.kind is ColumnKind.INTEGER


_READERS: dict[int, Callable[[Any, Any, Column[Any]], object]] = {
    Qt.ItemDataRole.DisplayRole: RecordModel.cell_text,
    Qt.ItemDataRole.TextAlignmentRole: RecordModel.cell_text,
    Qt.ItemDataRole.ToolTipRole: RecordModel._tooltip,
    Qt.ItemDataRole.AccessibleTextRole: RecordModel._spoken,
    PILL_ROLE: RecordModel.cell_pill,
    TINT_ROLE: RecordModel.cell_tint,
    BOLD_ROLE: RecordModel.cell_is_bold,
    FIGURE_ROLE: RecordModel._is_figure,
    FADED_ROLE: RecordModel.cell_is_faded,
}
