from collections.abc import Callable
from datetime import date
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from taphuan.models.context import Context
from taphuan.models.enums import Gender
from taphuan.models.errors import ErrorCode
from taphuan.models.people import Person
from taphuan.scanning.codes import is_valid
from taphuan.services.cards import card_codes, issue_card
from taphuan.services.identity import person_of_number
from taphuan.services.people import (
    NewPerson,
    PersonRecord,
    add_person,
    change_person,
    get_person,
    person_records,
)
from taphuan.services.search import all_matches, first_page

NUMBER = "014187001234"
MakePerson = Callable[..., UUID]


def names(session: Session, typed: str) -> list[str]:
    return [person.name for person in person_records(session, first_page(session, typed))]


def record(session: Session, person: UUID, reveal: bool = False) -> PersonRecord:
    return person_records(session, [get_person(session, person).seq], reveal)[0]


def test_a_person_is_shown_with_place_ethnic_group_and_card(
    session: Session, make_person: MakePerson
) -> None:
    ên = make_person(
        session,
        " Lò  Thị Ên ",
        hamlet="Bản Púa",
        gender=Gender.FEMALE,
        birth_date=date(1987, 5, 1),
        ethnic_key="thai",
        phone="0912345678",
    )
    shown = record(session, ên)
    assert shown.name == "Lò Thị Ên"
    assert (shown.hamlet, shown.commune, shown.commune_code) == ("Bản Púa", "Thuận Châu", "03721")
    assert (shown.gender, shown.ethnic, shown.birth_year) == ("Nữ", "Thái", 1987)
    assert shown.code is not None and is_valid(shown.code)


def test_a_name_of_spaces_is_refused(
    session: Session, by: Context, refused: Callable[..., ErrorCode]
) -> None:
    assert refused(add_person, session, by, NewPerson(name=" \u00a0 ")) == ErrorCode.BAD_VALUE


@pytest.mark.parametrize(
    "typed",
    ["lo thi en", "Lò Thị Ên", "en lo", "ên", "e", "THI LO", "lo t", "pua", "0912", "0912345678"],
)
def test_a_person_is_found_as_one_types(
    session: Session, make_person: MakePerson, typed: str
) -> None:
    make_person(session, "Lò Thị Ên", note="bản Púa, con ông Ín", phone="0912345678")
    make_person(session, "Quàng Văn Bình", phone="0388123456")
    assert names(session, typed) == ["Lò Thị Ên"]
    matches = list(all_matches(session, typed))
    assert [p.name for p in person_records(session, matches)] == ["Lò Thị Ên"]


@pytest.mark.parametrize("typed", ["lothien", "lo thi enn", "9123", "09123456789", "vi"])
def test_what_nobody_has_finds_nobody(
    session: Session, make_person: MakePerson, typed: str
) -> None:
    make_person(session, "Lò Thị Ên", phone="0912345678")
    assert names(session, typed) == []


@pytest.mark.parametrize("typed", ["", "  ", "…", '"', "*", "NEAR(", "a AND", "'; --"])
def test_no_text_typed_breaks_search(session: Session, make_person: MakePerson, typed: str) -> None:
    make_person(session, "Lò Thị Ên")
    assert names(session, typed) in (["Lò Thị Ên"], [])


def test_everybody_is_listed_by_given_name(session: Session, make_person: MakePerson) -> None:
    expected = ["Lò Văn An", "Cà Thị Ánh", "Lò Thị Ánh", "Vì Văn Bình", "Lò Văn Đức", "Lò Thị Ên"]
    for name in (expected[n] for n in (3, 5, 0, 2, 4, 1)):
        make_person(session, name)
    assert names(session, "") == expected
    assert [p.name for p in person_records(session, list(all_matches(session, "")))] == expected
    assert names(session, "lo") == ["Lò Văn An", "Lò Thị Ánh", "Lò Văn Đức", "Lò Thị Ên"]


def test_a_sort_name_moves_the_person_but_not_the_name(
    session: Session, by: Context, make_person: MakePerson
) -> None:
    make_person(session, "Lò Văn Bình")
    clan_last = make_person(session, "H'Anh Niê")
    assert names(session, "") == ["Lò Văn Bình", "H'Anh Niê"]
    change_person(session, by, clan_last, sort_name="Niê H'Anh")
    assert names(session, "") == ["Lò Văn Bình", "H'Anh Niê"]
    change_person(session, by, clan_last, sort_name="Niê Anh")
    assert names(session, "") == ["H'Anh Niê", "Lò Văn Bình"]
    assert names(session, "anh") == ["H'Anh Niê"]


