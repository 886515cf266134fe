"""The table in a sheet: where it begins, which of its rows are people, what stands over them."""

import pytest
from taphuan.importing.beside import parted
from taphuan.importing.fields import Field
from taphuan.importing.table import (
    data_rows,
)

from .sheets import column, fields, found, people, sections, sheet_of

F = Field


class TestHeader:
    def test_a_long_letterhead_may_stand_above(self) -> None:
        lines = "\n".join(f"Căn cứ số {i} về việc tập huấn" for i in range(35))
        sheet = sheet_of(f"{lines}\nSTT|Họ và tên|Năm sinh\n1|Lò Văn An|1990")
        assert found(sheet).header_row == 36
        assert people(sheet) == ["Lò Văn An"]

    def test_the_year_may_stand_under_the_gender(self) -> None:
        sheet = sheet_of("""
            TT|Họ và tên|Năm sinh||Dân tộc
            ||Nam|Nữ|
            1|Lò Văn An|1990||Thái
            2|Cà Thị Bé||1991|Thái
        """)
        assert fields(sheet) == {0: F.NUMBER, 1: F.NAME, 2: F.MALE, 3: F.FEMALE, 4: F.ETHNIC}
        assert people(sheet) == ["Lò Văn An", "Cà Thị Bé"]

    def test_a_whole_day_may_stand_under_the_gender(self) -> None:
        sheet = sheet_of(
            """
            TT|Họ và tên|Ngày, tháng, năm sinh||SĐT
            ||Nam|Nữ|
            1|Lò Văn An|02/03/1990||0977545410
            """,
            (1, 2, 0, 0), (1, 2, 1, 1), (1, 1, 2, 3), (1, 2, 4, 4),
        )  # fmt: skip
        assert fields(sheet)[2] is F.MALE and fields(sheet)[3] is F.FEMALE
        assert found(sheet).headings[3] == "Ngày, tháng, năm sinh Nữ"
        assert people(sheet) == ["Lò Văn An"]

    def test_group_headings_stand_over_several_columns(self) -> None:
        sheet = sheet_of(
            """
            STT|Thông tin cá nhân|||Liên hệ||Ghi chú
            |Họ và tên|Năm sinh|Giới tính|Số điện thoại|Thôn/bản|
            1|Lò Văn An|1990|Nam|0977545410|Bản Lào|
            """,
            (1, 2, 0, 0), (1, 1, 1, 3), (1, 1, 4, 5), (1, 2, 6, 6),
        )  # fmt: skip
        match = found(sheet)
        assert (match.header_row, match.header_height) == (1, 2)
        assert list(match.columns.values()) == [
            F.NUMBER, F.NAME, F.BIRTH_YEAR, F.GENDER, F.PHONE, F.HAMLET, F.NOTE
        ]  # fmt: skip

    def test_group_headings_are_understood_without_merged_cells_too(self) -> None:
        sheet = sheet_of("""
            STT|Thông tin cá nhân|||Liên hệ||Ghi chú
            |Họ và tên|Năm sinh|Giới tính|Số điện thoại|Thôn/bản|
            1|Lò Văn An|1990|Nam|0977545410|Bản Lào|
        """)
        assert (found(sheet).header_row, found(sheet).header_height) == (1, 2)
        assert people(sheet) == ["Lò Văn An"]

    def test_what_is_a_groups_is_not_the_persons(self) -> None:
        sheet = sheet_of(
            """
            STT|Chủ hộ||Người được cử đi học||
            |Họ và tên|Số điện thoại|Họ và tên|Số điện thoại|Năm sinh
            1|Lò Văn Cha|0977545411|Lò Văn An|0977545410|1990
            """,
            (1, 2, 0, 0), (1, 1, 1, 2), (1, 1, 3, 5),
        )  # fmt: skip
        assert people(sheet) == ["Lò Văn An"]
        assert column(sheet, F.PHONE) == ["0977545410"]

    def test_headings_of_a_group_alone_say_what_it_is(self) -> None:
        sheet = sheet_of(
            """
            STT|Họ và tên|CCCD|||SĐT
            ||Số|Ngày cấp|Nơi cấp|
            1|Lò Văn An|014090000011|01/02/2021|Cục CSQLHC|0977545410
            """,
            (1, 2, 0, 0), (1, 2, 1, 1), (1, 1, 2, 4), (1, 2, 5, 5),
        )  # fmt: skip
        assert fields(sheet) == {0: F.NUMBER, 1: F.NAME, 2: F.IDENTITY_NUMBER, 5: F.PHONE}

    def test_a_header_may_have_three_rows(self) -> None:
        sheet = sheet_of(
            """
            STT|Họ và tên|Thông tin|||
            ||Năm sinh||Nơi ở|
            ||Nam|Nữ|Bản|Xã
            1|Lò Văn An|1990||Bản Lào|Mường É
            """,
            (1, 3, 0, 0), (1, 3, 1, 1), (1, 1, 2, 5), (2, 2, 2, 3), (2, 2, 4, 5),
        )  # fmt: skip
        match = found(sheet)
        assert match.header_height == 3
        assert list(match.columns.values())[2:] == [F.MALE, F.FEMALE, F.HAMLET, F.COMMUNE]
        assert people(sheet) == ["Lò Văn An"]

    def test_a_name_under_one_heading_may_fill_two_columns(self) -> None:
        sheet = sheet_of(
            """
            STT|Họ và tên||Năm sinh
            1|Lò Văn|An|1990
            2|Cà Thị|Bé|1991
            """,
            (1, 1, 1, 2),
        )
        assert fields(sheet)[1] is F.FAMILY_NAME and fields(sheet)[2] is F.GIVEN_NAME
        assert people(sheet) == ["Lò Văn An", "Cà Thị Bé"]

    def test_a_given_name_may_stand_in_a_column_without_heading(self) -> None:
        sheet = sheet_of("""
            STT|Họ và tên||Năm sinh
            1|Lò Văn|An|1990
            2|Cà Thị|Bé|1991
        """)
        assert people(sheet) == ["Lò Văn An", "Cà Thị Bé"]

    def test_a_row_of_people_is_never_taken_for_a_second_header(self) -> None:
        sheet = sheet_of("Họ và tên|Giới tính|Tổ\nNam|Nam|Tổ 1\nLò Văn An|Nam|Tổ 1")
        assert people(sheet) == ["Nam", "Lò Văn An"]

    def test_the_user_may_say_where_the_header_is(self) -> None:
        sheet = sheet_of("""
            Họ và tên|SĐT|Năm sinh
            Người|Máy|Tuổi
            Lò Văn An|0977545410|36
        """)
        match = found(sheet, 2)
        assert match.header_row == 2
        assert match.headings == ("Người", "Máy", "Tuổi")
        assert match.columns[1] is F.PHONE

    def test_two_lists_of_one_sheet_do_not_lose_the_first(self) -> None:
        sheet = sheet_of("""
            Họ và tên|Năm sinh|Bản
            Lò Văn An|1990|Bản Lào

            Họ và tên|Năm sinh|Bản|Giới tính|SĐT
            Cà Thị Bé|1991|Bản Pá|Nữ|0977545410
        """)
        assert people(sheet) == ["Lò Văn An", "Cà Thị Bé"]
        assert column(sheet, F.PHONE) == [None, "0977545410"]


