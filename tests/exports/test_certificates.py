"""Certificates."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2 as pdfium
import pytest
import zxingcpp
from PIL import Image
from taphuan.exports.certificates import write_certificates
from taphuan.exports.records import Certificate, CourseHead, Issuer, PersonLine

Texts = Callable[[Path], list[str]]
Pictures = Callable[[Path], list[Image.Image]]


@pytest.fixture
def printed(
    tmp_path: Path, issuer: Issuer, course: CourseHead, certificates: list[Certificate]
) -> Path:
    """Three certificates."""
    path = tmp_path / "giấy chứng nhận.pdf"
    write_certificates(path, issuer, course, certificates)
    return path


def test_a_certificate_says_what_the_customary_form_says(printed: Path, texts: Texts) -> None:
    page = texts(printed)[0]
    for line in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "UBND TỈNH SƠN LA",
        "GIẤY CHỨNG NHẬN",
        "GIÁM ĐỐC SỞ KHOA HỌC VÀ CÔNG NGHỆ CHỨNG NHẬN",
        "Ông (Bà)",
        "Nguyễn Văn Thảo",
        "Sinh ngày: 02/02/1961",
        "Tổ công nghệ số cộng đồng bản Púa, xã Thuận Châu, tỉnh Sơn La",
        "Kỹ năng số cơ bản cho thành viên Tổ công nghệ số cộng đồng",
        "Từ ngày 05/03/2026 đến ngày 19/03/2026 · 5 buổi · 20 tiết",
        "Sơn La, ngày 20 tháng 3 năm 2026",
        "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC",
        "Nguyễn Văn Khánh",
        "Số vào sổ: 014/GCN-SKHCN",
    ):
        assert line in page


def test_each_person_has_a_page_of_a4_landscape(printed: Path) -> None:
    with pdfium.PdfDocument(printed) as document:
        sizes = [tuple(round(side / 72 * 25.4) for side in page.get_size()) for page in document]
    assert sizes == [(297, 210)] * 3


def test_a_code_is_printed_only_where_there_is_one(
    printed: Path, texts: Texts, pictures: Pictures
) -> None:
    codes = [[c.text for c in zxingcpp.read_barcodes(page)] for page in pictures(printed)]
    assert codes == [[], ["1234567890123456"], []]
    assert ["Quét mã" in page for page in texts(printed)] == [False, True, False]


def test_a_year_of_birth_alone_is_named_so(printed: Path, texts: Texts) -> None:
    assert "Năm sinh: 1988" in texts(printed)[1]
    assert "inh:" not in texts(printed)[2] and "Sinh ngày" not in texts(printed)[2]


def test_markup_in_a_name_is_printed_as_it_is(printed: Path, texts: Texts) -> None:
    assert "Lò <b>Thị</b> & Hương" in texts(printed)[2]


def test_long_texts_wrap_and_stay_clear_of_the_signature(
    tmp_path: Path, issuer: Issuer, course: CourseHead, texts: Texts
) -> None:
    words = "Bồi dưỡng kỹ năng số, an toàn thông tin và khai thác dịch vụ công trực tuyến "
    long = replace(course, title=(words * 4).strip())
    person = PersonLine("Tôn Nữ Hoàng Phương Thảo Nguyên Công Tằng Tôn Nữ Quỳnh Hương Giang")
    path = tmp_path / "a.pdf"
    write_certificates(path, issuer, long, [Certificate(person, words, "001", date(2026, 3, 5))])
    (page,) = texts(path)
    assert long.title in page and person.name in page
    with pdfium.PdfDocument(path) as document:
        text = document[0].get_textpage()
        dates, signed = text.search("20 tiết").get_next(), text.search("Sơn La, ngày").get_next()
        assert dates and signed
        lowest = text.get_charbox(dates[0])[1]
        assert lowest > text.get_charbox(signed[0])[3]


def test_missing_parts_close_up(
    tmp_path: Path, certificates: list[Certificate], texts: Texts
) -> None:
    path = tmp_path / "a.pdf"
    write_certificates(path, Issuer(), CourseHead("TH-02", "Kỹ năng số"), certificates[:1])
    (page,) = texts(path)
    assert "Ngày 20 tháng 3 năm 2026" in page
    assert "CHỨNG NHẬN CHỨNG NHẬN Ông (Bà)" in page
    assert "buổi" not in page and "None" not in page


def test_progress_counts_certificates(
    tmp_path: Path, issuer: Issuer, course: CourseHead, certificates: list[Certificate]
) -> None:
    told: list[tuple[int, int]] = []
    write_certificates(
        tmp_path / "a.pdf", issuer, course, certificates, lambda *step: told.append(step)
    )
    assert told == [(1, 3), (2, 3), (3, 3)]
