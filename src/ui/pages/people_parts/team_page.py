"""One team: where it is, its decision and figures, its members of today and of before."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from ....exports.formats import day, number
from ....models.enums import Measure
from ....models.errors import AppError
from ....services.person_details import SavedPerson
from ....services.register.details import MemberLine, TeamDetails, team_details
from ....services.register.listing import TeamLine, TeamQuery, all_teams, team_lines
from ....services.register.members import (
    MemberData,
    add_member,
    change_member,
    end_members,
    move_members,
    remove_members,
)
from ...context import AppContext
from ...dialogs.move_members import MoveMembersDialog
from ...dialogs.team_member import MemberDialog
from ...i18n import tr
from ...page import Page
from ...tables.table_model import TableModel
from ...tables.table_view import TableView
from ...team_words import MEMBER_LOOK, kind_words, member_columns, size_pill
from ...widgets.button import Button, plain, primary
from ...widgets.card import Card
from ...widgets.empty_state import EmptyState
from ...widgets.labels import Rank, label
from .editing import add_person_dialog
from .register_change import refuse, write
from .team_editing import ask_figures, ask_team, today_of

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class TeamPage(Page):
    """One team. `left` fires when one goes back, `opened` brings a person, `commune_asked` a
    commune whose hamlets are asked for.
    """

    left = Signal()
    opened = Signal(object)
    commune_asked = Signal(object)
    watches = frozenset({"teams", "people"})

    def __init__(self, context: AppContext) -> None:
        super().__init__("")
        self._context = context
        self._team: UUID | None = None
        self.details: TeamDetails | None = None
        self.model: TableModel[MemberLine] = TableModel(member_columns(), MEMBER_LOOK)
        self.table = TableView(self.model, tr("Thành viên"))
        self.table.squeezes = True
        self._add_actions()
        self._lay_out_body()
        self._connect()

    def open(self, target: UUID) -> None:
        """Show this team."""
        self._team = target
        self.banner.hide()
        self.stale = True

    def load(self) -> None:
        team, today = self._team, today_of(self._context)
        if team is not None:
            self._context.read(
                lambda s: team_details(s, team, today), self._show, self, self._refuse, "team"
            )

    def selected(self) -> list[MemberLine]:
        """The members chosen in the table."""
        found = [self.model.record(row) for row in self.table.selected_rows()]
        return [member for member in found if member is not None]

    def _add_actions(self) -> None:
        self._back = plain(tr("Quay lại"), "arrow-left")
        self._figures = plain(tr("Số liệu"), "chart-bar")
        self._edit = plain(tr("Sửa tổ"), "pencil")
        self._add = primary(tr("Thêm thành viên"), "user-plus")
        for button in (self._back, self._figures, self._edit, self._add):
            self.header.add_action(button)

    def _lay_out_body(self) -> None:
        self._card = Card()
        self.facts = label("")
        self._card.body.addWidget(self.facts)
        self._came_from = label("", Rank.NOTE)
        self._card.body.addWidget(self._came_from)
        self.body.addWidget(self._card)
        card = Card(flush=True)
        card.body.addWidget(self.table)
        self.body.addWidget(card, 1)
        empty = EmptyState("users", tr("Tổ chưa có thành viên nào."), tr("Thêm thành viên"))
        empty.acted.connect(self.add)
        self.table.set_empty(empty)
        self.body.addLayout(self._member_actions())

    def _member_actions(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._on_members: list[Button] = []
        for text, icon, act in (
            (tr("Mở hồ sơ"), "user", self._open_person),
            (tr("Sửa"), "pencil", self.change),
            (tr("Thôi tham gia"), "user-check", self.end),
            (tr("Chuyển tổ…"), "users", self.move_away),
            (tr("Xóa"), "trash", self.remove),
        ):
            button = plain(text, icon)
            button.clicked.connect(act)
            self.table.add_menu_action(text, act)
            self._on_members.append(button)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _connect(self) -> None:
        self._back.clicked.connect(self.left)
        self._edit.clicked.connect(self.edit)
        self._figures.clicked.connect(self.enter_figures)
        self._add.clicked.connect(self.add)
        self.table.opened.connect(lambda _: self._open_person())
        self.table.said.connect(self.set_status)
        self.table.selectionModel().selectionChanged.connect(self._allow)
        self.model.modelReset.connect(self._allow)
        for keys in ("Esc", "Alt+Left"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.left)

    def _allow(self) -> None:
        chosen = self.selected()
        current = bool(chosen) and all(member.is_current for member in chosen)
        enabled = (len(chosen) == 1, len(chosen) == 1, current, current, bool(chosen))
        for button, on in zip(self._on_members, enabled, strict=True):
            button.setEnabled(on)

    def _show(self, details: TeamDetails) -> None:
        self.details = details
        line = details.line
        place = ", ".join(filter(None, (line.hamlet, line.commune)))
        self.set_title(line.name, place, size_pill(line))
        self._show_facts(details)
        self.model.set_records(details.members)
        words = tr("{count} thành viên", line.members).format(count=number(line.members))
        past = len(details.members) - len(details.current)
        if past:
            words += " · " + tr("{count} người đã thôi", past).format(count=number(past))
        self.set_status(words)
        self._allow()

    def _show_facts(self, details: TeamDetails) -> None:
        self.facts.setText(" · ".join(_facts(details)))
        came_from = _came_from(details)
        self._came_from.setText(came_from)
        self._came_from.setVisible(bool(came_from))

    def edit(self) -> None:
        """Correct the team."""
        if self.details is not None:
            ask_team(self, self._context, self.details.data, self.details.line.id)

    def enter_figures(self) -> None:
        """Enter households and adults of its hamlet, or of the commune."""
        if self.details is not None:
            ask_figures(self, self._context, self.details.area)

    def add(self) -> None:
        """Put somebody into the team: found, or entered anew first."""
        today = today_of(self._context)
        answer, accepted = MemberDialog.get_data(self._context, today, parent=self)
        if accepted and answer.is_new_person:
            data = answer.data
            add_person_dialog(self, self._context, lambda saved: self._add_saved(saved, data))
        elif accepted and answer.person_id is not None:
            self._add_person(answer.person_id, answer.data)

    def _add_saved(self, saved: SavedPerson, data: MemberData) -> None:
        self._add_person(saved.person_id, data)

    def _add_person(self, person: UUID, data: MemberData) -> None:
        team = self._team
        if team is not None:
            said = tr("Đã thêm vào tổ.")
            write(self, self._context, lambda s, by: add_member(s, by, team, person, data), said)

    def change(self) -> None:
        """Correct role, from-to, nominated by."""
        chosen = self.selected()
        if len(chosen) != 1:
            return
        member = chosen[0]
        known = MemberData(
            member.role or None, member.valid_from, member.valid_to, member.nominated_by or None
        )
        today = today_of(self._context)
        answer, accepted = MemberDialog.get_data(self._context, today, known, member.name, self)
        if accepted:
            said = tr("Đã ghi {name}.").format(name=member.name)
            data = answer.data
            write(self, self._context, lambda s, by: change_member(s, by, member.id, data), said)

    def end(self) -> None:
        """The chosen leave; today is their last day. They stay in the history."""
        ids, today = [member.id for member in self.selected()], today_of(self._context)
        if ids:
            said = tr("Đã ghi ngày thôi tham gia.")
            write(self, self._context, lambda s, by: end_members(s, by, ids, today), said)

    def remove(self) -> None:
        """Take out memberships that were entered by mistake."""
        ids = [member.id for member in self.selected()]
        if ids:
            said = tr("Đã xóa dòng ghi nhầm.")
            write(self, self._context, lambda s, by: remove_members(s, by, ids), said)

    def move_away(self) -> None:
        """The chosen go to another team of the commune."""
        details = self.details
        if details is None or not self.selected():
            return
        query = TeamQuery(today_of(self._context), unit_id=details.line.unit_id)

        def read(session: "Session") -> list[TeamLine]:
            return team_lines(session, all_teams(session, query), query.day)

        self._context.read(read, self._ask_move, self, self._refuse)

    def _ask_move(self, teams: Sequence[TeamLine]) -> None:
        chosen, today = self.selected(), today_of(self._context)
        others = [team for team in teams if team.id != self._team]
        names = [member.name for member in chosen]
        move, accepted = MoveMembersDialog.get_data(names, others, today, self)
        if accepted and move.team_id is not None and move.first is not None:
            ids, team, first = [member.id for member in chosen], move.team_id, move.first
            said = tr("Đã chuyển sang tổ khác.")
            write(self, self._context, lambda s, by: move_members(s, by, ids, team, first), said)

    def _open_person(self) -> None:
        chosen = self.selected()
        if len(chosen) == 1:
            self.opened.emit(chosen[0].person_id)

    def _refuse(self, error: AppError) -> None:
        refuse(self, error)


def _facts(details: TeamDetails) -> list[str]:
    line = details.line
    decision = " ".join(filter(None, (line.decision_number, day(line.decision_date))))
    facts = [kind_words(line.kind), decision or tr("Chưa có quyết định")]
    for measure, words in (
        (Measure.HOUSEHOLDS, tr("{count} hộ")),
        (Measure.ADULTS, tr("{count} người trưởng thành")),
    ):
        figure = line.figures.get(measure)
        if figure is not None:
            facts.append(words.format(count=number(figure.value)))
    if line.as_of is not None:
        facts.append(tr("{source}, {day}").format(source=line.source, day=day(line.as_of)))
    return facts


def _came_from(details: TeamDetails) -> str:
    parts = []
    line = details.line
    if details.predecessors:
        parts.append(tr("Gộp từ {names}").format(names=", ".join(details.predecessors)))
    if details.successors:
        parts.append(tr("Nay là {names}").format(names=", ".join(details.successors)))
    if line.valid_from:
        parts.append(tr("Hoạt động từ {day}").format(day=day(line.valid_from)))
    if line.valid_to:
        parts.append(tr("đến hết {day}").format(day=day(line.valid_to)))
    return " · ".join(parts)
