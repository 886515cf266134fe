"""Whatever stands in the cells: people or questions, never a traceback, never a number shown."""

import re
from datetime import date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st
from taphuan.importing.answering import answered
from taphuan.importing.cells import Cell
from taphuan.importing.findings import Answer, AnswerKind, Answers
from taphuan.importing.plan import row_from_cells, row_to_cells

from .plans import ETHNIC, TODAY, plan_from

HEADER = (
    "Họ và tên", "Ngày sinh", "Năm sinh", "Giới tính", "Nam", "Nữ", "Dân tộc", "Số CCCD", "SĐT",
    "Bản", "Xã", "Địa chỉ", "Tổ", "Chức vụ", "Đơn vị công tác", "Ghi chú",
)  # fmt: skip
LONG_NUMBER = re.compile(r"\d{12}")
TEXTS = st.sampled_from(
    ["nt", "x", "-", "0", "N", "Nam", "Nữ", "014190000012", "'014190000012", "14190000012",
     "1.4E+10", "05/03/1990", "3/1990", "Bản Lào", "xã Mường É, tỉnh Sơn La", "UBND xã", "#REF!",
     "TrÇn V¨n Hïng", "Traàn Vaên", "LÒ THỊ ÊN", "0912345678", "+84 912 345 678", "Mèo",
     "014190000012 / 0912345678"]
) | st.text(max_size=20)  # fmt: skip
CELLS: st.SearchStrategy[Cell] = st.one_of(
    st.none(), TEXTS, st.booleans(), st.integers(0, 10**12).map(float),
    st.floats(0, 60_000, width=32), st.dates(date(1900, 1, 1), date(2030, 1, 1)),
    st.datetimes(datetime(1930, 1, 1), datetime(2020, 1, 1)),
)  # fmt: skip
ROWS = st.lists(st.tuples(*[CELLS] * len(HEADER)), min_size=1, max_size=4)
ANSWERS = st.sampled_from(AnswerKind), TEXTS


@settings(deadline=None)
@given(ROWS, *ANSWERS, st.booleans())
def test_any_cells_become_people_and_any_answer_is_taken(
    rows: list[tuple[Cell, ...]], kind: AnswerKind, value: str, accept: bool
) -> None:
    named = [("Lò Thị An", *row[1:]) for row in rows]
    plan = plan_from(HEADER, *named, answers=Answers(accept_repairs=accept))
    assert not LONG_NUMBER.search(" ".join(f"{f.before} {f.after}" for f in plan.findings))
    given = {finding.key: Answer(kind, value) for finding in plan.findings}
    answers = Answers(given, accept_repairs=accept)
    again = plan_from(HEADER, *named, answers=answers)
    assert [row.row for row in again.rows] == [row.row for row in plan.rows]
    for row in plan.rows:
        kept = row_from_cells("DS", row.row, row_to_cells(row), row.identity_number, row.findings)
        assert kept == row
        answered(kept, answers, ETHNIC, TODAY)


@settings(deadline=None)
@given(ROWS)
def test_rows_read_together_or_alone_say_the_same(rows: list[tuple[Cell, ...]]) -> None:
    """Clean rows take a short way, which a column of addresses closes; it leads to the same."""
    header = ("Họ tên", "Ngày sinh", "Giới tính", "Dân tộc", "Số CCCD", "SĐT", "Bản", "Xã")
    columns = (1, 3, 6, 7, 8, 9, 10)
    cells = [("Lò Thị An", *(row[i] for i in columns)) for row in rows]
    quick = plan_from(header, *cells)
    slow = plan_from((*header, "Địa chỉ"), *((*row, None) for row in cells))
    assert quick.rows == slow.rows
