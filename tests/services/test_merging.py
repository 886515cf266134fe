from collections.abc import Callable
from datetime import date
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session
from taphuan.models.base import Base
from taphuan.models.context import Context
from taphuan.models.enums import Gender
from taphuan.models.errors import ErrorCode
from taphuan.models.people import Person, PersonRedirect
from taphuan.models.places import Household
from taphuan.services.comparison import PersonField
from taphuan.services.distinct import are_distinct, mark_distinct
from taphuan.services.facts import changed
from taphuan.services.identity import person_of_number
from taphuan.services.integrity import check_derived
from taphuan.services.merging import Side, joined_notes, unmerge
from taphuan.services.merging import merge as merge_people
from taphuan.services.people import change_person, get_person, person_records
from taphuan.services.search import first_page

MakePerson = Callable[..., UUID]
Refused = Callable[..., ErrorCode]
NUMBER, OTHER, OLD = "014187001234", "014187009876", "050123456"


@pytest.fixture
def pair(session: Session, make_person: MakePerson) -> tuple[UUID, UUID]:
    """Two records of one woman: the first knows her birthday, the second her phone."""
    return (
        make_person(
            session,
            "Lò Thị Ên",
            hamlet="Bản Púa",
            gender=Gender.FEMALE,
            birth_date=date(1987, 5, 1),
            note="con ông Ín",
        ),
        make_person(
            session,
            "Lò Ên",
            hamlet="Bản Bó",
            birth_year=1987,
            phone="0912345678",
            note="y tế bản",
        ),
    )


def tables(session: Session) -> dict[str, list[str]]:
    """Every row of every table but the redirects themselves."""
    session.flush()
    names = [t.name for t in Base.metadata.sorted_tables if t.name != "person_redirect"]
    return {
        name: sorted(map(repr, session.execute(text(f'SELECT * FROM "{name}"')))) for name in names
    }


def names(session: Session, typed: str) -> list[str]:
    return [person.name for person in person_records(session, first_page(session, typed))]


def sound(session: Session) -> bool:
    return check_derived(session).problems == ()


def test_what_the_kept_record_does_not_know_comes_from_the_other(
    session: Session, by: Context, pair: tuple[UUID, UUID]
) -> None:
    keep, other = pair
    merge_people(session, by, keep, other)
    person = get_person(session, keep)
    assert (person.name, person.phone) == ("Lò Thị Ên", "0912345678")
    assert (person.birth_date, person.gender) == (date(1987, 5, 1), Gender.FEMALE)
    assert person.note == "con ông Ín; y tế bản"
    assert get_person(session, other).canonical_id == keep
    assert sound(session)


def test_fields_are_taken_from_the_side_that_was_chosen(
    session: Session, by: Context, pair: tuple[UUID, UUID]
) -> None:
    keep, other = pair
    sides = {
        PersonField.NAME: Side.OTHER,
        PersonField.BIRTH: Side.OTHER,
        PersonField.PLACE: Side.OTHER,
        PersonField.PHONE: Side.KEPT,
        PersonField.NOTE: Side.KEPT,
    }
    merge_people(session, by, keep, other, sides)
    shown = person_records(session, first_page(session, "en"))
    assert [(p.name, p.hamlet, p.birth_date, p.birth_year) for p in shown] == [
        ("Lò Ên", "Bản Bó", None, 1987)
    ]
    assert (shown[0].phone, shown[0].note) == (None, "con ông Ín")
    assert sound(session)


def test_a_whole_birthday_is_better_than_its_year_from_either_side(
    session: Session, by: Context, pair: tuple[UUID, UUID]
) -> None:
    with_birthday, with_year = pair
    merge_people(session, by, with_year, with_birthday)
    assert get_person(session, with_year).birth_date == date(1987, 5, 1)


def test_search_finds_the_kept_record_only(
    session: Session, by: Context, pair: tuple[UUID, UUID]
) -> None:
    merge_people(session, by, *pair)
    assert names(session, "en") == names(session, "") == ["Lò Thị Ên"]
    assert names(session, "0912") == names(session, "te ban") == ["Lò Thị Ên"]


