"""The assessment grid: marked by keys, one action at a time, each undoable."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session
from taphuan.db.database import Database
from taphuan.models.context import Context
from taphuan.models.enums import Skill, SkillResult
from taphuan.models.errors import AppError, ErrorCode
from taphuan.services.assessment_grid import assessment_rows
from taphuan.services.closing import close_course
from taphuan.services.courses import CourseRecord, find_course
from taphuan.services.enrolments import EnrolmentRecord
from taphuan.ui.context import AppContext
from taphuan.ui.dialogs.stuck import StuckDialog
from taphuan.ui.jobs import Jobs
from taphuan.ui.pages.course_tabs import assessment
from taphuan.ui.pages.course_tabs.assessment import AssessmentTab
from taphuan.ui.theme import Theme
from taphuan.ui.widgets.button import Button

NAMES = ("Hoàng Đức Anh", "Lò Thị Hương Giang", "Quàng Văn Thắng")


class Grid:
    """The tab on a course of three people and two skills, marked as a user does."""

    def __init__(self, qtbot: QtBot, tab: AssessmentTab, database: Database) -> None:
        self.qtbot, self.tab, self.database = qtbot, tab, database

    def record(self) -> CourseRecord:
        return self.database.read(lambda s: find_course(s, "TH-01"))

    def show(self) -> None:
        self.tab.resize(1000, 600)
        self.tab.show()
        self.tab.show_course(self.record())
        self.qtbot.waitUntil(lambda: self.tab.model.rowCount() == len(NAMES))

    def column(self, skill: Skill) -> int:
        return [column.key for column in self.tab.model.columns].index(skill.value)

    def go_to(self, row: int, skill: Skill) -> None:
        self.tab.grid.setCurrentIndex(self.tab.model.index(row, self.column(skill)))

    def press(self, key: Qt.Key, control: bool = False) -> None:
        modifier = Qt.KeyboardModifier
        with self.qtbot.waitSignal(self.tab.status_changed):
            QTest.keyClick(
                self.tab.grid, key, modifier.ControlModifier if control else modifier.NoModifier
            )

    def cells(self, skill: Skill) -> list[str]:
        at, model = self.column(skill), self.tab.model
        return [model.index(row, at).data() for row in range(model.rowCount())]

    def stored(self) -> dict[tuple[str, Skill], SkillResult | None]:
        course = self.record()
        rows = self.database.read(lambda s: assessment_rows(s, course))
        return {
            (row.person.name, skill): word.result
            for row in rows
            for skill, word in row.words.items()
        }


@pytest.fixture
def context(
    data_file: Path, by: Context, jobs: Jobs, theme: Theme, tmp_path: Path
) -> Iterator[AppContext]:
    context = AppContext(data_file, Database, by, jobs, theme, tmp_path / "window.ini")
    yield context
    context.close()


@pytest.fixture
def grid(
    qtbot: QtBot,
    context: AppContext,
    database: Database,
    make_course: Callable[..., CourseRecord],
    enrolled: Callable[..., EnrolmentRecord],
) -> Grid:
    def work(session: Session) -> None:
        course = make_course(session, skills=(Skill.DVC, Skill.PAYMENT))
        for name in NAMES:
            enrolled(session, course, name)

    database.write(work)
    tab = AssessmentTab(context)
    qtbot.addWidget(tab)
    return Grid(qtbot, tab, database)


def test_keys_mark_the_cell_and_the_file_has_it(grid: Grid) -> None:
    grid.show()
    for row, key in enumerate((Qt.Key.Key_1, Qt.Key.Key_C, Qt.Key.Key_3)):
        grid.go_to(row, Skill.DVC)
        grid.press(key)
    assert grid.cells(Skill.DVC) == ["Đạt", "Chưa đạt", "Chưa hiểu"]
    assert grid.cells(Skill.PAYMENT) == ["", "", ""]
    assert grid.stored() == {
        (NAMES[0], Skill.DVC): SkillResult.PASS,
        (NAMES[1], Skill.DVC): SkillResult.FAIL,
        (NAMES[2], Skill.DVC): SkillResult.NOT_UNDERSTOOD,
    }
    assert grid.tab.footer.text() == "Đạt: DVC 1/3   ·   Thanh toán 0/3"


def test_a_whole_column_is_marked_and_taken_back_as_one_action(grid: Grid) -> None:
    grid.show()
    grid.go_to(1, Skill.PAYMENT)
    grid.press(Qt.Key.Key_2)
    grid.tab.grid.selectColumn(grid.column(Skill.PAYMENT))
    grid.press(Qt.Key.Key_D)
    assert grid.cells(Skill.PAYMENT) == ["Đạt"] * 3
    grid.press(Qt.Key.Key_Z, control=True)
    assert grid.cells(Skill.PAYMENT) == ["", "Chưa đạt", ""]
    grid.press(Qt.Key.Key_Z, control=True)
    assert grid.cells(Skill.PAYMENT) == ["", "", ""]
    assert grid.stored() == {}
    assert not grid.tab.undo.isEnabled()


def test_delete_takes_a_word_back(grid: Grid) -> None:
    grid.show()
    grid.go_to(0, Skill.DVC)
    grid.press(Qt.Key.Key_1)
    grid.press(Qt.Key.Key_Delete)
    assert grid.cells(Skill.DVC)[0] == ""
    assert grid.stored() == {}


def test_who_is_stuck_has_a_step_and_a_helper(grid: Grid, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [(("quét mã QR", "Tổ trưởng"), True), (("", ""), False)]
    monkeypatch.setattr(StuckDialog, "get_data", lambda *_, **__: answers.pop(0))
    grid.show()
    grid.go_to(0, Skill.PAYMENT)
    grid.press(Qt.Key.Key_4)
    index = grid.tab.model.index(0, grid.column(Skill.PAYMENT))
    assert index.data() == "Vướng"
    tip = index.data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "Vướng ở bước: quét mã QR; Người giúp: Tổ trưởng"
    grid.go_to(1, Skill.PAYMENT)
    QTest.keyClick(grid.tab.grid, Qt.Key.Key_4)
    assert grid.cells(Skill.PAYMENT) == ["Vướng", "", ""]


def test_marking_does_not_lose_the_place(grid: Grid, context: AppContext) -> None:
    grid.show()
    context.jobs.changed.connect(lambda _: grid.tab.show_course(grid.record()))
    grid.go_to(2, Skill.PAYMENT)
    grid.press(Qt.Key.Key_1)
    grid.qtbot.waitUntil(lambda: context.jobs.is_idle)
    assert grid.tab.grid.chosen_cells() == [(2, Skill.PAYMENT)]
    assert grid.cells(Skill.PAYMENT) == ["", "", "Đạt"]


def test_keys_faster_than_the_file_leave_the_last_word(grid: Grid) -> None:
    grid.show()
    grid.go_to(0, Skill.DVC)
    grid.press(Qt.Key.Key_1)
    for key in (Qt.Key.Key_2, Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_1):
        QTest.keyClick(grid.tab.grid, key)
    assert grid.cells(Skill.DVC)[0] == "Đạt"
    grid.qtbot.waitUntil(lambda: grid.tab._context.jobs.is_idle)
    assert grid.stored() == {(NAMES[0], Skill.DVC): SkillResult.PASS}
    assert grid.cells(Skill.DVC)[0] == "Đạt"


def test_a_word_that_cannot_be_written_is_not_left_standing(
    grid: Grid, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AppError(ErrorCode.DISK_FULL, file="taphuan.db")

    monkeypatch.setattr(assessment, "assess_all", refuse)
    grid.show()
    grid.go_to(0, Skill.DVC)
    QTest.keyClick(grid.tab.grid, Qt.Key.Key_1)
    grid.qtbot.waitUntil(lambda: "Ổ đĩa đã đầy" in grid.tab.banner.text)
    grid.qtbot.waitUntil(lambda: grid.cells(Skill.DVC) == ["", "", ""])


def test_the_filter_shows_who_still_lacks_a_word(grid: Grid) -> None:
    grid.show()
    for skill in (Skill.DVC, Skill.PAYMENT):
        grid.go_to(0, skill)
        grid.press(Qt.Key.Key_1)
    grid.tab.chips.choose("open")
    assert [row.person.name for row in grid.tab.model.records] == list(NAMES[1:])
    grid.tab.chips.choose("all")
    grid.tab.search.setText("giang lo")
    QTest.keyClick(grid.tab.search, Qt.Key.Key_Return)
    assert [row.person.name for row in grid.tab.model.records] == [NAMES[1]]


def test_a_block_of_cells_is_marked_by_a_button(grid: Grid) -> None:
    grid.show()
    model, flags = grid.tab.model, QItemSelectionModel.SelectionFlag
    for row, skill in ((0, Skill.DVC), (1, Skill.PAYMENT)):
        grid.tab.grid.selectionModel().select(model.index(row, grid.column(skill)), flags.Select)
    with grid.qtbot.waitSignal(grid.tab.status_changed) as said:
        grid.tab.buttons[0].click()
    assert said.args == ["Đã ghi 2 ô"]
    assert (grid.cells(Skill.DVC)[0], grid.cells(Skill.PAYMENT)[1]) == ("Đạt", "Đạt")


def test_a_closed_course_is_for_reading_only(grid: Grid, by: Context) -> None:
    grid.database.write(lambda s: close_course(s, by, find_course(s, "TH-01")))
    grid.show()
    assert "chỉ xem" in grid.tab.banner.text
    grid.go_to(0, Skill.DVC)
    with grid.qtbot.assertNotEmitted(grid.tab.status_changed, wait=100):
        QTest.keyClick(grid.tab.grid, Qt.Key.Key_1)
    assert grid.stored() == {}
    with grid.qtbot.waitSignal(grid.tab.navigated) as gone:
        grid.tab.banner.findChildren(Button)[0].click()
    assert gone.args == ["courses", ("TH-01", "results")]
