"""The curriculum page: skills with their topics, search, and topics of one's own."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from taphuan.db.database import Database
from taphuan.models.context import Context
from taphuan.models.courses import SessionTopic
from taphuan.services.courses import CourseRecord
from taphuan.services.curriculum import SkillGroup, add_topic, load_curriculum
from taphuan.ui.context import AppContext
from taphuan.ui.dialogs.topic import TopicData, TopicDialog
from taphuan.ui.pages import curriculum
from taphuan.ui.pages.curriculum import CurriculumPage

Settled = Callable[[], None]
OWN = "Nộp thuế đất trên eTax Mobile"


@pytest.fixture
def page(context: AppContext, shown: Callable[[CurriculumPage], None]) -> CurriculumPage:
    page = CurriculumPage(context)
    shown(page)
    return page


@pytest.fixture
def own_topic(database: Database, by: Context) -> str:
    """A topic added to the first skill; its key."""
    return database.write(lambda s: add_topic(s, by, "dvc", OWN).key)


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Callable[[TopicData], None]:
    """What somebody enters in the dialog."""

    def answer(data: TopicData) -> None:
        monkeypatch.setattr(TopicDialog, "get_data", classmethod(lambda *_, **__: (data, True)))

    return answer


def column(page: CurriculumPage, key: str) -> list[str]:
    at = [c.key for c in page.model.columns].index(key)
    return [page.model.index(row, at).data() for row in range(page.model.rowCount())]


def choose(page: CurriculumPage, name: str) -> None:
    page.table.selectRow(column(page, "name").index(name))


def test_skills_stand_at_the_left_with_their_topics_and_courses(
    database: Database, page: CurriculumPage, make_course: Callable[..., CourseRecord],
    settled: Settled,
) -> None:  # fmt: skip
    database.write(lambda s: make_course(s, skills=("dvc",)) and None)
    page.refresh()
    settled()
    notes = page.skills.notes()
    assert list(notes) == [
        "all", "dvc", "shopping", "payment", "safety", "platforms", "context",
    ]  # fmt: skip
    assert notes["dvc"] == "Sử dụng dịch vụ công trực tuyến: 8 nội dung · 1 khóa"
    assert notes["context"] == "Bối cảnh chung: 2 nội dung"


def test_a_skill_shows_its_topics_with_outcomes_and_what_is_not_taught_any_more(
    page: CurriculumPage,
) -> None:
    page.skills.choose("dvc")
    assert len(column(page, "name")) == 8
    assert column(page, "outcome")[:3] == ["Có kết quả", "Có kết quả", ""]
    assert "Ngừng từ 01/07/2025" in column(page, "state")
    assert "trước đây: Tạo tài khoản dịch vụ công trực tuyến" in column(page, "name")[0]


def test_search_goes_through_all_skills_without_accents(qtbot: QtBot, page: CurriculumPage) -> None:
    page.skills.choose("payment")
    qtbot.keyClicks(page.search, "tai khoan")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert len(set(column(page, "skill"))) > 1
    assert all("ài khoản" in name for name in column(page, "name"))


def test_what_nothing_is_called_says_so(qtbot: QtBot, page: CurriculumPage) -> None:
    qtbot.keyClicks(page.search, "xyz")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert page.table._empty is not None and page.table._empty.isVisible()


def test_a_topic_is_added_to_the_skill_and_taken_back(
    page: CurriculumPage, settled: Settled, answers: Callable[[TopicData], None]
) -> None:
    answers(TopicData("dvc", OWN, True))
    page.skills.choose("dvc")
    page.add.click()
    settled()
    assert column(page, "name")[-1] == OWN
    assert column(page, "state")[-1] == "Tự thêm"
    assert page.banner.text == f"Đã thêm “{OWN}”."
    page.banner._action.click()
    settled()
    assert OWN not in column(page, "name")


def test_topics_of_the_reference_data_cannot_be_edited(page: CurriculumPage) -> None:
    page.table.selectRow(0)
    assert not any(b.isEnabled() for b in (page.edit, page.retire, page.remove))
    assert page.edit.toolTip() == "Chỉ sửa được nội dung tự thêm"


def test_a_topic_of_ones_own_is_renamed_and_the_name_comes_back(
    own_topic: str,
    page: CurriculumPage,
    settled: Settled,
    answers: Callable[[TopicData], None],
) -> None:
    answers(TopicData("dvc", "Nộp thuế trên điện thoại", False))
    choose(page, OWN)
    page.edit.click()
    settled()
    assert "Nộp thuế trên điện thoại" in column(page, "name")
    page.banner._action.click()
    settled()
    assert OWN in column(page, "name")


def test_a_retired_topic_is_grey_with_its_day_and_can_be_taught_again(
    own_topic: str, page: CurriculumPage, settled: Settled
) -> None:
    choose(page, OWN)
    page.retire.click()
    settled()
    at = column(page, "name").index(OWN)
    assert column(page, "state")[at] == "Ngừng từ 02/03/2026"
    choose(page, OWN)
    assert page.retire.text() == "Dạy lại"
    page.retire.click()
    settled()
    assert column(page, "state")[at] == "Tự thêm"


def test_an_unused_topic_is_deleted_and_comes_back(
    own_topic: str, page: CurriculumPage, settled: Settled
) -> None:
    choose(page, OWN)
    page.remove.click()
    settled()
    assert OWN not in column(page, "name")
    page.banner._action.click()
    settled()
    assert OWN in column(page, "name")


def test_a_topic_that_was_taught_is_retired_not_deleted(
    own_topic: str,
    database: Database,
    make_course: Callable[..., CourseRecord],
    page: CurriculumPage,
    settled: Settled,
) -> None:
    def teach(session):  # type: ignore[no-untyped-def]
        course = make_course(session)
        session.add(SessionTopic(session_id=course.sessions[0].id, topic_key=own_topic))

    database.write(teach)
    page.refresh()
    settled()
    choose(page, OWN)
    assert page.retire.isEnabled() and not page.remove.isEnabled()
    assert "đã dùng 1 lần" in page.status


def test_the_topics_are_copied_as_they_are_seen(page: CurriculumPage) -> None:
    page.skills.choose("context")
    page.table.copy_rows()
    assert "Ý nghĩa của chuyển đổi số" in QGuiApplication.clipboard().text()


@pytest.fixture
def groups(database: Database) -> tuple[SkillGroup, ...]:
    return database.read(load_curriculum)


def test_the_dialog_refuses_a_name_the_skill_has_and_says_why(
    qtbot: QtBot, groups: tuple[SkillGroup, ...]
) -> None:
    dialog = TopicDialog(groups, "dvc")
    qtbot.addWidget(dialog)
    assert dialog.problem() == "Hãy nhập tên nội dung"
    dialog._name.setText("  dịch vụ bưu chính  công ích ")
    assert dialog.problem() == "Kỹ năng này đã có nội dung đó"
    dialog._skill.setCurrentIndex(dialog._skill.findData(""))
    assert dialog.problem() == ""
    assert dialog.data() == TopicData(None, "dịch vụ bưu chính công ích", False)


def test_on_a_small_screen_names_have_the_room(page: CurriculumPage, qtbot: QtBot) -> None:
    page.resize(850, 480)
    qtbot.waitUntil(lambda: "skill" not in [c.key for c in page.model.columns])
    assert not page.table.horizontalScrollBar().isVisible()
    assert page.skills.current() == curriculum.ALL
