"""Below the rows of a list: what was seen in the chosen row, and the answers, each with its key."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ....exports.formats import number
from ....importing.findings import Answer, AnswerKind, Finding, FindingKey, FindingKind, Severity
from ....services.commune_choices import CommuneChoice
from ....services.lists.review import ReviewColumn, ReviewLine
from ...finding_words import DUPLICATES, answer_words, finding_pill, treatment
from ...i18n import tr
from ...widgets.button import Button, link, plain
from ...widgets.card import Card
from ...widgets.commune_box import CommuneBox
from ...widgets.flow import FlowLayout
from ...widgets.labels import ElidedLabel, Rank, label
from ...widgets.status_pill import StatusPill
from .answers import Offer, hint, is_of_many, offers, takes_commune, takes_text
from .comparison_grid import Beside, ComparisonGrid

_TALLEST_EMS = 16
_SHARE = 0.5
"""Of the height of the page the panel takes no more than this."""


class QuestionPanel(Card):
    """`decided` brings a finding, its answer (None: later), and whether for all rows alike;
    `skip_asked` that the row be left out or taken after all; `next_asked` the next question;
    `beside_asked` a line and a finding whose candidates shall be shown beside it; `same_decided`
    that every row which says just what is known of one person is that person.
    """

    decided = Signal(object, object, bool)
    skip_asked = Signal()
    next_asked = Signal()
    beside_asked = Signal(object, object)
    same_decided = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        em = self.fontMetrics().height()
        self.body.setContentsMargins(em, em // 2, em // 2, em // 2)
        self.body.setSpacing(round(em * 0.3))
        self.communes: Sequence[CommuneChoice] = ()
        self.alike: Callable[[Finding], int] = lambda finding: 1
        self.very_same: Callable[[], int] = lambda: 0
        self.skip_text = ""
        self.line: ReviewLine | None = None
        self.finding: Finding | None = None
        self.buttons: list[Button] = []
        self.links: list[Button] = []
        self.field: QLineEdit | None = None
        self.all_alike: QCheckBox | None = None
        self.all_same: Button | None = None
        self._wanted: FindingKey | None = None
        self._typed: dict[FindingKey, str] = {}
        self._build()
        self.hide()

    def show_line(self, line: ReviewLine | None, skipped: bool = False) -> None:
        """Show what was seen in a row; hide where there is nothing."""
        same = line and self.line and line.key == self.line.key
        self._wanted = self._wanted if same else None
        self.line = line
        self.setVisible(line is not None and bool(line.findings or skipped))
        if line is None or self.isHidden():
            self.finding = None
            return
        self.finding = self._current(line)
        name = line.texts.get(ReviewColumn.NAME) or "–"
        self._title.setText(tr("Dòng {row}: {name}").format(row=line.row, name=name))
        out = self.skip_text or tr("Bỏ qua dòng này")
        self._skip.setText(tr("Lấy lại dòng này") if skipped else out)
        self._fill(line)

    def show_beside(self, line: ReviewLine, beside: Sequence[Beside]) -> None:
        """Put those the row may be beside it, if it is still the one in sight."""
        if self.line is None or self.line.key != line.key or not beside:
            return
        self._clear(self._beside)
        grid = ComparisonGrid(beside)
        self._beside.addWidget(grid)
        grid.show()  # what is hidden takes no room in `_fit`
        self._fit()

    @property
    def skip_words(self) -> str:
        """What leaving the row out, or taking it after all, is called now."""
        return self._skip.text()

    def press(self, number: int) -> bool:
        """Press the button with this number; False where there is none."""
        if self.isHidden() or not 1 <= number <= len(self.buttons):
            return False
        self.buttons[number - 1].click()
        return True

    def enter_field(self) -> bool:
        """Put the cursor where the right value is typed; False where none is asked."""
        if self.isHidden() or self.field is None:
            return False
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        return True

    def _current(self, line: ReviewLine) -> Finding | None:
        """The finding one decides on: the one asked for, an open question, or the gravest."""
        by_key = {finding.key: finding for finding in line.findings}
        if self._wanted in by_key:
            return by_key[self._wanted]
        openly = [f for f in line.findings if f.open]
        rest = [f for f in line.findings if offers(f)]
        return next(iter(openly or rest or line.findings), None)

    def _fill(self, line: ReviewLine) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(self.fontMetrics().height() * 0.35))
        self.buttons, self.links, self.field = [], [], None
        self.all_alike, self.all_same = None, None
        self._beside = QVBoxLayout()
        if self.finding is not None:
            self._ask(self.finding, column)
        others = [f for f in line.findings if f is not self.finding]
        if others:
            column.addLayout(self._others(others))
        column.addStretch(1)
        self._area.setWidget(content)
        content.setAutoFillBackground(False)  # setWidget turns it on; the card's white shall show
        self._fit()
        if self.finding is not None and self.finding.kind in DUPLICATES:
            self.beside_asked.emit(line, self.finding)

    def _ask(self, finding: Finding, column: QVBoxLayout) -> None:
        """What was seen and the answers; of two people they stand beside it, being few."""
        head = QHBoxLayout()
        head.addWidget(StatusPill(finding_pill(finding)))
        flow = self._flow(finding)
        column.addLayout(head)
        column.addLayout(self._beside)
        if finding.kind in DUPLICATES:
            head.addLayout(flow, 1)
            return
        words = ElidedLabel(_words(finding))
        words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        head.addWidget(words, 1)
        if wrong := self._still_wrong(finding):
            column.addWidget(label(wrong, Rank.NOTE))
        column.addLayout(flow)

    def _flow(self, finding: Finding) -> FlowLayout:
        flow = FlowLayout()
        if takes_text(finding):
            flow.addWidget(self._make_field(finding))
        for offer in offers(finding):
            flow.addWidget(self._button(finding, offer))
        alike = self.alike(finding) if is_of_many(finding) else 1
        if alike > 1:
            words = tr("Áp dụng cho cả {count} dòng giống vậy", alike).format(count=alike)
            self.all_alike = QCheckBox(words)
            flow.addWidget(self.all_alike)
        self._add_all_same(finding, flow)
        return flow

    def _add_all_same(self, finding: Finding, flow: FlowLayout) -> None:
        """One answer for the rows of people known already that say nothing else of them."""
        if finding.kind is not FindingKind.POSSIBLE_DUPLICATE or not finding.open:
            return
        count = self.very_same()
        if count <= finding.is_of_the_very_same:
            return
        words = tr("Cùng một người cho cả {count} dòng giống hệt", count)
        self.all_same = link(words.format(count=number(count)))
        self.all_same.setToolTip(
            tr("Những dòng chỉ giống một người đã có, và không ô nào ghi khác người ấy")
        )
        self.all_same.clicked.connect(self.same_decided)
        flow.addWidget(self.all_same)

    def _make_field(self, finding: Finding) -> QLineEdit:
        if takes_commune(finding):
            field: QLineEdit = CommuneBox(hint(finding))
            assert isinstance(field, CommuneBox)
            field.set_choices(self.communes)
        else:
            field = QLineEdit()
            field.setPlaceholderText(hint(finding))
        field.setAccessibleName(tr("Giá trị đúng của {field}").format(field=finding.column))
        field.setFixedWidth(round(self.fontMetrics().height() * 16))
        field.setText(self._typed.get(finding.key, ""))
        field.returnPressed.connect(lambda: self._type(finding, field))
        self.field = field
        return field

    def _type(self, finding: Finding, field: QLineEdit) -> None:
        text = field.text().strip()
        self._typed[finding.key] = text
        if isinstance(field, CommuneBox):
            commune = field.commune()
            text = commune.code if commune else ""
        if text:
            self._decide(finding, Answer(AnswerKind.VALUE, text))

    def _still_wrong(self, finding: Finding) -> str:
        typed = finding.answer
        if finding.open and typed is not None and typed.kind is AnswerKind.VALUE:
            return tr("Giá trị đã gõ vẫn chưa hợp lệ; hãy gõ lại, hoặc để sau.")
        return ""

    def _button(self, finding: Finding, offer: Offer) -> Button:
        key = len(self.buttons) + 1
        button = plain(f"{key}  {offer.words}")
        button.setAccessibleName(offer.words)
        button.setToolTip(tr("Phím {key}").format(key=key))
        button.clicked.connect(lambda: self._decide(finding, offer.answer))
        self.buttons.append(button)
        return button

    def _decide(self, finding: Finding, answer: Answer | None) -> None:
        every = self.all_alike is not None and self.all_alike.isChecked()
        self.decided.emit(finding, answer, every)

    def _others(self, findings: Sequence[Finding]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.fontMetrics().height())
        grid.setVerticalSpacing(2)
        for row, finding in enumerate(findings):
            grid.addWidget(StatusPill(finding_pill(finding)), row, 0)
            words = ElidedLabel(_words(finding))
            words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            grid.addWidget(words, row, 1)
            if offers(finding):
                grid.addWidget(self._link(finding), row, 2)
        grid.setColumnStretch(1, 1)
        return grid

    def _link(self, finding: Finding) -> Button:
        """A repair is refused with one click; a question is brought up."""
        if finding.severity is Severity.REPAIR and not finding.candidates:
            offer = offers(finding)[0]
            button = link(offer.words)
            button.clicked.connect(lambda: self.decided.emit(finding, offer.answer, False))
        else:
            button = link(tr("Quyết định…") if finding.open else tr("Đổi…"))
            button.clicked.connect(lambda: self._bring_up(finding))
        self.links.append(button)
        return button

    def _bring_up(self, finding: Finding) -> None:
        self._wanted = finding.key
        if self.line is not None:
            self.finding = finding
            self._fill(self.line)

    def _build(self) -> None:
        head = QHBoxLayout()
        self._title = ElidedLabel("", Rank.HEADING)
        self._skip = link("")
        self._next = link(tr("Câu tiếp theo (Ctrl+Enter)"))
        self._skip.clicked.connect(self.skip_asked)
        self._next.clicked.connect(self.next_asked)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._skip)
        head.addWidget(self._next)
        self.body.addLayout(head)
        self._area = QScrollArea(widgetResizable=True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.viewport().setAutoFillBackground(False)
        self.body.addWidget(self._area)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _clear(self, column: QVBoxLayout) -> None:
        while (item := column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        """As high as what is asked, within reason: the rows above need room too."""
        content, em = self._area.widget(), self.fontMetrics().height()
        if content is None:
            return
        content.ensurePolished()
        content.layout().activate()  # type: ignore[union-attr]
        width = self._area.viewport().width()
        needed = content.heightForWidth(width) if content.hasHeightForWidth() else 0
        needed = max(needed, content.minimumSizeHint().height())
        page = self.parentWidget()
        most = _TALLEST_EMS * em
        if page is not None and page.height() > 0:
            most = min(most, round(page.height() * _SHARE))
        edges = self.body.contentsMargins()
        head = self._skip.sizeHint().height() + self.body.spacing() + edges.top() + edges.bottom()
        self.setFixedHeight(min(head + needed + 2, max(most, 6 * em)))


def _words(finding: Finding) -> str:
    words = treatment(finding)
    if finding.severity is Severity.QUESTION and finding.answer and not finding.open:
        words = f"{words} · {answer_words(finding.answer)}"
    return ": ".join(filter(None, (finding.column, words)))
