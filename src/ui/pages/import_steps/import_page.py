"""Bringing in a list, in four steps; nothing is written before the button that says so."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget

from ....exports.formats import number
from ....importing.plan import ImportPlan
from ....models.clock import local
from ....models.enums import ImportRowState
from ....models.errors import AppError
from ....services.commune_choices import CommuneChoice, commune_choices
from ....services.courses import CourseRecord, list_courses
from ....services.list_review import ListChoices
from ...context import AppContext
from ...errors import sentence
from ...i18n import moment, tr
from ...jobs import JobHandle, Progress
from ...page import Page
from ...palette import Tone
from ...widgets.button import plain, primary
from ...widgets.tab_bar import TabBar
from .choose_file import ChooseFile
from .done import Done
from .draft import Preview, read_file, rehearse, today_of, write
from .match_columns import MatchColumns, layout_words
from .review import Review

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_PAUSE = 250
"""Milliseconds after the last refusal until the list is rehearsed anew."""
CHANGES = frozenset({"imports", "people", "enrolments", "courses"})


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
        self._path: Path | None = None
        self.plan: ImportPlan | None = None
        self.preview: Preview | None = None
        self._choices = ListChoices()
        self._job: JobHandle | None = None
        self._written: Preview | None = None
        self._refused = False
        self.file, self.columns, self.review, self.done = (
            ChooseFile(), MatchColumns(), Review(), Done(),
        )  # fmt: skip
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out_steps()
        self._connect()
        self._show_step()

    @property
    def step(self) -> Step:
        """Where one is."""
        return Step(self.tabs.current())

    def open(self, target: str) -> None:
        """Begin with a new file; `target` is the code of the course it is for, or empty."""
        if self._job is None:
            self._start_over()
            self.file.choose_course(target)

    def load(self) -> None:
        today = today_of(self._context)

        def read(session: "Session") -> tuple[list[CourseRecord], tuple[CommuneChoice, ...]]:
            return list_courses(session), commune_choices(session, today)

        self._context.read(read, lambda known: self.file.set_choices(*known), self, replaces="load")
        if self.step is Step.REVIEW and self._job is None:
            self._rehearse()

    def take_file(self, path: Path) -> None:
        """Read a list that was chosen or dropped."""
        if self._job is not None:
            return
        self._forget_file()
        self._path = path
        self._follow(
            self._context.jobs.read(
                lambda progress: read_file(self._context, path, ListChoices(), progress),
                self._show_plan,
                self._refuse_file,
                self,
            ),
            tr("Đang đọc {name}").format(name=path.name),
        )

    def go_on(self) -> None:
        """What the primary button does on this step."""
        {
            Step.FILE: self._after_file,
            Step.COLUMNS: lambda: self.tabs.choose(Step.REVIEW),
            Step.REVIEW: self.bring_in,
            Step.DONE: self._leave_done,
        }[self.step]()

    def go_back(self) -> None:
        """One step back; from the first and the last, back to the people."""
        before = {Step.COLUMNS: Step.FILE, Step.REVIEW: Step.COLUMNS}
        if self._job is not None:
            self._job.cancel()
        elif self.step in before:
            self.tabs.choose(before[self.step])
        else:
            self.left.emit()

    def bring_in(self) -> None:
        """Write what is shown, all in one go."""
        preview, choices, commune = self.preview, self._choices, self._commune_title()
        if preview is None or self._job is not None:
            return
        self._written, self._refused = None, False

        def work(progress: Progress) -> None:
            # kept here too: a stop that comes after the commit must not read as "nothing written"
            self._written = write(self._context, preview.plan, choices, commune, progress)

        handle = self._context.jobs.write(work, None, self._refuse, self, CHANGES)
        self._follow(handle, tr("Đang nhập {name}").format(name=preview.plan.source.name))
        handle.ended.connect(self._after_writing)

    def _after_writing(self) -> None:
        if self._written is not None:
            self._show_done(self._written)
        elif not self._refused:
            self.banner.say(tr("Đã dừng. Chưa ghi gì; có thể nhập lại."), Tone.INFO)

    def _show_done(self, written: Preview) -> None:
        self.banner.hide()
        self.preview = None
        several = len(written.plan.tables) > 1
        self.done.show_report(written.lines, self._choices.course_code, several)
        for step in (Step.FILE, Step.COLUMNS, Step.REVIEW):
            self.tabs.allow(step, False)
        self.tabs.allow(Step.DONE, True)
        self.tabs.choose(Step.DONE)

    def _after_file(self) -> None:
        if self.plan is None:
            self.file.ask()
        else:
            self.tabs.choose(Step.COLUMNS)

    def _leave_done(self) -> None:
        code = self._choices.course_code
        if code:
            self.navigated.emit("courses", code)
        else:
            self.left.emit()
        self._start_over()

    def _show_plan(self, plan: ImportPlan) -> None:
        self.plan = plan
        self.columns.show_plan(plan)
        count = len(plan.rows)
        rows = tr("{count} dòng có người", count).format(count=number(count))
        self.file.area.say(plan.source.name, f"{rows} · {layout_words(plan.tables)}")
        for step in (Step.COLUMNS, Step.REVIEW):
            self.tabs.allow(step, True)
        self._show_step()

    def _rehearse(self) -> None:
        """Show what the import would do, from the file as it is now."""
        path = self._path
        if path is None or self._job is not None:
            return
        self._choices, self._written = self._chosen(), None
        choices, commune = self._choices, self._commune_title()
        self.preview = None
        self._follow(
            self._context.jobs.write(
                lambda progress: rehearse(self._context, path, choices, commune, progress),
                self._show_preview,
                self._refuse,
                self,
            ),
            tr("Đang xem thử; chưa ghi gì"),
        )

    def _chosen(self) -> ListChoices:
        commune = self.file.commune.commune()
        return ListChoices(
            self.file.course_code(),
            commune.code if commune else "",
            self.columns.fields(),
            self.review.refused,
        )

    def _commune_title(self) -> str:
        commune = self.file.commune.commune()
        return commune.name if commune else ""

    def _show_preview(self, preview: Preview) -> None:
        self.preview = preview
        self.plan = preview.plan
        self.review.show_lines(preview.lines, len(preview.plan.tables) > 1)
        self._say_seen(preview)
        self._show_step()
        if self._chosen() != self._choices:
            self._pause.start()

    def _say_seen(self, preview: Preview) -> None:
        if preview.report.seen_before is None:
            self.banner.hide()
            return
        when = moment(local(preview.report.seen_before))
        words = tr("Chính tệp này đã được nhập lúc {when}. Nhập lại không thêm ai lần nữa.")
        self.banner.say(words.format(when=when), Tone.LATE)

    def _refuse_file(self, error: AppError) -> None:
        self._forget_file()
        self._refuse(error)

    def _refuse(self, error: AppError) -> None:
        self._refused = True
        self.banner.say(sentence(error), Tone.REFUSED)

    def _follow(self, job: JobHandle, words: str) -> None:
        self._job = job
        self.progress.follow(job, words)
        job.ended.connect(self._job_ended)
        self._show_step()

    def _job_ended(self) -> None:
        self._job = None
        if self.step is Step.REVIEW and self.preview is None and self._written is None:
            self.tabs.choose(Step.COLUMNS)  # stopped or refused: there is nothing to review
        self._show_step()

    def _step_chosen(self, key: str) -> None:
        self._stack.setCurrentWidget(self._parts[Step(key)])
        self._show_step()
        if key == Step.REVIEW:
            self._rehearse()

    def _start_over(self) -> None:
        self._forget_file()
        self.banner.hide()
        self.tabs.allow(Step.FILE, True)
        self.tabs.choose(Step.FILE)
        self._show_step()

    def _forget_file(self) -> None:
        self._path = self.plan = self.preview = None
        self.columns.forget()
        self.review.forget()
        self.file.area.say("", "")
        for step in (Step.COLUMNS, Step.REVIEW, Step.DONE):
            self.tabs.allow(step, False)

    def _show_step(self) -> None:
        """Header, button and status line of the step one is on."""
        words, enabled = self._button_words()
        self._primary.setText(words)
        self._primary.setEnabled(enabled and self._job is None)
        self._back.setText(tr("Quay lại"))
        name = self.plan.source.name if self.plan else ""
        subtitle = f"{name} · {layout_words(self.plan.tables)}" if self.plan else ""
        self.set_title(tr("Nhập học viên từ Excel"), subtitle)
        self.set_status(self._status_words())

    def _button_words(self) -> tuple[str, bool]:
        if self.step is Step.FILE:
            return (tr("Tiếp tục") if self.plan else tr("Chọn tệp…")), True
        if self.step is Step.COLUMNS:
            return tr("Xem lại"), self.plan is not None
        if self.step is Step.REVIEW:
            if self.preview is None:
                return tr("Nhập học viên"), False
            count = self.preview.taken
            return tr("Nhập {count} học viên", count).format(count=number(count)), count > 0
        course = self._choices.course_code
        return (tr("Xem khóa {code}").format(code=course) if course else tr("Xem học viên")), True

    def _status_words(self) -> str:
        if self.step is Step.DONE:
            return tr("Đã ghi xong.")
        if self.step is not Step.REVIEW or self.preview is None:
            return tr("Chưa ghi gì.")
        report = self.preview.report
        return tr(
            "Chưa ghi gì. Bấm “Nhập” để ghi tất cả trong một lần: "
            "thêm {added}, đã có {matched}, để lại {held}."
        ).format(
            added=number(report.count(ImportRowState.ADDED)),
            matched=number(report.count(ImportRowState.MATCHED)),
            held=number(report.count(ImportRowState.HELD)),
        )

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
        self.file.file_chosen.connect(self.take_file)
        self.review.refused_changed.connect(self._pause.start)
        self.review.table.said.connect(self.set_status)
        self._pause.timeout.connect(self._rehearse)
        self.done.another_asked.connect(self._start_over)
