"""A person's history in words."""

from ....exports.formats import day
from ....models.enums import ImportRowState, IncompleteReason
from ....scanning.codes import grouped
from ....services.history import CardHistory, CertificateHistory, CourseHistory, SourceHistory
from ...i18n import tr
from ...palette import Tone
from ...widgets.status_pill import Pill
from ...widgets.symbols import Symbol


def outcome_pill(course: CourseHistory) -> Pill:
    """What came of a course."""
    if course.withdrawn_on:
        return Pill(tr("Đã thôi học"), Tone.NEUTRAL, Symbol.DASH)
    if course.completed is None:
        return Pill(tr("Chưa tổng kết"), Tone.INFO)
    if course.completed:
        return Pill(tr("Hoàn thành"), Tone.PRESENT, Symbol.CHECK)
    reasons = {
        IncompleteReason.ATTENDANCE: tr("Chưa hoàn thành: thiếu buổi"),
        IncompleteReason.SKILLS: tr("Chưa hoàn thành: thiếu kỹ năng"),
    }
    words = reasons.get(course.reason) if course.reason else None
    return Pill(words or tr("Chưa hoàn thành"), Tone.REFUSED, Symbol.CROSS)


def standing_words(course: CourseHistory) -> str:
    """As whom the person took part: place, team and role of that time, and how often."""
    attended = tr("dự {attended}/{sessions} buổi").format(
        attended=course.attended, sessions=len(course.sessions)
    )
    withdrawn = ""
    if course.withdrawn_on:
        withdrawn = tr("thôi học ngày {day}").format(day=day(course.withdrawn_on))
        withdrawn += f" ({course.withdrawn_reason})" if course.withdrawn_reason else ""
    parts = (course.place, course.team, course.role, attended, withdrawn)
    return " · ".join(part for part in parts if part)


def certificate_words(paper: CertificateHistory) -> str:
    """A certificate: number, course, day, and why it no longer counts."""
    words = tr("Số {number} · {course} · ngày {day}").format(
        number=paper.number, course=paper.course_code, day=day(paper.issued_on)
    )
    if paper.voided_reason is None:
        return words
    return words + " · " + tr("đã hủy: {reason}").format(reason=paper.voided_reason)


def card_words(card: CardHistory) -> str:
    """A card: code, when it was issued, and since when it is not valid."""
    words = tr("{code} · cấp ngày {day}").format(code=grouped(card.code), day=day(card.issued_on))
    if card.revoked_on is None:
        return words
    revoked = tr("hết hiệu lực từ {day}").format(day=day(card.revoked_on))
    return f"{words} · {revoked}" + (f" ({card.reason})" if card.reason else "")


def source_words(source: SourceHistory) -> str:
    """A list that brought or confirmed the person: file, sheet, row, when and by whom."""
    words = (
        tr("Thêm từ {file}, sheet “{sheet}”, dòng {row}")
        if source.state is ImportRowState.ADDED
        else tr("Có trong {file}, sheet “{sheet}”, dòng {row}")
    )
    where = words.format(file=source.file_name, sheet=source.sheet, row=source.row)
    return f"{where} · {source.brought_at:%H:%M %d/%m/%Y} · {source.operator}"
