"""Saving a file from a page: ask where, write it beside the window, say where it is."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from .context import AppContext
from .dialogs.save_file import ask_save
from .i18n import tr
from .jobs import Progress
from .page import Page
from .palette import Tone

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

T = TypeVar("T")


def save_from_page(
    page: Page,
    context: AppContext,
    name: str,
    filters: str,
    read: Callable[["Session"], T],
    export: Callable[[Path, T, Progress], object],
) -> None:
    """Ask for a path, read records, write the file with progress and cancel, and say so.

    The page's banner tells where the file is and opens it.
    """
    path = ask_save(page, tr("Lưu tệp"), name, filters)
    if path is None:
        return
    page.banner.hide()
    handle = context.make_file(
        read,
        lambda records, progress: export(path, records, progress),
        lambda _: say_saved(page, path),
        page,
    )
    page.progress.follow(handle, tr("Đang ghi {name}").format(name=path.name))


def say_saved(page: Page, path: Path) -> None:
    """Tell on the page where a file or folder was saved, with a link that opens it."""
    page.banner.say(
        tr("Đã lưu {path}").format(path=path),
        Tone.PRESENT,
        tr("Mở thư mục") if path.is_dir() else tr("Mở tệp"),
        lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))),
    )
