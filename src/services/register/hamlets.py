"""Hamlets: entered, corrected, ended. Their figures and successors have modules of their own."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ...models.context import Context
from ...models.errors import AppError, ErrorCode
from ...models.names import fold, nfc, text_key
from ...models.places import Hamlet
from ...models.teams import Team
from ..places import hamlet_title, split_hamlet
from .changes import Changes, Done
from .validity import is_valid


@dataclass(frozen=True)
class HamletData:
    """What a form knows of a hamlet; `title` is its kind and name: "Bản Púa"."""

    title: str
    valid_from: date | None = None
    valid_to: date | None = None


def get_hamlet(session: Session, hamlet_id: UUID) -> Hamlet:
    """The stored hamlet, ended or not. Raises UNKNOWN_HAMLET."""
    hamlet = session.scalars(
        select(Hamlet).where(Hamlet.id == hamlet_id, Hamlet.deleted_at.is_(None))
    ).first()
    if hamlet is None:
        raise AppError(ErrorCode.UNKNOWN_HAMLET, value="")
    return hamlet


def title_of(hamlet: Hamlet) -> str:
    """How a hamlet is written: "Bản Púa"."""
    return hamlet_title(hamlet.kind, hamlet.name)


def hamlet_named(session: Session, unit_id: UUID, title: str, day: date) -> Hamlet | None:
    """The hamlet a list or a form means: one that stands on this day before one that ended.

    A name without a kind means any; a stored one without a kind is meant by any.
    """
    kind, name = split_hamlet(title)
    namesakes = session.scalars(
        select(Hamlet).where(
            Hamlet.unit_id == unit_id, Hamlet.folded == fold(name), Hamlet.deleted_at.is_(None)
        )
    )
    fitting = [h for h in namesakes if not kind or h.kind in (kind, "")]
    written = nfc(name).casefold()

    def rank(hamlet: Hamlet) -> tuple[bool, bool, bool, int]:
        stands = is_valid(hamlet.valid_from, hamlet.valid_to, day)
        same = hamlet.name.casefold() == written
        return (not stands, hamlet.kind != kind, not same, hamlet.seq)

    return min(fitting, key=rank, default=None)


def new_hamlet(
    changes: Changes, unit_id: UUID, data: HamletData, batch: UUID | None = None
) -> UUID:
    """Write a new hamlet within a change; returns its id. Raises BAD_VALUE without a name."""
    kind, name = _named(data.title)
    hamlet = Hamlet(
        id=changes.by.new_id(),
        unit_id=unit_id,
        kind=kind,
        name=name,
        folded=fold(name),
        sort_key=text_key(name),
        valid_from=data.valid_from,
        valid_to=data.valid_to,
        batch_id=batch,
    )
    changes.add(hamlet)
    return hamlet.id


def hamlet_for(changes: Changes, unit_id: UUID | None, title: str, day: date) -> UUID | None:
    """The hamlet that was typed, made when it is not there yet; None for an empty text."""
    if unit_id is None or not title.strip():
        return None
    known = hamlet_named(changes.session, unit_id, title, day)
    return known.id if known else new_hamlet(changes, unit_id, HamletData(title))


def add_hamlet(session: Session, by: Context, unit_id: UUID, data: HamletData) -> Done:
    """Enter a hamlet. Raises BAD_VALUE, HAMLET_EXISTS for the name of one that stands."""
    _assert_free(session, unit_id, data)
    changes = Changes(session, by)
    return changes.done(new_hamlet(changes, unit_id, data))


def change_hamlet(session: Session, by: Context, hamlet_id: UUID, data: HamletData) -> Done:
    """Correct kind, name or validity: the same hamlet was always meant.

    One that was renamed from a day on is another hamlet: `succession.succeed`.
    Raises UNKNOWN_HAMLET, BAD_VALUE, HAMLET_EXISTS.
    """
    hamlet = get_hamlet(session, hamlet_id)
    assert hamlet.unit_id is not None, "hamlets of the register stand in a commune"
    _assert_free(session, hamlet.unit_id, data, hamlet_id)
    kind, name = _named(data.title)
    changes = Changes(session, by)
    changes.set(
        hamlet,
        kind=kind,
        name=name,
        folded=fold(name),
        sort_key=text_key(name),
        valid_from=data.valid_from,
        valid_to=data.valid_to,
    )
    return changes.done(hamlet_id)


def remove_hamlet(session: Session, by: Context, hamlet_id: UUID) -> Done:
    """Take out a hamlet that was entered by mistake; people and enrolments keep its name.

    Raises UNKNOWN_HAMLET, HAMLET_EXISTS while a team stands in it.
    """
    hamlet = get_hamlet(session, hamlet_id)
    team = session.scalars(
        select(Team).where(Team.hamlet_id == hamlet_id, Team.deleted_at.is_(None))
    ).first()
    if team is not None:
        raise AppError(ErrorCode.TEAM_EXISTS, value=team.name)
    changes = Changes(session, by)
    changes.remove(hamlet)
    return changes.done(hamlet_id)


def _named(title: str) -> tuple[str, str]:
    kind, name = split_hamlet(title)
    if not name:
        raise AppError(ErrorCode.BAD_VALUE, field="hamlet", value=title)
    return kind, name


def _assert_free(
    session: Session, unit_id: UUID, data: HamletData, but: UUID | None = None
) -> None:
    if data.valid_from and data.valid_to and data.valid_to < data.valid_from:
        raise AppError(ErrorCode.BAD_VALUE, field="valid_to", value=data.valid_to)
    kind, name = _named(data.title)
    namesakes = session.scalars(
        select(Hamlet).where(
            Hamlet.unit_id == unit_id, Hamlet.folded == fold(name), Hamlet.deleted_at.is_(None)
        )
    )
    for other in namesakes:
        same = other.kind == kind and other.name.casefold() == name.casefold()
        if other.id != but and same and _meet(other, data):
            raise AppError(ErrorCode.HAMLET_EXISTS, value=title_of(other))


def _meet(hamlet: Hamlet, data: HamletData) -> bool:
    """Whether both stand on some day."""
    first = max(hamlet.valid_from or date.min, data.valid_from or date.min)
    last = min(hamlet.valid_to or date.max, data.valid_to or date.max)
    return first <= last
