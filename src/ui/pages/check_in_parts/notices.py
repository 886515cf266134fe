"""What the page says above and below the door: whether it is the right session, how it stands."""

from dataclasses import dataclass
from datetime import datetime

from ....exports.formats import clock, day, number
from ....models.enums import CourseStatus
from ....services.courses import CourseRecord, SessionRecord
from ....services.door import opens
from ...i18n import tr
from ...palette import Tone
from .board import Counts


@dataclass(frozen=True)
class Notice:
    """A sentence for the banner; `may_change` offers to look for the session that is open."""

    text: str
    tone: Tone = Tone.LATE
    may_change: bool = False


def notice(course: CourseRecord, record: SessionRecord, now: datetime) -> Notice | None:
    """What is odd about checking in here and now: closed, another day, too early, over."""
    if course.status is CourseStatus.CLOSED:
        text = tr("Khóa {course} đã đóng: chỉ xem, không điểm danh thêm.")
        return Notice(text.format(course=course.code), Tone.INFO)
    if course.status is CourseStatus.CANCELLED:
        text = tr("Khóa {course} đã hủy: chỉ xem, không điểm danh.")
        return Notice(text.format(course=course.code), Tone.INFO)
    return _of_time(record, now)


def _of_time(record: SessionRecord, now: datetime) -> Notice | None:
    if record.starts.date() != now.date():
        text = tr("Buổi {number} là ngày {day}, không phải hôm nay ({today}).").format(
            number=record.number, day=day(record.starts), today=day(now)
        )
    elif now < opens(record):
        text = tr("Buổi {number} mở điểm danh từ {time}.").format(
            number=record.number, time=clock(opens(record))
        )
    elif now > record.ends:
        text = tr("Buổi {number} đã kết thúc lúc {time}.").format(
            number=record.number, time=clock(record.ends)
        )
    else:
        return None
    return Notice(text, may_change=True)


def session_line(course: CourseRecord, record: SessionRecord) -> str:
    """Title, hours and venue of a session, as far as known."""
    hours = f"{clock(record.starts)}–{clock(record.ends)}"
    parts = (record.title, hours, record.venue or course.venue)
    return " · ".join(part for part in parts if part)


def missing_line(course: CourseRecord, record: SessionRecord, count: int) -> str:
    """The heading of those who are not there, for the copies too."""
    return tr("Chưa đến ({count}) · {course} · Buổi {number} · {day}").format(
        count=number(count), course=course.code, number=record.number, day=day(record.starts)
    )


def status_line(counts: Counts, unsaved: int, is_stuck: bool) -> str:
    """The session in figures, and whether everything is in the file."""
    figures = tr(
        "{present} có mặt · {late} muộn · {repeated} trùng · {refused} chưa hợp lệ"
    ).format(
        present=number(counts.present),
        late=number(counts.late),
        repeated=number(counts.repeated),
        refused=number(counts.refused),
    )
    return f"{figures} · {_saved(unsaved, is_stuck)}"


def _saved(unsaved: int, is_stuck: bool) -> str:
    if not unsaved:
        return tr("Đã lưu")
    stuck, under_way = tr("CHƯA LƯU {count} lượt", unsaved), tr("Đang lưu {count} lượt", unsaved)
    words = stuck if is_stuck else under_way
    return words.format(count=number(unsaved))
