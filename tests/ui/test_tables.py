"""Tables: short ones, very long ones, and what of them reaches Excel and Zalo."""

import threading
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QToolTip
from pytestqt.qtbot import QtBot
from taphuan.exports.columns import Column, ColumnKind
from taphuan.ui.jobs import Jobs
from taphuan.ui.palette import LIGHT, Tone
from taphuan.ui.tables.block_model import BLOCK, BLOCKS_KEPT, BlockTableModel
from taphuan.ui.tables.record_model import PLACEHOLDER, Look, RecordModel
from taphuan.ui.tables.table_model import TableModel
from taphuan.ui.tables.table_view import TableView
from taphuan.ui.widgets.empty_state import EmptyState
from taphuan.ui.widgets.status_pill import Pill
from taphuan.ui.widgets.symbols import Symbol

WAIT = 5000


@dataclass(frozen=True)
class Row:
    """An invented commune."""

    name: str
    people: int | None
    phone: str
    present: bool = True


COLUMNS: Sequence[Column[Row]] = (
    Column("name", "Xã", lambda r: r.name),
    Column("people", "Đăng ký", lambda r: r.people, ColumnKind.INTEGER),
    Column("phone", "Điện thoại", lambda r: r.phone, ColumnKind.PHONE),
    Column("mark", "B1", lambda r: r.present, ColumnKind.MARK),
)
ROWS = (
    Row("Thuận Châu", 2043, "0912 345 118"),
    Row("Bình Thuận", 186, "", False),
    Row("Mường É", None, "0866 120 771"),
)
CHECK = Pill("", Tone.PRESENT, Symbol.CHECK, "Có mặt")
ABSENT = Pill("V", Tone.REFUSED, meaning="Vắng")
LOOK: Look[Row] = Look(
    bold=frozenset({"name"}), pills={"mark": lambda r: CHECK if r.present else ABSENT}
)


def short() -> TableModel[Row]:
    """A table of three communes."""
    model = TableModel(COLUMNS, LOOK)
    model.set_records(ROWS)
    return model


def shown(qtbot: QtBot, model: RecordModel[Row], caption: str = "Tổng hợp") -> TableView:
    """A view on the screen."""
    view = TableView(model, caption)
    qtbot.addWidget(view)
    view.resize(700, 300)
    with qtbot.waitExposed(view):
        view.show()
    return view


def text(model: RecordModel[Row], row: int, column: int, role: int = 0) -> object:
    """What a cell says."""
    return model.data(model.index(row, column), role)


def test_figures_are_written_as_vietnam_writes_them_and_stand_at_the_right() -> None:
    model = short()
    assert text(model, 0, 1) == "2.043"
    right = model.data(model.index(0, 1), Qt.ItemDataRole.TextAlignmentRole)
    assert right & Qt.AlignmentFlag.AlignRight


def test_a_pill_speaks_its_whole_word() -> None:
    model = short()
    assert text(model, 1, 3) == "V"
    assert text(model, 1, 3, Qt.ItemDataRole.AccessibleTextRole) == "Vắng"
    assert text(model, 1, 3, Qt.ItemDataRole.ToolTipRole) == "Vắng"


@pytest.mark.parametrize(
    ("order", "first"),
    [(Qt.SortOrder.AscendingOrder, 186), (Qt.SortOrder.DescendingOrder, 2043)],
)
def test_sorting_leaves_empty_cells_at_the_end(order: Qt.SortOrder, first: int) -> None:
    model = short()
    model.sort(1, order)
    assert [row.people for row in model.records][::2] == [first, None]


def test_a_row_that_sums_up_stays_last_however_it_is_sorted() -> None:
    total = Row("Cộng", 0, "")
    model = TableModel(COLUMNS, Look(is_total=lambda r: r.name == "Cộng"))
    model.set_records([*ROWS, total])
    model.sort(0)
    assert model.records[-1] is total
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert model.records[-1] is total


def test_the_newest_scan_is_on_top_and_the_oldest_leaves() -> None:
    model = short()
    model.prepend(Row("Co Mạ", 1, ""), keep=3)
    assert [row.name for row in model.records] == ["Co Mạ", "Thuận Châu", "Bình Thuận"]


