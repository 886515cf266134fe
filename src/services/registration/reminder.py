"""Reminders to copy into a message: polite Vietnamese, complete, for one commune or for several."""

from collections.abc import Sequence
from datetime import date

from ...exports.formats import day, number, span
from ..courses import CourseRecord
from ..settings import Settings
from .standing import FormLine, FormState


def reminder(course: CourseRecord, line: FormLine, settings: Settings) -> str:
    """What one commune is told: course, quota, what came so far, deadline, whom to ask."""
    parts = (
        f"Kính gửi: UBND {line.full},",
        f"{_about(course)} {_asked(line)}",
        f"{_came(line)} {_please(line)}",
        _contact(settings),
        "Trân trọng cảm ơn!",
        settings.agency,
    )
    return "\n".join(part for part in parts if part)


def reminder_for_all(
    course: CourseRecord, lines: Sequence[FormLine], settings: Settings, today: date
) -> str:
    """One message for several communes, a line each. With one commune it is that one's."""
    if len(lines) == 1:
        return reminder(course, lines[0], settings)
    parts = (
        f"Kính gửi: UBND các xã, phường{_special(lines)},",
        f"{_about(course)} Tính đến ngày {day(today)}, tình hình gửi danh sách học viên như sau:",
        ";\n".join(f"- {_name(line)}: {_standing(line)}" for line in lines) + ".",
        "Kính đề nghị các đơn vị chưa gửi, còn thiếu hoặc vượt chỉ tiêu rà soát, gửi lại danh sách"
        " theo phiếu đăng ký đã gửi kèm trong thời gian sớm nhất.",
        _contact(settings),
        "Trân trọng cảm ơn!",
        settings.agency,
    )
    return "\n".join(part for part in parts if part)


def _special(lines: Sequence[FormLine]) -> str:
    return ", đặc khu" if any(line.kind.lower() == "đặc khu" for line in lines) else ""


def _about(course: CourseRecord) -> str:
    days = span(course.first_day, course.last_day)
    when = f", {days[:1].lower()}{days[1:]}" if days else ""
    where = f", tại {course.venue}" if course.venue else ""
    return (
        f"Chúng tôi đang lập danh sách học viên khóa tập huấn “{course.title}” ({course.code})"
        f"{when}{where}."
    )


def _asked(line: FormLine) -> str:
    quota = f"Chỉ tiêu của {line.full} là {_people(line.quota)}" if line.quota else ""
    until = f"hạn gửi danh sách là ngày {day(line.deadline)}{_over(line)}" if line.deadline else ""
    text = "; ".join(part for part in (quota, until) if part)
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def _over(line: FormLine) -> str:
    if line.state is FormState.LATE:
        return f" (đã quá hạn {number(line.days_over)} ngày)"
    return ""


def _came(line: FormLine) -> str:
    if line.first_sent is None:
        return f"Đến nay chúng tôi chưa nhận được danh sách của {line.full}."
    held = f"; ngoài ra còn {number(line.held)} dòng cần làm rõ" if line.held else ""
    return {
        FormState.SHORT: f"Đến nay chúng tôi đã nhận được {_people(line.received)}, còn thiếu"
        f" {_people(line.missing)} so với chỉ tiêu{held}.",
        FormState.OVER: f"Đến nay chúng tôi đã nhận được {_people(line.received)}, vượt"
        f" {_people(-line.missing)} so với chỉ tiêu{held}.",
    }.get(line.state, f"Chúng tôi đã nhận được danh sách gồm {_people(line.received)}{held}.")


def _please(line: FormLine) -> str:
    ask = f"Kính đề nghị UBND {line.full}"
    in_time = line.deadline is not None and line.days_over <= 0
    when = f"trước hết ngày {day(line.deadline)}" if in_time else "trong thời gian sớm nhất"
    return {
        FormState.SHORT: f"{ask} bổ sung danh sách {when}.",
        FormState.OVER: f"{ask} cho biết những người được cử tham gia theo đúng chỉ tiêu {when}.",
        FormState.SENT: "",
    }.get(line.state, f"{ask} gửi danh sách theo phiếu đăng ký kèm theo {when}.")


def _standing(line: FormLine) -> str:
    quota = f"/{number(line.quota)}" if line.quota else ""
    if line.first_sent is None:
        asked = f" (chỉ tiêu {_people(line.quota)})" if line.quota else ""
        late = f", quá hạn {number(line.days_over)} ngày" if line.state is FormState.LATE else ""
        return f"chưa gửi{asked}{late}"
    sent = f"đã gửi {number(line.received)}{quota} người"
    missing = {FormState.SHORT: f", còn thiếu {_people(line.missing)}",
               FormState.OVER: f", vượt {_people(-line.missing)}"}  # fmt: skip
    return sent + missing.get(line.state, "")


def _name(line: FormLine) -> str:
    return f"{line.full[:1].upper()}{line.full[1:]}"


def _people(count: int | None) -> str:
    return f"{number(count or 0)} người"


def _contact(settings: Settings) -> str:
    return f"Mọi chi tiết xin liên hệ: {settings.contact}." if settings.contact else ""
