"""How the window looks and speaks on this machine, and who works at it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit

from ....models.names import nfc
from ...context import AppContext
from ...i18n import Language, language, tr
from ...theme import ThemeChoice
from ...widgets.card import Card
from ...widgets.field_form import FieldForm
from ...widgets.filter_chips import Chip, FilterChips
from ...widgets.labels import Rank, label


class AppearanceCard(Card):
    """Theme and language act by themselves, the operator's name is saved with the page."""

    changed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__(tr("Giao diện"))
        self._context = context
        self.theme = FilterChips(
            (
                Chip(ThemeChoice.SYSTEM.value, tr("Theo hệ thống")),
                Chip(ThemeChoice.LIGHT.value, tr("Sáng")),
                Chip(ThemeChoice.DARK.value, tr("Tối")),
            )
        )
        self.language = FilterChips(
            (Chip(Language.VIETNAMESE.value, "Tiếng Việt"), Chip(Language.ENGLISH.value, "English"))
        )
        self.operator = QLineEdit(maxLength=80)
        self.operator.setAccessibleName(tr("Người dùng máy"))
        self.note = label("", Rank.NOTE)
        self._form = FieldForm()
        self._arrange()
        self.show_program()
        self.theme.chosen.connect(self._choose_theme)
        self.language.chosen.connect(self._choose_language)
        self.operator.textEdited.connect(lambda _: self.changed.emit())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._form.level()

    def show_program(self) -> None:
        """Show what this machine remembers."""
        stored = str(self._context.program.value("language", Language.VIETNAMESE.value))
        self.theme.choose(self._context.theme.choice.value)
        self.language.choose(stored)
        self.operator.setText(self._context.by.operator)
        self._say_next(stored)

    def name(self) -> str:
        """The operator's name as it was entered."""
        return nfc(self.operator.text())

    def _choose_theme(self, key: str) -> None:
        self._context.theme.choose(ThemeChoice(key))
        self._context.program.setValue("theme", key)

    def _choose_language(self, key: str) -> None:
        self._context.program.setValue("language", key)
        self._say_next(key)

    def _say_next(self, key: str) -> None:
        """The window is in one language; another one waits for the next start."""
        waits = key != language().value
        self.note.setText(tr("Ngôn ngữ mới được dùng từ lần mở chương trình sau.") if waits else "")
        self.note.setVisible(waits)

    def _arrange(self) -> None:
        form = self._form
        form.addRow(tr("Màu nền"), self.theme)
        form.addRow(tr("Ngôn ngữ"), self.language)
        form.addRow(tr("Người dùng máy"), self.operator)
        self.body.addLayout(form)
        self.body.addWidget(self.note)
