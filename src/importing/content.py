"""What columns hold, told by what their cells look like: only where the heading says nothing."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise
from statistics import median

from ..models.names import fold
from ..models.reference_data import ethnic_groups
from .cells import Cell, is_blank, written
from .ethnic import EthnicNames
from .family_names import FAMILY_NAMES, FAMILY_NAMES_PLAIN
from .fields import Field
from .named_places import COMMUNE, HAMLET

_CLEAR, _OF_UNKNOWN = 0.8, 0.9
_ENOUGH_NAMES = 0.6
_PLACES_OF_BIRTH = range(1, 97)
_FIRST_YEAR, _LAST_YEAR, _GROWN_UP = 1920, 2020, 2012
_MOBILE = re.compile(r"(?:\+?84|0)?(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9\d)\d{7}")
_OLD_MOBILE = re.compile(r"(?:\+?84|0)1(?:2\d|6[2-9]|8[68]|99)\d{7}")
_DAY = re.compile(
    r"(?:\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*(\d{4}|\d{2})|(\d{4})-\d{1,2}-\d{1,2}.*)"
)
_LETTERS = re.compile(r"[^\W\d_]+(?:['’.\-][^\W\d_]*)*")
_KINDS = {kind: re.compile(rf"(?:{kinds}|{fold(kinds)})\s+\S", re.I) for kind, kinds in (
    (Field.HAMLET, HAMLET), (Field.COMMUNE, COMMUNE),
)}  # fmt: skip
_TEAM = re.compile(r"(?:tổ|to) (?:cnscđ|cnscd|công nghệ|cong nghe|chuyển đổi|chuyen doi|cđs)", re.I)
_ROLES = frozenset((
    "to truong", "to pho", "thanh vien", "truong ban", "pho ban", "truong thon", "pho thon", "tv",
    "bi thu", "bi thu chi bo", "bi thu chi doan", "cong an vien", "chi hoi truong", "uy vien",
    "to truong to dan pho", "pho truong ban",
))  # fmt: skip
_GENDERS = frozenset(("nam", "nu", "male", "female"))
_CLAN_PREFIXES = ("h'", "h’", "k'", "k’")
_TICKS = frozenset(("x", "v", "✓", "✔", "1", "có", "*", "+"))

Cells = Sequence[Cell]
Test = Callable[[Cell], bool]


def fields_by_content(
    columns: Mapping[int, Cells], unknown: frozenset[int], taken: Iterable[Field]
) -> dict[int, Field]:
    """The fields of columns by their cells (not blank, some hundred), none that is `taken`.

    `unknown` columns have a heading of their own that nobody knows: there only what can be nothing
    else counts. A column that is not clearly one thing stays out.
    """
    held = set(taken)
    found: dict[int, Field] = {}
    for field, test in _TESTS:
        if field in held or (field is Field.NAME and Field.FAMILY_NAME in held):
            continue
        for index, cells in columns.items():
            if index not in found and _is(field, test, cells, index in unknown):
                found[index] = field
                held.add(field)
                break
    return found


def _is(field: Field, test: Test, cells: Cells, unknown: bool) -> bool:
    if unknown and field in _ONLY_UNHEADED:
        return False
    if not cells or not _share(test, cells) >= (_OF_UNKNOWN if unknown else _CLEAR):
        return False
    whole = _WHOLE.get(field)
    return whole is None or whole(cells)


def _share(test: Test, cells: Cells) -> float:
    return sum(map(test, cells)) / len(cells)


def is_name(cell: Cell) -> bool:
    """Whether a cell reads like the name of a person: two to six words, a family name first."""
    return _is_name_like(cell) and _has_family(cell)


def _is_name_like(cell: Cell) -> bool:
    if not isinstance(cell, str):
        return False
    words = cell.split()
    return 2 <= len(words) <= 6 and all(map(_LETTERS.fullmatch, words)) and not _is_place(cell)


def _has_family(cell: Cell) -> bool:
    first = str(cell).split()[0].casefold()
    known = FAMILY_NAMES_PLAIN if first.isascii() else FAMILY_NAMES
    return first in FAMILY_NAMES or first in known or first.startswith(_CLAN_PREFIXES)


def _is_place(cell: str) -> bool:
    text = cell.strip()
    if text.isascii():
        return False
    return any(kind.match(text) for kind in _KINDS.values()) or bool(_TEAM.match(text))


def _have_families(cells: Cells) -> bool:
    return _share(lambda cell: _is_name_like(cell) and _has_family(cell), cells) >= _ENOUGH_NAMES


def _digits(cell: Cell) -> str:
    return re.sub(r"[\s.\-'’`]", "", written(cell))


def _is_identity(cell: Cell) -> bool:
    """Twelve digits with a place, a century and a year of birth in them; less with zeros lost."""
    digits = _digits(cell)
    if not (digits.isdecimal() and 10 <= len(digits) <= 12):
        return False
    full = digits.zfill(12)
    return full[0] == "0" and int(full[:3]) in _PLACES_OF_BIRTH and full[3] in "0123"


def _are_identities(cells: Cells) -> bool:
    """Not a column of mobile numbers with a zero too many, nor of old eleven-digit ones."""
    return _share(_is_phone, cells) < _CLEAR


def _is_phone(cell: Cell) -> bool:
    digits = _digits(cell)
    return bool(_MOBILE.fullmatch(digits) or _OLD_MOBILE.fullmatch(digits))


def _is_day(cell: Cell) -> bool:
    return isinstance(cell, date) or (isinstance(cell, str) and bool(_DAY.fullmatch(cell.strip())))


def _are_births(cells: Cells) -> bool:
    """Most of those listed are grown up: days of issue and of joining are later."""
    return median(map(_year, filter(_is_day, cells))) < _GROWN_UP


def _year(cell: Cell) -> int:
    if isinstance(cell, date):
        return cell.year
    found = _DAY.fullmatch(str(cell).strip())
    year = int(found[1] or found[2]) if found else 0
    return year if year > 99 else 1900 + year + (100 if year < 20 else 0)


def _is_year(cell: Cell) -> bool:
    digits = written(cell).strip()
    return len(digits) == 4 and digits.isdecimal() and _FIRST_YEAR <= int(digits) <= _LAST_YEAR


def _are_years(cells: Cells) -> bool:
    return median(int(written(c)) for c in cells if _is_year(c)) < _GROWN_UP


def _is_gender(cell: Cell) -> bool:
    return isinstance(cell, str) and fold(cell).strip(" .") in _GENDERS


def _is_ethnic(cell: Cell) -> bool:
    return isinstance(cell, str) and len(cell) <= 20 and bool(_ethnic().find(cell.strip()))


@lru_cache(maxsize=1)
def _ethnic() -> EthnicNames:
    return EthnicNames(ethnic_groups())


def _starts(field: Field) -> Test:
    pattern = _KINDS[field]

    def starts(cell: Cell) -> bool:
        return isinstance(cell, str) and bool(pattern.match(cell.strip())) and "," not in cell

    return starts


def _is_address(cell: Cell) -> bool:
    return (
        isinstance(cell, str)
        and "," in cell
        and any(kind.match(part.strip()) for part in cell.split(",") for kind in _KINDS.values())
    )


def _is_team(cell: Cell) -> bool:
    return isinstance(cell, str) and bool(_TEAM.match(cell.strip()))


def _is_role(cell: Cell) -> bool:
    return isinstance(cell, str) and fold(cell) in _ROLES


def _count_up(cells: Cells) -> bool:
    """1, 2, 3 … from the top, gaps allowed."""
    numbers = [int(written(cell)) for cell in cells if _is_count(cell)]
    ascending = all(after > before for before, after in pairwise(numbers))
    return len(numbers) > 1 and numbers[0] <= 1 and ascending


def _is_count(cell: Cell) -> bool:
    text = written(cell).strip().rstrip(".")
    return text.isdecimal() and len(text) <= 5 and text == written(cell).strip()


_TESTS: tuple[tuple[Field, Test], ...] = (
    (Field.NUMBER, _is_count),
    (Field.IDENTITY_NUMBER, _is_identity),
    (Field.PHONE, _is_phone),
    (Field.BIRTH, _is_day),
    (Field.BIRTH_YEAR, _is_year),
    (Field.GENDER, _is_gender),
    (Field.ETHNIC, _is_ethnic),
    (Field.NAME, _is_name_like),
    (Field.TEAM, _is_team),
    (Field.HAMLET, _starts(Field.HAMLET)),
    (Field.COMMUNE, _starts(Field.COMMUNE)),
    (Field.ADDRESS, _is_address),
    (Field.ROLE, _is_role),
)
_WHOLE: Mapping[Field, Callable[[Cells], bool]] = {
    Field.NUMBER: _count_up,
    Field.IDENTITY_NUMBER: _are_identities,
    Field.BIRTH: _are_births,
    Field.BIRTH_YEAR: _are_years,
    Field.NAME: _have_families,
}
_ONLY_UNHEADED = frozenset((Field.NUMBER, Field.BIRTH_YEAR, Field.ADDRESS))
PERSONAL = frozenset(
    (Field.IDENTITY_NUMBER, Field.PHONE, Field.BIRTH, Field.BIRTH_YEAR, Field.GENDER, Field.ETHNIC)
)


def is_given_name(cells: Cells) -> bool:
    """Whether a column holds the last word of names: one word each, no group and no gender."""

    def one_word(cell: Cell) -> bool:
        return isinstance(cell, str) and _LETTERS.fullmatch(cell.strip()) is not None

    if not cells or _share(one_word, cells) < _OF_UNKNOWN:
        return False
    return _share(_is_gender, cells) < _OF_UNKNOWN and _share(_is_ethnic, cells) < _CLEAR


def is_family_part(cells: Cells) -> bool:
    """Whether a column begins names: a family name, with or without middle names."""

    def begins(cell: Cell) -> bool:
        return isinstance(cell, str) and 1 <= len(cell.split()) <= 4 and _has_family(cell)

    return bool(cells) and _share(lambda cell: not is_blank(cell) and begins(cell), cells) >= _CLEAR


def are_ticks(cells: Cells) -> bool:
    """Whether all filled cells of a column are ticks."""
    return bool(cells) and all(written(cell).strip().casefold() in _TICKS for cell in cells)


def is_data(cell: Cell) -> bool:
    """Whether a cell is somebody's number, phone, day or year: no heading reads like that."""
    return any(test(cell) for test in (_is_identity, _is_phone, _is_day, _is_year))


def is_personal(cell: Cell) -> bool:
    """Whether a cell can only be somebody's: number, phone, day of birth, gender."""
    return is_data(cell) or _is_gender(cell)
