"""Certificates: of one course, and the register of a year."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session
from taphuan.db.database import Database
from taphuan.models.context import Context
from taphuan.services.certificates import register
from taphuan.services.check_in import check_in
from taphuan.services.closing import close_course
from taphuan.services.course_certificates import issue_for
from taphuan.services.courses import CourseRecord, find_course
from taphuan.services.enrolments import EnrolmentRecord
from taphuan.ui import saving
from taphuan.ui.context import AppContext
from taphuan.ui.dialogs.void_certificate import VoidDialog
from taphuan.ui.jobs import Jobs
from taphuan.ui.page import Page
from taphuan.ui.pages.certificates import CertificatesPage
from taphuan.ui.pages.course_tabs import certificates as tab_module
from taphuan.ui.pages.course_tabs.certificates import CertificatesTab
from taphuan.ui.theme import Theme

HERE, AWAY = ("Lò Thị Ên", "Cà Văn Ín"), "Quàng Văn Thắng"


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
    by: Context,
    make_course: Callable[..., CourseRecord],
    enrolled: Callable[..., EnrolmentRecord],
) -> CourseRecord:
    """Two people came to the only session, one did not; the course is not closed yet."""

    def work(session: Session) -> CourseRecord:
        course = make_course(session, sessions=1)
        record = course.sessions[0]
        for name in HERE:
            code = enrolled(session, course, name, birth_year=1988).code or ""
            check_in(session, by, record.id, code, by.new_id(), record.starts)
        enrolled(session, course, AWAY)
        return find_course(session, course.code)

    return database.write(work)


@pytest.fixture
def closed(database: Database, by: Context, course: CourseRecord) -> CourseRecord:
    def work(session: Session) -> CourseRecord:
        close_course(session, by, course)
        return find_course(session, course.code)

    return database.write(work)


@pytest.fixture
def tab(qtbot: QtBot, context: AppContext) -> Iterator[CertificatesTab]:
    """The tab on a page, as the course's page holds it."""
    page = Page("Khóa")
    qtbot.addWidget(page)
    tab = CertificatesTab(context)
    page.body.addWidget(tab)
    page.resize(1100, 640)
    page.show()
    yield tab


def shown(tab: CertificatesTab, key: str) -> list[str]:
    at = [column.key for column in tab.model.columns].index(key)
    return [tab.model.index(row, at).data() for row in range(tab.model.rowCount())]


def pdf_text(path: Path) -> list[str]:
    document = pdfium.PdfDocument(path)
    try:
        pages = (page.get_textpage().get_text_range() for page in document)
        return [" ".join(text.split()) for text in pages]
    finally:
        document.close()


def test_before_closing_nothing_is_issued_and_the_way_there_is_shown(
    qtbot: QtBot, tab: CertificatesTab, course: CourseRecord
) -> None:
    tab.show_course(course)
    assert tab.not_closed.isVisible() and not tab.issue.isVisible()
    with qtbot.waitSignal(tab.navigated) as gone:
        tab.not_closed.acted.emit()
    assert gone.args == ["courses", ("TH-01", "results")]


def test_who_does_not_complete_has_the_reason(
    qtbot: QtBot, tab: CertificatesTab, closed: CourseRecord
) -> None:
    tab.show_course(closed)
    qtbot.waitUntil(lambda: tab.model.rowCount() == 3)
    assert shown(tab, "result") == ["Hoàn thành", "Hoàn thành", "Chưa hoàn thành"]
    assert shown(tab, "reason") == ["", "", "Dự 0/1 buổi, cần ít nhất 1 buổi"]
    assert tab.issue.text() == "Cấp giấy chứng nhận (2)"