def test_unmerging_brings_both_back_as_they_were(
    session: Session, by: Context, make_person: MakePerson
) -> None:
    keep = make_person(session, "Lò Thị Ên", hamlet="Bản Púa", identity_number=NUMBER)
    other = make_person(
        session, "Lường Ánh", hamlet="Bản Bó", birth_date=date(1987, 5, 1), phone="0912345678"
    )
    before = tables(session)
    everything = dict.fromkeys(PersonField, Side.OTHER)
    redirect = merge_people(session, by, keep, other, everything)
    assert names(session, "") == ["Lường Ánh"]
    assert tables(session) != before
    undone = unmerge(session, by, redirect)
    assert (undone.kept_name, undone.restored_name) == ("Lò Thị Ên", "Lường Ánh")
    assert undone.left == ()
    assert tables(session) == before
    assert names(session, "") == ["Lường Ánh", "Lò Thị Ên"]
    assert names(session, "0912") == ["Lường Ánh"]
    assert sound(session)


def test_a_field_edited_since_the_merge_stays_as_edited_and_is_named(
    session: Session, by: Context, pair: tuple[UUID, UUID]
) -> None:
    keep, other = pair
    merge_people(session, by, keep, other)
    change_person(session, by, keep, phone="0988000111", employer="Trạm y tế xã")
    undone = unmerge(session, by, keep)
    person = get_person(session, keep)
    assert undone.left == (PersonField.PHONE,)
    assert (person.phone, person.note) == ("0988000111", "con ông Ín")
    assert person.employer == "Trạm y tế xã"
    assert sound(session)


@pytest.mark.parametrize("first", [0, 1], ids=["the earlier first", "the later first"])
def test_two_merges_into_one_person_are_undone_in_any_order(
    session: Session, by: Context, make_person: MakePerson, first: int
) -> None:
    keep = make_person(session, "Lò Thị Ên")
    others = [make_person(session, f"Lò Ên {n}", phone=f"091234567{n}") for n in (1, 2)]
    before = tables(session)
    phone = {PersonField.PHONE: Side.OTHER}
    redirects = [merge_people(session, by, keep, other, phone) for other in others]
    unmerge(session, by, redirects[first])
    assert get_person(session, keep).phone == f"091234567{2 - first}"
    assert sound(session)
    assert unmerge(session, by, redirects[1 - first]).left == ()
    assert tables(session) == before


@pytest.mark.parametrize("upper_first", [True, False])
def test_records_merged_in_a_chain_are_read_as_the_last_and_come_apart_again(
    session: Session, by: Context, make_person: MakePerson, upper_first: bool
) -> None:
    a, b, c = (make_person(session, f"Lò Thị Ên {n}", phone=f"091234567{n}") for n in "123")
    before = tables(session)
    lower = merge_people(session, by, b, a, {PersonField.PHONE: Side.OTHER})
    upper = merge_people(session, by, c, a)  # a is read as b: they both follow
    assert {get_person(session, p).canonical_id for p in (a, b, c)} == {c}
    assert sound(session)
    for redirect in (upper, lower) if upper_first else (lower, upper):
        unmerge(session, by, redirect)
        assert sound(session)
    assert tables(session) == before
    assert len(names(session, "lo")) == 3


def test_unmerging_the_lower_link_of_a_chain_leaves_the_upper_one(
    session: Session, by: Context, make_person: MakePerson
) -> None:
    a, b, c = (make_person(session, f"Lò Thị Ên {n}") for n in "123")
    lower = merge_people(session, by, b, a, {PersonField.NAME: Side.OTHER})
    merge_people(session, by, c, b)
    unmerge(session, by, lower)
    assert [get_person(session, p).canonical_id for p in (a, b, c)] == [a, c, c]
    assert names(session, "") == ["Lò Thị Ên 1", "Lò Thị Ên 3"]
    assert sound(session)


def test_by_a_person_the_last_merge_is_undone_first(
    session: Session, by: Context, make_person: MakePerson
) -> None:
    keep, one, two = (make_person(session, f"Lò Thị Ên {n}") for n in "123")
    for other in (one, two):
        merge_people(session, by, keep, other)
    assert unmerge(session, by, keep).restored_id == two
    assert unmerge(session, by, one).restored_id == one


def test_nobody_is_merged_with_themselves_twice_or_when_deleted(
    session: Session, by: Context, make_person: MakePerson, refused: Refused
) -> None:
    keep, other, gone = (make_person(session) for _ in range(3))
    get_person(session, gone).deleted_at = by.clock()
    assert refused(merge_people, session, by, keep, keep) == ErrorCode.SAME_PERSON
    merge_people(session, by, keep, other)
    assert refused(merge_people, session, by, keep, other) == ErrorCode.SAME_PERSON
    assert refused(merge_people, session, by, other, keep) == ErrorCode.SAME_PERSON
    assert refused(merge_people, session, by, keep, gone) == ErrorCode.UNKNOWN_PERSON
    assert refused(merge_people, session, by, uuid4(), keep) == ErrorCode.UNKNOWN_PERSON


