"""Step 3: what the lists would bring, row by row; nothing is written yet."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ....importing.findings import Severity
from ....services.commune_choices import CommuneChoice
from ....services.lists.draft import Counts
from ....services.lists.review import ReviewFilter, ReviewLine
from ...i18n import tr
from ...widgets.filter_chips import Chip, FilterChips
from ...widgets.labels import ElidedLabel, Rank
from .intake import Intake
from .kind_chooser import KindBar, KindChooser
from .question_rows import QuestionRows


class Review(QWidget):
    """The rows of an `Intake`; decisions go straight to it. `beside_asked` brings a line and a
    finding whose candidates shall be shown; `said` a line for the foot of the window.
    """

    beside_asked = Signal(object, object)
    said = Signal(str)

    def __init__(self, intake: Intake, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._intake = intake
        self._lines: Sequence[ReviewLine] = ()
        self.rows = QuestionRows(tr("Xem lại danh sách"))
        self.rows.alike = intake.alike
        self.rows.is_skipped = intake.is_skipped
        self.model, self.table, self.panel = self.rows.model, self.rows.table, self.rows.panel
        self.chips = FilterChips()
        self.kinds = KindChooser()
        self.bar = KindBar()
        self._lay_out()
        self.rows.empty.say(tr("Đang xem thử danh sách…"))
        self.chips.chosen.connect(lambda _: self._filter())
        self.kinds.chosen.connect(self._filter)
        self.bar.decided.connect(self._refuse_kind)
        self.rows.decided.connect(intake.decide)
        self.rows.skip_asked.connect(intake.skip)
        self.rows.beside_asked.connect(self.beside_asked)
        self.rows.said.connect(self.said)

    def show_result(self) -> None:
        """Show the rows as they are understood now; filter, chosen row and scroll stay."""
        result = self._intake.result
        if result is None:
            self.forget()
            return
        self._lines = result.lines
        self.rows.empty.say(tr("Không có dòng nào ở mục này."))
        self._show_counts(result.counts)
        self._filter()

    def set_communes(self, communes: Sequence[CommuneChoice]) -> None:
        """The communes that can be typed."""
        self.panel.communes = communes

    def forget(self) -> None:
        """Other files: nothing is shown until they are understood."""
        self._lines = ()
        self.rows.empty.say(tr("Đang xem thử danh sách…"))
        self.rows.forget()

    def selected(self) -> ReviewLine | None:
        """The row one looks at."""
        return self.rows.selected()

    def _show_counts(self, counts: Counts) -> None:
        amounts = {
            ReviewFilter.ALL: (tr("Tất cả"), counts.rows),
            ReviewFilter.REPAIRED: (tr("Đã tự sửa"), counts.repaired),
            ReviewFilter.OPEN: (tr("Cần quyết định"), counts.open),
            ReviewFilter.REPEATED: (tr("Trùng trong tệp"), counts.repeated),
        }
        self.chips.show_chips([Chip(f.value, words, n) for f, (words, n) in amounts.items()])
        self.kinds.show_kinds(counts.kinds)

    def _filter(self) -> None:
        to = ReviewFilter(self.chips.current() or ReviewFilter.ALL.value)
        kind = self.kinds.kind()
        self.rows.show_lines(self._lines, [x for x in self._lines if x.belongs(to, kind)])
        self._show_kind()

    def _show_kind(self) -> None:
        kind = self.kinds.kind()
        repairs = [
            f
            for line in (self._lines if kind else ())
            for f in line.findings
            if f.kind is kind and f.severity is Severity.REPAIR
        ]
        taken = sum(f.applied for f in repairs)
        self.bar.show_kind(kind, taken, len(repairs) - taken)

    def _refuse_kind(self, refused: bool) -> None:
        kind = self.kinds.kind()
        if kind is not None:
            self._intake.refuse_all(kind, refused)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(self.chips, 1)
        row.addWidget(ElidedLabel(tr("Dòng chưa quyết định được để lại, không mất"), Rank.MUTED))
        row.addWidget(self.kinds)
        column.addLayout(row)
        column.addWidget(self.bar)
        column.addWidget(self.rows, 1)
