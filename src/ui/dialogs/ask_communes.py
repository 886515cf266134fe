"""Which communes are asked for a list: ticked in the list, or pasted with their quotas."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QWidget,
)

from ...exports.formats import number
from ...models.names import words
from ...services.commune_choices import CommuneChoice
from ...services.registration.asked import Wish
from ...services.registration.pasted import CommuneIndex, PastedLine
from ..i18n import tr
from ..widgets.button import link
from ..widgets.card import Card
from ..widgets.labels import Rank, label
from ..widgets.search_box import SearchBox
from .form import FormDialog
from .quota import TickedField, chosen_day, day_edit, quota_box

_CHOICE = Qt.ItemDataRole.UserRole
_USUAL_QUOTA = 5
_SHOWN_UNCLEAR = 3


@dataclass(frozen=True)
class _Chosen:
    commune: CommuneChoice
    quota: int | None


class AskCommunesDialog(FormDialog[tuple[Wish, ...]]):
    """The communes of our province to tick, and room to paste codes or names of any."""

    def __init__(
        self,
        choices: Sequence[CommuneChoice],
        asked: Collection[UUID],
        deadline: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Thêm xã gửi danh sách"), tr("Thêm"), parent=parent)
        self._choices, self._asked = choices, asked
        self._index = CommuneIndex(choices)
        self._lines: tuple[PastedLine, ...] = ()
        self.search = SearchBox(tr("Tìm xã, phường"))
        self.list = QListWidget()
        self.pasted = QPlainTextEdit()
        self.summary = label("", Rank.NOTE)
        self.quota = quota_box(_USUAL_QUOTA)
        self.deadline = day_edit(deadline)
        self.until = TickedField(self.deadline, tr("Có hạn gửi"), True)
        self._fill()
        self._arrange()
        self._connect()
        self.check()

    @classmethod
    def get_data(
        cls,
        parent: QWidget | None,
        choices: Sequence[CommuneChoice],
        asked: Collection[UUID],
        deadline: date,
    ) -> tuple[tuple[Wish, ...], bool]:
        """Ask, and wait for the answer."""
        dialog = cls(choices, asked, deadline, parent)
        answer = dialog.ask()
        dialog.deleteLater()
        return answer

    def data(self) -> tuple[Wish, ...]:
        deadline = chosen_day(self.deadline) if self.until.on else None
        usual = self.quota.value() or None
        return tuple(
            Wish(one.commune.id, one.quota or usual, deadline) for one in self._chosen().values()
        )

    def problem(self) -> str:
        return "" if self._chosen() else tr("Hãy chọn hoặc dán ít nhất một xã")

    def check(self) -> None:
        """Say how many are meant, and what in the pasted text is not clear."""
        super().check()
        count = len(self._chosen())
        self._ok.setText(tr("Thêm {count} xã", count).format(count=number(count)))
        self.summary.setText(_summary(self._lines))

    def tick_all(self) -> None:
        """Tick every commune in sight; when all are, untick them."""
        items = [item for item in self._items() if not item.isHidden() and _is_free(item)]
        ticked = all(item.checkState() is Qt.CheckState.Checked for item in items)
        state = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
        self.list.blockSignals(True)
        for item in items:
            item.setCheckState(state)
        self.list.blockSignals(False)
        self.check()

    def filter(self, asked: str) -> None:
        """Show the communes that match; ticks stay."""
        for item in self._items():
            choice: CommuneChoice = item.data(_CHOICE)
            item.setHidden(not all(word in choice.searched for word in words(asked)))

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _read_pasted(self) -> None:
        self._lines = self._index.read(self.pasted.toPlainText())
        self.check()

    def _chosen(self) -> dict[UUID, _Chosen]:
        """Ticked and pasted, each once; what is pasted with a quota counts."""
        ticked = [
            item.data(_CHOICE)
            for item in self._items()
            if _is_free(item) and item.checkState() is Qt.CheckState.Checked
        ]
        chosen = {choice.id: _Chosen(choice, None) for choice in ticked}
        for line in self._lines:
            if line.commune is not None:
                chosen[line.commune.id] = _Chosen(line.commune, line.quota)
        return chosen

    def _fill(self) -> None:
        for choice in self._choices:
            if choice.province:
                continue
            item = QListWidgetItem(f"{choice.title[:1].upper()}{choice.title[1:]}")
            item.setData(_CHOICE, choice)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            if choice.id in self._asked:
                item.setText(tr("{commune} (đã có)").format(commune=item.text()))
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)

    def _arrange(self) -> None:
        em = self.fontMetrics().height()
        self.pasted.setPlaceholderText(tr("03721 5\nxã Mường É: 10 người\nCo Mạ"))
        self.pasted.setTabChangesFocus(True)
        self.list.setAccessibleName(tr("Các xã, phường của tỉnh"))
        self.pasted.setAccessibleName(tr("Danh sách xã dán vào"))
        self.all = link(tr("Chọn tất cả"))
        top = QHBoxLayout()
        top.addWidget(self.search, 1)
        top.addWidget(self.all)
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(em)
        grid.addLayout(top, 0, 0)
        hint = label(tr("Hoặc dán mã hay tên xã, mỗi dòng một xã, có thể kèm chỉ tiêu:"), Rank.NOTE)
        grid.addWidget(hint, 0, 1)
        card = Card(flush=True)
        card.body.addWidget(self.list)
        grid.addWidget(card, 1, 0, 2, 1)
        grid.addWidget(self.pasted, 1, 1)
        grid.addWidget(self.summary, 2, 1)
        grid.setRowStretch(1, 1)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        self.list.setMinimumHeight(em * 13)
        self.form.addRow(holder)
        self.form.addRow(tr("Chỉ tiêu mỗi xã"), self.quota)
        self.form.addRow(tr("Hạn gửi danh sách"), self.until)
        self.setMinimumWidth(em * 44)

    def _connect(self) -> None:
        self.search.searched.connect(self.filter)
        self.all.clicked.connect(self.tick_all)
        self.list.itemChanged.connect(lambda _: self.check())
        self.pasted.textChanged.connect(self._read_pasted)


def _is_free(item: QListWidgetItem) -> bool:
    return bool(item.flags() & Qt.ItemFlag.ItemIsUserCheckable)


def _summary(lines: Sequence[PastedLine]) -> str:
    """What of the pasted text was recognised, and which lines were not."""
    if not lines:
        return ""
    found = sum(line.commune is not None for line in lines)
    said = [tr("Nhận ra {count} xã.", found).format(count=number(found))]
    unclear = [line for line in lines if line.commune is None]
    for line in unclear[:_SHOWN_UNCLEAR]:
        several = len(line.candidates)
        text = (
            tr("Dòng {line}: có {count} xã cùng tên, hãy ghi mã xã.", several)
            if several
            else tr("Dòng {line}: không có xã nào tên “{text}”.")
        )
        said.append(text.format(line=line.number, count=number(several), text=line.text[:40]))
    if len(unclear) > _SHOWN_UNCLEAR:
        more = len(unclear) - _SHOWN_UNCLEAR
        said.append(tr("và {count} dòng nữa", more).format(count=number(more)))
    return "\n".join(said)
