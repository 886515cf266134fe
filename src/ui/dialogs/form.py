"""A dialog as a question: a column of fields, a sentence on what is wrong, and two buttons."""

from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from ..i18n import tr
from ..widgets.button import Kind
from ..widgets.field_form import FieldForm
from ..widgets.labels import Rank, label

Data = TypeVar("Data")


class FormDialog(QDialog, Generic[Data]):
    """Derive, add rows to `form`, and say in `data()` what was entered.

    `problem()` says in words what still hinders; the accepting button waits until it is empty.
    Give the subclass a `get_data(parent, …) -> tuple[Data, bool]` that calls `ask()`.
    """

    def __init__(
        self, title: str, accept: str = "", hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.form = FieldForm()
        self._problem = label("", Rank.NOTE)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._lay_out(title, hint)
        self._name_buttons(accept)

    def data(self) -> Data:
        """What was entered."""
        raise NotImplementedError

    def problem(self) -> str:
        """What hinders, in words; empty when the dialog may be accepted."""
        return ""

    def check(self) -> None:
        """Look again whether the dialog may be accepted; connect the fields' signals here."""
        problem = self.problem()
        self._problem.setText(problem)
        self._ok.setEnabled(not problem)

    def ask(self) -> tuple[Data, bool]:
        """Show the dialog and wait: what was entered, and whether it was accepted."""
        self.check()
        accepted = self.exec() == QDialog.DialogCode.Accepted
        return self.data(), accepted

    def showEvent(self, event: QShowEvent) -> None:
        """The cursor stands in the first field, and Tab comes to the buttons last."""
        super().showEvent(event)
        self.form.level()
        fields = [w for w in self.findChildren(QWidget) if self._takes_tab(w)]
        if fields and not event.spontaneous():
            for button in self._buttons.buttons():
                self.setTabOrder(fields[-1], button)
            next((w for w in fields if w.isEnabled()), fields[0]).setFocus()

    def _takes_tab(self, widget: QWidget) -> bool:
        by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
        return by_tab and widget.isVisible() and not self._buttons.isAncestorOf(widget)

    def _lay_out(self, title: str, hint: str) -> None:
        em = self.fontMetrics().height()
        column = QVBoxLayout(self)
        column.setContentsMargins(em + em // 2, em + em // 4, em + em // 2, em + em // 4)
        column.setSpacing(round(em * 0.75))
        column.addWidget(label(title, Rank.TITLE))
        if hint:
            column.addWidget(label(hint, Rank.MUTED))
        column.addLayout(self.form)
        column.addWidget(self._problem)
        column.addWidget(self._buttons)
        self.setMinimumWidth(em * 28)

    def _name_buttons(self, accept: str) -> None:
        self._ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setText(accept or tr("Đồng ý"))
        self._ok.setProperty("kind", Kind.PRIMARY.value)
        self._ok.style().polish(self._ok)  # its kind came after it was first dressed
        self._ok.setDefault(True)
        self._buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Hủy"))
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
