"""Columns, declared once: the table on screen, CSV, XLSX and PDF read the same lists."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from ..models.enums import AttendanceStatus, NumberState, Skill
from . import formats
from .records import (
    AttendanceLine,
    ListedPerson,
    PersonLine,
    RegisterLine,
    SessionHead,
    TallyRow,
)

Record = TypeVar("Record")


class ColumnKind(StrEnum):
    """What a column holds; decides alignment, number format and whether Excel may count it."""

    TEXT = "text"
    WRAPPED = "wrapped"
    INTEGER = "integer"
    YEAR = "year"
    DATE = "date"
    PHONE = "phone"
    MARK = "mark"
    EMPTY = "empty"
    FAINT = "faint"
    """For the program, not for people: small, grey, on one line."""


CENTRED = {ColumnKind.YEAR, ColumnKind.DATE, ColumnKind.PHONE, ColumnKind.MARK}


@dataclass(frozen=True)
class Column(Generic[Record]):
    """A column: `value` of a record, `width` in digits of the sheet's font (Excel's unit)."""

    key: str
    title: str
    value: Callable[[Record], object]
    kind: ColumnKind = ColumnKind.TEXT
    width: float = 12

    def text(self, record: Record) -> str:
        """The value as people read it: 05/03/2026, 1.234; nothing for None."""
        return shown(self.value(record), self.kind)


def shown(value: object, kind: ColumnKind) -> str:
    """A value as people read it."""
    if value is None:
        return ""
    if isinstance(value, date):
        return formats.day(value)
    if kind is ColumnKind.INTEGER and isinstance(value, int):
        return formats.number(value)
    return formats.clean(str(value))


MARK_SIGNS = {
    AttendanceStatus.PRESENT: "✓",
    AttendanceStatus.LATE: "M",
    AttendanceStatus.EXCUSED: "P",
    AttendanceStatus.ABSENT: "V",
}
MARK_LEGEND = "✓ có mặt; M đến muộn; P vắng có lý do; V vắng; ô trống: chưa điểm danh"
_ATTENDED = {AttendanceStatus.PRESENT, AttendanceStatus.LATE}

SKILL_TITLES = {
    Skill.DVC: "DVC",
    Skill.SHOPPING: "Mua sắm",
    Skill.PAYMENT: "Thanh toán",
    Skill.SAFETY: "Tự bảo vệ",
    Skill.PLATFORMS: "Nền tảng khác",
}

_T, _W, _I = ColumnKind.TEXT, ColumnKind.WRAPPED, ColumnKind.INTEGER

PEOPLE_COLUMNS: Sequence[Column[PersonLine]] = (
    Column("name", "Họ và tên", lambda p: p.name, _T, 28),
    Column("gender", "Giới tính", lambda p: p.gender, ColumnKind.MARK, 9),
    Column("dob", "Ngày sinh", lambda p: p.birth_date, ColumnKind.DATE, 12),
    Column("year", "Năm sinh", lambda p: p.year, ColumnKind.YEAR, 9),
    Column("phone", "Số điện thoại", lambda p: p.phone, ColumnKind.PHONE, 14),
    Column("hamlet", "Thôn, bản", lambda p: p.hamlet, _W, 22),
    Column("commune", "Xã, phường", lambda p: p.commune, _W, 20),
    Column("team", "Tổ", lambda p: p.team, _W, 26),
    Column("role", "Chức vụ", lambda p: p.role, _W, 18),
    Column("employer", "Đơn vị công tác", lambda p: p.employer, _W, 24),
)

ETHNIC_COLUMN: Column[PersonLine] = Column("ethnic", "Dân tộc", lambda p: p.ethnic, _T, 11)
"""Sensitive: only in what is asked for."""

PROGRAM_ID_TITLE = "Mã Tập Huấn"
"""The heading by which a list that comes back is known to be of the program's own people."""


def listed_columns(ethnic: bool = False) -> Sequence[Column[ListedPerson]]:
    """The columns of a list that may come back corrected, the program's id as the last one."""
    columns = [_of_listed(column) for column in PEOPLE_COLUMNS]
    if ethnic:
        columns.append(_of_listed(ETHNIC_COLUMN))
    identity: Column[ListedPerson] = Column(
        "identity", "Số căn cước", lambda p: p.identity, ColumnKind.PHONE, 15
    )
    program_id: Column[ListedPerson] = Column(
        "program_id", PROGRAM_ID_TITLE, lambda p: p.program_id, ColumnKind.FAINT, 9
    )
    return (*columns[:4], identity, *columns[4:], program_id)


def _of_listed(column: Column[PersonLine]) -> Column[ListedPerson]:
    def value(person: ListedPerson) -> object:
        return column.value(person.line)

    return Column(column.key, column.title, value, column.kind, column.width)


