"""A team: entered anew or corrected."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from ...models.enums import TeamKind
from ...services.commune_choices import CommuneChoice
from ...services.register.teams import TeamData
from ..i18n import tr
from ..team_words import kind_words
from ..widgets.commune_box import CommuneBox
from ..widgets.day_line import DayLine
from .form import FormDialog
from .two_columns import TwoColumns

Propose = Callable[[TeamKind, str], str]
"""How a team of this kind in this hamlet is called."""


class TeamDialog(FormDialog[TeamData]):
    """Name, kind, place, founding decision, from-to; `hamlets` are offered for the commune."""

    def __init__(
        self,
        communes: Sequence[CommuneChoice],
        propose: Propose,
        known: TeamData | None = None,
        hamlets: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        title = tr("Sửa tổ") if known and known.name else tr("Thêm tổ")
        super().__init__(title, tr("Ghi"), "", parent)
        self._propose = propose
        self._before = known or TeamData(None)
        self._add_fields(hamlets)
        self.commune.set_choices(communes)
        self._fill(self._before)
        self.check()

    @classmethod
    def get_data(
        cls,
        communes: Sequence[CommuneChoice],
        propose: Propose,
        known: TeamData | None = None,
        hamlets: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> tuple[TeamData, bool]:
        """Ask, and wait for the answer."""
        dialog = cls(communes, propose, known, hamlets, parent)
        answer = dialog.ask()
        dialog.deleteLater()
        return answer

    def data(self) -> TeamData:
        name = " ".join(self.name.text().split()) or self.name.placeholderText()
        return replace(
            self._before,
            unit_id=self._unit(),
            name=name,
            kind=self._kind(),
            hamlet=self._hamlet(),
            decision_number=" ".join(self.number.text().split()) or None,
            decision_date=self.day.day(),
            valid_from=self.first.day(),
            valid_to=self.last.day(),
        )

    def problem(self) -> str:
        if self._unit() is None:
            return tr("Hãy chọn xã trong danh sách gợi ý")
        if self._kind() is TeamKind.HAMLET and not self.hamlet.text().strip():
            return tr("Hãy ghi thôn, bản của tổ")
        if any(line.is_wrong() for line in (self.day, self.first, self.last)):
            return tr("Hãy gõ ngày như 05/03/2026")
        first, last = self.first.day(), self.last.day()
        return tr("Ngày kết thúc phải sau ngày bắt đầu") if first and last and last < first else ""

    def _hamlet(self) -> str:
        """A team of the commune has none, whatever was typed before."""
        typed = " ".join(self.hamlet.text().split())
        return typed if self._kind() is TeamKind.HAMLET else ""

    def _kind(self) -> TeamKind:
        return TeamKind(self.kind.currentData())

    def _unit(self) -> UUID | None:
        chosen = self.commune.commune()
        return chosen.id if chosen else None

    def _add_fields(self, hamlets: Sequence[str]) -> None:
        self.commune = CommuneBox(tr("Gõ tên xã, không cần dấu"))
        self.hamlet = QLineEdit(maxLength=80)
        self.hamlet.setPlaceholderText(tr("Ví dụ: Bản Púa"))
        self.hamlet.setCompleter(QCompleter(list(hamlets), self.hamlet))
        self.name = QLineEdit(maxLength=160)
        self.number = QLineEdit(maxLength=60)
        self.number.setPlaceholderText(tr("Ví dụ: 12/QĐ-UBND"))
        self.day, self.first, self.last = DayLine(), DayLine(), DayLine()
        self.kind = QComboBox()
        for kind in TeamKind:
            self.kind.addItem(kind_words(kind), kind)
        lines = TwoColumns()
        lines.add_line((tr("Xã, phường"), self.commune), (tr("Loại tổ"), self.kind))
        lines.add_line((tr("Thôn, bản, tổ dân phố"), self.hamlet))
        lines.add_line((tr("Tên tổ"), self.name))
        lines.add_line((tr("Số quyết định"), self.number), (tr("Ngày quyết định"), self.day))
        lines.add_line((tr("Hoạt động từ"), self.first), (tr("Đến hết ngày"), self.last))
        self.form.addRow(lines)
        self.setMinimumWidth(self.fontMetrics().height() * 42)
        self.kind.currentIndexChanged.connect(self._changed)
        for line in (self.commune, self.hamlet, self.name, self.number, self.day, self.first,
                     self.last):  # fmt: skip
            line.textChanged.connect(self._changed)

    def _changed(self) -> None:
        kind = self._kind()
        self.hamlet.setEnabled(kind is TeamKind.HAMLET)
        self.name.setPlaceholderText(self._propose(kind, self.hamlet.text().strip()))
        self.check()

    def _fill(self, known: TeamData) -> None:
        self.commune.choose(known.unit_id)
        self.kind.setCurrentIndex(self.kind.findData(known.kind))
        self.hamlet.setText(known.hamlet)
        self.name.setText(known.name)
        self.number.setText(known.decision_number or "")
        self.day.set_day(known.decision_date)
        self.first.set_day(known.valid_from)
        self.last.set_day(known.valid_to)
        self._changed()
