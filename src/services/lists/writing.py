"""A go written in bulk: batches, hamlets, teams, people, rows, enrolments, findings."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from ...db.dialect import bulk_insert
from ...importing.findings import RowKey
from ...models.context import Context
from ...models.courses import Enrolment
from ...models.curriculum import EthnicGroup
from ...models.enums import ImportKind, ImportRowState, Origin, PlaceState, TeamKind
from ...models.ids import id_maker
from ...models.imports import ImportBatch, ImportFinding, ImportRow
from ...models.names import text_key
from ...models.people import Person
from ...models.places import Hamlet
from ...models.teams import Team
from ..facts import stamp
from .changes import RowChange, encoded
from .choices import ListChoices, Progress
from .distinguishing import PairWriter
from .draft import DraftRow, FileDraft, ListDraft
from .hamlets import HamletPlace, TeamPlace
from .kept_rows import finding_rows, kept_cells
from .mapping import mapping_of
from .people_rows import Mark, PeopleWriter, Row, person_row
from .taking_over import ChangeWriter, applied
from .understanding import Purpose

_BLOCK = 1_000
"""Rows that are written at once; progress is told after each block."""


class GoWriter:
    """Writes the rows of one go; every one belongs to a batch and has its id."""

    def __init__(self, session: Session, by: Context, draft: ListDraft, purpose: Purpose) -> None:
        now = by.clock()
        self.mark = Mark(now, by.operator, by.machine)
        self.make_id = id_maker(now, by.random)
        self._session, self._by = session, by
        self._course = purpose.course
        self._stamped = self.mark.stamped()
        self._people = PeopleWriter(session, by, self.mark)
        self._changes = ChangeWriter(session, self.mark, self.make_id, self._people)
        self._pairs = PairWriter(session, self.mark, self.make_id)
        self._ethnic = _ethnic_keys(session)
        self._enrolled = _enrolled(session, purpose)
        self._hamlet_ids: dict[HamletPlace, UUID] = {}
        self._team_ids: dict[TeamPlace, UUID] = {}
        rows = [(row, key) for file in draft.files for row, key in keyed(file)]
        self._new = {key: self.make_id() for row, key in rows if row.state is ImportRowState.ADDED}
        self._filling = [row for row, _ in rows if row.same_as is not None and row.changes]
        self._filled: dict[RowKey, list[DraftRow]] = {}
        for row in self._filling:
            if row.same_as is not None:
                self._filled.setdefault(row.same_as, []).append(row)

    def open_batch(self, file: FileDraft, choices: ListChoices) -> UUID:
        """The batch of a file. Its moment is the stamp of all that it makes."""
        mark = stamp(self._session, self._by, self.mark.now)
        record = ImportBatch(
            kind=ImportKind.PEOPLE,
            file_name=file.plan.source.name,
            sha256=file.plan.source.sha256,
            course_id=self._course.id if self._course else None,
            unit_id=common_unit(file.rows),
            mapping=mapping_of(file.plan, choices),
            read=len(file.rows),
            added=file.count(ImportRowState.ADDED),
            matched=file.count(ImportRowState.MATCHED),
            held=file.count(ImportRowState.HELD),
            **mark.fields(),
        )
        self._session.add(record)
        self._session.flush()
        return mark.id

    def write(
        self, batch: UUID, file: FileDraft, choices: ListChoices, progress: Iterator[None]
    ) -> None:
        """Write the rows of a file, block by block."""
        waiting = _waiting(self._session, file, self._course.id if self._course else None)
        rows = list(keyed(file))
        for start in range(0, len(rows), _BLOCK):
            self._write_block(batch, rows[start : start + _BLOCK], waiting, choices)
            next(progress)

    def write_row(self, batch: UUID, row: DraftRow, key: RowKey, record: UUID) -> None:
        """Write what a row that waited becomes; its record is there already."""
        self._write_places(batch, [row])
        self._changes.prepare([row])
        self._write_people([(row, key)])
        values = self._record(batch, row, key, record, None)
        values |= {"settled_at": self.mark.now, "settled_by": self.mark.operator}
        values.pop("superseded_by_id")
        self._session.execute(update(ImportRow).where(ImportRow.id == record).values(**values))
        self._changes.flush()
        self._write_enrolments([(row, key, record)])

    def keep_number(self, row: DraftRow, record: UUID) -> None:
        """The identity number of a row that waits on."""
        number = row.row.identity_number
        if number:
            kept = self._people.number_row(self.make_id(), number, None, record)
            self._people.write_numbers([kept])

    def _write_block(
        self,
        batch: UUID,
        rows: Sequence[tuple[DraftRow, RowKey]],
        waiting: dict[RowKey, UUID],
        choices: ListChoices,
    ) -> None:
        self._write_places(batch, [row for row, _ in rows])
        self._changes.prepare(row for row, _ in rows)
        self._write_people(rows)
        records = [(row, key, self.make_id()) for row, key in rows]
        bulk_insert(
            self._session,
            ImportRow,
            [self._record(batch, row, key, record, choices) for row, key, record in records],
        )
        self._changes.flush()
        self._write_held_numbers(records)
        self._write_enrolments(records)
        findings = (
            finding
            for row, _, record in records
            for finding in finding_rows(row, batch, record, self.mark, self.make_id)
        )
        bulk_insert(self._session, ImportFinding, list(findings))
        self._supersede(records, waiting)

    # Places

    def _write_places(self, batch: UUID, rows: Sequence[DraftRow]) -> None:
        """Hamlets and teams that are new, once each; also of rows that fill in these people."""
        places = [row.place for row in (*rows, *self._filling) if row.place]
        hamlets = [place for place in places if self._is_new_hamlet(place)]
        made = {place: self.make_id() for place in dict.fromkeys(hamlets)}
        self._hamlet_ids |= made
        bulk_insert(self._session, Hamlet, [self._hamlet(p, k, batch) for p, k in made.items()])
        teams = [row.team for row in rows if row.team and self._is_new_team(row.team)]
        named = {team: self.make_id() for team in dict.fromkeys(teams)}
        self._team_ids |= named
        bulk_insert(self._session, Team, [self._team(t, k, batch) for t, k in named.items()])

    def _is_new_hamlet(self, place: HamletPlace) -> bool:
        return place.id is None and place not in self._hamlet_ids

    def _is_new_team(self, team: TeamPlace) -> bool:
        return team.id is None and team not in self._team_ids

    def _hamlet(self, place: HamletPlace, identifier: UUID, batch: UUID) -> Row:
        return {
            "id": identifier,
            "unit_id": place.unit_id,
            "kind": place.kind,
            "name": place.name,
            "folded": place.folded,
            "sort_key": text_key(place.name),
            "batch_id": batch,
            **self._stamped,
        }

    def _team(self, team: TeamPlace, identifier: UUID, batch: UUID) -> Row:
        return {
            "id": identifier,
            "unit_id": team.unit_id,
            "hamlet_id": self._hamlet_id(team.hamlet),
            "kind": TeamKind.HAMLET if team.hamlet else TeamKind.COMMUNE,
            "name": team.name,
            "folded": team.folded,
            "batch_id": batch,
            **self._stamped,
        }

    def _hamlet_id(self, place: HamletPlace | None) -> UUID | None:
        return None if place is None else place.id or self._hamlet_ids[place]

    # People

    def _write_people(self, rows: Sequence[tuple[DraftRow, RowKey]]) -> None:
        added = [(row, key) for row, key in rows if row.state is ImportRowState.ADDED]
        people = [self._person(row, key) for row, key in added]
        self._people.write(people)
        self._people.write_cards({person["id"]: self.make_id() for person in people})
        numbers = [
            self._people.number_row(self.make_id(), number, self._new[key], None)
            for row, key in added
            if (number := self._number_of(row, key))
        ]
        self._people.write_numbers(numbers)

    def _person(self, row: DraftRow, key: RowKey) -> Row:
        """A new person, with what later rows of this go fill in."""
        place = (row.unit_id, self._hamlet_id(row.place))
        ethnic = self._ethnic.get(row.row.ethnic or "")
        person = person_row(self._new[key], row.row, ethnic, place, self._stamped)
        for later in self._filled.get(key, ()):
            person |= applied(later, self._hamlet_id(later.place))
        return person

    def _number_of(self, row: DraftRow, key: RowKey) -> str | None:
        """The number of a new person; a later row of this go may bring it."""
        for later in self._filled.get(key, ()):
            if any(change.column == "identity_number" for change in later.changes):
                return later.row.identity_number
        return row.row.identity_number

    def who(self, row: DraftRow, key: RowKey) -> UUID | None:
        """The person a row is; None for one that waits or is left out."""
        if row.state is ImportRowState.ADDED:
            return self._new[key]
        return self._new[row.same_as] if row.same_as is not None else row.person_id

    # Rows

    def _record(
        self, batch: UUID, row: DraftRow, key: RowKey, record: UUID, choices: ListChoices | None
    ) -> Row:
        held = row.state is ImportRowState.HELD
        return {
            "id": record,
            "batch_id": batch,
            "sheet": key.sheet,
            "row": key.row,
            "state": row.state,
            "person_id": self.who(row, key),
            "cells": kept_cells(row, choices.answers) if held and choices else None,
            "changes": encoded(self._changed(row, key)),
            "settled_at": None,
            "settled_by": None,
            "superseded_by_id": None,
        }

    def _changed(self, row: DraftRow, key: RowKey) -> list[RowChange]:
        """What a row changes in rows that are not its batch's own."""
        if row.state not in (ImportRowState.ADDED, ImportRowState.MATCHED):
            return []
        changes = list(self._changes.named_hamlet(row.place))
        if row.person_id is not None and row.changes:
            changes += self._changes.take_over(row, self._hamlet_id(row.place))
        person = self.who(row, key)
        others = [self._new.get(o) if isinstance(o, RowKey) else o for o in row.distinct_from]
        if person is not None:
            changes += self._pairs.part(person, [other for other in others if other])
        return changes

    def _write_held_numbers(self, records: Iterable[tuple[DraftRow, RowKey, UUID]]) -> None:
        rows = [
            self._people.number_row(self.make_id(), row.row.identity_number, None, record)
            for row, _, record in records
            if row.state is ImportRowState.HELD and row.row.identity_number
        ]
        self._people.write_numbers(rows)

    def _write_enrolments(self, records: Iterable[tuple[DraftRow, RowKey, UUID]]) -> None:
        """Everybody who is sure, once; who is in the course already stays as they are."""
        if self._course is None:
            return
        rows = []
        for row, key, record in records:
            person = self.who(row, key)
            if person is not None and person not in self._enrolled:
                self._enrolled.add(person)
                rows.append(self._enrolment(row, person, record))
        bulk_insert(self._session, Enrolment, rows)

    def _enrolment(self, row: DraftRow, person: UUID, record: UUID) -> Row:
        assert self._course is not None
        team = row.team
        return {
            "id": self.make_id(),
            "person_id": person,
            "course_id": self._course.id,
            "unit_id": row.unit_id,
            "place_state": PlaceState.KNOWN if row.unit_id else PlaceState.UNKNOWN,
            "hamlet_id": self._hamlet_id(row.place),
            "team_id": (team.id or self._team_ids[team]) if team else None,
            "role": row.row.role,
            "employer": row.row.employer,
            "origin": Origin.IMPORT,
            "import_row_id": record,
            **self._stamped,
        }

    def _supersede(
        self, records: Iterable[tuple[DraftRow, RowKey, UUID]], waiting: dict[RowKey, UUID]
    ) -> None:
        """The same row of the same file that waits since an earlier go waits no longer."""
        for _, key, record in records:
            old = waiting.get(key) if waiting else None
            if old is not None:
                statement = update(ImportRow).where(ImportRow.id == old)
                self._session.execute(statement.values(superseded_by_id=record))


