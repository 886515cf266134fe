"""A topic of one's own: its name, its skill, and whether it leaves something behind."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from ...models.names import nfc
from ...services.curriculum import SkillGroup, TopicRecord
from ..i18n import tr
from .form import FormDialog


@dataclass(frozen=True)
class TopicData:
    """What was entered; `skill` is None for the context."""

    skill: str | None
    name: str
    is_outcome: bool


class TopicDialog(FormDialog[TopicData]):
    """Asks for a new topic, or for the new name of one; a name the skill has is refused."""

    def __init__(
        self,
        groups: Sequence[SkillGroup],
        skill: str | None,
        topic: TopicRecord | None = None,
        parent: QWidget | None = None,
    ) -> None:
        title = tr("Thêm nội dung") if topic is None else tr("Sửa nội dung")
        super().__init__(title, tr("Thêm") if topic is None else tr("Lưu"), parent=parent)
        self._taken = {g.key: {t.name.casefold() for t in g.topics if t != topic} for g in groups}
        self._skill = QComboBox()
        for group in groups:
            self._skill.addItem(group.name or tr("Bối cảnh chung"), group.key or "")
        self._skill.setCurrentIndex(max(self._skill.findData(skill or ""), 0))
        self._skill.setEnabled(topic is None)
        self._name = QLineEdit(topic.name if topic else "")
        self._name.setMaxLength(200)
        self._outcome = QCheckBox(tr("Có kết quả: học xong, học viên có được hoặc chưa"))
        self._outcome.setToolTip(tr("Ví dụ: đã có tài khoản, đã cài ứng dụng"))
        self._outcome.setChecked(bool(topic and topic.is_outcome))
        self._arrange()

    @classmethod
    def get_data(
        cls,
        groups: Sequence[SkillGroup],
        skill: str | None,
        topic: TopicRecord | None = None,
        parent: QWidget | None = None,
    ) -> tuple[TopicData, bool]:
        """Ask, and wait for the answer."""
        dialog = cls(groups, skill, topic, parent)
        answer = dialog.ask()
        dialog.deleteLater()
        return answer

    def data(self) -> TopicData:
        return TopicData(
            str(self._skill.currentData()) or None,
            nfc(self._name.text()),
            self._outcome.isChecked(),
        )

    def problem(self) -> str:
        data = self.data()
        if not data.name:
            return tr("Hãy nhập tên nội dung")
        taken = data.name.casefold() in self._taken.get(data.skill, set())
        return tr("Kỹ năng này đã có nội dung đó") if taken else ""

    def _arrange(self) -> None:
        self.form.addRow(tr("Nội dung"), self._name)
        self.form.addRow(tr("Kỹ năng"), self._skill)
        self.form.addRow("", self._outcome)
        self._name.textChanged.connect(self.check)
        self._skill.currentIndexChanged.connect(self.check)
        self.setMinimumWidth(36 * self.fontMetrics().height())
        self.check()
