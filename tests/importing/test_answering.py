"""What somebody decided on findings: for a row just read, and for one that waited."""

from datetime import date

import pytest
from taphuan.importing.answering import answered
from taphuan.importing.fields import Field
from taphuan.importing.findings import Answer, AnswerKind, Answers, FindingKind, Severity
from taphuan.importing.plan import PersonRow, row_from_cells, row_to_cells
from taphuan.models.enums import Gender

from .plans import ETHNIC, TODAY, answering, found, key, kinds, only, plan_from

K, A = FindingKind, AnswerKind
HEADER = ("Họ và tên", "Ngày sinh", "Giới tính", "Dân tộc", "Số CCCD", "SĐT", "Bản")
GOOD: dict[str, object] = {
    "name": "Lò Thị An", "birth": "05/03/1990", "gender": "Nữ", "ethnic": "Thái",
    "identity": "014190000012", "phone": "0912345678", "hamlet": "Bản Lào",
}  # fmt: skip


def person(**other: object) -> tuple[object, ...]:
    return tuple({**GOOD, **other}.values())


def decided(cells: tuple[object, ...], kind: K, answer: A, value: str = "") -> PersonRow:
    """The person, one finding decided on; read anew and settled later give the same."""
    first = only(plan_from(HEADER, cells))
    answers = answering(found(first, kind), answer, value)
    fresh = only(plan_from(HEADER, cells, answers=answers))
    later = answered(waited(first), answers, ETHNIC, TODAY)
    assert values(fresh) == values(later)
    assert fresh.held == later.held
    return fresh


def waited(row: PersonRow) -> PersonRow:
    """The row as it comes back from where it was kept."""
    cells = row_to_cells(row)
    assert (row.identity_number or "none") not in cells
    return row_from_cells(row.sheet, row.row, cells, row.identity_number, row.findings)


def values(row: PersonRow) -> tuple[object, ...]:
    return (
        row.name, row.gender, row.birth_date, row.birth_year, row.ethnic, row.identity_number,
        row.phone, row.hamlet, row.commune, row.employer,
    )  # fmt: skip


class TestTypedValues:
    def test_a_typed_value_is_cleaned_as_its_cell_is(self) -> None:
        row = decided(person(birth="31/02/1990"), K.BAD_DATE, A.VALUE, "3-2-1990")
        assert (row.birth_date, row.held) == (date(1990, 2, 3), False)
        edited = found(row, K.EDITED)
        assert (edited.before, edited.after) == ("31/02/1990", "03/02/1990")
        assert edited.severity is Severity.NOTE

    def test_a_value_that_is_still_wrong_stays_open(self) -> None:
        row = decided(person(birth="31/02/1990"), K.BAD_DATE, A.VALUE, "30/02/1990")
        assert row.held
        assert found(row, K.BAD_DATE).answer == Answer(A.VALUE, "30/02/1990")

    def test_a_typed_identity_number_is_shown_masked(self) -> None:
        row = decided(person(identity="0141900"), K.BAD_IDENTITY, A.VALUE, "014190000012")
        assert (row.identity_number, row.held) == ("014190000012", False)
        assert "014190000012" not in repr(row)

    @pytest.mark.parametrize(
        ("field", "cell", "kind", "typed", "attribute", "value"),
        [
            ("ethnic", "Xyz", K.UNKNOWN_ETHNIC, "Mèo", "ethnic", "Mông"),
            ("ethnic", "Lao", K.AMBIGUOUS_ETHNIC, "Lào", "ethnic", "Lào"),
            ("gender", "?", K.BAD_GENDER, "nữ", "gender", Gender.FEMALE),
            ("phone", "014190000013", K.BAD_PHONE, "912345678", "phone", "0912345678"),
            ("name", "Lò Văn 2", K.BAD_NAME, "Lò Văn Hai", "name", "Lò Văn Hai"),
            ("name", None, K.MISSING_NAME, "Lò Thị An", "name", "Lò Thị An"),
            ("hamlet", "#REF!", K.FORMULA_ERROR, "Bản Cụ", "hamlet", "Bản Cụ"),
            ("birth", "#N/A", K.FORMULA_ERROR, "1990", "birth_year", 1990),
        ],
    )  # fmt: skip
    def test_every_question_of_a_cell_takes_a_value(
        self, field: str, cell: object, kind: K, typed: str, attribute: str, value: object
    ) -> None:
        row = decided(person(**{field: cell}), kind, A.VALUE, typed)
        assert (getattr(row, attribute), row.held) == (value, False)

    def test_a_repair_may_be_typed_over(self) -> None:
        row = decided(person(name="LÒ THỊ AN"), K.NAME_CASE, A.VALUE, "Lò Thị Ân")
        assert (row.name, kinds(row)) == ("Lò Thị Ân", [K.NAME_CASE, K.EDITED])
        assert not found(row, K.NAME_CASE).applied


