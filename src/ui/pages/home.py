"""The first page: today's sessions, courses under way, what is missing, the last backup."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from ...exports.formats import clock, day, number
from ...models.clock import local
from ...services.overview import (
    Figures,
    Missing,
    MissingKind,
    Overview,
    RunningCourse,
    SessionLine,
    overview,
)
from ..context import AppContext
from ..i18n import moment, tr
from ..page import Page
from ..widgets.button import plain, primary
from ..widgets.empty_state import EmptyState
from ..widgets.figure_card import FigureCard
from ..widgets.line_card import Line, LineCard


@dataclass(frozen=True)
class Home:
    """What the page shows: the file's figures, and when the newest backup was made."""

    overview: Overview
    backup: datetime | None


class HomePage(Page):
    """What the day brings; each line leads to the page that deals with it."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(tr("Tổng quan"), scrolls=True)
        self._context = context
        self._overview: Overview | None = None
        self.start = primary(tr("Bắt đầu điểm danh"), "scan")
        self.add = plain(tr("Thêm khóa tập huấn"), "plus")
        self.empty = EmptyState("school", tr("Chưa có khóa nào"), tr("Thêm khóa tập huấn"))
        self.content = QWidget()
        self.figures = tuple(
            FigureCard(caption)
            for caption in (
                tr("Học viên"),
                tr("Khóa tập huấn"),
                tr("Lượt tham dự"),
                tr("Chứng nhận đã cấp"),
            )
        )
        self.today = LineCard(tr("Buổi học hôm nay"))
        self.running = LineCard(tr("Khóa đang diễn ra"))
        self.missing = LineCard(tr("Việc cần làm"))
        self.backup = LineCard(tr("Sao lưu"))
        self._build()

    def load(self) -> None:
        now, data_file = self._now(), self._context.data_file

        def read(session: Session) -> Home:
            return Home(overview(session, now), last_backup(data_file))

        self._context.read(read, self._show, self, replaces="home")

    def start_check_in(self) -> None:
        """Go to the door of the session of today that is on, or comes next."""
        at_hand = self._at_hand()
        if at_hand is not None:
            self._check_in(at_hand)

    def _at_hand(self) -> SessionLine | None:
        sessions = self._overview.today if self._overview else ()
        return next((session for session in sessions if session.ends >= self._now()), None)

    def _check_in(self, session: SessionLine) -> None:
        self.navigated.emit("checkin", (session.course_code, session.number))

    def _show(self, home: Home) -> None:
        found = self._overview = home.overview
        now = self._now()
        self.set_title(tr("Tổng quan"), f"{weekday(now.date())}, {day(now.date())}")
        self.empty.setVisible(not found.has_courses)
        self.content.setVisible(found.has_courses)
        self.add.setVisible(found.has_courses)
        self.start.setVisible(self._at_hand() is not None)
        self._show_figures(found.figures, now)
        self._show_today(found, now)
        self._show_running(found)
        self._show_missing(found.missing)
        self._show_backup(home.backup, now)

    def _show_figures(self, figures: Figures, now: datetime) -> None:
        year = tr("năm {year}").format(year=figures.year)
        people, courses, papers = figures.people, figures.courses, figures.certified
        texts = (
            (people, tr("trong dữ liệu này"), tr("có {count} học viên trong dữ liệu", people)),
            (courses, year, tr("có {count} khóa tập huấn năm {year}", courses)),
            (figures.turns, *turns_words(figures)),
            (papers, year, tr("đã cấp {count} giấy chứng nhận năm {year}", papers)),
        )
        for card, (figure, note, words) in zip(self.figures, texts, strict=True):
            said = words.format(count=number(figure), year=figures.year)
            sentence = tr("Tính đến {time}, {words}.").format(time=moment(now), words=said)
            card.show_figure(number(figure), note, sentence)

    def _show_today(self, found: Overview, now: datetime) -> None:
        lines = [
            Line(
                f"{clock(s.starts)} – {clock(s.ends)} · {s.course_title}",
                session_note(s),
                tr("Điểm danh"),
                lambda s=s: self._check_in(s),  # type: ignore[misc]
            )
            for s in found.today
        ]
        if not lines and found.coming is not None:
            lines = [self._coming(found.coming)]
        self.today.show_lines(lines, tr("Hôm nay không có buổi học nào."))

    def _coming(self, session: SessionLine) -> Line:
        when = f"{day(session.starts.date())} {clock(session.starts)}"
        text = tr("Buổi tới: {when} · {title}").format(when=when, title=session.course_title)
        note = tr("Hôm nay không có buổi học nào.")
        return Line(text, note, tr("Mở"), self._opener(session.course_code, "sessions"))

    def _show_running(self, found: Overview) -> None:
        lines = [
            Line(f"{c.code} · {c.title}", course_note(c), tr("Mở"), self._opener(c.code))
            for c in found.running
        ]
        if found.running_count > len(lines):
            more = found.running_count - len(lines)
            rest = tr("và {count} khóa nữa", more).format(count=number(more))
            lines.append(Line(rest, "", tr("Xem tất cả"), self._opener("")))
        self.running.show_lines(lines, tr("Không có khóa nào đang diễn ra."))

    def _opener(self, code: str, tab: str = "") -> Callable[[], object]:
        return lambda: self.navigated.emit("courses", (code, tab))

    def _show_missing(self, missing: Iterable[Missing]) -> None:
        lines = [
            Line(missing_words(one), "", tr("Xem"), lambda one=one: self._go_to(one))  # type: ignore[misc]
            for one in missing
        ]
        self.missing.show_lines(lines, tr("Không thiếu gì."))

    def _go_to(self, missing: Missing) -> None:
        if missing.kind is MissingKind.HELD_ROWS:
            self.navigated.emit("people", ("held", ""))
            return
        tabs = {
            MissingKind.NO_LIST: "registration",
            MissingKind.NOT_CLOSED: "results",
            MissingKind.NO_CERTIFICATE: "certificates",
        }
        target = (missing.course_code or "", tabs.get(missing.kind, "students"))
        self.navigated.emit("courses", target)

    def _show_backup(self, backup: datetime | None, now: datetime) -> None:
        words = backup_words(backup, now)
        self.backup.show_lines([Line(words, "", tr("Sao lưu ngay"), self.back_up)], "")

    def back_up(self) -> None:
        """Make today's backup anew, verified."""
        data_file, now = self._context.data_file, self._context.by.clock()

        def work(_progress: object) -> None:
            from ...db.backup import daily_backup

            daily_backup(data_file, now)

        self._context.jobs.write(work, None, None, self, {"backups"})

    def _add_course(self) -> None:
        self.navigated.emit("courses", ("", "add"))

    def _now(self) -> datetime:
        return local(self._context.by.clock())

    def _build(self) -> None:
        self.header.add_action(self.add)
        self.header.add_action(self.start)
        self.start.hide()
        self.content.hide()
        self.empty.hide()
        self.start.clicked.connect(self.start_check_in)
        self.add.clicked.connect(self._add_course)
        self.empty.acted.connect(self._add_course)
        em = self.fontMetrics().height()
        column = QVBoxLayout(self.content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(em * 0.8))
        figures, cards = QHBoxLayout(), QHBoxLayout()
        for row in (figures, cards):
            row.setSpacing(round(em * 0.8))
            column.addLayout(row)
        for card in self.figures:
            figures.addWidget(card, 1)
        for share, side in ((3, (self.today, self.running)), (2, (self.missing, self.backup))):
            cards.addLayout(_column(side, round(em * 0.8)), share)
        column.addStretch(1)
        self.body.addWidget(self.content, 1)
        self.body.addWidget(self.empty, 1)


