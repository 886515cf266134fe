import pytest
from taphuan.models.names import words
from taphuan.models.syllables import is_syllable, plain_i

COMMON = """
    Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Lò Lường Quàng Cà Vì Cầm
    Tòng Giàng Thào Vàng Sùng Mùa Hạng Lầu Vừ Ly Mai Quách Trịnh Đinh Hà Nông Bế Triệu Chảo Phàn
    Quyên Quỳnh Nguyệt Khuyến Tuyết Thùy Thúy Yến Oanh Uyên Hường Thương Xuân Khoa Huệ Hòe Giang
    Nghĩa Khoái Phước Được Ước Trượng Chiêu Diệu Liễu Hưu Cửu Kỳ Quý Quốc Thuấn Uy Ý Ỷ Yêm Khuê
"""


@pytest.mark.parametrize("word", words(COMMON))
def test_words_of_vietnamese_names_are_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["ngyen", "nguyem", "lsn", "binhh", "bihn", "thj", "wan", "", "b"])
def test_a_slip_of_the_finger_is_no_syllable(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize(
    ("word", "spelt"), [("ly", "li"), ("quy", "qui"), ("y", "i"), ("may", "may"), ("thuy", "thuy")]
)
def test_y_is_i_only_where_both_are_said_alike(word: str, spelt: str) -> None:
    assert plain_i(word) == spelt
