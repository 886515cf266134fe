"""Everybody a search finds, as lines of a file: read in blocks while the file is written."""

from array import array
from collections.abc import Iterator, Sequence
from typing import overload

from sqlalchemy.orm import Session

from ..exports.records import PersonLine
from ..models.errors import AppError, ErrorCode
from .people import PersonRecord, person_records
from .search import all_matches

BLOCK = 1000


class PeopleLines(Sequence[PersonLine]):
    """The people of these sequence numbers; holds one block at a time, so 350,000 fit anywhere."""

    def __init__(self, session: Session, seqs: "array[int]", block: int = BLOCK) -> None:
        self._session = session
        self._seqs = seqs
        self._size = block
        self._number = -1
        self._block: list[PersonLine] = []

    def __len__(self) -> int:
        return len(self._seqs)

    def __iter__(self) -> Iterator[PersonLine]:
        return (self[index] for index in range(len(self)))

    @overload
    def __getitem__(self, index: int) -> PersonLine: ...
    @overload
    def __getitem__(self, index: slice) -> "PeopleLines": ...
    def __getitem__(self, index: int | slice) -> "PersonLine | PeopleLines":
        if isinstance(index, slice):
            return PeopleLines(self._session, self._seqs[index], self._size)
        if not 0 <= index < len(self):
            raise IndexError(index)
        number, place = divmod(index, self._size)
        if number != self._number:
            self._read(number)
        return self._block[place]

    def _read(self, number: int) -> None:
        seqs = self._seqs[number * self._size : (number + 1) * self._size].tolist()
        self._block = [person_line_of(record) for record in person_records(self._session, seqs)]
        self._number = number
        self._session.expunge_all()


def people_found(session: Session, typed: str) -> PeopleLines:
    """The lines of everybody that matches what was typed. Raises NOTHING_TO_EXPORT."""
    seqs = all_matches(session, typed)
    if not seqs:
        raise AppError(ErrorCode.NOTHING_TO_EXPORT, course="")
    return PeopleLines(session, seqs)


def person_line_of(record: PersonRecord) -> PersonLine:
    """Somebody as lists name them, with the place of today; no identity number."""
    return PersonLine(
        name=record.name,
        gender=record.gender,
        birth_date=record.birth_date,
        birth_year=record.birth_year,
        ethnic=record.ethnic,
        phone=record.phone,
        hamlet=record.hamlet,
        commune=record.commune,
        employer=record.employer,
    )
