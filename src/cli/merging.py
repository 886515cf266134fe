"""Two records and one person: merged, parted again, or called two people."""

from argparse import Namespace
from uuid import UUID

from sqlalchemy.orm import Session

from ..exports.formats import number
from ..services.comparison import PersonField
from ..services.distinct import mark_distinct
from ..services.likely_pairs import LikelyPair, likely_pairs
from ..services.lookup import merged_called, person_called
from ..services.merging import Side, merge, unmerge
from ..services.people import PersonRecord, get_person
from .output import Document, say, say_json, say_json_list, say_table
from .shell import Shell


def merge_two(shell: Shell, options: Namespace) -> int:
    """A stays, B is read as A."""
    sides = {PersonField(field): Side(side) for field, side in options.take}
    by = shell.context()

    def work(session: Session) -> tuple[UUID, Document, Document]:
        kept, other = _both(session, options.kept, options.other)
        redirect = merge(
            session,
            by,
            kept,
            other,
            sides,
            overrule=options.overrule,
            two_numbers=options.two_numbers,
        )
        return redirect, _named(session, kept), _named(session, other)

    with shell.database() as database:
        redirect, kept, other = database.write(work)
    if shell.as_json:
        say_json({"redirect": redirect, "kept": kept, "merged": other})
    else:
        say(f"{other['name']} is read as {kept['name']} from now on.")
        say(f"Take it back with: people unmerge {redirect}")
    return 0


def unmerge_one(shell: Shell, options: Namespace) -> int:
    """Two records again; fields edited since stay as edited and are named."""
    by = shell.context()
    with shell.database() as database:
        undone = database.write(lambda s: unmerge(s, by, merged_called(s, options.person)))
    if shell.as_json:
        say_json(
            {
                "kept": {"id": undone.kept_id, "name": undone.kept_name},
                "restored": {"id": undone.restored_id, "name": undone.restored_name},
                "left": [field.value for field in undone.left],
            }
        )
        return 0
    kept, restored = undone.kept_name, undone.restored_name
    say(f"{restored} is apart from {kept}: {kept} and {restored} are two records again.")
    if undone.left:
        say(f"Edited since, so left as they are: {', '.join(undone.left)}")
    return 0


def distinct(shell: Shell, options: Namespace) -> int:
    """Remember that two alike people are two."""
    by = shell.context()

    def work(session: Session) -> tuple[Document, Document]:
        one, other = _both(session, options.one, options.other)
        mark_distinct(session, by, one, other)
        return _named(session, one), _named(session, other)

    with shell.database() as database:
        one, other = database.write(work)
    if shell.as_json:
        say_json({"distinct": [one, other]})
    else:
        say(f"{one['name']} and {other['name']} are two people.")
    return 0


def pairs(shell: Shell, options: Namespace) -> int:
    """Who may be one person, the likeliest first; no identity numbers."""
    with shell.database() as database:
        found = database.read(lambda s: likely_pairs(s, max(0, options.limit)))
    if shell.as_json:
        say_json_list(_pair(pair) for pair in found.pairs)
        return 0
    titles = ("why", "first", "born", "commune", "second", "born", "commune", "ids")
    say_table(titles, (_line(pair) for pair in found.pairs))
    say(f"{number(len(found.pairs))} of {number(found.count)} pairs")
    return 0


def _both(session: Session, one: str, other: str) -> tuple[UUID, UUID]:
    return person_called(session, one), person_called(session, other)


def _named(session: Session, person_id: UUID) -> Document:
    return {"id": person_id, "name": get_person(session, person_id).name}


def _pair(pair: LikelyPair) -> Document:
    return {
        "reasons": [reason.value for reason in pair.reasons],
        "first": _person(pair.first),
        "second": _person(pair.second),
    }


def _person(person: PersonRecord) -> Document:
    return {
        "id": person.id,
        "name": person.name,
        "dob": person.birth_date,
        "year": person.birth_year,
        "phone": person.phone,
        "hamlet": person.hamlet,
        "commune_code": person.commune_code,
        "commune": person.commune,
        "badge": person.code,
    }


def _line(pair: LikelyPair) -> tuple[object, ...]:
    people = (pair.first, pair.second)
    known = [(p.name, p.birth_date or p.birth_year, p.commune) for p in people]
    return (", ".join(pair.reasons), *known[0], *known[1], f"{people[0].id} {people[1].id}")
