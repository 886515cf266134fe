"""Buttons: primary, plain and link, with an icon that takes the palette's colour."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QWidget

from ..icons import icon
from ..palette import palette_of


class Kind(StrEnum):
    """How much a button stands out; a page has one primary button."""

    PRIMARY = "primary"
    PLAIN = "plain"
    LINK = "link"
    CHIP = "chip"
    TAB = "tab"


class Button(QPushButton):
    """A push button of a kind; `icon_name` is a picture of resources/icons."""

    def __init__(
        self,
        text: str,
        kind: Kind = Kind.PLAIN,
        icon_name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._icon_name = icon_name
        self._kind = kind
        self.setProperty("kind", kind.value)
        self.setAutoDefault(False)
        if kind is Kind.LINK:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._tint()

    @property
    def kind(self) -> Kind:
        """How much the button stands out."""
        return self._kind

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        if not self._icon_name:
            return
        palette = palette_of(self)
        colours = {Kind.PRIMARY: palette.on_primary, Kind.LINK: palette.link}
        side = round(self.fontMetrics().height() * 1.05)
        picture = QIcon(icon(self._icon_name, colours.get(self._kind, palette.soft), side))
        faint = icon(self._icon_name, palette.faint, side)
        for size in faint.availableSizes():
            picture.addPixmap(faint.pixmap(size), QIcon.Mode.Disabled)
        self.setIcon(picture)
        self.setIconSize(QSize(side, side))


def primary(text: str, icon_name: str = "") -> Button:
    """The one button of a page that does what the page is for."""
    return Button(text, Kind.PRIMARY, icon_name)


def plain(text: str, icon_name: str = "") -> Button:
    """Any other button."""
    return Button(text, Kind.PLAIN, icon_name)


def link(text: str, icon_name: str = "") -> Button:
    """A button that looks like a link: leads elsewhere, changes nothing."""
    return Button(text, Kind.LINK, icon_name)
