"""What a file would bring: people with findings, and how its tables were understood."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from ..models.enums import Gender
from .cells import SourceFile
from .findings import Finding
from .matches import TableMatch
from .numbers_in_text import without_numbers


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A row of a list as a person; `row` as numbered in the sheet, places as they were written.

    `identity_number` is in full, and therefore not in the text that logging would show. In a row
    that is held for a refused repair the repaired value stands, should it be accepted later.
    """

    sheet: str
    row: int
    name: str
    gender: Gender | None = None
    birth_date: date | None = None
    birth_year: int | None = None
    ethnic: str | None = None
    identity_number: str | None = field(default=None, repr=False)
    phone: str | None = None
    hamlet: str | None = None
    commune: str | None = None
    district: str | None = None
    province: str | None = None
    team: str | None = None
    role: str | None = None
    employer: str | None = None
    note: str | None = None
    program_id: str | None = None
    findings: tuple[Finding, ...] = ()
    section_commune: str | None = None
    """The commune its section names, where the row itself names another."""

    @property
    def held(self) -> bool:
        """Whether a question is open, or a repair refused without which a cell would be lost."""
        return any(finding.open for finding in self.findings) if self.findings else False


_TEXTS = (
    "name", "ethnic", "phone", "hamlet", "commune", "district", "province", "team", "role",
    "employer", "note", "program_id", "section_commune",
)  # fmt: skip
_EXACT = ("phone", "program_id")


def row_to_cells(row: PersonRow) -> str:
    """The cells of a row as JSON, to be kept while it waits; without the identity number."""
    told: dict[str, str] = {}
    for name in _TEXTS:
        value = getattr(row, name)
        if value is not None:
            told[name] = value if name in _EXACT else without_numbers(value)
    if row.gender is not None:
        told["gender"] = row.gender.value
    if row.birth_date is not None:
        told["birth_date"] = row.birth_date.isoformat()
    if row.birth_year is not None:
        told["birth_year"] = str(row.birth_year)
    return json.dumps(told, ensure_ascii=False)


def row_from_cells(
    sheet: str,
    row: int,
    cells: str,
    identity_number: str | None = None,
    findings: Iterable[Finding] = (),
) -> PersonRow:
    """A row that waited, from what `row_to_cells` kept and what was kept apart."""
    told: dict[str, str] = json.loads(cells)
    born, year, gender = told.get("birth_date"), told.get("birth_year"), told.get("gender")
    texts = {name: told[name] for name in _TEXTS if name in told and name != "name"}
    return PersonRow(
        sheet,
        row,
        told.get("name", ""),
        gender=Gender(gender) if gender else None,
        birth_date=date.fromisoformat(born) if born else None,
        birth_year=int(year) if year else None,
        identity_number=identity_number,
        findings=tuple(findings),
        **texts,
    )


@dataclass(frozen=True)
class ImportPlan:
    """What a file would bring; nothing is written yet."""

    source: SourceFile
    tables: tuple[TableMatch, ...]
    rows: tuple[PersonRow, ...]
    sheets_without_table: tuple[str, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings of all rows, in the order of the file."""
        return tuple(finding for row in self.rows for finding in row.findings)
