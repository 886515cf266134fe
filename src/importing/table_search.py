"""Looks for the table of people in a sheet: by its headings, and by what stands below them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from .cells import Cell, Row, Sheet, is_blank, written
from .content import (
    PERSONAL,
    are_ticks,
    fields_by_content,
    is_family_part,
    is_given_name,
    is_name,
    is_personal,
)
from .fields import Field
from .headers import Grid, grid_of, header_at, weight, widened
from .headings import counts_something, heading_text, match_heading, names_people, says_nothing
from .legacy import Encoding, decode, judge_columns
from .matches import Header, cell_of
from .text import tidied

HEADER_ROWS_SEARCHED = 60
"""So many rows with something in them; a letterhead is not longer."""

_ROWS_SEARCHED = 300
_ROWS_SAMPLED = 300
_ROWS_JUDGED = 400
_MOST_COLUMNS = 60
_FEWEST_NAMES = 3
_SHORT_ROW, _FULL_ENOUGH = 2, 4
_SHORTEST = 3
_FAMILY_WORDS = 2.7

_Columns = Mapping[int, list[Cell]]


@dataclass(frozen=True)
class Found:
    """A header with what the cells below it say; `body_row` (1-based) only without a header."""

    header: Header
    by_content: frozenset[int]
    body_row: int = 0


def search(sheet: Sheet, header_row: int | None) -> Found | None:
    """The table, or None; `header_row` (1-based) where somebody says where it begins."""
    grid = grid_of(sheet.rows, sheet.merges)
    if header_row is not None and 0 < header_row <= len(sheet.rows):
        header = header_at(grid, header_row - 1, asked=True)
        return _told_by_cells(sheet, header) if header else None
    if header_row is None:
        if header := _best(sheet, grid):
            return _told_by_cells(sheet, header)
        if found := _nameless(sheet, grid):
            return found
    return _without_header(sheet)


def best_header(sheet: Sheet) -> Header | None:
    """The header of a sheet by its headings alone."""
    return _best(sheet, grid_of(sheet.rows, sheet.merges))


def _rows_to_search(sheet: Sheet) -> list[int]:
    filled = [i for i, row in enumerate(sheet.rows[:_ROWS_SEARCHED]) if row]
    return filled[:HEADER_ROWS_SEARCHED]


def _best(sheet: Sheet, grid: Grid) -> Header | None:
    """The header that names most fields, or an earlier one with people of its own."""
    headers = [header for i in _rows_to_search(sheet) if (header := header_at(grid, i))]
    if not headers:
        return None
    best = max(headers, key=lambda header: weight(header.columns))
    enough = max(2, weight(best.columns) / 2)
    return next(
        (h for h in headers if h.surely and weight(h.columns) >= enough and _has_people(sheet, h)),
        best,
    )


def _has_people(sheet: Sheet, header: Header) -> bool:
    """Whether somebody stands right below a header."""
    names = [i for i, f in header.columns.items() if f in (Field.NAME, Field.FAMILY_NAME)]
    below = sheet.rows[header.row - 1 + header.height :][:6]
    texts = [written(cell_of(row, i)) for row in below for i in names]
    return any(text and match_heading(text) is None for text in texts)


def _nameless(sheet: Sheet, grid: Grid) -> Found | None:
    """A header that says everything but where the names are; the first of several alike."""
    candidates = [index for index in _rows_to_search(sheet) if _names_much(sheet.rows[index])]
    for index in candidates:
        header = header_at(grid, index, asked=True)
        found = _told_by_cells(sheet, header) if header else None
        if found and names_people(found.header.columns):
            alike = (i for i in candidates if sheet.rows[i] == sheet.rows[index])
            return replace(found, header=replace(found.header, row=next(alike) + 1))
    return None


def _names_much(row: Row) -> bool:
    known = [match for cell in row if (match := match_heading(heading_text([cell])))]
    return sum(match.exact and match.field is not Field.IGNORE for match in known) > 1


def _told_by_cells(sheet: Sheet, header: Header) -> Found:
    """The header with the columns that only their cells tell."""
    first = header.row - 1 + header.height
    heads = set(sheet.rows[header.row - 1 : first])
    body = [row for row in sheet.rows[first : first + _ROWS_SAMPLED] if row not in heads]
    cells = _columns(body, len(header.headings))
    silent = [i for i in cells if i not in header.columns and says_nothing(_heading(header, i))]
    unknown = [
        i for i in cells
        if i not in header.columns and i not in silent and not counts_something(_heading(header, i))
    ]  # fmt: skip
    open_columns = {i: cells[i] for i in (*silent, *unknown)}
    told = fields_by_content(open_columns, frozenset(unknown), header.columns.values())
    columns = {**header.columns, **told}
    changed = {**told, **_split_name(columns, cells, header), **_ticked(columns, cells, header)}
    columns = dict(sorted({**columns, **changed}.items()))
    width = max([len(header.headings), *(i + 1 for i in columns)])
    headings = header.headings + ("",) * (width - len(header.headings))
    whole = replace(header, columns=MappingProxyType(columns), headings=headings)
    return Found(whole, frozenset(changed))


def _heading(header: Header, index: int) -> str:
    return header.headings[index] if index < len(header.headings) else ""


def _columns(rows: Sequence[Row], width: int) -> _Columns:
    """The cells that are not blank, by column, of the rows that are full enough.

    Letterheads, titles and signatures have few.
    """
    filled = [_filled(row[: max(width, _MOST_COLUMNS)]) for row in rows]
    filled = [cells for cells in filled if len(cells) > 1 and not _is_numbering(cells)]
    enough = min(max(map(len, filled), default=0) / 2, _FULL_ENOUGH)
    found: dict[int, list[Cell]] = {}
    for cells in filled:
        for index, cell in cells if len(cells) >= enough else ():
            found.setdefault(index, []).append(cell)
    return dict(sorted(found.items()))


def _is_numbering(cells: Sequence[tuple[int, Cell]]) -> bool:
    return all(len(written(cell).strip("()[] ")) < _SHORTEST for _, cell in cells)


def _filled(row: Row) -> list[tuple[int, Cell]]:
    """The cells that say something, text tidied."""
    cells = [(i, tidied(cell) if isinstance(cell, str) else cell) for i, cell in enumerate(row)]
    return [(i, cell) for i, cell in cells if not is_blank(cell)]


def _split_name(columns: Mapping[int, Field], cells: _Columns, header: Header) -> dict[int, Field]:
    """The given name in a column without heading behind the family name's."""
    names = [i for i, field in columns.items() if field is Field.NAME]
    if len(names) != 1 or Field.GIVEN_NAME in columns.values():
        return {}
    first, second = names[0], names[0] + 1
    if second in columns or _heading(header, second):
        return {}
    return _pair(first, second, cells)


