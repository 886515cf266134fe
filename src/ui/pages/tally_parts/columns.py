"""The tally's columns as the window shows them: the exports' own, with short headings."""

from collections.abc import Sequence
from dataclasses import replace

from ....exports.columns import TALLY_COLUMNS, Column
from ....exports.records import TallyRow
from ....exports.tally import TOTAL
from ....services.tallies import UNKNOWN_PLACE
from ....services.tally_people import Figure
from ...i18n import tr
from ...tables.record_model import Look, one_line


def tally_columns() -> Sequence[Column[TallyRow]]:
    """TALLY_COLUMNS under headings of two short lines, so that all fit a small screen."""
    short = {
        "commune": tr("Xã"),
        "enrolled": tr("Đăng\nký"),
        "attended": tr("Tham\ndự"),
        "completed": tr("Hoàn\nthành"),
        "certified": tr("Cấp\nGCN"),
        "shopping": tr("Mua\nsắm"),
        "payment": tr("Thanh\ntoán"),
        "safety": tr("Tự bảo\nvệ"),
        "platforms": tr("Nền tảng\nkhác"),
        "all_five": tr("Đủ 5\nkỹ năng"),
        "hamlets": tr("Thôn,\nbản"),
    }
    columns = tuple(
        replace(column, title=short.get(column.key, column.title))
        for column in TALLY_COLUMNS
        if column.key != "commune_code"
    )
    return tuple(replace(c, value=place_words) if c.key == "commune" else c for c in columns)


def place_words(row: TallyRow) -> str:
    """A commune by its name; the total and the unknown place in the interface's language."""
    if row.commune_code is not None:
        return row.commune
    return {TOTAL: tr("Cộng"), UNKNOWN_PLACE: tr("Chưa rõ")}.get(row.commune, row.commune)


_FIGURES = frozenset(figure.value for figure in Figure)


def tally_look(total: str) -> Look[TallyRow]:
    """Names bold, and the row of this title as the total."""
    return Look(
        bold=frozenset({"commune"}),
        is_total=lambda row: row.commune_code is None and row.commune == total,
    )


def heading(column: Column[TallyRow]) -> str:
    """A column's heading on one line: for sentences and titles."""
    return one_line(tr(column.title))


def figure_of(key: str) -> Figure | None:
    """The figure a column opens; None for the commune's name."""
    return Figure(key) if key in _FIGURES else None
