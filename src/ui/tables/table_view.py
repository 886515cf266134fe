"""The table on a page: rows of one height, chosen as rows, copied to Excel and as a picture."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from ...exports.columns import ColumnKind
from ..i18n import tr
from ..widgets.empty_state import EmptyState
from .copying import copied
from .delegate import CellDelegate, cell_edge
from .picture import table_picture
from .record_model import RecordModel
from .table_model import TableModel

MOST_COPIED = 20_000
_SAMPLE = 120
_WIDEST_EMS = 20
_STRETCHED = (ColumnKind.TEXT, ColumnKind.WRAPPED)


class TableView(QTableView):
    """Shows a `RecordModel`. `opened` brings a row on a double click or Enter, `said` what a copy
    did, in words for the status line.
    """

    opened = Signal(int)
    said = Signal(str)
    squeezes = False
    """Whether columns come closer, and those of words give way, where there is too little room."""
    paints_with: type[CellDelegate] = CellDelegate

    def __init__(
        self, model: RecordModel[Any], caption: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.caption = caption
        self._records = model
        self._actions: list[QAction] = []
        self._empty: EmptyState | None = None
        self._fitting = False
        self._user_widths = False
        self._always_dense = False
        self._style()
        self.setItemDelegate(self.paints_with(self))
        self.setModel(model)
        self.setAccessibleName(caption)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        self.horizontalHeader().sectionResized.connect(self._widths_changed)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model is None:
            return
        model.modelReset.connect(self._refill)
        model.rowsInserted.connect(self._show_empty)
        model.rowsRemoved.connect(self._show_empty)
        self._refill()

    def set_empty(self, state: EmptyState) -> None:
        """What is shown while there is no row."""
        self._empty = state
        state.setParent(self.viewport())
        self._show_empty()

    def add_menu_action(self, text: str, act: Callable[[], object]) -> QAction:
        """Put an action above the copies in the context menu."""
        action = QAction(text, self)
        action.triggered.connect(lambda: act())
        self._actions.append(action)
        return action

    def set_dense(self) -> None:
        """Put the columns closer together: for tables of many figures."""
        self._always_dense = True
        self._bring_closer(True)

    def _bring_closer(self, dense: bool) -> None:
        delegate, head = self.itemDelegate(), self.horizontalHeader()
        assert isinstance(delegate, CellDelegate)
        if delegate.dense != dense:
            delegate.dense = dense
            head.setProperty("dense", dense)
            head.style().unpolish(head)
            head.style().polish(head)

    def enable_sorting(self) -> None:
        """Sort by a click on a heading; until then the records stay in the order they came in."""
        head = self.horizontalHeader()
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        head.sortIndicatorChanged.connect(self.fit_columns)

    def selected_rows(self) -> list[int]:
        """The chosen rows, from the top."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def copy_rows(self) -> None:
        """Copy the chosen rows, or all when none is, with headings: text and Excel's HTML."""
        rows = self._rows_to_copy()
        if len(rows) > MOST_COPIED:
            self.said.emit(tr("Quá nhiều dòng để chép; hãy xuất ra Excel"))
            return
        self._records.with_records(rows, self._put_text)

    def copy_picture(self) -> None:
        """Copy the chosen rows, or all when none is, as a picture."""
        self._records.with_records(self._rows_to_copy(), self._put_picture)

    def _rows_to_copy(self) -> Sequence[int]:
        chosen = self.selected_rows()
        return chosen if len(chosen) > 1 else range(self._records.rowCount())

    def _put_text(self, records: Sequence[Any]) -> None:
        QGuiApplication.clipboard().setMimeData(copied(self._records, records))
        count = len(records)
        self.said.emit(tr("Đã chép {count} dòng", count).format(count=count))

    def _put_picture(self, records: Sequence[Any]) -> None:
        image = table_picture(self._records, records, self.caption, self.font())
        QGuiApplication.clipboard().setImage(image)
        self.said.emit(tr("Đã chép ảnh của bảng"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go_to_end(event)
        else:
            super().keyPressEvent(event)

    def _go_to_end(self, event: QKeyEvent) -> None:
        """Home and End go to the first and last row: cells are not chosen one by one."""
        row = 0 if event.key() == Qt.Key.Key_Home else self._records.rowCount() - 1
        if row >= 0:
            self.selectRow(row)
            self.scrollTo(self._records.index(row, 0))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu().popup(event.globalPos())

    def menu(self) -> QMenu:
        """The context menu: the page's actions, then the copies."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self._actions)
        menu.addSeparator()
        copy = menu.addAction(tr("Chép"))
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.triggered.connect(self.copy_rows)
        menu.addAction(tr("Chép ảnh")).triggered.connect(self.copy_picture)
        menu.addAction(tr("Chọn tất cả")).triggered.connect(self.selectAll)
        return menu

    def fit_columns(self) -> None:
        """Give each column its content's width, and what is left to the columns of words."""
        if self._user_widths or not self._records.columns:
            return
        self._fitting = True
        self._bring_closer(self._always_dense)
        if self.squeezes and sum(self._natural_widths()) > self.viewport().width():
            self._bring_closer(True)
        for at, width in enumerate(self._spread(self._natural_widths())):
            self.setColumnWidth(at, width)
        self._fitting = False

    def _natural_widths(self) -> list[int]:
        return [self._natural_width(at) for at in range(len(self._records.columns))]

    def _natural_width(self, at: int) -> int:
        column = self._records.columns[at]
        metrics = self.fontMetrics()
        delegate = self.itemDelegate()
        assert isinstance(delegate, CellDelegate)
        edges = 2 * cell_edge(metrics, delegate.dense)
        title = self._title_width(at)
        if not isinstance(self._records, TableModel):
            return max(title, round(column.width * metrics.averageCharWidth()) + edges)
        rows = range(min(_SAMPLE, self._records.rowCount()))
        cells = (delegate.text_width(self.font(), self._records.index(row, at)) for row in rows)
        content = min(max(cells, default=0), _WIDEST_EMS * metrics.height())
        return max(title, content + edges + 1)

    def _title_width(self, at: int) -> int:
        """What a heading needs; only the one that sorts needs room for its arrow."""
        head = self.horizontalHeader()
        shown = head.isSortIndicatorShown()
        head.setSortIndicatorShown(shown and head.sortIndicatorSection() == at)
        width = head.sectionSizeHint(at)
        head.setSortIndicatorShown(shown)
        return width

    def _spread(self, widths: list[int]) -> list[int]:
        left = self.viewport().width() - sum(widths)
        kinds = [column.kind for column in self._records.columns]
        wide = [at for at, kind in enumerate(kinds) if kind in _STRETCHED] or list(
            range(len(kinds))
        )
        if left <= 0:
            return self._squeezed(widths, wide, -left) if self.squeezes else widths
        for at in wide:
            widths[at] += left // len(wide)
        widths[wide[-1]] += left % len(wide)
        return widths

    def _squeezed(self, widths: list[int], wide: list[int], excess: int) -> list[int]:
        """Take the excess from the columns of words, the widest first; some room stays to each."""
        em = self.fontMetrics().height()
        enough = sum(max(widths[at] - 7 * em, 0) for at in wide) >= excess
        least = (7 if enough else 9) * em  # where it scrolls anyway, words stay readable
        while excess > 0:
            at = max(wide, key=widths.__getitem__)
            step = min(excess, widths[at] - least, 8)
            if step <= 0:
                break
            widths[at] -= step
            excess -= step
        return widths

    def _widths_changed(self) -> None:
        if not self._fitting and self.isVisible():
            self._user_widths = True

    def _refill(self) -> None:
        head = self.horizontalHeader()
        if self.isSortingEnabled() and isinstance(self._records, TableModel):
            self._records.sort(head.sortIndicatorSection(), head.sortIndicatorOrder())
        self.fit_columns()
        self._show_empty()

    def _show_empty(self) -> None:
        if self._empty is not None:
            self._empty.setGeometry(self.viewport().rect())
            self._empty.setVisible(self._records.rowCount() == 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()
        self._show_empty()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._size_rows()

    def _size_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * 2.1))

    def _style(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._size_rows()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsMovable(True)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
