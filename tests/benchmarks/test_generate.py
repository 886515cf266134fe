"""The large database, a thousandth of it: sound, found by search, the same each time."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from taphuan.db.copying import problems, row_counts
from taphuan.db.database import Database
from taphuan.db.engine import connect
from taphuan.models.clock import utc_now
from taphuan.models.context import Context
from taphuan.models.names import person_key
from taphuan.scanning.codes import is_valid
from taphuan.services.integrity import check_derived
from taphuan.services.people import person_records
from taphuan.services.search import all_matches, first_page
from taphuan.services.tallies import TallyScope, tally

from benchmarks.generate import SMALL, generate


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("generated") / "small.db"
    generate(path, SMALL, lambda line: None)
    return path


@pytest.fixture
def generated(small: Path) -> Iterator[Database]:
    opened = Database(small)
    yield opened
    opened.close()


def test_as_many_rows_are_made_as_asked_for(small: Path) -> None:
    connection = connect(small)
    try:
        counts = row_counts(connection)
        assert problems(connection) == []
    finally:
        connection.close()
    assert (counts["person"], counts["team"]) == (350, 75)
    assert (counts["attendance"], counts["scan"]) == (1_750, 1_750)
    assert counts["card"] == counts["team_member"] == 350


def test_what_is_derived_follows_from_the_facts(generated: Database) -> None:
    assert generated.read(check_derived).problems == ()


def test_everybody_is_listed_in_order_and_has_a_valid_card(generated: Database) -> None:
    everybody = generated.read(lambda s: person_records(s, all_matches(s, "").tolist()))
    assert len(everybody) == 350
    assert all(record.code and is_valid(record.code) for record in everybody)
    plain = [r.name for r in everybody if not r.name.startswith(("Y ", "H'"))]
    assert plain == sorted(plain, key=person_key)


def test_search_finds_the_invented(generated: Database) -> None:
    def found(typed: str) -> list[str]:
        return generated.read(
            lambda s: [record.name for record in person_records(s, first_page(s, typed))]
        )

    assert found("nguyen")
    assert all("Nguyễn" in name for name in found("nguyễn"))


def test_a_tally_counts_every_turn(generated: Database) -> None:
    by = Context("Đo", "bench", utc_now)
    total = generated.read(lambda s: tally(s, by, TallyScope())).total
    assert (total.enrolled, total.turns) == (350, 1_750)


def test_the_same_numbers_make_the_same_file(small: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.db"
    generate(again, SMALL, lambda line: None)
    one, other = connect(small), connect(again)
    try:
        for table in ("person", "scan", "attendance", "completion"):
            query = f"SELECT * FROM {table}"
            assert one.execute(query).fetchall() == other.execute(query).fetchall()
    finally:
        one.close()
        other.close()
