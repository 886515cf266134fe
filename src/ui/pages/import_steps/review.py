"""Step 3: what the list would bring, row by row; nothing is written yet."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ....importing.findings import Finding, Severity
from ....services.list_review import FindingKey, ReviewFilter, ReviewLine, finding_key
from ...i18n import tr
from ...tables.table_model import TableModel
from ...tables.table_view import TableView
from ...widgets.card import Card
from ...widgets.empty_state import EmptyState
from ...widgets.filter_chips import Chip, FilterChips
from ...widgets.labels import ElidedLabel, Rank
from .finding_panel import FindingPanel
from .review_table import review_columns, review_look


class Review(QWidget):
    """`refused_changed` fires when a repair is refused, or taken after all."""

    refused_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.refused: frozenset[FindingKey] = frozenset()
        self._lines: Sequence[ReviewLine] = ()
        self.model: TableModel[ReviewLine] = TableModel(review_columns(False), review_look())
        self.table = TableView(self.model, tr("Xem lại danh sách"))
        self.table.squeezes = True
        self.chips = FilterChips()
        self.panel = FindingPanel()
        self._lay_out()
        self.chips.chosen.connect(lambda _: self._filter())
        self.panel.toggled.connect(self.toggle)
        self.table.selectionModel().selectionChanged.connect(self._show_findings)
        self.model.modelReset.connect(self._show_findings)
        self.table.installEventFilter(self)
        self._menu = self.table.add_menu_action(
            tr("Giữ như tệp / sửa như đề xuất"), self.toggle_row
        )
        self._menu.setShortcut("Space")

    def show_lines(self, lines: Sequence[ReviewLine], several_sheets: bool) -> None:
        """Show these rows; filter and chosen row stay where they were."""
        self._lines = lines
        self._empty.say(tr("Không có dòng nào ở mục này."))
        if several_sheets != (len(self.model.columns) > len(review_columns(False))):
            self.model.set_columns(review_columns(several_sheets))
        self.chips.show_chips([Chip(f.value, *self._chip(f)) for f in ReviewFilter])
        self._filter()

    def forget(self) -> None:
        """Another file: nothing is refused, nothing shown."""
        self.refused = frozenset()
        self._lines = ()
        self._empty.say(tr("Đang xem thử danh sách…"))
        self.model.set_records(())

    def selected(self) -> ReviewLine | None:
        """The row one looks at."""
        rows = self.table.selected_rows()
        return self.model.record(rows[0]) if rows else None

    def toggle(self, finding: Finding) -> None:
        """Refuse a repair, or take it after all; a cell's repairs stand or fall together."""
        line = self.selected()
        if line is None:
            return
        keys = {
            finding_key(other)
            for other in line.findings
            if other.severity is Severity.REPAIR and other.column == finding.column
        }
        self.refused = self.refused | keys if finding.applied else self.refused - keys
        self.refused_changed.emit()

    def toggle_row(self) -> None:
        """Refuse every repair of the chosen row, or take all after all."""
        line = self.selected()
        repairs = [f for f in line.findings if f.severity is Severity.REPAIR] if line else []
        if not repairs:
            return
        keys = {finding_key(finding) for finding in repairs}
        applied = any(finding.applied for finding in repairs)
        self.refused = self.refused | keys if applied else self.refused - keys
        self.refused_changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The space bar refuses a row's repairs."""
        if watched is self.table and isinstance(event, QKeyEvent) and _is_space(event):
            self.toggle_row()
            return True
        return super().eventFilter(watched, event)

    def _chip(self, to: ReviewFilter) -> tuple[str, int]:
        words = {
            ReviewFilter.ALL: tr("Tất cả"),
            ReviewFilter.REPAIRED: tr("Đã tự sửa"),
            ReviewFilter.OPEN: tr("Cần quyết định"),
            ReviewFilter.REPEATED: tr("Trùng trong tệp"),
        }
        return words[to], sum(line.belongs(to) for line in self._lines)

    def _filter(self) -> None:
        chosen = self.selected()
        at = self.table.verticalScrollBar().value()
        to = ReviewFilter(self.chips.current() or ReviewFilter.ALL.value)
        self.model.set_records([line for line in self._lines if line.belongs(to)])
        self._choose_again(chosen)
        self.table.verticalScrollBar().setValue(at)

    def _choose_again(self, chosen: ReviewLine | None) -> None:
        for row, line in enumerate(self.model.records):
            if chosen and (line.sheet, line.row) == (chosen.sheet, chosen.row):
                select = QItemSelectionModel.SelectionFlag
                flags = select.ClearAndSelect | select.Rows
                self.table.selectionModel().setCurrentIndex(self.model.index(row, 0), flags)
                return

    def _show_findings(self) -> None:
        self.panel.show_line(self.selected())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(self.chips, 1)
        row.addWidget(ElidedLabel(tr("Dòng chưa quyết định được để lại, không mất"), Rank.MUTED))
        column.addLayout(row)
        card = Card(flush=True)
        card.body.addWidget(self.table)
        column.addWidget(card, 1)
        column.addWidget(self.panel)
        self._empty = EmptyState("list-check", tr("Đang xem thử danh sách…"))
        self.table.set_empty(self._empty)


def _is_space(event: QKeyEvent) -> bool:
    return event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Space
