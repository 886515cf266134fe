from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from taphuan.importing.fields import Field
from taphuan.importing.findings import (
    Answer,
    AnswerKind,
    Candidate,
    Finding,
    FindingKind,
    RowKey,
    Severity,
)
from taphuan.models.enums import ImportRowState
from taphuan.services.lists.review import ReviewColumn, ReviewLine
from taphuan.ui.pages.import_steps.answers import offers, takes_text
from taphuan.ui.pages.import_steps.question_rows import QuestionRows
from taphuan.ui.theme import Theme

FILE = "a" * 64


def finding(
    row: int, kind: FindingKind, severity: Severity, candidates: Sequence[Candidate] = ()
) -> Finding:
    question = severity is Severity.QUESTION
    return Finding(
        "DS", row, "Ngày sinh", kind, severity, "32/13/1990", None, not question, question,
        Field.BIRTH, FILE, tuple(candidates),
    )  # fmt: skip


def bad_date(row: int) -> Finding:
    return finding(row, FindingKind.BAD_DATE, Severity.QUESTION)


def line(row: int, *findings: Finding) -> ReviewLine:
    texts = {ReviewColumn.NAME: f"Lò Văn {row}", ReviewColumn.BIRTH: "1990"}
    held = any(f.open for f in findings)
    state = ImportRowState.HELD if held else ImportRowState.ADDED
    marked = {ReviewColumn.BIRTH: findings[0]} if findings else {}
    return ReviewLine(RowKey(FILE, "DS", row), "a.xlsx", state, texts, marked, findings)


@pytest.fixture
def rows(qtbot: QtBot, theme: Theme) -> QuestionRows:
    rows = QuestionRows("Dòng")
    qtbot.addWidget(rows)
    rows.resize(1100, 620)
    rows.show()
    return rows


def test_twenty_thousand_rows_keep_place_and_need_no_widget_each(
    qtbot: QtBot, rows: QuestionRows
) -> None:
    lines = [line(n, *([bad_date(n)] if n in (15_000, 19_000) else [])) for n in range(1, 20_001)]
    rows.show_lines(lines, lines)
    before = len(rows.findChildren(QPushButton))
    rows.next_question()
    assert rows.selected() is lines[14_999]
    at = rows.table.verticalScrollBar().value()
    lines[14_999] = line(15_000)
    rows.show_lines(lines, lines)
    assert rows.selected() is lines[14_999] and rows.table.verticalScrollBar().value() == at
    assert len(rows.findChildren(QPushButton)) <= before + 10


def test_after_an_answer_the_next_question_is_chosen_even_when_the_row_leaves_the_filter(
    qtbot: QtBot, rows: QuestionRows
) -> None:
    lines = [line(n, bad_date(n)) for n in (2, 3, 4)]
    rows.show_lines(lines, lines)
    rows.choose(0)
    with qtbot.waitSignal(rows.decided) as said:
        qtbot.keyClick(rows.table, Qt.Key.Key_1)
    assert said.args[1] == Answer(AnswerKind.LEAVE_OUT)
    rest = [line(2), *lines[1:]]
    rows.show_lines(rest, rest[1:])
    assert rows.selected() is lines[1]


def test_later_remembers_nothing_and_goes_on(qtbot: QtBot, rows: QuestionRows) -> None:
    lines = [line(2, bad_date(2)), line(3), line(4, bad_date(4))]
    rows.show_lines(lines, lines)
    rows.choose(0)
    with qtbot.assertNotEmitted(rows.decided):
        qtbot.keyClick(rows.table, Qt.Key.Key_2)
    assert rows.selected() is lines[2]


def test_enter_leads_to_where_the_right_value_is_typed(qtbot: QtBot, rows: QuestionRows) -> None:
    lines = [line(2, bad_date(2))]
    rows.show_lines(lines, lines)
    rows.choose(0)
    qtbot.keyClick(rows.table, Qt.Key.Key_Return)
    field = rows.panel.field
    assert field is not None and field.placeholderText() == "ngày/tháng/năm hoặc năm sinh"
    field.setText("1991")
    with qtbot.waitSignal(rows.decided) as said:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert said.args[1] == Answer(AnswerKind.VALUE, "1991")


