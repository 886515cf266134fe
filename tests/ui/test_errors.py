"""Refusals in words, bugs with details to copy."""

from datetime import date

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from taphuan.models.errors import AppError, ErrorCode
from taphuan.models.texts import sentence
from taphuan.ui.errors import details, show


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("code", list(ErrorCode))
def test_every_refusal_has_a_sentence(code: ErrorCode, language: str) -> None:
    said = sentence(code, language, {})
    assert said != code
    assert said.endswith(".")
    assert sentence(code, "vi", {}) != sentence(code, "en", {})


def test_a_sentence_is_filled_and_what_is_missing_is_left_open() -> None:
    assert "{" not in sentence(ErrorCode.UNKNOWN_COURSE, "vi", {})
    assert sentence("unheard_of", "vi", {"day": date(2026, 3, 5)}) == "unheard_of"


def test_a_refusal_is_said_in_words(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    box = show(owner, AppError(ErrorCode.DISK_FULL))
    assert box.text() == sentence(ErrorCode.DISK_FULL, "vi", {})
    assert box.isVisible()
    box.close()


def test_a_bug_has_details_to_copy_and_stays_open_while_they_are_copied(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    box = show(owner, ZeroDivisionError("bug"))
    copy = next(b for b in box.buttons() if b.text() == "Chép chi tiết")
    copy.click()
    assert "ZeroDivisionError: bug" in QGuiApplication.clipboard().text()
    assert box.isVisible()
    assert box.icon() is QMessageBox.Icon.Critical
    box.close()


def test_details_name_the_line_that_failed() -> None:
    try:
        raise KeyError("khóa")
    except KeyError as error:
        assert "test_errors.py" in details(error)
