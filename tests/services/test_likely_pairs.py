from collections.abc import Callable
from uuid import UUID

import pytest
from sqlalchemy.orm import Session
from taphuan.models.context import Context
from taphuan.services.distinct import mark_distinct
from taphuan.services.likely_pairs import PairReason, likely_pairs
from taphuan.services.merging import merge as merge_people
from taphuan.services.merging import unmerge

MakePerson = Callable[..., UUID]
NUMBER, OTHER, OLD, OLDER = "014187001234", "014187009876", "050123456", "050999888"
IDENTITY, NAME, PHONE = PairReason.IDENTITY, PairReason.NAME_AND_BIRTH, PairReason.PHONE


def found(session: Session) -> list[tuple[str, str, tuple[PairReason, ...]]]:
    pairs = likely_pairs(session)
    assert pairs.count == len(pairs.pairs)
    return [(pair.first.name, pair.second.name, pair.reasons) for pair in pairs.pairs]


def test_the_same_name_and_year_in_one_commune_may_be_one_person(
    session: Session, make_person: MakePerson
) -> None:
    make_person(session, "Lò Thị Ên", birth_year=1987)
    make_person(session, "LÒ THỊ ÉN", birth_year=1987)
    make_person(session, "Lò Thị Ên", birth_year=1988)
    make_person(session, "Lò Thị Ên", commune="03724", birth_year=1987)
    assert found(session) == [("Lò Thị Ên", "LÒ THỊ ÉN", (NAME,))]


def test_what_is_not_known_of_one_agrees_with_the_other(
    session: Session, make_person: MakePerson
) -> None:
    make_person(session, "Quàng Thị Hoa", hamlet="Bản Bó", birth_year=1985)
    make_person(session, "Quàng Thị Hòa", hamlet="Bản Lào")
    make_person(session, "Quàng Thị Hóa", commune=None, hamlet="Bản Bó", birth_year=1985)
    make_person(session, "Quàng Thị Hoa", commune="03724", hamlet="Bản Bó", birth_year=1990)
    assert found(session) == [
        ("Quàng Thị Hoa", "Quàng Thị Hòa", (PairReason.NAME,)),
        ("Quàng Thị Hoa", "Quàng Thị Hóa", (PairReason.NAME,)),
    ]


def test_two_of_no_known_commune_are_told_once_where_their_year_agrees(
    session: Session, make_person: MakePerson
) -> None:
    for _ in range(2):
        make_person(session, "Quàng Thị Hoa", commune=None, hamlet="Bản Bó", birth_year=1985)
    make_person(session, "Quàng Thị Hoa", commune=None, birth_year=1986)
    assert found(session) == [("Quàng Thị Hoa", "Quàng Thị Hoa", (PairReason.NAME,))]


def test_a_shared_phone_counts_only_beside_a_similar_name(
    session: Session, make_person: MakePerson
) -> None:
    make_person(session, "Lò Thị Ên", phone="0912345678", birth_year=1987)
    make_person(session, "Lò Ên", phone="0912345678", commune=None)
    make_person(session, "Lò Văn Ín", phone="0912345678")
    assert found(session) == [("Lò Thị Ên", "Lò Ên", (PHONE,))]


def test_one_identity_number_under_two_people_stands_first(
    session: Session, make_person: MakePerson
) -> None:
    make_person(session, "Cà Thị An", birth_year=1990)
    make_person(session, "Cà Thị An", birth_year=1990)
    make_person(session, "Vì Văn Bình", identity_number=NUMBER)
    make_person(session, "Quàng Thị Yên", identity_number=NUMBER)
    assert found(session) == [
        ("Vì Văn Bình", "Quàng Thị Yên", (IDENTITY,)),
        ("Cà Thị An", "Cà Thị An", (NAME,)),
    ]


def test_a_pair_is_told_once_with_all_that_speaks_for_it(
    session: Session, make_person: MakePerson
) -> None:
    for _ in range(2):
        make_person(session, birth_year=1987, phone="0912345678", identity_number=NUMBER)
    assert found(session) == [("Lò Thị Ên", "Lò Thị Ên", (IDENTITY, NAME, PHONE))]


@pytest.mark.parametrize(
    ("one", "other", "asked"),
    [(NUMBER, OTHER, False), (OLD, OLDER, False), (NUMBER, OLD, True), (NUMBER, None, True)],
)
def test_two_numbers_of_one_kind_are_two_people(
    session: Session, make_person: MakePerson, one: str, other: str | None, asked: bool
) -> None:
    make_person(session, birth_year=1987, identity_number=one)
    make_person(session, birth_year=1987, identity_number=other)
    assert bool(found(session)) is asked


def test_whom_somebody_called_two_people_is_not_asked_again(
    session: Session, by: Context, make_person: MakePerson
) -> None:
    one, other, third = (make_person(session, birth_year=1987) for _ in range(3))
    mark_distinct(session, by, one, other)
    assert len(found(session)) == 2
    mark_distinct(session, by, third, one)
    mark_distinct(session, by, third, other)
    assert found(session) == []


def test_merged_people_are_no_pair_until_they_are_unmerged(
    session: Session, by: Context, make_person: MakePerson
) -> None:
    one = make_person(session, birth_year=1987, identity_number=NUMBER)
    other = make_person(session, birth_year=1987, identity_number=NUMBER)
    redirect = merge_people(session, by, one, other)
    assert found(session) == []
    unmerge(session, by, redirect)
    assert found(session) == [("Lò Thị Ên", "Lò Thị Ên", (IDENTITY, NAME))]


def test_a_number_of_a_merged_record_counts_as_the_kept_persons(
    session: Session, by: Context, make_person: MakePerson
) -> None:
    kept, record = make_person(session, "Cà Thị An"), make_person(session, identity_number=NUMBER)
    make_person(session, "Vì Văn Bình", identity_number=NUMBER)
    merge_people(session, by, kept, record)
    assert found(session) == [("Cà Thị An", "Vì Văn Bình", (IDENTITY,))]


def test_a_phone_typed_for_a_whole_commune_makes_no_pairs(
    session: Session, make_person: MakePerson
) -> None:
    for _ in range(13):
        make_person(session, "Lò Thị Ên", phone="0212388888")
    assert found(session) == []


def test_a_page_holds_as_many_as_asked_and_tells_how_many_there_are(
    session: Session, make_person: MakePerson
) -> None:
    for _ in range(4):
        make_person(session, birth_year=1987)
    pairs = likely_pairs(session, limit=2)
    assert (len(pairs.pairs), pairs.count) == (2, 6)


def test_among_nobody_there_is_no_pair(session: Session) -> None:
    assert likely_pairs(session).count == 0
