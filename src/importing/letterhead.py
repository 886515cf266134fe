"""The communes that a list names outside its rows: in its letterhead, its sheet's name, its own."""

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from ..models.names import fold
from .cells import Row, Sheet
from .matches import CommuneHint, HintSource
from .named_places import COMMUNE, PROVINCE, also_named, named, tidy
from .numbers_in_text import without_numbers
from .text import composed

_MOST_TITLES = 60
_LONGEST_TITLE = 300
_ADDRESSEE = re.compile(
    r"(kính gửi|kinh gui|nơi nhận|noi nhan|[-+•]\s*(?:ubnd|ủy ban|như trên))", re.I
)
_ADDRESSED = re.compile(r"[-+•]\s*\S")
_ABBREVIATED = re.compile(r"(?<![\w.])(X|P|TT)\s*\.\s*(?=[^\W\d_]|\d)", re.I)
_ABBREVIATIONS = {"x": "xã", "p": "phường", "tt": "thị trấn"}
_SAYS_NOTHING = re.compile(
    r"\b(?:danh sach|ds|sheet|trang tinh|trang|bang|tong hop|tap huan|lop|hoc vien|hv|to|cnscd|cns"
    r"|cong nghe so cong dong|cong nghe so|cong dong|thanh vien|dang ky|final|copy|moi|gui|nop|data"
    r"|du lieu|mau|phieu|bieu|bieu mau|phu luc|cds|chuyen doi so|nam|ngay|thang|dot|khoa|can bo"
    r"|ban|v|so|list|table|page|cua|ban sao|chinh thuc|cuoi|sua|lan|kem|theo|cv|kh|qd|ubnd|import"
    r"|xuat|file|tep|form|responses|form responses|cau tra loi bieu mau|ket qua|huong dan|thon"
    r"|tinh|huyen|nguoi|danh|sach|tham gia|tham du|hoc|vien|bc|bao cao)\b|\d+"
)
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NAME_JOINTS = re.compile(r"[_+.\-–()\[\],]+")
_NUMBERS_BEHIND = re.compile(
    r"(?<=[^\W\d])(?<!phường)(?<!phuong)(?<!\bp)(?:\s+(?:v?\d+))+\s*$", re.I
)


def titles_above(sheet: Sheet, first_row: int) -> tuple[str, ...]:
    """The texts above a row (1-based), in reading order."""
    found = [text for row in sheet.rows[: first_row - 1] for text in _texts(row)]
    return tuple(found[-_MOST_TITLES:])


def _texts(row: Row) -> Iterator[str]:
    for cell in row:
        if isinstance(cell, str) and (text := composed(cell).strip()):
            yield without_numbers(text[:_LONGEST_TITLE])


def commune_hints(
    titles: Sequence[str], sheet_name: str = "", file_name: str = ""
) -> tuple[CommuneHint, ...]:
    """The communes named there, the surest first, each once; the addressee's is not meant.

    Text only: whether such a commune exists, and which, the database says.
    """
    lines = _without_addressees(titles)
    province = next((p.text for line in lines for p in named(line, PROVINCE)), None)
    hints = [hint for line in lines for hint in _hints(line, HintSource.LETTERHEAD, province)]
    file = _file_text(file_name)
    hints += _hints(_spaced(sheet_name), HintSource.SHEET, province)
    hints += _hints(file, HintSource.FILE, province)
    hints += _weak(_spaced(sheet_name), HintSource.SHEET, province)
    hints += _weak(file, HintSource.FILE, province)
    first: dict[str, CommuneHint] = {}
    for hint in hints:
        first.setdefault(_name_only(hint), hint)
    return tuple(first.values())


def _without_addressees(titles: Sequence[str]) -> list[str]:
    """The lines but those of "Kính gửi" and the dashes below it."""
    lines, addressed = [], False
    for title in titles:
        line = tidy(title)
        goes_on = addressed and bool(_ADDRESSED.match(line))
        addressed = goes_on or bool(_ADDRESSEE.match(line))
        if not addressed:
            lines.append(_unabbreviated(line))
    return lines


def _unabbreviated(line: str) -> str:
    return _ABBREVIATED.sub(lambda found: _ABBREVIATIONS[found[1].casefold()] + " ", line)


def _hints(line: str, source: HintSource, province: str | None) -> list[CommuneHint]:
    own = next((place.text for place in named(line, PROVINCE)), province)
    found = list(named(line, COMMUNE))
    texts = [text for place in found for text in (place.text, *also_named(line, place))]
    return [CommuneHint(text, source, own) for text in texts]


def _weak(text: str, source: HintSource, province: str | None) -> list[CommuneHint]:
    """What is left of a name without the words every file has: perhaps a commune."""
    if any(True for _ in named(text, COMMUNE)):
        return []
    rest = _SAYS_NOTHING.sub(" ", fold(text)).split()
    kept = [word for word in text.split() if fold(word) in rest]
    if not 1 <= len(kept) <= 4 or sum(map(len, kept)) < 3:
        return []
    return [CommuneHint(" ".join(kept), source, province, sure=False)]


def _spaced(name: str) -> str:
    """A sheet's or file's name with plain spaces between its words."""
    words = _NAME_JOINTS.sub(" ", _HUMP.sub(" ", _unabbreviated(name)))
    return tidy(_NUMBERS_BEHIND.sub("", words))


def _file_text(file_name: str) -> str:
    return _spaced(PurePath(file_name).stem) if file_name else ""


def _name_only(hint: CommuneHint) -> str:
    key = fold(hint.text)
    for kind in fold(COMMUNE).split("|"):
        key = key.removeprefix(f"{kind} ")
    return key
