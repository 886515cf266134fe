"""Cells of an .xlsx whose formula failed (#N/A, #REF!): python-calamine gives them as blank."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree

from .cells import Row, trimmed
from .package import plain_name

Errors = Mapping[tuple[int, int], str]
"""What is shown, by row and column, both from 0."""

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_WORKBOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_CELL = re.compile(
    rb'<c\b(?=[^<>]*\bt=["\']e["\'])[^<>]*\br=["\']([A-Z]{1,3})([0-9]{1,7})["\'][^<>]*>\s*'
    rb"(?:<f\b[^<>]*?(?:/>|>[^<]*</f>)\s*)?<v>([^<]{1,20})</v>"
)


def error_cells(content: bytes) -> dict[str, Errors]:
    """The failed cells of each sheet that has some; of a workbook that cannot be told, none."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        members = {plain_name(member): member for member in package.namelist()}
        try:
            paths = dict(_paths(package, members))
        except (KeyError, ElementTree.ParseError):
            return {}
        found = {name: dict(_errors(package.read(path))) for name, path in paths.items()}
    return {name: errors for name, errors in found.items() if errors}


def with_errors(rows: tuple[Row, ...], errors: Errors) -> tuple[Row, ...]:
    """The rows with what failed cells show."""
    height = 1 + max(row for row, _ in errors)
    lines = [list(row) for row in rows] + [[] for _ in range(height - len(rows))]
    for (row, column), text in errors.items():
        line = lines[row]
        line += [None] * (column + 1 - len(line))
        line[column] = text
    return tuple(map(trimmed, lines))


def _paths(package: zipfile.ZipFile, members: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The member of each sheet."""
    relations = ElementTree.fromstring(package.read(members[_RELATIONS]))
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    for element in ElementTree.fromstring(package.read(members[_WORKBOOK])).iter():
        if element.tag.endswith("}sheet"):
            target = targets[element.get(_RELATION)]
            path = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            if plain_name(path) in members:
                yield element.get("name", ""), members[plain_name(path)]


def _errors(sheet: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    for letters, digits, text in _CELL.findall(sheet):
        column = 0
        for letter in letters:
            column = column * 26 + letter - ord("A") + 1
        yield (int(digits) - 1, column - 1), text.decode("ascii", "replace")
