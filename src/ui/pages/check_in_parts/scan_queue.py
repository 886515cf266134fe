"""Scans between the scanner and the file: in order, one transaction each, none ever lost."""

from collections import deque
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from ....models.context import Context
from ....models.enums import ScanSource
from ....models.errors import AppError, ErrorCode
from ....services.check_in import Answer, check_in
from ...context import AppContext

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

CHANGES = frozenset({"attendance", "scans"})
"""What a scan changes; the check-in page, which keeps count itself, knows by this set its own."""

NEVER = frozenset({ErrorCode.COURSE_CLOSED, ErrorCode.UNKNOWN_SESSION})
"""Refusals that stay, however often one tries; any other error is the disk's and passes."""

RETRY_MS = 1000


@dataclass(frozen=True)
class Taken:
    """A scan as it was taken: its own id makes writing it twice harmless."""

    session_id: UUID
    payload: str
    nonce: UUID
    at: datetime
    """Vietnamese civil time; stays the same when writing has to be tried again."""
    source: ScanSource


class ScanQueue(QObject):
    """Writes scans one after the other. `answered` (Taken, Answer) comes after the commit,
    `dropped` (Taken, AppError) for a scan that can never be written, `stuck` (AppError or None
    for a bug) each time writing failed, `freed` when it works again.
    """

    answered = Signal(object, object)
    dropped = Signal(object, object)
    stuck = Signal(object)
    freed = Signal()

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._waiting: deque[Taken] = deque()
        self._sent = 0
        self._busy = False
        self._is_stuck = False
        self._again = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._again.timeout.connect(self._send)

    @property
    def unsaved(self) -> int:
        """How many scans are not in the file yet."""
        return len(self._waiting)

    @property
    def is_stuck(self) -> bool:
        """Whether the last attempt to write failed."""
        return self._is_stuck

    def take(self, taken: Taken) -> None:
        """Line a scan up."""
        self._waiting.append(taken)
        if not self._is_stuck:
            self._send()

    def retry(self) -> None:
        """Try at once what could not be written."""
        self._again.stop()
        self._send()

    def _send(self) -> None:
        """One at a time: a scan behind one that failed must not be written before it."""
        if self._busy or not self._waiting:
            return
        self._busy, self._sent = True, self._sent + 1
        handle = self._context.write(
            partial(_check_in, self._waiting[0]), self._done, self, CHANGES, self._failed
        )
        handle.ended.connect(partial(self._ended, self._sent))

    def _done(self, answer: Answer) -> None:
        taken = self._waiting.popleft()
        self._busy = False
        if self._is_stuck:
            self._is_stuck = False
            self.freed.emit()
        self.answered.emit(taken, answer)
        self._send()

    def _failed(self, error: AppError) -> None:
        self._busy = False
        if error.code in NEVER:
            self.dropped.emit(self._waiting.popleft(), error)
            self._send()
            return
        self._is_stuck = True
        self._again.start()
        self.stuck.emit(error)

    def _ended(self, number: int) -> None:
        """Still busy with this one: a bug, shown in its own dialog; the scan is kept."""
        if self._busy and number == self._sent:
            self._busy, self._is_stuck = False, True
            self.stuck.emit(None)


def _check_in(taken: Taken, session: "Session", by: Context) -> Answer:
    return check_in(
        session, by, taken.session_id, taken.payload, taken.nonce, taken.at, taken.source
    )
