"""What a cell says, whatever way it was typed."""

import re
import unicodedata
from datetime import date, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from taphuan.importing.address import Address, clean_address
from taphuan.importing.birth import Birth, clean_birth
from taphuan.importing.cells import Cell
from taphuan.importing.ethnic import EthnicNames, clean_ethnic
from taphuan.importing.findings import Cleaned, FindingKind, Severity
from taphuan.importing.gender import clean_gender, gender_codes
from taphuan.importing.identity import clean_identity, identity_facts
from taphuan.importing.phone import clean_phone
from taphuan.importing.text import clean_name, clean_text
from taphuan.models.enums import Gender

TODAY = date(2026, 11, 21)
K = FindingKind
VIETNAMESE = st.text(alphabet="aăâđêôơưÀẤệỹ Đ\u0301\u0323\u200b\u00a0Ðð-'.", max_size=30)


def kinds(cleaned: Cleaned[object]) -> set[FindingKind]:
    return {mark.kind for mark in cleaned.marks}


def asked(cleaned: Cleaned[object]) -> bool:
    return any(mark.severity is Severity.QUESTION for mark in cleaned.marks)


class TestText:
    @pytest.mark.parametrize(
        ("cell", "value", "found"),
        [
            ("Lò Thị Ên", "Lò Thị Ên", set()),
            (unicodedata.normalize("NFD", "Lò Thị Ên"), "Lò Thị Ên", {K.UNICODE}),
            ("Ðiêu Ðức", "Điêu Đức", {K.UNICODE}),
            ("  Lò\u00a0 Thị\u200b\nÊn ", "Lò Thị Ên", {K.SPACES}),
            ("Lò\u00ad Thị\ufeff", "Lò Thị", {K.SPACES}), ("ＬÒ １２", "LÒ 12", {K.UNICODE}),
            ("Vie\u0323\u0302t", "Việt", {K.UNICODE}), ("Vie\u0302\u0323t", "Việt", {K.UNICODE}),
            ("Qua\u0301\u0302n", "Quấn", {K.UNICODE}),
            (12.0, "12", set()), ("", None, set()), (None, None, set()), (" \u00a0", None, set()),
            ("#REF!", None, {K.FORMULA_ERROR}),
        ],
    )  # fmt: skip
    def test_text_is_composed_and_evenly_spaced(
        self, cell: Cell, value: str | None, found: set[FindingKind]
    ) -> None:
        cleaned = clean_text(cell)
        assert (cleaned.value, kinds(cleaned)) == (value, found)

    @pytest.mark.parametrize("cell", [" Lò  Thị Ên", unicodedata.normalize("NFD", "Lò"), "Ðức"])
    def test_a_refused_repair_of_text_leaves_what_was_typed(self, cell: str) -> None:
        cleaned = clean_text(cell)
        assert cleaned.as_written == cell != cleaned.value
        assert {mark.severity for mark in cleaned.marks} == {Severity.REPAIR}

    @given(VIETNAMESE | st.text(max_size=30))
    def test_cleaning_clean_text_changes_nothing(self, text: str) -> None:
        once = clean_text(text)
        again = clean_text(once.value)
        assert again.value == once.value
        assert again.marks == ()

    @given(st.text(alphabet="0123456789 .\u00a0\u200b", max_size=20))
    def test_text_loses_no_digit(self, text: str) -> None:
        assert re.sub(r"\D", "", clean_text(text).value or "") == re.sub(r"\D", "", text)


class TestName:
    @pytest.mark.parametrize(
        ("cell", "value"),
        [
            ("BẠC CÔNG VŨ", "Bạc Công Vũ"), ("lò a sử", "Lò A Sử"), ("H'HEN NIÊ", "H'Hen Niê"),
            ("ĐẶNG THỊ ÁNH", "Đặng Thị Ánh"), ("NGuyễn THị Lan", "Nguyễn Thị Lan"),
            ("LÒ THỊ Ên", "Lò Thị Ên"), ("y-blơ niê", "Y-Blơ Niê"),
        ],
    )  # fmt: skip
    def test_capitals_are_a_repair_that_can_be_refused(self, cell: str, value: str) -> None:
        cleaned = clean_name(cell)
        assert (cleaned.value, cleaned.as_written) == (value, cell)
        assert kinds(cleaned) == {K.NAME_CASE}

    @pytest.mark.parametrize(
        "name",
        [
            "Lò Thị Ên",
            "Thào A Chu",
            "H'Hen Niê",
            "Nguyễn văn An",
            "A",
            "H’Mơ",
            "Y-Blơ Niê",
            "Niê KDăm",
            "K'Brôi",
            "Vi Văn Tèo",
        ],
    )
    def test_a_name_in_order_stays_as_written(self, name: str) -> None:
        assert clean_name(name) == Cleaned(name, name)

    @pytest.mark.parametrize("text", ["???", "12", "Lò Văn An 2", "014190000011"])
    def test_what_may_be_no_name_is_asked(self, text: str) -> None:
        assert asked(clean_name(text))

    @given(VIETNAMESE)
    def test_a_repaired_name_is_repaired_for_good(self, text: str) -> None:
        once = clean_name(text).value
        assert clean_name(once).value == once


