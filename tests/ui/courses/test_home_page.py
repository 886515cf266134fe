"""The first page: what the day brings, and where each line leads."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from taphuan.ui.context import AppContext
from taphuan.ui.pages.home import HomePage

WAIT = 8000


@pytest.fixture
def page(qtbot: QtBot, context: AppContext) -> HomePage:
    """The page in a window of its own, not loaded yet."""
    page = HomePage(context)
    qtbot.addWidget(page)
    context.jobs.changed.connect(page.on_changed)
    page.resize(1100, 700)
    page.show()
    return page


def test_an_empty_file_says_that_there_is_no_course_and_leads_to_adding_one(
    qtbot: QtBot, page: HomePage, settled: Callable[[], None]
) -> None:
    page.show_page()
    settled()
    assert page.empty.isVisible() and not page.content.isVisible()
    with qtbot.waitSignal(page.navigated, timeout=WAIT) as told:
        page.empty.acted.emit()
    assert told.args == ["courses", ("", "add")]


@pytest.mark.usefixtures("courses")
def test_the_session_of_today_leads_to_its_door(
    qtbot: QtBot, page: HomePage, settled: Callable[[], None]
) -> None:
    page.show_page()
    settled()
    assert page.header.subtitle.text() == "Thứ Hai, 02/03/2026"
    assert page.today.texts == [
        "08:00 – 11:00 · Kỹ năng số cơ bản",
        "TH-01, buổi 1 · Nhà văn hóa bản Púa · 2/3 có mặt",
    ]
    assert page.start.isVisible()
    for go in (page.start.click, page.today.links[0].click):
        with qtbot.waitSignal(page.navigated, timeout=WAIT) as told:
            go()
        assert told.args == ["checkin", ("TH-01", 1)]


@pytest.mark.usefixtures("courses")
def test_a_course_under_way_opens_and_what_is_missing_leads_to_it(
    qtbot: QtBot, page: HomePage, settled: Callable[[], None]
) -> None:
    page.show_page()
    settled()
    assert page.running.texts[0] == "TH-01 · Kỹ năng số cơ bản"
    assert "đã học 0/3 buổi · 3 học viên" in page.running.texts[1]
    assert page.missing.texts == ["2 học viên chưa có số điện thoại"]
    with qtbot.waitSignal(page.navigated, timeout=WAIT) as told:
        page.missing.links[0].click()
    assert told.args == ["courses", ("TH-01", "students")]


@pytest.mark.usefixtures("courses")
def test_the_figures_can_be_copied_as_sentences_with_their_time(
    page: HomePage, settled: Callable[[], None]
) -> None:
    page.show_page()
    settled()
    assert page.figures[2].accessibleName() == "Lượt tham dự: 2 (năm 2026)"
    page.figures[2].copy_sentence()
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Tính đến 07:") and "có 2 lượt tham dự năm 2026." in text


@pytest.mark.usefixtures("courses")
def test_backing_up_now_is_told_on_the_page(
    page: HomePage, settled: Callable[[], None], data_file: Path
) -> None:
    page.show_page()
    settled()
    assert page.backup.texts == ["Chưa sao lưu lần nào"]
    page.backup.links[0].click()
    settled()
    assert page.backup.texts[0].startswith("Lần cuối: ")
    assert list(data_file.parent.glob("taphuan-saoluu/*.db"))
