"""Files that are no list: answered by a refusal that names the file, in seconds."""

import os
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from taphuan.importing.ethnic import EthnicNames
from taphuan.importing.plan import ImportPlan
from taphuan.importing.read import Unreadable
from taphuan.importing.rows import read_people
from taphuan.models.errors import AppError, ErrorCode

SAMPLES = Path(__file__).parent.parent / "samples"
SECONDS = 10
Read = Callable[..., ImportPlan]
HEAD = b'<row r="1"><c r="A1" t="inlineStr"><is><t>H\xe1\xbb\x8d t\xc3\xaan</t></is></c></row>'
PERSON = b'<row r="2"><c r="A2" t="inlineStr"><is><t>L\xc3\xb2 An</t></is></c></row>'


@pytest.fixture
def read(ethnic: EthnicNames) -> Read:
    """Reads a list and asserts that it was answered in time, read or refused."""

    def reading(path: Path) -> ImportPlan:
        start = time.process_time()
        try:
            return read_people(path, ethnic)
        finally:
            assert time.process_time() - start < SECONDS

    return reading


def refusal(read: Read, path: Path) -> tuple[ErrorCode, object]:
    with pytest.raises(AppError) as caught:
        read(path)
    assert caught.value.data["file"] == path.name
    return caught.value.code, caught.value.data.get("reason")


def test_a_missing_file_is_said_to_be_missing(read: Read, tmp_path: Path) -> None:
    assert refusal(read, tmp_path / "không có.xlsx")[0] is ErrorCode.FILE_NOT_FOUND


