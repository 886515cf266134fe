"""What rows change in people who are stored, written in bulk and kept for taking back."""

from collections.abc import Iterable, Iterator, Mapping
from uuid import UUID

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from ...db.dialect import forget_people, index_people
from ...models.names import fold, person_key, searched_words
from ...models.people import IdentityNumber, Person
from ...models.places import Hamlet
from ..identity import number_kind
from .changes import RowChange
from .draft import DraftRow
from .hamlets import HamletPlace
from .people_rows import MakeId, Mark, PeopleWriter, Row

_BLOCK = 4_000
_STAMPS = ("changed_at", "changed_by", "changed_on")
_OWN = (
    "name", "sort_key", "search_rank", "folded", "gender", "birth_date", "birth_year",
    "ethnic_key", "phone", "unit_id", "hamlet_id", "employer", "note",
)  # fmt: skip
_SEARCHED = frozenset({"name", "phone", "note"})


def applied(row: DraftRow, hamlet_id: UUID | None) -> Row:
    """The columns of a person as a row changes them."""
    values: Row = {}
    for change in row.changes:
        if change.column == "hamlet_id":
            values["hamlet_id"] = hamlet_id
        elif change.column != "identity_number":
            values[change.column] = change.after
    if values.get("name"):
        values |= {"folded": fold(values["name"]), "sort_key": person_key(values["name"])}
    return values


class ChangeWriter:
    """Changes people a block of rows at a time: `prepare`, `take_over` for each row, `flush`."""

    def __init__(self, session: Session, mark: Mark, make_id: MakeId, people: PeopleWriter) -> None:
        self._session, self._mark, self._make_id, self._people = session, mark, make_id, people
        self._stamps = {key: value for key, value in mark.stamped().items() if key in _STAMPS}
        self._rows: dict[UUID, Row] = {}
        self._dirty: dict[UUID, None] = {}
        self._searched: dict[UUID, int] = {}
        self._numbers: list[Row] = []

    def prepare(self, rows: Iterable[DraftRow]) -> None:
        """Look up everybody whom these rows change."""
        wanted = {r.person_id for r in rows if r.person_id and r.changes} - self._rows.keys()
        columns = [getattr(Person, name) for name in ("id", "sort_name", *_OWN, *_STAMPS)]
        asked = list(wanted)
        for start in range(0, len(asked), _BLOCK):
            query = select(*columns).where(Person.id.in_(asked[start : start + _BLOCK]))
            for row in self._session.execute(query).mappings():
                self._rows[row["id"]] = dict(row)

    def take_over(self, row: DraftRow, hamlet_id: UUID | None) -> Iterator[RowChange]:
        """Change whom a row is; yields what they were before."""
        assert row.person_id is not None
        values = applied(row, hamlet_id)
        if values:
            yield self._change(row.person_id, values)
        if any(change.column == "identity_number" for change in row.changes):
            yield from self._take_number(row.person_id, row.row.identity_number or "")

    def named_hamlet(self, place: HamletPlace | None) -> Iterator[RowChange]:
        """A stored hamlet that was written without its kind gets it."""
        if place is None or place.id is None or place.kind_before is None:
            return
        columns = (Hamlet.kind, Hamlet.changed_at, Hamlet.changed_by, Hamlet.changed_on)
        before = self._session.execute(select(*columns).where(Hamlet.id == place.id)).one()
        values = {"kind": place.kind, **self._stamps}
        self._session.execute(update(Hamlet).where(Hamlet.id == place.id).values(**values))
        place.kind_before = None
        yield RowChange("hamlet", place.id, before._asdict(), self._mark.now)

    def flush(self) -> None:
        """Write what was taken over since the last time."""
        changed = [self._rows[person] for person in self._dirty]
        self._dirty.clear()
        if changed:
            self._session.connection().execute(_UPDATE, [_parameters(row) for row in changed])
        self._write_search()
        self._people.write_numbers(self._numbers)
        self._numbers = []

    def _change(self, person: UUID, values: Mapping[str, object]) -> RowChange:
        row = self._rows[person]
        if person not in self._searched and not _SEARCHED.isdisjoint(values):
            self._searched[person] = row["search_rank"]
        if "name" in values:
            values = {**values, **self._renamed(row, str(values["name"]))}
        before = {name: row[name] for name in (*values, *_STAMPS)}
        row |= {**values, **self._stamps}
        self._dirty[person] = None
        return RowChange("person", person, before, self._mark.now)

    def _renamed(self, row: Row, name: str) -> Row:
        """Another name sorts elsewhere, unless a name to sort by was given."""
        key = person_key(row["sort_name"] or name)
        return {"sort_key": key, "search_rank": self._people.free_rank(row["id"], key)}

    def _take_number(self, person: UUID, number: str) -> Iterator[RowChange]:
        """The number of a person; one of the same kind that was kept gives way."""
        kind = number_kind(number)
        columns = (
            IdentityNumber.id, IdentityNumber.deleted_at, IdentityNumber.changed_at,
            IdentityNumber.changed_by, IdentityNumber.changed_on,
        )  # fmt: skip
        kept = select(*columns).join(Person, Person.id == IdentityNumber.person_id).where(
            Person.canonical_id == person,
            IdentityNumber.kind == kind,
            IdentityNumber.deleted_at.is_(None),
        )  # fmt: skip
        for row in self._session.execute(kept).all():
            before = row._asdict()
            key = before.pop("id")
            values = {**self._stamps, "deleted_at": self._mark.now}
            statement = update(IdentityNumber).where(IdentityNumber.id == key)
            self._session.execute(statement.values(**values))
            yield RowChange("identity_number", key, before, self._mark.now)
        identifier = self._make_id()
        self._numbers.append(self._people.number_row(identifier, number, person, None))
        yield RowChange("identity_number", identifier, None, self._mark.now)

    def _write_search(self) -> None:
        people = [(rank, self._rows[person]) for person, rank in self._searched.items()]
        self._searched.clear()
        forget_people(self._session, [rank for rank, _ in people])
        index_people(
            self._session,
            [
                (row["search_rank"], searched_words(row["name"], row["note"], row["phone"]))
                for _, row in people
            ],
        )


_UPDATE = (
    update(Person)
    .where(Person.id == bindparam("whose"))
    .values({name: bindparam(f"to_{name}") for name in (*_OWN, *_STAMPS)})
)


def _parameters(row: Row) -> Row:
    return {"whose": row["id"], **{f"to_{name}": row[name] for name in (*_OWN, *_STAMPS)}}
