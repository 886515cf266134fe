"""Writing to the register from a page: said in its banner, and taken back from there."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from ....models.errors import AppError
from ....services.register.changes import Done, undo
from ...context import AppContext
from ...errors import sentence
from ...i18n import tr
from ...page import Page
from ...palette import Tone

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from ....models.context import Context

CHANGES = frozenset({"teams", "people"})
Work = Callable[["Session", "Context"], Done]


def write(page: Page, context: AppContext, work: Work, said: str) -> None:
    """Write one change and say so, with "Hoàn tác" beside it; a refusal is said in its place."""
    context.write(
        work,
        lambda done: _say(page, context, done, said),
        page,
        CHANGES,
        lambda error: refuse(page, error),
    )


def refuse(page: Page, error: AppError) -> None:
    """Say in the banner why something was not done."""
    page.banner.say(sentence(error), Tone.REFUSED)


def _say(page: Page, context: AppContext, done: Done, said: str) -> None:
    if not done:
        page.banner.say(tr("Không có gì thay đổi."), Tone.INFO)
        return

    def take_back() -> None:
        context.write(
            lambda session, by: undo(session, by, done),
            lambda _: page.banner.say(tr("Đã hoàn tác."), Tone.PRESENT),
            page,
            CHANGES,
            lambda error: refuse(page, error),
        )

    page.banner.say(said, Tone.PRESENT, tr("Hoàn tác"), take_back)
