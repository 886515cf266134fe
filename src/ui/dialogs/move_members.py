"""Moves people to another team of the commune from a day on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QComboBox, QWidget

from ...services.register.listing import TeamLine
from ..i18n import tr
from ..widgets.day_line import DayLine
from .attendance import named
from .form import FormDialog


@dataclass(frozen=True)
class Move:
    """To which team, from which day on."""

    team_id: UUID | None
    first: date | None


class MoveMembersDialog(FormDialog[Move]):
    """The other teams of the commune to choose from; what people were before stays."""

    def __init__(
        self,
        names: Sequence[str],
        teams: Sequence[TeamLine],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Chuyển sang tổ khác"), tr("Chuyển"), named(names), parent)
        self.team = QComboBox()
        for team in teams:
            self.team.addItem(team.name, team.id)
        self.first = DayLine(today)
        self.first.textChanged.connect(self.check)
        self.form.addRow(tr("Sang tổ"), self.team)
        self.form.addRow(tr("Từ ngày"), self.first)
        self.check()

    @classmethod
    def get_data(
        cls,
        names: Sequence[str],
        teams: Sequence[TeamLine],
        today: date,
        parent: QWidget | None = None,
    ) -> tuple[Move, bool]:
        """Ask, and wait for the answer."""
        dialog = cls(names, teams, today, parent)
        answer = dialog.ask()
        dialog.deleteLater()
        return answer

    def data(self) -> Move:
        return Move(self.team.currentData(), self.first.day())

    def problem(self) -> str:
        if self.team.currentData() is None:
            return tr("Xã này chưa có tổ nào khác")
        return "" if self.first.day() else tr("Hãy gõ ngày như 05/03/2026")