def _pair(first: int, second: int, cells: _Columns) -> dict[int, Field]:
    families, given = cells.get(first, []), cells.get(second, [])
    words = [len(written(cell).split()) for cell in families]
    short = bool(words) and sum(words) / len(words) < _FAMILY_WORDS
    if short and is_family_part(families) and is_given_name(given):
        return {first: Field.FAMILY_NAME, second: Field.GIVEN_NAME}
    return {}


def _ticked(columns: Mapping[int, Field], cells: _Columns, header: Header) -> dict[int, Field]:
    """Nam and Nữ where only one of two columns of ticks says so."""
    held = set(columns.values())
    for index, field in columns.items():
        if not are_ticks(cells.get(index, [])):
            continue
        heading = _heading(header, index)
        if field is Field.BIRTH_YEAR and _says(heading, Field.MALE) and Field.FEMALE not in held:
            women = _neighbour(index + 1, Field.FEMALE, columns, cells, header)
            return {index: Field.MALE, **women}
        if field is Field.FEMALE and Field.MALE not in held:
            return _neighbour(index - 1, Field.MALE, columns, cells, header)
    return {}


def _says(heading: str, field: Field) -> bool:
    match = match_heading(heading)
    return match is not None and match.field is field


def _neighbour(
    index: int, field: Field, columns: Mapping[int, Field], cells: _Columns, header: Header
) -> dict[int, Field]:
    free = index not in columns and says_nothing(_heading(header, index))
    return {index: field} if free and are_ticks(cells.get(index, [])) else {}


def _without_header(sheet: Sheet) -> Found | None:
    """A table that begins with people at once, all of its columns told by their cells."""
    rows = sheet.rows[:_ROWS_SAMPLED]
    cells = _columns(rows, 0)
    single = not cells
    if single:
        cells = _single_column(rows)
    columns = fields_by_content(cells, frozenset(), ())
    if not names_people(columns):
        columns |= _pair_anywhere(columns, cells)
    if not names_people(columns) or not _is_surely_a_list(columns, cells, single):
        return None
    body = _first_person(rows, columns)
    if body is None:
        return None
    width = max(columns) + 1
    header = Header(0, 0, ("",) * width, MappingProxyType(dict(sorted(columns.items()))), False)
    return Found(header, frozenset(columns), body)


