"""One row of a table becomes a person: each cell cleaned, settled and compared."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import repeat
from typing import Any

from ..models.enums import Gender
from .address import Address, clean_address, clean_commune, clean_hamlet
from .answering import answered
from .birth import Birth, clean_birth, usual_birth
from .cells import Cell, Sheet, is_blank, written
from .column_reader import Column, ColumnReader
from .contradictions import agrees, gender_told, mismatches
from .date_order import DateOrder, date_order
from .ethnic import EthnicNames, clean_ethnic
from .fields import Field
from .findings import Cleaned, FindingKind, Mark, Severity
from .gender import clean_gender, codes_of, is_checked, is_unchecked
from .identity import clean_identity, usual_identity
from .legacy import Encoding, is_capital_font
from .matches import Section, TableMatch, TableRow, cell_of
from .numbers_elsewhere import guarded, take_number
from .numbers_in_text import cut_out
from .phone import clean_phone, usual_phone
from .plan import PersonRow
from .row_in_hand import Clean, RowInHand, T, TableInHand
from .text import clean_name, clean_text, masked, says_none, usual_name

_NOWHERE = Address()
_UNDER = {Field.MALE: Gender.MALE, Field.FEMALE: Gender.FEMALE}
_BIRTH_FIELDS = (Field.BIRTH, Field.BIRTH_YEAR, Field.MALE, Field.FEMALE)
_GENDER_FIELDS = (Field.GENDER, Field.MALE, Field.FEMALE)


class PersonReader:
    """Reads the rows of one table: all of them, for what a column proves as a whole.

    Most rows of most lists are clean in every cell; they are made without a second look.
    """

    def __init__(
        self,
        sheet: Sheet,
        rows: Sequence[TableRow],
        table: TableInHand,
        ethnic: EthnicNames,
        today: date,
    ) -> None:
        self._table, self._match, self._rows = table, table.match, rows
        self._ethnic, self._today = ethnic, today
        self._numbers = [row.number for row in rows]
        self._read: dict[Field, list[Cell]] = {}
        self._capitals = _capital_rows(sheet, table.match)
        self._name = self._reader(Field.NAME, clean_name, usual_name)
        self._family = self._reader(Field.FAMILY_NAME, clean_text)
        self._given = self._reader(Field.GIVEN_NAME, clean_text)
        self._identity = self._reader(Field.IDENTITY_NUMBER, clean_identity, usual_identity)
        self._phone = self._reader(Field.PHONE, clean_phone, usual_phone)
        self._group = self._reader(Field.ETHNIC, partial(clean_ethnic, names=ethnic))
        self._hamlet = self._reader(Field.HAMLET, clean_hamlet)
        self._commune = self._reader(Field.COMMUNE, clean_commune)
        self._address = self._reader(Field.ADDRESS, clean_address)
        self._gender = self._reader(Field.GENDER, partial(clean_gender, codes=self._codes()))
        births = (self._birth(field) for field in (Field.BIRTH, Field.BIRTH_YEAR))
        self._births = [reader for reader in births if reader]
        under = ((field, self._reader(field, self._clean_year)) for field in _UNDER)
        self._under = [(field, reader) for field, reader in under if reader]
        self._district = self._reader(Field.DISTRICT, _worded)
        self._province = self._reader(Field.PROVINCE, _worded)
        self._team = self._reader(Field.TEAM, _worded)
        self._role = self._reader(Field.ROLE, _worded)
        self._employer = self._reader(Field.EMPLOYER, _worded)
        self._note = self._reader(Field.NOTE, clean_text)
        self._program_id = self._reader(Field.PROGRAM_ID, clean_text)

    def people(self) -> Iterator[PersonRow]:
        """The person in each row, with what was seen, done and decided."""
        quick = self._quick_people() if self._may_be_quick() else repeat(None)
        for place, (row, person) in enumerate(zip(self._rows, quick, strict=False)):
            yield person or self._person(row, place)

    def _may_be_quick(self) -> bool:
        """Whether no two columns of the table say one thing together."""
        several = self._family, self._given, self._address, *self._under, *self._births[1:]
        return self._name is not None and not any(several)

    def _quick_people(self) -> Iterator[PersonRow | None]:
        """Those in whose cells nothing was seen; None where a second look is needed."""
        readers = (
            self._name, self._gender, self._births[0] if self._births else None, self._group,
            self._identity, self._phone, self._hamlet, self._commune, self._district,
            self._province, self._team, self._role, self._employer, self._note, self._program_id,
        )  # fmt: skip
        unsettled = set().union(*(reader.unsettled() for reader in readers if reader))
        columns = (reader.values if reader else repeat(None) for reader in readers)
        sheet, again = self._table.sheet, self._table.rows_answered
        for place, (
            row, name, gender, birth, group, identity, phone, own, above,
            district, province, team, role, employer, note, program_id,
        ) in enumerate(zip(self._rows, *columns, strict=False)):  # fmt: skip
            if (
                place in unsettled
                or not name
                or row.section is not None
                or row.merged
                or row.number in again
                or (identity and not agrees(identity, birth, gender))
            ):
                yield None
                continue
            yield PersonRow(
                sheet,
                row.number,
                name,
                gender,
                birth.day if birth else None,
                birth.year if birth else None,
                group,
                identity,
                phone,
                own.hamlet if own else None,
                above.commune if above else None,
                district,
                province,
                team,
                role,
                employer,
                note,
                program_id,
            )

    def _person(self, row: TableRow, place: int) -> PersonRow:
        hand = RowInHand(self._table, row, place)
        name = self._read_name(hand)
        birth = self._read_birth(hand)
        gender = _told(self._gender, hand)
        if self._under:
            birth, gender = self._read_under(hand, birth, gender)
        identity = _told(self._identity, hand)
        if identity:
            gender = self._compared(hand, identity, birth, gender)
        where = self._place(hand, row.section)
        team = _told(self._team, hand)
        role, employer = _told(self._role, hand), _told(self._employer, hand)
        note = _told(self._note, hand)
        if not identity and (identity := self._number_elsewhere(hand)):
            gender = self._compared(hand, identity, birth, gender)
        person = PersonRow(
            self._table.sheet,
            row.number,
            name,
            gender,
            birth.day if birth else None,
            birth.year if birth else None,
            _told(self._group, hand),
            identity,
            _told(self._phone, hand),
            where.hamlet,
            where.commune,
            where.district,
            where.province,
            team or (_team_of(hand, row.section) if row.section else None),
            role,
            employer or where.employer,
            note,
            _told(self._program_id, hand),
            tuple(hand.findings) if hand.findings else (),
            _other_commune(row.section, where.commune),
        )
        if row.number in self._table.rows_answered:
            return answered(person, self._table.answers, self._ethnic, self._today)
        return person

    def _reader(
        self, field: Field, clean: Clean[T], usual: Callable[[str], T | None] | None = None
    ) -> ColumnReader[T] | None:
        index = self._match.places.get(field)
        if index is None:
            return None
        encoding = self._match.encodings.get(index, Encoding.UNICODE)
        capitals = self._capitals.get(index, ())
        cells = self._cells(field)
        heading = self._table.heading(field)
        column = Column(field, heading, cells, self._numbers, index, encoding, capitals)
        return ColumnReader(column, guarded(field, clean), usual)

    def _cells(self, field: Field) -> list[Cell]:
        i = self._match.places.get(field)
        if i is None:
            return []
        if field not in self._read:
            self._read[field] = [r.cells[i] if i < len(r.cells) else None for r in self._rows]
        return self._read[field]

    def _codes(self) -> dict[str, Gender]:
        heading = self._match.heading(Field.GENDER)
        numbers = self._cells(Field.IDENTITY_NUMBER) or repeat(None)
        return codes_of(heading, self._cells(Field.GENDER), numbers)

    def _birth(self, field: Field) -> ColumnReader[Birth] | None:
        order = date_order(self._cells(field))
        expected = field is Field.BIRTH_YEAR
        clean = partial(clean_birth, today=self._today, year_expected=expected, order=order)
        usual = partial(usual_birth, today=self._today)
        plain = order in (DateOrder.DAY_FIRST, DateOrder.SWAPPED_BY_EXCEL)
        return self._reader(field, clean, usual if plain else None)

    def _clean_year(self, cell: Cell) -> Cleaned[Birth]:
        return clean_birth(cell, self._today, year_expected=True)

    def _read_name(self, hand: RowInHand) -> str:
        name = _told(self._name, hand)
        if self._family or self._given:
            family = _told(self._family, hand)
            given = _told(self._given, hand)
            name = _joined(hand, name or family, given)
        if not name:
            hand.tell(Field.NAME, _question(FindingKind.MISSING_NAME, ""))
        return name or ""

    def _read_birth(self, hand: RowInHand) -> Birth | None:
        births = [birth for reader in self._births if (birth := reader.read(hand))]
        if len(births) > 1 and births[0].year != births[1].year:
            shown = (str(births[0].year), str(births[1].year))
            hand.tell(Field.BIRTH, _question(FindingKind.BIRTH_CONTRADICTION, *shown))
        return births[0] if births else None

    def _read_under(
        self, hand: RowInHand, birth: Birth | None, gender: Gender | None
    ) -> tuple[Birth | None, Gender | None]:
        """A tick, or the year of birth, in one of the columns "Nam" and "Nữ"."""
        said = [
            (f, reader) for f, reader in self._under if not is_unchecked(reader.cell(hand.place))
        ]
        if len(said) > 1:
            shown = masked(" | ".join(written(reader.cell(hand.place)) for _, reader in said))
            hand.tell(Field.MALE, _question(FindingKind.BAD_GENDER, shown))
            return birth, gender
        for field, reader in said:
            own = _UNDER[field]
            if is_checked(cell := reader.cell(hand.place), own):
                tick = Mark(FindingKind.GENDER_CODE, Severity.REPAIR, written(cell).strip(), own)
                ticked = Cleaned(own, None, (tick,), inferred=True)
                return birth, gender or hand.settle(field, ticked)
            year = reader.read(hand)
            return birth or year, gender or own
        return birth, gender

    def _compared(
        self, hand: RowInHand, identity: str, birth: Birth | None, gender: Gender | None
    ) -> Gender | None:
        """Asks where the number says otherwise; tells the gender where the list tells none."""
        mark: Mark | None
        for mark in mismatches(identity, birth.year if birth else None, gender):
            of_birth = mark.kind is FindingKind.IDENTITY_BIRTH_MISMATCH
            hand.tell(self._filled(hand.place, _BIRTH_FIELDS if of_birth else _GENDER_FIELDS), mark)
        if (
            gender is None
            and not hand.has(FindingKind.BAD_GENDER)
            and (mark := gender_told(identity))
        ):
            told = Cleaned(Gender(mark.after or ""), None, (mark,), inferred=True)
            return hand.settle(Field.GENDER, told)
        return gender

    def _number_elsewhere(self, hand: RowInHand) -> str | None:
        """The identity number, where the row shows that another cell has one."""
        if hand.has(FindingKind.BAD_IDENTITY) or not hand.has(FindingKind.IDENTITY_MASKED):
            return None
        readers: tuple[ColumnReader[Any] | None, ...] = (
            self._name, self._family, self._given, self._hamlet, self._commune, self._address,
            self._team, self._role, self._employer, self._note,
        )  # fmt: skip
        cells = ((reader.field, reader.own_cell(hand)) for reader in readers if reader)
        return take_number(hand, cells, self._table.heading)

    def _filled(self, place: int, fields: tuple[Field, ...]) -> Field:
        """The first of the fields whose cell says something."""
        columns, cells = self._match.places, self._rows[place].cells
        for field in fields:
            if field in columns and not is_blank(cell_of(cells, columns[field])):
                return field
        return fields[0]

    def _place(self, hand: RowInHand, section: Section | None) -> Address:
        """Where somebody lives: by the place's own column, the address, or else the section."""
        own = _told(self._hamlet, hand) or _NOWHERE
        above = _told(self._commune, hand) or _NOWHERE
        whole = _told(self._address, hand) or _NOWHERE
        hamlet, commune = own.hamlet or whole.hamlet, above.commune or own.commune or whole.commune
        employer = own.employer or whole.employer
        if section is not None:
            hamlet, commune = _in_section(hand, section, hamlet, commune, employer)
        return Address(
            hamlet,
            commune,
            _told(self._district, hand) or above.district or own.district or whole.district,
            _told(self._province, hand) or above.province or own.province or whole.province,
            employer,
        )


