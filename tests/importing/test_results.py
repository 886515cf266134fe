"""Tables of results: who, and a column for each skill."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from taphuan.importing.results import ResultRow, read_results
from taphuan.models.enums import Skill, SkillResult
from taphuan.models.errors import AppError, ErrorCode

NAMES = {"dvc": Skill.DVC, "DVC": Skill.DVC, "Thanh toán": Skill.PAYMENT, "Mua sắm": Skill.SHOPPING}

Write = Callable[[str], Path]


@pytest.fixture
def written(tmp_path: Path) -> Write:
    """A .csv with this text."""

    def write(text: str) -> Path:
        path = tmp_path / "results.csv"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_sheet_of_excel_is_read_below_its_titles(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["KẾT QUẢ"], [], ["STT", "Họ và tên", "DVC", "Thanh toán"], [1, "Lò Thị Én", 1, 0]):
        sheet.append(row)
    book.save(tmp_path / "results.xlsx")
    results = {Skill.DVC: SkillResult.PASS, Skill.PAYMENT: SkillResult.FAIL}
    assert read_results(tmp_path / "results.xlsx", NAMES) == [ResultRow(4, "Lò Thị Én", results)]


@pytest.mark.parametrize(
    ("word", "result"),
    [
        ("đạt", SkillResult.PASS), ("ĐẠT", SkillResult.PASS), ("x", SkillResult.PASS),
        ("✓", SkillResult.PASS), ("pass", SkillResult.PASS), ("chưa đạt", SkillResult.FAIL),
        ("Không đạt", SkillResult.FAIL), ("0", SkillResult.FAIL),
        ("chưa hiểu", SkillResult.NOT_UNDERSTOOD), ("not_understood", SkillResult.NOT_UNDERSTOOD),
        ("vướng", SkillResult.STUCK), ("stuck", SkillResult.STUCK),
    ],
)  # fmt: skip
def test_results_are_told_by_customary_words(
    written: Write, word: str, result: SkillResult
) -> None:
    rows = read_results(written(f"name,dvc\nLò Thị Én,{word}\n"), NAMES)
    assert [row.results for row in rows] == [{Skill.DVC: result}]


def test_a_blank_cell_says_nothing_and_a_strange_one_is_told(written: Write) -> None:
    table = written("Họ tên,dvc,Mua sắm,Thanh toán\nA,x,,tốt\nB,,,\n,x,,\n")
    assert read_results(table, NAMES) == [
        ResultRow(2, "A", {Skill.DVC: SkillResult.PASS}, unclear=("Thanh toán", "tốt"))
    ]


def test_a_card_is_surer_than_a_name_where_there_is_one(written: Write) -> None:
    table = written("Họ tên,Mã thẻ,dvc\nLò Thị Én,1234567890123456,x\nLò Thị Ẻn,,x\n")
    assert [row.who for row in read_results(table, NAMES)] == ["1234567890123456", "Lò Thị Ẻn"]


def test_a_list_without_skills_is_no_table_of_results(written: Write) -> None:
    with pytest.raises(AppError) as refused:
        read_results(written("Họ tên,Năm sinh\nLò Thị Én,1990\n"), NAMES)
    assert refused.value.code == ErrorCode.NO_TABLE_FOUND
