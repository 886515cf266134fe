"""Excel 2003 XML ("XML Spreadsheet"), which web systems send as .xls.

Element names are those of Microsoft's XML Spreadsheet Reference (Office 2003).
"""

from datetime import datetime, time

from .cells import Cell, Sheet, without_text_mark
from .grid import Grid
from .read import Unreadable, unreadable
from .xml_events import Attributes, pieces, tell

_SS = "urn:schemas-microsoft-com:office:spreadsheet "
_X = "urn:schemas-microsoft-com:office:excel "
_MOST_COLUMNS = 16_384


def read_spreadsheetml(text: str, name: str) -> tuple[Sheet, ...]:
    """The sheets of a workbook in XML. Raises AppError FILE_UNREADABLE: damaged, too large."""
    reader = _Reader(name)
    tell(reader, pieces(text.lstrip().encode()), name, "utf-8")
    return tuple(reader.sheets)


class _Reader:
    """Takes the elements of a document in order."""

    def __init__(self, name: str) -> None:
        self.sheets: list[Sheet] = []
        self._name = name
        self._grid = Grid(name)
        self._title, self._hidden = "", False
        self._number, self._row = 0, list[Cell]()
        self._taken: Attributes = {}  # attributes of the open cell
        self._kind: str | None = None  # type of the open <Data>
        self._text: list[str] = []
        self._value: Cell = None

    def start(self, tag: str, attributes: Attributes) -> None:
        """An element begins."""
        if tag == _SS + "Cell":
            self._begin_cell(attributes)
        elif tag == _SS + "Data":
            self._kind = attributes.get(_SS + "Type", "String")
            self._text.clear()
        elif tag == _SS + "Row":
            self._number = _index(attributes, self._number + 1)
            self._row = []
        elif tag == _SS + "Worksheet":
            self._grid = Grid(self._name)
            self._title, self._hidden = attributes.get(_SS + "Name", ""), False
            self._number = 0
        elif tag == _X + "Visible":
            self._text.clear()

    def end(self, tag: str) -> None:
        """An element ends."""
        if tag == _SS + "Data":
            self._value, self._kind = _value(self._kind, "".join(self._text)), None
        elif tag == _SS + "Cell":
            self._end_cell()
        elif tag == _SS + "Row":
            self._grid.put(self._number, self._row)
        elif tag == _X + "Visible":
            self._hidden = "".join(self._text).strip() != "SheetVisible"
        elif tag == _SS + "Worksheet":
            self.sheets.append(Sheet(self._title, self._grid.rows, self._hidden, self._grid.merges))

    def text(self, text: str) -> None:
        """Text between tags: it counts in <Data>, also between the tags of its letters."""
        self._text.append(text)

    def _begin_cell(self, attributes: Attributes) -> None:
        column = _index(attributes, len(self._row) + 1) - 1
        if column > _MOST_COLUMNS:
            raise unreadable(self._name, Unreadable.TOO_LARGE)
        self._row += [None] * (column - len(self._row))
        self._taken, self._value = attributes, None

    def _end_cell(self) -> None:
        across, down = _count(self._taken, "MergeAcross"), _count(self._taken, "MergeDown")
        column = len(self._row)
        if _SS + "Formula" in self._taken and self._value is None:
            raise unreadable(self._name, Unreadable.FORMULAS)
        self._grid.merge(self._number, column, down + 1, across + 1)
        self._row += [self._value] + [None] * min(across, _MOST_COLUMNS)


def _index(attributes: Attributes, following: int) -> int:
    """The place that an element names (1-based), or the one that follows."""
    return max(following, _count(attributes, "Index"))


def _count(attributes: Attributes, name: str) -> int:
    digits = attributes.get(_SS + name, "")
    return int(digits) if digits.isdecimal() and len(digits) < 9 else 0


def _value(kind: str | None, text: str) -> Cell:
    try:
        if kind == "Number":
            return float(text)
        if kind == "DateTime":
            moment = datetime.fromisoformat(text)
            return moment.date() if moment.time() == time() else moment
    except ValueError:
        return text or None
    if kind == "Boolean":
        return text.strip() == "1"
    return without_text_mark(text) or None
