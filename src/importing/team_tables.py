"""The tables of a register of teams: headers, and rows with what their merged cells say."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from .cells import Cell, Row, Sheet, is_blank, written
from .fields import Field
from .headings import heading_text
from .matches import Section
from .sections import Sections, is_numbered_section, is_section_number, names_a_place
from .team_fields import OF_TEAM, AnyField, TeamField, is_subheading, team_heading

HEADER_ROWS_SEARCHED = 20
_HIGHEST = 3
_WIDEST = 200
_NUMBERING = re.compile(r"\(?\[?(\d{1,2}|[A-Za-zĐđ])\]?\)?")
_TOTAL = re.compile(r"(tổng|cộng|toàn xã|toàn tỉnh)\s*($|:|cộng|số)", re.I)
_SIGNATURE = re.compile(
    r"(người lập|người tổng hợp|tm\.|t/m|kt\.|thủ trưởng|chủ tịch|phó chủ tịch|xác nhận|nơi nhận"
    r"|ký tên|.{2,30}, ngày .{1,9} tháng )",
    re.I,
)
_TOLD_OF_TEAM = frozenset((
    TeamField.DECISION_NUMBER, TeamField.LEADER, TeamField.MEMBERS, TeamField.HOUSEHOLDS,
    TeamField.ADULTS,
))  # fmt: skip


@dataclass(frozen=True)
class TeamTable:
    """A table of a register: header row (1-based), its height, the field of each column."""

    sheet: str
    header_row: int
    header_height: int
    columns: Mapping[int, AnyField]
    headings: tuple[str, ...]

    @cached_property
    def places(self) -> Mapping[AnyField, int]:
        """The column of each field; the first where two were given one field."""
        return {held: index for index, held in sorted(self.columns.items(), reverse=True)}

    @property
    def of_people(self) -> bool:
        """Whether a row is a member, not a team."""
        held = set(self.places)
        return Field.NAME in held or {Field.FAMILY_NAME, Field.GIVEN_NAME} <= held

    def heading(self, wanted: AnyField) -> str:
        """The heading of a field's column; empty without one."""
        index = self.places.get(wanted)
        return "" if index is None else self.headings[index]


@dataclass(frozen=True)
class TeamTableRow:
    """A row: its number in the sheet, its cells with what merged ones say, its section."""

    number: int
    cells: Row = field(repr=False)
    section: Section | None = None

    def cell(self, table: TeamTable, wanted: AnyField) -> Cell:
        """What stands in the column of a field; None where there is no such column."""
        index = table.places.get(wanted)
        return self.cells[index] if index is not None and index < len(self.cells) else None


def find_team_table(sheet: Sheet) -> TeamTable | None:
    """The table whose header in the first 20 rows says the most; None where none is a register's.

    A row is a team (a team or a hamlet, and something of it), or a member (a name and their team).
    """
    best: TeamTable | None = None
    for index in range(min(HEADER_ROWS_SEARCHED, len(sheet.rows))):
        for height in range(1, _HIGHEST + 1):
            table = _table_at(sheet, index, height)
            if table and (best is None or _weight(table) > _weight(best)):
                best = table
    return best


def _weight(table: TeamTable) -> int:
    return len(set(table.columns.values()))


def _table_at(sheet: Sheet, index: int, height: int) -> TeamTable | None:
    rows = sheet.rows[index : index + height]
    if len(rows) < height or _count(rows[0]) < 2 or not all(_may_be_below(row) for row in rows[1:]):
        return None
    width = min(max(len(row) for row in rows), _WIDEST)
    lines = [_spread(sheet, index + step, width, last=step == height - 1) for step in range(height)]
    paths = [[line[i] for line in lines] for i in range(width)]
    columns = _columns(paths)
    if not _says_enough(set(columns.values())):
        return None
    headings = tuple(" ".join(dict.fromkeys(filter(None, path))) for path in paths)
    return TeamTable(sheet.name, index + 1, height, columns, headings)


def _count(row: Row) -> int:
    return sum(not is_blank(cell) for cell in row)


def _may_be_below(row: Row) -> bool:
    texts = [heading_text([cell]) for cell in row if not is_blank(cell)]
    strings = all(isinstance(cell, str) for cell in row if not is_blank(cell))
    known = sum(is_subheading(text) for text in texts)
    return bool(texts) and strings and known * 2 > len(texts)


def _columns(paths: Sequence[Sequence[str]]) -> dict[int, AnyField]:
    """The field of each column; the first of a field counts, others are left out."""
    columns: dict[int, AnyField] = {}
    for index, path in enumerate(paths):
        found = team_heading(path)
        if found is not None and found not in columns.values():
            columns[index] = found
    return columns


def _says_enough(held: set[AnyField]) -> bool:
    named = Field.NAME in held or {Field.FAMILY_NAME, Field.GIVEN_NAME} <= held
    if named:
        return len(held - {Field.NUMBER}) > 1
    return bool(held & {TeamField.TEAM, Field.HAMLET}) and bool(held & _TOLD_OF_TEAM)


