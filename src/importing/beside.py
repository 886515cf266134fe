"""Tables that stand side by side in a sheet, as on a page of two columns."""

from collections.abc import Sequence
from dataclasses import replace

from .cells import Row, Sheet, SourceFile, trimmed
from .fields import Field
from .headings import match_heading
from .matches import Header
from .table_search import best_header

_NAMES = (Field.NAME, Field.FAMILY_NAME)
_FEWEST_ALIKE = 2


def with_parted_sheets(source: SourceFile) -> SourceFile:
    """The file with such sheets parted: "DS", "DS (bảng 2)"; the same one where there are none."""
    parts = [part for sheet in source.sheets for part in parted(sheet)]
    return source if len(parts) == len(source.sheets) else replace(source, sheets=tuple(parts))


def parted(sheet: Sheet) -> tuple[Sheet, ...]:
    """The sheet, or one for each of its tables side by side.

    Rows and columns keep their numbers; what stands above the headers belongs to all.
    """
    header = best_header(sheet)
    starts = _starts(header.headings) if header else []
    if header is None or not starts:
        return (sheet,)
    ends = [*starts, max(len(row) for row in sheet.rows)]
    first = _cut(sheet, header, 0, ends[0])
    others = [
        replace(_cut(sheet, header, start, end), name=f"{sheet.name} (bảng {number})")
        for number, (start, end) in enumerate(zip(starts, ends[1:], strict=True), 2)
    ]
    return (first, *others)


def _starts(headings: Sequence[str]) -> list[int]:
    """Where the second table begins, and each after it."""
    fields = [_field(text) for text in headings]
    names = [i for i, field in enumerate(fields) if field in _NAMES]
    twice = {f for f in fields if f and f is not Field.IGNORE and fields.count(f) > 1}
    if len(names) < 2 or len(twice) < _FEWEST_ALIKE or fields[names[0]] not in twice:
        return []
    first = next(i for i, text in enumerate(headings) if text)
    offset = names[0] - first
    alike = [name for name in names if fields[name] is fields[names[0]]]
    return [n - offset if fields[n - offset] is fields[first] else n for n in alike[1:]]


def _field(heading: str) -> Field | None:
    match = match_heading(heading)
    return match.field if match and match.exact else None


def _cut(sheet: Sheet, header: Header, start: int, end: int) -> Sheet:
    above = header.row - 1
    rows = (*sheet.rows[:above], *(_part(row, start, end) for row in sheet.rows[above:]))
    merges = tuple(m for m in sheet.merges if m.first_row <= above or start <= m.first_column < end)
    return replace(sheet, rows=rows, merges=merges)


def _part(row: Row, start: int, end: int) -> Row:
    return trimmed([*([None] * min(start, len(row))), *row[start:end]])
