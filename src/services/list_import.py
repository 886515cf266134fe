"""Bringing a list in: every row is added, matched or held, in one transaction, as one batch."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..importing.ethnic import EthnicNames
from ..importing.fields import Field
from ..importing.findings import Finding, FindingKind, Mark, Severity
from ..importing.plan import ImportPlan, PersonRow
from ..importing.row_reader import Accept
from ..models import reference_data
from ..models.clock import local
from ..models.context import Context
from ..models.curriculum import EthnicGroup
from ..models.enums import ImportKind, ImportRowState, Origin
from ..models.imports import ImportBatch, ImportFinding, ImportRow
from ..models.places import Hamlet
from .courses import CourseRecord
from .enrolments import EnrolmentPlace, add_enrolment, assert_open, enrol
from .facts import Stamp, stamp
from .identity import keep_number
from .people import NewPerson, add_person
from .places import find_hamlet, hamlet_called, team_called
from .row_matches import Match, match_row
from .row_places import CommuneFinder

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class RowOutcome:
    """What became of a row, or would."""

    row: PersonRow
    state: ImportRowState
    findings: tuple[Finding, ...]
    person_id: UUID | None = None


@dataclass(frozen=True)
class ImportReport:
    """What a list brought, or would: read = added + matched + held."""

    batch_id: UUID
    file_name: str
    rows: tuple[RowOutcome, ...]
    seen_before: datetime | None
    """When this very file was brought in before."""

    def count(self, state: ImportRowState) -> int:
        """How many rows came to this state."""
        return sum(outcome.state == state for outcome in self.rows)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings of all rows, in the order of the file."""
        return tuple(finding for outcome in self.rows for finding in outcome.findings)


def ethnic_names() -> EthnicNames:
    """The names by which lists call ethnic groups."""
    return EthnicNames(reference_data.ethnic_groups())


def bring_in(
    session: Session,
    by: Context,
    plan: ImportPlan,
    course: CourseRecord | None = None,
    commune_code: str | None = None,
    accept_repairs: bool | Accept = True,
    progress: Progress = lambda done, total: None,
) -> ImportReport:
    """Add, match or hold every row of a list, and enrol those who are sure.

    `accept_repairs` is asked for every repair of a place (a bool answers all alike).
    Raises UNKNOWN_COMMUNE for the given code, COURSE_CLOSED. Rows with an open question are held:
    they wait, with their cells and findings, and are not lost.
    """
    day = (course.first_day if course else None) or local(by.clock()).date()
    seen = _seen_before(session, plan.source.sha256)
    accept = accept_repairs if callable(accept_repairs) else lambda _: bool(accept_repairs)
    batch = _Batch(session, by, plan, course, day, commune_code, accept)
    outcomes = []
    for done, row in enumerate(plan.rows):
        outcomes.append(batch.take(row))
        progress(done + 1, len(plan.rows))
    batch.close(outcomes)
    return ImportReport(batch.id, plan.source.name, tuple(outcomes), seen)


def _seen_before(session: Session, sha256: str) -> datetime | None:
    return session.scalar(
        select(ImportBatch.happened)
        .where(ImportBatch.sha256 == sha256, ImportBatch.undone_at.is_(None))
        .order_by(ImportBatch.happened.desc())
        .limit(1)
    )


def _brought_before(session: Session, sha256: str) -> dict[tuple[str, int], UUID]:
    """Whom each row of this very file was, when it was brought in before."""
    rows = session.execute(
        select(ImportRow.sheet, ImportRow.row, ImportRow.person_id)
        .join(ImportBatch, ImportBatch.id == ImportRow.batch_id)
        .where(
            ImportBatch.sha256 == sha256,
            ImportBatch.undone_at.is_(None),
            ImportRow.person_id.is_not(None),
        )
    )
    return {(sheet, row): person for sheet, row, person in rows if person is not None}


