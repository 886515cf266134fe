"""Lists as they are understood: what each row would become, or became."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from ...importing.findings import Finding, FindingKind, RowKey
from ...importing.plan import ImportPlan, PersonRow
from ...models.enums import ImportRowState
from .hamlets import HamletPlace, TeamPlace


@dataclass(frozen=True)
class FieldChange:
    """What a row changes in somebody already known: `column` of `person`, both values as stored.

    `hamlet_id` becomes the hamlet of the row, `identity_number` (no column of `person`) its number.
    """

    column: str
    before: object = field(repr=False)
    after: object = field(repr=False)


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A row with all its findings and what it would become.

    ADDED: a new person. MATCHED: `person_id` is who it is, or `same_as` the earlier row of this go
    whose new person it is. HELD: a question is open. DISCARDED: left out by the user.
    """

    row: PersonRow
    state: ImportRowState
    unit_id: UUID | None = None
    commune: str = ""
    """The commune that was understood, with its kind: "xã Mường É"; empty for none."""
    hamlet: str = ""
    """The hamlet as it is, or will be, stored: "Bản Púa"; empty for none."""
    place: HamletPlace | None = None
    team: TeamPlace | None = None
    person_id: UUID | None = None
    same_as: RowKey | None = None
    changes: tuple[FieldChange, ...] = ()
    distinct_from: tuple[UUID | RowKey, ...] = ()
    """Those it was said not to be; remembered once the row is somebody."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was seen in the row, in the file and against what is known."""
        return self.row.findings

    def as_person(self, person_id: UUID | None) -> "DraftRow":
        """The row once it is written: who it became."""
        return DraftRow(
            self.row, self.state, self.unit_id, self.commune, self.hamlet, self.place, self.team,
            person_id, self.same_as, self.changes, self.distinct_from,
        )  # fmt: skip


@dataclass(frozen=True)
class FileDraft:
    """A file with its rows understood; `seen_before` is when this very file was brought in."""

    plan: ImportPlan
    rows: tuple[DraftRow, ...]
    seen_before: datetime | None = None

    def count(self, state: ImportRowState) -> int:
        """How many rows came to this state."""
        return sum(row.state == state for row in self.rows)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings of all rows, in the order of the file."""
        return tuple(finding for row in self.rows for finding in row.findings)


@dataclass(frozen=True)
class ListDraft:
    """The files of one go, understood together: a person may stand in several."""

    files: tuple[FileDraft, ...] = ()
    course_code: str = ""

    def count(self, state: ImportRowState) -> int:
        """How many rows of all files came to this state."""
        return sum(file.count(state) for file in self.files)

    @property
    def taken(self) -> int:
        """How many rows come in: added or matched."""
        return self.count(ImportRowState.ADDED) + self.count(ImportRowState.MATCHED)


@dataclass(frozen=True)
class ImportReport:
    """What a file brought: read = added + matched + held + discarded."""

    batch_id: UUID
    file_name: str
    rows: tuple[DraftRow, ...]
    seen_before: datetime | None
    """When this very file was brought in before."""

    def count(self, state: ImportRowState) -> int:
        """How many rows came to this state."""
        return sum(row.state == state for row in self.rows)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings of all rows, in the order of the file."""
        return tuple(finding for row in self.rows for finding in row.findings)


@dataclass(frozen=True)
class Counts:
    """How many rows came to each state and have which findings; notes are not counted by kind."""

    rows: int
    states: Mapping[ImportRowState, int]
    repaired: int
    """Rows with a repair, taken or refused."""
    open: int
    """Rows that wait for a decision."""
    repeated: int
    kinds: Mapping[FindingKind, int] = field(default_factory=dict)
    """Rows by kind of their repairs and questions; the most frequent first."""
