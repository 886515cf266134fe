"""Cards on paper and as pictures."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from taphuan.exports.badge_pictures import picture_name, write_badge_pictures
from taphuan.exports.badges import write_badges
from taphuan.exports.records import Badge, CourseHead, Issuer, PersonLine
from taphuan.models.errors import AppError, ErrorCode
from taphuan.scanning.codes import grouped

Texts = Callable[[Path], list[str]]
Pictures = Callable[[Path], list[Image.Image]]
MM_AT_200_DPI = 200 / 25.4


@pytest.fixture
def cards(tmp_path: Path, course: CourseHead, issuer: Issuer, badges: list[Badge]) -> Path:
    """Cards for the first 23 people."""
    path = tmp_path / "thẻ.pdf"
    write_badges(path, course, issuer, badges[:23])
    return path


def test_every_code_reads_from_the_printed_page(
    cards: Path, badges: list[Badge], pictures: Pictures
) -> None:
    pages = [{code.text for code in zxingcpp.read_barcodes(page)} for page in pictures(cards)]
    codes = [badge.code for badge in badges[:23]]
    assert pages == [set(codes[:10]), set(codes[10:20]), set(codes[20:])]


def test_a_printed_code_is_at_least_26_mm_wide(cards: Path, pictures: Pictures) -> None:
    for code in zxingcpp.read_barcodes(pictures(cards)[0]):
        width = code.position.top_right.x - code.position.top_left.x
        assert width / 200 * 25.4 >= 25.9  # the reader rounds to whole dots


def test_a_card_shows_name_place_and_code_in_full(
    cards: Path, badges: list[Badge], texts: Texts
) -> None:
    pages = texts(cards)
    for index, badge in enumerate(badges[:23]):
        page, person = pages[index // 10], badge.person
        for shown in (person.name, person.hamlet, person.commune, grouped(badge.code)):
            assert (shown or "") in page


def test_a_card_does_not_name_the_course(cards: Path, course: CourseHead, texts: Texts) -> None:
    assert not any(course.title in page or course.code in page for page in texts(cards))


def test_only_embedded_fonts_are_used(cards: Path) -> None:
    written = cards.read_bytes()
    assert b"Helvetica" not in written
    assert written.count(b"/FontFile2") == written.count(b"/FontDescriptor ") > 0


def test_an_ede_name_keeps_its_letters(
    tmp_path: Path, course: CourseHead, issuer: Issuer, texts: Texts
) -> None:
    path = tmp_path / "a.pdf"
    write_badges(path, course, issuer, [Badge(PersonLine("H'Bŭn Ƀuôn Ñŏ ƀlĕ"), "0" * 14 + "98")])
    assert "H'Bŭn" in texts(path)[0] and "ƀlĕ" in texts(path)[0]


def test_no_card_is_an_empty_page_not_a_failure(
    tmp_path: Path, course: CourseHead, issuer: Issuer, texts: Texts
) -> None:
    path = tmp_path / "a.pdf"
    write_badges(path, course, issuer, [])
    assert texts(path) == [""]


def test_cancelling_leaves_no_file(
    tmp_path: Path, course: CourseHead, issuer: Issuer, badges: list[Badge]
) -> None:
    def cancel(done: int, total: int) -> None:
        raise AppError(ErrorCode.CANCELLED)

    with pytest.raises(AppError):
        write_badges(tmp_path / "a.pdf", course, issuer, badges, cancel)
    assert list(tmp_path.iterdir()) == []


def test_each_picture_carries_its_code(tmp_path: Path, badges: list[Badge]) -> None:
    paths = write_badge_pictures(tmp_path / "zalo", badges[:4])
    assert [path.name for path in paths[::2]] == [
        "001 Nguyen Hoang Phuong Thao Nguyen.png",
        "003 Lo Thi Giang.png",
    ]
    for path, badge in zip(paths, badges, strict=False):
        with Image.open(path) as picture:
            assert [code.text for code in zxingcpp.read_barcodes(picture)] == [badge.code]


def test_a_picture_survives_being_made_small_and_coarse(
    tmp_path: Path, badges: list[Badge]
) -> None:
    (path,) = write_badge_pictures(tmp_path, badges[:1])
    coarse = tmp_path / "zalo.jpg"
    with Image.open(path) as picture:
        picture.resize((300, 420)).save(coarse, quality=20)
    with Image.open(coarse) as picture:
        assert [code.text for code in zxingcpp.read_barcodes(picture)] == [badges[0].code]


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Đặng Thị Ưng", "007 Dang Thi Ung.png"),
        ('Lò <b> \\ / : * ? " | A.', "007 Lo b A.png"),
        ("", "007.png"),
        ("张", "007.png"),
        ("Nguyễn " * 30, "007 " + ("Nguyen " * 30)[:60].rstrip() + ".png"),
    ],
)
def test_a_picture_is_named_safely_for_windows(name: str, file: str) -> None:
    assert picture_name(7, name) == file


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path, badges: list[Badge]) -> None:
    (tmp_path / "a").write_text("")
    with pytest.raises(AppError) as refused:
        write_badge_pictures(tmp_path / "a", badges[:1])
    assert refused.value.code is ErrorCode.FILE_NOT_WRITABLE


def test_a_very_long_place_is_not_cut(
    tmp_path: Path, course: CourseHead, issuer: Issuer, badges: list[Badge], texts: Texts
) -> None:
    place = "Tổ dân phố số 12 khu đô thị mới phía Nam sông Nậm La và khu tái định cư bản Hẹo"
    long = replace(badges[0], person=replace(badges[0].person, hamlet=place))
    path = tmp_path / "a.pdf"
    write_badges(path, course, issuer, [long])
    assert place in texts(path)[0]


def test_a_name_of_200_letters_stays_below_the_cards_head(
    tmp_path: Path, course: CourseHead, issuer: Issuer, badges: list[Badge], pictures: Pictures
) -> None:
    long = replace(badges[0].person, name="Nguyễn " + "Văn Hương " * 19 + "Dài")
    heads = []
    for person in (badges[0].person, long):
        write_badges(tmp_path / "a.pdf", course, issuer, [replace(badges[0], person=person)])
        page = pictures(tmp_path / "a.pdf")[0]
        heads.append(page.crop((0, 0, page.width, round(19.5 * MM_AT_200_DPI))).tobytes())
    assert heads[0] == heads[1]
