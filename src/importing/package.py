"""A look into a package (.xlsx, .ods) before it is read: what it is, and its size unpacked."""

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum, auto

from .read import Unreadable, unreadable

LARGEST_UNPACKED = 120 * 1024 * 1024
_CHUNK = 4 * 1024 * 1024
_MOST_MEMBERS = 20_000
_ENCRYPTED = 1
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, OSError,
    RuntimeError, ValueError, IndexError, struct.error,
)  # fmt: skip


class PackageKind(Enum):
    """What a package holds."""

    EXCEL = auto()
    OPENDOCUMENT = auto()


_MARKS = {"xl/workbook.xml": PackageKind.EXCEL, "content.xml": PackageKind.OPENDOCUMENT}
_WRITTEN = ("word/", "ppt/", "visio/", "documents/")


@contextmanager
def opened(content: bytes, name: str) -> Iterator[zipfile.ZipFile]:
    """The package. Raises AppError FILE_UNREADABLE: damaged, password, too large."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            _look_at_members(package, name)
            yield package
    except _DAMAGE as error:
        raise unreadable(name, Unreadable.DAMAGED) from error


def kind_of(content: bytes, name: str) -> PackageKind:
    """What the package holds. Raises AppError FILE_UNREADABLE: damaged, format and the like."""
    with opened(content, name) as package:
        names = {plain_name(member) for member in package.namelist()}
        mimetype = package.read("mimetype") if "mimetype" in names else b""
    kind = next((kind for mark, kind in _MARKS.items() if mark in names), None)
    foreign = mimetype and b"spreadsheet" not in mimetype
    if any(member.startswith(_WRITTEN) for member in names) or foreign:
        raise unreadable(name, Unreadable.DOCUMENT)
    if kind is None:
        office = "[content_types].xml" in names or mimetype
        raise unreadable(name, Unreadable.FORMAT if office else Unreadable.ARCHIVE)
    return kind


def _look_at_members(package: zipfile.ZipFile, name: str) -> None:
    members = package.infolist()
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise unreadable(name, Unreadable.PASSWORD)
    unpacked = sum(member.file_size for member in members)
    if unpacked > LARGEST_UNPACKED or len(members) > _MOST_MEMBERS:
        raise unreadable(name, Unreadable.TOO_LARGE)


def plain_name(member: str) -> str:
    """A member's name as programs look for it: some writers use capitals and backslashes."""
    return member.replace("\\", "/").lstrip("/").lower()


def member_pieces(package: zipfile.ZipFile, member: str | zipfile.ZipInfo) -> Iterator[bytes]:
    """A member in pieces; its size and checksum are those it declares, or it is damaged."""
    with package.open(member) as stream:
        while piece := stream.read(_CHUNK):
            yield piece
