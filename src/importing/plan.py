"""What a file would bring: people with findings, and how its tables were understood."""

from dataclasses import dataclass, field
from datetime import date

from ..models.enums import Gender
from .cells import SourceFile
from .findings import Finding
from .table import TableMatch


@dataclass(frozen=True)
class PersonRow:
    """A row of a list as a person; `row` as numbered in the sheet, places as they were written.

    `identity_number` is in full, and therefore not in the text that logging would show.
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

    @property
    def held(self) -> bool:
        """Whether a question is open, or a repair refused without which a cell would be lost."""
        return any(finding.open for finding in self.findings)


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
