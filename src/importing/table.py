"""The table in a sheet: its header, its columns, and the rows that hold people."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from .cells import Cell, Row, Sheet, is_blank, written
from .fields import Field
from .headings import heading_text, match_heading, match_headings

HEADER_ROWS_SEARCHED = 20
_LONGEST_NUMBER = 5
_WIDEST = 500

_NUMBERING = re.compile(r"\(?(\d{1,2})\)?")
_TOTAL = re.compile(r"(tổng|cộng)\s*($|:|cộng|số)", re.I)
_TOTAL_PLAIN = re.compile(r"(tong (cong|so)|cong)\s*($|:)", re.I)
_SIGNATURE = re.compile(
    r"(người lập|nguoi lap|tm\.|t/m|kt\.|thủ trưởng|chủ tịch|phó chủ tịch|xác nhận của|nơi nhận"
    r"|ký tên|trưởng phòng|cán bộ tổng hợp|.{2,30}, ngày .{1,9} tháng )",
    re.I,
)
_SECTION_NUMBER = re.compile(r"\W*([IVX]{1,5}|[A-Z])[.):]?")
_SECTION_START = re.compile(r"\s*(?:([IVX]{1,5}|[A-Z]|\d{1,2})\s*[.):/-]\s*)")
_SECTION_WORD = re.compile(
    r"(tổ |bản |thôn |xã |phường |khu |ấp |buôn |làng |tiểu khu|nhóm |ban |danh sách|đơn vị)", re.I
)
_Filled = list[tuple[int, str]]
# Cells that only a person has: a row with one of them is neither a total nor a signature.
_PERSONAL = (
    Field.BIRTH, Field.BIRTH_YEAR, Field.GENDER, Field.IDENTITY_NUMBER, Field.PHONE, Field.ETHNIC,
    Field.MALE, Field.FEMALE,
)  # fmt: skip


@dataclass(frozen=True)
class TableMatch:
    """How a sheet was understood: header row (1-based), its height, the field of each column."""

    sheet: str
    header_row: int
    columns: Mapping[int, Field]
    headings: tuple[str, ...]
    header_height: int = 1

    @cached_property
    def places(self) -> Mapping[Field, int]:
        """The column of each field that the list has; the first where two were given one field."""
        return {held: index for index, held in sorted(self.columns.items(), reverse=True)}

    def heading(self, wanted: Field) -> str:
        """The heading of a field's column as in the file; the field's own name without one."""
        index = self.places.get(wanted)
        return wanted.value if index is None else self.headings[index]


@dataclass(frozen=True)
class TableRow:
    """A row that holds a person: its number in the sheet and the section heading above it."""

    number: int
    cells: Row = field(repr=False)
    section: str | None = None


def find_table(sheet: Sheet) -> TableMatch | None:
    """The table whose header in the first 20 rows names the most fields; None without names."""
    best: TableMatch | None = None
    for index in range(min(HEADER_ROWS_SEARCHED, len(sheet.rows))):
        match = _match_at(sheet, index)
        if match and (best is None or _weight(match) > _weight(best)):
            best = match
    return best


def with_fields(match: TableMatch, changes: Mapping[int, Field]) -> TableMatch:
    """The match with some columns changed by the user."""
    columns = MappingProxyType(dict(sorted({**match.columns, **changes}.items())))
    return TableMatch(match.sheet, match.header_row, columns, match.headings, match.header_height)


def _weight(match: TableMatch) -> int:
    return len(set(match.columns.values()) - {Field.IGNORE})


def _match_at(sheet: Sheet, index: int) -> TableMatch | None:
    row = sheet.rows[index]
    below = sheet.rows[index + 1] if index + 1 < len(sheet.rows) else ()
    fields = match_headings([heading_text([cell]) for cell in row[:_WIDEST]])
    height = 1
    if _names_people(fields) and _continues_header(below, fields):
        fields, height = {**fields, **_lower_fields(below)}, 2
    if not _names_people(fields):
        return None
    rows = sheet.rows[index : index + height]
    width = max(len(r) for r in rows)
    headings = tuple(heading_text([r[i] for r in rows if i < len(r)]) for i in range(width))
    columns = MappingProxyType(dict(sorted(fields.items())))
    return TableMatch(sheet.name, index + 1, columns, headings, height)


def _names_people(fields: Mapping[int, Field]) -> bool:
    """A header says where names are, and one thing more unless it is the only column."""
    held = set(fields.values()) - {Field.IGNORE}
    named = Field.NAME in held or {Field.FAMILY_NAME, Field.GIVEN_NAME} <= held
    return named and (len(held) > 1 or len(fields) == 1)


def _lower_fields(row: Row) -> dict[int, Field]:
    return match_headings([heading_text([cell]) for cell in row[:_WIDEST]])


def _continues_header(row: Row, above: Mapping[int, Field]) -> bool:
    """Whether a row is the header's second: headings only, and none where names stand."""
    texts = [(i, written(cell)) for i, cell in enumerate(row) if not is_blank(cell)]
    own = {Field.NAME, Field.NUMBER, Field.FAMILY_NAME, Field.GIVEN_NAME}
    return len(texts) > 1 and all(
        above.get(i) not in own and (m := match_heading(text)) is not None and m.exact
        for i, text in texts
    )


