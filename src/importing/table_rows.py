"""The rows of a table that hold people: not its titles, totals, page headers and signatures."""

import re
from collections.abc import Iterator, Mapping

from ..models.names import fold
from .cells import Cell, Row, Sheet, is_blank, written
from .content import is_name, is_personal
from .fields import Field
from .headers import moved
from .headings import heading_text
from .legacy import Encoding, decode
from .matches import Header, TableMatch, TableRow, cell_of
from .merged_cells import continued_rows, fills_below, rows_under_one_cell
from .sections import (
    Sections,
    is_number,
    is_numbered_section,
    is_section_number,
    names_a_place,
    section_of,
)
from .text import tidied

_LONGEST_NUMBER = 5
_LARGEST_COUNT = 1000
_GENDERS = frozenset(("Nam", "Nữ", "nam", "nữ", "NAM", "NỮ"))
_LONGEST_TITLE = 150
_LONGEST_NAME = 60
_TITLE_ROWS = 15
_FIGURES = (int, float)
_NUMBERING = re.compile(r"\(?\[?(?:(\d{1,2})|([A-ZĐa-z]))\]?\)?(?:\s*=.*)?")
_TOTAL = re.compile(
    r"\W*(?:[IVX]+\.\s*)?(tổng|cộng)\s*"
    r"($|[:=(]|cộng|số|\d|người|toàn|chung|xã|phường|bản|thôn|tổ\b)"
    r"|ấn định danh sách|danh sách (này )?(có|gồm)\b",
    re.I,
)
_TOTAL_PLAIN = re.compile(
    r"\W*(tong (cong|so)|cong)\s*($|[:=(]|\d)|danh sach (nay )?(co|gom)\b", re.I
)
_COUNTED = re.compile(r"\(?\d{1,4}\)?\s*(?:người|nguoi|nam|nữ|nu|đ/c|%)?\)?", re.I)
_SIGNATURE = re.compile(
    r"\(?\s*(?:người lập|nguoi lap|tm\.|t/m|tm |t\.m|kt\.|tl\.|tuq\.|q\.|k/t|thủ trưởng|chủ tịch"
    r"|phó chủ tịch|xác nhận|nơi nhận|ký tên|trưởng phòng|giám đốc|phó giám đốc|hiệu trưởng"
    r"|cán bộ (?:tổng hợp|phụ trách|lập|theo dõi)|đại diện|văn thư|kế toán|thủ quỹ|lập biểu"
    r"|người (?:tổng hợp|theo dõi|kiểm tra|báo cáo|ký)|ký,|ký và ghi|đã ký|lãnh đạo|ubnd xã"
    r"|(?:bí thư|trưởng (?:ban|bản|thôn))\b(?! [^\W\d_]* [^\W\d_])|ủy ban nhân dân"
    r"|chu tich|xac nhan|noi nhan)"
    r"|.{2,30}, ngày .{1,9} tháng |(?:ngày|ngay)\s*[\d.…]{1,9}\s*(?:tháng|thang)",
    re.I,
)
_NOTE = re.compile(
    r"\s*(?:\(?\*+\)?\s|[-–+]\s|ghi chú\b|ghi chu\b|lưu ý|chú thích|chú ý|note\b|trong đó|tr\.?đó"
    r"|danh sách có|kèm theo|\(kèm|căn cứ|đề nghị)",
    re.I,
)
# Cells that only a person has: a row with one of them is neither a total nor a signature.
_PERSONAL = (
    Field.BIRTH, Field.BIRTH_YEAR, Field.GENDER, Field.IDENTITY_NUMBER, Field.PHONE, Field.ETHNIC,
    Field.MALE, Field.FEMALE,
)  # fmt: skip
_NAMES = (Field.NAME, Field.FAMILY_NAME, Field.GIVEN_NAME)
_SUSPECTS = frozenset((
    "tổng", "cộng", "tong", "cong", "họ", "tên", "ho", "ten", "bản", "thôn", "xã", "tổ", "phường",
    "khu", "tiểu", "danh", "đơn", "ban", "thon", "xa", "to", "người", "xác", "nơi", "ghi",
))  # fmt: skip
"""First words of names that deserve a second look."""

