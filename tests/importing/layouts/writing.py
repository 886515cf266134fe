"""People written into a layout, and what of them must come back."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from taphuan.importing.ethnic import EthnicNames
from taphuan.importing.fields import Field
from taphuan.importing.findings import FindingKind as K
from taphuan.models.enums import Gender

from .files import Page, Value, write
from .headings import headings
from .layout import Layout
from .letters import written_in
from .people import EMPLOYERS, Person, has_toned_capital, invented

COMMUNE, ABOLISHED = "Chiềng La", "Phổng Lái"
_OLD_PREFIXES = {
    "032": "0162", "033": "0163", "034": "0164", "035": "0165", "036": "0166", "037": "0167",
    "038": "0168", "039": "0169", "070": "0120", "079": "0121", "077": "0122", "076": "0126",
    "078": "0128", "083": "0123", "084": "0124", "085": "0125", "081": "0127", "082": "0129",
}  # fmt: skip
_OTHER_NAMES = {"Thái": "Thái Đen", "Mông": "H'Mông", "Kinh": "Việt", "Tày": "Thổ", "Dao": "Mán"}
_DITTOS = ("nt", "-nt-", "như trên", '"', "''")
_MONTHS = 12
_SERIAL_START = date(1899, 12, 30)
Line = dict[str, Value]


@dataclass(frozen=True)
class List:
    """A written list: the file, whom it holds, which rows wait and why, what the user changes."""

    path: Path
    people: Sequence[Person]
    waiting: Mapping[int, K]
    commune: str | None
    fields: Mapping[str, Mapping[int, Field]]


def written_list(layout: Layout, folder: Path, ethnic: EthnicNames) -> List:
    """People, invented and written."""
    chance = random.Random(layout.seed)
    people = [_told(person, layout) for person in _invented(layout)]
    lines = [_line(person, i, layout, ethnic) for i, person in enumerate(people)]
    waiting: dict[int, K] = {}
    people = _spoiled(layout, people, lines, waiting)
    kinds = _kinds(layout, chance)
    titles = headings(kinds, layout.wording, chance)
    if layout.changed_column and "phone" in kinds:
        titles[kinds.index("phone")] = "Số hộ"
    half = len(people) // 2 if layout.several_sheets else len(people)
    parts = [range(half), range(half, len(people))] if layout.several_sheets else [range(half)]
    pages = [
        _page(layout, _sheet_name(layout, n), kinds, titles, [lines[i] for i in part],
              [people[i] for i in part])
        for n, part in enumerate(parts)
    ]  # fmt: skip
    if layout.hidden_sheet:
        pages.append(Page("Cũ", [["Họ và tên", "Năm sinh"], ["Vừ A Cũ", 1950]], hidden=True))
    name = "DS lop CNSCD xa Chieng La" if layout.commune == "file" else "danh sách"
    path = write(folder, name, layout.format, layout.delimiter, pages)
    changes = {}
    if layout.changed_column and "phone" in kinds:
        sheets = [page.name for page in pages] if layout.is_book else [name]
        changes = {sheet: {kinds.index("phone"): Field.PHONE} for sheet in sheets}
    return List(path, people, waiting, _commune(layout), changes)


def _invented(layout: Layout) -> list[Person]:
    wanted: list[Callable[[Person], bool]] = []
    if layout.letters == "eth":
        wanted.append(lambda person: "đ" in person.name.lower())
    if layout.letters == "tcvn3":
        wanted.append(lambda person: not has_toned_capital(person))
    if layout.gender == "unknown":
        wanted.append(lambda person: " Thị " in person.name)
    if layout.phone == "old":
        wanted.append(lambda person: (person.phone or "")[:3] in _OLD_PREFIXES)
    if layout.birth == "month_first":
        wanted.append(lambda person: bool(person.born and person.born.day > _MONTHS))

    def fits(person: Person) -> bool:
        return all(test(person) for test in wanted)

    return invented(layout.seed, layout.count, fits)


def _sheet_name(layout: Layout, number: int) -> str:
    if layout.commune == "sheet":
        return f"Xã {COMMUNE}"
    return "Danh sách" if not number else "Danh sách 2"


def _commune(layout: Layout) -> str | None:
    if layout.commune == "abolished":
        return ABOLISHED
    return None if layout.commune == "nowhere" else COMMUNE


def _told(person: Person, layout: Layout) -> Person:
    """What the list tells of somebody."""
    day_told = layout.birth in ("slashes", "cell", "serial", "short", "month_first")
    if layout.gender == "unknown":
        person = replace(person, gender=None)
    if layout.phone == "none":
        person = replace(person, phone=None)
    if layout.identity == "none":
        person = replace(person, identity=None)
    if layout.place in ("none",):
        person = replace(person, hamlet=None)
    return replace(
        person,
        born=person.born if day_told else None,
        year=None if layout.birth == "none" else person.year,
        team=person.team if layout.place == "section" else None,
    )


def _spoiled(
    layout: Layout, people: list[Person], lines: list[Line], waiting: dict[int, K]
) -> list[Person]:
    """What contradicts itself, or cannot be known any more, is asked; the rest is kept."""
    first = people[0]
    if layout.mistake == "birth" and first.identity:
        year = (int(first.identity[4:6]) + 1) % 100
        lines[0]["identity"] = _identity(
            f"{first.identity[:4]}{year:02d}{first.identity[6:]}", layout
        )
        waiting[0] = K.IDENTITY_BIRTH_MISMATCH
        first = replace(first, identity=f"{first.identity[:4]}{year:02d}{first.identity[6:]}")
    if layout.mistake == "gender" and first.identity:
        other = f"{first.identity[:3]}{int(first.identity[3]) ^ 1}{first.identity[4:]}"
        lines[0]["identity"] = _identity(other, layout)
        waiting[0] = K.IDENTITY_GENDER_MISMATCH
        first = replace(first, identity=other)
    if layout.identity == "rounded":
        lines[0]["identity"] = "1.40872E+10"
        waiting[0] = K.BAD_IDENTITY
        first = replace(first, identity=None)
    return [first, *people[1:]]


def _line(person: Person, at: int, layout: Layout, ethnic: EthnicNames) -> Line:
    """The cells of somebody, by the kind of column."""
    name = person.name.upper() if layout.capitals else person.name
    family, _, given = name.rpartition(" ")
    shown = replace(person, born=person.born)
    year = str(person.year) if layout.is_text else person.year
    cells: Line = {
        "number": str(at + 1) if layout.is_text else at + 1,
        "name": name, "family": family, "given": given,
        "birth": _birth(layout, person, at), "year": year,
        "gender": _invented_gender(person), "codes": _code(person, layout),
        "ethnic": _group(person, layout, ethnic), "identity": _identity(person.identity, layout),
        "phone": _phone(person.phone, layout), "hamlet": person.hamlet,
        "commune": _own_commune(layout),
        "address": f"{person.hamlet}, xã {COMMUNE}, tỉnh Sơn La",
    }  # fmt: skip
    tick: Value = year if layout.header == "two" else "x"
    cells["male"] = tick if shown.gender is Gender.MALE else None
    cells["female"] = tick if shown.gender is Gender.FEMALE else None
    if layout.place == "employer" and at % 2:
        cells["hamlet"] = EMPLOYERS[at % len(EMPLOYERS)]
    return {kind: _damaged(kind, value, layout) for kind, value in cells.items()}


def _own_commune(layout: Layout) -> str:
    if layout.commune == "abolished":
        return ABOLISHED
    return f"Xã {COMMUNE}" if layout.header == "none" or layout.wording == "silent" else COMMUNE


_WORDS = ("name", "family", "given", "ethnic", "hamlet", "commune", "address", "gender")


def _damaged(kind: str, value: Value, layout: Layout) -> Value:
    if not isinstance(value, str) or kind not in _WORDS:
        return value
    if kind in ("gender", "ethnic") and layout.letters in ("nbsp", "zero_width"):
        return value
    return written_in(layout.letters, value)


def _invented_gender(person: Person) -> str | None:
    return person.gender.value if person.gender else None


def _code(person: Person, layout: Layout) -> Value:
    code = 1 if person.gender is Gender.MALE else 0
    return str(code) if layout.is_text else code


def _group(person: Person, layout: Layout, ethnic: EthnicNames) -> str | None:
    other = _OTHER_NAMES.get(person.ethnic or "")
    if layout.ethnic == "other" and other and ethnic.find(other) == (person.ethnic,):
        return other
    return person.ethnic


def _birth(layout: Layout, person: Person, at: int) -> Value:
    born = person.born
    if layout.birth == "month":
        return f"{1 + at % 12}/{person.year}"
    if born is None:
        return None
    serial = (born - _SERIAL_START).days
    return {
        "slashes": f"{born:%d/%m/%Y}", "cell": born, "month_first": f"{born:%m/%d/%Y}",
        "serial": str(serial) if layout.is_text or layout.format == "html" else serial,
        "short": f"{born.day}-{born.month}-{born:%y}",
    }[layout.birth]  # fmt: skip


def _phone(phone: str | None, layout: Layout) -> Value:
    if phone is None:
        return None
    if layout.phone == "no_zero":
        return int(phone) if layout.is_book else phone[1:]
    if layout.phone == "84":
        return f"+84{phone[1:]}"
    if layout.phone == "dots":
        return f"{phone[:4]}.{phone[4:7]} {phone[7:]}"
    if layout.phone == "old":
        return _OLD_PREFIXES[phone[:3]] + phone[3:]
    return f"'{phone}" if layout.format == "html" else phone


def _identity(number: str | None, layout: Layout) -> Value:
    if number is None:
        return None
    if layout.identity == "no_zero":
        return int(number) if layout.is_book else number.lstrip("0")
    return f"'{number}" if layout.identity == "apostrophe" or layout.format == "html" else number


def _kinds(layout: Layout, chance: random.Random) -> list[str]:
    """The columns, from left to right; what belongs together stays together."""
    blocks = [["number"], ["family", "given"] if layout.split_name else ["name"]]
    blocks.append(_birth_and_gender(layout)[0])
    blocks.append(_birth_and_gender(layout)[1])
    blocks += [["ethnic"]]
    blocks += [["identity"]] if layout.identity != "none" else []
    blocks += [["phone"]] if layout.phone != "none" else []
    if layout.place == "address":
        blocks += [["address"]]
    elif layout.place not in ("none", "section"):
        blocks += [["hamlet"]]
    if layout.commune in ("column", "abolished") and layout.place != "address":
        blocks += [["commune"]]
    if layout.shuffled:
        chance.shuffle(blocks)
    return [kind for block in blocks for kind in block]


def _birth_and_gender(layout: Layout) -> tuple[list[str], list[str]]:
    if layout.header == "two":
        return ["male", "female"], []
    birth = {"none": [], "year": ["year"]}.get(layout.birth, ["birth"])
    gender = {"words": ["gender"], "codes": ["codes"], "ticks": ["male", "female"]}
    return birth, gender.get(layout.gender, [])


def _page(
    layout: Layout, name: str, kinds: list[str], titles: list[str], lines: list[Line],
    people: Sequence[Person],
) -> Page:  # fmt: skip
    head = _head(layout, kinds, titles)
    page = Page(name, [*_letterhead(layout), *head])
    if layout.numbering_row and head:
        page.rows.append([f"({i})" for i in range(1, len(kinds) + 1)])
    at = {kind: i for i, kind in enumerate(kinds)}
    first_name = at.get("name", at.get("family", 0))
    before: str | None = None
    for n, (line, person) in enumerate(zip(lines, people, strict=True)):
        if layout.repeated_header and n == len(lines) // 2:
            page.rows += [list(row) for row in head]
        if layout.blank_rows and n % 3 == 1:
            page.rows.append([])
        if layout.place == "section" and person.hamlet != before:
            page.rows.append(_section(layout, person, n, at["number"], first_name))
        row: list[Value] = [line[kind] for kind in kinds]
        if person.hamlet == before and layout.place in ("merged", "ditto") and "hamlet" in at:
            letters = "clean" if layout.letters == "zero_width" else layout.letters
            ditto = written_in(letters, _DITTOS[n % len(_DITTOS)])
            row[at["hamlet"]] = ditto if layout.place == "ditto" else None
        page.rows.append(row)
        before = person.hamlet
    if layout.place == "merged":
        page.merged = _runs(page, people, at["hamlet"])
    page.rows += _below(layout, len(people), first_name, len(kinds) - 1)
    return page


def _letterhead(layout: Layout) -> list[list[Value]]:
    if not layout.letterhead:
        return []
    own = f"XÃ {COMMUNE.upper()}" if layout.commune == "letterhead" else "SỞ KHOA HỌC VÀ CÔNG NGHỆ"
    return [
        ["ỦY BAN NHÂN DÂN", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        [own, None, None, "Độc lập - Tự do - Hạnh phúc"], [],
        ["DANH SÁCH HỌC VIÊN LỚP TẬP HUẤN KỸ NĂNG SỐ CỘNG ĐỒNG"],
        ["(Kèm theo Công văn số 15/UBND-VHXH ngày 05 tháng 3 năm 2026)"], [],
    ]  # fmt: skip


def _head(layout: Layout, kinds: Sequence[str], titles: Sequence[str]) -> list[list[Value]]:
    # The fonts of TCVN3 have other capitals; whoever types in them writes headings small.
    shown = [title.lower() if layout.letters == "tcvn3" else title for title in titles]
    texts = [written_in(layout.letters, title) for title in shown]
    if layout.header == "none":
        return []
    if layout.header == "one":
        return [list(texts)]
    upper: list[Value] = [
        "Năm sinh" if kind == "male" else None if kind == "female" else text
        for kind, text in zip(kinds, texts, strict=True)
    ]
    lower: list[Value] = [
        text if kind in ("male", "female") else None
        for kind, text in zip(kinds, texts, strict=True)
    ]
    return [upper, lower]


def _section(layout: Layout, person: Person, n: int, number: int, name: int) -> list[Value]:
    team = written_in(layout.letters, person.team or "")
    row: list[Value] = [None] * (max(number, name) + 1)
    if n % 2:
        row[number] = f"II. {team}"
    else:
        row[number], row[name] = "I", team
    return row


def _runs(page: Page, people: Sequence[Person], column: int) -> list[tuple[int, int, int]]:
    """The rows of each hamlet, which begin where the last of the page's rows are."""
    first, runs = len(page.rows) - len(people), []
    start = 0
    for n in range(1, len(people) + 1):
        if n == len(people) or people[n].hamlet != people[start].hamlet:
            if n - start > 1:
                runs.append((first + start, first + n - 1, column))
            start = n
    return runs


def _below(layout: Layout, count: int, name: int, last: int) -> list[list[Value]]:
    rows: list[list[Value]] = []
    if layout.total:
        total = written_in(layout.letters, f"Tổng cộng: {count} người")
        rows.append([*[None] * name, total])
    if layout.signatures:
        texts = ("Người lập biểu", "Phó chủ tịch", "Lò Văn Chiến", "Cà Văn Hặc")
        left, right, *signers = (written_in(layout.letters, text) for text in texts)
        rows += [[], _beside(left, right, name, last), [], _beside(*signers, name, last)]
    return rows


def _beside(left: str, right: str, name: int, last: int) -> list[Value]:
    row: list[Value] = [None] * (max(name, last) + 1)
    row[last], row[name] = right, left
    return row
