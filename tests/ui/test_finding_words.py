from dataclasses import replace

import pytest
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
from taphuan.ui.finding_words import (
    Treatment,
    answer_words,
    finding_pill,
    finding_words,
    line_pill,
    line_treatment,
    treatment,
)
from taphuan.ui.palette import Tone

ZERO = Finding("DS", 12, "SĐT", FindingKind.PHONE_ZERO, Severity.REPAIR, "912345678", "0912345678")
BAD = Finding(
    "DS", 12, "NS", FindingKind.BAD_DATE, Severity.QUESTION, "32/13/1988", None, False, True
)
SPACES = Finding("DS", 12, "Họ tên", FindingKind.SPACES, Severity.NOTE, "Lò  Ên", "Lò Ên")


def line(state: ImportRowState, *findings: Finding) -> ReviewLine:
    texts = dict.fromkeys(ReviewColumn, "")
    return ReviewLine(RowKey("a" * 64, "DS", 12), "ds.xlsx", state, texts, {}, findings)


@pytest.mark.parametrize("kind", list(FindingKind))
def test_every_kind_of_finding_has_words(kind: FindingKind) -> None:
    assert len(finding_words(replace(ZERO, kind=kind))) > 3


def test_a_repair_is_amber_a_question_red_and_a_refused_repair_neither() -> None:
    assert finding_pill(ZERO).tone is Tone.LATE
    assert finding_pill(BAD).tone is Tone.REFUSED
    assert finding_pill(replace(ZERO, applied=False)).tone is Tone.NEUTRAL


def test_a_row_shows_its_gravest_finding_and_counts_the_others_but_not_tidied_spaces() -> None:
    pill = line_pill(line(ImportRowState.HELD, BAD, ZERO, SPACES))
    assert pill is not None and pill.text == "Ngày sinh không hợp lệ +1"
    assert pill.meaning == "Ngày sinh không hợp lệ\nMất số 0 đầu"
    assert line_pill(line(ImportRowState.ADDED, SPACES)) is None


def test_a_row_says_what_becomes_of_it_and_what_could_be_done_instead() -> None:
    repaired = line_treatment(line(ImportRowState.ADDED, ZERO))
    assert repaired == Treatment("Đã thêm lại", "giữ như tệp")
    assert repaired.text == "Đã thêm lại · giữ như tệp"
    assert line_treatment(line(ImportRowState.ADDED)).text == ""
    assert line_treatment(line(ImportRowState.MATCHED)).text == "Đã có, không thêm lần nữa"
    refused = replace(ZERO, applied=False, open=True)
    held = line_treatment(line(ImportRowState.HELD, refused))
    assert held == Treatment("Giữ như tệp, để lại", "sửa như đề xuất")
    out = line_treatment(line(ImportRowState.DISCARDED, ZERO))
    assert out == Treatment("Bỏ qua dòng này", "lấy lại")


def test_an_open_question_asks_for_a_value_or_a_choice() -> None:
    assert line_treatment(line(ImportRowState.HELD, BAD)) == Treatment("Sửa: ………", "để sau", True)
    twin = replace(BAD, kind=FindingKind.POSSIBLE_DUPLICATE)
    asked = line_treatment(line(ImportRowState.HELD, twin))
    assert asked.asks and asked.more == "cùng người · hai người · để sau"


def test_an_answered_question_says_its_answer_and_is_green() -> None:
    answered = replace(BAD, open=False, answer=Answer(AnswerKind.LEAVE_OUT))
    assert line_treatment(line(ImportRowState.ADDED, answered)) == Treatment("Để trống", "đổi")
    assert finding_pill(answered).tone is Tone.PRESENT


@pytest.mark.parametrize("kind", list(AnswerKind))
def test_every_answer_has_words(kind: AnswerKind) -> None:
    assert len(answer_words(Answer(kind))) > 3


def test_a_possible_duplicate_names_who_it_may_be() -> None:
    people = (Candidate("1", "Lò Thị Hương", "1990, Bản Púa"), Candidate("2", "Lò Thị Hường"))
    twin = replace(BAD, kind=FindingKind.POSSIBLE_DUPLICATE, candidates=people[:1])
    assert finding_words(twin) == "Có thể trùng: Lò Thị Hương (1990, Bản Púa)"
    assert finding_words(replace(twin, candidates=people)).endswith(" và 1 người nữa")


def test_two_communes_of_one_row_are_asked_as_two() -> None:
    asked = replace(BAD, kind=FindingKind.AMBIGUOUS_COMMUNE, before="Thuận Châu | XÃ MƯỜNG É")
    assert finding_words(asked) == "Ghi hai xã khác nhau"
    assert treatment(asked) == "“Thuận Châu” hay “XÃ MƯỜNG É”?"
    assert finding_words(replace(asked, before="Bình Thuận")) == "Nhiều xã cùng tên"


def test_a_number_or_an_id_of_somebody_else_says_whose_it_is() -> None:
    kind = FindingKind.IDENTITY_CONFLICT
    asked = replace(BAD, kind=kind, before="Quàng Văn Nam", after="Lò Văn Kiên")
    assert treatment(asked) == "trong tệp “Quàng Văn Nam”, đang lưu của “Lò Văn Kiên”"
    assert finding_words(asked) == "Số căn cước của người khác"
    of_id = replace(asked, field=Field.PROGRAM_ID)
    assert finding_words(of_id) == "Mã học viên của người khác"


def test_an_ethnic_group_is_shown_only_while_it_is_asked_about() -> None:
    alias = replace(ZERO, kind=FindingKind.ETHNIC_ALIAS, field=Field.ETHNIC, before="Mèo")
    assert treatment(alias) == "(dân tộc không hiện)"
    unknown = replace(BAD, kind=FindingKind.UNKNOWN_ETHNIC, field=Field.ETHNIC, before="Xyz")
    assert "Xyz" in treatment(unknown)


def test_a_repair_is_told_with_what_stood_there_and_what_stands_there_now() -> None:
    assert treatment(ZERO) == "“912345678” → “0912345678”"
    assert treatment(replace(ZERO, applied=False)) == "giữ “912345678” như trong tệp"


def test_a_repeated_row_names_the_other_one() -> None:
    repeated = replace(BAD, kind=FindingKind.DUPLICATE_IN_FILE, before="Lò Thị Ên", after="9")
    assert finding_words(repeated) == "Có thể trùng với dòng 9"
    assert finding_words(replace(repeated, open=False)) == "Trùng với dòng 9"
    elsewhere = replace(repeated, open=False, after="Lớp 2!9")
    assert finding_words(elsewhere) == "Trùng với dòng 9, sheet “Lớp 2”"
    other_file = replace(repeated, after="a.xlsx!DS!9")
    assert finding_words(other_file) == "Có thể trùng với dòng 9, tệp a.xlsx"
