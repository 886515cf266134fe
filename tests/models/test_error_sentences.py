import json
import re

import pytest
from taphuan.models.errors import ErrorCode
from taphuan.paths import resource_path

PLACEHOLDERS = {
    "code", "commune", "course", "field", "file", "holder", "path", "person",
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
