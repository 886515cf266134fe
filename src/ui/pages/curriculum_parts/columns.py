"""The columns of the topics: name, what it was called, whether it leaves something, its state."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from ....exports import formats
from ....exports.columns import Column, ColumnKind
from ....services.curriculum import TopicRecord
from ...i18n import tr
from ...palette import Tone
from ...tables.record_model import Look
from ...widgets.status_pill import Pill
from ...widgets.symbols import Symbol


def topic_columns(shorts: Mapping[str | None, str]) -> Sequence[Column[TopicRecord]]:
    """The columns; with short names of skills, where several are shown, also whose a topic is."""
    skill = Column[TopicRecord]("skill", tr("Kỹ năng"), lambda t: shorts.get(t.skill, ""))
    return (
        Column("name", tr("Nội dung"), topic_words, ColumnKind.WRAPPED, 60),
        *((replace(skill, kind=ColumnKind.MARK),) if shorts else ()),
        Column("outcome", tr("Kết quả"), _outcome_words, ColumnKind.MARK),
        Column("state", tr("Tình trạng"), state_words, ColumnKind.MARK),
    )


def topic_words(topic: TopicRecord) -> str:
    """The name, and what the topic was called before."""
    if not topic.formerly:
        return topic.name
    return tr("{name} · trước đây: {before}").format(name=topic.name, before=topic.formerly)


def _outcome_words(topic: TopicRecord) -> str:
    return tr("Có kết quả") if topic.is_outcome else ""


def topic_look(today: date, is_narrow: bool = False) -> Look[TopicRecord]:
    """Outcome topics with a pill, on a small screen without its word; the retired are grey."""
    return Look(
        pills={
            "outcome": lambda topic: _outcome(topic, is_narrow),
            "state": lambda topic: _state(topic, today),
        },
        is_faded=lambda topic: is_retired(topic, today),
    )


def is_retired(topic: TopicRecord, today: date) -> bool:
    """Whether a topic is not taught any more."""
    return topic.retired_on is not None and topic.retired_on <= today


def state_words(topic: TopicRecord) -> str:
    """ "Ngừng từ 01/07/2025", "Tự thêm", or nothing for what the reference data brought."""
    if topic.retired_on:
        return tr("Ngừng từ {day}").format(day=formats.day(topic.retired_on))
    return tr("Tự thêm") if topic.is_own else ""


def _outcome(topic: TopicRecord, is_narrow: bool) -> Pill | None:
    if not topic.is_outcome:
        return None
    return Pill(
        "" if is_narrow else tr("Có kết quả"),
        Tone.PRESENT,
        Symbol.CHECK,
        tr("Có kết quả: học xong, học viên có được điều này hoặc chưa"),
    )


def _state(topic: TopicRecord, today: date) -> Pill | None:
    words = state_words(topic)
    if not words:
        return None
    retired = is_retired(topic, today)
    return Pill(
        words, Tone.NEUTRAL if retired else Tone.INFO, Symbol.DASH if retired else Symbol.DOT
    )
