from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session
from taphuan.models.context import Context
from taphuan.models.enums import Gender
from taphuan.models.errors import ErrorCode
from taphuan.models.program import AuditEntry
from taphuan.services.commune_choices import commune_choices
from taphuan.services.people import get_person, person_records
from taphuan.services.people_lines import PeopleLines, people_found
from taphuan.services.person_details import (
    PersonDetails,
    add_details,
    change_details,
    person_details,
    show_number,
)
from taphuan.services.places import commune_by_code
from taphuan.services.search import all_matches

MakePerson = Callable[..., UUID]
DAY = date(2026, 3, 2)
NUMBER, OTHER = "014187001234", "014187005678"


def somebody(session: Session) -> PersonDetails:
    return PersonDetails(
        name="Lò Thị Ên",
        gender=Gender.FEMALE,
        birth_date=date(1987, 3, 5),
        birth_year=1987,
        phone="0912345678",
        identity_number=NUMBER,
        unit_id=commune_by_code(session, "03727", DAY).id,
        hamlet="Bản Púa",
        note="con ông Ín",
    )


def people(session: Session) -> int:
    return len(all_matches(session, ""))


def test_somebody_entered_reads_back_as_entered(session: Session, by: Context) -> None:
    details = somebody(session)
    saved = add_details(session, by, details)
    shown = replace(details, identity_number=None, commune="Mường É")
    assert person_details(session, saved.person_id) == shown
    assert show_number(session, by, saved.person_id) == NUMBER


def test_a_number_that_somebody_bears_enters_nobody(session: Session, by: Context) -> None:
    first = add_details(session, by, somebody(session))
    again = add_details(session, by, replace(somebody(session), name="Lò Thị Én"))
    assert (again.held_by, again.person_id) == ("Lò Thị Ên", first.person_id)
    assert people(session) == 1


def test_a_changed_place_and_name_are_found_anew(session: Session, by: Context) -> None:
    person = add_details(session, by, somebody(session)).person_id
    changed = replace(
        person_details(session, person),
        name="Lò Thị Ín",
        birth_date=None,
        birth_year=1988,
        unit_id=commune_by_code(session, "03724", DAY).id,
        hamlet="Bản Nhộp",
    )
    change_details(session, by, person, changed)
    (found,) = person_records(session, all_matches(session, "lo thi in").tolist())
    assert (found.commune, found.hamlet) == ("Bình Thuận", "Bản Nhộp")
    assert (found.birth_date, found.birth_year) == (None, 1988)


def test_a_number_typed_anew_takes_the_old_ones_place(session: Session, by: Context) -> None:
    person = add_details(session, by, somebody(session)).person_id
    change_details(session, by, person, replace(somebody(session), identity_number=OTHER))
    assert show_number(session, by, person) == OTHER
    change_details(session, by, person, replace(somebody(session), identity_number=None))
    assert show_number(session, by, person) == OTHER


def test_a_change_to_somebody_elses_number_changes_nothing(session: Session, by: Context) -> None:
    add_details(session, by, somebody(session))
    other = add_details(session, by, PersonDetails(name="Vì Văn Bình")).person_id
    refused = change_details(
        session, by, other, PersonDetails(name="Vì Văn Ba", identity_number=NUMBER)
    )
    assert refused.held_by == "Lò Thị Ên"
    assert get_person(session, other).name == "Vì Văn Bình"


def test_who_looked_at_a_number_is_recorded_without_the_number(
    session: Session, by: Context
) -> None:
    person = add_details(session, by, somebody(session)).person_id
    show_number(session, by, person)
    entry = session.scalars(select(AuditEntry)).one()
    assert (entry.action, entry.subject) == ("identity_shown", str(person))
    assert entry.operator == "Lường Thị Kiểm" and NUMBER not in str(vars(entry))


def test_where_no_number_is_known_nothing_is_shown_or_recorded(
    session: Session, by: Context, make_person: MakePerson
) -> None:
    assert show_number(session, by, make_person(session)) == ""
    assert session.scalars(select(AuditEntry)).all() == []


def test_communes_to_choose_begin_with_our_province(session: Session) -> None:
    choices = commune_choices(session, DAY)
    assert len(choices) == 3321
    ours = [choice for choice in choices if not choice.province]
    assert ours == list(choices[: len(ours)]) and len(ours) == 75
    assert next(c.title for c in ours if c.code == "03727") == "xã Mường É"
    others = {choice.title for choice in choices[len(ours) :]}
    assert "phường Ba Đình, thành phố Hà Nội" in others


def test_the_lines_of_a_file_are_those_the_search_finds_whatever_the_block(
    session: Session, make_person: MakePerson
) -> None:
    for name in ("Ánh", "Bình", "Chung", "Dung", "Én", "Giang", "Hoa", "Ín"):
        make_person(session, f"Lò Thị {name}", hamlet="Bản Púa")
    make_person(session, "Vì Văn Bình")
    session.commit()
    seqs = all_matches(session, "lo thi")
    lines = PeopleLines(session, seqs, block=3)
    assert list(lines) == list(people_found(session, "lo thi"))
    assert [person.line.name for person in lines[6:]] == ["Lò Thị Hoa", "Lò Thị Ín"]
    assert len(lines) == 8 and lines[7].line.hamlet == "Bản Púa"


def test_a_search_that_finds_nobody_makes_no_file(
    session: Session, refused: Callable[..., ErrorCode]
) -> None:
    assert refused(people_found, session, "không có ai") is ErrorCode.NOTHING_TO_EXPORT
