"""Headers of tables: one to four rows of headings, some over several columns."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from ..models.names import fold
from .cells import Cell, Merge, Row, is_blank, written
from .content import is_data, is_name
from .fields import Field
from .headings import Path, heading_text, match_heading, match_path, match_paths, names_people
from .matches import Header
from .text import masked

_WIDEST = 500
_HIGHEST = 4
_LONGEST_GROUP = 60
_OWN = {Field.NAME, Field.NUMBER, Field.FAMILY_NAME, Field.GIVEN_NAME}
_LETTERHEAD = re.compile(
    r"\b(cong hoa|doc lap|uy ban|ubnd|danh sach|kem theo|kinh gui|so [\d.…/]|ngay [\d.…]|cong van)"
)
_SPLIT_NAME = 2
_PARTS = ["ngay", "thang", "nam"]
_SAYS_BIRTH = re.compile(r"\bsinh\b")
_MOST_DIGITS = 4
_SUBHEADINGS = frozenset(("so", "ngay", "thang", "nam", "cu the", "chi tiet", "ma", "loai", "cap"))
_NUMBER_OR_LETTER = re.compile(r"\(?\[?(?:\d{1,2}|[A-Za-zĐđ])\]?\)?(?:\s*=.*)?")


@dataclass(frozen=True)
class Grid:
    """The rows of a sheet where headers may stand, with the merges that begin in each."""

    rows: Sequence[Row]
    merges: Mapping[int, tuple[Merge, ...]]
    """By the index of their first row."""

    def text(self, row: int, column: int) -> str:
        """What stands in a cell, in one line."""
        cells = self.rows[row]
        return heading_text(cells[column : column + 1])


def grid_of(rows: Sequence[Row], merges: Sequence[Merge]) -> Grid:
    """The rows with their merges sorted by where they begin."""
    begun: dict[int, list[Merge]] = {}
    for merge in merges:
        begun.setdefault(merge.first_row - 1, []).append(merge)
    return Grid(rows, {row: tuple(found) for row, found in begun.items()})


def header_at(grid: Grid, index: int, *, asked: bool = False) -> Header | None:
    """The header that begins in a row (0-based), None where no person's name has a column.

    `asked`: somebody says that it begins there; then any columns will do.
    """
    if not asked and not _may_begin(grid, index):
        return None
    height = _height(grid, index)
    header = _header(grid, index, height)
    if asked or (names_people(header.columns) and not _is_form(grid.rows[index], header)):
        return header
    return None


def _is_form(row: Row, header: Header) -> bool:
    """Somebody's name beside "Họ và tên:": a form about one person, not a list."""
    return len(header.columns) == 1 and any(is_name(cell) for cell in row)


def weight(columns: Mapping[int, Field]) -> int:
    """How many fields a header names."""
    return len(set(columns.values()) - {Field.IGNORE})


def _may_begin(grid: Grid, index: int) -> bool:
    """A row with a heading in it, that is no line of the letterhead and nobody's."""
    if any(map(is_data, grid.rows[index][:_WIDEST])):
        return False
    texts = [text for cell in grid.rows[index][:_WIDEST] if (text := heading_text([cell]))]
    if not texts or (len(texts) > 1 and _is_letterhead(texts)):
        return False
    return any(match_heading(text) for text in texts)


def _is_letterhead(texts: Sequence[str]) -> bool:
    return any(_LETTERHEAD.search(fold(text)) for text in texts)


def _height(grid: Grid, index: int) -> int:
    height = 1
    while height < _HIGHEST and index + height < len(grid.rows) and _goes_on(grid, index, height):
        height += 1
    return height


def _goes_on(grid: Grid, index: int, height: int) -> bool:
    """Whether the row below a header's first rows belongs to it too."""
    below = index + height
    if any(merge.last_row - 1 >= below for merge in _known_merges(grid, index, height)):
        return not _is_numbering(grid.rows[below])
    paths = _paths(grid, index, height)
    columns = match_paths(paths)
    texts = [(i, heading_text([cell])) for i, cell in enumerate(grid.rows[below][:_WIDEST])]
    texts = [(i, text) for i, text in texts if text]
    if not texts or not all(isinstance(grid.rows[below][i], str) for i, _ in texts):
        return False
    if any(columns.get(i) in _OWN and i < len(paths) and paths[i][-1] for i, _ in texts):
        return False
    if not names_people(columns):
        lower = match_paths(_paths(grid, index, height + 1))
        return names_people(lower) and _is_group_row(grid, index, below)
    return _are_headings(texts, paths)


def _known_merges(grid: Grid, index: int, height: int) -> list[Merge]:
    """The merges of a header that hold a known heading."""
    found = [merge for row in range(index, index + height) for merge in grid.merges.get(row, ())]
    return [
        merge for merge in found
        if merge.last_row > merge.first_row
        and merge.first_column < _WIDEST
        and match_heading(grid.text(merge.first_row - 1, merge.first_column))
    ]  # fmt: skip


def _is_numbering(row: Row) -> bool:
    texts = [written(cell).strip() for cell in row if not is_blank(cell)]
    return len(texts) > 1 and all(_NUMBER_OR_LETTER.fullmatch(text) for text in texts)


def _is_group_row(grid: Grid, index: int, below: int) -> bool:
    """Group headings over a row of headings: at least one known that stands for itself."""
    row, lower = grid.rows[index], grid.rows[below]
    texts = [(i, heading_text([cell])) for i, cell in enumerate(row[:_WIDEST])]
    texts = [(i, text) for i, text in texts if text]
    if len(texts) < 2 or any(len(text) > _LONGEST_GROUP for _, text in texts):
        return False
    return any(match_heading(text) and (i >= len(lower) or is_blank(lower[i])) for i, text in texts)


