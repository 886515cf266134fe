"""Reference data as files: administrative units, ethnic groups, the curriculum.

Pure readers of `resources/reference` (its README names sources, licences and repairs), or of
another folder with the same files: a newer edition. Standard library only; all of it loads
in under 100 ms.
"""

import csv
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from ..paths import resource_path
from .errors import AppError, ErrorCode

REFORM = date(2025, 7, 1)
"""Since this day: 34 provinces, no districts (Resolution 202/2025/QH15)."""

LEGACY_END = date(2025, 6, 30)
"""The last day of the 63 provinces, their districts and communes."""

FORMAT = 1
"""The form of the files that this program reads; a folder of a later form is refused."""

_Row = TypeVar("_Row")


class UnitKind(StrEnum):
    """What a unit is called before its name; the value is the Vietnamese word."""

    PROVINCE = "Tỉnh"
    CITY = "Thành phố"
    URBAN_DISTRICT = "Quận"
    DISTRICT = "Huyện"
    TOWN = "Thị xã"
    COMMUNE = "Xã"
    WARD = "Phường"
    TOWNSHIP = "Thị trấn"
    SPECIAL_ZONE = "Đặc khu"


@dataclass(frozen=True, slots=True)
class About:
    """Which reference data a folder holds: its form, and the day up to which it is true."""

    format: int
    edition: date


@dataclass(frozen=True, slots=True)
class ProvinceRow:
    """A province or centrally run city. A change of kind keeps code, name and territory."""

    code: str
    name: str
    kind: UnitKind
    kind_before: UnitKind | None
    kind_changed_on: date | None
    resolution: str | None
    valid_from: date | None
    valid_to: date | None

    @property
    def full_name(self) -> str:
        return f"{self.kind} {self.name}"


@dataclass(frozen=True, slots=True)
class CommuneRow:
    """A commune, ward or special zone since 2025-07-01; `code` may be an old unit's code."""

    code: str
    name: str
    kind: UnitKind
    province_code: str
    kind_before: UnitKind | None
    kind_changed_on: date | None
    resolution: str | None
    valid_from: date | None
    valid_to: date | None

    @property
    def full_name(self) -> str:
        return f"{self.kind} {self.name}"


@dataclass(frozen=True, slots=True)
class LegacyDistrictRow:
    """A district, town or provincial city; the level ended on 2025-06-30."""

    code: str
    name: str
    kind: UnitKind
    province_code: str
    valid_to: date

    @property
    def full_name(self) -> str:
        return f"{self.kind} {self.name}"


@dataclass(frozen=True, slots=True)
class LegacyWardRow:
    """A commune-level unit as it was until 2025-06-30; a numbered ward's name is its number."""

    code: str
    name: str
    kind: UnitKind
    district_code: str
    province_code: str
    valid_to: date

    @property
    def full_name(self) -> str:
        return f"{self.kind} {self.name}"


@dataclass(frozen=True, slots=True)
class ConversionRow:
    """Where an old commune went. A split one has several rows, one of them the default."""

    legacy_ward_code: str
    commune_code: str
    is_split: bool
    is_default: bool


@dataclass(frozen=True, slots=True)
class EthnicRow:
    """An ethnic group with both official numberings; minority is None for "not known"."""

    key: str
    code_1979: str
    code_census: str | None
    official: str
    display: str
    is_minority: bool | None
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A topic. `outcome`: somebody has it afterwards or not; `retired`: not taught since."""

    key: str
    vi: str
    en: str
    formerly: str | None = None
    outcome: bool = False
    retired: date | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class SkillRow:
    """One of the five basic digital skills; `short` heads a column."""

    key: str
    vi: str
    en: str
    short: str
    short_en: str
    topics: tuple[TopicRow, ...]


@dataclass(frozen=True, slots=True)
class LabelRow:
    """A course type or form of delivery."""

    key: str
    vi: str
    en: str


@dataclass(frozen=True, slots=True)
class Curriculum:
    """The default curriculum; an organiser may change it. Context topics belong to no skill."""

    skills: tuple[SkillRow, ...]
    context_topics: tuple[TopicRow, ...]
    course_types: tuple[LabelRow, ...]
    deliveries: tuple[LabelRow, ...]


_HEADERS = {
    "provinces.csv": "code,name,kind,kind_before,kind_changed_on,resolution",
    "communes.csv": "code,name,kind,province_code,kind_before,kind_changed_on,resolution",
    "legacy_provinces.csv": "code,name,kind",
    "legacy_districts.csv": "code,name,kind,province_code",
    "legacy_wards.csv": "code,name,kind,district_code,province_code",
    "conversions.csv": "legacy_ward_code,commune_code,is_split,is_default",
    "ethnic_groups.csv": "key,code_1979,code_census,official,display,is_minority,aliases",
}
_KINDS = {kind.value: kind for kind in UnitKind}
_TRUTH = {"0": False, "1": True, "": None}


def about(folder: Path | None = None) -> About:
    """The edition of a folder. Raises FILE_UNREADABLE for a form this program does not know."""

    def read(path: Path) -> About:
        raw = json.loads(path.read_text("utf-8"))
        found = About(int(raw["format"]), date.fromisoformat(raw["edition"]))
        if found.format > FORMAT:
            raise ValueError(f"format {found.format} > {FORMAT}")
        return found

    return _guarded(folder, "about.json", read)


def provinces(folder: Path | None = None) -> tuple[ProvinceRow, ...]:
    """The provinces and centrally run cities of today."""
    return _rows(folder, "provinces.csv", _province)


def communes(folder: Path | None = None) -> tuple[CommuneRow, ...]:
    """The communes, wards and special zones of today."""
    return _rows(folder, "communes.csv", _commune)


def legacy_provinces(folder: Path | None = None) -> tuple[ProvinceRow, ...]:
    """The provinces until 2025-06-30; their codes do not mean today's territories."""
    return _rows(folder, "legacy_provinces.csv", _legacy_province)


