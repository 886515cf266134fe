"""Households and adults of a hamlet or commune: entered with date and source; the history below."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ...exports.formats import day, number
from ...importing.team_cells import read_count
from ...models.enums import Measure
from ...services.register.denominators import FigureRecord
from ..i18n import tr
from ..widgets.button import link
from ..widgets.day_line import DayLine
from ..widgets.labels import ElidedLabel, Rank
from .form import FormDialog

_HISTORY = 6
"""Lines of the history in sight at once."""


@dataclass(frozen=True)
class FiguresAnswer:
    """The figures of a day and where they are from, or one of the history that was wrong."""

    values: Mapping[Measure, int]
    as_of: date | None
    source: str
    removed: FigureRecord | None = None


class FiguresDialog(FormDialog[FiguresAnswer]):
    """What is left empty is not entered; figures of the same day are corrected, older ones stay.

    A wrong one of the history is taken out by the link beside it, which closes the dialog.
    """

    def __init__(
        self,
        area: str,
        history: Sequence[FigureRecord],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Số hộ, số người trưởng thành"), tr("Ghi"), area, parent)
        self._today = today
        self._removed: FigureRecord | None = None
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
        shown = [(record, text) for record in history if (text := _words(record))]
        if shown:
            self.form.addRow(self._history(shown))
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
        source = " ".join(self.source.text().split())
        return FiguresAnswer(values, self.as_of.day(), source, self._removed)

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

    def _history(self, shown: Sequence[tuple[FigureRecord, str]]) -> QScrollArea:
        """What was entered before, a line each; a long history is scrolled."""
        lines = QWidget()
        column = QVBoxLayout(lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for record, text in shown:
            column.addLayout(self._line(record, text))
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(lines)
        each = lines.sizeHint().height() // len(shown) + 1
        area.setFixedHeight(each * min(len(shown), _HISTORY))
        return area

    def _line(self, record: FigureRecord, text: str) -> QHBoxLayout:
        row = QHBoxLayout()
        words = ElidedLabel(text, Rank.NOTE)
        words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(words, 1)
        remove = link(tr("Xóa"))
        remove.setAccessibleName(f"{tr('Xóa')}: {text}")
        remove.clicked.connect(lambda: self.remove(record))
        row.addWidget(remove)
        return row

    def remove(self, record: FigureRecord) -> None:
        """Answer that this figure was wrong."""
        self._removed = record
        self.accept()

    def _lines(self) -> Sequence[tuple[Measure, QLineEdit]]:
        return ((Measure.HOUSEHOLDS, self.households), (Measure.ADULTS, self.adults))


def _words(record: FigureRecord) -> str:
    """A figure of the history; empty for what this dialog does not ask for."""
    counted = {
        Measure.HOUSEHOLDS: tr("{count} hộ"),
        Measure.ADULTS: tr("{count} người trưởng thành"),
        Measure.MEMBERS: tr("{count} thành viên theo báo cáo"),
    }.get(record.measure)
    if counted is None:
        return ""
    count = counted.format(count=number(record.value))
    return f"{day(record.as_of)}: {count} · {record.source}"