def test_copied_rows_come_with_headings_as_text_and_for_excel(qtbot: QtBot) -> None:
    view = shown(qtbot, short())
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    mime = QGuiApplication.clipboard().mimeData()
    lines = mime.text().split("\n")
    assert lines[0] == "Xã\tĐăng ký\tĐiện thoại\tB1"
    assert lines[1] == "Thuận Châu\t2043\t0912 345 118\t✓"
    assert len(lines) == 4
    assert "<td>2043</td>" in mime.html()
    assert "<td style=\"mso-number-format:'\\@'\">0912 345 118</td>" in mime.html()


def test_only_the_chosen_rows_are_copied(qtbot: QtBot) -> None:
    view = shown(qtbot, short())
    view.selectRow(0)
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    view.copy_rows()
    names = [line.split("\t")[0] for line in QGuiApplication.clipboard().text().split("\n")[1:]]
    assert names == ["Thuận Châu", "Bình Thuận"]


def test_what_a_person_is_called_cannot_become_html(qtbot: QtBot) -> None:
    model = TableModel(COLUMNS, LOOK)
    model.set_records([Row("<b>Lò</b>\tThị", 1, "")])
    shown(qtbot, model).copy_rows()
    mime = QGuiApplication.clipboard().mimeData()
    assert "&lt;b&gt;Lò" in mime.html()
    assert mime.text().split("\n")[1].count("\t") == 3


def test_a_table_is_copied_as_a_picture_in_light_colours(qtbot: QtBot) -> None:
    view = shown(qtbot, short())
    with qtbot.waitSignal(view.said) as said:
        view.copy_picture()
    image = QGuiApplication.clipboard().image()
    assert said.args == ["Đã chép ảnh của bảng"]
    assert image.width() > 500
    assert image.pixelColor(2, 2).name().upper() == LIGHT.surface
    inks = {
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(0, image.height(), 3)
    }
    assert LIGHT.present.tint in inks


def test_home_and_end_go_to_the_first_and_last_row(qtbot: QtBot) -> None:
    view = shown(qtbot, short())
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.selected_rows() == [2]
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.selected_rows() == [0]


def test_enter_opens_the_current_row(qtbot: QtBot) -> None:
    view = shown(qtbot, short())
    view.selectRow(1)
    with qtbot.waitSignal(view.opened, timeout=WAIT) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == [1]


def test_an_empty_table_says_what_to_do_until_it_has_rows(qtbot: QtBot) -> None:
    model: TableModel[Row] = TableModel(COLUMNS)
    view = shown(qtbot, model)
    state = EmptyState("users", "Chưa có học viên", "Nhập từ Excel…")
    view.set_empty(state)
    assert state.isVisible()
    model.set_records(ROWS)
    assert not state.isVisible()


def test_a_name_that_is_cut_is_shown_whole_in_a_tooltip(qtbot: QtBot) -> None:
    name = "Bạc Cầm Minh Quân " * 8
    model = TableModel(COLUMNS, LOOK)
    model.set_records([Row(name, 1, "")])
    view = shown(qtbot, model)
    spot = view.visualRect(model.index(0, 0)).center()
    option = QStyleOptionViewItem()
    option.rect = view.visualRect(model.index(0, 0))  # type: ignore[attr-defined]
    option.font = view.font()  # type: ignore[attr-defined]
    event = QHelpEvent(QEvent.Type.ToolTip, spot, view.mapToGlobal(spot))
    view.itemDelegate().helpEvent(event, view, option, model.index(0, 0))
    assert QToolTip.text() == name
    QToolTip.hideText()


