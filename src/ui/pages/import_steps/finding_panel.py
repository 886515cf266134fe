"""Below the rows of a list: what was seen in the chosen row, and refusing a repair."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QSizePolicy, QWidget

from ....importing.findings import Finding, Severity
from ....services.list_review import ReviewColumn, ReviewLine
from ...finding_words import finding_pill, treatment
from ...i18n import tr
from ...widgets.button import Button, link
from ...widgets.card import Card
from ...widgets.labels import ElidedLabel, Rank, label
from ...widgets.status_pill import StatusPill

_MOST_LINES = 3


class FindingPanel(Card):
    """`toggled` brings a repair the user refuses, or takes after all."""

    toggled = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        em = self.fontMetrics().height()
        self.body.setContentsMargins(em, em // 2, em, em // 2)
        self._title = label("", Rank.HEADING)
        self._area = QScrollArea(widgetResizable=True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.viewport().setAutoFillBackground(False)
        self.body.addWidget(self._title)
        self.body.addWidget(self._area)
        self.buttons: list[Button] = []
        self.hide()

    def show_line(self, line: ReviewLine | None) -> None:
        """Show the findings of a row; hide where there is none."""
        self.setVisible(bool(line and line.findings))
        if line is None or not line.findings:
            return
        lines = min(len(line.findings), _MOST_LINES)
        self.setFixedHeight(round(self.fontMetrics().height() * (2.6 + 2 * lines)))
        self._title.setText(
            tr("Dòng {row}: {name}").format(row=line.row, name=line.texts[ReviewColumn.NAME] or "–")
        )
        rows = self._rows(line.findings)
        self._area.setWidget(rows)
        rows.setAutoFillBackground(False)  # setWidget turns it on; the card's white shall show

    def _rows(self, findings: Sequence[Finding]) -> QWidget:
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self.fontMetrics().height())
        grid.setVerticalSpacing(2)
        self.buttons = []
        for row, finding in enumerate(findings):
            grid.addWidget(StatusPill(finding_pill(finding)), row, 0)
            words = ElidedLabel(_words(finding))
            words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            grid.addWidget(words, row, 1)
            if finding.severity is Severity.REPAIR:
                grid.addWidget(self._button(finding), row, 2)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(len(findings), 1)
        return content

    def _button(self, finding: Finding) -> Button:
        button = link(tr("Giữ như tệp") if finding.applied else tr("Sửa như đề xuất"))
        button.clicked.connect(lambda: self.toggled.emit(finding))
        self.buttons.append(button)
        return button


def _words(finding: Finding) -> str:
    return ": ".join(filter(None, (finding.column, treatment(finding))))
