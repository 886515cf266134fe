"""Rows for the clipboard: text with tabs for any program, HTML for Excel."""

from collections.abc import Sequence
from html import escape
from typing import TypeVar

from PySide6.QtCore import QMimeData, QStringListModel

from ...exports.columns import ColumnKind
from ..i18n import tr
from .record_model import RecordModel, one_line

R = TypeVar("R")
_AS_TEXT = " style=\"mso-number-format:'\\@'\""


def copied(model: RecordModel[R], records: Sequence[R]) -> QMimeData:
    """The records with their headings; figures without thousands points, so that Excel counts them,
    everything else as text, so that it keeps the zero of a phone number.
    """
    titles = [one_line(tr(column.title)) for column in model.columns]
    rows = [_cells(model, record) for record in records]
    kinds = [column.kind for column in model.columns]
    mime = _plain_mime()
    mime.setText(tab_separated([titles, *rows]))
    mime.setHtml(html_table(titles, rows, kinds))
    return mime


def _plain_mime() -> QMimeData:
    """Made by Qt: one that Python made crashes the program as it ends on the clipboard."""
    model = QStringListModel([""])
    mime = model.mimeData([model.index(0, 0)])
    mime.clear()
    return mime


def tab_separated(rows: Sequence[Sequence[str]]) -> str:
    """One line a row, cells parted by tabs."""
    return "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in rows)


def html_table(
    titles: Sequence[str], rows: Sequence[Sequence[str]], kinds: Sequence[ColumnKind]
) -> str:
    """A table that Excel reads with the types it shall have."""
    head = "".join(f"<th>{escape(title)}</th>" for title in titles)
    body = "".join(f"<tr>{_html_cells(row, kinds)}</tr>" for row in rows)
    return f'<meta charset="utf-8"><table><tr>{head}</tr>{body}</table>'


def _html_cells(row: Sequence[str], kinds: Sequence[ColumnKind]) -> str:
    styles = ["" if kind is ColumnKind.INTEGER else _AS_TEXT for kind in kinds]
    return "".join(
        f"<td{style}>{escape(cell)}</td>" for cell, style in zip(row, styles, strict=True)
    )


def _cells(model: RecordModel[R], record: R) -> list[str]:
    return [
        str(value)
        if column.kind is ColumnKind.INTEGER and isinstance(value := column.value(record), int)
        else model.cell_text(record, column)
        for column in model.columns
    ]
