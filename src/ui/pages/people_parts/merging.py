"""Merging two people from a page: read both, ask, write, and offer to take it back."""

from collections.abc import Callable
from uuid import UUID

from ....models.errors import AppError
from ....services.merge_question import MergeQuestion, merge_question
from ....services.merging import Unmerged, merge, unmerge
from ...context import AppContext
from ...dialogs.merge_people import MergeAnswer, MergePeopleDialog
from ...errors import sentence
from ...i18n import tr
from ...page import Page
from ...palette import Tone
from ..import_steps.comparison_grid import person_field_words

CHANGES = frozenset({"people", "enrolments", "attendance", "assessments", "certificates"})


def merge_from_page(page: Page, context: AppContext, left: UUID, right: UUID) -> None:
    """Show two people side by side and merge them as somebody chooses."""

    def ask(question: MergeQuestion) -> None:
        answer, accepted = MergePeopleDialog.get_data(question, page)
        if accepted:
            _write(page, context, answer)

    context.read(lambda s: merge_question(s, left, right), ask, page, _saying(page))


def unmerge_from_page(page: Page, context: AppContext, redirect: UUID) -> None:
    """Make two people of one again, and say what stayed as it was edited since."""
    context.write(
        lambda session, by: unmerge(session, by, redirect),
        lambda undone: page.banner.say(unmerged_words(undone), Tone.PRESENT),
        page,
        CHANGES,
        _saying(page),
    )


def unmerged_words(undone: Unmerged) -> str:
    """Who is apart again, and which fields were edited since the merge."""
    text = tr("Đã tách {other} ra khỏi {kept}.").format(
        other=undone.restored_name, kept=undone.kept_name
    )
    if not undone.left:
        return text
    fields = ", ".join(person_field_words(field) for field in undone.left)
    return f"{text} " + tr("Giữ nguyên phần đã sửa sau khi gộp: {fields}.").format(fields=fields)


def _write(page: Page, context: AppContext, answer: MergeAnswer) -> None:
    def said(redirect: UUID) -> None:
        text = tr("Đã gộp {other} vào {kept}.").format(other=answer.other, kept=answer.kept)
        undo = tr("Hoàn tác")
        page.banner.say(
            text, Tone.PRESENT, undo, lambda: unmerge_from_page(page, context, redirect)
        )

    context.write(
        lambda session, by: merge(
            session,
            by,
            answer.keep_id,
            answer.other_id,
            answer.choices,
            overrule=answer.overrule,
            two_numbers=answer.two_numbers,
        ),
        said,
        page,
        CHANGES,
        _saying(page),
    )


def _saying(page: Page) -> Callable[[AppError], object]:
    return lambda error: page.banner.say(sentence(error), Tone.REFUSED)
