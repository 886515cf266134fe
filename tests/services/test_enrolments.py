from collections.abc import Callable
from uuid import UUID, uuid4

from sqlalchemy.orm import Session
from taphuan.models.context import Context
from taphuan.models.enums import Origin
from taphuan.models.errors import ErrorCode
from taphuan.services.courses import CourseRecord, find_course
from taphuan.services.enrolments import (
    EnrolmentPlace,
    EnrolmentRecord,
    course_people,
    enrol,
    enrolment_of,
    withdraw,
)
from taphuan.services.people import change_person
from taphuan.services.places import commune_by_code, hamlet_called

Enrolled = Callable[..., EnrolmentRecord]
MakeCourse = Callable[..., CourseRecord]
Merge = Callable[[Session, UUID, UUID], None]


def test_people_of_a_course_come_by_given_name(
    session: Session, make_course: MakeCourse, enrolled: Enrolled
) -> None:
    course = make_course(session)
    for name in ("Vì Văn Bình", "Lò Thị Ên", "Cà Thị Ánh"):
        enrolled(session, course, name)
    assert [person.name for person in course_people(session, course.id)] == [
        "Cà Thị Ánh", "Vì Văn Bình", "Lò Thị Ên",
    ]  # fmt: skip
    assert find_course(session, "TH-01").enrolled == 3


def test_somebody_who_is_in_the_course_is_not_put_in_twice(
    session: Session, make_course: MakeCourse, enrolled: Enrolled
) -> None:
    course = make_course(session)
    first = enrolled(session, course)
    assert enrolled(session, course, person=first.person_id).id == first.id
    assert len(course_people(session, course.id)) == 1


def test_an_enrolment_keeps_the_place_of_its_day_when_the_person_moves(
    session: Session, by: Context, make_course: MakeCourse, enrolled: Enrolled
) -> None:
    course = make_course(session)
    person = enrolled(session, course, commune="03721", hamlet="Bản Púa")
    elsewhere = commune_by_code(session, "03727", course.first_day).id
    new_home = hamlet_called(session, by, elsewhere, "Bản Nhộp")
    change_person(session, by, person.person_id, unit_id=elsewhere, hamlet_id=new_home.id)
    shown = course_people(session, course.id)[0]
    assert (shown.commune, shown.hamlet) == ("Thuận Châu", "Bản Púa")


def test_two_enrolments_of_a_merged_person_read_as_one(
    session: Session, make_course: MakeCourse, enrolled: Enrolled, merge: Merge
) -> None:
    course = make_course(session)
    one, other = enrolled(session, course, "Lò Thị Ên"), enrolled(session, course, "Lò Thị Ên")
    merge(session, other.person_id, one.person_id)
    assert [p.person_id for p in course_people(session, course.id)] == [one.person_id]
    for record in (one.person_id, other.person_id):
        assert enrolment_of(session, course.id, record) == one.id


def test_a_record_merged_with_an_enrolled_one_is_not_enrolled_again(
    session: Session,
    make_course: MakeCourse,
    enrolled: Enrolled,
    make_person: Callable[..., UUID],
    merge: Merge,
) -> None:
    course = make_course(session)
    one, other = enrolled(session, course), make_person(session)
    merge(session, one.person_id, other)
    assert enrolled(session, course, person=other).id == one.id


def test_who_withdrew_is_shown_only_when_asked_for(
    session: Session, by: Context, make_course: MakeCourse, enrolled: Enrolled
) -> None:
    course = make_course(session)
    person = enrolled(session, course)
    withdraw(session, by, person.id, "chuyển đi làm xa")
    assert course_people(session, course.id) == []
    assert [p.withdrawn for p in course_people(session, course.id, withdrawn=True)] == [True]
    assert find_course(session, "TH-01").enrolled == 0


def test_who_withdrew_and_came_back_counts_by_the_new_enrolment(
    session: Session, by: Context, make_course: MakeCourse, enrolled: Enrolled
) -> None:
    course = make_course(session)
    first = enrolled(session, course)
    withdraw(session, by, first.id, "ốm")
    again = enrolled(session, course, person=first.person_id)
    assert again.id != first.id
    shown = course_people(session, course.id, withdrawn=True)
    assert [(p.id, p.withdrawn) for p in shown] == [(again.id, False)]


def test_withdrawing_somebody_who_is_not_in_the_course_is_refused(
    session: Session, by: Context, refused: Callable[..., ErrorCode]
) -> None:
    assert refused(withdraw, session, by, uuid4(), "") == ErrorCode.NOT_ENROLLED


def test_somebody_without_a_commune_is_enrolled_all_the_same(
    session: Session, by: Context, make_course: MakeCourse, make_person: Callable[..., UUID]
) -> None:
    course = make_course(session)
    person = make_person(session, commune=None)
    enrol(session, by, course.id, person, EnrolmentPlace(), Origin.WALK_IN)
    shown = course_people(session, course.id)
    assert [(p.commune, p.commune_code) for p in shown] == [(None, None)]


def test_the_identity_number_of_participants_is_masked_unless_asked_for(
    session: Session, make_course: MakeCourse, enrolled: Enrolled
) -> None:
    course = make_course(session)
    enrolled(session, course, identity_number="014187001234")
    assert course_people(session, course.id)[0].identity == "••••••••1234"
    assert course_people(session, course.id, reveal=True)[0].identity == "014187001234"
