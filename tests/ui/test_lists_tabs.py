from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select, update
from taphuan.db.database import Database
from taphuan.importing.findings import Answers
from taphuan.models.context import Context
from taphuan.models.courses import Course
from taphuan.models.people import Person
from taphuan.services.courses import CourseRecord
from taphuan.services.lists.batches import list_batches
from taphuan.services.lists.bringing import bring_in, read_list
from taphuan.services.lists.choices import ListChoices
from taphuan.services.lists.dependents import Dependent, DependentKind
from taphuan.services.lookup import person_called
from taphuan.ui.context import AppContext
from taphuan.ui.dialogs.batch_in_use import BatchInUseDialog, dependent_words
from taphuan.ui.jobs import Jobs
from taphuan.ui.pages.people import PeoplePage
from taphuan.ui.pages.people_parts.batches_tab import BatchesTab
from taphuan.ui.pages.people_parts.held_tab import HeldTab
from taphuan.ui.theme import Theme

FIRST = (
    "STT;Họ và tên;Ngày sinh;Điện thoại;Xã",
    "1;Lò Thị Ên;05/03/1987;912345678;Mường É",
    "2;Vì Văn Bình;32/13/1990;0388123456;Mường É",
    "3;Cầm Thị Dung;1991;0388123457;Mường Xyz",
    "4;Tòng Văn Giang;1992;0388123458;Mường Xyz",
)
SECOND = ("Họ và tên;Năm sinh;Xã", "Quàng Thị Hặc;32/13/1980;Thuận Châu")


@pytest.fixture
def context(
    data_file: Path, jobs: Jobs, theme: Theme, by: Context, tmp_path: Path
) -> Iterator[AppContext]:
    context = AppContext(data_file, Database, by, jobs, theme, tmp_path / "taphuan.ini")
    yield context
    context.close()


@pytest.fixture
def brought(
    database: Database, by: Context, tmp_path: Path, make_course: Callable[..., CourseRecord]
) -> dict[str, UUID]:
    """Two files that were brought in; four rows wait."""
    database.write(lambda session: make_course(session))
    found = {}
    for name, rows in (("muong e.csv", FIRST), ("thuan chau.csv", SECOND)):
        path = tmp_path / name
        path.write_text("\n".join(rows) + "\n", encoding="utf-8")
        choices = ListChoices("TH-01")
        plan = read_list(path, choices, by.clock().date())
        reports = database.write(lambda s, p=plan, c=choices: bring_in(s, by, [p], c))
        found[name] = reports[0].batch_id
    return found


@pytest.fixture
def page(qtbot: QtBot, context: AppContext) -> PeoplePage:
    page = PeoplePage(context)
    qtbot.addWidget(page)
    context.jobs.changed.connect(page.on_changed)
    page.resize(1170, 700)
    page.show()
    page.show_page()
    qtbot.waitUntil(lambda: page.status != "")
    return page


@pytest.fixture
def held(qtbot: QtBot, brought: dict[str, UUID], page: PeoplePage) -> HeldTab:
    """The tab of the rows that wait, with all of them."""
    page.tabs.choose("held")
    tab = page.tab("held")
    assert isinstance(tab, HeldTab)
    qtbot.waitUntil(lambda: tab.rows.model.rowCount() == 4)
    return tab


@pytest.fixture
def batches(qtbot: QtBot, brought: dict[str, UUID], page: PeoplePage) -> BatchesTab:
    """The tab of what was brought in."""
    page.tabs.choose("batches")
    tab = page.tab("batches")
    assert isinstance(tab, BatchesTab)
    qtbot.waitUntil(lambda: tab.model.rowCount() == 2)
    return tab


def names(tab: HeldTab) -> list[str]:
    model = tab.rows.model
    column = [c.key for c in model.columns].index("name")
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def look_at(tab: HeldTab, name: str) -> None:
    tab.rows.choose(names(tab).index(name))


def people(database: Database) -> int:
    return database.read(lambda s: s.scalar(select(func.count()).select_from(Person)) or 0)


def test_the_tab_counts_the_rows_that_wait_and_names_their_files(
    qtbot: QtBot, page: PeoplePage, held: HeldTab
) -> None:
    qtbot.waitUntil(lambda: page.tabs._tabs["held"].text() == "Dòng để lại (4)")
    assert names(held) == ["Quàng Thị Hặc", "Vì Văn Bình", "Cầm Thị Dung", "Tòng Văn Giang"]
    assert [c.key for c in held.rows.model.columns][1] == "file"
    held.files.setCurrentIndex(2)
    assert names(held) == ["Vì Văn Bình", "Cầm Thị Dung", "Tòng Văn Giang"]


