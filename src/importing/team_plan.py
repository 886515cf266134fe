"""What a register of teams would bring: teams, figures of hamlets, members with their persons."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ..models.enums import TeamKind
from ..models.names import fold
from .cells import SourceFile
from .findings import Severity
from .matches import CommuneHint
from .plan import ImportPlan, PersonRow
from .team_cells import TeamFindingKind
from .team_tables import TeamTable


@dataclass(frozen=True)
class TeamFinding:
    """A finding on its cell: row as numbered in the sheet, column by its heading in the file.

    A question was not taken: what the cell says is left out, the rest of the row comes in.
    """

    sheet: str
    row: int
    column: str
    kind: TeamFindingKind
    severity: Severity
    before: str
    after: str | None = None


@dataclass(frozen=True)
class PlaceText:
    """Where a row lies, as written; `hints` are communes named outside the rows."""

    commune: str = ""
    province: str = ""
    hamlet: str = ""
    hints: tuple[CommuneHint, ...] = ()

    @property
    def key(self) -> tuple[str, str, str]:
        """By which equal places are known."""
        return fold(self.commune), fold(self.province), fold(self.hamlet)


@dataclass(frozen=True)
class TeamRow:
    """A row of the register as a team, or (`is_team` False) only as a hamlet with its figures."""

    sheet: str
    row: int
    place: PlaceText
    team: str = ""
    is_team: bool = True
    kind: TeamKind | None = None
    decision_number: str | None = None
    decision_date: date | None = None
    members: int | None = None
    households: int | None = None
    adults: int | None = None
    as_of: date | None = None
    source: str = ""


@dataclass(frozen=True)
class MemberRow:
    """Somebody in a team: `team` is the row that tells of it, `person` what it says of them."""

    team: TeamRow
    person: PersonRow
    role: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    nominated_by: str | None = None


@dataclass(frozen=True)
class TeamPlan:
    """What a file would bring; nothing is written yet. `people` are its persons as any list's."""

    source: SourceFile
    tables: tuple[TeamTable, ...]
    teams: tuple[TeamRow, ...]
    members: tuple[MemberRow, ...]
    people: ImportPlan
    findings: tuple[TeamFinding, ...]
    sheets_without_table: tuple[str, ...] = ()

    def column(self, sheet: str, fields: Sequence[str]) -> str:
        """The heading of the first of these fields that a sheet has a column of."""
        table = next((table for table in self.tables if table.sheet == sheet), None)
        places = {str(held): index for held, index in table.places.items()} if table else {}
        at = next((places[field] for field in fields if field in places), None)
        return table.headings[at] if table and at is not None else ""
