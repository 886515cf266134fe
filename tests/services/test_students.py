"""The people of a course: their marks, and what the organiser changes about them."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy.orm import Session
from taphuan.models.context import Context
from taphuan.models.enums import AttendanceStatus, Gender, SessionStatus, Skill, SkillResult
from taphuan.services.assessments import Word, assess
from taphuan.services.course_plan import set_session_status
from taphuan.services.courses import CourseRecord, find_course
from taphuan.services.enrolments import EnrolmentRecord
from taphuan.services.students import readmit, set_statuses, students, undo_all, withdraw_all

MakeCourse = Callable[..., CourseRecord]
Enrolled = Callable[..., EnrolmentRecord]
PRESENT, LATE = AttendanceStatus.PRESENT, AttendanceStatus.LATE
EXCUSED, ABSENT = AttendanceStatus.EXCUSED, AttendanceStatus.ABSENT
AFTER_FIRST = datetime(2026, 3, 2, 11, 1)


def test_who_did_not_come_to_a_session_that_others_came_to_is_absent_once_it_is_over(
    session: Session,
    make_course: MakeCourse,
    enrolled: Enrolled,
    attends: Callable[..., None],
) -> None:
    course = make_course(session, sessions=2)
    came = enrolled(session, course, "Lò Thị Ên")
    enrolled(session, course, "Vì Văn Ước")
    attends(session, course, came, 1)
    during = students(session, course, datetime(2026, 3, 2, 9))
    assert [s.marks for s in during.present] == [(PRESENT, None), (None, None)]
    after = students(session, course, AFTER_FIRST)
    assert [s.marks for s in after.present] == [(PRESENT, None), (ABSENT, None)]
    assert (after.sessions[0].attended, after.sessions[0].absent) == (1, 1)


def test_a_session_nobody_was_checked_in_to_makes_nobody_absent(
    session: Session, make_course: MakeCourse, enrolled: Enrolled
) -> None:
    course = make_course(session, sessions=1)
    enrolled(session, course)
    assert students(session, course, AFTER_FIRST).present[0].marks == (None,)


def test_marks_set_by_hand_for_many_are_taken_back_together(
    session: Session, by: Context, make_course: MakeCourse, enrolled: Enrolled
) -> None:
    course = make_course(session, sessions=1)
    both = [enrolled(session, course, name).id for name in ("Lò Thị Ên", "Vì Văn Ước")]
    first = set_statuses(session, by, both, course.sessions[0].id, LATE)
    second = set_statuses(session, by, both, course.sessions[0].id, EXCUSED, "đi họp bản")
    marks = [s.marks for s in students(session, course, AFTER_FIRST).present]
    assert marks == [(EXCUSED,), (EXCUSED,)]
    undo_all(session, by, second)
    assert students(session, course, AFTER_FIRST).sessions[0].late == 2
    undo_all(session, by, first)
    assert students(session, course, AFTER_FIRST).present[0].marks == (None,)


def test_a_cancelled_session_has_no_column(
    session: Session, by: Context, make_course: MakeCourse, enrolled: Enrolled
) -> None:
    course = make_course(session, sessions=3)
    enrolled(session, course)
    set_session_status(session, by, course.sessions[1].id, SessionStatus.CANCELLED)
    found = students(session, find_course(session, "TH-01"), AFTER_FIRST)
    assert [count.session.number for count in found.sessions] == [1, 3]
    assert len(found.present[0].marks) == 2


def test_who_withdrew_stands_apart_until_readmitted(
    session: Session, by: Context, make_course: MakeCourse, enrolled: Enrolled
) -> None:
    course = make_course(session)
    who = enrolled(session, course)
    withdraw_all(session, by, [who.id], "chuyển công tác")
    found = students(session, course, AFTER_FIRST)
    assert ([s.person.name for s in found.withdrawn], found.present) == (["Lò Thị Ên"], ())
    readmit(session, by, [who.id])
    found = students(session, course, AFTER_FIRST)
    assert ([s.person.name for s in found.present], found.withdrawn) == (["Lò Thị Ên"], ())


def test_the_status_line_counts_women_and_hamlets_of_each_commune(
    session: Session, make_course: MakeCourse, enrolled: Enrolled
) -> None:
    course = make_course(session)
    enrolled(session, course, "Lò Thị Ên", hamlet="Bản Púa", gender=Gender.FEMALE)
    enrolled(session, course, "Lò Thị Hoa", hamlet="Bản Púa", gender=Gender.FEMALE)
    enrolled(session, course, "Vì Văn Ước", "03727", hamlet="Bản Púa", gender=Gender.MALE)
    enrolled(session, course, "Cà Văn Nga", hamlet="Tiểu khu 3")
    found = students(session, course, AFTER_FIRST)
    assert (len(found.present), found.female, found.hamlets) == (4, 2, 3)
    assert found.hamlet_kinds == ("bản", "tiểu khu")


def test_passed_skills_are_counted_of_those_the_course_teaches(
    session: Session, by: Context, make_course: MakeCourse, enrolled: Enrolled
) -> None:
    course = make_course(session, skills=(Skill.DVC, Skill.PAYMENT))
    who = enrolled(session, course)
    assess(session, by, course.id, who.person_id, Word(Skill.PAYMENT, SkillResult.PASS))
    assess(session, by, course.id, who.person_id, Word(Skill.DVC, SkillResult.STUCK))
    student = students(session, course, AFTER_FIRST).present[0]
    assert (student.passed, student.skills) == (1, 2)
