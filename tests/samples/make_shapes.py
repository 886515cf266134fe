"""Writes the samples whose tables have an odd shape, of invented people, with what they hold.

Run `python -m tests.samples.make_shapes` from the project's folder; the seed keeps them the same.
"""

import csv
import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.invent import InventedPerson, Weighted, invent

HERE = Path(__file__).parent
MUONG_E, BINH_THUAN = "03727", "03724"
_NAMES = {MUONG_E: "Mường É", BINH_THUAN: "Bình Thuận"}
_ETHNIC = {"thai": "Thái", "mong": "Mông", "kinh": "Kinh"}
_GROUPS = Weighted({"thai": 70, "mong": 15, "kinh": 15})
_HAMLETS = ("Bản Lào", "Bản Pá", "Bản Thúm", "Bản Hua Nạ")
Line = Sequence[object]
Merges = Sequence[str]


@dataclass(frozen=True)
class Listed:
    """Somebody invented, and where they are said to live."""

    person: InventedPerson
    hamlet: str
    commune: str

    @property
    def group(self) -> str:
        return _ETHNIC[self.person.ethnic_key]

    @property
    def day(self) -> str:
        return f"{self.person.birth_date:%d/%m/%Y}"

    @property
    def year(self) -> int:
        return self.person.birth_date.year

    def expected(self, *fields: str) -> dict[str, object]:
        """What a list that tells these fields says of them."""
        person = self.person
        values: dict[str, object] = {
            "name": person.name, "gender": person.gender.value,
            "dob": person.birth_date.isoformat(), "year": self.year, "ethnic": self.group,
            "cccd": person.identity_number, "phone": person.phone, "hamlet": self.hamlet,
            "commune_code": self.commune,
        }  # fmt: skip
        return {field: values[field] for field in ("name", *fields)}


