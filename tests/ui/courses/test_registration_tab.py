"""Lists asked of communes: who stands first, what is said, what is copied, made and taken back."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from taphuan.db.database import Database
from taphuan.importing.form_stamp import read_stamp
from taphuan.importing.read import read_file
from taphuan.models.context import Context
from taphuan.services.commune_choices import CommuneChoice, commune_choices
from taphuan.services.courses import find_course
from taphuan.services.places import commune_by_code
from taphuan.services.registration.asked import SAME, Wish, ask
from taphuan.services.registration.papers import PaperOptions
from taphuan.services.settings import save_settings
from taphuan.ui.context import AppContext
from taphuan.ui.dialogs.ask_communes import AskCommunesDialog
from taphuan.ui.dialogs.form_paper import FormPaperDialog
from taphuan.ui.dialogs.quota import QuotaAnswer, QuotaDialog
from taphuan.ui.dialogs.save_file import file_name
from taphuan.ui.pages.course_tabs.registration import RegistrationTab
from taphuan.ui.pages.course_tabs.students import StudentsTab
from taphuan.ui.pages.courses import CoursesPage

WAIT = 8000
TODAY = date(2026, 3, 2)
Settled = Callable[[], None]


@pytest.fixture
def asked(database: Database, by: Context, courses: None) -> None:
    """Of TH-01: Thuận Châu sent two of two, Mường É one of three, Co Mạ nothing and is late."""

    def fill(session):  # type: ignore[no-untyped-def]
        course = find_course(session, "TH-01")
        on = date(2026, 2, 27)
        wishes = [
            Wish(commune_by_code(session, code, TODAY).id, quota, on)
            for code, quota in (("03721", 2), ("03727", 3), ("03781", 4))
        ]
        ask(session, by, course.id, wishes)
        save_settings(session, by, contact="bà Lường Thị Hà, 0912 345 678")

    database.write(fill)


@pytest.fixture
def page(qtbot: QtBot, context: AppContext, settled: Settled, courses: None) -> CoursesPage:
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
def tab(page: CoursesPage, settled: Settled) -> RegistrationTab:
    """The lists, reached from the people as a user reaches them."""
    people = page.course.tab("students")
    assert isinstance(people, StudentsTab)
    people.forms.click()
    settled()
    tab = page.course.stack.currentWidget()
    assert isinstance(tab, RegistrationTab)
    return tab


def rows(tab: RegistrationTab) -> list[list[str]]:
    """Commune, state, quota and received, as one reads them."""
    return [
        [str(tab.model.index(row, column).data() or "") for column in range(4)]
        for row in range(tab.model.rowCount())
    ]


def test_what_needs_somebody_stands_first_in_words(asked: None, tab: RegistrationTab) -> None:
    assert rows(tab) == [
        ["Xã Co Mạ", "Trễ 3 ngày", "4", "0"],
        ["Xã Mường É", "Thiếu 2", "3", "1"],
        ["Xã Thuận Châu", "Đã gửi (02/03)", "2", "2"],
    ]


def test_the_foot_of_the_window_sums_up(
    asked: None, page: CoursesPage, tab: RegistrationTab
) -> None:
    assert page.status == ("3 xã, phường · đã nhận 3/9 học viên · 1 xã trễ hạn · 1 xã gửi thiếu")


def test_filters_and_search_narrow_the_list(
    asked: None, qtbot: QtBot, tab: RegistrationTab
) -> None:
    tab.chips.choose("not_sent")
    assert [row[0] for row in rows(tab)] == ["Xã Co Mạ"]
    tab.chips.choose("due")
    assert len(rows(tab)) == 2
    tab.chips.choose("all")
    tab.search.setText("muong")
    qtbot.waitUntil(lambda: [row[0] for row in rows(tab)] == ["Xã Mường É"], timeout=WAIT)


def test_a_press_on_the_tab_or_the_link_leads_back_to_the_people(
    asked: None, qtbot: QtBot, page: CoursesPage, tab: RegistrationTab, settled: Settled
) -> None:
    people = page.course.tab("students")
    tab.back.click()
    assert page.course.stack.currentWidget() is people
    page.course.show_part("registration")
    assert page.course.stack.currentWidget() is tab
    page.course.refresh()
    settled()
    assert page.course.stack.currentWidget() is tab
    button = next(b for b in page.course.tabs.findChildren(type(tab.back)) if b.isChecked())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert page.course.stack.currentWidget() is people


def test_the_address_of_the_part_opens_it(asked: None, page: CoursesPage, settled: Settled) -> None:
    page.open(("TH-01", "registration"))
    page.course.show_page()
    settled()
    assert isinstance(page.course.stack.currentWidget(), RegistrationTab)
    assert page.course.tabs.current() == "students"
    page.open(("TH-01", "students"))
    page.course.show_page()
    settled()
    assert isinstance(page.course.stack.currentWidget(), StudentsTab)


def test_the_reminder_of_all_that_are_due_is_copied(
    asked: None, page: CoursesPage, tab: RegistrationTab
) -> None:
    tab.remind.click()
    text = QGuiApplication.clipboard().text()
    assert "- Xã Co Mạ: chưa gửi (chỉ tiêu 4 người), quá hạn 3 ngày;" in text
    assert "- Xã Mường É: đã gửi 1/3 người, còn thiếu 2 người." in text
    assert "Thuận Châu:" not in text
    assert page.course.banner.text == "Đã chép lời nhắc gửi 2 xã, phường: hãy dán vào Zalo."


def test_the_reminder_of_the_one_that_is_chosen_is_copied(
    asked: None, tab: RegistrationTab
) -> None:
    tab.table.selectRow(1)
    tab.remind.click()
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Kính gửi: UBND xã Mường É,")
    assert "bà Lường Thị Hà, 0912 345 678" in text


def test_a_reminder_without_a_contact_says_where_to_enter_one(
    asked: None, database: Database, by: Context, page: CoursesPage, tab: RegistrationTab,
    qtbot: QtBot, settled: Settled,
) -> None:  # fmt: skip
    database.write(lambda s: save_settings(s, by, contact=""))
    tab.load()
    settled()
    tab.remind.click()
    assert "chưa có đầu mối liên hệ" in page.course.banner.text
    with qtbot.waitSignal(tab.navigated, timeout=WAIT) as told:
        page.course.banner._action.click()
    assert told.args[0] == "settings"


def test_quota_and_deadline_of_those_chosen_are_set_and_undone(
    asked: None, page: CoursesPage, tab: RegistrationTab, settled: Settled,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    before = rows(tab)
    answer = QuotaAnswer(1, date(2026, 3, 9)), True
    monkeypatch.setattr(QuotaDialog, "get_data", lambda *_: answer)
    tab.table.selectRow(1)
    tab.edit.click()
    settled()
    assert ["Xã Mường É", "Đã gửi (02/03)", "1", "1"] in rows(tab)
    page.course.undo_last()
    settled()
    assert rows(tab) == before


def test_a_commune_that_is_taken_out_comes_back_by_undo(
    asked: None, page: CoursesPage, tab: RegistrationTab, settled: Settled
) -> None:
    before = rows(tab)
    tab.table.selectRow(0)
    tab.take_out.click()
    settled()
    assert [row[0] for row in rows(tab)] == ["Xã Mường É", "Xã Thuận Châu"]
    assert page.course.banner.text == "Đã bỏ xã Co Mạ khỏi danh sách cần gửi."
    page.course.undo_last()
    settled()
    assert rows(tab) == before


def test_an_empty_page_says_what_to_do_and_does_it(
    courses: None, database: Database, page: CoursesPage, tab: RegistrationTab, settled: Settled,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    assert tab.empty.isVisible()
    unit = database.read(lambda s: commune_by_code(s, "03781", TODAY)).id
    wishes = (Wish(unit, 4, date(2026, 3, 9)),)
    monkeypatch.setattr(AskCommunesDialog, "get_data", lambda *_: (wishes, True))
    tab.empty.acted.emit()
    settled()
    assert rows(tab) == [["Xã Co Mạ", "Chưa gửi", "4", "0"]]
    page.course.undo_last()
    settled()
    assert rows(tab) == []


def test_one_form_is_saved_where_it_is_asked(
    asked: None, page: CoursesPage, tab: RegistrationTab, tmp_path: Path, settled: Settled,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(FormPaperDialog, "get_data", lambda *_: (PaperOptions(), True))
    proposed: list[str] = []

    def save(_parent: object, _title: str, name: str, filters: str) -> tuple[str, str]:
        proposed.append(Path(name).name)
        return str(tmp_path / "phieu.xlsx"), filters

    monkeypatch.setattr(QFileDialog, "getSaveFileName", save)
    tab.table.selectRow(0)
    tab.make.click()
    settled()
    assert proposed == ["TH-01 Phiếu đăng ký xã Co Mạ"]
    stamp = read_stamp(read_file(tmp_path / "phieu.xlsx"))
    assert stamp is not None
    assert stamp.commune_code == "03781"
    assert page.course.banner.text == f"Đã lưu {tmp_path / 'phieu.xlsx'}"


def test_all_forms_go_into_a_folder(
    asked: None, page: CoursesPage, tab: RegistrationTab, tmp_path: Path, settled: Settled,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(FormPaperDialog, "get_data", lambda *_: (PaperOptions(), True))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    tab.make.click()
    settled()
    folder = tmp_path / file_name("TH-01 Phiếu đăng ký")
    assert len(list(folder.iterdir())) == 3
    assert str(folder) in page.course.banner.text


@pytest.fixture
def choices(database: Database) -> tuple[CommuneChoice, ...]:
    return database.read(lambda s: commune_choices(s, TODAY))


def test_communes_are_ticked_or_pasted_with_their_quotas(
    qtbot: QtBot, choices: tuple[CommuneChoice, ...]
) -> None:
    codes = {choice.id: choice.code for choice in choices}
    known = next(choice.id for choice in choices if choice.code == "03721")
    dialog = AskCommunesDialog(choices, {known}, date(2026, 3, 9))
    qtbot.addWidget(dialog)
    assert dialog.problem()
    dialog.search.setText("co ma")
    dialog.filter("co ma")
    dialog.tick_all()
    dialog.pasted.setPlainText("xã Mường É: 12 người\nxã Không Đâu")
    found = {codes[wish.unit_id]: (wish.quota, wish.deadline) for wish in dialog.data()}
    assert found == {"03781": (5, date(2026, 3, 9)), "03727": (12, date(2026, 3, 9))}
    assert dialog.summary.text() == ("Nhận ra 1 xã.\nDòng 2: không có xã nào tên “xã Không Đâu”.")
    dialog.until.box.setChecked(False)
    assert {wish.deadline for wish in dialog.data()} == {None}


def test_all_communes_of_the_province_are_ticked_at_once_but_not_those_asked(
    qtbot: QtBot, choices: tuple[CommuneChoice, ...]
) -> None:
    own = {choice.id for choice in choices if not choice.province}
    known = next(choice.id for choice in choices if choice.code == "03721")
    dialog = AskCommunesDialog(choices, {known}, date(2026, 3, 9))
    qtbot.addWidget(dialog)
    dialog.tick_all()
    assert {wish.unit_id for wish in dialog.data()} == own - {known}
    dialog.tick_all()
    assert dialog.data() == ()


def test_what_is_not_ticked_stays(qtbot: QtBot) -> None:
    dialog = QuotaDialog("3 xã", 5, date(2026, 3, 9))
    qtbot.addWidget(dialog)
    dialog.quota.setValue(0)
    assert dialog.data() == QuotaAnswer(None, date(2026, 3, 9))
    dialog.set_quota.box.setChecked(False)
    assert dialog.data() == QuotaAnswer(SAME, date(2026, 3, 9))
    dialog.set_deadline.box.setChecked(False)
    assert dialog.problem()


def test_how_forms_are_made_is_asked(qtbot: QtBot) -> None:
    dialog = FormPaperDialog("3 xã")
    qtbot.addWidget(dialog)
    assert dialog.data() == PaperOptions()
    dialog.rows.setValue(20)
    dialog.known.setChecked(True)
    assert dialog.data() == PaperOptions(20, with_known=True)
