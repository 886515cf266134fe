"""A look into an Excel package before it is read: how far its cells lie, what it says of itself."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from .package import member_pieces, opened, plain_name
from .read import Unreadable, unreadable

# calamine lays a sheet out as a full rectangle of cells, 32 bytes each: one stray cell in the last
# corner of a sheet would ask for 500 GB, and a failed allocation ends the process.
_LARGEST_AREA = 6_000_000
_MOST_FILLED = 2_000_000
_NEAR = (99_999, 26)
_OVERLAP = 1024
_LONGEST_ROW, _LONGEST_COLUMN = 7, 6

# A cell with something in it; formatted blank ones close at once.
_CELL = re.compile(rb'r="([A-Za-z]+)([0-9]+)"[^<>]*(?<!/)>(?!</)')
_ROW = re.compile(rb'<(?:\w+:)?row\b[^<>]*?\br="([0-9]+)"')
_UNPLACED = re.compile(rb"<c(?:>|\s+(?!r=))")
_PREFIXED = re.compile(rb"<\w+:c[>\s]")
# Most lists have 26 columns at most and fewer than 100,000 rows: no cell needs a closer look.
_FAR = re.compile(rb'r="(?:[A-Za-z]{2}|[A-Za-z][0-9]{6})')
_FORMULA = re.compile(
    rb"<c\b([^<>]*)>\s*<f\b[^<>]*?(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>"
)
# It reserves as many strings as a workbook says it has (calamine issue 684).
_STRINGS = re.compile(rb'unique[cC]ount="([0-9]*)"')
_OLD_FONT = re.compile(rb'val="(?:\.Vn|VNI-)', re.I)
_FONT_PLACES = ("xl/styles.xml", "xl/sharedstrings.xml")
_PASSED_OVER = ("xl/media/", "xl/drawings/", "docprops/", "xl/printersettings/", "xl/embeddings/")


@dataclass(frozen=True)
class Look:
    """What calamine does not tell of a workbook: whether it has such fonts, and failed cells."""

    old_fonts: bool = False
    errors: bool = False


def look_first(content: bytes, name: str) -> Look:
    """Refuses a package that is damaged or larger than can be read in seconds.

    Raises AppError FILE_UNREADABLE: damaged, too large, formulas without values.
    """
    with opened(content, name) as package:
        looks = [
            _look_at_cells(package, member, name)
            for member in package.infolist()
            if not plain_name(member.filename).startswith(_PASSED_OVER)
        ]
    return Look(any(look.old_fonts for look in looks), any(look.errors for look in looks))


def _look_at_cells(package: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> Look:
    """Refuses a sheet whose filled cells lie too far apart, or whose formulas have no values."""
    rows = columns = filled = 0
    told, tells_fonts = Look(), plain_name(member.filename) in _FONT_PLACES
    for piece in _pieces(package, member):
        if b"<f" in piece and any(b't="str"' not in cell for cell in _FORMULA.findall(piece)):
            raise unreadable(name, Unreadable.FORMULAS)
        height, width = _extent(piece, rows)
        rows, columns = max(rows, height), max(columns, width)
        filled += piece.count(b"<v") + piece.count(b"<is>")
        if rows * columns > _LARGEST_AREA or filled > _MOST_FILLED or _says_too_much(piece):
            raise unreadable(name, Unreadable.TOO_LARGE)
        fonts = tells_fonts and _OLD_FONT.search(piece) is not None
        told = Look(told.old_fonts or fonts, told.errors or b't="e"' in piece)
    return told


def _says_too_much(piece: bytes) -> bool:
    return any(int(said[:20] or b"0") > _MOST_FILLED for said in _STRINGS.findall(piece))


def _pieces(package: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    """A member in pieces that overlap, so that no cell's start is cut; one style of quotes."""
    rest = b""
    for read in member_pieces(package, member):
        piece = (rest + read).replace(b"'", b'"')
        yield re.sub(rb'\s*=\s*"', b'="', piece) if b' "' in piece else piece
        rest = read[-_OVERLAP:]


def _extent(piece: bytes, rows: int) -> tuple[int, int]:
    """How far down and right the filled cells can lie."""
    unplaced = (0, 0)
    if _UNPLACED.search(piece) or (b":c" in piece and _PREFIXED.search(piece)):
        unplaced = _unplaced_extent(piece, rows)
    placed = _placed_extent(piece) if _FAR.search(piece) else _NEAR
    return max(unplaced[0], placed[0]), max(unplaced[1], placed[1])


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
