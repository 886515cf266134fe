"""Closing a course: who completes it and, in words, why the others do not."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout

from ....exports.columns import Column, ColumnKind
from ....exports.formats import number
from ....models.clock import local
from ....models.enums import CourseStatus, IncompleteReason
from ....services.results import ResultLine, Results, close, reopen, results
from ...context import AppContext
from ...course_words import completion_rule, reason_words, result_pill
from ...i18n import moment, tr
from ...tables.record_model import Look
from ...tables.table_model import TableModel
from ...tables.table_view import TableView
from ...widgets.button import plain
from ...widgets.card import Card
from ...widgets.empty_state import EmptyState
from ...widgets.figure_card import FigureCard
from ...widgets.filter_chips import Chip, FilterChips
from ...widgets.labels import ElidedLabel, Rank
from .tab import CourseTab

if TYPE_CHECKING:
    from ..course_view import CourseView

CHANGES = frozenset({"courses"})
ALL, DONE, NOT_DONE = "all", "done", "not_done"


class ResultsTab(CourseTab):
    """Everybody's outcome: as closing would record it, or as it was recorded."""

    def __init__(self, context: AppContext, page: "CourseView") -> None:
        super().__init__(context, page)
        self._results: Results | None = None
        self.model: TableModel[ResultLine] = TableModel(_columns(), _look())
        self.table = TableView(self.model)
        self.chips = FilterChips([Chip(ALL, tr("Tất cả"))])
        self.rule = ElidedLabel("", Rank.MUTED)
        self.close_it = plain(tr("Đóng khóa"), "lock")
        self.reopen_it = plain(tr("Mở lại khóa"), "arrow-back-up")
        self.copy = plain(tr("Chép câu báo cáo"), "copy")
        self.cards = tuple(
            FigureCard(caption)
            for caption in (
                tr("Đăng ký"),
                tr("Hoàn thành"),
                tr("Chưa dự đủ buổi"),
                tr("Chưa đạt kỹ năng"),
                tr("Đã thôi học"),
            )
        )
        self._build()

    def load(self) -> None:
        course = self.course
        self._context.read(lambda s: results(s, course), self._show, self, replaces="results")

    def close_course(self) -> None:
        """Record everybody's outcome and close the course; can be undone."""
        code = self.course.code
        self._context.write(
            lambda session, by: close(session, by, code), self._closed, self, CHANGES
        )

    def _closed(self, completed: int) -> None:
        text = tr("Đã đóng khóa {code}: {count} người hoàn thành.", completed)
        code = self.course.code
        self._page.offer_undo(
            text.format(code=code, count=number(completed)), lambda: self._reopen(code)
        )

    def reopen(self) -> None:
        """Open the course again: its outcomes no longer count."""
        self._reopen(self.course.code)

    def _reopen(self, code: str) -> None:
        self._context.write(lambda s, by: reopen(s, by, code), None, self, CHANGES)

    def copy_sentence(self) -> None:
        """Put the course's figures on the clipboard, as a sentence with its time."""
        if self._results is not None:
            QGuiApplication.clipboard().setText(self._sentence(self._results))
            self.status_changed.emit(tr("Đã chép câu báo cáo"))

    def _sentence(self, found: Results) -> str:
        return tr(
            "Tính đến {time}, khóa {code} “{title}” có {enrolled} người đăng ký, "
            "{completed} người hoàn thành ({share}%)."
        ).format(
            time=moment(self._now()),
            code=self.course.code,
            title=self.course.title,
            enrolled=number(found.enrolled),
            completed=number(found.completed),
            share=number(percent(found)),
        )

    def _show(self, found: Results) -> None:
        self._results = found
        closed = self.course.status is CourseStatus.CLOSED
        self.close_it.setVisible(not closed)
        self.close_it.setEnabled(bool(found.lines))
        self.reopen_it.setVisible(closed)
        self.rule.setText(self._rule(found))
        self._show_figures(found)
        done = sum(line.completed for line in found.lines)
        self.chips.show_chips(
            [
                Chip(ALL, tr("Tất cả"), len(found.lines)),
                Chip(DONE, tr("Hoàn thành"), done),
                Chip(NOT_DONE, tr("Chưa hoàn thành"), len(found.lines) - done),
            ]
        )
        self.filter()
        self.status_changed.emit(self.rule.text())

    def _rule(self, found: Results) -> str:
        if found.closed_at is not None:
            when = moment(local(found.closed_at))
            return tr("Đã đóng khóa lúc {time}").format(time=when)
        return tr("Dự kiến nếu đóng khóa bây giờ. {rule}").format(rule=completion_rule(self.course))

    def _show_figures(self, found: Results) -> None:
        reasons = (IncompleteReason.ATTENDANCE, IncompleteReason.SKILLS, IncompleteReason.WITHDRAWN)
        figures = (found.enrolled, found.completed, *(found.failing(r) for r in reasons))
        for card, figure in zip(self.cards, figures, strict=True):
            share = found.enrolled and card is self.cards[1]
            note = tr("{share}% người đăng ký").format(share=number(percent(found)))
            card.show_figure(number(figure), note if share else "", self._sentence(found))

    def filter(self) -> None:
        """Show all, or those who complete, or those who do not."""
        if self._results is None:
            return
        chosen = self.chips.current()
        self.model.set_records(
            [r for r in self._results.lines if chosen == ALL or r.completed is (chosen == DONE)]
        )

    def _now(self) -> datetime:
        return local(self._context.by.clock())

    def _build(self) -> None:
        figures = QHBoxLayout()
        for card in self.cards:
            figures.addWidget(card, 1)
        row = QHBoxLayout()
        row.addWidget(self.chips)
        row.addWidget(self.rule, 1)
        for button in (self.copy, self.reopen_it, self.close_it):
            row.addWidget(button)
        self.close_it.clicked.connect(self.close_course)
        self.reopen_it.clicked.connect(self.reopen)
        self.copy.clicked.connect(self.copy_sentence)
        self.chips.chosen.connect(lambda _: self.filter())
        self.table.squeezes = True
        self.table.set_empty(EmptyState("list-check", tr("Không có ai trong danh sách này")))
        self.table.enable_sorting()
        self.table.said.connect(self.status_changed)
        self.table.caption = tr("Kết quả khóa")
        self.body.addLayout(figures)
        self.body.addLayout(row)
        frame = Card(flush=True)
        frame.body.addWidget(self.table)
        self.body.addWidget(frame, 1)


def percent(found: Results) -> float:
    """Completed of enrolled, in percent with one decimal where it needs one."""
    share = round(found.completed * 100 / found.enrolled, 1) if found.enrolled else 0
    return int(share) if share == int(share) else share


def _attended(line: ResultLine) -> str:
    return f"{line.attended}/{line.sessions}"


def _columns() -> tuple[Column[ResultLine], ...]:
    mark = ColumnKind.MARK
    return (
        Column("name", tr("Họ và tên"), lambda r: r.person.name, mark),
        Column("hamlet", tr("Thôn, bản"), lambda r: r.person.hamlet, mark),
        Column("commune", tr("Xã"), lambda r: r.person.commune, mark),
        Column("attended", tr("Số buổi dự"), _attended, mark),
        Column("result", tr("Kết quả"), lambda r: result_pill(r).text, mark),
        Column("reason", tr("Lý do"), reason_words),
    )


def _look() -> Look[ResultLine]:
    return Look(
        bold=frozenset({"name"}),
        pills={"result": result_pill},
        sort_keys={
            "name": lambda r: r.person.sort_key,
            "attended": lambda r: r.attended,
            "result": lambda r: (r.completed, r.reason or ""),
        },
    )
