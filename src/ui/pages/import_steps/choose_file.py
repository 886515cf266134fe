"""Step 1: the file, the course to enrol into, the commune of the whole list."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ....models.enums import CourseStatus
from ....services.commune_choices import CommuneChoice
from ....services.courses import CourseRecord
from ...i18n import tr
from ...widgets.card import Card
from ...widgets.commune_box import CommuneBox
from ...widgets.labels import Rank, label
from .drop_area import DropArea


class ChooseFile(QWidget):
    """`file_chosen` brings a path, `changed` that course or commune are others."""

    file_chosen = Signal(object)
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.area = DropArea()
        self.course = QComboBox()
        self.commune = CommuneBox(tr("Không bắt buộc; gõ tên xã, không cần dấu"))
        self._folder = ""
        self._wanted = ""
        self._lay_out()
        self.area.asked.connect(self.ask)
        self.area.dropped.connect(self.file_chosen)
        self.course.currentIndexChanged.connect(lambda: self.changed.emit())
        self.commune.chosen.connect(self.changed)

    def ask(self) -> None:
        """Let the user choose a file on this machine."""
        kinds = tr("Danh sách (*.xlsx *.xlsm *.csv *.txt);;Mọi tệp (*)")
        chosen, _ = QFileDialog.getOpenFileName(self, tr("Chọn tệp danh sách"), self._folder, kinds)
        if chosen:
            self._folder = str(Path(chosen).parent)
            self.file_chosen.emit(Path(chosen))

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
        self.commune.set_choices(communes)

    def choose_course(self, code: str) -> None:
        """Enrol into this course, as soon as the courses are known."""
        self._wanted = code
        at = self.course.findData(code)
        if at >= 0:
            self.course.setCurrentIndex(at)

    def course_code(self) -> str:
        """The course to enrol into; empty for none."""
        return str(self.course.currentData() or "")

    def _lay_out(self) -> None:
        em = self.fontMetrics().height()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(em)
        row.addWidget(self.area, 3)
        card = Card()
        card.body.addWidget(label(tr("Ghi danh vào khóa"), Rank.HEADING))
        card.body.addWidget(self.course)
        card.body.addSpacing(em // 2)
        card.body.addWidget(label(tr("Xã của cả danh sách"), Rank.HEADING))
        card.body.addWidget(self.commune)
        hint = tr("Để trống thì xã lấy theo cột trong tệp. Người đã có không bị thêm lần nữa.")
        card.body.addWidget(label(hint, Rank.MUTED))
        card.body.addStretch(1)
        self.course.setMinimumContentsLength(12)
        self.course.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        side = QVBoxLayout()
        side.addWidget(card)
        row.addLayout(side, 2)
