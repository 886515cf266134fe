"""Households and adults of a hamlet or commune: entered with date and source; the history below."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from ...exports.formats import day, number
from ...importing.team_cells import read_count
from ...models.enums import Measure
from ...services.register.denominators import FigureRecord
from ..i18n import tr
from ..widgets.day_line import DayLine
from ..widgets.labels import Rank, label
from .form import FormDialog

_HISTORY = 6


@dataclass(frozen=True)
class FiguresAnswer:
    """The figures of a day, and where they are from."""

    values: Mapping[Measure, int]
    as_of: date | None
    source: str


class FiguresDialog(FormDialog[FiguresAnswer]):
    """What is left empty is not entered; figures of the same day are corrected, older ones stay."""

    def __init__(
        self,
        area: str,
        history: Sequence[FigureRecord],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Số hộ, số người trưởng thành"), tr("Ghi"), area, parent)
        self._today = today
        last = history[0].source if history else ""
        self.households, self.adults = QLineEdit(maxLength=12), QLineEdit(maxLength=12)
        self.as_of, self.source = DayLine(today), QLineEdit(last, maxLength=160)
        self.source.setPlaceholderText(tr("Ví dụ: Công an xã; Niên giám thống kê"))
        self.form.addRow(tr("Số hộ"), self.households)
        self.form.addRow(tr("Số người trưởng thành"), self.adults)
        self.form.addRow(tr("Tính đến ngày"), self.as_of)
        self.form.addRow(tr("Nguồn số liệu"), self.source)
        for line in (self.households, self.adults, self.as_of, self.source):
            line.textChanged.connect(self.check)
        for text in _history_words(history[:_HISTORY]):
            self.form.addRow(label(text, Rank.NOTE))
        self.check()

    @classmethod
    def get_data(
        cls,
        area: str,
        history: Sequence[FigureRecord],
        today: date,
        parent: QWidget | None = None,
    ) -> tuple[FiguresAnswer, bool]:
        """Ask, and wait for the answer."""
        dialog = cls(area, history, today, parent)
        answer = dialog.ask()
        dialog.deleteLater()
        return answer

    def data(self) -> FiguresAnswer:
        values = {
            measure: count
            for measure, line in self._lines()
            if (count := read_count(line.text()).value) is not None
        }
        return FiguresAnswer(values, self.as_of.day(), " ".join(self.source.text().split()))

    def problem(self) -> str:
        if any(line.text().strip() and read_count(line.text()).value is None
               for _, line in self._lines()):  # fmt: skip
            return tr("Hãy ghi số nguyên, ví dụ 124")
        entered, as_of = self.data(), self.as_of.day()
        if not entered.values:
            return tr("Hãy ghi số hộ hoặc số người trưởng thành")
        if as_of is None:
            return tr("Hãy gõ ngày của số liệu như 05/03/2026")
        if as_of > self._today:
            return tr("Ngày của số liệu không thể sau hôm nay")
        return "" if entered.source else tr("Hãy ghi nguồn số liệu")

    def _lines(self) -> Sequence[tuple[Measure, QLineEdit]]:
        return ((Measure.HOUSEHOLDS, self.households), (Measure.ADULTS, self.adults))


def _history_words(history: Sequence[FigureRecord]) -> list[str]:
    words = {
        Measure.HOUSEHOLDS: tr("{count} hộ"),
        Measure.ADULTS: tr("{count} người trưởng thành"),
        Measure.MEMBERS: tr("{count} thành viên theo báo cáo"),
    }
    return [
        f"{day(r.as_of)}: {words[r.measure].format(count=number(r.value))} · {r.source}"
        for r in history
        if r.measure in words
    ]