class TestOtherAnswers:
    def test_a_cell_left_out_counts_as_empty(self) -> None:
        row = decided(person(ethnic="Xyz"), K.UNKNOWN_ETHNIC, A.LEAVE_OUT)
        assert (row.ethnic, row.held) == (None, False)

    def test_nobody_comes_in_without_a_name(self) -> None:
        assert decided(person(name="Lò 2"), K.BAD_NAME, A.LEAVE_OUT).held

    def test_a_name_may_be_right_as_it_is(self) -> None:
        row = decided(person(name="Lò Văn 2"), K.BAD_NAME, A.KEEP)
        assert (row.name, row.held) == ("Lò Văn 2", False)

    def test_an_age_may_be_right_as_it_is(self) -> None:
        row = decided(person(birth="05/03/1915", identity=None), K.BAD_DATE, A.KEEP)
        assert (row.birth_date, row.held) == (date(1915, 3, 5), False)

    def test_a_refused_repair_keeps_what_was_typed(self) -> None:
        row = decided(person(name="LÒ THỊ AN"), K.NAME_CASE, A.REFUSE)
        assert (row.name, row.held) == ("LÒ THỊ AN", False)

    def test_a_repair_refused_where_nothing_else_can_be_kept_holds_the_row(self) -> None:
        assert decided(person(identity=14190000012.0), K.IDENTITY_ZERO, A.REFUSE).held

    def test_a_repair_that_held_a_row_may_be_taken_later(self) -> None:
        cells = person(identity=14190000012.0)
        held = only(plan_from(HEADER, cells, answers=Answers(accept_repairs=False)))
        assert held.held
        row = answered(waited(held), Answers(), ETHNIC, TODAY)
        assert (row.identity_number, row.held) == ("014190000012", False)
        still = answered(waited(held), Answers(accept_repairs=False), ETHNIC, TODAY)
        assert still.held

    def test_findings_of_the_data_file_are_left_alone(self) -> None:
        row = only(plan_from(HEADER, person(name="LÒ THỊ AN")))
        answers = Answers({key(2, Field.COMMUNE, K.UNKNOWN_COMMUNE): Answer(A.VALUE, "03727")})
        assert answered(row, answers, ETHNIC, TODAY) == row


class TestContradictions:
    def test_year_and_number_that_disagree_are_asked_with_both(self) -> None:
        row = only(plan_from(HEADER, person(birth="05/03/1991")))
        asked = found(row, K.IDENTITY_BIRTH_MISMATCH)
        assert [c.key for c in asked.candidates] == ["1991", "1990"]
        assert (asked.field, asked.open) == (Field.BIRTH, True)

    def test_both_may_be_right(self) -> None:
        row = decided(person(birth="05/03/1991"), K.IDENTITY_BIRTH_MISMATCH, A.KEEP)
        assert (row.birth_year, row.identity_number, row.held) == (1991, "014190000012", False)

    def test_the_year_may_be_corrected(self) -> None:
        row = decided(person(birth="05/03/1991"), K.IDENTITY_BIRTH_MISMATCH, A.VALUE, "05/03/1990")
        assert (row.birth_date, row.held) == (date(1990, 3, 5), False)
        assert K.EDITED in kinds(row)

    def test_the_number_may_be_corrected(self) -> None:
        cells = person(birth="05/03/1991")
        row = decided(cells, K.IDENTITY_BIRTH_MISMATCH, A.VALUE, "014191000012")
        assert (row.identity_number, row.held) == ("014191000012", False)
        assert "014191000012" not in repr(row.findings).replace("value='014191000012'", "")

    def test_a_correction_that_still_disagrees_stays_open(self) -> None:
        assert decided(person(birth="5/3/1991"), K.IDENTITY_BIRTH_MISMATCH, A.VALUE, "1992").held

    def test_the_gender_may_be_corrected(self) -> None:
        row = decided(person(gender="Nam"), K.IDENTITY_GENDER_MISMATCH, A.VALUE, "Nữ")
        assert (row.gender, row.held) == (Gender.FEMALE, False)

    def test_a_typed_number_is_compared_as_well(self) -> None:
        row = decided(person(identity="0141"), K.BAD_IDENTITY, A.VALUE, "014085000012")
        assert {K.IDENTITY_BIRTH_MISMATCH, K.IDENTITY_GENDER_MISMATCH} <= set(kinds(row))
        assert row.held

    def test_a_typed_number_tells_the_gender(self) -> None:
        row = decided(person(identity="0141", gender=None), K.BAD_IDENTITY, A.VALUE, "014190000012")
        assert (row.gender, row.held) == (Gender.FEMALE, False)

    def test_day_and_year_in_two_columns_that_disagree_are_asked(self) -> None:
        header = ("Họ tên", "Ngày sinh", "Năm sinh")
        row = only(plan_from(header, ("Lò An", "05/03/1990", 1991.0)))
        answers = answering(found(row, K.BIRTH_CONTRADICTION), A.VALUE, "05/03/1991")
        settled = answered(row, answers, ETHNIC, TODAY)
        assert (settled.birth_date, settled.held) == (date(1991, 3, 5), False)
