"""Web pages saved as .xls: spans, entities, tables beside and inside each other."""

from collections.abc import Callable
from pathlib import Path

import pytest
from taphuan.importing.cells import Merge, Sheet
from taphuan.importing.read import read_file

LIST = "<tr><th>STT<th>Họ tên<th>Năm</tr><tr><td>1<td>Lò An<td>1990</tr>"
Page = Callable[..., tuple[Sheet, ...]]


@pytest.fixture
def page(tmp_path: Path) -> Page:
    """The sheets of a page with this body."""

    def reading(body: str, encoding: str = "utf-8") -> tuple[Sheet, ...]:
        path = tmp_path / "Danh sách.xls"
        path.write_bytes(f"<html><body>{body}</body></html>".encode(encoding))
        return read_file(path).sheets

    return reading


def test_cells_that_span_keep_others_in_their_columns(page: Page) -> None:
    (sheet,) = page(
        "<table><tr><th rowspan=2>STT</th><th colspan='2'>Năm sinh</th><th rowspan=\"2\">Bản</th>"
        "</tr><tr><th>Nam</th><th>Nữ</th></tr>"
        "<tr><td>1</td><td>1990</td><td></td><td rowspan=2>Lào</td></tr>"
        "<tr><td>2</td><td></td><td>1991</td></tr></table>"
    )
    assert sheet.rows == (
        ("STT", "Năm sinh", None, "Bản"),
        (None, "Nam", "Nữ"),
        ("1", "1990", None, "Lào"),
        ("2", None, "1991"),
    )
    assert sheet.merges == (
        Merge(1, 2, 0, 0), Merge(1, 1, 1, 2), Merge(1, 2, 3, 3), Merge(3, 4, 3, 3),
    )  # fmt: skip


def test_the_text_of_a_cell_is_what_a_browser_shows(page: Page) -> None:
    (sheet,) = page(
        "<table><tr><td>&nbsp;L&ograve; <b>V&#259;n</b>\r\n   An&nbsp;</td>"
        "<td><p>Bản Lào</p>xã<br>Mường É<td><script>if (a < b) x = '<td>';</script>A &amp; B"
        "<!-- <td>ẩn</td> --><td><select><option>Nam<option>Nữ</select></td><td>3 < 5</td></table>"
    )
    assert sheet.rows == (("Lò Văn An", "Bản Lào\nxã\nMường É", "A & B", None, "3 < 5"),)


def test_an_apostrophe_before_a_number_is_taken_off(page: Page) -> None:
    (sheet,) = page("<table><tr><td>'1<td>'1990<td>'06/04/1990<td>'Nam'<td>'+84<td>’5</table>")
    assert sheet.rows == (("1", "1990", "06/04/1990", "'Nam'", "+84", "5"),)


def test_long_numbers_keep_it_for_the_repair_to_be_seen(page: Page) -> None:
    (sheet,) = page("<table><tr><td>'014090000011<td>'0977545410</table>")
    assert sheet.rows == (("'014090000011", "'0977545410"),)


def test_what_stands_around_a_list_goes_with_it(page: Page) -> None:
    (sheet,) = page(
        "<table><tr><td>UBND XÃ MƯỜNG É<td>CỘNG HÒA</table><h3>DANH SÁCH</h3>"
        f"<table>{LIST}<tr><td>2<td>Cà Bé<td>1991</tr></table><p>Người lập biểu</p>"
    )
    assert sheet.name == "Danh sách"
    assert [row[0] for row in sheet.rows] == [
        "UBND XÃ MƯỜNG É", "DANH SÁCH", "STT", "1", "2", "Người lập biểu",
    ]  # fmt: skip


def test_several_lists_are_several_sheets(page: Page) -> None:
    other = "<tr><th>Họ tên<th>SĐT<th>Bản</tr><tr><td>Cà Bé<td>0977545410<td>Lào</tr>"
    first, second = page(f"<table>{LIST}</table><p>Xã Púng Tra</p><table>{other}</table>")
    assert (first.name, second.name) == ("Danh sách 1", "Danh sách 2")
    assert first.rows == (("STT", "Họ tên", "Năm"), ("1", "Lò An", "1990"))
    assert second.rows[:2] == (("Xã Púng Tra",), ("Họ tên", "SĐT", "Bản"))


@pytest.mark.parametrize("again", ["<tr><th>STT<th>Họ tên<th>Năm</tr>", ""])
def test_a_list_broken_into_pages_is_one(again: str, page: Page) -> None:
    rest = f"{again}<tr><td>2<td>Cà Bé<td>1991</tr><tr><td>3<td>Vì Ca<td>1992</tr>"
    (sheet,) = page(f"<table>{LIST}</table><table>{rest}</table>")
    assert [row[1] for row in sheet.rows if row[0] in ("1", "2", "3")] == [
        "Lò An",
        "Cà Bé",
        "Vì Ca",
    ]


def test_a_table_that_only_lays_out_the_page_is_seen_through(page: Page) -> None:
    (sheet,) = page(
        f"<table><tr><td><h2>XÃ MƯỜNG É</h2><table>{LIST}</table></td></tr><tr><td>Hết</td></tr>"
        "</table>"
    )
    assert sheet.rows == (
        ("XÃ MƯỜNG É",),
        ("STT", "Họ tên", "Năm"),
        ("1", "Lò An", "1990"),
        ("Hết",),
    )


def test_a_table_inside_a_cell_of_a_list_is_its_text(page: Page) -> None:
    phones = "<table><tr><td>0977545410</td></tr><tr><td>0977545411</td></tr></table>"
    (sheet,) = page(f"<table>{LIST}<tr><td>2<td>Cà Bé<td>{phones}</td></tr></table>")
    assert sheet.rows[2] == ("2", "Cà Bé", "0977545410 0977545411")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1258"])
def test_its_letters_may_be_encoded_in_any_way(encoding: str, page: Page) -> None:
    (sheet,) = page("<table><tr><td>Đông Sơn<td>Cân</table>", encoding)
    assert sheet.rows == (("Đông Sơn", "Cân"),)
