"""The lists of one go: which files, what was chosen and decided, and the jobs that work on them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from ....exports.formats import number
from ....importing.answering import ELSEWHERE
from ....importing.fields import Field
from ....importing.findings import (
    Answer,
    AnswerKind,
    Answers,
    Finding,
    FindingKey,
    FindingKind,
    RowKey,
    Severity,
)
from ....importing.legacy import Encoding
from ....models.enums import ImportRowState
from ....models.errors import AppError, ErrorCode
from ....services.lists.choices import ListChoices, SheetKey
from ....services.lists.draft import ImportReport
from ....services.lists.review import ReviewLine
from ...context import AppContext
from ...i18n import tr
from ...jobs import JobHandle, Progress
from .draft import ListFile, Understood, read_files, understood, write

_PAUSE = 200
"""Milliseconds after the last decision until the lists are understood anew."""
_AGAINST_DATA = ELSEWHERE - {FindingKind.DUPLICATE_IN_FILE}
"""What is found against the data file: a decision on it needs no file to be read again."""
CHANGES = frozenset({"imports", "people", "enrolments", "courses"})


class Intake(QObject):
    """What the four steps share. Nothing is written but by `bring_in`.

    `started` brings a job and its words; `read` that the files are others, `understood` that the
    rows are; `written` the reports; `refused` an AppError; `stopped` that a writing was stopped;
    `unfit` that no headings stand in the row that was said.
    """

    started = Signal(object, str)
    ended = Signal()
    read = Signal()
    understood = Signal()
    written = Signal(object)
    refused = Signal(object)
    stopped = Signal()
    unfit = Signal()

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._owner = parent
        self.files: tuple[ListFile, ...] = ()
        self.result: Understood | None = None
        self.choices = ListChoices()
        self._given: dict[FindingKey, Answer] = {}
        self._skipped: set[RowKey] = set()
        self._taken: set[RowKey] = set()
        self._stale: set[Path] = set()
        self._waiting: list[Path] = []
        self._before: ListChoices | None = None
        self._job: JobHandle | None = None
        self._reports: tuple[ImportReport, ...] | None = None
        self._failed = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.understand)

    @property
    def is_busy(self) -> bool:
        """Whether a job is under way, or about to start."""
        return self._job is not None or self._pause.isActive()

    @property
    def readable(self) -> tuple[ListFile, ...]:
        """The files that hold a list."""
        return tuple(file for file in self.files if file.plan)

    @property
    def has_decisions(self) -> bool:
        """Whether somebody decided something that is not written yet."""
        return bool(self._given or self._skipped or self._taken)

    @property
    def rows(self) -> int:
        """How many people the files hold."""
        return sum(len(file.plan.rows) for file in self.readable if file.plan)

    def cancel(self) -> None:
        """Stop what is under way."""
        self._pause.stop()
        if self._job is not None:
            self._job.cancel()

    def forget(self) -> None:
        """Begin with no files and no decisions."""
        self._waiting.clear()
        self.cancel()
        self.files, self.result, self._reports = (), None, None
        self._given.clear()
        self._skipped.clear()
        self._taken.clear()
        self._stale.clear()
        self.choices = ListChoices(self.choices.course_code, self.choices.commune_code)
        self.read.emit()

    def add(self, paths: Sequence[Path]) -> None:
        """Read more files; one that is there already is read anew. While a job runs they wait."""
        if self._job is not None:
            self._waiting.extend(paths)
        if self._job is not None or not paths:
            return
        words = tr("Đang đọc {name}").format(name=paths[0].name)
        choices = self._current()
        self._follow(
            self._context.jobs.read(
                lambda progress: read_files(self._context, paths, choices, progress),
                self._take,
                self._fail,
                self._owner,
            ),
            words,
        )

    def remove(self, path: Path) -> None:
        """Leave a file out again."""
        self.files = tuple(file for file in self.files if file.path != path)
        self._stale.discard(path)
        self.result = None
        self.read.emit()

    def place(self, course_code: str, commune_code: str) -> None:
        """Where the lists go: the course everybody is enrolled in, the commune of all rows."""
        changed = replace(self.choices, course_code=course_code, commune_code=commune_code)
        if changed != self.choices:
            self.choices, self.result = changed, None

    def take_sheet(self, file: ListFile, sheet: str, taken: bool) -> None:
        """Take a sheet or leave it out, and read the file so."""
        sheets = {**self.choices.sheets, (file.sha256, sheet): taken}
        self.choices = replace(self.choices, sheets=sheets)
        self.add([file.path])

    def set_fields(self, fields: Mapping[SheetKey, Mapping[int, Field]]) -> None:
        """The columns the user gave another field, of all sheets."""
        if fields != self.choices.fields:
            self.choices = replace(self.choices, fields=fields)
            self._stale |= {file.path for file in self.readable}

    def set_header(self, key: SheetKey, row: int) -> None:
        """Where somebody said that a sheet's headings stand; taken back where no table is there."""
        self._before = self.choices
        header_rows = {**self.choices.header_rows, key: row}
        fields = {k: v for k, v in self.choices.fields.items() if k != key}
        self.choices = replace(self.choices, header_rows=header_rows, fields=fields)
        self.add([file.path for file in self.readable if file.sha256 == key[0]])

    def set_encoding(self, key: SheetKey, column: int, encoding: Encoding) -> None:
        """The encoding somebody said of a column."""
        encodings = {**self.choices.encodings}
        encodings[key] = {**encodings.get(key, {}), column: encoding}
        self.choices = replace(self.choices, encodings=encodings)
        self.add([file.path for file in self.readable if file.sha256 == key[0]])

    def decide(self, findings: Iterable[Finding], answer: Answer | None) -> None:
        """Answer findings; None takes the decision back. The rows are understood anew."""
        for finding in findings:
            if answer is None:
                self._given.pop(finding.key, None)
            else:
                self._given[finding.key] = answer
            if finding.kind not in _AGAINST_DATA:
                self._stale |= {f.path for f in self.readable if f.sha256 == finding.file}
        self._pause.start()

    def refuse_all(self, kind: FindingKind, refused: bool) -> None:
        """Refuse all repairs of a kind, or take them all."""
        answer = Answer(AnswerKind.REFUSE) if refused else None
        self.decide((f for f in self._findings(kind) if f.severity is Severity.REPAIR), answer)

    def alike(self, finding: Finding) -> list[Finding]:
        """The findings that ask the same of the same words, this one among them."""
        return [
            other
            for other in self._findings(finding.kind)
            if other.before == finding.before
            and other.field is finding.field
            and other.candidates == finding.candidates
        ]

    def skip(self, line: ReviewLine) -> None:
        """Leave a row out altogether, or take it after all."""
        rows = self._taken if self._was_left_out(line) else self._skipped
        rows ^= {line.key}
        self._pause.start()

    def is_skipped(self, line: ReviewLine) -> bool:
        """Whether this row is left out: now, or since the very file came before."""
        return line.key in self._skipped or self._was_left_out(line)

    def _was_left_out(self, line: ReviewLine) -> bool:
        return line.state is ImportRowState.DISCARDED and line.key not in self._skipped

    def understand(self) -> None:
        """Find out what the files would bring, as they were chosen and decided."""
        files, stale, choices = self.files, frozenset(self._stale), self._current()
        self._pause.stop()
        if not self.readable:
            return

        def show(result: Understood) -> None:
            self._stale -= stale
            self.files, self.result = result.files, result
            self.understood.emit()

        self._follow(
            self._context.jobs.read(
                lambda progress: understood(self._context, files, stale, choices, progress),
                show,
                self._fail,
                self._owner,
                "understand",
            ),
            tr("Đang xem thử; chưa ghi gì"),
        )

    def bring_in(self) -> None:
        """Write what is shown, all in one go."""
        if self.result is None or self.is_busy:
            return
        files, choices = self.result.files, self._current()
        self._reports, self._failed = None, False

        def work(progress: Progress) -> None:
            # kept here too: a stop that comes after the commit must not read as "nothing written"
            self._reports = write(self._context, files, choices, progress)

        handle = self._context.jobs.write(work, None, self._fail, self._owner, CHANGES)
        handle.ended.connect(self._after_writing)
        self._follow(
            handle, tr("Đang nhập {count} dòng", self.rows).format(count=number(self.rows))
        )

    def _after_writing(self) -> None:
        if self._reports is not None:
            self.written.emit(self._reports)
        elif not self._failed:
            self.stopped.emit()

    def _take(self, found: list[ListFile]) -> None:
        """Files that were read stand where they stood, new ones at the end."""
        before, self._before = self._before, None
        if before is not None and self._lost_table(found):
            self.choices = before
            self.unfit.emit()
            self.read.emit()
            return
        read = {file.path: file for file in found}
        same = [_renewed(file, read.pop(file.path, file)) for file in self.files]
        known = {file.sha256 for file in same if file.sha256}
        new = [file for file in read.values() if file.sha256 not in known]
        self.files = (*same, *new)
        for file in found:
            self._stale.discard(file.path)
            self.choices = replace(self.choices, fields={**self.choices.fields, **file.proposed})
        self.result = None
        self.read.emit()

    def _lost_table(self, found: Sequence[ListFile]) -> bool:
        """Whether a file has fewer tables than it had before it was read so."""
        known = {file.path: file for file in self.files}
        return any(_tables(file) < _tables(known[file.path]) for file in found)

    def _fail(self, error: AppError) -> None:
        self._failed = True
        self.refused.emit(error)

    def _current(self) -> ListChoices:
        taken = frozenset(self._taken)
        answers = Answers(dict(self._given), frozenset(self._skipped), taken=taken)
        return replace(self.choices, answers=answers)

    def _findings(self, kind: FindingKind) -> list[Finding]:
        lines = self.result.lines if self.result else ()
        return [f for line in lines for f in line.findings if f.kind is kind]

    def _follow(self, job: JobHandle, words: str) -> None:
        self._job = job
        job.ended.connect(lambda: self._end(job))
        self.started.emit(job, words)

    def _end(self, job: JobHandle) -> None:
        if self._job is job:
            self._job = None
            self.ended.emit()
            waiting, self._waiting = list(dict.fromkeys(self._waiting)), []
            self.add(waiting)


def _tables(file: ListFile) -> int:
    return len(file.plan.tables) if file.plan else 0


def _renewed(before: ListFile, after: ListFile) -> ListFile:
    """A file read again; where it has no table now, its sheets can still be chosen."""
    if after.source is None and after.error and after.error.code is ErrorCode.NO_TABLE_FOUND:
        return replace(after, source=before.source)
    proposed = {**before.proposed, **after.proposed} if before.sha256 == after.sha256 else None
    return after if proposed is None else replace(after, proposed=proposed)


def states_of(reports: Iterable[ImportReport]) -> dict[ImportRowState, int]:
    """How many rows came to each state, of all files."""
    reports = tuple(reports)
    return {state: sum(report.count(state) for report in reports) for state in ImportRowState}
