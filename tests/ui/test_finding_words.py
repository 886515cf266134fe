from dataclasses import replace

import pytest
from taphuan.importing.findings import Finding, FindingKind, Severity
from taphuan.models.enums import ImportRowState
from taphuan.services.list_review import ReviewColumn, ReviewLine
from taphuan.ui.finding_words import (
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
    return ReviewLine("DS", 12, state, dict.fromkeys(ReviewColumn, ""), {}, findings)


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


def test_a_row_says_what_becomes_of_it() -> None:
    assert line_treatment(line(ImportRowState.ADDED, ZERO)) == "Đã sửa"
    assert line_treatment(line(ImportRowState.ADDED)) == ""
    assert line_treatment(line(ImportRowState.HELD, BAD)) == "Để lại, chưa nhập"
    assert line_treatment(line(ImportRowState.MATCHED)) == "Đã có, không thêm lần nữa"
    refused = replace(ZERO, applied=False, open=True)
    assert line_treatment(line(ImportRowState.HELD, refused)) == "Giữ như tệp, để lại"


def test_a_repair_is_told_with_what_stood_there_and_what_stands_there_now() -> None:
    assert treatment(ZERO) == "“912345678” → “0912345678”"
    assert treatment(replace(ZERO, applied=False)) == "giữ “912345678” như trong tệp"


def test_a_repeated_row_names_the_other_one() -> None:
    repeated = replace(BAD, kind=FindingKind.DUPLICATE_IN_FILE, before="Lò Thị Ên", after="9")
    assert finding_words(repeated) == "Có thể trùng với dòng 9"
    assert finding_words(replace(repeated, open=False)) == "Trùng với dòng 9"
