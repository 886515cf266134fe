from collections.abc import Callable
from datetime import date
from uuid import UUID, uuid4

import pytest
from sqlalchemy.orm import Session
from taphuan.importing.plan import PersonRow
from taphuan.models.context import Context
from taphuan.models.enums import Gender
from taphuan.models.errors import ErrorCode
from taphuan.services.comparison import (
    Agreement,
    FieldPair,
    PersonField,
    compare,
    compare_row,
)
from taphuan.services.people import change_person

MakePerson = Callable[..., UUID]
NUMBER, OTHER = "014187001234", "014187009876"
SAME, DIFFERS = Agreement.SAME, Agreement.DIFFERS


def by_field(pairs: tuple[FieldPair, ...]) -> dict[PersonField, FieldPair]:
    return {pair.field: pair for pair in pairs}


def test_two_people_stand_side_by_side_with_what_differs(
    session: Session, by: Context, make_person: MakePerson
) -> None:
    one = make_person(
        session,
        "Lò Thị Ên",
        hamlet="Bản Púa",
        gender=Gender.FEMALE,
        birth_date=date(1987, 5, 1),
        phone="0912345678",
        identity_number=NUMBER,
    )
    other = make_person(
        session,
        "Lò Ên",
        hamlet="Bản Bó",
        gender=Gender.FEMALE,
        birth_year=1987,
        identity_number=OTHER,
        note="con ông Ín",
    )
    change_person(session, by, one, nominated_by="Trưởng bản Púa")
    assert compare(session, one, other) == (
        FieldPair(PersonField.NAME, "Lò Thị Ên", "Lò Ên", DIFFERS),
        FieldPair(PersonField.GENDER, "Nữ", "Nữ", SAME),
        FieldPair(PersonField.BIRTH, "01/05/1987", "1987", DIFFERS),
        FieldPair(PersonField.IDENTITY, "••••••••1234", "••••••••9876", DIFFERS),
        FieldPair(PersonField.PHONE, "0912345678", "", Agreement.ONLY_LEFT),
        FieldPair(PersonField.PLACE, "Bản Púa, xã Thuận Châu", "Bản Bó, xã Thuận Châu", DIFFERS),
        FieldPair(PersonField.NOMINATED_BY, "Trưởng bản Púa", "", Agreement.ONLY_LEFT),
        FieldPair(PersonField.NOTE, "", "con ông Ín", Agreement.ONLY_RIGHT),
    )


def test_one_identity_number_under_two_people_is_the_same(
    session: Session, make_person: MakePerson
) -> None:
    one = make_person(session, "Lò Thị Ên", identity_number=NUMBER)
    other = make_person(session, "Lò Thị Én", identity_number=NUMBER)
    number = by_field(compare(session, one, other))[PersonField.IDENTITY]
    assert (number.agreement, number.left) == (SAME, "••••••••1234")


@pytest.mark.parametrize(("theirs", "told"), [("thai", False), ("mong", True), (None, False)])
def test_the_ethnic_group_is_shown_only_where_it_must_be_decided(
    session: Session, make_person: MakePerson, theirs: str | None, told: bool
) -> None:
    one = make_person(session, ethnic_key="thai")
    other = make_person(session, ethnic_key=theirs)
    assert (PersonField.ETHNIC in by_field(compare(session, one, other))) is told


def test_a_merged_record_is_compared_as_the_person_it_is_read_as(
    session: Session, make_person: MakePerson, merge: Callable[[Session, UUID, UUID], None]
) -> None:
    kept, merged = make_person(session, "Lò Thị Ên"), make_person(session, "Lò Ên")
    other = make_person(session, "Lò Thị Ên", identity_number=NUMBER)
    merge(session, merged, kept)
    assert by_field(compare(session, merged, other))[PersonField.NAME].agreement is SAME


@pytest.mark.parametrize(
    ("hamlet", "commune", "agreement"),
    [
        ("Púa", None, SAME),
        ("bản púa", "Thuận Châu", SAME),
        (None, "xã Thuận Châu", SAME),
        ("Bản Bó", "Thuận Châu", DIFFERS),
        ("Bản Púa", "Chiềng La", DIFFERS),
        (None, None, Agreement.ONLY_RIGHT),
    ],
)
def test_the_place_of_a_row_agrees_as_far_as_it_is_told(
    session: Session,
    make_person: MakePerson,
    hamlet: str | None,
    commune: str | None,
    agreement: Agreement,
) -> None:
    person = make_person(session, hamlet="Bản Púa")
    row = PersonRow("Sheet1", 5, "Lò Thị Ên", hamlet=hamlet, commune=commune)
    assert by_field(compare_row(session, row, person))[PersonField.PLACE].agreement is agreement


def test_a_row_is_compared_without_showing_its_identity_number(
    session: Session, make_person: MakePerson
) -> None:
    person = make_person(session, identity_number=NUMBER, phone="0912345678")
    row = PersonRow("Sheet1", 5, "Lò Thị Ên", identity_number=NUMBER, phone="0988000111")
    pairs = by_field(compare_row(session, row, person))
    assert pairs[PersonField.IDENTITY].agreement is SAME
    assert pairs[PersonField.PHONE].agreement is DIFFERS
    assert NUMBER not in str(pairs)


def test_nobody_is_compared_with_somebody_unknown(
    session: Session, make_person: MakePerson, refused: Callable[..., ErrorCode]
) -> None:
    assert refused(compare, session, make_person(session), uuid4()) == ErrorCode.UNKNOWN_PERSON
