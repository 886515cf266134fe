"""The tally page: figures, table and bars of a period; each figure opens to its people."""

from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session
from taphuan.db.database import Database
from taphuan.models.context import Context
from taphuan.models.enums import Gender
from taphuan.services.check_in import check_in
from taphuan.services.courses import CourseRecord, find_course
from taphuan.services.enrolments import EnrolmentRecord
from taphuan.ui import saving
from taphuan.ui.context import AppContext
from taphuan.ui.dialogs.people_behind import PeopleBehindDialog
from taphuan.ui.pages.tally import TallyPage

Settled = Callable[[], None]


@pytest.fixture
def course(
    database: Database,
    by: Context,
    make_course: Callable[..., CourseRecord],
    enrolled: Callable[..., EnrolmentRecord],
) -> None:
    """Three people of two communes in TH-01, of whom two came to the first session."""

    def fill(session: Session) -> None:
        course = make_course(session, "TH-01", sessions=2)
        people = [
            enrolled(session, course, "Lò Thị Ên", "03721", "Bản Púa", gender=Gender.FEMALE),
            enrolled(session, course, "Cà Văn Nga", "03721", "Tiểu khu 3"),
            enrolled(session, course, "Vì Văn Ước", "03727", "Bản Cụ", gender=Gender.MALE),
        ]
        first = course.sessions[0]
        for who in people[:2]:
            check_in(session, by, first.id, who.code or "", uuid4(), first.starts)

    database.write(fill)


@pytest.fixture
def page(context: AppContext, shown: Callable[[TallyPage], None]) -> TallyPage:
    page = TallyPage(context)
    shown(page)
    return page


def cells(page: TallyPage, key: str) -> list[str]:
    at = [column.key for column in page.model.columns].index(key)
    return [page.model.index(row, at).data() for row in range(page.model.rowCount())]


def opened(page: TallyPage) -> PeopleBehindDialog | None:
    return page.findChild(PeopleBehindDialog)


def choose(page: TallyPage, row: int, key: str) -> None:
    at = [column.key for column in page.model.columns].index(key)
    page.table.setCurrentIndex(page.model.index(row, at))
    page.table.opened.emit(row)


def test_communes_stand_below_each_other_and_the_total_last(course: None, page: TallyPage) -> None:
    assert cells(page, "commune") == ["Mường É", "Thuận Châu", "Cộng"]
    assert cells(page, "enrolled") == ["1", "2", "3"]
    assert cells(page, "attended") == ["0", "2", "2"]
    assert page.bars.accessibleDescription() == "Mường É 0%; Thuận Châu 0%"


def test_the_cards_say_what_the_total_says(course: None, page: TallyPage) -> None:
    names = [card.accessibleName() for card in page._cards]
    assert names[0] == "Người đăng ký: 3 (1 nữ · 0 dân tộc thiểu số)"
    assert names[1] == "Người tham dự: 2 (67% đăng ký · 2 lượt)"
    assert names[2].startswith("Thôn, bản có người học: 2")


def test_all_columns_fit_a_small_laptop_and_say_in_one_line_what_they_are(
    course: None, page: TallyPage
) -> None:
    assert not page.table.horizontalScrollBar().isVisible()
    page.table.selectAll()
    page.table.copy_rows()
    heading = QGuiApplication.clipboard().text().splitlines()[0].split("\t")
    assert heading[:4] == ["Xã", "Đăng ký", "Tham dự", "Lượt"]
    assert "Nền tảng khác" in heading


def test_a_figure_opens_to_the_people_behind_it(
    course: None, page: TallyPage, settled: Settled
) -> None:
    choose(page, 1, "attended")
    settled()
    dialog = opened(page)
    assert dialog is not None
    assert dialog.windowTitle() == "Thuận Châu · Tham dự"
    assert [person.name for person in dialog.model.records] == ["Lò Thị Ên", "Cà Văn Nga"]


def test_the_total_opens_to_everybody(course: None, page: TallyPage, settled: Settled) -> None:
    choose(page, 2, "enrolled")
    settled()
    dialog = opened(page)
    assert dialog is not None and dialog.model.rowCount() == 3


def test_the_name_of_a_commune_opens_nothing(
    course: None, page: TallyPage, settled: Settled
) -> None:
    choose(page, 1, "commune")
    settled()
    assert opened(page) is None


def test_a_card_opens_by_keyboard(
    qtbot: QtBot, course: None, page: TallyPage, settled: Settled
) -> None:
    qtbot.keyClick(page._cards[0], Qt.Key.Key_Return)
    settled()
    dialog = opened(page)
    assert dialog is not None and dialog.model.rowCount() == 3


def test_the_sentence_for_a_report_tells_figures_and_their_time(
    course: None, page: TallyPage
) -> None:
    page._copy_sentence()
    said = QGuiApplication.clipboard().text()
    assert said.startswith("Tính đến 07:")
    assert "3 người đăng ký (nữ 1, dân tộc thiểu số 0), 2 người tham dự với 2 lượt" in said


def test_a_course_written_elsewhere_is_counted_at_once(
    course: None,
    page: TallyPage,
    context: AppContext,
    settled: Settled,
    enrolled: Callable[..., EnrolmentRecord],
) -> None:
    context.write(
        lambda s, _: enrolled(s, find_course(s, "TH-01"), "Lường Văn Ơn", "03724"),
        changes={"enrolments"},
    )
    settled()
    assert cells(page, "enrolled") == ["1", "1", "2", "4"]


def test_a_period_without_courses_says_so(course: None, page: TallyPage, settled: Settled) -> None:
    page.scope_bar._period.setCurrentIndex(page.scope_bar._period.findData("days"))
    page.scope_bar._first.setDate(page.scope_bar._first.date().addYears(1))
    page.scope_bar._last.setDate(page.scope_bar._last.date().addYears(1))
    page.refresh()
    settled()
    assert page.model.rowCount() == 0
    assert page.table._empty is not None and page.table._empty.isVisible()


def test_what_is_seen_is_saved_to_excel(
    qtbot: QtBot,
    course: None,
    page: TallyPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "tổng hợp.xlsx"
    monkeypatch.setattr(saving, "ask_save", lambda *_: path)
    page._save()
    qtbot.waitUntil(lambda: page.banner.text == f"Đã lưu {path}", timeout=20_000)
    book = load_workbook(path)
    texts = {cell.value for row in book.active.iter_rows() for cell in row}
    assert {"Thuận Châu", "Mường É"} <= texts
