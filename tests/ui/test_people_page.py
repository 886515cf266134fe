from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from sqlalchemy import select
from taphuan.db.database import Database
from taphuan.models.context import Context
from taphuan.models.program import AuditEntry
from taphuan.services.commune_choices import commune_choices
from taphuan.services.courses import CourseRecord
from taphuan.services.enrolments import EnrolmentRecord
from taphuan.services.person_details import PersonDetails
from taphuan.ui.context import AppContext
from taphuan.ui.dialogs.person import PersonDialog
from taphuan.ui.jobs import Jobs
from taphuan.ui.pages.people import PeoplePage
from taphuan.ui.pages.people_parts import people_list
from taphuan.ui.theme import Theme
from taphuan.ui.widgets.labels import ElidedLabel

MakePerson = Callable[..., UUID]
NAMES = ("Lò Thị Ên", "Vì Văn Bình", "Cầm Thị Dung", "Lò Văn Giang")
NUMBER = "014187001234"
DAY = date(2026, 3, 2)


@pytest.fixture
def people(database: Database, make_person: MakePerson) -> dict[str, UUID]:
    """Four people, one of whom has an identity number and a phone."""

    def fill(session: Any) -> dict[str, UUID]:
        ids = {name: make_person(session, name, hamlet="Bản Púa") for name in NAMES[1:]}
        first = make_person(session, NAMES[0], "03727", identity_number=NUMBER, phone="0912345678")
        return {NAMES[0]: first, **ids}

    return database.write(fill)


@pytest.fixture
def context(
    data_file: Path, jobs: Jobs, theme: Theme, by: Context, tmp_path: Path
) -> Iterator[AppContext]:
    context = AppContext(data_file, Database, by, jobs, theme, tmp_path / "taphuan.ini")
    yield context
    context.close()


@pytest.fixture
def page(qtbot: QtBot, context: AppContext) -> PeoplePage:
    """The page as the window shows it, with everybody in it."""
    page = PeoplePage(context)
    qtbot.addWidget(page)
    context.jobs.changed.connect(page.on_changed)
    page.resize(1170, 700)
    page.show()
    page.show_page()
    qtbot.waitUntil(lambda: page.status != "")
    return page


def shown(page: PeoplePage, key: str = "name") -> list[str]:
    """What the table shows in a column, from the top."""
    model = page.list.model
    column = [c.key for c in model.columns].index(key)
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def words(widget: Any) -> str:
    """All the texts of a page's labels."""
    return "\n".join(part.text() for part in widget.findChildren(QLabel))


def test_everybody_stands_in_the_order_of_given_names_with_their_number_below(
    people: dict[str, UUID], page: PeoplePage
) -> None:
    assert shown(page) == ["Vì Văn Bình", "Cầm Thị Dung", "Lò Thị Ên", "Lò Văn Giang"]
    assert page.status == "4 học viên"
    assert shown(page, "commune") == ["Thuận Châu", "Thuận Châu", "Mường É", "Thuận Châu"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("lo", ["Lò Thị Ên", "Lò Văn Giang"]),
        ("giang lo", ["Lò Văn Giang"]),
        ("0912 345", ["Lò Thị Ên"]),
        ("1234", ["Lò Thị Ên"]),
    ],
)
def test_typing_finds_without_accents_in_any_order_by_phone_and_by_last_four(
    qtbot: QtBot, people: dict[str, UUID], page: PeoplePage, typed: str, found: list[str]
) -> None:
    qtbot.keyClicks(page.list.search, typed)
    qtbot.waitUntil(lambda: shown(page) == found)
    assert page.status == f"Tìm thấy {len(found)} học viên"


def test_whom_nobody_is_called_is_said_with_a_way_back(
    qtbot: QtBot, people: dict[str, UUID], page: PeoplePage
) -> None:
    qtbot.keyClicks(page.list.search, "xyz")
    qtbot.waitUntil(lambda: page.status == "Không tìm thấy ai")
    page.list._empty.acted.emit()
    qtbot.waitUntil(lambda: len(shown(page)) == 4)


def test_a_number_is_shown_for_the_chosen_row_alone_until_another_is_chosen(
    qtbot: QtBot, people: dict[str, UUID], page: PeoplePage, database: Database
) -> None:
    assert shown(page, "identity")[2] == "••••••••1234"
    page.list.table.selectRow(2)
    page.list._number_button.click()
    qtbot.waitUntil(lambda: shown(page, "identity")[2] == NUMBER)
    page.list.table.selectRow(1)
    assert shown(page, "identity")[2] == "••••••••1234"
    entries = database.read(lambda session: list(session.scalars(select(AuditEntry.action))))
    assert entries == ["identity_shown"]


