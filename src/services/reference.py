"""Reference data into tables: at `init`, and later from a newer folder."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from ..models import reference_data as data
from ..models.curriculum import EthnicGroup, SkillName, Topic
from ..models.enums import UnitLevel
from ..models.names import fold, text_key
from ..models.places import Unit, UnitSuccessor, UnitTitle

_NAMESPACE = UUID("6f2a4a54-31a5-5c62-9d8e-0a8f4f1c7b20")
_SOURCE_NEW = "Nghị quyết 202/2025/QH15"
_SOURCE_OLD = "Trước ngày 01/7/2025"


@dataclass(frozen=True)
class ReferenceReport:
    """How many units are known now, and how many of them were new."""

    units: int
    added: int


@lru_cache(maxsize=32_768)
def unit_id(level: UnitLevel, code: str, valid_from: date | None) -> UUID:
    """The id of a reference unit: the same on every laptop, for level, code and first day."""
    return uuid5(_NAMESPACE, f"{level}:{code}:{valid_from or ''}")


def load_reference(session: Session, folder: Path | None = None) -> ReferenceReport:
    """Bring units, ethnic groups and curriculum from the files; known rows get the newer words."""
    rows = _units(folder)
    known = set(session.scalars(select(Unit.id)))
    _merge_units(session, rows, known)
    _merge_links(session, folder)
    _merge_ethnic(session, folder)
    _merge_curriculum(session, folder)
    session.flush()
    return ReferenceReport(len(rows), len([r for r in rows if r["id"] not in known]))


def _units(folder: Path | None) -> list[dict[str, Any]]:
    province, district, commune = UnitLevel.PROVINCE, UnitLevel.DISTRICT, UnitLevel.COMMUNE
    old, new = None, data.REFORM
    rows = [_unit(province, r, None, new, _SOURCE_NEW) for r in data.provinces(folder)]
    rows += [_unit(province, r, None, old, _SOURCE_OLD) for r in data.legacy_provinces(folder)]
    for d in data.legacy_districts(folder):
        rows.append(_unit(district, d, unit_id(province, d.province_code, old), old, _SOURCE_OLD))
    for w in data.legacy_wards(folder):
        rows.append(_unit(commune, w, unit_id(district, w.district_code, old), old, _SOURCE_OLD))
    for c in data.communes(folder):
        rows.append(_unit(commune, c, unit_id(province, c.province_code, new), new, _SOURCE_NEW))
    return rows


def _unit(
    level: UnitLevel, row: Any, parent: UUID | None, valid_from: date | None, source: str
) -> dict[str, Any]:
    valid_to = None if valid_from else data.LEGACY_END
    return {
        "id": unit_id(level, row.code, valid_from),
        "level": level,
        "code": row.code,
        "name": row.name,
        "kind": str(row.kind),
        "folded": fold(row.name),
        "sort_key": text_key(row.name),
        "parent_id": parent,
        "valid_from": getattr(row, "valid_from", None) or valid_from,
        "valid_to": getattr(row, "valid_to", None) or valid_to,
        "source": getattr(row, "resolution", None) or source,
    }


def _merge_units(session: Session, rows: list[dict[str, Any]], known: set[UUID]) -> None:
    fresh = [row for row in rows if row["id"] not in known]
    units = {unit.id: unit for unit in session.scalars(select(Unit))} if known else {}
    for row in rows:
        if unit := units.get(row["id"]):
            for key in ("name", "kind", "folded", "sort_key", "valid_to", "source"):
                if getattr(unit, key) != row[key]:
                    setattr(unit, key, row[key])
    if fresh:
        session.execute(insert(Unit), fresh)


def _merge_links(session: Session, folder: Path | None) -> None:
    commune, new = UnitLevel.COMMUNE, data.REFORM
    _add_missing(
        session,
        UnitSuccessor,
        [
            {
                "predecessor_id": unit_id(commune, c.legacy_ward_code, None),
                "successor_id": unit_id(commune, c.commune_code, new),
                "is_split": c.is_split,
                "is_default": c.is_default,
            }
            for c in data.conversions(folder)
        ],
        lambda r: (r["predecessor_id"], r["successor_id"]),
    )
    titled: list[tuple[UnitLevel, data.CommuneRow | data.ProvinceRow]] = []
    titled += [(commune, c) for c in data.communes(folder)]
    titled += [(UnitLevel.PROVINCE, p) for p in data.provinces(folder)]
    _add_missing(
        session,
        UnitTitle,
        [
            {
                "unit_id": unit_id(level, row.code, new),
                "valid_to": row.kind_changed_on,
                "name": row.name,
                "kind": str(row.kind_before),
                "source": row.resolution or "",
            }
            for level, row in titled
            if row.kind_changed_on and row.kind_before
        ],
        lambda r: (r["unit_id"], r["valid_to"]),
    )


def _merge_ethnic(session: Session, folder: Path | None) -> None:
    for row in data.ethnic_groups(folder):
        session.merge(
            EthnicGroup(
                key=row.key,
                code_1979=row.code_1979,
                code_census=row.code_census,
                name=row.display,
                official_name=row.official,
                is_minority=row.is_minority,
                aliases=";".join(row.aliases),
            )
        )


def _merge_curriculum(session: Session, folder: Path | None) -> None:
    curriculum = data.curriculum(folder)
    for position, skill in enumerate(curriculum.skills):
        session.merge(
            SkillName(
                key=skill.key,
                position=position,
                name=skill.vi,
                name_en=skill.en,
                short=skill.short,
            )
        )
        session.flush()
        _merge_topics(session, skill.key, skill.topics)
    _merge_topics(session, None, curriculum.context_topics)


def _merge_topics(session: Session, skill: str | None, topics: tuple[data.TopicRow, ...]) -> None:
    for position, topic in enumerate(topics):
        session.merge(
            Topic(
                key=topic.key,
                skill_key=skill,
                position=position,
                name=topic.vi,
                formerly=topic.formerly,
                is_outcome=topic.outcome,
                retired_on=topic.retired,
                is_own=False,
            )
        )


def _add_missing(
    session: Session,
    table: type[UnitSuccessor] | type[UnitTitle],
    rows: list[dict[str, Any]],
    key: Callable[[dict[str, Any]], tuple[Any, ...]],
) -> None:
    columns = table.__mapper__.primary_key
    known = {tuple(row) for row in session.execute(select(*columns))}
    fresh = [row for row in rows if key(row) not in known]
    if fresh:
        session.execute(insert(table), fresh)
