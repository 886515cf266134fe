"""What a register of teams would bring, or brought."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from ...importing.findings import Answers, Severity
from ...importing.team_plan import TeamFinding
from ...models.enums import ImportRowState
from ..lists.draft import DraftRow


class RegisterCount(StrEnum):
    """What is counted of a register; the value is what the shell prints."""

    TEAMS_NEW = "teams_new"
    TEAMS_KNOWN = "teams_known"
    HAMLETS_NEW = "hamlets_new"
    FIGURES_NEW = "figures_new"
    FIGURES_KNOWN = "figures_known"
    MEMBERS_NEW = "members_new"
    MEMBERS_KNOWN = "members_known"
    MEMBERS_HELD = "members_held"
    """Rows of members that wait for a decision; they join when they are settled."""
    NOT_TAKEN = "not_taken"
    """Rows whose commune or team is unclear: nothing of them comes in."""


@dataclass(frozen=True)
class RegisterChoices:
    """What was chosen for a register.

    `commune_code` is the commune of all rows, empty where the file says it. Figures without a date
    or a source of their own get these; without a choice today's date and the file's name.
    """

    commune_code: str = ""
    as_of: date | None = None
    source: str = ""
    answers: Answers = field(default_factory=Answers)


@dataclass(frozen=True)
class RegisterReport:
    """What a file would bring (`batch_id` None), or brought. `people` are its persons' rows."""

    file_name: str
    counts: Mapping[RegisterCount, int]
    findings: tuple[TeamFinding, ...]
    people: tuple[DraftRow, ...]
    seen_before: datetime | None
    """When this very file was brought in before."""
    sheets_without_table: tuple[str, ...] = ()
    batch_id: UUID | None = None

    def count(self, of: RegisterCount) -> int:
        """How many of these."""
        return self.counts.get(of, 0)

    def people_count(self, state: ImportRowState) -> int:
        """How many persons came to this state."""
        return sum(row.state == state for row in self.people)

    @property
    def brings_anything(self) -> bool:
        """Whether anything is new."""
        new = (RegisterCount.TEAMS_NEW, RegisterCount.HAMLETS_NEW, RegisterCount.FIGURES_NEW,
               RegisterCount.MEMBERS_NEW, RegisterCount.MEMBERS_HELD)  # fmt: skip
        return any(map(self.count, new))

    @property
    def questions(self) -> int:
        """How many findings were not taken."""
        return Counter(f.severity for f in self.findings)[Severity.QUESTION]
