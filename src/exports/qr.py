"""QR codes of digits: numeric mode, error correction H, drawn as squares."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image
    from reportlab.pdfgen.canvas import Canvas

QUIET = 4
"""Modules of empty border that ISO/IEC 18004 asks for."""


def modules(digits: str) -> list[list[bool]]:
    """Rows of dark (True) and light modules, without the quiet zone; 16 digits make 21 × 21."""
    from qrcode.constants import ERROR_CORRECT_H
    from qrcode.main import QRCode

    code = QRCode(error_correction=ERROR_CORRECT_H, border=0)
    code.add_data(digits)
    code.make(fit=True)
    return [[bool(dark) for dark in row] for row in code.modules]


def draw_qr(canvas: "Canvas", digits: str, x: float, y: float, side: float) -> None:
    """Draw the code with its lower left corner at (x, y) points, without the quiet zone."""
    rows = modules(digits)
    step = side / len(rows)
    outline = canvas.beginPath()
    for down, row in enumerate(rows):
        for start, length in _runs(row):
            top = y + side - (down + 1) * step
            outline.rect(x + start * step, top, length * step, step)
    canvas.setFillGray(0)
    canvas.drawPath(outline, stroke=0, fill=1)


def qr_picture(digits: str, module: int) -> "Image":
    """The code in black on white, `module` pixels a module, with its quiet zone."""
    from PIL import Image

    rows = modules(digits)
    side = len(rows) + 2 * QUIET
    picture = Image.new("L", (side, side), 255)
    for down, row in enumerate(rows):
        for across, dark in enumerate(row):
            if dark:
                picture.putpixel((across + QUIET, down + QUIET), 0)
    return picture.resize((side * module, side * module), Image.Resampling.NEAREST)


def _runs(row: list[bool]) -> list[tuple[int, int]]:
    """(start, length) of dark modules side by side: one rectangle shows no hairlines between."""
    runs: list[tuple[int, int]] = []
    for index, dark in enumerate(row):
        if dark and runs and sum(runs[-1]) == index:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        elif dark:
            runs.append((index, 1))
    return runs
