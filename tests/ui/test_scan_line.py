"""The scan line tells a scanner from a person who types."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from taphuan.ui.pages.check_in_parts.scan_line import SILENCE_MS, ScanLine, codes_in, is_fast

CODE, OTHER = "1234567890123456", "6543210987654321"


class Keys:
    """A clock that a test moves key by key."""

    def __init__(self) -> None:
        self.now = 0.0
        self.step = 0.01

    def __call__(self) -> float:
        self.now += self.step
        return self.now


@pytest.fixture
def keys() -> Keys:
    return Keys()


@pytest.fixture
def line(qtbot: QtBot, keys: Keys) -> Iterator[ScanLine]:
    line = ScanLine(keys)
    qtbot.addWidget(line)
    line.show()
    yield line


def scanned(line: ScanLine) -> list[str]:
    found: list[str] = []
    line.scanned.connect(found.append)
    return found


def ended(line: ScanLine) -> list[tuple[str, bool]]:
    found: list[tuple[str, bool]] = []
    line.ended.connect(lambda text, fast: found.append((text, fast)))
    return found


def test_enter_ends_a_scan_and_the_line_is_empty_before_anybody_hears_of_it(
    line: ScanLine,
) -> None:
    heard: list[tuple[str, str]] = []
    line.scanned.connect(lambda code: heard.append((code, line.text())))
    QTest.keyClicks(line, CODE)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert heard == [(CODE, "")]


def test_a_scanner_without_enter_ends_by_silence(qtbot: QtBot, line: ScanLine) -> None:
    with qtbot.waitSignal(line.scanned, timeout=2000) as heard:
        QTest.keyClicks(line, CODE)
    assert heard.args == [CODE]
    assert line.text() == ""


def test_a_code_typed_by_hand_waits_for_enter(qtbot: QtBot, line: ScanLine, keys: Keys) -> None:
    keys.step = 0.3
    found = scanned(line)
    with qtbot.assertNotEmitted(line.scanned, wait=2 * SILENCE_MS):
        QTest.keyClicks(line, "1234 5678 9012 3456")
    QTest.keyClick(line, Qt.Key.Key_Enter)
    assert found == [CODE]


def test_two_scans_that_run_together_are_two(line: ScanLine) -> None:
    found = scanned(line)
    QTest.keyClicks(line, CODE + OTHER)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert found == [CODE, OTHER]


def test_a_scan_behind_something_half_typed_is_the_scan(line: ScanLine, keys: Keys) -> None:
    found, said = scanned(line), ended(line)
    keys.step = 0.4
    QTest.keyClicks(line, "lo th")
    keys.step = 0.01
    QTest.keyClicks(line, CODE)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert found == [CODE]
    assert said == []


def test_a_name_is_for_a_person_to_choose(line: ScanLine, keys: Keys) -> None:
    keys.step = 0.2
    found, said = scanned(line), ended(line)
    QTest.keyClicks(line, "lo thi en")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert (found, said) == ([], [("lo thi en", False)])


def test_a_foreign_barcode_is_known_by_its_speed(line: ScanLine) -> None:
    said = ended(line)
    QTest.keyClicks(line, "https://example.vn/a")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert said == [("https://example.vn/a", True)]


def test_while_a_scanner_types_nobody_is_looked_up(line: ScanLine) -> None:
    asked: list[str] = []
    line.asked.connect(asked.append)
    QTest.keyClicks(line, CODE)
    assert asked[-1] == ""


def test_enter_on_an_empty_line_says_nothing(line: ScanLine) -> None:
    found, said = scanned(line), ended(line)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert (found, said) == ([], [])


def test_ctrl_z_on_the_empty_line_does_not_bring_the_last_scan_back(
    qtbot: QtBot, line: ScanLine
) -> None:
    QTest.keyClicks(line, CODE)
    QTest.keyClick(line, Qt.Key.Key_Return)
    with qtbot.waitSignal(line.undo_asked):
        QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == ""


def test_few_keys_say_nothing_about_who_typed() -> None:
    assert not is_fast([0.0, 0.01, 0.02])
    assert is_fast([n * 0.01 for n in range(16)])
    assert not is_fast([n * 0.2 for n in range(16)])


def test_what_was_pasted_is_a_code_only_when_it_is_one() -> None:
    assert codes_in("1234 5678 9012 3456", []) == [CODE]
    assert codes_in("12345", []) == []
    assert codes_in(CODE + OTHER, []) == []
