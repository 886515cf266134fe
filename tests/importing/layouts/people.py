"""Invented people for lists, and how somebody of a list is expected to come back."""

import random
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from taphuan.models.enums import Gender
from taphuan.models.names import fold

from benchmarks.invent import InventedPerson, Weighted, invent

HAMLETS = ("Bản Lào", "Bản Pá", "Bản Nà Tong", "Tiểu khu 3")
EMPLOYERS = ("UBND xã", "Trường THCS Chiềng La", "Công an xã", "Trạm y tế xã")
ETHNIC = {"thai": "Thái", "mong": "Mông", "kinh": "Kinh", "dao": "Dao", "tay": "Tày"}
_GROUPS = Weighted({"thai": 60, "mong": 15, "kinh": 15, "dao": 5, "tay": 5})
# What the fonts of TCVN3 cannot write without their sisters for capitals.
_TONES = "\u0300\u0301\u0303\u0309\u0323"


@dataclass(frozen=True)
class Person:
    """Somebody on a list; None where the list does not tell."""

    name: str
    gender: Gender | None
    born: date | None
    year: int | None
    ethnic: str | None
    identity: str | None
    phone: str | None
    hamlet: str | None
    team: str | None
    employer: str | None = None


def invented(seed: int, count: int, keep: Callable[[Person], bool]) -> list[Person]:
    """So many people, hamlet by hamlet, no two of one name, as far as `keep` lets them."""
    chance = random.Random(seed)
    people: list[Person] = []
    while len(people) < count:
        person = _person(invent(chance, _GROUPS), HAMLETS[len(people) * len(HAMLETS) // count])
        if keep(person) and fold(person.name) not in {fold(known.name) for known in people}:
            people.append(person)
    return people


def _person(one: InventedPerson, hamlet: str) -> Person:
    team = f"Tổ CNSCĐ {hamlet[0].lower()}{hamlet[1:]}"
    return Person(
        one.name, one.gender, one.birth_date, one.birth_date.year, ETHNIC[one.ethnic_key],
        one.identity_number, one.phone, hamlet, team,
    )  # fmt: skip


def has_toned_capital(person: Person) -> bool:
    """Whether the name has a capital with a tone: Á, Ế."""
    letters = [letter for letter in person.name if letter.isupper()]
    return any(
        tone in unicodedata.normalize("NFD", letter) for letter in letters for tone in _TONES
    )
