"""Adds a session to a course, or changes when and where one is."""

from datetime import date, timedelta

from PySide6.QtWidgets import QLineEdit, QWidget

from ...models.names import nfc
from ...services.courses import CourseRecord, SessionRecord, SessionTime
from ..i18n import tr
from .form import FormDialog
from .session_rows import MORNING, SessionFields


class SessionDialog(FormDialog[SessionTime]):
    """Day, hours, venue and title of one session."""

    def __init__(
        self,
        course: CourseRecord,
        session: SessionRecord | None,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        title = (
            tr("Buổi {number}").format(number=session.number) if session else tr("Thêm buổi học")
        )
        super().__init__(title, tr("Ghi") if session else tr("Thêm buổi"), course.title, parent)
        self.fields = _fields(course, session, today)
        self.title = QLineEdit((session.title if session else None) or "", maxLength=120)
        self.title.setPlaceholderText(tr("Có thể để trống"))
        names = (tr("Ngày học"), tr("Từ giờ"), tr("Đến giờ"), tr("Địa điểm"))
        for name, field in zip(names, self.fields.all, strict=True):
            self.form.addRow(name, field)
        self.form.addRow(tr("Nội dung buổi học"), self.title)
        self.fields.begins.timeChanged.connect(self.check)
        self.fields.ends.timeChanged.connect(self.check)
        self.check()

    @classmethod
    def get_data(
        cls,
        parent: QWidget | None,
        course: CourseRecord,
        session: SessionRecord | None,
        today: date,
    ) -> tuple[SessionTime, bool]:
        """Ask, and wait for the answer."""
        dialog = cls(course, session, today, parent)
        answer = dialog.ask()
        dialog.deleteLater()
        return answer

    def data(self) -> SessionTime:
        return self.fields.time(nfc(self.title.text()) or None)

    def problem(self) -> str:
        data = self.data()
        return "" if data.ends > data.starts else tr("Giờ kết thúc phải sau giờ bắt đầu")


def _fields(course: CourseRecord, session: SessionRecord | None, today: date) -> SessionFields:
    if session is not None:
        begins, ends = session.starts, session.ends
        return SessionFields(begins.date(), begins.time(), ends.time(), session.venue or "")
    if not course.sessions:
        return SessionFields(today, *MORNING)
    last = max(course.sessions, key=lambda s: s.starts)
    on = last.starts.date() + timedelta(days=1)
    return SessionFields(on, last.starts.time(), last.ends.time())
