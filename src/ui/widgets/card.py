"""Cards: the white areas with a thin line and round corners that hold what a page shows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from .labels import Rank, label


class Card(QFrame):
    """A white area; `body` is its column. `flush` lets a table touch the line."""

    def __init__(self, title: str = "", flush: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.body = QVBoxLayout(self)
        em = self.fontMetrics().height()
        edge = 1 if flush else em
        self.body.setContentsMargins(edge, edge, edge, edge)
        self.body.setSpacing(0 if flush else em // 2)
        if title:
            self.body.addWidget(label(title, Rank.HEADING))
