"""What a redirect remembers of a merge, so that it can be undone."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any
from uuid import UUID

from ..models.enums import Gender
from ..models.people import Person, PersonRedirect
from .comparison import PersonField

COLUMNS: Mapping[PersonField, tuple[str, ...]] = MappingProxyType(
    {
        PersonField.NAME: ("name",),
        PersonField.SORT_NAME: ("sort_name",),
        PersonField.GENDER: ("gender",),
        PersonField.BIRTH: ("birth_date", "birth_year"),
        PersonField.ETHNIC: ("ethnic_key",),
        PersonField.PHONE: ("phone",),
        PersonField.PLACE: ("unit_id", "hamlet_id"),
        PersonField.HOUSEHOLD: ("household_id",),
        PersonField.EMPLOYER: ("employer",),
        PersonField.NOMINATED_BY: ("nominated_by",),
        PersonField.NOTE: ("note",),
    }
)
"""The fields that are merged. Identity numbers are not: one person may bear an old and a new."""

STAMP = ("changed_at", "changed_by", "changed_on")
"""Who changed the kept record last: given back with its fields."""

_READ: Mapping[str, Any] = MappingProxyType(
    {
        "gender": Gender,
        "birth_date": date.fromisoformat,
        "unit_id": UUID,
        "hamlet_id": UUID,
        "household_id": UUID,
        "changed_at": datetime.fromisoformat,
    }
)


@dataclass
class Memory:
    """Sides taken by field, columns before and after as JSON holds them, pairs overruled."""

    sides: dict[str, str] = field(default_factory=dict)
    before: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)
    distinct: list[str] = field(default_factory=list)

    @classmethod
    def read(cls, redirect: PersonRedirect) -> "Memory":
        """As it stands in the redirect."""
        return cls(**json.loads(redirect.choices))

    def text(self) -> str:
        """As it is stored."""
        return json.dumps(self.__dict__, ensure_ascii=False)


def stored(person: Person, columns: Iterable[str]) -> dict[str, Any]:
    """Columns of a person as JSON holds them."""
    return {column: _json(getattr(person, column)) for column in columns}


def read(column: str, value: Any) -> Any:
    """A column's value from JSON."""
    return value if value is None else _READ.get(column, lambda text: text)(value)


def _json(value: object) -> object:
    if isinstance(value, date):  # a datetime too
        return value.isoformat()
    return str(value) if isinstance(value, UUID | StrEnum) else value
