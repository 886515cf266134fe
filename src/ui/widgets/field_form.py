"""A column of captions and fields, the caption in the middle of its field's height."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget


class FieldForm(QFormLayout):
    """A form layout whose captions are as high as their fields: Qt puts them a little higher."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        em = QLabel().fontMetrics().height()
        self.setVerticalSpacing(round(em * 0.6))
        self.setHorizontalSpacing(em)
        self.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)

    def level(self) -> None:
        """Give each caption its field's height; call it when the fields have their style."""
        for row in range(self.rowCount()):
            caption = self.itemAt(row, QFormLayout.ItemRole.LabelRole)
            field = self.itemAt(row, QFormLayout.ItemRole.FieldRole)
            if caption and field and (words := caption.widget()):
                words.setMinimumHeight(
                    min(field.sizeHint().height(), 3 * words.sizeHint().height())
                )
