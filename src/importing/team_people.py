"""The persons of a register: each table's people as a list of people, read as any list is.

The list is the register's own sheet, row for row, with nothing in it but what belongs to the
person: so findings name its rows, and every repair of lists works here too.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from .cells import Cell, Row, Sheet, SourceFile, trimmed
from .ethnic import EthnicNames
from .fields import Field
from .findings import Answers
from .plan import ImportPlan
from .repeats import mark_repeats
from .rows import plan_of
from .team_cells import read_text
from .team_fields import AnyField, TeamField
from .team_plan import TeamRow
from .team_tables import TeamTable, TeamTableRow

LEADER = "Tổ trưởng"
_HEADINGS: dict[AnyField, str] = {
    TeamField.LEADER: "Họ và tên",
    TeamField.LEADER_PHONE: "Số điện thoại",
    Field.HAMLET: "Thôn, bản",
    Field.COMMUNE: "Xã, phường",
    Field.PROVINCE: "Tỉnh",
}
_READ_AS: dict[AnyField, AnyField] = {
    TeamField.LEADER: Field.NAME,
    TeamField.LEADER_PHONE: Field.PHONE,
}
_PLACES = (Field.HAMLET, Field.COMMUNE, Field.PROVINCE)
_OF_ROW = frozenset((Field.ROLE, Field.NUMBER, Field.TEAM, Field.IGNORE))
"""What a membership holds, not a person."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Joining:
    """A row that puts somebody into a team."""

    sheet: Sheet
    table: TeamTable
    row: TeamTableRow
    team: TeamRow
    leads: bool
    role: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    nominated_by: str | None = None

    @property
    def name(self) -> str:
        """The name as written."""
        if self.leads:
            return read_text(self.row.cell(self.table, TeamField.LEADER))
        parts = (Field.NAME, Field.FAMILY_NAME, Field.GIVEN_NAME)
        return " ".join(filter(None, (read_text(self.row.cell(self.table, p)) for p in parts)))


def read_team_people(
    source: SourceFile,
    joining: Sequence[Joining],
    ethnic: EthnicNames,
    answers: Answers,
    today: date,
    progress: Progress | None = None,
) -> ImportPlan:
    """The persons of these rows as a list's plan; without any it is empty."""
    by_sheet: dict[str, list[Joining]] = {}
    for one in joining:
        by_sheet.setdefault(one.sheet.name, []).append(one)
    lists = [_List(rows) for rows in by_sheet.values()]
    if not lists:
        return ImportPlan(source, (), ())
    people = replace(source, sheets=tuple(one.sheet() for one in lists))
    plan = plan_of(
        people,
        ethnic,
        answers=answers,
        fields={one.name: one.fields for one in lists},
        header_rows={one.name: one.header_row for one in lists},
        progress=progress,
        today=today,
    )
    return mark_repeats([plan])[0]


class _List:
    """The people of one table as a sheet of their own."""

    def __init__(self, rows: Sequence[Joining]) -> None:
        self._rows, first = rows, rows[0]
        self.name, self._sheet, self._table = first.sheet.name, first.sheet, first.table
        self.header_row = first.table.header_row + first.table.header_height - 1
        self._columns = self._of_leaders() if first.leads else self._of_members()

    @property
    def fields(self) -> dict[int, Field]:
        """What each column holds."""
        read_as = {at: _READ_AS.get(held, held) for at, held in enumerate(self._columns)}
        return {at: held for at, held in read_as.items() if isinstance(held, Field)}

    def _of_leaders(self) -> list[AnyField]:
        held = self._table.places
        phone = [TeamField.LEADER_PHONE] if TeamField.LEADER_PHONE in held else []
        others = [Field.PHONE] if Field.PHONE in held and not phone else []
        return [TeamField.LEADER, *phone, *others, *_PLACES]

    def _of_members(self) -> list[AnyField]:
        held = [h for h in self._table.columns.values() if isinstance(h, Field)]
        return [*(h for h in held if h not in _OF_ROW and h not in _PLACES), *_PLACES]

    def sheet(self) -> Sheet:
        """Titles as they stand, a header of one row, the people in their rows."""
        above = self._sheet.rows[: self._table.header_row - 1]
        rows: list[Row] = [*above, *([()] * (self._rows[-1].row.number - len(above)))]
        rows[self.header_row - 1] = tuple(self._heading(held) for held in self._columns)
        for one in self._rows:
            rows[one.row.number - 1] = trimmed([self._cell(one, held) for held in self._columns])
        return Sheet(self.name, tuple(rows))

    def _heading(self, held: AnyField) -> str:
        return _HEADINGS.get(held) or self._table.heading(held)

    def _cell(self, one: Joining, held: AnyField) -> Cell:
        place = one.team.place
        texts: dict[AnyField, str] = {
            Field.HAMLET: place.hamlet, Field.COMMUNE: place.commune, Field.PROVINCE: place.province
        }  # fmt: skip
        if held in texts:
            return texts[held] or None
        return one.row.cell(self._table, held)
