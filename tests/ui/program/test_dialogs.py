"""The dialogs of the program itself: the first start, and about."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from taphuan import __version__
from taphuan.paths import resource_path
from taphuan.ui.dialogs.about import AboutDialog, notice_text, notices
from taphuan.ui.dialogs.set_up import SetUpData, SetUpDialog
from taphuan.ui.widgets.labels import Rank

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def set_up(qtbot: QtBot) -> SetUpDialog:
    dialog = SetUpDialog("")
    qtbot.addWidget(dialog)
    return dialog


def test_the_first_start_asks_for_a_name_then_for_the_province(set_up: SetUpDialog) -> None:
    assert set_up.problem() == "Hãy nhập họ và tên người dùng máy"
    set_up._operator.setText("  Lò  Thị Ên ")
    assert set_up.problem() == "Hãy chọn tỉnh, thành phố"
    set_up._province.setCurrentIndex(set_up._province.findData("14"))
    assert set_up.problem() == ""
    assert set_up.data() == SetUpData("Lò Thị Ên", "14", "", "", "")


def test_provinces_stand_in_vietnamese_order(set_up: SetUpDialog) -> None:
    names = [set_up._province.itemText(at) for at in range(1, set_up._province.count())]
    assert len(names) == 34
    assert names[0] == "An Giang (91)"
    assert names.index("Đà Nẵng (48)") < names.index("Hà Nội (01)") < names.index("Sơn La (14)")


@pytest.mark.parametrize(
    ("shipped", "source"),
    [("licences/third_party.txt", "THIRD_PARTY.md"), ("licences/mit.txt", "LICENSE")],
)
def test_the_licences_that_ship_are_those_of_the_project(shipped: str, source: str) -> None:
    assert resource_path(shipped).read_bytes() == (ROOT / source).read_bytes()


@pytest.fixture
def about(qtbot: QtBot) -> AboutDialog:
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    return dialog


def test_about_tells_version_and_licence(about: AboutDialog) -> None:
    titles = [w.text() for w in about.findChildren(type(about._title))]
    assert f"Tập Huấn {__version__}" in titles
    assert about._title.property("kind") == Rank.TITLE.value
    assert about.text.toPlainText().startswith("MIT License")


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("others", "vietnamadminunits"),
        ("others", "PySide6"),
        ("fonts", "SIL OPEN FONT LICENSE"),
        ("icons", "MIT License"),
    ],
)
def test_every_notice_can_be_read(about: AboutDialog, key: str, words: str) -> None:
    about.tabs.choose(key)
    assert words in about.text.toPlainText()


def test_no_notice_is_empty() -> None:
    assert all(len(notice_text(notice)) > 500 for notice in notices())
