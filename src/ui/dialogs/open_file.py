"""Asks which file or folder shall be read."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def ask_open(parent: QWidget, title: str, filters: str, folder: Path | None = None) -> Path | None:
    """The file the user chose, None when they thought better of it; `filters` is Qt's."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(folder or ""), filters)
    return Path(chosen) if chosen else None


def ask_folder(parent: QWidget, title: str) -> Path | None:
    """The folder the user chose, None when they thought better of it."""
    chosen = QFileDialog.getExistingDirectory(parent, title)
    return Path(chosen) if chosen else None
