"""Step 1: the files, the course to enrol into, the commune of the whole list."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ....models.enums import CourseStatus
from ....services.commune_choices import CommuneChoice
from ....services.courses import CourseRecord
from ...i18n import tr
from ...widgets.card import Card
from ...widgets.commune_box import CommuneBox
from ...widgets.labels import Rank, label
from .draft import ListFile
from .drop_area import LIST_SUFFIXES, DropArea, lists_among
from .file_card import FileCard
from .keep_focus import focus_named, focused_name


class ChooseFiles(QWidget):
    """`files_chosen` brings paths, `removed` one; `sheet_taken` a file, a sheet, whether it is
    wanted; `changed` that course or commune are others.
    """

    files_chosen = Signal(object)
    removed = Signal(object)
    sheet_taken = Signal(object, str, bool)
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.area = DropArea()
        self.course = QComboBox()
        self.commune = CommuneBox(tr("theo từng dòng của tệp"))
        self.cards: list[FileCard] = []
        self._communes: dict[str, CommuneChoice] = {}
        self._folder = ""
        self._wanted = ""
        self._lay_out()
        self.area.asked.connect(self.ask)
        self.area.folder_asked.connect(self.ask_folder)
        self.area.dropped.connect(self.files_chosen)
        self.course.currentIndexChanged.connect(lambda: self.changed.emit())
        self.commune.chosen.connect(self.changed)

    def ask(self) -> None:
        """Let the user choose files on this machine."""
        patterns = " ".join(f"*{suffix}" for suffix in LIST_SUFFIXES)
        kinds = tr("Danh sách ({patterns});;Mọi tệp (*)").format(patterns=patterns)
        title = tr("Chọn các tệp danh sách")
        chosen, _ = QFileDialog.getOpenFileNames(self, title, self._folder, kinds)
        self._choose(Path(name) for name in chosen)

    def ask_folder(self) -> None:
        """Let the user choose a folder: all lists in it."""
        title = tr("Chọn thư mục có các danh sách")
        chosen = QFileDialog.getExistingDirectory(self, title, self._folder)
        if chosen:
            self._choose(lists_among([Path(chosen)]))

    def _choose(self, paths: Iterable[Path]) -> None:
        found = list(paths)
        if found:
            self._folder = str(found[0].parent)
            self.files_chosen.emit(found)

    def show_files(self, files: Sequence[ListFile], notes: Mapping[str, str]) -> None:
        """Show what was chosen; `notes` says more of a file by its hash."""
        name = focused_name(self._scroll)
        for old in self.cards:
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.cards = [self._card(file, notes.get(file.sha256, "")) for file in files]
        for at, card in enumerate(self.cards):
            self._list.insertWidget(at, card)
        self.area.shrink(bool(files))
        self._scroll.setVisible(bool(files))
        focus_named(self._scroll, name)

    def _card(self, file: ListFile, note: str) -> FileCard:
        card = FileCard(file, note)
        card.removed.connect(lambda: self.removed.emit(file.path))
        card.sheet_taken.connect(lambda sheet, on: self.sheet_taken.emit(file, sheet, on))
        return card

    def set_choices(
        self, courses: Sequence[CourseRecord], communes: Sequence[CommuneChoice]
    ) -> None:
        """Offer the courses that are still open, and all communes; what was chosen stays."""
        kept = self._wanted or self.course_code()
        self.course.blockSignals(True)
        self.course.clear()
        self.course.addItem(tr("Không ghi danh vào khóa nào"), "")
        for course in courses:
            if course.status is CourseStatus.PLANNED:
                self.course.addItem(f"{course.code} · {course.title}", course.code)
        self.course.setCurrentIndex(max(0, self.course.findData(kept)))
        self.course.blockSignals(False)
        self._communes = {choice.code: choice for choice in communes}
        self.commune.set_choices(communes)

    def choose_course(self, code: str) -> None:
        """Enrol into this course, as soon as the courses are known."""
        self._wanted = code
        at = self.course.findData(code)
        if at >= 0:
            self.course.setCurrentIndex(at)

    def commune_title(self, code: str) -> str:
        """A commune in words, by its code; empty for one that is not known."""
        choice = self._communes.get(code)
        return choice.title if choice else ""

    def course_code(self) -> str:
        """The course to enrol into; empty for none."""
        return str(self.course.currentData() or "")

    def commune_code(self) -> str:
        """The commune of all rows; empty where the lists say it themselves."""
        commune = self.commune.commune()
        return commune.code if commune else ""

    def _lay_out(self) -> None:
        em = self.fontMetrics().height()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(em)
        left = QVBoxLayout()
        left.setSpacing(round(em * 0.7))
        left.addWidget(self.area, 1)
        left.addWidget(self._scroll_area(), 5)
        row.addLayout(left, 3)
        side = QVBoxLayout()
        side.addWidget(self._side())
        side.addStretch(1)
        row.addLayout(side, 2)

    def _scroll_area(self) -> QScrollArea:
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        self._list = QVBoxLayout(inner)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(round(self.fontMetrics().height() * 0.7))
        self._list.addStretch(1)
        self._scroll.setWidget(inner)
        inner.setAutoFillBackground(False)
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.hide()
        return self._scroll

    def _side(self) -> Card:
        em = self.fontMetrics().height()
        card = Card()
        card.body.addWidget(label(tr("Ghi danh vào khóa"), Rank.HEADING))
        card.body.addWidget(self.course)
        card.body.addSpacing(em // 2)
        card.body.addWidget(label(tr("Xã của cả danh sách"), Rank.HEADING))
        card.body.addWidget(self.commune)
        hint = tr(
            "Để trống thì xã lấy theo từng dòng của tệp, theo tiêu đề hoặc tên tệp. "
            "Người đã có không bị thêm lần nữa."
        )
        card.body.addWidget(label(hint, Rank.MUTED))
        self.course.setAccessibleName(tr("Ghi danh vào khóa"))
        self.commune.setAccessibleName(tr("Xã của cả danh sách"))
        self.course.setMinimumContentsLength(12)
        self.course.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        return card
