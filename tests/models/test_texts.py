from datetime import date, datetime

from taphuan.models.errors import AppError, ErrorCode
from taphuan.models.texts import sentence, sentence_of


def test_a_refusal_is_told_in_the_language_asked_for_with_its_data() -> None:
    error = AppError(ErrorCode.COURSE_CODE_TAKEN, course="TH-01")
    vietnamese, english = sentence_of(error, "vi"), sentence_of(error, "en")
    assert "TH-01" in vietnamese and "TH-01" in english
    assert vietnamese != english


def test_what_the_data_lacks_shows_as_dots_not_as_braces() -> None:
    told = sentence(ErrorCode.UNKNOWN_COURSE, "vi", {})
    assert "…" in told
    assert "{" not in told


def test_an_unknown_language_falls_back_to_vietnamese() -> None:
    data = {"course": "TH-01"}
    assert sentence("unknown_course", "fr", data) == sentence("unknown_course", "vi", data)


def test_dates_and_lists_are_written_the_vietnamese_way() -> None:
    day, moment = date(2026, 3, 2), datetime(2026, 3, 2, 7, 55)
    assert "02/03/2026" in sentence("unknown_course", "vi", {"course": day})
    assert "07:55 02/03/2026" in sentence("unknown_course", "vi", {"course": moment})
    assert "TH-01, TH-02" in sentence("unknown_course", "vi", {"course": ["TH-01", "TH-02"]})


def test_a_code_without_a_sentence_is_answered_with_the_code() -> None:
    assert sentence("no_such_code", "vi", {}) == "no_such_code"
