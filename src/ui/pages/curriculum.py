"""The curriculum: five skills and the context with their topics; one's own can be added."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ...models.clock import local
from ...models.context import Context
from ...models.enums import Skill
from ...services.curriculum import (
    SkillGroup,
    TopicRecord,
    add_topic,
    change_topic,
    load_curriculum,
    put_back,
    remove_topic,
    retire_topic,
)
from ..context import AppContext
from ..course_words import skill_word
from ..dialogs.topic import TopicData, TopicDialog
from ..i18n import Language, language, tr
from ..page import Page
from ..palette import Tone
from ..tables.table_model import TableModel
from ..tables.table_view import TableView
from ..widgets.button import plain, primary
from ..widgets.card import Card
from ..widgets.empty_state import EmptyState
from ..widgets.search_box import SearchBox
from .curriculum_parts.columns import is_retired, topic_columns, topic_look, topic_words
from .curriculum_parts.skill_list import SkillLine, SkillList

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

ALL, CONTEXT = "all", "context"
_NARROW_EMS = 60


class CurriculumPage(Page):
    """Skills at the left, the topics of the chosen one in a table; search goes through all."""

    watches = frozenset({"curriculum", "courses"})

    def __init__(self, context: AppContext) -> None:
        super().__init__(tr("Chương trình"))
        self._context = context
        self._today = local(context.by.clock()).date()
        self._groups: tuple[SkillGroup, ...] = ()
        self._narrow = False
        self.skills = SkillList()
        self.search = SearchBox(tr("Tìm nội dung, không cần dấu"))
        self.model: TableModel[TopicRecord] = TableModel(topic_columns({}), topic_look(self._today))
        self.table = TableView(self.model, tr("Nội dung tập huấn"))
        self.table.squeezes = True
        self.add = primary(tr("Thêm nội dung"), "plus")
        self.edit = plain(tr("Sửa…"), "pencil")
        self.retire = plain(tr("Ngừng dạy"), "ban")
        self.remove = plain(tr("Xóa"), "trash")
        self._arrange()
        self._connect()
        self._show_actions()

    def load(self) -> None:
        self._context.read(load_curriculum, self._show, self, replaces="curriculum")

    def _show(self, groups: tuple[SkillGroup, ...]) -> None:
        self._groups = tuple(_named(group) for group in groups)
        topics = [topic for group in groups for topic in group.topics]
        self.skills.show_lines([_all_line(topics), *map(_line, self._groups)])
        self.set_title(tr("Chương trình"), _summary(self._groups))
        self._show_topics()

    def _show_topics(self) -> None:
        """With a wish in the search box the topics of all skills are looked through."""
        wanted = self.search.text().strip()
        groups = self._groups if wanted else self._chosen_groups()
        narrow = self._narrow
        shorts = {g.key: g.short for g in groups} if len(groups) > 1 and not narrow else {}
        found = [t for g in groups for t in g.topics if t.matches(wanted)]
        self.model.set_columns(topic_columns(shorts), topic_look(self._today, narrow))
        self.model.set_records(found)
        self.set_status(tr("{count} nội dung", len(found)).format(count=len(found)))
        self._show_actions()

    def _chosen_groups(self) -> Sequence[SkillGroup]:
        chosen = self.skills.current()
        return [g for g in self._groups if chosen in (ALL, _key(g))]

    def _chosen_topic(self) -> TopicRecord | None:
        rows = self.table.selected_rows()
        return self.model.record(rows[0]) if len(rows) == 1 else None

    def _chosen(self) -> None:
        """Tell of the chosen topic what its row may have cut, and what can be done with it."""
        topic = self._chosen_topic()
        if topic is not None:
            words = tr("đã dùng {count} lần", topic.uses).format(count=topic.uses)
            used = words if topic.uses else ""
            self.set_status(" · ".join(filter(None, (topic_words(topic), used))))
        self._show_actions()

    def _show_actions(self) -> None:
        topic = self._chosen_topic()
        own = bool(topic and topic.is_own)
        for button in (self.edit, self.retire, self.remove):
            button.setEnabled(own)
            button.setToolTip("" if own else tr("Chỉ sửa được nội dung tự thêm"))
        retired = bool(topic and is_retired(topic, self._today))
        self.retire.setText(tr("Dạy lại") if retired else tr("Ngừng dạy"))
        if topic and own and topic.uses:
            self.remove.setEnabled(False)
            self.remove.setToolTip(tr("Nội dung đã dùng trong khóa; hãy ngừng dạy"))

    def _add(self) -> None:
        if not self._groups:
            return
        skill = self._chosen_groups()[0].key
        data, accepted = TopicDialog.get_data(self._groups, skill, parent=self)
        if accepted:
            self._write(lambda session, by: _added(session, by, data), _say_added, remove_new)

    def _edit(self) -> None:
        topic = self._chosen_topic()
        if topic is None or not topic.is_own:
            return
        data, accepted = TopicDialog.get_data(self._groups, topic.skill, topic, self)
        if accepted and (data.name, data.is_outcome) != (topic.name, topic.is_outcome):
            self._write(
                lambda session, by: change_topic(
                    session, by, topic.key, data.name, data.is_outcome
                ),
                lambda _: tr("Đã sửa thành “{name}”.").format(name=data.name),
                put_back,
            )

    def _retire(self) -> None:
        topic = self._chosen_topic()
        if topic is None:
            return
        day = None if is_retired(topic, self._today) else self._today
        self._write(
            lambda session, by: retire_topic(session, by, topic.key, day),
            _say_retired if day else _say_taught,
            put_back,
        )

    def _remove(self) -> None:
        topic = self._chosen_topic()
        if topic is not None:
            self._write(
                lambda session, by: remove_topic(session, by, topic.key), _say_removed, put_back
            )

    def _write(
        self,
        work: "Callable[[Session, Context], TopicRecord]",
        words: Callable[[TopicRecord], str],
        undo: "Callable[[Session, Context, TopicRecord], object]",
    ) -> None:
        """Write, say so, and offer to take it back; `undo` is given what `work` returned."""
        self._context.write(
            work,
            lambda record: self.banner.say(
                words(record), Tone.PRESENT, tr("Hoàn tác"), lambda: self._undo(undo, record)
            ),
            self,
            changes=("curriculum",),
        )

    def _undo(
        self, undo: "Callable[[Session, Context, TopicRecord], object]", record: TopicRecord
    ) -> None:
        self._context.write(
            lambda session, by: undo(session, by, record),
            lambda _: self.banner.say(tr("Đã hoàn tác.")),
            self,
            changes=("curriculum",),
        )

    def _open(self, row: int) -> None:
        self.table.selectRow(row)
        self._edit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW_EMS * self.fontMetrics().height()
        if narrow != self._narrow:
            self._narrow = narrow
            self._show_topics()

    def _connect(self) -> None:
        self.skills.chosen.connect(self._choose)
        self.search.searched.connect(lambda _: self._show_topics())
        self.table.said.connect(self.set_status)
        self.table.opened.connect(self._open)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._chosen())
        self.add.clicked.connect(self._add)
        self.edit.clicked.connect(self._edit)
        self.retire.clicked.connect(self._retire)
        self.remove.clicked.connect(self._remove)

    def _choose(self, _: str) -> None:
        self.search.clear()
        self._show_topics()

    def _arrange(self) -> None:
        em = self.fontMetrics().height()
        self.header.add_action(self.add)
        tools = QHBoxLayout()
        self.search.setMinimumWidth(8 * em)
        self.search.setMaximumWidth(20 * em)
        tools.addWidget(self.search, 1)
        tools.addStretch(0)
        for button in (self.edit, self.retire, self.remove):
            tools.addWidget(button)
        card = Card(flush=True)
        card.body.addWidget(self.table)
        self.table.set_empty(EmptyState("search", tr("Không tìm thấy nội dung nào.")))
        right = QVBoxLayout()
        right.setSpacing(self.body.spacing())
        right.addLayout(tools)
        right.addWidget(card, 1)
        left = Card(flush=True)
        left.body.addWidget(self.skills)
        row = QHBoxLayout()
        row.addWidget(left, 5)
        row.addLayout(right, 14)
        left.setMaximumWidth(19 * em)
        self.body.addLayout(row, 1)


def remove_new(session: "Session", by: Context, record: TopicRecord) -> None:
    """Take back that a topic was added."""
    remove_topic(session, by, record.key)


def _added(session: "Session", by: Context, data: TopicData) -> TopicRecord:
    return add_topic(session, by, data.skill, data.name, data.is_outcome)


def _say_added(topic: TopicRecord) -> str:
    return tr("Đã thêm “{name}”.").format(name=topic.name)


def _say_removed(topic: TopicRecord) -> str:
    return tr("Đã xóa “{name}”.").format(name=topic.name)


def _say_retired(topic: TopicRecord) -> str:
    return tr("Đã ngừng dạy “{name}”.").format(name=topic.name)


def _say_taught(topic: TopicRecord) -> str:
    return tr("Dạy lại “{name}”.").format(name=topic.name)


def _key(group: SkillGroup) -> str:
    return group.key or CONTEXT


def _named(group: SkillGroup) -> SkillGroup:
    """The group under the name of the interface's language; the context's is ours."""
    if group.key is None:
        name = tr("Bối cảnh chung")
        return replace(group, name=name, short=tr("Bối cảnh"))
    if language() is not Language.ENGLISH:
        return group
    known = group.key in set(Skill)
    short = skill_word(Skill(group.key)) if known else group.short
    return replace(group, name=group.name_en, short=short)


def _all_line(topics: Sequence[TopicRecord]) -> SkillLine:
    count, outcomes = len(topics), sum(t.is_outcome for t in topics)
    words = tr("{count} nội dung · {outcomes} có kết quả", count)
    note = words.format(count=count, outcomes=outcomes)
    return SkillLine(ALL, tr("Tất cả"), note)


def _line(group: SkillGroup) -> SkillLine:
    topics, courses = len(group.topics), group.courses
    parts = [tr("{count} nội dung", topics).format(count=topics)]
    if group.key is not None:
        parts.append(tr("{count} khóa", courses).format(count=courses))
    return SkillLine(_key(group), group.name, " · ".join(parts))


def _summary(groups: Sequence[SkillGroup]) -> str:
    own = sum(topic.is_own for group in groups for topic in group.topics)
    count = sum(len(group.topics) for group in groups)
    parts = [tr("5 kỹ năng · {count} nội dung", count).format(count=count)]
    if own:
        parts.append(tr("{count} tự thêm").format(count=own))
    return " · ".join(parts)
