from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SAMPLE = Path(__file__).parent.parent / "samples" / "register_of_teams.xlsx"
Run = Callable[..., Any]


@pytest.fixture
def brought(run: Run) -> dict[str, Any]:
    """The sample, brought in."""
    outcome = run("teams", "import", SAMPLE, "--json")
    assert outcome.status == 0, outcome.err
    document: dict[str, Any] = outcome.document
    return document


def test_a_register_comes_in_and_says_what_it_brought(brought: dict[str, Any]) -> None:
    assert (brought["teams_new"], brought["hamlets_new"], brought["members_new"]) == (3, 3, 6)
    assert brought["people"]["added"] == 5
    new = next(f for f in brought["findings"] if f["kind"] == "new_team")
    assert (new["sheet"], new["row"], new["before"]) == ("Tổ", 8, "Tổ CNSCĐ bản Púa")
    assert brought["files"][0]["batch"] and brought["files"][0]["error"] is None


def test_a_dry_run_shows_the_same_and_writes_nothing(run: Run) -> None:
    shown = run("teams", "import", SAMPLE, "--dry-run")
    assert shown.status == 0
    assert "teams_new 3" in shown.out and "(dry run)" in shown.out
    assert run("teams", "list", "--json").document == []


def test_the_same_register_again_adds_nothing(run: Run, brought: dict[str, Any]) -> None:
    again = run("teams", "import", SAMPLE, "--json").document
    assert (again["teams_new"], again["figures_new"], again["members_new"]) == (0, 0, 0)
    assert again["files"][0]["seen_before"]


def test_refused_repairs_leave_members_as_they_are_written(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "to.csv"
    table.write_text(
        "Xã,Thôn,Tên tổ,Tổ trưởng\nThuận Châu,Bản Púa,Tổ 1,LÒ THỊ ÊN\n", encoding="utf-8"
    )
    outcome = run("teams", "import", table, "--refuse-repairs", "--json").document
    assert (outcome["teams_new"], outcome["members_new"]) == (1, 1)
    assert [p["name"] for p in run("people", "list", "--json").document] == ["LÒ THỊ ÊN"]


def test_teams_are_listed_with_their_figures(run: Run, brought: dict[str, Any]) -> None:
    listed = run("teams", "list", "--commune", "03721", "--json").document
    assert [(t["hamlet"], t["households"], t["members"], t["size"]) for t in listed] == [
        ("Tiểu khu 4", 90, 1, "small"), ("Bản Bó", 1080, 2, "small"), ("Bản Púa", 124, 2, "small"),
    ]  # fmt: skip
    assert run("teams", "list", "--commune", "03727", "--json").document == []
    assert "Tổ CNSCĐ bản Púa" in run("teams", "list").out


def test_one_team_is_shown_with_its_members(run: Run, brought: dict[str, Any]) -> None:
    team = run("teams", "show", "pua", "--json").document
    assert team["decision_number"] == "12/QĐ-UBND"
    assert [(p["name"], p["current"]) for p in team["people"]] == [
        ("Lò Thị Ên", True), ("Lò Văn Giang", True), ("Quàng Thị Hoa", False),
    ]  # fmt: skip
    assert "Quàng Thị Hoa" in run("teams", "show", team["id"]).out


def test_a_name_that_several_teams_have_is_answered_with_them(
    run: Run, brought: dict[str, Any]
) -> None:
    several = run("teams", "show", "ban")
    assert several.status == 1
    assert several.err.startswith("unknown_team") and "Tổ CNSCĐ bản Bó" in several.err


def test_a_file_that_is_no_register_is_refused_and_the_others_come_in(
    run: Run, tmp_path: Path
) -> None:
    other = tmp_path / "gia.csv"
    other.write_text("Mã,Giá\nA1,2\n", encoding="utf-8")
    outcome = run("teams", "import", other, SAMPLE, "--json")
    assert outcome.status == 1
    assert "no_teams_found" in outcome.err and outcome.document["teams_new"] == 3


def test_a_wrong_commune_is_refused_before_anything_is_read(run: Run) -> None:
    outcome = run("teams", "import", SAMPLE, "--commune", "99999")
    assert outcome.status == 1 and outcome.err.startswith("unknown_commune")
