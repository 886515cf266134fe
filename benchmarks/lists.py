"""The two lists that communes send for the demo: invented people, written as communes write."""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from pathlib import Path
from typing import Any

from taphuan.models.names import fold

from .invent import InventedPerson, Weighted, invent

THUAN_CHAU, BINH_THUAN, MUONG_E = "03721", "03724", "03727"

_GROUPS = Weighted({"thai": 74, "mong": 12, "kinh": 12, "muong": 2})
_ETHNIC = {"thai": "Thái", "mong": "Mông", "kinh": "Kinh", "muong": "Mường"}
_WITHOUT_NUMBER, _WITHOUT_PHONE, _YEAR_ONLY = 0.12, 0.08, 0.1
_FATHERS = ("Ín", "Ơn", "Pánh", "Dính", "Thoan", "Xôm")


@dataclass(frozen=True)
class Commune:
    """A real commune, how many of its people come, and names of its hamlets."""

    code: str
    name: str
    people: int
    hamlets: tuple[str, ...]


COMMUNES = (
    Commune(
        THUAN_CHAU, "Thuận Châu", 66,
        ("Bản Púa", "Bản Hình", "Bản Nà Lĩnh", "Bản Bó", "Tiểu khu 1", "Tiểu khu 3", "Tiểu khu 5"),
    ),
    Commune(
        BINH_THUAN, "Bình Thuận", 58,
        ("Bản Lào", "Bản Pá", "Bản Thúm", "Bản Kiến Xương", "Bản Nong Ten", "Bản Mô Cổng"),
    ),
    Commune(
        MUONG_E, "Mường É", 44,
        ("Bản Hua Nạ", "Bản Nà Tong", "Bản Cụ", "Bản Huổi Pù", "Bản Nà Lanh"),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Listed:
    """Somebody on a list, with what the commune knows of them."""

    person: InventedPerson
    commune: Commune
    hamlet: str
    role: str
    has_number: bool
    has_phone: bool
    year_only: bool
    note: str | None = None


def invent_people(chance: random.Random) -> list[Listed]:
    """168 people of the three communes; namesakes of one year of birth are not among them."""
    people: list[Listed] = []
    seen: set[tuple[str, int]] = set()
    names: Counter[str] = Counter()
    for commune in COMMUNES:
        for index in range(commune.people):
            person = _new_one(chance, seen)
            names[fold(person.name)] += 1
            again = names[fold(person.name)] > 1
            people.append(_listed(chance, person, commune, index, again))
    return people


def _new_one(chance: random.Random, seen: set[tuple[str, int]]) -> InventedPerson:
    while True:
        person = invent(chance, _GROUPS)
        key = fold(person.name), person.birth_date.year
        if key not in seen:
            seen.add(key)
            return person


def _listed(
    chance: random.Random, person: InventedPerson, commune: Commune, index: int, again: bool
) -> Listed:
    team, place = divmod(index, len(commune.hamlets))
    roles = ("Tổ trưởng", "Tổ phó")
    return Listed(
        person=person,
        commune=commune,
        hamlet=commune.hamlets[place],
        role=roles[team] if team < len(roles) else "Thành viên",
        has_number=chance.random() >= _WITHOUT_NUMBER,
        has_phone=chance.random() >= _WITHOUT_PHONE,
        year_only=chance.random() < _YEAR_ONLY,
        note=f"con ông {chance.choice(_FATHERS)}" if again else None,
    )


def twice_listed(people: Sequence[Listed]) -> list[Listed]:
    """Two of Thuận Châu whom their neighbours list as well: the number tells who they are."""
    neighbour = COMMUNES[1]
    known = [p for p in people if p.commune.code == THUAN_CHAU and p.has_number]
    return [
        replace(listed, commune=neighbour, hamlet=neighbour.hamlets[0], role="Thành viên")
        for listed in known[20:22]
    ]


def write_own_list(path: Path, people: Sequence[Listed]) -> None:
    """A commune's list of its own people: no column for the commune, which heads the sheet."""
    headings = ("TT", "Họ và tên", "Ngày sinh", "Giới tính", "Dân tộc", "Số CCCD", "Số điện thoại",
                "Bản, tiểu khu", "Chức vụ", "Ghi chú")  # fmt: skip
    rows = (
        (*_who(index, listed), listed.hamlet, listed.role, listed.note)
        for index, listed in enumerate(people, 1)
    )
    title = "DANH SÁCH THÀNH VIÊN TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG THAM GIA TẬP HUẤN"
    _write(path, "XÃ THUẬN CHÂU", title, headings, rows)


def write_joint_list(path: Path, people: Sequence[Listed]) -> None:
    """A list of several communes, with columns for commune and team."""
    headings = ("STT", "Họ và tên", "Ngày, tháng, năm sinh", "Nam/Nữ", "Dân tộc", "Số định danh",
                "SĐT", "Bản", "Xã", "Tổ CNSCĐ", "Chức vụ", "Ghi chú")  # fmt: skip
    rows = (
        (*_who(index, listed), listed.hamlet, _commune(index, listed), _team(listed), listed.role,
         listed.note)
        for index, listed in enumerate(people, 1)
    )  # fmt: skip
    title = "DANH SÁCH HỌC VIÊN HAI XÃ BÌNH THUẬN VÀ MƯỜNG É THAM GIA TẬP HUẤN"
    _write(path, "XÃ BÌNH THUẬN", title, headings, rows)


def _who(index: int, listed: Listed) -> tuple[object, ...]:
    """Number to phone. Here and there a cell as it comes from real hands."""
    person = listed.person
    return (
        index,
        _name_as_typed(index, person.name),
        _birth_as_typed(index, listed),
        person.gender.value,
        _ETHNIC[person.ethnic_key],
        person.identity_number if listed.has_number else None,
        _phone_as_typed(index, person.phone) if listed.has_phone else None,
    )


def _name_as_typed(index: int, name: str) -> str:
    if index % 31 == 9:
        return name.replace(" ", "  ") + " "
    return name.upper() if index % 47 == 21 else name


def _birth_as_typed(index: int, listed: Listed) -> object:
    birth = listed.person.birth_date
    if listed.year_only:
        return str(birth.year)
    return datetime.combine(birth, time()) if index % 23 == 5 else f"{birth:%d/%m/%Y}"


def _phone_as_typed(index: int, phone: str) -> object:
    """Without its first zero, as a number; or in groups of digits."""
    if index % 19 == 12:
        return int(phone)
    return f"{phone[:4]} {phone[4:7]} {phone[7:]}" if index % 29 == 3 else phone


def _commune(index: int, listed: Listed) -> str:
    """Today's name; twice the name before July 2025, when Bình Thuận was Phổng Lái."""
    if listed.commune.code == BINH_THUAN and index % 40 == 17:
        return "Phổng Lái"
    return listed.commune.name


def _team(listed: Listed) -> str:
    return f"Tổ CNSCĐ {listed.hamlet[0].lower()}{listed.hamlet[1:]}"


def _write(
    path: Path,
    agency: str,
    title: str,
    headings: Sequence[str],
    rows: Iterator[tuple[object, ...]],
) -> None:
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font

    book = Workbook()
    sheet: Any = book.active
    sheet.title = "Danh sách"
    middle, last = len(headings) // 2 + 1, len(headings)
    heads = (
        (1, 1, "ỦY BAN NHÂN DÂN"), (1, middle, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (2, 1, agency), (2, middle, "Độc lập - Tự do - Hạnh phúc"), (4, 1, title),
        (5, 1, "(Kèm theo Công văn số 15/UBND-VHXH ngày 02 tháng 3 năm 2026)"),
    )  # fmt: skip
    for row, column, text in heads:
        end = last if row > 3 or column > 1 else middle - 1
        sheet.merge_cells(start_row=row, start_column=column, end_row=row, end_column=end)
        cell = sheet.cell(row, column, text)
        cell.font, cell.alignment = Font(bold=row < 5), Alignment(horizontal="center")
    sheet.append([])
    sheet.append(headings)
    for cell in sheet[sheet.max_row]:
        cell.font, cell.alignment = Font(bold=True), Alignment(horizontal="center", wrap_text=True)
    for values in rows:
        sheet.append(values)
        for cell in sheet[sheet.max_row]:
            _format(cell)
    _widen(sheet, headings)
    book.save(path)


def _format(cell: Any) -> None:
    if isinstance(cell.value, datetime):
        cell.number_format = "dd/mm/yyyy"
    elif isinstance(cell.value, str):
        cell.number_format = "@"


def _widen(sheet: Any, headings: Sequence[str]) -> None:
    from openpyxl.utils import get_column_letter

    widths = {"Họ và tên": 26, "Tổ CNSCĐ": 24, "Bản": 18, "Bản, tiểu khu": 18, "Xã": 14,
              "TT": 5, "STT": 5, "Nam/Nữ": 8, "Giới tính": 8, "Dân tộc": 9}  # fmt: skip
    for index, heading in enumerate(headings, 1):
        sheet.column_dimensions[get_column_letter(index)].width = widths.get(heading, 15)
