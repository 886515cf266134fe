"""Certificates of completion: A4 landscape, one a page, in the customary form."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from . import fonts, formats
from .paper import (
    LINE,
    MM,
    Align,
    Line,
    Paper,
    document,
    put,
    put_masthead,
    put_stack,
    stack_height,
)
from .qr import draw_qr
from .records import Certificate, CourseHead, Issuer, Progress, no_progress

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_PAPER = Paper(297, 210, left_mm=22, right_mm=22, top_mm=17, bottom_mm=17)
_SIGNING_CENTRE = 221 * MM
_SIGNING_ROOM = 104 * MM
_SIGNING_TOP = 69 * MM
_BODY_ROOM = 236 * MM
_QR = 28 * MM
_RED, _GOLD = (0.64, 0.086, 0.11), (0.76, 0.66, 0.36)


def write_certificates(
    path: Path,
    issuer: Issuer,
    course: CourseHead,
    certificates: Sequence[Certificate],
    progress: Progress = no_progress,
) -> None:
    """One PDF with a page for each certificate, in the order given."""
    with document(path, _PAPER, f"Giấy chứng nhận {course.code}", issuer) as canvas:
        for done, certificate in enumerate(certificates, 1):
            _page(canvas, issuer, course, certificate)
            canvas.showPage()
            progress(done, len(certificates))


def _page(canvas: "Canvas", issuer: Issuer, course: CourseHead, certificate: Certificate) -> None:
    _frame(canvas)
    end = put_masthead(canvas, issuer, _PAPER.left, _PAPER.top, _PAPER.room, 13)
    _body(canvas, issuer, course, certificate, end - 4 * MM)
    _signature(canvas, issuer, certificate)
    _number(canvas, certificate)


def _frame(canvas: "Canvas") -> None:
    """Two red lines and a thin golden one; on a black-and-white printer, three grey ones."""
    width, height = _PAPER.size
    for inset, weight, colour in ((7, 1.6, _RED), (8.2, 0.8, _RED), (10.8, 0.6, _GOLD)):
        canvas.setStrokeColorRGB(*colour)
        canvas.setLineWidth(weight)
        side = inset * MM
        canvas.rect(side, side, width - 2 * side, height - 2 * side)
    canvas.setStrokeGray(0)


def _body(
    canvas: "Canvas", issuer: Issuer, course: CourseHead, certificate: Certificate, top: float
) -> None:
    """Title to dates, in the middle of the room there is; all of it shrinks where it must."""
    lines = _body_lines(issuer, course, certificate)
    room = top - _SIGNING_TOP
    while stack_height(lines, _BODY_ROOM) > room and lines[0].size > 12:
        lines = [replace(line, size=line.size * 0.96, before=line.before * 0.9) for line in lines]
    centre = _PAPER.size[0] / 2
    y = top - max(0, room - stack_height(lines, _BODY_ROOM)) * 0.5
    canvas.setFillColorRGB(*_RED)
    y = put_stack(canvas, lines[:1], centre, y, _BODY_ROOM)
    canvas.setFillGray(0)
    put_stack(canvas, lines[1:], centre, y, _BODY_ROOM)


def _body_lines(issuer: Issuer, course: CourseHead, certificate: Certificate) -> list[Line]:
    who = f"{issuer.head_title or issuer.agency} CHỨNG NHẬN".upper().strip()
    return [
        Line("GIẤY CHỨNG NHẬN", fonts.SERIF_BOLD, 42, letter_gap=2),
        Line(who, fonts.SERIF_BOLD, _fit(who, fonts.SERIF_BOLD, 16, 13), before=6),
        Line("Ông (Bà)", fonts.SERIF, 15.5, before=3),
        _name(certificate.person.name),
        Line(_birth_and_unit(certificate), fonts.SERIF, 15, before=3),
        Line("Đã hoàn thành khóa tập huấn", fonts.SERIF, 15.5, before=10),
        _title(course.title),
        Line(_when(course), fonts.SERIF, 15, before=5),
    ]


def _name(name: str) -> Line:
    return Line(name, fonts.SERIF_BOLD, _fit(name, fonts.SERIF_BOLD, 34, 22), before=1)


def _title(title: str) -> Line:
    """One line from 22 down to 17 points, else several lines."""
    return Line(title, fonts.SERIF_BOLD, _fit(title, fonts.SERIF_BOLD, 22, 17), before=3)


def _fit(text: str, font: str, largest: int, smallest: int) -> float:
    sizes = range(largest, smallest - 1, -1)
    return fonts.fitted(formats.clean(text), font, sizes, _BODY_ROOM, 1)[0]


def _birth_and_unit(certificate: Certificate) -> str:
    person = certificate.person
    birth = f"Sinh ngày: {formats.day(person.birth_date)}" if person.birth_date else ""
    if not birth and person.birth_year:
        birth = f"Năm sinh: {person.birth_year}"
    return " · ".join(part for part in (birth, certificate.unit_line) if part)


def _when(course: CourseHead) -> str:
    parts = [
        formats.span(course.first_day, course.last_day),
        f"{course.sessions} buổi" if course.sessions else "",
        f"{course.periods} tiết" if course.periods else "",
    ]
    return " · ".join(part for part in parts if part)


def _signature(canvas: "Canvas", issuer: Issuer, certificate: Certificate) -> None:
    lines = [
        Line(formats.place_date(issuer.place, certificate.issued_on), fonts.SERIF_ITALIC, 14),
        Line(issuer.signer_authority.upper(), fonts.SERIF_BOLD, 14, before=1),
        Line(issuer.signer_title.upper(), fonts.SERIF_BOLD, 14),
    ]
    put_stack(canvas, lines, _SIGNING_CENTRE, _SIGNING_TOP, _SIGNING_ROOM)
    name = [Line(issuer.signer_name, fonts.SERIF_BOLD, 14)]
    top = _PAPER.bottom + stack_height(name, _SIGNING_ROOM)
    put_stack(canvas, name, _SIGNING_CENTRE, top, _SIGNING_ROOM)


def _number(canvas: "Canvas", certificate: Certificate) -> None:
    """The register's number below left; beside it the QR where there is a code to check by."""
    x, y = _PAPER.left, _PAPER.bottom
    base = y + 1.5 * MM
    if certificate.check_code:
        draw_qr(canvas, certificate.check_code, x, y, _QR)
        x += _QR + 6 * MM
        canvas.setFillGray(0.3)
        put(canvas, "(không cần mạng)", x, base, fonts.SERIF, 11)
        put(canvas, "Quét mã để kiểm tra nội dung", x, base + 11 * LINE, fonts.SERIF, 11)
        canvas.setFillGray(0)
        base += 2 * 11 * LINE
    label = "Số vào sổ: "
    put(canvas, label, x, base, fonts.SERIF, 12)
    x += fonts.width(label, fonts.SERIF, 12)
    put(canvas, certificate.number, x, base, fonts.SERIF_BOLD, 12, Align.LEFT)
