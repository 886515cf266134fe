"""Work beside the window: one thread that writes, a few that read; results come back by signal."""

import threading
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from functools import partial
from queue import SimpleQueue
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from ..models.errors import AppError, ErrorCode

T = TypeVar("T")
READERS = 3
_SECONDS_BETWEEN_REPORTS = 0.04


class Cancelled(AppError):  # noqa: N818 - not a fault: the user asked for it
    """The user stopped the work; what it wrote is rolled back by its transaction."""

    def __init__(self) -> None:
        super().__init__(ErrorCode.CANCELLED)


class JobHandle(QObject):
    """A job under way. `progressed` brings (done, total, text); `ended` fires last, always."""

    progressed = Signal(int, int, str)
    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stop = threading.Event()

    @property
    def is_cancelled(self) -> bool:
        """Whether the job was asked to stop."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the job to stop; nothing of it is delivered any more, except that it ended."""
        self._stop.set()


class Progress:
    """Handed to the work, which reports where it is and learns here that it shall stop.

    It is also a plain callable (done, total), which is what services and exporters take.
    """

    def __init__(self, handle: JobHandle, tell: Callable[[int, int, str], None]) -> None:
        self._handle = handle
        self._tell = tell
        self._next = 0.0

    def report(self, done: int, total: int, text: str = "") -> None:
        """Say how far the work is, as often as it likes. Raises Cancelled once it shall stop."""
        if self._handle.is_cancelled:
            raise Cancelled
        now = time.monotonic()
        if now >= self._next or done >= total:
            self._next = now + _SECONDS_BETWEEN_REPORTS
            self._tell(done, total, text)

    def __call__(self, done: int, total: int) -> None:
        """The same without words."""
        self.report(done, total)


@dataclass
class _Job:
    work: Callable[[Progress], Any]
    on_done: Callable[[Any], object] | None
    on_error: Callable[[AppError], object] | None
    owner: QObject | None
    handle: JobHandle
    replaces: str = ""
    writes: bool = False
    changes: frozenset[str] = frozenset()
    result: Any = None
    error: Exception | None = None

    def wanted(self) -> bool:
        """Whether somebody still waits for the result."""
        if self.handle.is_cancelled:
            return False
        return self.owner is None or shiboken6.isValid(self.owner)


@dataclass
class _Lane:
    """A queue and the threads that work it off; they start with the first job."""

    name: str
    size: int
    run: Callable[[_Job], None]
    queue: "SimpleQueue[_Job | None]" = field(default_factory=SimpleQueue)
    threads: list[threading.Thread] = field(default_factory=list)

    def put(self, job: _Job) -> None:
        if len(self.threads) < self.size:
            name = f"{self.name}-{len(self.threads)}"
            self.threads.append(threading.Thread(target=self._work, name=name, daemon=True))
            self.threads[-1].start()
        self.queue.put(job)

    def close(self) -> None:
        for _ in self.threads:
            self.queue.put(None)
        for thread in self.threads:
            thread.join()

    def _work(self) -> None:
        while (job := self.queue.get()) is not None:
            self.run(job)


