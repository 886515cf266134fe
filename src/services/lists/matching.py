"""Whether a row of a list is somebody already known.

The program's own id and an identity number join for certain. Without them a row that agrees in
name, full birth date and hamlet, and contradicts nothing, is that person's row come again; one
that merely looks alike is asked. Name and phone alone never identify.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from ...importing.findings import Candidate, FindingKind
from ...importing.plan import PersonRow
from ...models.names import fold, nfc, similar
from ..identity import number_kind
from .known import KnownNumber, KnownPeople, KnownPerson, NameKey

_MASKED_SHOWN = 4


@dataclass(frozen=True)
class RowFacts:
    """What a row says, as it is compared with people."""

    row: PersonRow
    unit_id: UUID | None
    folded: str
    number: KnownNumber | None
    hamlet_folded: str | None
    """The hamlet's name as names are compared; None where the row names none."""

    @property
    def birth_year(self) -> int | None:
        """The year of birth, where the row tells it."""
        return self.row.birth_date.year if self.row.birth_date else self.row.birth_year

    @property
    def last_four(self) -> str:
        """What a masked number shows; empty without one."""
        masked = (f for f in self.row.findings if f.kind is FindingKind.IDENTITY_MASKED)
        return next((f.before.strip()[-_MASKED_SHOWN:] for f in masked), "")


def facts_of(
    row: PersonRow, unit_id: UUID | None, number_hash: bytes | None, hamlet_folded: str | None
) -> RowFacts:
    """A row ready to be compared."""
    number = row.identity_number
    known = (
        KnownNumber(number_kind(number), number_hash, number[-_MASKED_SHOWN:])
        if number and number_hash
        else None
    )
    return RowFacts(row, unit_id, fold(row.name), known, hamlet_folded)


def namesakes(facts: RowFacts, known: KnownPeople) -> list[KnownPerson]:
    """Same folded name and year of birth in the same commune."""
    year = facts.birth_year
    alike = known.by_name.get(NameKey(facts.unit_id, facts.folded), ())
    return [person for person in alike if person.birth_year == year]


def phone_sharers(facts: RowFacts, known: KnownPeople) -> list[KnownPerson]:
    """Same phone and a similar name."""
    phone = facts.row.phone
    if not phone or not facts.folded:
        return []
    sharing = known.by_phone.get(phone, ())
    return [person for person in sharing if similar(facts.row.name, person.name)]


def may_be(facts: RowFacts, numbers: Iterable[KnownNumber]) -> bool:
    """Two numbers of one kind that differ are two people, whatever else agrees."""
    own = facts.number
    return own is None or not any(
        number.kind == own.kind and number.hash != own.hash for number in numbers
    )


def is_surely(facts: RowFacts, person: KnownPerson, numbers: Iterable[KnownNumber]) -> bool:
    """Whether a row is somebody of its commune and year of birth come again."""
    row = facts.row
    if nfc(row.name) != person.name or facts.unit_id is None or person.unit_id != facts.unit_id:
        return False
    if not _agree(row.gender, person.gender) or not _agree(row.phone, person.phone):
        return False
    shown = facts.last_four
    if shown and shown in {number.last_four for number in numbers}:
        return _agree(row.birth_date, person.birth_date)
    return (
        row.birth_date is not None
        and row.birth_date == person.birth_date
        and (facts.hamlet_folded or "") == person.hamlet_folded
    )


def says_nothing_new(facts: RowFacts, person: KnownPerson) -> bool:
    """Whether everything a row tells is stored of somebody of its commune and year of birth."""
    row = facts.row
    told = (
        (row.birth_date, person.birth_date),
        (row.gender, person.gender),
        (row.phone, person.phone),
        (facts.hamlet_folded, person.hamlet_folded),
    )
    return nfc(row.name) == person.name and all(mine in (None, theirs) for mine, theirs in told)


def _agree(one: object, other: object) -> bool:
    """Whether two fields say the same, or one of them nothing."""
    return one is None or other is None or one == other


def candidate(person: KnownPerson) -> Candidate:
    """Somebody as a possible answer: name, and what tells namesakes apart."""
    born = f"{person.birth_date:%d/%m/%Y}" if person.birth_date else str(person.birth_year or "")
    parts = (born, person.hamlet, person.commune, person.note)
    return Candidate(str(person.id), person.name, ", ".join(part for part in parts if part))
