"""Who can do what: people by the skills of the course, marked by keys, each change undoable."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from ....exports.formats import number
from ....models.context import Context
from ....models.enums import CourseStatus, Skill, SkillResult
from ....models.errors import AppError
from ....models.names import words
from ....services.assessment_grid import AssessmentRow, Marked, assess_all, assessment_rows
from ....services.assessments import Word
from ....services.courses import CourseRecord
from ...context import AppContext
from ...course_words import skill_word
from ...dialogs.stuck import StuckDialog
from ...errors import sentence
from ...i18n import tr
from ...palette import Tone
from ...tables.table_model import TableModel
from ...widgets.banner import Banner
from ...widgets.button import Button, plain
from ...widgets.card import Card
from ...widgets.empty_state import EmptyState
from ...widgets.filter_chips import Chip, FilterChips
from ...widgets.labels import Rank, label
from ...widgets.search_box import SearchBox
from .assessment_table import AssessmentGrid, columns, look, result_word

ALL, OPEN = "all", "open"
_NARROW_EMS = 56
_BUTTONS = (
    (SkillResult.PASS, "1"),
    (SkillResult.FAIL, "2"),
    (SkillResult.NOT_UNDERSTOOD, "3"),
    (SkillResult.STUCK, "4"),
)


class AssessmentTab(QWidget):
    """One transaction for each action, whatever the number of cells it marks.

    `navigated` asks for another page, `status_changed` brings a line for the foot of the window.
    """

    status_changed = Signal(str)
    navigated = Signal(str, object)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._course: CourseRecord | None = None
        self._rows: Sequence[AssessmentRow] = ()
        self._undo: list[Sequence[Marked]] = []
        self._pending = 0
        self.banner = Banner()
        self.search = SearchBox(tr("Tìm tên, không cần dấu"))
        self.chips = FilterChips()
        self.buttons = [_mark_button(result, key) for result, key in _BUTTONS]
        self.clear = plain(tr("Bỏ đánh giá (Delete)"))
        self.undo = plain(tr("Hoàn tác (Ctrl+Z)"), "arrow-back-up")
        self.model: TableModel[AssessmentRow] = TableModel(columns(()))
        self.grid = AssessmentGrid(self.model)
        self.empty = EmptyState("list-check", "")
        self.footer = label("", Rank.NOTE)
        self._build()
        self._connect()

    def show_course(self, record: CourseRecord) -> None:
        """Show this course, read anew; what is chosen and what can be undone stay."""
        if self._course is None or record.id != self._course.id:
            self._rows = ()
            self._undo.clear()
            self.banner.hide()
            self.model.set_records([])
        self._course = record
        self._set_columns()
        self.grid.caption = tr("Đánh giá khóa {code}").format(code=record.code)
        self._say_open()
        self._read()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_columns()

    def mark(self, result: SkillResult | None) -> None:
        """Say this of the chosen cells; being stuck asks where, and who helps."""
        cells = [(self.model.records[row], skill) for row, skill in self.grid.chosen_cells()]
        if not cells or not self._is_open:
            return
        step, helper = "", ""
        if result is SkillResult.STUCK:
            (step, helper), accepted = self._ask_where(cells)
            if not accepted:
                return
        fresh = [
            Marked(row.person.person_id, Word(skill, result, step or None, helper or None))
            for row, skill in cells
        ]
        before = [_said(row, skill) for row, skill in cells]
        changed = [at for at, mark in enumerate(fresh) if mark != before[at]]
        self._write([fresh[at] for at in changed], [before[at] for at in changed])

    def take_back(self) -> None:
        """Undo the last action."""
        if self._undo and self._is_open:
            self._write(self._undo.pop(), None)

    def filter(self) -> None:
        """Show who matches search and filter."""
        asked, only_open = words(self.search.text()), self.chips.current() == OPEN
        self._say_empty()
        self.model.set_records(
            [
                row
                for row in self._rows
                if _matches(row, asked) and not (only_open and self._is_done(row))
            ]
        )

    @property
    def _is_open(self) -> bool:
        return self._course is not None and self._course.status is not CourseStatus.CLOSED

    def _is_done(self, row: AssessmentRow) -> bool:
        return all(skill in row.words for skill in self._skills)

    @property
    def _skills(self) -> tuple[Skill, ...]:
        return self._course.skills if self._course else ()

    def _set_columns(self) -> None:
        """Where there is little room the names keep it and the places go."""
        narrow = self.width() < _NARROW_EMS * self.fontMetrics().height()
        wanted = columns(self._skills, narrow)
        if [c.key for c in wanted] != [c.key for c in self.model.columns]:
            self.model.set_columns(wanted, look(self._skills))

    def _write(self, marks: Sequence[Marked], before: Sequence[Marked] | None) -> None:
        """`before` is what undoing shall write; None for an undo itself.

        The cells change at once: the next key must compare with what this one says.
        """
        course = self._course
        if course is None or not marks:
            return

        def work(session: Session, by: Context) -> int:
            return len(assess_all(session, by, course.id, marks))

        if before is not None:
            self._undo.append(before)
        self._pending += 1
        self._rows = _with(self._rows, marks)
        self._refresh_cells()
        done, refused = partial(self._written, before is None), self._refused
        self._context.write(work, done, self, {"assessments"}, refused)

    def _written(self, undone: bool, count: int) -> None:
        self._pending -= 1
        words = tr("Đã hoàn tác {count} ô", count) if undone else tr("Đã ghi {count} ô", count)
        self.status_changed.emit(words.format(count=number(count)))
        if not self._pending:
            self._read()

    def _refused(self, error: AppError) -> None:
        """What the cells show is not in the file: say so and show what is."""
        self._pending -= 1
        self._undo.clear()
        self.banner.say(sentence(error), Tone.REFUSED)
        self._read()

    def _read(self) -> None:
        record = self._course
        if record is not None:
            self._context.read(
                lambda s: assessment_rows(s, record), self._show, self, replaces="grid"
            )

    def _show(self, rows: list[AssessmentRow]) -> None:
        if self._pending:
            return  # older than what the cells show; it is read again after the last write
        same = [r.person.person_id for r in rows] == [r.person.person_id for r in self._rows]
        self._rows = rows
        if same:
            self._refresh_cells()
        else:
            self._say_counts()
            self.filter()

    def _refresh_cells(self) -> None:
        """The rows in sight stay, whatever the filter says of them now: nobody jumps away."""
        by_person = {row.person.person_id: row for row in self._rows}
        for at, shown in enumerate(self.model.records):
            row = by_person.get(shown.person.person_id, shown)
            if row != shown:
                self.model.replace(at, row)
        self._say_counts()

    def _say_counts(self) -> None:
        rest = sum(not self._is_done(row) for row in self._rows)
        self.chips.show_chips(
            [Chip(ALL, tr("Tất cả"), len(self._rows)), Chip(OPEN, tr("Chưa đánh giá xong"), rest)]
        )
        total = len(self._rows)
        figures = [
            f"{skill_word(skill)} {number(self._passed(skill))}/{number(total)}"
            for skill in self._skills
        ]
        self.footer.setText(tr("Đạt: {figures}").format(figures="   ·   ".join(figures)))
        self.footer.setVisible(bool(figures))
        self.undo.setEnabled(bool(self._undo) and self._is_open)

    def _passed(self, skill: Skill) -> int:
        said = (row.words.get(skill) for row in self._rows)
        return sum(word is not None and word.result is SkillResult.PASS for word in said)

    def _say_open(self) -> None:
        for button in (*self.buttons, self.clear):
            button.setEnabled(self._is_open and bool(self._skills))
        self.undo.setEnabled(bool(self._undo) and self._is_open)
        if not self._is_open:
            text = tr("Khóa đã đóng: chỉ xem đánh giá. Muốn sửa, hãy mở lại khóa.")
            self.banner.say(text, Tone.INFO, tr("Mở tab kết quả"), self._go_to("results"))
        elif self.banner.tone is Tone.INFO:
            self.banner.hide()

    def _say_empty(self) -> None:
        if not self._skills:
            text = tr("Khóa này chưa chọn kỹ năng nào. Hãy chọn kỹ năng ở tab Thông tin.")
            self.empty.say(text, tr("Mở tab Thông tin"))
        elif not self._rows:
            text = tr("Khóa chưa có học viên. Hãy nhập danh sách ở tab Học viên.")
            self.empty.say(text, tr("Mở tab Học viên"))
        else:
            self.empty.say(tr("Không có học viên nào khớp với bộ lọc."))

    def _go_on(self) -> None:
        self._go_to("students" if self._skills else "info")()

    def _go_to(self, tab: str) -> "partial[None]":
        code = self._course.code if self._course else ""
        return partial(self.navigated.emit, "courses", (code, tab))

    def _ask_where(
        self, cells: Sequence[tuple[AssessmentRow, Skill]]
    ) -> tuple[tuple[str, str], bool]:
        row, skill = cells[0]
        if len(cells) == 1:
            old = row.words.get(skill, Word(skill, None))
            hint = f"{row.person.name} · {skill_word(skill)}"
            return StuckDialog.get_data(hint, old.stuck_at or "", old.helper or "", self)
        hint = tr("Ghi cho {count} ô đang chọn", len(cells)).format(count=number(len(cells)))
        return StuckDialog.get_data(hint, parent=self)

    def _connect(self) -> None:
        self.search.searched.connect(self.filter)
        self.chips.chosen.connect(self.filter)
        self.grid.marked.connect(self.mark)
        self.grid.said.connect(self.status_changed)
        for button, (result, _) in zip(self.buttons, _BUTTONS, strict=True):
            button.clicked.connect(partial(self._pressed, result))
        self.clear.clicked.connect(partial(self._pressed, None))
        self.undo.clicked.connect(self.take_back)
        self.empty.acted.connect(self._go_on)
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.take_back)

    def _pressed(self, result: SkillResult | None) -> None:
        """A button marks, and the grid has the keys again."""
        self.mark(result)
        self.grid.setFocus()

    def _build(self) -> None:
        em = self.fontMetrics().height()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(em * 0.6))
        column.addWidget(self.banner)
        self.search.setFixedWidth(em * 15)
        column.addLayout(_row(self.search, self.chips))
        column.addLayout(_row(*self.buttons, self.clear, None, self.undo))
        card = Card(flush=True)
        self.grid.set_empty(self.empty)
        card.body.addWidget(self.grid)
        column.addWidget(card, 1)
        column.addWidget(self.footer)


def _row(*parts: QWidget | None) -> QHBoxLayout:
    row = QHBoxLayout()
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part)
    return row


def _mark_button(result: SkillResult, key: str) -> Button:
    return plain(f"{result_word(result)} ({key})")


def _said(row: AssessmentRow, skill: Skill) -> Marked:
    return Marked(row.person.person_id, row.words.get(skill, Word(skill, None)))


def _matches(row: AssessmentRow, asked: Sequence[str]) -> bool:
    own = words(f"{row.person.name} {row.person.hamlet or ''} {row.person.commune or ''}")
    return all(any(word.startswith(part) for word in own) for part in asked)


def _with(rows: Sequence[AssessmentRow], marks: Sequence[Marked]) -> list[AssessmentRow]:
    """The rows as they are once these words are said."""
    said: dict[object, list[Word]] = {}
    for mark in marks:
        said.setdefault(mark.person_id, []).append(mark.word)
    return [
        AssessmentRow(row.person, _merged(row, said[row.person.person_id]))
        if row.person.person_id in said
        else row
        for row in rows
    ]


def _merged(row: AssessmentRow, fresh: Sequence[Word]) -> dict[Skill, Word]:
    merged = {**row.words, **{word.skill: word for word in fresh}}
    return {skill: word for skill, word in merged.items() if word.result is not None}
