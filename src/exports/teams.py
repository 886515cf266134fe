"""The register of teams as a file: a row a team, in columns the program reads back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..models.errors import AppError, ErrorCode
from .columns import Column, ColumnKind
from .formats import number
from .records import Progress, no_progress
from .sheets import SheetLayout, write_table_csv, write_table_xlsx


@dataclass(frozen=True)
class TeamRecord:
    """A team as lists show it; `number` runs from 1."""

    number: int
    commune: str
    hamlet: str
    name: str
    decision_number: str | None
    decision_date: date | None
    leader: str
    members: int
    households: int | None
    adults: int | None
    as_of: date | None
    source: str


_T, _W, _I, _D = ColumnKind.TEXT, ColumnKind.WRAPPED, ColumnKind.INTEGER, ColumnKind.DATE

TEAM_COLUMNS: Sequence[Column[TeamRecord]] = (
    Column("stt", "STT", lambda t: t.number, ColumnKind.YEAR, 6),
    Column("commune", "Xã, phường", lambda t: t.commune, _W, 18),
    Column("hamlet", "Thôn, bản", lambda t: t.hamlet, _W, 20),
    Column("name", "Tên tổ", lambda t: t.name, _W, 32),
    Column("decision_number", "Số quyết định", lambda t: t.decision_number, _T, 16),
    Column("decision_date", "Ngày quyết định", lambda t: t.decision_date, _D, 12),
    Column("leader", "Tổ trưởng", lambda t: t.leader, _W, 22),
    Column("members", "Thành viên hiện có", lambda t: t.members, _I, 10),
    Column("households", "Số hộ", lambda t: t.households, _I, 9),
    Column("adults", "Số người trưởng thành", lambda t: t.adults, _I, 11),
    Column("as_of", "Số liệu đến ngày", lambda t: t.as_of, _D, 12),
    Column("source", "Nguồn số liệu", lambda t: t.source, _W, 20),
)


def write_teams(
    path: Path, title: str, teams: Sequence[TeamRecord], progress: Progress = no_progress
) -> None:
    """Write .xlsx or .csv. Raises AppError BAD_VALUE for another suffix."""
    if path.suffix.lower() == ".csv":
        write_table_csv(path, TEAM_COLUMNS, teams, progress=progress)
    elif path.suffix.lower() == ".xlsx":
        lines = [f"Danh sách có {number(len(teams))} tổ"]
        layout = SheetLayout(title=title, lines=lines, filters=True, sheet="Tổ")
        write_table_xlsx(path, TEAM_COLUMNS, teams, layout, progress)
    else:
        raise AppError(ErrorCode.BAD_VALUE, value=path.name)
