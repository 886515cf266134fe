"""The colours of the window, by what they mean; one set for light and one for dark."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget


class Tone(StrEnum):
    """What a colour says. It never says it alone: a word and a symbol go with it."""

    PRESENT = "present"
    LATE = "late"
    REFUSED = "refused"
    INFO = "info"
    NEUTRAL = "neutral"


@dataclass(frozen=True)
class Inks:
    """The colours of one tone: text on a pill, the pill, a large panel, the panel's line."""

    text: str
    tint: str
    panel: str
    line: str


@dataclass(frozen=True)
class Palette:
    """Every colour the window uses, as #rrggbb."""

    ground: str
    surface: str
    raised: str
    header: str
    line: str
    hairline: str
    border: str
    text: str
    soft: str
    muted: str
    faint: str
    primary: str
    primary_hover: str
    primary_pressed: str
    on_primary: str
    link: str
    chosen: str
    hover: str
    track: str
    good: str
    present: Inks
    late: Inks
    refused: Inks
    info: Inks
    neutral: Inks

    def inks(self, tone: Tone) -> Inks:
        """The colours of a tone."""
        inks: Inks = getattr(self, tone.value)
        return inks


LIGHT = Palette(
    ground="#F5F7FA",
    surface="#FFFFFF",
    raised="#FFFFFF",
    header="#FAFBFD",
    line="#E2E7EE",
    hairline="#EDF0F4",
    border="#CFD6E0",
    text="#1B2430",
    soft="#3A4556",
    muted="#667085",
    faint="#8A94A6",
    primary="#0B5CAD",
    primary_hover="#0A5299",
    primary_pressed="#084684",
    on_primary="#FFFFFF",
    link="#0B5CAD",
    chosen="#E6EFFA",
    hover="#F0F4F9",
    track="#E3E8EF",
    good="#1F8F57",
    present=Inks("#116B3A", "#DDF5E6", "#E7F7ED", "#9AD9B3"),
    late=Inks("#8A5200", "#FFF1D6", "#FFF6E3", "#EDCB85"),
    refused=Inks("#A3231B", "#FDE3E1", "#FDEBE9", "#EFA9A3"),
    info=Inks("#0B5CAD", "#E3EDF9", "#EDF2FA", "#B4C7DF"),
    neutral=Inks("#4A5568", "#EDF0F5", "#F5F7FA", "#CFD6E0"),
)

DARK = Palette(
    ground="#11161D",
    surface="#1A212B",
    raised="#222B37",
    header="#1E2631",
    line="#2D3745",
    hairline="#262F3B",
    border="#3B4757",
    text="#E7ECF3",
    soft="#C6CFDB",
    muted="#9AA6B6",
    faint="#7C899B",
    primary="#1E6DBF",
    primary_hover="#2677CC",
    primary_pressed="#185CA3",
    on_primary="#FFFFFF",
    link="#7DB8F2",
    chosen="#1B324C",
    hover="#232D3A",
    track="#2E3947",
    good="#36B374",
    present=Inks("#7FE3A8", "#153D27", "#123420", "#2A7A4C"),
    late=Inks("#F3C46F", "#43310F", "#362809", "#8A6A22"),
    refused=Inks("#FFA39B", "#4A1D1A", "#3A1715", "#93413B"),
    info=Inks("#8CC1F5", "#1B324C", "#172737", "#3A6491"),
    neutral=Inks("#B6C1CF", "#2A3441", "#1E2631", "#3B4757"),
)


def palette_of(widget: QWidget) -> Palette:
    """The palette a widget is shown in.

    Read from the application's: a stylesheet changes a widget's own ("transparent" is black).
    """
    dark = QApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128
    return DARK if dark else LIGHT


def qt_palette(palette: Palette) -> QPalette:
    """The same colours in Qt's roles, for what the style draws by itself."""
    result = QPalette()
    for role, colour in _qt_roles(palette).items():
        result.setColor(role, QColor(colour))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.HighlightedText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(palette.faint))
    return result


_Role = QPalette.ColorRole


def _qt_roles(palette: Palette) -> dict[QPalette.ColorRole, str]:
    return {
        _Role.Window: palette.ground,
        _Role.WindowText: palette.text,
        _Role.Base: palette.surface,
        _Role.AlternateBase: palette.header,
        _Role.Text: palette.text,
        _Role.Button: palette.raised,
        _Role.ButtonText: palette.text,
        _Role.BrightText: palette.refused.text,
        _Role.Highlight: palette.primary,
        _Role.HighlightedText: palette.on_primary,
        _Role.Accent: palette.primary,
        _Role.Link: palette.link,
        _Role.LinkVisited: palette.link,
        _Role.PlaceholderText: palette.faint,
        _Role.ToolTipBase: palette.raised,
        _Role.ToolTipText: palette.text,
        _Role.Light: palette.raised,
        _Role.Midlight: palette.hairline,
        _Role.Mid: palette.border,
        _Role.Dark: palette.border,
        _Role.Shadow: palette.line,
    }
