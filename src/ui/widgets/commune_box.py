"""A field for a commune: typed without accents, completed as one types."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from ...models.names import fold
from ...services.commune_choices import CommuneChoice

_SEARCHED = Qt.ItemDataRole.UserRole + 1
_SHOWN = 12


class _FoldedCompleter(QCompleter):
    """Compares folded words: "muong e" finds Mường É."""

    def splitPath(self, path: str) -> list[str]:
        return [fold(path)]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole))


class CommuneBox(QLineEdit):
    """`chosen` fires when another commune, or none, is meant; the text may be a title or a code."""

    chosen = Signal()

    def __init__(self, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self._choices: dict[str, CommuneChoice] = {}
        self._last: CommuneChoice | None = None
        self._model = QStandardItemModel(self)
        completer = _FoldedCompleter(self._model, self)
        completer.setCompletionRole(_SEARCHED)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(_SHOWN)
        self.setCompleter(completer)
        self.textChanged.connect(self._typed)

    def set_choices(self, choices: Sequence[CommuneChoice]) -> None:
        """Offer these communes; what was typed stays."""
        self._model.clear()
        for choice in choices:
            item = QStandardItem(choice.title)
            item.setData(choice.searched, _SEARCHED)
            self._model.appendRow(item)
        self._choices = {fold(choice.title): choice for choice in reversed(choices)}
        self._choices |= {choice.code: choice for choice in choices}
        self._typed()

    def commune(self) -> CommuneChoice | None:
        """The commune that is meant; None for none, or for words that name none."""
        return self._choices.get(fold(self.text()))

    def choose(self, unit_id: UUID | None) -> None:
        """Show a commune by its id; an unknown id empties the field."""
        found = (c for c in self._choices.values() if c.id == unit_id)
        choice = next(found, None)
        self.setText(choice.title if choice else "")

    def is_unclear(self) -> bool:
        """Whether something is typed that names no commune."""
        return bool(self.text().strip()) and self.commune() is None

    def _typed(self) -> None:
        self.setProperty("wrong", self.is_unclear() and not self.hasFocus())
        commune = self.commune()
        if commune != self._last:
            self._last = commune
            self.chosen.emit()
