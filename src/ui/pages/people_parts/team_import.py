"""Bringing a register of teams in: chosen, looked at, written by one button."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel

from ....exports.formats import number
from ....importing.findings import Severity
from ....importing.team_plan import TeamPlan
from ....models.errors import AppError
from ....services.commune_choices import CommuneChoice, commune_choices
from ....services.register.bringing import bring_in, preview, read_register
from ....services.register.report import RegisterChoices, RegisterCount, RegisterReport
from ...context import AppContext
from ...dialogs.open_file import ask_open
from ...i18n import tr
from ...jobs import JobHandle, Progress
from ...page import Page
from ...palette import Tone
from ...tables.table_model import TableModel
from ...tables.table_view import TableView
from ...team_words import report_lines
from ...widgets.button import plain, primary
from ...widgets.card import Card
from ...widgets.commune_box import CommuneBox
from ...widgets.empty_state import EmptyState
from ...widgets.filter_chips import Chip, FilterChips
from ...widgets.labels import Rank, label
from .register_change import refuse
from .register_seen import SEEN_LOOK, Seen, seen_columns, seen_in
from .team_editing import today_of

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

CHANGES = frozenset({"teams", "people", "imports"})
_ALL = "all"


@dataclass(frozen=True)
class _Looked:
    """A register that was read and understood."""

    plan: TeamPlan
    report: RegisterReport
    communes: tuple[CommuneChoice, ...]


class TeamImport(Page):
    """`left` fires when one goes back, `held_asked` brings the batch whose rows wait."""

    left = Signal()
    held_asked = Signal(object)

    def __init__(self, context: AppContext) -> None:
        super().__init__(tr("Nhập sổ tổ từ Excel"))
        self._context = context
        self._path: Path | None = None
        self._looked: _Looked | None = None
        self._choices = RegisterChoices()
        self._job: JobHandle | None = None
        self.model: TableModel[Seen] = TableModel(seen_columns(), SEEN_LOOK)
        self.table = TableView(self.model, tr("Những điều cần xem"))
        self.table.squeezes = True
        self.chips = FilterChips()
        self.commune = CommuneBox(tr("Theo như trong tệp"))
        self._numbers: list[QLabel] = []
        self._seen: tuple[Seen, ...] = ()
        self._add_actions()
        self._lay_out_body()
        self._connect()
        self._allow()

    @property
    def report(self) -> RegisterReport | None:
        """What the file would bring, or brought."""
        return self._looked.report if self._looked else None

    @property
    def figures(self) -> list[str]:
        """The counts in sight, as words."""
        return [one.text() for one in self._numbers]

    def choose(self) -> bool:
        """Ask for a file and look at it; False when none was chosen."""
        filters = tr("Bảng tính (*.xlsx *.xlsm *.xls *.ods *.csv)")
        path = ask_open(self, tr("Chọn sổ tổ"), filters)
        if path is not None:
            self.take_file(path)
        return path is not None

    def take_file(self, path: Path) -> None:
        """Read a register and show what it would bring."""
        self._path, self._looked = path, None
        self._choices = RegisterChoices()
        self.commune.clear()
        self.banner.hide()
        self.set_title(tr("Nhập sổ tổ từ Excel"), path.name)
        self._read()

    def unsaved(self) -> str:
        """A register that is being written."""
        writing = self._job is not None
        return tr("Đang nhập sổ tổ; đóng lúc này sẽ dừng lại.") if writing else ""

    def _add_actions(self) -> None:
        self._back = plain(tr("Quay lại"), "arrow-left")
        self._other = plain(tr("Chọn tệp khác…"), "folder-open")
        self._take = primary(tr("Nhập"), "check")
        for button in (self._back, self._other, self._take):
            self.header.add_action(button)

    def _lay_out_body(self) -> None:
        card = Card()
        row = QHBoxLayout()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(round(1.6 * self.fontMetrics().height()))
        row.addLayout(self._grid)
        row.addStretch(1)
        card.body.addLayout(row)
        self._note = label("", Rank.NOTE)
        card.body.addWidget(self._note)
        self.body.addWidget(card)
        self.body.addLayout(self._choosers())
        table = Card(flush=True)
        table.body.addWidget(self.table)
        self.body.addWidget(table, 1)
        self._empty = EmptyState("list-check", tr("Đang đọc tệp…"))
        self.table.set_empty(self._empty)

    def _choosers(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.chips)
        row.addStretch(1)
        caption = label(tr("Xã của cả tệp"), Rank.MUTED)
        caption.setWordWrap(False)
        row.addWidget(caption)
        self.commune.setAccessibleName(tr("Xã của cả tệp"))
        self.commune.setMinimumWidth(12 * self.fontMetrics().height())
        row.addWidget(self.commune)
        return row

    def _connect(self) -> None:
        self._back.clicked.connect(self.left)
        self._other.clicked.connect(self.choose)
        self._take.clicked.connect(self.take)
        self.commune.chosen.connect(self._commune_chosen)
        self.chips.chosen.connect(self._filter)
        self.table.said.connect(self.set_status)
        shortcut = QShortcut(QKeySequence("Esc"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._leave)

    def _leave(self) -> None:
        if self._job is None:
            self.left.emit()

    def _commune_chosen(self) -> None:
        chosen = self.commune.commune()
        code = chosen.code if chosen else ""
        if self._looked is not None and code != self._choices.commune_code:
            self._choices = replace(self._choices, commune_code=code)
            self._read()

    def _read(self) -> None:
        """Read and understand beside the window; a cell that was wrong waits for another file."""
        path, choices, by, today = (
            self._path,
            self._choices,
            self._context.by,
            today_of(self._context),
        )
        if path is None:
            return

        def work(progress: Progress) -> _Looked:
            plan = read_register(path, choices, today, progress)

            def look(session: "Session") -> _Looked:
                report = preview(session, by, plan, choices, progress)
                return _Looked(plan, report, commune_choices(session, today))

            return self._context.database.read(look)

        handle = self._context.jobs.read(work, self._show, self._refuse, self, "register")
        self.progress.follow(handle, tr("Đang đọc {name}").format(name=path.name))
        self._allow()

    def _show(self, looked: _Looked) -> None:
        if self._looked is None:
            self.commune.set_choices(looked.communes)
        self._looked = looked
        self._show_report(looked.report)
        self._allow()

    def _show_report(self, report: RegisterReport) -> None:
        for old in self._numbers:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._numbers = []
        for at, (caption, words) in enumerate(report_lines(report)):
            for row, one in enumerate((label(caption, Rank.MUTED), label(words, Rank.HEADING))):
                one.setWordWrap(False)
                self._grid.addWidget(one, row, at)
                self._numbers.append(one)
        self._note.setText(_note(report))
        self._note.setVisible(bool(self._note.text()))
        self._seen = seen_in(report)
        self.chips.show_chips(_chips(self._seen))
        self._empty.say(tr("Không có gì cần xem lại."))
        self._filter()
        count = len(self._seen)
        self.set_status(tr("{count} điều cần xem", count).format(count=number(count)))

    def _filter(self) -> None:
        key = self.chips.current() or _ALL
        self.model.set_records([one for one in self._seen if key in (_ALL, one.severity)])

    def _allow(self) -> None:
        report = self.report
        ready = report is not None and report.batch_id is None and self._job is None
        self._take.setEnabled(ready and bool(report and report.brings_anything))
        self.commune.setEnabled(ready)
        self._other.setEnabled(self._job is None)
        self._back.setEnabled(self._job is None)

    def take(self) -> None:
        """Write everything in one transaction, with progress and cancel."""
        looked, choices, context = self._looked, self._choices, self._context
        if looked is None:
            return

        def work(progress: Progress) -> RegisterReport:
            return context.database.write(
                lambda s: bring_in(s, context.by, looked.plan, choices, progress)
            )

        self.banner.hide()
        self._job = context.jobs.write(work, self._written, self._refuse, self, CHANGES)
        self._job.ended.connect(self._ended)
        self.progress.follow(self._job, tr("Đang nhập {name}").format(name=looked.report.file_name))
        self._allow()

    def _ended(self) -> None:
        self._job = None
        self._allow()

    def _written(self, report: RegisterReport) -> None:
        if self._looked is not None:
            self._looked = replace(self._looked, report=report)
        self._show_report(report)
        held, batch = report.count(RegisterCount.MEMBERS_HELD), report.batch_id
        words = tr("Đã nhập {name}.").format(name=report.file_name)
        if held and batch is not None:
            self.banner.say(words, Tone.LATE, tr("Xem dòng để lại"), lambda: self._see_held(batch))
        else:
            self.banner.say(words, Tone.PRESENT, tr("Xem sổ"), self.left.emit)
        self._allow()

    def _see_held(self, batch: UUID) -> None:
        self.held_asked.emit(batch)

    def _refuse(self, error: AppError) -> None:
        self._empty.say(tr("Chưa đọc được tệp này. Hãy chọn tệp khác."))
        refuse(self, error)
        self._allow()


def _note(report: RegisterReport) -> str:
    parts = []
    if report.batch_id is None and report.seen_before is not None:
        parts.append(tr("Chính tệp này đã được nhập rồi; chỉ phần mới được ghi thêm."))
    if report.batch_id is None and not report.brings_anything:
        parts.append(tr("Không có gì mới để nhập."))
    if report.count(RegisterCount.MEMBERS_HELD):
        parts.append(tr("Dòng để lại chờ quyết định; giải quyết xong, họ vào đúng tổ."))
    if report.sheets_without_table:
        sheets = ", ".join(report.sheets_without_table)
        parts.append(tr("Không có bảng về tổ, nên bỏ qua: {sheets}").format(sheets=sheets))
    return " ".join(parts)


def _chips(seen: Sequence[Seen]) -> tuple[Chip, ...]:
    counts = Counter(one.severity for one in seen)
    return (
        Chip(_ALL, tr("Tất cả"), len(seen)),
        Chip(Severity.QUESTION, tr("Cần quyết định"), counts[Severity.QUESTION]),
        Chip(Severity.REPAIR, tr("Đã tự sửa"), counts[Severity.REPAIR]),
        Chip(Severity.NOTE, tr("Để biết"), counts[Severity.NOTE]),
    )
