"""Lists of people as files."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import overload

from ..models.errors import AppError, ErrorCode
from .columns import ETHNIC_COLUMN, PEOPLE_COLUMNS
from .formats import number
from .records import PersonLine, Progress, no_progress
from .sheets import SheetLayout, numbered, write_table_csv, write_table_xlsx


def write_people(
    path: Path,
    title: str,
    people: Sequence[PersonLine],
    progress: Progress = no_progress,
    ethnic: bool = False,
) -> None:
    """Write .xlsx or .csv; the ethnic group only when asked for.

    Raises AppError BAD_VALUE for another suffix.
    """
    columns = (*PEOPLE_COLUMNS, ETHNIC_COLUMN) if ethnic else PEOPLE_COLUMNS
    if path.suffix.lower() == ".csv":
        write_table_csv(path, columns, people, progress=progress)
    elif path.suffix.lower() == ".xlsx":
        lines = [f"Danh sách có {number(len(people))} người"]
        layout = SheetLayout(title=title, lines=lines, filters=True, sheet="Học viên")
        write_table_xlsx(path, numbered(columns), _Counted(people), layout, progress)
    else:
        raise AppError(ErrorCode.BAD_VALUE, value=path.name)


class _Counted(Sequence[tuple[int, PersonLine]]):
    """The people with their running numbers, without a list of them beside the one there is."""

    def __init__(self, people: Sequence[PersonLine]) -> None:
        self._people = people

    def __len__(self) -> int:
        return len(self._people)

    def __iter__(self) -> Iterator[tuple[int, PersonLine]]:
        return iter(enumerate(self._people, 1))

    @overload
    def __getitem__(self, index: int) -> tuple[int, PersonLine]: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[tuple[int, PersonLine]]: ...
    def __getitem__(
        self, index: int | slice
    ) -> tuple[int, PersonLine] | Sequence[tuple[int, PersonLine]]:
        if isinstance(index, slice):
            return list(enumerate(self._people, 1))[index]
        return index + 1, self._people[index]