def test_namesakes_are_all_found(session: Session, make_person: MakePerson) -> None:
    people = {make_person(session, "Lò Thị Ên") for _ in range(30)}
    found = person_records(session, first_page(session, "lo thi en"))
    assert {person.id for person in found} == people


def test_digits_find_by_card_by_phone_and_by_the_last_four_of_the_identity_number(
    session: Session, make_person: MakePerson
) -> None:
    ên = make_person(session, "Lò Thị Ên", identity_number=NUMBER)
    make_person(session, "Vì Văn Bình", phone="0123400000")
    code = card_codes(session, [ên])[ên]
    assert names(session, code) == ["Lò Thị Ên"]
    assert names(session, "1234") == ["Lò Thị Ên"]
    assert names(session, "01234") == ["Vì Văn Bình"]


def test_a_card_code_is_found_as_it_is_printed_and_a_phone_with_its_spaces(
    session: Session, make_person: MakePerson
) -> None:
    ên = make_person(session, "Lò Thị Ên", phone="0912345678")
    code = card_codes(session, [ên])[ên]
    assert names(session, " ".join(code[n : n + 4] for n in (0, 4, 8, 12))) == ["Lò Thị Ên"]
    assert names(session, "0912 345 678") == ["Lò Thị Ên"]
    assert names(session, "0912.345") == ["Lò Thị Ên"]


def test_an_identity_number_is_masked_unless_asked_for_and_matched_whole(
    session: Session, make_person: MakePerson
) -> None:
    ên = make_person(session, "Lò Thị Ên", identity_number=NUMBER)
    assert record(session, ên).identity == "••••••••1234"
    assert record(session, ên, reveal=True).identity == NUMBER
    assert person_of_number(session, NUMBER) == ên
    assert person_of_number(session, NUMBER[:-1] + "5") is None


def test_a_corrected_name_is_found_and_sorted_anew(
    session: Session, by: Context, make_person: MakePerson
) -> None:
    make_person(session, "Vì Văn Bình")
    person = make_person(session, "Lò Thị Ên")
    change_person(session, by, person, name="Lò Thị  Ánh", phone="0988000111")
    assert names(session, "") == ["Lò Thị Ánh", "Vì Văn Bình"]
    assert names(session, "en") == []
    assert names(session, "anh") == names(session, "0988") == ["Lò Thị Ánh"]


def test_a_corrected_birthday_corrects_the_year(
    session: Session, by: Context, make_person: MakePerson
) -> None:
    person = make_person(session, birth_year=1986)
    change_person(session, by, person, birth_date=date(1987, 5, 1))
    assert record(session, person).birth_year == 1987


def test_a_name_cannot_be_taken_away(
    session: Session, by: Context, make_person: MakePerson, refused: Callable[..., ErrorCode]
) -> None:
    person = make_person(session)
    assert refused(change_person, session, by, person, name=" ") == ErrorCode.BAD_VALUE


def test_nobody_is_found_under_an_id_that_nobody_has(
    session: Session, refused: Callable[..., ErrorCode]
) -> None:
    assert refused(get_person, session, uuid4()) == ErrorCode.UNKNOWN_PERSON


def test_a_merged_record_is_no_longer_listed(
    session: Session,
    make_person: MakePerson,
    merge: Callable[[Session, UUID, UUID], None],
) -> None:
    one, other = make_person(session, "Lò Thị Ên"), make_person(session, "Lò Thị Ên")
    merge(session, other, one)
    for typed in ("", "en"):
        assert [p.id for p in person_records(session, first_page(session, typed))] == [one]


def test_of_several_cards_the_newest_that_is_valid_is_shown(
    session: Session, by: Context, make_person: MakePerson
) -> None:
    person = make_person(session)
    newer = issue_card(session, by, person)
    session.flush()
    assert card_codes(session, [person]) == {person: newer}


def test_a_blank_card_belongs_to_nobody(session: Session, by: Context) -> None:
    code = issue_card(session, by, None)
    session.flush()
    assert is_valid(code)
    assert names(session, code) == []


def test_more_people_are_read_at_once_than_a_query_takes_values(
    session: Session, make_person: MakePerson
) -> None:
    person = make_person(session)
    seq = session.scalars(select(Person.seq).where(Person.id == person)).one()
    many = [*range(10_000_000, 10_040_000), seq]
    assert [p.id for p in person_records(session, many)] == [person]
