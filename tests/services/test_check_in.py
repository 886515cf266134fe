from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session
from taphuan.models.attendance import Scan
from taphuan.models.context import Context
from taphuan.models.enums import AttendanceStatus, SessionStatus, Verdict
from taphuan.models.errors import ErrorCode
from taphuan.models.people import Card
from taphuan.scanning.codes import grouped, new_code
from taphuan.services.attendance import course_marks, set_status, undo
from taphuan.services.check_in import Answer, check_in
from taphuan.services.closing import close_course
from taphuan.services.courses import CourseRecord, change_session
from taphuan.services.door import DoorState, door_state
from taphuan.services.enrolments import EnrolmentRecord, withdraw
from taphuan.services.people import change_person

ScanIt = Callable[..., Answer]
Enrolled = Callable[..., EnrolmentRecord]
MakeCourse = Callable[..., CourseRecord]
Merge = Callable[[Session, UUID, UUID], None]


@pytest.fixture
def course(session: Session, make_course: MakeCourse) -> CourseRecord:
    return make_course(session)


@pytest.fixture
def ên(session: Session, course: CourseRecord, enrolled: Enrolled) -> EnrolmentRecord:
    return enrolled(session, course, "Lò Thị Ên")


def scans(session: Session) -> list[Scan]:
    return list(session.scalars(select(Scan).order_by(Scan.counter)))


def status(session: Session, course: CourseRecord, who: EnrolmentRecord) -> str | None:
    mark = course_marks(session, course.id).get((who.person_id, course.sessions[0].id))
    return mark.status if mark else None


def door(session: Session, course: CourseRecord) -> DoorState:
    """What the page at the door shows of the first session."""
    return door_state(session, course, course.sessions[0])


def test_who_comes_in_time_is_present(
    session: Session, course: CourseRecord, ên: EnrolmentRecord, scan: ScanIt
) -> None:
    answer = scan(session, course, ên.code, at="07:55")
    assert (answer.verdict, answer.name) == (Verdict.PRESENT, "Lò Thị Ên")
    assert (answer.first_at, answer.minutes_late) == (datetime(2026, 3, 2, 7, 55), None)
    assert answer.person_id == ên.person_id
    assert status(session, course, ên) == AttendanceStatus.PRESENT


@pytest.mark.parametrize(
    ("at", "verdict", "minutes"),
    [
        ("08:00", Verdict.PRESENT, None),
        ("08:15", Verdict.PRESENT, None),
        ("08:15:01", Verdict.LATE, 15),
        ("08:16", Verdict.LATE, 16),
        ("09:30", Verdict.LATE, 90),
    ],
)
def test_who_comes_more_than_15_minutes_after_the_start_is_late(
    session: Session,
    course: CourseRecord,
    ên: EnrolmentRecord,
    scan: ScanIt,
    at: str,
    verdict: Verdict,
    minutes: int | None,
) -> None:
    answer = scan(session, course, ên.code, at=at)
    assert (answer.verdict, answer.minutes_late) == (verdict, minutes)


def test_where_nobody_is_waited_for_half_a_minute_is_late(
    session: Session, by: Context, course: CourseRecord, ên: EnrolmentRecord, scan: ScanIt
) -> None:
    change_session(session, by, course.sessions[0].id, late_after=0)
    answer = scan(session, course, ên.code, at="08:00:30")
    assert (answer.verdict, answer.minutes_late) == (Verdict.LATE, 0)


def test_a_second_scan_is_already_in_since_the_first(
    session: Session, course: CourseRecord, ên: EnrolmentRecord, scan: ScanIt
) -> None:
    scan(session, course, ên.code, at="07:55")
    answer = scan(session, course, ên.code, at="08:40")
    assert answer.verdict == Verdict.ALREADY_IN
    assert answer.first_at == datetime(2026, 3, 2, 7, 55)
    assert status(session, course, ên) == AttendanceStatus.PRESENT


def test_each_session_is_entered_anew(
    session: Session, course: CourseRecord, ên: EnrolmentRecord, scan: ScanIt
) -> None:
    verdicts = [scan(session, course, ên.code, number).verdict for number in (1, 2, 1)]
    assert verdicts == [Verdict.PRESENT, Verdict.PRESENT, Verdict.ALREADY_IN]


