"""Pairs of stored people who may be one: found in one go, put in order, read page by page.

One identity number under two people is a finding and stands first (definitions: Person). A phone
is shared in families and never proves anything; it counts only beside a similar name.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from sqlalchemy import select, text
from sqlalchemy.orm import Session, aliased

from ..models.names import similar
from ..models.people import IdentityNumber, Person
from .distinct import distinct_rows
from .people import PersonRecord, person_records

_BLOCK = 5_000
_SHARED = 12
"""A phone on more records than this is an office's, typed for everybody who has none."""


class PairReason(StrEnum):
    """Why two people may be one, the strongest first."""

    IDENTITY = "identity"
    NAME_AND_BIRTH = "name_and_birth"
    PHONE = "phone"
    NAME = "name"
    """The same name, while year of birth or commune of one of them is not known."""


class PairKey(NamedTuple):
    """Two people by their sequence numbers, and all that speaks for it, the strongest first."""

    first: int
    second: int
    reasons: tuple[PairReason, ...]


@dataclass(frozen=True)
class LikelyPair:
    """Two people who may be one; identity numbers are masked."""

    first: PersonRecord
    second: PersonRecord
    reasons: tuple[PairReason, ...]


@dataclass(frozen=True)
class LikelyPairs:
    """The first pairs, and how many there are in all."""

    pairs: tuple[LikelyPair, ...]
    count: int


_IDENTITY = """
WITH twice AS (SELECT hash FROM identity_number GROUP BY hash HAVING count(*) > 1)
SELECT DISTINCT min(a.seq, b.seq), max(a.seq, b.seq)
FROM twice
JOIN identity_number i ON i.hash = twice.hash AND i.deleted_at IS NULL
JOIN identity_number k ON k.hash = twice.hash AND k.deleted_at IS NULL AND k.id > i.id
JOIN person p ON p.id = i.person_id JOIN person a ON a.id = p.canonical_id AND a.listed
JOIN person q ON q.id = k.person_id JOIN person b ON b.id = q.canonical_id AND b.listed
WHERE a.seq <> b.seq
"""
_NAME_AND_BIRTH = """
WITH twice AS (
    SELECT unit_id, folded, birth_year FROM person
    WHERE unit_id IS NOT NULL AND birth_year IS NOT NULL
    GROUP BY unit_id, folded, birth_year HAVING count(*) > 1)
SELECT a.seq, b.seq
FROM twice JOIN person a USING (unit_id, folded, birth_year)
JOIN person b USING (unit_id, folded, birth_year)
WHERE a.seq < b.seq AND a.listed AND b.listed
"""
_YEAR_UNKNOWN = """
WITH ageless AS MATERIALIZED (
    SELECT seq, unit_id, folded FROM person WHERE birth_year IS NULL AND unit_id IS NOT NULL)
SELECT a.seq, b.seq
FROM ageless CROSS JOIN person b USING (unit_id, folded)
CROSS JOIN person a ON a.seq = ageless.seq
WHERE a.seq <> b.seq AND a.listed AND b.listed
AND (b.birth_year IS NOT NULL OR (a.seq < b.seq AND a.hamlet_id = b.hamlet_id))
"""
_COMMUNE_UNKNOWN = """
WITH lost AS MATERIALIZED (
    SELECT seq, folded, birth_year FROM person WHERE unit_id IS NULL AND birth_year IS NOT NULL),
alike AS MATERIALIZED (
    SELECT lost.seq AS first, b.seq AS second
    FROM person b CROSS JOIN lost USING (folded, birth_year)
    WHERE EXISTS (SELECT 1 FROM lost) AND b.seq <> lost.seq)
SELECT a.seq, b.seq
FROM alike CROSS JOIN person a ON a.seq = first CROSS JOIN person b ON b.seq = second
LEFT JOIN hamlet h ON h.id = a.hamlet_id LEFT JOIN hamlet k ON k.id = b.hamlet_id
WHERE a.listed AND b.listed
AND CASE WHEN b.unit_id IS NULL THEN a.seq < b.seq ELSE h.folded = k.folded END
"""
"""Of whom no commune is known: the hamlet's name and the year tell, among them the year alone.
`CROSS` keeps the order of look-ups: whole indexes are read, not whole tables."""
_PHONE = f"""
WITH shared AS (
    SELECT phone FROM person WHERE phone IS NOT NULL
    GROUP BY phone HAVING count(*) BETWEEN 2 AND {_SHARED})
SELECT a.seq, b.seq, a.folded, b.folded
FROM shared JOIN person a USING (phone) JOIN person b USING (phone)
WHERE a.seq < b.seq AND a.listed AND b.listed
"""


