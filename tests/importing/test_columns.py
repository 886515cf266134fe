"""What a column as a whole proves: the order of dates, codes of gender; dittos, ticks, sections."""

from datetime import date

import pytest
from taphuan.importing.cells import Cell, Merge
from taphuan.importing.date_order import DateOrder, date_order
from taphuan.importing.findings import AnswerKind, Answers, FindingKind, Severity
from taphuan.models.enums import Gender

from .plans import answering, found, kinds, only, plan_from

K = FindingKind
MALE, FEMALE = Gender.MALE, Gender.FEMALE


class TestDateOrder:
    @pytest.mark.parametrize(
        ("cells", "order"),
        [
            (["25/02/1990", "03/04/1990"], DateOrder.DAY_FIRST),
            (["02/25/1990", "03/04/1990"], DateOrder.MONTH_FIRST),
            (["03/04/1990", "05/06/1991"], DateOrder.DAY_FIRST),
            (["02/25/1990", *["25/02/1990"] * 20], DateOrder.DAY_FIRST),
            (["02/25/1990", "12/31/1990", "25/02/1990", "31/12/1980"], DateOrder.MIXED),
            ([1990.0, "1991", None, date(1990, 2, 25)], DateOrder.DAY_FIRST),
        ],
    )  # fmt: skip
    def test_only_a_column_proves_that_months_stand_first(
        self, cells: list[Cell], order: DateOrder
    ) -> None:
        assert date_order(cells) is order

    def test_a_column_with_months_first_is_turned_round(self) -> None:
        plan = plan_from(("Họ tên", "Ngày sinh"), ("Lò An", "02/25/1990"), ("Lò Ba", "03/04/1991"))
        assert [row.birth_date for row in plan.rows] == [date(1990, 2, 25), date(1991, 3, 4)]
        told = found(plan.rows[1], K.DATE_ORDER)
        assert (told.before, told.after) == ("03/04/1991", "04/03/1991")
        assert told.severity is Severity.REPAIR

    def test_where_a_column_proves_both_orders_a_doubtful_day_is_asked(self) -> None:
        dates = ["02/25/1990", "12/31/1990", "25/02/1990", "31/12/1980", "03/04/1991"]
        plan = plan_from(
            ("Họ tên", "Ngày sinh"), *((f"Lò {c}", d) for c, d in zip("ABCDE", dates, strict=True))
        )
        assert [row.held for row in plan.rows] == [False, False, False, False, True]
        asked = found(plan.rows[4], K.DATE_ORDER)
        assert [c.key for c in asked.candidates] == ["03/04/1991", "04/03/1991"]
        assert plan.rows[0].birth_date == date(1990, 2, 25)

    def test_days_that_excel_took_for_months_are_turned_back(self) -> None:
        texts = ["25/02/1990", "31/12/1980", "13/05/1979"]
        real = [date(1990, 3, 5), date(1985, 1, 12), date(1977, 8, 2), date(1969, 7, 11),
                date(1988, 9, 4)]  # fmt: skip
        cells: list[Cell] = [*texts, *real]
        assert date_order(cells) is DateOrder.SWAPPED_BY_EXCEL
        plan = plan_from(
            ("Họ tên", "Ngày sinh"),
            *((f"Lò {c}", d) for c, d in zip("ABCDEGHI", cells, strict=True)),
        )
        assert plan.rows[3].birth_date == date(1990, 5, 3)
        assert kinds(plan.rows[3]) == [K.DATE_ORDER]
        assert plan.rows[0].birth_date == date(1990, 2, 25)

    def test_real_dates_with_any_days_stay(self) -> None:
        cells: list[Cell] = ["25/02/1990"] * 3
        cells += [date(1990, m, 20 if m == 3 else 5) for m in range(1, 8)]
        assert date_order(cells) is DateOrder.DAY_FIRST


