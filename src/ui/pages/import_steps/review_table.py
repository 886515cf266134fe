"""The rows of a list as a table: tinted where something was repaired or is asked."""

from collections.abc import Callable, Sequence

from ....exports.columns import Column, ColumnKind
from ....services.list_review import ReviewColumn, ReviewLine
from ...finding_words import line_pill, line_treatment
from ...i18n import tr
from ...palette import Tone
from ...tables.record_model import Look


def review_columns(several_sheets: bool) -> Sequence[Column[ReviewLine]]:
    """The columns, with the sheet's name where the file has several tables."""
    sheet: Column[ReviewLine] = Column("sheet", tr("Sheet"), lambda r: r.sheet, ColumnKind.MARK, 10)
    return (
        Column("row", tr("Dòng"), lambda r: r.row, ColumnKind.INTEGER, 6),
        *((sheet,) if several_sheets else ()),
        Column("name", tr("Họ và tên"), _text(ReviewColumn.NAME), ColumnKind.TEXT, 22),
        Column("birth", tr("Ngày sinh"), _text(ReviewColumn.BIRTH), ColumnKind.MARK, 11),
        Column("gender", tr("Giới tính"), _text(ReviewColumn.GENDER), ColumnKind.MARK, 8),
        Column("identity", tr("Số căn cước"), _text(ReviewColumn.IDENTITY), ColumnKind.MARK, 14),
        Column("phone", tr("Điện thoại"), _text(ReviewColumn.PHONE), ColumnKind.PHONE, 12),
        Column("hamlet", tr("Thôn, bản"), _text(ReviewColumn.HAMLET), ColumnKind.MARK, 14),
        Column("commune", tr("Xã"), _text(ReviewColumn.COMMUNE), ColumnKind.TEXT, 14),
        Column("finding", tr("Vấn đề"), _finding_text, ColumnKind.TEXT, 22),
        Column("treatment", tr("Cách xử lý"), line_treatment, ColumnKind.TEXT, 20),
    )


def review_look() -> Look[ReviewLine]:
    """Names stand out, findings are pills, cells are tinted."""
    return Look(
        bold=frozenset({"name"}),
        pills={"finding": line_pill},
        tint=_tint,
    )


def _text(column: ReviewColumn) -> Callable[[ReviewLine], str]:
    return lambda line: line.texts[column]


def _finding_text(line: ReviewLine) -> str:
    pill = line_pill(line)
    return pill.plain if pill else ""


def _tint(line: ReviewLine, key: str) -> Tone | None:
    finding = line.marked.get(ReviewColumn(key)) if key in _TINTED else None
    if finding is None:
        return None
    if finding.open:
        return Tone.REFUSED
    return Tone.LATE if finding.applied else None


_TINTED = frozenset(column.value for column in ReviewColumn)