def test_a_folder_is_not_a_list(read: Read, tmp_path: Path) -> None:
    assert refusal(read, tmp_path) == (ErrorCode.FILE_UNREADABLE, Unreadable.FOLDER)


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\r\n \r\n\t\r\n", b";;;\r\n;;;\r\n"])
def test_an_empty_file_is_said_to_be_empty(
    read: Read, tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    assert refusal(read, tmp_path / name)[0] is ErrorCode.FILE_EMPTY


@pytest.mark.parametrize("kept", [5, 200, 4000, -300, -1])
@pytest.mark.parametrize("name", ["plain_list.xlsx", "open_document.ods"])
def test_a_truncated_workbook_is_damaged(name: str, read: Read, tmp_path: Path, kept: int) -> None:
    path = tmp_path / name
    path.write_bytes((SAMPLES / name).read_bytes()[:kept])
    assert refusal(read, path) == (ErrorCode.FILE_UNREADABLE, Unreadable.DAMAGED)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 20, Unreadable.PICTURE),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF" + os.urandom(3000), Unreadable.PICTURE),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + os.urandom(3000), Unreadable.DOCUMENT),
        (b"{\\rtf1\\ansi Ho ten}", Unreadable.DOCUMENT),
        (b"Rar!\x1a\x07\x01\x00" + os.urandom(3000), Unreadable.ARCHIVE),
        (b"PK\x03\x04" + os.urandom(5000), Unreadable.DAMAGED),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), Unreadable.DAMAGED),
        (
            b"\xd0\xcf\x11\xe0" + bytes(900) + "EncryptedPackage".encode("utf-16-le") + bytes(99),
            Unreadable.PASSWORD,
        ),
        (b"<html><body>Phi\xc3\xaan l\xc3\xa0m vi\xe1\xbb\x87c</body></html>", Unreadable.FORMAT),
        (b'{"people": [{"name": "Lo An"}]}', Unreadable.FORMAT),
        (b"Ho ten,Nam sinh\nLo\x00 Van An,1990\n", Unreadable.FORMAT),
        ("Họ tên,Năm sinh\nLò Văn An,1990\n".encode("cp1258", "replace"), Unreadable.LETTERS_LOST),
        (b'Ho ten,Nam sinh\n"Lo Van An,1990\n' + b"x,y\n" * 50_000, Unreadable.DAMAGED),
    ],
    ids=[
        "picture",
        "photo",
        "pdf",
        "rtf",
        "rar",
        "zip_noise",
        "old_excel",
        "password",
        "page_without_table",
        "json",
        "nul",
        "letters_lost",
        "open_quote",
    ],
)
def test_what_is_no_list_is_refused_with_its_reason(
    read: Read, tmp_path: Path, content: bytes, reason: Unreadable
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    assert refusal(read, path) == (ErrorCode.FILE_UNREADABLE, reason)


def test_noise_is_refused(read: Read, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(os.urandom(50_000))
    assert refusal(read, path)[0] is ErrorCode.FILE_UNREADABLE


@pytest.mark.parametrize(
    ("member", "reason"),
    [
        ("word/document.xml", Unreadable.DOCUMENT),
        ("Danh sách.xlsx", Unreadable.ARCHIVE),
        ("[Content_Types].xml", Unreadable.FORMAT),
        ("xl/workbook.bin", Unreadable.ARCHIVE),
    ],
)
def test_another_package_is_no_workbook(
    member: str, reason: Unreadable, read: Read, tmp_path: Path
) -> None:
    with ZipFile(tmp_path / "a.xlsx", "w") as package:
        package.writestr(member, "<document/>")
    assert refusal(read, tmp_path / "a.xlsx") == (ErrorCode.FILE_UNREADABLE, reason)


def test_a_file_without_permission_says_so(
    read: Read, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Họ tên\nLò An\n", encoding="utf-8")

    def refuse(_: Path) -> bytes:
        raise PermissionError

    # Root may read everything: the refusal of the system is played.
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert refusal(read, path) == (ErrorCode.FILE_UNREADABLE, Unreadable.PERMISSION)


def test_a_zip_bomb_is_refused_unopened(
    read: Read, write_sheet_xml: Callable[[bytes], Path]
) -> None:
    path = write_sheet_xml(b" " * 130 * 1024 * 1024)
    assert path.stat().st_size < 1_000_000
    tracemalloc.start()
    try:
        assert refusal(read, path) == (ErrorCode.FILE_UNREADABLE, Unreadable.TOO_LARGE)
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    "cell",
    [
        b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        b"<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>",
        b'<row r="1048576"><c s="0" r = "XFD1048576"><v>1</v></c></row>',
        b'<row r="3"><c r="A2147483648"><v>1</v></c></row>',
        b'<row r="1048576">' + b"<c><v>1</v></c>" * 16384 + b"</row>",
    ],
    ids=["last_corner", "single_quotes", "reference_second", "row_overflow", "no_references"],
)
def test_a_stray_cell_far_away_is_refused_and_not_laid_out(
    read: Read, write_sheet_xml: Callable[[bytes], Path], cell: bytes
) -> None:
    path = write_sheet_xml(HEAD + PERSON + cell)
    assert refusal(read, path) == (ErrorCode.FILE_UNREADABLE, Unreadable.TOO_LARGE)


def test_sixteen_thousand_columns_are_read(read: Read, write_xlsx: Callable[..., Path]) -> None:
    path = write_xlsx([["Họ tên", "Năm sinh", *(f"c{i}" for i in range(16_000))], ["Lò An", 1990]])
    assert [row.name for row in read(path).rows] == ["Lò An"]


def test_a_million_formatted_blank_rows_are_passed_over(
    read: Read, write_sheet_xml: Callable[[bytes], Path]
) -> None:
    blank = b"".join(b'<row r="%d"><c r="A%d" s="0"/></row>' % (i, i) for i in range(3, 1_000_000))
    assert [row.name for row in read(write_sheet_xml(HEAD + PERSON + blank)).rows] == ["Lò An"]


def test_a_million_blank_lines_are_passed_over(read: Read, write_csv: Callable[..., Path]) -> None:
    path = write_csv("Họ tên;Năm sinh\nLò An;1990\n" + ";\n" * 1_000_000 + "Cà Bé;1991\n")
    assert [(row.name, row.row) for row in read(path).rows] == [("Lò An", 2), ("Cà Bé", 1_000_003)]


def test_formulas_without_values_are_said_to_be_so(
    read: Read, write_xlsx: Callable[..., Path]
) -> None:
    path = write_xlsx([["Họ tên", "Năm sinh"], ['="Lò "&"An"', "=1900+90"]])
    assert refusal(read, path) == (ErrorCode.FILE_UNREADABLE, Unreadable.FORMULAS)


def test_formulas_of_an_old_workbook_without_values_are_said_to_be_so(
    read: Read, tmp_path: Path
) -> None:
    import xlwt

    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("DS")
    sheet.write(0, 0, "Họ tên")
    sheet.write(1, 0, xlwt.Formula('"Lò "&"An"'))
    workbook.save(str(tmp_path / "a.xls"))
    assert refusal(read, tmp_path / "a.xls") == (ErrorCode.FILE_UNREADABLE, Unreadable.FORMULAS)


def test_a_workbook_of_blank_sheets_is_empty(read: Read, write_xlsx: Callable[..., Path]) -> None:
    assert refusal(read, write_xlsx([[" "]]))[0] is ErrorCode.FILE_EMPTY


def test_a_letter_is_no_table(read: Read, write_xlsx: Callable[..., Path]) -> None:
    path = write_xlsx([["Kính gửi UBND xã"], ["Đề nghị gửi danh sách họ và tên học viên"], [5, 6]])
    assert refusal(read, path)[0] is ErrorCode.NO_TABLE_FOUND


def test_a_list_in_a_hidden_sheet_only_is_no_table_unless_asked_for(
    read: Read, write_xlsx: Callable[..., Path]
) -> None:
    path = write_xlsx(Trang=[[None]], Cũ_hidden=[["Họ tên", "Năm sinh"], ["Lò An", 1990]])
    assert refusal(read, path)[0] is ErrorCode.NO_TABLE_FOUND
