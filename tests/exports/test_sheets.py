"""Tables as XLSX and CSV: the people list, the register, the tally, attendance."""

import csv
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from taphuan.exports.attendance import write_attendance
from taphuan.exports.people import write_people
from taphuan.exports.records import (
    AttendanceLine,
    CourseHead,
    Issuer,
    ListedPerson,
    PersonLine,
    RegisterLine,
    SessionHead,
    Tally,
    TallyRow,
)
from taphuan.exports.register import write_register_pdf, write_register_xlsx
from taphuan.exports.tally import write_tally
from taphuan.models.enums import AttendanceStatus, NumberState, Skill
from taphuan.models.errors import AppError, ErrorCode

Texts = Callable[[Path], list[str]]


def _table(path: Path) -> list[dict[str, Cell]]:
    """The rows below the header as {title: cell}, as far as the first empty row."""
    sheet = load_workbook(path).active
    assert sheet is not None
    rows = list(sheet.iter_rows())
    start = next(i for i, row in enumerate(rows) if row[0].value == "STT")
    titles = [str(cell.value) for cell in rows[start]]
    table = []
    for row in rows[start + 1 :]:
        if all(cell.value is None for cell in row):
            break
        table.append(dict(zip(titles, row, strict=True)))
    return table


def _csv(path: Path) -> list[dict[str, str]]:
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def listed(people: Sequence[PersonLine]) -> list[ListedPerson]:
    return [
        ListedPerson(line, f"01900000-0000-7000-8000-{at:012d}", "••••••••1234")
        for at, line in enumerate(people)
    ]


def test_phones_keep_their_zero_and_dates_are_dates(
    tmp_path: Path, people: list[PersonLine]
) -> None:
    path = tmp_path / "a.xlsx"
    write_people(path, "DANH SÁCH HỌC VIÊN", listed(people))
    table = _table(path)
    assert len(table) == 168
    assert table[0]["Số điện thoại"].value == "0912345678"
    assert table[0]["Số điện thoại"].number_format == "@"
    assert table[3]["Ngày sinh"].value == datetime(1961, 2, 2)
    assert table[3]["Ngày sinh"].number_format == "dd/mm/yyyy"
    assert table[3]["Năm sinh"].value == 1961
    assert "Dân tộc" not in table[0]


def test_the_ethnic_group_is_written_only_when_asked_for(
    tmp_path: Path, people: list[PersonLine]
) -> None:
    path = tmp_path / "a.csv"
    write_people(path, "", listed(people), ethnic=True)
    assert _csv(path)[2]["Dân tộc"] == "Thái"
    write_people(path, "", listed(people))
    assert "Thái" not in path.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
def test_the_programs_id_stands_last_and_says_what_it_is_for(
    tmp_path: Path, people: list[PersonLine], name: str
) -> None:
    path = tmp_path / name
    write_people(path, "DANH SÁCH HỌC VIÊN", listed(people))
    if name == "a.csv":
        (*_, title), (*_, program_id) = ((*row,) for row in (_csv(path)[0], _csv(path)[0].values()))
        assert (title, program_id) == ("Mã Tập Huấn", "01900000-0000-7000-8000-000000000000")
        return
    row = _table(path)[0]
    cell = row[list(row)[-1]]
    assert cell.column_letter == "M" and cell.value == "01900000-0000-7000-8000-000000000000"
    assert cell.font.color is not None and cell.font.color.rgb == "FF8A94A6"
    assert row["Số căn cước"].value == "••••••••1234"
    sheet = load_workbook(path).active
    assert sheet is not None
    assert "Giữ nguyên cột “Mã Tập Huấn”" in str(sheet["A3"].value)
    write_people(path, "", listed([PersonLine("Lò Thị Ên")]))
    sheet = load_workbook(path).active
    assert sheet is not None
    assert sheet.row_dimensions[sheet.max_row].height == 18, "the id takes one line"


@pytest.mark.parametrize("text", ["=1+1", "+84912345678", "-1", "@SUM(A1)", "\t=1", "=cmd|' /C'"])
def test_no_text_becomes_a_formula(tmp_path: Path, text: str) -> None:
    write_people(tmp_path / "a.xlsx", "", listed([PersonLine(text)]))
    cell = _table(tmp_path / "a.xlsx")[0]["Họ và tên"]
    assert (cell.data_type, cell.value) == ("s", text.replace("\t", " "))
    write_people(tmp_path / "a.csv", "", listed([PersonLine(text)]))
    assert _csv(tmp_path / "a.csv")[0]["Họ và tên"] == "'" + text.replace("\t", " ")