class TestRowsThatAreNobody:
    @pytest.mark.parametrize(
        "row",
        [
            "(1)|(2)|(3)|(4)", "1|2|3|4", "A|B|1|2", "[1]|[2]|[3]|[4]",
            "|Tổng cộng||", "|Cộng: 23 người||", "|Tổng số: 40 (nữ 21)||", "|TỔNG: 4||",
            "|Tổng cộng|12|", "Tổng số|12||", "|Cộng xã Mường É: 12||",
            "|Danh sách này có 25 người./.||", "|Ấn định danh sách: 25 người||",
            "* Ghi chú: các tổ gửi trước ngày 5|||", "|- Cột 3 ghi năm sinh theo CCCD||",
            "STT|Họ và tên|Năm sinh|Số ĐT", "Stt|HỌ VÀ TÊN|NĂM SINH|SĐT", "5|||", "|||",
        ],
    )  # fmt: skip
    def test_a_row_without_a_person_is_passed_over(self, row: str) -> None:
        sheet = sheet_of(
            f"STT|Họ và tên|Năm sinh|SĐT\n1|Lò Văn An|1990|0977545410\n{row}\n2|Cà Thị Bé|1991|"
        )
        assert people(sheet) == ["Lò Văn An", "Cà Thị Bé"]

    @pytest.mark.parametrize(
        "row",
        [
            "3|Tòng Công Sơn||", "|Cộng Văn Tổng|1990|", "3|Tống Thị Cộng||", "|Lò Văn Bản||",
            "3|Tô Văn Xã||", "3|Bàn Văn Thôn||", "3|To Van An||", "3|Ban Van An||",
            "3|Chu Tịch||", "3|Hồ Thị Tên||", "||1990|0977545411", "|Nam||",
        ],
    )  # fmt: skip
    def test_a_person_is_never_passed_over(self, row: str) -> None:
        sheet = sheet_of(f"STT|Họ và tên|Năm sinh|SĐT\n1|Lò Văn An|1990|0977545410\n{row}")
        assert len(people(sheet)) == 2

    def test_signatures_side_by_side_end_the_list(self) -> None:
        sheet = sheet_of("""
            STT|Họ và tên|Năm sinh|SĐT
            1|Lò Văn An|1990|0977545410

            |||Mường É, ngày 05 tháng 3 năm 2026
            |NGƯỜI LẬP BIỂU||TM. ỦY BAN NHÂN DÂN
            |(Ký, ghi rõ họ tên)||KT. CHỦ TỊCH
            |||PHÓ CHỦ TỊCH

            |Lò Văn Chiến||Cà Văn Hặc
        """)
        assert people(sheet) == ["Lò Văn An"]

    def test_after_the_total_only_numbered_rows_are_people(self) -> None:
        sheet = sheet_of("""
            STT|Họ và tên|Năm sinh|SĐT
            1|Lò Văn An|1990|0977545410
            |Cộng: 1 người||
            2|Cà Thị Bé||
            |Tổng cộng: 2 người||
            |Cán bộ chuyên trách||Trưởng đoàn
            |Lò Văn Chiến||Cà Văn Hặc
        """)
        assert people(sheet) == ["Lò Văn An", "Cà Thị Bé"]

    def test_people_after_a_signature_are_not_lost(self) -> None:
        sheet = sheet_of("""
            STT|Họ và tên|Năm sinh|SĐT
            1|Lò Văn An|1990|0977545410
            |Người lập biểu||
            2|Cà Thị Bé|1991|0977545411
        """)
        assert people(sheet) == ["Lò Văn An", "Cà Thị Bé"]

    def test_a_header_of_two_rows_may_stand_on_every_page(self) -> None:
        head = "TT|Họ và tên|Năm sinh||Dân tộc\n||Nam|Nữ|"
        sheet = sheet_of(f"{head}\n1|Lò Văn An|1990||Thái\n{head}\n2|Cà Thị Bé||1991|Thái")
        assert people(sheet) == ["Lò Văn An", "Cà Thị Bé"]