def _told(reader: ColumnReader[T] | None, hand: RowInHand) -> T | None:
    """What a row's cell says; nothing where the table has no such column."""
    return reader.read(hand) if reader else None


def _worded(cell: Cell) -> Cleaned[str]:
    """A text; a stroke or "không có" counts as nothing."""
    text = clean_text(cell)
    return Cleaned(None, None) if text.value and says_none(text.value) else text


def _joined(hand: RowInHand, first: str | None, given: str | None) -> str | None:
    """Family and given name of two columns as one name."""
    if not first or not given or f" {first}".casefold().endswith(f" {given}".casefold()):
        return first or given
    name = f"{first} {given}"
    mark = Mark(
        FindingKind.NAME_JOINED, Severity.REPAIR, masked(f"{first} | {given}"), masked(name)
    )
    cleaned = clean_name(name)
    as_written = cleaned.as_written if cleaned.marks else None
    return hand.settle(
        Field.GIVEN_NAME, replace(cleaned, as_written=as_written, marks=(mark, *cleaned.marks))
    )


def _team_of(hand: RowInHand, section: Section) -> str | None:
    return section.team and _from_section(
        hand, Field.TEAM, FindingKind.TEAM_FROM_SECTION, section.team
    )


def _other_commune(section: Section | None, commune: str | None) -> str | None:
    """The commune of the section, where the row names one of its own that is spelt otherwise."""
    above = cut_out(section.commune) if section and section.commune else None
    return above if commune and commune != above else None


