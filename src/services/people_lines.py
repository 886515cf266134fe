"""People as lines of a file that may come back corrected; a search's are read in blocks."""

from array import array
from collections.abc import Iterator, Sequence
from typing import overload

from sqlalchemy.orm import Session

from ..exports.records import ListedPerson, PersonLine
from ..models.errors import AppError, ErrorCode
from .courses import CourseRecord
from .documents import person_line
from .enrolments import course_people
from .people import PersonRecord, person_records
from .search import all_matches

BLOCK = 1000


class PeopleLines(Sequence[ListedPerson]):
    """The people of these sequence numbers; holds one block at a time, so 350,000 fit anywhere."""

    def __init__(
        self, session: Session, seqs: "array[int]", block: int = BLOCK, reveal: bool = False
    ) -> None:
        self._session = session
        self._reveal = reveal
        self._seqs = seqs
        self._size = block
        self._number = -1
        self._block: list[ListedPerson] = []

    def __len__(self) -> int:
        return len(self._seqs)

    def __iter__(self) -> Iterator[ListedPerson]:
        return (self[index] for index in range(len(self)))

    @overload
    def __getitem__(self, index: int) -> ListedPerson: ...
    @overload
    def __getitem__(self, index: slice) -> "PeopleLines": ...
    def __getitem__(self, index: int | slice) -> "ListedPerson | PeopleLines":
        if isinstance(index, slice):
            return PeopleLines(self._session, self._seqs[index], self._size, self._reveal)
        if not 0 <= index < len(self):
            raise IndexError(index)
        number, place = divmod(index, self._size)
        if number != self._number:
            self._read(number)
        return self._block[place]

    def _read(self, number: int) -> None:
        seqs = self._seqs[number * self._size : (number + 1) * self._size].tolist()
        records = person_records(self._session, seqs, self._reveal)
        self._block = [
            ListedPerson(person_line_of(record), str(record.id), record.identity)
            for record in records
        ]
        self._number = number
        self._session.expunge_all()


def people_found(session: Session, typed: str, reveal: bool = False) -> PeopleLines:
    """The lines of everybody that matches what was typed. Raises NOTHING_TO_EXPORT.

    Identity numbers in full on `reveal`; the caller records who asked.
    """
    seqs = all_matches(session, typed)
    if not seqs:
        raise AppError(ErrorCode.NOTHING_TO_EXPORT, course="")
    return PeopleLines(session, seqs, reveal=reveal)


def people_of_course(
    session: Session, course: CourseRecord, reveal: bool = False
) -> list[ListedPerson]:
    """The lines of a course's people, with place, team and role of the course, as `people_found`.

    Raises NOTHING_TO_EXPORT.
    """
    people = course_people(session, course.id, reveal)
    if not people:
        raise AppError(ErrorCode.NOTHING_TO_EXPORT, course=course.code)
    return [ListedPerson(person_line(p), str(p.person_id), p.identity) for p in people]


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
