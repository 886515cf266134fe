"""The window: rail, pages, status line. It paints first and builds a page when it is shown."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QByteArray, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from .i18n import tr
from .pages import PageSpec
from .rail import Rail

if TYPE_CHECKING:
    from .page import Page

NARROW_EMS = 62
"""Below this width, in heights of a line, the rail shows icons alone."""


class MainWindow(QMainWindow):
    """Shows one page at a time. `painted` fires when words and icons of the rail are on the screen,
    `page_shown` brings the key of a page that was built and shown, `closing` comes before the end.
    """

    painted = Signal()
    page_shown = Signal(str)
    closing = Signal()

    def __init__(
        self,
        pages: Sequence[PageSpec],
        context: object,
        settings_path: Path,
        waits: bool = False,
    ) -> None:
        """With `waits` the first page is not opened by itself: the data file comes first."""
        super().__init__()
        self._specs = {spec.key: spec for spec in pages}
        self._context = context
        self._settings = QSettings(str(settings_path), QSettings.Format.IniFormat)
        self._pages: dict[str, Page] = {}
        self._current = ""
        self._wanted = "" if waits else next(iter(self._specs), "")
        self._rail = Rail(pages)
        self._stack = QStackedWidget()
        self._status = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._lay_out()
        self._add_shortcuts()
        self._restore()
        self._rail.chosen.connect(self.open_page)
        self._rail.painted.connect(self._after_words)

    @property
    def current(self) -> str:
        """The key of the page that is shown; empty until the first one is."""
        return self._current

    def page(self, key: str) -> "Page":
        """The page of a key, built now if it was never shown. Raises KeyError."""
        if key not in self._pages:
            page = self._specs[key].make(self._context)
            page.status_changed.connect(self._show_status)
            page.navigated.connect(self.open_page)
            self._pages[key] = page
            self._stack.addWidget(page)
        return self._pages[key]

    def open_page(self, key: str, target: object = None) -> None:
        """Show a page, and on it what `target` names. Raises KeyError."""
        if key == self._current and target is None:
            self._pages[key].go_home()
            return
        is_new, walks = key not in self._pages, self._walks_rail()
        page = self.page(key)
        if target is not None:
            page.open(target)
        self._current = key
        self._rail.choose(key)
        self._stack.setCurrentWidget(page)
        self.setWindowTitle(f"{tr('Tập Huấn')} — {self._specs[key].title}")
        self._show_status()
        if is_new and not walks:
            page.take_focus()
        page.show_page()
        self.page_shown.emit(key)

    def _walks_rail(self) -> bool:
        """Whether somebody goes along the rail with the arrow keys: the cursor stays there then.

        When the window comes up Qt puts it on the rail's first button; that is nobody's wish.
        """
        inside = self.focusWidget()
        return bool(self._current and inside and self._rail.isAncestorOf(inside))

    def on_changed(self, changes: Collection[str]) -> None:
        """Pass on what was written to every page that exists; connect `Jobs.changed` here."""
        for page in self._pages.values():
            page.on_changed(changes)

    def set_foot(self, organiser: str, backup: str) -> None:
        """The lines at the foot of the rail: whose data this is, when it was last backed up."""
        self._rail.set_foot(organiser, backup)

    def raise_up(self) -> None:
        """Come to the front: a second start of the program shows this window."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rail.set_narrow(self.width() < NARROW_EMS * self.fontMetrics().height())

    def closeEvent(self, event: QCloseEvent) -> None:
        losses = [loss for page in self._pages.values() if (loss := page.unsaved())]
        if losses and not self._loses(" ".join(losses)):
            event.ignore()
            return
        self._settings.setValue("window/geometry", self.saveGeometry())
        self._settings.sync()
        self.closing.emit()
        super().closeEvent(event)

    def _loses(self, what: str) -> bool:
        """Ask, because this cannot be undone. Staying is the default."""
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(QMessageBox.Icon.Warning, tr("Tập Huấn"), what, parent=self)
        stay = box.addButton(tr("Ở lại"), QMessageBox.ButtonRole.RejectRole)
        leave = box.addButton(tr("Đóng và bỏ"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(stay)
        box.exec()
        return box.clickedButton() is leave

    def _show_status(self) -> None:
        page = self._pages.get(self._current)
        self._status.setText(page.status if page else "")

    def _after_words(self) -> None:
        """The rail's words are painted: now load what draws icons, then the first page."""
        self._rail.painted.disconnect(self._after_words)
        QTimer.singleShot(0, self._draw_icons)

    def _draw_icons(self) -> None:
        self._rail.draw_icons()
        self._rail.repaint()
        self.painted.emit()
        if self._wanted and not self._current:
            QTimer.singleShot(0, self._open_first)

    def _open_first(self) -> None:
        if not self._current:
            self.open_page(self._wanted)

    def _add_shortcuts(self) -> None:
        for number, key in enumerate(self._specs, 1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(lambda key=key: self.open_page(key))

    def _restore(self) -> None:
        em = self.fontMetrics().height()
        self.setMinimumSize(40 * em, 28 * em)
        geometry = self._settings.value("window/geometry")
        if not (geometry and self.restoreGeometry(cast(QByteArray, geometry))):
            room = self.screen().availableGeometry()
            self.resize(min(1366, room.width()), min(768, room.height()))

    def _lay_out(self) -> None:
        self.setWindowTitle(tr("Tập Huấn"))
        em = self.fontMetrics().height()
        shell = QWidget()
        shell.setObjectName("shell")
        column = QVBoxLayout(shell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._rail)
        # a page may not push the window wider than a small screen
        self._stack.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        row.addWidget(self._stack, 1)
        column.addLayout(row, 1)
        foot = QFrame()
        foot.setObjectName("statusLine")
        line = QHBoxLayout(foot)
        line.setContentsMargins(em, em // 4, em, em // 4)
        line.addWidget(self._status)
        column.addWidget(foot)
        self.setCentralWidget(shell)
