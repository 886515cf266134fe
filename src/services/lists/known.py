"""People already stored who may be meant by the rows of one go, looked up in bulk."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, Select, select, tuple_
from sqlalchemy.orm import Session, aliased

from ...models.enums import Gender
from ...models.imports import ImportBatch, ImportRow
from ...models.people import IdentityNumber, Person
from ...models.places import Hamlet, Unit
from ..distinct import distinct_of
from ..places import hamlet_title

T = TypeVar("T")
_BLOCK = 4_000
"""How many values one statement asks for: databases limit its parameters."""


class KnownPerson(NamedTuple):
    """Somebody stored, as rows are compared with them; `id` is the canonical one."""

    id: UUID
    seq: int
    name: str
    folded: str
    gender: Gender | None
    birth_date: date | None
    birth_year: int | None
    ethnic_key: str | None
    phone: str | None
    unit_id: UUID | None
    hamlet_id: UUID | None
    employer: str | None
    note: str | None
    hamlet: str
    hamlet_folded: str
    commune: str


class KnownNumber(NamedTuple):
    """An identity number of somebody stored."""

    kind: str
    hash: bytes
    last_four: str


class NameKey(NamedTuple):
    """By which namesakes are found: commune and folded name."""

    unit_id: UUID | None
    folded: str


class HamletKey(NamedTuple):
    """By which namesakes are found where one side names no commune: hamlet and name, folded, and
    the year of birth."""

    hamlet: str
    folded: str
    birth_year: int


@dataclass(frozen=True)
class Wanted:
    """Who is looked for."""

    hashes: Collection[bytes] = ()
    ids: Collection[UUID] = ()
    """Ids the program gave, of records that may have been merged since."""
    names: Collection[NameKey] = ()
    hamlets: Collection[HamletKey] = ()
    """Of rows without a commune that tell hamlet and year: the hamlet may be of any commune."""
    phones: Collection[str] = ()
    files: Collection[str] = ()
    """Hashes of files whose rows may have been brought in before."""


@dataclass
class KnownPeople:
    """Who was found, by what they were looked for; all ids are canonical."""

    people: dict[UUID, KnownPerson] = field(default_factory=dict)
    by_hash: dict[bytes, tuple[UUID, ...]] = field(default_factory=dict)
    by_id: dict[UUID, UUID] = field(default_factory=dict)
    by_name: dict[NameKey, list[KnownPerson]] = field(default_factory=dict)
    by_hamlet: dict[HamletKey, list[KnownPerson]] = field(default_factory=dict)
    """People of a commune, for rows without one."""
    by_phone: dict[str, list[KnownPerson]] = field(default_factory=dict)
    numbers: dict[UUID, tuple[KnownNumber, ...]] = field(default_factory=dict)
    distinct: frozenset[tuple[UUID, UUID]] = frozenset()
    """Pairs (`distinct.pair`) of which somebody said: two people."""
    before: dict[tuple[str, str, int], UUID] = field(default_factory=dict)
    """Whom each row of a file was, when that very file was brought in before."""


def known_people(session: Session, wanted: Wanted) -> KnownPeople:
    """Look up everybody who may be meant."""
    found = KnownPeople(
        by_hash=_bearers(session, wanted.hashes),
        by_id=_canonical(session, wanted.ids),
        before=_brought_before(session, wanted.files),
    )
    for person in _namesakes(session, wanted.names):
        key = NameKey(person.unit_id, person.folded)
        found.by_name.setdefault(key, []).append(person)
        found.people[person.id] = person
    for person in _in_hamlets(session, set(wanted.hamlets)):
        home = HamletKey(person.hamlet_folded, person.folded, person.birth_year or 0)
        found.by_hamlet.setdefault(home, []).append(person)
        found.people[person.id] = person
    for person in _with_phones(session, wanted.phones):
        found.by_phone.setdefault(person.phone or "", []).append(person)
        found.people[person.id] = person
    named = {*found.by_id.values(), *found.before.values()}
    named |= {person for people in found.by_hash.values() for person in people}
    for person in _of_ids(session, named - found.people.keys()):
        found.people[person.id] = person
    found.numbers = _numbers(session, found.people.keys())
    namesakes = {p.id for people in found.by_name.values() if len(people) > 1 for p in people}
    if namesakes:
        found.distinct = frozenset(distinct_of(session, namesakes))
    return found


_CANONICAL = aliased(Person)


def _columns() -> Select[*tuple[Any, ...]]:
    p = Person
    return (
        select(
            p.id, p.seq, p.name, p.folded, p.gender, p.birth_date, p.birth_year, p.ethnic_key,
            p.phone, p.unit_id, p.hamlet_id, p.employer, p.note,
            Hamlet.kind, Hamlet.name, Hamlet.folded, Unit.kind, Unit.name,
        )
        .outerjoin(Hamlet, Hamlet.id == p.hamlet_id)
        .outerjoin(Unit, Unit.id == p.unit_id)
        .order_by(p.seq)
    )  # fmt: skip


def _people(session: Session, condition: ColumnElement[bool]) -> Iterator[KnownPerson]:
    for row in session.execute(_columns().where(Person.listed, condition)):
        told: tuple[Any, ...] = tuple(row)
        kind, hamlet, folded, unit_kind, unit = told[13:]
        title = hamlet_title(kind or "", hamlet) if hamlet else ""
        commune = f"{unit_kind.lower()} {unit}" if unit else ""
        yield KnownPerson._make((*told[:13], title, folded or "", commune))


def _namesakes(session: Session, names: Collection[NameKey]) -> Iterator[KnownPerson]:
    """Those of the communes, and for every row those of whom no commune is known."""
    placed = [key for key in names if key.unit_id is not None]
    for block in _blocks(placed):
        pairs = [(key.unit_id, key.folded) for key in block]
        yield from _people(session, tuple_(Person.unit_id, Person.folded).in_(pairs))
    for texts in _blocks({key.folded for key in names}):
        yield from _people(session, Person.unit_id.is_(None) & Person.folded.in_(texts))


def _in_hamlets(session: Session, homes: Collection[HamletKey]) -> Iterator[KnownPerson]:
    """No index begins with the name alone: the one that holds it is read through, which is quick,
    and only whom it finds are looked at."""
    living = (
        select(Hamlet.folded, Person.folded, Person.birth_year, Person.seq)
        .join(Hamlet, Hamlet.id == Person.hamlet_id)
        .where(Person.unit_id.is_not(None), Person.birth_year.is_not(None))
    )
    found: list[int] = []
    for texts in _blocks({home.folded for home in homes}):
        named = select(Person.seq).where(Person.folded.in_(texts))
        rows = session.execute(living.where(Person.seq.in_(named)))
        found += (row[3] for row in rows if row[:3] in homes)
    for block in _blocks(found):
        yield from _people(session, Person.seq.in_(block))


def _with_phones(session: Session, phones: Collection[str]) -> Iterator[KnownPerson]:
    for block in _blocks(phones):
        yield from _people(session, Person.phone.in_(block))


def _of_ids(session: Session, ids: Collection[UUID]) -> Iterator[KnownPerson]:
    for block in _blocks(ids):
        yield from _people(session, Person.id.in_(block))


def _bearers(session: Session, hashes: Collection[bytes]) -> dict[bytes, tuple[UUID, ...]]:
    """Who bears each number: several where the file has it of several people."""
    found: defaultdict[bytes, dict[UUID, None]] = defaultdict(dict)
    query = (
        select(IdentityNumber.hash, Person.canonical_id)
        .join(Person, Person.id == IdentityNumber.person_id)
        .where(IdentityNumber.deleted_at.is_(None), Person.deleted_at.is_(None))
        .order_by(IdentityNumber.id)
    )
    for block in _blocks(hashes):
        for number, person in session.execute(query.where(IdentityNumber.hash.in_(block))):
            found[number][person] = None
    return {number: tuple(people) for number, people in found.items()}


def _canonical(session: Session, ids: Collection[UUID]) -> dict[UUID, UUID]:
    found: dict[UUID, UUID] = {}
    query = (
        select(Person.id, Person.canonical_id)
        .join(_CANONICAL, _CANONICAL.id == Person.canonical_id)
        .where(_CANONICAL.listed)
    )
    for block in _blocks(ids):
        found.update((row[0], row[1]) for row in session.execute(query.where(Person.id.in_(block))))
    return found


def _brought_before(session: Session, files: Collection[str]) -> dict[tuple[str, str, int], UUID]:
    """Whom each row of these very files was, when they were brought in before."""
    query = (
        select(ImportBatch.sha256, ImportRow.sheet, ImportRow.row, Person.canonical_id)
        .join(ImportBatch, ImportBatch.id == ImportRow.batch_id)
        .join(Person, Person.id == ImportRow.person_id)
        .join(_CANONICAL, _CANONICAL.id == Person.canonical_id)
        .where(
            ImportBatch.sha256.in_(files), ImportBatch.undone_at.is_(None), _CANONICAL.listed
        )
        .order_by(ImportBatch.happened)
    )  # fmt: skip
    return {(sha, sheet, row): person for sha, sheet, row, person in session.execute(query)}


def _numbers(session: Session, people: Collection[UUID]) -> dict[UUID, tuple[KnownNumber, ...]]:
    """The numbers of these people and of the records merged into theirs."""
    found: defaultdict[UUID, list[KnownNumber]] = defaultdict(list)
    query = (
        select(
            Person.canonical_id, IdentityNumber.kind, IdentityNumber.hash, IdentityNumber.last_four
        )
        .join(Person, Person.id == IdentityNumber.person_id)
        .where(IdentityNumber.deleted_at.is_(None))
    )
    for block in _blocks(people):
        rows = session.execute(query.where(Person.canonical_id.in_(block)))
        for person, kind, number, last_four in rows:
            found[person].append(KnownNumber(kind, number, last_four))
    return {person: tuple(numbers) for person, numbers in found.items()}


def _blocks(values: Iterable[T]) -> Iterator[Sequence[T]]:
    whole = list(values)
    for start in range(0, len(whole), _BLOCK):
        yield whole[start : start + _BLOCK]
