"""What a register would write, and how its findings are told on their cells."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from ...importing.findings import Severity
from ...importing.team_cells import TeamFindingKind
from ...importing.team_plan import MemberRow, TeamFinding, TeamPlan, TeamRow
from ...models.enums import Measure
from .denominators import Area, Figure
from .members import MemberData
from .places import HamletRef, TeamRef
from .report import RegisterCount

FigureKey = tuple[Area, Measure, date]


@dataclass(frozen=True)
class NewMember:
    """A membership to write; in a preview new persons have no id yet."""

    team: TeamRef
    person_id: UUID | None
    data: MemberData


@dataclass
class RegisterDraft:
    """What is to be written, in the order of the file."""

    hamlets: list[HamletRef] = field(default_factory=list)
    teams: list[TeamRef] = field(default_factory=list)
    filled: list[TeamRef] = field(default_factory=list)
    figures: dict[FigureKey, Figure] = field(default_factory=dict)
    members: list[NewMember] = field(default_factory=list)
    waiting: list[tuple[TeamRef, MemberRow]] = field(default_factory=list)
    """Members whose person is held."""
    counts: Counter[RegisterCount] = field(default_factory=Counter)
    findings: tuple[TeamFinding, ...] = ()


class Teller:
    """Keeps the findings of a register, each on the heading of its column."""

    def __init__(self, plan: TeamPlan) -> None:
        self._plan = plan
        self.findings: list[TeamFinding] = list(plan.findings)

    def note(
        self,
        row: TeamRow,
        columns: Sequence[str],
        kind: TeamFindingKind,
        before: str,
        after: str | None = None,
    ) -> None:
        """Something that is only told."""
        self.add(row.sheet, row.row, columns, kind, Severity.NOTE, before, after)

    def repair(
        self,
        row: TeamRow,
        columns: Sequence[str],
        kind: TeamFindingKind,
        before: str,
        after: str | None = None,
    ) -> None:
        """Something that is taken otherwise than it is written."""
        self.add(row.sheet, row.row, columns, kind, Severity.REPAIR, before, after)

    def ask(self, row: TeamRow, columns: Sequence[str], kind: TeamFindingKind, before: str) -> None:
        """Something that is not taken."""
        self.add(row.sheet, row.row, columns, kind, Severity.QUESTION, before)

    def add(
        self,
        sheet: str,
        row: int,
        columns: Sequence[str],
        kind: TeamFindingKind,
        severity: Severity,
        before: str,
        after: str | None = None,
    ) -> None:
        """A finding in the first of these columns that the sheet has."""
        column = self._plan.column(sheet, columns)
        self.findings.append(TeamFinding(sheet, row, column, kind, severity, before, after))


def is_same(stored: object, listed: object) -> bool:
    """Whether two values are written alike, but for case and spaces."""
    if isinstance(stored, str) and isinstance(listed, str):
        return "".join(stored.casefold().split()) == "".join(listed.casefold().split())
    return stored == listed


def shown(value: object) -> str:
    """A value as findings show it."""
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value or "")
