"""Identity numbers in other cells than their own: taken or hidden, never kept in clear."""

import json
from collections.abc import Sequence

import pytest
from taphuan.importing.answering import answered
from taphuan.importing.cells import Cell, Merge
from taphuan.importing.fields import Field
from taphuan.importing.findings import Answer, AnswerKind, Answers, FindingKind, Severity
from taphuan.importing.numbers_in_text import cut_out, number_in, without_numbers
from taphuan.importing.plan import ImportPlan, PersonRow, row_from_cells, row_to_cells

from .plans import ETHNIC, FILE, TODAY, answering, found, key, kinds, only, plan_from
from .sheets import found as table_of
from .sheets import sheet_of

K = FindingKind
NUMBER = "014086000123"
OTHER = "014086000456"
SHOWN = "••••••••0123"


def row_of(heading: str, cell: Cell, number: Cell = None, **said: Answers) -> PersonRow:
    """Lò Văn A, born in 1986, with one cell more."""
    header = ("Họ và tên", "Năm sinh", "Giới tính", "Số CCCD", heading)
    return only(plan_from(header, ("Lò Văn A", 1986, "Nam", number, cell), **said))


def named(name: str) -> PersonRow:
    """Somebody whose name's cell says this, born in 1986."""
    return only(plan_from(("Họ và tên", "Năm sinh", "Giới tính"), (name, 1986, "Nam")))


def told(plan: ImportPlan) -> str:
    """All that is kept or shown of a plan beside the numbers themselves."""
    cells = [row_to_cells(row) for row in plan.rows]
    return json.dumps([*cells, repr(plan.rows), repr(plan.tables)], ensure_ascii=False)


class TestInText:
    @pytest.mark.parametrize(
        ("text", "shown"),
        [
            (f"CCCD {NUMBER}", f"CCCD {SHOWN}"),
            ("014 086 000 123", SHOWN), ("014.086.000.123", SHOWN), ("014-086-000123", SHOWN),
            (f"{NUMBER} 0912345678", f"{SHOWN} 0912345678"),
            (f"{NUMBER}, {OTHER}", f"{SHOWN}, ••••••••0456"),
            ("999999999999", "••••••••9999"), ("14086000123", "•••••••0123"),
            ("CMND 050123456", "CMND •••••3456"), ("số: 050123456", "số: •••••3456"),
            ("050123456 (CMND)", "•••••3456 (CMND)"),
        ],
    )  # fmt: skip
    def test_a_number_shows_its_last_four_digits(self, text: str, shown: str) -> None:
        assert without_numbers(text) == shown

    @pytest.mark.parametrize(
        "text",
        [
            "0912345678", "0912 345 678 hoặc 0987 654 321", "+84912345678", "840912345678",
            "02123 855 678", "số điện thoại 912345678", "01.02.1980 2020", "01-02-1980 2021 2022",
            "nhiệm kỳ 2015-2020 2020", "2020 2021 2022", "DN4010123456789", "50.000.000 đồng",
        ],
    )  # fmt: skip
    def test_telephones_days_years_and_sums_stay(self, text: str) -> None:
        assert without_numbers(text) == cut_out(text) == text
        assert number_in(text) is None

    @pytest.mark.parametrize(
        "text",
        [
            f"Lò Văn A {NUMBER}", f"Lò Văn A (CCCD: {NUMBER})", f"Lò Văn A - số CCCD {NUMBER}",
            f"Lò Văn A {NUMBER} (CCCD)", f"{NUMBER} Lò Văn A", "Lò Văn A, căn cước 014 086 000 123",
        ],
    )  # fmt: skip
    def test_it_is_cut_out_with_the_words_that_announce_it(self, text: str) -> None:
        assert cut_out(text) == "Lò Văn A"
        assert number_in(text) == NUMBER

    def test_a_bank_s_number_is_hidden_but_nobody_s(self) -> None:
        assert number_in(f"STK {NUMBER} Agribank") is None
        assert without_numbers(f"STK {NUMBER}") == f"STK {SHOWN}"

    def test_the_word_before_a_number_is_not_that_of_the_one_before_it(self) -> None:
        assert without_numbers("912345678 CMND 050123456") == "912345678 CMND •••••3456"


