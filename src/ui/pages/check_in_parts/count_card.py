"""How many are there of how many, by commune, and the way to those who are not."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from ....exports.formats import number
from ...i18n import tr
from ...widgets.button import link
from ...widgets.card import Card
from ...widgets.labels import ElidedLabel, Rank, label, plain_tooltip
from .board import Counts, PlaceCount

_NARROW_EMS = 20
_MOST_PLACES = 6
_GLUE = "\u00a0"
"""Keeps a commune and its figures on one line."""


class CountCard(Card):
    """`missing_asked` fires for the list of those who are not there yet."""

    missing_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._figure = label("0", Rank.FIGURE)
        self._figure.setProperty("large", True)
        self._of = ElidedLabel("", Rank.MUTED)
        self.missing = link(tr("Chưa đến (0)"))
        self.missing.clicked.connect(lambda: self.missing_asked.emit())
        self._bar = QProgressBar(textVisible=False)
        self._places = label("", Rank.NOTE)
        self._expected = 0
        self._lay_out()

    def show_counts(self, counts: Counts, places: Sequence[PlaceCount]) -> None:
        """Show the figures of now."""
        self._figure.setText(number(counts.present))
        self._expected = counts.expected
        self._say_of()
        rest = counts.expected - counts.present
        self.missing.setText(tr("Chưa đến ({count})").format(count=number(rest)))
        self.missing.setEnabled(rest > 0)
        self._bar.setRange(0, max(counts.expected, 1))
        self._bar.setValue(counts.present)
        self._show_places(places)
        self._bar.setAccessibleName(f"{self._figure.text()} {self._of.text()}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say_of()

    def _say_of(self) -> None:
        """Where there is little room, fewer words."""
        narrow = self.width() < _NARROW_EMS * self.fontMetrics().height()
        total = self._expected
        words = tr("/ {total} có mặt") if narrow else tr("/ {total} học viên có mặt", total)
        self._of.setText(words.format(total=number(total)))

    def _show_places(self, places: Sequence[PlaceCount]) -> None:
        named = [_place_words(place) for place in places]
        shown = named[:_MOST_PLACES]
        if len(named) > len(shown):
            more = len(named) - len(shown)
            rest = tr("và {count} xã khác", more).format(count=more)
            shown.append(rest.replace(" ", _GLUE))
        self._places.setText("   ".join(shown))
        self._places.setToolTip(plain_tooltip("\n".join(named)))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(self.fontMetrics().height() // 2)
        row.addWidget(self._figure)
        row.addWidget(self._of, 0, Qt.AlignmentFlag.AlignBaseline)
        row.addStretch(1)
        row.addWidget(self.missing)
        self.body.addLayout(row)
        self.body.addWidget(self._bar)
        self.body.addWidget(self._places)


def _place_words(place: PlaceCount) -> str:
    name = place.name or tr("Chưa rõ xã")
    return f"{name} {place.present}/{place.expected}".replace(" ", _GLUE)
