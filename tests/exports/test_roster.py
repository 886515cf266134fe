"""The sign-in sheet."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pypdfium2 as pdfium
from openpyxl import load_workbook
from taphuan.exports.records import CourseHead, Issuer, PersonLine, SessionHead
from taphuan.exports.roster import write_roster_pdf, write_roster_xlsx

Texts = Callable[[Path], list[str]]


def _size(path: Path) -> tuple[int, int]:
    with pdfium.PdfDocument(path) as document:
        width, height = document[0].get_size()
    return round(width / 72 * 25.4), round(height / 72 * 25.4)


def test_everybody_has_a_line_and_the_head_stands_on_every_page(
    tmp_path: Path,
    course: CourseHead,
    sessions: list[SessionHead],
    issuer: Issuer,
    people: list[PersonLine],
    texts: Texts,
) -> None:
    path = tmp_path / "a.pdf"
    write_roster_pdf(path, course, sessions, issuer, people)
    pages = texts(path)
    whole = " ".join(pages)
    assert all("Họ và tên" in page and "(19/03)" in page for page in pages)
    assert all(person.phone in whole for person in people if person.phone)
    assert "DANH SÁCH ĐIỂM DANH" in pages[0] and issuer.agency in pages[0]
    assert "Trang 2/" in pages[1]
    assert "Danh sách có 168 người" in pages[-1]


def test_signatures_stand_below_the_last_names(
    tmp_path: Path,
    course: CourseHead,
    sessions: list[SessionHead],
    issuer: Issuer,
    people: list[PersonLine],
    texts: Texts,
) -> None:
    path = tmp_path / "a.pdf"
    for count in range(1, 30):
        write_roster_pdf(path, course, sessions, issuer, people[:count])
        last = texts(path)[-1]
        assert "NGƯỜI LẬP BIỂU" in last and "XÁC NHẬN CỦA ĐƠN VỊ TỔ CHỨC" in last
        assert (people[count - 1].phone or "") in last


def test_more_than_two_sessions_turn_the_paper(
    tmp_path: Path,
    course: CourseHead,
    sessions: list[SessionHead],
    issuer: Issuer,
    people: list[PersonLine],
) -> None:
    path = tmp_path / "a.pdf"
    write_roster_pdf(path, course, sessions[:2], issuer, people[:5])
    assert _size(path) == (210, 297)
    write_roster_pdf(path, course, sessions[:3], issuer, people[:5])
    assert _size(path) == (297, 210)


def test_one_session_is_named_in_full(
    tmp_path: Path,
    course: CourseHead,
    sessions: list[SessionHead],
    issuer: Issuer,
    people: list[PersonLine],
    texts: Texts,
) -> None:
    path = tmp_path / "a.pdf"
    write_roster_pdf(path, course, sessions[:1], issuer, people[:5])
    line = "Buổi 1, ngày 05/03/2026, 08:00–11:00, tại Nhà văn hóa xã Thuận Châu"
    assert line in texts(path)[0]


def test_many_sessions_continue_on_further_sheets(
    tmp_path: Path,
    course: CourseHead,
    sessions: list[SessionHead],
    issuer: Issuer,
    people: list[PersonLine],
    texts: Texts,
) -> None:
    first = sessions[0]
    many = [
        SessionHead(n, first.starts + timedelta(n), first.ends + timedelta(n)) for n in range(1, 9)
    ]
    path = tmp_path / "a.pdf"
    write_roster_pdf(path, course, many, issuer, people[:3])
    pages = texts(path)
    assert len(pages) == 2
    assert "Buổi 6" in pages[0] and "Buổi 7" not in pages[0] and "Buổi 8" in pages[1]


def test_lines_can_be_left_for_walk_ins(
    tmp_path: Path,
    course: CourseHead,
    sessions: list[SessionHead],
    issuer: Issuer,
    people: list[PersonLine],
    texts: Texts,
) -> None:
    path = tmp_path / "a.pdf"
    write_roster_pdf(path, course, sessions[:1], issuer, people[:5], blank_lines=3)
    assert "Danh sách có 5 người" in texts(path)[0]
    assert "6 7 8 Danh sách" in texts(path)[0]


def test_markup_in_a_name_is_printed_as_it_is(
    tmp_path: Path,
    course: CourseHead,
    sessions: list[SessionHead],
    issuer: Issuer,
    people: list[PersonLine],
    texts: Texts,
) -> None:
    path = tmp_path / "a.pdf"
    write_roster_pdf(path, course, sessions[:1], issuer, people[:2])
    assert "Lò <b>Thị</b> & Hương" in texts(path)[0]


def test_an_unknown_issuer_leaves_no_holes(
    tmp_path: Path, course: CourseHead, people: list[PersonLine], texts: Texts
) -> None:
    path = tmp_path / "a.pdf"
    write_roster_pdf(path, course, [], Issuer(), people[:2])
    text = texts(path)[0]
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text and "Ký tên" in text


def test_the_excel_sheet_keeps_phones_as_text_and_room_for_a_pen(
    tmp_path: Path,
    course: CourseHead,
    sessions: list[SessionHead],
    issuer: Issuer,
    people: list[PersonLine],
) -> None:
    path = tmp_path / "a.xlsx"
    write_roster_xlsx(path, course, sessions, issuer, people)
    sheet = load_workbook(path).active
    assert sheet is not None
    rows = list(sheet.iter_rows())
    head = next(row for row in rows if row[0].value == "STT")
    assert [cell.value for cell in head][6:9] == [
        "Số điện thoại",
        "Buổi 1 (05/03)",
        "Buổi 2 (06/03)",
    ]
    first = rows[head[0].row]
    assert (first[1].value, first[6].value) == (people[0].name, "0912345678")
    assert first[6].data_type == "s"
    assert (sheet.row_dimensions[first[0].row].height or 0) >= 8 / 25.4 * 72
    assert sheet.print_title_rows == f"${head[0].row}:${head[0].row}"
    assert "NGƯỜI LẬP BIỂU" in [cell.value for cell in rows[-1]]
