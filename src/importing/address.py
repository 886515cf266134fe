"""An address in one cell, split into hamlet, commune, district and province."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from ..models.names import fold
from .cells import Cell
from .employers import is_employer
from .findings import Cleaned, FindingKind, Mark, Severity, certain
from .text import clean_text, masked, says_none

_SEPARATOR = re.compile(r"\s*[,;\n]\s*|\s+[-–—]\s+")
# "Bản Nà Tong xã Mường É tỉnh Sơn La": a kind with a name in capitals begins a part as well.
_NEXT_KIND = re.compile(
    r"(?<=\w)\s+(?=(?i:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|tỉnh|thành phố|tp\.?)"
    r"\s+[^\W\d_a-zà-ỹđ])"
)


class PlaceLevel(StrEnum):
    """The levels an address names, from the smallest up."""

    HAMLET = "hamlet"
    COMMUNE = "commune"
    DISTRICT = "district"
    PROVINCE = "province"


_KINDS = (
    (
        PlaceLevel.HAMLET,
        "thôn|bản|làng|buôn|ấp|khóm|xóm|phum|sóc|bon|plei|khu phố|tiểu khu|khu dân cư|khu"
        "|tổ dân phố|tổ dân cư|tdp|tổ|tk|kp",
    ),
    (PlaceLevel.COMMUNE, r"xã|phường|thị trấn|đặc khu|tt|x\.|p\.|tt\."),
    (PlaceLevel.DISTRICT, r"huyện|quận|thị xã|tx|h\.|q\.|tx\."),
    (PlaceLevel.PROVINCE, r"tỉnh|thành phố|tp|tp\.|t\."),
)
_BY_POSITION = {
    2: (PlaceLevel.HAMLET, PlaceLevel.COMMUNE),
    3: (PlaceLevel.HAMLET, PlaceLevel.COMMUNE, PlaceLevel.PROVINCE),
    4: tuple(PlaceLevel),
}


def _starting_with(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{words})(?:\s|(?<=\.))\s*\S")


_WORDS = tuple((level, _starting_with(words)) for level, words in _KINDS)
# Accents tell the commune Tô Múa from "tổ 3"; only text without any is compared without them.
_PLAIN_WORDS = tuple((level, _starting_with(fold(words))) for level, words in _KINDS)


@dataclass(frozen=True, slots=True)
class Address:
    """The parts of an address as they were written, each with its kind: "xã Mường É".

    `employer` where an office or a school stands in place of the hamlet.
    """

    hamlet: str | None = None
    commune: str | None = None
    district: str | None = None
    province: str | None = None
    employer: str | None = None


def clean_address(cell: Cell) -> Cleaned[Address]:
    """An address in its parts, told by their kinds ("bản", "xã") or else by their order.

    A split is a repair; an address of which no part can be told stays whole as the hamlet.
    """
    return _placed(clean_text(cell), _address)


def clean_hamlet(cell: Cell) -> Cleaned[Address]:
    """What stands in a column of hamlets: a hamlet, a whole address, or an office or school."""
    return _placed(clean_text(cell), _hamlet)


def clean_commune(cell: Cell) -> Cleaned[Address]:
    """What stands in a column of communes: a commune, perhaps with what lies above it."""
    return _placed(clean_text(cell), _commune)


def _placed(text: Cleaned[str], read: Callable[[str], Cleaned[Address]]) -> Cleaned[Address]:
    if text.value is None or says_none(text.value):
        return Cleaned(None, None, text.marks if text.value is None else ())
    place = read(text.value)
    if not text.marks:
        return place
    as_written = place.as_written if place.marks else read(text.as_written or "").as_written
    return Cleaned(place.value, as_written, text.marks + place.marks)


def _address(text: str) -> Cleaned[Address]:
    if is_employer(text) and "," not in text:
        return _at_work(text)
    parts = _parts(text)
    address = _by_kind(parts) or _by_position(parts)
    if address is None:
        note = Mark(FindingKind.ADDRESS_UNCLEAR, Severity.NOTE, masked(text))
        return certain(Address(hamlet=text), (note,))
    if len(parts) == 1:
        return certain(address)
    return _split(text, address)


def _parts(text: str) -> list[str]:
    parts = [p for p in _SEPARATOR.split(text.strip(" ,;.-")) if p]
    return [piece for part in parts for piece in _pieces(part)]


def _pieces(part: str) -> list[str]:
    """ "Công an xã Mường É" and "Bản Xã Tắc" are one part, "Bản Nà xã Mường É" is two."""
    pieces = _NEXT_KIND.split(part)
    whole = len(pieces) == 1 or " " not in pieces[0] or is_employer(part)
    return [part] if whole else pieces


def _hamlet(text: str) -> Cleaned[Address]:
    parts = _parts(text)
    upper = any(_is_above_hamlet(part) for part in parts[1:])
    if is_employer(text) and not upper:
        return _at_work(text)
    more = upper or (len(parts) > 1 and _level(parts[0]) and parts[1][:1].isupper())
    address = (_by_kind(parts) or _by_position(parts)) if (more and "," in text) or upper else None
    if address is None or (address.commune is None and address.province is None):
        return certain(Address(hamlet=text))
    return replace(_split(text, address), as_written=Address(hamlet=text))


def _is_above_hamlet(part: str) -> bool:
    return _level(part) not in (None, PlaceLevel.HAMLET)


def _commune(text: str) -> Cleaned[Address]:
    parts = _parts(text)
    levels = (PlaceLevel.COMMUNE, PlaceLevel.DISTRICT, PlaceLevel.PROVINCE)
    named = any(_level(part) in levels for part in parts)
    if not 1 < len(parts) <= len(levels) or not (named or "," in text):
        return certain(Address(commune=text))
    own = levels if len(parts) == len(levels) else (PlaceLevel.COMMUNE, PlaceLevel.PROVINCE)
    address = Address()
    for part, level in zip(parts, own, strict=True):
        address = _with(address, _level(part) or level, part)
    return _split(text, address)


def _at_work(text: str) -> Cleaned[Address]:
    mark = Mark(FindingKind.EMPLOYER_FROM_HAMLET, Severity.REPAIR, masked(text), masked(text))
    return Cleaned(Address(employer=text), Address(hamlet=text), (mark,))


def _split(text: str, address: Address) -> Cleaned[Address]:
    marks = [Mark(FindingKind.ADDRESS_SPLIT, Severity.REPAIR, masked(text), _shown(address))]
    hamlet = address.hamlet
    if hamlet and is_employer(hamlet):
        address = replace(address, hamlet=None, employer=hamlet)
        marks.append(Mark(FindingKind.EMPLOYER_FROM_HAMLET, Severity.REPAIR, hamlet, hamlet))
    return Cleaned(address, None, tuple(marks))


def _level(part: str) -> PlaceLevel | None:
    words = _PLAIN_WORDS if part.isascii() else _WORDS
    return next((level for level, start in words if start.match(part.lower())), None)


def _by_kind(parts: list[str]) -> Address | None:
    """Where kinds are named; "Bản Nà, Mường É, Sơn La" is told by order as well as without."""
    levels = [_level(part) for part in parts]
    named = {level for level in levels if level}
    if not named or (named == {PlaceLevel.HAMLET} and len(parts) > 2):
        return None
    address, before = Address(), None
    for position, part in enumerate(parts):
        before = levels[position] or _between(before, levels[position + 1 :])
        address = _with(address, before, part) if before else address
    return address


def _between(before: PlaceLevel | None, later: list[PlaceLevel | None]) -> PlaceLevel | None:
    """The level of a part that names none, from what stands around it."""
    if before is None:
        return PlaceLevel.HAMLET if later[:1] == [PlaceLevel.COMMUNE] else None
    if before is PlaceLevel.HAMLET:
        return None if PlaceLevel.COMMUNE in later else PlaceLevel.COMMUNE
    return PlaceLevel.DISTRICT if later else PlaceLevel.PROVINCE


def _with(address: Address, level: PlaceLevel, part: str) -> Address:
    if level is PlaceLevel.HAMLET:
        return replace(address, hamlet=address.hamlet or part)
    if level is PlaceLevel.COMMUNE:
        return replace(address, commune=address.commune or part)
    if level is PlaceLevel.DISTRICT:
        return replace(address, district=address.district or part)
    return replace(address, province=address.province or part)


def _by_position(parts: list[str]) -> Address | None:
    address = Address()
    for level, part in zip(_BY_POSITION.get(len(parts), ()), parts, strict=False):
        address = _with(address, level, part)
    return None if address == Address() else address


def _shown(address: Address) -> str:
    parts = (address.hamlet, address.commune, address.district, address.province)
    return " | ".join(part for part in parts if part)
