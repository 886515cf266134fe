"""Merged cells among the rows of a table."""

from collections.abc import Mapping
from typing import TypeAlias

from .cells import Cell, Merge, Sheet, is_blank
from .fields import Field
from .matches import TableMatch, cell_of

_OF_ONE_PERSON = {
    Field.NUMBER, Field.NAME, Field.FAMILY_NAME, Field.GIVEN_NAME, Field.IDENTITY_NUMBER,
    Field.PROGRAM_ID,
}  # fmt: skip
_NAMES = {Field.NAME, Field.FAMILY_NAME}
_ACROSS = 3

Fills: TypeAlias = Mapping[int, Mapping[int, Cell]]
"""What merged cells say, by row (0-based) and column, for the rows below their first."""


def fills_below(sheet: Sheet, match: TableMatch) -> Fills:
    """The cells that are one with a cell above: a hamlet or a phone of several people.

    What belongs to one person only (name, number) is never spread over others.
    """
    found: dict[int, dict[int, Cell]] = {}
    for merge in _upright(sheet, match):
        column = merge.first_column
        value = cell_of(sheet.rows[merge.first_row - 1], column)
        if match.columns.get(column, Field.IGNORE) in _OF_ONE_PERSON or is_blank(value):
            continue
        for row in range(merge.first_row, min(merge.last_row, len(sheet.rows))):
            found.setdefault(row, {})[column] = value
    return found


def continued_rows(sheet: Sheet, match: TableMatch) -> frozenset[int]:
    """Rows (0-based) whose name is one with the row's above: one person in several rows."""
    return frozenset(
        row
        for merge in _upright(sheet, match)
        if match.columns.get(merge.first_column) in _NAMES
        for row in range(merge.first_row, min(merge.last_row, len(sheet.rows)))
    )


def rows_under_one_cell(sheet: Sheet, match: TableMatch) -> frozenset[int]:
    """Rows (0-based) in which one cell spans the name's column and two more: a title."""
    names = [i for i, field in match.columns.items() if field in _NAMES]
    return frozenset(
        merge.first_row - 1
        for merge in sheet.merges
        if merge.first_row == merge.last_row >= match.first_row
        and merge.last_column - merge.first_column + 1 >= _ACROSS
        and any(merge.first_column <= i <= merge.last_column for i in names)
    )


def _upright(sheet: Sheet, match: TableMatch) -> list[Merge]:
    """The merges of several rows among those of the table."""
    last = len(sheet.rows)
    return [
        merge
        for merge in sheet.merges
        if match.first_row <= merge.first_row < merge.last_row and merge.first_row <= last
    ]
