"""Rows that wait for a decision, of all lists: settled here one by one or many alike."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from ....exports.formats import day, number
from ....importing.findings import Answer, AnswerKind, Answers, Finding, RowKey, Severity
from ....models.clock import local
from ....models.enums import ImportRowState
from ....models.errors import AppError, ErrorCode
from ....services.commune_choices import CommuneChoice, commune_choices
from ....services.lists.held import HeldRow, discard, held_rows, restore, settle
from ....services.lists.review import ReviewColumn, ReviewLine
from ...context import AppContext
from ...errors import sentence
from ...i18n import tr
from ...page import Page
from ...palette import Tone
from ...widgets.button import plain
from ...widgets.labels import ElidedLabel, Rank
from ..import_steps.beside import find_beside
from ..import_steps.field_choice import QuietChoice
from ..import_steps.question_rows import QuestionRows
from .undo_batch import CHANGES

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from ....models.context import Context

_Found = tuple[tuple[HeldRow, ...], tuple[CommuneChoice, ...]]


class HeldTab(Page):
    """`import_asked` fires when nothing waits and somebody wants to bring in a list."""

    import_asked = Signal()
    watches = frozenset({"imports", "people"})

    def __init__(self, context: AppContext) -> None:
        super().__init__(tr("Học viên"))
        self._context = context
        self._held: dict[RowKey, HeldRow] = {}
        self._wanted: UUID | None = None
        self.files = QuietChoice(tr("Lọc theo tệp"))
        self.files.setMinimumContentsLength(16)
        self.rows = QuestionRows(tr("Dòng để lại"))
        self.rows.alike = self._alike
        self.rows.panel.skip_text = tr("Bỏ dòng này")
        self.batch = plain(tr("Mở lần nhập"), "history")
        self.batch.setEnabled(False)
        self.ready = plain("", "check")
        self.header.add_action(self.batch)
        self.header.add_action(self.ready)
        self._lay_out_body()
        self._connect()

    def open(self, target: Any) -> None:
        """Show the rows of one batch (its id), or of all for an empty target."""
        self._wanted = target if isinstance(target, UUID) else None
        self.stale = True

    def load(self) -> None:
        today = local(self._context.by.clock()).date()

        def read(session: "Session") -> _Found:
            return held_rows(session), commune_choices(session, today)

        self._context.read(read, self._show, self, replaces="held")

    def selected(self) -> HeldRow | None:
        """The row one looks at."""
        line = self.rows.selected()
        return self._held.get(line.key) if line else None

    def _show(self, found: _Found) -> None:
        held, communes = found
        self.rows.panel.communes = communes
        self._held = {row.line.key: row for row in held}
        self._show_files(held)
        self._show_ready()
        count = len(held)
        words = tr("{count} dòng chờ quyết định", count).format(count=number(count))
        self.set_title(tr("Học viên"), words)
        self.set_status(words if count else tr("Không có dòng nào để lại."))
        self._filter()

    def _show_ready(self) -> None:
        """Rows whose question settled itself: a commune or a person is known by now."""
        count = len(self._ready())
        words = tr("Nhập {count} dòng đã đủ", count)
        self.ready.setText(words.format(count=number(count)))
        self.ready.setVisible(count > 0)

    def _ready(self) -> list[HeldRow]:
        return [r for r in self._held.values() if r.line.state is not ImportRowState.HELD]

    def _bring_in_ready(self) -> None:
        self._write({row.id: Answers() for row in self._ready()})

    def _show_files(self, held: Sequence[HeldRow]) -> None:
        kept = self._wanted or self.files.currentData()
        self._wanted = None
        counts: dict[UUID, int] = {}
        for row in held:
            counts[row.batch_id] = counts.get(row.batch_id, 0) + 1
        titles = {row.batch_id: f"{row.file_name} · {day(row.brought_at.date())}" for row in held}
        self.files.blockSignals(True)
        self.files.clear()
        self.files.addItem(tr("Mọi tệp"), None)
        for batch_id, title in titles.items():
            self.files.addItem(f"{title} ({number(counts[batch_id])})", batch_id)
        known = list(titles)
        self.files.setCurrentIndex(known.index(kept) + 1 if kept in known else 0)
        self.files.blockSignals(False)

    def _filter(self) -> None:
        chosen = self.files.currentData()
        lines = [row.line for row in self._held.values()]
        shown = [r.line for r in self._held.values() if chosen is None or r.batch_id == chosen]
        self.rows.empty.say(
            tr("Không có dòng nào để lại. Mọi danh sách đã nhập đều xong."),
            tr("Nhập từ Excel…"),
        )
        self.rows.show_lines(lines, shown)
        self._allow()

    def _alike(self, finding: Finding) -> list[Finding]:
        return [
            other
            for row in self._held.values()
            for other in row.line.findings
            if other.kind is finding.kind
            and other.before == finding.before
            and other.field is finding.field
            and other.candidates == finding.candidates
        ]

    def _settle(self, findings: Sequence[Finding], answer: Answer | None) -> None:
        """Write what was decided; a row whose last question this was comes in."""
        answers: dict[UUID, Answers] = {}
        for finding in findings:
            held = self._held.get(RowKey(finding.file, finding.sheet, finding.row))
            said = answer or _accepted(finding)
            if held is not None and said is not None:
                given = dict(answers[held.id].given) if held.id in answers else {}
                answers[held.id] = Answers({**given, finding.key: said})
        if answers:
            self._write(answers)

    def _write(self, answers: Mapping[UUID, Answers], without_course: bool = False) -> None:
        def work(session: "Session", by: "Context") -> list[ImportRowState]:
            return [
                settle(session, by, row, said, without_closed_course=without_course)
                for row, said in answers.items()
            ]

        def refuse(error: AppError) -> None:
            self._refuse(error)
            if error.code is ErrorCode.COURSE_CLOSED:
                self._offer_without_course(error, answers)

        self.banner.hide()
        self._context.write(work, self._say_settled, self, CHANGES, refuse)

    def _offer_without_course(self, error: AppError, answers: Mapping[UUID, Answers]) -> None:
        """Nobody is lost because a course is closed: they come in without it."""
        self.banner.say(
            sentence(error),
            Tone.REFUSED,
            tr("Nhập, không ghi danh vào khóa"),
            lambda: self._write(answers, without_course=True),
        )

    def _say_settled(self, states: Sequence[ImportRowState]) -> None:
        added = states.count(ImportRowState.ADDED)
        known = states.count(ImportRowState.MATCHED)
        parts = []
        if added:
            parts.append(tr("nhập {count} người mới", added).format(count=number(added)))
        if known:
            parts.append(tr("ghi nhận {count} người đã có", known).format(count=number(known)))
        if parts:
            self.banner.say(tr("Đã {done}.").format(done=", ".join(parts)), Tone.PRESENT)
        else:
            self.banner.say(tr("Đã ghi quyết định; dòng này còn câu hỏi khác."), Tone.INFO)

    def _discard(self, line: ReviewLine) -> None:
        held = self._held.get(line.key)
        if held is None:
            return
        name = line.texts.get(ReviewColumn.NAME) or "–"
        words = tr("Đã bỏ dòng {row} ({name}).").format(row=line.row, name=name)

        def say(_: None) -> None:
            self.banner.say(words, Tone.INFO, tr("Hoàn tác"), lambda: self._restore(held.id))

        self._context.write(
            lambda session, by: discard(session, by, held.id), say, self, CHANGES, self._refuse
        )

    def _restore(self, row: UUID) -> None:
        self.banner.hide()
        self._context.write(
            lambda session, by: restore(session, row), None, self, CHANGES, self._refuse
        )

    def _refuse(self, error: AppError) -> None:
        self.banner.say(sentence(error), Tone.REFUSED)
        self.load()

    def _open_batch(self) -> None:
        held = self.selected()
        if held is not None:
            self.navigated.emit("people", ("batches", held.batch_id))

    def _show_beside(self, line: ReviewLine, finding: Finding) -> None:
        lines = [row.line for row in self._held.values()]
        find_beside(self._context, self, line, finding, lines, self.rows.panel.show_beside)

    def _allow(self) -> None:
        self.batch.setEnabled(self.selected() is not None)

    def _connect(self) -> None:
        self.files.currentIndexChanged.connect(lambda: self._filter())
        self.rows.decided.connect(self._settle)
        self.rows.skip_asked.connect(self._discard)
        self.rows.beside_asked.connect(self._show_beside)
        self.rows.said.connect(self.set_status)
        self.rows.empty.acted.connect(self.import_asked)
        self.rows.table.selectionModel().selectionChanged.connect(self._allow)
        self.rows.model.modelReset.connect(self._allow)
        self.batch.clicked.connect(self._open_batch)
        self.ready.clicked.connect(self._bring_in_ready)

    def _lay_out_body(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.files)
        hint = tr("Trả lời xong câu hỏi cuối thì dòng được nhập ngay, vào khóa của tệp.")
        row.addWidget(ElidedLabel(hint, Rank.MUTED))
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.rows, 1)


def _accepted(finding: Finding) -> Answer | None:
    """No answer to a question lets it wait; to a repair that was not taken it says: after all."""
    refused = finding.severity is Severity.REPAIR and not finding.applied
    return Answer(AnswerKind.KEEP) if refused else None