Filled = list[tuple[int, str]]


def data_rows(sheet: Sheet, match: TableMatch) -> Iterator[TableRow]:
    """The rows that hold somebody, in order; what follows signatures counts only if it surely does.

    Rows of a table below with other columns come with their cells where the first table's are.
    """
    yield from _Reading(sheet, match)


class _Reading:
    """One pass through a sheet."""

    def __init__(self, sheet: Sheet, match: TableMatch) -> None:
        self.sheet = sheet
        self.match = match
        self.sections = Sections()
        self.ended = self.after_total = False
        self.moves: Mapping[int, int] | None = None
        self.headers = _header_texts(sheet, match)
        self.later = {header.row - 1: header for header in match.later}
        self.titles = _title_rows(sheet, match)
        self.fills = fills_below(sheet, match)
        self.continued = continued_rows(sheet, match)
        self.across = rows_under_one_cell(sheet, match)
        self.number = match.places.get(Field.NUMBER, -1)
        self.name = next((match.places[f] for f in _NAMES if f in match.places), 0)
        self.names = [match.places[f] for f in _NAMES if f in match.places]
        self.personal = [match.places[f] for f in _PERSONAL if f in match.places]
        self._begin()

    def __iter__(self) -> Iterator[TableRow]:
        rows, index = self.sheet.rows, self.match.first_row - 1
        while index < len(rows):
            header = self.later.get(index)
            if header is not None:
                self._turn_page(header)
                index += header.height
                continue
            if rows[index] and index not in self.continued:
                row = self._in_place(rows[index], index)
                if self._plainly_a_person(row, index) or self._holds_somebody(row, index):
                    yield self._made(row, index)
            index += 1

    def _in_place(self, row: Row, index: int) -> Row:
        """The row with its cells where the first table has them."""
        if index in self.titles:
            return row
        return row if self.moves is None else moved(row, self.moves, len(self.match.headings))

    def _begin(self) -> None:
        """The title over the table may say whose list it is."""
        for title in self.match.titles[-4:]:
            said = section_of(title)
            if (said.hamlet or said.team) and names_a_place(title):
                self.sections.enter("", title, self.match.header_row)

    def _turn_page(self, header: Header) -> None:
        self.ended = self.after_total = False
        self.moves = _moves(header, self.match)

    def _made(self, row: Row, index: int) -> TableRow:
        section, fills = self.sections.current, self.fills.get(index)
        if self.match.day_parts is not None:
            row = _with_whole_day(row, self.match.day_parts)
        if fills is None:
            return TableRow(index + 1, row, section)
        cells = list(row) + [None] * (len(self.match.headings) - len(row))
        filled = {i for i in fills if i < len(cells) and is_blank(cells[i])}
        for i in filled:
            cells[i] = fills[i]
        return TableRow(index + 1, tuple(cells), section, frozenset(filled))

    def _plainly_a_person(self, row: Row, index: int) -> bool:
        """Answers for most rows in a microsecond: numbered, named, with a cell only people have."""
        width = len(row)
        name = row[self.name] if self.name < width else None
        if self.ended or type(name) is not str or name.isspace() or index in self.titles:
            return False
        if self.number >= 0:
            number = row[self.number] if self.number < width else None
            if not (type(number) in _FIGURES or (type(number) is str and number.isdecimal())):
                return False
        first = name.split(None, 1)[0] if name else "1"
        if not first[0].isalpha() or first.casefold() in _SUSPECTS:
            return False
        return any(i < width and _says_something(row[i]) for i in self.personal)

    def _holds_somebody(self, row: Row, index: int) -> bool:
        filled = self._filled(row)
        if self._says_nothing(filled) or _is_numbering(filled) or self._repeats_header(filled):
            return False
        if index in self.titles:
            self._enter_titles(filled, index)
            return False
        if _is_signature(filled):
            self.ended = True
            return False
        if self._is_total(row, filled):
            self.after_total = True
            return False
        if (section := self._section(row, filled, index)) is not None:
            self.sections.enter(*section, index + 1)
            self.ended = False
            return False
        return self._is_person(row, filled)

    def _filled(self, row: Row) -> Filled:
        """The texts of a row, decoded."""
        found = [(i, written(cell)) for i, cell in enumerate(row) if not is_blank(cell)]
        if self.match.encodings:
            found = [(i, self._decoded(i, text)) for i, text in found]
        return [(i, tidy) for i, text in found if (tidy := tidied(text))]

    def _decoded(self, index: int, text: str) -> str:
        encodings = self.match.encodings
        usual = next(iter(encodings.values()), Encoding.UNICODE)
        # A section stands in the number's column, whose figures tell nothing of its encoding.
        other = usual if len(text) > _LONGEST_NUMBER else Encoding.UNICODE
        return decode(text, encodings.get(index, other))

    def _says_nothing(self, filled: Filled) -> bool:
        """Blank, or only numbered in advance."""
        return all(i == self.number and len(text) <= _LONGEST_NUMBER for i, text in filled)

    def _repeats_header(self, filled: Filled) -> bool:
        """A header again, as on every printed page; a word may differ."""
        for texts in self.headers:
            same = sum(texts.get(i) == fold(text) for i, text in filled)
            if same * 3 >= len(filled) * 2 and (same > 1 or len(texts) == len(filled) == 1):
                return True
        return False

    def _enter_titles(self, filled: Filled, index: int) -> None:
        for _, text in filled:
            said = section_of(text)
            if said.hamlet or said.team or said.commune:
                self.sections.enter("", text, index + 1)

    def _section(self, row: Row, filled: Filled, index: int) -> tuple[str, str] | None:
        """Number and title of a section row ("II | Tổ CNSCĐ bản Lào"); None for any other row."""
        if any(not _COUNTED.fullmatch(text) for text in self._personal_texts(row)):
            return None
        counted = {i for i, text in filled if i > self.name and _COUNTED.fullmatch(text)}
        texts = {text: i for i, text in reversed(filled) if i not in counted}
        if not texts or len(texts) > 2 or any(len(text) > _LONGEST_TITLE for text in texts):
            return None
        *numbers, title = sorted(texts, key=lambda text: (texts[text] != self.number, texts[text]))
        if numbers:
            known = is_section_number(numbers[0]) and texts[numbers[0]] in (
                self.number,
                self.name - 1,
            )
            place = is_number(numbers[0]) and names_a_place(title)
            return (numbers[0], title) if known or place else None
        across = index in self.across and not _NOTE.match(title)
        if names_a_place(title) or is_numbered_section(title) or across:
            return "", title
        return None

    def _is_total(self, row: Row, filled: Filled) -> bool:
        """Tells "Tổng cộng: 23 người" from Tòng Công Sơn: accents decide where there are any."""
        text = next((text for _, text in filled if not text.isdigit()), "")
        if not (_TOTAL_PLAIN if text.isascii() else _TOTAL).match(text):
            return False
        # A total may count in a person's columns, in figures only.
        return all(_COUNTED.fullmatch(text) for text in self._personal_texts(row))

    def _personal_texts(self, row: Row) -> list[str]:
        """What stands where only people have something."""
        texts = (written(cell_of(row, i)).strip() for i in self.personal)
        return [text for text in texts if text]

    def _is_person(self, row: Row, filled: Filled) -> bool:
        named = any(not is_blank(cell_of(row, i)) for i in self.names)
        certainly = self._is_certain(row, named)
        if self.ended or (self.after_total and not self._is_numbered(row)):
            self.ended = self.ended and not certainly
            return certainly
        if certainly or self._personal_texts(row):
            return True
        others = [(i, text) for i, text in filled if i != self.number]
        return len(others) > 1 or (named and not any(_is_remark(text) for _, text in others))

    def _is_numbered(self, row: Row) -> bool:
        return self.number >= 0 and not is_blank(cell_of(row, self.number))

    def _is_certain(self, row: Row, named: bool) -> bool:
        """Named, with a number, a phone, a day that cannot be anything else."""
        if not named:
            return False
        number = written(cell_of(row, self.number)) if self.number >= 0 else ""
        if number.strip(" .").isdecimal():
            return True
        return any(is_personal(cell_of(row, i)) for i in self.personal)


