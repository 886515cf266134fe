"""The context pages are called with, on a data file that is set up."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from taphuan.db.database import Database
from taphuan.machine import rename_operator
from taphuan.models.context import Context
from taphuan.ui.context import AppContext
from taphuan.ui.jobs import Jobs
from taphuan.ui.page import Page
from taphuan.ui.theme import Theme

WAIT = 8000


@pytest.fixture
def home(tmp_path: Path, by: Context) -> Path:
    """The folder of the program's own settings; the machine knows its operator."""
    folder = tmp_path / "home"
    rename_operator(folder, by.operator)
    return folder


@pytest.fixture
def context(
    data_file: Path, by: Context, jobs: Jobs, theme: Theme, home: Path
) -> Iterator[AppContext]:
    """What pages are called with; its clock stands on 2 March 2026."""
    opened = AppContext(data_file, Database, by, jobs, theme, home / "taphuan.ini")
    yield opened
    opened.close()


@pytest.fixture
def settled(qtbot: QtBot, context: AppContext) -> Callable[[], None]:
    """Waits until no job is under way."""

    def wait() -> None:
        qtbot.waitUntil(lambda: context.jobs.is_idle, timeout=WAIT)

    return wait


@pytest.fixture
def shown(qtbot: QtBot, context: AppContext, settled: Callable[[], None]) -> Callable[[Page], None]:
    """Shows a page in the size of a small laptop's window, loaded, and tells it of changes."""

    def show(page: Page) -> None:
        qtbot.addWidget(page)
        context.jobs.changed.connect(page.on_changed)
        page.resize(1184, 740)
        page.show()
        page.show_page()
        settled()

    return show
