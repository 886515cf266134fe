"""What the large card at the door says: each verdict in words, with its symbol and its tone."""

from dataclasses import dataclass
from datetime import datetime

from ....exports.formats import day
from ....models.enums import AttendanceStatus, Verdict
from ....scanning.codes import CODE_LENGTH, grouped
from ....services.check_in import Answer
from ....services.enrolments import EnrolmentRecord
from ...i18n import tr
from ...palette import Tone
from ...widgets.status_pill import Pill
from ...widgets.symbols import Symbol

_HOUR, _DAY = 60, 24 * 60

TONES = {
    Verdict.PRESENT: (Tone.PRESENT, Symbol.CHECK),
    Verdict.LATE: (Tone.LATE, Symbol.CLOCK),
    Verdict.ALREADY_IN: (Tone.INFO, Symbol.DOT),
    Verdict.NOT_ENROLLED: (Tone.REFUSED, Symbol.CROSS),
    Verdict.UNKNOWN_CODE: (Tone.REFUSED, Symbol.CROSS),
    Verdict.MALFORMED: (Tone.REFUSED, Symbol.CROSS),
}


@dataclass(frozen=True)
class Face:
    """The card's words: `headline` small, `title` as large as fits, `place`, `note`, `advice`."""

    tone: Tone
    symbol: Symbol
    headline: str
    title: str
    place: str = ""
    note: str = ""
    advice: str = ""

    @property
    def spoken(self) -> str:
        """Everything in one line, for screen readers."""
        parts = (self.headline, self.title, self.place, self.note, self.advice)
        return ". ".join(part for part in parts if part)


def ready() -> Face:
    """Before the first scan."""
    return Face(
        Tone.NEUTRAL,
        Symbol.CIRCLE,
        tr("Sẵn sàng").upper(),
        tr("Mời quét thẻ"),
        advice=tr("Không có thẻ: gõ tên, số điện thoại hoặc 4 số cuối (F3)."),
    )


def closed() -> Face:
    """A course that takes no scans any more."""
    return Face(
        Tone.NEUTRAL,
        Symbol.DASH,
        tr("Chỉ xem").upper(),
        tr("Không điểm danh thêm"),
        advice=tr("Muốn điểm danh, hãy chọn khóa và buổi khác ở góc trên bên phải."),
    )


def waiting(count: int) -> Face:
    """Scans are on their way to the file: nothing is promised yet."""
    return Face(
        Tone.NEUTRAL,
        Symbol.CLOCK,
        tr("Đang ghi").upper(),
        tr("Chờ một chút"),
        advice=tr("Còn {count} lượt quét đang được ghi.", count).format(count=count),
    )


def unsaved(count: int) -> Face:
    """The file cannot be written: what was scanned is only in memory."""
    return Face(
        Tone.REFUSED,
        Symbol.CROSS,
        tr("Chưa lưu").upper(),
        tr("Chưa lưu {count} lượt", count).format(count=count),
        advice=tr("Các lượt quét được giữ theo thứ tự và tự lưu khi ghi lại được. Đừng tắt máy."),
    )


def undone(name: str, at: datetime) -> Face:
    """A scan was taken back."""
    return Face(
        Tone.NEUTRAL,
        Symbol.DASH,
        tr("Đã hoàn tác").upper(),
        name,
        place=tr("Lượt quét lúc {time} không còn tính.").format(time=f"{at:%H:%M:%S}"),
        advice=tr("Quét lại thẻ nếu học viên có mặt."),
    )


def dropped(sentence: str) -> Face:
    """A scan that could not be written and never will be."""
    return Face(
        Tone.REFUSED,
        Symbol.CROSS,
        tr("Chưa ghi lượt quét này").upper(),
        tr("Không điểm danh được"),
        advice=sentence,
    )


def nobody(typed: str) -> Face:
    """What was typed names nobody of the course; it was no scan."""
    return Face(
        Tone.REFUSED,
        Symbol.CROSS,
        tr("Không tìm thấy").upper(),
        typed,
        advice=tr("Không có ai như vậy trong lớp này. Hãy gõ lại, không cần dấu."),
    )


def face_of(answer: Answer, at: datetime, person: EnrolmentRecord | None, before: str = "") -> Face:
    """The card for an answer; `before` says what the person had in the session before."""
    tone, symbol = TONES[answer.verdict]
    return Face(
        tone,
        symbol,
        headline(answer, at),
        _title(answer),
        _place(person),
        _note(person, before),
        advice(answer.verdict),
    )


