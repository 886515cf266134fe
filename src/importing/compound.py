"""The container of old Office files: streams in chains of sectors ([MS-CFB] 2.1 to 2.6).

xlrd's own reader walks in circles on some damaged files; here no chain is longer than the file.
"""

import struct
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = 512
_LISTED = 109  # sectors of the table that the header itself names
_ENTRY = 128
_STREAM, _ROOT = 2, 5


class ContainerError(Exception):
    """A container whose parts are not where it says."""


@dataclass(frozen=True)
class _Entry:
    name: str
    kind: int
    start: int
    size: int


class CompoundFile:
    """The streams of a container by their names. Raises ContainerError."""

    def __init__(self, content: bytes) -> None:
        if not content.startswith(SIGNATURE) or len(content) < _HEADER:
            raise ContainerError
        self._content = content
        shift, small_shift = struct.unpack_from("<2H", content, 30)
        if shift not in (9, 12) or small_shift != 6:
            raise ContainerError
        self._size, self._small_size = 1 << shift, 1 << small_shift
        (self._directory_start,) = struct.unpack_from("<I", content, 48)
        self._cutoff, self._small_start = struct.unpack_from("<2I", content, 56)
        (self._further,) = struct.unpack_from("<I", content, 68)

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of all streams."""
        return frozenset(entry.name for entry in self._entries if entry.kind == _STREAM)

    def stream(self, name: str) -> bytes | None:
        """A stream, whole; None without it. Capitals do not count."""
        wanted = name.lower()
        found = [e for e in self._entries if e.kind == _STREAM and e.name.lower() == wanted]
        if not found:
            return None
        entry = found[0]
        if entry.size >= self._cutoff:
            return _whole(self._chain(entry.start), entry.size)
        table, size = self._small_table, self._small_size
        places = _walk(table, entry.start)
        return _whole(b"".join(self._small[i * size : (i + 1) * size] for i in places), entry.size)

    def _sector(self, number: int) -> bytes:
        sector = self._content[(number + 1) * self._size : (number + 2) * self._size]
        if not sector:
            raise ContainerError
        return sector

    def _chain(self, start: int) -> bytes:
        return b"".join(map(self._sector, _walk(self._table, start)))

    @cached_property
    def _table(self) -> "array[int]":
        """The sector that follows each sector."""
        table = array("I")
        for number in self._table_sectors():
            table.frombytes(_words(self._sector(number)))
        return table

    def _table_sectors(self) -> Iterator[int]:
        listed = struct.unpack_from(f"<{_LISTED}I", self._content, 76)
        most = len(self._content) // self._size
        yield from (number for number in listed if number < most)
        following, seen = self._further, set[int]()
        while following < most and following not in seen:
            seen.add(following)
            *numbers, following = array("I", _words(self._sector(following))) or [most]
            yield from (number for number in numbers if number < most)

    @cached_property
    def _entries(self) -> list[_Entry]:
        directory = self._chain(self._directory_start)
        places = range(0, len(directory) - _ENTRY + 1, _ENTRY)
        entries = [_entry(directory[place : place + _ENTRY]) for place in places]
        if not entries or entries[0].kind != _ROOT:
            raise ContainerError
        return entries

    @cached_property
    def _small_table(self) -> "array[int]":
        return array("I", _words(self._chain(self._small_start)))

    @cached_property
    def _small(self) -> bytes:
        """The stream that holds all small ones."""
        return self._chain(self._entries[0].start)


def _walk(table: "array[int]", start: int) -> Iterator[int]:
    """A chain up to its end, or to where it leaves the table or begins to repeat."""
    steps = 0
    while start < len(table) and steps <= len(table):
        yield start
        start, steps = table[start], steps + 1


def _whole(read: bytes, size: int) -> bytes:
    if len(read) < size:
        raise ContainerError
    return read[:size]


def _words(sector: bytes) -> bytes:
    return sector[: len(sector) // 4 * 4]


def _entry(data: bytes) -> _Entry:
    length, kind = struct.unpack_from("<HB", data, 64)
    name = data[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
    start, size = struct.unpack_from("<2I", data, 116)
    return _Entry(name, kind, start, size)
