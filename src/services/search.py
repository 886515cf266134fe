"""Finding people: by words of the name in any order, without accents, or by digits."""

from array import array
from functools import cache

from sqlalchemy import BindParameter, Select, bindparam, select, union
from sqlalchemy.orm import Session, aliased

from ..db.dialect import LISTED, match_query, matching_ranks, ordered_numbers
from ..models.names import words
from ..models.people import Card, IdentityNumber, Person

PAGE = 50
_LOOKAHEAD = 2
"""Ranks order people only nearly: twice a page is fetched, put in exact order, and cut to a page.
Rare combinations of frequent words cost what is read for them, so no more than that."""


def first_page(session: Session, typed: str, limit: int = PAGE) -> list[int]:
    """Sequence numbers of the first people that match what was typed; answers each keystroke."""
    query, values = _query(typed, _LOOKAHEAD * limit)
    return list(session.scalars(query.limit(limit), values))


def all_matches(session: Session, typed: str) -> "array[int]":
    """Sequence numbers of everybody that matches, in the order of names; a background job's."""
    query, values = _query(typed, None)
    return ordered_numbers(session, query, values)


def _query(typed: str, lookahead: int | None) -> tuple[Select[int], dict[str, object]]:
    """The statement that answers what was typed, and its values."""
    asked = words(typed)
    if digits := _digits(typed):
        return _with_digits(lookahead), {"query": match_query([digits]), "digits": digits}
    if asked:
        return _with_words(lookahead), {"query": match_query(asked)}
    return _everybody(), {}


def _digits(typed: str) -> str:
    """The digits, where nothing else was typed: a phone or a code may come in groups."""
    joined = "".join(character for character in typed if character not in " .-")
    return joined if joined.isascii() and joined.isdigit() else ""


# Made once: making a statement costs more than running it, and each keystroke waits.


@cache
def _everybody() -> Select[int]:
    return select(Person.seq).where(LISTED).order_by(Person.sort_key, Person.seq)


@cache
def _with_words(lookahead: int | None) -> Select[int]:
    return _everybody().where(Person.search_rank.in_(matching_ranks(lookahead)))


@cache
def _with_digits(lookahead: int | None) -> Select[int]:
    """A phone's beginning (it is among the searched words), a card's code, or the last four
    digits of an identity number; cards and numbers of merged records too."""
    digits: BindParameter[str] = bindparam("digits")
    record = aliased(Person)
    by_phone = select(Person.seq).where(Person.search_rank.in_(matching_ranks(lookahead)))
    by_card = (
        select(Person.seq)
        .join(record, record.canonical_id == Person.id)
        .join(Card, Card.person_id == record.id)
        .where(Card.code == digits, Card.revoked_at.is_(None))
    )
    by_identity = (
        select(Person.seq)
        .join(record, record.canonical_id == Person.id)
        .join(IdentityNumber, IdentityNumber.person_id == record.id)
        .where(IdentityNumber.last_four == digits, IdentityNumber.deleted_at.is_(None))
    )
    return _everybody().where(Person.seq.in_(union(by_phone, by_card, by_identity)))
