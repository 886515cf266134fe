from collections.abc import Callable
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session
from taphuan.models.context import Context
from taphuan.services.comparison import PersonField
from taphuan.services.courses import CourseRecord
from taphuan.services.distinct import mark_distinct
from taphuan.services.enrolments import EnrolmentRecord
from taphuan.services.merge_question import merge_question, merged_records, turned
from taphuan.services.merging import Side, unmerge
from taphuan.services.merging import merge as merge_people

MakePerson = Callable[..., UUID]


def test_the_record_on_which_more_hangs_is_proposed_to_stay(
    session: Session,
    make_course: Callable[..., CourseRecord],
    enrolled: Callable[..., EnrolmentRecord],
    make_person: MakePerson,
) -> None:
    bare = make_person(session, "Lò Ên", birth_date=date(1987, 5, 1), phone="0912345678")
    known = enrolled(session, make_course(session), "Lò Thị Ên", birth_year=1987).person_id
    question = merge_question(session, bare, known)
    assert (question.left.courses, question.right.courses) == ((), ("TH-01",))
    assert not question.keeps_left
    assert question.sides[PersonField.NAME] is Side.OTHER
    assert question.sides[PersonField.PHONE] is question.sides[PersonField.BIRTH] is Side.KEPT
    assert merge_question(session, known, bare).keeps_left


def test_it_tells_of_courses_of_both_and_of_what_speaks_against_it(
    session: Session,
    by: Context,
    make_course: Callable[..., CourseRecord],
    enrolled: Callable[..., EnrolmentRecord],
) -> None:
    course = make_course(session)
    one = enrolled(session, course, identity_number="014187001234").person_id
    other = enrolled(session, course, identity_number="014187009876").person_id
    mark_distinct(session, by, one, other)
    question = merge_question(session, one, other)
    assert question.shared_courses == ("TH-01",)
    assert question.are_distinct and question.two_numbers
    assert (question.left.cards, question.left.certificates, question.left.merged) == (1, 0, 0)


def test_choices_turn_round_with_the_record_that_stays() -> None:
    sides = {
        PersonField.NAME: Side.KEPT,
        PersonField.BIRTH: Side.OTHER,
        PersonField.NOTE: Side.BOTH,
    }
    assert turned(sides) == {
        PersonField.NAME: Side.OTHER,
        PersonField.BIRTH: Side.KEPT,
        PersonField.NOTE: Side.BOTH,
    }


def test_what_was_merged_is_told_until_it_is_undone(
    session: Session, by: Context, make_person: MakePerson
) -> None:
    keep, first, second = (make_person(session, f"Lò Thị Ên {n}") for n in "123")
    merge_people(session, by, keep, first)
    redirect = merge_people(session, by, keep, second)
    told = merged_records(session, keep)
    assert [(r.name, r.merged_on, r.merged_by) for r in told] == [
        ("Lò Thị Ên 3", date(2026, 3, 2), "Lường Thị Kiểm"),
        ("Lò Thị Ên 2", date(2026, 3, 2), "Lường Thị Kiểm"),
    ]
    unmerge(session, by, redirect)
    assert [r.name for r in merged_records(session, keep)] == ["Lò Thị Ên 2"]
    assert merged_records(session, second) == ()
