"""The fonts of documents, embedded as subsets: Tinos for papers, Be Vietnam Pro for cards."""

from collections.abc import Iterable
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

from ..paths import resource_path

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

SERIF, SERIF_BOLD = "Tinos-Regular", "Tinos-Bold"
SERIF_ITALIC, SERIF_BOLD_ITALIC = "Tinos-Italic", "Tinos-BoldItalic"
SANS, SANS_MEDIUM = "BeVietnamPro-Regular", "BeVietnamPro-Medium"
SANS_SEMIBOLD, SANS_BOLD = "BeVietnamPro-SemiBold", "BeVietnamPro-Bold"
# Be Vietnam Pro has no ƀ, ĕ, ŏ, ŭ, which Ê Đê and Gia Rai names need; Tinos has them.
_STAND_IN = {
    SANS: SERIF,
    SANS_MEDIUM: SERIF,
    SANS_SEMIBOLD: SERIF_BOLD,
    SANS_BOLD: SERIF_BOLD,
}
_lock = Lock()


def font_file(name: str) -> str:
    """The path of a font's file, by its name."""
    return str(resource_path(f"fonts/{name}.ttf"))


def registered(name: str) -> str:
    """The same name, after the font is known to reportlab; safe from several threads."""
    with _lock:
        _font(name)
    return name


def font_for(text: str, name: str) -> str:
    """`name`, or its stand-in where that has a letter of `text` that `name` lacks."""
    stand_in = _STAND_IN.get(name)
    if stand_in is None or not _lacking(text, name):
        return name
    return stand_in if _lacking(text, stand_in) < _lacking(text, name) else name


def width(text: str, font: str, size: float) -> float:
    """The width of a line in points."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    return float(stringWidth(text, registered(font), size))


def wrapped(text: str, font: str, size: float, room: float) -> list[str]:
    """Lines no wider than `room` points; a word that is too wide alone is divided, never cut."""
    lines: list[str] = []
    for word in _pieces(text.split(), font, size, room):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, font, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def balanced(text: str, font: str, size: float, room: float) -> list[str]:
    """As `wrapped`, with lines of about the same length."""
    lines = wrapped(text, font, size, room)
    narrower = room
    while len(lines) > 1 and narrower > room / 2:
        narrower *= 0.96
        tighter = wrapped(text, font, size, narrower)
        if len(tighter) > len(lines) or max(map(len, tighter)) > max(map(len, lines)):
            break
        lines = tighter
    return lines


def fitted(
    text: str, font: str, sizes: Iterable[float], room: float, most: int
) -> tuple[float, list[str]]:
    """The first of the falling `sizes` at which `text` takes at most `most` lines, and the lines.

    When none does, the last size with as many lines as it needs.
    """
    size, lines = 0.0, list[str]()
    for size in sizes:
        lines = wrapped(text, font, size, room)
        if len(lines) <= most:
            break
    return size, lines


def _pieces(words: Iterable[str], font: str, size: float, room: float) -> Iterable[str]:
    for word in words:
        rest = word
        while width(rest, font, size) > room and len(rest) > 1:
            end = len(rest) - 1
            while end > 1 and width(rest[:end], font, size) > room:
                end -= 1
            yield rest[:end]
            rest = rest[end:]
        yield rest


@cache
def _font(name: str) -> "TTFont":
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    font = TTFont(name, font_file(name))
    pdfmetrics.registerFont(font)
    return font


def _lacking(text: str, name: str) -> int:
    with _lock:
        glyphs = _font(name).face.charToGlyph
    return sum(ord(sign) not in glyphs for sign in text)
