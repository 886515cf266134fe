"""People who stand twice in one file."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from ..models.names import fold
from .fields import Field
from .findings import Finding, FindingKind, Severity
from .plan import PersonRow
from .table import TableMatch


def mark_repeats(
    rows: Iterable[PersonRow], tables: Mapping[str, TableMatch]
) -> tuple[PersonRow, ...]:
    """The rows, those that repeat an earlier one with a DUPLICATE_IN_FILE.

    The same identity number under the same name is a note: it is the same person. Under another
    name, or the same name, birth and hamlet without a number that tells them apart, a question.
    `after` is the earlier row: "12", or "DS!12" on another sheet.
    """
    seen = _Seen()
    return tuple(_marked(row, seen, tables) for row in rows)


class _Seen:
    """The rows so far, by identity number and by name, birth and hamlet."""

    def __init__(self) -> None:
        self._numbers: dict[str, PersonRow] = {}
        self._alike: defaultdict[tuple[object, ...], list[PersonRow]] = defaultdict(list)

    def earlier(self, row: PersonRow) -> tuple[PersonRow, Severity] | None:
        if row.identity_number and (same := self._numbers.get(row.identity_number)):
            one_name = fold(same.name) == fold(row.name)
            return same, Severity.NOTE if one_name else Severity.QUESTION
        alike = next((r for r in self._alike[_likeness(row)] if _may_be_one(r, row)), None)
        return (alike, Severity.QUESTION) if alike and row.name else None

    def add(self, row: PersonRow) -> None:
        if row.identity_number:
            self._numbers.setdefault(row.identity_number, row)
        self._alike[_likeness(row)].append(row)


def _likeness(row: PersonRow) -> tuple[object, ...]:
    return fold(row.name), row.birth_year, fold(row.hamlet or "")


def _may_be_one(one: PersonRow, other: PersonRow) -> bool:
    if _differ(one.identity_number, other.identity_number):
        return False
    if _differ(one.birth_date, other.birth_date) or _differ(one.gender, other.gender):
        return False
    born_together = one.birth_date is not None and one.birth_date == other.birth_date
    return born_together or not _differ(one.phone, other.phone)


def _differ(one: object, other: object) -> bool:
    return one is not None and other is not None and one != other


def _marked(row: PersonRow, seen: _Seen, tables: Mapping[str, TableMatch]) -> PersonRow:
    found = seen.earlier(row)
    seen.add(row)
    if found is None:
        return row
    first, severity = found
    where = str(first.row) if first.sheet == row.sheet else f"{first.sheet}!{first.row}"
    question = severity is Severity.QUESTION
    finding = Finding(
        row.sheet, row.row, tables[row.sheet].heading(Field.NAME), FindingKind.DUPLICATE_IN_FILE,
        severity, row.name, where, applied=not question, open=question,
    )  # fmt: skip
    return replace(row, findings=(*row.findings, finding))
