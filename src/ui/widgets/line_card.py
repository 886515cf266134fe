"""A card of a few lines, each with a link at its end: what is to be done, and where."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from .button import Button, link
from .card import Card
from .labels import ElidedLabel, Rank, label


@dataclass(frozen=True)
class Line:
    """A line of a card: words, a note, and the link at its end."""

    text: str
    note: str
    action: str
    act: Callable[[], object]


class LineCard(Card):
    """A card of a few lines; each has one link."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._lines: list[QWidget] = []
        self._nothing = label("", Rank.MUTED)
        self.body.addWidget(self._nothing)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    @property
    def texts(self) -> list[str]:
        """What the card says, line by line."""
        labels = (label for line in self._lines for label in line.findChildren(QLabel))
        return [label.text() for label in labels]

    @property
    def links(self) -> list[Button]:
        """The links at the ends of the lines."""
        return [button for line in self._lines for button in line.findChildren(Button)]

    def show_lines(self, lines: Iterable[Line], nothing: str) -> None:
        """Show these lines, or that there is nothing."""
        for old in self._lines:
            self.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines = [self._put(line) for line in lines]
        self._nothing.setText(nothing)
        self._nothing.setVisible(not self._lines)

    def _put(self, line: Line) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(_text(line.text, Rank.BODY))
        if line.note:
            words.addWidget(_text(line.note, Rank.NOTE))
        row.addLayout(words, 1)
        button = link(line.action)
        button.setAccessibleName(f"{line.action}: {line.text}")
        button.clicked.connect(lambda: line.act())
        row.addWidget(button, alignment=Qt.AlignmentFlag.AlignVCenter)
        self.body.addWidget(holder)
        return holder


def _text(text: str, rank: Rank) -> ElidedLabel:
    words = ElidedLabel(text, rank)
    words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return words
