"""TCVN3 has no accented capitals: they come back where the words around have theirs."""

import pytest
from taphuan.importing.fields import Field
from taphuan.importing.findings import AnswerKind, FindingKind
from taphuan.importing.legacy import Encoding
from taphuan.importing.tcvn3_capitals import with_capitals

from .plans import answering, found, only, plan_from

OLD = {0: Encoding.TCVN3, 1: Encoding.TCVN3}


@pytest.mark.parametrize(
    ("field", "text", "capital"),
    [
        (Field.NAME, "Lò Thị ánh", "Lò Thị Ánh"), (Field.NAME, "ún Văn Ba", "Ún Văn Ba"),
        (Field.NAME, "ín ỏn", "Ín Ỏn"), (Field.GIVEN_NAME, "ánh", "Ánh"),
        (Field.NAME, "lò thị ánh", "lò thị ánh"), (Field.NAME, "H'Mơ êban", "H'Mơ êban"),
        (Field.COMMUNE, "Mường é", "Mường É"), (Field.COMMUNE, "xã Mường é", "xã Mường É"),
        (Field.HAMLET, "Bản ít Ong", "Bản Ít Ong"), (Field.HAMLET, "bản é", "bản É"),
        (Field.HAMLET, "bản ít ong", "bản ít ong"), (Field.HAMLET, "ấp Mới", "ấp Mới"),
        (Field.TEAM, "Tổ công nghệ số bản ít Ong", "Tổ công nghệ số bản Ít Ong"),
        (Field.NOTE, "Con ông ánh", "Con ông ánh"),
    ],
)  # fmt: skip
def test_a_capital_stands_where_the_words_beside_have_one(
    field: Field, text: str, capital: str
) -> None:
    assert with_capitals(text, field) == capital


def test_it_is_part_of_the_repair_and_shown_with_it() -> None:
    rows = [("Hä vµ tªn", "X·"), ("Lß ThÞ ¸nh", "x· M\u00adêng Ð")]
    row = only(plan_from(*rows, encodings=OLD))
    assert (row.name, row.commune) == ("Lò Thị Ánh", "xã Mường É")
    repairs = [f for f in row.findings if f.kind is FindingKind.TCVN3]
    assert [f.after for f in repairs] == ["Lò Thị Ánh", "xã Mường É"]
    assert {f.kind for f in row.findings} == {FindingKind.TCVN3}


def test_the_font_of_capitals_still_shows_capitals() -> None:
    rows = [("Hä vµ tªn", "X·"), ("Lß ThÞ ¸nh", "x· M\u00adêng Ð")]
    row = only(plan_from(*rows, encodings=OLD, fonts={(2, 0): ".VnTimeH"}))
    repair = next(f for f in row.findings if f.kind is FindingKind.TCVN3)
    assert (repair.after, row.name) == ("LÒ THỊ ÁNH", "Lò Thị Ánh")


def test_vni_has_its_capitals_and_is_left_alone() -> None:
    rows = [("Hoï vaø teân", "Xaõ"), ("Loø Thò aùnh", "Möôøng eù")]
    row = only(plan_from(*rows, encodings=dict.fromkeys(OLD, Encoding.VNI)))
    assert (row.name, row.commune) == ("Lò Thị ánh", "Mường é")


def test_a_typed_name_wins_over_it() -> None:
    rows = [("Hä vµ tªn", "X·"), ("Lß ThÞ ¸nh", "Kinh")]
    repair = found(only(plan_from(*rows, encodings=OLD)), FindingKind.TCVN3)
    typed = answering(repair, AnswerKind.VALUE, "Lò Thị Anh")
    assert only(plan_from(*rows, encodings=OLD, answers=typed)).name == "Lò Thị Anh"
