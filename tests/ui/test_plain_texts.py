"""Stored names are shown as they are written, never read as HTML."""

import ast
from pathlib import Path

import pytest
import taphuan
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QTextDocument
from PySide6.QtWidgets import QLabel, QStyleOptionViewItem, QToolTip
from pytestqt.qtbot import QtBot
from taphuan.exports.columns import Column, ColumnKind
from taphuan.ui.rail import Rail
from taphuan.ui.tables.table_model import TableModel
from taphuan.ui.tables.table_view import TableView
from taphuan.ui.widgets.labels import ElidedLabel, label, plain_tooltip

HAMLET = "<b>x</b> bản Púa, xã Thuận Châu, tỉnh Sơn La"
UI = Path(taphuan.__file__).parent / "ui"


def read(tooltip: str) -> str:
    """What a tooltip shows: Qt reads it as HTML when it looks like it."""
    document = QTextDocument()
    if "<" in tooltip and not tooltip.startswith(HAMLET):
        document.setHtml(tooltip)
        return document.toPlainText()
    document.setHtml(tooltip)
    return document.toPlainText()


def test_a_tooltip_shows_a_name_as_it_is_written() -> None:
    assert read(HAMLET).startswith("x bản")  # what Qt would make of it
    assert read(plain_tooltip(HAMLET)) == HAMLET
    assert plain_tooltip("Bản Púa & bản Bó") == "Bản Púa & bản Bó"


def test_a_cut_name_is_whole_in_its_tooltip(qtbot: QtBot) -> None:
    words = ElidedLabel(HAMLET)
    qtbot.addWidget(words)
    words.resize(40, 20)
    with qtbot.waitExposed(words):
        words.show()
    assert words.is_cut()
    assert read(words.toolTip()) == HAMLET
    assert {words.textFormat(), label(HAMLET).textFormat()} == {Qt.TextFormat.PlainText}


def test_a_cut_cell_is_whole_in_its_tooltip(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _, text, *__: said.append(text))
    columns: tuple[Column[str], ...] = (
        Column("hamlet", "Thôn, bản", lambda name: name, ColumnKind.TEXT, 4),
    )
    model: TableModel[str] = TableModel(columns)
    model.set_records([HAMLET])
    table = TableView(model, "Thôn, bản")
    qtbot.addWidget(table)
    option = QStyleOptionViewItem()
    option.rect.setWidth(40)  # type: ignore[attr-defined]
    event = QHelpEvent(QEvent.Type.ToolTip, QPoint(), QPoint())
    assert table.itemDelegate().helpEvent(event, table, option, model.index(0, 0))
    assert [read(text) for text in said] == [HAMLET]


def test_the_organiser_in_the_rail_is_no_html(qtbot: QtBot) -> None:
    rail = Rail([])
    qtbot.addWidget(rail)
    rail.set_foot(HAMLET, "")
    line = next(one for one in rail.findChildren(QLabel) if one.text() == HAMLET)
    assert line.textFormat() is Qt.TextFormat.PlainText


def test_every_tooltip_of_stored_text_is_made_plain() -> None:
    bare = [
        f"{path.name}:{call.lineno}"
        for path in UI.rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and _sets_tooltip(call) and not _is_ours(call.args[0])
    ]
    assert bare == []


def _sets_tooltip(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and call.func.attr == "setToolTip"


def _is_ours(text: ast.expr) -> bool:
    """Words of the program itself, or made plain."""
    if isinstance(text, ast.IfExp):
        return _is_ours(text.body) and _is_ours(text.orelse)
    if isinstance(text, ast.Call) and isinstance(text.func, ast.Attribute):
        return text.func.attr == "format" and _is_ours(text.func.value)
    if isinstance(text, ast.Call) and isinstance(text.func, ast.Name):
        return text.func.id in ("tr", "plain_tooltip")
    return isinstance(text, ast.Constant)
