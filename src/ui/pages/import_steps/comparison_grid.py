"""A row beside the people it may be: fields side by side, a line for each, what differs tinted."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ....services.comparison import Agreement, FieldPair, PersonField
from ....services.lists.review import ReviewColumn, ReviewLine
from ...i18n import tr
from ...palette import Tone, palette_of
from ...widgets.labels import ElidedLabel, Rank, label


@dataclass(frozen=True)
class Beside:
    """Somebody a row may be: who, and field by field the row at the left and them at the right."""

    title: str
    pairs: tuple[FieldPair, ...]


class ComparisonGrid(QWidget):
    """One line for the row of the list, one for each candidate; a column for each field."""

    def __init__(self, beside: Sequence[Beside], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        em = self.fontMetrics().height()
        self._grid.setHorizontalSpacing(em // 2)
        self._grid.setVerticalSpacing(2)
        fields = _fields(beside)
        for at, field in enumerate(fields, 1):
            self._grid.addWidget(ElidedLabel(person_field_words(field), Rank.NOTE), 0, at)
        self._grid.addWidget(label(tr("Trong tệp"), Rank.NOTE), 1, 0)
        for at, field in enumerate(fields, 1):
            texts = [pair.left for one in beside for pair in one.pairs if pair.field is field]
            self._grid.addWidget(ElidedLabel(next(filter(None, texts), "–")), 1, at)
        for row, one in enumerate(beside, 2):
            self._add(row, one, fields)
        self._grid.setColumnStretch(len(fields) + 1, 1)

    def _add(self, row: int, one: Beside, fields: Sequence[PersonField]) -> None:
        pairs = {pair.field: pair for pair in one.pairs}
        self._grid.addWidget(ElidedLabel(one.title, Rank.NOTE), row, 0)
        for at, field in enumerate(fields, 1):
            pair = pairs.get(field)
            cell = ElidedLabel((pair.right if pair else "") or "–")
            if pair is not None:
                _mark(cell, pair.agreement, self)
            self._grid.addWidget(cell, row, at)


def _mark(cell: QLabel, agreement: Agreement, owner: QWidget) -> None:
    """What differs has a sign before it and a tint: colour alone says nothing."""
    if agreement is not Agreement.DIFFERS:
        return
    inks = palette_of(owner).inks(Tone.LATE)
    cell.setText(f"≠ {cell.text()}")
    cell.setAccessibleName(tr("khác: {text}").format(text=cell.text()))
    cell.setStyleSheet(
        f"background: {QColor(inks.tint).name()}; color: {QColor(inks.text).name()};"
        " border-radius: 4px; padding: 0 0.3em;"
    )


def _fields(beside: Sequence[Beside]) -> list[PersonField]:
    said = {pair.field for one in beside for pair in one.pairs}
    return [field for field in PersonField if field in said]


def person_field_words(field: PersonField) -> str:
    """The name of a field of a person."""
    return {
        PersonField.NAME: tr("Họ và tên"),
        PersonField.SORT_NAME: tr("Tên để xếp"),
        PersonField.GENDER: tr("Giới tính"),
        PersonField.BIRTH: tr("Ngày sinh"),
        PersonField.ETHNIC: tr("Dân tộc"),
        PersonField.IDENTITY: tr("Số căn cước"),
        PersonField.PHONE: tr("Điện thoại"),
        PersonField.PLACE: tr("Nơi ở"),
        PersonField.HOUSEHOLD: tr("Hộ"),
        PersonField.EMPLOYER: tr("Đơn vị công tác"),
        PersonField.NOMINATED_BY: tr("Nơi giới thiệu"),
        PersonField.NOTE: tr("Ghi chú"),
    }[field]


_OF_COLUMN = {
    ReviewColumn.NAME: PersonField.NAME,
    ReviewColumn.BIRTH: PersonField.BIRTH,
    ReviewColumn.GENDER: PersonField.GENDER,
    ReviewColumn.IDENTITY: PersonField.IDENTITY,
    ReviewColumn.PHONE: PersonField.PHONE,
    ReviewColumn.EMPLOYER: PersonField.EMPLOYER,
}


def beside_row(line: ReviewLine, other: ReviewLine) -> Beside:
    """A row beside an earlier one of the same go."""
    pairs = [
        _pair(field, line.texts.get(column, ""), other.texts.get(column, ""))
        for column, field in _OF_COLUMN.items()
    ]
    pairs.append(_pair(PersonField.PLACE, _place(line), _place(other)))
    title = tr("Dòng {row}").format(row=other.row)
    if other.key.sheet != line.key.sheet:
        title = tr("Dòng {row}, sheet “{sheet}”").format(row=other.row, sheet=other.sheet)
    return Beside(title, tuple(pair for pair in pairs if pair.left or pair.right))


def _place(line: ReviewLine) -> str:
    texts = (line.texts.get(ReviewColumn.HAMLET, ""), line.texts.get(ReviewColumn.COMMUNE, ""))
    return ", ".join(filter(None, texts))


def _pair(field: PersonField, left: str, right: str) -> FieldPair:
    if not left or not right:
        agreement = Agreement.ONLY_LEFT if left else Agreement.ONLY_RIGHT
    else:
        agreement = Agreement.SAME if left == right else Agreement.DIFFERS
    return FieldPair(field, left, right, agreement)