def test_a_card_of_somebody_else_s_course_is_not_enrolled(
    session: Session,
    course: CourseRecord,
    make_course: MakeCourse,
    enrolled: Enrolled,
    scan: ScanIt,
) -> None:
    other = enrolled(session, make_course(session, "TH-02"), "Vì Văn Bình")
    answer = scan(session, course, other.code)
    assert (answer.verdict, answer.name) == (Verdict.NOT_ENROLLED, "Vì Văn Bình")
    assert answer.enrolment_id is None


def test_who_withdrew_is_not_enrolled(
    session: Session, by: Context, course: CourseRecord, ên: EnrolmentRecord, scan: ScanIt
) -> None:
    withdraw(session, by, ên.id, "ốm")
    assert scan(session, course, ên.code).verdict == Verdict.NOT_ENROLLED


def test_a_sound_code_that_is_nobodys_is_unknown(
    session: Session, by: Context, course: CourseRecord, scan: ScanIt
) -> None:
    code = new_code(by.random)
    answer = scan(session, course, code)
    assert (answer.verdict, answer.code, answer.name) == (Verdict.UNKNOWN_CODE, code, None)


def test_a_revoked_card_is_unknown(
    session: Session, by: Context, course: CourseRecord, ên: EnrolmentRecord, scan: ScanIt
) -> None:
    session.execute(update(Card).where(Card.code == ên.code).values(revoked_at=by.clock()))
    assert scan(session, course, ên.code).verdict == Verdict.UNKNOWN_CODE


def test_a_code_is_read_as_it_is_printed(
    session: Session, course: CourseRecord, ên: EnrolmentRecord, scan: ScanIt
) -> None:
    assert ên.code is not None
    assert scan(session, course, f" {grouped(ên.code)}\r\n").verdict == Verdict.PRESENT


@pytest.mark.parametrize(
    "payload", ["", "xin chào", "https://zalo.me/abc", "12345678", "Thẻ 1234 5678"]
)
def test_what_is_no_code_is_malformed_and_kept_as_it_came(
    session: Session, course: CourseRecord, scan: ScanIt, payload: str
) -> None:
    assert scan(session, course, payload).verdict == Verdict.MALFORMED
    kept = scans(session)[0]
    assert (kept.payload, kept.payload_length) == (payload or None, len(payload))


@pytest.mark.parametrize(
    "payload",
    [
        "014187001234",
        "014187001234|131234567|Lò Thị Ên|01051987|Nữ|Bản Púa, xã Thuận Châu|02032021",
        "0141 8700 1234",
        "so 123456789 nhe",
        "12345678901234567890",
        "０１４１８７００１２３４",
    ],
)
def test_a_malformed_scan_with_a_run_of_digits_keeps_its_length_only(
    session: Session, course: CourseRecord, scan: ScanIt, payload: str
) -> None:
    answer = scan(session, course, payload)
    assert (answer.verdict, answer.code) == (Verdict.MALFORMED, None)
    kept = scans(session)[0]
    assert (kept.payload, kept.payload_length) == (None, len(payload))
    assert not any(c.isdigit() for c in str(kept.identity_last_four or ""))


def test_a_mistyped_card_code_is_kept_to_be_looked_at(
    session: Session, course: CourseRecord, scan: ScanIt
) -> None:
    answer = scan(session, course, "1234567890123456")
    assert (answer.verdict, answer.code) == (Verdict.MALFORMED, "1234567890123456")


def test_every_scan_is_kept_the_refused_ones_too(
    session: Session, by: Context, course: CourseRecord, ên: EnrolmentRecord, scan: ScanIt
) -> None:
    for payload in (ên.code, ên.code, new_code(by.random), "xin chào"):
        scan(session, course, payload)
    assert [kept.verdict for kept in scans(session)] == [
        Verdict.PRESENT, Verdict.ALREADY_IN, Verdict.UNKNOWN_CODE, Verdict.MALFORMED,
    ]  # fmt: skip
    assert {kept.operator for kept in scans(session)} == {"Lường Thị Kiểm"}
    newest = door(session, course).lines
    assert [line.verdict for line in newest] == [kept.verdict for kept in scans(session)][::-1]


