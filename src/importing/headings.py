"""Which field a column holds, told by its heading in any customary wording."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..models.names import fold
from .cells import Cell, written
from .fields import Field


@dataclass(frozen=True)
class HeadingMatch:
    """A field and whether the heading is one of its own words rather than only alike."""

    field: Field
    exact: bool


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split("|"))


_EXACT_WORDS = {
    Field.NUMBER: "stt|tt|so tt|so thu tu|thu tu|no",
    Field.NAME: "ho va ten|ho ten|hovaten|hoten|ho va ten hoc vien|ho ten hoc vien|ten hoc vien"
    "|ho va ten thanh vien|ho ten thanh vien|ten thanh vien|hoc vien|ho dem va ten"
    "|ho chu dem va ten|ho chu dem va ten khai sinh|ho va ten khai sinh|ho ten khai sinh"
    "|ho va ten day du|ho ten day du|ho va ten nguoi tham gia|full name|name",
    Field.FAMILY_NAME: "ho va dem|ho dem|ho va chu dem|ho chu dem|ho lot|ho va lot|ho va ten dem"
    "|ho ten dem|ho va ten lot|ho ten lot|ho|family name|last name|ho va chu lot",
    Field.GIVEN_NAME: "ten|given name|first name|ten goi",
    Field.GENDER: "gioi tinh|gioi|gt|phai|nam nu|gender|sex",
    Field.FEMALE: "nu",
    Field.BIRTH: "ngay sinh|ngay thang nam sinh|ntns|ngay thang sinh|sinh ngay|ngay nam sinh|dob"
    "|ngay thang nam|date of birth|birthday|nam thang ngay sinh",
    Field.BIRTH_YEAR: "nam sinh|sinh nam|ns|year of birth",
    Field.ETHNIC: "dan toc|thanh phan dan toc|d toc|ethnic|ethnic group",
    Field.IDENTITY_NUMBER: "cccd|so cccd|can cuoc|so can cuoc|cmnd|so cmnd|cmt|so cmt|cmtnd|cc"
    "|so cc|so dinh danh|ma dinh danh|dinh danh ca nhan|so dinh danh ca nhan|so giay to",
    Field.PHONE: "sdt|so dt|dien thoai|so dien thoai|dt lien he|dtdd|so dtdd|di dong|phone"
    "|so phone|mobile|so zalo|zalo|tel|so lien he|so may",
    Field.DISTRICT: "huyen|quan huyen|huyen quan|huyen thi",
    Field.PROVINCE: "tinh|tinh thanh pho|tinh tp|tinh thanh|thanh pho",
    Field.ADDRESS: "dia chi|noi o|noi cu tru|thuong tru|noi thuong tru|ho khau|ho khau thuong tru"
    "|cho o|cho o hien nay|noi o hien nay|noi o hien tai|dia chi thuong tru|address",
    Field.TEAM: "to|ten to|thuoc to|to cnscd|to cong nghe so cong dong|to cong nghe so|to cds"
    "|to cong nghe cong dong|to chuyen doi so cong dong|to cdscd|team",
    Field.ROLE: "chuc vu|vai tro|chuc danh|nhiem vu|chuc vu chuc danh|role|cv",
    Field.EMPLOYER: "don vi cong tac|co quan cong tac|noi cong tac|noi lam viec|co quan|don vi"
    "|co quan don vi|co quan don vi cong tac|employer",
    Field.NOTE: "ghi chu|note|notes|luu y|gc",
    Field.PROGRAM_ID: "ma hoc vien|ma tap huan|ma taphuan|taphuan id|ma he thong",
    Field.IGNORE: "ky nhan|ky ten|chu ky|email|thu dien tu|trinh do|nghe nghiep|que quan",
}  # fmt: skip
_EXACT = {word: field for field, words in _EXACT_WORDS.items() for word in words.split("|")}

_ALIKE = tuple(
    (re.compile(pattern), field)
    for pattern, field in (
        (r"(ngay|noi|co quan|han) cap\b|\bcap (ngay|tai)\b|hieu luc|ngay het han", Field.IGNORE),
        (r"chu ho|gioi thieu|\b(cha|me|vo|chong|con) |nguoi than|khan cap", Field.IGNORE),
        (r"^(ho va ten|ho ten|ten hoc vien|ho dem va ten|ho chu dem va ten)\b", Field.NAME),
        (r"\bgioi tinh\b", Field.GENDER),
        (r"\bngay\b.*\bsinh\b|\bsinh ngay\b", Field.BIRTH),
        (r"\bnam sinh\b", Field.BIRTH_YEAR),
        (r"\bdan toc\b", Field.ETHNIC),
        (r"\b(can cuoc|cccd|cmnd|cmtnd|dinh danh|chung minh (nhan dan|thu))\b",
         Field.IDENTITY_NUMBER),
        (r"\b(dien thoai|sdt|di dong|so dt|zalo)\b", Field.PHONE),
        (r"^(chuc vu|chuc danh|vai tro|nhiem vu)\b", Field.ROLE),
        (r"\b(don vi|noi|co quan) (dang )?(cong tac|lam viec)\b", Field.EMPLOYER),
        (r"^(ten |thuoc )?to (cnscd|cong nghe|chuyen doi|cds)\b", Field.TEAM),
        (r"^(dia chi|noi o|noi cu tru|cho o|(noi )?thuong tru)\b", Field.ADDRESS),
        (r"^ghi chu\b", Field.NOTE),
    )
)  # fmt: skip

_COMPOUNDS = {
    "to dan pho": "todanpho", "to dan cu": "todanpho", "khu dan cu": "khu", "tieu khu": "khu",
    "khu pho": "khu", "thi tran": "thitran", "dac khu": "dackhu", "thanh pho": "thanhpho",
    "thi xa": "thixa",
}  # fmt: skip
_PLACE_WORDS = {
    Field.HAMLET: _words("thon|ban|lang|buon|ap|khom|xom|khu|todanpho|tdp|phum|soc|bon|plei"),
    Field.COMMUNE: _words("xa|phuong|thitran|dackhu"),
    Field.DISTRICT: _words("huyen|quan|thixa"),
    Field.PROVINCE: _words("tinh|thanhpho|tp"),
}
_FILLERS = _words("ten|va|hoac|thuoc|noi|o|cu|tru|to|dia|chi|hien|nay|ubnd|so|don|vi")
_LONGEST = 80


def heading_text(cells: Sequence[Cell]) -> str:
    """What is written over a column, of one cell or of two that stand one over the other."""
    return " ".join(" ".join(written(cell).split()) for cell in cells if written(cell).strip())


def match_heading(text: str) -> HeadingMatch | None:
    """The field a heading names; None when it says nothing known."""
    return None if len(text) > _LONGEST else _match(unicodedata.normalize("NFC", text))


@lru_cache(maxsize=4096)
def _match(text: str) -> HeadingMatch | None:
    for key in dict.fromkeys((_key(text), _key(_without_brackets(text)))):
        if field := _exact(key, text.lower()) or _place(key):
            return HeadingMatch(field, exact=True)
    key = _key(text)
    found = next((field for pattern, field in _ALIKE if pattern.search(key)), None)
    return HeadingMatch(found, exact=False) if found else None


def _exact(key: str, lower: str) -> Field | None:
    """Words that differ only by accents are told apart here: năm and nam, đt and dt."""
    letters = re.sub(r"[\W\d_]", "", lower)
    if key == "nam":
        return Field.BIRTH_YEAR if "ă" in letters else Field.MALE
    if key == "dt":
        return Field.PHONE if "đ" in letters else None
    if key == "ho" and letters == "hộ":
        return None
    return _EXACT.get(key)


def _key(text: str) -> str:
    """Folded words without numbering, punctuation and the star of a required answer."""
    folded = re.sub(r"^\W*\d{1,2}\s*[.):/\-]\s*(?=\D)", "", fold(text))
    return " ".join(re.findall(r"[^\W_]+", folded))


def _without_brackets(text: str) -> str:
    return re.sub(r"\([^)]*\)?|\[[^\]]*\]?", " ", text)


def _place(key: str) -> Field | None:
    """A heading of place words alone; words of several levels are an address."""
    for compound, word in _COMPOUNDS.items():
        key = key.replace(compound, word)
    words = set(key.split())
    levels = [field for field, kinds in _PLACE_WORDS.items() if words & kinds]
    known = _FILLERS.union(*_PLACE_WORDS.values())
    if not levels or words - known:
        return None
    return levels[0] if len(levels) == 1 else Field.ADDRESS


def match_headings(headings: Sequence[str]) -> dict[int, Field]:
    """The field of each column that has one, by its index; no field twice, the surest first."""
    matches = {i: m for i, text in enumerate(headings) if text and (m := match_heading(text))}
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