def keyed(file: FileDraft) -> Iterator[tuple[DraftRow, RowKey]]:
    """The rows of a file, each with the key by which the go knows it."""
    sha256 = file.plan.source.sha256
    for row in file.rows:
        yield row, RowKey(sha256, row.row.sheet, row.row.row)


def common_unit(rows: Iterable[DraftRow]) -> UUID | None:
    """The commune of a list, where all its rows are of one."""
    units = {row.unit_id for row in rows if row.unit_id is not None}
    return units.pop() if len(units) == 1 else None


def steps(progress: Progress, done: int, total: int) -> Iterator[None]:
    """Tells progress each time it is asked to go on."""
    for block in count(1):
        progress(min(done + block * _BLOCK, total), total)
        yield


def _ethnic_keys(session: Session) -> dict[str, str]:
    rows = session.execute(select(EthnicGroup.name, EthnicGroup.key))
    return {row[0]: row[1] for row in rows}


def _enrolled(session: Session, purpose: Purpose) -> set[UUID]:
    """Everybody who is in the course (canonical ids)."""
    if purpose.course is None:
        return set()
    query = (
        select(Person.canonical_id)
        .join(Enrolment, Enrolment.person_id == Person.id)
        .where(
            Enrolment.course_id == purpose.course.id,
            Enrolment.withdrawn_at.is_(None),
            Enrolment.deleted_at.is_(None),
        )
    )
    return set(session.scalars(query))


def _waiting(session: Session, file: FileDraft, course_id: UUID | None) -> dict[RowKey, UUID]:
    """The rows of this very file that wait since earlier goes for this course.

    For another course they wait on: somebody may belong in both.
    """
    sha256 = file.plan.source.sha256
    query = (
        select(ImportRow.sheet, ImportRow.row, ImportRow.id)
        .join(ImportBatch, ImportBatch.id == ImportRow.batch_id)
        .where(
            ImportBatch.sha256 == sha256,
            ImportBatch.undone_at.is_(None),
            ImportBatch.course_id.is_not_distinct_from(course_id),
            ImportRow.state == ImportRowState.HELD,
            ImportRow.superseded_by_id.is_(None),
        )
    )
    return {RowKey(sha256, sheet, row): key for sheet, row, key in session.execute(query)}