def test_another_suffix_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AppError) as refused:
        write_people(tmp_path / "a.doc", "", [])
    assert refused.value.code is ErrorCode.BAD_VALUE


def test_a_cancelled_sheet_leaves_the_old_one(tmp_path: Path, people: list[PersonLine]) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"old")

    def cancel(done: int, total: int) -> None:
        raise AppError(ErrorCode.CANCELLED)

    with pytest.raises(AppError):
        write_people(path, "", listed(people), cancel)
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"old"]


@pytest.fixture
def register(people: list[PersonLine]) -> list[RegisterLine]:
    """Three numbers: issued, voided, reserved."""
    on, title = date(2026, 3, 20), "Kỹ năng số cơ bản"
    wrong = NumberState.VOIDED
    return [
        RegisterLine("001/GCN-SKHCN", people[0], "TH-01", title, on),
        RegisterLine("002/GCN-SKHCN", people[3], "TH-01", title, on, wrong, "in sai tên"),
        RegisterLine("003/GCN-SKHCN", None, "", "", None, NumberState.RESERVED, "cấp lại số 002"),
    ]


def test_the_register_shows_every_number_and_its_state(
    tmp_path: Path, issuer: Issuer, register: list[RegisterLine]
) -> None:
    path = tmp_path / "a.xlsx"
    write_register_xlsx(path, issuer, 2026, register)
    table = _table(path)
    assert [row["Số vào sổ"].value for row in table] == [line.number for line in register]
    assert table[0]["Ngày, tháng, năm sinh"].value == 1988
    assert table[0]["Ngày cấp"].value == datetime(2026, 3, 20)
    notes = [row["Ghi chú"].value for row in table]
    assert notes == [None, "Đã hủy: in sai tên", "Để dành: cấp lại số 002"]
    assert "Dân tộc" not in table[0]


def test_the_printed_register_has_a_column_to_sign(
    tmp_path: Path, issuer: Issuer, register: list[RegisterLine], texts: Texts
) -> None:
    path = tmp_path / "a.pdf"
    write_register_pdf(path, issuer, 2026, register)
    (page,) = texts(path)
    for part in ("SỔ CẤP GIẤY CHỨNG NHẬN", "Năm 2026", "Người nhận", "003/GCN-SKHCN"):
        assert part in page
    assert page.index("KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC") < page.index("Nguyễn Văn Khánh")


def _figures(code: str | None, name: str, people: int) -> TallyRow:
    skills = {skill.value: people - 10 * n for n, skill in enumerate(Skill)}
    return TallyRow(
        code, name, people, people, people * 4, people, people, 7, 6, skills, 5, hamlets=3
    )


@pytest.fixture
def tally() -> Tally:
    """Two communes and people without one; one person counts in two rows."""
    rows = (
        _figures("03721", "Thuận Châu", 312),
        _figures("03724", "Bình Thuận", 900),
        _figures(None, "Không thuộc xã", 80),
    )
    total = _figures(None, "", 1291)
    return Tally(rows, total, "Khóa TH-01", datetime(2026, 3, 20, 17, 30))


def test_the_tally_has_numbers_excel_can_add_and_a_bold_total(
    tmp_path: Path, issuer: Issuer, tally: Tally
) -> None:
    path = tmp_path / "a.xlsx"
    write_tally(path, issuer, tally)
    *rows, total = _table(path)
    assert [row["Mã xã"].value for row in rows] == ["03721", "03724", None]
    assert [row["Đăng ký"].value for row in rows] == [312, 900, 80]
    assert (total["Xã, phường"].value, total["Đăng ký"].value) == ("Cộng", 1291)
    assert total["Đăng ký"].font.b and not rows[0]["Đăng ký"].font.b
    assert total["Nền tảng khác"].value == 1251
    assert rows[0]["Đăng ký"].number_format == "#,##0"


