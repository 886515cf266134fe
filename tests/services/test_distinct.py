from collections.abc import Callable
from uuid import UUID, uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session
from taphuan.models.context import Context
from taphuan.models.errors import ErrorCode
from taphuan.models.people import DistinctPair
from taphuan.services.distinct import (
    are_distinct,
    distinct_of,
    forget_distinct,
    mark_distinct,
    pair,
)

MakePerson = Callable[..., UUID]
Merge = Callable[[Session, UUID, UUID], None]


def test_two_people_are_remembered_whoever_is_named_first(
    session: Session, by: Context, make_person: MakePerson
) -> None:
    one, other, third = (make_person(session) for _ in range(3))
    assert not are_distinct(session, one, other)
    assert mark_distinct(session, by, other, one)
    assert are_distinct(session, one, other) and are_distinct(session, other, one)
    assert not are_distinct(session, one, third)
    assert distinct_of(session, [one]) == distinct_of(session, [other]) == {pair(one, other)}
    assert distinct_of(session, [third]) == set()


def test_saying_it_twice_writes_it_once(
    session: Session, by: Context, make_person: MakePerson
) -> None:
    one, other = make_person(session), make_person(session)
    assert mark_distinct(session, by, one, other)
    assert not mark_distinct(session, by, other, one)
    assert session.scalar(select(func.count()).select_from(DistinctPair)) == 1


def test_what_was_said_by_mistake_is_taken_back_and_can_be_said_again(
    session: Session, by: Context, make_person: MakePerson
) -> None:
    one, other = make_person(session), make_person(session)
    mark_distinct(session, by, one, other)
    forget_distinct(session, by, other, one)
    assert not are_distinct(session, one, other)
    assert mark_distinct(session, by, one, other)
    assert are_distinct(session, one, other)


def test_what_was_said_of_a_record_holds_for_whom_it_was_merged_into(
    session: Session, by: Context, make_person: MakePerson, merge: Merge
) -> None:
    record, kept, namesake = (make_person(session) for _ in range(3))
    mark_distinct(session, by, record, namesake)
    merge(session, record, kept)
    assert are_distinct(session, kept, namesake)
    assert distinct_of(session, [kept]) == {pair(kept, namesake)}


def test_one_person_is_not_two(
    session: Session,
    by: Context,
    make_person: MakePerson,
    merge: Merge,
    refused: Callable[..., ErrorCode],
) -> None:
    one, other = make_person(session), make_person(session)
    merge(session, other, one)
    assert refused(mark_distinct, session, by, one, one) == ErrorCode.SAME_PERSON
    assert refused(mark_distinct, session, by, one, other) == ErrorCode.SAME_PERSON
    assert refused(mark_distinct, session, by, one, uuid4()) == ErrorCode.UNKNOWN_PERSON
