"""Closed lists of values. The value is what is stored and what the shell prints."""

from enum import StrEnum


class Gender(StrEnum):
    """As on the identity card."""

    MALE = "Nam"
    FEMALE = "Nữ"


class Skill(StrEnum):
    """The five basic digital skills, in the order of the programme."""

    DVC = "dvc"
    SHOPPING = "shopping"
    PAYMENT = "payment"
    SAFETY = "safety"
    PLATFORMS = "platforms"


class UnitLevel(StrEnum):
    """Levels of administrative units; districts ended on 2025-07-01."""

    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"


class TeamKind(StrEnum):
    """Whose team it is."""

    COMMUNE = "commune"
    HAMLET = "hamlet"
    STEERING = "steering"


class CourseStatus(StrEnum):
    """Where a course stands; a closed one has its completions recorded."""

    PLANNED = "planned"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class SessionStatus(StrEnum):
    """A cancelled session leaves every denominator."""

    PLANNED = "planned"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class PlaceState(StrEnum):
    """Why an enrolment has no commune; such rows are reported, never dropped."""

    KNOWN = "known"
    NO_COMMUNE = "no_commune"
    UNKNOWN = "unknown"


class Origin(StrEnum):
    """How an enrolment came about."""

    IMPORT = "import"
    TYPED = "typed"
    WALK_IN = "walk_in"
    SUBSTITUTE = "substitute"


class AttendanceStatus(StrEnum):
    """The effective state of an enrolment in a session."""

    PRESENT = "present"
    LATE = "late"
    EXCUSED = "excused"
    ABSENT = "absent"


class AttendanceMode(StrEnum):
    """Where somebody took part."""

    VENUE = "venue"
    ONLINE = "online"


class Verdict(StrEnum):
    """The answer to a scan."""

    PRESENT = "present"
    LATE = "late"
    ALREADY_IN = "already_in"
    NOT_ENROLLED = "not_enrolled"
    UNKNOWN_CODE = "unknown_code"
    MALFORMED = "malformed"


class ScanSource(StrEnum):
    """Where a scan came from."""

    WEDGE = "wedge"
    SHELL = "shell"
    SERIAL = "serial"
    CAMERA = "camera"
    TYPED = "typed"


class CorrectionKind(StrEnum):
    """A later word on attendance: a status set by hand, or a fact voided."""

    SET = "set"
    VOID = "void"


class SkillResult(StrEnum):
    """What a trainer says of a person and a skill or topic (product.md, step 6)."""

    PASS = "pass"
    FAIL = "fail"
    NOT_UNDERSTOOD = "not_understood"
    STUCK = "stuck"


class IncompleteReason(StrEnum):
    """Why somebody did not complete a course."""

    ATTENDANCE = "attendance"
    SKILLS = "skills"
    WITHDRAWN = "withdrawn"


class NumberState(StrEnum):
    """Every number of a certificate book up to the last has a state."""

    ISSUED = "issued"
    VOIDED = "voided"
    RESERVED = "reserved"


class ImportRowState(StrEnum):
    """What became of a row of a list."""

    ADDED = "added"
    MATCHED = "matched"
    HELD = "held"
    DISCARDED = "discarded"


class ImportKind(StrEnum):
    """What a file brought in holds."""

    PEOPLE = "people"
    TEAMS = "teams"


class Measure(StrEnum):
    """Denominators: entered or imported with date and source, never derived."""

    MEMBERS = "members"
    TEAMS = "teams"
    HAMLETS = "hamlets"
    HOUSEHOLDS = "households"
    ADULTS = "adults"
