"""Web pages saved as .xls: what export buttons of web systems and "Save as web page" make."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from .cells import Cell, Row, Sheet, is_blank, without_text_mark
from .grid import Grid
from .html_grid import HtmlTable
from .read import Unreadable, unreadable

_TAG = re.compile(r"<(/?[A-Za-z][\w:-]*)([^>]*)>")
_SPACES = re.compile(r"[ \t\r\n]+")
_UNSEEN = {"script", "style", "title", "select", "textarea", "noscript", "xml"}
_BREAKS = {"br", "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "center", "caption", "hr"}
_LIST_COLUMNS, _LIST_ROWS = 3, 2
_DEEPEST = 100
_MOST_TAGS = 1_500_000
_LONGEST_TEXT = 32_767  # what a cell of Excel holds


def read_html(text: str, name: str) -> tuple[Sheet, ...]:
    """The tables of a page as sheets; what stands around a list goes with it, as Excel shows it.

    Raises AppError FILE_UNREADABLE: format (a page without a table), too large.
    """
    page = _Page(name)
    for count, (tag, told) in enumerate(_tokens(text)):
        if count > _MOST_TAGS:
            raise unreadable(name, Unreadable.TOO_LARGE)
        page.tell(tag, told)
    return page.sheets()


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    """Tags with their attributes, "/td" for an end, and "" with the text between them."""
    position, last = 0, text.rfind(">")
    while 0 <= (start := text.find("<", position)) < last:
        if start > position:
            yield "", text[position:start]
        position = start
        if text.startswith("<!--", start):
            position = _behind("-->", text, start)
        elif tag := _TAG.match(text, start):
            name, position = tag[1].lower(), tag.end()
            if name in _UNSEEN:
                position = _behind_element(name, text, position)
            yield name, tag[2]
        elif text[start + 1] in "!?/":
            position = _behind(">", text, start)
        else:
            yield "", "<"
            position += 1
    yield "", text[position:] if last < len(text) else ""


def _behind(end: str, text: str, start: int) -> int:
    found = text.find(end, start)
    return len(text) if found < 0 else found + len(end)


def _behind_element(name: str, text: str, start: int) -> int:
    end = re.compile(rf"</{name}\b[^>]*>", re.I).search(text, start)
    return end.end() if end else len(text)


class _Page:
    """Takes a page's tags in order; a table in a cell of a list is text of that cell."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._tables: list[HtmlTable] = []
        self._inner = 0  # tables open inside a cell of a list
        self._text: list[str] = []
        self._found = False
        self._sheets = _Sheets(name)

    def tell(self, tag: str, told: str) -> None:
        """A tag with its attributes, or text."""
        if not tag:
            seen = told[:_LONGEST_TEXT]
            self._text.append(unescape(seen) if "&" in seen else seen)
        elif tag in ("table", "/table"):
            self._table(tag)
        elif self._inner:
            self._text.append(" ")
        elif tag in ("td", "th", "tr", "/tr", "/td", "/th") and self._tables:
            self._cell(tag, told)
        elif tag.removeprefix("/") in _BREAKS:
            self._break()

    def sheets(self) -> tuple[Sheet, ...]:
        """All that was told."""
        while self._tables:
            self._table("/table")
        self._take_line()
        if not self._found:
            raise unreadable(self._name, Unreadable.FORMAT)
        return self._sheets.done()

    def _table(self, tag: str) -> None:
        self._found = True
        if self._inner or (tag == "table" and self._tables and self._tables[-1].is_list):
            self._inner += 1 if tag == "table" else -1
        elif tag == "table":
            self._flush()
            self._tables.append(HtmlTable(self._name))
            if len(self._tables) > _DEEPEST:
                raise unreadable(self._name, Unreadable.TOO_LARGE)
        elif self._tables:
            self._flush()
            self._tables.pop()

    def _flush(self) -> None:
        """What was told so far stands above what follows: a table around others only lays out."""
        if not self._tables:
            return self._take_line()
        self._tables[-1].close_cell(self._take())
        self._sheets.put(self._tables[-1])
        self._tables[-1] = HtmlTable(self._name)
        return None

    def _cell(self, tag: str, told: str) -> None:
        table = self._tables[-1]
        table.close_cell(self._take())
        if tag in ("td", "th"):
            table.open_cell(told)
        elif tag == "tr":
            table.open_row()
        elif tag == "/tr":
            table.close_row()

    def _break(self) -> None:
        if self._tables:
            self._text.append("\v")
        else:
            self._take_line()

    def _take_line(self) -> None:
        line = HtmlTable(self._name)
        line.open_cell("")
        line.close_cell(self._take())
        self._sheets.put(line)

    def _take(self) -> Cell:
        """The text so far; a vertical tab stands for a break that the page makes."""
        text = _SPACES.sub(" ", "".join(self._text))
        self._text.clear()
        lines = [stripped for line in text.split("\v") if (stripped := line.strip())]
        return without_text_mark("\n".join(lines)) or None


class _Sheets:
    """Lays tables under each other as Excel does; a second list begins a second sheet."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._grids = [Grid(name)]
        self._waiting: list[HtmlTable] = []
        self._list: HtmlTable | None = None

    def put(self, table: HtmlTable) -> None:
        """The next table, or a line of text as a table of one cell."""
        rows = table.finished()
        if not any(rows):
            return
        self._waiting.append(table)
        if not _is_list(rows):
            return
        if self._list and not _continues(rows, self._list.finished()):
            self._grids.append(Grid(self._name))
        self._list = table
        self._lay_down()

    def done(self) -> tuple[Sheet, ...]:
        """The sheets; what follows the last list is under it."""
        self._lay_down()
        stem = Path(self._name).stem
        names = [stem] if len(self._grids) == 1 else [
            f"{stem} {number}" for number in range(1, len(self._grids) + 1)
        ]  # fmt: skip
        return tuple(
            Sheet(name, grid.rows, merges=grid.merges)
            for name, grid in zip(names, self._grids, strict=True)
        )

    def _lay_down(self) -> None:
        for table in self._waiting:
            table.lay_into(self._grids[-1])
        self._waiting.clear()


def _is_list(rows: list[Row]) -> bool:
    """Whether a table holds records, not a letterhead, signatures or the layout of a page."""
    wide = (row for row in rows if sum(not is_blank(cell) for cell in row) >= _LIST_COLUMNS)
    return sum(1 for _ in wide) >= _LIST_ROWS


def _continues(rows: list[Row], above: list[Row]) -> bool:
    """Whether a list goes on after a break of pages: the same headings, or the next number."""
    if rows[0] == above[0]:
        return True
    number = str(rows[0][0] if rows[0] else "").strip()
    return max(map(len, rows)) == max(map(len, above)) and number.isdigit()