class TestPhone:
    @pytest.mark.parametrize(
        ("cell", "value", "found"),
        [
            ("0977545410", "0977545410", set()),
            (977545410.0, "0977545410", {K.PHONE_ZERO}),
            ("977545410", "0977545410", {K.PHONE_ZERO}),
            ("0977.133.482", "0977133482", {K.PHONE_FORMAT}),
            ("0977 133-482", "0977133482", {K.PHONE_FORMAT}),
            ("'0977133482", "0977133482", {K.PHONE_FORMAT}),
            ("+84 838.661.551", "0838661551", {K.PHONE_COUNTRY_CODE}),
            ("84838661551", "0838661551", {K.PHONE_COUNTRY_CODE}),
            ("0084838661551", "0838661551", {K.PHONE_COUNTRY_CODE}),
            ("+84 (0)838661551", "0838661551", {K.PHONE_COUNTRY_CODE}),
            (84838661551.0, "0838661551", {K.PHONE_COUNTRY_CODE}),
            ("841234567", "0841234567", {K.PHONE_ZERO}),
            ("01668123456", "0368123456", {K.PHONE_OLD_PREFIX}),
            (1668123456, "0368123456", {K.PHONE_ZERO, K.PHONE_OLD_PREFIX}),
            ("02123850123", "02123850123", set()), (2123850123, "02123850123", {K.PHONE_ZERO}),
            ("0977545410 / 0838661551", "0977545410", {K.PHONE_SEVERAL}),
            ("097754541", "097754541", {K.BAD_PHONE}), (987654321.0, "0987654321", {K.PHONE_ZERO}),
            ("hỏi con", "hỏi con", {K.BAD_PHONE}),
            ("không có", None, set()), ("-", None, set()), ("N/A", None, set()),
            ("0", None, set()), (None, None, set()),
            ("ĐT: 0912 345 678 (con gái)", "0912345678", {K.PHONE_FORMAT}),
            ("０９１２３４５６７８", "0912345678", {K.PHONE_FORMAT}),
        ],
    )  # fmt: skip
    def test_a_phone_is_ten_digits(
        self, cell: Cell, value: str | None, found: set[FindingKind]
    ) -> None:
        cleaned = clean_phone(cell)
        assert (cleaned.value, kinds(cleaned)) == (value, found)
        assert not asked(cleaned)

    @pytest.mark.parametrize("cell", ["1.4E+10", "9,1235E+08", "09l2345678"])
    def test_a_phone_whose_digits_are_lost_is_asked_and_not_kept(self, cell: str) -> None:
        cleaned = clean_phone(cell)
        assert cleaned.value is None and asked(cleaned)
        assert [(mark.kind, mark.before) for mark in cleaned.marks] == [(K.BAD_PHONE, cell)]

    def test_an_identity_number_among_phones_is_asked_and_masked(self) -> None:
        cleaned = clean_phone("014072305152")
        assert cleaned.value is None and asked(cleaned)
        assert cleaned.marks[0].before == "••••••••5152"

    @given(st.integers(0, 10**14) | st.from_regex(r"\+?[0-9 .\-]{1,18}", fullmatch=True))
    @example(2084838661551)
    def test_a_phone_keeps_its_last_digits_and_is_repaired_for_good(self, cell: Cell) -> None:
        once = clean_phone(cell).value
        assert clean_phone(once).value == once
        digits = re.sub(r"\D", "", str(cell))
        if once is not None:
            assert re.sub(r"\D", "", once).endswith(digits[-7:])


