"""Text typed in TCVN3 and VNI: judged by the column, decoded, refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from taphuan.importing.findings import AnswerKind, Answers, FindingKind, Severity
from taphuan.importing.legacy import (
    Encoding,
    decode,
    encoding_of_font,
    is_capital_font,
    judge_columns,
)

from .plans import answering, found, kinds, only, plan_from

K = FindingKind
TCVN3_NAMES = ["TrÇn V¨n Hïng", "Lß ThÞ £n", "NguyÔn C«ng Giang"]
VNI_NAMES = ["Traàn Vaên Huøng", "Loø Thò EÂn", "Nguyeãn Coâng Giang"]
NAMES = ["Trần Văn Hùng", "Lò Thị Ên", "Nguyễn Công Giang"]
UNICODE_COLUMNS = [
    ["Vi Văn Tèo"], ["Tèo"], ["Hoà"], ["Hoàng Hoà", "Loan"], ["Café Hùng", "25°C"],
    ["Lý Là", "Hà Tú"], ["H'Mơ Ñuôl"], [*NAMES, TCVN3_NAMES[0]], [*NAMES, VNI_NAMES[0]], [],
    ["Côté", "Müller"], ["m²", "§ 5", "«Lan»"],
]  # fmt: skip


def judged(texts: list[str]) -> Encoding:
    """What a column alone in its table is taken for."""
    return judge_columns({0: texts}).get(0, Encoding.UNICODE)


class TestJudging:
    def test_a_column_in_an_old_encoding_is_known_by_its_words(self) -> None:
        assert judged(TCVN3_NAMES) is Encoding.TCVN3
        assert judged(VNI_NAMES) is Encoding.VNI
        assert judged(NAMES) is Encoding.UNICODE

    @pytest.mark.parametrize("texts", UNICODE_COLUMNS)
    def test_names_that_old_encodings_could_hold_are_left_alone(self, texts: list[str]) -> None:
        assert judged(texts) is Encoding.UNICODE

    def test_one_word_is_enough_where_the_rest_of_the_table_is_old(self) -> None:
        assert judged(["Th¸i", "Kinh"]) is Encoding.UNICODE
        assert judge_columns({1: TCVN3_NAMES, 4: ["Th¸i", "Kinh"], 5: ["Nam"]}) == {
            1: Encoding.TCVN3, 4: Encoding.TCVN3,
        }  # fmt: skip

    def test_a_font_decides_where_the_text_is_short(self) -> None:
        fonts = {(2, 0): "VNI-Times"}
        assert judge_columns({0: ["Thaùi"]}, lambda: fonts) == {0: Encoding.VNI}
        assert judge_columns({0: ["Thaùi"]}) == {}

    def test_the_file_is_not_opened_again_for_plain_text(self) -> None:
        def fonts() -> dict[tuple[int, int], str]:
            raise AssertionError

        assert judge_columns({0: NAMES, 1: ["Nam", "Nữ"]}, fonts) == {}

    @pytest.mark.parametrize(
        ("font", "encoding", "capital"),
        [
            (".VnTime", Encoding.TCVN3, False), (".VnTimeH", Encoding.TCVN3, True),
            (".vnArial", Encoding.TCVN3, False), ("VNI-Times", Encoding.VNI, False),
            ("Times New Roman", Encoding.UNICODE, False), ("VNI-BodoniH", Encoding.VNI, False),
        ],
    )  # fmt: skip
    def test_fonts_name_their_encoding(self, font: str, encoding: Encoding, capital: bool) -> None:
        assert (encoding_of_font(font), is_capital_font(font)) == (encoding, capital)


class TestDecoding:
    def test_names_come_back(self) -> None:
        assert [decode(name, Encoding.TCVN3) for name in TCVN3_NAMES] == NAMES
        assert [decode(name, Encoding.VNI) for name in VNI_NAMES] == NAMES

    def test_the_soft_hyphen_of_tcvn3_is_a_letter(self) -> None:
        assert decode("L\u00adêng V¨n B\u00ad\u00ac", Encoding.TCVN3) == "Lường Văn Bươ"

    @pytest.mark.parametrize(
        ("text", "decoded"),
        [
            ("ÑÖÔØNG LYÙ AÙNH MYÕ", "ĐƯỜNG LÝ ÁNH MỸ"), ("Vò Kyø Sæ", "Vị Kỳ Sỉ"),
            ("Haèng Haúng Haüng", "Hằng Hẳng Hẵng"), ("AÙnh Aùnh", "Ánh Ánh"), ("Thuî", "Thuỵ"),
        ],
    )  # fmt: skip
    def test_vni_writes_a_letter_with_two(self, text: str, decoded: str) -> None:
        assert decode(text, Encoding.VNI) == decoded

    @given(st.sampled_from(list(Encoding)), st.text(alphabet="aăâđêôơưạẳỡ nghtr", max_size=20))
    def test_text_with_letters_of_unicode_stays(self, encoding: Encoding, text: str) -> None:
        assert decode(f"ư{text}", encoding) == f"ư{text}"


class TestColumns:
    HEADER = ("Hä vµ tªn", "N¨m sinh", "D©n téc", "B¶n")

    def test_headings_and_cells_are_read_and_told(self) -> None:
        rows = [(name, 1990.0, "Th¸i", "B¶n Lµo") for name in TCVN3_NAMES]
        plan = plan_from(self.HEADER, *rows)
        assert [row.name for row in plan.rows] == NAMES
        assert {(row.ethnic, row.hamlet) for row in plan.rows} == {("Thái", "Bản Lào")}
        told = [f for f in plan.rows[0].findings if f.kind is K.TCVN3]
        assert [(f.column, f.before, f.after, f.severity) for f in told] == [
            ("Họ và tên", "TrÇn V¨n Hïng", "Trần Văn Hùng", Severity.REPAIR),
            ("Bản", "B¶n Lµo", "Bản Lào", Severity.REPAIR),
            ("Dân tộc", "Th¸i", "Thái", Severity.REPAIR),
        ]

    def test_vni_is_told_as_such(self) -> None:
        rows = [(name, 1990.0, "Baûn Laøo") for name in VNI_NAMES]
        plan = plan_from(("Hoï vaø teân", "Naêm sinh", "Baûn"), *rows)
        assert [(row.name, row.hamlet) for row in plan.rows] == [(n, "Bản Lào") for n in NAMES]
        assert kinds(plan.rows[0]) == [K.VNI, K.VNI]

    def test_a_refused_encoding_holds_the_row(self) -> None:
        rows = [(name, 1990.0) for name in TCVN3_NAMES]
        first = plan_from(self.HEADER[:2], *rows).rows[0]
        refused = answering(found(first, K.TCVN3), AnswerKind.REFUSE)
        again = plan_from(self.HEADER[:2], *rows, answers=refused)
        assert [row.held for row in again.rows] == [True, False, False]

    def test_a_user_may_say_that_a_column_is_unicode(self) -> None:
        rows = [(name, 1990.0) for name in TCVN3_NAMES]
        plan = plan_from(self.HEADER[:2], *rows, encodings={0: Encoding.UNICODE})
        assert 0 not in plan.tables[0].encodings
        assert kinds(plan.rows[0]) == [K.BAD_NAME]
        assert plan.rows[0].held

    def test_a_user_may_say_that_a_column_is_old(self) -> None:
        row = only(
            plan_from(("Họ tên", "Dân tộc"), ("Lò An", "Th¸i"), encodings={1: Encoding.TCVN3})
        )
        assert row.ethnic == "Thái"

    def test_a_few_old_cells_among_others_are_asked_not_garbled(self) -> None:
        plan = plan_from(("Họ tên", "Năm sinh"), *((n, 1990.0) for n in (*NAMES, "TrÇn V¨n Hïng")))
        assert [row.held for row in plan.rows] == [False, False, False, True]
        assert kinds(plan.rows[3]) == [K.BAD_NAME]

    def test_a_font_of_capitals_makes_capitals(self) -> None:
        rows = [(name, 1990.0) for name in TCVN3_NAMES]
        fonts = {(2, 0): ".VnTimeH", (3, 0): ".VnTime", (4, 0): ".VnTime"}
        refusing = Answers(accept_repairs=True)
        plan = plan_from(self.HEADER[:2], *rows, fonts=fonts, answers=refusing)
        told = found(plan.rows[0], K.TCVN3)
        assert told.after == "TRẦN VĂN HÙNG"
        assert plan.rows[0].name == "Trần Văn Hùng"
        assert kinds(plan.rows[0]) == [K.TCVN3, K.NAME_CASE]
        assert kinds(plan.rows[1]) == [K.TCVN3]
