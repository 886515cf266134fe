"""The words that columns of lists go by: folded, without punctuation and numbering."""

import re

from .fields import Field


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split("|"))


_LISTED = {
    Field.NUMBER: "stt|tt|so tt|so thu tu|thu tu|no|index",
    Field.NAME: "ho va ten|ho ten|hovaten|hoten|ho va ten hoc vien|ho ten hoc vien|ten hoc vien"
    "|ho va ten thanh vien|ho ten thanh vien|ten thanh vien|hoc vien|ho dem va ten"
    "|ho chu dem va ten|ho chu dem va ten khai sinh|ho va ten khai sinh|ho ten khai sinh"
    "|ho va ten day du|ho ten day du|ho va ten nguoi tham gia|full name|name|fullname|hvt|h ten"
    "|ten day du|ten dai bieu|ho ten dai bieu|ho va ten dai bieu|your name|participant"
    "|participant name|ho va chu dem va ten"
    "|ho lot va ten|ho ten can bo|ho va ten can bo|ho va ten nguoi hoc|nguoi tham gia|nguoi hoc",
    Field.FAMILY_NAME: "ho va dem|ho dem|ho va chu dem|ho chu dem|ho lot|ho va lot|ho va ten dem"
    "|ho ten dem|ho va ten lot|ho ten lot|ho|family name|last name|ho va chu lot|surname|ho chu lot"
    "|ho va dem hoc vien",
    Field.GIVEN_NAME: "ten|given name|first name|ten goi",
    Field.GENDER: "gioi tinh|gioi|gt|phai|nam nu|gender|sex|g tinh|nu nam|phai tinh|nam hay nu",
    Field.FEMALE: "nu",
    Field.BIRTH: "ngay sinh|ngay thang nam sinh|ntns|ngay thang sinh|sinh ngay|ngay nam sinh|dob"
    "|ngay thang nam|date of birth|birthday|nam thang ngay sinh|birth date|birthdate|nt nam sinh"
    "|ngay thang nam sinh|sinh ngay thang nam|ngay sinh nam sinh|n sinh",
    Field.BIRTH_YEAR: "nam sinh|sinh nam|ns|year of birth|birth year|n s|sinh",
    Field.ETHNIC: "dan toc|thanh phan dan toc|d toc|ethnic|ethnic group|ethnicity|nguoi dan toc",
    Field.IDENTITY_NUMBER: "cccd|so cccd|can cuoc|so can cuoc|cmnd|so cmnd|cmt|so cmt|cmtnd|cc"
    "|so cc|so dinh danh|ma dinh danh|dinh danh ca nhan|so dinh danh ca nhan|so giay to|cmnd cccd"
    "|national id|citizen id|id number|id card|id card number|identity number|identity card"
    "|so cmtnd|so giay to tuy than|giay to tuy than|so ddcn|ddcn|so cccd cmnd|ma so dinh danh"
    "|citizen id number|so the can cuoc",
    Field.PHONE: "sdt|so dt|dien thoai|so dien thoai|dt lien he|dtdd|so dtdd|di dong|phone"
    "|so phone|mobile|so zalo|zalo|tel|so lien he|so may|phone number|mobile number|telephone"
    "|mobile phone|d thoai|so d thoai|lien he|so di dong|sdt zalo|cell phone|contact number"
    "|dt zalo",
    Field.HAMLET: "village|hamlet",
    Field.COMMUNE: "commune|ward",
    Field.DISTRICT: "huyen|quan huyen|huyen quan|huyen thi|district",
    Field.PROVINCE: "tinh|tinh thanh pho|tinh tp|tinh thanh|thanh pho|province|city",
    Field.ADDRESS: "dia chi|noi o|noi cu tru|thuong tru|noi thuong tru|ho khau|ho khau thuong tru"
    "|cho o|cho o hien nay|noi o hien nay|noi o hien tai|dia chi thuong tru|address|noi sinh song"
    "|dia chi cu tru|noi dang ky thuong tru",
    Field.TEAM: "to|ten to|thuoc to|to cnscd|to cong nghe so cong dong|to cong nghe so|to cds"
    "|to cong nghe cong dong|to chuyen doi so cong dong|to cdscd|team|to cns|to cscd",
    Field.ROLE: "chuc vu|vai tro|chuc danh|nhiem vu|chuc vu chuc danh|role|cv|position"
    "|job title|chuc vu trong to|chuc danh chuc vu|ch vu",
    Field.EMPLOYER: "don vi cong tac|co quan cong tac|noi cong tac|noi lam viec|co quan|don vi"
    "|co quan don vi|co quan don vi cong tac|employer|organization|organisation|to chuc co quan"
    "|workplace|don vi lam viec",
    Field.NOTE: "ghi chu|note|notes|luu y|gc|remarks|remark|comment|g chu",
    Field.PROGRAM_ID: "ma hoc vien|ma tap huan|ma taphuan|taphuan id|ma he thong",
    Field.IGNORE: "ky nhan|ky ten|chu ky|email|thu dien tu|trinh do|nghe nghiep|que quan"
    "|dau thoi gian|timestamp|email address|dia chi email|tuoi|age|noi sinh|ngay|thang"
    "|facebook|facebook zalo|diem so|score|ket qua|xep loai|dang vien|doan vien|ton giao"
    "|ton giao tin nguong|hoc van|trinh do hoc van|so tien|thanh tien|hinh anh"
    "|chuyen mon|nganh nghe|bien so xe|size ao|quoc tich|hon nhan|tinh trang hon nhan"
    "|signature|occupation|nationality|education|device|start|end|deviceid|uuid|submission time"
    "|instanceid|version|tai khoan|bhyt|bhxh|uid|ma so thue|mst|dien tich",
}
EXACT = {word: field for field, words in _LISTED.items() for word in words.split("|")}
JOINED = {word.replace(" ", ""): field for word, field in EXACT.items() if len(word) > 5}
"""As survey systems write them: "sodienthoai"."""

