"""Sets somebody's attendance by hand: which session, what it was, and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QLineEdit, QRadioButton, QWidget

from ...exports.formats import clock, day
from ...models.enums import AttendanceStatus
from ...models.names import nfc
from ...services.courses import SessionRecord
from ..course_words import status_words
from ..i18n import tr
from .form import FormDialog

NAMED = 3
"""So many people are named; of more, the rest is counted."""


@dataclass(frozen=True)
class AttendanceAnswer:
    """What shall be written, for everybody who was chosen."""

    session: SessionRecord
    status: AttendanceStatus
    reason: str


class AttendanceDialog(FormDialog[AttendanceAnswer]):
    """One status for one or many people in one session; an excused absence needs its reason."""

    def __init__(
        self,
        sessions: Sequence[SessionRecord],
        names: Sequence[str],
        at_hand: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Sửa điểm danh"), tr("Ghi"), named(names), parent)
        self._sessions = tuple(sessions)
        self.session = QComboBox()
        for record in sessions:
            when = f"{day(record.starts.date())} {clock(record.starts)}"
            text = tr("Buổi {number} · {when}").format(number=record.number, when=when)
            self.session.addItem(text, record.number)
        self.session.setCurrentIndex(max(0, self.session.findData(at_hand)))
        self.form.addRow(tr("Buổi học"), self.session)
        self._group = QButtonGroup(self)
        self.form.addRow(tr("Ghi là"), self._statuses())
        self.reason = QLineEdit(maxLength=200)
        self.reason.setPlaceholderText(tr("Ví dụ: đi họp thôn, quên thẻ"))
        self.reason.textChanged.connect(self.check)
        self.form.addRow(tr("Lý do"), self.reason)
        self.check()

    @classmethod
    def get_data(
        cls,
        parent: QWidget | None,
        sessions: Sequence[SessionRecord],
        names: Sequence[str],
        at_hand: int,
    ) -> tuple[AttendanceAnswer, bool]:
        """Ask, and wait for the answer."""
        dialog = cls(sessions, names, at_hand, parent)
        answer = dialog.ask()
        dialog.deleteLater()
        return answer

    def choose(self, status: AttendanceStatus) -> None:
        """Turn a status on."""
        self._group.button(list(AttendanceStatus).index(status)).setChecked(True)

    def data(self) -> AttendanceAnswer:
        return AttendanceAnswer(
            session=self._sessions[self.session.currentIndex()],
            status=list(AttendanceStatus)[self._group.checkedId()],
            reason=nfc(self.reason.text()),
        )

    def problem(self) -> str:
        data = self.data()
        if data.status is AttendanceStatus.EXCUSED and not data.reason:
            return tr("Hãy ghi lý do vắng")
        return ""

    def _statuses(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        for at, status in enumerate(AttendanceStatus):
            button = QRadioButton(status_words(status).capitalize())
            self._group.addButton(button, at)
            line.addWidget(button)
        line.addStretch(1)
        self._group.button(0).setChecked(True)
        self._group.idToggled.connect(self.check)
        return row


def named(names: Sequence[str]) -> str:
    """The first few names, and how many more."""
    text = ", ".join(names[:NAMED])
    if len(names) > NAMED:
        more = len(names) - NAMED
        return f"{text} {tr('và {count} học viên nữa', more).format(count=more)}"
    return text
