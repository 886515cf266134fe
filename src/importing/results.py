"""A table of results: who, and a column for each skill."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..models.enums import Skill, SkillResult
from ..models.errors import AppError, ErrorCode
from ..models.names import fold
from .cells import Cell, Row, Sheet, is_blank, written
from .fields import Field
from .headings import match_heading
from .read import read_file
from .table import HEADER_ROWS_SEARCHED

_BY_ID = frozenset(("person", "id", "person id", "ma hoc vien", "ma nguoi hoc"))
_BY_CARD = frozenset(("badge", "code", "card", "card code", "ma the", "so the", "the", "ma qr"))
_BY_NAME = frozenset(("name", "ho va ten", "ho ten"))

_WORDS = {
    SkillResult.PASS: "dat|pass|passed|x|v|✓|✔|☑|1|co|true|lam duoc|roi|xong",
    SkillResult.FAIL: "chua dat|khong dat|fail|failed|0|khong|false|chua|cd|kd",
    SkillResult.NOT_UNDERSTOOD: "chua hieu|khong hieu|not understood|not_understood",
    SkillResult.STUCK: "vuong|vuong mac|bi vuong|stuck",
}
_RESULTS = {word: result for result, words in _WORDS.items() for word in words.split("|")}


@dataclass(frozen=True)
class ResultRow:
    """A row: whom it names, and their results; `unclear` is a column and what stands in it."""

    number: int
    who: str
    results: Mapping[Skill, SkillResult]
    unclear: tuple[str, str] | None = None


@dataclass(frozen=True)
class _Header:
    row: int
    who: tuple[int, ...]
    """Columns that name the person, the surest first."""
    skills: Mapping[int, Skill]
    titles: Row


def read_results(path: Path, skill_names: Mapping[str, Skill]) -> list[ResultRow]:
    """The rows of the first sheet with a header of people and skills; blank cells say nothing.

    Raises what reading a list raises; NO_TABLE_FOUND where no such header is in the first rows.
    """
    names = {fold(name): skill for name, skill in skill_names.items()}
    source = read_file(path)
    for sheet in source.sheets:
        header = None if sheet.hidden else _header(sheet, names)
        if header is not None:
            return list(_rows(sheet, header))
    raise AppError(ErrorCode.NO_TABLE_FOUND, file=path.name)


def _header(sheet: Sheet, names: Mapping[str, Skill]) -> _Header | None:
    for index, row in enumerate(sheet.rows[:HEADER_ROWS_SEARCHED]):
        titles = [fold(written(cell)) for cell in row]
        skills = {i: names[title] for i, title in enumerate(titles) if title in names}
        who = _who(titles)
        if skills and who:
            return _Header(index, who, skills, row)
    return None


def _who(titles: list[str]) -> tuple[int, ...]:
    """A card or an id is surer than a name, which two may share."""
    kinds = (_BY_ID, _BY_CARD, _BY_NAME)
    found = [i for kind in kinds for i, title in enumerate(titles) if title in kind]
    named = [i for i, t in enumerate(titles) if (m := match_heading(t)) and m.field is Field.NAME]
    return tuple(dict.fromkeys((*found, *named)))


def _rows(sheet: Sheet, header: _Header) -> Iterator[ResultRow]:
    for number, row in enumerate(sheet.rows[header.row + 1 :], header.row + 2):
        who = next((text for i in header.who if (text := written(_cell(row, i)).strip())), "")
        filled = {i: skill for i, skill in header.skills.items() if not is_blank(_cell(row, i))}
        if who and filled:
            yield _row(number, who, row, filled, header.titles)


def _row(number: int, who: str, row: Row, filled: Mapping[int, Skill], titles: Row) -> ResultRow:
    results: dict[Skill, SkillResult] = {}
    unclear = None
    for index, skill in filled.items():
        text = written(row[index]).strip()
        result = _RESULTS.get(fold(text))
        if result is None:
            unclear = unclear or (written(titles[index]), text)
        else:
            results[skill] = result
    return ResultRow(number, who, results, unclear)


def _cell(row: Row, index: int) -> Cell:
    return row[index] if index < len(row) else None
