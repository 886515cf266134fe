"""The register of teams: 75,000 rows, a search that answers each key, filters, export."""

from array import array
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout

from ....exports.formats import number
from ....exports.teams import write_teams
from ....models.errors import AppError
from ....services.commune_choices import CommuneChoice, commune_choices
from ....services.register.lines import teams_found
from ....services.register.listing import (
    PAGE,
    TeamFilter,
    TeamLine,
    TeamQuery,
    all_teams,
    first_teams,
    team_lines,
)
from ....services.register.teams import TeamData, remove_team
from ...context import AppContext
from ...dialogs.save_file import ask_save
from ...i18n import tr
from ...jobs import Progress
from ...page import Page
from ...saving import say_saved
from ...tables.block_model import BLOCK, BlockTableModel
from ...tables.table_view import TableView
from ...team_words import TEAM_LOOK, team_columns
from ...widgets.button import plain, primary
from ...widgets.card import Card
from ...widgets.commune_box import CommuneBox
from ...widgets.empty_state import EmptyState
from ...widgets.filter_chips import Chip, FilterChips
from ...widgets.search_box import SearchBox
from .register_change import refuse, write
from .team_editing import ask_merge, ask_team, today_of

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_PAUSE = 150
"""Milliseconds without a key after which every team is counted, not only the first page."""

_MOST_MERGED = 40
"""No commune merges more teams than this at once: more were chosen by mistake (Ctrl+A)."""


@dataclass(frozen=True)
class FoundTeams:
    """Sequence numbers in the order of communes, and the lines of the first ones."""

    query: TeamQuery
    seqs: "array[int]"
    first: list[TeamLine]


def find_teams(query: TeamQuery, *, everything: bool) -> Callable[["Session"], FoundTeams]:
    """Reads the first page of a query, or all of it with the lines of the first block."""

    def read(session: "Session") -> FoundTeams:
        seqs = all_teams(session, query) if everything else first_teams(session, query)
        return FoundTeams(query, seqs, team_lines(session, seqs[:BLOCK], query.day))

    return read


