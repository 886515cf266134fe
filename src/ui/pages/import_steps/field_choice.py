"""Choices that stand in a page which scrolls: the field of a column."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from ....importing.fields import Field
from ...i18n import tr
from .field_words import FIELDS_IN_ORDER, field_words


class QuietChoice(QComboBox):
    """The wheel scrolls the page, it does not choose."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaximumWidth(22 * self.fontMetrics().height())
        self.setAccessibleName(name)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class FieldChoice(QuietChoice):
    """The field of a column; `by_content` says that its cells told it, not its heading."""

    def __init__(
        self, heading: str, field: Field, by_content: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(heading, parent)
        for choice in FIELDS_IN_ORDER:
            words = field_words(choice)
            told = by_content and choice is field and field is not Field.IGNORE
            self.addItem(
                tr("{field} (đoán theo nội dung)").format(field=words) if told else words,
                choice.value,
            )
        self.setCurrentIndex(self.findData(field.value))

    def field(self) -> Field:
        """What the column holds."""
        return Field(self.currentData())