def _single_column(rows: Sequence[Row]) -> _Columns:
    found: dict[int, list[Cell]] = {}
    for row in rows:
        for index, cell in _filled(row):
            found.setdefault(index, []).append(cell)
    return found if len(found) == 1 else {}


def _pair_anywhere(columns: Mapping[int, Field], cells: _Columns) -> dict[int, Field]:
    free = [i for i in cells if i not in columns and i + 1 in cells and i + 1 not in columns]
    return next((pair for i in free if (pair := _pair(i, i + 1, cells))), {})


def _is_surely_a_list(columns: Mapping[int, Field], cells: _Columns, single: bool) -> bool:
    """Names beside something that only people have; or nothing but names, and several."""
    if PERSONAL & set(columns.values()):
        return True
    name = next((i for i, field in columns.items() if field is Field.NAME), None)
    others = set(cells) - {i for i, f in columns.items() if f in (Field.NAME, Field.NUMBER)}
    return name is not None and not others and len(cells[name]) >= _FEWEST_NAMES


def _first_person(rows: Sequence[Row], columns: Mapping[int, Field]) -> int | None:
    names = [i for i, f in columns.items() if f in (Field.NAME, Field.FAMILY_NAME)]
    personal = [i for i, f in columns.items() if f in PERSONAL]
    for index, row in enumerate(rows):
        named = any(is_name(tidied(cell_of(row, i))) for i in names)
        if named or (any(not is_blank(cell_of(row, i)) for i in names)
                     and any(is_personal(cell_of(row, i)) for i in personal)):  # fmt: skip
            return index + 1
    return None


def later_headers(sheet: Sheet, header: Header) -> Iterator[Header]:
    """Headers below the first: of the next page, or of another table."""
    grid = grid_of(sheet.rows, sheet.merges)
    name = next((i for i, f in header.columns.items() if f in (Field.NAME, Field.FAMILY_NAME)), 0)
    heading = sheet.rows[header.row - 1 : header.row - 1 + header.height]
    usual = {row[name] for row in heading if name < len(row) and not is_blank(row[name])}
    index, after_short = header.row - 1 + header.height, True
    while index < len(sheet.rows):
        row = sheet.rows[index]
        again = name < len(row) and row[name] in usual
        found = header_at(grid, index) if again or (after_short and len(row) > 1) else None
        if found and found.surely and weight(found.columns) * 2 > min(weight(header.columns), 4):
            yield found
            index += found.height
            after_short = False
        else:
            after_short = len(row) - row.count(None) <= _SHORT_ROW
            index += 1


def with_later(sheet: Sheet, found: Found) -> tuple[Found, tuple[Header, ...]]:
    """The table with what only the headers further down name, and these headers."""
    if not found.header.row:
        return found, ()
    later = tuple(later_headers(sheet, found.header))
    return replace(found, header=widened(found.header, later)), later


def encodings_of(sheet: Sheet) -> Mapping[int, Encoding]:
    """The columns of a sheet that are not Unicode, each judged by headings and cells."""
    step = max(1, len(sheet.rows) // _ROWS_JUDGED)
    texts: dict[int, list[str]] = {}
    for row in (*sheet.rows[:HEADER_ROWS_SEARCHED], *sheet.rows[HEADER_ROWS_SEARCHED::step]):
        for index, cell in enumerate(row):
            if type(cell) is str and not cell.isascii():
                texts.setdefault(index, []).append(cell)
    return judge_columns(texts, sheet.fonts)


def decoded(sheet: Sheet, encodings: Mapping[int, Encoding]) -> Sheet:
    """The sheet in Unicode; a column without an encoding of its own by the first one's."""
    usual = next(iter(encodings.values()))

    def text(index: int, cell: Cell) -> Cell:
        if type(cell) is not str or cell.isascii():
            return cell
        return decode(cell, encodings.get(index, usual))

    rows = tuple(tuple(text(i, cell) for i, cell in enumerate(row)) for row in sheet.rows)
    return replace(sheet, rows=rows)


def size(found: Found | None) -> int:
    """How much a table says: the number of its fields."""
    return weight(found.header.columns) if found else 0