def _are_headings(texts: Sequence[tuple[int, str]], paths: Sequence[Path]) -> bool:
    """Whether all texts of a row may be headings and most are known ones."""
    known = remarks = 0
    for index, text in texts:
        own = match_heading(text)
        above = any(paths[index]) if index < len(paths) else False
        if sum(letter.isdigit() for letter in text) > _MOST_DIGITS:
            return False
        remark = text.startswith("(") and not _NUMBER_OR_LETTER.fullmatch(text)
        remarks += remark
        known += bool(
            remark
            or (own and (own.exact or own.field is Field.IGNORE))
            or (above and fold(text) in _SUBHEADINGS)
        )
    return known * 2 > len(texts) and (len(texts) > 1 or remarks == 1)


def _header(grid: Grid, index: int, height: int) -> Header:
    paths = _paths(grid, index, height)
    columns = _with_split_names(grid, index, height, match_paths(paths))
    surely = any(
        columns.get(i) in (Field.NAME, Field.FAMILY_NAME) and (m := match_path(path)) and m.exact
        for i, path in enumerate(paths)
    )
    headings = tuple(masked(heading_text(_once(path))) for path in paths)
    parts = _day_parts(paths, columns)
    if parts:
        columns[parts[-1]] = Field.BIRTH
    return Header(index + 1, height, headings, MappingProxyType(columns), surely, parts)


def _day_parts(paths: Sequence[Path], columns: Mapping[int, Field]) -> tuple[int, int, int] | None:
    """Day, month and year of birth in three columns beside each other."""
    if Field.BIRTH in columns.values():
        return None
    lowest = [fold(next((text for text in reversed(path) if text), "")) for path in paths]
    for index in range(len(lowest) - 2):
        whole = " ".join(paths[index])
        if lowest[index : index + 3] == _PARTS and _SAYS_BIRTH.search(fold(whole)):
            return index, index + 1, index + 2
    return None


def _once(path: Path) -> list[str]:
    """The texts to show: without groups ("Thông tin cá nhân") that add nothing to the lowest."""
    texts = list(dict.fromkeys(text for text in path if text))
    lowest = match_heading(texts[-1]) if texts else None
    if lowest is None or not lowest.exact:
        return texts
    return [*(text for text in texts[:-1] if match_heading(text)), texts[-1]]


def _paths(grid: Grid, index: int, height: int) -> list[Path]:
    """The headings over each column, a group's over all of its columns."""
    rows = range(index, index + height)
    width = min(max(len(grid.rows[row]) for row in rows), _WIDEST)
    width = max(width, *(_merged_width(grid, row) for row in rows))
    texts = [_spread(grid, row, width, last=row == rows[-1]) for row in rows]
    return [tuple(line[i] for line in texts) for i in range(width)]


def _merged_width(grid: Grid, row: int) -> int:
    ends = [merge.last_column + 1 for merge in grid.merges.get(row, ()) if _is_headed(grid, merge)]
    return min(max(ends, default=0), _WIDEST)


def _is_headed(grid: Grid, merge: Merge) -> bool:
    return bool(grid.text(merge.first_row - 1, merge.first_column))


def _spread(grid: Grid, row: int, width: int, *, last: bool) -> list[str]:
    texts = [grid.text(row, i) for i in range(width)]
    if last:
        return texts
    if row in grid.merges:
        for merge in grid.merges[row]:
            for column in range(merge.first_column + 1, min(merge.last_column + 1, width)):
                texts[column] = texts[merge.first_column]
        return texts
    below = grid.rows[row + 1]
    for column in range(1, width):
        has_lower = column < len(below) and not is_blank(below[column])
        over_lower = column - 1 < len(below) and not is_blank(below[column - 1])
        if not texts[column] and has_lower and over_lower:
            texts[column] = texts[column - 1]
    return texts


def _with_split_names(
    grid: Grid, index: int, height: int, columns: dict[int, Field]
) -> dict[int, Field]:
    """ "Họ và tên" over two columns without headings of their own: family name, given name."""
    held = set(columns.values())
    if Field.GIVEN_NAME in held or Field.FAMILY_NAME in held:
        return columns
    for row in range(index, index + height):
        for merge in grid.merges.get(row, ()):
            wide = merge.last_column - merge.first_column + 1 == _SPLIT_NAME
            if wide and columns.get(merge.first_column) is Field.NAME:
                first = merge.first_column
                pair = {first: Field.FAMILY_NAME, first + 1: Field.GIVEN_NAME}
                return dict(sorted({**columns, **pair}.items()))
    return columns


def widened(header: Header, others: Sequence[Header]) -> Header:
    """The header with a column behind its own for each field that only a later one has."""
    columns, headings = dict(header.columns), list(header.headings)
    for other in others:
        for index, field in other.columns.items():
            heading = other.headings[index]
            if field is Field.IGNORE or field in columns.values() or heading in headings:
                continue
            columns[len(headings)] = field
            headings.append(heading)
    return replace(header, columns=MappingProxyType(columns), headings=tuple(headings))


def moved(row: Row, moves: Mapping[int, int], width: int) -> Row:
    """A row of a table whose columns stand elsewhere, as the first table's."""
    cells: list[Cell] = [None] * width
    for source, target in moves.items():
        if source < len(row):
            cells[target] = row[source]
    return tuple(cells)
