"""The tally per commune as a file: Excel, CSV or PDF, by the suffix."""

from collections.abc import Sequence
from pathlib import Path

from ..models.enums import Skill
from ..models.errors import AppError, ErrorCode
from . import formats
from .columns import TALLY_COLUMNS, shown
from .grid import PrintedColumn, PrintedTable, printed, write_tables
from .paper import A4_LANDSCAPE, MM
from .records import Issuer, Progress, Tally, no_progress
from .sheets import SheetLayout, numbered, write_table_csv, write_table_xlsx

TITLE = "TỔNG HỢP KẾT QUẢ TẬP HUẤN THEO XÃ, PHƯỜNG"
TOTAL = "Cộng"
NOTES = (
    "Đơn vị tính là người, mỗi người tính một lần; riêng cột “Lượt” đếm mỗi người ở mỗi buổi "
    "có mặt là một lượt.",
    "Dòng “Cộng” tính mỗi người một lần nên có thể nhỏ hơn tổng các dòng. "
    "Nữ, DTTS (dân tộc thiểu số): trong số người đăng ký.",
)
_SKILL_GROUP = "Đạt kỹ năng"
_SKILLS = {skill.value for skill in Skill} | {"all_five"}


def write_tally(path: Path, issuer: Issuer, tally: Tally, progress: Progress = no_progress) -> None:
    """Write .xlsx, .csv or .pdf. Raises AppError BAD_VALUE for another suffix."""
    writers = {".xlsx": _write_xlsx, ".csv": _write_csv, ".pdf": _write_pdf}
    write = writers.get(path.suffix.lower())
    if write is None:
        raise AppError(ErrorCode.BAD_VALUE, value=path.name)
    write(path, issuer, tally, progress)


def _write_xlsx(path: Path, issuer: Issuer, tally: Tally, progress: Progress) -> None:
    layout = SheetLayout(
        title=TITLE,
        lines=[text for text in (issuer.agency, *_lines(tally)) if text],
        totals=[[None, *_total(tally)]],
        notes=NOTES,
        sheet="Tổng hợp theo xã",
    )
    records = list(enumerate(tally.rows, 1))
    write_table_xlsx(path, numbered(TALLY_COLUMNS), records, layout, progress)


def _write_csv(path: Path, issuer: Issuer, tally: Tally, progress: Progress) -> None:
    write_table_csv(path, TALLY_COLUMNS, tally.rows, [_total(tally)], progress)


def _write_pdf(path: Path, issuer: Issuer, tally: Tally, progress: Progress) -> None:
    columns = numbered(TALLY_COLUMNS)
    rows = [[column.text(pair) for column in columns] for pair in enumerate(tally.rows, 1)]
    pairs = zip(_total(tally), TALLY_COLUMNS, strict=True)
    rows.append(["", *(shown(value, column.kind) for value, column in pairs)])
    table = PrintedTable(
        paper=A4_LANDSCAPE,
        issuer=issuer,
        title=TITLE,
        lines=_lines(tally),
        columns=_printed_columns(),
        rows=rows,
        totals=1,
        minimum_height=6 * MM,
        notes=NOTES,
        place_date=formats.place_date(issuer.place, tally.counted_at.date()),
        signatures=("NGƯỜI LẬP BIỂU", issuer.signing_lines or "THỦ TRƯỞNG ĐƠN VỊ"),
        signer=issuer.signer_name,
        footer="Tổng hợp kết quả tập huấn theo xã, phường",
    )
    write_tables(path, [table], progress)


def _printed_columns() -> list[PrintedColumn]:
    columns = numbered(TALLY_COLUMNS)
    return [printed(column, _SKILL_GROUP * (column.key in _SKILLS)) for column in columns]


def _total(tally: Tally) -> list[object]:
    """The total row's values: no code, "Cộng", figures counted once for all communes."""
    figures = [column.value(tally.total) for column in TALLY_COLUMNS]
    return [None, TOTAL, *figures[2:]]


def _lines(tally: Tally) -> Sequence[str]:
    return [tally.scope, f"Số liệu lúc {formats.moment(tally.counted_at)}"]