def data_rows(sheet: Sheet, match: TableMatch) -> Iterator[TableRow]:
    """The rows that hold somebody, in order; ends where signatures begin."""
    section: str | None = None
    start = match.header_row - 1 + match.header_height
    header = sheet.rows[match.header_row - 1 : start]
    for index in range(start, len(sheet.rows)):
        row = sheet.rows[index]
        filled = _filled(row)
        if _says_nothing(filled, match) or row in header or _is_numbering(filled):
            continue
        if _is_signature(filled):
            return
        if (title := _section(row, filled, match)) is not None:
            section = title
        elif not _is_total(row, filled, match):
            yield TableRow(index + 1, row, section)


def cell_of(row: Row, index: int) -> Cell:
    """A row's cell, None behind its end."""
    return row[index] if index < len(row) else None


def _filled(row: Row) -> _Filled:
    return [(i, written(cell).strip()) for i, cell in enumerate(row) if not is_blank(cell)]


def _says_nothing(filled: _Filled, match: TableMatch) -> bool:
    """Blank, or only numbered in advance."""
    return all(
        match.columns.get(i) is Field.NUMBER and len(text) <= _LONGEST_NUMBER for i, text in filled
    )


def _is_numbering(filled: _Filled) -> bool:
    """The row "(1) (2) (3)" under a header."""
    if len(filled) < 3 or not all(_NUMBERING.fullmatch(text) for _, text in filled):
        return False
    numbers = [int(text.strip("()")) for _, text in filled]
    return numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _section(row: Row, filled: _Filled, match: TableMatch) -> str | None:
    """The title in a section row ("II | Tổ CNSCĐ bản Lào"); None for any other row."""
    if len(filled) > 2 or any(_personal_texts(row, match)):
        return None
    (first, number), (_, title) = filled[0], filled[-1]
    if len(filled) == 2:
        numbered = match.columns.get(first) is Field.NUMBER and _SECTION_NUMBER.fullmatch(number)
        return title if numbered else None
    bare = _SECTION_START.sub("", title, count=1)
    return bare if _SECTION_WORD.match(bare) else None


def _is_total(row: Row, filled: _Filled, match: TableMatch) -> bool:
    """Tells "Tổng cộng: 23 người" from Tòng Công Sơn: accents decide where there are any."""
    text = next((text for _, text in filled if not text.isdigit()), "")
    if not (_TOTAL_PLAIN if text.isascii() else _TOTAL).match(text):
        return False
    # A total may count in a person's columns, in figures only.
    return all(text.strip().isdigit() for text in _personal_texts(row, match) if text)


def _personal_texts(row: Row, match: TableMatch) -> list[str]:
    """What stands where only people have something."""
    return [written(cell_of(row, match.places[held])) for held in _PERSONAL if held in match.places]


def _is_signature(filled: _Filled) -> bool:
    """The line above the signatures: titles of signers, or place and day."""
    return len(filled) <= 3 and all(_SIGNATURE.match(text) for _, text in filled)
