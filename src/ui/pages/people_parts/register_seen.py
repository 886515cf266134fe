"""What was seen in a register, of teams and of persons, as lines of one table."""

from collections.abc import Sequence
from dataclasses import dataclass

from ....exports.columns import Column, ColumnKind
from ....importing.findings import Finding, FindingKind, Severity
from ....importing.team_plan import TeamFinding
from ....services.register.report import RegisterReport
from ...finding_words import finding_words
from ...i18n import tr
from ...palette import Tone
from ...tables.record_model import Look
from ...team_words import finding_text
from ...widgets.status_pill import Pill

_TOLD_OF_TEAMS = frozenset(
    (FindingKind.NEW_HAMLET, FindingKind.COMMUNE_FROM_TITLE, FindingKind.NEW_TEAM)
)
_ORDER = (Severity.QUESTION, Severity.REPAIR, Severity.NOTE)


@dataclass(frozen=True)
class Seen:
    """A finding in words. Of a question nothing was taken: the row waits, or the cell is empty."""

    severity: Severity
    what: str
    before: str
    after: str
    column: str
    sheet: str
    row: int


def seen_in(report: RegisterReport) -> tuple[Seen, ...]:
    """What somebody should see, questions first; notes on persons are left to their list."""
    teams = [_of_team(finding) for finding in report.findings]
    people = [
        _of_person(finding)
        for row in report.people
        for finding in row.findings
        if finding.kind not in _TOLD_OF_TEAMS and finding.severity is not Severity.NOTE
    ]
    return tuple(sorted([*teams, *people], key=lambda one: _ORDER.index(one.severity)))


def _of_team(finding: TeamFinding) -> Seen:
    return Seen(
        finding.severity, finding_text(finding.kind), finding.before, finding.after or "",
        finding.column, finding.sheet, finding.row,
    )  # fmt: skip


def _of_person(finding: Finding) -> Seen:
    severity = Severity.QUESTION if finding.open else finding.severity
    if severity is Severity.QUESTION and not finding.open:
        severity = Severity.NOTE
    return Seen(
        severity, finding_words(finding), finding.before, finding.after or "",
        finding.column, finding.sheet, finding.row,
    )  # fmt: skip


def _pill(seen: Seen) -> Pill:
    return {
        Severity.QUESTION: Pill(tr("Cần quyết định"), Tone.REFUSED),
        Severity.REPAIR: Pill(tr("Đã tự sửa"), Tone.LATE),
        Severity.NOTE: Pill(tr("Để biết"), Tone.NEUTRAL),
    }[seen.severity]


SEEN_LOOK: Look[Seen] = Look(pills={"severity": _pill})


def seen_columns() -> Sequence[Column[Seen]]:
    """The columns of what was seen."""
    text = ColumnKind.TEXT
    return (
        Column("severity", tr("Mức"), lambda s: s.severity, ColumnKind.MARK, 14),
        Column("what", tr("Vấn đề"), lambda s: s.what, text, 40),
        Column("before", tr("Trong tệp"), lambda s: s.before, text, 26),
        Column("after", tr("Sau khi sửa"), lambda s: s.after, text, 22),
        Column("column", tr("Cột"), lambda s: s.column, text, 16),
        Column("sheet", tr("Sheet"), lambda s: s.sheet, text, 12),
        Column("row", tr("Dòng"), lambda s: s.row, ColumnKind.INTEGER, 6),
    )
