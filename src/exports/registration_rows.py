"""The rows of a registration form, on the list and on the sheet to copy from."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from . import formats
from .registration_columns import FormColumn, FormPerson
from .sheets import lines_needed

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

NUMBER_WIDTH = 5
LINE, ROW = 15.0, 18.0
"""Heights in points: of a line of text, and the least of a row."""


def set_up(sheet: "Worksheet", columns: Sequence[FormColumn]) -> None:
    """A landscape page of A4, with the columns' widths."""
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.set_margins(left=0.6, right=0.4, top=0.5, bottom=0.5)
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, NUMBER_WIDTH)
    for index, column in enumerate(columns, 1):
        sheet.set_column(index, index, column.width)


def room(columns: Sequence[FormColumn]) -> float:
    """How wide the printed columns are together, in digits."""
    return sum(column.width for column in columns if not column.for_program)


def write_header(
    sheet: "Worksheet", row: int, columns: Sequence[FormColumn], looks: "Looks"
) -> None:
    """The headings, as the importer knows them."""
    tallest = max(lines_needed(column.title, column.width) for column in columns)
    sheet.set_row(row, LINE * tallest + 6)
    for index, title in enumerate(("STT", *(column.title for column in columns))):
        sheet.write_string(row, index, title, looks.header)


def write_person(
    sheet: "Worksheet",
    row: int,
    number: int,
    person: FormPerson | None,
    columns: Sequence[FormColumn],
    looks: "Looks",
    height: float = ROW,
) -> None:
    """A row with its number; of nobody it is blank."""
    texts = [formats.clean(column.value(person) or "") if person else "" for column in columns]
    seen = [(t, c.width) for t, c in zip(texts, columns, strict=True) if not c.for_program]
    tallest = max(lines_needed(text, width) for text, width in seen)
    sheet.set_row(row, max(height, LINE * tallest + 3))
    sheet.write_number(row, 0, number, looks.number)
    for index, (text, column) in enumerate(zip(texts, columns, strict=True), 1):
        look = looks.of(column)
        if text:
            sheet.write_string(row, index, text, look)
        else:
            sheet.write_blank(row, index, None, look)


class Looks:
    """The few looks of a form, in Times New Roman as official papers are."""

    def __init__(self, book: "Workbook") -> None:
        self._book = book
        middle = {"align": "center", "valign": "vcenter"}
        wrap = {"text_wrap": True, "valign": "vcenter"}
        self.agency = self._new(font_size=12, text_wrap=True, **middle)
        self.country = self._new(font_size=12, bold=True, text_wrap=True, **middle)
        self.line = self._new(font_size=7, align="center", valign="top")
        self.motto = self._new(font_size=13, bold=True, underline=1, **middle)
        self.title = self._new(font_size=14, bold=True, **middle)
        self.course = self._new(font_size=13, bold=True, text_wrap=True, **middle)
        self.fact = self._new(font_size=12, **wrap)
        self.rule = self._new(font_size=10, italic=True, **wrap)
        self.place = self._new(italic=True, **middle)
        self.header = self._new(bold=True, border=1, bg_color="#E8EEF6", align="center", **wrap)
        self.number = self._new(border=1, **middle)
        cell = {"border": 1, "num_format": "@", "valign": "vcenter"}
        self._text = self._new(text_wrap=True, align="left", indent=1, **cell)
        self._centred = self._new(align="center", **cell)
        self._program = self._new(
            font_size=8, font_color="#667085", bg_color="#F5F7FA", shrink=True, **cell
        )

    def of(self, column: FormColumn) -> "Format":
        """The look of a cell to fill in."""
        if column.for_program:
            return self._program
        return self._centred if column.centred else self._text

    def _new(self, **look: object) -> "Format":
        return self._book.add_format({"font_name": "Times New Roman", "font_size": 11, **look})
