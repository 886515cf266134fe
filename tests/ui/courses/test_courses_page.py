"""The list of courses, and the way into a course and back."""

from collections.abc import Callable
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from taphuan.models.enums import Skill
from taphuan.services.courses import NewCourse, SessionTime
from taphuan.ui.context import AppContext
from taphuan.ui.dialogs.course import CourseDialog
from taphuan.ui.pages.courses import CoursesPage

WAIT = 8000
Settled = Callable[[], None]


@pytest.fixture
def page(qtbot: QtBot, context: AppContext) -> CoursesPage:
    """The page in a window of its own."""
    page = CoursesPage(context)
    qtbot.addWidget(page)
    context.jobs.changed.connect(page.on_changed)
    page.resize(1180, 700)
    page.show()
    return page


def codes(page: CoursesPage) -> list[str]:
    """The courses that are listed."""
    return [line.code for line in page.list.model.records]


def test_an_empty_list_says_what_to_do_next(page: CoursesPage, settled: Settled) -> None:
    page.show_page()
    settled()
    assert page.list.empty.isVisible()
    assert "Chưa có khóa nào" in page.list.empty._sentence.text()


@pytest.mark.usefixtures("courses")
def test_courses_are_found_without_accents_and_filtered_by_where_they_stand(
    page: CoursesPage, settled: Settled
) -> None:
    page.show_page()
    settled()
    assert codes(page) == ["TH-02", "TH-01"]
    assert page.list.status == "2 khóa · 3 lượt đăng ký"
    page.list.search.setText("ban hang")
    page.list.search.returnPressed.emit()
    assert codes(page) == ["TH-02"]
    page.list.search.clear()
    page.list.search.returnPressed.emit()
    page.list.chips.choose("running")
    assert codes(page) == ["TH-01"]
    row = [page.list.model.index(0, at).data() for at in range(page.list.model.columnCount())]
    assert row[2] == "02/03/2026 – 04/03/2026"
    assert row[-1] == "Đang diễn ra"


@pytest.mark.usefixtures("courses")
def test_enter_opens_a_course_and_alt_left_leads_back(
    qtbot: QtBot, page: CoursesPage, context: AppContext, settled: Settled
) -> None:
    page.show_page()
    settled()
    page.list.table.selectRow(1)
    qtbot.keyClick(page.list.table, Qt.Key.Key_Return)
    settled()
    assert page.shown is page.course
    assert page.course.header.title.text() == "TH-01 · Kỹ năng số cơ bản"
    assert page.course.header.pill.pill.text == "Đang diễn ra"
    assert context.course == "TH-01"
    page.activateWindow()
    page.course.back.setFocus()
    qtbot.keyClick(page.course.back, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    settled()
    assert page.shown is page.list


@pytest.mark.usefixtures("courses")
def test_a_target_opens_a_course_on_a_tab(page: CoursesPage, settled: Settled) -> None:
    page.open(("TH-01", "info"))
    page.show_page()
    settled()
    info = page.course.tab("info")
    assert page.course.stack.currentWidget() is info
    assert info.value("Điều kiện hoàn thành") == (  # type: ignore[attr-defined]
        "Dự ít nhất 80% số buổi và đạt các kỹ năng: DVC, Thanh toán."
    )


@pytest.mark.usefixtures("courses")
def test_check_in_starts_at_the_session_at_hand(
    qtbot: QtBot, page: CoursesPage, settled: Settled
) -> None:
    page.open("TH-01")
    page.show_page()
    settled()
    with qtbot.waitSignal(page.navigated, timeout=WAIT) as told:
        page.course.start.click()
    assert told.args == ["checkin", ("TH-01", 1)]
    with qtbot.waitSignal(page.navigated, timeout=WAIT) as told:
        page.course.bring_in.click()
    assert told.args == ["people", ("import", "TH-01")]


def test_a_course_added_by_the_dialog_is_opened(
    page: CoursesPage, settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    plan = NewCourse(
        "TH-2026-001",
        "Kỹ năng số cơ bản",
        (SessionTime(datetime(2026, 3, 5, 8), datetime(2026, 3, 5, 11)),),
    )
    monkeypatch.setattr(
        CourseDialog, "get_data", lambda parent, code, **more: (asked.append(code), (plan, True))[1]
    )
    page.open(("", "add"))
    settled()
    settled()
    assert asked == ["TH-2026-001"]
    assert page.course.header.title.text() == "TH-2026-001 · Kỹ năng số cơ bản"
    assert page.course.header.pill.pill.text == "Sắp diễn ra"


def test_the_dialog_says_what_is_missing_and_gives_what_was_entered(qtbot: QtBot) -> None:
    dialog = CourseDialog("TH-2026-001", today=datetime(2026, 3, 5).date())
    qtbot.addWidget(dialog)
    assert dialog.problem() == "Hãy nhập tên khóa tập huấn"
    dialog.title.setText("Kỹ năng số  cơ bản")
    assert dialog.problem() == ""
    assert dialog.sessions is not None
    second = dialog.sessions.add()
    second.ends.setTime(second.begins.time())
    assert dialog.problem() == "Buổi 2: giờ kết thúc phải sau giờ bắt đầu"
    second.ends.setTime(second.begins.time().addSecs(7200))
    dialog.skills.teach(Skill.SHOPPING, False)
    dialog.skills.require(Skill.SAFETY, False)
    plan = dialog.data()
    assert (plan.code, plan.title, plan.required_share) == ("TH-2026-001", "Kỹ năng số cơ bản", 80)
    assert [s.starts for s in plan.sessions] == [datetime(2026, 3, 5, 8), datetime(2026, 3, 6, 8)]
    assert plan.sessions[1].ends == datetime(2026, 3, 6, 10)
    assert Skill.SHOPPING not in plan.skills
    assert plan.required_skills == (Skill.DVC, Skill.PAYMENT, Skill.PLATFORMS)


def test_a_course_without_sessions_is_not_accepted(qtbot: QtBot) -> None:
    dialog = CourseDialog("TH-2026-001", today=datetime(2026, 3, 5).date())
    qtbot.addWidget(dialog)
    dialog.title.setText("Kỹ năng số cơ bản")
    assert dialog.sessions is not None
    dialog.sessions._remove(dialog.sessions.rows[0])
    assert dialog.problem() == "Hãy thêm ít nhất một buổi học"
