"""The door: scan, one large answer, next. The answer is shown only after it is in the file."""

from collections.abc import Collection
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from ...exports.formats import number
from ...models.clock import local
from ...models.context import Context
from ...models.enums import CourseStatus, ScanSource, Verdict
from ...models.errors import AppError
from ...services.attendance import undo
from ...services.check_in import Answer
from ...services.courses import CourseRecord, SessionRecord
from ...services.door import (
    COUNTING,
    DoorChoice,
    DoorLine,
    DoorState,
    Wanted,
    admit,
    courses_of,
    door_choice,
    door_state,
    opens,
)
from ...services.enrolments import EnrolmentRecord
from ..context import AppContext
from ..errors import sentence
from ..i18n import tr
from ..page import Page
from ..palette import Tone
from ..widgets.empty_state import EmptyState
from .check_in_parts import faces
from .check_in_parts.board import Board
from .check_in_parts.count_card import CountCard
from .check_in_parts.missing import MissingDialog
from .check_in_parts.notices import missing_line, notice, session_line, status_line
from .check_in_parts.scan_box import ScanBox
from .check_in_parts.scan_list import ScanList
from .check_in_parts.scan_queue import CHANGES, ScanQueue, Taken
from .check_in_parts.session_chooser import SessionChooser
from .check_in_parts.verdict_card import VerdictCard

_PATIENCE_MS = 400
"""A scan that is not in the file after this long is announced as being written."""
_NOTHING = DoorState((), {}, {}, (), 0, 0)