class TestMergedCells:
    def test_a_merged_cell_counts_for_all_of_its_rows(self) -> None:
        sheet = sheet_of(
            """
            STT|Họ và tên|Bản|Xã
            1|Lò Văn An|Bản Lào|Mường É
            2|Cà Thị Bé||
            3|Vì Văn Cả|Bản Pá|
            """,
            (2, 3, 2, 2), (2, 4, 3, 3),
        )  # fmt: skip
        rows = list(data_rows(sheet, found(sheet)))
        assert column(sheet, F.HAMLET) == ["Bản Lào", "Bản Lào", "Bản Pá"]
        assert column(sheet, F.COMMUNE) == ["Mường É"] * 3
        assert [row.merged for row in rows] == [frozenset(), {2, 3}, {3}]

    def test_one_person_in_two_rows_is_one(self) -> None:
        sheet = sheet_of(
            """
            STT|Họ và tên|Năm sinh|SĐT
            1|Lò Văn An|1990|0977545410
            |||0977545411
            2|Cà Thị Bé|1991|0977545412
            """,
            (2, 3, 0, 0), (2, 3, 1, 1), (2, 3, 2, 2),
        )  # fmt: skip
        assert people(sheet) == ["Lò Văn An", "Cà Thị Bé"]

    def test_a_number_of_one_person_is_not_spread_over_others(self) -> None:
        sheet = sheet_of("Họ và tên|CCCD\nLò Văn An|014090000011\nCà Thị Bé|", (2, 3, 1, 1))
        assert column(sheet, F.IDENTITY_NUMBER) == ["014090000011", None]

    def test_cells_merged_within_a_row_shift_nothing(self) -> None:
        sheet = sheet_of(
            "STT|Họ và tên||Năm sinh|Bản\n1|Lò Văn An||1990|Bản Lào\n2|Cà Thị Bé||1991|Bản Pá",
            (1, 1, 1, 2), (2, 2, 1, 2), (3, 3, 1, 2),
        )  # fmt: skip
        assert column(sheet, F.BIRTH_YEAR) == ["1990", "1991"]
        assert column(sheet, F.HAMLET) == ["Bản Lào", "Bản Pá"]


