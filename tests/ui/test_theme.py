"""Light and dark: colours that can be read, and a stylesheet with nothing left unfilled."""

import re

import pytest
from PySide6.QtGui import QColor, QFontInfo
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from taphuan.ui.palette import DARK, LIGHT, Palette, Tone, palette_of
from taphuan.ui.theme import FONT_FAMILY, TEXT_PX, Theme, ThemeChoice, stylesheet


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2 defines it."""
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _rgb(colour)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def _rgb(colour: str) -> tuple[float, float, float]:
    value = QColor(colour)
    return value.redF(), value.greenF(), value.blueF()


def contrast(first: str, second: str) -> float:
    """From 1 to 21."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


PALETTES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


@PALETTES
@pytest.mark.parametrize("tone", list(Tone))
def test_a_pill_and_a_panel_can_be_read(palette: Palette, tone: Tone) -> None:
    inks = palette.inks(tone)
    assert contrast(inks.text, inks.tint) >= 4.5
    assert contrast(inks.text, inks.panel) >= 4.5
    assert contrast(palette.text, inks.panel) >= 7


@PALETTES
def test_words_can_be_read_on_every_ground(palette: Palette) -> None:
    for ground in (palette.ground, palette.surface, palette.header, palette.chosen, palette.hover):
        assert contrast(palette.text, ground) >= 7
        assert contrast(palette.muted, ground) >= 4.2
        assert contrast(palette.link, ground) >= 4.5
    assert contrast(palette.on_primary, palette.primary) >= 4.5


@PALETTES
def test_the_stylesheet_has_no_unfilled_place(palette: Palette) -> None:
    filled = stylesheet(palette)
    assert not re.search(r"@\w|\dem\b", filled)
    assert palette.primary in filled


def test_sizes_follow_the_text() -> None:
    assert "font-size: 20px" in stylesheet(LIGHT, 13)
    assert "font-size: 31px" in stylesheet(LIGHT, 20)


def test_the_program_brings_its_font(theme: Theme, qapp: QApplication) -> None:
    assert QFontInfo(qapp.font()).family() == FONT_FAMILY
    assert QFontInfo(qapp.font()).pixelSize() == TEXT_PX


def test_a_choice_dresses_the_window_at_once(theme: Theme, qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    assert palette_of(widget) is LIGHT
    with qtbot.waitSignal(theme.changed, timeout=1000):
        theme.choose(ThemeChoice.DARK)
    assert palette_of(widget) is DARK
