"""Whether a row of a list is somebody already known.

The program's own id and an identity number join for certain, also one shown by its last digits.
Without them whoever looks alike is asked: name, day of birth, hamlet and phone never identify.
What one side does not tell is compatible with anything the other says.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from ...importing.fields import Field
from ...importing.findings import Candidate, FindingKind
from ...importing.plan import PersonRow
from ...models.names import fold, nfc, similar
from ..identity import number_kind
from .known import HamletKey, KnownNumber, KnownPeople, KnownPerson, NameKey

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
    def home(self) -> HamletKey | None:
        """By which it is known where no commune is named; None where the row tells too little."""
        year = self.birth_year
        if not (self.hamlet_folded and self.folded and year):
            return None
        return HamletKey(self.hamlet_folded, self.folded, year)

    @property
    def last_four(self) -> str:
        """What a masked number shows; empty without one."""
        kind, field = FindingKind.IDENTITY_MASKED, Field.IDENTITY_NUMBER
        masked = (f for f in self.row.findings if f.kind is kind and f.field is field)
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
    """Same folded name, and what both tell of commune, hamlet and year of birth agrees."""
    return [person for person in _of_name(facts, known) if may_be_namesake(facts, person)]


def _of_name(facts: RowFacts, known: KnownPeople) -> Iterator[KnownPerson]:
    """Everybody of the name in the commune, and those of whom one side tells none."""
    yield from known.by_name.get(NameKey(facts.unit_id, facts.folded), ())
    if facts.unit_id is not None:
        yield from known.by_name.get(NameKey(None, facts.folded), ())
    elif facts.home is not None:
        yield from known.by_hamlet.get(facts.home, ())


def may_be_namesake(facts: RowFacts, other: "RowFacts | KnownPerson") -> bool:
    """Whether two of one folded name may be one, by where they live and when they were born.

    In one commune years that do not contradict are enough. Where only one side names the commune,
    hamlet and year must be told and agree; where neither does, one of the two must.
    """
    year, other_year = facts.birth_year, other.birth_year
    if not _agree(year, other_year):
        return False
    if facts.unit_id is not None and facts.unit_id == other.unit_id:
        return True
    in_hamlet = bool(facts.hamlet_folded) and facts.hamlet_folded == other.hamlet_folded
    if facts.unit_id is None and other.unit_id is None:
        return in_hamlet or year == other_year
    return None in (facts.unit_id, other.unit_id) and in_hamlet and None not in (year, other_year)


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
    """Whether a row shows the last digits of the person's number, and all it tells agrees."""
    row, shown = facts.row, facts.last_four
    return (
        bool(shown)
        and shown in {number.last_four for number in numbers}
        and nfc(row.name) == person.name
        and facts.unit_id is not None
        and facts.unit_id == person.unit_id
        and facts.birth_year == person.birth_year
        and _agree(row.birth_date, person.birth_date)
        and _agree(row.gender, person.gender)
        and _agree(row.phone, person.phone)
    )


def is_doubtful_bearer(facts: RowFacts, person: KnownPerson) -> bool:
    """Whether somebody's number seems to be typed for somebody else: two people with one number.

    Another name is enough; of one name, another gender together with another year of birth.
    """
    row = facts.row
    if row.name and not similar(row.name, person.name):
        return True
    return _contradict(row.gender, person.gender) and _contradict(
        facts.birth_year, person.birth_year
    )


def is_doubtful_id(
    facts: RowFacts, person: KnownPerson, numbers: Iterable[KnownNumber], copied: bool
) -> bool:
    """Whether a row of our own file seems to be typed over with somebody else.

    Another name, while neither day of birth nor number agrees: a name may have been corrected. In
    a row that stands there twice (`copied`) already another name or year of birth.
    """
    row, own = facts.row, facts.number
    if copied:
        return facts.folded != person.folded or _contradict(facts.birth_year, person.birth_year)
    if not row.name or similar(row.name, person.name):
        return False
    born = row.birth_date is not None and row.birth_date == person.birth_date
    return not born and not (own is not None and own in numbers)


def agrees_in_all(facts: RowFacts, person: KnownPerson, numbers: Iterable[KnownNumber]) -> bool:
    """Whether row and person contradict each other nowhere, and both tell commune and year."""
    row, own = facts.row, facts.number
    told = (
        (row.birth_date, person.birth_date),
        (row.gender, person.gender),
        (row.phone, person.phone),
        (row.employer, person.employer),
        (facts.hamlet_folded or None, person.hamlet_folded or None),
    )
    return (
        nfc(row.name) == person.name
        and facts.unit_id is not None
        and facts.unit_id == person.unit_id
        and facts.birth_year is not None
        and facts.birth_year == person.birth_year
        and all(_agree(mine, theirs) for mine, theirs in told)
        and (own is None or all(n.kind != own.kind or n.hash == own.hash for n in numbers))
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


def _contradict(one: object, other: object) -> bool:
    return not _agree(one, other)


def candidate(person: KnownPerson, agrees: bool = False) -> Candidate:
    """Somebody as a possible answer: name, and what tells namesakes apart."""
    born = f"{person.birth_date:%d/%m/%Y}" if person.birth_date else str(person.birth_year or "")
    parts = (born, person.hamlet, person.commune, person.note)
    note = ", ".join(part for part in parts if part)
    return Candidate(str(person.id), person.name, note, agrees)