def _says_something(cell: Cell) -> bool:
    """What only a person has: a day, a long figure, text that ends in one, a gender."""
    if type(cell) is str:
        return cell[-1:].isdigit() or cell in _GENDERS
    return cell is not None and not (type(cell) in _FIGURES and cell < _LARGEST_COUNT)  # type: ignore[operator]


def _with_whole_day(row: Row, columns: tuple[int, int, int]) -> Row:
    """Day, month and year of three cells in the year's; as far as they are there."""
    parts = [written(cell_of(row, i)).strip() for i in columns]
    if not parts[2] or not any(parts[:2]):
        return row
    whole = "/".join(part for part in parts if part) if all(parts) or parts[1] else parts[2]
    return (*row[: columns[2]], whole, *row[columns[2] + 1 :])


def _is_remark(text: str) -> bool:
    """A line of its own below or between the rows: a note, a sentence."""
    return bool(_NOTE.match(text)) or len(text) > _LONGEST_NAME or text.endswith((":", "./."))


def _is_numbering(filled: Filled) -> bool:
    """The row "(1) (2) (3)" or "A B 1 2 3" under a header."""
    if len(filled) < 3:
        return False
    found = [_NUMBERING.fullmatch(text) for _, text in filled]
    if not all(found):
        return False
    numbers = [int(one[1]) for one in found if one and one[1]]
    return bool(numbers) and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _is_signature(filled: Filled) -> bool:
    """The line above the signatures: titles of signers, or place and day."""
    return len(filled) <= 5 and all(_SIGNATURE.match(text) for _, text in filled)


