"""The parts of pages: what a user sees of them, and what the keyboard does."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from taphuan.paths import resource_path
from taphuan.ui.dialogs.ask_name import AskNameDialog
from taphuan.ui.icons import pixmap
from taphuan.ui.jobs import Jobs, Progress
from taphuan.ui.page import Page
from taphuan.ui.palette import Tone
from taphuan.ui.widgets.banner import Banner
from taphuan.ui.widgets.bar_list import Bar, BarList
from taphuan.ui.widgets.button import Button, plain, primary
from taphuan.ui.widgets.figure_card import FigureCard
from taphuan.ui.widgets.filter_chips import Chip, FilterChips
from taphuan.ui.widgets.labels import ElidedLabel
from taphuan.ui.widgets.progress_strip import ProgressStrip
from taphuan.ui.widgets.search_box import SearchBox
from taphuan.ui.widgets.status_pill import Pill, StatusPill
from taphuan.ui.widgets.symbols import Symbol
from taphuan.ui.widgets.tab_bar import TabBar

WAIT = 5000


def show(qtbot: QtBot, widget: QWidget) -> None:
    """Put a widget on the screen."""
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()


def test_search_waits_for_the_last_key_and_answers_enter_at_once(qtbot: QtBot) -> None:
    box = SearchBox("Tìm tên, không cần dấu", delay=60_000)
    show(qtbot, box)
    qtbot.keyClicks(box, " lo thi ")
    with qtbot.waitSignal(box.searched, timeout=WAIT) as searched:
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert searched.args == ["lo thi"]


def test_typing_alone_searches_after_the_delay(qtbot: QtBot) -> None:
    box = SearchBox("Tìm", delay=1)
    show(qtbot, box)
    with qtbot.waitSignal(box.searched, timeout=WAIT) as searched:
        qtbot.keyClicks(box, "lo")
    assert searched.args[0].startswith("l")


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_F3, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier),
    ],
)
def test_f3_and_ctrl_f_lead_to_the_search(
    qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    page = QWidget()
    box, other = SearchBox("Tìm"), QLineEdit()
    column = QVBoxLayout(page)
    column.addWidget(other)
    column.addWidget(box)
    show(qtbot, page)
    page.activateWindow()
    other.setFocus()
    qtbot.keyClick(other, key, modifier)
    qtbot.waitUntil(box.hasFocus, timeout=WAIT)


def test_escape_empties_the_search(qtbot: QtBot) -> None:
    box = SearchBox("Tìm", delay=1)
    show(qtbot, box)
    qtbot.keyClicks(box, "lo")
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""


def test_tabs_move_with_the_arrow_keys(qtbot: QtBot) -> None:
    bar = TabBar([("info", "Thông tin"), ("people", "Học viên (130)")])
    show(qtbot, bar)
    assert bar.current() == "info"
    with qtbot.waitSignal(bar.chosen, timeout=WAIT) as chosen:
        qtbot.keyClick(bar.findChildren(Button)[0], Qt.Key.Key_Right)
    assert chosen.args == ["people"]
    assert bar.current() == "people"


def test_chips_keep_their_choice_when_their_counts_change(qtbot: QtBot) -> None:
    chips = FilterChips([Chip("all", "Tất cả", 168), Chip("held", "Cần quyết định", 5)])
    show(qtbot, chips)
    qtbot.mouseClick(chips.findChildren(Button)[1], Qt.MouseButton.LeftButton)
    chips.show_chips([Chip("all", "Tất cả", 168), Chip("held", "Cần quyết định", 4)])
    assert chips.current() == "held"
    assert [b.text() for b in chips.findChildren(Button)] == ["Tất cả 168", "Cần quyết định 4"]


def test_a_bar_is_as_long_as_its_share(qtbot: QtBot) -> None:
    bars = BarList()
    bars.resize(400, 100)
    bars.show_bars([Bar("Muổi Nọi", 0.9, "90%"), Bar("Co Mạ", 0.3, "30%")])
    show(qtbot, bars)
    image = bars.grab().toImage()
    blue = [_count_blue(image, bars.row_rect(row).center().y()) for row in (0, 1)]
    assert 2.7 < blue[0] / blue[1] < 3.3
    assert "Muổi Nọi 90%" in bars.accessibleDescription()


def _count_blue(image: object, y: int) -> int:
    colours = (image.pixelColor(x, y) for x in range(image.width()))  # type: ignore[attr-defined]
    return sum(c.blue() > c.red() + 80 for c in colours)


def test_a_bar_is_opened_by_keyboard_and_mouse(qtbot: QtBot) -> None:
    bars = BarList()
    bars.show_bars([Bar("Muổi Nọi", 0.9, "90%"), Bar("Co Mạ", 0.3, "30%")])
    show(qtbot, bars)
    opened: list[int] = []
    bars.opened.connect(opened.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(bars, key)
    qtbot.mouseClick(bars, Qt.MouseButton.LeftButton, pos=bars.row_rect(0).center())
    assert opened == [1, 0]


def test_a_figure_opens_by_enter_and_is_copied_as_a_sentence(qtbot: QtBot) -> None:
    card = FigureCard("Đạt đủ 5 kỹ năng")
    card.show_figure("1.498", "78% người tham dự", "Đến 08:00 có 1.498 người đạt đủ 5 kỹ năng.")
    card.set_openable("Xem danh sách")
    show(qtbot, card)
    with qtbot.waitSignal(card.opened, timeout=WAIT):
        qtbot.keyClick(card, Qt.Key.Key_Return)
    card.copy_sentence()
    assert QGuiApplication.clipboard().text().startswith("Đến 08:00 có 1.498 người")
    assert card.accessibleName() == "Đạt đủ 5 kỹ năng: 1.498 (78% người tham dự)"


def test_a_banner_says_it_and_offers_what_to_do(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    assert banner.isHidden()
    banner.say("3 dòng để lại", Tone.LATE, "Xem")
    assert not banner.isHidden()
    with qtbot.waitSignal(banner.acted, timeout=WAIT):
        qtbot.mouseClick(banner.findChildren(Button)[0], Qt.MouseButton.LeftButton)
    assert banner.text == "3 dòng để lại"


def test_a_pill_is_wide_enough_for_its_word(qtbot: QtBot) -> None:
    short = StatusPill(Pill("V", Tone.REFUSED, meaning="Vắng"))
    long = StatusPill(Pill("Đã điểm danh", Tone.NEUTRAL, Symbol.DOT))
    qtbot.addWidget(short)
    qtbot.addWidget(long)
    assert long.sizeHint().width() > short.sizeHint().width() + 60
    assert short.accessibleName() == "Vắng"


def test_a_long_title_gives_way_and_is_whole_in_its_tooltip(qtbot: QtBot) -> None:
    title = ElidedLabel("Kỹ năng số cơ bản cho Tổ công nghệ số cộng đồng " * 3)
    show(qtbot, title)
    title.resize(200, 30)
    assert title.is_cut()
    assert title.toolTip() == title.text()


def test_on_a_narrow_page_the_subtitle_gives_way_before_the_title(qtbot: QtBot) -> None:
    page = Page("Tổng hợp theo xã")
    page.set_title("Tổng hợp theo xã", "9 xã · 01/01/2026 – 21/11/2026 · 38 lớp")
    page.header.add_action(plain("Xuất Excel"))
    page.header.add_action(primary("Lập báo cáo"))
    show(qtbot, page)
    page.resize(1100, 400)
    assert page.header.subtitle.isVisible()
    page.resize(480, 400)
    assert not page.header.subtitle.isVisible()
    qtbot.waitUntil(lambda: not page.header.title.is_cut(), timeout=WAIT)


def test_long_work_is_followed_and_can_be_stopped(qtbot: QtBot, jobs: Jobs) -> None:
    strip = ProgressStrip()
    qtbot.addWidget(strip)

    def work(progress: Progress) -> None:
        while True:
            progress.report(1, 168, "Đang in 1/168")

    handle = jobs.read(work, lambda _: None)
    strip.follow(handle, "Đang in thẻ")
    assert not strip.isHidden()
    qtbot.mouseClick(strip.findChildren(Button)[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(strip.isHidden, timeout=WAIT)
    assert handle.is_cancelled


def test_the_operators_name_is_needed_before_work_begins(qtbot: QtBot) -> None:
    dialog = AskNameDialog()
    show(qtbot, dialog)
    begin = next(b for b in dialog.findChildren(QWidget) if getattr(b, "text", str)() == "Bắt đầu")
    assert not begin.isEnabled()
    dialog.findChildren(QLineEdit)[0].setText("  Lò Thị   Mẫu ")
    assert begin.isEnabled()
    assert dialog.data() == "Lò Thị Mẫu"


@pytest.mark.parametrize("path", sorted(resource_path("icons").glob("*.svg")), ids=lambda p: p.stem)
def test_every_icon_can_be_drawn(qtbot: QtBot, path: object) -> None:
    image = pixmap(path.stem, "#0B5CAD", 24).toImage()  # type: ignore[attr-defined]
    drawn = sum(image.pixelColor(x, y).alpha() > 0 for x in range(24) for y in range(24))
    assert drawn > 15
