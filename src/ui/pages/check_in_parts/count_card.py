"""How many are there of how many, by commune, and the way to those who are not."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from ....exports.formats import number
from ...i18n import tr
from ...widgets.button import link
from ...widgets.card import Card
from ...widgets.labels import ElidedLabel, Rank, label
from .board import Counts, PlaceCount


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
        self._places = ElidedLabel("", Rank.NOTE)
        self._places.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._lay_out()

    def show_counts(self, counts: Counts, places: Sequence[PlaceCount]) -> None:
        """Show the figures of now."""
        self._figure.setText(number(counts.present))
        self._of.setText(tr("/ {total} học viên có mặt").format(total=number(counts.expected)))
        rest = counts.expected - counts.present
        self.missing.setText(tr("Chưa đến ({count})").format(count=number(rest)))
        self.missing.setEnabled(rest > 0)
        self._bar.setRange(0, max(counts.expected, 1))
        self._bar.setValue(counts.present)
        self._show_places(places)
        self._bar.setAccessibleName(f"{self._figure.text()} {self._of.text()}")

    def _show_places(self, places: Sequence[PlaceCount]) -> None:
        named = [
            f"{place.name or tr('Chưa rõ xã')} {place.present}/{place.expected}" for place in places
        ]
        self._places.setText("     ".join(named))
        self._places.setToolTip("\n".join(named))

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
