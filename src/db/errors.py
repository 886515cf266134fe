"""What the driver says, as refusals the user can act on."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DatabaseError
from sqlcipher3 import dbapi2 as sqlite

from ..models.errors import AppError, ErrorCode

_SAYINGS = (
    ("database or disk is full", ErrorCode.DISK_FULL),
    ("disk I/O error", ErrorCode.DISK_FULL),
    ("readonly database", ErrorCode.DATA_FILE_READ_ONLY),
    ("unable to open database", ErrorCode.DATA_FILE_READ_ONLY),
    ("locked", ErrorCode.DATA_FILE_BUSY),
    ("malformed", ErrorCode.DATA_FILE_DAMAGED),
    ("not a database", ErrorCode.DATA_FILE_DAMAGED),
    ("hmac check failed", ErrorCode.DATA_FILE_DAMAGED),
)


@contextmanager
def driver_errors(path: Path) -> Iterator[None]:
    """Turn what the driver raises about the file into an AppError; leave bugs as they are."""
    try:
        yield
    except (DatabaseError, sqlite.DatabaseError) as error:
        said = str(error)
        for words, code in _SAYINGS:
            if words in said:
                raise AppError(code, file=str(path), reason=words) from error
        raise