class TestGenderColumns:
    def test_n_is_the_one_that_nobody_writes_out(self) -> None:
        plan = plan_from(("Họ tên", "GT"), ("Lò An", "Nam"), ("Lò Ba", "N"), ("Lò Cả", "Nam"))
        assert [row.gender for row in plan.rows] == [MALE, FEMALE, MALE]
        assert kinds(plan.rows[1]) == [K.GENDER_CODE]

    def test_n_alone_is_asked(self) -> None:
        plan = plan_from(("Họ tên", "GT"), ("Lò An", "N"), ("Lò Ba", "N"))
        assert [kinds(row) for row in plan.rows] == [[K.BAD_GENDER]] * 2

    def test_digits_mean_what_the_identity_numbers_say(self) -> None:
        rows = [("Lò A", 1.0, "014090000011"), ("Lò B", 0.0, "014190000012"),
                ("Lò C", 1.0, "014091000013"), ("Lò D", 0.0, None)]  # fmt: skip
        plan = plan_from(("Họ tên", "Giới tính", "Số CCCD"), *rows)
        assert [row.gender for row in plan.rows] == [MALE, FEMALE, MALE, FEMALE]
        assert kinds(plan.rows[3]) == [K.GENDER_CODE]

    def test_digits_without_proof_are_asked(self) -> None:
        plan = plan_from(("Họ tên", "Giới tính"), ("Lò A", 1.0), ("Lò B", 0.0))
        assert [kinds(row) for row in plan.rows] == [[K.BAD_GENDER]] * 2
        assert [c.key for c in found(plan.rows[0], K.BAD_GENDER).candidates] == ["Nam", "Nữ"]

    def test_a_tick_stands_under_its_gender(self) -> None:
        plan = plan_from(("Họ tên", "Nam", "Nữ"), ("Lò An", "x", None), ("Lò Ba", None, "X"))
        assert [row.gender for row in plan.rows] == [MALE, FEMALE]
        told = found(plan.rows[0], K.GENDER_CODE)
        assert (told.severity, told.before, told.after) == (Severity.REPAIR, "x", "Nam")

    def test_two_ticks_are_asked(self) -> None:
        row = only(plan_from(("Họ tên", "Nam", "Nữ"), ("Lò An", "x", "x")))
        assert (row.gender, kinds(row)) == (None, [K.BAD_GENDER])

    def test_a_zero_is_no_tick(self) -> None:
        row = only(plan_from(("Họ tên", "Nam", "Nữ"), ("Lò An", 0.0, 1.0)))
        assert row.gender is FEMALE

    def test_a_year_may_stand_under_the_gender(self) -> None:
        header = ("Họ tên", "Nam", "Nữ")
        plan = plan_from(header, ("Lò An", 1967.0, None), ("Lò Ba", None, "1990"))
        assert [(r.gender, r.birth_year) for r in plan.rows] == [(MALE, 1967), (FEMALE, 1990)]
        assert plan.findings == ()

    @pytest.mark.parametrize(
        ("number", "gender"),
        [("014090000011", MALE), ("014190000012", FEMALE), ("014304000013", FEMALE),
         ("014204000014", MALE)],
    )  # fmt: skip
    def test_the_number_tells_the_gender_and_no_name_does(
        self, number: str, gender: Gender
    ) -> None:
        row = only(plan_from(("Họ tên", "Số CCCD"), ("Lò Thị An", number)))
        assert (row.gender, kinds(row)) == (gender, [K.GENDER_FROM_IDENTITY])
        assert only(plan_from(("Họ tên", "Năm sinh"), ("Lò Thị An", 1990.0))).gender is None

    def test_refusing_the_gender_of_the_number_leaves_it_open(self) -> None:
        rows = (("Họ tên", "Số CCCD"), ("Lò Thị An", "014190000012"))
        refused = plan_from(*rows, answers=Answers(accept_repairs=False))
        assert (only(refused).gender, only(refused).held) == (None, False)


class TestDitto:
    HEADER = ("Họ tên", "Năm sinh", "Bản", "Xã", "Dân tộc", "SĐT")

    @pytest.mark.parametrize(
        "mark", ["nt", "-nt-", "Nt.", '"', "''", "- // -", "như trên", "Như trên", "=", "〃", "“"]
    )
    def test_a_ditto_says_what_stands_above(self, mark: str) -> None:
        first = ("Lò An", 1990.0, "Bản Lào", "Mường É", "Mèo", "0912345678")
        plan = plan_from(self.HEADER, first, ("Lò Ba", 1991.0, mark, mark, mark, None))
        row = plan.rows[1]
        assert (row.hamlet, row.commune, row.ethnic) == ("Bản Lào", "Mường É", "Mông")
        assert kinds(row) == [K.DITTO] * 3
        assert (row.findings[0].before, row.findings[0].after) == (mark, "Bản Lào")

    def test_dittos_follow_one_another(self) -> None:
        rows = [
            (f"Lò {c}", 1990.0, text)
            for c, text in zip("ABCDE", ["Bản Lào", "nt", "nt", "Bản Cụ", "nt"], strict=True)
        ]
        plan = plan_from(self.HEADER[:3], *rows)
        assert [row.hamlet for row in plan.rows] == ["Bản Lào"] * 3 + ["Bản Cụ"] * 2

    def test_a_ditto_of_nothing_is_asked(self) -> None:
        plan = plan_from(self.HEADER[:3], ("Lò An", 1990.0, "nt"), ("Lò Ba", 1991.0, "Bản Lào"))
        assert [row.held for row in plan.rows] == [True, False]

    def test_a_name_is_never_a_ditto(self) -> None:
        plan = plan_from(self.HEADER[:3], ("Lò An", 1990.0, "Bản Lào"), ("nt", 1991.0, "Bản Lào"))
        assert kinds(plan.rows[1]) == [K.BAD_NAME]

    def test_a_refused_ditto_holds_the_row(self) -> None:
        rows = (self.HEADER[:3], ("Lò An", 1990.0, "Bản Lào"), ("Lò Ba", 1991.0, "nt"))
        asked = found(plan_from(*rows).rows[1], K.DITTO)
        again = plan_from(*rows, answers=answering(asked, AnswerKind.REFUSE))
        assert again.rows[1].held

    def test_a_ditto_of_a_doubtful_cell_is_as_doubtful(self) -> None:
        header = ("Họ tên", "Năm sinh", "Dân tộc")
        plan = plan_from(header, ("Lò An", 1990.0, "Xyz"), ("Lò Ba", 1991.0, "nt"))
        assert kinds(plan.rows[1]) == [K.DITTO, K.UNKNOWN_ETHNIC]


