"""What was seen in a cell, what it would become, and whether somebody has to decide."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, NamedTuple, TypeVar

from .fields import Field

T = TypeVar("T")


class FindingKind(StrEnum):
    """What was seen. The value is what the shell prints and what is stored."""

    UNICODE = "unicode"
    SPACES = "spaces"
    FORMULA_ERROR = "formula_error"
    NAME_CASE = "name_case"
    NAME_JOINED = "name_joined"
    BAD_NAME = "bad_name"
    MISSING_NAME = "missing_name"
    PHONE_FORMAT = "phone_format"
    PHONE_ZERO = "phone_zero"
    PHONE_COUNTRY_CODE = "phone_country_code"
    PHONE_OLD_PREFIX = "phone_old_prefix"
    PHONE_SEVERAL = "phone_several"
    BAD_PHONE = "bad_phone"
    IDENTITY_FORMAT = "identity_format"
    IDENTITY_ZERO = "identity_zero"
    IDENTITY_OLD = "identity_old"
    BAD_IDENTITY = "bad_identity"
    IDENTITY_BIRTH_MISMATCH = "identity_birth_mismatch"
    IDENTITY_GENDER_MISMATCH = "identity_gender_mismatch"
    DATE_FORMAT = "date_format"
    DATE_CENTURY = "date_century"
    DATE_SERIAL = "date_serial"
    MONTH_DROPPED = "month_dropped"
    YEAR_ONLY = "year_only"
    BAD_DATE = "bad_date"
    BIRTH_CONTRADICTION = "birth_contradiction"
    GENDER_WORD = "gender_word"
    GENDER_CODE = "gender_code"
    GENDER_FROM_IDENTITY = "gender_from_identity"
    BAD_GENDER = "bad_gender"
    ETHNIC_ALIAS = "ethnic_alias"
    AMBIGUOUS_ETHNIC = "ambiguous_ethnic"
    UNKNOWN_ETHNIC = "unknown_ethnic"
    ADDRESS_SPLIT = "address_split"
    ADDRESS_UNCLEAR = "address_unclear"
    TEAM_FROM_SECTION = "team_from_section"
    UNKNOWN_COMMUNE = "unknown_commune"
    AMBIGUOUS_COMMUNE = "ambiguous_commune"
    NEW_HAMLET = "new_hamlet"
    FORMER_COMMUNE = "former_commune"
    FORMER_HAMLET = "former_hamlet"
    SPLIT_COMMUNE = "split_commune"
    OTHER_PROVINCE = "other_province"
    DUPLICATE_IN_FILE = "duplicate_in_file"
    POSSIBLE_DUPLICATE = "possible_duplicate"
    TCVN3 = "tcvn3"
    VNI = "vni"
    DITTO = "ditto"
    MERGED_CELL = "merged_cell"
    DATE_ORDER = "date_order"
    HAMLET_FROM_SECTION = "hamlet_from_section"
    COMMUNE_FROM_SECTION = "commune_from_section"
    COMMUNE_FROM_TITLE = "commune_from_title"
    EMPLOYER_FROM_HAMLET = "employer_from_hamlet"
    IDENTITY_MASKED = "identity_masked"
    IDENTITY_FROM_TEXT = "identity_from_text"
    EDITED = "edited"
    NEW_TEAM = "new_team"
    FIELD_FILLED = "field_filled"
    FIELD_CHANGED = "field_changed"
    FIELD_DIFFERS = "field_differs"
    UNKNOWN_PROGRAM_ID = "unknown_program_id"
    IDENTITY_CONFLICT = "identity_conflict"


class Severity(StrEnum):
    """NOTE: told only. REPAIR: a change that can be refused. QUESTION: the row waits for it."""

    NOTE = "note"
    REPAIR = "repair"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One possible answer to a question: a commune (`key` its code), a person (`key` their id)."""

    key: str
    title: str
    note: str = ""
    agrees: bool = False
    """Somebody of whom the row says nothing else than is known; never without year and commune."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding before it has a place. Identity numbers come masked."""

    kind: FindingKind
    severity: Severity
    before: str
    after: str | None = None
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Cleaned(Generic[T]):
    """What a cell says: `value` with every repair taken, `as_written` with them refused.

    `as_written` None means that the cell cannot be kept unrepaired: refusing holds the row, unless
    the value was only inferred and the cell said nothing (`inferred`). Of a question, `as_written`
    is what stands if somebody says that the cell is right.
    """

    value: T | None
    as_written: T | None
    marks: tuple[Mark, ...] = ()
    inferred: bool = False


