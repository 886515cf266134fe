"""What a row tells of somebody already known: blanks it fills, and where it says something else."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...importing.fields import Field
from ...importing.findings import AnswerKind, FindingKind, Mark, Severity
from ...models.names import nfc
from ..identity import masked
from .at_hand import RowAtHand
from .draft import FieldChange
from .known import KnownNumber, KnownPerson
from .matching import RowFacts


@dataclass(frozen=True)
class Difference:
    """A field in which a row says more than is stored, or something else: texts and values."""

    field: Field
    stored: str
    listed: str
    changes: tuple[FieldChange, ...]

    @property
    def fills(self) -> bool:
        """Whether nothing is stored yet that this would replace."""
        return not self.stored


@dataclass(frozen=True)
class Told:
    """What a row tells, ready to be compared: place and ethnic group as they are stored."""

    facts: RowFacts
    commune: str
    hamlet_text: str
    ethnic_key: str | None
    ethnic_names: Mapping[str, str]


def take_over(
    hand: RowAtHand, told: Told, person: KnownPerson, numbers: tuple[KnownNumber, ...], wins: bool
) -> tuple[FieldChange, ...]:
    """Adds a finding for each difference, and returns the changes that are taken.

    Blanks are filled; where both say something, the file wins only with `wins` (the row carries the
    program's own id), and else the difference is told.
    """
    changes: list[FieldChange] = []
    for difference in _differences(told, person, numbers):
        if not difference.fills and not wins:
            _tell(hand, difference)
        elif _is_taken(hand, difference):
            changes += difference.changes
    return tuple(changes)


def _tell(hand: RowAtHand, difference: Difference) -> None:
    if difference.field is Field.NOTE:
        return  # a remark is no fact that could contradict another
    mark = Mark(
        FindingKind.FIELD_DIFFERS, Severity.NOTE, difference.listed, difference.stored
    )  # fmt: skip
    hand.tell(difference.field, mark)


def _is_taken(hand: RowAtHand, difference: Difference) -> bool:
    kind = FindingKind.FIELD_FILLED if difference.fills else FindingKind.FIELD_CHANGED
    mark = Mark(kind, Severity.REPAIR, difference.stored, difference.listed)
    answer = hand.propose(difference.field, mark)
    return answer is None or answer.kind not in (AnswerKind.REFUSE, AnswerKind.LEAVE_OUT)


def _differences(
    told: Told, person: KnownPerson, numbers: tuple[KnownNumber, ...]
) -> Iterator[Difference]:
    row = told.facts.row
    name = nfc(row.name)
    if name and name != person.name:
        yield _simple(Field.NAME, "name", person.name, name)
    if row.gender is not None and row.gender != person.gender:
        yield _simple(Field.GENDER, "gender", person.gender, row.gender)
    yield from _birth(told, person)
    if told.ethnic_key and told.ethnic_key != person.ethnic_key:
        yield _ethnic(told, person)
    yield from _identity(told.facts, numbers)
    if row.phone and row.phone != person.phone:
        yield _simple(Field.PHONE, "phone", person.phone, row.phone)
    yield from _place(told, person)
    if row.employer and row.employer != person.employer:
        yield _simple(Field.EMPLOYER, "employer", person.employer, row.employer)
    if row.note and row.note != person.note:
        yield _simple(Field.NOTE, "note", person.note, row.note)


def _simple(field: Field, column: str, stored: str | None, listed: str) -> Difference:
    return Difference(field, stored or "", listed, (FieldChange(column, stored, listed),))


def _birth(told: Told, person: KnownPerson) -> Iterator[Difference]:
    """A day of the year that is stored fills it; another year or day differs."""
    day, year = told.facts.row.birth_date, told.facts.birth_year
    if year is None or (day or year) == (person.birth_date if day else person.birth_year):
        return
    changes = (
        FieldChange("birth_date", person.birth_date, day),
        FieldChange("birth_year", person.birth_year, year),
    )
    stored = f"{person.birth_date:%d/%m/%Y}" if person.birth_date else str(person.birth_year or "")
    listed = f"{day:%d/%m/%Y}" if day else str(year)
    fills = person.birth_date is None and person.birth_year in (None, year)
    yield Difference(Field.BIRTH, "" if fills else stored, listed, changes)


def _ethnic(told: Told, person: KnownPerson) -> Difference:
    stored = told.ethnic_names.get(person.ethnic_key or "", "")
    listed = told.ethnic_names.get(told.ethnic_key or "", "")
    change = FieldChange("ethnic_key", person.ethnic_key, told.ethnic_key)
    return Difference(Field.ETHNIC, stored, listed, (change,))


def _identity(facts: RowFacts, numbers: tuple[KnownNumber, ...]) -> Iterator[Difference]:
    """A number of a kind that is stored differs; of another kind it fills. Shown masked."""
    own = facts.number
    if own is None or any(number.hash == own.hash for number in numbers):
        return
    stored = next((number for number in numbers if number.kind == own.kind), None)
    shown = masked(stored.last_four) if stored else ""
    change = FieldChange(
        "identity_number", stored.hash if stored else None, facts.row.identity_number
    )
    yield Difference(Field.IDENTITY_NUMBER, shown, masked(own.last_four), (change,))


def _place(told: Told, person: KnownPerson) -> Iterator[Difference]:
    unit = told.facts.unit_id
    if unit is None:
        return
    hamlet = FieldChange("hamlet_id", person.hamlet_id, told.hamlet_text)
    if person.unit_id != unit:
        moved = (FieldChange("unit_id", person.unit_id, unit), hamlet)
        yield Difference(Field.COMMUNE, person.commune, told.commune, moved)
    elif told.hamlet_text and told.facts.hamlet_folded != person.hamlet_folded:
        yield Difference(Field.HAMLET, person.hamlet, told.hamlet_text, (hamlet,))
