"""The table in a sheet: its header, its columns, and the rows that hold people."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from ..models.names import fold
from .cells import Sheet
from .fields import Field
from .legacy import Encoding
from .letterhead import commune_hints, titles_above
from .matches import CommuneHint, Header, HintSource, Section, TableMatch, TableRow, cell_of
from .table_rows import data_rows
from .table_search import (
    HEADER_ROWS_SEARCHED,
    Found,
    decoded,
    encodings_of,
    search,
    size,
    with_later,
)

__all__ = [
    "HEADER_ROWS_SEARCHED", "CommuneHint", "Header", "HintSource", "Section", "TableMatch",
    "TableRow", "cell_of", "data_rows", "find_table", "layout_signature", "with_fields",
    "with_layout",
]  # fmt: skip


def find_table(
    sheet: Sheet, header_row: int | None = None, *, file_name: str = ""
) -> TableMatch | None:
    """The table of people in a sheet; None where there are no names.

    The header that names the most fields counts; without one, what the cells look like. A user
    may say in which row (1-based) the header begins, or 0 for none. Text in an old encoding is
    decoded to be understood. `file_name` may name the commune.
    """
    encodings = encodings_of(sheet)
    plain = search(sheet, header_row)
    if encodings:
        readable = decoded(sheet, encodings)
        found = search(readable, header_row)
        if found and size(found) >= size(plain):
            return _match(readable, found, encodings, file_name)
    return _match(sheet, plain, encodings, file_name) if plain else None


def _match(
    sheet: Sheet, found: Found, encodings: Mapping[int, Encoding], file_name: str
) -> TableMatch:
    found, later = with_later(sheet, found)
    header = found.header
    titles = titles_above(sheet, header.row or found.body_row)
    return TableMatch(
        sheet=sheet.name,
        header_row=header.row,
        columns=header.columns,
        headings=header.headings,
        header_height=header.height,
        body_row=found.body_row,
        titles=titles,
        hints=commune_hints(titles, sheet.name, file_name),
        by_content=found.by_content,
        encodings=MappingProxyType(dict(encodings)),
        day_parts=header.day_parts,
        later=later,
    )


def with_fields(match: TableMatch, changes: Mapping[int, Field]) -> TableMatch:
    """The match with some columns changed by the user."""
    columns = MappingProxyType(dict(sorted({**match.columns, **changes}.items())))
    return replace(match, columns=columns, by_content=match.by_content - set(changes))


def layout_signature(match: TableMatch) -> str:
    """By what a layout is known again: its headings, folded; "#5" for five columns without any."""
    if not any(match.headings):
        return f"#{len(match.headings)}"
    return " | ".join(fold(heading) for heading in match.headings).rstrip(" |")


def with_layout(match: TableMatch, fields: Mapping[int, Field]) -> TableMatch:
    """The match with the columns as they were remembered for its layout; others are not read."""
    rest = {i: Field.IGNORE for i in match.columns if i not in fields}
    known = {i: field for i, field in fields.items() if i < len(match.headings)}
    return with_fields(match, {**rest, **known})
