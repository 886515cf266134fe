"""The settings page: who we are, how the window looks, and what becomes of the data file."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from taphuan.db.database import Database
from taphuan.db.engine import connect
from taphuan.machine import load_machine
from taphuan.models.clock import local, utc_now
from taphuan.models.context import Context
from taphuan.services.settings import Settings, load_settings, save_settings
from taphuan.ui.context import AppContext
from taphuan.ui.dialogs.about import AboutDialog
from taphuan.ui.pages.settings import SettingsPage, changed_values
from taphuan.ui.pages.settings_parts import data_card
from taphuan.ui.pages.settings_parts.data_file import program_command, size_words
from taphuan.ui.theme import ThemeChoice

Settled = Callable[[], None]


@pytest.fixture
def page(context: AppContext, shown: Callable[[SettingsPage], None]) -> SettingsPage:
    page = SettingsPage(context)
    shown(page)
    return page


def field(page: SettingsPage, name: str) -> QLineEdit:
    """The line of a setting, by what it is called for screen readers."""
    return next(f for f in page.findChildren(QLineEdit) if f.accessibleName() == name)


def enter(page: SettingsPage, name: str, text: str) -> None:
    """Type a text; Qt's test keys know no Vietnamese letters."""
    line = field(page, name)
    line.setText(text)
    line.textEdited.emit(text)


def stored(database: Database) -> Settings:
    return database.read(load_settings)


def test_it_shows_what_the_file_says_and_has_nothing_to_save(page: SettingsPage) -> None:
    assert page.province.text() == "Sơn La"
    assert field(page, "Cơ quan tổ chức").text() == "SỞ KHOA HỌC VÀ CÔNG NGHỆ"
    assert field(page, "Tên tổ").text() == "Tổ công nghệ số cộng đồng"
    assert field(page, "Người dùng máy").text() == "Lường Thị Kiểm"
    assert not page.save.isEnabled()


def test_a_change_is_saved_by_ctrl_s_and_taken_back(
    qtbot: QtBot, page: SettingsPage, database: Database, settled: Settled
) -> None:
    enter(page, "Họ và tên người ký", "Đèo Thị Xuân")
    assert page.save.isEnabled()
    qtbot.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settled()
    assert stored(database).signer_name == "Đèo Thị Xuân"
    assert page.banner.text == "Đã lưu thiết lập." and not page.save.isEnabled()
    page.banner._action.click()
    settled()
    assert stored(database).signer_name == "Cầm Văn Chỉnh"
    assert field(page, "Họ và tên người ký").text() == "Cầm Văn Chỉnh"


def test_numbers_are_saved_too(page: SettingsPage, database: Database, settled: Settled) -> None:
    page.rules._numbers["late_after"].setValue(20)
    page.rules._numbers["required_share"].setValue(75)
    page.save.click()
    settled()
    assert (stored(database).late_after, stored(database).required_share) == (20, 75)


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("Cơ quan tổ chức", "", "Hãy nhập tên cơ quan tổ chức."),
        ("Viết tắt trên số giấy", "S K", "không có dấu cách"),
        ("Viết tắt trên số giấy", "SKHCN/VP", "không có dấu cách"),
        ("Tên tổ", " ", "Hãy nhập tên gọi của tổ."),
        ("Người dùng máy", "", "Hãy nhập họ và tên người dùng máy."),
    ],
)
def test_what_cannot_be_saved_is_said_in_words(
    page: SettingsPage, name: str, text: str, words: str
) -> None:
    enter(page, name, text)
    assert words in page.header.subtitle.text()
    assert not page.save.isEnabled()


def test_a_field_that_is_wrong_has_a_red_line_until_it_is_right(page: SettingsPage) -> None:
    enter(page, "Viết tắt trên số giấy", "S K")
    assert field(page, "Viết tắt trên số giấy").property("wrong")
    enter(page, "Viết tắt trên số giấy", "UBND-VX")
    assert not field(page, "Viết tắt trên số giấy").property("wrong")
    assert page.save.isEnabled()


