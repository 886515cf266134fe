"""Merging: two records become one person, and two again.

A merge writes a redirect and no child: enrolments, scans, certificates, cards and identity numbers
stay with the record they were written for, and are read as the kept person's (definitions: Person).
What the kept person was before stands in the redirect, so that unmerging brings both back.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from ..db.dialect import forget_person, index_person
from ..models.context import Context
from ..models.errors import AppError, ErrorCode
from ..models.names import searched_words
from ..models.people import DistinctPair, IdentityNumber, Person, PersonRedirect
from .comparison import PersonField
from .distinct import pairs_between
from .facts import changed
from .identity import CCCD
from .merge_memory import COLUMNS, STAMP, Memory, read, stored
from .people import change_person, get_person


class Side(StrEnum):
    """From which record a field is taken. BOTH is for notes: one after the other."""

    KEPT = "a"
    OTHER = "b"
    BOTH = "both"


@dataclass(frozen=True)
class Unmerged:
    """Who is two people again; `left` are fields edited since the merge, which stay as edited."""

    kept_id: UUID
    restored_id: UUID
    kept_name: str
    restored_name: str
    left: tuple[PersonField, ...]


def merge(
    session: Session,
    by: Context,
    keep_id: UUID,
    other_id: UUID,
    choices: Mapping[PersonField, Side] = MappingProxyType({}),
    *,
    overrule: bool = False,
    two_numbers: bool = False,
) -> UUID:
    """Read `other` as `keep` from now on; returns the redirect's id, by which it can be undone.

    Fields without a choice follow `proposed`. Raises UNKNOWN_PERSON, SAME_PERSON; TWO_PEOPLE where
    somebody said so, unless they are overruled; TWO_IDENTITY_NUMBERS where both bear an identity
    card's number and not the same, unless `two_numbers` allows it.
    """
    keep, other = living(session, keep_id), living(session, other_id)
    if keep.id == other.id:
        raise AppError(ErrorCode.SAME_PERSON, person=keep.name)
    parted = pairs_between(session, keep.id, other.id)
    _refuse(session, keep, other, bool(parted) and not overrule, not two_numbers)
    sides = {**proposed(keep, other, choices), **choices}
    remembered = _apply(session, by, keep, other, sides)
    remembered.distinct = [str(pair) for pair in parted]
    _set_deleted(session, by, parted, True)
    return _redirect(session, by, keep, other, remembered)


def living(session: Session, person_id: UUID) -> Person:
    """The person an id is read as. Raises UNKNOWN_PERSON, also for somebody deleted."""
    person = get_person(session, get_person(session, person_id).canonical_id)
    if person.deleted_at is not None:
        raise AppError(ErrorCode.UNKNOWN_PERSON, person=person.name)
    return person


def proposed(
    keep: Person, other: Person, choices: Mapping[PersonField, Side] = MappingProxyType({})
) -> dict[PersonField, Side]:
    """From where each field would be taken: what the kept record does not know, from the other.

    A whole birthday is better than its year; notes are joined; the household goes with the place.
    """
    sides = {field: _side(keep, other, columns) for field, columns in COLUMNS.items()}
    if _same_year(keep, other) and keep.birth_date is None and other.birth_date is not None:
        sides[PersonField.BIRTH] = Side.OTHER
    if keep.note and other.note:
        sides[PersonField.NOTE] = Side.BOTH
    place = choices.get(PersonField.PLACE, sides[PersonField.PLACE])
    if place is Side.OTHER and other.household_id is not None:
        sides[PersonField.HOUSEHOLD] = Side.OTHER
    return sides


def two_identity_numbers(session: Session, one: Person, other: Person) -> bool:
    """Whether both bear the number of an identity card (12 digits), and no number twice."""
    first, second = _card_numbers(session, one), _card_numbers(session, other)
    return bool(first and second) and first.isdisjoint(second)


def joined_notes(one: str | None, other: str | None) -> str | None:
    """Two notes as one; what one says already is not said twice."""
    first, second = one or "", other or ""
    if not second or second in first:
        return first or None
    return f"{first}; {second}" if first and first not in second else second


def unmerge(session: Session, by: Context, redirect_or_person: UUID) -> Unmerged:
    """Two people again, as they were before the merge but for fields edited since.

    Told a redirect's id, or a person's: the record that was merged, or else who was merged into
    this person last. Raises UNKNOWN_PERSON, NOT_MERGED.
    """
    redirect = _live_redirect(session, redirect_or_person)
    keep, other = get_person(session, redirect.to_id), get_person(session, redirect.from_id)
    for key, value in {**changed(by), "deleted_at": by.clock()}.items():
        setattr(redirect, key, value)
    remembered = Memory.read(redirect)
    left = _give_back(session, by, keep, redirect, remembered)
    _set_deleted(session, by, [UUID(pair) for pair in remembered.distinct], False)
    session.flush()
    _read_as(session, _records_under(session, other.id), other.id)
    if other.deleted_at is None:
        other.listed = True
        words = searched_words(other.name, other.note, other.phone)
        index_person(session, other.search_rank, words)
    session.flush()
    return Unmerged(keep.id, other.id, keep.name, other.name, left)


def _refuse(session: Session, keep: Person, other: Person, parted: bool, ask_numbers: bool) -> None:
    names = {"person": keep.name, "other": other.name}
    if parted:
        raise AppError(ErrorCode.TWO_PEOPLE, **names)
    if ask_numbers and two_identity_numbers(session, keep, other):
        raise AppError(ErrorCode.TWO_IDENTITY_NUMBERS, **names)


def _card_numbers(session: Session, person: Person) -> frozenset[bytes]:
    return frozenset(
        session.scalars(
            select(IdentityNumber.hash)
            .join(Person, Person.id == IdentityNumber.person_id)
            .where(
                Person.canonical_id == person.id,
                IdentityNumber.kind == CCCD,
                IdentityNumber.deleted_at.is_(None),
            )
        )
    )


def _side(keep: Person, other: Person, columns: Iterable[str]) -> Side:
    unknown = all(getattr(keep, column) is None for column in columns)
    known = any(getattr(other, column) is not None for column in columns)
    return Side.OTHER if unknown and known else Side.KEPT


def _same_year(keep: Person, other: Person) -> bool:
    return keep.birth_year is not None and keep.birth_year == other.birth_year


def _apply(
    session: Session,
    by: Context,
    keep: Person,
    other: Person,
    sides: Mapping[PersonField, Side],
) -> Memory:
    """Write what is taken from the other record; what stood there before is remembered."""
    values = {
        column: _taken(column, side, keep, other)
        for field, side in sides.items()
        for column in COLUMNS.get(field, ())
    }
    fresh = {c: value for c, value in values.items() if value != getattr(keep, c)}
    told = {field.value: side.value for field, side in sides.items() if field in COLUMNS}
    if not fresh:
        return Memory(told, {}, {}, [])
    before = stored(keep, (*fresh, *STAMP))
    change_person(session, by, keep.id, **fresh)
    return Memory(told, before, stored(keep, (*fresh, *STAMP)), [])


def _taken(column: str, side: Side, keep: Person, other: Person) -> object:
    one, two = getattr(keep, column), getattr(other, column)
    if side is Side.BOTH:
        return joined_notes(one, two) if column == "note" else one
    return two if side is Side.OTHER else one


def _redirect(
    session: Session, by: Context, keep: Person, other: Person, remembered: Memory
) -> UUID:
    redirect = PersonRedirect(
        id=by.new_id(),
        from_id=other.id,
        to_id=keep.id,
        choices=remembered.text(),
        **changed(by),
    )
    session.add(redirect)
    forget_person(session, other.search_rank)
    other.listed = False
    session.flush()
    records = session.scalars(select(Person.id).where(Person.canonical_id == other.id)).all()
    _read_as(session, records, keep.id)
    return redirect.id


def _read_as(session: Session, records: Iterable[UUID], person_id: UUID) -> None:
    session.execute(
        update(Person).where(Person.id.in_([*records])).values(canonical_id=person_id),
        execution_options={"synchronize_session": "fetch"},
    )


def _records_under(session: Session, person_id: UUID) -> set[UUID]:
    """A record with all that was merged into it, and into those."""
    found, fresh = {person_id}, {person_id}
    while fresh:
        query = select(PersonRedirect.from_id).where(
            PersonRedirect.to_id.in_(fresh), PersonRedirect.deleted_at.is_(None)
        )
        fresh = set(session.scalars(query)) - found
        found |= fresh
    return found


def _live_redirect(session: Session, known_by: UUID) -> PersonRedirect:
    live = select(PersonRedirect).where(PersonRedirect.deleted_at.is_(None))
    told = (PersonRedirect.id == known_by, PersonRedirect.from_id == known_by)
    last_into = live.where(PersonRedirect.to_id == known_by).order_by(PersonRedirect.id.desc())
    for query in (*(live.where(condition) for condition in told), last_into):
        redirect = session.scalars(query.limit(1)).first()
        if redirect is not None:
            return redirect
    raise AppError(ErrorCode.NOT_MERGED, person=get_person(session, known_by).name)


def _give_back(
    session: Session,
    by: Context,
    keep: Person,
    redirect: PersonRedirect,
    remembered: Memory,
) -> tuple[PersonField, ...]:
    """Restore the kept record's columns as they were; returns the fields that were edited since.

    A later merge into the same person remembers this one's values as "before": it is told the
    older ones instead, so that merges can be undone in any order.
    """
    later = _later_merges(session, redirect)
    now = stored(keep, remembered.before)
    values, edited = {}, set()
    for column, before in remembered.before.items():
        after = remembered.after[column]
        if (heir := next((c for _, c in later if column in c.before), None)) is not None:
            if heir.before[column] == after:
                heir.before[column] = before
            else:
                edited.add(column)
        elif now[column] == after:
            values[column] = read(column, before)
        else:
            edited.add(column)
    for row, choices in later:
        row.choices = choices.text()
    _restore(session, by, keep, values)
    return tuple(field for field, columns in COLUMNS.items() if not edited.isdisjoint(columns))


def _restore(session: Session, by: Context, keep: Person, values: dict[str, Any]) -> None:
    stamps = {column: values.pop(column) for column in STAMP if column in values}
    if values:
        change_person(session, by, keep.id, **values)
    if not keep.listed:
        forget_person(session, keep.search_rank)
    for column, value in stamps.items():
        setattr(keep, column, value)


def _later_merges(
    session: Session, redirect: PersonRedirect
) -> list[tuple[PersonRedirect, Memory]]:
    rows = session.scalars(
        select(PersonRedirect)
        .where(
            PersonRedirect.to_id == redirect.to_id,
            PersonRedirect.id > redirect.id,
            PersonRedirect.deleted_at.is_(None),
        )
        .order_by(PersonRedirect.id)
    )
    return [(row, Memory.read(row)) for row in rows]


def _set_deleted(session: Session, by: Context, pairs: Iterable[UUID], deleted: bool) -> None:
    """Forget that two are two people, or remember it again."""
    for row in session.scalars(select(DistinctPair).where(DistinctPair.id.in_([*pairs]))):
        row.deleted_at = by.clock() if deleted else None