class Jobs(QObject):
    """Starts jobs and delivers their results on the interface's thread.

    `changed` brings the names of what a successful write changed, before its `on_done`.
    """

    changed = Signal(frozenset)
    _ran = Signal(object)
    _reported = Signal(object, int, int, str)

    def __init__(
        self,
        show_error: Callable[[QObject | None, Exception], object] | None = None,
        readers: int = READERS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._show_error = show_error or _show_error
        self._writer = _Lane("writer", 1, self._run)
        self._readers = _Lane("reader", readers, self._run)
        self._under_way: list[_Job] = []
        self._watched: set[int] = set()
        self._closed = False
        self._ran.connect(self._deliver)
        self._reported.connect(self._pass_on)

    def read(
        self,
        work: Callable[[Progress], T],
        on_done: Callable[[T], object],
        on_error: Callable[[AppError], object] | None = None,
        owner: QObject | None = None,
        replaces: str = "",
    ) -> JobHandle:
        """Run work that only reads. With `replaces`, the owner's older job of that name is void."""
        handle = JobHandle(self)
        job = _Job(work, on_done, on_error, owner, handle, replaces)
        if replaces:
            self._void(owner, replaces)
        return self._start(self._readers, job)

    def write(
        self,
        work: Callable[[Progress], T],
        on_done: Callable[[T], object] | None = None,
        on_error: Callable[[AppError], object] | None = None,
        owner: QObject | None = None,
        changes: Collection[str] = (),
    ) -> JobHandle:
        """Run work that writes, one at a time and in order; `changes` names what it changes."""
        handle = JobHandle(self)
        job = _Job(work, on_done, on_error, owner, handle, "", True, frozenset(changes))
        return self._start(self._writer, job)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is under way."""
        return not self._under_way

    def close(self) -> None:
        """Stop what reads, let what writes finish, wait for both; nothing is delivered after."""
        self._closed = True
        for job in self._under_way:
            if not job.writes:
                job.handle.cancel()
        self._writer.close()
        self._readers.close()
        self._under_way.clear()

    def _start(self, lane: _Lane, job: _Job) -> JobHandle:
        if self._closed:
            raise RuntimeError("the jobs are closed")
        self._under_way.append(job)
        self._watch(job.owner)
        lane.put(job)
        return job.handle

    def _void(self, owner: QObject | None, name: str) -> None:
        for job in self._under_way:
            if job.owner is owner and job.replaces == name:
                job.handle.cancel()

    def _watch(self, owner: QObject | None) -> None:
        if owner is None or id(owner) in self._watched:
            return
        self._watched.add(id(owner))
        owner.destroyed.connect(partial(self._forget, id(owner)))
        if isinstance(owner, QDialog):
            owner.finished.connect(partial(self._cancel_reads_of, id(owner)))

    def _forget(self, owner: int, *_: object) -> None:
        self._watched.discard(owner)
        self._cancel_reads_of(owner)

    def _cancel_reads_of(self, owner: int, *_: object) -> None:
        for job in self._under_way:
            if id(job.owner) == owner and not job.writes:
                job.handle.cancel()

    def _run(self, job: _Job) -> None:
        """On a worker's thread."""
        try:
            if not job.handle.is_cancelled:
                job.result = job.work(Progress(job.handle, partial(self._tell, job.handle)))
            else:
                job.error = Cancelled()
        except Exception as error:  # noqa: BLE001 - whatever it is, the interface's thread shows it
            job.error = error
        if not self._closed:
            self._ran.emit(job)

    def _tell(self, handle: JobHandle, done: int, total: int, text: str) -> None:
        if not self._closed:
            self._reported.emit(handle, done, total, text)

    def _pass_on(self, handle: JobHandle, done: int, total: int, text: str) -> None:
        if not self._closed and not handle.is_cancelled:
            handle.progressed.emit(done, total, text)

    def _deliver(self, job: _Job) -> None:
        if self._closed:
            return
        self._under_way.remove(job)
        try:
            self._hand_over(job)
        finally:
            job.handle.ended.emit()
            job.handle.deleteLater()

    def _hand_over(self, job: _Job) -> None:
        if job.error is not None:
            self._refuse(job, job.error)
            return
        if job.writes:
            self.changed.emit(job.changes)
        if job.on_done and job.wanted():
            job.on_done(job.result)

    def _refuse(self, job: _Job, error: Exception) -> None:
        """A read nobody waits for may fail unseen, a write may not."""
        if isinstance(error, Cancelled) or not (job.wanted() or job.writes):
            return
        if isinstance(error, AppError) and job.on_error and job.wanted():
            job.on_error(error)
        else:
            alive = job.owner if job.owner and shiboken6.isValid(job.owner) else None
            self._show_error(alive, error)


def _show_error(owner: QObject | None, error: Exception) -> None:
    from .errors import show  # late: dialogs are not needed to paint the window

    show(owner, error)
