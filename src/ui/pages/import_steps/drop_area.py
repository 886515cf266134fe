"""Where a file is dropped or chosen."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ...i18n import tr
from ...icons import pixmap
from ...palette import palette_of
from ...widgets.button import plain
from ...widgets.labels import Rank, label


class DropArea(QWidget):
    """`dropped` brings the path of a file dropped here, `asked` that one shall be chosen."""

    dropped = Signal(object)
    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._over = False
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._name = label("", Rank.HEADING)
        self._note = label("", Rank.MUTED)
        self._choose = plain("", "folder-open")
        self._choose.clicked.connect(self.asked)
        self._lay_out()
        self.say("", "")

    @property
    def words(self) -> str:
        """What the area says."""
        return " · ".join(filter(None, (self._name.text(), self._note.text())))

    def say(self, name: str, note: str) -> None:
        """Show the file that was chosen and what is known of it; empty: none is."""
        self._name.setText(name or tr("Kéo thả tệp danh sách vào đây"))
        self._note.setText(note or tr("Excel (.xlsx) hoặc CSV, dòng tiêu đề trong 20 dòng đầu"))
        self._choose.setText(tr("Đổi tệp…") if name else tr("Chọn tệp trên máy…"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _file_of(event) is not None:
            event.acceptProposedAction()
            self._hover(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._hover(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._hover(False)
        path = _file_of(event)
        if path is not None:
            event.acceptProposedAction()
            self.dropped.emit(path)

    def _hover(self, over: bool) -> None:
        self._over = over
        self.update()

    def _lay_out(self) -> None:
        em = self.fontMetrics().height()
        column = QVBoxLayout(self)
        column.setContentsMargins(em, em, em, em)
        column.addStretch(2)
        column.addWidget(self._picture)
        for text in (self._name, self._note):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(text)
        column.addSpacing(em // 2)
        column.addWidget(self._choose, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_picture"):
            self._tint()

    def _tint(self) -> None:
        side = round(self.fontMetrics().height() * 2.6)
        ratio = self.devicePixelRatioF()
        picture = pixmap("file-spreadsheet", palette_of(self).faint, side, ratio)
        self._picture.setPixmap(picture)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = palette_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(palette.link if self._over else palette.border), 1.5)
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(palette.chosen if self._over else palette.surface))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 10, 10)
        painter.end()


def _file_of(event: QDropEvent) -> Path | None:
    """The one local file that is dragged; several are refused, lists come in one by one."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    return Path(urls[0].toLocalFile())
