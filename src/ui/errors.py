"""What the window says when something was refused, and when something is a bug."""

import platform
import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from .. import __version__
from ..models.errors import AppError
from ..models.texts import sentence_of
from .i18n import language, tr


def sentence(error: AppError) -> str:
    """The refusal in the interface's language."""
    return sentence_of(error, language().value)


def show(owner: QObject | None, error: BaseException) -> QMessageBox:
    """Say it in a dialog that stops nothing else: a refusal in words, a bug with its details."""
    box = _refusal(error) if isinstance(error, AppError) else _bug(error)
    if isinstance(owner, QWidget):
        box.setParent(owner.window(), Qt.WindowType.Dialog)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(tr("Tập Huấn"))
    box.open()
    return box


def details(error: BaseException) -> str:
    """What whoever repairs the bug needs; only code and versions, no data of people."""
    from ..importing.numbers_in_text import without_numbers  # nothing the first paint needs

    lines = traceback.format_exception(type(error), error, error.__traceback__)
    head = f"Tập Huấn {__version__}, Python {platform.python_version()}, {platform.platform()}"
    return head + "\n\n" + without_numbers("".join(lines))


def catch_bugs(owner: QWidget) -> None:
    """From now on an exception that nobody expects is shown above this window, nothing is lost."""

    def hook(kind: type[BaseException], error: BaseException, _: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, error.__traceback__)
        if not issubclass(kind, KeyboardInterrupt):
            show(owner, error)

    sys.excepthook = hook


def _refusal(error: AppError) -> QMessageBox:
    box = QMessageBox(QMessageBox.Icon.Warning, "", sentence(error))
    box.setTextFormat(Qt.TextFormat.PlainText)
    return box


def _bug(error: BaseException) -> QMessageBox:
    text = tr("Chương trình gặp lỗi. Dữ liệu đã ghi vẫn an toàn.")
    box = QMessageBox(QMessageBox.Icon.Critical, "", text, QMessageBox.StandardButton.Close)
    box.setInformativeText(tr("Hãy chép chi tiết gửi người hỗ trợ, rồi thử lại."))
    box.setDetailedText(details(error))
    copy = box.addButton(tr("Chép chi tiết"), QMessageBox.ButtonRole.ActionRole)
    copy.clicked.disconnect()  # copying does not close the dialog
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(box.detailedText()))
    return box
