"""The door from the shell: a code a line, each answered at once, and only after it is kept."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from ..db.database import Database
from ..models.clock import local
from ..models.context import Context
from ..models.enums import ScanSource
from ..models.errors import AppError, ErrorCode
from ..scanning.codes import grouped
from ..services.check_in import Answer, check_in
from ..services.courses import find_course, find_session
from .output import language, say_error, say_json_line, warn
from .shell import Shell

_NOT_SAVED = {
    "en": "The scan in line {line} was not saved; {saved} scans before it are.",
    "vi": "Lượt quét ở dòng {line} chưa được lưu; {saved} lượt trước đó đã được lưu.",
}

_WAITING = {
    "en": "Another window or program is writing; this scan waits for it.",
    "vi": "Cửa sổ hoặc chương trình khác đang ghi; lượt quét này đang chờ.",
}
_PATIENCE = 11
"""Further tries, each as long as the driver waits for a lock (10 s): two minutes in all."""


def run(shell: Shell, options: Namespace) -> int:
    """Answer every line of standard input until it ends."""
    by = shell.context()
    at = _civil(options.at)
    with shell.database() as database:
        course = database.read(lambda s: find_course(s, options.course))
        session_id = find_session(course, options.session).id
        for saved, (line, payload) in enumerate(_payloads()):
            try:
                answer = _answered(database, by, session_id, payload, at)
            except AppError as refusal:
                say_error(refusal)
                warn(_NOT_SAVED[language()].format(line=line, saved=saved))
                return 1
            _say(shell, answer)
    return 0


def _civil(at: datetime | None) -> datetime | None:
    """Vietnamese civil time, also where a zone was written."""
    return local(at) if at is not None and at.tzinfo else at


def _payloads() -> Iterator[tuple[int, str]]:
    """Lines that hold something, with their number; each as soon as it arrives."""
    for number, line in enumerate(iter(sys.stdin.readline, ""), 1):
        if payload := line.strip("\r\n\ufeff \t"):
            yield number, payload


def _answered(
    database: Database, by: Context, session_id: UUID, payload: str, at: datetime | None
) -> Answer:
    """One scan, one transaction; returns after the commit. Waits while a long import writes."""
    nonce = by.new_id()
    for patience in range(_PATIENCE, -1, -1):
        try:
            return database.write(
                lambda s: check_in(s, by, session_id, payload, nonce, at, ScanSource.SHELL)
            )
        except AppError as refusal:
            if refusal.code != ErrorCode.DATA_FILE_BUSY or not patience:
                raise
            warn(_WAITING[language()])
    raise AssertionError("the last try returns or raises")


def _say(shell: Shell, answer: Answer) -> None:
    if shell.as_json:
        say_json_line(
            {
                "verdict": answer.verdict,
                "name": answer.name,
                "person": answer.person_id,
                "first_at": answer.first_at,
                "code": answer.code,
            }
        )
        return
    time = f"{answer.first_at:%H:%M}" if answer.first_at else ""
    code = grouped(answer.code) if answer.code and answer.name else answer.code or ""
    print("  ".join((f"{answer.verdict:13}", f"{time:5}", answer.name or code)), flush=True)
