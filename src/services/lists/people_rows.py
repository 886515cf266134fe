"""New people as rows of their tables: keys, search, cards and numbers, made for many at once."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ...db.dialect import bulk_insert, index_people
from ...importing.plan import PersonRow
from ...models.context import Context
from ...models.names import fold, nfc, person_key, search_rank, searched_words
from ...models.people import Card, IdentityNumber, Person
from ..cards import free_codes
from ..identity import number_hasher, number_kind

_BLOCK = 5_000
_SEEDS = 100_003

Row = dict[str, Any]
"""A row of a table: values by column."""

MakeId = Callable[[], UUID]
"""Makes the key of the next row."""


@dataclass(frozen=True)
class Mark:
    """What the rows of one go have alike: who wrote them, where and when."""

    now: datetime
    operator: str
    machine: str

    def stamped(self) -> Row:
        """The columns of a stamped table."""
        return {
            "changed_at": self.now,
            "changed_by": self.operator,
            "changed_on": self.machine,
            "deleted_at": None,
        }


def person_row(
    identifier: UUID,
    row: PersonRow,
    ethnic_key: str | None,
    place: tuple[UUID | None, UUID | None],
    stamped: Row,
) -> Row:
    """A new person of a list; `place` is commune and hamlet. The search rank comes later."""
    name = nfc(row.name)
    unit, hamlet = place
    return {
        "id": identifier,
        "name": name,
        "sort_name": None,
        "sort_key": person_key(name),
        "search_rank": 0,
        "folded": fold(name),
        "gender": row.gender,
        "birth_date": row.birth_date,
        "birth_year": row.birth_date.year if row.birth_date else row.birth_year,
        "ethnic_key": ethnic_key,
        "phone": row.phone,
        "unit_id": unit,
        "hamlet_id": hamlet,
        "household_id": None,
        "employer": row.employer,
        "nominated_by": None,
        "note": row.note,
        "canonical_id": identifier,
        "listed": True,
        **stamped,
    }


class PeopleWriter:
    """Writes new people of one go, a block at a time."""

    def __init__(self, session: Session, by: Context, mark: Mark) -> None:
        self._session, self._by, self._mark = session, by, mark
        self._stamped = mark.stamped()
        self._ranks: set[int] = set()
        self._hashed = number_hasher(session)

    def write(self, people: list[Row]) -> None:
        """Put people into their table and into search."""
        self._give_ranks(people)
        bulk_insert(self._session, Person, people)
        index_people(
            self._session,
            [
                (row["search_rank"], searched_words(row["name"], row["note"], row["phone"]))
                for row in people
            ],
        )

    def write_cards(self, cards: Mapping[UUID, UUID]) -> None:
        """A card for each person: keys of cards by person."""
        now, codes = self._mark.now, free_codes(self._session, self._by, len(cards))
        rows = [
            {
                "id": card,
                "code": code,
                "person_id": person,
                "issued_at": now,
                "bound_at": now,
                "revoked_at": None,
                "revoked_reason": None,
                "replaced_by_id": None,
                **self._stamped,
            }
            for (person, card), code in zip(cards.items(), codes, strict=True)
        ]
        bulk_insert(self._session, Card, rows)

    def number_row(
        self, identifier: UUID, number: str, person: UUID | None, import_row: UUID | None
    ) -> Row:
        """An identity number of a person, or of a row that waits."""
        return {
            "id": identifier,
            "person_id": person,
            "import_row_id": import_row,
            "kind": number_kind(number),
            "number": number,
            "hash": self._hashed(number),
            "last_four": number[-4:],
            **self._stamped,
        }

    def write_numbers(self, rows: list[Row]) -> None:
        """Put identity numbers into their table."""
        bulk_insert(self._session, IdentityNumber, rows)

    def free_rank(self, person: UUID, key: bytes) -> int:
        """A search rank nobody has, for somebody who is called otherwise now."""
        row: Row = {"id": person, "sort_key": key}
        self._give_ranks([row])
        return int(row["search_rank"])

    def _give_ranks(self, people: list[Row]) -> None:
        """A search rank each that nobody has; who shares one takes the next that is free."""
        ties = {row["id"]: row["id"].int % _SEEDS for row in people}
        waiting = people
        while waiting:
            for row in waiting:
                row["search_rank"] = self._free_rank(row, ties)
            taken = self._taken([row["search_rank"] for row in waiting])
            waiting = [row for row in waiting if row["search_rank"] in taken]

    def _free_rank(self, row: Row, ties: dict[UUID, int]) -> int:
        """The next rank of a name that this go has not tried yet."""
        while True:
            rank = search_rank(row["sort_key"], ties[row["id"]])
            ties[row["id"]] += 1
            if rank not in self._ranks:
                self._ranks.add(rank)
                return rank

    def _taken(self, ranks: Collection[int]) -> set[int]:
        taken: set[int] = set()
        asked = list(ranks)
        for start in range(0, len(asked), _BLOCK):
            block = asked[start : start + _BLOCK]
            query = select(Person.search_rank).where(Person.search_rank.in_(block))
            taken.update(self._session.scalars(query))
        return taken
