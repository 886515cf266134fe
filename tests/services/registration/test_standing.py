"""Who has sent, who is late, short or over; and what they are told."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy.orm import Session
from taphuan.models.context import Context
from taphuan.models.courses import Enrolment
from taphuan.models.enums import ImportKind, ImportRowState, Origin
from taphuan.models.imports import ImportBatch, ImportRow
from taphuan.services.courses import CourseRecord
from taphuan.services.enrolments import EnrolmentPlace, EnrolmentRecord, enrol, withdraw
from taphuan.services.facts import stamp
from taphuan.services.overview import MissingKind, overview
from taphuan.services.registration.asked import Wish, ask, change
from taphuan.services.registration.reminder import reminder, reminder_for_all
from taphuan.services.registration.standing import FormLine, FormState, course_forms
from taphuan.services.settings import load_settings, save_settings

TODAY = date(2026, 3, 2)
Enrolled = Callable[..., EnrolmentRecord]


def lines(session: Session, course: CourseRecord, today: date = TODAY) -> dict[str, FormLine]:
    return {line.commune_code: line for line in course_forms(session, course.id, today)}


def batch(session: Session, by: Context, course: CourseRecord, unit: UUID) -> UUID:
    fields = stamp(session, by).fields()
    made = ImportBatch(
        **fields, kind=ImportKind.PEOPLE, file_name="ds.xlsx", sha256="0", course_id=course.id,
        unit_id=unit, mapping="{}", read=1, added=0, matched=0, held=1,
    )  # fmt: skip
    session.add(made)
    session.flush()
    identifier = by.new_id()
    session.add(
        ImportRow(id=identifier, batch_id=made.id, sheet="1", row=2, state=ImportRowState.HELD)
    )
    session.flush()
    return made.id


def test_the_state_follows_what_came_and_the_deadline(
    session: Session, asked: CourseRecord, enrolled: Enrolled
) -> None:
    assert {line.state for line in lines(session, asked).values()} == {FormState.LATE}
    in_time = lines(session, asked, date(2026, 2, 27))
    assert {line.state for line in in_time.values()} == {FormState.NOT_SENT}
    states = []
    for name in ("Lò Thị Ên", "Cà Văn Nga", "Vì Văn Ước"):
        enrolled(session, asked, name)
        states.append(lines(session, asked)["03721"].state)
    assert states == [FormState.SHORT, FormState.SENT, FormState.OVER]
    line = lines(session, asked)["03721"]
    assert (line.received, line.missing, line.first_sent) == (3, -1, date(2026, 3, 2))
    assert lines(session, asked)["03727"].days_over == 3


def test_what_needs_somebody_comes_first_then_the_order_of_names(
    session: Session, by: Context, asked: CourseRecord, enrolled: Enrolled, unit: Any
) -> None:
    ask(session, by, asked.id, [Wish(unit("03754"), 5, date(2026, 3, 9)), Wish(unit("03757"), 1)])
    change(session, by, [lines(session, asked)["03781"].form_id], deadline=date(2026, 2, 20))
    enrolled(session, asked, "Lò Thị Ên", "03757")
    enrolled(session, asked, "Cà Văn Nga", "03727")
    found = course_forms(session, asked.id, TODAY)
    assert [(line.commune, line.state.value) for line in found] == [
        ("Co Mạ", "late"), ("Thuận Châu", "late"), ("Mường É", "short"), ("Chiềng La", "not_sent"),
        ("Mường Khiêng", "sent"),
    ]  # fmt: skip


def test_who_only_came_to_the_door_was_not_registered(
    session: Session, by: Context, asked: CourseRecord, make_person: Any, unit: Any
) -> None:
    person = make_person(session)
    place = EnrolmentPlace(unit("03721"))
    enrol(session, by, asked.id, person, place, Origin.WALK_IN)
    line = lines(session, asked)["03721"]
    assert (line.received, line.state) == (0, FormState.LATE)


def test_who_withdrew_no_longer_fills_the_quota(
    session: Session, by: Context, asked: CourseRecord, enrolled: Enrolled
) -> None:
    enrolled(session, asked, "Cà Văn Nga")
    gone = enrolled(session, asked, "Lò Thị Ên")
    withdraw(session, by, gone.id, "chuyển công tác")
    assert lines(session, asked)["03721"].missing == 1


def test_two_records_of_one_person_fill_one_place(
    session: Session, asked: CourseRecord, enrolled: Enrolled
) -> None:
    from taphuan.models.people import Person

    first, second = enrolled(session, asked), enrolled(session, asked, "Lò Thị Ên")
    row = session.query(Person).filter(Person.id == second.person_id).one()
    row.canonical_id, row.listed = first.person_id, False
    session.flush()
    assert lines(session, asked)["03721"].received == 1


def test_a_list_whose_rows_all_wait_has_been_sent(
    session: Session, by: Context, asked: CourseRecord, unit: Any
) -> None:
    made = batch(session, by, asked, unit("03721"))
    line = lines(session, asked)["03721"]
    assert (line.state, line.received, line.held) == (FormState.SHORT, 0, 1)
    session.query(ImportBatch).filter(ImportBatch.id == made).one().undone_at = by.clock()
    session.flush()
    assert lines(session, asked)["03721"].state is FormState.LATE


def test_the_day_of_sending_stays_when_an_enrolment_changes(
    session: Session, asked: CourseRecord, enrolled: Enrolled, clock: Any
) -> None:
    entry = enrolled(session, asked)
    clock.move(days=5)
    session.query(Enrolment).filter(Enrolment.id == entry.id).one().changed_at = clock()
    session.flush()
    assert lines(session, asked)["03721"].first_sent == date(2026, 3, 2)


@pytest.fixture
def settings(session: Session, by: Context) -> Any:
    return save_settings(session, by, contact="bà Lường Thị Hà, 0912 345 678")


def test_a_late_commune_is_reminded_of_everything_it_needs_to_know(
    session: Session, asked: CourseRecord, settings: Any
) -> None:
    text = reminder(asked, lines(session, asked)["03721"], settings)
    assert text == (
        "Kính gửi: UBND xã Thuận Châu,\n"
        "Chúng tôi đang lập danh sách học viên khóa tập huấn “Kỹ năng số cơ bản” (TH-01), từ ngày"
        " 02/03/2026 đến ngày 06/03/2026, tại Nhà văn hóa bản Púa. Chỉ tiêu của xã Thuận Châu là 2"
        " người; hạn gửi danh sách là ngày 27/02/2026 (đã quá hạn 3 ngày).\n"
        "Đến nay chúng tôi chưa nhận được danh sách của xã Thuận Châu. Kính đề nghị UBND xã Thuận"
        " Châu gửi danh sách theo phiếu đăng ký kèm theo trong thời gian sớm nhất.\n"
        "Mọi chi tiết xin liên hệ: bà Lường Thị Hà, 0912 345 678.\n"
        "Trân trọng cảm ơn!\n"
        "SỞ KHOA HỌC VÀ CÔNG NGHỆ"
    )


def test_a_commune_that_is_short_or_over_is_told_by_how_many(
    session: Session, asked: CourseRecord, enrolled: Enrolled, settings: Any
) -> None:
    enrolled(session, asked, "Cà Văn Nga", "03727")
    for name in ("Lò Thị Ên", "Cà Văn Inh", "Vì Văn Ước"):
        enrolled(session, asked, name)
    found = lines(session, asked, date(2026, 2, 26))
    short = reminder(asked, found["03727"], settings)
    assert "đã nhận được 1 người, còn thiếu 1 người so với chỉ tiêu." in short
    assert "bổ sung danh sách trước hết ngày 27/02/2026." in short
    over = reminder(asked, found["03721"], settings)
    assert "đã nhận được 3 người, vượt 1 người so với chỉ tiêu." in over


def test_one_message_for_several_names_each(
    session: Session, asked: CourseRecord, enrolled: Enrolled
) -> None:
    enrolled(session, asked, "Cà Văn Nga", "03727")
    due = [line for line in course_forms(session, asked.id, TODAY) if line.needs_somebody]
    text = reminder_for_all(asked, due, load_settings(session), TODAY)
    assert text.startswith("Kính gửi: UBND các xã, phường,\n")
    assert (
        "- Xã Co Mạ: chưa gửi (chỉ tiêu 2 người), quá hạn 3 ngày;\n"
        "- Xã Thuận Châu: chưa gửi (chỉ tiêu 2 người), quá hạn 3 ngày;\n"
        "- Xã Mường É: đã gửi 1/2 người, còn thiếu 1 người."
    ) in text
    assert "liên hệ" not in text


def test_the_first_page_counts_communes_that_sent_nothing_while_the_course_is_not_over(
    session: Session, by: Context, asked: CourseRecord, enrolled: Enrolled, unit: Any
) -> None:
    def counted(now: datetime) -> list[tuple[int, str | None]]:
        kinds = overview(session, now).missing
        return [(m.count, m.course_code) for m in kinds if m.kind is MissingKind.NO_LIST]

    before, after = datetime(2026, 2, 28, 8), datetime(2026, 3, 7, 8)
    assert counted(before) == [(3, "TH-01")]
    enrolled(session, asked, "Lò Thị Ên")
    batch(session, by, asked, unit("03727"))
    assert counted(before) == [(1, "TH-01")]
    assert counted(after) == []
