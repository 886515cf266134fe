"""Reading the people a search finds: the first page at once, then everybody, for the table."""

from array import array
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ....services.people import PersonRecord, person_records
from ....services.search import all_matches, first_page
from ...tables.block_model import BLOCK

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@dataclass(frozen=True)
class Found:
    """Who was found: sequence numbers in the order of names, and the records of the first ones."""

    typed: str
    seqs: "array[int]"
    first: list[PersonRecord]


def find_first(typed: str) -> Callable[["Session"], Found]:
    """Reads the first page of a search: what answers a keystroke."""

    def read(session: "Session") -> Found:
        seqs = first_page(session, typed)
        return Found(typed, array("q", seqs), person_records(session, seqs))

    return read


def find_all(typed: str) -> Callable[["Session"], Found]:
    """Reads everybody a search finds, with the records of the first block."""

    def read(session: "Session") -> Found:
        seqs = all_matches(session, typed)
        return Found(typed, seqs, person_records(session, seqs[:BLOCK].tolist()))

    return read