def test_a_scan_delivered_twice_is_answered_twice_and_kept_once(
    session: Session, course: CourseRecord, ên: EnrolmentRecord, scan: ScanIt
) -> None:
    nonce = uuid4()
    first = scan(session, course, ên.code, at="08:20", nonce=nonce)
    again = scan(session, course, ên.code, at="08:25", nonce=nonce)
    assert again == first
    assert len(scans(session)) == 1


def test_a_repeated_delivery_gets_its_first_answer_even_after_an_undo(
    session: Session, by: Context, course: CourseRecord, ên: EnrolmentRecord, scan: ScanIt
) -> None:
    nonce = uuid4()
    first = scan(session, course, ên.code, nonce=nonce)
    undo(session, by, first.scan_id)
    assert scan(session, course, ên.code, at="09:00", nonce=nonce) == first


def test_after_an_undo_the_next_scan_is_present_again(
    session: Session, by: Context, course: CourseRecord, ên: EnrolmentRecord, scan: ScanIt
) -> None:
    first = scan(session, course, ên.code, at="07:50")
    undo(session, by, first.scan_id)
    assert status(session, course, ên) is None
    assert [line.undone for line in door(session, course).lines] == [True]
    again = scan(session, course, ên.code, at="07:58")
    assert (again.verdict, again.first_at) == (Verdict.PRESENT, datetime(2026, 3, 2, 7, 58))
    lines = door(session, course).lines
    assert [line.undone for line in lines] == [False, True]


def test_undoing_the_undo_brings_the_scan_back(
    session: Session, by: Context, course: CourseRecord, ên: EnrolmentRecord, scan: ScanIt
) -> None:
    from taphuan.models.attendance import Correction

    first = scan(session, course, ên.code)
    undo(session, by, first.scan_id)
    void = session.scalars(select(Correction.id)).one()
    undo(session, by, void)
    assert status(session, course, ên) == AttendanceStatus.PRESENT
    assert [line.undone for line in door(session, course).lines] == [False]
    assert scan(session, course, ên.code).verdict == Verdict.ALREADY_IN


def test_a_refused_scan_has_nothing_to_undo(
    session: Session,
    by: Context,
    course: CourseRecord,
    scan: ScanIt,
    refused: Callable[..., ErrorCode],
) -> None:
    answer = scan(session, course, "xin chào")
    assert refused(undo, session, by, answer.scan_id) == ErrorCode.BAD_VALUE
    assert refused(undo, session, by, uuid4()) == ErrorCode.BAD_VALUE


def test_a_clock_that_is_set_back_does_not_reorder_the_facts(
    session: Session,
    by: Context,
    clock: Any,
    course: CourseRecord,
    ên: EnrolmentRecord,
    scan: ScanIt,
) -> None:
    first = scan(session, course, ên.code, at="07:55")
    set_status(session, by, ên.id, course.sessions[0].id, AttendanceStatus.EXCUSED, "ốm")
    clock.move(hours=-3)
    set_status(session, by, ên.id, course.sessions[0].id, AttendanceStatus.ABSENT, "nhầm")
    assert status(session, course, ên) == AttendanceStatus.ABSENT
    second = scan(session, course, ên.code, at="04:55")
    assert status(session, course, ên) == AttendanceStatus.PRESENT
    one, other = scans(session)
    assert (one.id, other.id) == (first.scan_id, second.scan_id)
    assert one.written <= other.written and one.happened > other.happened
    newest_first = [line.scan_id for line in door(session, course).lines]
    assert newest_first == [second.scan_id, first.scan_id]


