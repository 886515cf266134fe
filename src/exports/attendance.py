"""Who was there: people by sessions, for the officer."""

from collections.abc import Sequence
from pathlib import Path

from ..models.enums import AttendanceStatus
from ..models.errors import AppError, ErrorCode
from .columns import MARK_LEGEND, Column, attendance_columns
from .formats import span
from .records import AttendanceLine, CourseHead, Progress, SessionHead, no_progress
from .sheets import SheetLayout, numbered, write_table_csv, write_table_xlsx

TITLE = "BẢNG TỔNG HỢP ĐIỂM DANH"
_TOTALS = (
    ("Có mặt (kể cả muộn)", {AttendanceStatus.PRESENT, AttendanceStatus.LATE}),
    ("Vắng có lý do", {AttendanceStatus.EXCUSED}),
    ("Vắng", {AttendanceStatus.ABSENT}),
)


def write_attendance(
    path: Path,
    course: CourseHead,
    sessions: Sequence[SessionHead],
    lines: Sequence[AttendanceLine],
    progress: Progress = no_progress,
) -> None:
    """Write .xlsx (with totals and legend) or .csv.

    Raises AppError BAD_VALUE for another suffix.
    """
    columns = attendance_columns(sessions)
    if path.suffix.lower() == ".csv":
        write_table_csv(path, columns, lines, progress=progress)
    elif path.suffix.lower() == ".xlsx":
        _write_xlsx(path, course, columns, sessions, lines, progress)
    else:
        raise AppError(ErrorCode.BAD_VALUE, value=path.name)


def _write_xlsx(
    path: Path,
    course: CourseHead,
    columns: Sequence[Column[AttendanceLine]],
    sessions: Sequence[SessionHead],
    lines: Sequence[AttendanceLine],
    progress: Progress,
) -> None:
    layout = SheetLayout(
        title=TITLE,
        lines=[text for text in (_head(course), _when(course)) if text],
        totals=_totals(columns, sessions, lines),
        notes=[f"Ký hiệu: {MARK_LEGEND}."],
        sheet="Điểm danh",
    )
    write_table_xlsx(path, numbered(columns), list(enumerate(lines, 1)), layout, progress)


def _totals(
    columns: Sequence[Column[AttendanceLine]],
    sessions: Sequence[SessionHead],
    lines: Sequence[AttendanceLine],
) -> list[list[object]]:
    """A row for each kind of mark: how many people bear it in each session."""
    rows = list[list[object]]()
    for title, statuses in _TOTALS:
        counts = {
            f"session_{session.number}": sum(line.marks[index] in statuses for line in lines)
            for index, session in enumerate(sessions)
        }
        cells: list[object] = [counts.get(column.key) for column in columns]
        rows.append([None, title, *cells[1:]])
    return rows


def _head(course: CourseHead) -> str:
    return " – ".join(text for text in (course.code, course.title) if text)


def _when(course: CourseHead) -> str:
    where = f"tại {course.venue}" if course.venue else ""
    return ", ".join(text for text in (span(course.first_day, course.last_day), where) if text)
