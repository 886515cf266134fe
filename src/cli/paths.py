"""Files that a command is asked to write."""

from pathlib import Path

from ..models.errors import AppError, ErrorCode


def kind_of(path: Path, *kinds: str) -> str:
    """The suffix of `path`, one of `kinds`. Raises BAD_VALUE before anything is done."""
    suffix = path.suffix.lower()
    if suffix not in kinds:
        raise AppError(ErrorCode.BAD_VALUE, field="--out", value=str(path))
    if not path.parent.is_dir():
        raise AppError(ErrorCode.FILE_NOT_WRITABLE, file=str(path))
    return suffix
