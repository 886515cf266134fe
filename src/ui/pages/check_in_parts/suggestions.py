"""The people a typed line may mean, in a list below the scan line that never takes the focus."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ....exports.formats import day
from ....services.enrolments import EnrolmentRecord
from ...i18n import tr


class Suggestions(QListWidget):
    """`chosen` brings the person that was clicked."""

    chosen = Signal(object)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.setObjectName("suggestions")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Học viên khớp với nội dung đã gõ"))
        self._people: Sequence[EnrolmentRecord] = ()
        self.itemClicked.connect(lambda item: self.chosen.emit(self._people[self.row(item)]))
        self.hide()

    @property
    def current(self) -> EnrolmentRecord | None:
        """The person under the bar; None while the list is hidden."""
        row = self.currentRow()
        return self._people[row] if not self.isHidden() and row >= 0 else None

    def offer(
        self,
        people: Sequence[EnrolmentRecord],
        is_in: Callable[[EnrolmentRecord], bool],
        below: QWidget,
    ) -> None:
        """Show these people below a widget, the first one chosen; nobody hides the list."""
        self._people = people
        self.clear()
        for person in people:
            self.addItem(QListWidgetItem(_words(person, is_in(person))))
        self.setVisible(bool(people))
        if people:
            self.setCurrentRow(0)
            self._place(below)

    def move_bar(self, step: int) -> None:
        """Move the bar, around the ends."""
        if self._people:
            self.setCurrentRow((self.currentRow() + step) % len(self._people))

    def _place(self, below: QWidget) -> None:
        corner = below.mapTo(self._page, QPoint(0, below.height() + 4))
        rows = sum(self.sizeHintForRow(row) for row in range(self.count()))
        height = min(rows + 2 * self.frameWidth() + 8, self._page.height() - corner.y())
        self.setGeometry(corner.x(), corner.y(), below.width(), height)
        self.raise_()


def _words(person: EnrolmentRecord, is_in: bool) -> str:
    born = day(person.birth_date) or str(person.birth_year or "")
    place = ", ".join(part for part in (person.hamlet, person.commune) if part)
    there = tr("✓ đã có mặt") if is_in else ""
    parts = (person.name, person.note, there, born, place, person.phone)
    return "  ·  ".join(part for part in parts if part)
