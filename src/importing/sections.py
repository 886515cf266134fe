"""Headings between the rows of a table: the team, the hamlet, the commune of the rows below."""

import re
from dataclasses import replace

from .matches import Section
from .named_places import COMMUNE, HAMLET, named, tidy

_NUMBERING = re.compile(
    r"\s*(?:(?P<roman>[IVX]{1,5})|(?P<letter>[A-ZĐ])|(?P<digit>\d{1,2}(?:\.\d{1,2})*)"
    r"|(?P<dash>[-+*•]))"
    r"\s*(?:[.):/-]\s*|(?<=[-+*•])\s*|$)"
)
_NUMBER = re.compile(r"\W*(?:([IVX]{1,5})|([A-ZĐ])|(\d{1,2}(?:\.\d{1,2})*))\W*")
_STYLES = ("roman", "letter", "digit", "dash")
_LABEL = re.compile(r"(?:đơn vị|địa bàn|địa chỉ|khu vực|don vi|dia ban)\s*:?\s*", re.I)
_COUNT = re.compile(
    r"\s*(?:[:;,=-]\s*|\()?\s*\d+\s*"
    r"(?:người|nguoi|đ/c|đồng chí|thành viên|học viên|hv|tv)\b.*$",
    re.I,
)
_PLACE_START = re.compile(
    rf"(?:{COMMUNE}|{HAMLET}|tổ|nhóm|đội|ban|huyện|tỉnh|đơn vị|địa bàn|danh sách|khối)[\s:]", re.I
)
_PLAIN_START = re.compile(
    r"(?:xa|phuong|thi tran|dac khu|thon|lang|buon|ap|khom|xom|khu pho|tieu khu|khu|to dan pho|tdp"
    r"|to cn\w*|to cong|to chuyen|to so|to \d+|nhom|don vi|danh sach|huyen|tinh"
    r"|ban(?! (?:van|thi|a|huu|duc|quang|xuan|ngoc|minh|thanh|kim|tien|phu|quy|sanh|mui)\b))[\s:]",
    re.I,
)
_TEAM = re.compile(
    r"(?<!\w)(?:tổ (?:cnscđ|cns|cđs|cscđ|công nghệ|chuyển đổi|số|\d)|tổ(?= (?:xã|phường|bản|thôn))"
    r"|nhóm |ban (?:chỉ đạo|điều hành|quản lý|công nghệ))",
    re.I,
)
_TEAM_PLAIN = re.compile(
    r"(?<!\w)(?:to (?:cn|cds|cong nghe|chuyen doi|so|\d)|nhom "
    r"|ban (?:chi dao|dieu hanh|quan ly|cong nghe))",
    re.I,
)
_TEAM_ALONE = re.compile(r"(?:tổ|nhóm)\s(?!trưởng|phó|viên)", re.I)
_TEAM_END = re.compile(
    r"\s*(?:[,;(\n]|\s[-–—]\s"
    r"|\b(?:tham gia|tham dự|năm\s+\d+|đợt|được|theo|kèm|tham|dự)\b).*$",
    re.I | re.S,
)
_KEPT = {"CNSCĐ", "CNSCD", "CĐS", "CNS", "TDP", "UBND", "ANTT", "CSCĐ", "CNTT", "CSCD", "CDS"}
_SMALL = {
    "CÔNG", "NGHỆ", "SỐ", "CỘNG", "ĐỒNG", "CHUYỂN", "ĐỔI", "CHỈ", "ĐẠO", "ĐIỀU", "HÀNH", "DÂN",
    "PHỐ", "KHU", "BẢN", "THÔN", "XÃ", "PHƯỜNG", "TIỂU", "TỔ", "LÀNG", "BUÔN", "ẤP", "XÓM", "KHÓM",
    "THỊ", "TRẤN", "ĐẶC", "NHÓM", "BAN",
}  # fmt: skip


def is_section_number(text: str) -> bool:
    """Whether a cell of the number's column numbers a section: "II", "A." but not 3."""
    found = _NUMBER.fullmatch(text)
    return bool(found and not found[3])


def is_number(text: str) -> bool:
    """Whether a cell only numbers: "II", "A.", "3", "1.2"."""
    return _NUMBER.fullmatch(text) is not None


def is_numbered_section(text: str) -> bool:
    """Whether a line begins like a section: "II. …", "A) …"."""
    found = _NUMBERING.match(text)
    return bool(found and (found["roman"] or found["letter"]) and found.end() < len(text))


