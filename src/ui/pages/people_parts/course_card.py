"""One course in a person's history: sessions attended, skills, and what came of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ....models.enums import SkillResult
from ....services.history import CourseHistory, SessionMark
from ...course_words import mark_pill, skill_word
from ...i18n import tr
from ...palette import Tone
from ...widgets.button import link
from ...widgets.card import Card
from ...widgets.labels import ElidedLabel, Rank, label
from ...widgets.status_pill import Pill, StatusPill
from ...widgets.symbols import Symbol
from .history_words import outcome_pill, standing_words

_ACROSS = 4


class CourseCard(Card):
    """`opened` brings the course's code."""

    opened = Signal(str)

    def __init__(self, course: CourseHistory, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        head = QHBoxLayout()
        title = ElidedLabel(f"{course.code} · {course.title}", Rank.HEADING)
        open_course = link(tr("Xem khóa"))
        open_course.clicked.connect(lambda: self.opened.emit(course.code))
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(StatusPill(outcome_pill(course)))
        head.addWidget(open_course)
        self.body.addLayout(head)
        self.body.addWidget(label(standing_words(course), Rank.MUTED))
        self.body.addLayout(_sessions(course))
        if course.skills:
            self.body.addLayout(_skills(course))


def _sessions(course: CourseHistory) -> QGridLayout:
    grid = QGridLayout()
    grid.setVerticalSpacing(2)
    for at, mark in enumerate(course.sessions):
        row, column = divmod(at, _ACROSS)
        words = tr("Buổi {number} · {day}").format(number=mark.number, day=f"{mark.starts:%d/%m}")
        grid.addWidget(label(words, Rank.NOTE), 2 * row, column)
        grid.addWidget(StatusPill(_pill(mark)), 2 * row + 1, column)
    grid.setColumnStretch(_ACROSS, 1)
    return grid


def _pill(mark: SessionMark) -> Pill:
    """The mark with its word: there is room for it here."""
    if mark.status is None:
        return Pill("", Tone.NEUTRAL, Symbol.DASH, tr("chưa điểm danh"))
    pill = mark_pill(mark.status)
    if mark.minutes_late:
        words = tr("muộn {minutes} phút").format(minutes=mark.minutes_late)
        return Pill(words, pill.tone, Symbol.CLOCK)
    return Pill(pill.meaning, pill.tone, pill.symbol)


def _skills(course: CourseHistory) -> QHBoxLayout:
    row = QHBoxLayout()
    for skill, result in course.skills.items():
        passed = result is SkillResult.PASS
        tone = Tone.PRESENT if passed else Tone.LATE
        symbol = Symbol.CHECK if passed else Symbol.CIRCLE
        row.addWidget(StatusPill(Pill(skill_word(skill), tone, symbol)))
    row.addStretch(1)
    return row
