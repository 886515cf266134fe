"""Asking communes for a list: how many people, until when; changed, taken back, put back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Literal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ...models.context import Context
from ...models.errors import AppError, ErrorCode
from ...models.registration import RegistrationForm
from ..enrolments import assert_open
from ..facts import changed
from ..places import CommuneName, commune_by_code, communes_named, province_of
from ..settings import load_settings

MOST = 9_999
"""The largest quota."""


class Same(Enum):
    """Says of a value that it stays as it is: None would say that there is none."""

    SAME = "same"


SAME: Literal[Same.SAME] = Same.SAME


@dataclass(frozen=True)
class Wish:
    """What is asked of a commune: `quota` people until the end of the `deadline`'s day."""

    unit_id: UUID
    quota: int | None = None
    deadline: date | None = None


@dataclass(frozen=True)
class FormValues:
    """What a form asked for at some time, to put it back."""

    form_id: UUID
    quota: int | None
    deadline: date | None


@dataclass(frozen=True)
class Asking:
    """What asking did: every form, those that are new, and what the others asked for before."""

    forms: tuple[UUID, ...]
    added: tuple[UUID, ...]
    before: tuple[FormValues, ...]


def commune_meant(session: Session, text: str, day: date) -> CommuneName:
    """The commune of a code or a name on a day, ours before those elsewhere.

    Raises UNKNOWN_COMMUNE, and AMBIGUOUS_COMMUNE with the candidates.
    """
    if text.strip().isdigit():
        return commune_by_code(session, text, day)
    found = communes_named(session, text, day, load_settings(session).province_code)
    if not found:
        raise AppError(ErrorCode.UNKNOWN_COMMUNE, commune=text)
    if len(found) > 1:
        candidates = tuple(
            f"{one.code} {one.full}, {province_of(session, one.id)}" for one in found
        )
        raise AppError(ErrorCode.AMBIGUOUS_COMMUNE, commune=text, candidates=candidates)
    return found[0]


def ask(session: Session, by: Context, course_id: UUID | None, wishes: Sequence[Wish]) -> Asking:
    """Ask communes for a list; one that was asked already gets the new quota and deadline.

    A value that is None leaves what was asked before. A form that was taken back comes back with
    its id, since its file may be out. Raises BAD_VALUE, COURSE_CLOSED.
    """
    _assert_open(session, course_id)
    known = {form.unit_id: form for form in _of_course(session, course_id)}
    added, before = [], []
    for wish in wishes:
        form = known.get(wish.unit_id)
        if form is not None and form.deleted_at is None:
            before.append(_values(form))
        else:
            form = _asked_anew(session, by, course_id, wish.unit_id, form)
            known[wish.unit_id] = form
            added.append(form.id)
        _set(form, by, SAME if wish.quota is None else wish.quota, wish.deadline or SAME)
    session.flush()
    forms = dict.fromkeys(known[wish.unit_id].id for wish in wishes)
    return Asking(tuple(forms), tuple(added), tuple(before))


def take_back(session: Session, by: Context, asking: Asking) -> None:
    """Undo an asking: what is new goes, the others ask for what they did before."""
    put_back(session, by, tuple(reversed(asking.before)))
    remove(session, by, asking.added)


def change(
    session: Session,
    by: Context,
    forms: Sequence[UUID],
    quota: int | Same | None = SAME,
    deadline: date | Same | None = SAME,
) -> tuple[FormValues, ...]:
    """Set quota or deadline of several forms; returns what stood there, for `put_back`.

    Raises BAD_VALUE.
    """
    rows = _rows(session, forms)
    before = tuple(_values(row) for row in rows)
    for row in rows:
        _set(row, by, quota, deadline)
    session.flush()
    return before


def put_back(session: Session, by: Context, values: Sequence[FormValues]) -> None:
    """Let forms ask for what they did before."""
    rows = {row.id: row for row in _rows(session, [value.form_id for value in values])}
    for value in values:
        _set(rows[value.form_id], by, value.quota, value.deadline)
    session.flush()


def remove(session: Session, by: Context, forms: Sequence[UUID]) -> None:
    """No longer ask these communes; `restore` takes it back."""
    for row in _rows(session, forms):
        row.deleted_at = by.clock()
        _stamp(row, by)
    session.flush()


def restore(session: Session, by: Context, forms: Sequence[UUID]) -> None:
    """Ask them again, for what they were asked before."""
    for row in _rows(session, forms):
        row.deleted_at = None
        _stamp(row, by)
    session.flush()


def _assert_open(session: Session, course_id: UUID | None) -> None:
    if course_id is not None:
        assert_open(session, course_id)


def _of_course(session: Session, course_id: UUID | None) -> Sequence[RegistrationForm]:
    same = RegistrationForm.course_id
    asked = same.is_(None) if course_id is None else same == course_id
    # Of two for one commune, the one that counts comes last.
    order = RegistrationForm.deleted_at.is_(None), RegistrationForm.id
    return session.scalars(select(RegistrationForm).where(asked).order_by(*order)).all()


def _rows(session: Session, forms: Sequence[UUID]) -> Sequence[RegistrationForm]:
    query = select(RegistrationForm).where(RegistrationForm.id.in_(forms))
    return session.scalars(query.order_by(RegistrationForm.id)).all()


def _asked_anew(
    session: Session,
    by: Context,
    course_id: UUID | None,
    unit_id: UUID,
    form: RegistrationForm | None,
) -> RegistrationForm:
    if form is None:
        form = RegistrationForm(id=by.new_id(), course_id=course_id, unit_id=unit_id)
        session.add(form)
    form.deleted_at = form.quota = form.deadline = form.note = None
    return form


def _set(
    form: RegistrationForm, by: Context, quota: int | Same | None, deadline: date | Same | None
) -> None:
    if not isinstance(quota, Same):
        if quota is not None and not 1 <= quota <= MOST:
            raise AppError(ErrorCode.BAD_VALUE, field="quota", value=str(quota))
        form.quota = quota
    if not isinstance(deadline, Same):
        form.deadline = deadline
    _stamp(form, by)


def _stamp(form: RegistrationForm, by: Context) -> None:
    for key, value in changed(by).items():
        setattr(form, key, value)


def _values(form: RegistrationForm) -> FormValues:
    return FormValues(form.id, form.quota, form.deadline)
