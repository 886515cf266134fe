"""One row of a table becomes a person: each cell cleaned, settled and compared."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from ..models.enums import Gender
from .address import Address, clean_address
from .birth import Birth, clean_birth
from .cells import Cell, is_blank, written
from .ethnic import EthnicNames, clean_ethnic
from .fields import Field
from .findings import Cleaned, Finding, FindingKind, Mark, Severity, certain
from .gender import clean_gender, gender_codes, is_checked
from .identity import clean_identity, identity_facts
from .phone import clean_phone
from .plan import PersonRow
from .table import TableMatch, TableRow, cell_of
from .text import clean_name, clean_text

T = TypeVar("T")
Accept = Callable[[Finding], bool]

_TEAM_WORDS = ("tổ ", "nhóm ", "ban ")


class RowInHand:
    """A row while it is read: gives cells by field, settles what they say, keeps findings."""

    def __init__(self, match: TableMatch, row: TableRow, accept: Accept) -> None:
        self.match = match
        self.row = row
        self.findings: list[Finding] = []
        self._accept = accept

    def cell(self, field: Field) -> Cell:
        """What stands in the column of a field; None where there is no such column."""
        index = self.match.places.get(field)
        return None if index is None else cell_of(self.row.cells, index)

    def settle(self, field: Field, cleaned: Cleaned[T]) -> T | None:
        """The value with its repairs, or as written where one of them is refused."""
        if not cleaned.marks:
            return cleaned.value
        found = [self._finding(field, mark) for mark in cleaned.marks]
        refused = any(f.severity is Severity.REPAIR and not self._accept(f) for f in found)
        lost = refused and cleaned.as_written is None and not cleaned.inferred
        self.findings += [_decided(finding, refused, lost) for finding in found]
        return cleaned.as_written if refused else cleaned.value

    def tell(self, field: Field, mark: Mark) -> None:
        """Adds a finding that changes no value."""
        self.settle(field, certain(None, (mark,)))

    def read(self, field: Field, clean: Callable[[Cell], Cleaned[T]]) -> T | None:
        """What the cell of a field says, cleaned and settled."""
        cell = self.cell(field)
        return None if cell is None else self.settle(field, clean(cell))

    def text(self, field: Field) -> str | None:
        """The text of a field's cell."""
        return self.read(field, clean_text)

    def _finding(self, field: Field, mark: Mark) -> Finding:
        return Finding(
            self.match.sheet, self.row.number, self.match.heading(field),
            mark.kind, mark.severity, mark.before, mark.after,
        )  # fmt: skip


def _decided(finding: Finding, refused: bool, lost: bool) -> Finding:
    if finding.severity is Severity.QUESTION:
        return replace(finding, applied=False, open=True)
    if finding.severity is Severity.REPAIR and refused:
        return replace(finding, applied=False, open=lost)
    return finding


class PersonReader:
    """Reads the rows of one table."""

    def __init__(self, match: TableMatch, ethnic: EthnicNames, accept: Accept, today: date) -> None:
        self._match = match
        self._ethnic = ethnic
        self._accept = accept
        self._today = today
        self._codes = gender_codes(match.heading(Field.GENDER))

    def read(self, row: TableRow) -> PersonRow:
        """The person in a row, with what was seen and done."""
        hand = RowInHand(self._match, row, self._accept)
        name = _name(hand)
        birth, gender = self._birth(hand), self._gender(hand)
        identity = hand.read(Field.IDENTITY_NUMBER, clean_identity)
        gender = _checked_with_identity(hand, identity, birth, gender)
        place = hand.read(Field.ADDRESS, clean_address) or Address()
        return PersonRow(
            sheet=self._match.sheet,
            row=row.number,
            name=name,
            gender=gender,
            birth_date=birth.day if birth else None,
            birth_year=birth.year if birth else None,
            ethnic=hand.read(Field.ETHNIC, lambda cell: clean_ethnic(cell, self._ethnic)),
            identity_number=identity,
            phone=hand.read(Field.PHONE, clean_phone),
            hamlet=hand.text(Field.HAMLET) or place.hamlet,
            commune=hand.text(Field.COMMUNE) or place.commune,
            district=hand.text(Field.DISTRICT) or place.district,
            province=hand.text(Field.PROVINCE) or place.province,
            team=_team(hand),
            role=hand.text(Field.ROLE),
            employer=hand.text(Field.EMPLOYER),
            note=hand.text(Field.NOTE),
            program_id=hand.text(Field.PROGRAM_ID),
            findings=tuple(hand.findings),
        )

    def _birth(self, hand: RowInHand) -> Birth | None:
        day = self._one_birth(hand, Field.BIRTH)
        year = self._one_birth(hand, Field.BIRTH_YEAR)
        if day and year and day.year != year.year:
            shown = (str(day.year), str(year.year))
            hand.tell(Field.BIRTH, _question(FindingKind.BIRTH_CONTRADICTION, *shown))
        under_gender = next(
            (b for field in (Field.MALE, Field.FEMALE) if (b := self._year_under(hand, field))),
            None,
        )
        return day or year or under_gender

    def _one_birth(self, hand: RowInHand, field: Field) -> Birth | None:
        expected = field is not Field.BIRTH
        return hand.read(field, lambda cell: clean_birth(cell, self._today, year_expected=expected))

    def _year_under(self, hand: RowInHand, field: Field) -> Birth | None:
        """The year of birth that stands under "Nam" or "Nữ" instead of a tick."""
        return None if is_checked(hand.cell(field)) else self._one_birth(hand, field)

    def _gender(self, hand: RowInHand) -> Gender | None:
        column = hand.read(Field.GENDER, lambda cell: clean_gender(cell, self._codes))
        return column or _gender_by_column(hand)


