"""How columns are headed: usual words, without accents, numbered, as a survey asks, not at all."""

import random
from collections.abc import Sequence

from taphuan.models.names import fold

_USUAL = {
    "number": ("STT", "TT", "Số TT"),
    "name": ("Họ và tên", "HỌ TÊN", "Họ, chữ đệm và tên khai sinh"),
    "family": ("Họ và đệm", "Họ lót"), "given": ("Tên",),
    "birth": ("Ngày sinh", "Ngày, tháng, năm sinh", "NTNS"), "year": ("Năm sinh", "Năm"),
    "gender": ("Giới tính", "GT", "Nam/Nữ", "Phái"),
    "codes": ("Giới tính (1: Nam, 0: Nữ)", "Nam 1, nữ 0"),
    "male": ("Nam",), "female": ("Nữ",),
    "ethnic": ("Dân tộc", "Thành phần dân tộc"),
    "identity": ("Số CCCD", "Số định danh cá nhân", "CCCD/CMND", "Số Căn cước/CCCD (12 số)"),
    "phone": ("SĐT", "Điện thoại", "ĐT liên hệ", "Số điện thoại (Zalo)"),
    "hamlet": ("Bản", "Thôn/bản", "Thôn, bản, tiểu khu"), "commune": ("Xã", "Xã/phường"),
    "address": ("Địa chỉ", "Nơi ở hiện nay"),
}  # fmt: skip
_ASKED = {
    "number": "STT", "name": "Họ và tên của anh/chị", "birth": "Anh/chị sinh ngày nào?",
    "family": "Họ và đệm", "given": "Tên",
    "year": "Năm sinh của anh/chị", "gender": "Giới tính của anh/chị",
    "ethnic": "Anh/chị thuộc dân tộc nào?", "identity": "Số Căn cước/CCCD (12 số)",
    "phone": "Số điện thoại liên hệ (Zalo)", "hamlet": "Bản nơi anh/chị đang sống",
    "commune": "Xã/phường nơi anh/chị đang sống", "address": "Địa chỉ của anh/chị",
}  # fmt: skip
_NAMES = ("name", "family", "given")


def headings(kinds: Sequence[str], wording: str, chance: random.Random) -> list[str]:
    """The headings of columns of these kinds."""
    found = []
    for at, kind in enumerate(kinds, 1):
        usual = chance.choice(_USUAL[kind])
        if wording == "survey":
            usual = f"{at}. {_ASKED.get(kind, usual)} *"
        elif wording == "plain":
            usual = fold(_USUAL[kind][0]).upper()
        elif wording == "numbered":
            usual = f"{at}. {usual}" if at % 2 else f"({at}) {usual}"
        elif wording == "silent" and kind not in _NAMES:
            usual = f"Cột {at}" if at % 2 else ""
        found.append(usual)
    return found
