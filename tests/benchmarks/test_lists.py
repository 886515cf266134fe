"""The communes' lists of the demo: imported without a question, repaired where they need it."""

import random
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from taphuan.importing.findings import FindingKind
from taphuan.importing.plan import ImportPlan
from taphuan.importing.rows import read_people
from taphuan.services.lists.bringing import ethnic_names

from benchmarks.lists import (
    THUAN_CHAU,
    Listed,
    invent_people,
    twice_listed,
    write_joint_list,
    write_own_list,
)


def read(path: Path) -> ImportPlan:
    return read_people(path, ethnic_names(), today=date(2026, 3, 5))


@pytest.fixture(scope="module")
def people() -> list[Listed]:
    return invent_people(random.Random(1))


def test_168_people_come_from_three_communes(people: list[Listed]) -> None:
    counts = Counter(listed.commune.code for listed in people)
    assert sorted(counts) == ["03721", "03724", "03727"]
    assert counts.total() == 168


def test_each_hamlet_has_one_leader(people: list[Listed]) -> None:
    leaders = Counter(p.hamlet for p in people if p.role == "Tổ trưởng")
    assert set(leaders) == {p.hamlet for p in people}
    assert set(leaders.values()) == {1}


def test_a_list_written_as_communes_write_gives_its_people_back(
    people: list[Listed], tmp_path: Path
) -> None:
    own = [p for p in people if p.commune.code == THUAN_CHAU]
    write_own_list(tmp_path / "own.xlsx", own)
    plan = read(tmp_path / "own.xlsx")
    assert [row.name for row in plan.rows] == [listed.person.name for listed in own]
    assert [row.phone for row in plan.rows] == [
        listed.person.phone if listed.has_phone else None for listed in own
    ]
    assert not any(row.held for row in plan.rows)


def test_lost_zeros_and_double_spaces_are_found(people: list[Listed], tmp_path: Path) -> None:
    write_own_list(tmp_path / "own.xlsx", people)
    kinds = {finding.kind for finding in read(tmp_path / "own.xlsx").findings}
    assert {FindingKind.PHONE_ZERO, FindingKind.SPACES, FindingKind.NAME_CASE} <= kinds


def test_the_joint_list_names_communes_and_teams(people: list[Listed], tmp_path: Path) -> None:
    others = [p for p in people if p.commune.code != THUAN_CHAU]
    write_joint_list(tmp_path / "joint.xlsx", others + twice_listed(people))
    rows = read(tmp_path / "joint.xlsx").rows
    assert len(rows) == len(others) + 2
    assert {row.commune for row in rows} == {"Bình Thuận", "Mường É", "Phổng Lái"}
    assert all(row.team and row.team.startswith("Tổ CNSCĐ bản ") for row in rows)
    assert all(row.identity_number for row in rows[-2:])
