"""Step 2: for each sheet its headings, what stands below them, and the field of each."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ....importing.cells import Sheet
from ....importing.fields import Field
from ....importing.matches import TableMatch
from ....services.lists.choices import ListChoices, SheetKey
from ...i18n import tr
from ...widgets.card import Card
from ...widgets.labels import ElidedLabel, Rank, label
from ...widgets.number_box import NumberBox
from .columns_sample import column_samples
from .draft import ListFile
from .encoding_card import EncodingCard
from .field_choice import FieldChoice
from .file_card import header_words, sheet_words
from .keep_focus import focus_named, focused_name


class MatchColumns(QScrollArea):
    """`changed` fires when a column is given another field; `encoding_chosen` brings a sheet's key,
    a column and the encoding somebody says of it, `header_chosen` a key and a row.
    """

    changed = Signal()
    header_chosen = Signal(object, int)
    encoding_chosen = Signal(object, int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._boxes: dict[tuple[SheetKey, int], FieldChoice] = {}
        self._found: dict[tuple[SheetKey, int], Field] = {}
        self._chosen: Mapping[SheetKey, Mapping[int, Field]] = {}
        self.encodings: list[EncodingCard] = []
        self.headers: dict[SheetKey, NumberBox] = {}

    def show_files(self, files: Sequence[ListFile], choices: ListChoices) -> None:
        """Show how the tables of these files were understood."""
        at, name = self.verticalScrollBar().value(), focused_name(self)
        self._boxes.clear()
        self.encodings = []
        self.headers = {}
        self._chosen = choices.fields
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        for card in self._cards(files, choices):
            column.addWidget(card)
        column.addStretch(1)
        self.setWidget(content)
        content.setAutoFillBackground(False)
        self.verticalScrollBar().setValue(at)
        focus_named(content, name)

    def fields(self) -> Mapping[SheetKey, Mapping[int, Field]]:
        """What is not as the headings say, or was said before: by sheet, the field of a column."""
        changes: dict[SheetKey, dict[int, Field]] = {}
        for (key, index), box in self._boxes.items():
            said = index in self._chosen.get(key, {})
            if said or box.field() is not self._found[key, index]:
                changes.setdefault(key, {})[index] = box.field()
        return changes

    def box(self, sheet: str, index: int) -> FieldChoice:
        """The choice of a column, by the name of its sheet. Raises KeyError."""
        found = (b for (key, at), b in self._boxes.items() if (key[1], at) == (sheet, index))
        choice = next(found, None)
        if choice is None:
            raise KeyError((sheet, index))
        return choice

    def take_focus(self) -> None:
        """Put the cursor on the first column."""
        first = next(iter(self._boxes.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _cards(self, files: Sequence[ListFile], choices: ListChoices) -> Iterable[QWidget]:
        readable = [file for file in files if file.plan]
        for file in readable:
            plan = file.plan
            assert plan is not None
            sheets = {sheet.name: sheet for sheet in plan.source.sheets}
            for table in plan.tables:
                yield from self._table(file, table, sheets[table.sheet], choices, len(readable) > 1)
            if plan.sheets_without_table:
                names = ", ".join(f"“{name}”" for name in plan.sheets_without_table)
                words = tr("Không có bảng học viên, nên bỏ qua: {sheets}").format(sheets=names)
                yield label(words, Rank.MUTED)

    def _table(
        self,
        file: ListFile,
        table: TableMatch,
        sheet: Sheet,
        choices: ListChoices,
        several: bool,
    ) -> Iterable[QWidget]:
        key = (file.sha256, table.sheet)
        said = choices.encodings.get(key, {})
        if table.encodings or said:
            card = EncodingCard(table, sheet, said, _title(file, sheet, several))
            card.chosen.connect(
                lambda column, encoding: self.encoding_chosen.emit(key, column, encoding)
            )
            self.encodings.append(card)
            yield card
        yield self._card(file, table, sheet, several)

    def _card(self, file: ListFile, table: TableMatch, sheet: Sheet, several: bool) -> Card:
        card = Card()
        key = (file.sha256, table.sheet)
        head = QHBoxLayout()
        head.addWidget(ElidedLabel(_title(file, sheet, several), Rank.HEADING))
        head.addStretch(1)
        head.addWidget(label(tr("Dòng tiêu đề"), Rank.MUTED))
        head.addWidget(self._header_box(key, table, sheet))
        card.body.addLayout(head)
        if key in file.proposed:
            words = tr("Theo cách ghép của danh sách trước có cùng các tiêu đề này.")
            card.body.addWidget(label(words, Rank.MUTED))
        card.body.addLayout(self._grid(key, table, sheet))
        return card

    def _header_box(self, key: SheetKey, table: TableMatch, sheet: Sheet) -> NumberBox:
        box = NumberBox(0, len(sheet.rows))
        box.setSpecialValueText(tr("không có"))
        box.setValue(table.header_row)
        box.setKeyboardTracking(False)
        box.setAccessibleName(tr("Dòng tiêu đề của sheet “{sheet}”").format(sheet=sheet.name))
        box.valueChanged.connect(lambda row: self.header_chosen.emit(key, row))
        self.headers[key] = box
        return box

    def _grid(self, key: SheetKey, table: TableMatch, sheet: Sheet) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.fontMetrics().height())
        for at, title in enumerate((tr("Tiêu đề cột"), tr("Ví dụ trong tệp"), tr("Là"))):
            grid.addWidget(label(title, Rank.NOTE), 0, at)
            grid.setColumnStretch(at, (3, 4, 3)[at])
        samples = column_samples(sheet, table)
        for row, index in enumerate(i for i in range(_width(table, samples)) if _worth(table, i)):
            grid.addWidget(_cell(_heading(table, index), Rank.HEADING), row + 1, 0)
            grid.addWidget(_cell(samples.get(index, ""), Rank.MUTED), row + 1, 1)
            grid.addWidget(self._make_box(key, table, index), row + 1, 2)
        return grid

    def _make_box(self, key: SheetKey, table: TableMatch, index: int) -> FieldChoice:
        field = table.columns.get(index, Field.IGNORE)
        self._found[key, index] = field
        box = FieldChoice(_heading(table, index), field, index in table.by_content)
        box.currentIndexChanged.connect(lambda: self.changed.emit())
        self._boxes[key, index] = box
        return box


def _title(file: ListFile, sheet: Sheet, several: bool) -> str:
    """What a table is called: by its sheet, by its file where there are several."""
    name = sheet_words(file.path.name, sheet.name)
    return " · ".join(filter(None, (file.path.name if several or not name else "", name)))


def _heading(table: TableMatch, index: int) -> str:
    heading = table.headings[index] if index < len(table.headings) else ""
    return heading or tr("(cột {number}, không có tiêu đề)").format(number=index + 1)


def _width(table: TableMatch, samples: Mapping[int, str]) -> int:
    return max(len(table.headings), *(i + 1 for i in table.columns), *(i + 1 for i in samples), 0)


def _cell(text: str, rank: Rank) -> ElidedLabel:
    """A text that takes the room its column gives it."""
    cell = ElidedLabel(text, rank)
    cell.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return cell


def _worth(table: TableMatch, index: int) -> bool:
    return (index < len(table.headings) and bool(table.headings[index])) or index in table.columns


def layout_words(file_name: str, tables: Sequence[TableMatch]) -> str:
    """How a file was understood, in one line: "sheet “DS” · tiêu đề ở dòng 7–8"."""
    if len(tables) != 1:
        return tr("{count} sheet", len(tables)).format(count=len(tables))
    name = sheet_words(file_name, tables[0].sheet)
    return " · ".join(filter(None, (name, header_words(tables[0]))))