class TestTaken:
    def test_a_number_behind_the_name_is_the_person_s(self) -> None:
        row = named(f"LÒ VĂN A {NUMBER}")
        assert (row.name, row.identity_number) == ("Lò Văn A", NUMBER)
        repair = found(row, K.IDENTITY_FROM_TEXT)
        assert (repair.field, repair.column) == (Field.IDENTITY_NUMBER, "Họ và tên")
        assert (repair.before, repair.after) == (f"LÒ VĂN A {SHOWN}", SHOWN)
        assert (repair.severity, repair.applied) == (Severity.REPAIR, True)
        assert K.IDENTITY_MASKED not in kinds(row)

    @pytest.mark.parametrize(
        ("heading", "cell", "attribute", "kept"),
        [
            ("Ghi chú", f"CCCD {NUMBER}", "note", f"CCCD {SHOWN}"),
            ("Ghi chú", 14086000123, "note", "•••••••0123"),
            ("Chức vụ", NUMBER, "role", None),
            ("Chức vụ", f"Tổ phó - {NUMBER}", "role", "Tổ phó"),
            ("Đơn vị công tác", f"UBND xã, {NUMBER}", "employer", f"UBND xã, {SHOWN}"),
            ("Tổ CNSCĐ", f"Tổ bản Lào {NUMBER}", "team", "Tổ bản Lào"),
            ("Thôn/bản", f"Bản Lào {NUMBER}", "hamlet", "Bản Lào"),
            ("Xã", f"xã Mường É ({NUMBER})", "commune", "xã Mường É"),
            ("Địa chỉ", f"Bản Lào, xã Mường É, CCCD {NUMBER}", "commune", "xã Mường É"),
        ],
    )  # fmt: skip
    def test_one_in_another_cell_is_taken_and_the_text_is_without_it(
        self, heading: str, cell: Cell, attribute: str, kept: str | None
    ) -> None:
        row = row_of(heading, cell)
        assert row.identity_number == NUMBER
        assert getattr(row, attribute) == kept
        assert K.IDENTITY_FROM_TEXT in kinds(row)
        assert not row.held

    def test_who_has_a_number_keeps_it_and_the_other_is_hidden(self) -> None:
        row = row_of("Ghi chú", f"CCCD chồng: {OTHER}", NUMBER)
        assert (row.identity_number, row.note) == (NUMBER, "CCCD chồng: ••••••••0456")
        assert kinds(row) == [K.IDENTITY_MASKED]

    def test_a_damaged_own_number_is_asked_not_replaced(self) -> None:
        row = row_of("Ghi chú", f"CCCD {NUMBER}", "0140860001")
        assert row.identity_number is None
        assert [f.kind for f in row.findings if f.open] == [K.BAD_IDENTITY]

    def test_one_that_contradicts_the_row_is_asked(self) -> None:
        row = row_of("Ghi chú", "CCCD 014190000123")
        assert {f.kind for f in row.findings if f.open} == {
            K.IDENTITY_BIRTH_MISMATCH, K.IDENTITY_GENDER_MISMATCH,
        }  # fmt: skip

    def test_it_tells_the_gender_where_the_list_does_not(self) -> None:
        row = only(plan_from(("Họ và tên", "Năm sinh"), (f"Lò A {NUMBER}", 1986)))
        assert row.gender == "Nam"

    def test_a_merged_note_is_nobody_s_number(self) -> None:
        rows: Sequence[Sequence[Cell]] = (
            ("Họ và tên", "Năm sinh", "Ghi chú"),
            ("Lò Văn A", 1986, NUMBER), ("Lò Văn B", 1986, None),
        )  # fmt: skip
        second = plan_from(*rows, merges=[Merge(2, 3, 2, 2)]).rows[1]
        assert (second.identity_number, second.note) == (None, SHOWN)

    def test_a_number_of_eleven_digits_is_no_telephone(self) -> None:
        row = row_of("Điện thoại", "14086000123")
        assert row.phone is None
        assert found(row, K.BAD_PHONE).open


