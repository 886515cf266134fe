"""Courses in words: where one stands, attendance marks, completion and why not."""

from ..models.enums import AttendanceStatus, IncompleteReason, Skill
from ..services.course_plan import Phase
from ..services.courses import CourseRecord
from ..services.results import ResultLine
from .i18n import tr
from .palette import Tone
from .widgets.status_pill import Pill
from .widgets.symbols import Symbol


def phase_pill(phase: Phase) -> Pill:
    """Where a course stands."""
    return {
        Phase.UPCOMING: Pill(tr("Sắp diễn ra"), Tone.INFO),
        Phase.RUNNING: Pill(tr("Đang diễn ra"), Tone.PRESENT),
        Phase.ENDED: Pill(tr("Đã kết thúc"), Tone.LATE),
        Phase.CLOSED: Pill(tr("Đã đóng"), Tone.NEUTRAL),
        Phase.CANCELLED: Pill(tr("Đã hủy"), Tone.REFUSED),
    }[phase]


def status_words(status: AttendanceStatus) -> str:
    """An attendance status, as the legend names it."""
    return {
        AttendanceStatus.PRESENT: tr("có mặt"),
        AttendanceStatus.LATE: tr("muộn"),
        AttendanceStatus.EXCUSED: tr("vắng có lý do"),
        AttendanceStatus.ABSENT: tr("vắng"),
    }[status]


def mark_pill(status: AttendanceStatus | None, over: bool = False) -> Pill:
    """The mark of a session, `over` or still to come."""
    if status is not None:
        return _MARKS[status](status_words(status))
    meaning = tr("chưa điểm danh") if over else tr("chưa học")
    return Pill("", Tone.NEUTRAL, Symbol.DASH, meaning)


_MARKS = {
    AttendanceStatus.PRESENT: lambda words: Pill("", Tone.PRESENT, Symbol.CHECK, words),
    AttendanceStatus.LATE: lambda words: Pill("M", Tone.LATE, meaning=words),
    AttendanceStatus.EXCUSED: lambda words: Pill("P", Tone.NEUTRAL, meaning=words),
    AttendanceStatus.ABSENT: lambda words: Pill("V", Tone.REFUSED, meaning=words),
}


def skill_word(skill: Skill) -> str:
    """A skill as heads of columns name it."""
    return {
        Skill.DVC: tr("DVC"),
        Skill.SHOPPING: tr("Mua sắm"),
        Skill.PAYMENT: tr("Thanh toán"),
        Skill.SAFETY: tr("Tự bảo vệ"),
        Skill.PLATFORMS: tr("Nền tảng khác"),
    }[skill]


def skill_words(skills: tuple[Skill, ...]) -> str:
    """Several skills, separated by commas."""
    return ", ".join(skill_word(skill) for skill in skills)


def completion_rule(course: CourseRecord) -> str:
    """What one must do to complete a course."""
    share = tr("Dự ít nhất {share}% số buổi").format(share=course.required_share)
    if not course.required_skills:
        return tr("{share}; không yêu cầu kỹ năng.").format(share=share)
    skills = skill_words(course.required_skills)
    return tr("{share} và đạt các kỹ năng: {skills}.").format(share=share, skills=skills)


def result_pill(line: ResultLine) -> Pill:
    """Whether somebody completes the course."""
    if line.completed:
        return Pill(tr("Hoàn thành"), Tone.PRESENT, Symbol.CHECK)
    if line.reason is IncompleteReason.WITHDRAWN:
        return Pill(tr("Đã thôi học"), Tone.NEUTRAL, Symbol.DASH)
    return Pill(tr("Chưa hoàn thành"), Tone.REFUSED, Symbol.CROSS)


def reason_words(line: ResultLine) -> str:
    """Why somebody does not complete the course; empty for those who do."""
    if line.completed:
        return ""
    if line.reason is IncompleteReason.WITHDRAWN:
        return _withdrawn(line.withdrawn_reason)
    return ". ".join(part for part in (_too_few(line), _not_passed(line)) if part)


def _withdrawn(reason: str | None) -> str:
    return tr("Đã thôi học: {reason}").format(reason=reason) if reason else tr("Đã thôi học")


def _too_few(line: ResultLine) -> str:
    if line.reason is not IncompleteReason.ATTENDANCE:
        return ""
    if not line.sessions:
        return tr("Khóa chưa có buổi học nào")
    return tr("Dự {attended}/{sessions} buổi, cần ít nhất {needed} buổi").format(
        attended=line.attended, sessions=line.sessions, needed=line.required_sessions
    )


def _not_passed(line: ResultLine) -> str:
    if not line.missing_skills:
        return ""
    return tr("Chưa đạt: {skills}").format(skills=skill_words(line.missing_skills))
