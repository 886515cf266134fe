"""A chosen file: what was understood of it at once, which of its sheets are taken, or why not."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ....exports.formats import number
from ....importing.cells import Sheet
from ....importing.fields import Field
from ....importing.matches import TableMatch
from ....models.form_stamp import STAMP_SHEET
from ...errors import sentence
from ...i18n import tr
from ...palette import Tone
from ...widgets.button import Button, Kind
from ...widgets.card import Card
from ...widgets.labels import ElidedLabel, Rank, label, plain_tooltip
from ...widgets.status_pill import Pill, StatusPill
from ...widgets.symbols import Symbol
from .draft import ListFile
from .field_words import field_words

_TITLE_EMS = 22


class FileCard(Card):
    """`removed` asks to leave the file out, `sheet_taken` brings a sheet's name and whether it is
    wanted.
    """

    removed = Signal()
    sheet_taken = Signal(str, bool)

    def __init__(self, file: ListFile, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        em = self.fontMetrics().height()
        self.body.setContentsMargins(em, round(em * 0.6), em, round(em * 0.7))
        self.body.setSpacing(round(em * 0.3))
        self.file = file
        self.boxes: dict[str, QCheckBox] = {}
        self.notes: dict[str, QLabel] = {}
        self._head()
        if file.error is not None:
            self.body.addWidget(label(sentence(file.error), Rank.MUTED))
        if note:
            self.body.addWidget(StatusPill(Pill(note, Tone.LATE, Symbol.CLOCK)))
        self._sheets()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    @property
    def texts(self) -> list[str]:
        """What the card says of its sheets."""
        return [f"{box.text()}: {self.notes[name].text()}" for name, box in self.boxes.items()]

    def _head(self) -> None:
        row = QHBoxLayout()
        row.addWidget(ElidedLabel(self.file.path.name, Rank.HEADING))
        row.addWidget(StatusPill(_pill(self.file)))
        row.addStretch(1)
        self.remove = Button("", Kind.LINK, "x")
        words = tr("Bỏ tệp {name}").format(name=self.file.path.name)
        self.remove.setToolTip(plain_tooltip(words))
        self.remove.setAccessibleName(words)
        self.remove.clicked.connect(self.removed)
        row.addWidget(self.remove)
        self.body.addLayout(row)

    def _sheets(self) -> None:
        source, plan = self.file.source, self.file.plan
        tables = {table.sheet: table for table in plan.tables} if plan else {}
        for sheet in source.sheets if source else ():
            if sheet.rows and not (self.file.stamp and sheet.name == STAMP_SHEET):
                self.body.addLayout(self._sheet(sheet, tables.get(sheet.name)))

    def _sheet(self, sheet: Sheet, table: TableMatch | None) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        box = QCheckBox(self._title(sheet))
        without = self.file.plan.sheets_without_table if self.file.plan else ()
        box.setAccessibleName(f"{box.text()}, {self.file.path.name}")
        box.setChecked(table is not None)
        box.setEnabled(sheet.name not in without)
        box.toggled.connect(lambda on: self.sheet_taken.emit(sheet.name, on))
        self.boxes[sheet.name] = box
        column.addWidget(box)
        words = label(self._words(sheet, table), Rank.NOTE)
        words.setContentsMargins(round(self.fontMetrics().height() * 1.9), 0, 0, 0)
        self.notes[sheet.name] = words
        words.setVisible(bool(words.text()))
        column.addWidget(words)
        return column

    def _title(self, sheet: Sheet) -> str:
        name = sheet_words(self.file.path.name, sheet.name) or tr("Cả tệp")
        if sheet.hidden:
            name = tr("Sheet ẩn “{sheet}”").format(sheet=sheet.name)
        room = _TITLE_EMS * self.fontMetrics().height()
        return self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room)

    def _words(self, sheet: Sheet, table: TableMatch | None) -> str:
        plan = self.file.plan
        if table is None or plan is None:
            none = plan is not None and sheet.name in plan.sheets_without_table
            return tr("Không có danh sách, nên bỏ qua.") if none else ""
        count = sum(row.sheet == sheet.name for row in plan.rows)
        people = tr("{count} dòng có người", count).format(count=number(count))
        return f"{people} · {header_words(table)} · {columns_words(table)}"


def _pill(file: ListFile) -> Pill:
    if file.plan is None:
        return Pill(tr("Chưa đọc được"), Tone.REFUSED, Symbol.CROSS)
    count = len(file.plan.rows)
    words = tr("{count} dòng", count).format(count=number(count))
    return Pill(words, Tone.PRESENT if count else Tone.NEUTRAL, Symbol.CHECK)


def sheet_words(file_name: str, sheet: str) -> str:
    """A sheet by name; empty for the only one of a text file, which is called as the file."""
    own = file_name.rpartition(".")[0]
    return "" if sheet in (own, file_name) else tr("Sheet “{sheet}”").format(sheet=sheet)


def header_words(table: TableMatch) -> str:
    """Where the headings stand: "tiêu đề ở dòng 7–8"."""
    if not table.header_row:
        return tr("không có dòng tiêu đề")
    last = table.header_row + table.header_height - 1
    rows = str(table.header_row) if last == table.header_row else f"{table.header_row}–{last}"
    return tr("tiêu đề ở dòng {rows}").format(rows=rows)


def columns_words(table: TableMatch) -> str:
    """The columns that were found, in the order of the list."""
    unnamed = (Field.IGNORE, Field.NUMBER)
    found = [held for _, held in sorted(table.columns.items()) if held not in unnamed]
    names = ", ".join(field_words(held) for held in found)
    return tr("{count} cột: {names}", len(found)).format(count=len(found), names=names)
