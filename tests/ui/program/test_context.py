"""The context of the pages: the data file is opened once, whoever comes first."""

from contextlib import suppress
from pathlib import Path
from threading import Barrier, BrokenBarrierError

from pytestqt.qtbot import QtBot
from taphuan.db.database import Database
from taphuan.models.context import Context
from taphuan.services.settings import load_settings
from taphuan.ui.context import AppContext
from taphuan.ui.jobs import Jobs
from taphuan.ui.theme import Theme


def test_readers_that_start_together_open_the_file_once(
    qtbot: QtBot, data_file: Path, by: Context, jobs: Jobs, theme: Theme, tmp_path: Path
) -> None:
    together, opened = Barrier(2), []

    def open_slowly(path: Path) -> Database:
        """Wait until the other reader is here too; where one opens alone, it never comes."""
        with suppress(BrokenBarrierError):
            together.wait(0.2)
        opened.append(Database(path))
        return opened[-1]

    context = AppContext(data_file, open_slowly, by, jobs, theme, tmp_path / "taphuan.ini")
    done: list[object] = []
    for _ in range(2):
        context.read(load_settings, done.append)
    qtbot.waitUntil(lambda: len(done) == 2)
    context.close()
    assert len(opened) == 1
