"""The demo's folder: made anew without touching what is not its own."""

from pathlib import Path

import pytest

from benchmarks import demo
from benchmarks.stage import DemoError, claim, clear


def test_what_the_demo_made_is_taken_away_with_its_folders(tmp_path: Path) -> None:
    for name in ("taphuan.db", "papers/cards.pdf"):
        claim(tmp_path, name).write_text("made", encoding="utf-8")
    (tmp_path / "taphuan.db-wal").touch()
    clear(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_what_somebody_else_put_there_stays(tmp_path: Path) -> None:
    claim(tmp_path, "papers/cards.pdf").touch()
    mine = tmp_path / "papers" / "notes.txt"
    mine.write_text("mine", encoding="utf-8")
    clear(tmp_path)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [mine]


def test_a_folder_without_a_demo_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "taphuan.db").touch()
    clear(tmp_path)
    assert (tmp_path / "taphuan.db").exists()


def test_a_file_in_the_way_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "taphuan.db").touch()
    with pytest.raises(DemoError, match="move it away"):
        claim(tmp_path, "taphuan.db")


def test_the_demo_fails_when_it_cannot_make_its_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "taphuan.db").write_text("somebody's", encoding="utf-8")
    assert demo.main(["--no-window", "--folder", str(tmp_path)]) == 1
    assert "please move it away" in capsys.readouterr().err
    assert (tmp_path / "taphuan.db").read_text(encoding="utf-8") == "somebody's"