def _header_texts(sheet: Sheet, match: TableMatch) -> list[dict[int, str]]:
    """The folded headings of each row of the header, by column."""
    if not match.header_row:
        return []
    rows = sheet.rows[match.header_row - 1 : match.header_row - 1 + match.header_height]
    usual = next(iter(match.encodings.values()), Encoding.UNICODE)
    return [
        {i: fold(decode(text, match.encodings.get(i, usual))) for i, cell in enumerate(row)
         if (text := heading_text([cell]))}
        for row in rows
    ]  # fmt: skip


def _moves(header: Header, match: TableMatch) -> Mapping[int, int] | None:
    """From the columns of a later header to the table's; None where they are the same ones."""
    by_heading = {fold(text): i for i, text in reversed(list(enumerate(match.headings))) if text}
    moves: dict[int, int] = {}
    for index, heading in enumerate(header.headings):
        field = header.columns.get(index, Field.IGNORE)
        target = by_heading.get(fold(heading)) if heading else None
        unread = target is None or match.columns.get(target, Field.IGNORE) is Field.IGNORE
        if field is not Field.IGNORE and unread:
            target = match.places.get(field, target)
        if target is not None and target not in moves.values():
            moves[index] = target
    return None if all(source == target for source, target in moves.items()) else moves


def _title_rows(sheet: Sheet, match: TableMatch) -> frozenset[int]:
    """The rows above later headers, by index, up to the last person's: their titles."""
    found: set[int] = set()
    name = next((match.places[f] for f in _NAMES if f in match.places), 0)
    number = match.places.get(Field.NUMBER, -1)
    for header in match.later:
        highest = max(header.row - 2 - _TITLE_ROWS, match.first_row - 2)
        for index in range(header.row - 2, highest, -1):
            row = sheet.rows[index]
            numbered = number >= 0 and written(cell_of(row, number)).strip().isdecimal()
            if numbered or is_name(cell_of(row, name)) or any(map(is_personal, row)):
                break
            found.add(index)
    return frozenset(found)
