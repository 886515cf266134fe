from collections.abc import Callable
from datetime import datetime

from sqlalchemy.orm import Session
from taphuan.models.context import Context
from taphuan.models.errors import ErrorCode
from taphuan.services.courses import CourseRecord, change_session, find_course
from taphuan.services.documents import attendance_lines, badges, document_issuer, roster
from taphuan.services.enrolments import EnrolmentRecord, withdraw

Enrolled = Callable[..., EnrolmentRecord]
MakeCourse = Callable[..., CourseRecord]

OVER = datetime(2030, 1, 1)
"""Long after every session."""


def test_cards_and_sign_in_sheet_come_in_the_order_of_names_without_the_withdrawn(
    session: Session, by: Context, make_course: MakeCourse, enrolled: Enrolled
) -> None:
    course = make_course(session)
    for name in ("Vì Văn Bình", "Cà Thị Ánh"):
        enrolled(session, course, name, hamlet="Bản Púa", identity_number="014187001234")
    withdraw(session, by, enrolled(session, course, "Lò Thị Ên").id, "ốm")
    cards, lines = badges(session, course), roster(session, course)
    assert [card.person.name for card in cards] == ["Cà Thị Ánh", "Vì Văn Bình"]
    assert [line.name for line in lines] == ["Cà Thị Ánh", "Vì Văn Bình"]
    assert len({card.code for card in cards}) == 2
    assert "014187001234" not in repr(cards) + repr(lines)


def test_the_attendance_table_leaves_out_cancelled_sessions(
    session: Session,
    by: Context,
    make_course: MakeCourse,
    enrolled: Enrolled,
    scan: Callable[..., object],
) -> None:
    course = make_course(session, sessions=3)
    ên = enrolled(session, course)
    scan(session, course, ên.code, 1, at="08:30")
    scan(session, course, ên.code, 3)
    change_session(session, by, course.sessions[1].id, status="cancelled")
    sessions, (line,) = attendance_lines(session, find_course(session, "TH-01"), OVER)
    assert [head.number for head in sessions] == [1, 3]
    assert line.marks == ("late", "present")


def test_who_was_not_there_is_absent_once_the_session_is_over(
    session: Session,
    make_course: MakeCourse,
    enrolled: Enrolled,
    scan: Callable[..., object],
) -> None:
    course = make_course(session, sessions=2)
    there, away = enrolled(session, course, "Cà Văn An"), enrolled(session, course, "Lò Thị Yến")
    scan(session, course, there.code, 1)
    _, lines = attendance_lines(session, course, OVER)
    assert [line.marks for line in lines] == [("present", None), ("absent", None)]
    before = course.sessions[0].starts
    _, lines = attendance_lines(session, course, before)
    assert lines[1].marks == (None, None), away.name


def test_a_course_without_people_has_no_papers(
    session: Session, make_course: MakeCourse, refused: Callable[..., ErrorCode]
) -> None:
    course = make_course(session)
    for paper in (badges, roster):
        assert refused(paper, session, course) == ErrorCode.NOTHING_TO_EXPORT
    assert refused(attendance_lines, session, course, OVER) == ErrorCode.NOTHING_TO_EXPORT


def test_the_issuer_is_who_the_settings_say(session: Session) -> None:
    issuer = document_issuer(session)
    assert (issuer.agency, issuer.place) == ("SỞ KHOA HỌC VÀ CÔNG NGHỆ", "Sơn La")
    assert issuer.signer_name == "Cầm Văn Chỉnh"
