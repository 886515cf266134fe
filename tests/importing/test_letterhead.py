"""The commune that a list names only in its letterhead, its sheet's name or its own."""

import pytest
from taphuan.importing.letterhead import commune_hints
from taphuan.importing.table import HintSource, find_table

from .sheets import sheet_of

S = HintSource


@pytest.mark.parametrize(
    ("title", "commune"),
    [
        ("UBND XÃ MƯỜNG É", "XÃ MƯỜNG É"),
        ("ỦY BAN NHÂN DÂN PHƯỜNG QUẢNG YÊN", "PHƯỜNG QUẢNG YÊN"),
        ("ỦY BAN NHÂN DÂN\nXÃ MƯỜNG É", "XÃ MƯỜNG É"),
        ("Đơn vị: xã Mường É - huyện Thuận Châu", "xã Mường É"),
        ("XÃ MƯỜNG É THAM GIA TẬP HUẤN NĂM 2026", "XÃ MƯỜNG É"),
        ("UBND xã Bản Lầu", "xã Bản Lầu"),
        ("HỘI NÔNG DÂN XÃ HỘI SƠN", "XÃ HỘI SƠN"),
        ("X. Mường É", "xã Mường É"),
        ("Phường 5, TP Vũng Tàu", "Phường 5"),
        ("Đặc khu Vân Đồn", "Đặc khu Vân Đồn"),
    ],
)
def test_a_letterhead_names_its_commune(title: str, commune: str) -> None:
    assert [hint.text for hint in commune_hints([title])] == [commune]


@pytest.mark.parametrize(
    "title",
    [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Phòng Văn hóa - Xã hội",
        "ỦY BAN NHÂN DÂN HUYỆN THUẬN CHÂU", "UBND TỈNH SƠN LA", "Ủy ban nhân dân xã",
        "Danh sách xã viên hợp tác xã Mường É", "Thị xã Nghĩa Lộ", "Xã/phường: ………………",
        "Kính gửi: UBND xã Chiềng La", "Tập huấn cấp xã năm 2026", "Các xã, phường của tỉnh",
    ],
)  # fmt: skip
def test_what_names_no_commune_of_the_list_gives_none(title: str) -> None:
    assert commune_hints([title]) == ()


def test_those_addressed_are_not_meant_line_by_line() -> None:
    titles = ["UBND XÃ MƯỜNG É", "Kính gửi:", "- UBND xã Chiềng La", "- UBND xã Chiềng Ly"]
    assert [hint.text for hint in commune_hints(titles)] == ["XÃ MƯỜNG É"]


def test_the_province_is_told_where_it_is_said() -> None:
    assert commune_hints(["Xã: Mường É, tỉnh Sơn La"])[0].province == "tỉnh Sơn La"
    assert commune_hints(["UBND TỈNH SƠN LA", "UBND XÃ MƯỜNG É"])[0].province == "TỈNH SƠN LA"
    assert commune_hints(["UBND XÃ MƯỜNG É"])[0].province is None


def test_several_communes_are_all_told() -> None:
    hints = commune_hints(["DANH SÁCH HỌC VIÊN HAI XÃ BÌNH THUẬN VÀ MƯỜNG É THAM GIA TẬP HUẤN"])
    assert [hint.text for hint in hints] == ["XÃ BÌNH THUẬN", "XÃ MƯỜNG É"]


@pytest.mark.parametrize(
    ("sheet", "file", "text", "source", "sure"),
    [
        ("Xã Mường É", "DS.xlsx", "Xã Mường É", S.SHEET, True),
        ("P.Quảng Yên", "", "phường Quảng Yên", S.SHEET, True),
        ("Muong E", "DS.xlsx", "Muong E", S.SHEET, False),
        ("Sheet1", "Danh sach lop CNSCD xa Muong E.xlsx", "xa Muong E", S.FILE, True),
        ("DS", "ds_xa_muong_e_2026 (1).xlsx", "xa muong e", S.FILE, True),
        ("Trang tính1", "DanhSachMuongE.xls", "Muong E", S.FILE, False),
    ],
)
def test_a_sheet_or_a_file_names_its_commune(
    sheet: str, file: str, text: str, source: HintSource, sure: bool
) -> None:
    (hint,) = commune_hints([], sheet, file)
    assert (hint.text, hint.source, hint.sure) == (text, source, sure)


def test_names_that_every_file_has_are_no_communes() -> None:
    assert commune_hints([], "Sheet1", "Danh sách học viên tập huấn CNSCĐ 2026 (cuối).xlsx") == ()


def test_the_letterhead_comes_first_and_no_commune_twice() -> None:
    hints = commune_hints(["UBND XÃ MƯỜNG É"], "Bình Thuận", "DS xa Muong E.xlsx")
    assert [(hint.text, hint.source) for hint in hints] == [
        ("XÃ MƯỜNG É", S.LETTERHEAD),
        ("Bình Thuận", S.SHEET),
    ]


def test_a_table_carries_what_stands_above_it() -> None:
    sheet = sheet_of("ỦY BAN NHÂN DÂN|\nXÃ MƯỜNG É|\n\nHọ và tên|SĐT\nLò Văn An|0977545410")
    match = find_table(sheet, file_name="lop xa Binh Thuan.xlsx")
    assert match is not None
    assert match.titles == ("ỦY BAN NHÂN DÂN", "XÃ MƯỜNG É")
    assert [hint.text for hint in match.hints] == ["XÃ MƯỜNG É", "xa Binh Thuan"]
