"""Every text of the window is there in English, and Qt's own in Vietnamese."""

from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from string import Formatter
from types import ModuleType

import PySide6
import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from taphuan.ui.i18n import Language, install_language, language, tr

NEWER_THAN_QTS_OWN_FRENCH = {"&Look in:", "Files of &type:"}


def _load_tool() -> ModuleType:
    path = Path(__file__).with_name("update_translations.py")
    spec = spec_from_file_location("update_translations", path)
    assert spec and spec.loader
    module = module_from_spec(spec)
    import sys

    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


tool = _load_tool()


@pytest.fixture(autouse=True)
def vietnamese_again(qapp: QApplication) -> Iterator[None]:
    """Other tests expect Vietnamese."""
    yield
    install_language(qapp, Language.VIETNAMESE)


def test_every_text_of_the_code_is_translated() -> None:
    """After a failure: `python -m tests.ui.update_translations`, then write the English."""
    missing = tool.texts_of_the_code() - tool.translations(tool.ENGLISH).keys()
    assert sorted(text.source for text in missing) == []


def test_no_translation_is_left_of_a_text_that_is_gone() -> None:
    gone = tool.translations(tool.ENGLISH).keys() - tool.texts_of_the_code()
    assert sorted(text.source for text in gone) == []


def test_a_translation_keeps_the_places_to_fill() -> None:
    for text, forms in tool.translations(tool.ENGLISH).items():
        for form in forms:
            assert _places(form) <= _places(text.source), text.source
            assert _places(text.source) <= _places(form), text.source
        if text.counted:
            assert _places(text.source), text.source


def _places(text: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("source", tool.CATALOGUES, ids=lambda path: path.stem)
def test_the_compiled_catalogue_is_up_to_date(source: Path, tmp_path: Path) -> None:
    tool.compile_catalogue(source, tmp_path / "fresh.qm")
    assert source.with_suffix(".qm").read_bytes() == (tmp_path / "fresh.qm").read_bytes()


def test_qts_own_texts_that_we_translate_are_really_qts() -> None:
    french = QTranslator()
    folder = Path(PySide6.__file__).parent / "Qt" / "translations"
    if not (folder / "qtbase_fr.qm").exists():
        folder = Path(PySide6.__file__).parent / "translations"
    assert french.load(str(folder / "qtbase_fr.qm"))
    for context, source in _qt_texts():
        known = french.translate(context, source) or source in NEWER_THAN_QTS_OWN_FRENCH
        assert known, (context, source)


def test_qts_own_file_dialog_speaks_vietnamese(qapp: QApplication) -> None:
    install_language(qapp, Language.VIETNAMESE)
    dialog = QFileDialog(options=QFileDialog.Option.DontUseNativeDialog)
    words = [found.text().replace("&", "") for found in dialog.findChildren(QLabel)]
    assert words == ["Trong thư mục:", "Tên tệp:", "Loại tệp:"]


def _qt_texts() -> Iterator[tuple[str, str]]:
    from xml.etree import ElementTree as Xml

    for context in Xml.parse(tool.QT_VIETNAMESE).iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name") or "", message.findtext("source") or ""


def test_the_window_speaks_english_when_asked(qapp: QApplication) -> None:
    install_language(qapp, Language.ENGLISH)
    assert language() is Language.ENGLISH
    assert tr("Điểm danh") == "Check-in"
    install_language(qapp, Language.VIETNAMESE)
    assert tr("Điểm danh") == "Điểm danh"


def test_english_has_a_singular_and_a_plural(qapp: QApplication) -> None:
    assert tr("{count} người", 3) == "{count} người"
    install_language(qapp, Language.ENGLISH)
    assert (tr("{count} người", 1), tr("{count} người", 2)) == ("{count} person", "{count} people")


def test_standard_buttons_and_menus_are_vietnamese(qtbot: QtBot, qapp: QApplication) -> None:
    install_language(qapp, Language.VIETNAMESE)
    box = QDialogButtonBox(
        QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
    )
    qtbot.addWidget(box)
    assert sorted(button.text().replace("&", "") for button in box.buttons()) == ["Hủy", "Lưu"]
    line = QLineEdit("chữ")
    qtbot.addWidget(line)
    menu = line.createStandardContextMenu()
    words = {action.text().split("\t")[0].replace("&", "") for action in menu.actions()}
    menu.deleteLater()
    assert {"Hoàn tác", "Cắt", "Chép", "Dán", "Chọn tất cả"} <= words
    assert QCoreApplication.translate("QFileDialog", "Save As") == "Lưu thành"