def test_what_the_shell_changed_meanwhile_is_not_overwritten(
    page: SettingsPage, database: Database, by: Context, settled: Settled
) -> None:
    enter(page, "Địa danh", "Thuận Châu")
    database.write(lambda s: save_settings(s, by, head_title="CHỦ TỊCH"))
    page.save.click()
    settled()
    assert (stored(database).place, stored(database).head_title) == ("Thuận Châu", "CHỦ TỊCH")


def test_what_is_being_typed_survives_a_reload(page: SettingsPage, settled: Settled) -> None:
    enter(page, "Địa danh", "Thuận")
    page.refresh()
    settled()
    assert field(page, "Địa danh").text() == "Thuận"


def test_the_operators_new_name_is_stamped_from_now_on(
    page: SettingsPage, context: AppContext, home: Path, settled: Settled
) -> None:
    enter(page, "Người dùng máy", "Lò Thị Ên")
    page.save.click()
    settled()
    assert context.by.operator == load_machine(home).operator == "Lò Thị Ên"


def test_the_theme_changes_at_once_and_is_remembered(
    page: SettingsPage, context: AppContext
) -> None:
    page.appearance.theme.choose("dark")
    assert context.theme.choice is ThemeChoice.DARK
    assert context.program.value("theme") == "dark"
    assert not page.save.isEnabled()


def test_another_language_waits_for_the_next_start_and_says_so(
    page: SettingsPage, context: AppContext
) -> None:
    assert not page.appearance.note.isVisible()
    page.appearance.language.choose("en")
    assert context.program.value("language") == "en"
    assert "lần mở chương trình sau" in page.appearance.note.text()
    page.appearance.language.choose("vi")
    assert not page.appearance.note.isVisible()


def test_the_data_file_is_shown_with_its_last_backup(
    page: SettingsPage, context: AppContext, settled: Settled
) -> None:
    assert page.data.file_path.text() == str(context.data_file)
    assert page.data.backups.text() == "Chưa có bản sao lưu nào"
    page.data.back_up()
    settled()
    assert page.banner.text.startswith("Đã sao lưu và kiểm tra:")
    assert page.data.backups.text() == f"{local(utc_now()):%d/%m/%Y}"


