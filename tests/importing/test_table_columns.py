"""What the columns of a table hold: told by their cells, remembered, in old encodings."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from taphuan.importing.beside import parted
from taphuan.importing.cells import Cell, Merge, Sheet, trimmed
from taphuan.importing.fields import Field
from taphuan.importing.table import (
    data_rows,
    find_table,
    layout_signature,
    with_fields,
    with_layout,
)

from .sheets import fields, found, people, sections, sheet_of

F = Field


class TestColumnsToldByTheirCells:
    ROWS = """
        1|Lò Văn An|014090000011|0977545410|02/03/1990|Nam|Thái|Bản Lào|Xã Mường É
        2|Cà Thị Bé|14190000012|977545411|3/4/1991|Nữ|Mông|Bản Pá|Xã Mường É
        3|Vì Văn Cả|014092000013|0977545412|04/05/1992|nam|Kinh|Bản Lào|Xã Mường É
    """
    ALL = (
        F.NUMBER, F.NAME, F.IDENTITY_NUMBER, F.PHONE, F.BIRTH, F.GENDER, F.ETHNIC, F.HAMLET,
        F.COMMUNE,
    )  # fmt: skip

    @pytest.mark.parametrize(
        "header", ["|Họ và tên|||||||", "Cột 1|Họ và tên|Cột 3|Cột 4|Cột 5|Cột 6|Cột 7|Cột 8|Cột 9"]
    )
    def test_a_column_whose_heading_says_nothing_is_told_by_its_cells(self, header: str) -> None:
        sheet = sheet_of(f"{header}\n{self.ROWS.strip()}")
        match = found(sheet)
        assert tuple(match.columns.values()) == self.ALL
        assert match.by_content == frozenset(range(9)) - {1}

    def test_a_table_without_header_begins_with_people_at_once(self) -> None:
        sheet = sheet_of(self.ROWS)
        match = found(sheet)
        assert (match.header_row, match.header_height, match.first_row) == (0, 0, 1)
        assert tuple(match.columns.values()) == self.ALL
        assert people(sheet) == ["Lò Văn An", "Cà Thị Bé", "Vì Văn Cả"]

    def test_a_title_may_stand_over_a_table_without_header(self) -> None:
        sheet = sheet_of(f"DANH SÁCH XÃ MƯỜNG É\n\n{self.ROWS.strip()}")
        assert found(sheet).first_row == 3
        assert found(sheet).titles == ("DANH SÁCH XÃ MƯỜNG É",)
        assert len(people(sheet)) == 3

    def test_names_alone_are_a_table(self) -> None:
        assert people(sheet_of("Lò Văn An\nCà Thị Bé\nVì Văn Cả")) == [
            "Lò Văn An", "Cà Thị Bé", "Vì Văn Cả",
        ]  # fmt: skip

    def test_text_without_people_is_no_table(self) -> None:
        text = "Hướng dẫn|Điền đủ các cột\nBước 1|Mở tệp\nBước 2|Gửi trước 05/03/2026"
        assert find_table(sheet_of(text)) is None

    def test_the_names_may_be_told_by_their_cells_alone(self) -> None:
        sheet = sheet_of("TT|Đại biểu cử đi|Năm sinh|SĐT\n1|Lò Văn An|1990|0977545410")
        assert found(sheet).columns[1] is F.NAME
        assert found(sheet).by_content == {1}

    @pytest.mark.parametrize(
        ("heading", "cells"),
        [
            ("Số giấy chứng nhận", ("0977545410", "0977545411", "0977545412")),
            ("Số tài khoản", ("014090000011", "014190000012", "014092000013")),
            ("", ("8101215123456", "8101215123457", "8101215123458")),
            ("", ("0012345678", "0112345678", "0023456789")),
            ("Ngày vào Đảng", ("01/02/1999", "01/02/2000", "03/04/2001")),
            ("", ("01/02/2021", "01/02/2022", "03/04/2021")),
            ("Số hộ", ("1990", "1991", "1992")),
            ("", ("Nam", "0977545410", "Thái")),
        ],
    )  # fmt: skip
    def test_what_is_not_clearly_one_thing_is_left_alone(
        self, heading: str, cells: tuple[str, ...]
    ) -> None:
        names = ("Lò Văn An", "Cà Thị Bé", "Vì Văn Cả")
        rows = "\n".join(f"{name}|{cell}|x" for name, cell in zip(names, cells, strict=True))
        sheet = sheet_of(f"Họ và tên|{heading}|Ký nhận\n{rows}")
        assert found(sheet).columns.get(1, F.IGNORE) is F.IGNORE

    def test_ticks_beside_a_headed_column_are_the_other_gender(self) -> None:
        sheet = sheet_of("Họ và tên||Nữ\nLò Văn An|x|\nCà Thị Bé||x\nVì Văn Cả|x|")
        assert fields(sheet) == {0: F.NAME, 1: F.MALE, 2: F.FEMALE}

    def test_ticks_under_nam_are_no_years(self) -> None:
        sheet = sheet_of("Họ và tên|Nam|SĐT\nLò Văn An|x|0977545410\nCà Thị Bé||0977545411")
        assert fields(sheet)[1] is F.MALE


class TestLayouts:
    SHEET = "STT|Họ và tên|Khác|SĐT\n1|Lò Văn An|a|0977545410"

    def test_the_same_headings_are_the_same_layout(self) -> None:
        other = "DANH SÁCH\nstt|HỌ VÀ TÊN|khác|SĐT\n1|Cà Thị Bé|b|"
        assert layout_signature(found(sheet_of(self.SHEET))) == layout_signature(
            found(sheet_of(other))
        )

    def test_other_headings_are_another_layout(self) -> None:
        other = "STT|Họ và tên|SĐT|Khác\n1|Cà Thị Bé||b"
        assert layout_signature(found(sheet_of(self.SHEET))) != layout_signature(
            found(sheet_of(other))
        )

    def test_a_layout_is_remembered_whole(self) -> None:
        match = found(sheet_of(self.SHEET))
        again = with_layout(match, {1: F.NAME, 2: F.TEAM})
        assert again.columns[2] is F.TEAM
        assert again.columns[3] is F.IGNORE

    def test_what_the_user_says_is_no_longer_told_by_cells(self) -> None:
        match = found(sheet_of("Họ và tên|\nLò Văn An|0977545410"))
        assert match.by_content == {1}
        assert with_fields(match, {1: F.NOTE}).by_content == frozenset()


class TestOldEncodings:
    ROWS = (
        ("STT", "Hä vµ tªn", "Ngµy sinh", "Giíi tÝnh", "B¶n", "§iÖn tho¹i"),
        ("1", "V× TiÕn Linh", "05/07/1956", "Nam", "B¶n Thóm", "0984627774"),
        ("II. Tæ CNSC§ b¶n Lµo",),
        ("2", "NguyÔn ThÞ Thanh", "25/05/2002", "N÷", "B¶n Nµ Tong", "0833406752"),
        ("3", "TrÇn Xu©n Thñy", "11/11/1982", "Nam", "B¶n H×nh", "0975804568"),
    )

    def test_headings_and_sections_are_decoded_and_the_columns_named(self) -> None:
        sheet = Sheet("DS", self.ROWS)
        match = found(sheet)
        assert match.headings[1] == "Họ và tên"
        assert {1, 3, 4} <= set(match.encodings)
        assert list(match.columns.values()) == [
            F.NUMBER, F.NAME, F.BIRTH, F.GENDER, F.HAMLET, F.PHONE
        ]  # fmt: skip
        assert sections(sheet)[1] == ("Tổ CNSCĐ bản Lào", "bản Lào", None)

    def test_unicode_lists_have_none(self) -> None:
        assert (
            found(sheet_of("Họ tên|Bản\nLò Văn Tèo|Bản Nà Hò\nVi Thị Mùi|Bản Hò")).encodings == {}
        )


_CELLS = st.one_of(
    st.none(), st.text(max_size=12), st.integers(-5, 10**13), st.floats(allow_nan=True),
    st.booleans(), st.dates(),
    st.sampled_from(["STT", "Họ và tên", "Tên", "Nam", "Nữ", "Năm sinh", "SĐT", "CCCD", "I", "1",
                     "Lò Văn An", "Bản Lào", "Tổ CNSCĐ bản Pá", "Cộng: 2", "Người lập biểu", "x",
                     "0977545410", "(1)", "  ", "Hä vµ tªn", "Chủ hộ", "Ngày", "Tháng", "Năm"]),
)  # fmt: skip


class TestAnything:
    @settings(max_examples=150, derandomize=True, deadline=None, database=None)
    @given(
        rows=st.lists(st.lists(_CELLS, max_size=7), max_size=9),
        merges=st.lists(st.tuples(*[st.integers(1, 9)] * 2, *[st.integers(0, 7)] * 2), max_size=3),
        header_row=st.none() | st.integers(0, 12),
    )
    def test_no_sheet_is_too_odd(
        self,
        rows: list[list[Cell]],
        merges: list[tuple[int, int, int, int]],
        header_row: int | None,
    ) -> None:
        spans = [Merge(min(a, b), max(a, b), min(c, d), max(c, d)) for a, b, c, d in merges]
        sheet = Sheet("DS", tuple(map(trimmed, rows)), merges=tuple(spans))
        for part in parted(sheet):
            match = find_table(part, header_row)
            if match is not None:
                numbers = [row.number for row in data_rows(part, match)]
                assert numbers == sorted(set(numbers))
                assert layout_signature(match) == layout_signature(with_layout(match, {}))
