"""The skills at the left of the page: a name and a line of figures each, one of them chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from ...palette import palette_of
from ...tables.delegate import bold
from ...widgets.labels import plain_tooltip


@dataclass(frozen=True)
class SkillLine:
    """What the list says of a skill, or of all of them."""

    key: str
    name: str
    note: str


class SkillButton(QAbstractButton):
    """One line of the list; both its texts are cut where they do not fit."""

    def __init__(self, line: SkillLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note = line.note
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.say(line)

    def say(self, line: SkillLine) -> None:
        """Show other words."""
        self._note = line.note
        self.setText(line.name)
        self.setAccessibleName(f"{line.name}: {line.note}")
        self.setToolTip(plain_tooltip(f"{line.name}\n{line.note}"))
        self.update()

    def sizeHint(self) -> QSize:
        em = self.fontMetrics().height()
        return QSize(em * 12, round(em * 2.9))

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette, em = palette_of(self), self.fontMetrics().height()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(palette.link) if self.hasFocus() else Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(QColor(palette.chosen if self.isChecked() else palette.hover))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        room = self.rect().adjusted(round(em * 0.6), em // 3, -round(em * 0.6), -em // 3)
        half = room.height() // 2
        painter.setFont(bold(self.font()))
        self._draw(painter, self.text(), room.adjusted(0, 0, 0, -half), palette.text)
        painter.setFont(self.font())
        self._draw(painter, self._note, room.adjusted(0, half, 0, 0), palette.muted)
        painter.end()

    def _draw(self, painter: QPainter, text: str, room: QRect, colour: str) -> None:
        painter.setPen(QColor(colour))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)


class SkillList(QWidget):
    """The lines, one below the other; arrow keys move between them. `chosen` brings a key."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, SkillButton] = {}
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        edge = self.fontMetrics().height() // 2
        self._column.setContentsMargins(edge, edge, edge, edge)
        self._column.setSpacing(2)
        self._column.addStretch(1)

    def show_lines(self, lines: Sequence[SkillLine]) -> None:
        """Show these lines; the chosen one stays chosen, at first it is the first."""
        for line in lines:
            if line.key in self._buttons:
                self._buttons[line.key].say(line)
            else:
                self._add(line)
        if lines and not self._group.checkedButton():
            self._buttons[lines[0].key].setChecked(True)

    def current(self) -> str:
        """The key of the chosen line; empty before there is one."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def choose(self, key: str) -> None:
        """Choose a line. Raises KeyError."""
        self._buttons[key].setChecked(True)

    def notes(self) -> dict[str, str]:
        """What each line says, by key: for tests and screen readers."""
        return {key: button.accessibleName() for key, button in self._buttons.items()}

    def _add(self, line: SkillLine) -> None:
        button = SkillButton(line)
        self._buttons[line.key] = button
        self._group.addButton(button)
        self._column.insertWidget(self._column.count() - 1, button)
        button.toggled.connect(partial(self._tell, line.key))

    def _tell(self, key: str, on: bool) -> None:
        if on:
            self.chosen.emit(key)
