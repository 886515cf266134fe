"""The window: eight pages on a rail, built when first shown, kept where it was left."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from taphuan.ui.page import Page
from taphuan.ui.pages import PageSpec, all_pages
from taphuan.ui.theme import Theme, ThemeChoice
from taphuan.ui.widgets.button import primary
from taphuan.ui.widgets.search_box import SearchBox
from taphuan.ui.window import MainWindow


class TinyPage(Page):
    """Counts how often it loads."""

    watches = frozenset({"people"})

    def __init__(self, context: list[str]) -> None:
        super().__init__("Trang thử")
        context.append("built")
        self.loads = self.homes = 0
        self.target: object = None
        self.body.addWidget(QLabel("Nội dung"))

    def load(self) -> None:
        self.loads += 1
        self.set_status(f"lần {self.loads}")

    def open(self, target: object) -> None:
        self.target = target

    def go_home(self) -> None:
        self.homes += 1


def specs() -> tuple[PageSpec, ...]:
    """The program's rail, with tiny pages behind it."""
    return tuple(PageSpec(spec.key, spec.title, spec.icon, TinyPage) for spec in all_pages())


@pytest.fixture
def built() -> list[str]:
    """Which pages were built."""
    return []


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, built: list[str]) -> MainWindow:
    """A window that shows its first page."""
    window = MainWindow(specs(), built, tmp_path / "window.ini")
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.page_shown, timeout=5000):
        window.show()
    return window


def tiny(window: MainWindow, key: str) -> TinyPage:
    """A page of the window."""
    page = window.page(key)
    assert isinstance(page, TinyPage)
    return page


def test_only_the_page_that_is_shown_is_built(window: MainWindow, built: list[str]) -> None:
    assert window.current == "home"
    assert built == ["built"]


def test_the_window_is_painted_before_its_first_page_is_built(
    qtbot: QtBot, tmp_path: Path, built: list[str]
) -> None:
    window = MainWindow(specs(), built, tmp_path / "window.ini")
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.painted, timeout=5000):
        window.show()
    assert built == []


@pytest.mark.parametrize(("number", "key"), list(enumerate([s.key for s in specs()], 1)))
def test_ctrl_and_a_figure_open_a_page(
    qtbot: QtBot, window: MainWindow, number: int, key: str
) -> None:
    window.activateWindow()
    figure = Qt.Key(Qt.Key.Key_0 + number)
    qtbot.keyClick(window, figure, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.current == key, timeout=5000)
    assert window.windowTitle() == f"Tập Huấn — {specs()[number - 1].title}"


def test_a_page_loads_when_shown_and_again_only_when_something_it_watches_changed(
    window: MainWindow,
) -> None:
    home = tiny(window, "home")
    window.open_page("people")
    window.open_page("home")
    assert home.loads == 1
    window.on_changed({"courses"})
    assert home.loads == 1
    window.on_changed({"people"})
    assert home.loads == 2


def test_a_hidden_page_waits_with_its_refresh_until_it_is_shown(window: MainWindow) -> None:
    home = tiny(window, "home")
    window.open_page("tally")
    window.on_changed({"people"})
    assert home.loads == 1
    window.open_page("home")
    assert home.loads == 2


def test_a_page_leads_to_another_and_says_what_to_open_there(window: MainWindow) -> None:
    tiny(window, "home").navigated.emit("courses", "TH-01")
    assert window.current == "courses"
    assert tiny(window, "courses").target == "TH-01"
    assert tiny(window, "courses").homes == 0


def test_the_status_line_belongs_to_the_page_in_sight(window: MainWindow) -> None:
    window.open_page("people")
    tiny(window, "home").set_status("của trang khác")
    texts = [label.text() for label in window.findChildren(QLabel)]
    assert "lần 1" in texts
    assert "của trang khác" not in texts