class TestSections:
    @pytest.mark.parametrize(
        ("title", "said"),
        [
            ("II. Tổ CNSCĐ bản Lào|||", ("Tổ CNSCĐ bản Lào", "bản Lào", None)),
            ("II|Tổ CNSCĐ bản Lào||", ("Tổ CNSCĐ bản Lào", "bản Lào", None)),
            ("|II. TỔ CNSCĐ BẢN LÀO (12 người)||", ("Tổ CNSCĐ bản Lào", "bản Lào", None)),
            ("I|Tổ CNSCĐ xã||", ("Tổ CNSCĐ xã", None, None)),
            ("|Xã Mường É||", (None, None, "Xã Mường É")),
            ("Đơn vị: xã Mường É|||", (None, None, "xã Mường É")),
            ("1|Bản Lào||", (None, "Bản Lào", None)),
            ("II|Bản Lào||12 người", (None, "Bản Lào", None)),
            ("|Thôn 3: 12 người||", (None, "Thôn 3", None)),
            ("|Tổ dân phố số 5, phường Tô Hiệu||",
             (None, "Tổ dân phố số 5", "phường Tô Hiệu")),
            ("A|Cán bộ xã||", (None, None, None)),
        ],
    )  # fmt: skip
    def test_a_section_speaks_for_the_rows_below(
        self, title: str, said: tuple[str | None, ...]
    ) -> None:
        sheet = sheet_of(f"STT|Họ và tên|Năm sinh|SĐT\n{title}\n1|Lò Văn An|1990|0977545410")
        assert people(sheet) == ["Lò Văn An"]
        assert sections(sheet) == [said]

    def test_a_place_in_a_section_lies_in_the_one_above(self) -> None:
        sheet = sheet_of("""
            STT|Họ và tên|Năm sinh
            I|Xã Mường É|
            1|Bản Lào|
            1|Lò Văn An|1990
            2|Bản Pá|
            1|Cà Thị Bé|1991
            II|Xã Bình Thuận|
            1|Vì Văn Cả|1992
        """)
        assert sections(sheet) == [
            (None, "Bản Lào", "Xã Mường É"),
            (None, "Bản Pá", "Xã Mường É"),
            (None, None, "Xã Bình Thuận"),
        ]

    def test_a_merged_line_between_the_rows_is_a_section(self) -> None:
        sheet = sheet_of(
            """
            STT|Họ và tên|Năm sinh|SĐT
            1|Lò Văn An|1990|
            Lực lượng nòng cốt|||
            2|Cà Thị Bé|1991|
            """,
            (3, 3, 0, 3),
        )
        rows = list(data_rows(sheet, found(sheet)))
        assert [row.section and row.section.title for row in rows] == [None, "Lực lượng nòng cốt"]
        assert rows[1].section is not None and rows[1].section.row == 3

    def test_tables_below_each_other_are_one_list_with_their_titles_as_sections(self) -> None:
        sheet = sheet_of("""
            DANH SÁCH TỔ CNSCĐ BẢN LÀO
            STT|Họ và tên|Năm sinh|SĐT
            1|Lò Văn An|1990|0977545410
            |Người lập biểu||
            |Lò Văn Chiến||

            DANH SÁCH TỔ CNSCĐ BẢN PÁ
            STT|Họ và tên|SĐT|Năm sinh
            1|Cà Thị Bé|0977545411|1991
        """)
        assert people(sheet) == ["Lò Văn An", "Cà Thị Bé"]
        assert column(sheet, F.PHONE) == ["0977545410", "0977545411"]
        assert column(sheet, F.BIRTH_YEAR) == ["1990", "1991"]
        assert [hamlet for _, hamlet, _ in sections(sheet)] == ["bản Lào", "bản Pá"]


