"""The certificates of a course."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy.orm import Session
from taphuan.models.context import Context
from taphuan.models.enums import IncompleteReason
from taphuan.models.errors import AppError, ErrorCode
from taphuan.services.certificates import void_certificate
from taphuan.services.check_in import check_in
from taphuan.services.closing import close_course
from taphuan.services.course_certificates import (
    certificate_rows,
    issue_for,
    printed_certificates,
)
from taphuan.services.courses import CourseRecord, find_course
from taphuan.services.enrolments import EnrolmentRecord

MakeCourse = Callable[..., CourseRecord]
Enrolled = Callable[..., EnrolmentRecord]
DAY = date(2026, 3, 20)


def attended(
    session: Session, by: Context, course: CourseRecord, people: list[EnrolmentRecord]
) -> None:
    for record in course.sessions:
        for person in people:
            check_in(session, by, record.id, person.code or "", by.new_id(), record.starts)


def test_who_completed_is_due_a_certificate_and_the_others_have_a_reason(
    session: Session, by: Context, make_course: MakeCourse, enrolled: Enrolled
) -> None:
    course = make_course(session, sessions=2)
    here, away = enrolled(session, course, "Lò Thị Ên"), enrolled(session, course, "Cà Văn Ín")
    attended(session, by, course, [here])
    with pytest.raises(AppError) as refused:
        issue_for(session, by, course.code, DAY)
    assert refused.value.code is ErrorCode.COURSE_NOT_CLOSED
    close_course(session, by, course)
    course = find_course(session, course.code)
    rows = certificate_rows(session, course)
    assert [(row.outcome.person.name, row.is_due) for row in rows] == [
        (here.name, True),
        (away.name, False),
    ]
    assert rows[1].outcome.reason is IncompleteReason.ATTENDANCE


def test_certificates_are_issued_once_and_a_voided_one_is_due_again(
    session: Session, by: Context, make_course: MakeCourse, enrolled: Enrolled
) -> None:
    course = make_course(session, sessions=1)
    people = [enrolled(session, course, name) for name in ("Lò Thị Ên", "Cà Văn Ín")]
    attended(session, by, course, people)
    close_course(session, by, course)
    course = find_course(session, course.code)
    assert issue_for(session, by, course.code, DAY) == 2
    assert issue_for(session, by, course.code, DAY) == 0
    first, second = (row.holding for row in certificate_rows(session, course))
    assert first and second
    assert [first.number, second.number] == ["001/GCN-SKHCN", "002/GCN-SKHCN"]
    void_certificate(session, by, first.id, "in sai tên")
    rows = certificate_rows(session, course)
    assert [row.is_due for row in rows] == [True, False]
    assert issue_for(session, by, course.code, DAY) == 1
    again = certificate_rows(session, course)[0].holding
    assert again and again.number == "003/GCN-SKHCN"


def test_chosen_numbers_are_printed_alone(
    session: Session, by: Context, make_course: MakeCourse, enrolled: Enrolled
) -> None:
    course = make_course(session, sessions=1)
    people = [enrolled(session, course, name) for name in ("Lò Thị Ên", "Cà Văn Ín")]
    attended(session, by, course, people)
    close_course(session, by, course)
    issue_for(session, by, course.code, DAY)
    printed = printed_certificates(session, course)
    assert [page.person.name for page in printed.pages] == ["Lò Thị Ên", "Cà Văn Ín"]
    assert printed.issuer.agency == "SỞ KHOA HỌC VÀ CÔNG NGHỆ"
    one = printed_certificates(session, course, {"002/GCN-SKHCN"})
    assert [page.person.name for page in one.pages] == ["Cà Văn Ín"]
    with pytest.raises(AppError) as refused:
        printed_certificates(session, course, {"009/GCN-SKHCN"})
    assert refused.value.code is ErrorCode.NOTHING_TO_EXPORT
