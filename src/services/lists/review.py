"""Lists looked at before they are brought in: rows as lines, filters, counts."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from ...importing.fields import Field
from ...importing.findings import Finding, FindingKind, RowKey, Severity
from ...models.enums import Gender, ImportRowState
from ..identity import masked
from .draft import Counts, DraftRow, FileDraft, ListDraft


class ReviewColumn(StrEnum):
    """The columns in which the review shows what a row says."""

    NAME = "name"
    BIRTH = "birth"
    GENDER = "gender"
    ETHNIC = "ethnic"
    IDENTITY = "identity"
    PHONE = "phone"
    HAMLET = "hamlet"
    COMMUNE = "commune"
    TEAM = "team"
    ROLE = "role"
    EMPLOYER = "employer"
    NOTE = "note"


class ReviewFilter(StrEnum):
    """The ways to look at the rows of lists."""

    ALL = "all"
    REPAIRED = "repaired"
    OPEN = "open"
    REPEATED = "repeated"
    KNOWN = "known"


@dataclass(frozen=True)
class ReviewLine:
    """A row as the review shows it: texts by column, and the finding each cell is tinted for.

    The identity number is masked; `findings` are all of the row, the gravest first.
    """

    key: RowKey
    file_name: str
    state: ImportRowState
    texts: Mapping[ReviewColumn, str]
    marked: Mapping[ReviewColumn, Finding]
    findings: tuple[Finding, ...]
    person_id: UUID | None = None
    """Who it is, where that is somebody known already."""
    draft: DraftRow | None = None

    @property
    def sheet(self) -> str:
        """The sheet it stands in."""
        return self.key.sheet

    @property
    def row(self) -> int:
        """Its number in the sheet."""
        return self.key.row

    def belongs(self, to: ReviewFilter, kind: FindingKind | None = None) -> bool:
        """Whether the row is among those of a filter, and has a finding of this kind."""
        if kind is not None and not any(f.kind is kind for f in self.findings):
            return False
        if to is ReviewFilter.REPAIRED:
            return any(f.severity is Severity.REPAIR for f in self.findings)
        if to is ReviewFilter.OPEN:
            return self.state is ImportRowState.HELD
        if to is ReviewFilter.REPEATED:
            return any(f.kind is FindingKind.DUPLICATE_IN_FILE for f in self.findings)
        if to is ReviewFilter.KNOWN:
            return self.state is ImportRowState.MATCHED
        return True


def review_lines(draft: ListDraft) -> tuple[ReviewLine, ...]:
    """The rows of all files as lines, in the order of the files."""
    return tuple(review_line(file, row) for file in draft.files for row in file.rows)


def review_line(file: FileDraft, row: DraftRow) -> ReviewLine:
    """One row as the review shows it."""
    source = file.plan.source
    return row_line(row, source.sha256, source.name)


def row_line(row: DraftRow, sha256: str, file_name: str) -> ReviewLine:
    """One row of the file with this hash and name as the review shows it."""
    findings = tuple(sorted(row.findings, key=lambda f: (not f.open, _GRAVITY[f.severity])))
    marked: dict[ReviewColumn, Finding] = {}
    for finding in findings:
        column = column_of(finding)
        if column and finding.severity is not Severity.NOTE:
            marked.setdefault(column, finding)
    texts = _texts(row)
    for column, finding in marked.items():
        texts[column] = _marked_text(texts[column], finding)
    key = RowKey(sha256, row.row.sheet, row.row.row)
    return ReviewLine(key, file_name, row.state, texts, marked, findings, row.person_id, row)


_GRAVITY = {Severity.QUESTION: 0, Severity.REPAIR: 1, Severity.NOTE: 2}


def counts(draft: ListDraft) -> Counts:
    """How many rows came to each state, and how many have which kind of finding."""
    rows = [row for file in draft.files for row in file.rows]
    states = Counter(row.state for row in rows)
    kinds: Counter[FindingKind] = Counter()
    repaired = repeated = 0
    for row in rows:
        if not row.row.findings:
            continue
        kinds.update({f.kind for f in row.findings if f.severity is not Severity.NOTE})
        repaired += any(f.severity is Severity.REPAIR for f in row.findings)
        repeated += any(f.kind is FindingKind.DUPLICATE_IN_FILE for f in row.findings)
    return Counts(
        rows=len(rows),
        states=states,
        repaired=repaired,
        open=states[ImportRowState.HELD],
        repeated=repeated,
        kinds=dict(kinds.most_common()),
    )


def _texts(draft: DraftRow) -> dict[ReviewColumn, str]:
    row = draft.row
    born = f"{row.birth_date:%d/%m/%Y}" if row.birth_date else str(row.birth_year or "")
    return {
        ReviewColumn.NAME: row.name,
        ReviewColumn.BIRTH: born,
        ReviewColumn.GENDER: row.gender.value if isinstance(row.gender, Gender) else "",
        ReviewColumn.ETHNIC: row.ethnic or "",
        ReviewColumn.IDENTITY: masked(row.identity_number[-4:]) if row.identity_number else "",
        ReviewColumn.PHONE: row.phone or "",
        ReviewColumn.HAMLET: draft.hamlet or row.hamlet or "",
        ReviewColumn.COMMUNE: _without_kind(draft.commune) or row.commune or "",
        ReviewColumn.TEAM: row.team or "",
        ReviewColumn.ROLE: row.role or "",
        ReviewColumn.EMPLOYER: row.employer or "",
        ReviewColumn.NOTE: row.note or "",
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


def column_of(finding: Finding) -> ReviewColumn | None:
    """The column a finding shows in; None for what the review has no column for."""
    return _COLUMN_OF_KIND.get(finding.kind) or _COLUMN_OF_FIELD.get(finding.field)


_K, _C = FindingKind, ReviewColumn
_COLUMN_OF_KIND: Mapping[FindingKind, ReviewColumn] = {
    **dict.fromkeys((_K.BAD_NAME, _K.MISSING_NAME, _K.NAME_CASE, _K.NAME_JOINED), _C.NAME),
    **dict.fromkeys((_K.DUPLICATE_IN_FILE, _K.POSSIBLE_DUPLICATE), _C.NAME),
    **dict.fromkeys((_K.IDENTITY_BIRTH_MISMATCH, _K.BIRTH_CONTRADICTION), _C.BIRTH),
    **dict.fromkeys((_K.DATE_CENTURY, _K.DATE_SERIAL, _K.MONTH_DROPPED, _K.BAD_DATE), _C.BIRTH),
    **dict.fromkeys((_K.GENDER_FROM_IDENTITY, _K.BAD_GENDER, _K.GENDER_WORD), _C.GENDER),
    **dict.fromkeys((_K.GENDER_CODE, _K.IDENTITY_GENDER_MISMATCH), _C.GENDER),
    **dict.fromkeys((_K.UNKNOWN_COMMUNE, _K.AMBIGUOUS_COMMUNE, _K.SPLIT_COMMUNE), _C.COMMUNE),
    **dict.fromkeys((_K.FORMER_COMMUNE, _K.OTHER_PROVINCE), _C.COMMUNE),
    **dict.fromkeys((_K.COMMUNE_FROM_TITLE, _K.COMMUNE_FROM_SECTION), _C.COMMUNE),
    **dict.fromkeys((_K.NEW_HAMLET, _K.FORMER_HAMLET, _K.HAMLET_FROM_SECTION), _C.HAMLET),
    _K.EMPLOYER_FROM_HAMLET: _C.EMPLOYER,
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
    Field.ETHNIC: _C.ETHNIC,
    Field.IDENTITY_NUMBER: _C.IDENTITY,
    Field.PHONE: _C.PHONE,
    Field.HAMLET: _C.HAMLET,
    Field.ADDRESS: _C.HAMLET,
    Field.COMMUNE: _C.COMMUNE,
    Field.DISTRICT: _C.COMMUNE,
    Field.PROVINCE: _C.COMMUNE,
    Field.TEAM: _C.TEAM,
    Field.ROLE: _C.ROLE,
    Field.EMPLOYER: _C.EMPLOYER,
    Field.NOTE: _C.NOTE,
    Field.PROGRAM_ID: _C.NAME,
}