ROSTER_COLUMNS: Sequence[Column[PersonLine]] = (
    Column("name", "Họ và tên", lambda p: p.name, _W, 24),
    Column("year", "Năm sinh", lambda p: p.year, ColumnKind.YEAR, 6.5),
    Column("gender", "Giới tính", lambda p: p.gender, ColumnKind.MARK, 6.5),
    Column("duty", "Chức vụ / Tổ", lambda p: p.duty, _W, 17),
    Column("place", "Thôn, xã", lambda p: p.place, _W, 19),
    Column("phone", "Số điện thoại", lambda p: p.phone, ColumnKind.PHONE, 13.5),
)


def _register_note(line: RegisterLine) -> str:
    words = {NumberState.VOIDED: "Đã hủy", NumberState.RESERVED: "Để dành"}
    return ": ".join(part for part in (words.get(line.state), line.note) if part)


def _course(line: RegisterLine) -> str:
    return " – ".join(part for part in (line.course_code, line.course_title) if part)


def _birth(person: PersonLine | None) -> object:
    return (person.birth_date or person.birth_year) if person else None


REGISTER_COLUMNS: Sequence[Column[RegisterLine]] = (
    Column("name", "Họ và tên", lambda r: r.person and r.person.name, _W, 25),
    Column("birth", "Ngày, tháng, năm sinh", lambda r: _birth(r.person), ColumnKind.DATE, 12),
    Column("gender", "Giới tính", lambda r: r.person and r.person.gender, ColumnKind.MARK, 7),
    Column("place", "Thôn, xã", lambda r: r.person and r.person.place, _W, 22),
    Column("course", "Khóa học", _course, _W, 32),
    Column("number", "Số vào sổ", lambda r: r.number, _T, 15),
    Column("issued_on", "Ngày cấp", lambda r: r.issued_on, ColumnKind.DATE, 12),
    Column("received", "Người nhận ký", lambda r: None, ColumnKind.EMPTY, 16),
    Column("note", "Ghi chú", _register_note, _W, 18),
)
REGISTER_ETHNIC_COLUMN: Column[RegisterLine] = Column(
    "ethnic", "Dân tộc", lambda r: r.person and r.person.ethnic, _T, 10
)


def _skill(skill: Skill) -> Column[TallyRow]:
    return Column(skill.value, SKILL_TITLES[skill], lambda r: r.skills.get(skill, 0), _I, 10)


TALLY_COLUMNS: Sequence[Column[TallyRow]] = (
    Column("commune_code", "Mã xã", lambda r: r.commune_code, ColumnKind.PHONE, 8),
    Column("commune", "Xã, phường", lambda r: r.commune, _W, 24),
    Column("enrolled", "Đăng ký", lambda r: r.enrolled, _I, 9),
    Column("attended", "Tham dự", lambda r: r.attended, _I, 9),
    Column("turns", "Lượt", lambda r: r.turns, _I, 9),
    Column("completed", "Hoàn thành", lambda r: r.completed, _I, 9),
    Column("certified", "Được cấp chứng nhận", lambda r: r.certified, _I, 11),
    Column("female", "Nữ", lambda r: r.female, _I, 8),
    Column("dtts", "DTTS", lambda r: r.dtts, _I, 8),
    *(_skill(skill) for skill in Skill),
    Column("all_five", "Đủ 5 kỹ năng", lambda r: r.all_five, _I, 9),
    Column("hamlets", "Thôn, bản có người học", lambda r: r.hamlets, _I, 11),
)


def attendance_columns(sessions: Sequence[SessionHead]) -> Sequence[Column[AttendanceLine]]:
    """Who, a mark for each session, and what the marks come to."""
    return (
        *(_of_person(column) for column in PEOPLE_COLUMNS[:1]),
        *(_of_person(column) for column in ROSTER_COLUMNS[1:]),
        *(_session_column(index, session) for index, session in enumerate(sessions)),
        _count("attended", "Số buổi dự", *_ATTENDED),
        _count("late", "Muộn", AttendanceStatus.LATE),
        _count("excused", "Vắng có lý do", AttendanceStatus.EXCUSED),
        _count("absent", "Vắng", AttendanceStatus.ABSENT),
    )


def _of_person(column: Column[PersonLine]) -> Column[AttendanceLine]:
    def value(line: AttendanceLine) -> object:
        return column.value(line.person)

    return Column(column.key, column.title, value, column.kind, column.width)


def _session_column(index: int, session: SessionHead) -> Column[AttendanceLine]:
    def value(line: AttendanceLine) -> object:
        mark = line.marks[index]
        return MARK_SIGNS[mark] if mark else None

    title = f"Buổi {session.number} ({session.starts:%d/%m})"
    return Column(f"session_{session.number}", title, value, ColumnKind.MARK, 9)


def _count(key: str, title: str, *statuses: AttendanceStatus) -> Column[AttendanceLine]:
    def value(line: AttendanceLine) -> object:
        return sum(mark in statuses for mark in line.marks)

    return Column(key, title, value, _I, 9)
