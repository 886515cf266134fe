"""The tabs of a course: people with their marks, sessions, closing; and undo."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from taphuan.models.enums import AttendanceStatus
from taphuan.services.courses import SessionTime
from taphuan.ui.context import AppContext
from taphuan.ui.dialogs.attendance import AttendanceAnswer, AttendanceDialog
from taphuan.ui.dialogs.person_in_course import PersonInCourseDialog
from taphuan.ui.dialogs.session import SessionDialog
from taphuan.ui.dialogs.withdraw import WithdrawDialog
from taphuan.ui.pages import course_papers
from taphuan.ui.pages.course_tabs.results import ResultsTab
from taphuan.ui.pages.course_tabs.sessions import SessionsTab
from taphuan.ui.pages.course_tabs.students import StudentsTab
from taphuan.ui.pages.courses import CoursesPage
from taphuan.ui.tables.table_model import TableModel

WAIT = 8000
Settled = Callable[[], None]
pytestmark = pytest.mark.usefixtures("courses")


@pytest.fixture
def page(qtbot: QtBot, context: AppContext, settled: Settled, courses: None) -> CoursesPage:
    """The page with TH-01 open, wide enough for all columns."""
    page = CoursesPage(context)
    qtbot.addWidget(page)
    context.jobs.changed.connect(page.on_changed)
    page.resize(1300, 700)
    page.open("TH-01")
    page.show()
    page.show_page()
    settled()
    return page


@pytest.fixture
def people(page: CoursesPage) -> StudentsTab:
    """The tab of the people."""
    tab = page.course.tab("students")
    assert isinstance(tab, StudentsTab)
    return tab


def texts(model: TableModel, row: int) -> list[str]:  # type: ignore[type-arg]
    """A row of a table as one reads it."""
    return [str(model.index(row, at).data() or "") for at in range(model.columnCount())]


def names(people: StudentsTab) -> list[str]:
    """Who is listed."""
    return [row.student.person.name for row in people.model.records]


def test_people_stand_by_given_name_with_their_marks(
    page: CoursesPage, people: StudentsTab
) -> None:
    assert names(people) == ["Lò Thị Ên", "Cà Văn Nga", "Vì Văn Ước"]
    head = [people.model.headerData(at, Qt.Orientation.Horizontal) for at in range(12)]
    assert head == [
        "TT", "Họ và tên", "Ngày sinh", "Giới tính", "Thôn, bản", "Xã", "Tổ, chức vụ",
        "Điện thoại", "B1", "B2", "B3", "Kỹ năng đạt",
    ]  # fmt: skip
    row = ["2", "Cà Văn Nga", "", "", "Tiểu khu 3", "Thuận Châu", "", "0912 345 118"]
    assert texts(people.model, 1) == [*row, "M", "–", "–", "0/2"]
    assert texts(people.model, 0)[2] == "1990"
    assert texts(people.model, 2)[2] == "27/07/1979"
    assert page.status == "3 học viên · 1 nữ · 2 bản, tiểu khu"
    assert "Học viên (3)" in page.course.tabs._tabs["students"].text()


def test_search_and_filters_narrow_the_list(people: StudentsTab) -> None:
    people.search.setText("uoc vi")
    people.search.returnPressed.emit()
    assert names(people) == ["Vì Văn Ước"]
    people.search.clear()
    people.search.returnPressed.emit()
    people.commune.setCurrentIndex(people.commune.findText("Thuận Châu"))
    assert names(people) == ["Lò Thị Ên", "Cà Văn Nga"]
    people.status.setCurrentIndex(people.status.findText("Có buổi muộn"))
    assert names(people) == ["Cà Văn Nga"]


def test_setting_a_mark_for_two_is_told_and_undone_with_ctrl_z(
    qtbot: QtBot,
    page: CoursesPage,
    people: StudentsTab,
    settled: Settled,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sessions = page.course.record.sessions
    answer = AttendanceAnswer(sessions[0], AttendanceStatus.EXCUSED, "đi họp bản")
    monkeypatch.setattr(AttendanceDialog, "get_data", lambda *_: (answer, True))
    people.table.selectAll()
    people.edit_attendance()
    settled()
    assert [texts(people.model, row)[8] for row in range(3)] == ["P", "P", "P"]
    assert page.course.banner.text == "Đã ghi “vắng có lý do” cho 3 học viên ở buổi 1."
    assert len(people.selected) == 3
    page.activateWindow()
    qtbot.keyClick(people.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settled()
    assert [texts(people.model, row)[8] for row in range(3)] == ["✓", "M", "–"]
    assert not page.course.banner.isVisible()


def test_an_excused_absence_needs_its_reason(qtbot: QtBot, page: CoursesPage) -> None:
    dialog = AttendanceDialog(page.course.record.sessions, ["Lò Thị Ên"], 2)
    qtbot.addWidget(dialog)
    assert dialog.data().session.number == 2
    assert dialog.problem() == ""
    dialog.choose(AttendanceStatus.EXCUSED)
    assert dialog.problem() == "Hãy ghi lý do vắng"
    dialog.reason.setText("ốm")
    assert dialog.problem() == ""
    assert dialog.data().status is AttendanceStatus.EXCUSED


def test_who_withdraws_leaves_the_list_and_comes_back_by_undo(
    page: CoursesPage, people: StudentsTab, settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(WithdrawDialog, "get_data", lambda *_: ("chuyển công tác", True))
    people.table.selectRow(0)
    people.withdraw()
    settled()
    assert names(people) == ["Cà Văn Nga", "Vì Văn Ước"]
    assert page.course.banner.text == "Lò Thị Ên đã thôi học: chuyển công tác."
    people.status.setCurrentIndex(people.status.findText("Đã thôi học"))
    assert names(people) == ["Lò Thị Ên"]
    people.status.setCurrentIndex(0)
    page.course.undo_last()
    settled()
    assert names(people) == ["Lò Thị Ên", "Cà Văn Nga", "Vì Văn Ước"]


def test_somebody_entered_by_hand_is_in_the_list_and_taken_back_by_undo(
    qtbot: QtBot,
    page: CoursesPage,
    people: StudentsTab,
    context: AppContext,
    settled: Settled,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dialog = PersonInCourseDialog(context, page.course.record)
    qtbot.addWidget(dialog)
    assert dialog.problem() == "Hãy nhập họ và tên"
    settled()
    dialog.name.setText("quàng văn thắng")
    dialog.birth.setText("1985")
    dialog.commune.setText("xa muong e")
    assert dialog.problem() == "Đang tìm người trùng…"
    qtbot.waitUntil(lambda: dialog.problem() == "", timeout=WAIT)
    answer = dialog.data()
    monkeypatch.setattr(PersonInCourseDialog, "get_data", lambda *_: (answer, True))
    people.add_one()
    settled()
    assert names(people) == ["Lò Thị Ên", "Cà Văn Nga", "Quàng Văn Thắng", "Vì Văn Ước"]
    assert texts(people.model, 2)[5] == "Mường É"
    assert page.course.banner.text == "Đã thêm Quàng Văn Thắng vào lớp."
    page.course.undo_last()
    settled()
    assert len(names(people)) == 3


def test_the_dialog_asks_about_somebody_who_looks_alike(
    qtbot: QtBot, page: CoursesPage, context: AppContext, settled: Settled
) -> None:
    dialog = PersonInCourseDialog(context, page.course.record)
    qtbot.addWidget(dialog)
    settled()
    dialog.name.setText("Lò Thị Ên")
    dialog.birth.setText("1990")
    dialog.commune.setText("xã Thuận Châu")
    dialog.hamlet.setText("Bản Lào")
    question = "Hãy cho biết có phải cùng một người không"
    qtbot.waitUntil(lambda: dialog.problem() == question, timeout=WAIT)
    assert dialog.alike.text().startswith("Có thể trùng với Lò Thị Ên · 1990 · Bản Púa")
    dialog.same.setChecked(True)
    assert dialog.problem() == "Người này đã có trong lớp"
    dialog.other.setChecked(True)
    assert dialog.problem() == ""
    assert dialog.data().same_as is None


def test_a_cancelled_session_leaves_the_list_of_people_and_comes_back(
    page: CoursesPage, people: StudentsTab, settled: Settled
) -> None:
    page.course.tabs.choose("sessions")
    settled()
    tab = page.course.tab("sessions")
    assert isinstance(tab, SessionsTab)
    assert texts(tab.model, 0)[:3] == ["1", "02/03/2026", "08:00 – 11:00"]
    assert texts(tab.model, 0)[5:8] == ["Sắp học", "2/3", "1"]
    tab.table.selectRow(1)
    tab.cancel.click()
    settled()
    assert texts(tab.model, 1)[5] == "Đã hủy"
    assert page.course.banner.text == "Đã hủy buổi 2."
    page.course.tabs.choose("students")
    settled()
    assert [people.model.headerData(at, Qt.Orientation.Horizontal) for at in (8, 9)] == ["B1", "B3"]
    page.course.undo_last()
    settled()
    assert people.model.headerData(9, Qt.Orientation.Horizontal) == "B2"


def test_a_session_is_added_and_moved(
    page: CoursesPage, settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.course.tabs.choose("sessions")
    settled()
    tab = page.course.tab("sessions")
    assert isinstance(tab, SessionsTab)
    new = SessionTime(datetime(2026, 3, 9, 14), datetime(2026, 3, 9, 17), None, "Ôn tập")
    monkeypatch.setattr(SessionDialog, "get_data", lambda *_: (new, True))
    tab.add.click()
    settled()
    assert texts(tab.model, 3)[:4] == ["4", "09/03/2026", "14:00 – 17:00", "Ôn tập"]
    assert page.course.header.pill.pill.text == "Đang diễn ra"


def test_closing_says_why_not_and_can_be_undone(page: CoursesPage, settled: Settled) -> None:
    page.course.tabs.choose("results")
    settled()
    tab = page.course.tab("results")
    assert isinstance(tab, ResultsTab)
    assert texts(tab.model, 0)[3:] == [
        "1/3",
        "Chưa hoàn thành",
        "Dự 1/3 buổi, cần ít nhất 3 buổi. Chưa đạt: DVC, Thanh toán",
    ]
    tab.copy_sentence()
    sentence = QGuiApplication.clipboard().text()
    assert sentence.startswith("Tính đến 07:3")
    assert sentence.endswith("có 3 người đăng ký, 0 người hoàn thành (0%).")
    tab.close_it.click()
    settled()
    assert page.course.header.pill.pill.text == "Đã đóng"
    assert page.course.banner.text == "Đã đóng khóa TH-01: 0 người hoàn thành."
    assert not page.course.start.isEnabled()
    assert tab.reopen_it.isVisible() and not tab.close_it.isVisible()
    page.course.undo_last()
    settled()
    assert page.course.header.pill.pill.text == "Đang diễn ra"
    assert tab.close_it.isVisible()


@pytest.mark.parametrize(
    ("paper", "name"),
    [
        ("cards", "the.pdf"),
        ("sign_in_pdf", "ky.pdf"),
        ("sign_in_excel", "ky.xlsx"),
        ("attendance", "diem danh.xlsx"),
    ],
)
def test_a_paper_is_saved_where_asked_and_the_page_says_so(
    page: CoursesPage,
    settled: Settled,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    paper: str,
    name: str,
) -> None:
    path = tmp_path / name
    monkeypatch.setattr("taphuan.ui.saving.ask_save", lambda *_: path)
    getattr(page.course.papers, paper)()
    settled()
    assert path.stat().st_size > 1000
    assert page.course.banner.text == f"Đã lưu {path}"


def test_a_picture_is_drawn_for_each_card(
    page: CoursesPage, settled: Settled, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(course_papers.QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    page.course.papers.pictures()
    settled()
    found = sorted(path.name for path in (tmp_path / "TH-01 Ảnh thẻ").iterdir())
    assert found == ["001 Lo Thi En.png", "002 Ca Van Nga.png", "003 Vi Van Uoc.png"]