class Source:
    """Gives people by their id, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[int, int]] = []
        self.go = threading.Event()
        self.go.set()

    def fetch(self, ids: "array[int]") -> list[Row]:
        self.go.wait(5)
        self.asked.append((ids[0], len(ids)))
        return [Row(f"Người {number}", number, "") for number in ids]


def long(source: Source, jobs: Jobs | None = None, rows: int = 350_000) -> BlockTableModel[Row]:
    """A table of very many people."""
    model = BlockTableModel(COLUMNS, source.fetch, jobs)
    model.set_ids(array("q", range(rows)))
    return model


def test_a_long_table_fetches_only_the_blocks_that_are_looked_at() -> None:
    source = Source()
    model = long(source)
    assert model.rowCount() == 350_000
    assert text(model, 349_999, 0) == "Người 349999"
    assert source.asked == [(349_800, BLOCK)]


def test_asking_what_a_cell_allows_fetches_nothing() -> None:
    source = Source()
    model = long(source)
    assert model.flags(model.index(300_000, 1)) & Qt.ItemFlag.ItemIsSelectable
    assert source.asked == []


def test_a_long_table_forgets_blocks_it_left_long_ago() -> None:
    source = Source()
    model = long(source)
    for number in range(BLOCKS_KEPT + 1):
        text(model, number * BLOCK, 0)
    text(model, 0, 0)
    assert source.asked.count((0, BLOCK)) == 2


def test_rows_on_their_way_show_a_placeholder_and_then_their_names(
    qtbot: QtBot, jobs: Jobs
) -> None:
    source = Source()
    source.go.clear()
    model = long(source, jobs)
    assert text(model, 5, 0) == PLACEHOLDER
    with qtbot.waitSignal(model.dataChanged, timeout=WAIT):
        source.go.set()
    assert text(model, 5, 0) == "Người 5"


def test_what_was_asked_before_the_ids_changed_is_not_shown(qtbot: QtBot, jobs: Jobs) -> None:
    source = Source()
    source.go.clear()
    model = long(source, jobs)
    text(model, 5, 0)
    model.set_ids(array("q", [77, 78]))
    text(model, 0, 0)
    with qtbot.waitSignal(model.dataChanged, timeout=WAIT):
        source.go.set()
    assert [text(model, row, 0) for row in (0, 1)] == ["Người 77", "Người 78"]


def test_scrolling_past_many_blocks_fetches_the_last_ones_only(qtbot: QtBot, jobs: Jobs) -> None:
    source = Source()
    source.go.clear()
    model = long(source, jobs)
    for number in range(100):
        text(model, number * BLOCK, 0)
    source.go.set()
    qtbot.waitUntil(lambda: text(model, 99 * BLOCK, 0) != PLACEHOLDER, timeout=WAIT)
    qtbot.waitUntil(lambda: jobs.is_idle, timeout=WAIT)
    assert len(source.asked) <= 4


def test_rows_that_are_gone_are_reported(qtbot: QtBot) -> None:
    model: BlockTableModel[Row] = BlockTableModel(COLUMNS, lambda ids: [])
    model.set_ids(array("q", [1, 2]))
    with qtbot.waitSignal(model.out_of_date, timeout=WAIT):
        assert text(model, 0, 0) == PLACEHOLDER


def test_rows_that_were_never_seen_are_copied_too(qtbot: QtBot, jobs: Jobs) -> None:
    view = shown(qtbot, long(Source(), jobs, rows=1000))
    with qtbot.waitSignal(view.said, timeout=WAIT) as said:
        view.copy_rows()
    assert said.args == ["Đã chép 1000 dòng"]
    assert QGuiApplication.clipboard().text().endswith("Người 999\t999\t\tTrue")


def test_more_rows_than_a_clipboard_takes_are_refused_in_words(
    qtbot: QtBot, jobs: Jobs, qapp: QApplication
) -> None:
    view = shown(qtbot, long(Source(), jobs))
    QGuiApplication.clipboard().setText("trước")
    with qtbot.waitSignal(view.said, timeout=WAIT) as said:
        view.copy_rows()
    assert "Excel" in said.args[0]
    assert QGuiApplication.clipboard().text() == "trước"


def test_a_sorted_heading_of_a_long_table_asks_the_database(qtbot: QtBot) -> None:
    model = long(Source())
    with qtbot.waitSignal(model.sort_asked) as asked:
        model.sort(0, Qt.SortOrder.DescendingOrder)
    assert asked.args == ["name", True]


def test_a_drag_over_the_table_does_not_open_anything(qtbot: QtBot) -> None:
    view = shown(qtbot, short())
    opened: list[int] = []
    view.opened.connect(opened.append)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, 20))
    assert view.selected_rows() == [0]
    assert opened == []
