"""Sheets of paper: sizes, lines of text, and the head that official papers carry.

Sizes and places follow NĐ 30/2020/NĐ-CP, Phụ lục I. Lengths are points unless a name says mm.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from . import fonts
from .files import replaced
from .formats import clean
from .records import Issuer

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

MM = 72 / 25.4
COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
LINE = 1.17
"""Height of a line as a multiple of its type size; leaves room for Ẵ and ậ above and below."""


class Align(StrEnum):
    """Where text stands in its room."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True)
class Paper:
    """A page with its margins, in millimetres."""

    width_mm: float
    height_mm: float
    left_mm: float = 20
    right_mm: float = 10
    top_mm: float = 16
    bottom_mm: float = 14

    @property
    def size(self) -> tuple[float, float]:
        """Width and height."""
        return self.width_mm * MM, self.height_mm * MM

    @property
    def left(self) -> float:
        """Where text begins."""
        return self.left_mm * MM

    @property
    def room(self) -> float:
        """The width between the margins."""
        return (self.width_mm - self.left_mm - self.right_mm) * MM

    @property
    def top(self) -> float:
        """Height of the upper margin's lower edge."""
        return (self.height_mm - self.top_mm) * MM

    @property
    def bottom(self) -> float:
        """Height of the lower margin's upper edge."""
        return self.bottom_mm * MM


A4_PORTRAIT = Paper(210, 297)
A4_LANDSCAPE = Paper(297, 210)


@contextmanager
def document(path: Path, paper: Paper, title: str, issuer: Issuer) -> Iterator["Canvas"]:
    """A PDF that replaces `path` when the block ends well; the caller ends each page."""
    from reportlab.pdfgen.canvas import Canvas

    with replaced(path) as temporary:
        # Drawn in memory: a disk that fills up in between leaves no open file behind.
        drawn = BytesIO()
        base = fonts.registered(fonts.SERIF)  # else reportlab names Helvetica, not embedded
        canvas = Canvas(
            drawn,
            pagesize=paper.size,
            lang="vi-VN",
            initialFontName=base,  # type: ignore[arg-type]  # the stub says float
        )
        canvas.setTitle(clean(title))
        canvas.setAuthor(clean(issuer.agency))
        canvas.setCreator("Tập Huấn")
        yield canvas
        canvas.save()
        temporary.write_bytes(drawn.getvalue())


def put(
    canvas: "Canvas",
    text: str,
    x: float,
    y: float,
    font: str,
    size: float,
    align: Align = Align.LEFT,
    letter_gap: float = 0,
    word_gap: float = 0,
) -> None:
    """Write one line with its base line at `y`, beginning, centred or ending at `x`.

    The gaps are points added between letters and between words.
    """
    text = clean(text)
    font = fonts.registered(fonts.font_for(text, font))
    canvas.setFont(font, size)
    draw = {
        Align.LEFT: canvas.drawString,
        Align.CENTRE: canvas.drawCentredString,
        Align.RIGHT: canvas.drawRightString,
    }[align]
    draw(x, y, text, charSpace=letter_gap, wordSpace=word_gap)


@dataclass(frozen=True)
class Line:
    """A paragraph of one look; it wraps where its room ends."""

    text: str
    font: str = fonts.SERIF
    size: float = 13
    before: float = 0
    letter_gap: float = 0


def stack_height(lines: list[Line], room: float) -> float:
    """How high `put_stack` will be."""
    return sum(
        line.before + len(_wrapped(line, room)) * line.size * LINE for line in lines if line.text
    )


def put_stack(
    canvas: "Canvas",
    lines: list[Line],
    x: float,
    top: float,
    room: float,
    align: Align = Align.CENTRE,
) -> float:
    """Write paragraphs below each other from `top` down; empty ones close up. Gives the end."""
    y = top
    for line in lines:
        for index, text in enumerate(_wrapped(line, room)):
            y -= line.size * LINE + (0 if index else line.before)
            base = y + line.size * 0.24
            put(canvas, text, x, base, line.font, line.size, align, line.letter_gap)
    return y


def masthead_height(issuer: Issuer, room: float, size: float = 12) -> float:
    """How high `put_masthead` will be."""
    left, right = _masthead(issuer, size)
    heights = stack_height(left, room * 0.42), stack_height(right, room * 0.56)
    return max(heights) + 5


def put_masthead(
    canvas: "Canvas", issuer: Issuer, x: float, top: float, room: float, size: float = 12
) -> float:
    """Agencies on the left, country and motto on the right, each with its rule; gives the end."""
    left, right = _masthead(issuer, size)
    centre = x + room * 0.21
    end = put_stack(canvas, left, centre, top, room * 0.42)
    if left:
        name = left[-1]
        texts = _wrapped(name, room * 0.42)
        rule(canvas, centre, end - 2, max(fonts.width(t, name.font, size) for t in texts) * 0.42)
    centre = x + room * 0.72
    end_right = put_stack(canvas, right, centre, top, room * 0.56)
    rule(canvas, centre, end_right - 2, fonts.width(MOTTO, fonts.SERIF_BOLD, size + 1))
    return min(end, end_right) - 5


def rule(canvas: "Canvas", centre: float, y: float, length: float) -> None:
    """A thin line centred at `centre`."""
    canvas.setLineWidth(0.7)
    canvas.line(centre - length / 2, y, centre + length / 2, y)


def _masthead(issuer: Issuer, size: float) -> tuple[list[Line], list[Line]]:
    left = [
        Line(issuer.parent_agency.upper(), fonts.SERIF, size),
        Line(issuer.agency.upper(), fonts.SERIF_BOLD, size),
    ]
    right = [
        Line(COUNTRY, fonts.SERIF_BOLD, size),
        Line(MOTTO, fonts.SERIF_BOLD, size + 1, before=1),
    ]
    return [line for line in left if line.text], right


def _wrapped(line: Line, room: float) -> list[str]:
    text = clean(line.text)
    return fonts.wrapped(text, fonts.font_for(text, line.font), line.size, room)
