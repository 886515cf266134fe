"""Invented people and papers for the writers."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image
from taphuan.exports.records import (
    Badge,
    Certificate,
    CourseHead,
    Issuer,
    PersonLine,
    SessionHead,
)
from taphuan.scanning.codes import new_code

_FAMILIES = ("Lò", "Nguyễn", "Quàng", "Cà", "Vì", "Tòng", "Lường", "Hoàng", "Giàng", "Sùng")
_MIDDLES = ("Thị", "Văn", "Thị Hương", "Hoàng Phương", "Đức", "A", "Thị Bích", "Minh")
_GIVEN = ("Giang", "Thảo", "Ẩn", "Tuyết", "Dũng", "Páo", "Ngọc", "Quỳnh", "Đỗ", "Ưng", "Mỹ")


def _person(index: int) -> PersonLine:
    family, middle = _FAMILIES[index % 10], _MIDDLES[index % 8]
    return PersonLine(
        name=f"{family} {middle} {_GIVEN[index % 11]}",
        gender="Nữ" if "Thị" in middle else "Nam",
        birth_date=date(1960 + index % 40, 1 + index % 12, 1 + index % 28) if index % 3 else None,
        birth_year=1960 + index % 40,
        ethnic="Thái",
        phone=f"09{10000000 + index * 7919:08d}",
        hamlet=("bản Púa", "tiểu khu 5", "bản Nà Lĩnh")[index % 3],
        commune=("xã Thuận Châu", "xã Bình Thuận", "xã Mường É")[index % 3],
        team="Tổ CNSCĐ bản Púa" if index % 4 == 0 else None,
        role=("Tổ trưởng", "Thành viên", "Trưởng bản")[index % 3],
    )


@pytest.fixture
def people() -> list[PersonLine]:
    """168 people, the first two hard to fit."""
    long = PersonLine(
        name="Nguyễn Hoàng Phương Thảo Nguyên",
        gender="Nữ",
        birth_year=1988,
        hamlet="Tổ dân phố số 12 khu đô thị mới phía Nam sông Nậm La",
        commune="phường Chiềng Cơi",
        role="Tổ phó Tổ công nghệ số cộng đồng",
        phone="0912345678",
    )
    odd = PersonLine(name="Lò <b>Thị</b> & Hương", commune="=1+1", phone="+84912345678")
    return [long, odd, *(_person(index) for index in range(166))]


@pytest.fixture
def issuer() -> Issuer:
    """A department of a province."""
    return Issuer(
        "UBND TỈNH SƠN LA",
        "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
        "SKHCN",
        "Sơn La",
        "GIÁM ĐỐC SỞ KHOA HỌC VÀ CÔNG NGHỆ",
        "KT. GIÁM ĐỐC",
        "PHÓ GIÁM ĐỐC",
        "Nguyễn Văn Khánh",
    )


@pytest.fixture
def course() -> CourseHead:
    """Five sessions in March."""
    return CourseHead(
        "TH-01",
        "Kỹ năng số cơ bản cho thành viên Tổ công nghệ số cộng đồng",
        "Nhà văn hóa xã Thuận Châu",
        date(2026, 3, 5),
        date(2026, 3, 19),
        5,
        20,
    )


@pytest.fixture
def sessions() -> list[SessionHead]:
    """Five mornings."""
    days = (5, 6, 12, 13, 19)
    return [
        SessionHead(number, datetime(2026, 3, day, 8), datetime(2026, 3, day, 11))
        for number, day in enumerate(days, 1)
    ]


@pytest.fixture
def badges(people: list[PersonLine]) -> list[Badge]:
    """A card each, with codes that are the same in every run."""
    return [
        Badge(person, new_code(lambda size, seed=index: bytes([seed] * size)))
        for index, person in enumerate(people)
    ]


@pytest.fixture
def certificates(people: list[PersonLine]) -> list[Certificate]:
    """Three certificates, the second to be checked by its code."""
    unit = "Tổ công nghệ số cộng đồng bản Púa, xã Thuận Châu, tỉnh Sơn La"
    return [
        Certificate(people[3], unit, "014/GCN-SKHCN", date(2026, 3, 20)),
        Certificate(people[0], unit, "015/GCN-SKHCN", date(2026, 2, 5), "1234567890123456"),
        Certificate(people[1], "", "016/GCN-SKHCN", date(2026, 11, 20)),
    ]


@pytest.fixture(scope="session")
def texts() -> Callable[[Path], list[str]]:
    """Reads the text of each page of a PDF, lines joined by one space."""

    def read(path: Path) -> list[str]:
        with pdfium.PdfDocument(path) as document:
            pages = [page.get_textpage().get_text_bounded() for page in document]
        return [" ".join(page.split()) for page in pages]

    return read


@pytest.fixture(scope="session")
def pictures() -> Callable[[Path], list[Image.Image]]:
    """Renders the pages of a PDF at 200 dots an inch."""

    def render(path: Path) -> list[Image.Image]:
        with pdfium.PdfDocument(path) as document:
            return [page.render(scale=200 / 72).to_pil() for page in document]

    return render
