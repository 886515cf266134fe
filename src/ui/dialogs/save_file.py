"""Asks where a file shall be saved; the last folder is offered again."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

_FORBIDDEN = str.maketrans(dict.fromkeys('<>:"/\\|?*', "-"))
_last_folder: list[Path] = []


def file_name(text: str) -> str:
    """The text as a name that Windows takes."""
    return text.translate(_FORBIDDEN).strip(" .") or "tap-huan"


def ask_save(parent: QWidget, title: str, name: str, filters: str) -> Path | None:
    """The path the user chose, None when they thought better of it.

    `filters` is Qt's ("Excel (*.xlsx);;PDF (*.pdf)"); a name typed without a suffix gets the
    one of the filter that was chosen.
    """
    folder = _last_folder[-1] if _last_folder else _documents()
    chosen, used = QFileDialog.getSaveFileName(
        parent, title, str(folder / file_name(name)), filters
    )
    if not chosen:
        return None
    path = Path(chosen)
    if not path.suffix:
        path = path.with_suffix(used.partition("*")[2].partition(")")[0].partition(" ")[0])
    _last_folder[:] = [path.parent]
    return path


def _documents() -> Path:
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(place) or ".")