NOT_THE_PERSONS = re.compile(
    r"(ngay|noi|co quan|han|thoi han) cap\b|\bcap (ngay|tai|boi)\b|hieu luc|ngay het han|het han"
    r"|chu ho|nguoi gioi thieu|\b(cha|me|vo|chong|bo) con |nguoi than|khan cap"
    r"|\b(con|vo|chong) (la|ten)\b|\b(ten|sinh|thoai|cccd|sdt) (cua )?(cha|me|bo|vo|chong)\b"
    r"|nguoi (giam ho|lien he khac|bao tin)"
    r"|tai khoan|ngan hang|chung nhan|chung chi|van bang|bang cap|bang so|so bang|giay khen"
    r"|bao hiem|bhxh|bhyt|ma so thue|bien so|so seri|so quyet dinh|quyet dinh so|hop dong"
    r"|vao dang|vao doan|tuyen dung|bo nhiem|bau cu|nhap ngu|ngay (tham gia|vao|dang ky|ky|nop)\b"
    r"|\b(email|gmail|facebook)\b|^(dau )?thoi gian\b|tham nien|noi sinh|que quan|nguyen quan"
    r"|ho ngheo|so ho\b|thu nhap|diem (thi|kiem tra)|so khau|trinh do|hoc ham|hoc vi"
    r"|ngay (hoc|tap huan)|buoi \d|ky nhan|chu ky|ho chieu|passport|dinh danh (dien tu|muc)"
    r"|vneid|cai dat|thong minh|smart ?phone|(nhom|link) zalo|(su dung|loai|co) dien thoai|thieu so"
)
"""Headings of things that look like a person's number, name or day, and are another's."""

ALIKE = tuple(
    (re.compile(pattern), field)
    for pattern, field in (
        (r"^(ho va ten|ho ten|ten hoc vien|ho dem va ten|ho chu dem va ten)\b", Field.NAME),
        (r"\bgioi tinh\b|\bnam\b.*\d.*\bnu\b|\bnu\b.*\d.*\bnam\b", Field.GENDER),
        (r"\bngay\b.*\bsinh\b|\bsinh ngay\b|\bdate of birth\b", Field.BIRTH),
        (r"\bnam sinh\b|\bsinh nam\b", Field.BIRTH_YEAR),
        (r"\bdan toc\b", Field.ETHNIC),
        (
            r"\b(can cuoc|cccd|cmnd|cmtnd|dinh danh|chung minh (nhan dan|thu)|citizen id)\b",
            Field.IDENTITY_NUMBER,
        ),
        (r"\b(dien thoai|sdt|di dong|so dt|zalo|phone)\b", Field.PHONE),
        (r"^(chuc vu|chuc danh|vai tro|nhiem vu)\b", Field.ROLE),
        (r"\b(don vi|noi|co quan) (dang )?(cong tac|lam viec)\b", Field.EMPLOYER),
        (r"^(ten |thuoc )?to (cnscd|cong nghe|chuyen doi|cds)\b", Field.TEAM),
        (r"^(dia chi|noi o|noi cu tru|cho o|(noi )?thuong tru)\b", Field.ADDRESS),
        (r"^ghi chu\b", Field.NOTE),
        (r"\b(ho va ten|ho ten)\b", Field.NAME),
    )
)

COURTESY = re.compile(
    r"\b(?:(?:xin|vui long|hay|de nghi)\b ?)?(?:(?:anh chi|ong ba|quy vi|ban)\b ?)?"
    r"(?:(?:vui long|hay)\b ?)?(?:cho biet|nhap|dien|ghi ro|cung cap|chon|cho toi biet)\b"
    r"|\b(?:cua|ma)? ?(?:anh chi|ong ba|quy vi|ban than|nguoi tham gia|nguoi hoc|hoc vien"
    r"|nguoi tham du|nguoi dang ky|dai bieu|toi|minh)\b|\b(?:cua|ban) ban\b|\b(?:la gi|nao|la)$"
    r"|\b(?:hien nay|hien tai|dang|day du|bat buoc|lien he|thuoc|cua|hoac|ca nhan)\b"
)
"""What a survey puts around the word that counts: "… của anh/chị là gì"."""

COMPOUNDS = {
    "to dan pho": "todanpho", "to dan cu": "todanpho", "khu dan cu": "khu", "tieu khu": "khu",
    "khu pho": "khu", "thi tran": "thitran", "dac khu": "dackhu", "thanh pho": "thanhpho",
    "thi xa": "thixa",
}  # fmt: skip
PLACE_WORDS = {
    Field.HAMLET: _words("thon|ban|lang|buon|ap|khom|xom|khu|todanpho|tdp|phum|soc|bon|plei"),
    Field.COMMUNE: _words("xa|phuong|thitran|dackhu"),
    Field.DISTRICT: _words("huyen|quan|thixa"),
    Field.PROVINCE: _words("tinh|thanhpho|tp"),
}
FILLERS = _words("ten|va|hoac|thuoc|noi|o|cu|tru|to|dia|chi|hien|nay|ubnd|so|don|vi|sinh|song|dang")

SAYS_NOTHING = re.compile(
    r"(cot|column|col|field|truong(?= \d)|unnamed|muc|thong tin|noi dung|khac|cau|cau hoi|question"
    r"|q|var|untitled|f|c)?( ?\d+)*( ?[a-z])?"
)
"""Headings that are there only because every column has one: "Cột 4", "Unnamed: 3", "F"."""