class TestSideBySide:
    def test_tables_side_by_side_are_read_each_for_itself(self) -> None:
        sheet = sheet_of("""
            DANH SÁCH XÃ MƯỜNG É
            STT|Họ và tên|SĐT||STT|Họ và tên|SĐT
            1|Lò Văn An|0977545410||3|Vì Văn Cả|0977545412
            2|Cà Thị Bé|0977545411||4|Lù A Dế|0977545413
            |||||Người lập biểu|
        """)
        left, right = parted(sheet)
        assert (left.name, right.name) == ("DS", "DS (bảng 2)")
        assert people(left) == ["Lò Văn An", "Cà Thị Bé"]
        assert people(right) == ["Vì Văn Cả", "Lù A Dế"]
        assert [row.number for row in data_rows(right, found(right))] == [3, 4]
        assert found(right).places[F.PHONE] == 6

    @pytest.mark.parametrize(
        "header", ["STT|Họ và tên|SĐT|Họ và tên chủ hộ|SĐT chủ hộ", "Họ và tên|Họ và tên|SĐT"]
    )
    def test_two_names_in_a_row_are_not_two_tables(self, header: str) -> None:
        sheet = sheet_of(f"{header}\n1|Lò Văn An|0977545410|Lò Văn Cha|0977545411")
        assert parted(sheet) == (sheet,)


class TestDaysInThreeColumns:
    def test_day_month_and_year_of_birth_are_joined(self) -> None:
        sheet = sheet_of(
            """
            STT|Họ và tên|Ngày, tháng, năm sinh|||Dân tộc
            ||Ngày|Tháng|Năm|
            1|Lò Văn An|2|3|1990|Thái
            2|Cà Thị Bé|||1991|Thái
            3|Vì Văn Cả||4|1992|Thái
            """,
            (1, 2, 0, 0), (1, 2, 1, 1), (1, 1, 2, 4), (1, 2, 5, 5),
        )  # fmt: skip
        assert column(sheet, F.BIRTH) == ["2/3/1990", "1991", "4/1992"]