@pytest.mark.parametrize("width", [1100, 780])
def test_no_width_of_a_usual_window_makes_the_rows_scroll_sideways(
    rows: QuestionRows, width: int
) -> None:
    rows.resize(width, 500)
    name = Candidate("1", "Nguyễn Thị Thanh Thơm", "15/06/1961, Bản Nà Tong, xã Mường É")
    twin = finding(2, FindingKind.POSSIBLE_DUPLICATE, Severity.QUESTION, [name])
    long = ReviewLine(
        RowKey(FILE, "DS", 2),
        "a.xlsx",
        ImportRowState.HELD,
        {
            ReviewColumn.NAME: "Nguyễn Thị Thanh Thơm",
            ReviewColumn.BIRTH: "15/06/1961",
            ReviewColumn.GENDER: "Nữ",
            ReviewColumn.IDENTITY: "••••••••1234",
            ReviewColumn.PHONE: "0912345678",
            ReviewColumn.HAMLET: "Tiểu khu Nà Tong Trên",
            ReviewColumn.COMMUNE: "Phổng Lái → Bình Thuận",
        },
        {},
        (twin,),
    )
    rows.show_lines([long], [long])
    assert rows.table.horizontalScrollBar().maximum() == 0


def test_the_chosen_row_stays_in_sight_above_what_is_asked_of_it(rows: QuestionRows) -> None:
    rows.resize(1100, 420)
    lines = [line(n, bad_date(n)) for n in range(2, 9)]
    rows.show_lines(lines, lines)
    rows.choose(6)
    view = rows.table.viewport().rect()
    assert view.contains(rows.table.visualRect(rows.model.index(6, 0)).center())


def test_a_click_on_the_treatment_opens_the_answers_there(qtbot: QtBot, rows: QuestionRows) -> None:
    lines = [line(2, bad_date(2))]
    rows.show_lines(lines, lines)
    rows.choose(0)
    last = rows.model.index(0, rows.model.columnCount() - 1)
    menu = rows.menu_of(last)
    assert [a.text() for a in menu.actions() if a.text()] == [
        "Để trống ô này",
        "Để sau",
        "Gõ giá trị đúng…",
        "Bỏ qua dòng này",
    ]
    assert rows.table.indexAt(rows.table.visualRect(last).center() - QPoint(0, 0)) == last


@pytest.mark.parametrize("kind", list(FindingKind))
def test_every_question_can_be_answered(kind: FindingKind) -> None:
    asked = finding(2, kind, Severity.QUESTION, [Candidate("1", "Mường É")])
    assert any(offer.answer for offer in offers(asked))
    assert offers(asked)[-1].answer is None


@pytest.mark.parametrize("kind", list(FindingKind))
def test_every_repair_can_be_refused_and_taken_again(kind: FindingKind) -> None:
    repair = finding(2, kind, Severity.REPAIR)
    assert offers(repair)[0].answer == Answer(AnswerKind.REFUSE)


def test_rows_of_people_known_already_that_say_nothing_else_are_joined_with_one_answer(
    qtbot: QtBot, rows: QuestionRows
) -> None:
    def twin(row: int, *agrees: bool) -> Finding:
        people = [Candidate(str(n), "Lò Thị Ên", agrees=same) for n, same in enumerate(agrees)]
        return finding(row, FindingKind.POSSIBLE_DUPLICATE, Severity.QUESTION, people)

    same = [twin(2, True), twin(4, True)]
    lines = [
        line(2, same[0]),
        line(3, twin(3, False)),
        line(4, same[1]),
        line(5, twin(5, True, True)),
    ]
    rows.show_lines(lines, lines)
    for row in range(4):
        rows.choose(row)
        button = rows.panel.all_same
        assert button is not None and button.text() == "Cùng một người cho cả 2 dòng giống hệt"
    with qtbot.waitSignal(rows.decided) as said:
        button.click()
    assert said.args == [same, Answer(AnswerKind.SAME_PERSON)]
    rows.show_lines(lines[:2], lines[:2])
    rows.choose(0)
    assert rows.panel.all_same is None, "its own button answers for one row alone"


def test_a_number_of_somebody_else_is_theirs_left_out_or_typed_anew() -> None:
    who = [Candidate("1", "Lò Văn Kiên"), Candidate("2", "Cầm Văn Án")]
    asked = replace(
        finding(2, FindingKind.IDENTITY_CONFLICT, Severity.QUESTION, who[:1]),
        field=Field.IDENTITY_NUMBER,
    )
    words = ["Là Lò Văn Kiên", "Người khác, để trống số", "Để sau"]
    assert [offer.words for offer in offers(asked)] == words and takes_text(asked)
    both = offers(replace(asked, candidates=tuple(who)))
    assert AnswerKind.LEAVE_OUT in [offer.answer.kind for offer in both if offer.answer]
    assert not takes_text(replace(asked, field=Field.PROGRAM_ID))


def test_nobody_is_asked_to_type_who_somebody_is() -> None:
    assert not takes_text(finding(2, FindingKind.POSSIBLE_DUPLICATE, Severity.QUESTION))
    assert takes_text(finding(2, FindingKind.MISSING_NAME, Severity.QUESTION))
    missing = finding(2, FindingKind.MISSING_NAME, Severity.QUESTION)
    assert AnswerKind.LEAVE_OUT not in [o.answer.kind for o in offers(missing) if o.answer]
