"""The settings: who we are, what things are called, the rules, the look, the data file."""

from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout

from ... import __version__
from ...machine import rename_operator
from ...models.context import Context
from ...services.places import province_names
from ...services.settings import Settings, load_settings, save_settings
from ..context import AppContext
from ..dialogs.about import AboutDialog
from ..i18n import tr
from ..page import Page
from ..palette import Tone
from ..widgets.button import plain, primary
from ..widgets.card import Card
from ..widgets.labels import label
from .settings_parts.appearance import AppearanceCard
from .settings_parts.data_card import DataCard
from .settings_parts.organiser import naming_card, organiser_card, problem_of, rules_card

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_TWO_COLUMNS_EMS = 52


@dataclass(frozen=True)
class _Stored:
    settings: Settings
    province: str


@dataclass(frozen=True)
class _Answers:
    settings: Settings
    operator: str


class SettingsPage(Page):
    """Cards of fields with one "Lưu"; theme, language and the data file's actions act at once."""

    watches = frozenset({"settings", "backups"})

    def __init__(self, context: AppContext) -> None:
        super().__init__(tr("Thiết lập"), scrolls=True)
        self._context = context
        self._stored = Settings()
        self._loaded = False
        self.organiser, self.naming, self.rules = organiser_card(), naming_card(), rules_card()
        self._fields = (self.organiser, self.naming, self.rules)
        self.appearance = AppearanceCard(context)
        self.data = DataCard(context, self)
        self.province = label()
        self.save = primary(tr("Lưu"))
        self.about = plain(tr("Giới thiệu và giấy phép…"), "info-circle")
        self._arrange()
        self._connect()
        self._look()

    def load(self) -> None:
        self._context.read(_read, self._show, self, replaces="settings")
        self.data.load()

    def _show(self, stored: _Stored) -> None:
        """What somebody is editing is not overwritten."""
        self.province.setText(stored.province or tr("Chưa chọn"))
        if self._loaded and self._is_edited():
            return
        self._stored, self._loaded = stored.settings, True
        for card in self._fields:
            card.show_settings(stored.settings)
        self.appearance.show_program()
        self._look()

    def edited(self) -> Settings:
        """The settings as they stand in the fields."""
        settings = self._stored
        for card in self._fields:
            settings = card.edited(settings)
        return settings

    def unsaved(self) -> str:
        return tr("Thiết lập đã sửa nhưng chưa lưu.") if self._loaded and self._is_edited() else ""

    def show_part(self, card: Card) -> None:
        """Scroll to a card."""
        if (area := self.findChild(QScrollArea)) is not None:
            area.ensureWidgetVisible(card)

    def _is_edited(self) -> bool:
        return self.edited() != self._stored or self.appearance.name() != self._context.by.operator

    def _look(self) -> None:
        """The button waits for a change that can be saved; what hinders stands beside the title."""
        changed = self._loaded and self._is_edited()
        problem = problem_of(self.edited()) if changed else None
        words = problem.words if problem else ""
        if changed and not words and not self.appearance.name():
            words = tr("Hãy nhập họ và tên người dùng máy.")
        for card in self._fields:
            card.mark_wrong(problem.name if problem else "")
        self.set_title(tr("Thiết lập"), words)
        self.save.setEnabled(changed and not words)

    def _save(self) -> None:
        if self.save.isEnabled():
            self._write(_Answers(self.edited(), self.appearance.name()), tr("Đã lưu thiết lập."))

    def _write(self, answers: _Answers, words: str, can_undo: bool = True) -> None:
        """Only what differs is written: the shell may have changed something else meanwhile."""
        before = _Answers(self._stored, self._context.by.operator)
        values = changed_values(self._stored, answers.settings)
        home = self._context.settings_path.parent

        def work(session: "Session", by: Context) -> Settings:
            if answers.operator != by.operator:
                rename_operator(home, answers.operator)
            return save_settings(session, by, **values)

        self._context.write(
            work,
            lambda saved: self._saved(
                replace(answers, settings=saved), words, before if can_undo else None
            ),
            self,
            changes=("settings",),
        )

    def _saved(self, now: _Answers, words: str, before: _Answers | None) -> None:
        self._context.by = replace(self._context.by, operator=now.operator)
        self._loaded = False
        self._show(_Stored(now.settings, self.province.text()))
        if before is None:
            self.banner.say(words)
            return
        undone = tr("Đã hoàn tác.")
        self.banner.say(
            words, Tone.PRESENT, tr("Hoàn tác"), lambda: self._write(before, undone, False)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns of cards where there is room, one on a small screen."""
        super().resizeEvent(event)
        wide = self.width() >= _TWO_COLUMNS_EMS * self.fontMetrics().height()
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def _connect(self) -> None:
        for card in self._fields:
            card.changed.connect(self._look)
        self.appearance.changed.connect(self._look)
        self.data.busy.connect(self.set_status)
        self.save.clicked.connect(self._save)
        QShortcut(QKeySequence.StandardKey.Save, self).activated.connect(self._save)

    def _arrange(self) -> None:
        self.header.add_action(self.save)
        self.organiser.form.insertRow(0, tr("Tỉnh, thành phố"), self.province)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(self.body.spacing())
        left = (self.organiser, self.naming)
        right = (self.rules, self.appearance, self._about_card())
        for cards in (left, right):
            column = QVBoxLayout()
            column.setSpacing(self.body.spacing())
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            self._columns.addLayout(column, 1)
        self.body.addLayout(self._columns)
        self.body.addWidget(self.data)
        self.body.addStretch(1)

    def _about_card(self) -> Card:
        card = Card(tr("Giới thiệu"))
        row = QHBoxLayout()
        words = tr("Tập Huấn {version} · giấy phép MIT").format(version=__version__)
        row.addWidget(label(words), 1)
        self.about.clicked.connect(lambda: AboutDialog.show_over(self))
        row.addWidget(self.about)
        card.body.addLayout(row)
        return card


def changed_values(before: Settings, after: Settings) -> dict[str, object]:
    """The settings that differ, by name, as `save_settings` takes them."""
    old = asdict(before)
    return {name: value for name, value in asdict(after).items() if value != old[name]}


def _read(session: "Session") -> _Stored:
    settings = load_settings(session)
    return _Stored(settings, dict(province_names(session)).get(settings.province_code, ""))