def test_an_answer_brings_the_row_in_at_once(
    qtbot: QtBot, held: HeldTab, database: Database
) -> None:
    look_at(held, "Vì Văn Bình")
    field = held.rows.panel.field
    assert field is not None
    field.setText("12/03/1990")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: held.rows.model.rowCount() == 3)
    assert held.banner.text == "Đã nhập 1 người mới."
    born = select(Person.birth_date).where(Person.name == "Vì Văn Bình")
    assert database.read(lambda s: s.scalar(born)) == date(1990, 3, 12)


def test_one_commune_settles_every_row_that_names_it_so(
    qtbot: QtBot, held: HeldTab, database: Database
) -> None:
    look_at(held, "Cầm Thị Dung")
    panel = held.rows.panel
    assert panel.all_alike is not None and panel.field is not None
    panel.all_alike.setChecked(True)
    panel.field.setText("xa muong e")
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: held.rows.model.rowCount() == 2)
    assert held.banner.text == "Đã nhập 2 người mới."
    assert people(database) == 3


def test_a_value_that_is_still_wrong_leaves_the_row_waiting(qtbot: QtBot, held: HeldTab) -> None:
    look_at(held, "Vì Văn Bình")
    field = held.rows.panel.field
    assert field is not None
    field.setText("40/40/1990")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(held.banner.isVisible)
    assert "còn câu hỏi khác" in held.banner.text and held.rows.model.rowCount() == 4


def test_a_row_is_left_out_at_once_and_taken_back_from_the_banner(
    qtbot: QtBot, held: HeldTab, database: Database
) -> None:
    look_at(held, "Quàng Thị Hặc")
    held.rows.panel._skip.click()
    qtbot.waitUntil(lambda: held.rows.model.rowCount() == 3)
    qtbot.waitUntil(lambda: held.banner.text == "Đã bỏ dòng 2 (Quàng Thị Hặc).")
    assert held.banner._action.text() == "Hoàn tác"
    held.banner._action.click()
    qtbot.waitUntil(lambda: held.rows.model.rowCount() == 4)
    assert "Quàng Thị Hặc" in names(held) and held.banner.isHidden()
    assert people(database) == 1


def test_of_a_closed_course_the_person_is_offered_to_come_in_without_it(
    qtbot: QtBot, held: HeldTab, database: Database
) -> None:
    database.write(lambda s: s.execute(update(Course).values(status="closed")) and None)
    held.refresh()
    look_at(held, "Vì Văn Bình")
    field = held.rows.panel.field
    assert field is not None
    field.setText("12/03/1990")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Khóa TH-01 đã đóng" in held.banner.text)
    assert held.rows.model.rowCount() == 4 and people(database) == 1
    assert held.banner._action.text() == "Nhập, không ghi danh vào khóa"
    held.banner._action.click()
    qtbot.waitUntil(lambda: held.rows.model.rowCount() == 3)
    assert held.banner.text == "Đã nhập 1 người mới."
    born = select(Person.birth_date).where(Person.name == "Vì Văn Bình")
    assert database.read(lambda s: s.scalar(born)) == date(1990, 3, 12)


def test_a_repair_that_was_not_accepted_is_accepted_with_a_click(
    qtbot: QtBot, page: PeoplePage, database: Database, by: Context, tmp_path: Path
) -> None:
    path = tmp_path / "so.csv"
    path.write_text("Họ và tên;Năm sinh;Số CCCD\nLò Thị Ên;1987;014 187 001 234\n", "utf-8")
    choices = ListChoices(answers=Answers(accept_repairs=False))
    plan = read_list(path, choices, by.clock().date())
    database.write(lambda s: bring_in(s, by, [plan], choices))
    page.tabs.choose("held")
    tab = page.tab("held")
    assert isinstance(tab, HeldTab)
    qtbot.waitUntil(lambda: names(tab) == ["Lò Thị Ên"])
    assert not tab.ready.isVisible()
    tab.rows.choose(0)
    (accept, *_) = tab.rows.panel.buttons
    assert accept.accessibleName() == "Sửa như đề xuất"
    accept.click()
    qtbot.waitUntil(lambda: tab.rows.model.rowCount() == 0)
    assert people(database) == 1


def test_from_a_row_one_comes_to_its_file_and_back(
    qtbot: QtBot, page: PeoplePage, held: HeldTab, brought: dict[str, UUID]
) -> None:
    look_at(held, "Quàng Thị Hặc")
    held.batch.click()
    batches = page.tab("batches")
    assert isinstance(batches, BatchesTab) and page.shown is batches
    qtbot.waitUntil(lambda: batches.details.batch_id == brought["thuan chau.csv"])
    batches.held.click()
    assert page.shown is held
    qtbot.waitUntil(lambda: names(held) == ["Quàng Thị Hặc"])


def test_nothing_that_waits_says_so_with_a_way_on(qtbot: QtBot, page: PeoplePage) -> None:
    page.tabs.choose("held")
    tab = page.tab("held")
    assert isinstance(tab, HeldTab)
    qtbot.waitUntil(lambda: tab.status == "Không có dòng nào để lại.")
    tab.rows.empty.acted.emit()
    assert page.shown is page.importing


