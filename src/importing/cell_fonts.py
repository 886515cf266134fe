"""The fonts of old encodings in an .xlsx, read a second time by openpyxl, which tells fonts."""

import io
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from .cells import Fonts
from .legacy import Encoding, encoding_of_font

# What openpyxl raises on workbooks that Excel forgives.
_ODD = (
    AssertionError, AttributeError, LookupError, NotImplementedError, OSError,
    OverflowError, RuntimeError, SyntaxError, TypeError, ValueError, RecursionError,
)  # fmt: skip


@dataclass(frozen=True)
class WorkbookFonts:
    """Tells the fonts of a sheet when asked; nothing of a workbook that openpyxl cannot read."""

    content: bytes = field(repr=False)
    sheet: str
    height: int

    def __call__(self) -> Fonts:
        """By row (1-based) and column (0-based): fonts named .Vn… and VNI-… of text cells."""
        try:
            # openpyxl warns of what it leaves out; none of it is fonts.
            with warnings.catch_warnings(action="ignore"):
                return dict(_old_fonts(self.content, self.sheet, self.height))
        except (zipfile.BadZipFile, *_ODD):
            return {}


def _old_fonts(content: bytes, sheet: str, height: int) -> Iterator[tuple[tuple[int, int], str]]:
    from openpyxl import load_workbook

    workbook = load_workbook(io.BytesIO(content), read_only=True, rich_text=True)
    for row in workbook[sheet].iter_rows(max_row=height):
        for cell in row:
            if cell.value is not None and (font := _old_font(cell)):
                yield (cell.row, cell.column - 1), font


def _old_font(cell: Any) -> str | None:
    """The font of the cell, or of some letters in it."""
    value = cell.value
    runs = value if isinstance(value, list) else ()
    names = [cell.font.name, *(run.font.rFont for run in runs if hasattr(run, "font"))]
    return next((n for n in names if n and encoding_of_font(n) is not Encoding.UNICODE), None)