def test_the_window_opens_where_it_was_left(qtbot: QtBot, tmp_path: Path) -> None:
    first = MainWindow(specs(), [], tmp_path / "window.ini")
    first.resize(700, 610)
    first.show()
    first.close()
    second = MainWindow(specs(), [], tmp_path / "window.ini")
    qtbot.addWidget(second)
    assert (second.width(), second.height()) == (700, 610)
    qtbot.addWidget(first)


@pytest.mark.parametrize(("width", "height", "narrow"), [(1366, 768, False), (911, 512, True)])
def test_the_rail_fits_a_laptop_and_shows_icons_alone_where_it_is_narrow(
    window: MainWindow, width: int, height: int, narrow: bool
) -> None:
    window.resize(width, height)
    assert (window.width(), window.height()) == (width, height)
    rail = window.findChild(QWidget, "rail")
    assert rail is not None
    assert (rail.sizeHint().width() < 100) is narrow


def test_rail_buttons_are_named_and_reached_by_keyboard(qtbot: QtBot, window: MainWindow) -> None:
    rail = window._rail
    button = rail.button("people")
    assert button.accessibleName() == "Học viên"
    assert button.toolTip() == "Học viên (Ctrl+4)"
    rail.button("home").setFocus()
    qtbot.keyClick(rail.button("home"), Qt.Key.Key_Down)
    assert window.current == "courses"


def test_a_page_has_one_primary_button(qtbot: QtBot) -> None:
    page = TinyPage([])
    qtbot.addWidget(page)
    page.header.add_action(primary("Lập báo cáo"))
    with pytest.raises(ValueError, match="one primary"):
        page.header.add_action(primary("Xuất Excel"))


def test_the_ground_of_the_window_follows_the_theme(theme: Theme, window: MainWindow) -> None:
    light = window.grab().toImage().pixelColor(400, 300).lightness()
    theme.choose(ThemeChoice.DARK)
    dark = window.grab().toImage().pixelColor(400, 300).lightness()
    assert light > 200
    assert dark < 60


def test_importing_the_window_brings_nothing_heavy() -> None:
    code = "import sys, taphuan.ui.window; print(*sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    loaded = set(done.stdout.split())
    qt = {name for name in loaded if name.startswith("PySide6.Qt")}
    assert qt == {"PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets"}
    heavy = {"sqlalchemy", "pandas", "reportlab", "openpyxl", "PIL", "asyncio"}
    assert not loaded & heavy


class SearchedPage(TinyPage):
    """A page with a search box below a button."""

    def __init__(self, context: list[str]) -> None:
        super().__init__(context)
        self.header.add_action(primary("Thêm"))
        self.search = SearchBox("Tìm")
        self.body.addWidget(self.search)


@pytest.fixture
def searched(qtbot: QtBot, tmp_path: Path, built: list[str]) -> MainWindow:
    """A window of pages with search boxes, that has the keyboard."""
    pages = tuple(PageSpec(s.key, s.title, s.icon, SearchedPage) for s in all_pages())
    window = MainWindow(pages, built, tmp_path / "window.ini")
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.page_shown, timeout=5000):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def test_at_the_start_the_page_has_the_keyboard_not_the_rail(searched: MainWindow) -> None:
    page = searched.page("home")
    assert isinstance(page, SearchedPage) and page.search.hasFocus()


def test_a_click_on_the_rail_leads_the_keyboard_into_the_page(
    qtbot: QtBot, searched: MainWindow
) -> None:
    qtbot.mouseClick(searched._rail.button("people"), Qt.MouseButton.LeftButton)
    page = searched.page("people")
    assert isinstance(page, SearchedPage) and page.search.hasFocus()


def test_whoever_walks_along_the_rail_stays_on_it(qtbot: QtBot, searched: MainWindow) -> None:
    searched._rail.button("home").setFocus()
    qtbot.keyClick(searched._rail.button("home"), Qt.Key.Key_Down)
    assert searched.current == "courses"
    assert searched._rail.button("courses").hasFocus()