class TestPlaces:
    def test_a_merged_cell_belongs_to_all_its_rows(self) -> None:
        rows = (("STT", "Họ tên", "Năm sinh", "Bản"), (1.0, "Lò An", 1990.0, "Bản Lào"),
                (2.0, "Lò Ba", 1991.0), (3.0, "Lò Cả", 1992.0))  # fmt: skip
        plan = plan_from(*rows, merges=[Merge(2, 4, 3, 3)])
        assert [row.hamlet for row in plan.rows] == ["Bản Lào"] * 3
        assert [kinds(row) for row in plan.rows] == [[], [K.MERGED_CELL], [K.MERGED_CELL]]

    def test_a_section_gives_team_and_hamlet(self) -> None:
        rows = (("STT", "Họ tên", "Năm sinh"), ("I", "Tổ CNSCĐ bản Lào"), (1.0, "Lò An", 1990.0))
        row = only(plan_from(*rows))
        assert (row.team, row.hamlet) == ("Tổ CNSCĐ bản Lào", "bản Lào")
        assert set(kinds(row)) == {K.TEAM_FROM_SECTION, K.HAMLET_FROM_SECTION}
        assert {f.severity for f in row.findings} == {Severity.REPAIR}

    def test_a_refused_section_leaves_its_rows_as_they_are(self) -> None:
        rows = (("STT", "Họ tên", "Năm sinh"), ("I", "Tổ CNSCĐ bản Lào"), (1.0, "Lò An", 1990.0))
        row = only(plan_from(*rows, answers=Answers(accept_repairs=False)))
        assert (row.team, row.hamlet, row.held) == (None, None, False)

    def test_a_row_knows_its_hamlet_better_than_its_section(self) -> None:
        rows = (("STT", "Họ tên", "Bản"), ("I", "Tổ CNSCĐ bản Lào"), (1.0, "Lò An", "Bản Cụ"))
        row = only(plan_from(*rows))
        assert row.hamlet == "Bản Cụ"
        assert K.HAMLET_FROM_SECTION not in kinds(row)

    @pytest.mark.parametrize(
        "office",
        ["UBND xã", "Trường THCS Mường É", "Công an xã", "Trạm Y tế xã", "Trường MN Hoa Ban",
         "ubnd xa", "Hội Nông dân xã", "Công ty TNHH X - CN Sơn La"],
    )  # fmt: skip
    def test_an_office_in_the_hamlets_column_is_where_somebody_works(self, office: str) -> None:
        row = only(plan_from(("Họ tên", "Năm sinh", "Bản"), ("Lò An", 1990.0, office)))
        assert (row.hamlet, row.employer) == (None, office)
        assert kinds(row) == [K.EMPLOYER_FROM_HAMLET]

    @pytest.mark.parametrize(
        "hamlet", ["Trung Tâm", "Đoàn Kết", "Hội An", "Trường Thịnh", "Bản Sở"]
    )
    def test_a_hamlet_may_sound_like_an_office(self, hamlet: str) -> None:
        row = only(plan_from(("Họ tên", "Năm sinh", "Bản"), ("Lò An", 1990.0, hamlet)))
        assert (row.hamlet, row.employer, row.findings) == (hamlet, None, ())

    def test_a_refused_employer_stays_in_its_column(self) -> None:
        rows = (("Họ tên", "Năm sinh", "Bản"), ("Lò An", 1990.0, "UBND xã"))
        row = only(plan_from(*rows, answers=Answers(accept_repairs=False)))
        assert (row.hamlet, row.employer, row.held) == ("UBND xã", None, False)

    @pytest.mark.parametrize(
        "address",
        ["Bản Nà Tong, xã Mường É, huyện Thuận Châu, tỉnh Sơn La",
         "Bản Nà Tong xã Mường É huyện Thuận Châu tỉnh Sơn La",
         "Bản Nà Tong - xã Mường É - huyện Thuận Châu - tỉnh Sơn La"],
    )  # fmt: skip
    @pytest.mark.parametrize("heading", ["Địa chỉ", "Bản"])
    def test_an_address_in_one_cell_is_split(self, address: str, heading: str) -> None:
        row = only(plan_from(("Họ tên", "Năm sinh", heading), ("Lò An", 1990.0, address)))
        assert (row.hamlet, row.commune) == ("Bản Nà Tong", "xã Mường É")
        assert (row.district, row.province) == ("huyện Thuận Châu", "tỉnh Sơn La")
        assert kinds(row) == [K.ADDRESS_SPLIT]

    def test_a_school_in_an_address_is_where_somebody_works(self) -> None:
        address = "Trường THCS Mường É, xã Mường É, tỉnh Sơn La"
        row = only(plan_from(("Họ tên", "Năm sinh", "Địa chỉ"), ("Lò An", 1990.0, address)))
        assert (row.hamlet, row.employer) == (None, "Trường THCS Mường É")
        assert row.commune == "xã Mường É"
