"""Entering one person by hand: what was typed, who it may be, writing and taking back."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from sqlalchemy.orm import Session
from taphuan.models.context import Context
from taphuan.models.enums import Gender
from taphuan.models.errors import ErrorCode
from taphuan.services.courses import CourseRecord
from taphuan.services.enrolments import EnrolmentRecord, course_people
from taphuan.services.person_entry import (
    EntryProblem,
    Typed,
    add_to_course,
    likeness,
    take_back,
    understood,
)
from taphuan.services.places import commune_by_code
from taphuan.services.search import first_page

TODAY = date(2026, 3, 2)
NUMBER = "014190000011"
"""Invented: a woman born in 1990."""

MakeCourse = Callable[..., CourseRecord]


@pytest.fixture
def unit(session: Session) -> UUID:
    """Thuận Châu."""
    return commune_by_code(session, "03721", TODAY).id


def test_what_was_typed_is_understood_as_people_write_it() -> None:
    typed = Typed(
        " lò  thị ên ", Gender.FEMALE, "5/8/1990", "912 345 118", NUMBER, hamlet="Bản Púa"
    )
    entry = understood(typed, TODAY)
    assert entry.problems == ()
    assert (entry.row.name, entry.row.birth_date) == ("Lò Thị Ên", date(1990, 8, 5))
    assert (entry.row.phone, entry.row.identity_number) == ("0912345118", NUMBER)


def test_a_year_alone_is_enough() -> None:
    row = understood(Typed("Lò Thị Ên", birth="1990"), TODAY).row
    assert (row.birth_date, row.birth_year) == (None, 1990)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        (Typed(), EntryProblem.NO_NAME),
        (Typed("Lò 123"), EntryProblem.BAD_NAME),
        (Typed("Lò Thị Ên", birth="32/13/1990"), EntryProblem.BAD_BIRTH),
        (Typed("Lò Thị Ên", phone="014190000011"), EntryProblem.BAD_PHONE),
        (Typed("Lò Thị Ên", identity_number="123"), EntryProblem.BAD_IDENTITY),
        (
            Typed("Lò Thị Ên", gender=Gender.MALE, identity_number=NUMBER),
            EntryProblem.IDENTITY_GENDER,
        ),
        (Typed("Lò Thị Ên", birth="1991", identity_number=NUMBER), EntryProblem.IDENTITY_BIRTH),
    ],
)
def test_what_hinders_is_named(typed: Typed, problem: EntryProblem) -> None:
    assert problem in understood(typed, TODAY).problems


def test_somebody_new_is_entered_and_enrolled_with_place_and_role(
    session: Session, by: Context, make_course: MakeCourse, unit: UUID
) -> None:
    course = make_course(session)
    typed = Typed("Lò Thị Ên", birth="1990", unit_id=unit, hamlet="Bản Púa", role="Tổ trưởng")
    added = add_to_course(session, by, course.id, understood(typed, TODAY))
    person = course_people(session, course.id)[0]
    assert (person.name, person.hamlet, person.commune) == ("Lò Thị Ên", "Bản Púa", "Thuận Châu")
    assert (person.role, added.is_new_person, len(person.code or "")) == ("Tổ trưởng", True, 16)


def test_an_identity_number_tells_for_certain_who_it_is(
    session: Session, by: Context, make_course: MakeCourse, make_person: Callable[..., UUID]
) -> None:
    course = make_course(session)
    known = make_person(session, "Lò Thị Ên", identity_number=NUMBER)
    entry = understood(Typed("Lo Thi En", identity_number=NUMBER), TODAY)
    found = likeness(session, entry, course.id)
    assert found is not None and found.certain and not found.in_course
    added = add_to_course(session, by, course.id, entry)
    assert (added.person_id, added.is_new_person) == (known, False)


def test_somebody_who_looks_alike_is_asked_about_and_can_be_told_apart(
    session: Session,
    by: Context,
    make_course: MakeCourse,
    make_person: Callable[..., UUID],
    unit: UUID,
) -> None:
    course = make_course(session)
    known = make_person(session, "Lò Thị Ên", hamlet="Bản Púa", birth_year=1990)
    typed = Typed("Lò Thị Ên", birth="1990", unit_id=unit, hamlet="Bản Lào")
    entry = understood(typed, TODAY)
    found = likeness(session, entry, course.id)
    assert found is not None and not found.certain and found.person_id == known
    other = add_to_course(session, by, course.id, entry)
    assert other.is_new_person and other.person_id != known
    same = add_to_course(session, by, course.id, entry, same_as=known)
    assert same.person_id == known


def test_somebody_in_the_course_is_not_enrolled_twice(
    session: Session,
    by: Context,
    make_course: MakeCourse,
    enrolled: Callable[..., EnrolmentRecord],
) -> None:
    course = make_course(session)
    who = enrolled(session, course, "Lò Thị Ên", identity_number=NUMBER)
    entry = understood(Typed("Lò Thị Ên", identity_number=NUMBER), TODAY)
    found = likeness(session, entry, course.id)
    assert found is not None and found.in_course
    added = add_to_course(session, by, course.id, entry)
    assert added.was_in_course and added.enrolment_id == who.id
    take_back(session, by, added)
    assert len(course_people(session, course.id)) == 1


def test_taking_back_removes_a_new_person_from_course_and_search(
    session: Session, by: Context, make_course: MakeCourse
) -> None:
    course = make_course(session)
    added = add_to_course(session, by, course.id, understood(Typed("Lò Thị Ên"), TODAY))
    assert len(first_page(session, "en")) == 1
    take_back(session, by, added)
    assert course_people(session, course.id) == []
    assert first_page(session, "en") == []


def test_taking_back_leaves_a_person_who_was_known_before(
    session: Session, by: Context, make_course: MakeCourse, make_person: Callable[..., UUID]
) -> None:
    course = make_course(session)
    known = make_person(session, "Lò Thị Ên")
    entry = understood(Typed("Lò Thị Ên"), TODAY)
    take_back(session, by, add_to_course(session, by, course.id, entry, same_as=known))
    assert course_people(session, course.id) == []
    assert len(first_page(session, "en")) == 1


def test_an_entry_with_a_problem_is_refused(
    session: Session, by: Context, make_course: MakeCourse, refused: Callable[..., ErrorCode]
) -> None:
    course = make_course(session)
    entry = understood(Typed("Lò Thị Ên", birth="hôm qua"), TODAY)
    assert refused(add_to_course, session, by, course.id, entry) is ErrorCode.BAD_VALUE