class CheckInPage(Page):
    """Scans go into a queue and from it into the file one by one; each answer is shown and
    counted here, so that nothing has to be read again while people come in.
    """

    watches = frozenset({"attendance", "courses", "enrolments", "people", "imports"})

    def __init__(self, context: AppContext) -> None:
        super().__init__(tr("Điểm danh"))
        self._context = context
        self._course: CourseRecord | None = None
        self._session: SessionRecord | None = None
        self._wanted: Wanted | None = None
        self._early: list[tuple[str, ScanSource]] = []
        self._board = Board(_NOTHING)
        self._own: list[DoorLine] = []
        self._shown: UUID | None = None
        self._foreign: Answer | None = None
        self._version = 0
        self.chooser = SessionChooser(self.header)
        self.scan = ScanBox(self)
        self.card = VerdictCard()
        self.counts = CountCard()
        self.list = ScanList(self._hamlet_of)
        self.empty = EmptyState("calendar-event", "")
        self.queue = ScanQueue(context, self)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._build()
        self._connect()

    def open(self, target: Any) -> None:
        """Show a session: (course code, session number); the number may be None."""
        self._want(Wanted(*target) if isinstance(target, tuple) else Wanted(target))
        self.stale = True

    def show_page(self) -> None:
        """A session that is over makes room for the next one, unless it was chosen by hand."""
        if self._session is not None and not self._wanted and self._now() > self._session.ends:
            self._want(None)
            self.stale = True
        super().show_page()

    def unsaved(self) -> str:
        count = self.queue.unsaved
        if not count:
            return ""
        return tr("Còn {count} lượt điểm danh chưa ghi được vào tệp.", count).format(count=count)

    def load(self) -> None:
        now, version, preferred = self._now(), self._version, self._context.course
        wanted = self._wanted
        if not wanted and self._course and self._session:
            wanted = Wanted(self._course.code, self._session.number)

        def read(session: Session) -> tuple[DoorChoice, DoorState]:
            choice = door_choice(session, now, preferred, wanted)
            if choice.course is None or choice.session is None:
                return choice, _NOTHING
            return choice, door_state(session, choice.course, choice.session)

        self._context.read(read, partial(self._loaded, version), self, replaces="door")

    def on_changed(self, changes: Collection[str]) -> None:
        """What this page writes it counts itself."""
        if frozenset(changes) != CHANGES:
            super().on_changed(changes)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.scan.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def check_in(self, payload: str, source: ScanSource = ScanSource.WEDGE) -> None:
        """Take a scan: it is in the queue when this returns, and answered after its commit."""
        if self._session is None:
            self._early.append((payload, source))  # the session is being read
            return
        by = self._context.by
        self._foreign = None
        self.queue.take(Taken(self._session.id, payload, by.new_id(), self._now(), source))
        if not self._patience.isActive():
            self._patience.start()
        if self._now() > self._session.ends:
            self._say_notice()
        self._say_status()

    def undo_last(self) -> None:
        """Take back the last scan of this page that counts."""
        if self._own:
            self.undo_line(self._own[-1])

    def undo_line(self, line: DoorLine) -> None:
        """Take back one scan; it stays in the history."""

        def work(session: Session, by: Context) -> None:
            undo(session, by, line.scan_id)

        self._own = [own for own in self._own if own.scan_id != line.scan_id]
        self._context.write(work, lambda _: self._undone(line), self, CHANGES, self._say_error)

    def admit(self) -> None:
        """Put the person whose card is of another course into this one, and check them in."""
        foreign, course = self._foreign, self._course
        if foreign is None or course is None or foreign.person_id is None:
            return
        person, code = foreign.person_id, foreign.code or ""

        def work(session: Session, by: Context) -> UUID:
            return admit(session, by, course.id, person)

        self._foreign = None
        self._context.write(
            work, lambda _: self.check_in(code), self, {"enrolments"}, self._say_error
        )

    def show_missing(self) -> None:
        """Open the list of those who are not there yet."""
        if self._course is None or self._session is None:
            return
        people = self._board.missing()
        heading = missing_line(self._course, self._session, len(people))
        dialog = MissingDialog(heading, people, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _loaded(self, version: int, found: tuple[DoorChoice, DoorState]) -> None:
        """What was answered while the session was read may be missing in it: read it again."""
        if version != self._version:
            self.load()
            return
        choice, state = found
        shown = choice.session.id if choice.session else None
        changed, self._shown = shown != self._shown, shown
        self._course, self._session = choice.course, choice.session
        self._board = Board(state)
        self.chooser.show_choice(choice)
        self.scan.suggest_from(self._board.people, self._board.is_in)
        self.list.show_lines(state.lines)
        if changed:
            self._own.clear()
            self._foreign = None
            self.card.show_face(faces.ready())
        self._say_session(bool(choice.courses))
        if not self.scan.line.isEnabled():
            self.card.show_face(faces.closed())
        self._show_counts()
        self._take_early()

    def _take_early(self) -> None:
        """Scans that came while the session was being read belong to it, if it takes any."""
        early, self._early = self._early, []
        if self._session is not None and self.scan.line.isEnabled():
            for payload, source in early:
                self.check_in(payload, source)

    def _want(self, wanted: Wanted | None) -> None:
        """Another session is to be shown; until it is read, scans wait for it."""
        self._wanted, self._session = wanted, None

    def _say_session(self, any_course: bool) -> None:
        self.stack.setCurrentIndex(0 if self._session else 1)
        if self._course is None or self._session is None:
            self._say_empty(any_course)
            return
        self.set_title(tr("Điểm danh"), session_line(self._course, self._session))
        is_open = self._course.status is CourseStatus.PLANNED
        self.scan.setEnabled(is_open)
        self.scan.line.setEnabled(is_open)
        if is_open and self.isVisible() and not self.scan.line.hasFocus():
            self.scan.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say_notice()

    def _say_notice(self) -> None:
        """A session of another day, or one that is over, is checked in rarely on purpose."""
        if self._course is None or self._session is None or self.queue.is_stuck:
            return
        found = notice(self._course, self._session, self._now())
        if found is None:
            self.banner.hide()
        elif found.may_change:
            self.banner.say(found.text, found.tone, tr("Tìm buổi đang mở"), self._look_for_open)
        else:
            self.banner.say(found.text, found.tone)

    def _look_for_open(self) -> None:
        self._want(None)
        self.refresh()

    def _say_empty(self, any_course: bool) -> None:
        self.set_title(tr("Điểm danh"))
        self.set_status("")
        self.banner.hide()
        if any_course:
            text = tr("Khóa này chưa có buổi học nào. Hãy thêm buổi học trước.")
        else:
            text = tr("Chưa có khóa tập huấn nào. Hãy lập khóa và các buổi học trước.")
        self.empty.say(text, tr("Mở Khóa tập huấn"))

    def _answered(self, taken: Taken, answer: Answer) -> None:
        self._version += 1
        if self._session is None or taken.session_id != self._session.id:
            return  # the session was changed meanwhile; the scan is in the file of its own
        line = self._board.take(answer, taken.at)
        self._show_answer(taken, answer)
        self.card.repaint()  # before the list is drawn, which takes ten times as long
        self.list.add(line)
        self.list.table.setUpdatesEnabled(not self.queue.unsaved)  # drawn once for a whole burst
        if answer.verdict in COUNTING:
            self._own.append(line)
        self._show_counts()
        if not self.queue.unsaved:
            self._patience.stop()

    def _show_answer(self, taken: Taken, answer: Answer) -> None:
        person = self._board.person(answer.person_id)
        before = ""
        if person and self._session and answer.verdict in COUNTING:
            status = self._board.before(person.person_id)
            before = faces.before_words(self._session.number - 1, status)
        self.card.show_face(faces.face_of(answer, taken.at, person, before))
        self._foreign = None
        if answer.verdict is Verdict.NOT_ENROLLED and answer.person_id:
            self._foreign = answer
            whom = answer.person_id
            self._context.read(
                lambda s: courses_of(s, whom),
                lambda codes: self._say_where(answer, codes),
                self,
                replaces="elsewhere",
            )

    def _say_where(self, answer: Answer, codes: list[str]) -> None:
        """The card of somebody of another course says which one it is."""
        if self._foreign is answer and codes:
            face = self.card.face
            place = tr("Đang học khóa {courses}").format(courses=", ".join(codes))
            self.card.show_face(
                faces.Face(
                    face.tone, face.symbol, face.headline, face.title, place, advice=face.advice
                )
            )

    def _picked(self, person: EnrolmentRecord) -> None:
        if person.code:
            self.check_in(person.code, ScanSource.TYPED)
        else:
            text = tr("{name} không còn thẻ nào có hiệu lực. Hãy cấp thẻ ở trang Học viên.")
            self.card.show_face(faces.dropped(text.format(name=person.name)))

    def _undone(self, line: DoorLine) -> None:
        self._version += 1
        self.card.show_face(faces.undone(line.name or "", line.at))
        self.load()

    def _left(self) -> None:
        self._foreign = None
        if not self.queue.is_stuck:
            self.card.show_face(faces.ready())

    def _stuck(self, error: AppError | None) -> None:
        """Nothing is saved now: say so in red until it is."""
        self.list.table.setUpdatesEnabled(True)
        self.card.show_face(faces.unsaved(self.queue.unsaved))
        count = self.queue.unsaved
        words = tr("CÁC LƯỢT QUÉT CHƯA ĐƯỢC LƯU: chưa lưu {count} lượt.", count)
        head = words.format(count=number(count))
        why = sentence(error) if error else tr("Chương trình gặp lỗi khi ghi.")
        self.banner.say(f"{head} {why}", Tone.REFUSED, tr("Thử lại ngay"), self.queue.retry)
        self._say_status()

    def _freed(self) -> None:
        self.banner.say(tr("Đã ghi lại được. Không mất lượt quét nào."), Tone.PRESENT)

    def _dropped(self, _taken: Taken, error: AppError) -> None:
        self.card.show_face(faces.dropped(sentence(error)))
        self._say_status()

    def _wait(self) -> None:
        if self.queue.unsaved and not self.queue.is_stuck:
            self.card.show_face(faces.waiting(self.queue.unsaved))

    def _say_error(self, error: AppError) -> None:
        self.banner.say(sentence(error), Tone.REFUSED)

    def _show_counts(self) -> None:
        self.counts.show_counts(self._board.counts(), self._board.places())
        self.scan.undo.setEnabled(bool(self._own) and self.scan.line.isEnabled())
        self._say_status()

    def _say_status(self) -> None:
        if self._session is not None:
            counts = self._board.counts()
            self.set_status(status_line(counts, self.queue.unsaved, self.queue.is_stuck))

    def _hamlet_of(self, line: DoorLine) -> str:
        person = self._board.person(line.person_id)
        return (person.hamlet or "") if person else ""

    def _now(self) -> datetime:
        return local(self._context.by.clock())

    def _choose(self, code: str, chosen: int) -> None:
        self._want(Wanted(code, chosen or None))
        self._context.choose_course(code)
        self.refresh()

    def _course_chosen(self, code: str) -> None:
        """Another page works with another course: show that one, unless people are coming in."""
        if self._wanted and self._wanted.course == code:
            return
        if self._session and opens(self._session) <= self._now() <= self._session.ends:
            return
        self._want(None)
        self.stale = True

    def _connect(self) -> None:
        self.chooser.chosen.connect(self._choose)
        self.scan.scanned.connect(self.check_in)
        self.scan.picked.connect(self._picked)
        self.scan.nobody.connect(lambda typed: self.card.show_face(faces.nobody(typed)))
        self.scan.left.connect(self._left)
        self.scan.undo_asked.connect(self.undo_last)
        self.list.undo_asked.connect(self.undo_line)
        self.list.said.connect(self.set_status)
        self.counts.missing_asked.connect(self.show_missing)
        self.empty.acted.connect(lambda: self.navigated.emit("courses", None))
        self.queue.answered.connect(self._answered)
        self.queue.stuck.connect(self._stuck)
        self.queue.freed.connect(self._freed)
        self.queue.dropped.connect(self._dropped)
        self._patience.timeout.connect(self._wait)
        self._context.course_chosen.connect(self._course_chosen)
        QShortcut(QKeySequence("F5"), self).activated.connect(self.admit)

    def _build(self) -> None:
        em = self.fontMetrics().height()
        door = QWidget()
        row = QHBoxLayout(door)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(round(em * 0.8))
        for stretch, parts in ((60, (self.scan, self.card)), (40, (self.counts, self.list))):
            column = QVBoxLayout()
            column.setSpacing(round(em * 0.8))
            column.addWidget(parts[0])
            column.addWidget(parts[1], 1)
            row.addLayout(column, stretch)
        self.stack = QStackedWidget()
        self.stack.addWidget(door)
        self.stack.addWidget(self.empty)
        self.body.addWidget(self.stack, 1)
