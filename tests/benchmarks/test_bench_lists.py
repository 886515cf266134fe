"""The list that the bench measures with: a hundredth of it, on a small data file."""

from pathlib import Path

import pytest
from taphuan.db.copying import row_counts
from taphuan.db.engine import connect

from benchmarks import bench_lists
from benchmarks.bench_lists import measure_lists
from benchmarks.generate import SMALL, generate


def test_a_list_is_measured_beside_its_floors_and_nothing_of_it_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, value in {"ROWS": 200, "_KNOWN": 4, "_LIKELY": 2, "_ROUNDS": 1}.items():
        monkeypatch.setattr(bench_lists, name, value)
    path = tmp_path / "small.db"
    generate(path, SMALL, lambda line: None)
    monkeypatch.setattr(bench_lists, "_PROVINCE", _a_province(path))
    before = _counts(path)
    figures = measure_lists(path)
    assert [(f.times_floor, f.ratio is not None) for f in figures] == [
        (1, True), (None, False), (None, False), (3, True),
    ]  # fmt: skip
    assert all(figure.value > 0 for figure in figures)
    assert "a list of 200 rows" in capsys.readouterr().out
    assert _counts(path) == before


def _counts(path: Path) -> dict[str, int]:
    connection = connect(path)
    try:
        return row_counts(connection)
    finally:
        connection.close()


def _a_province(path: Path) -> str:
    """One in which somebody lives."""
    connection = connect(path)
    try:
        query = (
            "SELECT v.code FROM hamlet h JOIN unit u ON u.id = h.unit_id "
            "JOIN unit v ON v.id = u.parent_id LIMIT 1"
        )
        return str(connection.execute(query).fetchone()[0])
    finally:
        connection.close()