class TestIdentityNumber:
    @pytest.mark.parametrize(
        ("cell", "value", "found"),
        [
            ("014072305152", "014072305152", set()),
            (14072305152.0, "014072305152", {K.IDENTITY_ZERO}),
            ("14072305152", "014072305152", {K.IDENTITY_ZERO}),
            (1072305152, "001072305152", {K.IDENTITY_ZERO}),
            ("'014072305152", "014072305152", {K.IDENTITY_FORMAT}),
            ('="014072305152"', "014072305152", {K.IDENTITY_FORMAT}),
            ("014 072 305 152", "014072305152", {K.IDENTITY_FORMAT}),
            ("1.4072305152E+10", "014072305152", {K.IDENTITY_ZERO}),
            ("050123456", "050123456", {K.IDENTITY_OLD}),
            ("CCCD: 014072305152", "014072305152", {K.IDENTITY_FORMAT}),
            ("014072305152.0", "014072305152", {K.IDENTITY_FORMAT}),
            ("1072305152", "001072305152", {K.IDENTITY_ZERO}),
            (50123456.0, "050123456", {K.IDENTITY_ZERO, K.IDENTITY_OLD}),
            ("••••••••5152", None, {K.IDENTITY_MASKED}),
            ("********5152", None, {K.IDENTITY_MASKED}),
            ("không", None, set()), ("chưa có", None, set()), (None, None, set()),
        ],
    )  # fmt: skip
    def test_an_identity_number_is_twelve_digits(
        self, cell: Cell, value: str | None, found: set[FindingKind]
    ) -> None:
        cleaned = clean_identity(cell)
        assert (cleaned.value, kinds(cleaned)) == (value, found)
        assert not asked(cleaned)

    @pytest.mark.parametrize(
        "cell",
        ["1.40723E+10", "01407230515", "0140723051522", "1872305152", 99072305152, "01407230515O"],
    )
    def test_a_number_that_lost_more_than_zeros_is_asked(self, cell: Cell) -> None:
        cleaned = clean_identity(cell)
        assert cleaned.value is None
        assert kinds(cleaned) == {K.BAD_IDENTITY} and asked(cleaned)

    @given(st.from_regex(r" ?[0-9][0-9 .'\-\u00a0]{3,18}", fullmatch=True))
    def test_marks_show_no_more_than_four_digits(self, text: str) -> None:
        for mark in clean_identity(text).marks:
            assert sum(c.isdigit() for c in mark.before) <= 4
            assert sum(c.isdigit() for c in mark.after or "") <= 4

    @given(st.integers(0, 10**13) | st.from_regex(r"[0-9 .'\-]{1,16}", fullmatch=True))
    def test_no_digit_is_lost_and_only_zeros_are_added(self, cell: Cell) -> None:
        value = clean_identity(cell).value
        if value is not None:
            assert value.lstrip("0") == re.sub(r"\D", "", str(cell)).lstrip("0")
            assert clean_identity(value).value == value

    @pytest.mark.parametrize(
        ("number", "gender", "year"),
        [
            ("014072305152", Gender.MALE, 1972), ("014175273051", Gender.FEMALE, 1975),
            ("014203726062", Gender.MALE, 2003), ("014302269464", Gender.FEMALE, 2002),
        ],
    )  # fmt: skip
    def test_a_number_tells_gender_and_year(self, number: str, gender: Gender, year: int) -> None:
        facts = identity_facts(number)
        assert facts is not None and (facts.gender, facts.birth_year) == (gender, year)

    def test_an_old_number_tells_nothing(self) -> None:
        assert identity_facts("050123456") is None


