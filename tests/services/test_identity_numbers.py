"""An identity number stands in full in one table only (definitions.md), whatever was done."""

import logging
from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from taphuan.db.database import Database
from taphuan.importing.plan import ImportPlan
from taphuan.models.context import Context
from taphuan.services.check_in import check_in
from taphuan.services.courses import CourseRecord
from taphuan.services.identity import masked, number_hash, person_of_number
from taphuan.services.lists.bringing import bring_in
from taphuan.services.lists.choices import ListChoices
from taphuan.services.people import NewPerson, add_person

HELD_NUMBER, NUMBER, OLD_NUMBER = "014190005678", "014187001234", "051234567"
DAMAGED = "0141870099"
HEAD = "Họ và tên;Năm sinh;Số CCCD;Điện thoại;Bản;Xã;Ghi chú"
LINES = (
    f"Lò Thị Ên;1987;{NUMBER};0912345678;Bản Púa;Thuận Châu;",
    f"Vì Văn Bình;1990;{HELD_NUMBER};;Bản Púa;Xã Không Có;",
    f"Cà Văn Chung;1970;{OLD_NUMBER};;Bản Púa;Thuận Châu;",
    f"Lò Văn Dũng;1975;{NUMBER};;Bản Púa;Thuận Châu;",
    f"Lò Văn Én;1976;{DAMAGED};;Bản Púa;Thuận Châu;",
)


@pytest.fixture
def course(database: Database, make_course: Callable[..., CourseRecord]) -> CourseRecord:
    return database.write(lambda session: make_course(session))


def test_a_number_stands_nowhere_but_in_its_table(
    database: Database,
    by: Context,
    course: CourseRecord,
    read_list: Callable[..., ImportPlan],
    stored: Callable[..., dict[str, str]],
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    plan = read_list(HEAD, *LINES)
    database.write(lambda session: bring_in(session, by, [plan], ListChoices(course.code)))
    door, now = course.sessions[0].id, datetime(2026, 3, 2, 8)
    for payload in (NUMBER, f"{HELD_NUMBER}|{OLD_NUMBER}|Lò Thị Ên|01011987|Nữ|Bản Púa|02032021"):
        database.write(lambda s, p=payload: check_in(s, by, door, p, uuid4(), now))
    tables = stored(database.path)
    own_table = tables.pop("identity_number")
    for number in (NUMBER, HELD_NUMBER, OLD_NUMBER):
        assert number in own_table
    for number in (NUMBER, HELD_NUMBER, OLD_NUMBER, DAMAGED):
        assert [name for name, content in tables.items() if number in content] == []
        assert number not in caplog.text


def test_a_failed_statement_does_not_tell_the_number(database: Database, by: Context) -> None:
    nobody = UUID(int=0)
    new = NewPerson(name="Lò Thị Ên", identity_number=NUMBER, unit_id=nobody)
    wrong: Any = {"id": nobody.bytes, "number": NUMBER}
    with pytest.raises(IntegrityError) as first:
        database.write(lambda session: add_person(session, by, new))
    with pytest.raises(IntegrityError) as second:
        database.write(
            lambda session: session.execute(
                text("INSERT INTO identity_number (id, number) VALUES (:id, :number)"), wrong
            )
        )
    for failure in (first, second):
        assert NUMBER not in str(failure.value)
        assert "Ên" not in str(failure.value)


def test_a_number_is_matched_by_a_hash_that_another_file_cannot_make(
    session: Session, by: Context, make_person: Callable[..., UUID]
) -> None:
    ên = make_person(session, identity_number=NUMBER)
    assert person_of_number(session, NUMBER) == ên
    here = number_hash(session, NUMBER)
    session.execute(text("UPDATE setting SET value = '00' WHERE key = 'secret'"))
    session.info.clear()  # another file is another session
    assert number_hash(session, NUMBER) != here
    assert person_of_number(session, NUMBER) is None


def test_a_number_of_a_merged_record_leads_to_the_person_it_is_read_as(
    session: Session,
    make_person: Callable[..., UUID],
    merge: Callable[[Session, UUID, UUID], None],
) -> None:
    one, other = make_person(session), make_person(session, identity_number=NUMBER)
    merge(session, other, one)
    assert person_of_number(session, NUMBER) == one


def test_a_number_is_shown_by_its_last_four_digits() -> None:
    assert masked("1234") == "••••••••1234"
