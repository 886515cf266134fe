"""The door: what the page shows for each scan, and that none is lost."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session
from taphuan.db.database import Database
from taphuan.models.clock import from_local
from taphuan.models.context import Context
from taphuan.models.enums import AttendanceStatus
from taphuan.models.errors import AppError, ErrorCode
from taphuan.services.attendance import course_marks, set_status
from taphuan.services.closing import close_course
from taphuan.services.courses import CourseRecord, find_course
from taphuan.services.door import door_state
from taphuan.services.enrolments import EnrolmentRecord
from taphuan.ui.context import AppContext
from taphuan.ui.jobs import Jobs
from taphuan.ui.pages.check_in_parts import scan_queue
from taphuan.ui.pages.check_in_parts.missing import MissingDialog
from taphuan.ui.pages.checkin import CheckInPage
from taphuan.ui.palette import Tone
from taphuan.ui.theme import Theme

NAMES = ("Lò Thị Hương Giang", "Quàng Văn Thắng", "Cà Thị Nga", "Hoàng Đức Anh")
START = datetime(2026, 3, 2, 8)


class Clock(Protocol):
    """The clock of the tests; `now` can be set."""

    now: datetime


class Door:
    """A course of four people on the morning of its first session, and the page on it."""

    def __init__(self, qtbot: QtBot, page: CheckInPage, database: Database) -> None:
        self.qtbot, self.page, self.database = qtbot, page, database
        self.codes: dict[str, str] = {}

    def show(self) -> None:
        self.page.resize(1100, 640)
        self.page.show()
        self.page.show_page()
        self.page.activateWindow()
        self.qtbot.waitUntil(lambda: bool(self.page.status))

    def scan(self, code: str) -> None:
        QTest.keyClicks(self.page.scan.line, code)
        QTest.keyClick(self.page.scan.line, Qt.Key.Key_Return)

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.page.status.endswith("Đã lưu"))

    def scan_and_wait(self, code: str) -> None:
        with self.qtbot.waitSignal(self.page.queue.answered):
            self.scan(code)

    def lines(self) -> list[tuple[str, str]]:
        model = self.page.list.model
        at = {column.key: n for n, column in enumerate(model.columns)}
        rows = range(model.rowCount())
        keys = ("name", "verdict")
        return [tuple(model.index(r, at[k]).data() for k in keys) for r in rows]  # type: ignore[misc]


@pytest.fixture
def context(
    data_file: Path, by: Context, jobs: Jobs, theme: Theme, tmp_path: Path
) -> Iterator[AppContext]:
    context = AppContext(data_file, Database, by, jobs, theme, tmp_path / "window.ini")
    yield context
    context.close()


@pytest.fixture
def course(
    database: Database,
    make_course: Callable[..., CourseRecord],
    enrolled: Callable[..., EnrolmentRecord],
) -> CourseRecord:
    def work(session: Session) -> CourseRecord:
        course = make_course(session, "TH-01", sessions=2)
        for name, commune in zip(NAMES, ("03721", "03724", "03724", "03727"), strict=True):
            phone = "0912345678" if name == NAMES[1] else None
            enrolled(session, course, name, commune, hamlet="Bản Púa", phone=phone)
        enrolled(session, make_course(session, "TH-02", sessions=1), "Cứ Thị Nở")
        return find_course(session, "TH-01")

    return database.write(work)


@pytest.fixture
def door(
    qtbot: QtBot, context: AppContext, course: CourseRecord, database: Database
) -> Iterator[Door]:
    context.choose_course("TH-01")
    page = CheckInPage(context)
    qtbot.addWidget(page)
    context.jobs.changed.connect(page.on_changed)
    door = Door(qtbot, page, database)
    for code in ("TH-01", "TH-02"):
        people = database.read(
            lambda s, code=code: (
                door_state(s, find_course(s, code), find_course(s, code).sessions[0]).people
            )
        )
        door.codes |= {person.name: person.code or "" for person in people}
    yield door


def test_a_scan_is_answered_by_name_place_and_what_is_missing(door: Door) -> None:
    door.show()
    door.scan_and_wait(door.codes[NAMES[0]])
    face = door.page.card.face
    assert face.headline.startswith("CÓ MẶT · 07:3")
    assert face.title == "Lò Thị Hương Giang"
    assert face.place == "Bản Púa · Thuận Châu"
    assert face.note == "Còn thiếu: số điện thoại"
    assert (face.tone, face.symbol.value) == (Tone.PRESENT, "✓")
    assert door.lines() == [("Lò Thị Hương Giang", "Có mặt")]
    assert door.page.status == "1 có mặt · 0 muộn · 0 trùng · 0 chưa hợp lệ · Đã lưu"


def test_the_answer_is_shown_only_after_it_is_in_the_file(door: Door, course: CourseRecord) -> None:
    door.show()
    in_file: list[int] = []

    def look() -> None:
        marks = door.database.read(lambda s: course_marks(s, course.id))
        in_file.append(len(marks))

    door.page.queue.answered.connect(look)
    door.scan_and_wait(door.codes[NAMES[0]])
    assert in_file == [1]


def test_each_verdict_has_its_word_and_its_symbol(door: Door, clock: Clock) -> None:
    door.show()
    first = door.codes[NAMES[0]]
    clock.now = from_local(START + timedelta(minutes=25))
    said = []
    for code in (first, first, door.codes["Cứ Thị Nở"], "0000000000000000", "1234567890123456"):
        door.scan_and_wait(code)
        said.append((door.page.card.face.symbol.value, door.page.card.face.headline[:23]))
    assert said[0] == ("◷", "MUỘN 25 PHÚT · 08:25:0" + said[0][1][-1])
    assert said[1][0] == "●" and said[1][1].startswith("ĐÃ ĐIỂM DANH LÚC 08:25")
    assert said[2] == ("✕", "KHÔNG CÓ TRONG LỚP NÀY")
    assert said[4] == ("✕", "MÃ KHÔNG HỢP LỆ")
    assert [verdict for _, verdict in door.lines()][:3] == [
        "Không hợp lệ",
        "Không hợp lệ",
        "Ngoài lớp",
    ]
    assert door.page.status == "1 có mặt · 1 muộn · 1 trùng · 3 chưa hợp lệ · Đã lưu"


def test_digits_reach_the_scan_line_wherever_the_focus_is(door: Door) -> None:
    door.show()
    door.page.list.table.setFocus()
    with door.qtbot.waitSignal(door.page.queue.answered):
        for digit in door.codes[NAMES[0]]:
            QTest.keyClick(QApplication.focusWidget() or door.page, digit)
        QTest.keyClick(QApplication.focusWidget() or door.page, Qt.Key.Key_Return)
    assert door.page.card.face.title == NAMES[0]


def test_scans_faster_than_the_file_are_all_written_in_their_order(
    door: Door, course: CourseRecord
) -> None:
    door.show()
    codes = [door.codes[name] for name in NAMES] * 5
    for code in codes:
        door.scan(code)
        assert door.page.scan.line.text() == ""
    door.settle()
    state = door.database.read(lambda s: door_state(s, course, course.sessions[0]))
    assert [line.code for line in reversed(state.lines)] == codes
    assert len({line.at for line in state.lines}) == len(codes)
    assert door.page.status == "4 có mặt · 0 muộn · 16 trùng · 0 chưa hợp lệ · Đã lưu"


def test_scans_are_kept_in_order_while_the_disk_is_full_and_saved_when_it_is_not(
    door: Door, course: CourseRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    door.show()
    real, full = scan_queue.check_in, [True]

    def check_in(*args: object) -> object:
        if full[0]:
            raise AppError(ErrorCode.DISK_FULL, file="taphuan.db")
        return real(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(scan_queue, "check_in", check_in)
    for name in NAMES[:3]:
        door.scan(door.codes[name])
    door.qtbot.waitUntil(lambda: "CHƯA LƯU 3 lượt" in door.page.status)
    banner = door.page.banner
    door.qtbot.waitUntil(lambda: "chưa lưu 3 lượt" in banner.text)
    assert banner.tone is Tone.REFUSED and "Ổ đĩa đã đầy" in banner.text
    assert door.page.card.face.headline == "CHƯA LƯU"
    assert door.lines() == []
    full[0] = False
    door.settle()
    assert [name for name, _ in reversed(door.lines())] == list(NAMES[:3])
    assert banner.tone is Tone.PRESENT
    marks = door.database.read(lambda s: course_marks(s, course.id))
    assert len(marks) == 3


def test_a_bug_while_writing_loses_no_scan(
    door: Door, context: AppContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    door.show()
    real, shown = scan_queue.check_in, []
    monkeypatch.setattr(context.jobs, "_show_error", lambda _, error: shown.append(error))
    monkeypatch.setattr(scan_queue, "check_in", lambda *_: 1 / 0)
    door.scan(door.codes[NAMES[0]])
    door.qtbot.waitUntil(lambda: "CHƯA LƯU 1 lượt" in door.page.status)
    assert isinstance(shown[0], ZeroDivisionError)
    monkeypatch.setattr(scan_queue, "check_in", real)
    door.page.banner.acted.emit()
    door.page.queue.retry()
    door.settle()
    assert door.lines() == [(NAMES[0], "Có mặt")]


def test_ctrl_z_takes_the_last_scan_back(door: Door, course: CourseRecord) -> None:
    door.show()
    for name in NAMES[:2]:
        door.scan_and_wait(door.codes[name])
    QTest.keyClick(door.page.scan.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    door.qtbot.waitUntil(lambda: (NAMES[1], "Đã hoàn tác") in door.lines())
    assert door.page.card.face.headline == "ĐÃ HOÀN TÁC"
    assert door.page.status.startswith("1 có mặt")
    marks = door.database.read(lambda s: course_marks(s, course.id))
    assert len(marks) == 1


def test_any_line_of_the_list_can_be_taken_back(door: Door) -> None:
    door.show()
    for name in NAMES[:3]:
        door.scan_and_wait(door.codes[name])
    door.page.list.table.selectRow(2)
    QTest.keyClick(door.page.list.table, Qt.Key.Key_Delete)
    door.qtbot.waitUntil(lambda: (NAMES[0], "Đã hoàn tác") in door.lines())
    assert door.page.status.startswith("2 có mặt")
    door.page.list.table.selectRow(2)
    assert door.page.list.chosen() is None


def test_somebody_without_a_card_is_found_by_name_and_checked_in(door: Door) -> None:
    door.show()
    QTest.keyClicks(door.page.scan.line, "thang")
    door.qtbot.waitUntil(lambda: door.page.scan.suggestions.isVisible())
    assert "Quàng Văn Thắng" in door.page.scan.suggestions.item(0).text()
    with door.qtbot.waitSignal(door.page.queue.answered):
        QTest.keyClick(door.page.scan.line, Qt.Key.Key_Return)
    assert door.page.card.face.title == "Quàng Văn Thắng"
    assert not door.page.scan.suggestions.isVisible()


def test_arrow_keys_choose_among_several(door: Door) -> None:
    door.show()
    QTest.keyClicks(door.page.scan.line, "thi")
    door.qtbot.waitUntil(lambda: door.page.scan.suggestions.count() == 2)
    QTest.keyClick(door.page.scan.line, Qt.Key.Key_Down)
    with door.qtbot.waitSignal(door.page.queue.answered):
        QTest.keyClick(door.page.scan.line, Qt.Key.Key_Return)
    assert door.page.card.face.title == "Cà Thị Nga"


def test_a_name_nobody_has_is_no_scan(door: Door, course: CourseRecord) -> None:
    door.show()
    door.page.scan.line.setText("xuân")
    QTest.keyClick(door.page.scan.line, Qt.Key.Key_Return)
    assert door.page.card.face.headline == "KHÔNG TÌM THẤY"
    state = door.database.read(lambda s: door_state(s, course, course.sessions[0]))
    assert state.lines == ()


def test_the_card_of_another_course_says_which_and_f5_admits_its_holder(door: Door) -> None:
    door.show()
    door.scan_and_wait(door.codes["Cứ Thị Nở"])
    door.qtbot.waitUntil(lambda: door.page.card.face.place == "Đang học khóa TH-02")
    with door.qtbot.waitSignal(door.page.queue.answered):
        QTest.keyClick(door.page, Qt.Key.Key_F5)
    assert door.page.card.face.headline.startswith("CÓ MẶT")
    door.qtbot.waitUntil(lambda: door.page.counts.missing.text() == "Chưa đến (4)")


def test_counts_stand_by_commune_and_lead_to_who_is_missing(
    door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    door.show()
    door.scan_and_wait(door.codes[NAMES[1]])
    assert door.page.counts.missing.text() == "Chưa đến (3)"
    opened: list[MissingDialog] = []
    monkeypatch.setattr(MissingDialog, "open", lambda self: opened.append(self))
    door.page.counts.missing.click()
    (dialog,) = opened
    assert [p.name for p in dialog.model.records] == [NAMES[2], NAMES[3], NAMES[0]]
    dialog.table.copy_rows()
    assert "Cà Thị Nga\tBản Púa\tBình Thuận" in QGuiApplication.clipboard().text()


def test_attendance_set_elsewhere_is_seen_when_it_changes(
    door: Door, context: AppContext, course: CourseRecord
) -> None:
    door.show()
    state = door.database.read(lambda s: door_state(s, course, course.sessions[0]))
    entry: UUID = state.people[0].id
    context.write(
        lambda s, by: set_status(s, by, entry, course.sessions[0].id, AttendanceStatus.PRESENT),
        changes={"attendance"},
    )
    door.qtbot.waitUntil(lambda: door.page.status.startswith("1 có mặt"))


def test_a_closed_course_takes_no_scans_and_says_so(
    door: Door, by: Context, course: CourseRecord
) -> None:
    door.database.write(lambda s: close_course(s, by, course))
    door.page.open(("TH-01", 1))
    door.show()
    assert not door.page.scan.line.isEnabled()
    assert "đã đóng" in door.page.banner.text
    assert door.page.card.face.headline == "CHỈ XEM"


def test_a_session_of_another_day_is_pointed_out(door: Door) -> None:
    door.page.open(("TH-01", 2))
    door.show()
    assert door.page.banner.text == "Buổi 2 là ngày 03/03/2026, không phải hôm nay (02/03/2026)."


def test_another_course_is_chosen_in_the_header(door: Door, context: AppContext) -> None:
    door.show()
    courses = door.page.chooser.courses
    assert (courses.currentText(), door.page.chooser.sessions.count()) == ("TH-01", 2)
    courses.setCurrentIndex(courses.findText("TH-02"))
    courses.activated.emit(courses.currentIndex())
    door.scan(door.codes["Cứ Thị Nở"])
    door.qtbot.waitUntil(lambda: door.lines() == [("Cứ Thị Nở", "Có mặt")])
    assert context.course == "TH-02"


def test_a_scan_that_comes_before_the_page_knows_its_session_is_not_lost(door: Door) -> None:
    door.page.check_in(door.codes[NAMES[0]])
    door.show()
    door.qtbot.waitUntil(lambda: door.lines() == [(NAMES[0], "Có mặt")])


def test_when_a_session_is_over_the_page_says_so_and_finds_the_next_one(
    door: Door, clock: Clock
) -> None:
    door.show()
    clock.now = from_local(START + timedelta(hours=3, minutes=5))
    door.scan_and_wait(door.codes[NAMES[0]])
    assert door.page.banner.text == "Buổi 1 đã kết thúc lúc 11:00."
    clock.now = from_local(START + timedelta(days=1))
    door.page.show_page()
    door.qtbot.waitUntil(lambda: door.page.chooser.sessions.currentText().startswith("Buổi 2"))


def test_while_people_come_in_another_page_does_not_change_the_session(
    door: Door, context: AppContext, clock: Clock
) -> None:
    door.show()
    context.choose_course("TH-02")
    door.page.show_page()
    assert not door.page.stale
    clock.now = from_local(START + timedelta(days=9))
    context.choose_course("TH-01")
    context.choose_course("TH-02")
    door.page.show_page()
    door.qtbot.waitUntil(lambda: door.page.chooser.courses.currentText() == "TH-02")


def test_without_courses_the_page_says_what_to_do(
    qtbot: QtBot, context: AppContext, database: Database
) -> None:
    page = CheckInPage(context)
    qtbot.addWidget(page)
    page.show()
    page.show_page()
    qtbot.waitUntil(lambda: page.stack.currentIndex() == 1)
    with qtbot.waitSignal(page.navigated) as gone:
        page.empty.acted.emit()
    assert gone.args[0] == "courses"


def test_the_name_shrinks_and_wraps_until_it_fits(door: Door) -> None:
    door.show()
    card = door.page.card
    sizes = []
    for name in ("Lò Thị Ên", "Nguyễn Hoàng Phương Thảo Nguyên Thị Bích Ngọc Quỳnh"):
        card.show_face(replace(card.face, title=name))
        sizes.append(card.name_size())
    assert sizes[0] > 3.5 > sizes[1]
