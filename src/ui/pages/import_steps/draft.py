"""Lists on their way in: files as they were read; the jobs that read, understand and write."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ....importing.cells import SourceFile
from ....importing.fields import Field
from ....importing.form_stamp import read_stamp
from ....importing.plan import ImportPlan
from ....models.clock import local
from ....models.errors import AppError, ErrorCode
from ....models.form_stamp import FormStamp
from ....services.lists.bringing import bring_in, read_list, understand
from ....services.lists.choices import ListChoices, SheetKey
from ....services.lists.draft import Counts, ImportReport, ListDraft
from ....services.lists.layouts import proposed_fields
from ....services.lists.review import ReviewLine, counts, review_lines
from ....services.lists.understanding import seen_before
from ...context import AppContext
from ...i18n import tr
from ...jobs import Progress

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

FieldChanges = Mapping[SheetKey, Mapping[int, Field]]


@dataclass(frozen=True)
class ListFile:
    """A file that was chosen: what it holds, or why it cannot be read.

    `source` is what was read last, also where no table was found in it. `proposed` are the columns
    that an earlier list with the same headings was given.
    """

    path: Path
    plan: ImportPlan | None = None
    error: AppError | None = None
    source: SourceFile | None = None
    stamp: FormStamp | None = None
    proposed: FieldChanges = field(default_factory=dict)
    seen_before: datetime | None = None
    """When this very file was brought in before."""

    @property
    def sha256(self) -> str:
        """By which the file is known; empty while nothing was read."""
        return self.source.sha256 if self.source else ""


@dataclass(frozen=True)
class Understood:
    """The files as they were read, what they would bring, and their rows as lines."""

    files: tuple[ListFile, ...]
    draft: ListDraft
    lines: tuple[ReviewLine, ...]
    counts: Counts


def today_of(context: AppContext) -> date:
    """The day here in Vietnam."""
    return local(context.by.clock()).date()


def read_files(
    context: AppContext, paths: Sequence[Path], choices: ListChoices, progress: Progress
) -> list[ListFile]:
    """Read files that were chosen; one that cannot be read hinders no other."""
    return [
        _read_new(context, path, choices, _within(progress, at, paths))
        for at, path in enumerate(paths)
    ]


def understood(
    context: AppContext,
    files: Sequence[ListFile],
    stale: frozenset[Path],
    choices: ListChoices,
    progress: Progress,
) -> Understood:
    """What the files would bring; those in `stale` are read again first.

    Raises FILE_CHANGED for a file that is another one by now, and what reading raises.
    """
    today = today_of(context)
    read = [_again(f, choices, today, progress) if f.path in stale else f for f in files]
    plans = [file.plan for file in read if file.plan]
    draft = context.database.read(lambda s: understand(s, plans, choices, today, progress))
    return Understood(tuple(read), draft, review_lines(draft), counts(draft))


def write(
    context: AppContext, files: Sequence[ListFile], choices: ListChoices, progress: Progress
) -> tuple[ImportReport, ...]:
    """Bring in what was shown, in one transaction. Raises FILE_NOT_FOUND, FILE_CHANGED."""
    for file in files:
        assert_unchanged(file)
    plans = [file.plan for file in files if file.plan]
    return context.database.write(lambda s: bring_in(s, context.by, plans, choices, progress))


def assert_unchanged(file: ListFile) -> None:
    """Raises FILE_NOT_FOUND or FILE_CHANGED where the file is no longer what was read."""
    try:
        content = file.path.read_bytes()
    except OSError as error:
        raise AppError(ErrorCode.FILE_NOT_FOUND, file=file.path.name) from error
    _assert_same(file, hashlib.sha256(content).hexdigest())


def _assert_same(file: ListFile, sha256: str) -> None:
    if file.sha256 and sha256 != file.sha256:
        raise AppError(ErrorCode.FILE_CHANGED, file=file.path.name)


def _again(file: ListFile, choices: ListChoices, today: date, progress: Progress) -> ListFile:
    assert_unchanged(file)
    plan = read_list(file.path, choices, today, progress)
    return replace(file, plan=plan, error=None, source=plan.source)


def _read_new(
    context: AppContext, path: Path, choices: ListChoices, progress: Progress
) -> ListFile:
    today = today_of(context)
    try:
        plan = read_list(path, choices, today, progress)
        proposed = context.database.read(_proposals(plan, choices))
        if proposed:
            plan = read_list(path, replace(choices, fields={**choices.fields, **proposed}), today)
    except AppError as error:
        if error.code is ErrorCode.CANCELLED:
            raise
        return ListFile(path, error=error)
    seen = context.database.read(lambda session: seen_before(session, plan))
    stamp = read_stamp(plan.source)
    return ListFile(path, plan, None, plan.source, stamp, proposed, seen)


def _proposals(
    plan: ImportPlan, choices: ListChoices
) -> Callable[["Session"], dict[SheetKey, Mapping[int, Field]]]:
    """Only for sheets whose columns nobody changed in this go."""
    sha256 = plan.source.sha256

    def read(session: "Session") -> dict[SheetKey, Mapping[int, Field]]:
        found = proposed_fields(session, plan, choices.commune_code)
        keys = {(sha256, sheet): fields for sheet, fields in found.items()}
        return {key: fields for key, fields in keys.items() if key not in choices.fields}

    return read


def _within(progress: Progress, at: int, paths: Sequence[Path]) -> Progress:
    """Says which of several files is read."""
    words = tr("Đang đọc {name}").format(name=paths[at].name)
    if len(paths) > 1:
        words += f" ({at + 1}/{len(paths)})"
    progress.report(0, 0, words)
    return progress
