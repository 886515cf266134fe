"""An address in one cell, split into hamlet, commune, district and province."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from ..models.names import fold
from .cells import Cell
from .findings import Cleaned, FindingKind, Mark, Severity, certain
from .text import clean_text, masked

_SEPARATOR = re.compile(r"\s*[,;\n]\s*|\s+[-–—]\s+")


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


@dataclass(frozen=True)
class Address:
    """The parts of an address as they were written, each with its kind: "xã Mường É"."""

    hamlet: str | None = None
    commune: str | None = None
    district: str | None = None
    province: str | None = None


def clean_address(cell: Cell) -> Cleaned[Address]:
    """An address in its parts, told by their kinds ("bản", "xã") or else by their order.

    A split is a repair; an address of which no part can be told stays whole as the hamlet.
    """
    text = clean_text(cell)
    if text.value is None:
        return Cleaned(None, None, text.marks)
    parts = [p for p in _SEPARATOR.split(text.value.strip(" ,;.-")) if p]
    address = _by_kind(parts) or _by_position(parts)
    if address is None:
        note = Mark(FindingKind.ADDRESS_UNCLEAR, Severity.NOTE, masked(text.value))
        return certain(Address(hamlet=text.value), (*text.marks, note))
    if len(parts) == 1:
        return certain(address, text.marks)
    mark = Mark(FindingKind.ADDRESS_SPLIT, Severity.REPAIR, masked(text.value), _shown(address))
    return Cleaned(address, None, (*text.marks, mark))


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