def certain(value: T | None, marks: tuple[Mark, ...] = ()) -> Cleaned[T]:
    """A cell whose value does not depend on a repair."""
    return Cleaned(value, value, marks)


class AnswerKind(StrEnum):
    """What somebody decides on a finding.

    REFUSE (a repair): as the file says. KEEP (a question): the cell stands, both are right.
    VALUE: `value` is what the cell should say, or the code of the commune meant. LEAVE_OUT: the
    cell counts as empty. SAME_PERSON: `value` is the person's id, or empty for the earlier row of
    the file. TWO_PEOPLE: somebody else. "Later" is no answer: the row waits.
    """

    REFUSE = "refuse"
    KEEP = "keep"
    VALUE = "value"
    LEAVE_OUT = "leave_out"
    SAME_PERSON = "same_person"
    TWO_PEOPLE = "two_people"


@dataclass(frozen=True, slots=True)
class Answer:
    """A decision on one finding."""

    kind: AnswerKind
    value: str = field(default="", repr=False)


class RowKey(NamedTuple):
    """A row of a file; `file` is its SHA-256."""

    file: str
    sheet: str
    row: int


class FindingKey(NamedTuple):
    """A finding, known again when the file is read again."""

    file: str
    sheet: str
    row: int
    field: Field
    kind: FindingKind


@dataclass(frozen=True)
class Answers:
    """Everything that was decided on lists; of repairs nobody decided on, all are taken or none."""

    given: Mapping[FindingKey, Answer] = field(default_factory=dict)
    skipped: frozenset[RowKey] = frozenset()
    """Rows that somebody leaves out altogether: they come in as discarded."""
    accept_repairs: bool = True
    taken: frozenset[RowKey] = frozenset()
    """Rows that were left out when their very file came before, and shall come in now."""

    def to(self, finding: "Finding") -> Answer | None:
        """The decision on a finding, None when there is none."""
        return self.given.get(finding.key)

    def accepts(self, finding: "Finding") -> bool:
        """Whether a repair is taken."""
        answer = self.to(finding)
        return self.accept_repairs if answer is None else answer.kind is not AnswerKind.REFUSE


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding on its cell: row as numbered in the sheet, column by its heading in the file.

    `file` is the SHA-256 of the file, `field` what the cell holds. `applied` tells whether the row
    stands as after the repair; `open` that the row waits for a decision. Identity numbers are
    masked to their last four digits.
    """

    sheet: str
    row: int
    column: str
    kind: FindingKind
    severity: Severity
    before: str
    after: str | None
    applied: bool = True
    open: bool = False
    field: Field = Field.NAME
    file: str = ""
    candidates: tuple[Candidate, ...] = ()
    answer: Answer | None = None
    """What somebody decided; None where nobody did."""

    @property
    def is_of_the_very_same(self) -> bool:
        """Whether it asks about one person of whom the row says nothing else than is known."""
        asks = self.open and self.kind is FindingKind.POSSIBLE_DUPLICATE
        return asks and len(self.candidates) == 1 and self.candidates[0].agrees

    @property
    def key(self) -> FindingKey:
        """By which it is known again when the file is read again."""
        return FindingKey(self.file, self.sheet, self.row, self.field, self.kind)
