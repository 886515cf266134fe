"""Where lists are dropped or chosen: files, or a folder of them."""

from collections.abc import Iterable
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
from PySide6.QtWidgets import QBoxLayout, QLabel, QSizePolicy, QWidget

from ...i18n import tr
from ...icons import pixmap
from ...palette import palette_of
from ...widgets.button import link, plain
from ...widgets.labels import Rank, label

LIST_SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".txt", ".htm", ".html")


class DropArea(QWidget):
    """`dropped` brings the paths of files dropped here; `asked` and `folder_asked` that some, or a
    folder, shall be chosen.
    """

    dropped = Signal(object)
    asked = Signal()
    folder_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._over = False
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._name = label("", Rank.HEADING)
        self._note = label(tr("Excel (.xlsx, .xls), .ods hoặc CSV; mỗi xã một tệp"), Rank.MUTED)
        self._choose = plain("", "folder-open")
        self._folder = link(tr("Chọn cả thư mục…"))
        self._choose.clicked.connect(self.asked)
        self._folder.clicked.connect(self.folder_asked)
        self._lay_out()
        self.shrink(False)

    @property
    def words(self) -> str:
        """What the area says."""
        return self._name.text()

    def shrink(self, small: bool) -> None:
        """Give way to the files that were chosen, or take the room while there is none."""
        invitation = tr("Kéo thả các tệp danh sách vào đây")
        self._name.setText(tr("Kéo thả thêm tệp vào đây") if small else invitation)
        self._choose.setText(tr("Thêm tệp…") if small else tr("Chọn tệp trên máy…"))
        self._name.setWordWrap(not small)
        for part in (self._picture, self._note):
            part.setVisible(not small)
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.LeftToRight if small else direction.TopToBottom)
        em = self.fontMetrics().height()
        edge = em // 2 if small else em
        self._box.setContentsMargins(em, edge, em, edge)
        vertical = QSizePolicy.Policy.Maximum if small else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Expanding, vertical)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files_of(event):
            event.acceptProposedAction()
            self._hover(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._hover(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._hover(False)
        paths = _files_of(event)
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)

    def _hover(self, over: bool) -> None:
        self._over = over
        self.update()

    def _lay_out(self) -> None:
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.addStretch(2)
        middle = Qt.AlignmentFlag.AlignCenter
        for part in (self._picture, self._name, self._note):
            if isinstance(part, QLabel):
                part.setAlignment(middle)
            self._box.addWidget(part)
        self._box.addWidget(self._choose, alignment=middle)
        self._box.addWidget(self._folder, alignment=middle)
        self._box.addStretch(3)
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


def lists_among(paths: Iterable[Path]) -> list[Path]:
    """The files, and of a folder those that look like lists; Excel's lock files are none."""
    found: list[Path] = []
    for path in paths:
        found += _lists_in(path) if path.is_dir() else [path]
    return [file for file in found if not file.name.startswith(("~$", "."))]


def _lists_in(folder: Path) -> list[Path]:
    return sorted(
        file for file in folder.iterdir() if file.is_file() and file.suffix.lower() in LIST_SUFFIXES
    )


def _files_of(event: QDropEvent) -> list[Path]:
    urls = event.mimeData().urls()
    return lists_among(Path(url.toLocalFile()) for url in urls if url.isLocalFile())
