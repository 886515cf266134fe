"""What was seen in a cell, what it would become, and whether somebody has to decide."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

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
    SPLIT_COMMUNE = "split_commune"
    OTHER_PROVINCE = "other_province"
    DUPLICATE_IN_FILE = "duplicate_in_file"
    POSSIBLE_DUPLICATE = "possible_duplicate"


class Severity(StrEnum):
    """NOTE: told only. REPAIR: a change that can be refused. QUESTION: the row waits for it."""

    NOTE = "note"
    REPAIR = "repair"
    QUESTION = "question"


@dataclass(frozen=True)
class Mark:
    """A finding before it has a place. Identity numbers come masked."""

    kind: FindingKind
    severity: Severity
    before: str
    after: str | None = None


@dataclass(frozen=True)
class Cleaned(Generic[T]):
    """What a cell says: `value` with every repair taken, `as_written` with them refused.

    `as_written` None means that the cell cannot be kept unrepaired: refusing holds the row, unless
    the value was only inferred and the cell said nothing (`inferred`).
    """

    value: T | None
    as_written: T | None
    marks: tuple[Mark, ...] = ()
    inferred: bool = False


def certain(value: T | None, marks: tuple[Mark, ...] = ()) -> Cleaned[T]:
    """A cell whose value does not depend on a repair."""
    return Cleaned(value, value, marks)


@dataclass(frozen=True)
class Finding:
    """A finding on its cell: row as numbered in the sheet, column by its heading in the file.

    `applied` tells whether the row stands as after the repair; `open` that the row waits for a
    decision. Identity numbers are masked to their last four digits.
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
