"""Invented people: they look right, and come again with the same seed."""

import random
import unicodedata
from datetime import date

import pytest
from taphuan.importing.identity import identity_facts
from taphuan.importing.phone import clean_phone
from taphuan.importing.text import clean_name
from taphuan.models import reference_data
from taphuan.models.enums import Gender

from benchmarks.invent import Weighted, facts, identity_number, invent, name_stock

GROUPS = sorted(facts()["groups"])


def test_the_same_seed_invents_the_same_people() -> None:
    groups = Weighted({"thai": 2, "kinh": 1})
    one, other = random.Random(5), random.Random(5)
    assert [invent(one, groups) for _ in range(20)] == [invent(other, groups) for _ in range(20)]


def test_every_group_is_one_of_the_reference_data() -> None:
    assert set(GROUPS) <= {group.key for group in reference_data.ethnic_groups()}


@pytest.mark.parametrize("group", GROUPS)
def test_names_phones_and_numbers_pass_the_import_without_a_finding(group: str) -> None:
    chance = random.Random(7)
    for _ in range(50):
        person = invent(chance, Weighted({group: 1}))
        assert clean_name(person.name).value == person.name
        assert not clean_name(person.name).marks
        assert unicodedata.is_normalized("NFC", person.name)
        assert not clean_phone(person.phone).marks
        told = identity_facts(person.identity_number)
        assert told is not None
        assert (told.gender, told.birth_year) == (person.gender, person.birth_date.year)


def test_a_number_says_province_century_and_sex() -> None:
    chance = random.Random(1)
    assert identity_number(chance, Gender.FEMALE, date(1990, 6, 21)).startswith("014190")
    assert identity_number(chance, Gender.MALE, date(2003, 1, 2), "001").startswith("001203")


def test_names_of_the_e_de_put_the_clan_last_and_sort_by_the_given_name() -> None:
    name, sort_name = name_stock("e_de", Gender.MALE).draw(random.Random(3))
    assert sort_name is not None
    first, given, clan = name.split()
    assert (first, sort_name) == ("Y", f"{clan} Y {given}")
