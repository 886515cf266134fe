"""Taking back what was done to the register: each change remembers the rows as they were."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy.orm import Session, object_mapper

from ...models.base import Base
from ...models.context import Context
from ...models.errors import AppError, ErrorCode
from ...models.people import Person
from ...models.places import Denominator, Hamlet, HamletSuccessor
from ...models.teams import Team, TeamMember, TeamSuccessor
from ..facts import changed

Kept: TypeAlias = (
    Team | TeamMember | TeamSuccessor | Hamlet | HamletSuccessor | Denominator | Person
)
"""Rows that the register writes; all are stamped and leave a tombstone."""


@dataclass(frozen=True)
class Step:
    """One row of a change: its values before (None where the change made it), its stamp after."""

    table: type[Base]
    key: tuple[Any, ...]
    before: Mapping[str, object] | None = field(repr=False)
    stamped: datetime


@dataclass(frozen=True)
class Done:
    """What was made or changed (`key`), with enough to take it back as a whole."""

    key: UUID
    steps: tuple[Step, ...] = field(repr=False)

    def __bool__(self) -> bool:
        """Whether anything is different now."""
        return bool(self.steps)


class Changes:
    """One change under way: rows added, set and removed, all with one stamp."""

    def __init__(self, session: Session, by: Context) -> None:
        self.session, self.by = session, by
        self.mark = changed(by)
        self._first: dict[int, tuple[Kept, Mapping[str, object] | None]] = {}

    def add(self, row: Kept) -> None:
        """Write a new row."""
        self._put(row, self.mark)
        self.session.add(row)
        self.session.flush()
        self._first[id(row)] = (row, None)

    def set(self, row: Kept, **values: object) -> None:
        """Give a row other values; what is the same already is no change."""
        before = {key: getattr(row, key) for key in values}
        if before == values:
            return
        self._remember(row, {**before, "deleted_at": row.deleted_at})
        self._put(row, {**values, **self.mark})
        self.session.flush()

    def remove(self, row: Kept) -> None:
        """Leave a tombstone."""
        self.set(row, deleted_at=self.mark["changed_at"])

    def done(self, key: UUID) -> Done:
        """What happened, to be taken back with `undo`."""
        steps = (_step(row, before) for row, before in self._first.values())
        return Done(key, tuple(steps))

    def _remember(self, row: Kept, before: Mapping[str, object]) -> None:
        _, known = self._first.get(id(row), (row, {}))
        if known is not None:
            self._first[id(row)] = (row, {**before, **known})

    def _put(self, row: Kept, values: Mapping[str, object]) -> None:
        for key, value in values.items():
            setattr(row, key, value)


def _step(row: Kept, before: Mapping[str, object] | None) -> Step:
    identity = object_mapper(row).primary_key_from_instance(row)
    return Step(type(row), tuple(identity), before, row.changed_at)


def undo(session: Session, by: Context, done: Done) -> Done:
    """Put every row back as it was; returns what that changed, so that it can be done again.

    Raises CHANGED_SINCE when a row was changed by something else meanwhile; nothing is written.
    """
    changes = Changes(session, by)
    rows = [(step, _unchanged(session, step)) for step in done.steps]
    for step, row in reversed(rows):
        if step.before is None:
            changes.remove(row)
        else:
            changes.set(row, **step.before)
    return changes.done(done.key)


def _unchanged(session: Session, step: Step) -> Kept:
    row: Any = session.get(step.table, step.key)
    if row is None or row.changed_at != step.stamped:
        raise AppError(ErrorCode.CHANGED_SINCE)
    kept: Kept = row
    return kept
