"""A field for a day that may be left empty: typed as people write it, shown as dd/MM/yyyy."""

from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from ...exports.formats import day as written
from ...importing.team_cells import day_in
from ..i18n import tr

_LONGEST = 24


class DayLine(QLineEdit):
    """`day()` is what was typed; `is_wrong()` whether something stands there that is no day."""

    def __init__(self, known: date | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(_LONGEST)
        self.setPlaceholderText(tr("dd/mm/yyyy"))
        self.set_day(known)
        self.editingFinished.connect(self._tidy)

    def day(self) -> date | None:
        """The day, None for an empty field or one that says none."""
        return day_in(self.text().strip())

    def set_day(self, known: date | None) -> None:
        """Show a day, or nothing."""
        self.setText(written(known))

    def is_wrong(self) -> bool:
        """Whether what was typed is no day."""
        return bool(self.text().strip()) and self.day() is None

    def _tidy(self) -> None:
        known = self.day()
        if known is not None:
            self.set_day(known)
