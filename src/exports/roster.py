"""The sign-in sheet (danh sách điểm danh): a column to sign in for each session."""

from collections.abc import Sequence
from pathlib import Path

from . import formats
from .columns import ROSTER_COLUMNS, Column, ColumnKind
from .grid import PrintedTable, printed, write_tables
from .paper import A4_LANDSCAPE, A4_PORTRAIT, MM
from .records import CourseHead, Issuer, PersonLine, Progress, SessionHead, no_progress
from .sheets import SheetLayout, numbered, write_table_xlsx

TITLE = "DANH SÁCH ĐIỂM DANH"
SIGNERS = ("NGƯỜI LẬP BIỂU", "XÁC NHẬN CỦA ĐƠN VỊ TỔ CHỨC")
_MOST_ON_A_SHEET = 6  # signature columns that leave a pen enough room on A4 landscape


def write_roster_pdf(
    path: Path,
    course: CourseHead,
    sessions: Sequence[SessionHead],
    issuer: Issuer,
    people: Sequence[PersonLine],
    progress: Progress = no_progress,
    blank_lines: int = 0,
) -> None:
    """A4, landscape from three sessions on; more than six sessions go on further sheets.

    Rows are at least 8 mm high for a signature; `blank_lines` are left for walk-ins.
    """
    parts = [
        sessions[start : start + _MOST_ON_A_SHEET]
        for start in range(0, max(1, len(sessions)), _MOST_ON_A_SHEET)
    ]
    tables = [_table(course, part, issuer, people, blank_lines) for part in parts]
    write_tables(path, tables, progress)


def write_roster_xlsx(
    path: Path,
    course: CourseHead,
    sessions: Sequence[SessionHead],
    issuer: Issuer,
    people: Sequence[PersonLine],
    progress: Progress = no_progress,
) -> None:
    """The same sheet in Excel, with all sessions beside each other."""
    layout = SheetLayout(
        title=TITLE,
        lines=[text for text in (issuer.agency, course.title, *_when(course, sessions)) if text],
        notes=[_count(people)],
        signatures=SIGNERS,
        landscape=len(sessions) > 2,
        minimum_height=25,
        sheet="Điểm danh",
    )
    records = list(enumerate(people, 1))
    write_table_xlsx(path, numbered(_columns(sessions)), records, layout, progress)


def _columns(sessions: Sequence[SessionHead]) -> Sequence[Column[PersonLine]]:
    return (
        *ROSTER_COLUMNS,
        *(_to_sign(session, len(sessions)) for session in sessions or (None,)),
        Column("note", "Ghi chú", lambda person: None, ColumnKind.EMPTY, 9),
    )


def _to_sign(session: SessionHead | None, count: int) -> Column[PersonLine]:
    title = "Ký tên"
    if session and count > 1:
        title = f"Buổi {session.number} ({session.starts:%d/%m})"
    key = f"session_{session.number}" if session else "sign"
    width = 18 if count <= 1 else 13
    return Column(key, title, lambda person: None, ColumnKind.EMPTY, width)


def _table(
    course: CourseHead,
    sessions: Sequence[SessionHead],
    issuer: Issuer,
    people: Sequence[PersonLine],
    blank_lines: int,
) -> PrintedTable:
    columns = numbered(_columns(sessions))
    rows = [[column.text(pair) for column in columns] for pair in enumerate(people, 1)]
    for number in range(len(people) + 1, len(people) + blank_lines + 1):
        rows.append([str(number), *("" for _ in columns[1:])])
    return PrintedTable(
        paper=A4_LANDSCAPE if len(sessions) > 2 else A4_PORTRAIT,
        issuer=issuer,
        title=TITLE,
        lines=[text for text in (course.title, *_when(course, sessions)) if text],
        columns=[printed(column) for column in columns],
        rows=rows,
        notes=[_count(people)],
        signatures=SIGNERS,
        minimum_height=8.8 * MM,
        size=10.5,
        footer=f"{course.code} – Danh sách điểm danh".lstrip(" –"),
    )


def _when(course: CourseHead, sessions: Sequence[SessionHead]) -> list[str]:
    """One session in full as in the customary form; several by their days."""
    if len(sessions) == 1:
        return [_one(sessions[0], course.venue)]
    if not sessions:
        return [course.venue]
    days = formats.span(sessions[0].starts.date(), sessions[-1].starts.date())
    return [", ".join(text for text in (days, _at(course.venue)) if text)]


def _one(session: SessionHead, venue: str) -> str:
    hours = f"{formats.clock(session.starts)}–{formats.clock(session.ends)}"
    day = f"ngày {formats.day(session.starts.date())}"
    where = _at(session.venue or venue)
    return ", ".join(text for text in (f"Buổi {session.number}", day, hours, where) if text)


def _at(venue: str) -> str:
    return f"tại {venue}" if venue else ""


def _count(people: Sequence[PersonLine]) -> str:
    dots = "…………"
    return f"Danh sách có {formats.number(len(people))} người; có mặt: {dots}; vắng: {dots}"
