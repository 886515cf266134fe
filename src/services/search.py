"""Finding people: by words of the name in any order, without accents, or by digits."""

from array import array

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from ..db.dialect import search_ranks, searched_people
from ..models.names import words
from ..models.people import Card, IdentityNumber, Person

PAGE = 50
_LOOKAHEAD = 400
"""Ranks order people only nearly: this many are fetched, put in exact order, and cut to a page."""


def first_page(session: Session, typed: str, limit: int = PAGE) -> list[int]:
    """Sequence numbers of the first people that match what was typed; answers each keystroke."""
    asked = words(typed)
    if not asked:
        return _first_of_all(session, limit)
    if digits := _digits(typed):
        return list(session.scalars(_with_digits(digits).limit(limit)))
    ranks = search_ranks(session, asked, _LOOKAHEAD)
    rows = session.execute(
        select(Person.sort_key, Person.seq).where(Person.search_rank.in_(ranks), Person.listed)
    ).all()
    return [seq for _, seq in sorted((key, seq) for key, seq in rows)[:limit]]


def all_matches(session: Session, typed: str) -> "array[int]":
    """Sequence numbers of everybody that matches, in the order of names; a background job's."""
    asked = words(typed)
    if not asked:
        everybody = select(Person.seq).where(Person.listed).order_by(Person.sort_key, Person.seq)
        return array("q", session.scalars(everybody))
    if digits := _digits(typed):
        return array("q", session.scalars(_with_digits(digits)))
    return array("q", searched_people(session, asked))


def _digits(typed: str) -> str:
    """The digits, where nothing else was typed: a phone or a code may come in groups."""
    joined = "".join(character for character in typed if character not in " .-")
    return joined if joined.isascii() and joined.isdigit() else ""


def _first_of_all(session: Session, limit: int) -> list[int]:
    order = select(Person.seq).where(Person.listed).order_by(Person.sort_key, Person.seq)
    return list(session.scalars(order.limit(limit)))


def _with_digits(digits: str) -> Select[int]:
    """A phone's beginning, a card's code, or the last four digits of an identity number."""
    by_phone = select(Person.id).where(Person.phone >= digits, Person.phone < digits + ":")
    by_card = select(Card.person_id).where(Card.code == digits, Card.revoked_at.is_(None))
    by_identity = select(IdentityNumber.person_id).where(
        IdentityNumber.last_four == digits, IdentityNumber.deleted_at.is_(None)
    )
    found = by_phone.union(by_card, by_identity)
    return (
        select(Person.seq)
        .where(Person.id.in_(found), Person.listed)
        .order_by(Person.sort_key, Person.seq)
    )