def test_the_tally_as_csv_is_one_header_and_plain_numbers(
    tmp_path: Path, issuer: Issuer, tally: Tally
) -> None:
    path = tmp_path / "a.csv"
    write_tally(path, issuer, tally)
    rows = _csv(path)
    assert [row["Lượt"] for row in rows] == ["1248", "3600", "320", "5164"]
    assert rows[0]["Mã xã"] == "03721"
    assert rows[-1]["Xã, phường"] == "Cộng"


def test_the_printed_tally_says_when_what_and_whom_it_counts(
    tmp_path: Path, issuer: Issuer, tally: Tally, texts: Texts
) -> None:
    path = tmp_path / "a.pdf"
    write_tally(path, issuer, tally)
    (page,) = texts(path)
    for part in (
        "Khóa TH-01",
        "Số liệu lúc 17:30 ngày 20/03/2026",
        "Cộng 1.291 1.291 5.164",
        "mỗi người tính một lần",
        "Sơn La, ngày 20 tháng 3 năm 2026",
        "PHÓ GIÁM ĐỐC Nguyễn Văn Khánh",
    ):
        assert part in page


def test_a_long_tally_repeats_its_head(
    tmp_path: Path, issuer: Issuer, tally: Tally, texts: Texts
) -> None:
    rows = tuple(_figures(f"{n:05d}", f"Xã số {n}", n + 50) for n in range(75))
    path = tmp_path / "a.pdf"
    write_tally(path, issuer, Tally(rows, tally.total, "Năm 2026", tally.counted_at))
    pages = texts(path)
    assert len(pages) > 2
    assert all("Tự bảo vệ" in page and "Đạt kỹ năng" in page for page in pages)
    assert ["Cộng 1.291" in page for page in pages] == [False] * (len(pages) - 1) + [True]


@pytest.fixture
def attendance(people: list[PersonLine]) -> list[AttendanceLine]:
    """Two people, one of whom has no mark in the last session."""
    here, late, excused, absent = AttendanceStatus
    return [
        AttendanceLine(people[0], (here, late, here, excused, here)),
        AttendanceLine(people[1], (absent, here, absent, absent, None)),
    ]


def test_attendance_is_people_by_sessions_with_totals(
    tmp_path: Path,
    course: CourseHead,
    sessions: list[SessionHead],
    attendance: list[AttendanceLine],
) -> None:
    path = tmp_path / "a.xlsx"
    write_attendance(path, course, sessions, attendance)
    first, second, here, excused, absent = _table(path)
    titles = [title for title in first if title.startswith("Buổi")]
    assert [first[title].value for title in titles] == ["✓", "M", "✓", "P", "✓"]
    assert [second[title].value for title in titles] == ["V", "✓", "V", "V", None]
    assert (first["Số buổi dự"].value, first["Muộn"].value, second["Vắng"].value) == (4, 1, 3)
    assert [here[title].value for title in titles] == [1, 2, 1, 0, 1]
    assert [excused[title].value for title in titles] == [0, 0, 0, 1, 0]
    assert [absent[title].value for title in titles] == [1, 0, 1, 1, 0]


def test_the_signs_of_attendance_are_explained(
    tmp_path: Path,
    course: CourseHead,
    sessions: list[SessionHead],
    attendance: list[AttendanceLine],
) -> None:
    path = tmp_path / "a.xlsx"
    write_attendance(path, course, sessions, attendance)
    sheet = load_workbook(path).active
    assert sheet is not None
    legend = [row[0].value for row in sheet.iter_rows() if "Ký hiệu" in str(row[0].value)]
    assert legend == [
        "Ký hiệu: ✓ có mặt; M đến muộn; P vắng có lý do; V vắng; ô trống: chưa điểm danh."
    ]


def test_attendance_as_csv_has_a_line_for_each_person(
    tmp_path: Path,
    course: CourseHead,
    sessions: list[SessionHead],
    attendance: list[AttendanceLine],
) -> None:
    path = tmp_path / "a.csv"
    write_attendance(path, course, sessions, attendance)
    rows = _csv(path)
    assert [row["Số buổi dự"] for row in rows] == ["4", "1"]
    assert rows[0]["Buổi 2 (06/03)"] == "M"


def test_a_course_without_sessions_still_lists_its_people(
    tmp_path: Path, course: CourseHead, people: list[PersonLine]
) -> None:
    path = tmp_path / "a.xlsx"
    write_attendance(path, course, [], [AttendanceLine(people[0], ())])
    assert _table(path)[0]["Họ và tên"].value == people[0].name
