"""Files that appear whole or not at all."""

import errno
from pathlib import Path

import pytest
from taphuan.exports.files import replaced
from taphuan.models.errors import AppError, ErrorCode


def test_the_file_appears_when_the_block_ends(tmp_path: Path) -> None:
    target = tmp_path / "sổ cấp.txt"
    with replaced(target) as temporary:
        temporary.write_text("mới")
        assert not target.exists()
    assert target.read_text() == "mới"
    assert list(tmp_path.iterdir()) == [target]


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_text("cũ")
    with pytest.raises(RuntimeError), replaced(target) as temporary:
        temporary.write_text("nửa")
        raise RuntimeError
    assert target.read_text() == "cũ"
    assert list(tmp_path.iterdir()) == [target]


def test_the_suffix_stays_so_that_writers_know_the_format(tmp_path: Path) -> None:
    with replaced(tmp_path / "a.xlsx") as temporary:
        assert temporary.suffix == ".xlsx"


def test_a_missing_folder_is_refused_by_its_file(tmp_path: Path) -> None:
    target = tmp_path / "không có" / "a.pdf"
    with pytest.raises(AppError) as refused, replaced(target):
        pass
    assert refused.value.code is ErrorCode.FILE_NOT_WRITABLE
    assert refused.value.data == {"file": str(target)}


def test_a_folder_in_the_way_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AppError) as refused, replaced(tmp_path):
        pass
    assert refused.value.code is ErrorCode.FILE_NOT_WRITABLE


def test_a_full_disk_is_named_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(AppError) as refused, replaced(tmp_path / "a.pdf"):
        raise OSError(errno.ENOSPC, "No space left on device")
    assert refused.value.code is ErrorCode.DISK_FULL
    assert list(tmp_path.iterdir()) == []


def test_a_missing_font_is_not_blamed_on_the_target(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), replaced(tmp_path / "a.pdf"):
        raise FileNotFoundError("Tinos-Regular.ttf")
