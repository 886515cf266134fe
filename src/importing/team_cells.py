"""What single cells of a register say: decisions, days, counts, kinds of teams."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Generic, TypeVar

from ..models.enums import TeamKind
from ..models.names import fold
from .cells import Cell, is_blank
from .findings import Severity
from .text import clean_text

T = TypeVar("T")

_DAY = re.compile(r"(?<!\d)(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4}|\d{2})(?!\d)")
_WORDS = re.compile(r"(\d{1,2})\s+tháng\s+(\d{1,2})[,.]?\s+năm\s+(\d{4})", re.I)
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})")
_MONTH = re.compile(r"(?:tháng\s*)?(\d{1,2})\s*(?:[/.\-]|năm)\s*(\d{4})", re.I)
_YEAR = re.compile(r"(?:năm\s*)?((?:19|20)\d{2})", re.I)
_NUMBER = re.compile(r"\d+[\w.]*(?:/\d{4})?\s*/\s*[A-ZĐa-zđ][\w.&/\-–]*")
_PREFIX = re.compile(r"^\W*(quyết định|qđ)?\s*(thành lập)?\s*(số)?\s*[:.]?\s*", re.I)
_COUNT = re.compile(
    r"(\d{1,3}(?:[.,\s]\d{3})+|\d+)\s*(?:hộ|người|thành viên|tv|đ/c|khẩu)?\.?", re.I
)
_NOTHING = {"", "-", "--", "x", "không", "ko", "chưa", "chưa có", "chưa rõ", "không có"}
_SERIALS = range(20_000, 80_000)
_SERIAL_START = date(1899, 12, 30)
_FIRST_YEAR = 2000
_KINDS = (
    (re.compile(r"dieu hanh|chi dao"), TeamKind.STEERING),
    (re.compile(r"\b(cap )?(xa|phuong|dac khu)\b"), TeamKind.COMMUNE),
    (
        re.compile(r"\b(thon|ban|to dan pho|tieu khu|khu|ap|buon|xom|khom|lang|phum|soc)\b"),
        TeamKind.HAMLET,
    ),
)


class TeamFindingKind(StrEnum):
    """What was seen in a register. The value is what the shell prints and what is stored."""

    BAD_DATE = "bad_date"
    DATE_COMPLETED = "date_completed"
    BAD_FIGURE = "bad_figure"
    DECISION_SPLIT = "decision_split"
    HAMLET_FROM_TEAM = "hamlet_from_team"
    COMMUNE_FROM_TITLE = "commune_from_title"
    NO_COMMUNE = "no_commune"
    UNKNOWN_COMMUNE = "unknown_commune"
    AMBIGUOUS_COMMUNE = "ambiguous_commune"
    FORMER_COMMUNE = "former_commune"
    OTHER_PROVINCE = "other_province"
    NO_TEAM = "no_team"
    SEVERAL_TEAMS = "several_teams"
    NEW_TEAM = "new_team"
    NEW_HAMLET = "new_hamlet"
    HAMLET_ENDED = "hamlet_ended"
    DECISION_FILLED = "decision_filled"
    DECISION_DIFFERS = "decision_differs"
    FIGURE_DIFFERS = "figure_differs"
    MEMBER_DIFFERS = "member_differs"
    MEMBER_WITHOUT_TEAM = "member_without_team"
    MEMBERS_DIFFER = "members_differ"
    TEAM_SIZE = "team_size"


@dataclass(frozen=True)
class TeamMark:
    """A finding before it has a place."""

    kind: TeamFindingKind
    severity: Severity
    before: str
    after: str | None = None


@dataclass(frozen=True)
class Read(Generic[T]):
    """What a cell says, and what was seen on the way."""

    value: T | None = None
    mark: TeamMark | None = None


@dataclass(frozen=True)
class Decision:
    """A founding decision as one cell tells it."""

    number: str | None = None
    day: date | None = None


def read_text(cell: Cell) -> str:
    """The text of a cell in one line, composed; empty for a blank one."""
    return clean_text(cell).value or ""


def read_day(cell: Cell, *, last: bool = False) -> Read[date]:
    """A day in any customary writing; a month or a year is its first day, or its `last`."""
    if is_blank(cell):
        return Read()
    if isinstance(cell, datetime):
        return Read(cell.date())
    if isinstance(cell, date):
        return Read(cell)
    if isinstance(cell, int | float) and int(cell) in _SERIALS:
        return Read(_SERIAL_START + timedelta(days=int(cell)))
    return _day_of_text(read_text(cell), last)


def _day_of_text(text: str, last: bool) -> Read[date]:
    if fold(text) in {fold(word) for word in _NOTHING} or text.casefold() in ("nay", "đến nay"):
        return Read()
    whole = day_in(text)
    if whole is not None:
        return Read(whole)
    completed = _completed(text, last)
    if completed is None:
        return Read(None, TeamMark(TeamFindingKind.BAD_DATE, Severity.QUESTION, text))
    kind = TeamFindingKind.DATE_COMPLETED
    return Read(completed, TeamMark(kind, Severity.REPAIR, text, f"{completed:%d/%m/%Y}"))


def day_in(text: str) -> date | None:
    """The first whole day that a text names; None for none."""
    for pattern, order in ((_WORDS, (3, 2, 1)), (_ISO, (1, 2, 3)), (_DAY, (3, 2, 1))):
        if found := pattern.search(text):
            year, month, day = (int(found[part]) for part in order)
            return _calendar(year if year > 99 else _FIRST_YEAR + year, month, day)
    return None


def _completed(text: str, last: bool) -> date | None:
    if found := _MONTH.fullmatch(text):
        year, month = int(found[2]), int(found[1])
    elif found := _YEAR.fullmatch(text):
        year, month = int(found[1]), 12 if last else 1
    else:
        return None
    first = _calendar(year, month, 1)
    if first is None or not last:
        return first
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _calendar(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read_decision(cell: Cell) -> Decision:
    """Number and day of a decision in one cell: "12/QĐ-UBND ngày 05/3/2026"."""
    text = read_text(cell)
    if fold(text) in {fold(word) for word in _NOTHING}:
        return Decision()
    found = _NUMBER.search(text)
    rest = text if found is None else text[: found.start()] + " " + text[found.end() :]
    day = day_in(rest)
    if found is not None:
        return Decision(re.sub(r"\s*/\s*", "/", found[0]).strip(" .,-–"), day)
    bare = _PREFIX.sub("", text).strip(" .,;")
    return Decision(None if day and day_in(bare) else bare or None, day)


def read_count(cell: Cell) -> Read[int]:
    """A whole number of 0 or more: 124, "1.234", "124 hộ"."""
    if isinstance(cell, bool) or is_blank(cell):
        return Read()
    if isinstance(cell, int | float):
        whole = float(cell).is_integer() and cell >= 0
        return Read(int(cell)) if whole else Read(None, _bad_figure(str(cell)))
    text = read_text(cell)
    if fold(text) in {fold(word) for word in _NOTHING}:
        return Read()
    found = _COUNT.fullmatch(text)
    return Read(int(re.sub(r"\D", "", found[1]))) if found else Read(None, _bad_figure(text))


def _bad_figure(text: str) -> TeamMark:
    return TeamMark(TeamFindingKind.BAD_FIGURE, Severity.QUESTION, text)


def read_kind(cell: Cell) -> TeamKind | None:
    """Whose team it is, as a column of kinds or a team's name tells it."""
    key = fold(read_text(cell))
    return next((kind for pattern, kind in _KINDS if pattern.search(key)), None)