def names_a_place(text: str) -> bool:
    """Whether a line, its numbering apart, begins with the kind of a place or a team."""
    bare = _bare(text)
    return bool((_PLAIN_START if bare.isascii() else _PLACE_START).match(f"{bare} "))


def _bare(text: str) -> str:
    found = _NUMBERING.match(text)
    return text[found.end() :] if found and found.end() < len(text) else text.strip()


class Sections:
    """The sections in force while a table is read from top to bottom."""

    def __init__(self) -> None:
        self._open: list[tuple[str, Section]] = []

    @property
    def current(self) -> Section | None:
        """The section of the next row."""
        return self._open[-1][1] if self._open else None

    def enter(self, number: str, title: str, row: int) -> None:
        """A section begins; it lies in those of another kind of numbering that are open."""
        own = section_of(title, row)
        style = _style(number, title) or _kind(own)
        styles = [open_style for open_style, _ in self._open]
        if own.commune:
            self._open.clear()
        elif style in styles:
            del self._open[styles.index(style) :]
        elif own.hamlet or own.team:
            # A place of the same level closes the one before, however they are numbered.
            keep = next((i for i, (_, s) in enumerate(self._open) if s.hamlet), len(self._open))
            del self._open[keep:]
        self._open.append((style, _within(own, self.current)))


def _style(number: str, title: str) -> str:
    for text in (f"{number.strip()}." if number.strip() else "", title):
        found = _NUMBERING.match(text) if text else None
        if found and (found.end() < len(text) or text is not title):
            style = next(style for style in _STYLES if found[style])
            return style + "." * (found[style].count(".") if style == "digit" else 0)
    return ""


def _kind(section: Section) -> str:
    if section.commune:
        return "commune"
    return "place" if section.hamlet or section.team else "other"


def _within(own: Section, outer: Section | None) -> Section:
    """What a section does not say itself, the one around it says."""
    if outer is None or own.commune:
        return own
    if own.hamlet or own.team:
        return replace(own, commune=outer.commune, hamlet=own.hamlet or outer.hamlet)
    return replace(own, commune=outer.commune, hamlet=outer.hamlet, team=outer.team)


def section_of(title: str, row: int = 0) -> Section:
    """What a section's title says, by itself."""
    text = _COUNT.sub("", _LABEL.sub("", _bare(tidy(title)), count=1)).rstrip(" :.;-")
    shown = text or title.strip()
    place = _unshouted(shown)
    hamlets = [p.text for p in named(place, HAMLET) if not _is_commune(place, p.start)]
    hamlet = next(iter(hamlets), None)
    commune = next((found.text for found in named(place, COMMUNE)), None)
    return Section(shown, _team(place, bool(hamlet or commune)), hamlet, commune, row)


def _is_commune(text: str, start: int) -> bool:
    """ "xã Bản Lầu" names a commune, not a hamlet."""
    return any(found.start < start < found.end for found in named(text, COMMUNE))


def _team(text: str, placed: bool) -> str | None:
    """The team that a title names; "Danh sách thành viên tổ CNSCĐ" means none in particular."""
    pattern = _TEAM_PLAIN if text.isascii() else _TEAM
    found = pattern.search(text)
    if found is None and not _is_bare_team(text):
        return None
    start = found.start() if found else 0
    if start and not placed:
        return None
    team = _TEAM_END.sub("", text[start:]).strip()
    return team[:1].upper() + team[1:] or None


def _is_bare_team(text: str) -> bool:
    """A title that begins like a team: "Tổ Hoa Ban", not "Tổ dân phố 3" nor "Ban Lao"."""
    if text.isascii() or any(found.start == 0 for found in named(text, HAMLET)):
        return False
    return bool(_TEAM_ALONE.match(text))


def _unshouted(text: str) -> str:
    """A title in capitals as it is written elsewhere: "Tổ CNSCĐ bản Lào"."""
    if not text.isupper():
        return text
    words = [_word(word) for word in text.split(" ")]
    joined = " ".join(words)
    return joined[:1].upper() + joined[1:]


def _word(word: str) -> str:
    letters = word.strip(".,;:()-")
    if letters in _KEPT or any(c.isdigit() for c in word):
        return word
    return word.lower() if letters in _SMALL else word[:1] + word[1:].lower()