class TestDecided:
    def test_refused_nobody_has_it_and_the_text_is_still_without_it(self) -> None:
        repair = found(row_of("Ghi chú", NUMBER), K.IDENTITY_FROM_TEXT)
        again = row_of("Ghi chú", NUMBER, answers=answering(repair, AnswerKind.REFUSE))
        assert (again.identity_number, again.note, again.held) == (None, SHOWN, False)

    def test_where_no_repair_is_taken_unasked_the_row_waits_with_it(self) -> None:
        row = row_of("Ghi chú", NUMBER, answers=Answers(accept_repairs=False))
        assert (row.identity_number, row.held) == (NUMBER, True)

    @pytest.mark.parametrize(
        ("said", "number"), [(AnswerKind.KEEP, NUMBER), (AnswerKind.REFUSE, None)]
    )
    def test_a_row_that_waited_for_it_is_settled(
        self, said: AnswerKind, number: str | None
    ) -> None:
        row = row_of("Ghi chú", NUMBER, answers=Answers(accept_repairs=False))
        kept = row_from_cells("DS", 2, row_to_cells(row), row.identity_number, row.findings)
        settled = answered(
            kept, answering(found(row, K.IDENTITY_FROM_TEXT), said, accept=False), ETHNIC, TODAY
        )
        assert (settled.identity_number, settled.held) == (number, False)


class TestPlaces:
    @pytest.mark.parametrize("cell", [NUMBER, "0912345678", "123456789", f"bản {NUMBER}"])
    @pytest.mark.parametrize(
        ("heading", "field"),
        [("Thôn/bản", Field.HAMLET), ("Xã", Field.COMMUNE), ("Địa chỉ", Field.ADDRESS)],
    )
    def test_figures_are_no_place_but_a_question(
        self, heading: str, field: Field, cell: str
    ) -> None:
        row = row_of(heading, cell)
        question = found(row, K.ADDRESS_UNCLEAR)
        assert (question.field, question.open) == (field, True)
        assert (row.hamlet, row.commune) == (None, None)

    def test_a_typed_number_is_none_either(self) -> None:
        asked = found(row_of("Thôn/bản", NUMBER), K.ADDRESS_UNCLEAR)
        wrong = row_of("Thôn/bản", NUMBER, answers=answering(asked, AnswerKind.VALUE, OTHER))
        assert wrong.held
        typed = row_of("Thôn/bản", NUMBER, answers=answering(asked, AnswerKind.VALUE, "Bản Lào"))
        assert (typed.hamlet, typed.held) == ("Bản Lào", False)

    def test_a_hamlet_with_a_short_number_is_one(self) -> None:
        assert kinds(row_of("Thôn/bản", "Tiểu khu 12")) == []


class TestKept:
    def test_nothing_but_the_number_s_own_place_tells_it(self) -> None:
        header = ("Họ và tên", "Năm sinh", "Thôn/bản", "Xã", "Chức vụ", "Ghi chú", "SĐT")
        filled = tuple(f"Lò {NUMBER}" for _ in header)
        plan = plan_from(
            (f"Xã Mường É, người lập: {NUMBER}",), header, filled, ("Lò A", *filled[1:])
        )
        assert len(plan.rows) == 2
        assert NUMBER not in told(plan)
        assert "0123" in told(plan)

    def test_a_person_taken_for_the_header_does_not_tell_theirs(self) -> None:
        match = table_of(sheet_of(f"Lò Văn A|1986|{NUMBER}\nLò Văn B|1987|{OTHER}"), 1)
        assert NUMBER not in repr(match)

    def test_what_was_typed_for_a_text_is_kept_without_it(self) -> None:
        row = row_of("Ghi chú", "#REF!")
        typed = Answer(AnswerKind.VALUE, f"CCCD {NUMBER}")
        said = Answers({key(2, Field.NOTE, K.FORMULA_ERROR): typed})
        assert row.findings[0].file == FILE
        assert row_of("Ghi chú", "#REF!", answers=said).note == f"CCCD {SHOWN}"
