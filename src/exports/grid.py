"""Printed tables: head repeated on each page, rows as high as their text, an ending kept with rows.

Drawn by hand instead of by reportlab's tables: those wrap every remaining row again at each page
and would read "<b>" in a name as a command.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from . import fonts
from .columns import CENTRED, Column, ColumnKind, Record
from .formats import clean
from .paper import (
    LINE,
    MM,
    Align,
    Line,
    Paper,
    document,
    masthead_height,
    put,
    put_masthead,
    put_stack,
    stack_height,
)
from .records import Issuer, Progress, no_progress

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_PAD = 3.0
_KEPT_WITH_ENDING = 3  # rows that go to the last page with the signatures
_SIGNING_ROOM = 20 * MM


@dataclass(frozen=True)
class PrintedColumn:
    """A column of a printed table; `share` of the width, `group` a title over neighbours."""

    title: str
    share: float
    align: Align = Align.LEFT
    group: str = ""


@dataclass(frozen=True)
class PrintedTable:
    """A table and what stands around it on paper; the last `totals` rows are bold.

    `signatures` are the titles of those who sign, a line break between lines; the last of them
    signs above the name `signer`.
    """

    paper: Paper
    issuer: Issuer
    title: str
    columns: Sequence[PrintedColumn]
    rows: Sequence[Sequence[str]]
    lines: Sequence[str] = ()
    totals: int = 0
    notes: Sequence[str] = ()
    place_date: str = ""
    signatures: Sequence[str] = ()
    signer: str = ""
    minimum_height: float = 6.5 * MM
    size: float = 11
    footer: str = ""


def printed(column: Column[Record], group: str = "") -> PrintedColumn:
    """How a declared column prints."""
    align = Align.CENTRE if column.kind in CENTRED else Align.LEFT
    if column.kind is ColumnKind.INTEGER:
        align = Align.RIGHT
    return PrintedColumn(column.title, column.width, align, group)


def write_tables(
    path: Path, tables: Sequence[PrintedTable], progress: Progress = no_progress
) -> None:
    """Write tables one after another, each from a new page; progress counts pages."""
    drawings = [_Drawing(table) for table in tables]
    total = sum(len(drawing.pages) for drawing in drawings)
    first = tables[0]
    with document(path, first.paper, first.title, first.issuer) as canvas:
        done = 0
        for drawing in drawings:
            for page in range(len(drawing.pages)):
                drawing.draw(canvas, page, done + 1, total)
                canvas.showPage()
                done += 1
                progress(done, total)


def split_rows(
    heights: Sequence[float], first: float, rest: float, ending: float
) -> list[tuple[int, int]]:
    """Which rows (from, to) stand on which page, when the first page has less room than the rest.

    The ending follows the last row; when it needs a page of its own, the last three rows go along.
    """
    pages, start, room, count = list[tuple[int, int]](), 0, first, len(heights)
    while True:
        stop = _fill(heights, start, room)
        if stop == count and sum(heights[start:]) + ending <= room:
            return [*pages, (start, count)]
        stop = min(stop, count - _KEPT_WITH_ENDING)
        if stop <= start:
            stop = _fill(heights, start, room)
        pages.append((start, stop))
        start, room = stop, rest
        if start == count:
            return [*pages, (count, count)]


def column_widths(shares: Sequence[float], needs: Sequence[float], room: float) -> list[float]:
    """Divide `room` by `shares`, but give a column what its longest word needs.

    A need counts up to a quarter of the room; the others give way by their shares.
    """
    floors = [min(need, room / 4) for need in needs]
    floors = [floor * min(1, room / sum(floors)) for floor in floors]
    fixed: set[int] = set()
    while True:
        free = room - sum(floors[index] for index in fixed)
        parts = sum(share for index, share in enumerate(shares) if index not in fixed) or 1
        widths = [
            floors[index] if index in fixed else share / parts * free
            for index, share in enumerate(shares)
        ]
        short = {i for i, width in enumerate(widths) if width < floors[i]} - fixed
        if not short or len(fixed | short) == len(shares):
            return widths
        fixed |= short


def _fill(heights: Sequence[float], start: int, room: float) -> int:
    """The end of the rows from `start` that fit; at least one row, so that a giant one ends too."""
    stop, used = start, 0.0
    while stop < len(heights) and (used + heights[stop] <= room or stop == start):
        used += heights[stop]
        stop += 1
    return stop


class _Drawing:
    """A table measured: wrapped cells, heights, pages; then drawn page by page."""

    def __init__(self, table: PrintedTable) -> None:
        self.table, self.paper = table, table.paper
        self.widths = column_widths(
            [column.share for column in table.columns], self._longest_words(), self.paper.room
        )
        self.cells = [self._wrap(row, self._font(index)) for index, row in enumerate(table.rows)]
        self.heights = [self._height(row) for row in self.cells]
        self.titles = self._wrap([column.title for column in table.columns], fonts.SERIF_BOLD)
        self.group_height = self._line if any(column.group for column in table.columns) else 0.0
        self.group_height += 2 * _PAD if self.group_height else 0.0
        self.head_height = self._height(self.titles) + self.group_height
        self.pages = self._paginate()

    def draw(self, canvas: "Canvas", page: int, number: int, total: int) -> None:
        """Draw one page; `number` and `total` count the pages of the whole file."""
        canvas.setPageSize(self.paper.size)
        y = self._opening(canvas) if page == 0 else self.paper.top
        self._page_marks(canvas, number, total)
        y = self._head(canvas, y)
        start, stop = self.pages[page]
        for index in range(start, stop):
            self._row(canvas, y, self.heights[index], self.cells[index], self._font(index))
            y -= self.heights[index]
        if page == len(self.pages) - 1:
            self._ending(canvas, y)

    def _longest_words(self) -> list[float]:
        """What each column needs so that no word, year or phone is divided."""
        needs = [self._needed(column.title) for column in self.table.columns]
        for row in self.table.rows:
            needs = [max(need, self._needed(text)) for need, text in zip(needs, row, strict=True)]
        return needs

    def _needed(self, text: str) -> float:
        words = clean(text).split()
        widths = (fonts.width(word, fonts.SERIF_BOLD, self.table.size) for word in words)
        return max(widths, default=0) + 2 * _PAD + 0.5

    @property
    def _line(self) -> float:
        return self.table.size * LINE

    def _font(self, row: int) -> str:
        bold = row >= len(self.table.rows) - self.table.totals
        return fonts.SERIF_BOLD if bold else fonts.SERIF

    def _wrap(self, row: Sequence[str], font: str) -> list[list[str]]:
        size = self.table.size
        return [
            fonts.wrapped(clean(text), font, size, width - 2 * _PAD)
            for text, width in zip(row, self.widths, strict=True)
        ]

    def _height(self, row: list[list[str]]) -> float:
        most = max(len(lines) for lines in row)
        return max(self.table.minimum_height, most * self._line + 1.4 * _PAD)

    def _paginate(self) -> list[tuple[int, int]]:
        rest = self.paper.top - self.paper.bottom - self.head_height
        first = rest - masthead_height(self.table.issuer, self.paper.room) - self._title_height()
        return split_rows(self.heights, first, rest, self._ending_height())

    def _title_stack(self) -> list[Line]:
        title = Line(self.table.title, fonts.SERIF_BOLD, 14, before=10)
        return [title, *(Line(text, fonts.SERIF, 12, before=1) for text in self.table.lines)]

    def _title_height(self) -> float:
        return stack_height(self._title_stack(), self.paper.room) + 8

    def _opening(self, canvas: "Canvas") -> float:
        paper = self.paper
        y = put_masthead(canvas, self.table.issuer, paper.left, paper.top, paper.room)
        centre = paper.left + paper.room / 2
        return put_stack(canvas, self._title_stack(), centre, y, paper.room) - 8

    def _page_marks(self, canvas: "Canvas", number: int, total: int) -> None:
        """The number as NĐ 30 has it (top centre, none on page 1), the document's name below."""
        width, height = self.paper.size
        if number > 1:
            put(canvas, str(number), width / 2, height - 11 * MM, fonts.SERIF, 13, Align.CENTRE)
        foot = 8 * MM
        put(canvas, self.table.footer, self.paper.left, foot, fonts.SERIF_ITALIC, 9)
        right = self.paper.left + self.paper.room
        put(canvas, f"Trang {number}/{total}", right, foot, fonts.SERIF_ITALIC, 9, Align.RIGHT)

    def _head(self, canvas: "Canvas", top: float) -> float:
        x = self.paper.left
        canvas.setLineWidth(0.5)
        for index, column in enumerate(self.table.columns):
            lower = top - self.group_height if column.group else top
            height = self.head_height - (top - lower)
            box = (x, lower - height, self.widths[index], height)
            self._box(canvas, box, self.titles[index], fonts.SERIF_BOLD, Align.CENTRE)
            x += self.widths[index]
        self._groups(canvas, top)
        return top - self.head_height

    def _groups(self, canvas: "Canvas", top: float) -> None:
        x, start = self.paper.left, 0
        names = [column.group for column in self.table.columns]
        while start < len(names):
            stop = start + 1
            while names[start] and stop < len(names) and names[stop] == names[start]:
                stop += 1
            width = sum(self.widths[start:stop])
            if names[start]:
                box = (x, top - self.group_height, width, self.group_height)
                self._box(canvas, box, [names[start]], fonts.SERIF_BOLD, Align.CENTRE)
            x, start = x + width, stop

    def _row(
        self, canvas: "Canvas", top: float, height: float, cells: list[list[str]], font: str
    ) -> None:
        x = self.paper.left
        canvas.setLineWidth(0.5)
        for column, width, lines in zip(self.table.columns, self.widths, cells, strict=True):
            self._box(canvas, (x, top - height, width, height), lines, font, column.align)
            x += width

    def _box(
        self,
        canvas: "Canvas",
        box: tuple[float, float, float, float],
        lines: list[str],
        font: str,
        align: Align,
    ) -> None:
        """A framed cell with its lines in the middle of its height."""
        x, y, width, height = box
        canvas.rect(x, y, width, height)
        at = {Align.LEFT: x + _PAD, Align.CENTRE: x + width / 2, Align.RIGHT: x + width - _PAD}
        base = y + (height + len(lines) * self._line) / 2 + self.table.size * 0.24
        for number, text in enumerate(lines, 1):
            put(canvas, text, at[align], base - number * self._line, font, self.table.size, align)

    def _note_stack(self) -> list[Line]:
        return [Line(note, fonts.SERIF_ITALIC, 11, before=2) for note in self.table.notes]

    def _ending_height(self) -> float:
        height = stack_height(self._note_stack(), self.paper.room) + 6
        if self.table.signatures:
            height += 10 + 13 * LINE + self._titles_height() + _SIGNING_ROOM
            height += stack_height(self._signer_stack(), self._signing_width)
        return height

    @property
    def _signing_width(self) -> float:
        return self.paper.room / max(1, len(self.table.signatures))

    def _signing_stacks(self) -> list[list[Line]]:
        """The titles of those who sign, side by side."""
        return [
            [Line(text, fonts.SERIF_BOLD, 12) for text in title.splitlines()]
            for title in self.table.signatures
        ]

    def _titles_height(self) -> float:
        heights = (stack_height(lines, self._signing_width) for lines in self._signing_stacks())
        return max(heights, default=0)

    def _signer_stack(self) -> list[Line]:
        return [Line(self.table.signer, fonts.SERIF_BOLD, 12)]

    def _ending(self, canvas: "Canvas", top: float) -> None:
        paper = self.paper
        y = put_stack(canvas, self._note_stack(), paper.left, top - 6, paper.room, Align.LEFT) - 10
        share = self._signing_width
        last = paper.left + paper.room - share / 2
        if self.table.place_date:
            put_stack(canvas, [Line(self.table.place_date, fonts.SERIF_ITALIC, 13)], last, y, share)
        y -= 13 * LINE
        for index, lines in enumerate(self._signing_stacks()):
            put_stack(canvas, lines, paper.left + share * (index + 0.5), y, share)
        if self.table.signatures:
            y -= self._titles_height() + _SIGNING_ROOM
            put_stack(canvas, self._signer_stack(), last, y, share)
