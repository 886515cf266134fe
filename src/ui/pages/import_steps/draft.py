"""A list on its way in, and the jobs that read, rehearse and write it."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ....importing.plan import ImportPlan
from ....models.clock import local
from ....models.enums import ImportRowState
from ....services.list_import import ImportReport
from ....services.list_review import (
    ListChoices,
    ReviewLine,
    brought_in,
    read_list,
    review_lines,
)
from ...context import AppContext
from ...jobs import Progress


@dataclass(frozen=True)
class Preview:
    """A list as it was read and rehearsed, or written: the plan, the report, its rows."""

    plan: ImportPlan
    report: ImportReport
    lines: tuple[ReviewLine, ...]

    @property
    def taken(self) -> int:
        """How many rows come in: added or matched."""
        return len(self.lines) - self.report.count(ImportRowState.HELD)


def today_of(context: AppContext) -> date:
    """The day here in Vietnam."""
    return local(context.by.clock()).date()


def read_file(
    context: AppContext, path: Path, choices: ListChoices, progress: Progress
) -> ImportPlan:
    """Read the file alone: how its tables are understood."""
    return read_list(path, choices, today_of(context), progress)


def rehearse(
    context: AppContext, path: Path, choices: ListChoices, commune: str, progress: Progress
) -> Preview:
    """Read the file and do what the import would, all of which is taken back."""
    plan = read_file(context, path, choices, progress)
    report = context.database.rehearse(
        lambda session: brought_in(session, context.by, plan, choices, progress)
    )
    return Preview(plan, report, review_lines(report, plan, commune))


def write(
    context: AppContext, plan: ImportPlan, choices: ListChoices, commune: str, progress: Progress
) -> Preview:
    """Bring in the very plan that was shown, in one transaction."""
    report = context.database.write(
        lambda session: brought_in(session, context.by, plan, choices, progress)
    )
    return Preview(plan, report, review_lines(report, plan, commune))
