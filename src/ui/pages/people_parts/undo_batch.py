"""Taking brought-in files back, and naming what depends on them where that is not possible."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from ....models.errors import AppError, ErrorCode
from ....services.lists.undoing import undo
from ...context import AppContext
from ...dialogs.batch_in_use import BatchInUseDialog
from ...errors import sentence
from ...i18n import tr
from ...jobs import Progress
from ...page import Page
from ...palette import Tone

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

CHANGES = frozenset({"imports", "people", "enrolments", "courses"})


def undo_batches(
    page: Page, context: AppContext, batches: Sequence[UUID], on_done: Callable[[], object]
) -> None:
    """Take these batches back in this order, all or none; what hinders is named in a dialog."""

    def work(progress: Progress) -> None:
        def take_back(session: "Session") -> None:
            for batch_id in batches:
                undo(session, context.by, batch_id, progress)

        context.database.write(take_back)

    def refuse(error: AppError) -> None:
        found = error.data.get("dependents")
        if error.code is ErrorCode.BATCH_IN_USE and isinstance(found, tuple):
            BatchInUseDialog(found, page.window()).open()
        else:
            page.banner.say(sentence(error), Tone.REFUSED)

    page.banner.hide()
    handle = context.jobs.write(work, lambda _: on_done(), refuse, page, CHANGES)
    page.progress.follow(handle, tr("Đang hoàn tác lần nhập"))