def test_a_backup_to_a_file_is_a_whole_copy(
    page: SettingsPage,
    tmp_path: Path,
    settled: Settled,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / "usb" / "bản sao.db"
    monkeypatch.setattr(data_card, "ask_save", lambda *_: target)
    page.data.back_up_to_file()
    settled()
    assert rows(target) == rows(page._context.data_file)
    assert page.banner.text == f"Đã lưu {target.parent}"


def test_a_backup_does_not_overwrite_a_file_of_another_kind(
    page: SettingsPage,
    jobs: object,
    tmp_path: Path,
    settled: Settled,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / "danh sách.xlsx"
    target.write_text("không phải dữ liệu")
    monkeypatch.setattr(data_card, "ask_save", lambda *_: target)
    page.data.back_up_to_file()
    settled()
    assert target.read_text() == "không phải dữ liệu"
    assert "đã có" in page.banner.text


def test_restoring_makes_a_new_file_and_tells_how_to_open_it(
    page: SettingsPage,
    context: AppContext,
    home: Path,
    tmp_path: Path,
    settled: Settled,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    source, target = tmp_path / "bản sao.db", tmp_path / "mới.db"
    machine = load_machine(home).id
    monkeypatch.setattr(data_card, "ask_save", lambda *_: source)
    page.data.back_up_to_file()
    settled()
    monkeypatch.setattr(data_card, "ask_open", lambda *_: source)
    monkeypatch.setattr(data_card, "ask_save", lambda *_: target)
    page.data.restore()
    settled()
    assert rows(target) == rows(context.data_file)
    assert load_machine(home).id != machine
    assert str(target) in page.banner.text and "taphuan --data" in page.banner.text
    started: list[Path] = []
    monkeypatch.setattr(page.data, "start_program", started.append)
    page.banner._action.click()
    assert started == [target]


def test_restoring_never_overwrites(
    page: SettingsPage,
    context: AppContext,
    data_file: Path,
    settled: Settled,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = rows(data_file)
    monkeypatch.setattr(data_card, "ask_open", lambda *_: data_file)
    monkeypatch.setattr(data_card, "ask_save", lambda *_: data_file)
    page.data.restore()
    settled()
    assert rows(data_file) == before
    assert "đã có" in page.banner.text


def test_a_sound_file_is_said_to_be_sound(page: SettingsPage, settled: Settled) -> None:
    page.data.check()
    settled()
    assert page.banner.text.startswith("Dữ liệu nguyên vẹn")
    assert "số học viên 0" in page.banner.text


def test_a_file_whose_rows_do_not_agree_is_said_to_be_so(
    page: SettingsPage, database: Database, by: Context, settled: Settled,
    make_person: Callable[..., object],
) -> None:  # fmt: skip
    database.write(lambda s: make_person(s))
    connection = connect(database.path)
    connection.execute("UPDATE person SET listed = 0")
    connection.close()
    page.data.check()
    settled()
    assert page.banner.text.startswith("Có 1 chỗ không khớp.")


def test_reference_data_comes_from_a_folder(
    page: SettingsPage, settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    from taphuan.paths import resource_path

    monkeypatch.setattr(data_card, "ask_folder", lambda *_: resource_path("reference"))
    page.data.update_reference()
    settled()
    assert "đơn vị hành chính, 0 đơn vị mới" in page.banner.text


def test_a_folder_without_reference_data_changes_nothing_and_says_so(
    page: SettingsPage, tmp_path: Path, settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(data_card, "ask_folder", lambda *_: tmp_path)
    page.data.update_reference()
    settled()
    assert "provinces.csv" in page.banner.text
    assert all(button.isEnabled() for button in page.data._buttons)


def test_about_opens_from_here(qtbot: QtBot, page: SettingsPage) -> None:
    page.about.click()
    dialog = page.findChild(AboutDialog)
    assert dialog is not None and dialog.isVisible()


def test_on_a_small_screen_the_cards_stand_in_one_column(qtbot: QtBot, page: SettingsPage) -> None:
    assert page.rules.x() > page.organiser.x()
    page.resize(640, 480)
    qtbot.waitUntil(lambda: page.rules.x() == page.organiser.x())


def test_only_what_differs_is_written() -> None:
    assert changed_values(Settings(place="Sơn La"), Settings(place="Mộc Châu")) == {
        "place": "Mộc Châu"
    }


@pytest.mark.parametrize(
    ("size", "words"), [(512, "0,5 KB"), (6_926_336, "6,6 MB"), (1024 * 1024, "1,0 MB")]
)
def test_a_size_is_written_as_people_read_it(size: int, words: str) -> None:
    assert size_words(size) == words


def test_another_window_is_opened_by_the_program_itself(tmp_path: Path) -> None:
    program, arguments = program_command(tmp_path / "mới.db")
    assert Path(program).exists()
    assert arguments == ["-m", "taphuan", "--data", str(tmp_path / "mới.db")]


def rows(path: Path) -> dict[str, int]:
    """How many rows each table has."""
    from taphuan.db.copying import row_counts

    connection = connect(path)
    try:
        return row_counts(connection)
    finally:
        connection.close()


def test_the_window_knows_of_changes_that_are_not_saved(page: SettingsPage) -> None:
    assert page.unsaved() == ""
    enter(page, "Địa danh", "Thuận Châu")
    assert page.unsaved() == "Thiết lập đã sửa nhưng chưa lưu."
