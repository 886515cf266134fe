"""Likely pairs and merging, as a user sees them."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session
from taphuan.db.database import Database
from taphuan.models.context import Context
from taphuan.services.comparison import PersonField
from taphuan.services.distinct import are_distinct
from taphuan.services.merge_question import MergeQuestion, merge_question
from taphuan.services.merging import Side
from taphuan.services.people import change_person, get_person, person_records
from taphuan.ui.context import AppContext
from taphuan.ui.dialogs.choose_person import ChoosePersonDialog
from taphuan.ui.dialogs.merge_people import MergePeopleDialog
from taphuan.ui.jobs import Jobs
from taphuan.ui.pages.people_parts import merging
from taphuan.ui.pages.people_parts.pairs_tab import PairsTab
from taphuan.ui.pages.people_parts.people_list import PeopleList
from taphuan.ui.pages.people_parts.person_page import PersonPage
from taphuan.ui.theme import Theme

MakePerson = Callable[..., UUID]
NUMBER, OTHER = "014187001234", "014187009876"


@pytest.fixture
def people(database: Database, make_person: MakePerson) -> dict[str, UUID]:
    """One woman stored twice, one number under two people, and somebody alone."""

    def fill(session: Any) -> dict[str, UUID]:
        return {
            "ên": make_person(session, "Lò Thị Ên", birth_date=date(1987, 5, 1), note="con ông Ín"),
            "en": make_person(
                session, "Lò Thị Én", birth_year=1987, phone="0912345678", note="y tế bản"
            ),
            "bình": make_person(session, "Vì Văn Bình", identity_number=NUMBER),
            "chung": make_person(session, "Cầm Văn Chung", identity_number=NUMBER),
            "dung": make_person(session, "Quàng Thị Dung", identity_number=OTHER),
        }

    return database.write(fill)


@pytest.fixture
def context(
    data_file: Path, jobs: Jobs, theme: Theme, by: Context, tmp_path: Path
) -> Iterator[AppContext]:
    context = AppContext(data_file, Database, by, jobs, theme, tmp_path / "taphuan.ini")
    yield context
    context.close()


@pytest.fixture
def tab(qtbot: QtBot, context: AppContext, people: dict[str, UUID]) -> PairsTab:
    """The tab with both pairs in it."""
    tab = PairsTab(context)
    qtbot.addWidget(tab)
    context.jobs.changed.connect(tab.on_changed)
    tab.resize(1170, 600)
    tab.show()
    tab.show_page()
    qtbot.waitUntil(lambda: tab.model.rowCount() == 2)
    return tab


@pytest.fixture
def question(database: Database, people: dict[str, UUID]) -> MergeQuestion:
    return database.read(lambda s: merge_question(s, people["ên"], people["en"]))


def shown(tab: PairsTab, column: int) -> list[str]:
    return [str(tab.model.index(row, column).data()) for row in range(tab.model.rowCount())]


def known_of(session: Session, person: UUID) -> tuple[object, ...]:
    found = get_person(session, person)
    return found.name, found.phone, found.birth_date


def agree(monkeypatch: pytest.MonkeyPatch, **sides: Side) -> None:
    """Whoever is asked to merge says yes, with these sides beside those proposed."""

    def answer(question: MergeQuestion, parent: object) -> tuple[object, bool]:
        dialog = MergePeopleDialog(question)
        for field, side in sides.items():
            dialog.radios[PersonField(field), side].setChecked(True)
        given = dialog.data()
        dialog.deleteLater()
        return given, True

    monkeypatch.setattr(merging.MergePeopleDialog, "get_data", answer)


def test_pairs_stand_with_the_reason_the_strongest_first(tab: PairsTab) -> None:
    assert shown(tab, 0) == ["Số căn cước", "Tên, năm sinh"]
    assert shown(tab, 1) == ["Vì Văn Bình", "Lò Thị Ên"]
    assert tab.status == "2 cặp"


def test_the_chosen_pair_is_compared_with_signs_and_not_by_colour_alone(
    qtbot: QtBot, tab: PairsTab
) -> None:
    tab.table.selectRow(1)
    qtbot.waitUntil(lambda: "0912345678" in tab.fields.texts)
    texts = tab.fields.texts
    at = texts.index("Ngày sinh")
    assert texts[at + 1 : at + 4] == ["01/05/1987", "≠", "1987"]
    assert texts[texts.index("Nơi ở") + 2] == "="
    spoken = {part.accessibleName() for part in tab.fields.findChildren(QLabel)}
    assert {"khác nhau", "giống nhau", "chỉ có ở hồ sơ thứ hai"} <= spoken


def test_numbers_are_compared_masked(qtbot: QtBot, tab: PairsTab) -> None:
    qtbot.waitUntil(lambda: "••••••••1234" in tab.fields.texts)
    assert NUMBER not in " ".join(tab.fields.texts)


def test_two_people_leave_the_list_and_come_back_with_undo(
    qtbot: QtBot, tab: PairsTab, people: dict[str, UUID], database: Database
) -> None:
    tab.table.selectRow(1)
    qtbot.keyClick(tab.table, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: tab.model.rowCount() == 1)
    assert tab.banner.text == "Đã ghi nhận Lò Thị Ên và Lò Thị Én là hai người."
    assert database.read(lambda s: are_distinct(s, people["ên"], people["en"]))
    tab.banner._action.click()
    qtbot.waitUntil(lambda: tab.model.rowCount() == 2)
    qtbot.keyClick(tab.table, Qt.Key.Key_Home)  # lets Ctrl go for the tests that follow


def test_merging_from_the_list_and_taking_it_back(
    qtbot: QtBot,
    tab: PairsTab,
    people: dict[str, UUID],
    database: Database,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    agree(monkeypatch, name=Side.OTHER)
    tab.table.selectRow(1)
    qtbot.keyClick(tab.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tab.model.rowCount() == 1)
    kept = database.read(lambda s: known_of(s, people["ên"]))
    assert kept == ("Lò Thị Én", "0912345678", date(1987, 5, 1))
    assert tab.banner.text == "Đã gộp Lò Thị Én vào Lò Thị Ên."
    tab.banner._action.click()
    qtbot.waitUntil(lambda: tab.model.rowCount() == 2)
    assert tab.banner.text == "Đã tách Lò Thị Én ra khỏi Lò Thị Ên."
    kept = database.read(lambda s: known_of(s, people["ên"]))
    assert kept == ("Lò Thị Ên", None, date(1987, 5, 1))


def test_without_pairs_the_tab_says_that_all_is_well(
    qtbot: QtBot, context: AppContext, database: Database
) -> None:
    tab = PairsTab(context)
    qtbot.addWidget(tab)
    tab.show()
    tab.show_page()
    qtbot.waitUntil(lambda: tab.status == "Không có cặp nào")
    assert not tab.merge_button.isVisible()


def test_the_dialog_shows_the_result_as_it_is_chosen(qtbot: QtBot, question: MergeQuestion) -> None:
    dialog = MergePeopleDialog(question)
    qtbot.addWidget(dialog)
    results = {field: shown.text() for field, shown in dialog.results.items()}
    assert results[PersonField.BIRTH] == "01/05/1987"
    assert results[PersonField.PHONE] == "0912345678"
    assert results[PersonField.NOTE] == "con ông Ín; y tế bản"
    dialog.radios[PersonField.NOTE, Side.OTHER].setChecked(True)
    dialog.radios[PersonField.PHONE, Side.KEPT].setChecked(True)
    assert dialog.results[PersonField.NOTE].text() == "y tế bản"
    assert dialog.results[PersonField.PHONE].text() == "–"
    answer = dialog.data()
    assert answer.choices[PersonField.NOTE] is Side.OTHER
    assert (answer.keep_id, answer.other_id) == (question.left.person_id, question.right.person_id)


def test_which_record_stays_turns_the_choices_round(qtbot: QtBot, question: MergeQuestion) -> None:
    dialog = MergePeopleDialog(question)
    qtbot.addWidget(dialog)
    dialog.keep_right.setChecked(True)
    answer = dialog.data()
    assert (answer.kept, answer.other) == ("Lò Thị Én", "Lò Thị Ên")
    assert answer.choices[PersonField.NAME] is Side.OTHER
    assert answer.choices[PersonField.PHONE] is Side.KEPT
    assert dialog.results[PersonField.NAME].text() == "Lò Thị Ên"


def test_two_identity_numbers_must_be_confirmed(
    qtbot: QtBot, database: Database, people: dict[str, UUID]
) -> None:
    question = database.read(lambda s: merge_question(s, people["bình"], people["dung"]))
    dialog = MergePeopleDialog(question)
    qtbot.addWidget(dialog)
    assert not dialog._ok.isEnabled()
    assert dialog.two_numbers is not None and dialog.overrule is None
    dialog.two_numbers.setChecked(True)
    assert dialog._ok.isEnabled() and dialog.data().two_numbers
    assert dialog.results[PersonField.IDENTITY].text() == "••••••••1234, ••••••••9876"


def test_the_person_page_tells_of_merged_records_and_parts_them(
    qtbot: QtBot,
    context: AppContext,
    people: dict[str, UUID],
    database: Database,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = PersonPage(context)
    qtbot.addWidget(page)
    context.jobs.changed.connect(page.on_changed)
    page.open(people["ên"])
    page.show()
    page.show_page()
    qtbot.waitUntil(lambda: page.history is not None)
    (other,) = database.read(lambda s: person_records(s, [get_person(s, people["en"]).seq]))
    monkeypatch.setattr(ChoosePersonDialog, "get_data", lambda *_: (other, True))
    agree(monkeypatch)
    page.merge()
    qtbot.waitUntil(lambda: len(page.merged) == 1)
    texts = [part.text() for part in page.findChildren(QLabel)]
    assert "Đã gộp từ 2 hồ sơ" in texts and "Lò Thị Én" in texts
    by = context.by
    database.write(lambda s: change_person(s, by, people["ên"], phone="0988000111").id)
    page.unmerge(page.merged[0])
    qtbot.waitUntil(lambda: not page.merged)
    assert page.banner.text == (
        "Đã tách Lò Thị Én ra khỏi Lò Thị Ên. Giữ nguyên phần đã sửa sau khi gộp: Điện thoại."
    )


def test_another_record_is_searched_for_among_everybody_else(
    qtbot: QtBot, context: AppContext, people: dict[str, UUID], database: Database
) -> None:
    (person,) = database.read(lambda s: person_records(s, [get_person(s, people["en"]).seq]))
    dialog = ChoosePersonDialog(context, person)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1)
    assert dialog.data() is None and not dialog._ok.isEnabled()
    dialog.table.selectRow(0)
    assert dialog._ok.isEnabled()
    chosen = dialog.data()
    assert chosen is not None and chosen.id == people["ên"]


def test_two_chosen_rows_of_the_list_are_merged(
    qtbot: QtBot,
    context: AppContext,
    people: dict[str, UUID],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = PeopleList(context)
    qtbot.addWidget(page)
    context.jobs.changed.connect(page.on_changed)
    page.resize(1170, 600)
    page.show()
    page.show_page()
    qtbot.waitUntil(lambda: page.model.rowCount() == 5)
    agree(monkeypatch)
    names = [str(page.model.index(row, 0).data()) for row in range(5)]
    assert not page._merge_action.isEnabled()
    page.table.selectRow(names.index("Lò Thị Ên"))
    page.table.selectionModel().select(
        page.model.index(names.index("Lò Thị Én"), 0),
        page.table.selectionModel().SelectionFlag.Select
        | page.table.selectionModel().SelectionFlag.Rows,
    )
    assert page._merge_action.isEnabled()
    page._merge_action.trigger()
    qtbot.waitUntil(lambda: page.model.rowCount() == 4)
    assert page.banner.text.startswith("Đã gộp ")
