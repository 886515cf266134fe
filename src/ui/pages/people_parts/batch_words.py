"""Brought-in files in words: their columns, what became of a row, what was decided."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from ....exports.columns import Column, ColumnKind
from ....exports.formats import clock, day, number
from ....importing.fields import Field
from ....importing.findings import Answer, AnswerKind, FindingKind
from ....importing.headings import match_heading
from ....models.enums import ImportKind, ImportRowState
from ....services.lists.batches import BatchLine, BatchRow, Decision
from ...finding_words import answer_words, kind_words
from ...i18n import moment, tr
from ...palette import Tone
from ...tables.record_model import Look
from ...widgets.status_pill import Pill
from ...widgets.symbols import Symbol

_T, _I, _M = ColumnKind.TEXT, ColumnKind.INTEGER, ColumnKind.MARK


def batch_columns() -> Sequence[Column[BatchLine]]:
    """One line a file."""
    return (
        Column("when", tr("Thời gian"), lambda b: short_moment(b.brought_at), _M, 15),
        Column("file", tr("Tệp"), lambda b: b.file_name, _T, 28),
        Column("course", tr("Khóa"), lambda b: b.course_code or None, _M, 10),
        Column("operator", tr("Người nhập"), lambda b: b.operator, _T, 18),
        Column("added", tr("Mới"), lambda b: b.added, _I, 7),
        Column("matched", tr("Đã có"), lambda b: b.matched, _I, 7),
        Column("held", tr("Để lại"), lambda b: b.held, _I, 7),
        Column("discarded", tr("Bỏ qua"), lambda b: b.discarded, _I, 7),
        Column("state", tr("Trạng thái"), lambda b: _state(b).plain, _M, 14),
    )


def batch_look() -> Look[BatchLine]:
    """Files that were taken back count no more."""
    return Look(
        bold=frozenset({"file"}),
        pills={"state": _state},
        is_faded=lambda batch: batch.undone_at is not None,
        sort_keys={"when": lambda batch: batch.brought_at},
    )


def _state(batch: BatchLine) -> Pill:
    if batch.undone_at is not None:
        return Pill(tr("đã hoàn tác"), Tone.NEUTRAL, Symbol.DASH)
    if batch.held:
        return Pill(tr("còn dòng để lại"), Tone.LATE, Symbol.CLOCK)
    return Pill(tr("xong"), Tone.PRESENT, Symbol.CHECK)


def batch_sentence(batch: BatchLine) -> str:
    """When, by whom, into which course, and how many became what."""
    parts = [
        tr("Nhập lúc {when}").format(when=moment(batch.brought_at)),
        batch.operator,
        tr("khóa {code}").format(code=batch.course_code) if batch.course_code else "",
        tr("sổ Tổ công nghệ số cộng đồng") if batch.kind is ImportKind.TEAMS else "",
        counts_words(batch),
    ]
    if batch.undone_at is not None:
        words = tr("đã hoàn tác lúc {when} ({who})")
        parts.append(words.format(when=moment(batch.undone_at), who=batch.undone_by))
    return " · ".join(part for part in parts if part)


def counts_words(batch: BatchLine) -> str:
    """ "168 dòng: 156 mới, 5 đã có, 7 để lại"."""
    told = (
        (batch.added, tr("{count} mới", batch.added)),
        (batch.matched, tr("{count} đã có", batch.matched)),
        (batch.held, tr("{count} để lại", batch.held)),
        (batch.discarded, tr("{count} bỏ qua", batch.discarded)),
    )
    parts = [words.format(count=number(count)) for count, words in told if count]
    rows = tr("{count} dòng", batch.read).format(count=number(batch.read))
    return f"{rows}: {', '.join(parts)}" if parts else rows


def made_words(made: Mapping[str, int]) -> str:
    """What else a file made: new hamlets, teams."""
    titles = {
        "hamlet": tr("{count} thôn, bản mới", made.get("hamlet", 0)),
        "team": tr("{count} tổ mới", made.get("team", 0)),
        "enrolment": tr("{count} lượt ghi danh", made.get("enrolment", 0)),
        "team_member": tr("{count} thành viên tổ", made.get("team_member", 0)),
        "denominator": tr("{count} số liệu về hộ, người trưởng thành", made.get("denominator", 0)),
    }
    told = [titles[name].format(count=number(count)) for name, count in made.items()
            if count and name in titles]  # fmt: skip
    return tr("Cùng với: {things}").format(things=", ".join(told)) if told else ""


def row_columns(rows: Iterable[BatchRow] = ()) -> Sequence[Column[BatchRow]]:
    """One line a row of the file: its sheet where there are several, who settled where any was."""
    rows = tuple(rows)
    hidden = set() if len({row.sheet for row in rows}) > 1 else {"sheet"}
    hidden |= set() if any(row.settled_at for row in rows) else {"who", "when"}
    return tuple(column for column in _row_columns() if column.key not in hidden)


def _row_columns() -> Sequence[Column[BatchRow]]:
    return (
        Column("row", tr("Dòng"), lambda r: r.row, _I, 7),
        Column("sheet", tr("Sheet"), lambda r: r.sheet, _T, 12),
        Column("person", tr("Học viên"), lambda r: r.person or None, _T, 28),
        Column("state", tr("Trạng thái"), lambda r: row_pill(r).plain, _M, 14),
        Column("who", tr("Người quyết định"), lambda r: r.settled_by or None, _T, 18),
        Column("when", tr("Thời gian"), lambda r: short_moment(r.settled_at), _M, 15),
    )


def row_look() -> Look[BatchRow]:
    """Names stand out."""
    return Look(bold=frozenset({"person"}), pills={"state": row_pill})


def row_pill(row: BatchRow) -> Pill:
    """What became of a row."""
    return {
        ImportRowState.ADDED: Pill(tr("người mới"), Tone.PRESENT, Symbol.CHECK),
        ImportRowState.MATCHED: Pill(tr("đã có"), Tone.INFO, Symbol.CHECK),
        ImportRowState.HELD: Pill(tr("để lại"), Tone.LATE, Symbol.CLOCK),
        ImportRowState.DISCARDED: Pill(tr("bỏ qua"), Tone.NEUTRAL, Symbol.DASH),
    }[row.state]


def decision_columns() -> Sequence[Column[Decision]]:
    """One line a decision."""
    return (
        Column("row", tr("Dòng"), lambda d: d.row, _I, 7),
        Column("column", tr("Cột"), lambda d: d.column, _T, 16),
        Column("kind", tr("Vấn đề"), lambda d: kind_words(FindingKind(d.kind)), _T, 22),
        Column("before", tr("Trong tệp"), lambda d: _shown(d, d.before), _T, 18),
        Column("after", tr("Sau khi sửa"), lambda d: _shown(d, d.after), _T, 18),
        Column("decision", tr("Quyết định"), lambda d: decision_words(d.decision), _T, 14),
        Column("who", tr("Ai, lúc nào"), _who, _T, 26),
    )


def _who(decision: Decision) -> str:
    return f"{decision.decided_by}, {short_moment(decision.decided_at)}"


def _shown(decision: Decision, text: str | None) -> str | None:
    """Ethnic groups are not shown unless asked for; a decision knows its column by its heading."""
    found = match_heading(decision.column)
    if text and found is not None and found.field is Field.ETHNIC:
        return tr("(không hiện)")
    return text or None


def short_moment(value: datetime | None) -> str | None:
    """ "02/04/2026 09:10": narrow enough for a table."""
    return f"{day(value.date())} {clock(value)}" if value else None


def decision_words(decision: str) -> str:
    """ "accepted" or an AnswerKind in words."""
    if decision == "accepted":
        return tr("Chấp nhận sửa")
    return answer_words(Answer(AnswerKind(decision)))