def test_two_people_must_be_overruled_and_are_two_again_after_unmerging(
    session: Session, by: Context, make_person: MakePerson, refused: Refused
) -> None:
    keep, other = make_person(session), make_person(session)
    mark_distinct(session, by, keep, other)
    assert refused(merge_people, session, by, keep, other) == ErrorCode.TWO_PEOPLE
    before = tables(session)
    redirect = merge_people(session, by, keep, other, overrule=True)
    unmerge(session, by, redirect)
    assert are_distinct(session, keep, other)
    assert tables(session) == before


def test_two_identity_cards_must_be_allowed_and_both_numbers_stay(
    session: Session, by: Context, make_person: MakePerson, refused: Refused
) -> None:
    keep = make_person(session, identity_number=NUMBER)
    other = make_person(session, identity_number=OTHER)
    assert refused(merge_people, session, by, keep, other) == ErrorCode.TWO_IDENTITY_NUMBERS
    merge_people(session, by, keep, other, two_numbers=True)
    assert person_of_number(session, NUMBER) == person_of_number(session, OTHER) == keep


@pytest.mark.parametrize("number", [NUMBER, OLD, None])
def test_the_same_number_or_an_older_kind_is_no_question(
    session: Session, by: Context, make_person: MakePerson, number: str | None
) -> None:
    keep = make_person(session, identity_number=NUMBER)
    other = make_person(session, identity_number=number)
    merge_people(session, by, keep, other)
    assert person_of_number(session, NUMBER) == keep


def test_only_what_was_merged_can_be_unmerged(
    session: Session, by: Context, make_person: MakePerson, refused: Refused
) -> None:
    keep, other = make_person(session), make_person(session)
    assert refused(unmerge, session, by, keep) == ErrorCode.NOT_MERGED
    redirect = merge_people(session, by, keep, other)
    unmerge(session, by, redirect)
    assert refused(unmerge, session, by, keep) == ErrorCode.NOT_MERGED
    assert refused(unmerge, session, by, uuid4()) == ErrorCode.UNKNOWN_PERSON


def test_the_redirect_remembers_and_stays_as_a_tombstone(
    session: Session, by: Context, pair: tuple[UUID, UUID]
) -> None:
    redirect = merge_people(session, by, *pair)
    row = session.scalars(select(PersonRedirect).where(PersonRedirect.id == redirect)).one()
    assert '"phone": null' in row.choices and '"phone": "0912345678"' in row.choices
    unmerge(session, by, redirect)
    assert row.deleted_at is not None
    merge_people(session, by, *pair)
    assert len(session.scalars(select(PersonRedirect)).all()) == 2


def test_merging_changes_no_person_where_both_tell_the_same(
    session: Session, by: Context, make_person: MakePerson
) -> None:
    keep, other = make_person(session), make_person(session)
    before = get_person(session, keep).changed_at
    merge_people(session, by, keep, other)
    assert get_person(session, keep).changed_at == before


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        ("con ông Ín", "y tế bản", "con ông Ín; y tế bản"),
        ("con ông Ín", "con ông Ín", "con ông Ín"),
        ("con ông Ín, bản Púa", "bản Púa", "con ông Ín, bản Púa"),
        ("bản Púa", "con ông Ín, bản Púa", "con ông Ín, bản Púa"),
        (None, "y tế bản", "y tế bản"),
        ("con ông Ín", None, "con ông Ín"),
        (None, None, None),
    ],
)
def test_two_notes_are_joined_without_saying_anything_twice(
    one: str | None, other: str | None, joined: str | None
) -> None:
    assert joined_notes(one, other) == joined


def test_the_household_goes_with_the_place(
    session: Session, by: Context, make_person: MakePerson
) -> None:
    keep = make_person(session, hamlet="Bản Púa")
    other = make_person(session, hamlet="Bản Bó")
    hamlet = get_person(session, other).hamlet_id
    assert hamlet is not None
    home = Household(
        id=by.new_id(), hamlet_id=hamlet, head="Lò Văn Ín", folded="lo van in", **changed(by)
    )
    session.add(home)
    session.flush()
    change_person(session, by, other, household_id=home.id)
    merge_people(session, by, keep, other, {PersonField.PLACE: Side.OTHER})
    person = session.scalars(select(Person).where(Person.id == keep)).one()
    assert (person.hamlet_id, person.household_id) == (hamlet, home.id)
