"""The grid of the assessment tab: its columns, its pills, and the keys that mark its cells."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from ....exports.columns import Column, ColumnKind
from ....models.enums import Skill, SkillResult
from ....services.assessment_grid import AssessmentRow
from ....services.assessments import Word
from ...course_words import skill_word
from ...i18n import tr
from ...palette import Tone
from ...tables.delegate import cell_edge
from ...tables.record_model import Look, RecordModel
from ...tables.table_view import TableView
from ...widgets.status_pill import Pill, pill_font, pill_width
from ...widgets.symbols import Symbol

KEYS: dict[int, SkillResult | None] = {
    Qt.Key.Key_1: SkillResult.PASS,
    Qt.Key.Key_D: SkillResult.PASS,
    Qt.Key.Key_2: SkillResult.FAIL,
    Qt.Key.Key_C: SkillResult.FAIL,
    Qt.Key.Key_3: SkillResult.NOT_UNDERSTOOD,
    Qt.Key.Key_4: SkillResult.STUCK,
    Qt.Key.Key_Delete: None,
    Qt.Key.Key_Backspace: None,
}
"""What a key says of the chosen cells; None takes a word back."""

_KEYPAD = Qt.KeyboardModifier.KeypadModifier


def result_word(result: SkillResult) -> str:
    """A trainer's word as the grid and its buttons name it."""
    return {
        SkillResult.PASS: tr("Đạt"),
        SkillResult.FAIL: tr("Chưa đạt"),
        SkillResult.NOT_UNDERSTOOD: tr("Chưa hiểu"),
        SkillResult.STUCK: tr("Vướng"),
    }[result]


def result_pill(word: Word | None) -> Pill | None:
    """A word as a pill; where somebody is stuck, the tooltip says at which step."""
    if word is None or word.result is None:
        return None
    tone, symbol = _SIGNS[word.result]
    return Pill(result_word(word.result), tone, symbol, _details(word))


_SIGNS = {
    SkillResult.PASS: (Tone.PRESENT, Symbol.CHECK),
    SkillResult.FAIL: (Tone.REFUSED, Symbol.CROSS),
    SkillResult.NOT_UNDERSTOOD: (Tone.LATE, Symbol.CIRCLE),
    SkillResult.STUCK: (Tone.LATE, Symbol.DOT),
}


def _details(word: Word) -> str:
    step = tr("Vướng ở bước: {step}").format(step=word.stuck_at) if word.stuck_at else ""
    helper = tr("Người giúp: {helper}").format(helper=word.helper) if word.helper else ""
    return "; ".join(part for part in (step, helper) if part)


def columns(skills: Sequence[Skill], narrow: bool = False) -> Sequence[Column[AssessmentRow]]:
    """Who, then a column for each skill; its key is the skill's. Narrow ones leave places out."""
    text, mark = ColumnKind.TEXT, ColumnKind.MARK
    places: Sequence[Column[AssessmentRow]] = (
        Column("hamlet", "Thôn, bản", lambda row: row.person.hamlet, text, 16),
        Column("commune", "Xã", lambda row: row.person.commune, text, 14),
    )
    return (
        Column("name", "Họ và tên", lambda row: row.person.name, text, 26),
        *(() if narrow else places),
        *(Column(s.value, skill_word(s), partial(_result, s), mark, 14) for s in skills),
        Column("passed", "Đạt", lambda row: f"{row.passed}/{len(skills)}", mark, 6),
    )


def look(skills: Sequence[Skill]) -> Look[AssessmentRow]:
    """Pills for the skills; names sort by given name."""
    pills: dict[str, Callable[[AssessmentRow], Pill | None]] = {
        skill.value: partial(_pill, skill) for skill in skills
    }
    return Look(
        bold=frozenset({"name"}), pills=pills, sort_keys={"name": lambda row: row.person.sort_key}
    )


def _result(skill: Skill, row: AssessmentRow) -> str:
    word = row.words.get(skill)
    return result_word(word.result) if word and word.result else ""


def _pill(skill: Skill, row: AssessmentRow) -> Pill | None:
    return result_pill(row.words.get(skill))


class AssessmentGrid(TableView):
    """Cells are chosen one by one, in blocks, or by a click on a heading as a whole column.
    `marked` brings the word a key says of them, None for taking back.
    """

    marked = Signal(object)
    squeezes = True

    def __init__(
        self, model: RecordModel[AssessmentRow], caption: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(model, caption, parent)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)

    def chosen_cells(self) -> list[tuple[int, Skill]]:
        """Row and skill of the chosen cells, from the top."""
        keys = [column.key for column in self._records.columns]
        skills = {skill.value: skill for skill in Skill}
        cells = [(index.row(), keys[index.column()]) for index in self.selectedIndexes()]
        return sorted((row, skills[key]) for row, key in cells if key in skills)

    def _natural_width(self, at: int) -> int:
        """A skill's column has room for every word it may come to hold."""
        width = super()._natural_width(at)
        if self._records.columns[at].key not in set(Skill):
            return width
        font = pill_font(self.font())
        pills = (Pill(result_word(result), *_SIGNS[result]) for result in SkillResult)
        widest = max(pill_width(pill, font) for pill in pills)
        return max(width, round(widest) + 2 * cell_edge(self.fontMetrics()) + 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~_KEYPAD == Qt.KeyboardModifier.NoModifier
        if plain and event.key() in KEYS:
            self.marked.emit(KEYS[event.key()])
        else:
            super().keyPressEvent(event)