def invented(seed: int, count: int, commune: str = MUONG_E) -> list[Listed]:
    """People of a commune, spread over its hamlets in order."""
    chance = random.Random(seed)
    people = [invent(chance, _GROUPS) for _ in range(count)]
    size = -(-count // len(_HAMLETS))
    return [Listed(person, _HAMLETS[i // size], commune) for i, person in enumerate(people)]


def write_xlsx(name: str, sheets: dict[str, tuple[Sequence[Line], Merges]]) -> None:
    """A workbook; a sheet whose name begins with "~" is hidden."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for title, (lines, merges) in sheets.items():
        sheet: Any = book.create_sheet(title.lstrip("~"))
        sheet.sheet_state = "hidden" if title.startswith("~") else "visible"
        for line in lines:
            sheet.append(list(line))
        for merged in merges:
            sheet.merge_cells(merged)
    book.save(HERE / f"{name}.xlsx")


def write_expected(name: str, note: str, people: list[dict[str, object]]) -> None:
    """What the sample holds."""
    text = json.dumps({"note": note, "people": people}, ensure_ascii=False, indent=1)
    (HERE / f"{name}.expected.json").write_text(text + "\n", encoding="utf-8")


def sections_and_merges() -> None:
    """A letterhead, sections in sections, merged cells, page headers, totals, signatures."""
    muong_e, binh_thuan = invented(31, 12), invented(32, 4, BINH_THUAN)
    head: list[Line] = [
        ("STT", "Họ và tên", "Năm sinh", None, "Dân tộc", "Số điện thoại", "Tổ CNSCĐ"),
        (None, None, "Nam", "Nữ"),
    ]
    lines: list[Line] = [
        ("ỦY BAN NHÂN DÂN TỈNH SƠN LA", None, None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("SỞ KHOA HỌC VÀ CÔNG NGHỆ", None, None, None, "Độc lập - Tự do - Hạnh phúc"),
        (), ("DANH SÁCH THÀNH VIÊN TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG CÁC XÃ",), (), *head,
        tuple(f"({i})" for i in range(1, 8)),
    ]  # fmt: skip
    merges = ["A6:A7", "B6:B7", "C6:D6", "E6:E7", "F6:F7", "G6:G7"]
    number = 0
    for title, people in (("I. XÃ MƯỜNG É", muong_e), ("II. XÃ BÌNH THUẬN", binh_thuan)):
        lines.append((title,))
        merges.append(f"A{len(lines)}:G{len(lines)}")
        for at, hamlet in enumerate(dict.fromkeys(p.hamlet for p in people), 1):
            if at == 3 and people is muong_e:
                lines += [(), *head]
            lines.append((at, hamlet))
            of_hamlet = [p for p in people if p.hamlet == hamlet]
            first = len(lines) + 1
            for listed in of_hamlet:
                number += 1
                lines.append(_under_gender(number, listed, listed is of_hamlet[0]))
            if len(of_hamlet) > 1:
                merges.append(f"G{first}:G{len(lines)}")
        lines.append((None, f"Cộng: {len(people)} người"))
    women = sum(listed.person.gender == "Nữ" for listed in muong_e + binh_thuan)
    lines += [
        (None, f"Tổng số: {number} (nữ {women})"),
        (), (None, None, None, None, "Sơn La, ngày 05 tháng 3 năm 2026"),
        (None, "NGƯỜI LẬP BIỂU", None, None, "KT. GIÁM ĐỐC"),
        (None, None, None, None, "PHÓ GIÁM ĐỐC"),
        (), (None, "Lò Văn Chiến", None, None, "Cà Văn Hặc"),
    ]  # fmt: skip
    write_xlsx("sections_and_merges", {"Danh sách": (lines, merges)})
    fields = ("gender", "year", "ethnic", "phone", "hamlet", "commune_code")
    expected = [listed.expected(*fields) for listed in muong_e + binh_thuan]
    write_expected(
        "sections_and_merges", "communes and hamlets in sections, teams in merged cells", expected
    )


def _under_gender(number: int, listed: Listed, first: bool) -> Line:
    person = listed.person
    years = (listed.year, None) if person.gender == "Nam" else (None, listed.year)
    team = f"Tổ CNSCĐ {listed.hamlet[0].lower()}{listed.hamlet[1:]}" if first else None
    return (number, person.name, *years, listed.group, person.phone, team)


def survey_export() -> None:
    """The answers to a survey: time first, questions as headings, choices as answers."""
    people = invented(33, 15)
    header = (
        "Dấu thời gian", "Địa chỉ email", "1. Họ và tên của anh/chị *", "2. Anh/chị sinh ngày nào?",
        "3. Giới tính của anh/chị", "4. Anh/chị thuộc dân tộc nào?", "5. Số Căn cước/CCCD (12 số)",
        "6. Số điện thoại liên hệ (Zalo)", "7. Bản/tiểu khu nơi anh/chị đang sống", "8. Xã/phường",
        "9. Anh/chị có điện thoại thông minh không?",
    )  # fmt: skip
    lines = [
        (
            f"2026/03/0{1 + i % 9} 8:1{i % 10}:00 SA GMT+7", f"hocvien{i}@example.vn",
            p.person.name, p.day, p.person.gender.value, p.group, p.person.identity_number,
            p.person.phone, p.hamlet, "Xã Mường É", "Có",
        )
        for i, p in enumerate(people)
    ]  # fmt: skip
    with (HERE / "survey_export.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([header, *lines])
    fields = ("gender", "dob", "ethnic", "cccd", "phone", "hamlet", "commune_code")
    write_expected("survey_export", "answers to a survey", [p.expected(*fields) for p in people])


def no_header() -> None:
    """People from the first row on."""
    people = invented(34, 10)
    lines = [
        (i, p.person.name, p.day, p.person.gender.value, p.group, p.person.identity_number,
         p.person.phone, p.hamlet, "Xã Mường É")
        for i, p in enumerate(people, 1)
    ]  # fmt: skip
    write_xlsx("no_header", {"Sheet1": (lines, ())})
    fields = ("gender", "dob", "ethnic", "cccd", "phone", "hamlet", "commune_code")
    write_expected("no_header", "no header at all", [p.expected(*fields) for p in people])


def silent_headings() -> None:
    """Headings that say nothing: "Cột 4", none, and a column nobody should take for a phone."""
    people = invented(35, 10)
    header = ("TT", "Họ và tên", "", "Cột 4", "Cột 5", "Số thẻ hội viên", "Cột 7")
    lines: list[Line] = [("XÃ MƯỜNG É",), header]
    lines += [
        (i, p.person.name, p.day, p.person.gender.value, p.person.identity_number,
         f"0{9_000_000_00 + i}", p.person.phone)
        for i, p in enumerate(people, 1)
    ]  # fmt: skip
    write_xlsx("silent_headings", {"DS": (lines, ())})
    fields = ("gender", "dob", "cccd", "phone", "commune_code")
    write_expected("silent_headings", "headings say nothing", [p.expected(*fields) for p in people])


def tables_below() -> None:
    """A table for each hamlet, each with title, header and signature; one has other columns."""
    people = invented(36, 12)
    lines: list[Line] = [("UBND XÃ MƯỜNG É",), ()]
    for at, hamlet in enumerate(_HAMLETS):
        head = ("STT", "Họ và tên", "Ngày sinh", "Giới tính", "SĐT")
        lines += [(f"DANH SÁCH TỔ CNSCĐ {hamlet.upper()}",), _turned(head, at)]
        of_hamlet = [p for p in people if p.hamlet == hamlet]
        for i, p in enumerate(of_hamlet, 1):
            line = (i, p.person.name, p.day, p.person.gender.value, p.person.phone)
            lines.append(_turned(line, at))
        lines += [(), (None, "Người lập biểu"), (None, "Lò Văn Chiến"), ()]
    write_xlsx("tables_below", {"DS": (lines, ())})
    fields = ("gender", "dob", "phone", "hamlet", "commune_code")
    note = "tables below each other, each with its title"
    expected = [p.expected(*fields) for p in people]
    for person in expected:
        person["hamlet"] = str(person["hamlet"]).replace("Bản", "bản")
    write_expected("tables_below", note, expected)


def _turned(line: Line, at: int) -> Line:
    """Every second table has its last columns in another order."""
    return (*line[:2], *reversed(line[2:])) if at % 2 else line


def side_by_side() -> None:
    """Two columns of people on one page."""
    people = invented(37, 12)
    header = ("STT", "Họ và tên", "Năm sinh", "SĐT")
    lines: list[Line] = [("DANH SÁCH HỌC VIÊN XÃ MƯỜNG É",), (*header, None, *header)]
    for i, (left, right) in enumerate(zip(people[:6], people[6:], strict=True), 1):
        lines.append(
            (i, left.person.name, left.year, left.person.phone, None,
             i + 6, right.person.name, right.year, right.person.phone)
        )  # fmt: skip
    write_xlsx("side_by_side", {"DS": (lines, ())})
    fields = ("year", "phone", "commune_code")
    expected = [p.expected(*fields) for p in people]
    write_expected("side_by_side", "two tables side by side", expected)


def several_sheets() -> None:
    """A sheet for each commune, which only its name tells; one is hidden, one is no list."""
    header = ("STT", "Họ và tên", "Ngày sinh", "Số CCCD", "Bản")
    here, there = invented(38, 6), invented(39, 5, BINH_THUAN)
    old = invented(40, 3)

    def lines(people: list[Listed]) -> list[Line]:
        return [header] + [
            (i, p.person.name, p.day, p.person.identity_number, p.hamlet)
            for i, p in enumerate(people, 1)
        ]

    write_xlsx(
        "several_sheets",
        {
            "Xã Mường É": (lines(here), ()), "Binh Thuan": (lines(there), ()),
            "~Cũ": (lines(old), ()), "Hướng dẫn": ([("Điền đủ các cột, gửi trước ngày 05/3",)], ()),
        },
    )  # fmt: skip
    fields = ("dob", "cccd", "hamlet", "commune_code")
    expected = [p.expected(*fields) for p in here + there]
    write_expected("several_sheets", "communes by the names of the sheets", expected)


def named_by_file() -> None:
    """Only the file's name says whose list it is."""
    people = invented(41, 6)
    lines: list[Line] = [("TT", "HO TEN", "NAM SINH", "GT", "SO DIEN THOAI", "BAN")]
    lines += [
        (i, p.person.name, p.year, p.person.gender.value, p.person.phone, p.hamlet)
        for i, p in enumerate(people, 1)
    ]
    name = "Danh sach lop CNSCD xa Muong E"
    write_xlsx(name, {"Sheet1": (lines, ())})
    fields = ("year", "gender", "phone", "hamlet", "commune_code")
    write_expected(
        name, "the commune is only in the file's name", [p.expected(*fields) for p in people]
    )


def three_row_header() -> None:
    """Groups of headings over groups of headings; the day of birth in three columns."""
    people = invented(42, 8)
    lines: list[Line] = [
        ("UBND XÃ MƯỜNG É",), ("Kính gửi: UBND xã Bình Thuận",), (),
        ("STT", "Thông tin cá nhân", None, None, None, None, None, "Liên hệ", None),
        (None, "Họ và tên", None, "Ngày, tháng, năm sinh", None, None, "Giới tính",
         "Số điện thoại", "Bản"),
        (None, None, None, "Ngày", "Tháng", "Năm"),
        ("A", "B", None, 1, 2, 3, 4, 5, 6),
    ]  # fmt: skip
    for i, p in enumerate(people, 1):
        family, given = p.person.name.rsplit(" ", 1)
        born = p.person.birth_date
        lines.append(
            (i, family, given, born.day, born.month, born.year, p.person.gender.value,
             p.person.phone, p.hamlet)
        )  # fmt: skip
    merges = ("A4:A6", "B4:G4", "H4:I4", "B5:C6", "D5:F5", "G5:G6", "H5:H6", "I5:I6")
    write_xlsx("three_row_header", {"DS": (lines, merges)})
    fields = ("gender", "dob", "phone", "hamlet", "commune_code")
    note = "three rows of headings, names and days in several columns"
    write_expected("three_row_header", note, [p.expected(*fields) for p in people])


if __name__ == "__main__":
    for make in (
        sections_and_merges, survey_export, no_header, silent_headings, tables_below, side_by_side,
        several_sheets, named_by_file, three_row_header,
    ):  # fmt: skip
        make()
