"""Cards on paper: ten a page, to cut out. A card is valid for all courses, so it names none."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..scanning.codes import grouped
from . import fonts
from .formats import clean
from .paper import LINE, MM, Align, Line, Paper, document, put, put_stack, stack_height
from .qr import draw_qr
from .records import Badge, CourseHead, Issuer, PersonLine, Progress, no_progress

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_PAPER = Paper(210, 297)
_ACROSS, _DOWN = 2, 5
_WIDTH, _HEIGHT = 90 * MM, 54 * MM  # the usual name card, fits the usual holder
_MARGIN = 5 * MM
_QR = 26.2 * MM
_QUIET = 5 * MM  # four modules of a 21-module code
_NAME_SIZES = tuple(size / 2 for size in range(44, 9, -1))
_PLACE_SIZES = tuple(size / 2 for size in range(20, 11, -1))


def write_badges(
    path: Path,
    course: CourseHead,
    issuer: Issuer,
    badges: Sequence[Badge],
    progress: Progress = no_progress,
) -> None:
    """A4 PDF of cards 90 × 54 mm with cut marks; the course names only the file's title."""
    each = _ACROSS * _DOWN
    title = f"Thẻ học viên {course.code}".strip()
    with document(path, _PAPER, title, issuer) as canvas:
        for start in range(0, max(1, len(badges)), each):
            page = badges[start : start + each]
            _cut_marks(canvas)
            for index, badge in enumerate(page):
                _card(canvas, *_corner(index), issuer, badge)
            canvas.showPage()
            progress(start + len(page), len(badges))


def place_lines(person: PersonLine) -> list[str]:
    """What a card says below the name: role, hamlet, commune, as far as known."""
    return [text for text in (person.role, person.hamlet, person.commune) if text]


def _corner(index: int) -> tuple[float, float]:
    """The lower left corner of a card on its page."""
    left, top = _origin()
    return left + index % _ACROSS * _WIDTH, top - (index // _ACROSS + 1) * _HEIGHT


def _origin() -> tuple[float, float]:
    """The upper left corner of all cards: they stand in the middle of the page."""
    width, height = _PAPER.size
    return (width - _ACROSS * _WIDTH) / 2, (height + _DOWN * _HEIGHT) / 2


def _cut_marks(canvas: "Canvas") -> None:
    """Marks in the margins for a cutter, and faint lines between cards for scissors."""
    left, top = _origin()
    right, bottom = left + _ACROSS * _WIDTH, top - _DOWN * _HEIGHT
    canvas.setLineWidth(0.4)
    for index in range(_ACROSS + 1):
        x = left + index * _WIDTH
        _cut_line(canvas, (x, top + 8 * MM), (x, bottom - 8 * MM), (x, top), (x, bottom))
    for index in range(_DOWN + 1):
        y = top - index * _HEIGHT
        _cut_line(canvas, (left - 8 * MM, y), (right + 8 * MM, y), (left, y), (right, y))


def _cut_line(
    canvas: "Canvas",
    outer_start: tuple[float, float],
    outer_end: tuple[float, float],
    start: tuple[float, float],
    end: tuple[float, float],
) -> None:
    """A dark mark outside the cards at both ends, faint between them."""
    canvas.setStrokeGray(0.3)
    canvas.line(*outer_start, *start)
    canvas.line(*end, *outer_end)
    canvas.setStrokeGray(0.85)
    canvas.line(*start, *end)


def _card(canvas: "Canvas", x: float, y: float, issuer: Issuer, badge: Badge) -> None:
    top = _head(canvas, x, y, issuer)
    qr_top = y + _MARGIN + _QR
    _name(canvas, badge.person.name, x, top, top - qr_top - 2.6 * MM)
    draw_qr(canvas, badge.code, x + _WIDTH - _QUIET - _QR, y + _MARGIN, _QR)
    room = _WIDTH - _MARGIN - _QR - 2 * _QUIET
    _code(canvas, badge.code, x + _MARGIN, y + _MARGIN, room)
    _place(canvas, badge.person, x + _MARGIN, qr_top, room, _QR - 8 * MM)


def _head(canvas: "Canvas", x: float, y: float, issuer: Issuer) -> float:
    """Whose card this is, in one small line over a rule; gives the height below it."""
    base = y + _HEIGHT - 5.4 * MM
    canvas.setFillColorRGB(0.043, 0.361, 0.678)
    put(canvas, "THẺ HỌC VIÊN", x + _MARGIN, base, fonts.SANS_BOLD, 7.5)
    canvas.setFillGray(0.25)
    room = _WIDTH - 2 * _MARGIN - fonts.width("THẺ HỌC VIÊN", fonts.SANS_BOLD, 7.5) - 3 * MM
    agency = clean(issuer.agency)
    size, lines = fonts.fitted(agency, fonts.SANS, (7, 6.5, 6, 5.5, 5), room, 1)
    centre = x + _WIDTH - _MARGIN - room / 2
    if len(lines) > 1:
        _small_lines(canvas, lines, centre, base, size)
    elif lines:
        right = x + _WIDTH - _MARGIN - fonts.width(lines[0], fonts.SANS, size)
        put(canvas, lines[0], right, base, fonts.SANS, size)
    canvas.setFillGray(0)
    return base - 1.2 * MM


def _small_lines(
    canvas: "Canvas", lines: list[str], centre: float, base: float, size: float
) -> None:
    for index, line in enumerate(lines):
        x = centre - fonts.width(line, fonts.SANS, size) / 2
        put(canvas, line, x, base + (len(lines) - 1 - index) * size * LINE, fonts.SANS, size)


def _name(canvas: "Canvas", name: str, x: float, top: float, height: float) -> None:
    """The name in the largest type that fits the band, on one line or two."""
    room, name = _WIDTH - 2 * _MARGIN, clean(name)
    font = fonts.font_for(name, fonts.SANS_BOLD)
    for size in _NAME_SIZES:
        lines = fonts.wrapped(name, font, size, room)
        if len(lines) * size * 1.2 <= height:
            break
    lines = fonts.balanced(name, font, size, room)
    start = top - (height - len(lines) * size * 1.2) / 2
    for index, line in enumerate(lines):
        put(canvas, line, x + _MARGIN, start - index * size * 1.2 - size * 0.95, font, size)


def _code(canvas: "Canvas", code: str, x: float, y: float, room: float) -> None:
    """The code over the whole room, so that its groups stand apart."""
    text = grouped(code)
    size, _ = fonts.fitted(text, fonts.SANS_SEMIBOLD, (11.5, 11, 10.5, 10, 9.5), room - 12, 1)
    gap = max(0, room - fonts.width(text, fonts.SANS_SEMIBOLD, size)) / max(1, text.count(" "))
    put(canvas, text, x, y + 0.5 * MM, fonts.SANS_SEMIBOLD, size, word_gap=min(gap, size * 0.5))


def _place(
    canvas: "Canvas", person: PersonLine, x: float, top: float, room: float, height: float
) -> None:
    """Role, hamlet and commune in the largest type that fits above the code."""
    for size in _PLACE_SIZES:
        lines = [Line(text, fonts.SANS, size, before=1.5) for text in place_lines(person)]
        if stack_height(lines, room) <= height:
            break
    put_stack(canvas, lines, x, top + 2 * MM, room, Align.LEFT)
