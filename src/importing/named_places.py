"""Places that a line of text names with their kind: "UBND XÃ MƯỜNG É, tỉnh Sơn La"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..models.names import fold, nfc

COMMUNE = "xã|phường|thị trấn|đặc khu"
HAMLET = (
    "thôn|bản|làng|buôn|ấp|khóm|xóm|phum|sóc|bon|plei|khu phố|tiểu khu|khu dân cư|khu"
    "|tổ dân phố|tổ dân cư|tdp"
)
PROVINCE = "tỉnh|thành phố|tp"
_UPPER_LEVELS = f"{PROVINCE}|huyện|quận|thị xã"
_LONGEST_NAME = 6

_CUT = re.compile(r"[,;()\[\]\n/|\"“”…_*+]|\.{2,}|\s[-–—]\s|\s[-–—]|[-–—]\s|:|\.(?=\s|$)")
_STOPS = (
    r"tham gia|tham dự|tham|dự|tập huấn|và|của|về|tại|năm(?=\s+\d)|ngày|tháng|đợt|lớp|khóa|khoá|lần"
    "|thuộc|gồm|có|đã|được|đề nghị|gửi|kính|theo|kèm|tổ chức|đăng ký|tổ công|tổ cnscđ|tổ chuyển"
    "|danh sách|học viên|thành viên|báo cáo|triển khai|cnscđ|công nghệ|chuyển đổi|bồi dưỡng|đến"
)  # fmt: skip
_STOPS_PLAIN = "|final|copy|ban cuoi|moi nhat|chinh thuc|cap nhat|sua|gui|nop|v\\d"
_FALSE_BEFORE = {
    "xã": re.compile(r"(?:hợp tác|thị|htx)\s+$", re.I),
    "xa": re.compile(r"(?:hop tac|thi|htx)\s+$", re.I),
    "bản": re.compile(r"(?:văn|biên|cơ|căn|ấn|xuất|phiên|kịch|nguyên|dị|tư)\s+$", re.I),
    "thôn": re.compile(r"nông\s+$", re.I),
}
_FALSE_NAMES = {
    "xã": re.compile(r"(?:hội|viên|đoàn|giao|luận)(?:$|\s+(?:chủ|hóa|hoá|học|viên)\b)", re.I),
    "khu": re.compile(r"(?:vực|công nghiệp|kinh tế|di tích)\b", re.I),
    "làng": re.compile(r"nghề\b", re.I),
    "bản": re.compile(r"(?:thân|sao|chính|gốc|tin|đồ|cam kết|chất|quyền|án|số \d+[/-])", re.I),
    "ban": re.compile(
        r"(?:chi |dieu |quan |dan |chap |lanh |to |hanh |nhan |cong |cuoi|sao)", re.I
    ),
    "thành phố": re.compile(r"trực\b", re.I),
}
_SEVERAL = re.compile(r"(?:\b(?:hai|ba|bốn|năm|các|bon|cac|nam)|\d)\s+$", re.I)
_AND = re.compile(r"\s*(?:,|\bvà\b|\bva\b|&)\s*", re.I)


@dataclass(frozen=True)
class NamedPlace:
    """A place and where in the text it stands."""

    kind: str
    name: str
    start: int
    end: int

    @property
    def text(self) -> str:
        """With its kind word, as written."""
        return f"{self.kind} {self.name}"


def _pattern(kinds: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'’])({kinds})\s*:?\s+(?=\w)|(?<!\w)({kinds}):(?=\w)", re.I)


_PATTERNS = {
    (kinds, plain): _pattern(fold(kinds) if plain else kinds)
    for kinds in (COMMUNE, HAMLET, PROVINCE, _UPPER_LEVELS)
    for plain in (False, True)
}
_STOP = re.compile(rf"(?<!\w)(?:{_STOPS}|{COMMUNE}|{HAMLET}|{_UPPER_LEVELS})(?!\w)", re.I)
_STOP_PLAIN = re.compile(
    rf"(?<!\w)(?:{fold(_STOPS)}|{fold(COMMUNE)}|{fold(_UPPER_LEVELS)}{_STOPS_PLAIN})(?!\w)", re.I
)


def tidy(text: str) -> str:
    """A text as it is searched here: composed, in single spaces, line breaks kept as commas."""
    return nfc(re.sub(r"\s*\n\s*", ", ", text.strip()))


def named(text: str, kinds: str) -> Iterator[NamedPlace]:
    """The places of the kinds in a tidy text. Without accents anywhere, they are not asked for."""
    plain = text.isascii()
    for found in _PATTERNS[kinds, plain].finditer(text):
        kind = found[1] or found[2]
        false = _FALSE_BEFORE.get(kind.casefold())
        if false and false.search(text[: found.start()]):
            continue
        name = _name(text[found.end() :], kind, plain)
        if name:
            yield NamedPlace(kind, name, found.start(), found.end() + len(name))


def also_named(text: str, place: NamedPlace) -> list[str]:
    """The other names behind one, where several are announced: "hai xã Bình Thuận và Mường É"."""
    if not _SEVERAL.search(text[: place.start]):
        return []
    names = []
    rest = text[place.end :]
    while found := _AND.match(rest):
        name = _name(rest[found.end() :], place.kind, text.isascii())
        if not name:
            break
        names.append(f"{place.kind} {name}")
        rest = rest[found.end() + len(name) :]
    return names


def _name(rest: str, kind: str, plain: bool) -> str:
    """The name at the start of what follows a kind word; empty where there is none."""
    part = _CUT.split(rest, 1)[0]
    false = _FALSE_NAMES.get(kind.casefold())
    if false and false.match(part):
        return ""
    words = _before_stop(part, plain).split()
    if any(letter.islower() for letter in part) and any(letter.isupper() for letter in part):
        words = _leading_names(words)
    name = " ".join(words[:_LONGEST_NAME])
    return name if any(letter.isalnum() for letter in name) else ""


def _before_stop(part: str, plain: bool) -> str:
    """Up to a word that goes on; as the first word ("xã Bản Lầu") it belongs to the name."""
    pattern = _STOP_PLAIN if plain else _STOP
    for found in pattern.finditer(part):
        if found.start() or _never_first(found[0]):
            return part[: found.start()]
    return part


def _never_first(word: str) -> bool:
    return fold(word) in ("va", "cua", "tham gia", "xa", "phuong", "co", "dang ky", "nam")


def _leading_names(words: list[str]) -> list[str]:
    """The words that begin with a capital or a digit; "số 5" belongs to it."""
    for at, word in enumerate(words):
        numbered = fold(word) == "so" and at + 1 < len(words) and words[at + 1][0].isdigit()
        if not (word[0].isupper() or word[0].isdigit() or numbered):
            return words[:at]
    return words
