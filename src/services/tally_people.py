"""The people behind a figure of the tally, by the same rules and the same SQL."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from sqlalchemy import bindparam, text
from sqlalchemy.orm import Session

from ..models.base import Key
from .people import PersonRecord, person_records
from .tallies import APART, PERSON_PLACE, TOGETHER, TallyScope, courses_in


class Figure(StrEnum):
    """A figure that opens to people; the value is the tally column's key."""

    ENROLLED = "enrolled"
    ATTENDED = "attended"
    TURNS = "turns"
    COMPLETED = "completed"
    CERTIFIED = "certified"
    FEMALE = "female"
    DTTS = "dtts"
    DVC = "dvc"
    SHOPPING = "shopping"
    PAYMENT = "payment"
    SAFETY = "safety"
    PLATFORMS = "platforms"
    ALL_FIVE = "all_five"
    HAMLETS = "hamlets"


_CONDITIONS = {
    Figure.ENROLLED: "1",
    Figure.ATTENDED: "x.turns > 0",
    Figure.TURNS: "x.turns > 0",
    Figure.COMPLETED: "x.completed",
    Figure.CERTIFIED: "x.certified",
    Figure.FEMALE: "p.gender = 'Nữ'",
    Figure.DTTS: "g.is_minority",
    Figure.DVC: "x.dvc",
    Figure.SHOPPING: "x.shopping",
    Figure.PAYMENT: "x.payment",
    Figure.SAFETY: "x.safety",
    Figure.PLATFORMS: "x.platforms",
    Figure.ALL_FIVE: "x.dvc AND x.shopping AND x.payment AND x.safety AND x.platforms",
    Figure.HAMLETS: "x.turns > 0",
}

_PLACES = {
    True: "",
    False: "AND (x.unit_id = :unit OR (x.unit_id IS NULL AND :unit IS NULL))",
}


@dataclass(frozen=True)
class Cell:
    """A cell of the tally: the commune (None: not known), or the total row; and which figure."""

    figure: Figure
    unit_id: UUID | None = None
    is_total: bool = False


def people_behind(session: Session, scope: TallyScope, cell: Cell) -> list[PersonRecord]:
    """Whom a cell counts, in the order of names; for turns and hamlets those who attended."""
    place, group = TOGETHER if cell.is_total else APART
    query = text(
        PERSON_PLACE.format(place=place, group=group)
        + "SELECT p.seq FROM person_place x JOIN person p ON p.id = x.person "
        "LEFT JOIN ethnic_group g ON g.key = p.ethnic_key "
        f"WHERE ({_CONDITIONS[cell.figure]}) {_PLACES[cell.is_total]} "
        "ORDER BY p.sort_key, p.seq"
    ).bindparams(bindparam("courses", expanding=True, type_=Key()))
    given = {"courses": courses_in(session, scope)}
    if not cell.is_total:
        query = query.bindparams(bindparam("unit", type_=Key()))
        given["unit"] = cell.unit_id  # type: ignore[assignment]
    return person_records(session, [row[0] for row in session.execute(query, given)])
