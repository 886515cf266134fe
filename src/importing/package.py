"""A look into an Excel package before it is read: its size unpacked, and how far its cells lie."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from .read import Unreadable, unreadable

# calamine lays a sheet out as a full rectangle of cells, 32 bytes each: one stray cell in the last
# corner of a sheet would ask for 500 GB, and a failed allocation ends the process.
_LARGEST_AREA = 6_000_000
_MOST_FILLED = 2_000_000
_LARGEST_UNPACKED = 120 * 1024 * 1024
_CHUNK = 4 * 1024 * 1024
_OVERLAP = 1024
_LONGEST_ROW, _LONGEST_COLUMN = 7, 6

# A cell with something in it; formatted blank ones close at once.
_CELL = re.compile(rb'r="([A-Za-z]+)([0-9]+)"[^<>]*(?<!/)>(?!</)')
_ROW = re.compile(rb'<(?:\w+:)?row\b[^<>]*?\br="([0-9]+)"')
_UNPLACED = re.compile(rb"<(?:\w+:)?c(?:>|\s+(?!r=))")
_FORMULA = re.compile(
    rb"<c\b([^<>]*)>\s*<f\b[^<>]*?(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>"
)


def look_first(content: bytes, name: str) -> None:
    """Refuses a package that is damaged, no workbook, or larger than can be read in seconds.

    Raises AppError FILE_UNREADABLE: damaged, format, too large, formulas without values.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _look_at_sizes(archive, name)
            for member in archive.namelist():
                if member.endswith(".xml"):
                    _look_at_cells(archive, member, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise unreadable(name, Unreadable.DAMAGED) from error


def _look_at_sizes(archive: zipfile.ZipFile, name: str) -> None:
    if "xl/workbook.xml" not in archive.namelist():
        raise unreadable(name, Unreadable.FORMAT)
    if sum(member.file_size for member in archive.infolist()) > _LARGEST_UNPACKED:
        raise unreadable(name, Unreadable.TOO_LARGE)


def _look_at_cells(archive: zipfile.ZipFile, member: str, name: str) -> None:
    """Refuses a sheet whose filled cells lie too far apart, or whose formulas have no values."""
    rows = columns = filled = 0
    for piece in _pieces(archive, member):
        if b"<f" in piece and any(b't="str"' not in cell for cell in _FORMULA.findall(piece)):
            raise unreadable(name, Unreadable.FORMULAS)
        height, width = _unplaced_extent(piece, rows) if _UNPLACED.search(piece) else (0, 0)
        placed_height, placed_width = _placed_extent(piece)
        rows, columns = max(rows, height, placed_height), max(columns, width, placed_width)
        filled += piece.count(b"<v") + piece.count(b"<is>")
        if rows * columns > _LARGEST_AREA or filled > _MOST_FILLED:
            raise unreadable(name, Unreadable.TOO_LARGE)


def _pieces(archive: zipfile.ZipFile, member: str) -> Iterator[bytes]:
    """A member in pieces that overlap, so that no cell's start is cut; one style of quotes."""
    with archive.open(member) as stream:
        rest = b""
        while read := stream.read(_CHUNK):
            piece = (rest + read).replace(b"'", b'"')
            yield re.sub(rb'\s*=\s*"', b'="', piece) if b' "' in piece else piece
            rest = read[-_OVERLAP:]


def _placed_extent(piece: bytes) -> tuple[int, int]:
    cells = _CELL.findall(piece)
    rows = {row for _, row in cells}
    columns = {column for column, _ in cells}
    return max(map(_row_number, rows), default=0), max(map(_column_number, columns), default=0)


def _unplaced_extent(piece: bytes, rows: int) -> tuple[int, int]:
    """The most that cells without a reference can take: they follow each other."""
    parts = piece.split(b"row")
    numbered = max(map(_row_number, _ROW.findall(piece)), default=0)
    return max(rows + len(parts), numbered), max(part.count(b"<") for part in parts) // 2


def _row_number(digits: bytes) -> int:
    return int(digits) if len(digits) <= _LONGEST_ROW else _LARGEST_AREA + 1


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper()[:_LONGEST_COLUMN]:
        number = number * 26 + letter - ord("A") + 1
    return number
