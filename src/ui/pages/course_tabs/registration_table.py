"""The table of communes asked for a list: its columns, where each stands, and filters."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ....exports.columns import Column, ColumnKind
from ....exports.formats import day, number
from ....models.names import fold, words
from ....services.registration.standing import FormLine, FormState
from ...i18n import tr
from ...palette import Tone
from ...tables.record_model import Look
from ...widgets.filter_chips import Chip
from ...widgets.status_pill import Pill
from ...widgets.symbols import Symbol


def state_pill(line: FormLine) -> Pill:
    """Where a commune's list stands, in words with its number."""
    late, missing = line.days_over, line.missing
    if line.state is FormState.LATE:
        words_ = tr("Trễ {count} ngày", late).format(count=number(late))
        return Pill(words_, Tone.REFUSED, Symbol.CROSS)
    if line.state is FormState.SHORT:
        return Pill(tr("Thiếu {count}").format(count=number(missing)), Tone.LATE, Symbol.CLOCK)
    if line.state is FormState.OVER:
        return Pill(tr("Thừa {count}").format(count=number(-missing)), Tone.LATE, Symbol.DOT)
    if line.state is FormState.SENT:
        sent = tr("Đã gửi ({day})").format(day=f"{line.first_sent:%d/%m}")
        return Pill(sent, Tone.PRESENT, Symbol.CHECK)
    return Pill(tr("Chưa gửi"), Tone.NEUTRAL, Symbol.CIRCLE)


def columns() -> tuple[Column[FormLine], ...]:
    """What is known of each commune."""
    integer, mark = ColumnKind.INTEGER, ColumnKind.MARK
    return (
        Column("commune", tr("Xã, phường"), lambda r: f"{r.full[:1].upper()}{r.full[1:]}"),
        Column("state", tr("Tình trạng"), lambda r: state_pill(r).text, mark),
        Column("quota", tr("Chỉ tiêu"), lambda r: r.quota, integer),
        Column("received", tr("Đã nhận"), lambda r: r.received, integer),
        Column("held", tr("Dòng để lại"), lambda r: r.held or None, integer),
        Column("sent", tr("Ngày gửi"), lambda r: day(r.first_sent), mark),
        Column("deadline", tr("Hạn gửi"), lambda r: day(r.deadline), mark),
        Column("code", tr("Mã xã"), lambda r: r.commune_code, ColumnKind.PHONE),
    )


def look() -> Look[FormLine]:
    """Communes in bold, where they stand as a pill; days sort as days."""
    order = list(FormState)
    return Look(
        bold=frozenset({"commune"}),
        pills={"state": state_pill},
        sort_keys={
            "commune": lambda r: r.sort_key,
            "state": lambda r: (order.index(r.state), -r.days_over),
            "sent": lambda r: r.first_sent,
            "deadline": lambda r: r.deadline,
        },
    )


@dataclass(frozen=True)
class FormFilter:
    """A way to look at the communes by where they stand."""

    key: str
    text: str
    holds: Callable[[FormLine], bool]

    def chip(self, lines: Sequence[FormLine]) -> Chip:
        """The filter with how many it holds."""
        return Chip(self.key, self.text, sum(map(self.holds, lines)))


def filters() -> tuple[FormFilter, ...]:
    """Everybody first: what needs somebody stands at the top of that list already."""
    return (
        FormFilter("all", tr("Tất cả"), lambda r: True),
        FormFilter("due", tr("Cần nhắc"), lambda r: r.needs_somebody),
        FormFilter("not_sent", tr("Chưa gửi"), lambda r: r.first_sent is None),
        FormFilter("sent", tr("Đã gửi"), lambda r: r.first_sent is not None),
    )


def matches(line: FormLine, asked: str) -> bool:
    """Whether what was typed is in the commune's name or code; in any order."""
    found = f"{fold(line.full)} {line.commune_code}"
    return all(word in found for word in words(asked))


def standing_words(lines: Sequence[FormLine]) -> str:
    """The line at the foot of the window: communes, how many are late or short, people received."""
    count = {state: sum(line.state is state for line in lines) for state in FormState}
    quota = sum(line.quota or 0 for line in lines)
    received = sum(line.received for line in lines)
    people = f"{number(received)}/{number(quota)}" if quota else number(received)
    parts = [
        tr("{count} xã, phường", len(lines)).format(count=number(len(lines))),
        tr("đã nhận {people} học viên", received).format(people=people),
    ]
    for state, text in (
        (FormState.LATE, tr("{count} xã trễ hạn", count[FormState.LATE])),
        (FormState.SHORT, tr("{count} xã gửi thiếu", count[FormState.SHORT])),
        (FormState.OVER, tr("{count} xã gửi thừa", count[FormState.OVER])),
    ):
        if count[state]:
            parts.append(text.format(count=number(count[state])))
    return " · ".join(parts)
