"""What the shell prints: JSON documents, plain tables, and refusals."""

import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence

from ..models.errors import AppError
from ..models.texts import sentence_of

Value = object
Document = Mapping[str, Value]


def language() -> str:
    """The language of sentences: English, unless TAPHUAN_LANG says vi."""
    return "vi" if os.environ.get("TAPHUAN_LANG", "").lower().startswith("vi") else "en"


def say(text: str) -> None:
    """A line of plain text."""
    print(text)


def say_json(document: Document) -> None:
    """One JSON document, dates in ISO form."""
    print(json.dumps(document, ensure_ascii=False, indent=2, default=_iso))


def say_json_line(document: Document) -> None:
    """One JSON document on one line, on its way at once."""
    print(json.dumps(document, ensure_ascii=False, default=_iso), flush=True)


def say_json_list(documents: Iterable[Document]) -> None:
    """One JSON document that is a list: an item a line, none held in memory."""
    separator = "["
    for document in documents:
        print(separator, json.dumps(document, ensure_ascii=False, default=_iso), sep="\n", end="")
        separator = ","
    print("\n]" if separator == "," else "[]")


def say_table(titles: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
    """Columns of plain text under their titles; nothing where there are no rows."""
    lines = [[_shown(value) for value in row] for row in rows]
    if not lines:
        return
    widths = [max(map(len, column)) for column in zip(titles, *lines, strict=True)]
    for line in (titles, *lines):
        cells = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        print("  ".join(cells).rstrip())


def say_error(error: AppError, where: str = "") -> None:
    """A refusal on standard error: "code: sentence", then the candidates where there are any."""
    place = f"{where}: " if where else ""
    warn(f"{error.code}: {place}{sentence_of(error, language())}")
    candidates = error.data.get("candidates")
    for candidate in candidates if isinstance(candidates, tuple) else ():
        warn(f"  {candidate}")


def warn(text: str) -> None:
    """A line on standard error."""
    print(text, file=sys.stderr, flush=True)


def _shown(value: Value) -> str:
    return "" if value is None else str(value)


def _iso(value: object) -> str:
    from datetime import date, datetime
    from uuid import UUID

    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, UUID | os.PathLike):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no form in JSON")
