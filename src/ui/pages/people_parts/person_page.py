"""A person's whole history, with their details to correct."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ....exports.formats import day
from ....models.errors import AppError
from ....scanning.codes import grouped
from ....services.history import PersonHistory, person_history
from ....services.merge_question import MergedRecord, merged_records
from ....services.people import PersonRecord
from ....services.person_details import SavedPerson, show_number
from ...context import AppContext
from ...dialogs.choose_person import ChoosePersonDialog
from ...errors import sentence
from ...i18n import tr
from ...page import Page
from ...palette import Tone
from ...widgets.button import plain, primary
from ...widgets.card import Card
from ...widgets.empty_state import EmptyState
from ...widgets.labels import Rank, label
from ...widgets.line_card import Line, LineCard
from .course_card import CourseCard
from .editing import edit_person_dialog
from .history_words import card_words, certificate_words, source_words
from .merging import merge_from_page, unmerge_from_page


class PersonPage(Page):
    """One person. `left` fires when one goes back to the list."""

    left = Signal()
    watches = frozenset({"people", "enrolments", "attendance", "assessments", "certificates"})

    def __init__(self, context: AppContext) -> None:
        super().__init__("", scrolls=True)
        self._context = context
        self._person: UUID | None = None
        self._number = ""
        self.history: PersonHistory | None = None
        self.merged: tuple[MergedRecord, ...] = ()
        self._content = QWidget()
        self.body.addWidget(self._content)
        self.body.addStretch(1)
        self._add_actions()

    def open(self, target: UUID) -> None:
        """Show this person."""
        self._person = target
        self._number = ""
        self.banner.hide()
        self.stale = True

    def load(self) -> None:
        person = self._person
        if person is not None:
            self._context.read(
                lambda session: (
                    person_history(session, person),
                    merged_records(session, person),
                ),
                self._arrived,
                self,
                self._refuse,
                "person",
            )

    def _add_actions(self) -> None:
        self._back = plain(tr("Quay lại"), "arrow-left")
        self._number_button = plain(tr("Hiện số căn cước"), "eye")
        self._merge = plain(tr("Gộp với…"), "arrow-merge")
        self._edit = primary(tr("Sửa thông tin"), "pencil")
        for button in (self._back, self._number_button, self._merge, self._edit):
            self.header.add_action(button)
        self._back.clicked.connect(self.left)
        self._edit.clicked.connect(self.edit)
        self._merge.clicked.connect(self.merge)
        self._number_button.clicked.connect(self.toggle_number)
        for keys in ("Esc", "Alt+Left"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.left)

    def edit(self) -> None:
        """Correct what is known of the person."""
        if self.history is not None:
            edit_person_dialog(self, self._context, self.history.person.id, self._saved)

    def merge(self) -> None:
        """Choose another record of the same person, and merge the two."""
        if self.history is None:
            return
        person = self.history.person
        other, accepted = ChoosePersonDialog.get_data(self._context, person, self)
        if accepted and other is not None:
            merge_from_page(self, self._context, person.id, other.id)

    def unmerge(self, record: MergedRecord) -> None:
        """Make two people of one again."""
        unmerge_from_page(self, self._context, record.redirect_id)

    def _saved(self, saved: SavedPerson) -> None:
        if saved.held_by:
            words = tr("Số căn cước này đã có ở {name}; chưa ghi gì.").format(name=saved.name)
            self.banner.say(words, Tone.LATE)
        else:
            self.banner.say(tr("Đã ghi {name}.").format(name=saved.name), Tone.PRESENT)

    def toggle_number(self) -> None:
        """Show the identity number in full, which is recorded; or hide it again."""
        person = self._person
        if self._number or person is None:
            self._show_number("")
            return
        self._context.write(
            lambda session, by: show_number(session, by, person), self._show_number, self
        )

    def _show_number(self, number: str) -> None:
        self._number = number
        words = tr("Ẩn số căn cước") if number else tr("Hiện số căn cước")
        self._number_button.setText(words)
        if self.history is not None:
            self._show(self.history)

    def _refuse(self, error: AppError) -> None:
        self.banner.say(sentence(error), Tone.REFUSED)

    def _arrived(self, found: tuple[PersonHistory, tuple[MergedRecord, ...]]) -> None:
        history, self.merged = found
        self._show(history)

    def _show(self, history: PersonHistory) -> None:
        self.history = history
        person = history.person
        self.set_title(person.name, _where(person))
        self._number_button.setEnabled(bool(person.identity))
        self.set_status(
            tr("Sửa lần cuối {day}, {who}").format(
                day=f"{history.changed_at:%H:%M %d/%m/%Y}", who=history.changed_by
            )
        )
        self._replace(self._build(history))

    def _replace(self, content: QWidget) -> None:
        old, self._content = self._content, content
        self.body.replaceWidget(old, content)
        old.hide()
        old.deleteLater()

    def _build(self, history: PersonHistory) -> QWidget:
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(content.fontMetrics().height())
        aside = QVBoxLayout()
        aside.addWidget(self._details(history.person))
        if self.merged:
            aside.addWidget(self._merged_card())
        aside.addWidget(_lines(tr("Thẻ học viên"), [card_words(c) for c in history.cards]))
        aside.addWidget(_lines(tr("Nguồn"), [source_words(s) for s in history.sources]))
        aside.addStretch(1)
        row.addLayout(aside, 2)
        row.addLayout(self._courses(history), 3)
        return content

    def _merged_card(self) -> LineCard:
        count = len(self.merged) + 1
        card = LineCard(tr("Đã gộp từ {count} hồ sơ", count).format(count=count))
        card.show_lines([self._merged_line(record) for record in self.merged], "")
        return card

    def _merged_line(self, record: MergedRecord) -> Line:
        note = tr("gộp ngày {day}, {who}").format(day=day(record.merged_on), who=record.merged_by)
        return Line(record.name, note, tr("Tách ra"), lambda: self.unmerge(record))

    def _courses(self, history: PersonHistory) -> QVBoxLayout:
        column = QVBoxLayout()
        for course in history.courses:
            card = CourseCard(course)
            card.opened.connect(self._open_course)
            column.addWidget(card)
        if not history.courses:
            column.addWidget(_no_course())
        papers = [certificate_words(c) for c in history.certificates]
        column.addWidget(_lines(tr("Giấy chứng nhận"), papers))
        column.addStretch(1)
        return column

    def _open_course(self, code: str) -> None:
        self.navigated.emit("courses", code)

    def _details(self, person: PersonRecord) -> Card:
        card = Card(tr("Thông tin"))
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        for row, (title, value) in enumerate(_facts(person, self._number)):
            name = label(title, Rank.MUTED)
            name.setWordWrap(False)
            grid.addWidget(name, row, 0)
            shown = label(value or "–")
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(shown, row, 1)
        card.body.addLayout(grid)
        return card


def _where(person: PersonRecord) -> str:
    return ", ".join(filter(None, (person.hamlet, person.commune)))


def _facts(person: PersonRecord, number: str) -> Sequence[tuple[str, Any]]:
    born = day(person.birth_date) if person.birth_date else str(person.birth_year or "")
    return (
        (tr("Ngày sinh") if person.birth_date else tr("Năm sinh"), born),
        (tr("Giới tính"), person.gender),
        (tr("Điện thoại"), person.phone),
        (tr("Số căn cước"), number or person.identity),
        (tr("Mã thẻ"), grouped(person.code or "")),
        (tr("Thôn, bản"), person.hamlet),
        (tr("Xã, phường"), person.commune),
        (tr("Đơn vị công tác"), person.employer),
        (tr("Ghi chú"), person.note),
    )


def _lines(title: str, lines: Sequence[str]) -> Card:
    card = Card(title)
    for line in lines or [tr("Chưa có")]:
        shown = label(line, Rank.BODY if lines else Rank.MUTED)
        card.body.addWidget(shown)
    return card


def _no_course() -> Card:
    card = Card()
    card.body.addWidget(EmptyState("school", tr("Chưa tham gia khóa tập huấn nào.")))
    return card
