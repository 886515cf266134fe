"""Rows with questions: the table, the panel below it, and the keys that lead through both."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from ....importing.findings import Answer, AnswerKind, Finding, FindingKey, RowKey, Severity
from ....services.lists.review import ReviewLine
from ...i18n import tr
from ...tables.table_model import TableModel
from ...widgets.card import Card
from ...widgets.empty_state import EmptyState
from .answers import offers
from .question_panel import QuestionPanel
from .review_table import TREATMENT, review_columns, review_look
from .review_view import ReviewView

_NARROW_EMS = 55
"""Below this width, in heights of a line, numbers are shortened."""


class QuestionRows(QWidget):
    """`decided` brings findings and their one answer (None: taken back); `skip_asked` a line to
    leave out; `beside_asked` a line and a finding whose candidates shall be shown; `said` a line
    for the foot of the window. `alike` gives the findings that ask the same as one.
    """

    decided = Signal(object, object)
    skip_asked = Signal(object)
    beside_asked = Signal(object, object)
    said = Signal(str)

    def __init__(self, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.alike: Callable[[Finding], list[Finding]] = lambda finding: [finding]
        self.is_skipped: Callable[[ReviewLine], bool] = lambda line: False
        self._lines: Sequence[ReviewLine] = ()
        self._waits_for: FindingKey | None = None
        self.model: TableModel[ReviewLine] = TableModel(review_columns(), review_look())
        self.table = ReviewView(self.model, caption)
        self.panel = QuestionPanel()
        self.panel.alike = lambda finding: len(self.alike(finding))
        self.panel.very_same = lambda: len(self._very_same())
        self._lay_out()
        self._connect()

    def show_lines(self, lines: Sequence[ReviewLine], shown: Sequence[ReviewLine]) -> None:
        """All rows, and those of the filter; the chosen row and the scroll stay.

        After an answer the next question is chosen, unless what was typed is still wrong.
        """
        self._lines = lines
        if [line.key for line in shown] == [line.key for line in self.model.records]:
            self.model.renew(shown)
            self._show_findings()
        else:
            self._refill(shown)
        self._go_on()

    def forget(self) -> None:
        """Show nothing."""
        self._lines, self._waits_for = (), None
        self.model.set_records(())

    def selected(self) -> ReviewLine | None:
        """The row one looks at."""
        rows = self.table.selected_rows()
        return self.model.record(rows[0]) if rows else None

    def next_question(self) -> None:
        """Go to the next row below with an open question, from the last to the first."""
        rows = self.table.selected_rows()
        at = rows[0] if rows else -1
        records = self.model.records
        order = [*range(at + 1, len(records)), *range(at + 1)]
        found = next((row for row in order if _asks(records[row])), None)
        if found is None:
            self.said.emit(tr("Không còn câu hỏi nào ở mục này."))
            return
        self.choose(found)
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def choose(self, row: int) -> None:
        """Choose a row and bring it into sight."""
        select = QItemSelectionModel.SelectionFlag
        flags = select.ClearAndSelect | select.Rows
        self.table.selectionModel().setCurrentIndex(self.model.index(row, 0), flags)
        self.table.scrollTo(self.model.index(row, 0))

    def toggle_row(self) -> None:
        """Refuse every repair of the chosen row, or take all after all."""
        line = self.selected()
        repairs = [f for f in line.findings if f.severity is Severity.REPAIR] if line else []
        if not repairs:
            return
        applied = [finding for finding in repairs if finding.applied]
        self.decided.emit(repairs, offers(applied[0])[0].answer if applied else None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Figures press the buttons below; the space bar refuses a row's repairs."""
        if watched is self.table and isinstance(event, QKeyEvent) and _is_plain_press(event):
            if event.key() == Qt.Key.Key_Space:
                self.toggle_row()
                return True
            if event.text().isdigit():
                return self.panel.press(int(event.text()))
        return super().eventFilter(watched, event)

    def menu_of(self, index: QModelIndex) -> QMenu:
        """The answers of the chosen row as a menu."""
        menu = QMenu(self.table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, button in enumerate(self.panel.buttons, 1):
            action = menu.addAction(button.accessibleName())
            action.triggered.connect(lambda _=False, n=number: self.panel.press(n))
        if self.panel.field is not None:
            action = menu.addAction(tr("Gõ giá trị đúng…"))
            action.triggered.connect(lambda: self.panel.enter_field())
        menu.addSeparator()
        menu.addAction(self.panel.skip_words).triggered.connect(self._skip)
        return menu

    def _decide(self, finding: Finding, answer: Answer | None, every: bool) -> None:
        is_question = finding.severity is Severity.QUESTION
        if is_question and answer is None and finding.answer is None and finding.open:
            self.next_question()  # "later": there is nothing to remember
            return
        self._waits_for = finding.key if is_question and answer is not None else None
        alike = self.alike(finding) if every else [finding]
        self.decided.emit(alike if is_question or every else self._of_cell(finding), answer)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _very_same(self) -> list[Finding]:
        """The questions about one person of whom a row says nothing else than is known."""
        return [f for line in self._lines for f in line.findings if f.is_of_the_very_same]

    def _join_very_same(self) -> None:
        """Each is the one person it is asked about: an answer without an id names that one."""
        same = self._very_same()
        self._waits_for = same[0].key if same else None
        self.decided.emit(same, Answer(AnswerKind.SAME_PERSON))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _of_cell(self, finding: Finding) -> list[Finding]:
        """A cell's repairs stand or fall together."""
        line = self.selected()
        others = line.findings if line else ()
        same = [f for f in others if f.severity is Severity.REPAIR and f.field is finding.field]
        return same if finding in same else [finding]

    def _go_on(self) -> None:
        key, self._waits_for = self._waits_for, None
        if key is None:
            return
        answered = next((line for line in self._lines if line.key == _row_of(key)), None)
        if answered and any(f.key == key and f.open for f in answered.findings):
            self.panel.enter_field()
        elif answered is None or not _asks(answered):
            self._go_to_question(_row_of(key))

    def _go_to_question(self, answered: RowKey) -> None:
        """The row that took the answered one's place may ask already."""
        chosen = self.selected()
        moved = chosen is not None and chosen.key != answered and _asks(chosen)
        if not moved and any(map(_asks, self.model.records)):
            self.next_question()

    def _refill(self, lines: Sequence[ReviewLine]) -> None:
        chosen, rows = self.selected(), self.table.selected_rows()
        at = self.table.verticalScrollBar().value()
        self._set_columns(lines)
        self.model.set_records(lines)
        self.table.verticalScrollBar().setValue(at)
        again = next((n for n, x in enumerate(lines) if chosen and x.key == chosen.key), None)
        if again is None and rows and lines:
            again = min(rows[0], len(lines) - 1)
        if again is not None:
            self.choose(again)

    def _set_columns(self, lines: Sequence[ReviewLine]) -> None:
        columns = review_columns(lines, self._is_narrow())
        titles = [c.title for c in columns]
        if lines and titles != [c.title for c in self.model.columns]:
            self.model.set_columns(columns)

    def _is_narrow(self) -> bool:
        return self.width() < _NARROW_EMS * self.fontMetrics().height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        chosen = self.table.selected_rows()
        self._set_columns(self.model.records)
        if chosen and not self.table.selected_rows():
            self.choose(chosen[0])

    def _show_findings(self) -> None:
        line = self.selected()
        self.panel.show_line(line, bool(line and self.is_skipped(line)))

    def _open_row(self, _row: int) -> None:
        """Enter: type the right value, or choose among the answers."""
        if not self.panel.enter_field() and self.panel.buttons:
            self.panel.buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _clicked(self, index: QModelIndex) -> None:
        """A click on the treatment opens the answers there."""
        if self.model.columns[index.column()].key != TREATMENT or self.panel.finding is None:
            return
        where = self.table.visualRect(index).bottomLeft()
        self.menu_of(index).popup(self.table.viewport().mapToGlobal(where))

    def _skip(self) -> None:
        line = self.selected()
        if line is not None:
            self.skip_asked.emit(line)

    def _connect(self) -> None:
        self.panel.decided.connect(self._decide)
        self.panel.skip_asked.connect(self._skip)
        self.panel.next_asked.connect(self.next_question)
        self.panel.beside_asked.connect(self.beside_asked)
        self.panel.same_decided.connect(self._join_very_same)
        self.table.selectionModel().selectionChanged.connect(self._show_findings)
        self.model.modelReset.connect(self._show_findings)
        self.table.installEventFilter(self)
        self.table.opened.connect(self._open_row)
        self.table.clicked.connect(self._clicked)
        self.table.said.connect(self.said)
        toggle = self.table.add_menu_action(tr("Giữ như tệp / sửa như đề xuất"), self.toggle_row)
        toggle.setShortcut("Space")
        for keys in ("Ctrl+Return", "Ctrl+Enter", "F8"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.next_question)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        card = Card(flush=True)
        card.body.addWidget(self.table)
        column.addWidget(card, 1)
        column.addWidget(self.panel)
        self.empty = EmptyState("list-check", "")
        self.table.set_empty(self.empty)


def _asks(line: ReviewLine) -> bool:
    return any(f.open and f.severity is Severity.QUESTION for f in line.findings)


def _row_of(key: FindingKey) -> RowKey:
    return RowKey(key.file, key.sheet, key.row)


def _is_plain_press(event: QKeyEvent) -> bool:
    plain = event.modifiers() in (
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.KeypadModifier,
    )
    return event.type() == QEvent.Type.KeyPress and plain
