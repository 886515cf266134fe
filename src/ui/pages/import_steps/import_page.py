"""Bringing in lists, in four steps; nothing is written before the button that says so."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from ....importing.findings import Finding
from ....models.errors import AppError, ErrorCode
from ....services.commune_choices import CommuneChoice, commune_choices
from ....services.courses import CourseRecord, list_courses
from ....services.lists.draft import ImportReport
from ....services.lists.review import ReviewLine
from ...context import AppContext
from ...errors import sentence
from ...i18n import tr
from ...jobs import JobHandle
from ...page import Page
from ...palette import Tone
from ...widgets.button import plain, primary
from ...widgets.tab_bar import TabBar
from ..people_parts.undo_batch import undo_batches
from .beside import find_beside
from .choose_files import ChooseFiles
from .done import Done
from .draft import ListFile, today_of
from .import_words import button_words, files_words, review_status, seen_words
from .intake import Intake
from .match_columns import MatchColumns
from .review import Review

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class Step(StrEnum):
    """Where one is."""

    FILE = "file"
    COLUMNS = "columns"
    REVIEW = "review"
    DONE = "done"


class ImportPage(Page):
    """`left` fires when one goes back to the people."""

    left = Signal()
    watches = frozenset({"people", "courses", "imports"})

    def __init__(self, context: AppContext) -> None:
        super().__init__(tr("Nhập học viên từ Excel"))
        self._context = context
        self.intake = Intake(context, self)
        self._reports: tuple[ImportReport, ...] = ()
        self.file, self.columns = ChooseFiles(), MatchColumns()
        self.review, self.done = Review(self.intake), Done()
        self._lay_out_steps()
        self._connect()
        self._show_step()

    @property
    def step(self) -> Step:
        """Where one is."""
        return Step(self.tabs.current())

    def open(self, target: str) -> None:
        """Begin with new files; `target` is the code of the course they are for, or empty."""
        if not self.intake.is_busy:
            self._start_over()
            self.file.choose_course(target)

    def load(self) -> None:
        today = today_of(self._context)

        def read(session: "Session") -> tuple[list[CourseRecord], tuple[CommuneChoice, ...]]:
            return list_courses(session), commune_choices(session, today)

        self._context.read(read, self._show_known, self, replaces="load")
        if self.step is Step.REVIEW and not self.intake.is_busy:
            self.intake.understand()

    def unsaved(self) -> str:
        if self.step is Step.REVIEW and self.intake.has_decisions:
            return tr("Danh sách đang xem lại chưa được nhập; các quyết định đã chọn sẽ mất.")
        return ""

    def take_files(self, paths: Sequence[Path]) -> None:
        """Read lists that were chosen or dropped, beside those that are there."""
        self.banner.hide()
        self._place()
        self.intake.add(paths)

    def go_on(self) -> None:
        """What the primary button does on this step."""
        {
            Step.FILE: self._after_file,
            Step.COLUMNS: lambda: self.tabs.choose(Step.REVIEW),
            Step.REVIEW: self.intake.bring_in,
            Step.DONE: self._leave_done,
        }[self.step]()

    def go_back(self) -> None:
        """One step back; from the first and the last, back to the people."""
        before = {Step.COLUMNS: Step.FILE, Step.REVIEW: Step.COLUMNS}
        if self.intake.is_busy:
            self.intake.cancel()
        elif self.step in before:
            self.tabs.choose(before[self.step])
        else:
            self.left.emit()

    def _show_known(self, known: tuple[Sequence[CourseRecord], Sequence[CommuneChoice]]) -> None:
        self.file.set_choices(*known)
        self.review.set_communes(known[1])

    def _place(self) -> None:
        self.intake.place(self.file.course_code(), self.file.commune_code())

    def _show_files(self) -> None:
        """The files are others: show them, and how their columns were understood."""
        intake = self.intake
        self._propose_course()
        notes = {file.sha256: self._note(file) for file in intake.files}
        self.file.show_files(intake.files, notes)
        self.columns.show_files(intake.files, intake.choices)
        for step in (Step.COLUMNS, Step.REVIEW):
            self.tabs.allow(step, bool(intake.readable))
        if not intake.readable and self.step in (Step.COLUMNS, Step.REVIEW):
            self.tabs.choose(Step.FILE)
        self._show_step()

    def _propose_course(self) -> None:
        """A registration form of ours that comes back says which course it is for."""
        stamps = [file.stamp for file in self.intake.files if file.stamp]
        if stamps and stamps[0].course_code and not self.file.course_code():
            self.file.choose_course(stamps[0].course_code)
            self._place()

    def _note(self, file: ListFile) -> str:
        """What else is known of a file: whose form it is, that it came before."""
        commune = self.file.commune_title(file.stamp.commune_code) if file.stamp else ""
        form = tr("Phiếu đăng ký của {commune}").format(commune=commune) if commune else ""
        return " · ".join(filter(None, (form, seen_words(file.seen_before))))

    def _after_file(self) -> None:
        if self.intake.readable:
            self.tabs.choose(Step.COLUMNS)
        else:
            self.file.ask()

    def _leave_done(self) -> None:
        code = self.intake.choices.course_code
        if code:
            self.navigated.emit("courses", code)
        else:
            self.left.emit()
        self._start_over()

    def _show_rows(self) -> None:
        result = self.intake.result
        self.review.show_result()
        seen = next((f for f in result.draft.files if f.seen_before), None) if result else None
        if seen is not None and self.step is Step.REVIEW:
            words = tr("{seen}. Nhập lại không thêm ai lần nữa.")
            self.banner.say(words.format(seen=seen_words(seen.seen_before)), Tone.LATE)
        self._show_step()

    def _show_done(self, reports: tuple[ImportReport, ...]) -> None:
        self.banner.hide()
        self._reports = reports
        hashes = [file.sha256 for file in self.intake.readable]
        self.done.show_reports(reports, hashes, self.intake.choices.course_code)
        for step in (Step.FILE, Step.COLUMNS, Step.REVIEW):
            self.tabs.allow(step, False)
        self.tabs.allow(Step.DONE, True)
        self.tabs.choose(Step.DONE)

    def _undo(self) -> None:
        batches = [report.batch_id for report in reversed(self._reports)]
        undo_batches(self, self._context, batches, self._show_undone)

    def _show_undone(self) -> None:
        self.done.show_undone()
        self.banner.say(tr("Đã hoàn tác. Dữ liệu như trước khi nhập."), Tone.PRESENT)

    def _refuse(self, error: AppError) -> None:
        """Say it; where the file is another one by now, offer to read it anew."""
        changed = error.code is ErrorCode.FILE_CHANGED
        action = tr("Đọc lại tệp") if changed else ""
        self.banner.say(sentence(error), Tone.REFUSED, action, self._read_again)

    def _read_again(self) -> None:
        self.banner.hide()
        self.tabs.choose(Step.FILE)
        self.intake.add([file.path for file in self.intake.files])

    def _stopped(self) -> None:
        self.banner.say(tr("Đã dừng. Chưa ghi gì; có thể nhập lại."), Tone.INFO)

    def _say_unfit(self) -> None:
        words = tr("Dòng đó không có tiêu đề nào đọc được; giữ dòng tiêu đề như trước.")
        self.banner.say(words, Tone.LATE)

    def _follow(self, job: JobHandle, words: str) -> None:
        self.progress.follow(job, words)
        self._show_step()

    def _job_ended(self) -> None:
        if self.step is Step.REVIEW and self.intake.result is None and not self.intake.is_busy:
            self.tabs.choose(Step.COLUMNS)  # stopped or refused: there is nothing to review
        self._show_step()

    def _step_chosen(self, key: str) -> None:
        self._stack.setCurrentWidget(self._parts[Step(key)])
        self._show_step()
        if key == Step.COLUMNS:
            self.columns.take_focus()
        elif key == Step.REVIEW:
            self._place()
            self.intake.set_fields(self.columns.fields())
            self.review.forget()
            self.intake.understand()

    def _start_over(self) -> None:
        self._reports = ()
        self.intake.forget()
        self.review.forget()
        self.banner.hide()
        self.tabs.allow(Step.DONE, False)
        self.tabs.allow(Step.FILE, True)
        self.tabs.choose(Step.FILE)
        self._show_step()

    def _show_step(self) -> None:
        """Header, button and status line of the step one is on."""
        words, enabled = self._button()
        self._primary.setText(words)
        self._primary.setEnabled(enabled and not self.intake.is_busy)
        self.set_title(tr("Nhập học viên từ Excel"), files_words(self.intake.readable))
        self.set_status(self._status_words())

    def _button(self) -> tuple[str, bool]:
        if self.step is Step.FILE:
            return (tr("Tiếp tục") if self.intake.readable else tr("Chọn tệp…")), True
        if self.step is Step.COLUMNS:
            return tr("Xem lại"), bool(self.intake.readable)
        if self.step is Step.REVIEW:
            result = self.intake.result
            return button_words(result.draft if result else None)
        course = self.intake.choices.course_code
        return (tr("Xem khóa {code}").format(code=course) if course else tr("Xem học viên")), True

    def _status_words(self) -> str:
        if self.step is Step.DONE:
            return tr("Đã ghi xong.")
        if self.step is Step.REVIEW and self.intake.result is not None:
            return review_status(self.intake.result.draft)
        return tr("Chưa ghi gì.")

    def _show_beside(self, line: ReviewLine, finding: Finding) -> None:
        result = self.intake.result
        lines = result.lines if result else ()
        find_beside(self._context, self, line, finding, lines, self.review.panel.show_beside)

    def _show_held(self) -> None:
        batch = self._reports[0].batch_id if len(self._reports) == 1 else ""
        self.navigated.emit("people", ("held", batch))

    def _lay_out_steps(self) -> None:
        self._back = plain(tr("Quay lại"), "arrow-left")
        self._primary = primary("")
        self.header.add_action(self._back)
        self.header.add_action(self._primary)
        titles = (tr("1 Chọn tệp"), tr("2 Ghép cột"), tr("3 Xem lại"), tr("4 Hoàn tất"))
        self.tabs = TabBar(list(zip(Step, titles, strict=True)))
        self.set_tabs(self.tabs)
        self._parts = dict(
            zip(Step, (self.file, self.columns, self.review, self.done), strict=True)
        )
        self._stack = QStackedWidget()
        for part in self._parts.values():
            self._stack.addWidget(part)
        self.body.addWidget(self._stack, 1)
        for step in (Step.COLUMNS, Step.REVIEW, Step.DONE):
            self.tabs.allow(step, False)

    def _connect(self) -> None:
        self._back.clicked.connect(self.go_back)
        self._primary.clicked.connect(self.go_on)
        self.tabs.chosen.connect(self._step_chosen)
        self.file.files_chosen.connect(self.take_files)
        self.file.removed.connect(self.intake.remove)
        self.file.sheet_taken.connect(self.intake.take_sheet)
        self.file.changed.connect(self._place)
        self.columns.encoding_chosen.connect(self.intake.set_encoding)
        self.columns.header_chosen.connect(self.intake.set_header)
        self.review.said.connect(self.set_status)
        self.review.beside_asked.connect(self._show_beside)
        self.done.another_asked.connect(self._start_over)
        self.done.held_asked.connect(self._show_held)
        self.done.undo_asked.connect(self._undo)
        self.intake.started.connect(self._follow)
        self.intake.ended.connect(self._job_ended)
        self.intake.read.connect(self._show_files)
        self.intake.understood.connect(self._show_rows)
        self.intake.written.connect(self._show_done)
        self.intake.refused.connect(self._refuse)
        self.intake.stopped.connect(self._stopped)
        self.intake.unfit.connect(self._say_unfit)
