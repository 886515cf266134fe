"""A file's bytes become sheets of cells; what the file is, its content says, not its name."""

import hashlib
import re
from enum import StrEnum
from pathlib import Path

from ..models.errors import AppError, ErrorCode
from .cells import Sheet, SourceFile

_LARGEST = 100 * 1024 * 1024
_LARGEST_TEXT = 24 * 1024 * 1024
_MOST_ROWS = 200_000
_BLANK = b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"
_TEXT_START = 4096
_OLD_EXCEL = re.compile(
    rb"\xd0\xcf\x11\xe0|\x09\x00\x04\x00|\x09[\x02\x04]\x06\x00|\x09\x08[\x06\x08\x10]\x00"
)
_MARKUP = re.compile(r"\{|<[!?]|<(html|head|body|meta|style|table|div|center)\b", re.I)
_SPREADSHEETML = "urn:schemas-microsoft-com:office:spreadsheet"
_OPENDOCUMENT = "urn:oasis:names:tc:opendocument:xmlns:office"


class Unreadable(StrEnum):
    """Why a file could not be read: `reason` in the data of FILE_UNREADABLE."""

    DAMAGED = "damaged"
    PASSWORD = "password"
    FORMAT = "format"
    DOCUMENT = "document"
    PICTURE = "picture"
    ARCHIVE = "archive"
    FOLDER = "folder"
    PERMISSION = "permission"
    ENCODING = "encoding"
    LETTERS_LOST = "letters_lost"
    TOO_LARGE = "too_large"
    FORMULAS = "formulas_without_values"


_FOREIGN = (
    (rb"%PDF|\{\\rtf|\xdb\xa5-", Unreadable.DOCUMENT),
    (
        rb"\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\x00\x00\x00\x00|II\*\x00|MM\x00\*|RIFF.{4}WEBP"
        rb"|.{4}ftyp(hei|mif|avif)",
        Unreadable.PICTURE,
    ),
    (rb"Rar!|7z\xbc\xaf|\x1f\x8b|BZh|\xfd7zXZ", Unreadable.ARCHIVE),
)


def unreadable(name: str, reason: Unreadable) -> AppError:
    """The refusal of a file, with its name and the reason."""
    return AppError(ErrorCode.FILE_UNREADABLE, file=name, reason=reason)


def read_file(path: Path) -> SourceFile:
    """The sheets of a list; hidden ones are marked.

    Raises AppError: FILE_NOT_FOUND, FILE_UNREADABLE (with a reason), FILE_EMPTY; file = its name.
    """
    content = _content(path)
    if not content.strip(_BLANK):
        raise AppError(ErrorCode.FILE_EMPTY, file=path.name)
    sheets = _sheets(content, path.name)
    if sum(1 for sheet in sheets for row in sheet.rows if row) > _MOST_ROWS:
        raise unreadable(path.name, Unreadable.TOO_LARGE)
    if not any(sheet.rows for sheet in sheets):
        raise AppError(ErrorCode.FILE_EMPTY, file=path.name)
    sha256 = hashlib.sha256(content).hexdigest()
    return SourceFile(path.name, sha256, sheets, path.absolute().parent.parts[1:])


def _content(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise unreadable(path.name, Unreadable.FOLDER)
        if path.stat().st_size > _LARGEST:
            raise unreadable(path.name, Unreadable.TOO_LARGE)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise AppError(ErrorCode.FILE_NOT_FOUND, file=path.name) from error
    except PermissionError as error:
        raise unreadable(path.name, Unreadable.PERMISSION) from error
    except OSError as error:
        raise unreadable(path.name, Unreadable.DAMAGED) from error


def _sheets(content: bytes, name: str) -> tuple[Sheet, ...]:
    """By the reader of a format, which the first bytes tell."""
    if content.startswith(b"PK"):
        return _packed(content, name)
    if _OLD_EXCEL.match(content):
        from .old_excel import read_old_excel

        return read_old_excel(content, name)
    for pattern, reason in _FOREIGN:
        if re.match(pattern, content, re.DOTALL):
            raise unreadable(name, reason)
    if len(content) > _LARGEST_TEXT:
        raise unreadable(name, Unreadable.TOO_LARGE)
    return _written(content, name)


def _packed(content: bytes, name: str) -> tuple[Sheet, ...]:
    from .package import PackageKind, kind_of

    if kind_of(content, name) is PackageKind.EXCEL:
        from .workbook import read_workbook

        return read_workbook(content, name)
    from .opendocument import read_opendocument

    return read_opendocument(content, name)


def _written(content: bytes, name: str) -> tuple[Sheet, ...]:
    """The sheets of a text: delimited, a web page, or a workbook in XML."""
    from .encoding import decoded

    text = decoded(content, name)
    start = text[:_TEXT_START].lstrip()
    if not _MARKUP.match(start) and "<table" not in start.lower():
        from .delimited import read_delimited

        return read_delimited(text, name)
    if _SPREADSHEETML in start and "<html" not in start.lower():
        from .spreadsheetml import read_spreadsheetml

        return read_spreadsheetml(text, name)
    if _OPENDOCUMENT in start:
        from .opendocument import read_flat_opendocument

        return read_flat_opendocument(text, name)
    from .html_tables import read_html

    return read_html(text, name)
