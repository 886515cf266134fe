from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy.orm import Session
from taphuan.models.context import Context
from taphuan.models.enums import SessionStatus, Skill
from taphuan.models.errors import ErrorCode
from taphuan.services.closing import close_course
from taphuan.services.courses import (
    CourseRecord,
    NewCourse,
    SessionTime,
    add_course,
    add_sessions,
    change_course,
    change_session,
    find_course,
    find_session,
    list_courses,
    set_skills,
)
from taphuan.services.enrolments import EnrolmentRecord, withdraw
from taphuan.services.settings import save_settings

MORNING = SessionTime(datetime(2026, 3, 5, 8), datetime(2026, 3, 5, 11))
Refused = Callable[..., ErrorCode]
MakeCourse = Callable[..., CourseRecord]


def test_a_planned_course_reads_as_it_was_entered(session: Session, by: Context) -> None:
    afternoon = SessionTime(datetime(2026, 3, 4, 14), datetime(2026, 3, 4, 17), title="Mở đầu")
    new = NewCourse(
        code=" TH-01 ",
        title="Kỹ năng  số",
        sessions=(MORNING, afternoon),
        skills=(Skill.PAYMENT, Skill.DVC),
        required_skills=(Skill.DVC,),
        venue="Nhà văn hóa bản Púa",
    )
    add_course(session, by, new)
    course = find_course(session, "TH-01")
    assert (course.code, course.title, course.venue) == (
        "TH-01", "Kỹ năng số", "Nhà văn hóa bản Púa",
    )  # fmt: skip
    assert [(s.number, s.title) for s in course.sessions] == [(1, "Mở đầu"), (2, None)]
    assert (course.skills, course.required_skills) == ((Skill.DVC, Skill.PAYMENT), (Skill.DVC,))
    assert (course.first_day, course.last_day) == (date(2026, 3, 4), date(2026, 3, 5))
    assert (course.required_share, course.enrolled, course.closed_at) == (80, 0, None)


def test_a_new_course_starts_from_the_rules_of_the_settings(session: Session, by: Context) -> None:
    save_settings(session, by, required_share=70, opens_before=30, late_after=5)
    add_course(session, by, NewCourse("TH-01", "Kỹ năng số", (MORNING,)))
    course = find_course(session, "TH-01")
    assert course.required_share == 70
    assert (course.sessions[0].opens_before, course.sessions[0].late_after) == (30, 5)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"code": "  "}, ErrorCode.BAD_VALUE),
        ({"title": ""}, ErrorCode.BAD_VALUE),
        ({"sessions": ()}, ErrorCode.COURSE_WITHOUT_SESSIONS),
        ({"sessions": (SessionTime(MORNING.ends, MORNING.starts),)}, ErrorCode.BAD_SESSION_TIME),
        ({"sessions": (SessionTime(MORNING.ends, MORNING.ends),)}, ErrorCode.BAD_SESSION_TIME),
        ({"required_share": 101}, ErrorCode.BAD_VALUE),
        ({"required_share": -1}, ErrorCode.BAD_VALUE),
        ({"code": "TH-00"}, ErrorCode.COURSE_CODE_TAKEN),
    ],
)
def test_a_course_that_cannot_be_is_refused(
    session: Session, by: Context, refused: Refused, changes: dict[str, Any], code: ErrorCode
) -> None:
    add_course(session, by, NewCourse("TH-00", "Có rồi", (MORNING,)))
    values = {"code": "TH-01", "title": "Kỹ năng số", "sessions": (MORNING,), **changes}
    assert refused(add_course, session, by, NewCourse(**values)) == code


def test_a_share_of_nought_is_a_share(session: Session, make_course: MakeCourse) -> None:
    assert make_course(session, required_share=0).required_share == 0


def test_unknown_courses_and_sessions_are_refused(
    session: Session, by: Context, refused: Refused, make_course: MakeCourse
) -> None:
    course = make_course(session, sessions=2)
    assert refused(find_course, session, "TH-99") == ErrorCode.UNKNOWN_COURSE
    assert refused(find_session, course, 3) == ErrorCode.UNKNOWN_SESSION
    assert refused(change_session, session, by, uuid4()) == ErrorCode.UNKNOWN_SESSION
    assert find_session(course, 2).starts == datetime(2026, 3, 3, 8)


def test_later_sessions_are_numbered_after_those_there_are(
    session: Session, by: Context, make_course: MakeCourse
) -> None:
    course = make_course(session, sessions=2)
    add_sessions(session, by, course.id, [MORNING])
    assert [s.number for s in find_course(session, "TH-01").sessions] == [1, 2, 3]


def test_a_session_is_moved_or_cancelled_but_never_ends_before_it_starts(
    session: Session, by: Context, refused: Refused, make_course: MakeCourse
) -> None:
    first = make_course(session).sessions[0]
    change_session(session, by, first.id, status=SessionStatus.CANCELLED, venue="Trường học")
    changed = find_course(session, "TH-01").sessions[0]
    assert (changed.status, changed.venue) == (SessionStatus.CANCELLED, "Trường học")
    code = refused(change_session, session, by, first.id, ends=datetime(2026, 3, 2, 7))
    assert code == ErrorCode.BAD_SESSION_TIME


def test_skills_given_anew_replace_the_old_ones(session: Session, make_course: MakeCourse) -> None:
    course = make_course(session, skills=(Skill.DVC, Skill.PAYMENT))
    set_skills(session, course.id, [Skill.SAFETY, Skill.DVC, Skill.DVC], [])
    course = find_course(session, "TH-01")
    assert (course.skills, course.required_skills) == ((Skill.DVC, Skill.SAFETY), ())


def test_courses_are_listed_the_latest_first(session: Session, make_course: MakeCourse) -> None:
    for code, day in (("TH-01", 2), ("TH-03", 9), ("TH-02", 5)):
        make_course(session, code, first=date(2026, 3, day))
    assert [course.code for course in list_courses(session)] == ["TH-03", "TH-02", "TH-01"]


def test_a_changed_title_stays_and_a_bad_share_is_refused(
    session: Session, by: Context, refused: Refused, make_course: MakeCourse
) -> None:
    course = make_course(session)
    change_course(session, by, course.id, title="Kỹ năng số nâng cao", required_share=60)
    changed = find_course(session, "TH-01")
    assert (changed.title, changed.required_share) == ("Kỹ năng số nâng cao", 60)
    assert refused(change_course, session, by, course.id, required_share=150) == ErrorCode.BAD_VALUE


def test_nothing_that_the_figures_of_a_closed_course_rest_on_can_be_changed(
    session: Session,
    by: Context,
    refused: Refused,
    make_course: MakeCourse,
    enrolled: Callable[..., EnrolmentRecord],
) -> None:
    course = make_course(session)
    person = enrolled(session, course)
    close_course(session, by, course)
    first = course.sessions[0].id
    closed = ErrorCode.COURSE_CLOSED
    assert refused(change_course, session, by, course.id, required_share=10) == closed
    assert refused(change_session, session, by, first, status=SessionStatus.CANCELLED) == closed
    assert refused(add_sessions, session, by, course.id, [MORNING]) == closed
    assert refused(set_skills, session, course.id, [Skill.DVC]) == closed
    assert refused(withdraw, session, by, person.id, "chuyển đi") == closed
