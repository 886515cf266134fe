"""The list of courses: search without accents, chips by where they stand, adding one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from ...exports.columns import Column, ColumnKind
from ...exports.formats import day, number
from ...models.clock import local
from ...models.names import words
from ...services.course_lines import CourseLine, course_lines
from ...services.course_plan import Phase, next_code
from ...services.courses import add_course
from ..context import AppContext
from ..course_words import phase_pill
from ..dialogs.course import CourseDialog
from ..i18n import tr
from ..page import Page
from ..tables.record_model import Look
from ..tables.table_model import TableModel
from ..tables.table_view import TableView
from ..widgets.button import primary
from ..widgets.card import Card
from ..widgets.empty_state import EmptyState
from ..widgets.filter_chips import Chip, FilterChips
from ..widgets.search_box import SearchBox

ALL = "all"


def days(line: CourseLine) -> str:
    """The days of a course: "02/03/2026 – 06/03/2026"."""
    if line.first_day == line.last_day:
        return day(line.first_day)
    return f"{day(line.first_day)} – {day(line.last_day)}"


def _columns() -> tuple[Column[CourseLine], ...]:
    mark, integer = ColumnKind.MARK, ColumnKind.INTEGER
    return (
        Column("code", tr("Mã khóa"), lambda r: r.code, mark),
        Column("title", tr("Tên khóa tập huấn"), lambda r: r.title),
        Column("days", tr("Thời gian"), days, mark),
        Column("venue", tr("Địa điểm"), lambda r: r.venue),
        Column("sessions", tr("Số buổi"), lambda r: r.sessions, integer),
        Column("enrolled", tr("Học viên"), lambda r: r.enrolled, integer),
        Column("phase", tr("Trạng thái"), lambda r: r.phase.value, mark),
    )


_LOOK = Look[CourseLine](
    bold=frozenset({"code"}),
    pills={"phase": lambda r: phase_pill(r.phase)},
    sort_keys={
        "days": lambda r: r.first_day,
        "phase": lambda r: list(Phase).index(r.phase),
    },
)


class CourseList(Page):
    """All courses, the latest first. `opened` brings the code of the one to show."""

    opened = Signal(str)
    watches = frozenset({"courses", "enrolments", "imports", "people"})

    def __init__(self, context: AppContext) -> None:
        super().__init__(tr("Khóa tập huấn"))
        self._context = context
        self._lines: tuple[CourseLine, ...] = ()
        self.search = SearchBox(tr("Tìm mã hoặc tên khóa, không cần dấu"))
        self.chips = FilterChips([Chip(ALL, tr("Tất cả"))])
        self.model = TableModel(_columns(), _LOOK)
        self.table = TableView(self.model, tr("Danh sách khóa tập huấn"))
        self.empty = EmptyState("school", "")
        self.add = primary(tr("Thêm khóa"), "plus")
        self._build()

    def load(self) -> None:
        now = local(self._context.by.clock())
        self._context.read(lambda s: course_lines(s, now), self._show, self, replaces="list")

    def add_one(self) -> None:
        """Ask for a new course, with a code proposed."""
        year = local(self._context.by.clock()).year
        self._context.read(lambda s: next_code(s, year), self._ask, self)

    def _ask(self, code: str) -> None:
        today = local(self._context.by.clock()).date()
        plan, accepted = CourseDialog.get_data(self, code, today=today)
        if accepted:
            self._context.write(
                lambda session, by: add_course(session, by, plan),
                lambda _: self.opened.emit(plan.code),
                self,
                {"courses"},
            )

    def _show(self, lines: tuple[CourseLine, ...]) -> None:
        self._lines = lines
        self._count()
        self._filter()

    def _count(self) -> None:
        chips = [Chip(ALL, tr("Tất cả"), len(self._lines))]
        for stage in Phase:
            count = sum(line.phase is stage for line in self._lines)
            if count or stage is not Phase.CANCELLED:
                chips.append(Chip(stage.value, phase_pill(stage).text, count))
        self.chips.show_chips(chips)
        courses, people = len(self._lines), sum(line.enrolled for line in self._lines)
        counted = tr("{count} khóa", courses).format(count=number(courses))
        enrolled = tr("{count} lượt đăng ký", people).format(count=number(people))
        self.set_status(f"{counted} · {enrolled}")

    def _filter(self) -> None:
        asked, chosen = words(self.search.text()), self.chips.current()
        shown = [
            line for line in self._lines if chosen in (ALL, line.phase) and _matches(line, asked)
        ]
        self._say_empty()
        self.model.set_records(shown)

    def _say_empty(self) -> None:
        if self._lines:
            self.empty.say(tr("Không có khóa nào khớp với ô tìm và bộ lọc"))
        else:
            self.empty.say(
                tr("Chưa có khóa nào. Hãy lập khóa tập huấn đầu tiên."), tr("Thêm khóa tập huấn")
            )

    def _open_row(self, row: int) -> None:
        self.opened.emit(self.model.records[row].code)

    def _build(self) -> None:
        self.header.add_action(self.add)
        self.add.clicked.connect(self.add_one)
        self.empty.acted.connect(self.add_one)
        self.search.searched.connect(lambda _: self._filter())
        self.chips.chosen.connect(lambda _: self._filter())
        self.table.squeezes = True
        self.table.set_empty(self.empty)
        self.table.enable_sorting()
        self.table.opened.connect(self._open_row)
        self.table.said.connect(self.set_status)
        em = self.fontMetrics().height()
        self.search.setMaximumWidth(em * 22)
        row = QHBoxLayout()
        row.addWidget(self.search, 1)
        row.addWidget(self.chips)
        row.addStretch(0)
        self.body.addLayout(row)
        card = Card(flush=True)
        card.body.addWidget(self.table)
        self.body.addWidget(card, 1)


def _matches(line: CourseLine, asked: list[str]) -> bool:
    return all(word in line.searched for word in asked)
