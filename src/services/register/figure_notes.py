"""The figures a register tells: noted once an area and day, compared with those stored."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ...importing.team_cells import TeamFindingKind
from ...importing.team_fields import TeamField
from ...importing.team_plan import TeamRow
from ...models.enums import Measure
from ...models.places import Denominator
from .denominators import Area, Figure
from .draft import FigureKey, RegisterDraft, Teller
from .places import TeamRef
from .report import RegisterCount

_BLOCK = 500


class FigureNotes:
    """Fills a draft's figures; `as_of` and `source` are of rows that tell none."""

    def __init__(self, draft: RegisterDraft, teller: Teller, as_of: date, source: str) -> None:
        self._draft, self._teller = draft, teller
        self._as_of, self._source = as_of, source
        self._rows: dict[FigureKey, tuple[TeamRow, TeamField]] = {}
        self._summed: set[tuple[FigureKey, UUID]] = set()
        self._undated: set[FigureKey] = set()

    def note(self, row: TeamRow, area: Area, team: TeamRef | None) -> None:
        """What a row tells of its hamlet, or of the commune where it names none."""
        for measure, column, value in (
            (Measure.HOUSEHOLDS, TeamField.HOUSEHOLDS, row.households),
            (Measure.ADULTS, TeamField.ADULTS, row.adults),
        ):
            if value is not None:
                self._note(row, (area, measure, row.as_of or self._as_of), value, column)
        if row.members is not None and area.hamlet_id is not None and team is not None:
            self._note_members(row, area, team, row.members)

    def _note(self, row: TeamRow, key: FigureKey, value: int, column: TeamField) -> None:
        known = self._draft.figures.get(key)
        if known is None:
            self._put(row, key, value, column)
        elif known.value != value:
            self._differs(row, column, value, known.value)

    def _note_members(self, row: TeamRow, area: Area, team: TeamRef, value: int) -> None:
        """The members of a hamlet are those of all its teams, each counted once."""
        key = (area, Measure.MEMBERS, row.as_of or self._as_of)
        if (key, team.id) in self._summed:
            return
        self._summed.add((key, team.id))
        before = self._draft.figures.get(key)
        self._put(row, key, value + (before.value if before else 0), TeamField.MEMBERS)

    def _put(self, row: TeamRow, key: FigureKey, value: int, column: TeamField) -> None:
        if row.as_of is None:
            self._undated.add(key)
        self._draft.figures[key] = Figure(value, key[2], row.source or self._source)
        self._rows.setdefault(key, (row, column))

    def drop_known(self, session: Session) -> None:
        """Figures that are stored of the same day are known, or told to differ; they stay.

        One without a date that says what the newest stored one says is known too.
        """
        newest: dict[tuple[Area, Measure], Figure] = {}
        for key, figure in _stored(session, {area for area, _, _ in self._draft.figures}):
            newest[key[:2]] = figure
            listed = self._draft.figures.get(key)
            if listed is not None and self._know(key) and listed.value != figure.value:
                self._differs(*self._rows[key], listed.value, figure.value)
        for key in [*self._draft.figures]:
            last, listed = newest.get(key[:2]), self._draft.figures[key]
            same = last and (last.value, last.source) == (listed.value, listed.source)
            if key in self._undated and same:
                self._know(key)

    def _know(self, key: FigureKey) -> bool:
        del self._draft.figures[key]
        self._draft.counts[RegisterCount.FIGURES_KNOWN] += 1
        return True

    def _differs(self, row: TeamRow, column: TeamField, listed: int, stored: int) -> None:
        kind = TeamFindingKind.FIGURE_DIFFERS
        self._teller.note(row, (column,), kind, str(listed), str(stored))


def _stored(session: Session, areas: set[Area]) -> Iterator[tuple[FigureKey, Figure]]:
    """The figures of these communes and their hamlets, the oldest first."""
    units = sorted({area.unit_id for area in areas})
    for start in range(0, len(units), _BLOCK):
        rows = session.execute(
            select(Denominator.unit_id, Denominator.hamlet_id, Denominator.measure,
                   Denominator.as_of, Denominator.value, Denominator.source)
            .where(Denominator.unit_id.in_(units[start : start + _BLOCK]),
                   Denominator.deleted_at.is_(None))
            .order_by(Denominator.as_of, Denominator.changed_at)
        )  # fmt: skip
        for unit, hamlet, measure, as_of, value, source in rows:
            yield (Area(unit, hamlet), measure, as_of), Figure(value, as_of, source)