def test_two_enrolments_of_a_merged_person_are_one_at_the_door(
    session: Session,
    course: CourseRecord,
    ên: EnrolmentRecord,
    enrolled: Enrolled,
    scan: ScanIt,
    merge: Merge,
) -> None:
    double = enrolled(session, course, "Lò Thị Ên")
    scan(session, course, double.code)
    merge(session, double.person_id, ên.person_id)
    again = scan(session, course, ên.code)
    assert again.verdict == Verdict.ALREADY_IN
    other_card = scan(session, course, double.code, number=2)
    assert (other_card.verdict, other_card.person_id) == (Verdict.PRESENT, ên.person_id)
    state = door(session, course)
    assert (len(state.people), list(state.marks.values())) == (1, [AttendanceStatus.PRESENT])


def test_the_better_of_two_marks_of_a_merged_person_counts(
    session: Session,
    course: CourseRecord,
    ên: EnrolmentRecord,
    enrolled: Enrolled,
    scan: ScanIt,
    merge: Merge,
) -> None:
    double = enrolled(session, course, "Lò Thị Ên")
    scan(session, course, ên.code, at="08:40")
    scan(session, course, double.code, at="08:00")
    merge(session, double.person_id, ên.person_id)
    assert status(session, course, ên) == AttendanceStatus.PRESENT
    state = door(session, course)
    assert (len(state.people), list(state.marks.values())) == (1, [AttendanceStatus.PRESENT])


def test_the_door_counts_people_not_scans(
    session: Session, by: Context, course: CourseRecord, enrolled: Enrolled, scan: ScanIt
) -> None:
    people = [
        enrolled(session, course, f"Lò Văn {name}") for name in ("An", "Bình", "Chung", "Dũng")
    ]
    for person, at in zip(people, ("07:50", "08:30", "07:55", "08:00"), strict=True):
        scan(session, course, person.code, at=at)
        scan(session, course, person.code, at="08:50")
    withdraw(session, by, people[3].id, "về sớm")
    state = door(session, course)
    found = [state.marks[person.person_id].value for person in state.people]
    assert found == ["present", "late", "present"]


def test_a_closed_course_and_an_unknown_session_take_no_scans(
    session: Session,
    by: Context,
    course: CourseRecord,
    ên: EnrolmentRecord,
    scan: ScanIt,
    refused: Callable[..., ErrorCode],
) -> None:
    code = refused(check_in, session, by, uuid4(), ên.code, uuid4())
    assert code == ErrorCode.UNKNOWN_SESSION
    close_course(session, by, course)
    assert refused(scan, session, course, ên.code) == ErrorCode.COURSE_CLOSED
    assert scans(session) == []


def test_the_time_of_a_scan_is_now_in_vietnam_unless_told(
    session: Session, by: Context, course: CourseRecord, ên: EnrolmentRecord
) -> None:
    answer = check_in(session, by, course.sessions[0].id, ên.code or "", uuid4())
    assert answer.first_at is not None
    assert f"{answer.first_at:%Y-%m-%d %H:%M}" == "2026-03-02 07:30"


def test_the_answer_names_the_person_as_they_are_called_today(
    session: Session, by: Context, course: CourseRecord, ên: EnrolmentRecord, scan: ScanIt
) -> None:
    change_person(session, by, ên.person_id, name="Lò Thị Ến")
    assert scan(session, course, ên.code).name == "Lò Thị Ến"


def test_a_status_set_by_hand_makes_the_next_scan_already_in(
    session: Session, by: Context, course: CourseRecord, ên: EnrolmentRecord, scan: ScanIt
) -> None:
    set_status(session, by, ên.id, course.sessions[0].id, AttendanceStatus.PRESENT, "quên thẻ")
    answer = scan(session, course, ên.code)
    assert (answer.verdict, answer.first_at) == (Verdict.ALREADY_IN, None)


def test_a_postponed_session_is_entered_on_its_new_day(
    session: Session, by: Context, course: CourseRecord, ên: EnrolmentRecord
) -> None:
    new_day = datetime(2026, 3, 12, 8)
    first = course.sessions[0].id
    change_session(
        session, by, first, starts=new_day, ends=new_day.replace(hour=11),
        status=SessionStatus.POSTPONED,
    )  # fmt: skip
    answer = check_in(session, by, first, ên.code or "", uuid4(), new_day)
    assert answer.verdict == Verdict.PRESENT