class _Batch:
    """One list on its way into the file."""

    def __init__(
        self,
        session: Session,
        by: Context,
        plan: ImportPlan,
        course: CourseRecord | None,
        day: date,
        commune_code: str | None,
        accept: Accept,
    ) -> None:
        self._session, self._by, self._course = session, by, course
        self._accept = accept
        self._tables = {table.sheet: table for table in plan.tables}
        self._communes = CommuneFinder(session, day, commune_code)
        self._before = _brought_before(session, plan.source.sha256)
        self._hamlets: dict[tuple[UUID | None, str], Hamlet] = {}
        if course is not None:
            assert_open(session, course.id)
        self._ethnic = {g.name: g.key for g in session.scalars(select(EthnicGroup))}
        mark: Stamp = stamp(session, by)
        self.id = mark.id
        self._record = ImportBatch(
            kind=ImportKind.PEOPLE,
            file_name=plan.source.name,
            sha256=plan.source.sha256,
            course_id=course.id if course else None,
            mapping=json.dumps(
                [
                    {"sheet": t.sheet, "columns": {i: str(f) for i, f in t.columns.items()}}
                    for t in plan.tables
                ],
                ensure_ascii=False,
            ),
            read=len(plan.rows),
            added=0,
            matched=0,
            held=0,
            **mark.fields(),
        )
        session.add(self._record)
        session.flush()

    def take(self, row: PersonRow) -> RowOutcome:
        place = self._communes.find(row)
        row = self._with(row, Field.COMMUNE, place.mark)
        match = Match()
        if not row.held:
            again = self._before.get((row.sheet, row.row))
            match = Match(again) if again else match_row(self._session, row, place.unit_id)
            if match.possible is not None:
                row = self._with(
                    row,
                    Field.NAME,
                    Mark(
                        FindingKind.POSSIBLE_DUPLICATE,
                        Severity.QUESTION,
                        row.name,
                        match.possible_name,
                    ),
                )
        record = ImportRow(
            id=self._by.new_id(),
            batch_id=self.id,
            sheet=row.sheet,
            row=row.row,
            state=ImportRowState.HELD,
        )
        self._session.add(record)
        self._session.flush()
        if row.held:
            self._hold(record, row)
        else:
            row, hamlet = self._in_hamlet(row, place.unit_id)
            self._bring(record, row, place.unit_id, hamlet, match)
        self._keep_findings(record, row)
        return RowOutcome(row, record.state, row.findings, record.person_id)

    def _with(self, row: PersonRow, field: Field, mark: Mark | None) -> PersonRow:
        """The row with a finding more; a question, or a repair of a place refused, holds it."""
        if mark is None:
            return row
        finding = Finding(
            row.sheet, row.row, self._heading(row.sheet, field),
            mark.kind, mark.severity, mark.before, mark.after,
        )  # fmt: skip
        told_only = mark.severity is Severity.NOTE
        if not told_only and (mark.severity is Severity.QUESTION or not self._accept(finding)):
            finding = replace(finding, applied=False, open=True)
        return replace(row, findings=(*row.findings, finding))

    def _in_hamlet(self, row: PersonRow, unit: UUID | None) -> tuple[PersonRow, Hamlet | None]:
        """The hamlet of a row. A new one is told once: a misspelt one would be new too."""
        name = row.hamlet
        if not name:
            return row, None
        known = self._hamlets.get((unit, name))
        if known is None:
            if find_hamlet(self._session, unit, name) is None:
                mark = Mark(FindingKind.NEW_HAMLET, Severity.NOTE, name)
                row = self._with(row, Field.HAMLET, mark)
            known = hamlet_called(self._session, self._by, unit, name)
            self._hamlets[unit, name] = known
        return row, known

    def _heading(self, sheet: str, field: Field) -> str:
        """The heading of the column a finding is about; a place may stand in the address."""
        table = self._tables[sheet]
        in_address = field not in table.places and Field.ADDRESS in table.places
        return table.heading(Field.ADDRESS if in_address else field)

    def _hold(self, record: ImportRow, row: PersonRow) -> None:
        cells = {
            key: str(value)
            for key, value in vars(row).items()
            if value is not None and key not in ("identity_number", "findings", "sheet", "row")
        }
        record.cells = json.dumps(cells, ensure_ascii=False)
        if row.identity_number:
            keep_number(self._session, self._by, row.identity_number, import_row=record.id)

    def _bring(
        self,
        record: ImportRow,
        row: PersonRow,
        unit: UUID | None,
        hamlet: Hamlet | None,
        match: Match,
    ) -> None:
        if match.certain is None:
            record.person_id = self._add(row, unit, hamlet.id if hamlet else None)
            record.state = ImportRowState.ADDED
        else:
            record.person_id = match.certain
            record.state = ImportRowState.MATCHED
        if self._course is None:
            return
        team = team_called(self._session, self._by, unit, hamlet, row.team) if row.team else None
        place = EnrolmentPlace(
            unit_id=unit,
            hamlet_id=hamlet.id if hamlet else None,
            team_id=team.id if team else None,
            role=row.role,
            employer=row.employer,
        )
        put = add_enrolment if match.certain is None else enrol
        put(
            self._session,
            self._by,
            self._course.id,
            record.person_id,
            place,
            Origin.IMPORT,
            record.id,
        )

    def _add(self, row: PersonRow, unit: UUID | None, hamlet: UUID | None) -> UUID:
        new = NewPerson(
            name=row.name,
            gender=row.gender,
            birth_date=row.birth_date,
            birth_year=row.birth_year,
            ethnic_key=self._ethnic.get(row.ethnic or ""),
            identity_number=row.identity_number,
            phone=row.phone,
            unit_id=unit,
            hamlet_id=hamlet,
            employer=row.employer,
            note=row.note,
        )
        return add_person(self._session, self._by, new).id

    def _keep_findings(self, record: ImportRow, row: PersonRow) -> None:
        for finding in row.findings:
            accepted = finding.applied and finding.severity == Severity.REPAIR
            self._session.add(
                ImportFinding(
                    id=self._by.new_id(),
                    batch_id=self.id,
                    import_row_id=record.id,
                    sheet=finding.sheet,
                    row=finding.row,
                    column=finding.column,
                    kind=finding.kind,
                    severity=finding.severity,
                    before=finding.before,
                    after=finding.after,
                    decision="accepted" if accepted else None,
                    decided_by=self._by.operator if accepted else None,
                    decided_at=self._by.clock() if accepted else None,
                )
            )

    def close(self, outcomes: list[RowOutcome]) -> None:
        for state in (ImportRowState.ADDED, ImportRowState.MATCHED, ImportRowState.HELD):
            setattr(self._record, state, sum(o.state == state for o in outcomes))