def _spread(sheet: Sheet, index: int, width: int, *, last: bool) -> list[str]:
    """The texts of a header's row, a group's over all of its columns."""
    row = sheet.rows[index]
    texts = [heading_text(row[i : i + 1]) for i in range(width)]
    merges = [
        m for m in sheet.merges if m.first_row == index + 1 and m.last_column > m.first_column
    ]
    for merge in merges:
        for column in range(merge.first_column + 1, min(merge.last_column + 1, width)):
            texts[column] = texts[merge.first_column]
    if last or merges:
        return texts
    below = sheet.rows[index + 1]
    for column in range(1, width):
        lower = column < len(below) and not is_blank(below[column])
        before = not is_blank(below[column - 1]) if column - 1 < len(below) else False
        if not texts[column] and lower and before:
            texts[column] = texts[column - 1]
    return texts


def team_rows(sheet: Sheet, table: TeamTable) -> Iterator[TeamTableRow]:
    """The rows that hold a team or a member, in order; ends where signatures begin."""
    start = table.header_row - 1 + table.header_height
    header = sheet.rows[table.header_row - 1 : start]
    reading = _Reading(sheet, table)
    for index in range(start, len(sheet.rows)):
        row = sheet.rows[index]
        filled = [(i, written(cell).strip()) for i, cell in enumerate(row) if not is_blank(cell)]
        if not reading.says_anything(filled) or row in header or _is_numbering(filled):
            continue
        if len(filled) <= 3 and all(_SIGNATURE.match(text) for _, text in filled):
            return
        if _is_total(filled):
            continue
        if (title := reading.section_title(filled)) is not None:
            reading.enter(title, index + 1)
        else:
            yield reading.row(index)


def _is_numbering(filled: Sequence[tuple[int, str]]) -> bool:
    """The row "(1) (2) (3)" or "A B 1 2" under a header."""
    return (
        len(filled) > 2
        and all(_NUMBERING.fullmatch(text) for _, text in filled)
        and (filled[0][1].strip("()") in ("1", "A", "a"))
    )


def _is_total(filled: Sequence[tuple[int, str]]) -> bool:
    text = next((text for _, text in filled if not text.isdigit()), "")
    return bool(_TOTAL.match(text))


class _Reading:
    """A table while it is read from top to bottom."""

    def __init__(self, sheet: Sheet, table: TeamTable) -> None:
        self._sheet, self._table = sheet, table
        self._sections = Sections()
        self._above: Row = ()
        self._merged = {
            (row, column): merge
            for merge in sheet.merges
            if merge.last_row > merge.first_row
            for row in range(merge.first_row + 1, merge.last_row + 1)
            for column in range(merge.first_column, merge.last_column + 1)
        }

    def says_anything(self, filled: Sequence[tuple[int, str]]) -> bool:
        """Not blank, nor only numbered in advance."""
        return any(self._table.columns.get(i) is not Field.NUMBER for i, _ in filled)

    def section_title(self, filled: Sequence[tuple[int, str]]) -> tuple[str, str] | None:
        """Number and title of a row that only says what the rows below belong to."""
        if len(filled) > 2:
            return None
        title = filled[-1][1]
        if len(filled) == 1:
            return ("", title) if is_numbered_section(title) or names_a_place(title) else None
        number = filled[0][1]
        numbers = self._table.columns.get(filled[0][0]) is Field.NUMBER
        return (number, title) if numbers and is_section_number(number) else None

    def enter(self, title: tuple[str, str], row: int) -> None:
        self._sections.enter(title[0], title[1], row)
        self._above = ()

    def row(self, index: int) -> TeamTableRow:
        cells = self._filled(index)
        self._above = cells
        return TeamTableRow(index + 1, cells, self._sections.current)

    def _filled(self, index: int) -> Row:
        """The row with what its merged cells say, and what was said once of its team above."""
        row = self._sheet.rows[index]
        width = max(len(row), len(self._above), max(self._table.columns, default=-1) + 1)
        cells: list[Cell] = [row[i] if i < len(row) else None for i in range(width)]
        goes_on = self._table.of_people and self._is_of_team_above(cells)
        for column, held in self._table.columns.items():
            above = self._above[column] if column < len(self._above) else None
            if not is_blank(cells[column]) or above is None:
                continue
            merged = (index + 1, column) in self._merged
            of_place = held in (Field.COMMUNE, Field.PROVINCE, Field.DISTRICT)
            if merged or of_place or (goes_on and held in OF_TEAM):
                cells[column] = above
        return tuple(cells)

    def _is_of_team_above(self, cells: Sequence[Cell]) -> bool:
        """Whether a member's row names no team of its own."""
        columns = [self._table.places.get(held) for held in (TeamField.TEAM, Field.HAMLET)]
        return all(column is None or is_blank(cells[column]) for column in columns)
