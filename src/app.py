"""The composition root of the window: the only place that wires data file, jobs and pages."""

import gc
import os
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from . import __version__
from .models.errors import AppError
from .paths import data_folder
from .ui.context import AppContext
from .ui.i18n import Language, install_language
from .ui.jobs import Jobs
from .ui.pages import all_pages
from .ui.single import OneWindow
from .ui.theme import Theme, ThemeChoice, add_other_fonts
from .ui.window import MainWindow

if TYPE_CHECKING:
    from .db.database import Database
    from .models.context import Context
    from .services.settings import Settings
    from .ui.dialogs.set_up import SetUpData

TIMELOG = "TAPHUAN_TIMELOG"
"""Names a file that start-up writes its moments to, and ends the program after the first page."""


def run_window(data_file: Path) -> int:
    """Open the window on a data file; returns when it is closed, with the exit status."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("TapHuan")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("taphuan")
    data_file = data_file.absolute()
    data_file.parent.mkdir(parents=True, exist_ok=True)
    only = OneWindow(data_file)
    if not only.claim():
        return 0
    # Starting makes many objects that stay: looking for garbage among them costs a tenth of it.
    gc.disable()
    program = Program(app, data_file)
    only.asked.connect(program.window.raise_up)
    program.window.painted.connect(only.listen)
    program.window.painted.connect(lambda: _catch_bugs(program.window))
    program.started.connect(_keep_what_is_there)
    program.start()
    status = app.exec()
    program.end()
    only.release()
    return status


def _keep_what_is_there() -> None:
    gc.freeze()
    gc.enable()


def _catch_bugs(window: MainWindow) -> None:
    """Dialogs are not needed to paint the window, so they are imported after it."""
    from .ui.errors import catch_bugs

    catch_bugs(window)


def open_file(path: Path) -> "Database":
    """Open the data file. SQLAlchemy is imported here, after the window is painted."""
    from .db.open import open_database
    from .models.clock import utc_now

    return open_database(path, utc_now())


class Program(QObject):
    """The window with everything behind it, from the first paint to the last backup.

    `started` fires when the first page is there.
    """

    started = Signal()

    def __init__(self, app: QApplication, data_file: Path, home: Path | None = None) -> None:
        super().__init__()
        self._app = app
        self._home = home or data_folder()
        self._asked = bool(os.environ.get(TIMELOG))
        settings_path = self._home / "taphuan.ini"
        self.jobs = Jobs()
        self.context = AppContext(
            data_file,
            open_file,
            None,
            self.jobs,
            Theme(app),
            settings_path,
        )
        choice = str(self.context.program.value("theme", ThemeChoice.SYSTEM.value))
        self.context.theme.choose(ThemeChoice(choice))
        language = str(self.context.program.value("language", Language.VIETNAMESE.value))
        install_language(app, Language(language))
        self.window = MainWindow(all_pages(), self.context, settings_path, waits=True)
        self.window.painted.connect(self._painted)
        self.window.page_shown.connect(self._first_page)
        self.jobs.changed.connect(self.window.on_changed)
        self.jobs.changed.connect(self._changed)

    def start(self) -> None:
        """Show the window; the rest follows its first paint."""
        self.window.show()

    def end(self) -> None:
        """The window is closed: let go of the file, and leave a verified backup."""
        was_open = self.context.is_open
        self.context.close()
        if was_open and not os.environ.get(TIMELOG):
            self._back_up_at_the_end()

    def _back_up_at_the_end(self) -> None:
        """A backup that fails here is said, not lost silently; the data itself is safe."""
        from .db.backup import is_backed_up
        from .ui.errors import show

        try:
            if not is_backed_up(self.context.data_file):
                self._back_up()
        except AppError as error:
            show(None, error).exec()

    def _painted(self) -> None:
        log_moment("painted")
        add_other_fonts()
        self.context.by = _who_works(self._home)
        if self.context.data_file.exists():
            self._open()
        else:
            QTimer.singleShot(0, self._set_up)

    def _set_up(self) -> None:
        from .ui.dialogs.set_up import SetUpDialog

        data, accepted = SetUpDialog.get_data(self.context.by.operator, self.window)
        if not accepted:
            self.window.close()
            return
        self._work_as(data.operator)
        self._asked = True
        self.jobs.write(
            lambda _: _make_file(self.context, data),
            lambda _: self._open(),
            self._refused,
            self.window,
        )

    def _open(self) -> None:
        """Heavy modules and the file are loaded beside the window, then the first page."""
        self.jobs.read(lambda _: self._read_settings(), self._opened, self._refused, self.window)

    def _read_settings(self) -> "Settings":
        from .services.settings import load_settings

        return self.context.database.read(load_settings)

    def _opened(self, settings: "Settings") -> None:
        self._show_foot(settings)
        if not self._asked and not self._ask_operator():
            self.window.close()
            return
        self.window.open_page("home")
        if not os.environ.get(TIMELOG):
            QTimer.singleShot(3000, self._daily_backup)

    def _ask_operator(self) -> bool:
        """The name stamped on every fact; the one of the last start is offered."""
        from .ui.dialogs.ask_name import AskNameDialog

        name, accepted = AskNameDialog.get_data(self.context.by.operator, self.window)
        if accepted:
            self._work_as(name)
        return accepted

    def _work_as(self, operator: str) -> None:
        from .machine import rename_operator

        rename_operator(self._home, operator)
        self.context.by = replace(self.context.by, operator=operator)

    def _refused(self, error: AppError) -> None:
        """The file cannot be opened: say why; nothing was changed, so the program ends."""
        from .ui.errors import show

        box = show(self.window, error)
        box.finished.connect(self.window.close)

    def _show_foot(self, settings: "Settings") -> None:
        from .db.backup import dated_backups
        from .ui.i18n import tr

        days = dated_backups(self.context.data_file)
        backup = (
            tr("Sao lưu: {day}").format(day=f"{max(days):%d/%m/%Y}") if days else tr("Chưa sao lưu")
        )
        self.window.set_foot(settings.agency or tr("Chưa khai đơn vị"), backup)

    def _changed(self, changes: frozenset[str]) -> None:
        if changes & {"settings", "backups"}:
            self.context.read(_load_settings, self._show_foot, self.window)

    def _daily_backup(self) -> None:
        from .db.backup import dated_backups
        from .models.clock import local, utc_now

        if local(utc_now()).date() not in dated_backups(self.context.data_file):
            self.jobs.write(
                lambda _: self._back_up(), owner=self.window, changes=frozenset({"backups"})
            )

    def _back_up(self) -> None:
        from .db.backup import daily_backup
        from .models.clock import utc_now

        daily_backup(self.context.data_file, utc_now())

    def _first_page(self) -> None:
        self.window.page_shown.disconnect(self._first_page)
        self.started.emit()
        if os.environ.get(TIMELOG):
            self._wait_for_data()

    def _wait_for_data(self) -> None:
        if self.jobs.is_idle:
            log_moment("data")
            self.window.close()
        else:
            QTimer.singleShot(1, self._wait_for_data)


def _make_file(context: AppContext, data: "SetUpData") -> None:
    """A new data file, set up; a half made one is taken away again."""
    from .db.open import create_database
    from .models.clock import utc_now
    from .services.setup import set_up

    database = create_database(context.data_file, utc_now())
    try:
        database.write(
            lambda session: set_up(
                session,
                context.by,
                data.province_code,
                agency=data.agency,
                parent_agency=data.parent_agency,
                abbreviation=data.abbreviation,
            )
        )
    except BaseException:
        database.close()
        context.data_file.unlink(missing_ok=True)
        raise
    database.close()


def _who_works(home: Path) -> "Context":
    from .machine import load_machine
    from .models.context import Context

    machine = load_machine(home)
    return Context(machine.operator, machine.id)


def _load_settings(session: object) -> "Settings":
    from .services.settings import load_settings

    return load_settings(session)  # type: ignore[arg-type]


def log_moment(what: str) -> None:
    """Append a moment of the start to the file that TAPHUAN_TIMELOG names, if it does."""
    if path := os.environ.get(TIMELOG):
        with Path(path).open("a", encoding="utf-8") as log:
            log.write(f"{what} {time.monotonic_ns()}\n")
