"""Small sheets written as text: a line is a row, cells are parted by "|"."""

from taphuan.importing.cells import Cell, Merge, Sheet, trimmed
from taphuan.importing.fields import Field
from taphuan.importing.table import TableMatch, cell_of, data_rows, find_table

N, F = Field.NAME, Field


def sheet_of(text: str, *merges: tuple[int, int, int, int], name: str = "DS") -> Sheet:
    """A sheet; blank lines count, those at the ends do not. Merges: rows from 1, columns from 0."""
    lines = text.strip("\n").split("\n")
    rows = tuple(trimmed([_cell(part.strip()) for part in line.split("|")]) for line in lines)
    return Sheet(name, rows, merges=tuple(Merge(*merge) for merge in merges))


def _cell(text: str) -> Cell:
    return text.replace("\\n", "\n") or None


def found(sheet: Sheet, header_row: int | None = None) -> TableMatch:
    """The table of a sheet that has one."""
    match = find_table(sheet, header_row)
    assert match is not None
    return match


def fields(sheet: Sheet) -> dict[int, Field]:
    """The fields of the columns that are read."""
    return {i: f for i, f in found(sheet).columns.items() if f is not Field.IGNORE}


def people(sheet: Sheet) -> list[str]:
    """The names of those in the table."""
    match = found(sheet)
    return [_name(row.cells, match) for row in data_rows(sheet, match)]


def _name(cells: tuple[Cell, ...], match: TableMatch) -> str:
    places = [match.places[f] for f in (F.NAME, F.FAMILY_NAME, F.GIVEN_NAME) if f in match.places]
    return " ".join(str(cell_of(cells, i)) for i in places)


def column(sheet: Sheet, field: Field) -> list[Cell]:
    """What stands in a field's column, row by row."""
    match = found(sheet)
    return [cell_of(row.cells, match.places[field]) for row in data_rows(sheet, match)]


def sections(sheet: Sheet) -> list[tuple[str | None, str | None, str | None]]:
    """Team, hamlet and commune of the section of each row."""
    rows = [row.section for row in data_rows(sheet, found(sheet))]
    return [(s.team, s.hamlet, s.commune) if s else (None, None, None) for s in rows]
