"""What a column of a register of teams may hold, told by its heading in any customary wording."""

import re
from collections.abc import Sequence
from enum import StrEnum

from ..models.names import fold
from .fields import Field
from .headings import match_heading


class TeamField(StrEnum):
    """What a column of a register may hold, beside what it tells of a person (`Field`)."""

    TEAM = "team"
    KIND = "kind"
    DECISION_NUMBER = "decision_number"
    DECISION_DATE = "decision_date"
    LEADER = "leader"
    LEADER_PHONE = "leader_phone"
    MEMBERS = "members"
    HOUSEHOLDS = "households"
    ADULTS = "adults"
    SOURCE = "source"
    AS_OF = "as_of"
    VALID_FROM = "valid_from"
    VALID_TO = "valid_to"
    NOMINATED_BY = "nominated_by"


AnyField = TeamField | Field

OF_TEAM = frozenset((
    TeamField.TEAM, TeamField.KIND, TeamField.DECISION_NUMBER, TeamField.DECISION_DATE,
    TeamField.MEMBERS, TeamField.HOUSEHOLDS, TeamField.ADULTS, TeamField.SOURCE, TeamField.AS_OF,
    Field.HAMLET, Field.COMMUNE, Field.DISTRICT, Field.PROVINCE,
))  # fmt: skip
"""What is told once of a team: merged, or blank in the rows of its other members."""

_PHONE = r"(sdt|so dt|dt|dien thoai|di dong|zalo)\b"
_DECISION = r"\b(qd|quyet dinh)\b"
_LEADER = r"\b(to truong|truong nhom|truong ban|nguoi dung dau|phu trach to)\b"
_GROWN = (
    r"\b(truong thanh|tuoi lao dong|do tuoi|du tuoi|tu du|tu 1[4568]|1[4568] tuoi|nguoi lon"
    r"|trong tuoi)\b"
)
_COUNT = r"\b(so|tong so|tong|sl|so luong)\b"

_PATTERNS: tuple[tuple[re.Pattern[str], TeamField], ...] = tuple(
    (re.compile(pattern), field)
    for pattern, field in (
        (rf"{_LEADER}.*\b{_PHONE}|\b{_PHONE}.*{_LEADER}", TeamField.LEADER_PHONE),
        (rf"^(ngay|thoi gian).*{_DECISION}|{_DECISION}(?!.*\bso\b).*\bngay\b",
         TeamField.DECISION_DATE),
        (_DECISION, TeamField.DECISION_NUMBER),
        (r"(thoi diem|tinh den|ngay|chot).*\b(so lieu|thong ke|bao cao|cap nhat)\b"
         r"|\bso lieu\b.*\b(ngay|den)\b|^(tinh den|thoi diem)\b", TeamField.AS_OF),
        (r"\bnguon\b|^(can cu|co quan cung cap)\b", TeamField.SOURCE),
        (rf"{_GROWN}|^lao dong$", TeamField.ADULTS),
        (r"\bso ho\b|\bho dan\b|\bho gia dinh\b|\btong (so )?ho\b|^so luong ho\b",
         TeamField.HOUSEHOLDS),
        (rf"{_COUNT}.*\b(thanh vien|to vien|tv|nguoi)\b|^quan so\b", TeamField.MEMBERS),
        (r"\bde cu\b|\bgioi thieu\b|\bcu tham gia\b|\bdon vi cu\b", TeamField.NOMINATED_BY),
        (r"^(tu|bat dau)( tu)?( ngay)?( thang)?( nam)?$|^(ngay|thoi gian) (tham gia|bat dau|vao)\b"
         r"|^tham gia tu\b|^tu ngay\b|^ngay vao\b", TeamField.VALID_FROM),
        (r"^(den|ket thuc)( ngay)?( thang)?( nam)?$|^(ngay|thoi gian) (ket thuc|thoi|nghi|roi)\b"
         r"|^den ngay\b|^thoi tham gia\b", TeamField.VALID_TO),
        (r"^(loai|cap|loai hinh) (to|nhom)\b|^cap to\b|^loai$", TeamField.KIND),
        (rf"{_LEADER}", TeamField.LEADER),
        (r"^(ten |thuoc )?(to|nhom)( cnscd| cds| cdscd| cong nghe.*| chuyen doi.*)?$"
         r"|^ten (to|nhom)\b", TeamField.TEAM),
    )
)  # fmt: skip
_NOT_HOUSEHOLDS = re.compile(r"\b(chu ho|ho khau|ho ngheo|ho can ngheo|ho ten|ho va ten|ho dem)\b")
_NUMBERED = re.compile(r"^\W*\d{1,2}\s*[.):/\-]\s*(?=\D)")
_LONGEST = 120
_SUBHEADINGS = frozenset((
    "so", "ngay", "ho ten", "ho va ten", "ten", "sdt", "dien thoai", "so dien thoai", "so ho",
    "ho", "nguoi", "so nguoi", "tu ngay", "den ngay", "tu", "den", "nam", "nu", "tong", "tong so",
    "so ngay", "ngay thang", "nam sinh", "chuc vu", "vai tro", "ngay thang nam", "cccd",
    "so quyet dinh", "ngay quyet dinh", "thanh vien", "tv",
))  # fmt: skip


def team_heading(parts: Sequence[str]) -> AnyField | None:
    """The field named by what stands over a column, a group's heading first; None for nothing.

    "Tổ trưởng" over "Họ tên" and "SĐT" is the leader and the leader's phone.
    """
    text = " ".join(dict.fromkeys(part for part in parts if part))
    if not text or len(text) > _LONGEST:
        return None
    own = _own(text)
    if own is not None:
        return own
    lower = parts[-1] or text
    found = match_heading(lower) or match_heading(text)
    return _read_as(found.field) if found else None


def _own(text: str) -> TeamField | None:
    key = _key(text)
    if key in ("ho", "hộ"):
        return TeamField.HOUSEHOLDS if "ộ" in text.lower() else None
    found = next((field for pattern, field in _PATTERNS if pattern.search(key)), None)
    if found is TeamField.HOUSEHOLDS and _NOT_HOUSEHOLDS.search(key):
        return None
    return found


def _read_as(field: Field) -> AnyField | None:
    """A person's field as a register means it: its team is the row's team."""
    if field is Field.TEAM:
        return TeamField.TEAM
    return None if field is Field.IGNORE else field


def is_subheading(text: str) -> bool:
    """Whether a cell may stand in the second row of a header."""
    return _key(text) in _SUBHEADINGS or team_heading([text]) is not None


def _key(text: str) -> str:
    folded = fold(_NUMBERED.sub("", text))
    return " ".join(re.findall(r"[^\W_]+", folded))
