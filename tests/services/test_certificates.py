from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from taphuan.models.certificates import Certificate, CertificateVoid
from taphuan.models.context import Context
from taphuan.models.enums import NumberState
from taphuan.models.errors import ErrorCode
from taphuan.services.certificates import (
    certificate_pages,
    issue_certificates,
    register,
    register_years,
    void_certificate,
)
from taphuan.services.closing import close_course, reopen_course
from taphuan.services.courses import CourseRecord, change_course, find_course
from taphuan.services.enrolments import EnrolmentRecord
from taphuan.services.people import change_person
from taphuan.services.settings import save_settings

Enrolled = Callable[..., EnrolmentRecord]
MakeCourse = Callable[..., CourseRecord]
Completed = Callable[..., CourseRecord]
DAY = date(2026, 3, 20)


@pytest.fixture
def completed(
    session: Session,
    by: Context,
    make_course: MakeCourse,
    enrolled: Enrolled,
    attends: Callable[..., None],
) -> Completed:
    """A closed course that these people completed."""

    def close(code: str, *names: str) -> CourseRecord:
        course = make_course(session, code, sessions=1)
        for name in names:
            attends(session, course, enrolled(session, course, name, hamlet="Bản Púa"), 1)
        close_course(session, by, course)
        session.flush()
        return find_course(session, code)

    return close


def numbers(session: Session, year: int = 2026) -> list[tuple[str, str, str]]:
    return [
        (r.line.number, r.line.person.name if r.line.person else "", r.line.state)
        for r in register(session, year)
    ]


def test_numbers_run_without_gaps_over_two_courses_in_the_order_of_names(
    session: Session, by: Context, completed: Completed
) -> None:
    first = completed("TH-01", "Vì Văn Bình", "Lò Văn An")
    second = completed("TH-02", "Lò Thị Ên")
    assert issue_certificates(session, by, first, DAY).issued == 2
    assert issue_certificates(session, by, second, DAY).issued == 1
    assert numbers(session) == [
        ("001/GCN-SKHCN", "Lò Văn An", NumberState.ISSUED),
        ("002/GCN-SKHCN", "Vì Văn Bình", NumberState.ISSUED),
        ("003/GCN-SKHCN", "Lò Thị Ên", NumberState.ISSUED),
    ]


def test_nobody_gets_a_second_certificate_of_one_course(
    session: Session, by: Context, completed: Completed
) -> None:
    course = completed("TH-01", "Lò Văn An", "Vì Văn Bình")
    issue_certificates(session, by, course, DAY)
    again = issue_certificates(session, by, course, DAY)
    assert (again.issued, again.already, len(again.pages)) == (0, 2, 2)
    assert len(numbers(session)) == 2


def test_one_person_gets_a_certificate_of_each_course(
    session: Session,
    by: Context,
    make_course: MakeCourse,
    enrolled: Enrolled,
    attends: Callable[..., None],
) -> None:
    person = None
    for code in ("TH-01", "TH-02"):
        course = make_course(session, code, sessions=1)
        entry = enrolled(session, course, person=person)
        person = entry.person_id
        attends(session, course, entry, 1)
        close_course(session, by, course)
        issue_certificates(session, by, find_course(session, code), DAY)
    assert [number for number, _, _ in numbers(session)] == ["001/GCN-SKHCN", "002/GCN-SKHCN"]


def test_a_new_year_of_issue_begins_a_new_book(
    session: Session, by: Context, completed: Completed
) -> None:
    issue_certificates(session, by, completed("TH-01", "Lò Văn An"), date(2026, 12, 31))
    issue_certificates(session, by, completed("TH-02", "Vì Văn Bình"), date(2027, 1, 2))
    assert [n for n, _, _ in numbers(session, 2026)] == ["001/GCN-SKHCN"]
    assert [n for n, _, _ in numbers(session, 2027)] == ["001/GCN-SKHCN"]
    assert register_years(session) == [2027, 2026]


def test_a_voided_number_stays_with_its_reason_and_the_next_issue_takes_a_new_one(
    session: Session, by: Context, completed: Completed
) -> None:
    course = completed("TH-01", "Lò Văn An", "Vì Văn Bình")
    issue_certificates(session, by, course, DAY)
    spoiled = register(session, 2026)[0]
    assert spoiled.id is not None
    void_certificate(session, by, spoiled.id, " in hỏng ")
    assert len(certificate_pages(session, course.id)) == 1
    assert issue_certificates(session, by, course, DAY).issued == 1
    assert numbers(session) == [
        ("001/GCN-SKHCN", "Lò Văn An", NumberState.VOIDED),
        ("002/GCN-SKHCN", "Vì Văn Bình", NumberState.ISSUED),
        ("003/GCN-SKHCN", "Lò Văn An", NumberState.ISSUED),
    ]
    assert register(session, 2026)[0].line.note == "in hỏng"
    fresh = session.get_one(Certificate, register(session, 2026)[2].id)
    assert fresh.replaces_id == spoiled.id
    (voiding,) = session.scalars(select(CertificateVoid))
    assert (voiding.certificate_id, voiding.reason) == (spoiled.id, "in hỏng")
    assert (voiding.operator, voiding.machine) == (by.operator, by.machine)


