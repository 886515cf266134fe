"""A card of fields, each of which shows one setting of the data file."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ....models.names import nfc
from ....services.settings import Settings
from ...widgets.card import Card
from ...widgets.field_form import FieldForm
from ...widgets.labels import Rank, label
from ...widgets.number_box import NumberBox


class FieldsCard(Card):
    """Lines and numbers under a heading; `changed` fires when somebody edits one."""

    changed = Signal()

    def __init__(self, title: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent=parent)
        self._lines: dict[str, QLineEdit] = {}
        self._numbers: dict[str, NumberBox] = {}
        if hint:
            self.body.addWidget(label(hint, Rank.NOTE))
            self.body.addSpacing(self.fontMetrics().height() // 4)
        self.form = FieldForm()
        self.body.addLayout(self.form)

    def add_line(self, name: str, title: str, example: str = "") -> QLineEdit:
        """A line for the setting of this name."""
        line = QLineEdit()
        line.setMaxLength(160)
        line.setPlaceholderText(example)
        line.setAccessibleName(title)
        line.textEdited.connect(lambda _: self.changed.emit())
        self.form.addRow(title, line)
        self._lines[name] = line
        return line

    def add_number(self, name: str, title: str, low: int, high: int, unit: str = "") -> NumberBox:
        """A whole number between two limits for the setting of this name."""
        box = NumberBox(low, high, unit)
        box.setAccessibleName(title)
        box.valueChanged.connect(lambda _: self.changed.emit())
        self.form.addRow(title, box)
        self._numbers[name] = box
        return box

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.form.level()

    def show_settings(self, settings: Settings) -> None:
        """Show what is stored; `changed` stays silent."""
        for name, line in self._lines.items():
            line.setText(getattr(settings, name))
            line.setCursorPosition(0)
        for name, box in self._numbers.items():
            box.blockSignals(True)
            box.setValue(getattr(settings, name))
            box.blockSignals(False)

    def edited(self, settings: Settings) -> Settings:
        """The settings with what stands in these fields."""
        values: dict[str, object] = {n: nfc(line.text()) for n, line in self._lines.items()}
        values |= {name: box.value() for name, box in self._numbers.items()}
        return replace(settings, **values)  # type: ignore[arg-type]

    def mark_wrong(self, name: str) -> None:
        """Put a red line around the field of this name, and take it from the others."""
        for key, line in self._lines.items():
            if line.property("wrong") != (key == name):
                line.setProperty("wrong", key == name)
                line.style().polish(line)
