"""The table in a sheet: its header, its columns, and the rows that hold people."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from .cells import Cell, Row, Sheet, is_blank, written
from .headings import Field, heading_text, match_heading, match_headings

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
# Cells that only a person has: a row with one of them is neither a total nor a signature.
_PERSONAL = (
    Field.BIRTH, Field.BIRTH_YEAR, Field.GENDER, Field.IDENTITY_NUMBER, Field.PHONE, Field.ETHNIC,
)  # fmt: skip


@dataclass(frozen=True)
class TableMatch:
    """How a sheet was understood: header row (1-based), its height, the field of each column."""

    sheet: str
    header_row: int
    columns: Mapping[int, Field]
    headings: tuple[str, ...]
    header_height: int = 1

    def index(self, wanted: Field) -> int | None:
        """The column that holds a field; None where the list has none."""
        return next((i for i, held in self.columns.items() if held is wanted), None)

    def heading(self, wanted: Field) -> str:
        """The heading of a field's column as in the file; the field's own name without one."""
        index = self.index(wanted)
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
    """The rows that hold somebody, in order; ends where totals and signatures begin."""
    section: str | None = None
    start = match.header_row - 1 + match.header_height
    header = sheet.rows[match.header_row - 1 : start]
    for index in range(start, len(sheet.rows)):
        row = sheet.rows[index]
        if _says_nothing(row, match) or row in header or _is_numbering(row):
            continue
        if (title := _section(row, match)) is not None:
            section = title or section
        elif _is_signature(row):
            return
        elif not _is_total(row, match):
            yield TableRow(index + 1, row, section)


def cell_of(row: Row, index: int) -> Cell:
    """A row's cell, None behind its end."""
    return row[index] if index < len(row) else None


def _filled(row: Row) -> list[tuple[int, str]]:
    return [(i, written(cell).strip()) for i, cell in enumerate(row) if not is_blank(cell)]


def _says_nothing(row: Row, match: TableMatch) -> bool:
    """Blank, or only numbered in advance."""
    return all(
        match.columns.get(i) is Field.NUMBER and len(text) <= _LONGEST_NUMBER
        for i, text in _filled(row)
    )


def _is_numbering(row: Row) -> bool:
    """The row "(1) (2) (3)" under a header."""
    filled = _filled(row)
    found = [_NUMBERING.fullmatch(text) for _, text in filled]
    numbers = [int(m[1]) for m in found if m]
    return len(numbers) == len(filled) >= 3 and numbers == list(
        range(numbers[0], numbers[0] + len(numbers))
    )


def _is_personal(row: Row, match: TableMatch) -> bool:
    return any(
        not is_blank(cell_of(row, index))
        for index, held in match.columns.items()
        if held in _PERSONAL or held in (Field.MALE, Field.FEMALE)
    )


def _section(row: Row, match: TableMatch) -> str | None:
    """The title in a section row ("II | Tổ CNSCĐ bản Lào"); None for any other row."""
    filled = _filled(row)
    if not filled or len(filled) > 2 or _is_personal(row, match):
        return None
    title = filled[-1][1]
    numbered = len(filled) == 2 and bool(_SECTION_NUMBER.fullmatch(filled[0][1]))
    bare = _SECTION_START.sub("", title, count=1) if len(filled) == 1 else title
    if len(filled) == 1 and _SECTION_WORD.match(bare):
        return bare
    if numbered and match.columns.get(filled[0][0]) is Field.NUMBER:
        return title
    return None


def _is_total(row: Row, match: TableMatch) -> bool:
    """ "Tổng cộng: 23 người"; Tòng Công Sơn is a person, so accents decide where there are any."""
    texts = [text for _, text in _filled(row) if not text.isdigit()]
    if not texts:
        return False
    pattern = _TOTAL_PLAIN if texts[0].isascii() else _TOTAL
    if not pattern.match(texts[0]):
        return False
    return not re.search(r"\D", "".join(_personal_texts(row, match)).replace(" ", ""))


def _personal_texts(row: Row, match: TableMatch) -> list[str]:
    """What stands in personal columns; a total may count there, in figures only."""
    return [
        written(cell_of(row, index)) for index, held in match.columns.items() if held in _PERSONAL
    ]


def _is_signature(row: Row) -> bool:
    """The line above the signatures: titles of signers, or place and day."""
    filled = _filled(row)
    return len(filled) <= 3 and all(_SIGNATURE.match(text) for _, text in filled)