def test_a_certificate_is_voided_once_and_with_a_reason(
    session: Session, by: Context, completed: Completed, refused: Callable[..., ErrorCode]
) -> None:
    issue_certificates(session, by, completed("TH-01", "Lò Văn An"), DAY)
    certificate = register(session, 2026)[0].id
    assert refused(void_certificate, session, by, certificate, " ") == ErrorCode.BAD_VALUE
    void_certificate(session, by, certificate, "in hỏng")  # type: ignore[arg-type]
    assert refused(void_certificate, session, by, certificate, "nữa") == ErrorCode.BAD_VALUE


def test_what_was_printed_stays_when_name_course_and_issuer_change_afterwards(
    session: Session, by: Context, completed: Completed
) -> None:
    course = completed("TH-01", "Lò Thị Ên")
    before = issue_certificates(session, by, course, DAY).pages
    person = next(iter(register(session, 2026))).line.person
    assert person is not None and person.name == "Lò Thị Ên"
    reopen_course(session, by, course)
    change_course(session, by, course.id, title="Tên khác")
    save_settings(session, by, abbreviation="UBND", team_label="Tổ khác")
    from taphuan.services.enrolments import course_people

    change_person(session, by, course_people(session, course.id)[0].person_id, name="Lò Thị Ến")
    assert tuple(certificate_pages(session, course.id)) == before
    line = register(session, 2026)[0].line
    assert line.person is not None
    assert (line.person.name, line.course_title) == ("Lò Thị Ên", "Kỹ năng số cơ bản")


def test_the_line_under_the_name_tells_team_commune_and_province(
    session: Session, by: Context, completed: Completed
) -> None:
    page = issue_certificates(session, by, completed("TH-01", "Lò Thị Ên"), DAY).pages[0]
    assert page.unit_line == ("Tổ công nghệ số cộng đồng bản Púa, xã Thuận Châu, tỉnh Sơn La")
    assert (page.number, page.issued_on, page.person.name) == ("001/GCN-SKHCN", DAY, "Lò Thị Ên")


def test_an_open_course_and_one_that_nobody_completed_issue_nothing(
    session: Session,
    by: Context,
    make_course: MakeCourse,
    enrolled: Enrolled,
    refused: Callable[..., ErrorCode],
) -> None:
    course = make_course(session)
    enrolled(session, course)
    assert refused(issue_certificates, session, by, course, DAY) == ErrorCode.COURSE_NOT_CLOSED
    close_course(session, by, course)
    closed = find_course(session, "TH-01")
    assert refused(issue_certificates, session, by, closed, DAY) == ErrorCode.NOTHING_TO_ISSUE
    assert numbers(session) == []


def test_a_person_whose_records_were_merged_after_closing_gets_one_certificate(
    session: Session,
    by: Context,
    make_course: MakeCourse,
    enrolled: Enrolled,
    attends: Callable[..., None],
    merge: Callable[[Session, UUID, UUID], None],
) -> None:
    course = make_course(session, sessions=1)
    absent, done = enrolled(session, course, "Lò Thị Ên"), enrolled(session, course, "Lò Thị Ên")
    attends(session, course, done, 1)
    close_course(session, by, course)
    merge(session, done.person_id, absent.person_id)
    report = issue_certificates(session, by, find_course(session, "TH-01"), DAY)
    assert (report.issued, len(report.pages)) == (1, 1)


def test_certificates_of_two_records_both_stay_and_no_third_is_issued(
    session: Session,
    by: Context,
    completed: Completed,
    merge: Callable[[Session, UUID, UUID], None],
) -> None:
    from taphuan.services.enrolments import course_people

    course = completed("TH-01", "Lò Thị Ên", "Lò Thị Ên")
    one, other = (person.person_id for person in course_people(session, course.id))
    issue_certificates(session, by, course, DAY)
    merge(session, other, one)
    assert issue_certificates(session, by, course, DAY).issued == 0
    assert len(numbers(session)) == 2


def test_a_fourth_digit_does_not_break_the_numbers(
    session: Session, by: Context, completed: Completed
) -> None:
    from taphuan.models.certificates import CertificateBook, CertificateNumber

    issue_certificates(session, by, completed("TH-01", "Lò Văn An"), DAY)
    from sqlalchemy import select

    book = session.scalars(select(CertificateBook)).one()
    for number in range(2, 1000):
        session.add(
            CertificateNumber(
                id=by.new_id(), book_id=book.id, number=number, state=NumberState.RESERVED,
                reserved_for="Sở",
            )
        )  # fmt: skip
    session.flush()
    issue_certificates(session, by, completed("TH-02", "Vì Văn Bình"), DAY)
    last = numbers(session)[-2:]
    assert [(number, state) for number, _, state in last] == [
        ("999/GCN-SKHCN", NumberState.RESERVED), ("1000/GCN-SKHCN", NumberState.ISSUED),
    ]  # fmt: skip
