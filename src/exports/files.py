"""Files are written beside their target and moved there when whole."""

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ..models.errors import AppError, ErrorCode

_FULL = {errno.ENOSPC, errno.EDQUOT}


@contextmanager
def replaced(path: Path) -> Iterator[Path]:
    """A temporary file beside `path` that takes its place at the end of the block.

    When the block raises, `path` stays as it was and nothing is left behind. Raises AppError
    FILE_NOT_WRITABLE (no such folder, no right, open in Excel) and DISK_FULL.
    """
    temporary = _reserve(path)
    try:
        yield temporary
        _put_in_place(temporary, path)
    except OSError as error:
        if error.errno in _FULL:
            raise AppError(ErrorCode.DISK_FULL, file=str(path)) from error
        raise
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _reserve(path: Path) -> Path:
    """An empty file beside `path`; its short name fits where a long one would not."""
    temporary = path.with_name(f"~{secrets.token_hex(6)}{path.suffix}")
    try:
        if path.exists():
            path.open("r+b").close()  # on Windows this fails at once while Excel holds the file
        temporary.touch(exist_ok=False)
    except OSError as error:
        raise _refusal(error, path) from error
    return temporary


def _put_in_place(temporary: Path, path: Path) -> None:
    try:
        with temporary.open("r+b") as stream:
            os.fsync(stream.fileno())
        os.replace(temporary, path)  # noqa: PTH105 - the one call that replaces on Windows too
    except OSError as error:
        raise _refusal(error, path) from error


def _refusal(error: OSError, path: Path) -> AppError:
    full = error.errno in _FULL
    return AppError(ErrorCode.DISK_FULL if full else ErrorCode.FILE_NOT_WRITABLE, file=str(path))
