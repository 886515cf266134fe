"""Two people of whom it was said that they are two, remembered while a go is written."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from ...models.people import DistinctPair
from ..distinct import pair
from .changes import RowChange
from .people_rows import MakeId, Mark


class PairWriter:
    """Remembers pairs of people."""

    def __init__(self, session: Session, mark: Mark, make_id: MakeId) -> None:
        self._session, self._mark, self._make_id = session, mark, make_id

    def part(self, person: UUID, others: Iterable[UUID]) -> Iterator[RowChange]:
        """These are others than the person; yields what is new, for taking it back."""
        for other in dict.fromkeys(others):
            if other != person:
                yield from self._part(*pair(person, other))

    def _part(self, first: UUID, second: UUID) -> Iterator[RowChange]:
        """A pair that was forgotten stands again: there is one row for two records, ever."""
        columns = (
            DistinctPair.id, DistinctPair.deleted_at, DistinctPair.changed_at,
            DistinctPair.changed_by, DistinctPair.changed_on,
        )  # fmt: skip
        known = select(*columns).filter_by(first_id=first, second_id=second)
        kept = self._session.execute(known).first()
        if kept is None:
            key = self._make_id()
            values = {"id": key, "first_id": first, "second_id": second, **self._mark.stamped()}
            self._session.execute(insert(DistinctPair).values(**values))
            yield RowChange("distinct_pair", key, None, self._mark.now)
        elif kept.deleted_at is not None:
            before = kept._asdict()
            key = before.pop("id")
            statement = update(DistinctPair).where(DistinctPair.id == key)
            self._session.execute(statement.values(**self._mark.stamped()))
            yield RowChange("distinct_pair", key, before, self._mark.now)
