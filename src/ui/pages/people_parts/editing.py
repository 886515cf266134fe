"""Entering and correcting people from a page: read what the dialog needs, ask, write."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from ....models.clock import local
from ....services.commune_choices import CommuneChoice, commune_choices
from ....services.person_details import (
    PersonDetails,
    SavedPerson,
    add_details,
    change_details,
    person_details,
)
from ...context import AppContext
from ...dialogs.person import PersonDialog

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

Saved = Callable[[SavedPerson], object]


def add_person_dialog(page: QWidget, context: AppContext, on_saved: Saved) -> None:
    """Ask for somebody new, and enter them."""
    today = local(context.by.clock()).date()

    def ask(communes: tuple[CommuneChoice, ...]) -> None:
        details, accepted = PersonDialog.get_data(communes, today, None, page)
        if accepted:
            context.write(
                lambda session, by: add_details(session, by, details),
                on_saved,
                page,
                {"people"},
            )

    context.read(lambda session: commune_choices(session, today), ask, page)


def edit_person_dialog(
    page: QWidget, context: AppContext, person_id: UUID, on_saved: Saved
) -> None:
    """Show what is known of somebody, and write what is changed."""
    today = local(context.by.clock()).date()

    def read(session: "Session") -> tuple[tuple[CommuneChoice, ...], PersonDetails]:
        return commune_choices(session, today), person_details(session, person_id)

    def ask(known: tuple[tuple[CommuneChoice, ...], PersonDetails]) -> None:
        details, accepted = PersonDialog.get_data(known[0], today, known[1], page)
        if accepted:
            context.write(
                lambda session, by: change_details(session, by, person_id, details),
                on_saved,
                page,
                {"people"},
            )

    context.read(read, ask, page)
