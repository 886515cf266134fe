"""A register written in bulk into its batch: hamlets, teams, figures, memberships, findings."""

import json
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import select, tuple_, update
from sqlalchemy.orm import Session

from ...db.dialect import bulk_insert
from ...importing.findings import Severity
from ...importing.team_plan import MemberRow
from ...models.context import Context
from ...models.enums import ImportKind
from ...models.imports import ImportBatch, ImportFinding
from ...models.names import fold, nfc, text_key
from ...models.places import Denominator, Hamlet
from ...models.teams import Team, TeamMember
from ..lists.changes import RowChange
from ..lists.mapping import changes_of, with_changes
from .draft import FigureKey, NewMember, RegisterDraft
from .places import HamletRef, TeamRef
from .settled import WAITING

_Row = dict[str, Any]
_BLOCK = 300


class RegisterWriter:
    """Writes what a register brings; every row has the batch's id and the batch's moment."""

    def __init__(self, session: Session, by: Context, batch: ImportBatch) -> None:
        self._session, self._by, self._batch = session, by, batch
        self._changes: list[RowChange] = []
        self._stamped: _Row = {
            "changed_at": batch.happened,
            "changed_by": by.operator,
            "changed_on": by.machine,
            "deleted_at": None,
        }

    def write(self, draft: RegisterDraft) -> None:
        """Everything of a draft, and what the batch must remember."""
        insert, session = bulk_insert, self._session
        insert(session, Hamlet, [self._hamlet(hamlet) for hamlet in draft.hamlets])
        insert(session, Team, [self._team(team) for team in draft.teams])
        for team in draft.filled:
            self._fill(team)
        self._write_figures(draft)
        insert(session, TeamMember, [self._member(member) for member in draft.members])
        insert(session, ImportFinding, list(self._findings(draft)))
        self._remember(draft)

    def _made(self) -> _Row:
        return {"id": self._by.new_id(), "batch_id": self._batch.id, **self._stamped}

    def _hamlet(self, hamlet: HamletRef) -> _Row:
        return {
            **self._made(),
            "id": hamlet.id,
            "unit_id": hamlet.unit_id,
            "kind": hamlet.kind,
            "name": hamlet.name,
            "folded": fold(hamlet.name),
            "sort_key": text_key(hamlet.name),
            "valid_from": None,
            "valid_to": None,
        }

    def _team(self, team: TeamRef) -> _Row:
        name = nfc(team.name)
        return {
            **self._made(),
            "id": team.id,
            "unit_id": team.unit_id,
            "hamlet_id": team.hamlet.id if team.hamlet else None,
            "kind": team.kind,
            "name": name,
            "folded": fold(name),
            "decision_number": team.decision_number,
            "decision_date": team.decision_date,
            "valid_from": None,
            "valid_to": None,
        }

    def _fill(self, team: TeamRef) -> None:
        """What was empty of a stored team, with what it was before."""
        columns = sorted(team.filled)
        values = {column: getattr(team, column) for column in columns}
        self._change(Team, team.id, values)

    def _change(self, table: type[Team] | type[Denominator], key: UUID, values: _Row) -> None:
        row = self._session.scalars(select(table).where(table.id == key)).one()
        stamped = {**values, **self._stamped}
        before = {column: getattr(row, column) for column in stamped}
        self._changes.append(RowChange(table.__tablename__, key, before, self._batch.happened))
        self._session.execute(update(table).where(table.id == key).values(**stamped))

    def _write_figures(self, draft: RegisterDraft) -> None:
        """New figures; one that was taken out once stands again in its old row."""
        gone = self._taken_out(draft)
        for key, row_id in gone.items():
            figure = draft.figures[key]
            self._change(Denominator, row_id, {"value": figure.value, "source": figure.source})
        new = [
            {
                **self._made(),
                "unit_id": area.unit_id,
                "hamlet_id": area.hamlet_id,
                "measure": measure,
                "as_of": as_of,
                "value": figure.value,
                "source": figure.source,
            }
            for (area, measure, as_of), figure in draft.figures.items()
            if (area, measure, as_of) not in gone
        ]
        bulk_insert(self._session, Denominator, new)

    def _taken_out(self, draft: RegisterDraft) -> dict[FigureKey, UUID]:
        found: dict[FigureKey, UUID] = {}
        wanted = {(a.hamlet_id, m, d): (a, m, d) for a, m, d in draft.figures if a.hamlet_id}
        keys = list(wanted)
        row = tuple_(Denominator.hamlet_id, Denominator.measure, Denominator.as_of)
        for start in range(0, len(keys), _BLOCK):
            for hamlet, measure, as_of, key in self._session.execute(
                select(Denominator.hamlet_id, Denominator.measure, Denominator.as_of,
                       Denominator.id)
                .where(row.in_(keys[start : start + _BLOCK]), Denominator.deleted_at.is_not(None))
            ):  # fmt: skip
                if hamlet is not None:
                    found[wanted[hamlet, measure, as_of]] = key
        return found

    def _member(self, member: NewMember) -> _Row:
        return {
            **self._made(),
            "team_id": member.team.id,
            "person_id": member.person_id,
            "role": member.data.role,
            "nominated_by": member.data.nominated_by,
            "valid_from": member.data.valid_from,
            "valid_to": member.data.valid_to,
        }

    def _findings(self, draft: RegisterDraft) -> Iterator[_Row]:
        for finding in draft.findings:
            taken = finding.severity is Severity.REPAIR
            yield {
                "id": self._by.new_id(),
                "batch_id": self._batch.id,
                "import_row_id": None,
                "sheet": finding.sheet,
                "row": finding.row,
                "column": finding.column,
                "field": None,
                "kind": finding.kind,
                "severity": finding.severity,
                "before": finding.before,
                "after": finding.after,
                "decision": "accepted" if taken else None,
                "decided_by": self._by.operator if taken else None,
                "decided_at": self._batch.happened if taken else None,
            }

    def _remember(self, draft: RegisterDraft) -> None:
        mapping = json.loads(self._batch.mapping)
        mapping[WAITING] = [_waiting(team, row) for team, row in draft.waiting]
        text = json.dumps(mapping, ensure_ascii=False)
        self._batch.kind = ImportKind.TEAMS
        self._batch.mapping = with_changes(text, (*changes_of(text), *self._changes))
        self._session.flush()


def _waiting(team: TeamRef, row: MemberRow) -> dict[str, object]:
    return {
        "sheet": row.person.sheet,
        "row": row.person.row,
        "team": team.id.hex,
        "role": row.role,
        "from": row.valid_from.isoformat() if row.valid_from else None,
        "to": row.valid_to.isoformat() if row.valid_to else None,
        "nominated_by": row.nominated_by,
    }
