from collections.abc import Callable
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session
from taphuan.importing.plan import ImportPlan
from taphuan.models.context import Context
from taphuan.models.enums import (
    AttendanceStatus,
    ImportRowState,
    IncompleteReason,
    Skill,
    SkillResult,
)
from taphuan.services.assessments import Word, assess
from taphuan.services.certificates import issue_certificates
from taphuan.services.closing import close_course
from taphuan.services.courses import CourseRecord, find_course
from taphuan.services.enrolments import EnrolmentRecord, withdraw
from taphuan.services.history import person_history
from taphuan.services.lists.bringing import bring_in
from taphuan.services.lists.choices import ListChoices

MakeCourse = Callable[..., CourseRecord]
MakePerson = Callable[..., UUID]
Enrolled = Callable[..., EnrolmentRecord]
Attends = Callable[..., None]


def test_a_course_shows_each_session_the_skills_and_that_it_is_not_closed(
    session: Session, by: Context, make_course: MakeCourse, enrolled: Enrolled, attends: Attends
) -> None:
    course = make_course(session, skills=(Skill.PAYMENT, Skill.DVC))
    person = enrolled(session, course, hamlet="Bản Púa")
    attends(session, course, person, times=2)
    assess(session, by, course.id, person.person_id, Word(Skill.PAYMENT, SkillResult.PASS))
    history = person_history(session, person.person_id)
    (shown,) = history.courses
    assert (shown.code, shown.place) == ("TH-01", "Bản Púa, Thuận Châu")
    present = AttendanceStatus.PRESENT
    assert [mark.status for mark in shown.sessions] == [present, present, None, None, None]
    assert shown.attended == 2
    assert shown.skills == {Skill.PAYMENT: SkillResult.PASS}
    assert shown.completed is None


def test_a_closed_course_says_why_it_was_not_completed(
    session: Session, make_course: MakeCourse, by: Context, enrolled: Enrolled, attends: Attends
) -> None:
    course = make_course(session)
    person = enrolled(session, course)
    attends(session, course, person, times=1)
    close_course(session, by, find_course(session, course.code))
    (shown,) = person_history(session, person.person_id).courses
    assert shown.completed is False and shown.reason is IncompleteReason.ATTENDANCE


def test_a_certificate_stands_in_the_history(
    session: Session, make_course: MakeCourse, by: Context, enrolled: Enrolled, attends: Attends
) -> None:
    course = make_course(session)
    person = enrolled(session, course)
    attends(session, course, person)
    close_course(session, by, find_course(session, course.code))
    issue_certificates(session, by, find_course(session, course.code), date(2026, 3, 9))
    (paper,) = person_history(session, person.person_id).certificates
    assert (paper.number, paper.course_code) == ("001/GCN-SKHCN", "TH-01")
    assert paper.issued_on == date(2026, 3, 9) and paper.voided_reason is None


def test_somebody_withdrawn_keeps_the_course_with_the_reason(
    session: Session, by: Context, make_course: MakeCourse, enrolled: Enrolled
) -> None:
    person = enrolled(session, make_course(session))
    withdraw(session, by, person.id, "chuyển công tác")
    (shown,) = person_history(session, person.person_id).courses
    assert shown.withdrawn_reason == "chuyển công tác" and shown.withdrawn_on is not None


def test_courses_stand_with_the_latest_first(
    session: Session, make_course: MakeCourse, enrolled: Enrolled
) -> None:
    person = enrolled(session, make_course(session))
    later = make_course(session, "TH-02", first=date(2026, 5, 4))
    enrolled(session, later, person=person.person_id)
    history = person_history(session, person.person_id)
    assert [course.code for course in history.courses] == ["TH-02", "TH-01"]


def test_the_list_that_brought_somebody_is_named_with_its_row(
    session: Session, by: Context, read_list: Callable[..., ImportPlan]
) -> None:
    plan = read_list("Họ và tên;Năm sinh;Xã", "Lò Thị Ên;1987;Mường É")
    person = bring_in(session, by, [plan], ListChoices())[0].rows[0].person_id
    assert person is not None
    (source,) = person_history(session, person).sources
    assert (source.file_name, source.row) == ("danh sach.csv", 2)
    assert (source.state, source.operator) == (ImportRowState.ADDED, "Lường Thị Kiểm")


def test_a_merged_record_shows_the_history_of_both(
    session: Session,
    make_course: MakeCourse,
    make_person: MakePerson,
    enrolled: Enrolled,
    merge: Callable[[Session, UUID, UUID], None],
) -> None:
    first = enrolled(session, make_course(session)).person_id
    other = make_person(session, "Lò Thị Én")
    enrolled(session, make_course(session, "TH-02"), person=other)
    merge(session, other, first)
    for asked in (first, other):
        history = person_history(session, asked)
        assert history.person.name == "Lò Thị Ên"
        assert {course.code for course in history.courses} == {"TH-01", "TH-02"}
        assert len(history.cards) == 2
