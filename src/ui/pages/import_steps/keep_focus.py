"""Widgets that are built anew while somebody works in them: the cursor stays where it was."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def focused_name(owner: QWidget) -> str:
    """The accessible name of the widget inside that has the cursor; empty when none has."""
    inside = QApplication.focusWidget()
    while inside is not None and not inside.accessibleName() and inside is not owner:
        inside = inside.parentWidget()  # a number box has its cursor in a field of its own
    return inside.accessibleName() if inside and owner.isAncestorOf(inside) else ""


def focus_named(owner: QWidget, name: str) -> None:
    """Put the cursor into the widget of this name, if there still is one."""
    found = (w for w in owner.findChildren(QWidget) if name and w.accessibleName() == name)
    again = next((w for w in found if w.isEnabled()), None)
    if again is not None:
        again.setFocus(Qt.FocusReason.OtherFocusReason)
