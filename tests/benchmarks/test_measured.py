"""Figures beside their floors: what is printed, and when a goal counts as missed."""

from pathlib import Path

import pytest

from benchmarks import bench
from benchmarks.generate import SMALL, Size
from benchmarks.measured import Measured, spread


def test_a_figure_within_its_goal_is_ok() -> None:
    words = Measured("first page", 3.0, 2.5, times_floor=1.5).line().split()
    assert " ".join(words) == "first page 3.00 ms 2.50 ms 1.20× ≤ 1.5× ok"


@pytest.mark.parametrize(
    "figure",
    [
        Measured("window", 500, 300, times_floor=1.5),
        Measured("search", 8.0, 1.0, at_most=8),
    ],
)
def test_a_missed_goal_is_said_plainly(figure: Measured) -> None:
    assert figure.line().endswith("MISSED")


def test_a_figure_without_a_goal_judges_nothing() -> None:
    assert Measured("scan", 5.0, 0.5).line().endswith("10.00×")


def test_a_spread_is_in_milliseconds() -> None:
    found = spread([0.001] * 98 + [0.002, 0.005])
    assert found.p50 == pytest.approx(1)
    assert found.longest == pytest.approx(5)
    assert 1 < found.p99 <= 5


def test_the_bench_ends_well_also_when_a_goal_is_missed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[object] = []

    def measure(*arguments: object) -> list[Measured]:
        asked.append(arguments[-1])
        return [Measured("search", 9.0, 1.0, at_most=8)]

    monkeypatch.setattr(bench, "measure", measure)
    assert bench.main([]) == 0
    assert asked == [("start", "scan", "search", "lists")]
    assert capsys.readouterr().out.endswith("MISSED: search\n")


def test_an_unknown_part_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        bench.main(["speed"])
    assert stopped.value.code == 2
    assert "start, scan, search, lists" in capsys.readouterr().err


def test_the_database_is_made_once_and_used_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Size] = []

    def generate(path: Path, size: Size) -> None:
        made.append(size)
        path.touch()

    monkeypatch.setattr(bench, "generate", generate)
    (tmp_path / "people-350-old.db").touch()
    one, other = (bench.prepared(tmp_path, SMALL) for _ in range(2))
    assert one == other
    assert made == [SMALL]
    assert list(tmp_path.iterdir()) == [one]
