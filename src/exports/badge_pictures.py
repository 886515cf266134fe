"""Cards as pictures, one a person, to send by Zalo: large modules survive its recompression."""

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..models.errors import AppError, ErrorCode
from ..scanning.codes import grouped
from . import fonts
from .badges import place_lines
from .files import replaced
from .formats import clean
from .qr import qr_picture
from .records import Badge, Progress, no_progress

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

WIDTH, HEIGHT = 900, 1260
_MARGIN = 50
_MODULE = 26  # pixels; the code with its quiet zone is 29 modules wide
_BLUE, _TEXT, _GREY = (11, 92, 173), (27, 36, 48), (71, 84, 103)
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


def write_badge_pictures(
    folder: Path, badges: Sequence[Badge], progress: Progress = no_progress
) -> list[Path]:
    """A PNG of 900 × 1260 each, "001 Lo Thi Huong.png", in the folder (made when missing).

    Pictures written before a cancel stay: each is whole. Raises AppError FILE_NOT_WRITABLE.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise AppError(ErrorCode.FILE_NOT_WRITABLE, file=str(folder)) from error
    paths: list[Path] = []
    digits = max(3, len(str(len(badges))))
    for number, badge in enumerate(badges, 1):
        path = folder / picture_name(number, badge.person.name, digits)
        with replaced(path) as temporary:
            badge_picture(badge).save(temporary, format="PNG", optimize=False)
        paths.append(path)
        progress(number, len(badges))
    return paths


def picture_name(number: int, name: str, digits: int = 3) -> str:
    """A file name of plain letters that Windows and Zalo accept; the number keeps it unique."""
    letters = unicodedata.normalize("NFD", name.replace("đ", "d").replace("Đ", "D"))
    plain = letters.encode("ascii", "ignore").decode("ascii")
    words = " ".join(_FORBIDDEN.sub(" ", plain).split())[:60].rstrip(". ")
    return f"{number:0{digits}d} {words}.png" if words else f"{number:0{digits}d}.png"


def badge_picture(badge: Badge) -> "Image":
    """The card of one person: name, place, QR, and the code in groups of four."""
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (WIDTH, HEIGHT), "white")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, WIDTH, 76), fill=_BLUE)
    _centred(draw, "THẺ HỌC VIÊN", 38, _font(fonts.SANS_BOLD, 34), (255, 255, 255))
    below = _block(draw, [badge.person.name], 100, 190, fonts.SANS_BOLD, range(72, 30, -2), _TEXT)
    place = [", ".join(place_lines(badge.person))]
    _block(draw, place, below, 290 - (below - 100), fonts.SANS, range(34, 18, -1), _GREY)
    code = qr_picture(badge.code, _MODULE)
    picture.paste(code, ((WIDTH - code.width) // 2, 378))
    code_text = grouped(badge.code).replace(" ", "  ")
    _centred(draw, code_text, 1170, _font(fonts.SANS_SEMIBOLD, 62), _TEXT)
    return picture


def _font(name: str, size: int) -> "FreeTypeFont":
    from PIL import ImageFont

    return ImageFont.truetype(fonts.font_file(name), size)


def _centred(
    draw: "ImageDraw", text: str, y: float, font: "FreeTypeFont", colour: tuple[int, int, int]
) -> None:
    draw.text((WIDTH / 2, y), text, fill=colour, font=font, anchor="mm")


def _block(
    draw: "ImageDraw",
    texts: Sequence[str],
    top: float,
    height: float,
    font: str,
    sizes: range,
    colour: tuple[int, int, int],
) -> float:
    """Centred lines in the largest of the falling sizes that fits; gives the height below them."""
    text = clean(" ".join(texts))
    font = fonts.font_for(text, font)
    for size in sizes:
        lines = fonts.wrapped(text, font, size, WIDTH - 2 * _MARGIN)
        if len(lines) * size * 1.3 <= height and len(lines) <= 3:
            break
    lines = fonts.balanced(text, font, size, WIDTH - 2 * _MARGIN)
    for index, line in enumerate(lines):
        _centred(draw, line, top + (index + 0.5) * size * 1.3, _font(font, size), colour)
    return top + len(lines) * size * 1.3 + 8