def _name(hand: RowInHand) -> str:
    whole = hand.read(Field.NAME, clean_name)
    family, given = hand.text(Field.FAMILY_NAME), hand.text(Field.GIVEN_NAME)
    name = _joined(hand, whole or family, given)
    if not name:
        hand.tell(Field.NAME, _question(FindingKind.MISSING_NAME, ""))
    return name or ""


def _joined(hand: RowInHand, first: str | None, given: str | None) -> str | None:
    """Family and given name of two columns as one name."""
    if not first or not given or f" {first}".casefold().endswith(f" {given}".casefold()):
        return first or given
    name = f"{first} {given}"
    mark = Mark(FindingKind.NAME_JOINED, Severity.NOTE, f"{first} | {given}", name)
    cleaned = clean_name(name)
    return hand.settle(Field.GIVEN_NAME, replace(cleaned, marks=(mark, *cleaned.marks)))


def _gender_by_column(hand: RowInHand) -> Gender | None:
    male, female = hand.cell(Field.MALE), hand.cell(Field.FEMALE)
    if not is_blank(male) and not is_blank(female):
        shown = f"{written(male)} | {written(female)}"
        hand.tell(Field.MALE, _question(FindingKind.BAD_GENDER, shown))
        return None
    for field, cell, gender in (
        (Field.MALE, male, Gender.MALE), (Field.FEMALE, female, Gender.FEMALE),
    ):  # fmt: skip
        if not is_blank(cell):
            _tell_tick(hand, field, cell, gender)
            return gender
    return None


def _tell_tick(hand: RowInHand, field: Field, cell: Cell, gender: Gender) -> None:
    if is_checked(cell):
        text = written(cell).strip()
        hand.tell(field, Mark(FindingKind.GENDER_CODE, Severity.NOTE, text, gender.value))


def _checked_with_identity(
    hand: RowInHand, identity: str | None, birth: Birth | None, gender: Gender | None
) -> Gender | None:
    """Compares with what the number tells; gives the gender where the list gives none."""
    facts = identity_facts(identity) if identity else None
    if facts is None:
        return gender
    if birth and birth.year != facts.birth_year:
        kind = FindingKind.IDENTITY_BIRTH_MISMATCH
        hand.tell(_birth_field(hand), _question(kind, str(birth.year), str(facts.birth_year)))
    if gender and gender != facts.gender:
        kind = FindingKind.IDENTITY_GENDER_MISMATCH
        hand.tell(_gender_field(hand), _question(kind, gender.value, facts.gender.value))
    return gender or _inferred_gender(hand, facts.gender)


def _inferred_gender(hand: RowInHand, gender: Gender) -> Gender | None:
    if any(f.kind is FindingKind.BAD_GENDER for f in hand.findings):
        return None
    mark = Mark(FindingKind.GENDER_FROM_IDENTITY, Severity.REPAIR, "", gender.value)
    return hand.settle(Field.GENDER, Cleaned(gender, None, (mark,), inferred=True))


def _birth_field(hand: RowInHand) -> Field:
    return _first_filled(hand, Field.BIRTH, Field.BIRTH_YEAR, Field.MALE, Field.FEMALE)


def _gender_field(hand: RowInHand) -> Field:
    return _first_filled(hand, Field.GENDER, Field.MALE, Field.FEMALE)


def _first_filled(hand: RowInHand, *fields: Field) -> Field:
    return next((field for field in fields if not is_blank(hand.cell(field))), fields[0])


def _team(hand: RowInHand) -> str | None:
    """The team of the row's column, or of the section it stands in."""
    own = hand.text(Field.TEAM)
    section = clean_text(hand.row.section).value
    if own or not section or not section.lower().startswith(_TEAM_WORDS):
        return own
    mark = Mark(FindingKind.TEAM_FROM_SECTION, Severity.NOTE, "", section)
    hand.tell(Field.TEAM, mark)
    return section


def _question(kind: FindingKind, before: str, after: str | None = None) -> Mark:
    return Mark(kind, Severity.QUESTION, before, after)
