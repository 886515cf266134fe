"""The rows of a list as a table: tinted where something was repaired or is asked."""

from collections.abc import Callable, Iterable, Sequence

from ....exports.columns import Column, ColumnKind
from ....services.lists.review import ReviewColumn, ReviewLine
from ...finding_words import line_pill, line_treatment
from ...i18n import tr
from ...palette import Tone
from ...tables.record_model import Look

TREATMENT, FINDING = "treatment", "finding"
_ALWAYS = (ReviewColumn.NAME, ReviewColumn.BIRTH)
_WHERE_ASKED = (ReviewColumn.TEAM, ReviewColumn.ROLE, ReviewColumn.EMPLOYER, ReviewColumn.NOTE)


def review_columns(
    lines: Iterable[ReviewLine] = (), narrow: bool = False
) -> Sequence[Column[ReviewLine]]:
    """The columns in which these rows say something; file and sheet where there are several.

    Team, role, employer and note only where one of them is asked about. On a small screen the
    identity number is its last four digits alone.
    """
    lines = tuple(lines)
    files = len({line.key.file for line in lines}) > 1
    sheets = len({line.key[:2] for line in lines}) > len({line.key.file for line in lines})
    said = {c for line in lines for c, text in line.texts.items() if text}
    marked = {column for line in lines for column, f in line.marked.items() if f.open}
    return (
        Column("row", tr("Dòng"), lambda r: r.row, ColumnKind.INTEGER, 6),
        *((_FILE(),) if files else ()),
        *((_SHEET(),) if sheets else ()),
        *(_column(c, narrow) for c in _TITLES if _is_shown(c, said, marked, bool(lines))),
        Column(FINDING, tr("Vấn đề"), _finding_text, ColumnKind.WRAPPED, 22),
        Column(TREATMENT, tr("Cách xử lý"), lambda r: line_treatment(r).text,
               ColumnKind.WRAPPED, 20),
    )  # fmt: skip


def _is_shown(
    column: ReviewColumn, said: set[ReviewColumn], marked: set[ReviewColumn], known: bool
) -> bool:
    if column in _WHERE_ASKED:
        return column in marked
    return not known or column in _ALWAYS or column in said or column in marked


def _column(column: ReviewColumn, narrow: bool) -> Column[ReviewLine]:
    if narrow and column is ReviewColumn.IDENTITY:
        return Column(column.value, tr("Căn\ncước"), _last_four, ColumnKind.MARK, 6)
    kind, width = _KINDS.get(column, (ColumnKind.WRAPPED, 14))
    return Column(column.value, _TITLES[column](), _text(column), kind, width)


def _FILE() -> Column[ReviewLine]:
    return Column("file", tr("Tệp"), lambda r: r.file_name, ColumnKind.WRAPPED, 14)


def _SHEET() -> Column[ReviewLine]:
    return Column("sheet", tr("Sheet"), lambda r: r.sheet, ColumnKind.WRAPPED, 10)


def review_look() -> Look[ReviewLine]:
    """Names stand out, findings are pills, cells are tinted."""
    return Look(bold=frozenset({"name"}), pills={FINDING: line_pill}, tint=_tint)


def _text(column: ReviewColumn) -> Callable[[ReviewLine], str]:
    return lambda line: line.texts.get(column, "")


def _last_four(line: ReviewLine) -> str:
    number = line.texts.get(ReviewColumn.IDENTITY, "")
    return f"…{number[-4:]}" if number else ""


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


_TITLES: dict[ReviewColumn, Callable[[], str]] = {
    ReviewColumn.NAME: lambda: tr("Họ và tên"),
    ReviewColumn.BIRTH: lambda: tr("Ngày sinh"),
    ReviewColumn.GENDER: lambda: tr("Giới\ntính"),
    ReviewColumn.IDENTITY: lambda: tr("Số căn cước"),
    ReviewColumn.PHONE: lambda: tr("Điện thoại"),
    ReviewColumn.HAMLET: lambda: tr("Thôn, bản"),
    ReviewColumn.COMMUNE: lambda: tr("Xã"),
    ReviewColumn.TEAM: lambda: tr("Tổ"),
    ReviewColumn.ROLE: lambda: tr("Chức vụ"),
    ReviewColumn.EMPLOYER: lambda: tr("Đơn vị công tác"),
    ReviewColumn.NOTE: lambda: tr("Ghi chú"),
}
_KINDS = {
    ReviewColumn.BIRTH: (ColumnKind.MARK, 11.0),
    ReviewColumn.GENDER: (ColumnKind.MARK, 8.0),
    ReviewColumn.IDENTITY: (ColumnKind.MARK, 14.0),
    ReviewColumn.PHONE: (ColumnKind.PHONE, 12.0),
}
_TINTED = frozenset(column.value for column in ReviewColumn)