class TestBirth:
    @pytest.mark.parametrize(
        ("cell", "birth", "found"),
        [
            ("09/12/1972", Birth(1972, date(1972, 12, 9)), set()),
            ("9/2/1972", Birth(1972, date(1972, 2, 9)), set()),
            (date(1981, 2, 22), Birth(1981, date(1981, 2, 22)), set()),
            (datetime(1981, 2, 22), Birth(1981, date(1981, 2, 22)), set()),
            ("26-6-1975", Birth(1975, date(1975, 6, 26)), {K.DATE_FORMAT}),
            ("1975-06-26", Birth(1975, date(1975, 6, 26)), {K.DATE_FORMAT}),
            ("1975-06-26 00:00:00", Birth(1975, date(1975, 6, 26)), {K.DATE_FORMAT}),
            ("ngày 5 tháng 3 năm 1980", Birth(1980, date(1980, 3, 5)), {K.DATE_FORMAT}),
            ("1.6.93", Birth(1993, date(1993, 6, 1)), {K.DATE_CENTURY}),
            ("1/6/04", Birth(2004, date(2004, 6, 1)), {K.DATE_CENTURY}),
            (29567.0, Birth(1980, date(1980, 12, 12)), {K.DATE_SERIAL}),
            ("8/1968", Birth(1968), {K.MONTH_DROPPED}),
            (1996.0, Birth(1996), {K.YEAR_ONLY}), ("1996", Birth(1996), {K.YEAR_ONLY}),
            ("00/00/1955", Birth(1955), {K.YEAR_ONLY}), ("../../1955", Birth(1955), {K.YEAR_ONLY}),
            ("5 tháng 3 năm 1980", Birth(1980, date(1980, 3, 5)), {K.DATE_FORMAT}),
            ("sinh ngày 5/3/1980", Birth(1980, date(1980, 3, 5)), {K.DATE_FORMAT}),
            ("05031980", Birth(1980, date(1980, 3, 5)), {K.DATE_FORMAT}),
            (5031980.0, Birth(1980, date(1980, 3, 5)), {K.DATE_FORMAT}),
            (date(1905, 6, 12), Birth(1990), {K.DATE_SERIAL}),
            ("tháng 8 năm 1968", Birth(1968), {K.MONTH_DROPPED}),
            ("'1996", Birth(1996), {K.YEAR_ONLY}), ("SN 1996", Birth(1996), {K.YEAR_ONLY}),
            ("không rõ", None, set()), (None, None, set()),
        ],
    )  # fmt: skip
    def test_a_date_of_birth_is_understood(
        self, cell: Cell, birth: Birth | None, found: set[FindingKind]
    ) -> None:
        cleaned = clean_birth(cell, TODAY)
        assert (cleaned.value, kinds(cleaned)) == (birth, found)
        assert not asked(cleaned)

    def test_a_year_needs_no_word_in_a_column_of_years(self) -> None:
        assert clean_birth(1996.0, TODAY, year_expected=True) == Cleaned(Birth(1996), Birth(1996))

    @pytest.mark.parametrize(
        "cell",
        ["32/13/1988", "30/2/1990", "05/25/1990", "1/6/20", "13/1968", "1890", "2025", "mai",
         date(2030, 1, 1), "1/1/2087", "119/1/1990", 5.0],
    )  # fmt: skip
    def test_a_day_that_cannot_be_is_asked(self, cell: Cell) -> None:
        cleaned = clean_birth(cell, TODAY)
        assert cleaned.value is None
        assert kinds(cleaned) == {K.BAD_DATE} and asked(cleaned)

    @given(st.dates(date(1930, 1, 1), date(2015, 12, 31)), st.sampled_from("/-."))
    def test_day_month_year_come_back(self, day: date, sign: str) -> None:
        for text in (
            f"{day:%d}{sign}{day:%m}{sign}{day:%Y}",
            f"{day.day}{sign}{day.month}{sign}{day:%y}",
        ):
            assert clean_birth(text, TODAY).value == Birth(day.year, day)

    @given(st.text(alphabet="0123456789/-. ", max_size=12))
    def test_a_year_is_never_invented(self, text: str) -> None:
        value = clean_birth(text, TODAY).value
        if value is not None and not re.fullmatch(r"\s*\d{5}(\.0+)?\s*", text):
            assert f"{value.year % 100:02}" in text


class TestGender:
    @pytest.mark.parametrize(
        ("cell", "value", "repaired"),
        [
            ("Nam", Gender.MALE, None), ("Nữ", Gender.FEMALE, None),
            ("nam", Gender.MALE, Severity.NOTE), ("NỮ", Gender.FEMALE, Severity.NOTE),
            ("nu", Gender.FEMALE, Severity.REPAIR), ("Bà", Gender.FEMALE, Severity.REPAIR),
            ("F", Gender.FEMALE, Severity.REPAIR), ("M", Gender.MALE, Severity.REPAIR),
        ],
    )  # fmt: skip
    def test_gender_words_are_understood(
        self, cell: str, value: Gender, repaired: Severity | None
    ) -> None:
        cleaned = clean_gender(cell, {})
        assert cleaned.value is value
        assert [mark.severity for mark in cleaned.marks] == ([repaired] if repaired else [])

    @pytest.mark.parametrize("cell", ["1", 0.0, "x", "Thị", "?"])
    def test_other_marks_are_asked(self, cell: Cell) -> None:
        assert asked(clean_gender(cell, {}))

    @pytest.mark.parametrize(
        ("heading", "female"),
        [
            ("Giới tính (1: Nam, 0: Nữ)", "0"), ("GT (Nam=0; Nữ=1)", "1"), ("Nam: 1 / Nữ: 2", "2"),
            ("Nữ 1, nam 0", "1"),
        ],
    )  # fmt: skip
    def test_digits_mean_what_the_heading_says(self, heading: str, female: str) -> None:
        codes = gender_codes(heading)
        assert clean_gender(float(female), codes).value is Gender.FEMALE
        assert len(codes) == 2

    @pytest.mark.parametrize("heading", ["Giới tính", "Nam/Nữ", "Nữ (1)", "Cột 1 nam nữ"])
    def test_digits_mean_nothing_without_an_explanation(self, heading: str) -> None:
        assert gender_codes(heading) == {}