def _in_section(
    hand: RowInHand, section: Section, hamlet: str | None, commune: str | None, employer: str | None
) -> tuple[str | None, str | None]:
    """Hamlet and commune of the section, where the row says nothing itself."""
    if not hamlet and not employer and section.hamlet:
        kind = FindingKind.HAMLET_FROM_SECTION
        hamlet = _from_section(hand, Field.HAMLET, kind, section.hamlet)
    if not commune and section.commune:
        kind = FindingKind.COMMUNE_FROM_SECTION
        commune = _from_section(hand, Field.COMMUNE, kind, section.commune)
    return hamlet, commune


def _from_section(hand: RowInHand, field: Field, kind: FindingKind, text: str) -> str | None:
    text = cut_out(text)
    mark = Mark(kind, Severity.REPAIR, "", text)
    return hand.settle(field, Cleaned(text, None, (mark,), inferred=True))


def _capital_rows(sheet: Sheet, match: TableMatch) -> dict[int, frozenset[int]]:
    """By column, the rows in a font of capitals. Opens the file again: only for TCVN3."""
    if Encoding.TCVN3 not in match.encodings.values():
        return {}
    found: dict[int, set[int]] = {}
    for (row, column), font in sheet.fonts().items():
        if is_capital_font(font):
            found.setdefault(column, set()).add(row)
    return {column: frozenset(rows) for column, rows in found.items()}


def _question(kind: FindingKind, before: str, after: str | None = None) -> Mark:
    return Mark(kind, Severity.QUESTION, before, after)
