"""Refusals: each has a code and data; the sentence is found by whoever shows it.

Sentences stand in `resources/i18n/errors.json`, one per code and language.
"""

from enum import StrEnum


class ErrorCode(StrEnum):
    """What was refused. The value is what the shell prints."""

    FILE_NOT_FOUND = "file_not_found"
    FILE_UNREADABLE = "file_unreadable"
    FILE_EMPTY = "file_empty"
    FILE_CHANGED = "file_changed"
    FILE_NOT_WRITABLE = "file_not_writable"
    NO_TABLE_FOUND = "no_table_found"
    DATA_FILE_MISSING = "data_file_missing"
    DATA_FILE_EXISTS = "data_file_exists"
    DATA_FILE_NEWER = "data_file_newer"
    DATA_FILE_DAMAGED = "data_file_damaged"
    DATA_FILE_FOREIGN = "data_file_foreign"
    DATA_FILE_READ_ONLY = "data_file_read_only"
    DATA_FILE_BUSY = "data_file_busy"
    DISK_FULL = "disk_full"
    UNKNOWN_PROVINCE = "unknown_province"
    UNKNOWN_COMMUNE = "unknown_commune"
    AMBIGUOUS_COMMUNE = "ambiguous_commune"
    UNKNOWN_COURSE = "unknown_course"
    UNKNOWN_SESSION = "unknown_session"
    UNKNOWN_PERSON = "unknown_person"
    UNKNOWN_SKILL = "unknown_skill"
    AMBIGUOUS_PERSON = "ambiguous_person"
    SAME_PERSON = "same_person"
    TWO_PEOPLE = "two_people"
    TWO_IDENTITY_NUMBERS = "two_identity_numbers"
    NOT_MERGED = "not_merged"
    COURSE_CODE_TAKEN = "course_code_taken"
    COURSE_CLOSED = "course_closed"
    COURSE_NOT_CLOSED = "course_not_closed"
    COURSE_WITHOUT_SESSIONS = "course_without_sessions"
    BAD_SESSION_TIME = "bad_session_time"
    BAD_VALUE = "bad_value"
    NOT_ENROLLED = "not_enrolled"
    NOTHING_TO_ISSUE = "nothing_to_issue"
    NOTHING_TO_EXPORT = "nothing_to_export"
    NO_LISTS_ASKED = "no_lists_asked"
    NO_TEAMS_FOUND = "no_teams_found"
    UNKNOWN_TEAM = "unknown_team"
    UNKNOWN_HAMLET = "unknown_hamlet"
    TEAM_EXISTS = "team_exists"
    HAMLET_EXISTS = "hamlet_exists"
    MEMBER_EXISTS = "member_exists"
    CHANGED_SINCE = "changed_since"
    UNKNOWN_BATCH = "unknown_batch"
    BATCH_UNDONE = "batch_undone"
    BATCH_IN_USE = "batch_in_use"
    UNKNOWN_ROW = "unknown_row"
    CANCELLED = "cancelled"


class AppError(Exception):
    """A refusal the user can act on: `code`, and `data` that fills the sentence."""

    def __init__(self, code: ErrorCode, **data: object) -> None:
        super().__init__(f"{code} {data}" if data else str(code))
        self.code = code
        self.data = data
