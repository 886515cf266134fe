"""Lists of people as files."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import overload

from ..models.errors import AppError, ErrorCode
from .columns import PROGRAM_ID_TITLE, listed_columns
from .formats import number
from .records import ListedPerson, Progress, no_progress
from .sheets import SheetLayout, numbered, write_table_csv, write_table_xlsx

_KEEP = (
    f"Giữ nguyên cột “{PROGRAM_ID_TITLE}”: khi nhập lại tệp đã sửa, chương trình nhận ra đúng người"
)


def write_people(
    path: Path,
    title: str,
    people: Sequence[ListedPerson],
    progress: Progress = no_progress,
    ethnic: bool = False,
) -> None:
    """Write .xlsx or .csv; the ethnic group only when asked for.

    The last column is the program's id: a corrected file comes back to the same people.
    Raises AppError BAD_VALUE for another suffix.
    """
    columns = listed_columns(ethnic)
    if path.suffix.lower() == ".csv":
        write_table_csv(path, columns, people, progress=progress)
    elif path.suffix.lower() == ".xlsx":
        lines = [f"Danh sách có {number(len(people))} người", _KEEP]
        layout = SheetLayout(title=title, lines=lines, filters=True, sheet="Học viên")
        write_table_xlsx(path, numbered(columns), _Counted(people), layout, progress)
    else:
        raise AppError(ErrorCode.BAD_VALUE, value=path.name)


class _Counted(Sequence[tuple[int, ListedPerson]]):
    """The people with their running numbers, without a list of them beside the one there is."""

    def __init__(self, people: Sequence[ListedPerson]) -> None:
        self._people = people

    def __len__(self) -> int:
        return len(self._people)

    def __iter__(self) -> Iterator[tuple[int, ListedPerson]]:
        return iter(enumerate(self._people, 1))

    @overload
    def __getitem__(self, index: int) -> tuple[int, ListedPerson]: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[tuple[int, ListedPerson]]: ...
    def __getitem__(
        self, index: int | slice
    ) -> tuple[int, ListedPerson] | Sequence[tuple[int, ListedPerson]]:
        if isinstance(index, slice):
            return list(enumerate(self._people, 1))[index]
        return index + 1, self._people[index]
