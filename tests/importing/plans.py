"""Plans of lists that were never files: rows of cells become people at once."""

from collections.abc import Mapping, Sequence
from datetime import date

from taphuan.importing.cells import Cell, Fonts, Merge, Sheet, SourceFile
from taphuan.importing.ethnic import EthnicNames
from taphuan.importing.fields import Field
from taphuan.importing.findings import (
    Answer,
    AnswerKind,
    Answers,
    Finding,
    FindingKey,
    FindingKind,
)
from taphuan.importing.legacy import Encoding
from taphuan.importing.plan import ImportPlan, PersonRow
from taphuan.importing.rows import plan_of
from taphuan.models.reference_data import ethnic_groups

TODAY = date(2026, 11, 21)
ETHNIC = EthnicNames(ethnic_groups())
FILE = "ab" * 32


def source(
    *rows: Sequence[Cell], fonts: Fonts | None = None, merges: Sequence[Merge] = ()
) -> SourceFile:
    """A file with one sheet "DS"."""
    sheet = Sheet("DS", tuple(map(tuple, rows)), merges=tuple(merges), fonts=lambda: fonts or {})
    return SourceFile("danh sách.xlsx", FILE, (sheet,))


def plan_from(
    *rows: Sequence[Cell],
    answers: Answers | None = None,
    encodings: Mapping[int, Encoding] | None = None,
    fonts: Fonts | None = None,
    merges: Sequence[Merge] = (),
) -> ImportPlan:
    """The plan of such a file on a fixed day."""
    told = {"DS": encodings} if encodings else None
    file = source(*rows, fonts=fonts, merges=merges)
    return plan_of(file, ETHNIC, answers=answers or Answers(), encodings=told, today=TODAY)


def only(plan: ImportPlan) -> PersonRow:
    """The one person of a plan."""
    (row,) = plan.rows
    return row


def kinds(row: PersonRow) -> list[FindingKind]:
    """What was found in a row, in order."""
    return [finding.kind for finding in row.findings]


def found(row: PersonRow, kind: FindingKind) -> Finding:
    """The one finding of a kind."""
    (finding,) = (f for f in row.findings if f.kind is kind)
    return finding


def answering(
    finding: Finding, kind: AnswerKind, value: str = "", *, accept: bool = True
) -> Answers:
    """One finding decided on."""
    return Answers({finding.key: Answer(kind, value)}, accept_repairs=accept)


def key(row: int, field: Field, kind: FindingKind) -> FindingKey:
    """A finding of the one sheet."""
    return FindingKey(FILE, "DS", row, field, kind)