def test_who_has_no_number_offers_none_to_show(people: dict[str, UUID], page: PeoplePage) -> None:
    page.list.table.selectRow(0)
    assert not page.list._number_button.isEnabled()


def test_down_enters_the_table_enter_opens_the_person_and_escape_leads_back(
    qtbot: QtBot,
    database: Database,
    people: dict[str, UUID],
    page: PeoplePage,
) -> None:
    qtbot.keyClick(page.list.search, Qt.Key.Key_Down)
    assert page.list.table.selected_rows() == [0]
    qtbot.keyClick(page.list.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.person.header.title.text() == "Vì Văn Bình")
    assert page.shown is page.person
    page.person.left.emit()
    assert page.shown is page.list and page.list.table.selected_rows() == [0]


def test_a_person_shows_courses_cards_and_masked_number(
    qtbot: QtBot,
    database: Database,
    make_course: Callable[..., CourseRecord],
    enrolled: Callable[..., EnrolmentRecord],
    people: dict[str, UUID],
    page: PeoplePage,
) -> None:
    person = people["Lò Thị Ên"]
    database.write(lambda session: enrolled(session, make_course(session), person=person))
    page.open(person)
    page.show_page()
    qtbot.waitUntil(lambda: "dự 0/5 buổi" in words(page.person))
    assert "••••••••1234" in words(page.person) and NUMBER not in words(page.person)
    page.person._number_button.click()
    qtbot.waitUntil(lambda: NUMBER in words(page.person))


def test_a_correction_shows_at_once_in_history_and_list(
    qtbot: QtBot, people: dict[str, UUID], page: PeoplePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(*_: Any) -> tuple[PersonDetails, bool]:
        return PersonDetails(name="Vì Văn Bính"), True

    monkeypatch.setattr(PersonDialog, "get_data", answer)
    page.open(people["Vì Văn Bình"])
    page.show_page()
    qtbot.waitUntil(lambda: page.person.history is not None)
    page.person._edit.click()
    qtbot.waitUntil(lambda: page.person.header.title.text() == "Vì Văn Bính")
    assert page.person.banner.text == "Đã ghi Vì Văn Bính."
    page.person.left.emit()
    qtbot.waitUntil(lambda: "Vì Văn Bính" in shown(page))


def test_somebody_with_a_number_that_is_known_is_not_entered_twice(
    qtbot: QtBot, people: dict[str, UUID], page: PeoplePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(*_: Any) -> tuple[PersonDetails, bool]:
        return PersonDetails(name="Lò Thị Én", identity_number=NUMBER), True

    monkeypatch.setattr(PersonDialog, "get_data", answer)
    page.list.add_person()
    qtbot.waitUntil(page.list.banner.isVisible)
    assert page.list.banner.text == "Số căn cước này đã có ở Lò Thị Ên; chưa ghi gì."
    assert len(shown(page)) == 4


def test_the_export_holds_the_people_of_the_search(
    qtbot: QtBot,
    people: dict[str, UUID],
    page: PeoplePage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / "Học viên.csv"
    monkeypatch.setattr(people_list, "ask_save", lambda *_: target)
    qtbot.keyClicks(page.list.search, "lo")
    qtbot.waitUntil(lambda: len(shown(page)) == 2)
    page.list._export_button.click()
    qtbot.waitUntil(lambda: page.list.banner.text.startswith("Đã lưu"))
    lines = target.read_text(encoding="utf-8-sig").splitlines()
    assert [line.split(",")[0] for line in lines] == ["Họ và tên", "Lò Thị Ên", "Lò Văn Giang"]
    assert NUMBER not in "".join(lines)


def test_an_empty_file_leads_to_the_import(qtbot: QtBot, page: PeoplePage) -> None:
    assert page.status == "Chưa có học viên nào"
    page.list._empty.acted.emit()
    assert page.shown is page.importing
    assert isinstance(page.importing.header.title, ElidedLabel)
    assert page.importing.header.title.text() == "Nhập học viên từ Excel"


def test_the_dialog_takes_a_person_with_a_commune_typed_without_accents(
    qtbot: QtBot, database: Database
) -> None:
    communes = database.read(lambda session: commune_choices(session, DAY))
    dialog = PersonDialog(communes, DAY)
    qtbot.addWidget(dialog)
    assert dialog.problem() == "Hãy nhập họ và tên"
    dialog._name.setText("  Lò Thị  Ên ")
    dialog._birth.setText("1987")
    dialog._commune.setText("muong e")
    assert dialog.problem() == "Hãy chọn xã trong danh sách gợi ý"
    dialog._commune.setText("xa muong e")
    assert dialog.problem() == ""
    details = dialog.data()
    assert (details.name, details.birth_year, details.birth_date) == ("Lò Thị Ên", 1987, None)
    assert details.unit_id == next(c.id for c in communes if c.code == "03727")
