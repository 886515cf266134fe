"""The scans of a session, the newest on top; any that counts can be taken back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from ....exports.columns import Column, ColumnKind
from ....scanning.codes import CODE_LENGTH
from ....services.door import COUNTING, LINES, DoorLine
from ...i18n import tr
from ...tables.delegate import CellDelegate, cell_edge
from ...tables.record_model import Look
from ...tables.table_model import TableModel
from ...tables.table_view import TableView
from ...widgets.card import Card
from ...widgets.empty_state import EmptyState
from .faces import pill_of

_NARROW_EMS = 22


class ScanList(Card):
    """`undo_asked` brings the line that shall be taken back, `said` what a copy did."""

    undo_asked = Signal(object)
    said = Signal(str)

    def __init__(self, hamlet_of: Callable[[DoorLine], str], parent: QWidget | None = None) -> None:
        super().__init__(flush=True, parent=parent)
        look: Look[DoorLine] = Look(
            bold=frozenset({"name"}),
            pills={"verdict": lambda line: pill_of(line.verdict, line.undone)},
        )
        self._columns = _columns(hamlet_of)
        self.model: TableModel[DoorLine] = TableModel(self._columns, look, self)
        self.table = TableView(self.model, tr("Các lượt quét"))
        self.table.squeezes = True
        self.table.set_dense()
        self.table.setToolTip(tr("Phím Delete: hoàn tác lượt quét đang chọn"))
        empty = tr("Chưa có lượt quét nào. Mời quét thẻ đầu tiên.")
        self.table.set_empty(EmptyState("scan", empty))
        self.table.said.connect(self.said)
        self._undo = self.table.add_menu_action(tr("Hoàn tác lượt quét này"), self._ask)
        self._undo.setShortcut(QKeySequence.StandardKey.Delete)
        QShortcut(QKeySequence.StandardKey.Delete, self.table).activated.connect(self._ask)
        self.table.selectionModel().selectionChanged.connect(self._chosen)
        self.body.addWidget(self.table)
        self._chosen()

    def show_lines(self, lines: Sequence[DoorLine]) -> None:
        """Show these scans."""
        self.model.set_records(lines)

    def add(self, line: DoorLine) -> None:
        """Put a scan on top."""
        self.table.clearSelection()
        self.model.prepend(line, LINES)
        if self._pill_is_cut():
            self.table.fit_columns()
        self.table.scrollToTop()

    def chosen(self) -> DoorLine | None:
        """The scan that is chosen, if it counts and can be taken back."""
        rows = self.table.selected_rows()
        line = self.model.record(rows[0]) if len(rows) == 1 else None
        return line if line and line.verdict in COUNTING and not line.undone else None

    def _pill_is_cut(self) -> bool:
        """Whether the newest verdict is wider than its column: only then all are measured anew."""
        delegate, at = self.table.itemDelegate(), self.model.columnCount() - 1
        assert isinstance(delegate, CellDelegate)
        wanted = delegate.text_width(self.table.font(), self.model.index(0, at))
        edges = 2 * cell_edge(self.table.fontMetrics(), delegate.dense)
        return wanted + edges > self.table.columnWidth(at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room hamlet and seconds give way to the name."""
        super().resizeEvent(event)
        is_narrow = self.width() < _NARROW_EMS * self.fontMetrics().height()
        shown = _NARROW_COLUMNS if is_narrow else self._columns
        if len(shown) != len(self.model.columns):
            self.model.set_columns(shown)

    def _ask(self) -> None:
        line = self.chosen()
        if line is not None:
            self.undo_asked.emit(line)

    def _chosen(self) -> None:
        self._undo.setEnabled(self.chosen() is not None)


def _name(line: DoorLine) -> str:
    """The person; of a card nobody holds its last digits."""
    if line.name:
        return line.name
    is_card = len(line.code or "") == CODE_LENGTH
    return f"… {(line.code or '')[-4:]}" if is_card else "—"


_TIME: Column[DoorLine] = Column(
    "at", "Giờ", lambda line: f"{line.at:%H:%M:%S}", ColumnKind.MARK, 9
)
_NAME: Column[DoorLine] = Column("name", "Họ và tên", _name, ColumnKind.TEXT, 22)
_VERDICT: Column[DoorLine] = Column(
    "verdict", "Trạng thái", lambda line: line.verdict, ColumnKind.MARK, 14
)
_NARROW_COLUMNS: Sequence[Column[DoorLine]] = (
    Column("at", "Giờ", lambda line: f"{line.at:%H:%M}", ColumnKind.MARK, 6),
    _NAME,
    _VERDICT,
)


def _columns(hamlet_of: Callable[[DoorLine], str]) -> Sequence[Column[DoorLine]]:
    hamlet = Column("hamlet", "Thôn, bản", hamlet_of, ColumnKind.TEXT, 14)
    return (_TIME, _NAME, hamlet, _VERDICT)
