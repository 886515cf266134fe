"""The rail at the left: brand, pages with words and icons, and three lines at its foot."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from .i18n import tr
from .pages import PageSpec
from .palette import Palette, palette_of
from .widgets.labels import plain_tooltip


class RailButton(QAbstractButton):
    """One page of the rail: icon and word, or the icon alone when the rail is narrow."""

    def __init__(self, spec: PageSpec, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(spec.title)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click goes on to the page
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(spec.title)
        self.setToolTip(plain_tooltip(f"{spec.title} ({keys})" if keys else spec.title))
        self._icon_name = spec.icon
        self._draws_icon = False
        self._narrow = False

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon alone, or icon and word."""
        self._narrow = narrow
        self.updateGeometry()
        self.update()

    def draw_icon(self) -> None:
        """From now on the icon is drawn; before that the window paints its words."""
        self._draws_icon = True
        self.update()

    def sizeHint(self) -> QSize:
        em = self.fontMetrics().height()
        words = QFontMetrics(self._bold()).horizontalAdvance(self.text())
        width = em * 2.5 if self._narrow else em * 3.1 + words
        return QSize(round(width), round(em * 2.2))

    def minimumSizeHint(self) -> QSize:
        em = self.fontMetrics().height()
        return QSize(self.sizeHint().width(), round(em * 1.7))

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = palette_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter, palette)
        ink = palette.link if self.isChecked() else palette.soft
        if self._draws_icon:
            self._draw_icon(painter, palette.link if self.isChecked() else palette.muted)
        if not self._narrow:
            self._draw_words(painter, ink)
        painter.end()

    def _draw_ground(self, painter: QPainter, palette: Palette) -> None:
        ground = palette.chosen if self.isChecked() else palette.hover
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QColor(palette.link) if self.hasFocus() else Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, 7, 7)

    def _icon_box(self) -> QRect:
        em = self.fontMetrics().height()
        side = round(em * 1.15)
        left = (self.width() - side) // 2 if self._narrow else round(em * 0.62)
        return QRect(left, (self.height() - side) // 2, side, side)

    def _draw_icon(self, painter: QPainter, colour: str) -> None:
        from .icons import pixmap  # late: it needs QtSvg

        box = self._icon_box()
        picture = pixmap(self._icon_name, colour, box.width(), self.devicePixelRatioF())
        painter.drawPixmap(box.topLeft(), picture)

    def _draw_words(self, painter: QPainter, ink: str) -> None:
        em = self.fontMetrics().height()
        room = self.rect().adjusted(round(em * 2.4), 0, -em // 3, 0)
        painter.setFont(self._bold() if self.isChecked() else self.font())
        painter.setPen(QColor(ink))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font


class Rail(QFrame):
    """The pages to choose from. `chosen` brings the key of a page."""

    chosen = Signal(str)
    painted = Signal()

    def __init__(self, specs: Sequence[PageSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAccessibleName(tr("Các trang"))
        self._brand = QLabel(tr("Tập Huấn"))
        self._brand.setObjectName("brand")
        self._group = QButtonGroup(self)
        self._buttons = {
            spec.key: RailButton(spec, f"Ctrl+{n}" if n < 10 else "")
            for n, spec in enumerate(specs, 1)
        }
        self._foot = QFrame()
        self._foot.setObjectName("railFoot")
        self._lines = [QLabel(), QLabel(tr("Dữ liệu trên máy này")), QLabel()]
        for line in self._lines:
            line.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out()
        for key, button in self._buttons.items():
            self._group.addButton(button)
            button.toggled.connect(partial(self._tell, key))

    def _tell(self, key: str, on: bool) -> None:
        if on:
            self.chosen.emit(key)

    def choose(self, key: str) -> None:
        """Mark a page as the one that is shown; `chosen` stays silent. Raises KeyError."""
        button = self._buttons[key]
        button.blockSignals(True)
        button.setChecked(True)
        button.blockSignals(False)

    def button(self, key: str) -> RailButton:
        """The button of a page. Raises KeyError."""
        return self._buttons[key]

    def set_foot(self, organiser: str, backup: str) -> None:
        """Say whose data this is and when it was last backed up."""
        self._lines[0].setText(organiser)
        self._lines[2].setText(backup)
        for line in (self._lines[0], self._lines[2]):
            line.setVisible(bool(line.text()))

    def set_narrow(self, narrow: bool) -> None:
        """Icons alone, with the words in tooltips; or words too."""
        self._brand.setText("TH" if narrow else tr("Tập Huấn"))
        self._foot.setVisible(not narrow)
        for button in self._buttons.values():
            button.set_narrow(narrow)

    def draw_icons(self) -> None:
        """Draw the icons; called once the words are on the screen."""
        for button in self._buttons.values():
            button.draw_icon()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted.emit()

    def _lay_out(self) -> None:
        em = self.fontMetrics().height()
        self._brand.setContentsMargins(round(em * 0.6), 0, 0, round(em * 0.75))
        for line in self._lines:
            line.setTextFormat(Qt.TextFormat.PlainText)
            line.setWordWrap(True)
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(round(em * 0.6), round(em * 0.6), 0, 0)
        foot.setSpacing(round(em * 0.15))
        for line in self._lines:
            foot.addWidget(line)
        self._lines[0].hide()
        self._lines[2].hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(round(em * 0.6), round(em * 1.1), round(em * 0.6), em)
        column.setSpacing(round(em * 0.12))
        column.addWidget(self._brand)
        for button in self._buttons.values():
            column.addWidget(button)
        column.addStretch(1)
        column.addWidget(self._foot)
