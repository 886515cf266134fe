"""The letters of a text file: told by the words they make, never by the order of trying."""

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from taphuan.importing.encoding import decoded
from taphuan.importing.plan import ImportPlan
from taphuan.importing.read import Unreadable
from taphuan.models.errors import AppError

TEXT = (
    "STT;Họ và tên;Thôn, bản;Dân tộc\r\n1;Nguyễn Thị Ánh Tuyết;Bản Huổi Pù;Thái\r\n"
    "2;Đặng Đức Thưởng;Tiểu khu 3;Kinh\r\n3;Quàng Văn Kiệm;Bản Cụ;Thái\r\n"
    "4;Vừ A Sử;Mường É;Mông\r\n"
)
TONES = "\u0300\u0301\u0303\u0309\u0323"
Read = Callable[..., ImportPlan]


def windows_1258(text: str) -> bytes:
    """As Windows does: letters as they are where there is one, tones behind them where not."""
    result = b""
    for letter in text:
        try:
            result += letter.encode("cp1258")
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", letter)
            base = unicodedata.normalize("NFC", "".join(c for c in parts if c not in TONES))
            result += (base + "".join(c for c in parts if c in TONES)).encode("cp1258")
    return result


def tcvn3(text: str) -> bytes:
    from taphuan.importing.legacy import Encoding, decode

    letters = {decode(chr(code), Encoding.TCVN3): bytes([code]) for code in range(0xA1, 0x100)}
    return b"".join(letters.get(c) or letters.get(c.lower()) or c.encode() for c in text)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"]
)  # fmt: skip
def test_unicode_is_read_with_and_without_its_mark(encoding: str) -> None:
    assert decoded(TEXT.encode(encoding), "a.csv") == TEXT
    assert decoded(b"\xfe\xff" + TEXT.encode("utf-16-be"), "a.csv") == TEXT


def test_tones_of_windows_1258_join_their_letters() -> None:
    text = decoded(windows_1258(TEXT), "a.csv")
    assert text == TEXT
    assert unicodedata.is_normalized("NFC", text)


def test_text_of_old_fonts_comes_as_they_stored_it() -> None:
    text = decoded(tcvn3(TEXT), "a.csv")
    assert "NguyÔn ThÞ ¸nh TuyÕt" in text
    assert text.encode("latin-1") == tcvn3(TEXT)


def test_vni_comes_as_it_was_stored() -> None:
    stored = "Hoï vaø teân,Queâ quaùn\nNguyeãn Vaên Ñöùc,Baûn Laøo\nTraàn Thò Höôøng,Möôøng Lay\n"
    assert decoded(stored.encode("latin-1"), "a.csv") == stored


def test_one_word_is_enough_to_tell() -> None:
    assert decoded(windows_1258("Ho ten\nLo Thị An\n"), "a.csv") == "Ho ten\nLo Thị An\n"
    assert decoded(tcvn3("Ho ten\nLo Thị An\n"), "a.csv") == "Ho ten\nLo ThÞ An\n"


def test_old_fonts_in_a_file_are_repaired_to_the_same_people(read: Read, tmp_path: Path) -> None:
    names = []
    for encoded in (TEXT.encode(), windows_1258(TEXT), tcvn3(TEXT), TEXT.encode("utf-16")):
        (tmp_path / "a.csv").write_bytes(encoded)
        rows = read(tmp_path / "a.csv").rows
        # TCVN3 has no capitals with tones of its own.
        names.append([(row.name.casefold(), (row.hamlet or "").casefold()) for row in rows])
    assert names[0][1] == ("đặng đức thưởng", "tiểu khu 3")
    assert names == [names[0]] * 4


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("Имя;Год\nИван Петров;1990\nАнна Иванова;1991\n".encode("cp1251"), Unreadable.ENCODING),
        ("姓名,年\n阮文安,1990\n陳氏香,1991\n".encode("gb18030"), Unreadable.ENCODING),
        (TEXT.encode("utf-8").replace("ặ".encode(), b"\xba"), Unreadable.ENCODING),
        (TEXT.encode("utf-8")[: TEXT.encode().index("ử".encode()) + 2], Unreadable.DAMAGED),
        (TEXT.encode("cp1252", "replace"), Unreadable.LETTERS_LOST),
        (TEXT.encode("ascii", "replace"), Unreadable.LETTERS_LOST),
        (b"Ho ten\x01\x02\x03\nLo An\n", Unreadable.FORMAT),
    ],
    ids=["russian", "chinese", "one_stray_byte", "cut", "cp1252", "ascii", "controls"],
)
def test_letters_that_cannot_be_told_are_refused(content: bytes, reason: Unreadable) -> None:
    with pytest.raises(AppError) as caught:
        decoded(content, "a.csv")
    assert caught.value.data == {"file": "a.csv", "reason": reason}


def test_questions_and_addresses_of_the_web_are_no_lost_letters() -> None:
    text = (
        "Họ tên,Bạn có điện thoại thông minh không? Nếu có ghi số,Ảnh\n"
        + "Lò An,có,https://drive.google.com/open?id=1a\n" * 9
    )
    assert decoded(text.encode(), "a.csv") == text
