"""Who a row may be, read field by field: people already stored, or an earlier row of the list."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from ....importing.findings import Finding, FindingKind
from ....services.comparison import compare_row
from ....services.lists.review import ReviewLine
from ...context import AppContext
from .comparison_grid import Beside, beside_row

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_MOST = 5
"""More candidates than this are not shown side by side; each has its button."""


def find_beside(
    context: AppContext,
    owner: QObject,
    line: ReviewLine,
    finding: Finding,
    lines: Iterable[ReviewLine],
    show: Callable[[ReviewLine, Sequence[Beside]], object],
) -> None:
    """Read those a row may be, and show them beside it."""
    if finding.kind is FindingKind.DUPLICATE_IN_FILE:
        other = _earlier(line, finding, lines)
        show(line, [beside_row(line, other)] if other else [])
        return
    draft = line.draft
    if draft is None or finding.kind is not FindingKind.POSSIBLE_DUPLICATE:
        return
    row, candidates = draft.row, finding.candidates[:_MOST]

    def read(session: "Session") -> list[Beside]:
        return [Beside(one.title, compare_row(session, row, UUID(one.key))) for one in candidates]

    context.read(read, lambda found: show(line, found), owner, replaces="beside")


def _earlier(line: ReviewLine, finding: Finding, lines: Iterable[ReviewLine]) -> ReviewLine | None:
    """The row that a repeat names: "9", "DS!9" in another sheet, "a.xlsx!DS!9" in another file."""
    above, _, number = (finding.after or "").rpartition("!")
    file, _, sheet = above.rpartition("!")
    for other in lines:
        if str(other.row) != number or other.key.sheet != (sheet or line.key.sheet):
            continue
        if other.file_name == file if file else other.key.file == line.key.file:
            return other
    return None
