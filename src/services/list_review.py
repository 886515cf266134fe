"""A list looked at before it is brought in: its rows as lines, and what the user chose for it.

The preview runs `brought_in` in a transaction that is taken back (`Database.rehearse`), so it
shows what the import will do and not what something else believes it would.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

from sqlalchemy.orm import Session

from ..importing.fields import Field
from ..importing.findings import Finding, FindingKind, Severity
from ..importing.plan import ImportPlan
from ..importing.rows import read_people
from ..importing.table import TableMatch
from ..models.context import Context
from ..models.enums import Gender, ImportRowState
from .courses import find_course
from .identity import masked
from .list_import import ImportReport, RowOutcome, bring_in, ethnic_names

Progress = Callable[[int, int], None]
FindingKey = tuple[str, int, str, FindingKind, str]
"""What stays the same of a finding when the file is read again: place, kind, what was written."""


class ReviewColumn(StrEnum):
    """The columns in which the review shows what a row says."""

    NAME = "name"
    BIRTH = "birth"
    GENDER = "gender"
    IDENTITY = "identity"
    PHONE = "phone"
    HAMLET = "hamlet"
    COMMUNE = "commune"


class ReviewFilter(StrEnum):
    """The ways to look at the rows of a list."""

    ALL = "all"
    REPAIRED = "repaired"
    OPEN = "open"
    REPEATED = "repeated"


@dataclass(frozen=True)
class ListChoices:
    """What the user chose for a list: where it goes, its columns, the repairs they refused."""

    course_code: str = ""
    commune_code: str = ""
    fields: Mapping[str, Mapping[int, Field]] = field(default_factory=dict)
    refused: frozenset[FindingKey] = frozenset()

    def accepts(self, finding: Finding) -> bool:
        """Whether a repair is taken; all are, unless refused."""
        return finding_key(finding) not in self.refused


@dataclass(frozen=True)
class ReviewLine:
    """A row as the review shows it: texts by column, and the finding each cell is tinted for.

    The identity number is masked; `findings` are all of the row, the gravest first.
    """

    sheet: str
    row: int
    state: ImportRowState
    texts: Mapping[ReviewColumn, str]
    marked: Mapping[ReviewColumn, Finding]
    findings: tuple[Finding, ...]

    def belongs(self, to: ReviewFilter) -> bool:
        """Whether the row is among those of a filter."""
        if to is ReviewFilter.REPAIRED:
            return any(f.severity is Severity.REPAIR for f in self.findings)
        if to is ReviewFilter.OPEN:
            return self.state is ImportRowState.HELD
        if to is ReviewFilter.REPEATED:
            return any(f.kind is FindingKind.DUPLICATE_IN_FILE for f in self.findings)
        return True


def finding_key(finding: Finding) -> FindingKey:
    """By which a finding is known again."""
    return finding.sheet, finding.row, finding.column, finding.kind, finding.before


def read_list(
    path: Path, choices: ListChoices, today: date, progress: Progress | None = None
) -> ImportPlan:
    """Read a list as the user chose. Raises what `read_people` raises."""
    return read_people(
        path,
        ethnic_names(),
        accept_repairs=choices.accepts,
        fields=choices.fields,
        progress=progress,
        today=today,
    )


def brought_in(
    session: Session, by: Context, plan: ImportPlan, choices: ListChoices, progress: Progress
) -> ImportReport:
    """Bring a list in as the user chose. Raises UNKNOWN_COURSE, UNKNOWN_COMMUNE, COURSE_CLOSED."""
    course = find_course(session, choices.course_code) if choices.course_code else None
    commune = choices.commune_code or None
    return bring_in(session, by, plan, course, commune, choices.accepts, progress)


def review_lines(
    report: ImportReport, plan: ImportPlan, commune: str = ""
) -> tuple[ReviewLine, ...]:
    """The rows in the order of the file; `commune` is the one chosen for the whole list."""
    tables = {table.sheet: table for table in plan.tables}
    return tuple(_line(outcome, tables[outcome.row.sheet], commune) for outcome in report.rows)


_GRAVITY = {Severity.QUESTION: 0, Severity.REPAIR: 1, Severity.NOTE: 2}


def _line(outcome: RowOutcome, table: TableMatch, commune: str) -> ReviewLine:
    findings = sorted(outcome.findings, key=lambda f: (not f.open, _GRAVITY[f.severity]))
    marked: dict[ReviewColumn, Finding] = {}
    for finding in findings:
        column = column_of(finding, table)
        if column and finding.severity is not Severity.NOTE:
            marked.setdefault(column, finding)
    texts = _texts(outcome, commune)
    for column, finding in marked.items():
        texts[column] = _marked_text(texts[column], finding)
    return ReviewLine(
        outcome.row.sheet, outcome.row.row, outcome.state, texts, marked, tuple(findings)
    )


def _texts(outcome: RowOutcome, commune: str) -> dict[ReviewColumn, str]:
    row = outcome.row
    born = f"{row.birth_date:%d/%m/%Y}" if row.birth_date else str(row.birth_year or "")
    gender = row.gender.value if isinstance(row.gender, Gender) else ""
    return {
        ReviewColumn.NAME: row.name,
        ReviewColumn.BIRTH: born,
        ReviewColumn.GENDER: gender,
        ReviewColumn.IDENTITY: masked(row.identity_number[-4:]) if row.identity_number else "",
        ReviewColumn.PHONE: row.phone or "",
        ReviewColumn.HAMLET: row.hamlet or "",
        ReviewColumn.COMMUNE: commune or row.commune or "",
    }


def _marked_text(text: str, finding: Finding) -> str:
    """What a cell shows that was repaired or is asked about."""
    moved = finding.kind in (FindingKind.FORMER_COMMUNE, FindingKind.OTHER_PROVINCE)
    if moved and finding.applied and finding.after:
        return f"{finding.before} → {_without_kind(finding.after)}"
    return text or finding.before


def _without_kind(commune: str) -> str:
    """ "xã Bình Thuận, tỉnh Lâm Đồng" as a narrow column shows it."""
    return next(
        (commune.removeprefix(kind) for kind in _KINDS if commune.startswith(kind)), commune
    )


_KINDS = ("xã ", "phường ", "đặc khu ")


def column_of(finding: Finding, table: TableMatch) -> ReviewColumn | None:
    """The column a finding shows in; None for what the review has no column for."""
    if finding.kind in _COLUMN_OF_KIND:
        return _COLUMN_OF_KIND[finding.kind]
    if finding.column not in table.headings:
        return None
    held = table.columns.get(table.headings.index(finding.column))
    return _COLUMN_OF_FIELD.get(held) if held else None


_K, _C = FindingKind, ReviewColumn
_COLUMN_OF_KIND: Mapping[FindingKind, ReviewColumn] = {
    **dict.fromkeys((_K.BAD_NAME, _K.MISSING_NAME, _K.NAME_CASE, _K.NAME_JOINED), _C.NAME),
    **dict.fromkeys((_K.DUPLICATE_IN_FILE, _K.POSSIBLE_DUPLICATE), _C.NAME),
    **dict.fromkeys((_K.IDENTITY_BIRTH_MISMATCH, _K.BIRTH_CONTRADICTION), _C.BIRTH),
    **dict.fromkeys((_K.DATE_CENTURY, _K.DATE_SERIAL, _K.MONTH_DROPPED, _K.BAD_DATE), _C.BIRTH),
    **dict.fromkeys((_K.GENDER_FROM_IDENTITY, _K.BAD_GENDER, _K.GENDER_WORD), _C.GENDER),
    **dict.fromkeys((_K.GENDER_CODE, _K.IDENTITY_GENDER_MISMATCH), _C.GENDER),
    **dict.fromkeys((_K.UNKNOWN_COMMUNE, _K.AMBIGUOUS_COMMUNE, _K.SPLIT_COMMUNE), _C.COMMUNE),
    _K.NEW_HAMLET: _C.HAMLET,
    **dict.fromkeys((_K.FORMER_COMMUNE, _K.OTHER_PROVINCE), _C.COMMUNE),
}
_COLUMN_OF_FIELD: Mapping[Field, ReviewColumn] = {
    Field.NAME: _C.NAME,
    Field.FAMILY_NAME: _C.NAME,
    Field.GIVEN_NAME: _C.NAME,
    Field.BIRTH: _C.BIRTH,
    Field.BIRTH_YEAR: _C.BIRTH,
    Field.GENDER: _C.GENDER,
    Field.MALE: _C.GENDER,
    Field.FEMALE: _C.GENDER,
    Field.IDENTITY_NUMBER: _C.IDENTITY,
    Field.PHONE: _C.PHONE,
    Field.HAMLET: _C.HAMLET,
    Field.ADDRESS: _C.HAMLET,
    Field.COMMUNE: _C.COMMUNE,
}
