"""The stream of records in an .xls, walked before xlrd reads it: [MS-XLS] 2.1.4 and 2.3.

xlrd keeps every blank cell that has a format: a painted sheet of 65,536 by 256 takes it 20 seconds.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

_BOF = {0x0009, 0x0209, 0x0409, 0x0809}
_EOF, _SHEET = 0x000A, 0x0085
_BLANK = {0x0001, 0x0201, 0x00BE}
_FORMULA = {0x0006, 0x0206, 0x0406}
# No record has this number: xlrd passes over it.
_NOTHING = b"\xfe\xff"
_NO_VALUE = b"\x03\x00\x00\x00\x00\x00\xff\xff"


@dataclass(frozen=True)
class Records:
    """A stream without its blank cells; how many formulas it has, and how many without a value."""

    stream: bytes
    formulas: int
    unvalued: int


def without_blank_cells(stream: bytes) -> Records:
    """The same workbook as xlrd may read it."""
    result = bytearray(stream)
    formulas = unvalued = 0
    for code, place, length in _all_records(stream):
        if code in _BLANK:
            result[place - 4 : place - 2] = _NOTHING
        elif code in _FORMULA and length >= 14:
            formulas += 1
            unvalued += stream[place + 6 : place + 14] == _NO_VALUE
    return Records(bytes(result), formulas, unvalued)


def _all_records(stream: bytes) -> Iterator[tuple[int, int, int]]:
    """The records of the workbook, then those of each sheet: number, place of the data, length."""
    sheets = []
    for code, place, length in _records(stream, 0):
        if code == _SHEET and length >= 4:
            sheets.append(struct.unpack_from("<I", stream, place)[0])
        yield code, place, length
    for start in dict.fromkeys(sheets):
        yield from _records(stream, start)


def _records(stream: bytes, place: int) -> Iterator[tuple[int, int, int]]:
    """From a beginning to its end; what is begun in between (a chart) ends before."""
    depth, last = 0, len(stream) - 4
    while place <= last:
        code, length = struct.unpack_from("<HH", stream, place)
        place += 4
        if place + length > len(stream):
            return
        yield code, place, length
        place += length
        if code in _BOF:
            depth += 1
        elif code == _EOF:
            depth -= 1
            if depth <= 0:
                return
