"""People written into a random layout come back the same."""

from collections import Counter
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from taphuan.importing.ethnic import EthnicNames
from taphuan.importing.plan import ImportPlan, PersonRow
from taphuan.importing.rows import read_people
from taphuan.models.names import fold

from .clauses import Clause
from .layout import Layout, clauses_of, layouts
from .people import EMPLOYERS, Person
from .writing import written_list

TODAY = date(2026, 11, 21)
_KIND_WORDS = ("xa ", "phuong ")
settings.register_profile(
    "layouts", derandomize=True, deadline=None, database=None,
    suppress_health_check=list(HealthCheck), phases=(Phase.explicit, Phase.generate),
)  # fmt: skip
_PROFILE = settings.get_profile("layouts")


def came_back(row: PersonRow) -> Person:
    """A row as somebody of the list; hamlets without regard to capitals."""
    return Person(
        row.name, row.gender, row.birth_date, row.birth_year, row.ethnic, row.identity_number,
        row.phone, row.hamlet and fold(row.hamlet), row.team and fold(row.team),
        row.employer and fold(row.employer),
    )  # fmt: skip


def wanted(person: Person, layout: Layout, at: int) -> Person:
    """Somebody as the list tells of them."""
    hamlet, employer = person.hamlet, None
    if layout.place == "employer" and at % 2:
        hamlet, employer = None, EMPLOYERS[at % len(EMPLOYERS)]
    return Person(
        person.name, person.gender, person.born, person.year, person.ethnic, person.identity,
        person.phone, hamlet and fold(hamlet), person.team and fold(person.team),
        employer and fold(employer),
    )  # fmt: skip


def commune_of(plan: ImportPlan, row: PersonRow) -> str | None:
    """The commune of a row, or the one that stands outside the rows."""
    hints = plan.tables[0].hints
    named = row.commune or next((hint.text for hint in hints if hint.sure), None)
    text = fold(named or "")
    for word in _KIND_WORDS:
        text = text.removeprefix(word)
    return text or None


def check(layout: Layout, ran: Counter[str], ethnic: EthnicNames) -> None:
    """Writes the list, reads it, and compares everybody."""
    with TemporaryDirectory() as folder:
        one = written_list(layout, Path(folder), ethnic)
        plan = read_people(one.path, ethnic, fields=one.fields, today=TODAY)
    seen = [came_back(row) for row in plan.rows]
    assert seen == [wanted(person, layout, i) for i, person in enumerate(one.people)]
    assert _waiting(plan) == {i: {kind} for i, kind in one.waiting.items()}
    assert {commune_of(plan, row) for row in plan.rows} == {one.commune and fold(one.commune)}
    ran.update(clause.value for clause in clauses_of(layout))


def _waiting(plan: ImportPlan) -> dict[int, set[object]]:
    """The questions of the rows that wait."""
    return {
        i: {finding.kind for finding in row.findings if finding.open}
        for i, row in enumerate(plan.rows)
        if row.held
    }


@pytest.mark.parametrize("clause", list(Clause), ids=lambda clause: clause.name.lower())
def test_each_clause_holds_in_layouts_made_for_it(
    clause: Clause, ran: Counter[str], ethnic: EthnicNames
) -> None:
    @settings(_PROFILE, max_examples=3)
    @given(layout=layouts(clause))
    def holds(layout: Layout) -> None:
        assert clause in clauses_of(layout)
        check(layout, ran, ethnic)

    holds()


def test_people_in_any_layout_come_back_the_same(ran: Counter[str], ethnic: EthnicNames) -> None:
    @settings(_PROFILE, max_examples=150)
    @given(layout=layouts())
    def come_back(layout: Layout) -> None:
        check(layout, ran, ethnic)

    come_back()
