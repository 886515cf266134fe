import json
import re

import pytest
from taphuan.importing.read import Unreadable
from taphuan.models.errors import AppError, ErrorCode
from taphuan.models.texts import sentence_of
from taphuan.paths import resource_path

PLACEHOLDERS = {
    "code", "commune", "course", "field", "file", "holder", "other", "path", "person",
    "province", "reason", "session", "skill", "value", "version",
}  # fmt: skip


def sentences() -> dict[str, dict[str, str]]:
    read: dict[str, dict[str, str]] = json.loads(
        resource_path("i18n/errors.json").read_text("utf-8")
    )
    return read


def holes(text: str) -> set[str]:
    return set(re.findall(r"{(\w+)}", text))


@pytest.mark.parametrize("code", list(ErrorCode))
def test_every_code_has_a_sentence_in_both_languages(code: ErrorCode) -> None:
    found = sentences()[code]
    assert set(found) == {"vi", "en"}
    assert found["vi"] != found["en"]


def test_no_sentence_belongs_to_a_code_that_is_gone() -> None:
    assert set(sentences()) == {code.value for code in ErrorCode}


@pytest.mark.parametrize("code", list(ErrorCode))
def test_both_languages_say_the_same_data_in_at_least_two_sentences(code: ErrorCode) -> None:
    found = sentences()[code]
    assert holes(found["vi"]) == holes(found["en"])
    assert holes(found["vi"]) <= PLACEHOLDERS
    for text in found.values():
        assert text.endswith(".")
        assert len(re.findall(r"\.(?:\s|$)", text)) >= 2, "what happened, then what to do"


def test_no_identity_number_can_stand_in_a_sentence() -> None:
    assert "cccd" not in PLACEHOLDERS
    assert "cccd" not in resource_path("i18n/errors.json").read_text("utf-8").lower()


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("reason", list(Unreadable))
def test_why_a_file_is_unreadable_is_said_in_words(reason: Unreadable, language: str) -> None:
    error = AppError(ErrorCode.FILE_UNREADABLE, file="ds.xls", reason=reason)
    told = sentence_of(error, language)
    assert "ds.xls" in told and "_" not in told and "…" not in told


def test_each_reason_has_words_of_its_own_in_each_language() -> None:
    def told(reason: Unreadable, language: str) -> str:
        return sentence_of(AppError(ErrorCode.FILE_UNREADABLE, reason=reason), language)

    everything = {told(reason, language) for reason in Unreadable for language in ("vi", "en")}
    assert len(everything) == 2 * len(Unreadable)


def test_a_password_is_called_a_password() -> None:
    error = AppError(ErrorCode.FILE_UNREADABLE, file="ds.xlsx", reason=Unreadable.PASSWORD)
    assert "bỏ mật khẩu" in sentence_of(error, "vi")
    assert "remove the password" in sentence_of(error, "en")


def test_a_value_that_is_not_valid_names_its_field_in_words() -> None:
    error = AppError(ErrorCode.BAD_VALUE, field="cutoff_day", value=32)
    assert "ngày chốt số liệu tháng" in sentence_of(error, "vi")
    unheard_of = AppError(ErrorCode.BAD_VALUE, field="--out", value="x")
    assert "--out" in sentence_of(unheard_of, "en")
