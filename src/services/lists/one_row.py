"""Whether somebody who is entered by hand is known already: the rules of lists for one row."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from ...importing.plan import PersonRow
from ...models.names import fold
from ..identity import number_hash
from ..places import split_hamlet
from .known import KnownPerson, NameKey, Wanted, known_people
from .matching import RowFacts, facts_of, is_doubtful_bearer, may_be, namesakes, phone_sharers


@dataclass(frozen=True)
class Match:
    """The person a row is, if it is certain; or somebody it may be."""

    certain: UUID | None = None
    possible: UUID | None = None
    possible_name: str = ""


def match_row(session: Session, row: PersonRow, unit_id: UUID | None) -> Match:
    """Who among the people already stored this row is, or may be."""
    number = number_hash(session, row.identity_number) if row.identity_number else None
    hamlet = fold(split_hamlet(row.hamlet)[1]) if row.hamlet else None
    facts = facts_of(row, unit_id, number, hamlet)
    wanted = Wanted(
        hashes=[number] if number else [],
        names=[NameKey(unit_id, facts.folded)] if facts.folded else [],
        hamlets=[facts.home] if facts.home and unit_id is None else [],
        phones=[row.phone] if row.phone else [],
    )
    known = known_people(session, wanted)
    bearers = known.by_hash.get(number, ()) if number else ()
    if bearers:
        return _bearer(facts, known.people[bearers[0]])
    alike = {p.id: p for p in (*namesakes(facts, known), *phone_sharers(facts, known))}
    people = [p for p in alike.values() if may_be(facts, known.numbers.get(p.id, ()))]
    return Match(possible=people[0].id, possible_name=people[0].name) if people else Match()


def _bearer(facts: RowFacts, person: KnownPerson) -> Match:
    """Whose number it is; a number mistyped is somebody's too."""
    if is_doubtful_bearer(facts, person):
        return Match(possible=person.id, possible_name=person.name)
    return Match(certain=person.id)
