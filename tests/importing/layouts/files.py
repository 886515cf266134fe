"""Writes the sheets of a list into a file of any kind."""

import csv
import html
import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from .letters import for_1258

Value = str | int | float | date | None


@dataclass
class Page:
    """A sheet: its rows, and which cells of one column are one (rows from 0, both included)."""

    name: str
    rows: list[list[Value]]
    hidden: bool = False
    merged: list[tuple[int, int, int]] = field(default_factory=list)
    """First row, last row, column."""


def write(folder: Path, name: str, form: str, delimiter: str, pages: Sequence[Page]) -> Path:
    """The file; only workbooks hold more than the first page."""
    suffix = {"html": "xls"}.get(form, form if form in _BOOKS else "csv")
    path = folder / f"{name}.{suffix}"
    if form in _BOOKS:
        _BOOKS[form](path, pages)
    elif form == "html":
        path.write_text(_html(pages[0]), encoding="utf-8")
    else:
        path.write_bytes(_text(pages[0], delimiter, form))
    return path


def _xlsx(path: Path, pages: Sequence[Page]) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for page in pages:
        sheet: Any = book.create_sheet(page.name)
        sheet.sheet_state = "hidden" if page.hidden else "visible"
        for row in page.rows:
            sheet.append(row)
        for first, last, column in page.merged:
            sheet.merge_cells(
                start_row=first + 1, end_row=last + 1, start_column=column + 1,
                end_column=column + 1,
            )  # fmt: skip
    book.save(path)


def _xls(path: Path, pages: Sequence[Page]) -> None:
    import xlwt

    book = xlwt.Workbook(encoding="utf-8")
    style = xlwt.easyxf(num_format_str="DD/MM/YYYY")
    for page in pages:
        sheet = book.add_sheet(page.name)
        sheet.visibility = 1 if page.hidden else 0
        spans = {(first, column): last for first, last, column in page.merged}
        for r, row in enumerate(page.rows):
            for c, value in enumerate(row):
                if value is None:
                    continue
                kind = (style,) if isinstance(value, date) else ()
                if (r, c) in spans:
                    sheet.write_merge(r, spans[r, c], c, c, value, *kind)
                else:
                    sheet.write(r, c, value, *kind)
    book.save(str(path))


_ODS = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
    '<office:automatic-styles><style:style style:name="out" style:family="table">'
    '<style:table-properties table:display="false"/></style:style></office:automatic-styles>'
    "<office:body><office:spreadsheet>%s</office:spreadsheet></office:body>"
    "</office:document-content>"
)
_ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest'
    ' xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_ODS_TYPE}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)


def _ods(path: Path, pages: Sequence[Page]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", _ODS_TYPE, zipfile.ZIP_STORED)
        package.writestr("META-INF/manifest.xml", _MANIFEST)
        package.writestr("content.xml", _ODS % "".join(map(_ods_table, pages)))


def _ods_table(page: Page) -> str:
    spans = {(first, column): last - first + 1 for first, last, column in page.merged}
    covered = {(r, c) for first, last, c in page.merged for r in range(first + 1, last + 1)}
    rows = "".join(
        "<table:table-row>"
        + "".join(
            "<table:covered-table-cell/>"
            if (r, c) in covered
            else _ods_cell(value, spans.get((r, c)))
            for c, value in enumerate([*row, None])
        )
        + "</table:table-row>"
        for r, row in enumerate(page.rows)
    )
    style = ' table:style-name="out"' if page.hidden else ""
    return f'<table:table table:name="{page.name}"{style}>{rows}</table:table>'


def _ods_cell(value: Value, rows: int | None) -> str:
    if value is None:
        return "<table:table-cell/>"
    span = "" if rows is None else (
        f' table:number-columns-spanned="1" table:number-rows-spanned="{rows}"'
    )  # fmt: skip
    if isinstance(value, date):
        kind = f'office:value-type="date" office:date-value="{value.isoformat()}"'
    elif isinstance(value, str):
        kind = 'office:value-type="string"'
    else:
        kind = f'office:value-type="float" office:value="{value}"'
    shown = html.escape(_shown(value)).replace("  ", " <text:s/>")
    return f"<table:table-cell {kind}{span}><text:p>{shown}</text:p></table:table-cell>"


def _shown(value: Value) -> str:
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return "" if value is None else str(value)


def _html(page: Page) -> str:
    spans = {(first, column): last - first + 1 for first, last, column in page.merged}
    covered = {(r, c) for first, last, c in page.merged for r in range(first + 1, last + 1)}
    lines = []
    for r, row in enumerate(page.rows):
        cells = [
            f'<td rowspan="{spans[r, c]}">{html.escape(_shown(value))}</td>'
            if (r, c) in spans
            else f"<td>{html.escape(_shown(value))}</td>"
            for c, value in enumerate(row)
            if (r, c) not in covered
        ]
        lines.append(f"<tr>{''.join(cells)}</tr>")
    head = '<html><head><meta charset="utf-8"></head><body><table border="1">'
    return head + "\n".join(lines) + "</table></body></html>"


def _text(page: Page, delimiter: str, encoding: str) -> bytes:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=delimiter)
    writer.writerows([_shown(value) for value in row] for row in page.rows)
    text = stream.getvalue()
    return (for_1258(text) if encoding == "cp1258" else text).encode(encoding)


_BOOKS = {"xlsx": _xlsx, "xlsm": _xlsx, "xls": _xls, "ods": _ods}
