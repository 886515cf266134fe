"""OpenDocument spreadsheets (.ods, flat .fods): rows, merged cells and hidden sheets in one pass.

Element names are those of OpenDocument 1.3 part 3 (OASIS), chapters 9 and 19.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime

from .cells import Cell, Sheet
from .grid import Grid
from .package import member_pieces, opened
from .read import Unreadable, unreadable
from .xml_events import Attributes, pieces, tell

_NS = "urn:oasis:names:tc:opendocument:xmlns:"
_TABLE, _OFFICE, _TEXT, _STYLE = (f"{_NS}{n}:1.0 " for n in ("table", "office", "text", "style"))
_SHEET, _ROW = _TABLE + "table", _TABLE + "table-row"
_CELL, _COVERED = _TABLE + "table-cell", _TABLE + "covered-table-cell"
_PARAGRAPHS = (_TEXT + "p", _TEXT + "h")
_ROWS_REPEATED, _COLUMNS_REPEATED = (f"{_TABLE}number-{n}-repeated" for n in ("rows", "columns"))
_ROWS_SPANNED, _COLUMNS_SPANNED = (f"{_TABLE}number-{n}-spanned" for n in ("rows", "columns"))
_FORMULA, _TYPE = _TABLE + "formula", _OFFICE + "value-type"
_MOST_COLUMNS, _MOST_SPACES = 16_384, 100
# Their contents stand in no cell: comments, drawings, recorded changes, ready-made phonetics.
_ASIDE = {
    _OFFICE + "annotation", _TABLE + "tracked-changes", _TABLE + "shapes", _TEXT + "ruby-text",
    _NS + "drawing:1.0 frame", _NS + "drawing:1.0 g", _NS + "drawing:1.0 custom-shape",
    _OFFICE + "forms", _TABLE + "table-source",
}  # fmt: skip
_NUMBERS = {"float", "percentage", "currency"}
_MANIFEST, _ENCRYPTED = "META-INF/manifest.xml", b"encryption-data"


def read_opendocument(content: bytes, name: str) -> tuple[Sheet, ...]:
    """The sheets of an .ods. Raises AppError FILE_UNREADABLE: damaged, password, too large."""
    with opened(content, name) as package:
        if _MANIFEST in package.namelist() and _ENCRYPTED in package.read(_MANIFEST):
            raise unreadable(name, Unreadable.PASSWORD)
        return _read(member_pieces(package, "content.xml"), name)


def read_flat_opendocument(text: str, name: str) -> tuple[Sheet, ...]:
    """The sheets of an OpenDocument spreadsheet that is one XML file."""
    return _read(pieces(text.encode()), name, "utf-8")


def _read(content: Iterable[bytes], name: str, encoding: str | None = None) -> tuple[Sheet, ...]:
    reader = _Reader(name)
    tell(reader, content, name, encoding)
    if reader.uncounted:
        raise unreadable(name, Unreadable.FORMULAS)
    return tuple(reader.sheets)


class _Reader:
    """Takes the elements of a document in order."""

    def __init__(self, name: str) -> None:
        self.sheets: list[Sheet] = []
        self.uncounted = False  # whether a formula has no value
        self._name = name
        self._grid = Grid(name)
        self._title, self._style = "", ""
        self._hidden_styles: set[str] = set()
        self._family = ""
        self._aside = 0
        self._row_number, self._row_repeats = 1, 1
        self._row: list[Cell] = []
        self._blank = 0  # blank cells that count only if one with something follows
        self._cell: Attributes | None = None
        self._paragraph = False
        self._text: list[str] = []
        self._starts: dict[str, Callable[[Attributes], None]] = {
            _CELL: self._begin_cell, _COVERED: self._begin_covered, _ROW: self._begin_row,
            _SHEET: self._begin_sheet, _STYLE + "style": self._note_style,
            _STYLE + "table-properties": self._note_style, _TEXT + "s": self._note_spaces,
            _TEXT + "tab": self._note_tab, _TEXT + "line-break": self._note_break,
            **dict.fromkeys(_PARAGRAPHS, self._begin_paragraph),
            **dict.fromkeys(_ASIDE, self._skip),
        }  # fmt: skip
        self._ends = {
            _CELL: self._end_cell, _ROW: self._end_row,
            _SHEET: self._end_sheet, **dict.fromkeys(_PARAGRAPHS, self._end_paragraph),
        }  # fmt: skip

    def start(self, tag: str, attributes: Attributes) -> None:
        """An element begins."""
        if self._aside:
            self._aside += 1
        elif act := self._starts.get(tag):
            act(attributes)

    def end(self, tag: str) -> None:
        """An element ends."""
        if self._aside:
            self._aside -= 1
        elif act := self._ends.get(tag):
            act()

    def text(self, text: str) -> None:
        """Text between tags: it counts in the paragraphs of a cell."""
        if self._paragraph and not self._aside:
            self._text.append(text)

    def _skip(self, _: Attributes) -> None:
        self._aside = 1

    def _begin_sheet(self, attributes: Attributes) -> None:
        self._grid = Grid(self._name)
        self._title = attributes.get(_TABLE + "name", "")
        self._style = attributes.get(_TABLE + "style-name", "")
        self._row_number = 1

    def _end_sheet(self) -> None:
        hidden = self._style in self._hidden_styles
        self.sheets.append(Sheet(self._title, self._grid.rows, hidden, self._grid.merges))

    def _note_style(self, attributes: Attributes) -> None:
        """A sheet is hidden by its style."""
        self._family = attributes.get(_STYLE + "name", self._family)
        if attributes.get(_TABLE + "display") == "false":
            self._hidden_styles.add(self._family)

    def _begin_row(self, attributes: Attributes) -> None:
        self._row_repeats = _number(attributes.get(_ROWS_REPEATED))

    def _end_row(self) -> None:
        self._grid.put(self._row_number, self._row, self._row_repeats)
        self._row_number += self._row_repeats
        self._row, self._blank = [], 0

    def _begin_cell(self, attributes: Attributes) -> None:
        self._cell = attributes
        self._text.clear()

    def _begin_covered(self, attributes: Attributes) -> None:
        """A cell under a merged one: what it may hold is not seen."""
        self._blank += _number(attributes.get(_COLUMNS_REPEATED))

    def _begin_paragraph(self, _: Attributes) -> None:
        self._paragraph = self._cell is not None
        if self._text:
            self._text.append("\n")

    def _end_paragraph(self) -> None:
        self._paragraph = False

    def _note_spaces(self, attributes: Attributes) -> None:
        self._text.append(" " * min(_number(attributes.get(_TEXT + "c")), _MOST_SPACES))

    def _note_tab(self, _: Attributes) -> None:
        self._text.append("\t")

    def _note_break(self, _: Attributes) -> None:
        self._text.append("\n")

    def _end_cell(self) -> None:
        told, self._cell = self._cell or {}, None
        value = _value(told, "".join(self._text))
        repeats = _number(told.get(_COLUMNS_REPEATED))
        if value is None:
            self._blank += repeats
            self.uncounted |= _FORMULA in told and _TYPE not in told
        else:
            self._place(value, repeats)
        if _ROWS_SPANNED in told or _COLUMNS_SPANNED in told:
            self._merge(told)

    def _place(self, value: Cell, repeats: int) -> None:
        if len(self._row) + self._blank + repeats > _MOST_COLUMNS:
            raise unreadable(self._name, Unreadable.TOO_LARGE)
        self._row += [None] * self._blank + [value] * repeats
        self._blank = 0

    def _merge(self, told: Attributes) -> None:
        height, width = _number(told.get(_ROWS_SPANNED)), _number(told.get(_COLUMNS_SPANNED))
        # Without a value the cell is among the blank ones noted last.
        self._grid.merge(self._row_number, len(self._row) + self._blank - 1, height, width)


def _number(digits: str | None) -> int:
    return max(1, int(digits)) if digits and digits.isdecimal() and len(digits) < 9 else 1


def _value(told: Attributes, text: str) -> Cell:
    """What a cell holds: its value where it has a type, else the text that it shows."""
    kind = told.get(_TYPE)
    try:
        if kind in _NUMBERS:
            return float(told[_OFFICE + "value"])
        if kind == "date":
            return _date(told[_OFFICE + "date-value"])
    except (KeyError, ValueError):
        return text or None
    if kind == "boolean":
        return told.get(_OFFICE + "boolean-value") == "true"
    return text or told.get(_OFFICE + "string-value") or None


def _date(text: str) -> date:
    moment = datetime.fromisoformat(text)
    return moment if "T" in text else moment.date()
