"""The first page: today's sessions, courses under way, what is missing."""

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session
from taphuan.importing.plan import ImportPlan
from taphuan.models.context import Context
from taphuan.models.enums import Gender, ImportRowState, SessionStatus
from taphuan.services.certificates import issue_certificates
from taphuan.services.course_plan import set_session_status
from taphuan.services.courses import CourseRecord, find_course
from taphuan.services.enrolments import EnrolmentRecord
from taphuan.services.lists.bringing import bring_in
from taphuan.services.lists.choices import ListChoices
from taphuan.services.overview import MissingKind, overview
from taphuan.services.results import close

MakeCourse = Callable[..., CourseRecord]
Enrolled = Callable[..., EnrolmentRecord]
MORNING = datetime(2026, 3, 3, 7, 30)


def missing(session: Session, now: datetime = MORNING) -> dict[MissingKind, tuple[int, str | None]]:
    """What is missing, by kind: how many, and in which course."""
    return {m.kind: (m.count, m.course_code) for m in overview(session, now).missing}


def test_a_new_file_has_nothing_to_show(session: Session) -> None:
    found = overview(session, MORNING)
    assert (found.has_courses, found.today, found.running, found.missing) == (False, (), (), ())
    assert (found.figures.people, found.figures.turns) == (0, 0)


def test_the_sessions_of_today_tell_who_is_there(
    session: Session, make_course: MakeCourse, enrolled: Enrolled, scan: Callable[..., object]
) -> None:
    course = make_course(session, sessions=3)
    came = enrolled(session, course, "Lò Thị Ên")
    enrolled(session, course, "Vì Văn Ước")
    scan(session, course, came.code, 2)
    make_course(session, "TH-02", first=date(2026, 3, 9))
    (today,) = overview(session, MORNING).today
    assert (today.course_code, today.number) == ("TH-01", 2)
    assert (today.attended, today.enrolled, today.starts) == (1, 2, datetime(2026, 3, 3, 8))
    assert today.venue == "Nhà văn hóa bản Púa"


def test_the_next_session_after_today_is_told(session: Session, make_course: MakeCourse) -> None:
    make_course(session, "TH-02", first=date(2026, 3, 9))
    found = overview(session, MORNING)
    assert found.today == ()
    assert found.coming is not None
    assert (found.coming.course_code, found.coming.starts) == ("TH-02", datetime(2026, 3, 9, 8))
    assert overview(session, datetime(2026, 4, 1)).coming is None


def test_a_cancelled_session_is_not_today(
    session: Session, by: Context, make_course: MakeCourse
) -> None:
    course = make_course(session, sessions=3)
    set_session_status(session, by, course.sessions[1].id, SessionStatus.CANCELLED)
    assert overview(session, MORNING).today == ()


def test_a_course_is_under_way_from_its_first_to_its_last_session(
    session: Session, make_course: MakeCourse
) -> None:
    make_course(session, "TH-01", sessions=3)
    make_course(session, "TH-02", first=date(2026, 3, 9))
    make_course(session, "TH-03", first=date(2026, 2, 2))
    found = overview(session, MORNING)
    assert [(c.code, c.done, c.sessions) for c in found.running] == [("TH-01", 1, 3)]
    assert found.running_count == 1


def test_people_without_commune_or_phone_are_missing_something(
    session: Session, make_course: MakeCourse, enrolled: Enrolled
) -> None:
    course = make_course(session)
    enrolled(session, course, "Lò Thị Ên", commune=None, phone="0912345118")
    enrolled(session, course, "Vì Văn Ước")
    found = missing(session)
    assert found[MissingKind.NO_COMMUNE] == (1, "TH-01")
    assert found[MissingKind.NO_PHONE] == (1, "TH-01")


def test_a_course_past_its_last_session_is_to_be_closed(
    session: Session, by: Context, make_course: MakeCourse
) -> None:
    make_course(session, sessions=1)
    assert MissingKind.NOT_CLOSED not in missing(session, datetime(2026, 3, 2, 10))
    assert missing(session)[MissingKind.NOT_CLOSED] == (1, "TH-01")
    close(session, by, "TH-01")
    assert MissingKind.NOT_CLOSED not in missing(session)


def test_who_completed_waits_for_a_certificate_until_it_is_issued(
    session: Session,
    by: Context,
    make_course: MakeCourse,
    enrolled: Enrolled,
    attends: Callable[..., None],
) -> None:
    course = make_course(session, sessions=1)
    attends(session, course, enrolled(session, course, gender=Gender.FEMALE), 1)
    close(session, by, "TH-01")
    assert missing(session)[MissingKind.NO_CERTIFICATE] == (1, "TH-01")
    issue_certificates(session, by, find_course(session, "TH-01"), date(2026, 3, 3))
    assert MissingKind.NO_CERTIFICATE not in missing(session)
    assert overview(session, MORNING).figures.certified == 1


def test_rows_of_a_list_that_were_held_are_counted(
    session: Session, by: Context, make_course: MakeCourse, read_list: Callable[..., ImportPlan]
) -> None:
    course = make_course(session)
    plan = read_list("Họ và tên;Ngày sinh", "Lò Thị Ên;31/02/1990", "Vì Văn Ước;1985")
    (report,) = bring_in(session, by, [plan], ListChoices(course.code))
    assert report.count(ImportRowState.HELD) == 1
    assert missing(session)[MissingKind.HELD_ROWS] == (1, "TH-01")


def test_the_figures_are_those_of_the_year(
    session: Session,
    make_course: MakeCourse,
    make_person: Callable[..., UUID],
    enrolled: Enrolled,
    attends: Callable[..., None],
) -> None:
    course = make_course(session, sessions=3)
    attends(session, course, enrolled(session, course, "Lò Thị Ên"), 3)
    enrolled(session, course, "Vì Văn Ước")
    make_person(session, "Cà Văn Nga")
    make_course(session, "TH-25", first=date(2025, 11, 3))
    figures = overview(session, MORNING).figures
    assert (figures.year, figures.people) == (2026, 3)
    assert (figures.courses, figures.turns, figures.certified) == (1, 3, 0)
    assert figures.turns_of_year
