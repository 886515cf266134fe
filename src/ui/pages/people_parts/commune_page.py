"""A commune's hamlets: with figures, teams, and what they merged from."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from ....exports.formats import day, number
from ....models.enums import Measure
from ....models.errors import AppError
from ....services.register.denominators import Area
from ....services.register.details import CommuneDetails, HamletLine, commune_details
from ....services.register.hamlets import remove_hamlet
from ...context import AppContext
from ...i18n import tr
from ...page import Page
from ...tables.table_model import TableModel
from ...tables.table_view import TableView
from ...team_words import HAMLET_LOOK, hamlet_columns
from ...widgets.button import Button, plain, primary
from ...widgets.card import Card
from ...widgets.empty_state import EmptyState
from ...widgets.labels import Rank, label
from .register_change import refuse, write
from .team_editing import ask_figures, ask_hamlet, ask_succession, today_of


class CommunePage(Page):
    """The hamlets of one commune. `left` fires when one goes back, `teams_asked` brings the
    commune whose teams are asked for.
    """

    left = Signal()
    teams_asked = Signal(object)
    watches = frozenset({"teams", "people"})

    def __init__(self, context: AppContext) -> None:
        super().__init__("")
        self._context = context
        self._unit: UUID | None = None
        self.details: CommuneDetails | None = None
        self.model: TableModel[HamletLine] = TableModel(hamlet_columns(), HAMLET_LOOK)
        self.table = TableView(self.model, tr("Thôn, bản"))
        self.table.squeezes = True
        self._own = label("", Rank.BODY)
        self._add_actions()
        self._lay_out_body()
        self._connect()

    def open(self, target: UUID) -> None:
        """Show this commune."""
        self._unit = target
        self.banner.hide()
        self.stale = True

    def load(self) -> None:
        unit, today = self._unit, today_of(self._context)
        if unit is not None:
            self._context.read(
                lambda s: commune_details(s, unit, today), self._show, self, self._refuse, "unit"
            )

    def selected(self) -> list[HamletLine]:
        """The hamlets chosen in the table."""
        found = [self.model.record(row) for row in self.table.selected_rows()]
        return [hamlet for hamlet in found if hamlet is not None]

    def _add_actions(self) -> None:
        self._back = plain(tr("Quay lại"), "arrow-left")
        self._teams = plain(tr("Các tổ của xã"), "users")
        self._figures = plain(tr("Số liệu toàn xã"), "chart-bar")
        self._add = primary(tr("Thêm thôn, bản"), "plus")
        for button in (self._back, self._teams, self._figures, self._add):
            self.header.add_action(button)

    def _lay_out_body(self) -> None:
        self.body.addWidget(self._own)
        card = Card(flush=True)
        card.body.addWidget(self.table)
        self.body.addWidget(card, 1)
        empty = EmptyState(
            "map-pin", tr("Xã chưa có thôn, bản nào trong sổ."), tr("Thêm thôn, bản")
        )
        empty.acted.connect(self.add)
        self.table.set_empty(empty)
        row = QHBoxLayout()
        self._on_hamlets: list[Button] = []
        for text, icon, act in (
            (tr("Số liệu"), "chart-bar", self.enter_figures),
            (tr("Sửa"), "pencil", self.change),
            (tr("Gộp, tách, đổi tên…"), "arrow-merge", self.succeed),
            (tr("Xóa"), "trash", self.remove),
        ):
            button = plain(text, icon)
            button.clicked.connect(act)
            self.table.add_menu_action(text, act)
            self._on_hamlets.append(button)
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)

    def _connect(self) -> None:
        self._back.clicked.connect(self.left)
        self._teams.clicked.connect(lambda: self.teams_asked.emit(self._unit))
        self._figures.clicked.connect(self.enter_own_figures)
        self._add.clicked.connect(self.add)
        self.table.opened.connect(lambda _: self.change())
        self.table.said.connect(self.set_status)
        self.table.selectionModel().selectionChanged.connect(self._allow)
        self.model.modelReset.connect(self._allow)
        for keys in ("Esc", "Alt+Left"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.left)

    def _allow(self) -> None:
        chosen = self.selected()
        one, current = len(chosen) == 1, bool(chosen) and all(h.is_current for h in chosen)
        for button, on in zip(self._on_hamlets, (one, one, current, one), strict=True):
            button.setEnabled(on)

    def _show(self, details: CommuneDetails) -> None:
        self.details = details
        hamlets = sum(hamlet.is_current for hamlet in details.hamlets)
        told = tr("{count} thôn, bản", hamlets).format(count=number(hamlets))
        teams = tr("{count} tổ", details.teams).format(count=number(details.teams))
        self.set_title(details.title[:1].upper() + details.title[1:], f"{told} · {teams}")
        self.set_status(f"{told} · {teams}")
        self._own.setText(_own_words(details))
        self.model.set_records(details.hamlets)
        self._allow()

    def add(self) -> None:
        """Enter a hamlet."""
        if self.details is not None:
            ask_hamlet(self, self._context, self.details.unit_id, self.details.title)

    def change(self) -> None:
        """Correct kind, name, validity of the chosen hamlet."""
        chosen = self.selected()
        if self.details is not None and len(chosen) == 1:
            known = (chosen[0].id, chosen[0].data)
            ask_hamlet(self, self._context, self.details.unit_id, self.details.title, known)

    def enter_figures(self) -> None:
        """Enter households and adults of the chosen hamlet."""
        chosen = self.selected()
        if self.details is not None and len(chosen) == 1:
            ask_figures(self, self._context, Area(self.details.unit_id, chosen[0].id))

    def enter_own_figures(self) -> None:
        """Enter those of the whole commune, as it was reported."""
        if self.details is not None:
            ask_figures(self, self._context, Area(self.details.unit_id, None))

    def succeed(self) -> None:
        """Merge the chosen hamlets, or split or rename the one that is chosen."""
        chosen = self.selected()
        if chosen:
            ask_succession(self, self._context, chosen)

    def remove(self) -> None:
        """Take out a hamlet that was entered by mistake."""
        chosen = self.selected()
        if len(chosen) == 1:
            hamlet = chosen[0]
            said = tr("Đã xóa {name} khỏi sổ.").format(name=hamlet.title)
            write(self, self._context, lambda s, by: remove_hamlet(s, by, hamlet.id), said)

    def _refuse(self, error: AppError) -> None:
        refuse(self, error)


def _own_words(details: CommuneDetails) -> str:
    words = {
        Measure.HOUSEHOLDS: tr("{count} hộ"),
        Measure.ADULTS: tr("{count} người trưởng thành"),
    }
    told = [
        words[measure].format(count=number(figure.value))
        + f" ({figure.source}, {day(figure.as_of)})"
        for measure, figure in details.figures.items()
        if measure in words
    ]
    if not told:
        return tr(
            "Chưa có số liệu toàn xã. Số của xã được nhập riêng, không cộng từ các thôn, bản."
        )
    return tr("Toàn xã: {figures}").format(figures=" · ".join(told))
