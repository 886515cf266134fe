"""Several teams of one commune that become one from a day on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from ...models.enums import TeamKind
from ...services.register.listing import TeamLine
from ...services.register.teams import TeamData
from ..i18n import tr
from ..team_words import kind_words
from ..widgets.day_line import DayLine
from ..widgets.labels import Rank, label
from .form import FormDialog
from .team import Propose
from .two_columns import TwoColumns


@dataclass(frozen=True)
class TeamMerge:
    """The new team, its first day, and whether the members of the old ones go along."""

    data: TeamData
    day: date
    members: bool


class TeamMergeDialog(FormDialog[TeamMerge]):
    """Name, first day, decision of the new team; it stands where the old ones are together.

    Teams of one hamlet become a team of that hamlet, those of several a team of the commune.
    """

    def __init__(
        self,
        teams: Sequence[TeamLine],
        propose: Propose,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        names = ", ".join(team.name for team in teams)
        super().__init__(tr("Gộp tổ"), tr("Gộp"), names, parent)
        self._teams = tuple(teams)
        self._kind = _kind(teams)
        self._hamlet = teams[0].hamlet if self._kind is TeamKind.HAMLET else ""
        self._add_fields(_proposed(teams, self._kind, propose), today)
        self.check()

    @classmethod
    def get_data(
        cls,
        teams: Sequence[TeamLine],
        propose: Propose,
        today: date,
        parent: QWidget | None = None,
    ) -> tuple[TeamMerge, bool]:
        """Ask, and wait for the answer."""
        dialog = cls(teams, propose, today, parent)
        answer = dialog.ask()
        dialog.deleteLater()
        return answer

    def data(self) -> TeamMerge:
        day = self.day.day() or date.max
        data = TeamData(
            unit_id=self._teams[0].unit_id,
            name=" ".join(self.name.text().split()),
            kind=self._kind,
            hamlet=self._hamlet,
            decision_number=" ".join(self.number.text().split()) or None,
            decision_date=self.decided.day(),
            valid_from=day,
        )
        return TeamMerge(data, day, self.members.isChecked())

    def problem(self) -> str:
        if not self.name.text().strip():
            return tr("Hãy ghi tên của tổ mới")
        if self.day.day() is None or self.decided.is_wrong():
            return tr("Hãy gõ ngày như 05/03/2026")
        begun = [team.valid_from for team in self._teams if team.valid_from]
        if begun and max(begun) >= self.data().day:
            return tr("Ngày gộp phải sau ngày bắt đầu hoạt động của các tổ cũ")
        return ""

    def _add_fields(self, name: str, today: date) -> None:
        self.name, self.number = QLineEdit(name, maxLength=160), QLineEdit(maxLength=60)
        self.number.setPlaceholderText(tr("Ví dụ: 12/QĐ-UBND"))
        self.day, self.decided = DayLine(today), DayLine()
        place = ", ".join(filter(None, (self._hamlet, self._teams[0].commune)))
        lines = TwoColumns()
        lines.add_line((tr("Tên tổ mới"), self.name))
        lines.add_line((tr("Từ ngày"), self.day))
        lines.add_line((tr("Số quyết định"), self.number), (tr("Ngày quyết định"), self.decided))
        self.form.addRow(label(f"{kind_words(self._kind)} · {place}", Rank.NOTE))
        self.form.addRow(lines)
        self.members = QCheckBox(tr("Chuyển thành viên sang tổ mới"))
        self.members.setChecked(True)
        self.form.addRow(self.members)
        for line in (self.name, self.day, self.decided):
            line.textChanged.connect(self.check)
        self.setMinimumWidth(self.fontMetrics().height() * 42)


def _kind(teams: Sequence[TeamLine]) -> TeamKind:
    if all(team.kind is TeamKind.STEERING for team in teams):
        return TeamKind.STEERING
    hamlets = {team.hamlet_id for team in teams}
    return TeamKind.HAMLET if len(hamlets) == 1 and None not in hamlets else TeamKind.COMMUNE


def _proposed(teams: Sequence[TeamLine], kind: TeamKind, propose: Propose) -> str:
    """Named after the hamlets it is for; that of the commune where one was the commune's."""
    hamlets = list(dict.fromkeys(team.hamlet for team in teams))
    if kind is TeamKind.STEERING or "" in hamlets:
        return propose(kind, "")
    return propose(TeamKind.HAMLET, ", ".join(name[:1].lower() + name[1:] for name in hamlets))
