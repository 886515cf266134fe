"""Step 4: what was written, and the rows that wait."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ....exports.formats import number
from ....models.enums import ImportRowState
from ....services.lists.draft import ImportReport
from ....services.lists.review import ReviewLine, row_line
from ...i18n import tr
from ...tables.table_model import TableModel
from ...widgets.button import link
from ...widgets.card import Card
from ...widgets.figure_card import FigureCard
from ...widgets.labels import Rank, label
from .intake import states_of
from .review_table import review_columns, review_look
from .review_view import ReviewView


class Done(QWidget):
    """`another_asked` fires for the next files, `held_asked` for the rows that wait, `undo_asked`
    to take everything back.
    """

    another_asked = Signal()
    held_asked = Signal()
    undo_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.added = FigureCard(tr("Người mới"))
        self.matched = FigureCard(tr("Đã có sẵn"))
        self.held = FigureCard(tr("Để lại"))
        self.discarded = FigureCard(tr("Bỏ qua"))
        self.held.opened.connect(self.held_asked)
        self._title = label("", Rank.HEADING)
        self.model: TableModel[ReviewLine] = TableModel(review_columns(), review_look())
        self.table = ReviewView(self.model, tr("Các dòng để lại"))
        self.see_held = link(tr("Quyết định các dòng để lại"), "list-check")
        self.undo = link(tr("Hoàn tác lần nhập này"), "arrow-back-up")
        self.another = link(tr("Nhập tệp khác"), "file-spreadsheet")
        self.see_held.clicked.connect(self.held_asked)
        self.undo.clicked.connect(self.undo_asked)
        self.another.clicked.connect(self.another_asked)
        self._lay_out()

    def show_reports(
        self, reports: Sequence[ImportReport], files: Sequence[str], course: str
    ) -> None:
        """Say what became of the rows; `files` are the hashes of the reports' files, `course` the
        one they were enrolled in.
        """
        states = states_of(reports)
        enrolled = tr("ghi danh vào khóa {course}").format(course=course) if course else ""
        self.added.show_figure(number(states[ImportRowState.ADDED]), enrolled or tr("đã thêm"))
        known = tr("ghi nhận, không thêm lần nữa")
        self.matched.show_figure(number(states[ImportRowState.MATCHED]), known)
        held, out = states[ImportRowState.HELD], states[ImportRowState.DISCARDED]
        self.held.show_figure(number(held), tr("chờ quyết định, không mất"))
        if held:
            self.held.set_openable(tr("Mở các dòng để lại"))
        self.discarded.show_figure(number(out), tr("không nhập, theo quyết định"))
        self.discarded.setVisible(out > 0)
        self.undo.setEnabled(True)
        self._show_held(_held_lines(reports, files))

    def show_undone(self) -> None:
        """Everything was taken back."""
        for card in (self.added, self.matched, self.held, self.discarded):
            card.show_figure("0", tr("đã hoàn tác"))
        self.undo.setEnabled(False)
        self._show_held([])

    def _show_held(self, lines: Sequence[ReviewLine]) -> None:
        self.model.set_columns(review_columns(lines))
        self.model.set_records(lines)
        self._card.setVisible(bool(lines))
        self.see_held.setVisible(bool(lines))
        self._title.setText(tr("Các dòng để lại") if lines else "")

    def _lay_out(self) -> None:
        em = self.fontMetrics().height()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(em * 0.8))
        row = QHBoxLayout()
        row.setSpacing(em)
        for card in (self.added, self.matched, self.held, self.discarded):
            row.addWidget(card, 1)
        column.addLayout(row)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        for button in (self.see_held, self.another, self.undo):
            head.addWidget(button)
        column.addLayout(head)
        self._card = Card(flush=True)
        self._card.body.addWidget(self.table)
        column.addWidget(self._card, 1)
        column.addStretch(0)


def _held_lines(reports: Sequence[ImportReport], files: Sequence[str]) -> list[ReviewLine]:
    return [
        row_line(row, sha256, report.file_name)
        for report, sha256 in zip(reports, files, strict=True)
        for row in report.rows
        if row.state is ImportRowState.HELD
    ]
