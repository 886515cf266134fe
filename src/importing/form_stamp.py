"""A registration form of ours comes back: by its stamp, course and commune are known."""

from dataclasses import replace
from uuid import UUID

from ..models.form_stamp import KNOWN_SHEET, STAMP_MARK, STAMP_SHEET
from ..models.form_stamp import FormStamp as FormStamp
from .cells import Row, Sheet, SourceFile, written


def read_stamp(source: SourceFile) -> FormStamp | None:
    """The stamp of a form of ours; None for any other file, or when the stamp was damaged."""
    sheet = next((s for s in source.sheets if s.name == STAMP_SHEET), None)
    if sheet is None or not sheet.rows or _text(sheet.rows[0], 0) != STAMP_MARK:
        return None
    told = {_text(row, 0): _text(row, 1) for row in sheet.rows[1:]}
    form_id, commune = _uuid(told.get("form", "")), told.get("commune", "")
    if form_id is None or not commune:
        return None
    return FormStamp(form_id, told.get("course", ""), commune)


def without_known(source: SourceFile) -> SourceFile:
    """A form of ours with the sheet of people to copy from hidden; any other file as it is.

    Whoever reads people out of a file reads this one, else everybody to copy from would register.
    """
    if read_stamp(source) is None:
        return source
    return replace(source, sheets=tuple(_hidden(sheet) for sheet in source.sheets))


def _hidden(sheet: Sheet) -> Sheet:
    return replace(sheet, hidden=True) if sheet.name == KNOWN_SHEET else sheet


def _text(row: Row, index: int) -> str:
    return written(row[index]).strip() if index < len(row) else ""


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
