"""Two records become one: which stays, and from which side each field is taken."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QRadioButton,
    QSizePolicy,
    QWidget,
)

from ...exports.formats import number
from ...services.comparison import Agreement, FieldPair, PersonField
from ...services.merge_question import MergeQuestion, RecordSummary, turned
from ...services.merging import Side, joined_notes
from ..i18n import tr
from ..pages.import_steps.comparison_grid import person_field_words
from ..widgets.labels import ElidedLabel, Rank, label, plain_tooltip
from .course import Scrolled
from .form import FormDialog

_LETTERS = 34


@dataclass(frozen=True)
class MergeAnswer:
    """Who stays, who is read as them, and from where each field comes."""

    keep_id: UUID
    other_id: UUID
    kept: str
    other: str
    choices: Mapping[PersonField, Side]
    overrule: bool
    two_numbers: bool


class MergePeopleDialog(FormDialog[MergeAnswer]):
    """Left and right side by side with a preview of the result."""

    def __init__(self, question: MergeQuestion, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Gộp hai hồ sơ"),
            tr("Gộp"),
            tr(
                "Khóa học, điểm danh, thẻ và giấy chứng nhận của cả hai được giữ nguyên "
                "và tính cho một người. Lúc nào cũng có thể tách ra lại."
            ),
            parent,
        )
        self._question = question
        self._sides: dict[PersonField, Side] = {}
        self._groups: list[QButtonGroup] = []
        self.radios: dict[tuple[PersonField, Side], QRadioButton] = {}
        self.results: dict[PersonField, ElidedLabel] = {}
        self.form.addRow(self._table())
        self._add_shared()
        self.overrule = self._add_warning(
            question.are_distinct,
            tr("Đã có người ghi nhận đây là hai người khác nhau."),
            tr("Bỏ ghi nhận đó: đúng là một người"),
        )
        self.two_numbers = self._add_warning(
            question.two_numbers,
            tr("Hai hồ sơ có hai số căn cước 12 chữ số khác nhau. Một người chỉ có một số."),
            tr("Đã xem giấy tờ: đúng là một người, giữ cả hai số"),
        )
        self.setMinimumWidth(self.fontMetrics().height() * 52)
        self.check()

    @classmethod
    def get_data(
        cls, question: MergeQuestion, parent: QWidget | None = None
    ) -> tuple[MergeAnswer, bool]:
        """Ask, and wait for the answer."""
        dialog = cls(question, parent)
        answer = dialog.ask()
        dialog.deleteLater()
        return answer

    def data(self) -> MergeAnswer:
        left, right = self._question.left, self._question.right
        keeps_left = self.keep_left.isChecked()
        keep, other = (left, right) if keeps_left else (right, left)
        return MergeAnswer(
            keep.person_id,
            other.person_id,
            keep.name,
            other.name,
            self._sides if keeps_left else turned(self._sides),
            self._question.are_distinct,
            self._question.two_numbers,
        )

    def problem(self) -> str:
        boxes = (self.overrule, self.two_numbers)
        unsure = any(box is not None and not box.isChecked() for box in boxes)
        return tr("Hãy đánh dấu xác nhận ở trên trước khi gộp") if unsure else ""

    def showEvent(self, event: QShowEvent) -> None:
        """As high as needed where the screen allows it: Qt takes two thirds of it at most."""
        super().showEvent(event)
        layout = self.layout()
        if layout is not None and not event.spontaneous():
            room = self.screen().availableGeometry().height() - 3 * self.fontMetrics().height()
            self.resize(self.width(), min(layout.totalHeightForWidth(self.width()), room))

    def _table(self) -> QWidget:
        inner = QWidget()
        self._grid = QGridLayout(inner)
        em = self.fontMetrics().height()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(em)
        self._grid.setVerticalSpacing(round(em * 0.4))
        for column, share in ((1, 4), (2, 4), (3, 3)):
            self._grid.setColumnStretch(column, share)
        self._add_heads()
        for pair in self._question.pairs:
            self._add_field(pair)
        return Scrolled(inner)

    def _add_heads(self) -> None:
        group = self._group()
        sides = ((1, self._question.left), (2, self._question.right))
        for column, summary in sides:
            self._grid.addWidget(_text(summary.name, Rank.HEADING), 0, column)
            self._grid.addWidget(_text(_weight_words(summary), Rank.NOTE), 1, column)
            radio = QRadioButton(tr("Giữ hồ sơ này"))
            radio.setAccessibleName(tr("Giữ hồ sơ {name}").format(name=summary.name))
            group.addButton(radio)
            self._grid.addWidget(radio, 2, column)
        self.keep_left, self.keep_right = group.buttons()
        (self.keep_left if self._question.keeps_left else self.keep_right).setChecked(True)
        self._grid.addWidget(_text(tr("Sau khi gộp"), Rank.HEADING), 0, 3)
        self._grid.setRowMinimumHeight(3, self.fontMetrics().height() // 2)

    def _add_field(self, pair: FieldPair) -> None:
        row = self._grid.rowCount()
        name = label(person_field_words(pair.field), Rank.MUTED)
        name.setWordWrap(False)
        self._grid.addWidget(name, row, 0)
        result = self.results[pair.field] = _text("")
        self._grid.addWidget(result, row, 3)
        if pair.agreement is Agreement.SAME or pair.field is PersonField.IDENTITY:
            for column, text in ((1, pair.left), (2, pair.right)):
                self._grid.addWidget(_text(text or "–"), row, column)
            both = f"{pair.left}, {pair.right}".split(", ")
            is_number = pair.field is PersonField.IDENTITY
            result.setText(", ".join(dict.fromkeys(filter(None, both))) if is_number else pair.left)
            return
        self._sides[pair.field] = self._question.sides[pair.field]
        self._add_choice(pair, row)
        self._show_result(pair)

    def _add_choice(self, pair: FieldPair, row: int) -> None:
        group = self._group()
        offers = [(row, 1, 1, Side.KEPT, pair.left), (row, 2, 1, Side.OTHER, pair.right)]
        if pair.field is PersonField.NOTE and pair.left and pair.right:
            offers.append((row + 1, 1, 2, Side.BOTH, tr("Cả hai, nối với nhau")))
        for at, column, span, side, text in offers:
            radio = _radio(text or tr("– (để trống)"))
            radio.setAccessibleName(f"{person_field_words(pair.field)}: {text or '–'}")
            radio.setChecked(self._sides[pair.field] is side)
            radio.toggled.connect(lambda on, side=side: self._choose(pair, side, on))
            group.addButton(radio)
            self.radios[pair.field, side] = radio
            self._grid.addWidget(radio, at, column, 1, span)

    def _choose(self, pair: FieldPair, side: Side, on: bool) -> None:
        if on:
            self._sides[pair.field] = side
            self._show_result(pair)

    def _show_result(self, pair: FieldPair) -> None:
        side = self._sides[pair.field]
        texts = {
            Side.KEPT: pair.left,
            Side.OTHER: pair.right,
            Side.BOTH: joined_notes(pair.left, pair.right),
        }
        self.results[pair.field].setText(texts[side] or "–")

    def _group(self) -> QButtonGroup:
        group = QButtonGroup(self)
        self._groups.append(group)
        return group

    def _add_shared(self) -> None:
        shared = self._question.shared_courses
        if shared:
            text = tr("Cả hai cùng ở khóa {courses}: mỗi buổi lấy trạng thái tốt hơn.")
            self.form.addRow(label(text.format(courses=", ".join(shared)), Rank.NOTE))

    def _add_warning(self, is_needed: bool, text: str, agreement: str) -> QCheckBox | None:
        if not is_needed:
            return None
        box = QCheckBox(agreement)
        box.setAccessibleDescription(text)
        box.toggled.connect(self.check)
        self.form.addRow(label(text))
        self.form.addRow(box)
        return box


def _text(text: str, rank: Rank = Rank.BODY) -> ElidedLabel:
    """One line that takes its column's width and gives way in it."""
    words = ElidedLabel(text, rank)
    words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return words


def _radio(text: str) -> QRadioButton:
    short = text if len(text) <= _LETTERS else f"{text[: _LETTERS - 1].rstrip()}…"
    radio = QRadioButton(short)
    radio.setToolTip(plain_tooltip(text) if short != text else "")
    return radio


def _weight_words(summary: RecordSummary) -> str:
    courses, papers, cards = len(summary.courses), summary.certificates, summary.cards
    parts = [
        tr("{count} khóa", courses).format(count=number(courses)),
        tr("{count} giấy chứng nhận", papers).format(count=number(papers)),
        tr("{count} thẻ", cards).format(count=number(cards)),
    ]
    if summary.merged:
        merged = tr("đã gộp {count} hồ sơ", summary.merged)
        parts.append(merged.format(count=number(summary.merged)))
    return " · ".join(parts)
