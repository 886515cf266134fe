"""Two alike records of which somebody said: two people. Remembered, so that nobody asks again."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session, aliased

from ..models.context import Context
from ..models.errors import AppError, ErrorCode
from ..models.people import DistinctPair, Person
from .facts import changed
from .people import get_person

_FIRST, _SECOND = aliased(Person), aliased(Person)


def pair(one: UUID, other: UUID) -> tuple[UUID, UUID]:
    """Two people in the one order in which pairs are kept."""
    return (one, other) if one < other else (other, one)


def mark_distinct(session: Session, by: Context, first: UUID, second: UUID) -> bool:
    """Remember that these are two people; False where that was known.

    Raises SAME_PERSON for two ids of one (merged) person, UNKNOWN_PERSON.
    """
    one, other = get_person(session, first), get_person(session, second)
    if one.canonical_id == other.canonical_id:
        raise AppError(ErrorCode.SAME_PERSON, person=one.name)
    if are_distinct(session, first, second):
        return False
    _remember(session, by, *pair(first, second))
    return True


def forget_distinct(session: Session, by: Context, first: UUID, second: UUID) -> None:
    """Take back that these are two people. Raises UNKNOWN_PERSON."""
    canonical = [get_person(session, person).canonical_id for person in (first, second)]
    known = pairs_between(session, *canonical)
    for row in session.scalars(select(DistinctPair).where(DistinctPair.id.in_(known))):
        for key, value in {**changed(by), "deleted_at": by.clock()}.items():
            setattr(row, key, value)


def _remember(session: Session, by: Context, first: UUID, second: UUID) -> None:
    """A pair that was forgotten stands again: there is one row for two records, ever."""
    kept = session.scalars(
        select(DistinctPair).filter_by(first_id=first, second_id=second)
    ).one_or_none()
    if kept is None:
        kept = DistinctPair(id=by.new_id(), first_id=first, second_id=second, **changed(by))
        session.add(kept)
    for key, value in {**changed(by), "deleted_at": None}.items():
        setattr(kept, key, value)
    session.flush()


def distinct_of(session: Session, ids: Collection[UUID]) -> set[tuple[UUID, UUID]]:
    """The pairs, as `pair` orders them, in which one of these people is: canonical ids.

    What was said of a record holds for the person it was merged into.
    """
    asked = frozenset(ids)
    known = {pair(row[0], row[1]) for row in session.execute(_pairs()) if row[0] != row[1]}
    return {both for both in known if not asked.isdisjoint(both)}


def are_distinct(session: Session, one: UUID, other: UUID) -> bool:
    """Whether somebody said of these two, or of records merged into them, that they are two."""
    canonical = [get_person(session, person).canonical_id for person in (one, other)]
    return session.execute(_pairs_of(*canonical).limit(1)).first() is not None


def pairs_between(session: Session, one: UUID, other: UUID) -> list[UUID]:
    """The ids of the pairs that part these two (canonical) people."""
    query = _pairs_of(one, other).with_only_columns(DistinctPair.id)
    return list(session.scalars(query))


def distinct_rows(session: Session) -> set[tuple[int, int]]:
    """All pairs by the sequence numbers of the (canonical) people, the smaller one first."""
    both = _pairs().subquery()
    one, other = aliased(Person), aliased(Person)
    rows = session.execute(
        select(one.seq, other.seq)
        .join_from(both, one, one.id == both.c[0])
        .join(other, other.id == both.c[1])
    )
    return {(min(row), max(row)) for row in rows}


def _pairs() -> Select[UUID, UUID]:
    return (
        select(_FIRST.canonical_id, _SECOND.canonical_id)
        .select_from(DistinctPair)
        .join(_FIRST, _FIRST.id == DistinctPair.first_id)
        .join(_SECOND, _SECOND.id == DistinctPair.second_id)
        .where(DistinctPair.deleted_at.is_(None))
    )


def _pairs_of(one: UUID, other: UUID) -> Select[UUID, UUID]:
    first, second = _FIRST.canonical_id, _SECOND.canonical_id
    return _pairs().where(
        or_((first == one) & (second == other), (first == other) & (second == one))
    )