def test_issuing_numbers_everyone_and_writes_the_papers(
    qtbot: QtBot,
    tab: CertificatesTab,
    closed: CourseRecord,
    context: AppContext,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "giấy.pdf"
    monkeypatch.setattr(tab_module, "ask_save", lambda *_: path)
    context.jobs.changed.connect(lambda _: tab.show_course(closed))
    tab.show_course(closed)
    qtbot.waitUntil(lambda: tab.issue.isEnabled() and tab.model.rowCount() == 3)
    assert tab.issued_on.date() == QDate(2026, 3, 2)
    tab.issued_on.setDate(QDate(2026, 3, 20))
    tab.issue.click()
    banner = tab._page().banner
    qtbot.waitUntil(lambda: banner.text == f"Đã lưu {path}", timeout=20_000)
    qtbot.waitUntil(lambda: "001/GCN-SKHCN" in shown(tab, "number"))
    assert shown(tab, "number") == ["001/GCN-SKHCN", "002/GCN-SKHCN", ""]
    assert shown(tab, "issued_on") == ["20/03/2026", "20/03/2026", ""]
    assert not tab.issue.isEnabled()
    texts = pdf_text(path)
    assert len(texts) == 2
    assert HERE[0] in texts[0] and "001/GCN-SKHCN" in texts[0]


def test_without_a_path_nothing_is_issued(
    qtbot: QtBot,
    tab: CertificatesTab,
    closed: CourseRecord,
    database: Database,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tab_module, "ask_save", lambda *_: None)
    tab.show_course(closed)
    qtbot.waitUntil(lambda: tab.issue.isEnabled() and tab.model.rowCount() == 3)
    tab.issue.click()
    assert database.read(lambda s: register(s, 2026)) == []


def test_chosen_papers_are_printed_again_alone(
    qtbot: QtBot,
    tab: CertificatesTab,
    closed: CourseRecord,
    database: Database,
    context: AppContext,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    database.write(lambda s: issue_for(s, context.by, closed.code, closed.last_day))  # type: ignore[arg-type]
    path = tmp_path / "in lại.pdf"
    monkeypatch.setattr(tab_module, "ask_save", lambda *_: path)
    tab.show_course(closed)
    qtbot.waitUntil(lambda: tab.model.rowCount() == 3)
    tab.table.selectRow(1)
    assert tab.print.text() == "In lại (1)"
    tab.print.click()
    qtbot.waitUntil(path.exists, timeout=20_000)
    qtbot.waitUntil(lambda: context.jobs.is_idle)
    (text,) = pdf_text(path)
    assert HERE[1] in text


@pytest.fixture
def page(
    qtbot: QtBot, context: AppContext, database: Database, closed: CourseRecord
) -> CertificatesPage:
    """The register with two numbers, on screen."""
    database.write(lambda s: issue_for(s, context.by, closed.code, closed.last_day))  # type: ignore[arg-type]
    page = CertificatesPage(context)
    context.jobs.changed.connect(page.on_changed)
    qtbot.addWidget(page)
    page.resize(1100, 640)
    page.show()
    page.show_page()
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    return page


def column(page: CertificatesPage, key: str) -> list[str]:
    at = [column.key for column in page.model.columns].index(key)
    return [page.model.index(row, at).data() for row in range(page.model.rowCount())]


def test_the_register_shows_the_latest_year(page: CertificatesPage) -> None:
    assert page.years.currentText() == "Năm 2026"
    assert column(page, "number") == ["001/GCN-SKHCN", "002/GCN-SKHCN"]
    assert column(page, "name") == list(HERE)
    assert column(page, "birth") == ["1988", "1988"]
    assert column(page, "state") == ["Đã cấp", "Đã cấp"]
    assert page.header.subtitle.text() == "Sổ cấp năm 2026 · 2 số"


def test_a_voided_number_stays_in_the_register_with_its_reason(
    qtbot: QtBot, page: CertificatesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(VoidDialog, "get_data", lambda *_: ("in sai ngày sinh", True))
    page.table.selectRow(0)
    page.void.click()
    qtbot.waitUntil(lambda: column(page, "state") == ["Đã hủy", "Đã cấp"])
    assert column(page, "note") == ["in sai ngày sinh", ""]
    assert page.banner.text == "Đã hủy giấy 001/GCN-SKHCN; số này không dùng lại."
    page.table.selectRow(0)
    assert not page.void.isEnabled()
    page.chips.choose("voided")
    assert column(page, "name") == [HERE[0]]


def test_a_reason_is_asked_for(qtbot: QtBot) -> None:
    dialog = VoidDialog("001/GCN-SKHCN", HERE[0])
    qtbot.addWidget(dialog)
    assert dialog.problem() == "Hãy ghi lý do hủy"
    dialog._reason.setText("  in   sai tên ")
    assert (dialog.problem(), dialog.data()) == ("", "in sai tên")


def test_the_register_is_searched_by_name_and_number(page: CertificatesPage) -> None:
    for typed, found in (("in ca", [HERE[1]]), ("001", [HERE[0]]), ("xuan", [])):
        page.search.setText(typed)
        QTest.keyClick(page.search, Qt.Key.Key_Return)
        assert column(page, "name") == found


def test_enter_opens_the_course_of_a_number(qtbot: QtBot, page: CertificatesPage) -> None:
    page.table.selectRow(0)
    with qtbot.waitSignal(page.navigated) as gone:
        QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert gone.args == ["courses", ("TH-01", "certificates")]


def test_the_register_is_exported(
    qtbot: QtBot, page: CertificatesPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    paths = [tmp_path / "sổ.xlsx", tmp_path / "sổ.pdf"]

    def ask(_: object, __: str, name: str, ___: str) -> Path:
        asked.append(name)
        return paths[len(asked) - 1]

    monkeypatch.setattr(saving, "ask_save", ask)
    for button, path in zip((page.to_excel, page.to_pdf), paths, strict=True):
        button.click()
        qtbot.waitUntil(lambda path=path: str(path) in page.banner.text, timeout=20_000)
    assert asked[0] == "Sổ cấp giấy chứng nhận 2026.xlsx"
    sheet = load_workbook(paths[0]).active
    values = {cell.value for row in sheet.iter_rows() for cell in row}
    assert {"001/GCN-SKHCN", HERE[0], HERE[1]} <= values
    assert HERE[0] in pdf_text(paths[1])[0]


def test_an_empty_register_says_where_certificates_are_issued(
    qtbot: QtBot, context: AppContext, database: Database
) -> None:
    page = CertificatesPage(context)
    qtbot.addWidget(page)
    page.show()
    page.show_page()
    qtbot.waitUntil(lambda: context.jobs.is_idle)
    assert page.empty.isVisible()
    assert not page.to_excel.isEnabled()
