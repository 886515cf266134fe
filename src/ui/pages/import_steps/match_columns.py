"""Step 2: for each sheet its headings, what stands below them, and the field of each."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ....importing.cells import Cell, Sheet, is_blank, written
from ....importing.fields import Field
from ....importing.plan import ImportPlan
from ....importing.table import TableMatch, cell_of, data_rows
from ....importing.text import masked
from ...i18n import tr
from ...widgets.card import Card
from ...widgets.labels import ElidedLabel, Rank, label
from .field_words import FIELDS_IN_ORDER, field_words

_SAMPLES = 3
_LONGEST_PHONE = 11


class FieldChoice(QComboBox):
    """The field of a column. The wheel scrolls the page, it does not choose."""

    def __init__(self, heading: str, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaximumWidth(22 * self.fontMetrics().height())
        self.setAccessibleName(heading)
        for choice in FIELDS_IN_ORDER:
            self.addItem(field_words(choice), choice.value)
        self.setCurrentIndex(self.findData(field.value))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class MatchColumns(QScrollArea):
    """`changed` fires when the user gives a column another field."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._boxes: dict[tuple[str, int], QComboBox] = {}
        self._found: dict[tuple[str, int], Field] = {}

    def show_plan(self, plan: ImportPlan) -> None:
        """Show how the file's tables were understood."""
        sheets = {sheet.name: sheet for sheet in plan.source.sheets}
        self._boxes.clear()
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        for table in plan.tables:
            column.addWidget(self._card(table, sheets[table.sheet]))
        if plan.sheets_without_table:
            names = ", ".join(f"“{name}”" for name in plan.sheets_without_table)
            words = tr("Không có bảng học viên, nên bỏ qua: {sheets}").format(sheets=names)
            column.addWidget(label(words, Rank.MUTED))
        column.addStretch(1)
        self.setWidget(content)

    def fields(self) -> Mapping[str, Mapping[int, Field]]:
        """What the user changed: by sheet, the field of a column."""
        changes: dict[str, dict[int, Field]] = {}
        for (sheet, index), box in self._boxes.items():
            field = Field(box.currentData())
            if field is not self._found.get((sheet, index), Field.IGNORE):
                changes.setdefault(sheet, {})[index] = field
        return changes

    def box(self, sheet: str, index: int) -> QComboBox:
        """The choice of a column. Raises KeyError."""
        return self._boxes[sheet, index]

    def forget(self) -> None:
        """Another file: what was found in the last one no longer counts."""
        self._boxes.clear()
        self._found.clear()

    def _card(self, table: TableMatch, sheet: Sheet) -> Card:
        last = table.header_row + table.header_height - 1
        rows = str(table.header_row) if last == table.header_row else f"{table.header_row}–{last}"
        card = Card(
            tr("Sheet “{sheet}” · tiêu đề ở dòng {rows}").format(sheet=sheet.name, rows=rows)
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.fontMetrics().height())
        for at, title in enumerate((tr("Tiêu đề cột"), tr("Ví dụ trong tệp"), tr("Là"))):
            grid.addWidget(label(title, Rank.NOTE), 0, at)
            grid.setColumnStretch(at, (3, 4, 3)[at])
        samples = _samples(sheet, table)
        for row, index in enumerate(i for i in range(len(table.headings)) if _worth(table, i)):
            grid.addWidget(_cell(table.headings[index], Rank.HEADING), row + 1, 0)
            grid.addWidget(_cell(samples.get(index, ""), Rank.MUTED), row + 1, 1)
            grid.addWidget(self._make_box(table, index), row + 1, 2)
        card.body.addLayout(grid)
        return card

    def _make_box(self, table: TableMatch, index: int) -> FieldChoice:
        field = table.columns.get(index, Field.IGNORE)
        self._found.setdefault((table.sheet, index), field)
        box = FieldChoice(table.headings[index], field)
        box.currentIndexChanged.connect(lambda: self.changed.emit())
        self._boxes[table.sheet, index] = box
        return box


def _cell(text: str, rank: Rank) -> ElidedLabel:
    """A text that takes the room its column gives it."""
    cell = ElidedLabel(text, rank)
    cell.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return cell


def _worth(table: TableMatch, index: int) -> bool:
    return bool(table.headings[index]) or index in table.columns


def _samples(sheet: Sheet, table: TableMatch) -> Mapping[int, str]:
    """Some values of each column, identity numbers masked, ethnic groups left out."""
    found: dict[int, list[str]] = {}
    for row in data_rows(sheet, table):
        for index in range(len(table.headings)):
            is_phone = table.columns.get(index) is Field.PHONE
            _keep(found.setdefault(index, []), cell_of(row.cells, index), is_phone)
        if all(len(values) >= _SAMPLES for values in found.values()) or row.number > 200:
            break
    shown = {index: " · ".join(values) for index, values in found.items()}
    hidden = {i for i, field in table.columns.items() if field is Field.ETHNIC}
    return shown | dict.fromkeys(hidden, tr("(không hiện)"))


def _keep(values: list[str], cell: Cell, is_phone: bool) -> None:
    if len(values) < _SAMPLES and not is_blank(cell):
        text = " ".join(written(cell).split())
        if not is_phone or sum(letter.isdigit() for letter in text) > _LONGEST_PHONE:
            text = masked(text)
        if text not in values:
            values.append(text)


def layout_words(tables: Sequence[TableMatch]) -> str:
    """How a file was understood, in one line: "sheet “DS” · tiêu đề ở dòng 7"."""
    words = tr("sheet “{sheet}” · tiêu đề ở dòng {row}")
    if len(tables) == 1:
        return words.format(sheet=tables[0].sheet, row=tables[0].header_row)
    return tr("{count} sheet", len(tables)).format(count=len(tables))
