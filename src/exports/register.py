"""The certificate book (sổ cấp giấy chứng nhận): every number up to the last has its line."""

from collections.abc import Sequence
from pathlib import Path

from .columns import REGISTER_COLUMNS, REGISTER_ETHNIC_COLUMN, Column
from .formats import number
from .grid import PrintedTable, printed, write_tables
from .paper import A4_LANDSCAPE, MM
from .records import Issuer, Progress, RegisterLine, no_progress
from .sheets import SheetLayout, numbered, write_table_xlsx

TITLE = "SỔ CẤP GIẤY CHỨNG NHẬN"


def write_register_xlsx(
    path: Path,
    issuer: Issuer,
    year: int,
    lines: Sequence[RegisterLine],
    progress: Progress = no_progress,
    ethnic: bool = False,
) -> None:
    """The book of a year in Excel; the ethnic group only when asked for."""
    layout = SheetLayout(
        title=TITLE,
        lines=[text for text in (issuer.agency, f"Năm {year}") if text],
        notes=[_count(lines)],
        minimum_height=22,
        sheet=f"Sổ cấp {year}",
    )
    records = list(enumerate(lines, 1))
    write_table_xlsx(path, numbered(_columns(ethnic)), records, layout, progress)


def write_register_pdf(
    path: Path,
    issuer: Issuer,
    year: int,
    lines: Sequence[RegisterLine],
    progress: Progress = no_progress,
    ethnic: bool = False,
) -> None:
    """The book of a year on A4 landscape, with a column to sign for the certificate."""
    columns = numbered(_columns(ethnic))
    rows = [[column.text(pair) for column in columns] for pair in enumerate(lines, 1)]
    table = PrintedTable(
        paper=A4_LANDSCAPE,
        issuer=issuer,
        title=TITLE,
        lines=[f"Năm {year}"],
        columns=[printed(column) for column in columns],
        rows=rows,
        notes=[_count(lines)],
        signatures=("NGƯỜI LẬP SỔ", issuer.signing_lines or "THỦ TRƯỞNG ĐƠN VỊ"),
        signer=issuer.signer_name,
        minimum_height=9 * MM,
        footer=f"Sổ cấp giấy chứng nhận năm {year}",
    )
    write_tables(path, [table], progress)


def _columns(ethnic: bool) -> Sequence[Column[RegisterLine]]:
    if not ethnic:
        return REGISTER_COLUMNS
    return (*REGISTER_COLUMNS[:3], REGISTER_ETHNIC_COLUMN, *REGISTER_COLUMNS[3:])


def _count(lines: Sequence[RegisterLine]) -> str:
    return f"Sổ có {number(len(lines))} số, đánh liên tục trong năm; số đã hủy không dùng lại."