class TestEthnic:
    @pytest.mark.parametrize(
        ("text", "group"),
        [
            ("Thái", "Thái"), ("THÁI", "Thái"), ("thai", "Thái"), ("Tày", "Tày"), ("tay", "Tày"),
            ("Táy", "Thái"), ("H'Mông", "Mông"), ("H’mông", "Mông"), ("Hmông", "Mông"),
            ("hmong", "Mông"), ("Mèo", "Mông"), ("Dân tộc Mường", "Mường"), ("DT: Kinh", "Kinh"),
            ("Kinh (Việt)", "Kinh"), ("Khơ-me", "Khmer"), ("Êđê", "Ê Đê"), ("Ê - đê", "Ê Đê"),
            ("Khơ Mú", "Khơ Mú"), ("Khơmú", "Khơ Mú"), ("Lào", "Lào"), ("Xinh-mun", "Xinh Mun"),
            ("Mèo trắng", "Mông"), ("Hơ Mông", "Mông"), ("Thái đen", "Thái"),
            ("Vân Kiều", "Bru-Vân Kiều"),
            ("D/tộc Dao", "Dao"), ("Cao Lan", "Sán Chay"), ("Gia-rai", "Gia Rai"),
            ("Thổ", "Thổ"), ("Thổ (Tày)", "Tày"), ("Mông đỏ", "Mông"),
        ],
    )  # fmt: skip
    def test_a_group_is_found_by_any_usual_name(
        self, text: str, group: str, ethnic: EthnicNames
    ) -> None:
        assert clean_ethnic(text, ethnic).value == group

    def test_a_groups_own_name_needs_no_repair(self, ethnic: EthnicNames) -> None:
        assert clean_ethnic("Mông", ethnic) == Cleaned("Mông", "Mông")

    @pytest.mark.parametrize(
        ("text", "groups"), [("Xá Khao", "Kháng / La Ha"), ("Lao", "La Hủ / Lào")]
    )
    def test_a_name_of_several_groups_is_asked(
        self, text: str, groups: str, ethnic: EthnicNames
    ) -> None:
        cleaned = clean_ethnic(text, ethnic)
        assert (cleaned.value, cleaned.marks[0].after) == (None, groups)
        assert kinds(cleaned) == {K.AMBIGUOUS_ETHNIC}

    @pytest.mark.parametrize("text", ["Xyz", "Thái Kinh", "Thái/Kinh", "Xã Thái", "?"])
    def test_an_unknown_name_is_asked(self, text: str, ethnic: EthnicNames) -> None:
        assert kinds(clean_ethnic(text, ethnic)) == {K.UNKNOWN_ETHNIC}


class TestAddress:
    @pytest.mark.parametrize(
        ("text", "address"),
        [
            ("Bản Nà Tong, xã Mường É, tỉnh Sơn La",
             Address("Bản Nà Tong", "xã Mường É", None, "tỉnh Sơn La")),
            ("Bản Nà Tong - xã Mường É - huyện Thuận Châu - Sơn La",
             Address("Bản Nà Tong", "xã Mường É", "huyện Thuận Châu", "Sơn La")),
            ("Nà Tong, xã Mường É", Address("Nà Tong", "xã Mường É")),
            ("Bản Nà Tong, Mường É", Address("Bản Nà Tong", "Mường É")),
            ("Nà Tong, Mường É, Sơn La", Address("Nà Tong", "Mường É", None, "Sơn La")),
            ("Bản Nà Tong, Mường É, Sơn La", Address("Bản Nà Tong", "Mường É", None, "Sơn La")),
            ("Bản Nà Tong", Address("Bản Nà Tong")), ("Xã Mường É", Address(None, "Xã Mường É")),
            ("Tổ 3, phường Tô Hiệu", Address("Tổ 3", "phường Tô Hiệu")),
            ("Bản Lắc, Tô Múa", Address("Bản Lắc", "Tô Múa")),
            ("ban Na Tong, xa Muong E", Address("ban Na Tong", "xa Muong E")),
            ("TDP 5, P. Chiềng Lề, TP. Sơn La",
             Address("TDP 5", "P. Chiềng Lề", None, "TP. Sơn La")),
        ],
    )  # fmt: skip
    def test_an_address_is_split(self, text: str, address: Address) -> None:
        assert clean_address(text).value == address

    def test_an_address_of_unknown_parts_stays_whole(self) -> None:
        cleaned = clean_address("gần chợ")
        assert cleaned.value == Address("gần chợ")
        assert kinds(cleaned) == {K.ADDRESS_UNCLEAR}
