"""Light and dark: one stylesheet filled from the palette, following the system or a choice."""

import re
from enum import StrEnum

from PySide6.QtCore import QDir, QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from ..paths import resource_path
from .palette import DARK, LIGHT, Inks, Palette, qt_palette

FONT_FAMILY = "Be Vietnam Pro"
TEXT_PX = 13
_FIRST_WEIGHTS, _LATER_WEIGHTS = ("Regular", "SemiBold"), ("Medium", "Bold")
_EM = re.compile(r"(-?[\d.]+)em\b")
_NAME = re.compile(r"@([a-z_]+)(?:\.([a-z]+))?")


class ThemeChoice(StrEnum):
    """What the user chose; the system's own choice is followed as it changes."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Dresses the application. `changed` fires after a new palette is on."""

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        choice: ThemeChoice = ThemeChoice.SYSTEM,
        text_px: int = TEXT_PX,
    ) -> None:
        super().__init__(app)
        self._app = app
        self._choice = choice
        self._text_px = text_px
        self._palette: Palette | None = None
        _prepare(app, text_px)
        app.styleHints().colorSchemeChanged.connect(self._dress)
        self.choose(choice)

    @property
    def palette(self) -> Palette:
        """The palette that is on."""
        return self._palette or LIGHT

    @property
    def choice(self) -> ThemeChoice:
        """What the user chose."""
        return self._choice

    def choose(self, choice: ThemeChoice) -> None:
        """Follow the system, or stay light or dark; the window frame follows where it can."""
        self._choice = choice
        self._app.styleHints().setColorScheme(_SCHEMES[choice])
        self._dress()

    def _dress(self) -> None:
        palette = DARK if self._is_dark() else LIGHT
        # Qt puts its own palette on whenever the scheme changes, also to the one that was on.
        self._app.setPalette(qt_palette(palette))
        if palette is self._palette:
            return
        self._palette = palette
        self._app.setStyleSheet(stylesheet(palette, self._text_px))
        self.changed.emit()

    def _is_dark(self) -> bool:
        if self._choice is ThemeChoice.SYSTEM:
            return self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self._choice is ThemeChoice.DARK


_SCHEMES = {
    ThemeChoice.SYSTEM: Qt.ColorScheme.Unknown,
    ThemeChoice.LIGHT: Qt.ColorScheme.Light,
    ThemeChoice.DARK: Qt.ColorScheme.Dark,
}


def stylesheet(palette: Palette, text_px: int = TEXT_PX) -> str:
    """The stylesheet in these colours; "1.5em" becomes pixels of this text size."""
    template = resource_path("themes/window.qss").read_text(encoding="utf-8")
    sized = _EM.sub(lambda found: f"{round(float(found[1]) * text_px)}px", template)
    return _NAME.sub(lambda found: _colour(palette, found[1], found[2]), sized)


def _colour(palette: Palette, role: str, part: str | None) -> str:
    value = getattr(palette, role)
    return str(getattr(value, part or "text") if isinstance(value, Inks) else value)


def _prepare(app: QApplication, text_px: int) -> None:
    app.setStyle("Fusion")
    QDir.setSearchPaths("icons", [str(resource_path("icons"))])
    _add_fonts(_FIRST_WEIGHTS)
    font = QFont(FONT_FAMILY)
    font.setPixelSize(text_px)
    app.setFont(font)


def add_other_fonts() -> None:
    """The weights that the rail does not need: loaded after the first paint, before a page."""
    _add_fonts(_LATER_WEIGHTS)


def _add_fonts(weights: tuple[str, ...]) -> None:
    for weight in weights:
        QFontDatabase.addApplicationFont(str(resource_path(f"fonts/BeVietnamPro-{weight}.ttf")))
