"""The table of a course's people: its columns, pills for sessions, and filters."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from ....exports.columns import Column, ColumnKind
from ....models.enums import AttendanceStatus
from ....models.names import fold, words
from ....services.students import SessionCount, Student
from ...course_words import mark_pill
from ...i18n import tr
from ...tables.record_model import Look
from ...widgets.status_pill import Pill

NO_COMMUNE = "-"
"""The filter's key for those whose commune is not known."""

_SPACED = ((10, (4, 3, 3)), (11, (4, 3, 4)))


@dataclass(frozen=True)
class Row:
    """Somebody with their number in the list."""

    number: int
    student: Student


def rows(students: Sequence[Student]) -> list[Row]:
    """The people numbered from 1."""
    return [Row(number, student) for number, student in enumerate(students, 1)]


def phone(digits: str | None) -> str | None:
    """A phone number in groups as people read it: "0912 345 118"."""
    for length, groups in _SPACED:
        if digits and digits.isdigit() and len(digits) == length:
            parts, at = [], 0
            for size in groups:
                parts.append(digits[at : at + size])
                at += size
            return " ".join(parts)
    return digits


def birth(student: Student) -> object:
    """The day of birth, or the year where only that is known."""
    return student.person.birth_date or student.person.birth_year


def duty(student: Student) -> str:
    """Role and team of the enrolment; the team is left out where the role says enough."""
    return student.person.role or student.person.team or ""


def columns(sessions: Sequence[SessionCount]) -> tuple[Column[Row], ...]:
    """The columns, with one for each session held."""
    mark = ColumnKind.MARK
    people: tuple[Column[Row], ...] = (
        Column("tt", tr("TT"), lambda r: r.number, ColumnKind.INTEGER),
        Column("name", tr("Họ và tên"), lambda r: r.student.person.name),
        Column("birth", tr("Ngày sinh"), lambda r: birth(r.student), mark),
        Column("gender", tr("Giới tính"), lambda r: r.student.person.gender, mark),
        Column("hamlet", tr("Thôn, bản"), lambda r: r.student.person.hamlet, mark),
        Column("commune", tr("Xã"), lambda r: r.student.person.commune, mark),
        Column("duty", tr("Tổ, chức vụ"), lambda r: duty(r.student), mark),
        Column("phone", tr("Điện thoại"), lambda r: phone(r.student.person.phone), mark),
    )
    marks = tuple(_session_column(at, count) for at, count in enumerate(sessions))
    passed: Column[Row] = Column("skills", tr("Kỹ năng đạt"), lambda r: _passed(r.student), mark)
    return (*people, *marks, passed)


def _session_column(at: int, count: SessionCount) -> Column[Row]:
    title = tr("B{number}").format(number=count.session.number)
    return Column(f"session_{at}", title, lambda r: r.student.marks[at], ColumnKind.MARK, 4)


def _passed(student: Student) -> str:
    return f"{student.passed}/{student.skills}" if student.skills else ""


def look(sessions: Sequence[SessionCount], now: datetime) -> Look[Row]:
    """Names in bold, marks as pills."""
    pills = {f"session_{at}": _pill_of(at, count, now) for at, count in enumerate(sessions)}
    keys: dict[str, Callable[[Row], object]] = {
        "name": lambda r: r.student.person.sort_key,
        "birth": _birth_key,
        "skills": lambda r: r.student.passed,
    }
    keys |= {f"session_{at}": _mark_key(at) for at in range(len(sessions))}
    return Look(bold=frozenset({"name"}), pills=pills, sort_keys=keys)


def _pill_of(at: int, count: SessionCount, now: datetime) -> Callable[[Row], Pill]:
    over = now > count.session.ends
    return lambda row: mark_pill(row.student.marks[at], over)


def _mark_key(at: int) -> Callable[[Row], object]:
    order: list[AttendanceStatus | None] = [*AttendanceStatus, None]
    return lambda row: order.index(row.student.marks[at])


def _birth_key(row: Row) -> object:
    person = row.student.person
    day = person.birth_date
    return (day.year, day.month, day.day) if day else (person.birth_year or 0, 0, 0)


def matches(student: Student, asked: str) -> bool:
    """Whether what was typed is in name, hamlet, commune, role or phone; in any order."""
    person = student.person
    parts = (person.name, person.note, person.hamlet, person.commune, person.role, person.team)
    found = fold(" ".join(part for part in (*parts, person.phone) if part))
    return all(word in found for word in words(asked))


@dataclass(frozen=True)
class StatusFilter:
    """A way to look at the people by their marks."""

    key: str
    text: str
    holds: Callable[[Student], bool]
    withdrawn: bool = False


def status_filters() -> tuple[StatusFilter, ...]:
    """The filters by status, the first shows everybody enrolled."""
    late, excused = AttendanceStatus.LATE, AttendanceStatus.EXCUSED
    return (
        StatusFilter("all", tr("Trạng thái: tất cả"), lambda s: True),
        StatusFilter("never", tr("Chưa dự buổi nào"), lambda s: not s.attended),
        StatusFilter("late", tr("Có buổi muộn"), lambda s: s.has(late)),
        StatusFilter("excused", tr("Vắng có lý do"), lambda s: s.has(excused)),
        StatusFilter("absent", tr("Có buổi vắng"), lambda s: s.has(AttendanceStatus.ABSENT)),
        StatusFilter("withdrawn", tr("Đã thôi học"), lambda s: True, withdrawn=True),
    )


def communes(students: Sequence[Student]) -> list[tuple[str, str]]:
    """Key and name of the communes people come from, in the order of their names."""
    found = {str(p.unit_id): p.commune or "" for s in students if (p := s.person).unit_id}
    named = sorted(found.items(), key=lambda pair: fold(pair[1]))
    if any(s.person.unit_id is None for s in students):
        named.append((NO_COMMUNE, tr("Chưa rõ xã")))
    return named


def of_commune(student: Student, key: str) -> bool:
    """Whether somebody is enrolled for the commune of a filter's key; "" takes everybody."""
    unit = student.person.unit_id
    return not key or key == (NO_COMMUNE if unit is None else str(unit))
