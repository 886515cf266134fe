"""Fields of a long form in two columns, so that it fits a small screen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ..widgets.labels import label


class TwoColumns(QWidget):
    """Lines of one or two fields with their names; a single field takes the whole width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        em = self.fontMetrics().height()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(em)
        self._grid.setVerticalSpacing(round(em * 0.6))
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(3, 1)
        self._lines = 0

    def add_line(self, *pairs: tuple[str, QWidget]) -> None:
        """Add a line of one or two (name, field); a field without a name stands alone."""
        for at, (name, field) in enumerate(pairs):
            self._put(2 * at, name, field, len(pairs) == 1)
        self._lines += 1

    def _put(self, column: int, name: str, field: QWidget, wide: bool) -> None:
        top = Qt.AlignmentFlag.AlignTop if field.layout() else Qt.AlignmentFlag.AlignVCenter
        if name:
            title = label(name)
            title.setWordWrap(False)
            title.setBuddy(field)
            field.setAccessibleName(name)
            self._grid.addWidget(title, self._lines, column, top | Qt.AlignmentFlag.AlignLeft)
        span = 3 if wide else 1
        self._grid.addWidget(field, self._lines, column + (1 if name else 0), 1, span)
