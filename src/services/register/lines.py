"""The teams a query finds, as lines of a file: read in blocks while the file is written."""

from array import array
from collections.abc import Iterator, Sequence
from datetime import date
from typing import overload

from sqlalchemy.orm import Session

from ...exports.teams import TeamRecord
from ...models.errors import AppError, ErrorCode
from .listing import TeamLine, TeamQuery, all_teams, team_lines

BLOCK = 400


class TeamRecords(Sequence[TeamRecord]):
    """The teams of these sequence numbers; holds one block at a time, so 75,000 fit anywhere."""

    def __init__(self, session: Session, seqs: "array[int]", day: date) -> None:
        self._session, self._seqs, self._day = session, seqs, day
        self._number = -1
        self._block: list[TeamRecord] = []

    def __len__(self) -> int:
        return len(self._seqs)

    def __iter__(self) -> Iterator[TeamRecord]:
        return (self[index] for index in range(len(self)))

    @overload
    def __getitem__(self, index: int) -> TeamRecord: ...
    @overload
    def __getitem__(self, index: slice) -> list[TeamRecord]: ...
    def __getitem__(self, index: int | slice) -> TeamRecord | list[TeamRecord]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        if not 0 <= index < len(self):
            raise IndexError(index)
        number, place = divmod(index, BLOCK)
        if number != self._number:
            self._read(number)
        return self._block[place]

    def _read(self, number: int) -> None:
        first = number * BLOCK
        lines = team_lines(self._session, self._seqs[first : first + BLOCK], self._day)
        self._block = [_record(line, first + at) for at, line in enumerate(lines, 1)]
        self._number = number


def _record(line: TeamLine, number: int) -> TeamRecord:
    return TeamRecord(
        number, line.commune, line.hamlet, line.name, line.decision_number, line.decision_date,
        line.leader, line.members, line.households, line.adults, line.as_of, line.source,
    )  # fmt: skip


def teams_found(session: Session, query: TeamQuery) -> TeamRecords:
    """The lines of every team of a query. Raises NOTHING_TO_EXPORT."""
    seqs = all_teams(session, query)
    if not seqs:
        raise AppError(ErrorCode.NOTHING_TO_EXPORT, course="")
    return TeamRecords(session, seqs, query.day)