def likely_pairs(session: Session, limit: int = 50) -> LikelyPairs:
    """The likeliest pairs among everybody stored; `limit` of them with their records."""
    keys = pair_keys(session)
    return LikelyPairs(tuple(pair_records(session, keys[:limit])), len(keys))


def pair_keys(session: Session) -> list[PairKey]:
    """All pairs, the strongest reason first, then in the order of names.

    Left out: whom somebody called two people, and who bears two numbers of one kind.
    """
    reasons: dict[tuple[int, int], list[PairReason]] = defaultdict(list)
    for reason, pairs in _candidates(session):
        for pair in pairs:
            reasons[pair].append(reason)
    for pair in distinct_rows(session):
        reasons.pop(pair, None)
    everybody = {seq for pair in reasons for seq in pair}
    numbers, order = _numbers(session, everybody), _order(session, everybody)
    keys = [
        PairKey(first, second, tuple(known))
        for (first, second), known in reasons.items()
        if PairReason.IDENTITY in known or not _contradict(numbers, first, second)
    ]
    ranks = {reason: at for at, reason in enumerate(PairReason)}
    return sorted(keys, key=lambda key: (ranks[key.reasons[0]], order[key.first], key[:2]))


def pair_records(session: Session, keys: Sequence[PairKey]) -> list[LikelyPair]:
    """What is known of the people of these pairs, in that order; without pairs that are gone."""
    seqs = sorted({seq for key in keys for seq in (key.first, key.second)})
    people = {record.seq: record for record in person_records(session, seqs)}
    return [
        LikelyPair(people[key.first], people[key.second], key.reasons)
        for key in keys
        if key.first in people and key.second in people
    ]


def _candidates(session: Session) -> Iterator[tuple[PairReason, Iterable[tuple[int, int]]]]:
    for reason, sql in (
        (PairReason.IDENTITY, _IDENTITY),
        (PairReason.NAME_AND_BIRTH, _NAME_AND_BIRTH),
    ):
        yield reason, ((row[0], row[1]) for row in session.execute(text(sql)))
    phones = session.execute(text(_PHONE))
    yield PairReason.PHONE, ((row[0], row[1]) for row in phones if similar(row[2], row[3]))
    for sql in (_YEAR_UNKNOWN, _COMMUNE_UNKNOWN):
        rows = session.execute(text(sql))
        yield PairReason.NAME, ((min(row), max(row)) for row in map(tuple, rows))


_Numbers = dict[int, dict[str, set[bytes]]]


def _numbers(session: Session, seqs: Iterable[int]) -> _Numbers:
    """The hashes of people's identity numbers by kind, those of merged records too."""
    found: _Numbers = {}
    record = aliased(Person)
    for block in _blocks(seqs):
        rows = session.execute(
            select(Person.seq, IdentityNumber.kind, IdentityNumber.hash)
            .join(record, record.canonical_id == Person.id)
            .join(IdentityNumber, IdentityNumber.person_id == record.id)
            .where(Person.seq.in_(block), IdentityNumber.deleted_at.is_(None))
        )
        for seq, kind, number in rows:
            found.setdefault(seq, {}).setdefault(kind, set()).add(number)
    return found


def _contradict(numbers: _Numbers, first: int, second: int) -> bool:
    one, other = numbers.get(first, {}), numbers.get(second, {})
    return any(one[kind].isdisjoint(other[kind]) for kind in one.keys() & other.keys())


def _order(session: Session, seqs: Iterable[int]) -> dict[int, bytes]:
    found: dict[int, bytes] = {}
    for block in _blocks(seqs):
        rows = session.execute(select(Person.seq, Person.sort_key).where(Person.seq.in_(block)))
        found.update((row[0], row[1]) for row in rows)
    return found


def _blocks(seqs: Iterable[int]) -> Iterator[list[int]]:
    ordered = sorted(seqs)
    return (ordered[start : start + _BLOCK] for start in range(0, len(ordered), _BLOCK))