def _column(parts: Iterable[QWidget], gap: int) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(gap)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return column


def turns_words(figures: Figures) -> tuple[str, str]:
    """Of which time the turns are, short and as part of a sentence."""
    if figures.turns_of_year:
        year = tr("năm {year}").format(year=figures.year)
        return year, tr("có {count} lượt tham dự năm {year}", figures.turns)
    return tr("30 ngày qua"), tr("có {count} lượt tham dự trong 30 ngày qua", figures.turns)


def session_note(session: SessionLine) -> str:
    """Where a session of today is and who is there."""
    count = tr("{attended}/{enrolled} có mặt").format(
        attended=number(session.attended), enrolled=number(session.enrolled)
    )
    of = tr("{code}, buổi {number}").format(code=session.course_code, number=session.number)
    return " · ".join(part for part in (of, session.venue, count) if part)


def course_note(course: RunningCourse) -> str:
    """How far a course is."""
    return tr(
        "đã học {done}/{sessions} buổi · {enrolled} học viên · đến {day}", course.enrolled
    ).format(
        done=number(course.done),
        sessions=number(course.sessions),
        enrolled=number(course.enrolled),
        day=day(course.last_day),
    )


def missing_words(missing: Missing) -> str:
    """What is missing, with its number."""
    count = missing.count
    words = {
        MissingKind.NO_COMMUNE: tr("{count} học viên chưa rõ xã, phường", count),
        MissingKind.NO_PHONE: tr("{count} học viên chưa có số điện thoại", count),
        MissingKind.HELD_ROWS: tr("{count} dòng danh sách để lại, chờ quyết định", count),
        MissingKind.NO_LIST: tr("{count} xã chưa gửi danh sách học viên", count),
        MissingKind.NOT_CLOSED: tr("{count} khóa đã học xong nhưng chưa đóng", count),
        MissingKind.NO_CERTIFICATE: tr("{count} người hoàn thành chưa có chứng nhận", count),
    }
    return words[missing.kind].format(count=number(count))


def backup_words(backup: datetime | None, now: datetime) -> str:
    """When the last backup was made."""
    if backup is None:
        return tr("Chưa sao lưu lần nào")
    if backup.date() == now.date():
        return tr("Lần cuối: hôm nay {time}").format(time=clock(backup))
    return tr("Lần cuối: {time}").format(time=moment(backup))


def last_backup(data_file: Path) -> datetime | None:
    """When the newest backup beside a data file was made, in Vietnamese civil time."""
    from ...db.backup import dated_backups

    backups = dated_backups(data_file)
    if not backups:
        return None
    made = backups[max(backups)].stat().st_mtime
    return local(datetime.fromtimestamp(made, UTC))


def weekday(on: date) -> str:
    """The day of the week."""
    names = (
        tr("Thứ Hai"),
        tr("Thứ Ba"),
        tr("Thứ Tư"),
        tr("Thứ Năm"),
        tr("Thứ Sáu"),
        tr("Thứ Bảy"),
        tr("Chủ Nhật"),
    )
    return names[on.weekday()]
