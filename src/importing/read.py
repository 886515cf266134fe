"""A file's bytes become sheets of cells; what the file is, its content says, not its name."""

import hashlib
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from ..models.errors import AppError, ErrorCode
from .cells import Sheet, SourceFile

_LARGEST = 100 * 1024 * 1024


class Unreadable(StrEnum):
    """Why a file could not be read: `reason` in the data of FILE_UNREADABLE."""

    DAMAGED = "damaged"
    PASSWORD = "password"
    FORMAT = "format"
    ENCODING = "encoding"
    TOO_LARGE = "too_large"
    FORMULAS = "formulas_without_values"


def unreadable(name: str, reason: Unreadable) -> AppError:
    """The refusal of a file, with its name and the reason."""
    return AppError(ErrorCode.FILE_UNREADABLE, file=name, reason=reason)


def read_file(path: Path) -> SourceFile:
    """The sheets of a list; hidden ones are marked.

    Raises AppError: FILE_NOT_FOUND, FILE_UNREADABLE (with a reason), FILE_EMPTY; file = its name.
    """
    content = _content(path)
    if not content.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise AppError(ErrorCode.FILE_EMPTY, file=path.name)
    sheets = _reader(content, path.name)(content, path.name)
    if not any(sheet.rows for sheet in sheets if not sheet.hidden):
        raise AppError(ErrorCode.FILE_EMPTY, file=path.name)
    return SourceFile(path.name, hashlib.sha256(content).hexdigest(), sheets)


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            raise unreadable(path.name, Unreadable.TOO_LARGE)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise AppError(ErrorCode.FILE_NOT_FOUND, file=path.name) from error
    except OSError as error:
        raise unreadable(path.name, Unreadable.DAMAGED) from error


_Reader = Callable[[bytes, str], tuple[Sheet, ...]]


def _reader(content: bytes, name: str) -> _Reader:
    """The reader of a format, by its first bytes."""
    if content.startswith(b"PK"):
        from .workbook import read_workbook

        return read_workbook
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        # An old .xls and an encrypted .xlsx share a container; the latter names its stream so.
        encrypted = "EncryptedPackage".encode("utf-16-le") in content
        raise unreadable(name, Unreadable.PASSWORD if encrypted else Unreadable.FORMAT)
    if b"\x00" in content and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise unreadable(name, Unreadable.FORMAT)
    from .delimited import read_delimited

    return read_delimited
