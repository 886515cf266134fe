"""Fixtures of the window: no screen, the program's dress, and jobs that are closed in the end."""

import os
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from taphuan.ui.jobs import Jobs
from taphuan.ui.theme import Theme, ThemeChoice


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The platform without a screen warns of what only a screen can do; nothing else may warn."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("^This plugin does not support", extend=True))


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The light dress; a test that changes it puts it back."""
    return Theme(qapp, ThemeChoice.LIGHT)


@pytest.fixture(autouse=True)
def dressed(theme: Theme) -> Iterator[None]:
    """Every test starts in light colours."""
    theme.choose(ThemeChoice.LIGHT)
    yield
    theme.choose(ThemeChoice.LIGHT)


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    """Jobs whose unexpected errors fail the test that made them."""
    unexpected: list[Exception] = []
    jobs = Jobs(lambda _, error: unexpected.append(error))
    yield jobs
    jobs.close()
    assert not unexpected