def legacy_districts(folder: Path | None = None) -> tuple[LegacyDistrictRow, ...]:
    """The districts until 2025-06-30."""
    return _rows(folder, "legacy_districts.csv", _legacy_district)


def legacy_wards(folder: Path | None = None) -> tuple[LegacyWardRow, ...]:
    """The commune-level units until 2025-06-30."""
    return _rows(folder, "legacy_wards.csv", _legacy_ward)


def conversions(folder: Path | None = None) -> tuple[ConversionRow, ...]:
    """Old communes to today's; five island districts had no communes and do not appear."""
    return _rows(folder, "conversions.csv", _conversion)


def ethnic_groups(folder: Path | None = None) -> tuple[EthnicRow, ...]:
    """The 54 groups in the order of QĐ 121-TCTK/PPCĐ (1979), then foreign and not known."""
    return _rows(folder, "ethnic_groups.csv", _ethnic_group)


def curriculum(folder: Path | None = None) -> Curriculum:
    """The five skills with their topics, course types and forms of delivery."""

    def read(path: Path) -> Curriculum:
        raw = json.loads(path.read_text("utf-8"))
        return Curriculum(
            skills=tuple(map(_skill, raw["skills"])),
            context_topics=tuple(map(_topic, raw["context_topics"])),
            course_types=tuple(LabelRow(**row) for row in raw["course_types"]),
            deliveries=tuple(LabelRow(**row) for row in raw["deliveries"]),
        )

    return _guarded(folder, "curriculum.json", read)


def _guarded(folder: Path | None, name: str, read: Callable[[Path], _Row]) -> _Row:
    path = resource_path(f"reference/{name}") if folder is None else folder / name
    try:
        return read(path)
    except FileNotFoundError as error:
        raise AppError(ErrorCode.FILE_NOT_FOUND, file=path.name, path=str(path)) from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise AppError(
            ErrorCode.FILE_UNREADABLE,
            file=path.name,
            path=str(path),
            reason="reference_form",
            details=str(error),
        ) from error


def _rows(folder: Path | None, name: str, make: Callable[[list[str]], _Row]) -> tuple[_Row, ...]:
    """The lines of a CSV file below its header; a BOM is allowed, as Excel writes one."""

    def read(path: Path) -> tuple[_Row, ...]:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            lines = csv.reader(stream)
            header = ",".join(next(lines, []))
            if header != _HEADERS[name]:
                raise ValueError(f"columns {header!r}")
            return tuple([make(line) for line in lines])

    return _guarded(folder, name, read)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _province(line: list[str]) -> ProvinceRow:
    code, name, kind, before, changed, resolution = line
    return ProvinceRow(
        code,
        name,
        _KINDS[kind],
        _KINDS.get(before),
        _day(changed),
        resolution or None,
        REFORM,
        None,
    )


def _commune(line: list[str]) -> CommuneRow:
    code, name, kind, province, before, changed, resolution = line
    known, previous = _KINDS[kind], _KINDS.get(before)
    day = _day(changed)
    return CommuneRow(code, name, known, province, previous, day, resolution or None, REFORM, None)


def _legacy_province(line: list[str]) -> ProvinceRow:
    code, name, kind = line
    return ProvinceRow(code, name, _KINDS[kind], None, None, None, None, LEGACY_END)


def _legacy_district(line: list[str]) -> LegacyDistrictRow:
    code, name, kind, province = line
    return LegacyDistrictRow(code, name, _KINDS[kind], province, LEGACY_END)


def _legacy_ward(line: list[str]) -> LegacyWardRow:
    code, name, kind, district, province = line
    return LegacyWardRow(code, name, _KINDS[kind], district, province, LEGACY_END)


def _conversion(line: list[str]) -> ConversionRow:
    legacy, commune, split, default = line
    return ConversionRow(legacy, commune, split == "1", default == "1")


def _ethnic_group(line: list[str]) -> EthnicRow:
    key, code_1979, census, official, display, minority, aliases = line
    others = tuple(filter(None, aliases.split(";")))
    return EthnicRow(key, code_1979, census or None, official, display, _TRUTH[minority], others)


def _skill(raw: dict[str, object]) -> SkillRow:
    topics = raw["topics"]
    if not isinstance(topics, list):
        raise TypeError("topics")
    texts = {name: str(raw[name]) for name in ("key", "vi", "en", "short", "short_en")}
    return SkillRow(**texts, topics=tuple(map(_topic, topics)))


def _topic(raw: dict[str, object]) -> TopicRow:
    def text(name: str) -> str | None:
        return str(raw[name]) if raw.get(name) else None

    return TopicRow(
        key=str(raw["key"]),
        vi=str(raw["vi"]),
        en=str(raw["en"]),
        formerly=text("formerly"),
        outcome=bool(raw.get("outcome", False)),
        retired=_day(text("retired") or ""),
        note=text("note"),
    )