def headline(answer: Answer, at: datetime) -> str:
    """The verdict in capitals, with the time."""
    words = {
        Verdict.PRESENT: tr("Có mặt"),
        Verdict.LATE: _late(answer.minutes_late or 0),
        Verdict.ALREADY_IN: _already(answer, at),
        Verdict.NOT_ENROLLED: tr("Không có trong lớp này"),
        Verdict.UNKNOWN_CODE: tr("Thẻ chưa có trong dữ liệu"),
        Verdict.MALFORMED: tr("Mã không hợp lệ"),
    }[answer.verdict].upper()
    counted = answer.verdict in (Verdict.PRESENT, Verdict.LATE)
    return f"{words} · {at:%H:%M:%S}" if counted else words


def _late(minutes: int) -> str:
    """ "Muộn 25 phút", "Muộn 2 giờ 5 phút"; days are no measure of lateness."""
    if minutes < _HOUR:
        return tr("Muộn {minutes} phút").format(minutes=minutes)
    if minutes >= _DAY:
        return tr("Muộn")
    hours, rest = divmod(minutes, _HOUR)
    if not rest:
        return tr("Muộn {hours} giờ").format(hours=hours)
    return tr("Muộn {hours} giờ {minutes} phút").format(hours=hours, minutes=rest)


def _already(answer: Answer, at: datetime) -> str:
    if answer.first_at is None:
        return tr("Đã điểm danh")
    if answer.first_at.date() != at.date():
        when = f"{answer.first_at:%H:%M} · {day(answer.first_at)}"
    else:
        when = f"{answer.first_at:%H:%M:%S}"
    return tr("Đã điểm danh lúc {time}").format(time=when)


def _title(answer: Answer) -> str:
    if answer.name:
        return answer.name
    if answer.verdict is Verdict.UNKNOWN_CODE and len(answer.code or "") == CODE_LENGTH:
        return grouped(answer.code or "")
    return tr("Quét lại thẻ")


def _place(person: EnrolmentRecord | None) -> str:
    if person is None:
        return ""
    duty = " ".join(part for part in (person.role, person.team) if part)
    return " · ".join(part for part in (person.hamlet, person.commune, duty) if part)


def _note(person: EnrolmentRecord | None, before: str) -> str:
    missing = tr("Còn thiếu: số điện thoại") if person and not person.phone else ""
    return " · ".join(part for part in (before, missing) if part)


def advice(verdict: Verdict) -> str:
    """What to do next, in one line."""
    return {
        Verdict.PRESENT: tr("Mời vào lớp. Quét thẻ tiếp theo."),
        Verdict.LATE: tr("Mời vào lớp. Quét thẻ tiếp theo."),
        Verdict.ALREADY_IN: tr("Không ghi thêm. Nếu người khác cầm thẻ: F3, tìm đúng tên."),
        Verdict.NOT_ENROLLED: tr("F5: thêm vào lớp này và điểm danh · Esc: bỏ qua"),
        Verdict.UNKNOWN_CODE: tr("Có thể là thẻ cũ hoặc thẻ của nơi khác. F3: tìm theo tên."),
        Verdict.MALFORMED: tr("Quét lại. Nếu vẫn không được: F3, gõ tên hoặc số điện thoại."),
    }[verdict]


def before_words(number: int, status: AttendanceStatus | None) -> str:
    """ "Buổi 1: có mặt"; nothing where nothing is known."""
    if status is None:
        return ""
    word = {
        AttendanceStatus.PRESENT: tr("có mặt"),
        AttendanceStatus.LATE: tr("muộn"),
        AttendanceStatus.EXCUSED: tr("vắng có lý do"),
        AttendanceStatus.ABSENT: tr("vắng"),
    }[status]
    return tr("Buổi {number}: {status}").format(number=number, status=word)


def pill_of(verdict: Verdict, is_undone: bool = False) -> Pill:
    """The verdict in the list of scans."""
    if is_undone:
        return Pill(tr("Đã hoàn tác"), Tone.NEUTRAL, Symbol.DASH)
    tone, symbol = TONES[verdict]
    word = {
        Verdict.PRESENT: tr("Có mặt"),
        Verdict.LATE: tr("Muộn"),
        Verdict.ALREADY_IN: tr("Đã điểm danh"),
        Verdict.NOT_ENROLLED: tr("Ngoài lớp"),
        Verdict.UNKNOWN_CODE: tr("Thẻ lạ"),
        Verdict.MALFORMED: tr("Không hợp lệ"),
    }[verdict]
    return Pill(word, Tone.NEUTRAL if verdict is Verdict.ALREADY_IN else tone, symbol)
