"""The people behind a figure are as many as the figure says, cell by cell."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from sqlalchemy.orm import Session
from taphuan.exports.columns import TALLY_COLUMNS
from taphuan.exports.records import Tally, TallyRow
from taphuan.models.context import Context
from taphuan.models.enums import Gender, Skill, SkillResult
from taphuan.services.assessments import Word, assess
from taphuan.services.certificates import issue_certificates
from taphuan.services.closing import close_course
from taphuan.services.courses import CourseRecord, find_course
from taphuan.services.enrolments import EnrolmentRecord, withdraw
from taphuan.services.tallies import TallyScope, tally
from taphuan.services.tally_people import Cell, Figure, people_behind

Enrolled = Callable[..., EnrolmentRecord]
MakeCourse = Callable[..., CourseRecord]
Attends = Callable[..., None]
Merge = Callable[[Session, UUID, UUID], None]

NOT_PEOPLE = {Figure.TURNS, Figure.HAMLETS}
"""Figures that count something else; behind them stand those who attended."""


@pytest.fixture
def scope(
    session: Session,
    by: Context,
    make_course: MakeCourse,
    enrolled: Enrolled,
    attends: Attends,
    merge: Merge,
) -> TallyScope:
    """Two courses of three communes: one in both, one merged, one gone, one without place."""
    first, second = make_course(session, "TH-01", sessions=2), make_course(session, "TH-02")
    ên = enrolled(
        session, first, "Lò Thị Ên", "03721", "Bản Púa", gender=Gender.FEMALE, ethnic_key="thai"
    )
    bình = enrolled(session, first, "Vì Văn Bình", "03727", "Bản Cụ", ethnic_key="mong")
    chung = enrolled(session, first, "Cà Văn Chung", "03721", "Bản Púa", ethnic_key="kinh")
    no_place = enrolled(session, first, "Quàng Thị Diên", commune=None, gender=Gender.FEMALE)
    gone = enrolled(session, first, "Lường Văn Gió", "03724")
    again = enrolled(session, second, commune="03724", person=ên.person_id)
    twin = enrolled(session, second, "Vì Văn Bình", "03727")
    for who, times in ((ên, 2), (bình, 2), (no_place, 1), (gone, 1)):
        attends(session, first, who, times)
    attends(session, second, again, 3)
    for skill in Skill:
        assess(session, by, first.id, ên.person_id, Word(skill, SkillResult.PASS))
    assess(session, by, first.id, chung.person_id, Word(Skill.PAYMENT, SkillResult.PASS))
    withdraw(session, by, gone.id, "chuyển đi")
    merge(session, twin.person_id, bình.person_id)
    close_course(session, by, first)
    session.flush()
    issue_certificates(session, by, find_course(session, "TH-01"), date(2026, 3, 20))
    session.flush()
    return TallyScope((first.id, second.id))


def rows(counted: Tally) -> list[tuple[TallyRow, bool]]:
    return [*((row, False) for row in counted.rows), (counted.total, True)]


def figure(row: TallyRow, of: Figure) -> int:
    (column,) = (column for column in TALLY_COLUMNS if column.key == of)
    value = column.value(row)
    assert isinstance(value, int)
    return value


@pytest.mark.parametrize("of", [f for f in Figure if f not in NOT_PEOPLE])
def test_behind_each_figure_are_as_many_people_as_it_says(
    session: Session, by: Context, scope: TallyScope, of: Figure
) -> None:
    counted = tally(session, by, scope)
    figures = [figure(row, of) for row, _ in rows(counted)]
    behind = [
        len(people_behind(session, scope, Cell(of, row.unit_id, total)))
        for row, total in rows(counted)
    ]
    assert behind == figures
    assert sum(figures) > 0


@pytest.mark.parametrize("of", sorted(NOT_PEOPLE))
def test_behind_turns_and_hamlets_are_those_who_attended(
    session: Session, by: Context, scope: TallyScope, of: Figure
) -> None:
    for row, total in rows(tally(session, by, scope)):
        people = people_behind(session, scope, Cell(of, row.unit_id, total))
        assert len(people) == row.attended


def test_a_person_of_two_communes_stands_behind_both_and_once_behind_the_total(
    session: Session, by: Context, scope: TallyScope
) -> None:
    counted = tally(session, by, scope)
    behind = {
        row.commune: [
            p.name for p in people_behind(session, scope, Cell(Figure.ENROLLED, row.unit_id, total))
        ]
        for row, total in rows(counted)
    }
    assert behind == {
        "Bình Thuận": ["Lò Thị Ên"],
        "Mường É": ["Vì Văn Bình"],
        "Thuận Châu": ["Cà Văn Chung", "Lò Thị Ên"],
        "Chưa rõ": ["Quàng Thị Diên"],
        "Cộng": ["Vì Văn Bình", "Cà Văn Chung", "Quàng Thị Diên", "Lò Thị Ên"],
    }


def test_every_column_of_figures_opens_to_people() -> None:
    keys = {column.key for column in TALLY_COLUMNS} - {"commune_code", "commune"}
    assert keys == {of.value for of in Figure}