def test_each_file_tells_when_by_whom_and_what_became_of_it(batches: BatchesTab) -> None:
    model = batches.model
    keys = [column.key for column in model.columns]
    rows = [[str(model.index(r, c).data()) for c in range(len(keys))] for r in range(2)]
    by_file = {row[keys.index("file")]: dict(zip(keys, row, strict=True)) for row in rows}
    told = by_file["muong e.csv"]
    assert (told["added"], told["matched"], told["held"]) == ("1", "0", "3")
    assert told["course"] == "TH-01" and told["operator"] == "Lường Thị Kiểm"
    assert told["state"] == "còn dòng để lại"


def test_a_file_opens_with_its_rows_and_decisions(
    qtbot: QtBot, page: PeoplePage, batches: BatchesTab, database: Database
) -> None:
    row = next(n for n, b in enumerate(batches.model.records) if b.file_name == "muong e.csv")
    batches.table.opened.emit(row)
    qtbot.waitUntil(lambda: batches.details.rows.rowCount() == 4)
    said = "\n".join(label.text() for label in batches.details.findChildren(QLabel))
    assert "4 dòng: 1 mới, 3 để lại" in said and "khóa TH-01" in said
    batches.details.chips.choose("decisions")
    decided = batches.details.decisions
    texts = [str(decided.index(0, c).data()) for c in range(decided.columnCount())]
    assert {"Mất số 0 đầu", "912345678", "0912345678", "Chấp nhận sửa"} <= set(texts)
    batches.details.rows_table.opened.emit(0)
    assert page.shown is page.person


def test_a_file_is_taken_back_and_stays_in_the_list_greyed(
    qtbot: QtBot, batches: BatchesTab, database: Database
) -> None:
    row = next(n for n, b in enumerate(batches.model.records) if b.file_name == "muong e.csv")
    batches.table.selectRow(row)
    batches.undo.click()
    qtbot.waitUntil(lambda: batches.banner.text.startswith("Đã hoàn tác lần nhập muong e.csv"))
    qtbot.waitUntil(lambda: any(b.undone_at for b in batches.model.records))
    assert people(database) == 0
    at = next(n for n, b in enumerate(batches.model.records) if b.undone_at)
    last = batches.model.columnCount() - 1
    assert batches.model.index(at, last).data() == "đã hoàn tác"
    batches.table.selectRow(at)
    assert not batches.undo.isEnabled()
    batches.chips.choose("undone")
    assert [b.file_name for b in batches.model.records] == ["muong e.csv"]


def test_what_depends_on_a_file_is_named_and_nothing_is_taken_back(
    qtbot: QtBot, batches: BatchesTab, database: Database, by: Context
) -> None:
    def edit(session: Any) -> None:
        person = session.scalar(select(Person).where(Person.name == "Lò Thị Ên"))
        person.note, person.changed_by = "con ông Ín", "Người khác"
        person.changed_at = by.clock()

    database.write(edit)
    row = next(n for n, b in enumerate(batches.model.records) if b.file_name == "muong e.csv")
    batches.table.selectRow(row)
    batches.undo.click()
    qtbot.waitUntil(lambda: batches.window().findChild(BatchInUseDialog) is not None)
    dialog = batches.window().findChild(BatchInUseDialog)
    assert dialog is not None
    listed = dialog.findChild(QListWidget)
    assert listed is not None and "Lò Thị Ên" in listed.item(0).text()
    dialog.reject()
    assert people(database) == 1
    assert not any(b.undone_at for b in database.read(list_batches))


@pytest.mark.parametrize("kind", list(DependentKind))
def test_every_hindrance_has_words(kind: DependentKind) -> None:
    words = dependent_words(Dependent(kind, "Lò Thị Ên", "TH-01", 3))
    assert words.startswith("Lò Thị Ên: ") and "TH-01" in words and words.endswith(" (3)")


def test_a_later_file_is_named_with_its_time_and_what_to_do() -> None:
    later = Dependent(DependentKind.BATCH, "05_ds.csv", at=datetime(2026, 3, 2, 8, 5))
    words = dependent_words(later)
    assert words.startswith("Lần nhập 05_ds.csv lúc 08:05")
    assert words.endswith("hãy hoàn tác lần nhập này trước")


def test_the_tabs_are_walked_by_keyboard_and_a_person_leads_back_to_the_tab(
    qtbot: QtBot, brought: dict[str, UUID], page: PeoplePage, database: Database
) -> None:
    page.tabs.focus_chosen()
    qtbot.keyClick(page.tabs, Qt.Key.Key_Right)
    assert page.shown is page.tab("held")
    page.open(database.read(lambda s: person_called(s, "Lò Thị Ên")))
    assert page.shown is page.person
    page.person.left.emit()
    assert page.shown is page.tab("held")