class TeamList(Page):
    """`team_asked` and `commune_asked` bring ids to open; `import_asked` fires for a register."""

    team_asked = Signal(object)
    commune_asked = Signal(object)
    import_asked = Signal()
    watches = frozenset({"teams", "people"})

    def __init__(self, context: AppContext) -> None:
        super().__init__(tr("Học viên"))
        self._context = context
        self._query = TeamQuery(today_of(context))
        self._listed: TeamQuery | None = None
        self.model: BlockTableModel[TeamLine] = BlockTableModel(
            team_columns(), self._fetch, context.jobs, TEAM_LOOK, self
        )
        self.table = TableView(self.model, tr("Sổ Tổ công nghệ số cộng đồng"))
        self.table.squeezes = True
        self.search = SearchBox(tr("Tìm theo tên tổ, thôn, xã, số quyết định"), delay=0)
        self.commune = CommuneBox(tr("Mọi xã"))
        self.chips = FilterChips(_chips())
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._add_actions()
        self._lay_out_body()
        self._connect()

    def load(self) -> None:
        today = today_of(self._context)
        if not self._query.unit_id and not self.commune.text():
            self._context.read(
                lambda s: commune_choices(s, today), self._offer, self, replaces="communes"
            )
        self._query = replace(self._query, day=today)
        if self._listed == self._query:
            self._find_all()
        else:
            self._find()

    def show_commune(self, unit_id: UUID | None) -> None:
        """Show the teams of one commune, or of all."""
        self.commune.choose(unit_id)

    def selected(self) -> TeamLine | None:
        """The one team chosen in the table; None for none or several."""
        rows = self.table.selected_rows()
        return self.model.record(rows[0]) if len(rows) == 1 else None

    def _add_actions(self) -> None:
        self._hamlets = plain(tr("Thôn, bản của xã"), "map-pin")
        self._export = plain(tr("Xuất Excel"), "table-export")
        self._merge = plain(tr("Gộp tổ…"), "arrow-merge")
        self._add = plain(tr("Thêm tổ"), "plus")
        self._import = primary(tr("Nhập sổ tổ từ Excel…"), "file-spreadsheet")
        for button in (self._hamlets, self._export, self._merge, self._add, self._import):
            self.header.add_action(button)
        self._hamlets.setEnabled(False)
        self._offer_merge(False)

    def _lay_out_body(self) -> None:
        row = QHBoxLayout()
        self.commune.setAccessibleName(tr("Xã, phường"))
        row.addWidget(self.commune, 1)
        row.addWidget(self.search, 2)
        row.addWidget(self.chips)
        self.body.addLayout(row)
        card = Card(flush=True)
        card.body.addWidget(self.table)
        self.body.addWidget(card, 1)
        self._empty = EmptyState("users", tr("Đang tìm…"))
        self._empty.acted.connect(self._act_on_empty)
        self.table.set_empty(self._empty)

    def _connect(self) -> None:
        self.search.searched.connect(lambda text: self._ask(replace(self._query, text=text)))
        self.commune.chosen.connect(self._commune_chosen)
        self.chips.chosen.connect(lambda key: self._ask(replace(self._query, only=TeamFilter(key))))
        self._pause.timeout.connect(self._find_all)
        self.model.out_of_date.connect(self._find_all)
        self.model.modelReset.connect(self._selection_changed)
        self.model.dataChanged.connect(self._selection_changed)
        self.table.selectionModel().selectionChanged.connect(self._selection_changed)
        self.table.opened.connect(self._open_row)
        self.table.said.connect(self.set_status)
        self._hamlets.clicked.connect(self._open_commune)
        self._export.clicked.connect(self.export)
        self._merge.clicked.connect(self.merge)
        self._add.clicked.connect(self.add_team)
        self._import.clicked.connect(self.import_asked)
        self.table.add_menu_action(tr("Mở tổ"), self._open_current)
        self.table.add_menu_action(tr("Thôn, bản của xã"), self._open_commune)
        self.table.add_menu_action(tr("Gộp tổ…"), self.merge)
        self.table.add_menu_action(tr("Xóa khỏi sổ"), self.remove)

    def _ask(self, query: TeamQuery) -> None:
        self._query = query
        self._find()

    def _commune_chosen(self) -> None:
        chosen = self.commune.commune()
        self._ask(replace(self._query, unit_id=chosen.id if chosen else None))
        self._selection_changed()

    def _offer(self, communes: tuple[CommuneChoice, ...]) -> None:
        self.commune.set_choices(communes)

    def _find(self) -> None:
        work = find_teams(self._query, everything=False)
        self._context.read(work, self._show_first, self, replaces="first")

    def _find_all(self) -> None:
        work = find_teams(self._query, everything=True)
        self._context.read(work, self._show_all, self, replaces="all")

    def _fetch(self, seqs: "array[int]") -> list[TeamLine]:
        wanted, day = seqs.tolist(), self._query.day
        return self._context.database.read(lambda session: team_lines(session, wanted, day))

    def _show_first(self, found: FoundTeams) -> None:
        self._listed = None
        self.model.set_ids(found.seqs, found.first)
        if len(found.seqs) < PAGE:
            self._show_all(found)
        else:
            self._pause.start()

    def _show_all(self, found: FoundTeams) -> None:
        """All of them: below the first page, or anew where rows may have changed."""
        if self._listed is None:
            self.model.extend_ids(found.seqs, found.first)
        else:
            self._show_again(found)
        self._listed = found.query
        self._say_found(len(found.seqs))

    def _show_again(self, found: FoundTeams) -> None:
        bar = self.table.verticalScrollBar()
        chosen, at = [self.model.ids[row] for row in self.table.selected_rows()[:1]], bar.value()
        self.model.set_ids(found.seqs, found.first)
        if chosen and chosen[0] in found.seqs:
            self.table.selectRow(found.seqs.index(chosen[0]))
        bar.setValue(at)

    def _say_found(self, count: int) -> None:
        words = tr("{count} tổ", count).format(count=number(count))
        self.set_status(words if count else tr("Không có tổ nào."))
        if self._is_plain:
            self.set_title(tr("Học viên"), words if count else "")
        self._export.setEnabled(count > 0)
        self._say_empty()

    @property
    def _is_plain(self) -> bool:
        """Whether nothing narrows the list."""
        return self._query == TeamQuery(self._query.day)

    def _say_empty(self) -> None:
        if self._is_plain:
            self._empty.say(
                tr("Sổ chưa có tổ nào. Hãy nhập sổ tổ của sở hoặc của xã."),
                tr("Nhập sổ tổ từ Excel…"),
            )
        else:
            self._empty.say(tr("Không có tổ nào khớp."), tr("Bỏ lọc"))
        self.table.set_empty(self._empty)

    def _act_on_empty(self) -> None:
        if self._is_plain:
            self.import_asked.emit()
            return
        self.commune.clear()
        self.search.clear()
        self.chips.choose(TeamFilter.ALL)

    def _selection_changed(self) -> None:
        self._hamlets.setEnabled(self._commune_meant() is not None)
        self._offer_merge(self._can_merge())

    def _commune_meant(self) -> UUID | None:
        line = self.selected()
        return line.unit_id if line else self._query.unit_id

    def _open_row(self, row: int) -> None:
        line = self.model.record(row)
        if line is not None:
            self.team_asked.emit(line.id)

    def _open_current(self) -> None:
        self._open_row(self.table.currentIndex().row())

    def _open_commune(self) -> None:
        unit_id = self._commune_meant()
        if unit_id is not None:
            self.commune_asked.emit(unit_id)

    def add_team(self) -> None:
        """Enter a team; the commune in sight is proposed."""
        ask_team(self, self._context, TeamData(self._commune_meant()))

    def merge(self) -> None:
        """Make one team of those that are chosen."""
        if self._can_merge():
            chosen = [self.model.ids[row] for row in self.table.selected_rows()]
            ask_merge(self, self._context, chosen)

    def _offer_merge(self, on: bool) -> None:
        """In the place of another button: a small screen has no room for both."""
        self._merge.setEnabled(on)
        self._merge.setVisible(on)
        self._hamlets.setVisible(not on)

    def _can_merge(self) -> bool:
        return 1 < len(self.table.selected_rows()) <= _MOST_MERGED

    def remove(self) -> None:
        """Take out a team that was entered by mistake."""
        line = self.selected()
        if line is not None:
            said = tr("Đã xóa {name} khỏi sổ.").format(name=line.name)
            write(self, self._context, lambda s, by: remove_team(s, by, line.id), said)

    def export(self) -> None:
        """Write every team of the query as a file, in blocks, with progress and cancel."""
        filters = tr("Excel (*.xlsx);;CSV (*.csv)")
        path = ask_save(self, tr("Xuất sổ tổ"), tr("Sổ Tổ công nghệ số cộng đồng"), filters)
        if path is None:
            return
        query, title = self._query, "SỔ TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG"

        def export(progress: Progress) -> None:
            self._context.database.read(
                lambda session: write_teams(path, title, teams_found(session, query), progress)
            )

        self.banner.hide()
        handle = self._context.jobs.read(
            export, lambda _: say_saved(self, path), self._refuse, self
        )
        self.progress.follow(handle, tr("Đang ghi {name}").format(name=path.name))

    def _refuse(self, error: AppError) -> None:
        refuse(self, error)


def _chips() -> tuple[Chip, ...]:
    return (
        Chip(TeamFilter.ALL, tr("Tất cả")),
        Chip(TeamFilter.SMALL, tr("Thiếu người")),
        Chip(TeamFilter.NO_DECISION, tr("Chưa có quyết định")),
        Chip(TeamFilter.ENDED, tr("Ngừng hoạt động")),
    )
