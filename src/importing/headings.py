"""Which field a column holds, told by its heading in any customary wording."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..models.names import fold
from .cells import Cell
from .fields import Field
from .heading_words import (
    ALIKE,
    COMPOUNDS,
    COURTESY,
    EXACT,
    FILLERS,
    JOINED,
    NOT_THE_PERSONS,
    PLACE_WORDS,
    SAYS_NOTHING,
)
from .text import tidied

_LONGEST = 80
_NUMBERED = re.compile(r"^\W*(?:(?:cau|q|muc)\s*)?\d{1,2}(?:\.\d{1,2})?\s*[.):/\-]\s*(?=\D)")
_WORD = re.compile(r"[^\W_]+")
_OF_ITS_KIND = re.compile(r"(so|ma|ngay|nam|thoi gian|tong|diem|muc)\b.")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")

Path = tuple[str, ...]
"""What stands over a column, from the top row of the header down."""


@dataclass(frozen=True)
class HeadingMatch:
    """A field and whether the heading is one of its own words rather than only alike."""

    field: Field
    exact: bool


def heading_text(cells: Sequence[Cell]) -> str:
    """What is written over a column, of one cell or of two that stand one over the other."""
    return " ".join(text for cell in cells if (text := tidied(cell)))


def match_heading(text: str) -> HeadingMatch | None:
    """The field a heading names; None when it says nothing known."""
    return None if len(text) > _LONGEST else _match(unicodedata.normalize("NFC", text))


def says_nothing(text: str) -> bool:
    """Whether a heading leaves open what its column holds: blank, "Cột 4", "…"."""
    return SAYS_NOTHING.fullmatch(_key(text)) is not None


def counts_something(text: str) -> bool:
    """Whether a heading announces a number, a code, a day of its own kind: "Số thẻ", "Mã …"."""
    return _OF_ITS_KIND.match(_key(text)) is not None


@lru_cache(maxsize=4096)
def _match(text: str) -> HeadingMatch | None:
    lower = text.lower()
    for key in _readings(text):
        if field := _exact(key, lower) or _place(key):
            return HeadingMatch(field, exact=True)
    key = _key(text)
    if NOT_THE_PERSONS.search(key):
        return HeadingMatch(Field.IGNORE, exact=False)
    if field := _of_parts(text):
        return HeadingMatch(field, exact=True)
    found = next((field for pattern, field in ALIKE if pattern.search(key)), None)
    return HeadingMatch(found, exact=False) if found else None


def _readings(text: str) -> dict[str, None]:
    """The heading whole, without brackets, without courtesy, and the end of a survey's path."""
    bare = _without_brackets(text)
    keys = [_key(text), _key(bare)]
    keys.append(" ".join(COURTESY.sub(" ", keys[1]).split()))
    if " " not in text.strip():
        last = re.split(r"[/:.]", text.strip())[-1]
        keys += [_key(last), _key(_HUMP.sub(" ", last))]
    return dict.fromkeys(key for key in keys if key)


def _of_parts(text: str) -> Field | None:
    """The field that the parts of a heading in two languages agree on: "Họ tên / Full name"."""
    parts = [_key(part) for part in re.split(r"[/\n|()\[\]]|\s[-–]\s", text)]
    found = [field for part in parts if part and (field := _exact(part, part) or _place(part))]
    return found[0] if len(found) > 1 and len(set(found)) == 1 else None


def _exact(key: str, lower: str) -> Field | None:
    """Words that differ only by accents are told apart here: năm and nam, đt and dt."""
    letters = re.sub(r"[\W\d_]", "", lower)
    if key == "nam":
        return Field.BIRTH_YEAR if "ă" in letters else Field.MALE
    if key == "dt":
        return Field.PHONE if "đ" in letters else None
    if key == "ho" and letters == "hộ":
        return None
    if key in EXACT:
        return EXACT[key]
    return JOINED.get(key.replace(" ", "")) if " " not in key or len(key) > 9 else None


def _key(text: str) -> str:
    """Folded words without numbering, punctuation and the star of a required answer."""
    return " ".join(_WORD.findall(_NUMBERED.sub("", fold(text))))


def _without_brackets(text: str) -> str:
    return re.sub(r"\([^)]*\)?|\[[^\]]*\]?|\{[^}]*\}?", " ", text)


def _place(key: str) -> Field | None:
    """A heading of place words alone; words of several levels are an address."""
    for compound, word in COMPOUNDS.items():
        key = key.replace(compound, word)
    words = set(key.split())
    levels = [field for field, kinds in PLACE_WORDS.items() if words & kinds]
    known = FILLERS.union(*PLACE_WORDS.values())
    if not levels or words - known:
        return None
    return levels[0] if len(levels) == 1 else Field.ADDRESS


@lru_cache(maxsize=4096)
def match_path(path: Path) -> HeadingMatch | None:
    """The field of a column under a header of several rows: the lowest says most, the others of
    whom or of what it says it.
    """
    texts = tuple(dict.fromkeys(text for text in path if text))
    if len(texts) < 2:
        return match_heading(texts[0]) if texts else None
    whole = " ".join(texts)
    if NOT_THE_PERSONS.search(_key(whole)):
        return HeadingMatch(Field.IGNORE, exact=False)
    lowest = match_heading(texts[-1])
    if lowest and lowest.exact:
        return lowest
    return match_heading(whole) or lowest or _above(texts)


def _above(texts: Path) -> HeadingMatch | None:
    """What the rows above say, where the lowest is only a remark: "Số CCCD" over "(12 số)"."""
    return next((match for text in reversed(texts[:-1]) if (match := match_heading(text))), None)


def match_headings(headings: Sequence[str]) -> dict[int, Field]:
    """The field of each column that has one, by its index; no field twice, the surest first."""
    return match_paths([(text,) for text in headings])


def match_paths(paths: Sequence[Path]) -> dict[int, Field]:
    """As `match_headings`, of a header of several rows."""
    matches = {i: m for i, path in enumerate(paths) if (m := match_path(path))}
    taken: set[Field] = set()
    fields: dict[int, Field] = {}
    for index in sorted(matches, key=lambda i: (not matches[i].exact, i)):
        field = matches[index].field
        fields[index] = Field.IGNORE if field in taken else field
        taken.add(field)
    return _settled(dict(sorted(fields.items())))


def _settled(fields: dict[int, Field]) -> dict[int, Field]:
    """Headings that mean something else beside each other: Tên without Họ, Nam without Nữ."""
    held = set(fields.values())
    if Field.MALE in held and Field.FEMALE not in held:
        fields = _renamed(fields, Field.MALE, Field.BIRTH_YEAR)
    if Field.GIVEN_NAME in held and not held & {Field.FAMILY_NAME, Field.NAME}:
        fields = _renamed(fields, Field.GIVEN_NAME, Field.NAME)
    if Field.FAMILY_NAME in held and Field.GIVEN_NAME not in held and Field.NAME not in held:
        fields = _renamed(fields, Field.FAMILY_NAME, Field.NAME)
    return fields


def _renamed(fields: dict[int, Field], old: Field, new: Field) -> dict[int, Field]:
    free = new not in fields.values()
    return {i: (new if free else Field.IGNORE) if f is old else f for i, f in fields.items()}


def names_people(columns: Mapping[int, Field]) -> bool:
    """Whether the columns say where a person's name is."""
    held = set(columns.values())
    return Field.NAME in held or {Field.FAMILY_NAME, Field.GIVEN_NAME} <= held
